/* region_prospects.c - the best prospects of all stations, and whose tier has changed. */
#include <string.h>

#include "region_sheets.h"
#include "youka/base/say.h"

enum { MOST_PROSPECTS = 100, ID_SHOWN = 10 };

enum {
    RANK,
    NAME,
    CATEGORY,
    STATION,
    TIER,
    LITRES,
    WINNABLE,
    WIN,
    SCORE,
    SUPPLIER,
    STRATEGY,
    POLICY,
    STAGE,
    NEXT_STEP,
    OWNER,
    DUE,
    CONTACTS,
    CLIENT,
    COLUMNS
};

static void put_prospect(const struct yk_view *v, struct yk_cell *c, size_t rank,
                         const struct yk_plan_line *l)
{
    const struct yk_door *door = &v->territory->door[l->door];
    const struct yk_station *s = &v->territory->station[v->derived->place[l->door].owner];
    const char *brand = yk_door_text(door, "current_brand");
    const char *category = yk_door_text(door, "category");
    c[RANK] = yk_number_cell((double)rank);
    c[NAME] = yk_toned(yk_text_cell(yk_door_text(door, "client_name")), YK_TONE_STRONG);
    c[CATEGORY] = yk_code_cell(category, yk_word_choice(v, "category", category));
    c[STATION] = yk_code_cell(s->code, s->name);
    c[TIER] = yk_toned(yk_code_cell(l->tier_potential, yk_word_rule(v, "tier", l->tier_potential)),
                       yk_tone_of_tier(l->tier_potential));
    c[LITRES] = yk_some_number(v->derived->estimate[l->door].litres.p50);
    c[WINNABLE] = yk_some_number(l->winnable_litres);
    c[WIN] = yk_some_number(l->p_win);
    c[SCORE] = yk_some_number(l->score_yuan_year);
    c[SUPPLIER] = yk_code_cell(brand, yk_word_choice(v, "brand", brand));
    if (l->rule)
        c[STRATEGY] =
            yk_code_cell(l->rule->strategy, yk_word_rule(v, "strategy", l->rule->strategy));
    c[POLICY] = yk_text_cell(yk_word_request(v, &l->request));
    if (l->request.terms && !l->request.granted)
        c[POLICY].tone = YK_TONE_MUTED;
    c[STAGE] = yk_code_cell(l->stage, yk_word_rule(v, "stage", l->stage));
    c[NEXT_STEP] = yk_code_cell(l->next_step, yk_word_rule(v, "next_step", l->next_step));
    c[OWNER] = yk_code_cell(l->owner, yk_word_rule(v, "owner", l->owner));
    if (l->due_week > 0)
        c[DUE] = yk_day_cell(yk_week_end(v->territory, l->due_week));
    else
        c[DUE] = yk_toned(yk_text_cell(yk_word_rule(v, "left_out", l->left_out)), YK_TONE_MUTED);
    c[CONTACTS] = yk_text_cell(yk_contact_words(v, door));
    c[CLIENT] = yk_code_cell(door->id.text, yk_word_id(v, &door->id));
}

void yk_region_prospects(struct yk_view *v, const struct yk_region_work *w)
{
    const struct yk_column column[COLUMNS] = {
        [RANK] = {.key = "rank", .heading = _("Rank"), .format = YK_AS_COUNT},
        [NAME] = {.key = "name", .heading = _("Client"), .format = YK_AS_WRAP, .width = 28},
        [CATEGORY] = {.key = "category",
                      .heading = _("Category"),
                      .format = YK_AS_WRAP,
                      .width = 10},
        [STATION] = {.key = "station_code",
                     .heading = _("Station"),
                     .format = YK_AS_WRAP,
                     .width = 14},
        [TIER] = {.key = "tier", .heading = _("Potential tier")},
        [LITRES] = {.key = "p50", .heading = _("Litres a month P50"), .format = YK_AS_COUNT},
        [WINNABLE] = {.key = "winnable_litres",
                      .heading = _("Winnable L/month"),
                      .format = YK_AS_COUNT,
                      .bar = true},
        [WIN] = {.key = "p_win", .heading = _("Win probability"), .format = YK_AS_PERCENT},
        [SCORE] = {.key = "score_yuan_year",
                   .heading = _("Score yuan/year"),
                   .format = YK_AS_COUNT},
        [SUPPLIER] = {.key = "supplier",
                      .heading = _("Current supplier"),
                      .format = YK_AS_WRAP,
                      .width = 11},
        [STRATEGY] = {.key = "strategy",
                      .heading = _("Strategy"),
                      .format = YK_AS_WRAP,
                      .width = 12},
        [POLICY] = {.key = "policy_request",
                    .heading = _("Policy request"),
                    .format = YK_AS_WRAP,
                    .width = 24},
        [STAGE] = {.key = "stage", .heading = _("Stage"), .format = YK_AS_WRAP, .width = 12},
        [NEXT_STEP] = {.key = "next_step",
                       .heading = _("What to do next"),
                       .format = YK_AS_WRAP,
                       .width = 18},
        [OWNER] = {.key = "owner", .heading = _("Owner"), .format = YK_AS_WRAP, .width = 9},
        [DUE] = {.key = "due", .heading = _("Visit by"), .format = YK_AS_WRAP, .width = 12},
        [CONTACTS] = {.key = "contacts",
                      .heading = _("Contacts"),
                      .format = YK_AS_WRAP,
                      .width = 22},
        [CLIENT] = {.key = "client_id", .heading = _("Client id")},
    };
    const struct yk_plan_line **best;
    size_t count = yk_region_best(&best, v, w);
    size_t shown = count < MOST_PROSPECTS ? count : MOST_PROSPECTS;
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Top prospects"),
                      yk_arena_printf(v->sheets->arena,
                                      _("The %zu best prospects of %zu, by score"), shown, count));
    sheet->paper = YK_LANDSCAPE;
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "prospects", NULL, column, COLUMNS);
    for (size_t i = 0; i < shown; i++)
        put_prospect(v, yk_table_row(v->sheets, t), i + 1, best[i]);
}

