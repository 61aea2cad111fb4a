/* run.c - what was worked out, kept until the facts change. */
#include <math.h>
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"

static yk_code read_run(struct yk_id *run, struct lite *l, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_RUN, err);
    bool row;
    if (!st || lite_next(&row, l, st, N_("reading the last run"), err))
        return err->code;
    *run = row ? lite_id_at(st, 0) : (struct yk_id){""};
    sqlite3_reset(st);
    return YK_OK;
}

yk_code lite_last_run(struct yk_id *run, struct yk_store *s, struct yk_err *err)
{
    return read_run(run, lite_of(s), err);
}

yk_code lite_drop_run(struct lite *l, struct yk_err *err)
{
    return lite_exec(l, "DELETE FROM plan_line; DELETE FROM client; DELETE FROM run",
                     N_("dropping the last run"), err);
}

static yk_code forget(struct lite *l, const void *task, struct yk_err *err)
{
    (void)task;
    return lite_drop_run(l, err);
}

yk_code lite_forget_run(struct yk_store *s, struct yk_err *err)
{
    return lite_write(lite_of(s), forget, NULL, N_("dropping the last run"), err);
}

struct run_task {
    const struct yk_id *run;
    const struct yk_territory *t;
    const struct yk_derived *d;
    const struct yk_plan *const *plan;
    size_t plans;
};

static yk_code add_run(struct lite *l, const struct run_task *task, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_RUN_ADD, err);
    struct lite_id run = lite_bytes(task->run);
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &run);
    sqlite3_bind_int64(st, 2, task->t->facts);
    sqlite3_bind_int64(st, 3, (sqlite3_int64)task->d->count);
    return lite_run(l, st, N_("storing the run"), err);
}

static const char *station_code(const struct yk_territory *t, size_t station)
{
    return station < t->stations ? t->station[station].code : "";
}

static void bind_place(sqlite3_stmt *st, const struct yk_territory *t, const struct yk_place *p)
{
    sqlite3_bind_null(st, 6);
    sqlite3_bind_null(st, 7);
    if (p->located) {
        sqlite3_bind_double(st, 6, p->point.lat);
        sqlite3_bind_double(st, 7, p->point.lon);
    }
    lite_bind_text(st, 8, p->place_class);
    sqlite3_bind_double(st, 9, p->error_m); /* NAN becomes NULL */
    lite_bind_text(st, 10, p->method);
    lite_bind_text(st, 11, yk_verdict_code(p->verdict));
    lite_bind_text(st, 12, station_code(t, p->owner));
    sqlite3_bind_double(st, 13, p->distance_m);
}

static void bind_estimate(sqlite3_stmt *st, const struct yk_estimate *e)
{
    const double value[] = {e->vehicles.p50, e->litres.p10, e->litres.p50, e->litres.p90,
                            e->litres.mean};
    for (size_t i = 0; i < sizeof value / sizeof *value; i++)
        sqlite3_bind_double(st, 14 + (int)i, e->none ? (double)NAN : value[i]);
    sqlite3_bind_text(st, 19, &e->confidence, e->none ? 0 : 1, SQLITE_STATIC);
}

static yk_code add_client(struct lite *l, const struct run_task *task, size_t i, struct yk_err *err)
{
    const struct yk_door *door = &task->t->door[i];
    struct lite_id id = lite_bytes(&door->id), submission = lite_bytes(&door->submission);
    sqlite3_stmt *st = lite_ready(l, LITE_CLIENT_ADD, err);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, door->station_code);
    lite_bind_id(st, 2, &id);
    lite_bind_id(st, 3, &submission);
    lite_bind_text(st, 4, yk_answer_text(&door->answers, "client_name"));
    lite_bind_text(st, 5, yk_answer_text(&door->answers, "category"));
    bind_place(st, task->t, &task->d->place[i]);
    bind_estimate(st, &task->d->estimate[i]);
    return lite_run(l, st, N_("storing the run"), err);
}

static yk_code write_run(struct lite *l, const void *task, struct yk_err *err)
{
    const struct run_task *r = task;
    long long facts;
    if (lite_number(&facts, l, lite_sql_text(LITE_FACTS), 0, err))
        return err->code;
    if (facts != r->t->facts)
        return YK_OK; /* what follows from them is another run's */
    if (lite_drop_run(l, err) || add_run(l, r, err))
        return err->code;
    for (size_t i = 0; i < r->d->count; i++)
        if (add_client(l, r, i, err))
            return err->code;
    return YK_OK;
}

yk_code lite_put_run(struct yk_store *s, const struct yk_id *run, const struct yk_territory *t,
                     const struct yk_derived *d, struct yk_err *err)
{
    struct run_task task = {.run = run, .t = t, .d = d};
    return lite_write(lite_of(s), write_run, &task, N_("storing the run"), err);
}

static yk_code add_line(struct lite *l, const char *station, const struct yk_territory *t,
                        const struct yk_plan_line *p, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_PLAN_ADD, err);
    const struct yk_door *door = &t->door[p->door];
    struct lite_id id = lite_bytes(&door->id);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, station);
    sqlite3_bind_int64(st, 2, (sqlite3_int64)p->rank);
    lite_bind_text(st, 3, door->station_code);
    lite_bind_id(st, 4, &id);
    lite_bind_text(st, 5, p->tier_now);
    lite_bind_text(st, 6, p->tier_potential);
    lite_bind_text(st, 7, p->rule ? p->rule->rule_id : "");
    lite_bind_text(st, 8, p->stage);
    lite_bind_text(st, 9, p->owner);
    sqlite3_bind_int(st, 10, p->due_week);
    lite_bind_text(st, 11, p->left_out);
    sqlite3_bind_double(st, 12, p->own_share);
    sqlite3_bind_double(st, 13, p->p_win);
    sqlite3_bind_double(st, 14, p->winnable_litres);
    sqlite3_bind_double(st, 15, p->score_yuan_year);
    return lite_run(l, st, N_("storing a plan"), err);
}

static yk_code write_plan(struct lite *l, const struct yk_territory *t, const struct yk_plan *plan,
                          struct yk_err *err)
{
    const char *station = station_code(t, plan->station);
    sqlite3_stmt *st = lite_ready(l, LITE_PLAN_FORGET, err);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, station);
    if (lite_run(l, st, N_("storing a plan"), err))
        return err->code;
    for (size_t i = 0; i < plan->lines; i++)
        if (add_line(l, station, t, &plan->line[i], err))
            return err->code;
    return YK_OK;
}

static yk_code write_plans(struct lite *l, const void *task, struct yk_err *err)
{
    const struct run_task *r = task;
    struct yk_id last;
    if (read_run(&last, l, err))
        return err->code;
    if (strcmp(last.text, r->run->text) != 0)
        return YK_OK; /* lines of two runs must not stand side by side */
    for (size_t i = 0; i < r->plans; i++)
        if (write_plan(l, r->t, r->plan[i], err))
            return err->code;
    return YK_OK;
}

yk_code lite_put_plans(struct yk_store *s, const struct yk_id *run, const struct yk_territory *t,
                       const struct yk_plan *const *plan, size_t plans, struct yk_err *err)
{
    struct run_task task = {.run = run, .t = t, .plan = plan, .plans = plans};
    return lite_write(lite_of(s), write_plans, &task, N_("storing a plan"), err);
}
