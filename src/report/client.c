/* client.c - one client: where it is, what it answered, what is doubtful. */
#include <string.h>

#include "client_tables.h"
#include "youka/base/say.h"
#include "youka/report/tables.h"

void yk_client_facts(struct yk_view *v, struct yk_sheet *sheet, size_t number)
{
    const struct yk_door *door = &v->territory->door[number];
    const struct yk_place *place = &v->derived->place[number];
    const struct yk_station *owner = &v->territory->station[place->owner];
    const struct yk_column column[] = {
        {.key = "id", .heading = _("client id")},
        {.key = "name", .heading = _("name")},
        {.key = "category", .heading = _("category")},
        {.key = "address", .heading = _("address")},
        {.key = "station_code", .heading = _("station")},
        {.key = "surveyed_by"},
        {.key = "survey_date", .heading = _("surveyed on"), .format = YK_AS_DAY},
        {.key = "lon", .heading = _("longitude"), .format = YK_AS_DEGREES},
        {.key = "lat", .heading = _("latitude"), .format = YK_AS_DEGREES},
        {.key = "class", .heading = _("place class")},
        {.key = "method", .heading = _("found by")},
        {.key = "error_m"},
        {.key = "verdict", .heading = _("trading area")},
        {.key = "distance_m", .heading = _("metres"), .format = YK_AS_COUNT},
        {.key = "facts_known", .heading = _("facts of six"), .format = YK_AS_COUNT},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "", NULL, column, YK_COUNT_OF(column));
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_text_cell(door->id.text);
    c[1] = yk_text_cell(yk_door_text(door, "client_name"));
    c[2] = yk_code_cell(yk_door_text(door, "category"),
                        yk_word_choice(v, "category", yk_door_text(door, "category")));
    c[3] = yk_text_cell(yk_door_text(door, "address"));
    c[4] = yk_text_cell(owner->code);
    c[5] = yk_text_cell(door->station_code);
    c[6] = yk_day_cell(door->survey_date);
    if (place->located) {
        c[7] = yk_some_number(place->point.lon);
        c[8] = yk_some_number(place->point.lat);
        c[11] = yk_some_number(place->error_m);
        c[13] = yk_some_number(place->distance_m);
    }
    c[9] = yk_text_cell(place->place_class);
    c[10] = yk_code_cell(place->method, yk_word_method(place->method));
    c[14] = yk_number_cell((double)yk_facts_count(v->derived->quality[number].known));
    c[12] = yk_code_cell(yk_verdict_code(place->verdict), yk_word_verdict(place->verdict));
}

struct answers {
    struct yk_view *view;
    struct yk_table *table;
};

/* Names and phones are masked as everywhere. */
static const char *shown(const struct yk_view *v, const struct yk_answer *a)
{
    if (!strcmp(a->code, "contact_name"))
        return yk_word_person(v, a->text);
    if (!strcmp(a->code, "contact_phone"))
        return yk_word_phone(v, a->text);
    if (!v->unmasked && (!strcmp(a->code, "contact_summary") || !strcmp(a->code, "contact_line")))
        return "****";
    return a->text;
}

static void put_answer(struct answers *to, const char *where, const struct yk_answer *a)
{
    struct yk_view *v = to->view;
    const char *text = shown(v, a);
    struct yk_cell *c = yk_table_row(v->sheets, to->table);
    c[0] = yk_text_cell(yk_arena_printf(v->sheets->arena, "%s%s", where, a->code));
    c[1] = yk_text_cell(
        yk_arena_printf(v->sheets->arena, "%s%s", where, yk_word_question(v, a->code)));
    c[2] = yk_text_cell(text);
    c[3] = yk_text_cell(yk_word_answer(v, a->code, text));
    if (text == a->text)
        c[4] = yk_text_cell(a->typed);
}

static void answers(struct yk_view *v, struct yk_sheet *sheet, const struct yk_door *door)
{
    const struct yk_column column[] = {
        {.key = "code"},
        {.key = "question", .heading = _("question")},
        {.key = "value"},
        {.key = "answer", .heading = _("answer")},
        {.key = "typed", .heading = _("as typed")},
    };
    struct answers to = {
        v, yk_sheet_table(v->sheets, sheet, "answers", NULL, column, YK_COUNT_OF(column))};
    for (size_t i = 0; i < door->answers.count; i++)
        put_answer(&to, "", &door->answers.answer[i]);
    for (size_t r = 0; r < door->answers.repeats; r++) {
        const struct yk_repeat *repeat = &door->answers.repeat[r];
        for (size_t l = 0; l < repeat->count; l++) {
            const char *where = yk_arena_printf(v->sheets->arena, "%s[%zu]/", repeat->code, l + 1);
            for (size_t i = 0; i < repeat->line[l].count; i++)
                put_answer(&to, where, &repeat->line[l].answer[i]);
        }
    }
}

void yk_client_flags(struct yk_view *v, struct yk_sheet *sheet, size_t door)
{
    const struct yk_column column[] = {
        {.key = "code"}, {.key = "field"}, {.key = "what", .heading = _("to check")}};
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "flags", NULL, column, YK_COUNT_OF(column));
    const struct yk_quality *quality = &v->derived->quality[door];
    for (size_t i = 0; i < quality->flags; i++) {
        const struct yk_flag *f = &quality->flag[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(f->code);
        c[1] = yk_text_cell(f->field);
        c[2] = yk_text_cell(yk_word_join(v, yk_word_question(v, f->field), yk_word_flag(f->code)));
    }
}

void yk_client_origins(struct yk_view *v, struct yk_sheet *sheet, const struct yk_door *door)
{
    const struct yk_column column[] = {
        {.key = "batch", .heading = _("batch")},
        {.key = "file", .heading = _("file")},
        {.key = "line", .heading = _("line"), .format = YK_AS_COUNT},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "origins", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < door->origins; i++) {
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(door->origin[i].batch);
        c[1] = yk_text_cell(door->origin[i].file);
        c[2] = yk_number_cell((double)door->origin[i].line);
    }
}

void yk_report_client(struct yk_view *v, size_t door)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("client"), NULL);
    yk_client_facts(v, sheet, door);
    answers(v, sheet, &v->territory->door[door]);
    yk_client_members(v, sheet, door);
    yk_client_sites(v, sheet, door);
    yk_client_visits(v, sheet);
    yk_client_flags(v, sheet, door);
    yk_client_origins(v, sheet, &v->territory->door[door]);
}
