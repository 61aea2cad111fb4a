/* calendar_tables.c - the calendar of a plan as the tables that scripts rely on. */
#include "plan_sheets.h"
#include "youka/base/say.h"

static const struct yk_door *door_of(const struct yk_view *v, const struct yk_plan *plan,
                                     size_t line)
{
    return &v->territory->door[plan->line[line].door];
}

static const struct yk_table *visits_of(struct yk_view *v, const struct yk_plan *plan,
                                        const struct yk_plan_day *day)
{
    const struct yk_column column[] = {
        {.key = "client_id"}, {.key = "hours"},   {.key = "metres_from_previous"},
        {.key = "name"},      {.key = "arrives"}, {.key = "out_of_hours"},
        {.key = "forced"},    {.key = "visitor"},
    };
    struct yk_table *t = yk_sheets_table(v->sheets, "visits", column, YK_COUNT_OF(column));
    for (size_t i = 0; i < day->visits; i++) {
        const struct yk_plan_visit *visit = &day->visit[i];
        const struct yk_door *door = door_of(v, plan, visit->line);
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(door->id.text);
        c[1] = yk_number_cell(visit->hours);
        c[2] = yk_number_cell(visit->metres_from_previous);
        c[3] = yk_text_cell(yk_door_text(door, "client_name"));
        c[4] = yk_text_cell(yk_word_clock(v, visit->arrives_min));
        c[5] = yk_number_cell(visit->out_of_hours);
        c[6] = yk_code_cell(visit->forced, yk_word_rule(v, "forced", visit->forced));
        c[7] = yk_text_cell(visit->visitor);
    }
    return t;
}

static void schedule(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.key = "week", .heading = _("week"), .format = YK_AS_COUNT},
        {.key = "day", .heading = _("day"), .format = YK_AS_DAY},
        {.key = "visits"},
        {.key = "count", .heading = _("visits"), .format = YK_AS_COUNT},
        {.key = "hours", .heading = _("hours"), .format = YK_AS_DECIMAL},
        {.key = "metres", .heading = _("metres"), .format = YK_AS_COUNT},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "schedule", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < plan->calendar.days; i++) {
        const struct yk_plan_day *day = &plan->calendar.day[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_number_cell(day->week);
        c[1] = yk_day_cell(day->day);
        c[2] = (struct yk_cell){.kind = YK_CELL_TABLE, .table = visits_of(v, plan, day)};
        c[3] = yk_number_cell((double)day->visits);
        c[4] = yk_number_cell(day->hours);
        c[5] = yk_number_cell(day->metres);
    }
}

static void weeks(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.key = "week", .heading = _("week"), .format = YK_AS_COUNT},
        {.key = "visits", .heading = _("visits"), .format = YK_AS_COUNT},
        {.key = "forced", .heading = _("of them forced"), .format = YK_AS_COUNT},
        {.key = "hours", .heading = _("hours"), .format = YK_AS_DECIMAL},
        {.key = "capacity_hours", .heading = _("hours there are"), .format = YK_AS_DECIMAL},
        {.key = "metres", .heading = _("metres"), .format = YK_AS_COUNT},
        {.key = "over_capacity", .heading = _("over capacity"), .format = YK_AS_COUNT},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "weeks", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < YK_PLAN_WEEKS; i++) {
        const struct yk_plan_week *week = &plan->calendar.week[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_number_cell((double)i + 1);
        c[1] = yk_number_cell((double)week->visits);
        c[2] = yk_number_cell((double)week->forced);
        c[3] = yk_number_cell(week->hours);
        c[4] = yk_number_cell(week->capacity_hours);
        c[5] = yk_number_cell(week->metres);
        c[6] = yk_number_cell(week->over_capacity);
    }
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
        c[0] = yk_text_cell(door_of(v, plan, i)->id.text);
        c[1] = yk_text_cell(yk_door_text(door_of(v, plan, i), "client_name"));
        c[2] = yk_code_cell(line->left_out, yk_word_rule(v, "left_out", line->left_out));
    }
}

void yk_calendar_tables(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    schedule(v, sheet, plan);
    weeks(v, sheet, plan);
    left_out(v, sheet, plan);
}
