/* plan_show.c - a plan as the tables that scripts rely on: lines, schedule, left_out, changes,
 * rivals, contracts, resurvey. */
#include "plan_sheets.h"
#include "youka/base/say.h"
#include "youka/report/tables.h"

static const struct yk_door *door_of(const struct yk_view *v, const struct yk_plan_line *line)
{
    return &v->territory->door[line->door];
}

static void head(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan,
                 const char *run_id)
{
    const struct yk_column column[] = {
        {.key = "station_code", .heading = _("station")},
        {.key = "today", .heading = _("as of"), .format = YK_AS_DAY},
        {.key = "run_id", .heading = _("run")},
        {.key = "rules_version", .heading = _("rules")},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "", NULL, column, YK_COUNT_OF(column));
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_text_cell(v->territory->station[plan->station].code);
    c[1] = yk_day_cell(v->territory->today);
    c[2] = yk_text_cell(yk_arena_copy(v->sheets->arena, run_id));
    c[3] = yk_code_cell(v->rules_version ? v->rules_version : "", yk_word_rules(v));
}

/* What it is offered, and what may go wrong. */
static void put_offer(const struct yk_view *v, struct yk_cell *c, const struct yk_plan_line *line)
{
    const struct yk_request *r = &line->request;
    if (r->terms) {
        c[0] = yk_some_number(r->amount);
        c[1] = yk_text_cell(r->terms->unit);
        c[2] = yk_some_number(r->cost);
        c[3] = yk_some_number(r->margin_left);
        c[4] = yk_some_number(r->break_even_litres);
        c[5] = yk_text_cell(r->terms->approver);
        c[6] = yk_text_cell(r->granted ? "granted" : r->refused);
    }
    c[7] = yk_some_number(line->card.cards);
    c[8] = yk_text_cell(yk_word_risks(v, line->risk));
}

static void put_line(const struct yk_view *v, struct yk_cell *c, const struct yk_plan_line *line)
{
    const struct yk_door *door = door_of(v, line);
    const struct yk_estimate *e = &v->derived->estimate[line->door];
    const struct yk_strategy_rule *rule = line->rule;
    size_t i = 0;
    c[i++] = yk_number_cell((double)line->rank);
    c[i++] = yk_text_cell(door->id.text);
    c[i++] = yk_text_cell(yk_door_text(door, "client_name"));
    c[i++] = yk_code_cell(line->tier_now, yk_word_rule(v, "tier", line->tier_now));
    c[i++] = yk_code_cell(line->tier_potential, yk_word_rule(v, "tier", line->tier_potential));
    c[i++] = yk_some_number(e->litres.p50);
    c[i++] = yk_some_number(line->winnable_litres);
    c[i++] = yk_some_number(line->p_win);
    c[i++] = yk_some_number(line->score_yuan_year);
    c[i++] = yk_some_number(line->score_yuan_hour);
    c[i++] = yk_code_cell(rule ? rule->strategy : "",
                          rule ? yk_word_rule(v, "strategy", rule->strategy) : "");
    c[i++] = yk_text_cell(rule ? rule->measures : "");
    c[i++] = yk_text_cell(line->request.terms ? line->request.terms->policy : "");
    c[i++] = yk_text_cell(rule ? rule->rule_id : "");
    c[i++] = yk_text_cell(line->card.type ? line->card.type : "");
    c[i++] = yk_code_cell(line->stage, yk_word_rule(v, "stage", line->stage));
    c[i++] = yk_code_cell(line->claimed, yk_word_rule(v, "stage", line->claimed));
    c[i++] = yk_code_cell(line->wants, yk_word_rule(v, "gate", line->wants));
    c[i++] = yk_code_cell(line->next_step, yk_word_rule(v, "next_step", line->next_step));
    c[i++] = yk_code_cell(line->forced, yk_word_rule(v, "forced", line->forced));
    if (line->last_seen != YK_DAY_NONE)
        c[i] = yk_number_cell(v->territory->today - line->last_seen);
    i++;
    c[i++] = yk_code_cell(line->missing, yk_word_question(v, line->missing));
    c[i++] = yk_code_cell(line->owner, yk_word_rule(v, "owner", line->owner));
    c[i++] = yk_text_cell(line->person);
    c[i++] = yk_number_cell(line->due_week);
    c[i++] = yk_number_cell(line->visits);
    c[i++] = yk_number_cell(line->visits_short);
    c[i++] = yk_some_number(line->own_share);
    c[i++] = yk_some_number(line->access);
    c[i++] = yk_some_number(line->p_win);
    c[i++] = yk_some_number(e->litres.mean);
    c[i++] = yk_some_number(line->winnable_litres);
    c[i++] = yk_some_number(line->margin_yuan_l);
    c[i++] = yk_some_number(line->hours);
    c[i++] = yk_code_cell(line->ask, yk_word_question(v, line->ask));
    c[i++] = yk_some_number(line->ask_value_yuan);
    put_offer(v, &c[i], line);
}