/* How many of each kind, a row a station. */
static void count_moves(struct yk_view *v, struct yk_sheet *sheet, const struct yk_region_work *w)
{
    struct yk_column column[2 + YK_CHANGES] = {
        {.key = "station_code", .heading = _("Station"), .format = YK_AS_WRAP, .width = 14},
        {.key = "issued", .heading = _("Plan issued last"), .format = YK_AS_DAY}};
    for (enum yk_change_kind k = 0; k < YK_CHANGES; k++)
        column[2 + k] = (struct yk_column){.key = yk_change_code(k),
                                           .heading = yk_word_rule(v, "change", yk_change_code(k)),
                                           .format = YK_AS_COUNT};
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "move_counts", _("By station"), column,
                                        YK_COUNT_OF(column));
    for (size_t i = 0; i < w->region->stations; i++) {
        const struct yk_plan *plan = w->region->station[i].plan;
        const struct yk_station *s = yk_region_station(v, w, i);
        const struct yk_past_plan *past = yk_past_of(v->territory, s->code);
        size_t count[YK_CHANGES] = {0};
        struct yk_cell *c = yk_table_row(v->sheets, t);
        for (size_t k = 0; k < plan->changes; k++)
            count[plan->change[k].kind]++;
        c[0] = yk_code_cell(s->code, s->name);
        c[1] = past ? yk_day_cell(past->day) : yk_toned(yk_text_cell(_("none yet")), YK_TONE_MUTED);
        for (size_t k = 0; past && k < YK_CHANGES; k++)
            c[2 + k] = yk_number_cell((double)count[k]);
    }
}

/* The columns of a plan's changes, the station before them, the id behind. */
static void list_moves(struct yk_view *v, struct yk_sheet *sheet, const struct yk_region_work *w)
{
    struct yk_column column[YK_CHANGE_COLUMNS + 1];
    yk_change_columns(column);
    column[0] = (struct yk_column){
        .key = "station_code", .heading = _("Station"), .format = YK_AS_WRAP, .width = 14};
    column[YK_CHANGE_COLUMNS] = (struct yk_column){.key = "client_id", .heading = _("Client id")};
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "moves", _("Client by client"), column,
                                        YK_COUNT_OF(column));
    for (size_t i = 0; i < w->region->stations; i++) {
        const struct yk_plan *plan = w->region->station[i].plan;
        const struct yk_station *s = yk_region_station(v, w, i);
        for (size_t k = 0; k < plan->changes; k++) {
            struct yk_cell *c = yk_table_row(v->sheets, t);
            yk_change_cells(v, c, plan, &plan->change[k]);
            c[YK_CHANGE_COLUMNS] = c[0];
            c[YK_CHANGE_COLUMNS].label =
                yk_arena_text(v->sheets->arena, c[0].text, strnlen(c[0].text, ID_SHOWN));
            c[0] = yk_code_cell(s->code, s->name);
        }
    }
}

void yk_region_moves(struct yk_view *v, const struct yk_region_work *w)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("Tier moves"),
                                           _("What has changed since the plans issued last"));
    bool any = false;
    for (size_t i = 0; i < w->region->stations; i++)
        any |= yk_past_of(v->territory, yk_region_station(v, w, i)->code) != NULL;
    sheet->paper = YK_LANDSCAPE;
    if (!any)
        sheet->note = _("No plan was issued yet, so there is nothing to compare with: youka plan "
                        "issue --region NAME freezes today's plans, and the next region plan tells "
                        "who moved.");
    count_moves(v, sheet, w);
    if (any)
        list_moves(v, sheet, w);
}
