/* plans.c - plans that were issued, and the newest of each station read back. */
#include <stdlib.h>
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"

enum { FIRST_TEXT = 5 }; /* of the parameters of LITE_ISSUED_LINE_ADD */

/* What a line says, in the order of the columns from `name` on; both hashed and stored. */
struct said {
    const char *text[14];
    double number[16];
};
enum {
    TEXTS = sizeof((struct said *)0)->text / sizeof(const char *),
    NUMBERS = sizeof((struct said *)0)->number / sizeof(double)
};

static const char *grades_of(struct yk_buf *b, const struct yk_estimate *e)
{
    yk_buf_clear(b);
    for (size_t i = 0; i < YK_GRADES; i++) {
        yk_buf_puts(b, i ? "," : "[");
        yk_json_number(b, e->grade[i].mean);
    }
    yk_buf_puts(b, "]");
    return b->text;
}

static struct said line_says(struct yk_buf *b, const struct yk_issue *what,
                             const struct yk_plan_line *l)
{
    const struct yk_answers *a = &what->t->door[l->door].answers;
    const struct yk_estimate *e = &what->d->estimate[l->door];
    const struct yk_request *r = &l->request;
    static const char *const confidence[] = {"A", "B", "C", "D"};
    return (struct said){
        .text = {yk_answer_or_blank(a, "client_name"), yk_answer_or_blank(a, "category"),
                 l->tier_now, l->tier_potential, l->stage, l->rule ? l->rule->rule_id : "",
                 l->rule ? l->rule->strategy : "", l->owner, l->left_out,
                 e->confidence >= 'A' && e->confidence <= 'D' ? confidence[e->confidence - 'A']
                                                              : "",
                 l->card.type ? l->card.type : "", yk_risk_level_code(yk_risk_worst(l->risk)),
                 r->terms ? r->terms->policy : "", grades_of(b, e)},
        .number = {l->card.cards, r->granted, r->cost, e->vehicles.p50, e->litres.p10,
                   e->litres.p50, e->litres.p90, e->litres.mean, l->own_share, l->access, l->p_win,
                   l->winnable_litres, l->margin_yuan_l, l->score_yuan_year, l->score_yuan_hour,
                   l->hours}};
}

static struct yk_id plan_id(struct yk_buf *b, const struct yk_issue *what)
{
    const struct yk_plan *plan = what->plan;
    struct yk_hash h;
    yk_hash_begin(&h);
    yk_hash_text(&h, what->t->station[plan->station].code);
    yk_hash_bytes(&h, &what->t->today, sizeof what->t->today);
    for (size_t i = 0; i < plan->lines; i++) {
        struct said s = line_says(b, what, &plan->line[i]);
        yk_hash_text(&h, what->t->door[plan->line[i].door].id.text);
        for (int k = 0; k < TEXTS; k++)
            yk_hash_text(&h, s.text[k]);
        yk_hash_bytes(&h, s.number, sizeof s.number);
        yk_hash_bytes(&h, &plan->line[i].due_week, sizeof plan->line[i].due_week);
    }
    return yk_hash_end(&h);
}

static yk_code add_plan(bool *added, struct lite *l, const struct yk_issue *what,
                        const struct lite_id *id, struct yk_err *err)
{
    const struct yk_station *s = &what->t->station[what->plan->station];
    sqlite3_stmt *st = lite_ready(l, LITE_ISSUED_PLAN_ADD, err);
    struct lite_id run = lite_bytes(what->run);
    char day[11];
    if (!st)
        return err->code;
    yk_day_write(day, what->t->today);
    lite_bind_text(st, 1, s->code);
    lite_bind_id(st, 2, id);
    lite_bind_text(st, 3, day);
    lite_bind_text(st, 4, what->at);
    lite_bind_text(st, 5, what->who);
    lite_bind_text(st, 6, s->name);
    lite_bind_text(st, 7, s->region);
    lite_bind_id(st, 8, &run);
    if (lite_run(l, st, N_("issuing a plan"), err))
        return err->code;
    *added = sqlite3_changes(l->db) > 0;
    return YK_OK;
}

static yk_code add_line(struct lite *l, const struct yk_issue *what, const struct lite_id *id,
                        const struct yk_plan_line *line, struct yk_err *err)
{
    struct said s = line_says(&l->answers, what, line);
    sqlite3_stmt *st = lite_ready(l, LITE_ISSUED_LINE_ADD, err);
    struct lite_id client = lite_bytes(&what->t->door[line->door].id);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, what->t->station[what->plan->station].code);
    lite_bind_id(st, 2, id);
    sqlite3_bind_int64(st, 3, (sqlite3_int64)line->rank);
    lite_bind_id(st, 4, &client);
    for (int k = 0; k < TEXTS; k++)
        lite_bind_text(st, FIRST_TEXT + k, s.text[k]);
    sqlite3_bind_int(st, FIRST_TEXT + TEXTS, line->due_week);
    for (int k = 0; k < NUMBERS; k++)
        sqlite3_bind_double(st, FIRST_TEXT + TEXTS + 1 + k, s.number[k]);
    return lite_run(l, st, N_("issuing a plan"), err);
}

