/* rounds.c - the visits day by day in the order of the way, to be taken along. */
#include "plan_sheets.h"
#include "youka/base/say.h"

enum column { WEEK, DAY, STOP, CLIENT, ADDRESS, ARRIVES, HOURS, KM, VISITOR, WHY, NOTE, COLUMNS };

/* The weeks' table has its numbers under those of the visits. */
static void weeks(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        [WEEK] = {.heading = _("Week"), .format = YK_AS_COUNT},
        [DAY] = {.heading = _("From"), .format = YK_AS_DAY},
        [STOP] = {.heading = _("Visits"), .format = YK_AS_COUNT},
        [CLIENT] = {.heading = _("How it stands"), .format = YK_AS_WRAP},
        [ADDRESS] = {.heading = _("of them this week without fail"), .format = YK_AS_COUNT},
        [ARRIVES] = {.heading = _("Hours there are"), .format = YK_AS_DECIMAL},
        [HOURS] = {.heading = _("Hours"), .format = YK_AS_DECIMAL},
        [KM] = {.heading = _("km"), .format = YK_AS_DECIMAL},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "weeks of visits", _("Weeks"), column,
                                        YK_COUNT_OF(column));
    for (int i = 0; i < YK_PLAN_WEEKS; i++) {
        const struct yk_plan_week *week = &plan->calendar.week[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[WEEK] = yk_number_cell(i + 1);
        c[DAY] = yk_day_cell(v->territory->today + 7 * i);
        c[STOP] = yk_number_cell((double)week->visits);
        if (week->over_capacity)
            c[CLIENT] = yk_toned(yk_text_cell(_("over capacity: what cannot wait needs more hours "
                                                "than there are")),
                                 YK_TONE_WARN);
        c[ADDRESS] = yk_number_cell((double)week->forced);
        c[ARRIVES] = yk_number_cell(week->capacity_hours);
        c[HOURS] = yk_number_cell(week->hours);
        c[KM] = yk_number_cell(week->metres / 1000);
    }
}

static void name_columns(struct yk_column c[COLUMNS])
{
    c[WEEK] = (struct yk_column){.heading = _("Week"), .format = YK_AS_COUNT};
    c[DAY] = (struct yk_column){.heading = _("Day"), .format = YK_AS_DAY, .width = 11};
    c[STOP] = (struct yk_column){.heading = _("Stop"), .format = YK_AS_COUNT};
    c[CLIENT] = (struct yk_column){.heading = _("Client"), .format = YK_AS_WRAP, .width = 22};
    c[ADDRESS] = (struct yk_column){.heading = _("Address"), .format = YK_AS_WRAP, .width = 22};
    c[ARRIVES] = (struct yk_column){.heading = _("Arrive about"), .format = YK_AS_WRAP, .width = 9};
    c[HOURS] = (struct yk_column){.heading = _("Hours"), .format = YK_AS_DECIMAL};
    c[KM] = (struct yk_column){.heading = _("km from the stop before"), .format = YK_AS_DECIMAL};
    c[VISITOR] = (struct yk_column){.heading = _("Who goes"), .format = YK_AS_WRAP, .width = 9};
    c[WHY] = (struct yk_column){.heading = _("To note"), .format = YK_AS_WRAP, .width = 16};
    c[NOTE] = (struct yk_column){.heading = _("By hand; results go on the sheet Development plan"),
                                 .format = YK_AS_WRAP,
                                 .width = 24};
}

/* Why it cannot wait; which hours the client has told. */
static const char *to_note(const struct yk_view *v, const struct yk_plan_visit *visit,
                           const struct yk_door *door)
{
    const char *hours = yk_door_text(door, "visit_hours");
    const char *why = yk_word_rule(v, "forced", visit->forced);
    return *hours ? yk_word_join(v, why,
                                 yk_arena_printf(v->sheets->arena, _("visiting hours %s"), hours))
                  : why;
}

