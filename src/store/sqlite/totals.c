/* totals.c - what the issued plans of all stations say together, a station at a time: its lines are
 * added up where they lie, and only sums come up. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lite.h"
#include "totals.h"
#include "youka/base/say.h"

/* The reading goes through the lines and does not come back: pages kept would only grow with them.
 */
#define SMALL_CACHE "PRAGMA cache_size = -16384"
#define DOING N_("reading the issued plans")

/* Of LITE_TOTALS_PLANS. */
enum { STATION, PLAN, DAY, AT, WHO, NAME, REGION, RULES, WALK };

static void read_walk(struct yk_totals_walk *out, sqlite3_stmt *st)
{
    double *const number[] = {&out->cells,          &out->cells_done, &out->cells_aside,
                              &out->doors_expected, &out->doors_done, &out->unvisited,
                              &out->missed};
    for (int k = 0; k < (int)(sizeof number / sizeof *number); k++)
        *number[k] = lite_real(st, WALK + k);
}

/* The newest plan of a station, or the one before it, which follows. */
static yk_code read_plan(struct reading *r, sqlite3_stmt *st, struct yk_err *err)
{
    const char *text = lite_text(st, DAY, r->a);
    struct yk_id id = lite_id_at(st, PLAN);
    yk_day day;
    if (!yk_day_read(&day, text))
        return yk_fail(err, YK_E_STORE,
                       _("the issued plan %.12s has the day «%s»; run `youka db check`"), id.text,
                       text);
    struct yk_totals_station *last = r->stations ? &r->station[r->stations - 1] : NULL;
    if (last && !strcmp((const char *)sqlite3_column_text(st, STATION), last->code)) {
        last->day_before = day;
        r->before[r->stations - 1] = id;
        return YK_OK;
    }
    r->station = yk_grow(r->station, &r->station_room, r->stations + 1, sizeof *r->station);
    r->before = yk_grow(r->before, &r->before_room, r->stations + 1, sizeof *r->before);
    struct yk_totals_station *s = &r->station[r->stations++];
    *s = (struct yk_totals_station){.code = lite_text(st, STATION, r->a),
                                    .name = lite_text(st, NAME, r->a),
                                    .region = lite_text(st, REGION, r->a),
                                    .rules_version = lite_text(st, RULES, r->a),
                                    .at = lite_text(st, AT, r->a),
                                    .who = lite_text(st, WHO, r->a),
                                    .plan = id,
                                    .day = day,
                                    .day_before = YK_DAY_NONE};
    read_walk(&s->walk, st);
    return YK_OK;
}

/* Every row of a statement that is bound. */
static yk_code each(struct reading *r, sqlite3_stmt *st, take_row *take, struct yk_err *err)
{
    bool row;
    for (;;) {
        if (lite_next(&row, r->l, st, DOING, err))
            return err->code;
        if (!row)
            return YK_OK;
        if (take(r, st, err)) {
            sqlite3_reset(st);
            return err->code;
        }
    }
}

static yk_code read_plans(struct reading *r, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(r->l, LITE_TOTALS_PLANS, err);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, r->today);
    return each(r, st, read_plan, err);
}

static void add_figures(double to[YK_FIGURES], sqlite3_stmt *st)
{
    for (int k = 0; k < YK_FIGURES; k++)
        to[k] += sqlite3_column_double(st, 1 + k);
}

static yk_code take_before(struct reading *r, sqlite3_stmt *st, struct yk_err *err)
{
    (void)err;
    r->station[r->at].before = (struct yk_totals_before){.clients = sqlite3_column_double(st, 0),
                                                         .buying = sqlite3_column_double(st, 1),
                                                         .mean = sqlite3_column_double(st, 2),
                                                         .ours = sqlite3_column_double(st, 3)};
    return YK_OK;
}

static yk_code take_figures(struct reading *r, sqlite3_stmt *st, struct yk_err *err)
{
    (void)err;
    add_figures(r->station[r->at].figure, st);
    add_figures(lite_totals_category(r, (const char *)sqlite3_column_text(st, 0))->figure, st);
    return YK_OK;
}

/* A statement on one plan of the station at hand. */
static sqlite3_stmt *of_plan(struct reading *r, enum lite_sql which, const struct lite_id *plan,
                             struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(r->l, which, err);
    if (!st)
        return NULL;
    lite_bind_text(st, 1, r->station[r->at].code);
    lite_bind_id(st, 2, plan);
    return st;
}

static yk_code read_figures(struct reading *r, const struct lite_id *plan, yk_day day,
                            struct yk_err *err)
{
    sqlite3_stmt *st = of_plan(r, LITE_TOTALS_FIGURES, plan, err);
    char text[11];
    if (!st)
        return err->code;
    yk_day_write(text, day);
    sqlite3_bind_double(st, 3, r->wish->big_t);
    sqlite3_bind_double(st, 4, r->wish->great_t);
    lite_bind_text(st, 5, text);
    return each(r, st, take_figures, err);
}

