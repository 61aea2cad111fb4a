/* plan_lines.c - the development plan itself: one line a client in order, to be written on and
 * loaded back. */
#include <string.h>

#include "plan_results.h"
#include "plan_sheets.h"
#include "youka/base/say.h"

enum column {
    RANK,
    TIER_NOW,
    TIER_POTENTIAL,
    NAME,
    CATEGORY,
    ADDRESS,
    DISTANCE,
    VEHICLES,
    VEHICLE_RANGE,
    LITRES_P10,
    LITRES_P50,
    LITRES_P90,
    GRADES,
    SUPPLIER,
    SENSITIVITY,
    STRATEGY,
    MEASURES,
    POLICY,
    CARD,
    RISKS,
    STAGE,
    CLAIMED,
    WANTS,
    NEXT_STEP,
    FACTS,
    MISSING,
    UNSEEN,
    FORCED,
    OWNER,
    WEEK,
    DUE,
    RESULTS, /* to be filled in: plan_results.c */
    OWN_SHARE = RESULTS + YK_RESULTS,
    ACCESS,
    WIN,
    WINNABLE,
    MARGIN,
    YUAN_YEAR,
    YUAN_HOUR,
    RULE,
    CONFIDENCE,
    LEFT_OUT,
    STATION,
    CLIENT,
    COLUMNS,
};

static void name_columns(struct yk_column c[COLUMNS], const struct yk_view *v)
{
    const struct yk_column all[COLUMNS] = {
        [RANK] = {.heading = _("Rank"), .format = YK_AS_COUNT},
        [TIER_NOW] = {.heading = _("Tier now")},
        [TIER_POTENTIAL] = {.heading = _("Potential tier")},
        [NAME] = {.heading = _("Client"), .format = YK_AS_WRAP, .width = 16},
        [CATEGORY] = {.heading = _("Category"), .format = YK_AS_WRAP, .width = 9},
        [ADDRESS] = {.heading = _("Address"), .format = YK_AS_WRAP, .width = 16},
        [DISTANCE] = {.heading = _("Distance (m)"), .format = YK_AS_COUNT},
        [VEHICLES] = {.heading = _("Vehicles P50"), .format = YK_AS_COUNT},
        [VEHICLE_RANGE] = {.heading = _("Vehicles P10-P90")},
        [LITRES_P10] = {.heading = _("Litres a month P10"), .format = YK_AS_COUNT},
        [LITRES_P50] = {.heading = _("Litres a month P50"), .format = YK_AS_COUNT, .bar = true},
        [LITRES_P90] = {.heading = _("Litres a month P90"), .format = YK_AS_COUNT},
        [GRADES] = {.heading = _("By grade, mean L/month"), .format = YK_AS_WRAP, .width = 16},
        [SUPPLIER] = {.heading = _("Current supplier"), .format = YK_AS_WRAP, .width = 10},
        [SENSITIVITY] = {.heading = _("Sensitive to"), .format = YK_AS_WRAP, .width = 11},
        [STRATEGY] = {.heading = _("Strategy"), .format = YK_AS_WRAP, .width = 10},
        [MEASURES] = {.heading = _("Measures"), .format = YK_AS_WRAP, .width = 18},
        [POLICY] = {.heading = _("Policy request"), .format = YK_AS_WRAP, .width = 18},
        [CARD] = {.heading = _("Card advice"), .format = YK_AS_WRAP, .width = 14},
        [RISKS] = {.heading = _("Risks"), .format = YK_AS_WRAP, .width = 12},
        [STAGE] = {.heading = _("Stage"), .format = YK_AS_WRAP, .width = 10},
        [CLAIMED] = {.heading = _("Claimed stage"), .format = YK_AS_WRAP, .width = 10},
        [WANTS] = {.heading = _("Missing for the next stage"), .format = YK_AS_WRAP, .width = 14},
        [NEXT_STEP] = {.heading = _("What to do next"), .format = YK_AS_WRAP, .width = 14},
        [FACTS] = {.heading = _("Six facts"), .width = 6},
        [MISSING] = {.heading = _("Ask next"), .format = YK_AS_WRAP, .width = 10},
        [UNSEEN] = {.heading = _("Days not seen"), .format = YK_AS_COUNT},
        [FORCED] = {.heading = _("Must be visited"), .format = YK_AS_WRAP, .width = 9},
        [OWNER] = {.heading = _("Owner"), .format = YK_AS_WRAP, .width = 9},
        [WEEK] = {.heading = _("Week"), .format = YK_AS_COUNT},
        [DUE] = {.heading = _("Visit by"), .format = YK_AS_DAY},
        [OWN_SHARE] = {.heading = _("Our share"), .format = YK_AS_PERCENT},
        [ACCESS] = {.heading = _("Open to us"), .format = YK_AS_PERCENT},
        [WIN] = {.heading = _("Win probability"), .format = YK_AS_PERCENT},
        [WINNABLE] = {.heading = _("Winnable L/month"), .format = YK_AS_COUNT, .bar = true},
        [MARGIN] = {.heading = _("Margin yuan/L"), .format = YK_AS_RATE},
        [YUAN_YEAR] = {.heading = _("Score yuan/year"), .format = YK_AS_COUNT},
        [YUAN_HOUR] = {.heading = _("Score yuan/hour"), .format = YK_AS_COUNT},
        [RULE] = {.heading = _("Rule")},
        [CONFIDENCE] = {.heading = _("Confidence grade")},
        [LEFT_OUT] = {.heading = _("Why not scheduled"), .format = YK_AS_WRAP, .width = 10},
        [STATION] = {.heading = _("Station code"), .code = "station_code", .hidden = true},
        [CLIENT] = {.heading = _("Client id"), .code = "client_id", .hidden = true},
    };
    memcpy(c, all, sizeof all);
    c[NAME].code = "client_name";
    for (size_t i = 0; i < COLUMNS; i++)
        if (!c[i].code)
            c[i].code = YK_PLAN_READ_ONLY;
    yk_result_columns(&c[RESULTS], v);
}

