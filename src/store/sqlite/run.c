/* run.c - what was worked out, kept until the facts change. */
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

yk_code lite_facts_version(long long *facts, struct yk_id *run, struct yk_store *s,
                           struct yk_err *err)
{
    struct lite *l = lite_of(s);
    struct yk_id last;
    long long version;
    if (lite_exec(l, "BEGIN", N_("reading the last run"), err))
        return err->code;
    yk_code code = read_run(&last, l, err);
    if (!code)
        code = lite_number(&version, l, lite_sql_text(LITE_FACTS), 0, err);
    lite_rollback(l); /* nothing was written */
    if (!code) {
        *facts = version;
        *run = last;
    }
    return code;
}

yk_code lite_drop_run(struct lite *l, struct yk_err *err)
{
    return lite_exec(l,
                     "DELETE FROM plan_line; DELETE FROM estimate; DELETE FROM place;"
                     "DELETE FROM client; DELETE FROM run",
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
    const struct yk_plan *plan;
};

static yk_code add_run(struct lite *l, const struct run_task *task, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_RUN_ADD, err);
    struct lite_id run = lite_bytes(task->run);
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &run);
    sqlite3_bind_int64(st, 2, l->read_facts);
    sqlite3_bind_int64(st, 3, (sqlite3_int64)task->d->count);
    return lite_run(l, st, N_("storing the run"), err);
}

static yk_code add_client(struct lite *l, const struct yk_door *door, const struct lite_id *id,
                          struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_CLIENT_ADD, err);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, door->station_code);
    lite_bind_id(st, 2, id);
    lite_bind_text(st, 3, door->key);
    lite_bind_text(st, 4, yk_answer_text(&door->answers, "client_name"));
    lite_bind_text(st, 5, yk_answer_text(&door->answers, "category"));
    return lite_run(l, st, N_("storing the run"), err);
}

static const char *station_code(const struct yk_territory *t, size_t station)
{
    return station < t->stations ? t->station[station].code : "";
}

static yk_code add_place(struct lite *l, const struct yk_territory *t, const struct yk_door *door,
                         const struct lite_id *id, const struct yk_place *p, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_PLACE_ADD, err);
    struct yk_buf *other = &l->answers;
    if (!st)
        return err->code;
    yk_buf_clear(other);
    yk_buf_puts(other, "[");
    for (size_t i = 0; i < p->others; i++) {
        yk_buf_puts(other, i ? "," : "");
        yk_json_text(other, station_code(t, p->other[i]));
    }
    yk_buf_puts(other, "]");
    lite_bind_text(st, 1, door->station_code);
    lite_bind_id(st, 2, id);
    sqlite3_bind_null(st, 3);
    sqlite3_bind_null(st, 4);
    if (p->located) {
        sqlite3_bind_double(st, 3, p->point.lat);
        sqlite3_bind_double(st, 4, p->point.lon);
    }
    lite_bind_text(st, 5, p->place_class);
    sqlite3_bind_double(st, 6, p->error_m); /* NAN becomes NULL */
    lite_bind_text(st, 7, p->method);
    lite_bind_text(st, 8, yk_verdict_code(p->verdict));
    lite_bind_text(st, 9, station_code(t, p->owner));
    sqlite3_bind_double(st, 10, p->distance_m);
    lite_bind_text(st, 11, other->text);
    sqlite3_bind_double(st, 12, p->runner_up_m);
    return lite_run(l, st, N_("storing the run"), err);
}

static void put_member(struct yk_buf *b, const char *lead, double value)
{
    yk_buf_puts(b, lead);
    yk_json_number(b, value);
}

static void put_range(struct yk_buf *b, const struct yk_range *r)
{
    put_member(b, "[", r->p10);
    put_member(b, ",", r->p50);
    put_member(b, ",", r->p90);
    put_member(b, ",", r->mean);
    yk_buf_puts(b, "]");
}

static void put_piece(struct yk_buf *b, const struct yk_piece *p)
{
    yk_buf_puts(b, "{\"piece\":");
    yk_json_text(b, p->piece ? p->piece : "");
    yk_buf_puts(b, ",\"source\":");
    yk_json_text(b, p->source ? p->source : "");
    put_member(b, ",\"value\":", p->value);
    put_member(b, ",\"weight\":", p->weight);
    yk_buf_puts(b, ",\"unit\":");
    yk_json_text(b, p->unit ? p->unit : "");
    put_member(b, ",\"told\":", p->told);
    yk_buf_puts(b, "}");
}

static void explain_estimate(struct yk_buf *b, const struct yk_estimate *e)
{
    yk_buf_clear(b);
    yk_buf_puts(b, "{\"vehicles\":");
    put_range(b, &e->vehicles);
    put_member(b, ",\"log_mean\":", e->log_mean);
    put_member(b, ",\"log_var\":", e->log_var);
    for (size_t i = 0; i < YK_GRADES; i++) {
        yk_buf_puts(b, i ? "," : ",\"grades\":[");
        put_range(b, &e->grade[i]);
    }
    yk_buf_puts(b, "],\"pieces\":[");
    for (size_t i = 0; i < e->pieces; i++) {
        yk_buf_puts(b, i ? "," : "");
        put_piece(b, &e->piece[i]);
    }
    yk_buf_puts(b, "]}");
}

