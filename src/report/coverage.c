/* coverage.c - what of the trading area is still blank, who goes there and until when. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "coverage_words.h"
#include "plan_sheets.h"
#include "youka/base/say.h"

/* Cells to walk: of all but those that a person set aside. */
static double done_share(const struct yk_coverage *c)
{
    size_t walked = c->areas - c->cells_aside;
    return walked ? (double)c->cells_done / (double)walked : NAN;
}

static size_t overdue_cells(const struct yk_coverage *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->areas; i++)
        n += c->area[i].overdue;
    return n;
}

void yk_coverage_figures(struct yk_view *v, struct yk_sheet *front)
{
    const struct yk_coverage *k = v->coverage;
    const struct yk_column column[] = {
        {.heading = _("Doors visited"), .format = YK_AS_COUNT},
        {.heading = _("Doors expected"), .format = YK_AS_COUNT},
        {.heading = _("Cells done"), .format = YK_AS_PERCENT},
        {.heading = _("Cells overdue"), .format = YK_AS_COUNT},
        {.heading = _("Places never visited"), .format = YK_AS_COUNT},
        {.heading = _("Clients there are in all"), .format = YK_AS_COUNT},
    };
    if (!k)
        return;
    struct yk_table *t = yk_sheet_table(v->sheets, front, "coverage", _("Census progress"), column,
                                        YK_COUNT_OF(column));
    struct yk_cell *c = yk_table_row(v->sheets, t);
    const double value[] = {(double)k->doors_done, k->doors_expected > 0 ? k->doors_expected : NAN,
                            done_share(k),         (double)overdue_cells(k),
                            (double)k->unvisiteds, k->missed.estimate};
    for (size_t i = 0; i < YK_COUNT_OF(value); i++)
        c[i] = yk_toned(yk_some_number(value[i]), YK_TONE_STRONG);
    if (isnan(value[5]))
        c[5] = yk_toned(yk_text_cell(_("not known")), YK_TONE_MUTED);
    if (value[3] > 0)
        c[3].tone = YK_TONE_WARN;
}

static void outcome_counts(struct yk_view *v, struct yk_sheet *sheet)
{
    const struct yk_coverage *k = v->coverage;
    const struct yk_column column[] = {
        {.heading = _("Outcome at the door")},
        {.heading = _("Doors"), .format = YK_AS_COUNT},
        {.heading = _("Share"), .format = YK_AS_PERCENT},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "outcomes", _("What came of the doors"),
                                        column, YK_COUNT_OF(column));
    for (size_t i = 0; i < k->outcomes; i++) {
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(yk_word_choice(v, "visit_result", k->outcome[i].code));
        c[1] = yk_number_cell((double)k->outcome[i].count);
        c[2] = yk_number_cell((double)k->outcome[i].count / (double)k->doors_done);
    }
}

/* Overdue ones first, then by date; cells that nobody has been given last. */
static int by_urgency(const void *left, const void *right)
{
    const struct yk_area *a = *(const struct yk_area *const *)left;
    const struct yk_area *b = *(const struct yk_area *const *)right;
    if (a->listed != b->listed)
        return b->listed - a->listed;
    if (a->due != b->due)
        return a->due == YK_DAY_NONE || (b->due != YK_DAY_NONE && a->due > b->due) ? 1 : -1;
    return strcmp(a->grid_id, b->grid_id);
}

static struct yk_table *area_table(struct yk_view *v, struct yk_sheet *sheet, const char *name,
                                   const char *title)
{
    const struct yk_column column[] = {
        {.heading = _("Cell"), .format = YK_AS_WRAP, .width = 20},
        {.heading = _("State"), .width = 9},
        {.heading = _("Doors visited"), .format = YK_AS_COUNT, .width = 8},
        {.heading = _("Doors expected"), .format = YK_AS_COUNT, .width = 8},
        {.heading = _("Source of the expectation"), .format = YK_AS_WRAP, .width = 15},
        {.heading = _("Person"), .format = YK_AS_WRAP, .width = 11},
        {.heading = _("Due"), .format = YK_AS_DAY, .width = 12},
        {.heading = _("Remark"), .format = YK_AS_WRAP, .width = 30},
        {.heading = _("Centre (latitude, longitude)"), .width = 23},
    };
    return yk_sheet_table(v->sheets, sheet, name, title, column, YK_COUNT_OF(column));
}

