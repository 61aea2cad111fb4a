/* coverage.c - a station's cells, the doors in them, what is blank. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "parts.h"

static bool circle_holds(const struct yk_place *place, size_t station)
{
    if (place->owner == station)
        return true;
    for (size_t i = 0; i < place->others; i++)
        if (place->other[i] == station)
            return true;
    return false;
}

static void find_doors(struct covering *c)
{
    size_t held = 0;
    for (size_t i = 0; i < c->t->doors; i++)
        held += circle_holds(&c->place[i], c->out->station);
    c->door = YK_ARENA_ARRAY(c->a, size_t, held);
    for (size_t i = 0; i < c->t->doors; i++)
        if (circle_holds(&c->place[i], c->out->station))
            c->door[c->doors++] = i;
}

/* The cell that the door names, when it is the station's own; else where it lies. */
static yk_code cell_of(size_t *out, const struct covering *c, size_t number, struct yk_err *err)
{
    const struct yk_door *door = &c->t->door[number];
    const char *grid = yk_answer_text(&door->answers, "grid_id");
    *out = NOWHERE;
    if (grid && strcmp(door->station_code, c->station->code) == 0 &&
        yk_map_find(&c->cells->name, yk_text_key(c->a, grid), out))
        return YK_OK;
    return c->place[number].located ? yk_cells_find(out, c, c->place[number].point, err) : YK_OK;
}

static int by_code(const void *left, const void *right)
{
    const struct yk_outcome *a = left, *b = right;
    return strcmp(a->code, b->code);
}

/* There are few outcomes: a handful of codes of one list. */
static void count_outcome(struct yk_coverage *out, const char *code)
{
    size_t i = 0;
    while (i < out->outcomes && strcmp(out->outcome[i].code, code) != 0)
        i++;
    if (i == out->outcomes)
        out->outcome[out->outcomes++] = (struct yk_outcome){code, 0};
    out->outcome[i].count++;
}

static yk_code count_doors(struct covering *c, struct yk_err *err)
{
    struct yk_coverage *out = c->out;
    out->outcome = YK_ARENA_ARRAY(c->a, struct yk_outcome, c->doors);
    for (size_t k = 0; k < c->doors; k++) {
        const char *result = yk_answer_text(&c->t->door[c->door[k]].answers, "visit_result");
        size_t area;
        if (!result)
            continue;
        count_outcome(out, result);
        out->doors_done++;
        if (cell_of(&area, c, c->door[k], err))
            return err->code;
        if (area != NOWHERE)
            out->area[area].done++;
    }
    if (out->outcomes > 1)
        qsort(out->outcome, out->outcomes, sizeof *out->outcome, by_code);
    return YK_OK;
}

/* Where the walk list tells no number, the places known in the cell are the least there is. */
static void expect_places(struct covering *c, const struct spots *spots)
{
    double *places = YK_ARENA_ARRAY(c->a, double, c->out->areas);
    for (size_t i = 0; i < spots->count; i++)
        if (!spots->spot[i].again && spots->spot[i].area != NOWHERE)
            places[spots->spot[i].area]++;
    for (size_t i = 0; i < c->out->areas; i++) {
        struct yk_area *area = &c->out->area[i];
        if (!isnan(area->expected) || places[i] == 0)
            continue;
        area->expected = places[i];
        area->expected_source = "gazetteer";
    }
}

static void settle_states(struct covering *c)
{
    struct yk_coverage *out = c->out;
    for (size_t i = 0; i < out->areas; i++) {
        struct yk_area *area = &out->area[i];
        if (!isnan(area->expected))
            out->doors_expected += area->expected;
        if (yk_area_set_aside(area)) {
            out->cells_aside++;
            continue;
        }
        bool begun = area->done > 0 || area->state != YK_AREA_NOT_YET;
        area->state = (double)area->done >= area->expected ? YK_AREA_DONE
                      : begun                              ? YK_AREA_ONGOING
                                                           : YK_AREA_NOT_YET;
        out->cells_done += area->state == YK_AREA_DONE;
        area->overdue =
            area->state != YK_AREA_DONE && area->due != YK_DAY_NONE && area->due < c->t->today;
    }
}

static void note_unvisited(struct covering *c, const struct spots *spots)
{
    struct yk_coverage *out = c->out;
    out->unvisited = YK_ARENA_ARRAY(c->a, struct yk_unvisited, spots->count);
    for (size_t i = 0; i < spots->count; i++) {
        const struct spot *spot = &spots->spot[i];
        if (!spot->again && spot->door == NOWHERE)
            out->unvisited[out->unvisiteds++] =
                (struct yk_unvisited){spot->entry, spot->area, spot->metres};
    }
}

static yk_code cover(struct covering *c, struct yk_err *err)
{
    struct spots spots;
    find_doors(c);
    if (count_doors(c, err) || yk_spots_find(&spots, c, err))
        return err->code;
    expect_places(c, &spots);
    settle_states(c);
    yk_suspect_areas(c);
    yk_cells_map(c);
    yk_spots_match(&spots, c);
    note_unvisited(c, &spots);
    yk_missed_of(&c->out->missed, c, &spots);
    return YK_OK;
}

yk_code yk_coverage_of(struct yk_coverage *out, const struct yk_territory *t,
                       const struct yk_place *place, size_t station, struct yk_arena *a,
                       struct yk_err *err)
{
    struct cells cells = {0};
    struct yk_coverage made = {.station = station};
    struct covering c = {
        .t = t, .place = place, .station = &t->station[station], .a = a, .out = &made};
    yk_code code = yk_cells_lay(&c, &cells, err);
    if (!code)
        code = cover(&c, err);
    yk_cells_release(&cells);
    if (!code)
        *out = made;
    return code;
}