static yk_code add_estimate(struct lite *l, const struct yk_door *door, const struct lite_id *id,
                            const struct yk_estimate *e, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_ESTIMATE_ADD, err);
    char confidence[2] = {e->confidence, '\0'};
    if (!st)
        return err->code;
    explain_estimate(&l->answers, e);
    lite_bind_text(st, 1, door->station_code);
    lite_bind_id(st, 2, id);
    sqlite3_bind_double(st, 3, e->litres.p10);
    sqlite3_bind_double(st, 4, e->litres.p50);
    sqlite3_bind_double(st, 5, e->litres.p90);
    sqlite3_bind_double(st, 6, e->litres.mean);
    lite_bind_text(st, 7, confidence);
    sqlite3_bind_int(st, 8, e->unit_question);
    lite_bind_text(st, 9, l->answers.text);
    return lite_run(l, st, N_("storing the run"), err);
}

static yk_code write_run(struct lite *l, const void *task, struct yk_err *err)
{
    const struct run_task *r = task;
    if (lite_drop_run(l, err) || add_run(l, r, err))
        return err->code;
    for (size_t i = 0; i < r->d->count; i++) {
        const struct yk_door *door = &r->t->door[i];
        struct lite_id id = lite_bytes(&door->id);
        if (add_client(l, door, &id, err) || add_place(l, r->t, door, &id, &r->d->place[i], err) ||
            (!r->d->estimate[i].none && add_estimate(l, door, &id, &r->d->estimate[i], err)))
            return err->code;
    }
    return YK_OK;
}

yk_code lite_put_run(struct yk_store *s, const struct yk_id *run, const struct yk_territory *t,
                     const struct yk_derived *d, struct yk_err *err)
{
    struct run_task task = {.run = run, .t = t, .d = d};
    return lite_write(lite_of(s), write_run, &task, N_("storing the run"), err);
}

static void explain_line(struct yk_buf *b, const struct yk_plan_line *p)
{
    yk_buf_clear(b);
    put_member(b, "{\"own_share\":", p->own_share);
    put_member(b, ",\"access\":", p->access);
    put_member(b, ",\"p_win\":", p->p_win);
    put_member(b, ",\"winnable_litres\":", p->winnable_litres);
    put_member(b, ",\"margin_yuan_l\":", p->margin_yuan_l);
    put_member(b, ",\"score_yuan_year\":", p->score_yuan_year);
    put_member(b, ",\"score_yuan_hour\":", p->score_yuan_hour);
    put_member(b, ",\"hours\":", p->hours);
    yk_buf_puts(b, "}");
}

static yk_code add_line(struct lite *l, const char *station, const struct yk_territory *t,
                        const struct yk_plan_line *p, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_PLAN_ADD, err);
    const struct yk_door *door = &t->door[p->door];
    struct lite_id id = lite_bytes(&door->id);
    if (!st)
        return err->code;
    explain_line(&l->answers, p);
    lite_bind_text(st, 1, station);
    sqlite3_bind_int64(st, 2, (sqlite3_int64)p->rank);
    lite_bind_text(st, 3, door->station_code);
    lite_bind_id(st, 4, &id);
    lite_bind_text(st, 5, p->tier_now);
    lite_bind_text(st, 6, p->tier_potential);
    lite_bind_text(st, 7, p->rule ? p->rule->rule_id : "");
    lite_bind_text(st, 8, p->stage);
    lite_bind_text(st, 9, p->missing);
    lite_bind_text(st, 10, p->owner);
    sqlite3_bind_int(st, 11, p->due_week);
    lite_bind_text(st, 12, p->left_out);
    lite_bind_text(st, 13, l->answers.text);
    return lite_run(l, st, N_("storing a plan"), err);
}

static yk_code write_plan(struct lite *l, const void *task, struct yk_err *err)
{
    const struct run_task *r = task;
    const char *station = station_code(r->t, r->plan->station);
    struct yk_id last;
    if (read_run(&last, l, err))
        return err->code;
    if (strcmp(last.text, r->run->text) != 0)
        return YK_OK; /* lines of two runs must not stand side by side */
    sqlite3_stmt *st = lite_ready(l, LITE_PLAN_FORGET, err);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, station);
    if (lite_run(l, st, N_("storing a plan"), err))
        return err->code;
    for (size_t i = 0; i < r->plan->lines; i++)
        if (add_line(l, station, r->t, &r->plan->line[i], err))
            return err->code;
    return YK_OK;
}

yk_code lite_put_plan(struct yk_store *s, const struct yk_id *run, const struct yk_territory *t,
                      const struct yk_plan *plan, struct yk_err *err)
{
    struct run_task task = {.run = run, .t = t, .plan = plan};
    return lite_write(lite_of(s), write_plan, &task, N_("storing a plan"), err);
}