struct issue_task {
    const struct yk_issue *what;
    struct yk_id *id;
    bool *added;
};

static yk_code write_plan(struct lite *l, const void *task, struct yk_err *err)
{
    const struct issue_task *t = task;
    *t->id = plan_id(&l->answers, t->what);
    struct lite_id id = lite_bytes(t->id);
    if (add_plan(t->added, l, t->what, &id, err) || !*t->added)
        return err->code;
    for (size_t i = 0; i < t->what->plan->lines; i++)
        if (add_line(l, t->what, &id, &t->what->plan->line[i], err))
            return err->code;
    return YK_OK;
}

yk_code lite_issue_plan(struct yk_id *id, bool *added, struct yk_store *s,
                        const struct yk_issue *what, struct yk_err *err)
{
    struct yk_id made;
    bool is_new = false;
    struct issue_task task = {what, &made, &is_new};
    if (lite_write(lite_of(s), write_plan, &task, N_("issuing a plan"), err))
        return err->code;
    *id = made;
    *added = is_new;
    return YK_OK;
}

/* --- the newest of each station --------------------------------------------------------------- */

static yk_code read_plan(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                         struct yk_err *err)
{
    struct yk_past_plan *p = item;
    const char *day = lite_text(st, 2, a);
    (void)l;
    *p = (struct yk_past_plan){.station_code = lite_text(st, 0, a),
                               .id = lite_id_at(st, 1),
                               .at = lite_text(st, 3, a),
                               .who = lite_text(st, 4, a)};
    if (!yk_day_read(&p->day, day))
        return yk_fail(err, YK_E_STORE,
                       _("the issued plan %.12s has the day «%s»; run `youka db check`"),
                       p->id.text, day);
    return YK_OK;
}

/* Few words stand in many lines: each is kept once. */
static const char *once(struct yk_map *words, const char ***kept, size_t *count, size_t *room,
                        const char *word, struct yk_arena *a)
{
    size_t at;
    if (yk_map_find(words, word, &at))
        return (*kept)[at];
    *kept = yk_grow(*kept, room, *count + 1, sizeof **kept);
    (*kept)[*count] = yk_arena_copy(a, word);
    yk_map_add(words, (*kept)[*count], *count);
    return (*kept)[(*count)++];
}

struct past_lines {
    struct yk_past_line *line;
    size_t count, room;
    struct yk_map words;
    const char **kept;
    size_t kepts, kept_room;
};

static void keep_line(struct past_lines *p, sqlite3_stmt *st, struct yk_arena *a)
{
    p->line = yk_grow(p->line, &p->room, p->count + 1, sizeof *p->line);
    struct yk_past_line *to = &p->line[p->count++];
    *to = (struct yk_past_line){.client = lite_id_at(st, 0),
                                .rank = (size_t)sqlite3_column_int64(st, 1),
                                .litres_mean = lite_real(st, 5),
                                .own_share = lite_real(st, 6),
                                .access = lite_real(st, 7),
                                .p_win = lite_real(st, 8),
                                .margin_yuan_l = lite_real(st, 9),
                                .score_yuan_year = lite_real(st, 10)};
    const char **text[] = {&to->tier, &to->stage, &to->rule_id};
    for (int k = 0; k < 3; k++)
        *text[k] = once(&p->words, &p->kept, &p->kepts, &p->kept_room,
                        (const char *)sqlite3_column_text(st, 2 + k), a);
}

static yk_code read_lines(struct yk_past_plan *plan, struct past_lines *p, struct lite *l,
                          struct yk_arena *a, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_ISSUED_LINES, err);
    struct lite_id id = lite_bytes(&plan->id);
    bool row;
    if (!st)
        return err->code;
    lite_bind_text(st, 1, plan->station_code);
    lite_bind_id(st, 2, &id);
    p->count = 0;
    for (;;) {
        if (lite_next(&row, l, st, N_("reading the issued plans"), err))
            return err->code;
        if (!row)
            break;
        keep_line(p, st, a);
    }
    plan->line = YK_ARENA_ARRAY(a, struct yk_past_line, p->count);
    plan->lines = p->count;
    if (p->count)
        memcpy(plan->line, p->line, p->count * sizeof *p->line);
    return YK_OK;
}

yk_code lite_read_past(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                       struct yk_err *err)
{
    static const struct lite_rows plans = {LITE_ISSUED_PLANS, sizeof *out->past, read_plan,
                                           N_("reading the issued plans")};
    struct past_lines p = {0};
    void *past;
    if (lite_all(&past, &out->pasts, &plans, l, a, err))
        return err->code;
    out->past = past;
    yk_code code = YK_OK;
    for (size_t i = 0; i < out->pasts && !code; i++)
        code = read_lines(&out->past[i], &p, l, a, err);
    yk_map_release(&p.words);
    free(p.kept);
    free(p.line);
    return code;
}
