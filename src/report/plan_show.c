/* plan_show.c - a plan as the tables that scripts rely on: lines, schedule, left_out. */
#include <math.h>
#include <string.h>

#include "words.h"
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
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "", NULL, column, YK_COUNT_OF(column));
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_text_cell(v->territory->station[plan->station].code);
    c[1] = yk_day_cell(v->territory->today);
    c[2] = yk_text_cell(yk_arena_copy(v->sheets->arena, run_id));
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
    c[i++] = yk_text_cell(rule ? rule->policy : "");
    c[i++] = yk_text_cell(rule ? rule->rule_id : "");
    c[i++] = yk_text_cell(rule ? rule->card_type : "");
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
    c[i++] = yk_number_cell(line->due_week);
    c[i++] = yk_some_number(line->own_share);
    c[i++] = yk_some_number(line->access);
    c[i++] = yk_some_number(line->p_win);
    c[i++] = yk_some_number(e->litres.mean);
    c[i++] = yk_some_number(line->winnable_litres);
    c[i++] = yk_some_number(line->margin_yuan_l);
    c[i++] = yk_some_number(line->hours);
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
        {.key = "due_week", .heading = _("week"), .format = YK_AS_COUNT},
        {.key = "parts.own_share"},
        {.key = "parts.access"},
        {.key = "parts.p_win"},
        {.key = "parts.litres_mean"},
        {.key = "parts.winnable_litres"},
        {.key = "parts.margin_yuan_l"},
        {.key = "parts.hours"},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "lines", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < plan->lines; i++)
        put_line(v, yk_table_row(v->sheets, t), &plan->line[i]);
}

static double visit_hours(const struct yk_view *v, const struct yk_plan_line *line)
{
    const struct yk_rules *r = v->territory->rules;
    for (size_t i = 0; i < r->tiers; i++)
        if (!strcmp(r->tier[i].tier, line->tier_potential))
            return r->tier[i].hours_per_visit;
    return NAN;
}

/* The first visits of a week in the order of the plan: from the station and back. Distances as the
 * crow flies; a client without a place adds none. */
static void week(struct yk_view *v, struct yk_table *t, const struct yk_plan *plan, int number)
{
    const struct yk_column column[] = {
        {.key = "client_id"}, {.key = "hours"}, {.key = "metres_from_previous"}, {.key = "name"}};
    struct yk_table *visits = yk_sheets_table(v->sheets, "visits", column, YK_COUNT_OF(column));
    struct yk_point station = v->territory->station[plan->station].point, at = station;
    double hours = 0, metres = 0;
    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_plan_line *line = &plan->line[i];
        const struct yk_place *place = &v->derived->place[line->door];
        if (line->due_week != number)
            continue;
        struct yk_cell *c = yk_table_row(v->sheets, visits);
        double one = visit_hours(v, line);
        c[0] = yk_text_cell(door_of(v, line)->id.text);
        c[1] = yk_some_number(one);
        c[3] = yk_text_cell(yk_door_text(door_of(v, line), "client_name"));
        hours += isfinite(one) ? one : 0;
        if (!place->located)
            continue;
        double way = yk_metres(at, place->point);
        c[2] = yk_number_cell(way);
        metres += way;
        at = place->point;
    }
    if (!visits->rows)
        return;
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_number_cell(number);
    c[1] = yk_day_cell(yk_week_end(v->territory, number));
    c[2] = (struct yk_cell){.kind = YK_CELL_TABLE, .table = visits};
    c[3] = yk_number_cell((double)visits->rows);
    c[4] = yk_number_cell(hours);
    c[5] = yk_number_cell(metres + yk_metres(at, station));
}

static void schedule(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.key = "week", .heading = _("week"), .format = YK_AS_COUNT},
        {.key = "day", .heading = _("until"), .format = YK_AS_DAY},
        {.key = "visits"},
        {.key = "count", .heading = _("first visits"), .format = YK_AS_COUNT},
        {.key = "hours", .heading = _("hours"), .format = YK_AS_DECIMAL},
        {.key = "metres", .heading = _("metres"), .format = YK_AS_COUNT},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "schedule", NULL, column, YK_COUNT_OF(column));
    int last = 0;
    for (size_t i = 0; i < plan->lines; i++)
        last = plan->line[i].due_week > last ? plan->line[i].due_week : last;
    for (int number = 1; number <= last; number++)
        week(v, t, plan, number);
}

static void left_out(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.key = "client_id"},
        {.key = "name", .heading = _("not scheduled")},
        {.key = "reason", .heading = _("reason")},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "left_out", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_plan_line *line = &plan->line[i];
        if (line->due_week > 0)
            continue;
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(door_of(v, line)->id.text);
        c[1] = yk_text_cell(yk_door_text(door_of(v, line), "client_name"));
        c[2] = yk_code_cell(line->left_out, yk_word_rule(v, "left_out", line->left_out));
    }
}

void yk_report_plan_show(struct yk_view *v, const struct yk_plan *plan, const char *run_id)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("plan"), NULL);
    head(v, sheet, plan, run_id);
    lines(v, sheet, plan);
    schedule(v, sheet, plan);
    left_out(v, sheet, plan);
}
