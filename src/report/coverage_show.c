/* coverage_show.c - «coverage show», with the keys of commands.md. */
#include <math.h>
#include <string.h>

#include "coverage_words.h"
#include "youka/base/say.h"
#include "youka/report/tables.h"

static size_t outcome_count(const struct yk_coverage *c, const char *code)
{
    for (size_t i = 0; i < c->outcomes; i++)
        if (!strcmp(c->outcome[i].code, code))
            return c->outcome[i].count;
    return 0;
}

enum { FIXED = 15 };

/* One row: what there is in all; a column for every outcome that the form has. */
static void totals(struct yk_view *v, struct yk_sheet *sheet)
{
    const struct yk_coverage *c = v->coverage;
    struct yk_arena *a = v->sheets->arena;
    const struct yk_vocabulary *all = v->vocabulary;
    const struct yk_column fixed[FIXED] = {
        {.key = "station_code", .heading = _("station")},
        {.key = "cells", .heading = _("cells"), .format = YK_AS_COUNT},
        {.key = "cells_done", .heading = _("done"), .format = YK_AS_COUNT},
        {.key = "cells_aside", .heading = _("set aside"), .format = YK_AS_COUNT},
        {.key = "doors_expected", .heading = _("doors expected"), .format = YK_AS_COUNT},
        {.key = "doors_done", .heading = _("doors visited"), .format = YK_AS_COUNT},
        {.key = "missed.estimate"},
        {.key = "missed.low"},
        {.key = "missed.high"},
        {.key = "missed.method"},
        {.key = "missed.first"},
        {.key = "missed.second"},
        {.key = "missed.both"},
        {.key = "missed_words", .heading = _("clients in all")},
        {.key = "today"},
    };
    struct yk_column *column = YK_ARENA_ARRAY(a, struct yk_column, FIXED + all->count);
    size_t n = FIXED;
    memcpy(column, fixed, sizeof fixed);
    for (size_t i = 0; i < all->count; i++)
        if (!strcmp(all->choice[i].list, "visit_result"))
            column[n++].key = yk_arena_printf(a, "outcomes.%s", all->choice[i].code);
    struct yk_cell *cell =
        yk_table_row(v->sheets, yk_sheet_table(v->sheets, sheet, "", NULL, column, n));
    cell[0] = yk_text_cell(v->territory->station[c->station].code);
    const double numbers[] = {(double)c->areas,  (double)c->cells_done, (double)c->cells_aside,
                              c->doors_expected, (double)c->doors_done, c->missed.estimate,
                              c->missed.low,     c->missed.high};
    for (size_t i = 0; i < YK_COUNT_OF(numbers); i++)
        cell[1 + i] = yk_some_number(numbers[i]);
    cell[9] = yk_text_cell(c->missed.method);
    const size_t lists[] = {c->missed.first, c->missed.second, c->missed.both};
    for (size_t i = 0; i < YK_COUNT_OF(lists); i++)
        cell[10 + i] = yk_number_cell((double)lists[i]);
    cell[13] = yk_text_cell(yk_word_missed(v, &c->missed));
    cell[14] = yk_day_cell(v->territory->today);
    for (size_t i = FIXED; i < n; i++)
        cell[i] = yk_number_cell((double)outcome_count(c, column[i].key + strlen("outcomes.")));
}

static void outcomes(struct yk_view *v, struct yk_sheet *sheet)
{
    const struct yk_column column[] = {
        {.key = "code", .heading = _("outcome")},
        {.key = "doors", .heading = _("doors"), .format = YK_AS_COUNT},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "outcome_list", NULL, column, 2);
    for (size_t i = 0; i < v->coverage->outcomes; i++) {
        struct yk_cell *cell = yk_table_row(v->sheets, t);
        cell[0] = yk_code_cell(v->coverage->outcome[i].code,
                               yk_word_choice(v, "visit_result", v->coverage->outcome[i].code));
        cell[1] = yk_number_cell((double)v->coverage->outcome[i].count);
    }
}

static void blank(struct yk_view *v, struct yk_sheet *sheet)
{
    const struct yk_column column[] = {
        {.key = "grid_id", .heading = _("cell")},
        {.key = "name", .heading = _("name")},
        {.key = "state", .heading = _("state")},
        {.key = "expected", .heading = _("doors expected"), .format = YK_AS_COUNT},
        {.key = "done", .heading = _("visited"), .format = YK_AS_COUNT},
        {.key = "person", .heading = _("person")},
        {.key = "due", .heading = _("due"), .format = YK_AS_DAY},
        {.key = "lon", .heading = _("longitude"), .format = YK_AS_DEGREES},
        {.key = "lat", .heading = _("latitude"), .format = YK_AS_DEGREES},
        {.key = "remark", .heading = _("remark")},
        {.key = "overdue"},
        {.key = "listed"},
        {.key = "expected_source"},
        {.key = "likely"},
        {.key = "unlikely"},
        {.key = "suspect"},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "blank", _("Blank cells"), column, YK_COUNT_OF(column));
    for (size_t i = 0; i < v->coverage->areas; i++) {
        const struct yk_area *area = &v->coverage->area[i];
        if (!yk_area_blank(area))
            continue;
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(area->grid_id);
        c[1] = yk_text_cell(area->name);
        c[2] = yk_code_cell(yk_cell_state_code(area->state), yk_word_state(v, area));
        c[3] = yk_some_number(area->expected);
        c[4] = yk_number_cell((double)area->done);
        c[5] = yk_text_cell(area->person);
        c[6] = yk_day_cell(area->due);
        c[7] = yk_some_number(area->centre.lon);
        c[8] = yk_some_number(area->centre.lat);
        c[9] = yk_text_cell(yk_word_area(v, area));
        c[10] = yk_number_cell(area->overdue);
        c[11] = yk_number_cell(area->listed);
        c[12] = yk_text_cell(area->expected_source);
        c[13] = yk_some_number(area->likely);
        c[14] = yk_some_number(area->unlikely);
        c[15] = yk_number_cell(area->suspect);
    }
}

static void unvisited(struct yk_view *v, struct yk_sheet *sheet)
{
    const struct yk_column column[] = {
        {.key = "name", .heading = _("name")},
        {.key = "kind", .heading = _("kind")},
        {.key = "address", .heading = _("address")},
        {.key = "metres", .heading = _("metres"), .format = YK_AS_COUNT},
        {.key = "grid_id", .heading = _("cell")},
        {.key = "lon", .heading = _("longitude"), .format = YK_AS_DEGREES},
        {.key = "lat", .heading = _("latitude"), .format = YK_AS_DEGREES},
        {.key = "source"},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "unvisited", _("Places never visited"),
                                        column, YK_COUNT_OF(column));
    for (size_t i = 0; i < v->coverage->unvisiteds; i++) {
        const struct yk_unvisited *u = &v->coverage->unvisited[i];
        const struct yk_gazetteer_entry *entry = &v->territory->gazetteer[u->entry];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(entry->name);
        c[1] = yk_code_cell(entry->kind, yk_word_choice(v, "category", entry->kind));
        c[2] = yk_text_cell(entry->address);
        c[3] = yk_some_number(u->metres);
        if (u->area != SIZE_MAX)
            c[4] = yk_text_cell(v->coverage->area[u->area].grid_id);
        c[5] = yk_some_number(entry->point.lon);
        c[6] = yk_some_number(entry->point.lat);
        c[7] = yk_text_cell(entry->source);
    }
}

void yk_report_coverage(struct yk_view *v)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("coverage"), NULL);
    totals(v, sheet);
    outcomes(v, sheet);
    blank(v, sheet);
    unvisited(v, sheet);
}