static void put_who(const struct yk_view *v, struct yk_cell *c, const struct yk_plan_line *line,
                    const struct yk_door *door)
{
    const struct yk_place *place = &v->derived->place[line->door];
    const char *now = line->tier_now;
    c[RANK] = yk_number_cell((double)line->rank);
    c[TIER_NOW] = *now ? yk_toned(yk_text_cell(yk_word_rule(v, "tier", now)), yk_tone_of_tier(now))
                       : yk_toned(yk_text_cell(_("none")), YK_TONE_MUTED);
    c[TIER_POTENTIAL] = yk_toned(yk_text_cell(yk_word_rule(v, "tier", line->tier_potential)),
                                 yk_tone_of_tier(line->tier_potential));
    c[NAME] = yk_toned(yk_text_cell(yk_door_text(door, "client_name")), YK_TONE_STRONG);
    c[CATEGORY] = yk_text_cell(yk_word_choice(v, "category", yk_door_text(door, "category")));
    c[ADDRESS] = yk_text_cell(yk_door_text(door, "address"));
    c[DISTANCE] = place->located ? yk_some_number(place->distance_m)
                                 : yk_toned(yk_text_cell(_("to be located")), YK_TONE_WARN);
    c[STATION] = yk_text_cell(v->territory->station[place->owner].code);
    c[CLIENT] = yk_text_cell(door->id.text);
}

static void put_fuel(const struct yk_view *v, struct yk_cell *c, const struct yk_estimate *e,
                     const struct yk_door *door)
{
    if (e->none)
        return;
    /* A reseller buys in bulk: its vehicles are no fleet. */
    if (strcmp(yk_door_text(door, "category"), "private_station") != 0) {
        c[VEHICLES] = yk_some_number(e->vehicles.p50);
        c[VEHICLE_RANGE] = yk_text_cell(yk_arena_printf(v->sheets->arena, "%s-%s",
                                                        yk_word_number(v, e->vehicles.p10, 0),
                                                        yk_word_number(v, e->vehicles.p90, 0)));
    }
    c[LITRES_P10] = yk_some_number(e->litres.p10);
    c[LITRES_P50] = yk_some_number(e->litres.p50);
    c[LITRES_P90] = yk_some_number(e->litres.p90);
    c[GRADES] = yk_text_cell(yk_word_grades(v, e));
    if (e->confidence)
        c[CONFIDENCE] = yk_text_cell(yk_arena_text(v->sheets->arena, &e->confidence, 1));
    if (e->unit_question)
        c[LITRES_P50].tone = YK_TONE_WARN;
}

