/* explain.c - everything that was counted in for one client, step by step. */
#include <math.h>

#include "client_tables.h"
#include "youka/base/say.h"
#include "youka/report/place.h"

/* How the score was made, one step a row. */
struct steps {
    struct yk_view *view;
    struct yk_table *table;
};

static void step(struct steps *s, const char *key, const char *what, double value,
                 const char *words)
{
    if (!*words)
        return;
    struct yk_cell *c = yk_table_row(s->view->sheets, s->table);
    c[0] = yk_text_cell(key);
    c[1] = yk_text_cell(what);
    c[2] = yk_some_number(value);
    c[3] = yk_text_cell(words);
}

static const char *percent(const struct yk_view *v, double share)
{
    return isfinite(share) ? yk_arena_printf(v->sheets->arena, "%.0f%%", share * 100) : "";
}

static void score_steps(struct steps *s, const struct yk_plan_line *l, const struct yk_estimate *e)
{
    struct yk_view *v = s->view;
    step(s, "litres_mean", _("mean litres a month"), e->litres.mean,
         yk_word_number(v, e->litres.mean, 0));
    step(s, "own_share", _("our share today"), l->own_share, percent(v, l->own_share));
    step(s, "bought", _("bought from us by card"), NAN, yk_word_sales(v, l->door));
    step(s, "access", _("open to us"), l->access, percent(v, l->access));
    step(s, "winnable_litres", _("winnable litres a month"), l->winnable_litres,
         yk_word_number(v, l->winnable_litres, 0));
    step(s, "p_win", _("win probability"), l->p_win, percent(v, l->p_win));
    step(s, "margin_yuan_l", _("margin yuan a litre"), l->margin_yuan_l,
         yk_word_number(v, l->margin_yuan_l, 2));
    step(s, "hours", _("visit hours"), l->hours, yk_word_number(v, l->hours, 1));
    step(s, "score_yuan_year", _("yuan a year"), l->score_yuan_year,
         yk_word_number(v, l->score_yuan_year, 0));
    step(s, "score_yuan_hour", _("yuan a visit hour"), l->score_yuan_hour,
         yk_word_number(v, l->score_yuan_hour, 0));
}

static void plan_steps(struct steps *s, const struct yk_plan_line *l)
{
    struct yk_view *v = s->view;
    const struct yk_strategy_rule *rule = l->rule;
    step(s, "rules_version", _("rules"), NAN, yk_word_rules(v));
    step(s, "rank", _("rank"), (double)l->rank, yk_word_number(v, (double)l->rank, 0));
    step(s, "tier_now", _("tier now"), NAN,
         *l->tier_now ? yk_word_rule(v, "tier", l->tier_now) : _("none"));
    step(s, "tier_potential", _("potential tier"), NAN, yk_word_rule(v, "tier", l->tier_potential));
    if (rule) {
        step(s, "rule_id", _("rule"), NAN, rule->rule_id);
        step(s, "strategy", _("strategy"), NAN, yk_word_rule(v, "strategy", rule->strategy));
        step(s, "measures", _("measures"), NAN, yk_word_rule(v, "measure", rule->measures));
        step(s, "talk", _("talk points"), NAN, rule->talk[v->sheets->lang]);
    }
    step(s, "policy_request", _("policy request"), l->request.cost,
         yk_word_request(v, &l->request));
    step(s, "card_advice", _("card advice"), l->card.cards, yk_word_card(v, &l->card));
    step(s, "risks", _("risks"), NAN, yk_word_risks(v, l->risk));
    step(s, "stage", _("stage"), NAN, yk_word_rule(v, "stage", l->stage));
    step(s, "claimed", _("claimed stage"), NAN, yk_word_rule(v, "stage", l->claimed));
    step(s, "wants", _("missing for the next stage"), NAN, yk_word_rule(v, "gate", l->wants));
    step(s, "next_step", _("what to do next"), NAN, yk_word_rule(v, "next_step", l->next_step));
    step(s, "forced", _("must be visited"), NAN, yk_word_rule(v, "forced", l->forced));
    step(s, "missing", _("ask next"), NAN, yk_word_question(v, l->missing));
    step(s, "owner", _("owner"), NAN, yk_word_rule(v, "owner", l->owner));
    if (l->due_week > 0)
        step(s, "due_week", _("first visit in week"), l->due_week,
             yk_arena_printf(v->sheets->arena, _("%d, until %s"), l->due_week,
                             yk_word_day(v, yk_week_end(v->territory, l->due_week))));
    else
        step(s, "left_out", _("not scheduled"), NAN, yk_word_rule(v, "left_out", l->left_out));
}

yk_code yk_report_explain(struct yk_view *v, size_t door, const struct yk_plan *plan,
                          struct yk_err *err)
{
    const struct yk_estimate *e = &v->derived->estimate[door];
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("client"), NULL);
    yk_client_facts(v, sheet, door);
    yk_client_origins(v, sheet, &v->territory->door[door]);
    if (v->story)
        yk_report_place_steps(v, sheet, v->story);
    if (!e->none)
        yk_explain_fuel(v, sheet, door);
    size_t i = 0;
    while (i < plan->lines && plan->line[i].door != door)
        i++;
    if (i == plan->lines)
        return yk_fail(err, YK_E_FOUND, _("the plan of the station has no line for this client"));
    yk_explain_win(v, sheet, door);
    const struct yk_column column[] = {
        {.key = "step"},
        {.key = "what", .heading = _("step")},
        {.key = "value"},
        {.key = "words", .heading = _("result")},
    };
    struct steps s = {v,
                      yk_sheet_table(v->sheets, sheet, "plan", NULL, column, YK_COUNT_OF(column))};
    score_steps(&s, &plan->line[i], e);
    plan_steps(&s, &plan->line[i]);
    if (plan->line[i].overruled)
        yk_overruled_table(v, sheet, plan->line[i].overruled);
    yk_client_visits(v, sheet);
    yk_client_flags(v, sheet, door);
    return YK_OK;
}