static yk_code read_parts(struct reading *r, const struct lite_id *plan, struct yk_err *err)
{
    static const struct {
        enum lite_sql which;
        take_row *take;
    } part[] = {{LITE_TOTALS_FUEL, lite_totals_fuel},
                {LITE_TOTALS_POLICIES, lite_totals_policy},
                {LITE_TOTALS_RISKS, lite_totals_risk}};
    for (size_t i = 0; i < sizeof part / sizeof *part; i++) {
        sqlite3_stmt *st = of_plan(r, part[i].which, plan, err);
        if (!st || each(r, st, part[i].take, err))
            return err->code;
    }
    return YK_OK;
}

static yk_code read_moves(struct reading *r, const struct lite_id *plan,
                          const struct lite_id *before, struct yk_err *err)
{
    char day[11];
    yk_day_write(day, r->station[r->at].day_before);
    sqlite3_stmt *st = of_plan(r, LITE_TOTALS_MOVES, plan, err);
    if (!st)
        return err->code;
    lite_bind_id(st, 3, before);
    if (each(r, st, lite_totals_move, err))
        return err->code;
    st = of_plan(r, LITE_TOTALS_LEFT, plan, err);
    if (!st)
        return err->code;
    lite_bind_id(st, 3, before);
    lite_bind_text(st, 4, day);
    lite_bind_text(st, 5, r->today);
    return each(r, st, lite_totals_left, err);
}

static yk_code read_station(struct reading *r, struct yk_err *err)
{
    const struct yk_totals_station *s = &r->station[r->at];
    struct lite_id plan = lite_bytes(&s->plan);
    if (read_figures(r, &plan, s->day, err) || read_parts(r, &plan, err))
        return err->code;
    if (s->day_before == YK_DAY_NONE)
        return YK_OK;
    struct lite_id before = lite_bytes(&r->before[r->at]);
    sqlite3_stmt *st = of_plan(r, LITE_TOTALS_BEFORE, &before, err);
    if (!st || each(r, st, take_before, err))
        return err->code;
    return read_moves(r, &plan, &before, err);
}

static yk_code take_twice(struct reading *r, sqlite3_stmt *st, struct yk_err *err)
{
    (void)err;
    r->out->twice = sqlite3_column_double(st, 0);
    r->out->twice_litres = sqlite3_column_double(st, 1);
    return YK_OK;
}

static yk_code read_lists(struct reading *r, struct yk_err *err)
{
    const struct {
        enum lite_sql which;
        double least;
        struct yk_totals_client **to;
        size_t *count;
    } list[] = {
        {LITE_TOTALS_BIG, r->wish->big_t, &r->out->big, &r->out->bigs},
        {LITE_TOTALS_DESIGNATED, 0, &r->out->designated, &r->out->designateds},
        {LITE_TOTALS_LOST, 0, &r->out->lost, &r->out->losts},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        sqlite3_stmt *st = lite_ready(r->l, list[i].which, err);
        if (!st)
            return err->code;
        *list[i].to = r->list = YK_ARENA_ARRAY(r->a, struct yk_totals_client, r->wish->most);
        r->listed = 0;
        lite_bind_text(st, 1, r->today);
        sqlite3_bind_double(st, 2, list[i].least);
        sqlite3_bind_int64(st, 3, (sqlite3_int64)r->wish->most);
        if (each(r, st, lite_totals_client, err))
            return err->code;
        *list[i].count = r->listed;
    }
    sqlite3_stmt *st = lite_ready(r->l, LITE_TOTALS_TWICE, err);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, r->today);
    return each(r, st, take_twice, err);
}

static yk_code read_all(struct reading *r, const struct yk_watch *watch, struct yk_err *err)
{
    if (read_plans(r, err))
        return err->code;
    for (r->at = 0; r->at < r->stations; r->at++) {
        yk_progress(watch, _("adding up the issued plans"), r->at, r->stations);
        if (read_station(r, err))
            return err->code;
    }
    return r->stations ? read_lists(r, err) : YK_OK;
}

yk_code lite_issued_totals(struct yk_totals *out, struct yk_store *s,
                           const struct yk_totals_wish *wish, const struct yk_watch *watch,
                           struct yk_arena *a, struct yk_err *err)
{
    struct lite *l = lite_of(s);
    struct yk_totals made = {.wish = *wish};
    struct reading r = {.l = l, .wish = wish, .out = &made, .a = a};
    yk_day_write(r.today, wish->today);
    if (lite_exec(l, SMALL_CACHE "; BEGIN", DOING, err))
        return err->code;
    yk_code code = read_all(&r, watch, err);
    lite_rollback(l); /* nothing was written */
    if (!code) {
        lite_totals_keep(&r);
        *out = made;
    }
    lite_totals_release(&r);
    struct yk_err ignored = {0};
    (void)!lite_exec(l, LITE_CACHE, DOING, &ignored);
    return code;
}