static void put_way(const struct yk_view *v, struct yk_cell *c, const struct yk_plan_line *line,
                    const struct yk_door *door)
{
    const struct yk_strategy_rule *rule = line->rule;
    c[SUPPLIER] = yk_text_cell(yk_word_choice(v, "brand", yk_door_text(door, "current_brand")));
    c[SENSITIVITY] =
        yk_text_cell(yk_word_choice(v, "sensitivity", yk_door_text(door, "sensitivity")));
    if (rule) {
        c[STRATEGY] = yk_text_cell(yk_word_rule(v, "strategy", rule->strategy));
        c[MEASURES] = yk_text_cell(yk_word_rule(v, "measure", rule->measures));
        c[RULE] = yk_text_cell(
            line->overruled ? yk_arena_printf(v->sheets->arena, _("%s, by hand"), rule->rule_id)
                            : rule->rule_id);
    }
    c[POLICY] = yk_text_cell(yk_word_request(v, &line->request));
    if (line->request.terms && !line->request.granted)
        c[POLICY].tone = YK_TONE_MUTED;
    c[CARD] = yk_text_cell(yk_word_card(v, &line->card));
    c[RISKS] = yk_text_cell(yk_word_risks(v, line->risk));
    if (line->risk[YK_RISK_CREDIT] == YK_RISK_RED)
        c[RISKS].tone = YK_TONE_WARN;
    c[FACTS] = yk_text_cell(yk_word_facts(v, line->door));
    c[MISSING] = yk_text_cell(yk_word_question(v, line->missing));
    c[OWNER] = yk_text_cell(yk_word_rule(v, "owner", line->owner));
}

static void put_stage(const struct yk_view *v, struct yk_cell *c, const struct yk_plan_line *line)
{
    c[STAGE] = yk_text_cell(yk_word_rule(v, "stage", line->stage));
    c[CLAIMED] = yk_text_cell(yk_word_rule(v, "stage", line->claimed));
    if (*line->claimed)
        c[CLAIMED].tone = YK_TONE_WARN;
    c[WANTS] = yk_text_cell(yk_word_rule(v, "gate", line->wants));
    c[NEXT_STEP] = yk_text_cell(yk_word_rule(v, "next_step", line->next_step));
    c[FORCED] = yk_text_cell(yk_word_rule(v, "forced", line->forced));
    if (*line->forced)
        c[FORCED].tone = YK_TONE_LATE;
    if (line->last_seen != YK_DAY_NONE)
        c[UNSEEN] = yk_number_cell(v->territory->today - line->last_seen);
}

static void put_when(const struct yk_view *v, struct yk_cell *c, const struct yk_plan_line *line)
{
    if (line->due_week > 0)
        c[WEEK] = yk_number_cell(line->due_week);
    c[DUE] = yk_day_cell(yk_week_end(v->territory, line->due_week));
    c[LEFT_OUT] = yk_text_cell(yk_word_rule(v, "left_out", line->left_out));
}

static void put_score(struct yk_cell *c, const struct yk_plan_line *line)
{
    c[OWN_SHARE] = yk_some_number(line->own_share);
    c[ACCESS] = yk_some_number(line->access);
    c[WIN] = yk_some_number(line->p_win);
    c[WINNABLE] = yk_some_number(line->winnable_litres);
    c[MARGIN] = yk_some_number(line->margin_yuan_l);
    c[YUAN_YEAR] = yk_some_number(line->score_yuan_year);
    c[YUAN_HOUR] = yk_some_number(line->score_yuan_hour);
}

struct yk_table *yk_clients_table(struct yk_view *v, const char *sheet, const char *name,
                                  const struct yk_column *column, size_t columns, size_t frozen)
{
    struct yk_sheet *s = yk_sheets_add(v->sheets, sheet, NULL);
    s->data = true;
    s->paper = YK_LANDSCAPE;
    s->frozen = frozen;
    return yk_sheet_table(v->sheets, s, name, NULL, column, columns);
}

void yk_lines_sheet(struct yk_view *v, const struct yk_plan *plan)
{
    struct yk_column column[COLUMNS];
    name_columns(column, v);
    struct yk_table *t =
        yk_clients_table(v, _("Development plan"), "plan", column, COLUMNS, NAME + 1);
    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_plan_line *line = &plan->line[i];
        const struct yk_door *door = &v->territory->door[line->door];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        put_who(v, c, line, door);
        put_fuel(v, c, &v->derived->estimate[line->door], door);
        put_way(v, c, line, door);
        put_stage(v, c, line);
        put_when(v, c, line);
        put_score(c, line);
    }
}
