/* visits.c - visits as a list: what came of them, the stage they left, what is next. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "words.h"
#include "youka/base/say.h"
#include "youka/report/tables.h"

static const char *answer(const struct yk_visit *visit, const char *code)
{
    return yk_answer_or_blank(&visit->record->answers, code);
}

static struct yk_cell result_cell(const struct yk_view *v, const struct yk_visit *visit)
{
    const char *result = answer(visit, "result");
    if (!visit->asked)
        return yk_code_cell(result, yk_word_choice(v, "visit_outcome", result));
    return yk_text_cell(
        yk_arena_printf(v->sheets->arena, _("satisfaction %s of 5"), answer(visit, "overall")));
}

static void put_visit(struct yk_view *v, struct yk_cell *c, const struct yk_visit *visit)
{
    bool known = visit->client != SIZE_MAX;
    const struct yk_door *door = known ? &v->territory->door[visit->client] : NULL;
    const struct yk_answers *a = &visit->record->answers;
    yk_day next = yk_answer_day(a, "next_date");
    bool late = next != YK_DAY_NONE && next < v->territory->today;
    c[0] = yk_day_cell(visit->day);
    c[1] = yk_text_cell(known ? door->id.text : answer(visit, "client_id"));
    c[2] = yk_text_cell(known ? yk_door_text(door, "client_name") : answer(visit, "client_name"));
    c[3] = yk_text_cell(visit->record->station_code);
    c[4] = yk_text_cell(yk_word_person(v, answer(visit, visit->asked ? "surveyor" : "visitor")));
    c[5] = result_cell(v, visit);
    c[6] = yk_code_cell(answer(visit, "stage"), yk_word_rule(v, "stage", answer(visit, "stage")));
    c[7] = yk_text_cell(yk_answer_is(a, "complaint", "yes") ? _("complaint") : "");
    c[8] = yk_text_cell(answer(visit, "next_step"));
    c[9] = yk_toned(yk_day_cell(next), late ? YK_TONE_WARN : YK_TONE_PLAIN);
    c[10] = yk_text_cell(known ? "" : _("nobody has this id or name: see youka client list"));
}

static int newest_first(const void *left, const void *right)
{
    const struct yk_visit *a = *(const struct yk_visit *const *)left;
    const struct yk_visit *b = *(const struct yk_visit *const *)right;
    if (a->day != b->day)
        return a->day > b->day ? -1 : 1;
    return strcmp(a->record->key, b->record->key);
}

void yk_report_visits(struct yk_view *v, const struct yk_visit *visit, size_t count,
                      const bool *chosen)
{
    const struct yk_column column[] = {
        {.key = "day", .heading = _("date"), .format = YK_AS_DAY},
        {.key = "client_id"},
        {.key = "name", .heading = _("name")},
        {.key = "station_code", .heading = _("station")},
        {.key = "visitor", .heading = _("who went")},
        {.key = "result", .heading = _("result")},
        {.key = "stage", .heading = _("stage claimed")},
        {.key = "complaint", .heading = _("complaint")},
        {.key = "next_step", .heading = _("next step")},
        {.key = "next_day", .heading = _("next visit"), .format = YK_AS_DAY},
        {.key = "remark", .heading = _("remark")},
    };
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("visits"), NULL);
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "visits", NULL, column, YK_COUNT_OF(column));
    const struct yk_visit **order = yk_arena_items(v->sheets->arena, count + 1, sizeof *order);
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (visit[i].client == SIZE_MAX || yk_client_chosen(v, visit[i].client, chosen))
            order[n++] = &visit[i];
    if (n)
        qsort(order, n, sizeof *order, newest_first);
    for (size_t i = 0; i < n; i++)
        put_visit(v, yk_table_row(v->sheets, t), order[i]);
}
