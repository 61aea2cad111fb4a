/* plans.c - plans that are issued: written once, never changed. */
#include <math.h>
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"
#include "youka/model/coverage.h"
#include "youka/model/fuel.h"

enum { FIRST_TEXT = 5 }; /* of the parameters of LITE_ISSUED_LINE_ADD */

/* What a line says, in the order of the columns from `name` on; both hashed and stored. */
struct said {
    const char *text[25];
    double number[25]; /* NAN: NULL */
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

/* The first letter of each level, in the order of the risks. */
static const char *risks_of(char out[YK_RISKS + 1], const struct yk_plan_line *l)
{
    for (int r = 0; r < YK_RISKS; r++)
        out[r] = yk_risk_level_code(l->risk[r])[0];
    out[YK_RISKS] = '\0';
    return out;
}

static const char *confidence_of(const struct yk_estimate *e)
{
    static const char *const grade[] = {"A", "B", "C", "D"};
    return e->confidence >= 'A' && e->confidence <= 'D' ? grade[e->confidence - 'A'] : "";
}

/* Of a thing that is not there NAN comes in several forms: one of them is hashed. */
static double or_none(bool there, double number)
{
    return there && !isnan(number) ? number : NAN;
}

static void texts_of(struct said *s, struct yk_buf *b, char risks[YK_RISKS + 1],
                     const struct yk_issue *what, const struct yk_plan_line *l)
{
    const struct yk_answers *a = &what->t->door[l->door].answers;
    const struct yk_buyer *buyer = yk_sales_of(what->d->buyer, l->door);
    const struct yk_estimate *e = &what->d->estimate[l->door];
    const struct yk_request *r = &l->request;
    const char *const text[TEXTS] = {
        yk_answer_or_blank(a, "client_name"),
        yk_answer_or_blank(a, "category"),
        l->tier_now,
        l->tier_potential,
        l->stage,
        l->rule ? l->rule->rule_id : "",
        l->rule ? l->rule->strategy : "",
        l->owner,
        l->left_out,
        confidence_of(e),
        l->card.type ? l->card.type : "",
        yk_risk_level_code(yk_risk_worst(l->risk)),
        r->terms ? r->terms->policy : "",
        grades_of(b, e),
        yk_answer_or_blank(a, "current_brand"),
        yk_answer_or_blank(a, "procurement"),
        yk_answer_or_blank(a, "designated_until"),
        yk_answer_or_blank(a, "contract_until"),
        yk_answer_or_blank(a, "agreement_until"),
        yk_answer_or_blank(a, "card_now"),
        yk_sales_status_code(buyer ? buyer->status : YK_SALES_NONE),
        risks_of(risks, l),
        r->terms ? r->terms->unit : "",
        r->terms ? r->terms->approver : "",
        !r->granted && r->refused ? r->refused : "",
    };
    memcpy(s->text, text, sizeof text);
}

static void numbers_of(struct said *s, const struct yk_issue *what, const struct yk_plan_line *l)
{
    const struct yk_buyer *buyer = yk_sales_of(what->d->buyer, l->door);
    const struct yk_estimate *e = &what->d->estimate[l->door];
    const struct yk_request *r = &l->request;
    struct yk_line_fuel fuel;
    yk_line_fuel(&fuel, l, e, buyer, what->t->rules);
    double bought = buyer ? buyer->ours_litres_month : NAN;
    bool priced = buyer && buyer->price_yuan_l > 0 && bought > 0;
    const double number[NUMBERS] = {
        l->card.cards,
        r->granted,
        r->cost,
        e->vehicles.p50,
        e->litres.p10,
        e->litres.p50,
        e->litres.p90,
        e->litres.mean,
        l->own_share,
        l->access,
        l->p_win,
        l->winnable_litres,
        l->margin_yuan_l,
        l->score_yuan_year,
        l->score_yuan_hour,
        l->hours,
        or_none(r->terms, r->amount),
        fuel.ours_litres,
        or_none(buyer, bought),
        or_none(buyer, buyer ? buyer->lost_litres_month : NAN),
        or_none(priced, buyer ? buyer->price_yuan_l * bought : NAN),
        or_none(priced, fuel.list_yuan),
        or_none(true, fuel.tonnes),
        or_none(true, fuel.ours_tonnes),
        or_none(true, fuel.winnable_tonnes),
    };
    memcpy(s->number, number, sizeof number);
}

/* Texts are lent by the buffers and by what is issued. */
static struct said line_says(struct yk_buf *b, char risks[YK_RISKS + 1],
                             const struct yk_issue *what, const struct yk_plan_line *l)
{
    struct said s;
    texts_of(&s, b, risks, what, l);
    numbers_of(&s, what, l);
    return s;
}

/* How far the area had been walked; NAN where the job did not tell. */
enum { WALKED = 7 };
static void walked(double out[WALKED], const struct yk_coverage *c)
{
    const double number[WALKED] = {
        c ? (double)c->areas : NAN,
        c ? (double)c->cells_done : NAN,
        c ? (double)c->cells_aside : NAN,
        or_none(c, c ? c->doors_expected : NAN),
        c ? (double)c->doors_done : NAN,
        c ? (double)c->unvisiteds : NAN,
        or_none(c, c ? c->missed.estimate : NAN),
    };
    memcpy(out, number, sizeof number);
}

static struct yk_id plan_id(struct yk_buf *b, const struct yk_issue *what)
{
    const struct yk_plan *plan = what->plan;
    char risks[YK_RISKS + 1];
    double cells[WALKED];
    struct yk_hash h;
    yk_hash_begin(&h);
    yk_hash_text(&h, what->t->station[plan->station].code);
    yk_hash_bytes(&h, &what->t->today, sizeof what->t->today);
    yk_hash_text(&h, what->rules_version ? what->rules_version : "");
    walked(cells, what->coverage);
    yk_hash_bytes(&h, cells, sizeof cells);
    for (size_t i = 0; i < plan->lines; i++) {
        struct said s = line_says(b, risks, what, &plan->line[i]);
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
    double cells[WALKED];
    char day[11];
    if (!st)
        return err->code;
    yk_day_write(day, what->t->today);
    walked(cells, what->coverage);
    lite_bind_text(st, 1, s->code);
    lite_bind_id(st, 2, id);
    lite_bind_text(st, 3, day);
    lite_bind_text(st, 4, what->at);
    lite_bind_text(st, 5, what->who);
    lite_bind_text(st, 6, s->name);
    lite_bind_text(st, 7, s->region);
    lite_bind_id(st, 8, &run);
    lite_bind_text(st, 9, what->rules_version ? what->rules_version : "");
    sqlite3_bind_int64(st, 10, (sqlite3_int64)what->plan->lines);
    for (int k = 0; k < WALKED; k++)
        sqlite3_bind_double(st, 11 + k, cells[k]);
    if (lite_run(l, st, N_("issuing a plan"), err))
        return err->code;
    *added = sqlite3_changes(l->db) > 0;
    return YK_OK;
}

static yk_code add_line(struct lite *l, const struct yk_issue *what, const struct lite_id *id,
                        const struct yk_plan_line *line, struct yk_err *err)
{
    char risks[YK_RISKS + 1];
    struct said s = line_says(&l->answers, risks, what, line);
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
    return lite_add_issued_fuel(l, t->what, &id, err);
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
