/* place.c - where an address is thought to be, and every step that led there. */
#include <math.h>

#include "words.h"
#include "youka/base/say.h"
#include "youka/report/place.h"

static void answer(struct yk_view *v, struct yk_sheet *sheet, const struct yk_place_story *s)
{
    const struct yk_column column[] = {
        {.key = "address", .heading = _("address")},
        {.key = "name"},
        {.key = "station_code"},
        {.key = "lon", .heading = _("longitude"), .format = YK_AS_DEGREES},
        {.key = "lat", .heading = _("latitude"), .format = YK_AS_DEGREES},
        {.key = "class", .heading = _("place class")},
        {.key = "error_m", .heading = _("error, m"), .format = YK_AS_COUNT},
        {.key = "method", .heading = _("found by")},
        {.key = "verdict", .heading = _("trading area")},
        {.key = "distance_m", .heading = _("metres"), .format = YK_AS_COUNT},
        {.key = "runner_up_m"},
        {.key = "ambiguous"},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "", NULL, column, YK_COUNT_OF(column));
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_text_cell(s->address);
    c[1] = yk_text_cell(s->name);
    c[2] = yk_text_cell(s->station_code);
    if (s->found.located) {
        c[3] = yk_some_number(s->found.point.lon);
        c[4] = yk_some_number(s->found.point.lat);
        c[6] = yk_some_number(s->found.error_m);
    }
    c[5] = yk_text_cell(s->found.place_class);
    c[7] = yk_code_cell(s->found.method, yk_word_method(s->found.method));
    c[8] = yk_code_cell(yk_verdict_code(s->verdict), yk_word_verdict(s->verdict));
    c[9] = yk_some_number(s->distance_m);
    c[10] = yk_some_number(s->found.runner_up_m);
    c[11] = yk_number_cell(s->found.ambiguous);
}

static void parts(struct yk_view *v, struct yk_sheet *sheet, const struct yk_place_story *s)
{
    const struct yk_column column[] = {
        {.key = "part", .heading = _("part of the address")},
        {.key = "text", .heading = _("text")},
        {.key = "why", .heading = _("because")},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "parts", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < s->parts; i++) {
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_code_cell(s->part[i].part, yk_word_part(s->part[i].part));
        c[1] = yk_code_cell(s->part[i].text, yk_word_part_text(s->part[i].part, s->part[i].text));
        c[2] = yk_code_cell(s->part[i].why, yk_word_part_why(s->part[i].why));
    }
}

static void tries(struct yk_view *v, struct yk_sheet *sheet, const struct yk_place_story *s)
{
    const struct yk_column column[] = {
        {.key = "rung", .heading = _("rung")},
        {.key = "method", .heading = _("tried")},
        {.key = "outcome", .heading = _("result")},
        {.key = "candidates", .heading = _("candidates"), .format = YK_AS_COUNT},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "tries", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < s->found.tried; i++) {
        const struct yk_try *try = &s->found.tries[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(try->rung);
        c[1] = yk_code_cell(try->method, yk_word_method(try->method));
        c[2] = yk_code_cell(yk_outcome_code(try->outcome),
                            yk_word_outcome(yk_outcome_code(try->outcome)));
        c[3] = yk_number_cell((double)try->candidates);
    }
}

static void evidence(struct yk_view *v, struct yk_sheet *sheet, const struct yk_place_story *s)
{
    const struct yk_column column[] = {
        {.key = "source", .heading = _("evidence from")},
        {.key = "name", .heading = _("name")},
        {.key = "address", .heading = _("address")},
        {.key = "lon", .heading = _("longitude"), .format = YK_AS_DEGREES},
        {.key = "lat", .heading = _("latitude"), .format = YK_AS_DEGREES},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "evidence", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < s->found.evidences; i++) {
        const struct yk_gazetteer_entry *e = s->evidence[i];
        const char *address = *e->address
                                  ? e->address
                                  : yk_arena_printf(v->sheets->arena, "%s%s", e->road, e->number);
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_code_cell(e->source, yk_word_source(e->source));
        c[1] = yk_text_cell(e->name);
        c[2] = yk_text_cell(address);
        c[3] = yk_some_number(e->point.lon);
        c[4] = yk_some_number(e->point.lat);
    }
}

void yk_report_place_steps(struct yk_view *view, struct yk_sheet *sheet,
                           const struct yk_place_story *story)
{
    parts(view, sheet, story);
    tries(view, sheet, story);
    evidence(view, sheet, story);
}

void yk_report_place(struct yk_view *view, const struct yk_place_story *story)
{
    struct yk_sheet *sheet = yk_sheets_add(view->sheets, _("place"), NULL);
    answer(view, sheet, story);
    yk_report_place_steps(view, sheet, story);
}