static void stop(struct yk_view *v, struct yk_table *t, const struct yk_plan *plan,
                 const struct yk_plan_day *day, size_t number)
{
    const struct yk_plan_visit *visit = &day->visit[number];
    const struct yk_plan_line *line = &plan->line[visit->line];
    const struct yk_door *door = &v->territory->door[line->door];
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[WEEK] = yk_number_cell(day->week);
    c[DAY] = yk_day_cell(day->day);
    c[STOP] = yk_number_cell((double)number + 1);
    c[CLIENT] = yk_toned(yk_text_cell(yk_door_text(door, "client_name")), YK_TONE_STRONG);
    c[ADDRESS] = yk_text_cell(yk_door_text(door, "address"));
    c[ARRIVES] = yk_toned(yk_text_cell(yk_word_clock(v, visit->arrives_min)),
                          visit->out_of_hours ? YK_TONE_WARN : YK_TONE_PLAIN);
    c[HOURS] = yk_number_cell(visit->hours);
    c[KM] = yk_number_cell(visit->metres_from_previous / 1000);
    c[VISITOR] =
        yk_text_cell(*visit->visitor ? visit->visitor : yk_word_rule(v, "owner", line->owner));
    c[WHY] = yk_toned(yk_text_cell(to_note(v, visit, door)),
                      *visit->forced ? YK_TONE_WARN : YK_TONE_PLAIN);
}

/* The last row of a day: back to the station, and what the day comes to. */
static void back(struct yk_view *v, struct yk_table *t, const struct yk_plan_day *day)
{
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[WEEK] = yk_number_cell(day->week);
    c[DAY] = yk_day_cell(day->day);
    c[CLIENT] = yk_text_cell(_("Back to the station"));
    c[ADDRESS] = yk_text_cell(_("the whole day, ways included"));
    c[HOURS] = yk_number_cell(day->hours);
    c[KM] = yk_number_cell(day->metres / 1000);
    for (size_t i = 0; i < NOTE; i++)
        c[i].tone = YK_TONE_MUTED;
}

static void days(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    struct yk_column column[COLUMNS];
    name_columns(column);
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "rounds", _("Day by day"), column, COLUMNS);
    for (size_t d = 0; d < plan->calendar.days; d++) {
        const struct yk_plan_day *day = &plan->calendar.day[d];
        for (size_t i = 0; i < day->visits; i++)
            stop(v, t, plan, day, i);
        back(v, t, day);
    }
}

static void left_out(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.heading = _("Rank"), .format = YK_AS_COUNT},
        {.heading = _("Tier")},
        {.heading = ""},
        {.heading = _("Client"), .format = YK_AS_WRAP},
        {.heading = _("Why not scheduled"), .format = YK_AS_WRAP},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "not visited", _("Not in the schedule"),
                                        column, YK_COUNT_OF(column));
    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_plan_line *line = &plan->line[i];
        if (line->due_week > 0)
            continue;
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_number_cell((double)line->rank);
        c[1] = yk_text_cell(yk_word_rule(v, "tier", line->tier_potential));
        c[3] = yk_text_cell(yk_door_text(&v->territory->door[line->door], "client_name"));
        c[4] = yk_text_cell(yk_word_rule(v, "left_out", line->left_out));
    }
}

void yk_rounds_sheet(struct yk_view *v, const struct yk_plan *plan)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("Visit schedule"), _("Visit schedule"));
    sheet->paper = YK_LANDSCAPE;
    const struct yk_rules *r = v->territory->rules;
    sheet->note = yk_arena_printf(
        v->sheets->arena,
        _("Monday to Friday for 12 weeks, each day from the station and back to it; ways are the "
          "straight line × %.3g at %.3g km/h, the day begins at %.3g o'clock (judgement). Red: "
          "cannot wait, or falls outside the client's visiting hours."),
        yk_rules_market(r, "huff_road_factor"), yk_rules_plan(r, "road_km_h"),
        yk_rules_plan(r, "day_begins_hour"));
    weeks(v, sheet, plan);
    days(v, sheet, plan);
    left_out(v, sheet, plan);
}
