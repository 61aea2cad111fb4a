/* changes.c - what a plan says otherwise than the one that was issued before it. */
#include <stdint.h>
#include <string.h>

#include "plan_sheets.h"
#include "youka/base/say.h"
#include "youka/model/visit.h"

/* "gold → platinum"; one side may be missing. */
static const char *tiers(const struct yk_view *v, const char *before, const char *now)
{
    return yk_arena_printf(v->sheets->arena, "%s → %s",
                           *before ? yk_word_rule(v, "tier", before) : "–",
                           *now ? yk_word_rule(v, "tier", now) : "–");
}

/* In the words of the visit that told it, else what came of that visit. */
static const char *stop_reason(const struct yk_view *v, size_t client)
{
    size_t count;
    const struct yk_visit *visit = yk_visits_at(v->derived->visits, client, &count);
    while (count > 0 && visit[count - 1].kind != YK_VISIT)
        count--;
    if (!count)
        return "";
    const char *told = visit[count - 1].stop_reason;
    return *told ? told : yk_word_choice(v, "visit_outcome", visit[count - 1].result);
}

void yk_change_cells(struct yk_view *v, struct yk_cell *c, const struct yk_plan *plan,
                     const struct yk_change *change)
{
    const struct yk_plan_line *l = change->line < plan->lines ? &plan->line[change->line] : NULL;
    const struct yk_past_line *b = change->before;
    const struct yk_door *door =
        change->client != SIZE_MAX ? &v->territory->door[change->client] : NULL;
    const struct yk_id *id = l ? &door->id : &b->client;
    const char *kind = yk_change_code(change->kind);
    c[0] = yk_text_cell(id->text);
    c[1] = yk_toned(yk_text_cell(door ? yk_door_text(door, "client_name") : yk_word_id(v, id)),
                    YK_TONE_STRONG);
    c[2] = yk_code_cell(kind, yk_word_rule(v, "change", kind));
    c[3] = yk_text_cell(tiers(v, b ? b->tier : "", l ? l->tier_potential : ""));
    if (b)
        c[4] = yk_number_cell((double)b->rank);
    if (l)
        c[5] = yk_number_cell((double)l->rank);
    if (b)
        c[6] = yk_some_number(b->score_yuan_year);
    if (l)
        c[7] = yk_some_number(l->score_yuan_year);
    c[8] = yk_text_cell(yk_word_change_why(v, change));
    c[9] = yk_text_cell(
        b && l && strcmp(b->stage, l->stage) != 0
            ? yk_arena_printf(v->sheets->arena, "%s → %s", yk_word_rule(v, "stage", b->stage),
                              yk_word_rule(v, "stage", l->stage))
        : change->kind == YK_CHANGE_MOVED ? v->territory->station[change->station].name
                                          : "");
    if (change->kind == YK_CHANGE_LOST)
        c[8] = yk_text_cell(stop_reason(v, change->client));
}

void yk_change_columns(struct yk_column out[YK_CHANGE_COLUMNS])
{
    const struct yk_column column[YK_CHANGE_COLUMNS] = {
        {.key = "client_id", .hidden = true},
        {.key = "name", .heading = _("Client"), .format = YK_AS_WRAP, .width = 24},
        {.key = "change", .heading = _("Change")},
        {.key = "tiers", .heading = _("Tier before → now")},
        {.key = "rank_before", .heading = _("Rank before"), .format = YK_AS_COUNT},
        {.key = "rank", .heading = _("Rank"), .format = YK_AS_COUNT},
        {.key = "score_before", .heading = _("Score before, yuan/year"), .format = YK_AS_COUNT},
        {.key = "score", .heading = _("Score yuan/year"), .format = YK_AS_COUNT},
        {.key = "why", .heading = _("Why"), .format = YK_AS_WRAP, .width = 26},
        {.key = "detail", .heading = _("Stage, or new owner"), .format = YK_AS_WRAP, .width = 26},
    };
    memcpy(out, column, sizeof column);
}

void yk_changes_table(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    struct yk_column column[YK_CHANGE_COLUMNS];
    yk_change_columns(column);
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "changes", NULL, column, YK_CHANGE_COLUMNS);
    for (size_t i = 0; i < plan->changes; i++)
        yk_change_cells(v, yk_table_row(v->sheets, t), plan, &plan->change[i]);
}

void yk_changes_sheet(struct yk_view *v, const struct yk_plan *plan)
{
    const struct yk_past_plan *past =
        yk_past_of(v->territory, v->territory->station[plan->station].code);
    if (!past)
        return;
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Changes"),
                      yk_arena_printf(v->sheets->arena, _("Changes since the plan of %s"),
                                      yk_word_day(v, past->day)));
    sheet->paper = YK_LANDSCAPE;
    yk_changes_table(v, sheet, plan);
}