static void put_area(struct yk_view *v, struct yk_table *t, const struct yk_area *area)
{
    struct yk_arena *a = v->sheets->arena;
    struct yk_cell *c = yk_table_row(v->sheets, t);
    const char *source = !strcmp(area->expected_source, "gazetteer")
                             ? _("gazetteer")
                             : yk_word_choice(v, "door_source", area->expected_source);
    c[0] = yk_toned(yk_text_cell(yk_arena_printf(a, "%s%s%s", area->grid_id, *area->name ? " " : "",
                                                 area->name)),
                    YK_TONE_STRONG);
    c[1] = yk_toned(yk_text_cell(yk_word_state(v, area)), yk_tone_of_area(area));
    c[2] = yk_number_cell((double)area->done);
    c[3] = yk_some_number(area->expected);
    c[4] = yk_text_cell(source);
    c[5] = *area->person ? yk_text_cell(area->person)
                         : yk_toned(yk_text_cell(_("nobody yet")), YK_TONE_WARN);
    c[6] = yk_day_cell(area->due);
    if (area->overdue)
        c[6].tone = YK_TONE_WARN;
    c[7] = yk_text_cell(yk_word_area(v, area));
    if (isfinite(area->centre.lat))
        c[8] = yk_text_cell(yk_arena_printf(a, "%.6f, %.6f", area->centre.lat, area->centre.lon));
}

static void blank_list(struct yk_view *v, struct yk_sheet *sheet)
{
    const struct yk_coverage *k = v->coverage;
    const struct yk_area **blank =
        YK_ARENA_ARRAY(v->sheets->arena, const struct yk_area *, k->areas + 1);
    size_t n = 0;
    for (size_t i = 0; i < k->areas; i++)
        if (yk_area_blank(&k->area[i]) && !yk_area_unknown(&k->area[i]))
            blank[n++] = &k->area[i];
    qsort(blank, n, sizeof *blank, by_urgency);
    struct yk_table *t =
        area_table(v, sheet, "blank", _("Blank list: who still has to go where, until when"));
    for (size_t i = 0; i < n; i++)
        put_area(v, t, blank[i]);
}

static void aside_list(struct yk_view *v, struct yk_sheet *sheet)
{
    if (!v->coverage->cells_aside)
        return;
    struct yk_table *t = area_table(v, sheet, "aside", _("Cells set aside"));
    for (size_t i = 0; i < v->coverage->areas; i++)
        if (yk_area_set_aside(&v->coverage->area[i]))
            put_area(v, t, &v->coverage->area[i]);
}

static void unvisited(struct yk_view *v, struct yk_sheet *sheet)
{
    const struct yk_coverage *k = v->coverage;
    const struct yk_column column[] = {
        {.heading = _("Listed place"), .format = YK_AS_WRAP},
        {.heading = _("Kind"), .format = YK_AS_WRAP},
        {.heading = _("Metres"), .format = YK_AS_COUNT},
        {.heading = _("Cell")},
        {.heading = _("Address"), .format = YK_AS_WRAP, .width = 15},
    };
    if (!k->unvisiteds)
        return;
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "unvisited",
                       _("Places of the gazetteer that nobody has visited, the nearest first"),
                       column, YK_COUNT_OF(column));
    for (size_t i = 0; i < k->unvisiteds; i++) {
        const struct yk_gazetteer_entry *entry = &v->territory->gazetteer[k->unvisited[i].entry];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_toned(yk_text_cell(entry->name), YK_TONE_STRONG);
        c[1] = yk_text_cell(yk_word_choice(v, "category", entry->kind));
        c[2] = yk_some_number(k->unvisited[i].metres);
        if (k->unvisited[i].area != SIZE_MAX)
            c[3] = yk_text_cell(k->area[k->unvisited[i].area].grid_id);
        c[4] = yk_text_cell(entry->address);
    }
}

static const char *note(const struct yk_view *v)
{
    const struct yk_coverage *k = v->coverage;
    size_t unknown = 0;
    for (size_t i = 0; i < k->areas; i++)
        unknown += yk_area_unknown(&k->area[i]);
    return yk_arena_printf(
        v->sheets->arena,
        _("As of %s. Clients there are in all: %s. A cell is done when as many doors were visited "
          "as are expected; without an expectation it never is. %zu more squares of 500 m are in "
          "nobody's list: they are on the next sheet, give them to somebody."),
        yk_word_day(v, v->territory->today), yk_word_missed(v, &k->missed), unknown);
}

void yk_coverage_sheets(struct yk_view *v)
{
    if (!v->coverage)
        return;
    const char *name = v->territory->station[v->coverage->station].name;
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Coverage"),
                      yk_arena_printf(v->sheets->arena, _("%s: what is still blank"), name));
    sheet->paper = YK_LANDSCAPE;
    sheet->note = note(v);
    blank_list(v, sheet);
    aside_list(v, sheet);
    unvisited(v, sheet);
    outcome_counts(v, sheet);
    yk_coverage_map(v);
}