static void lines(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.key = "rank", .heading = _("rank"), .format = YK_AS_COUNT},
        {.key = "client_id"},
        {.key = "name", .heading = _("name")},
        {.key = "tier_now"},
        {.key = "tier_potential", .heading = _("tier")},
        {.key = "litres_p50", .heading = _("L/month P50"), .format = YK_AS_COUNT},
        {.key = "winnable_litres", .heading = _("winnable"), .format = YK_AS_COUNT},
        {.key = "p_win", .heading = _("win"), .format = YK_AS_PERCENT},
        {.key = "score_yuan_year", .heading = _("yuan/year"), .format = YK_AS_COUNT},
        {.key = "score_yuan_hour"},
        {.key = "strategy", .heading = _("strategy")},
        {.key = "measures"},
        {.key = "policy_request"},
        {.key = "rule_id", .heading = _("rule")},
        {.key = "card_advice"},
        {.key = "stage", .heading = _("stage")},
        {.key = "claimed", .heading = _("claimed")},
        {.key = "wants"},
        {.key = "next_step", .heading = _("next step")},
        {.key = "forced", .heading = _("must visit")},
        {.key = "days_not_seen"},
        {.key = "missing", .heading = _("ask next")},
        {.key = "owner", .heading = _("owner")},
        {.key = "person", .heading = _("goes")},
        {.key = "due_week", .heading = _("week"), .format = YK_AS_COUNT},
        {.key = "visits", .heading = _("visits"), .format = YK_AS_COUNT},
        {.key = "visits_short"},
        {.key = "parts.own_share"},
        {.key = "parts.access"},
        {.key = "parts.p_win"},
        {.key = "parts.litres_mean"},
        {.key = "parts.winnable_litres"},
        {.key = "parts.margin_yuan_l"},
        {.key = "parts.hours"},
        {.key = "ask"},
        {.key = "ask_value_yuan"},
        {.key = "request.amount"},
        {.key = "request.unit"},
        {.key = "request.cost_yuan_year"},
        {.key = "request.margin_left_yuan_year"},
        {.key = "request.break_even_litres"},
        {.key = "request.approver"},
        {.key = "request.state"},
        {.key = "cards"},
        {.key = "risks"},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "lines", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < plan->lines; i++)
        put_line(v, yk_table_row(v->sheets, t), &plan->line[i]);
}

/* Those whose tier a better answer may change, the most valuable answer first. */
static void resurvey(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.key = "client_id"},
        {.key = "name", .heading = _("worth asking again")},
        {.key = "ask", .heading = _("ask next")},
        {.key = "value_yuan", .heading = _("yuan/year"), .format = YK_AS_COUNT},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "resurvey", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < plan->resurveys; i++) {
        const struct yk_plan_line *line = &plan->line[plan->resurvey[i]];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(door_of(v, line)->id.text);
        c[1] = yk_text_cell(yk_door_text(door_of(v, line), "client_name"));
        c[2] = yk_code_cell(line->ask, yk_word_question(v, line->ask));
        c[3] = yk_number_cell(line->ask_value_yuan);
    }
}

void yk_report_plan_show(struct yk_view *v, const struct yk_plan *plan, const char *run_id)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("plan"), NULL);
    head(v, sheet, plan, run_id);
    lines(v, sheet, plan);
    yk_calendar_tables(v, sheet, plan);
    yk_changes_table(v, sheet, plan);
    yk_competition_tables(v, sheet, plan);
    resurvey(v, sheet, plan);
}
