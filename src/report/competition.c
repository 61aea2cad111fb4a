/* competition.c - who holds the fuel of the circle, and which of the rivals' contracts end. */
#include <math.h>
#include <string.h>

#include "plan_sheets.h"
#include "youka/base/say.h"

#define BARS 14 /* of the chart; the lesser rivals are one */

/* The contracts stand below the rivals: litres under litres. */
enum rival_column {
    NAME,
    BRAND,
    CLIENTS,
    LITRES,
    P50,
    SHARE,
    GASOLINE,
    DIESEL,
    DRAWN,
    STRENGTH,
    DISTANCE,
    RELATIVE,
    GAP,
    GAP_TOLD,
    SATISFACTION,
    CONTRACTS,
    ENDING,
    STANCE,
    WHY,
    RIVAL_COLUMNS,
};
enum end_column {
    CLIENT,
    HELD_BY,
    UNTIL,
    CLIENT_LITRES,
    DAYS,
    TIER,
    KIND,
    OWNER,
    VISIT_BY,
    WEEK,
    LEFT_OUT,
    END_COLUMNS,
};

static void put_rival(const struct yk_view *v, struct yk_cell *c, const struct yk_rival *r)
{
    bool ours = r->kind == YK_HOLDER_OURS;

    c[NAME] = yk_toned(yk_text_cell(yk_word_rival(v, r)), YK_TONE_STRONG);
    c[BRAND] = yk_text_cell(yk_word_choice(v, "brand", ours ? "own" : r->brand));
    c[CLIENTS] = yk_number_cell((double)r->clients);
    c[LITRES] = yk_number_cell(r->litres);
    c[P50] = yk_number_cell(r->p50);
    c[SHARE] = yk_number_cell(r->share);
    c[GASOLINE] = yk_number_cell(r->gasoline);
    c[DIESEL] = yk_number_cell(r->litres - r->gasoline);
    c[DRAWN] = yk_some_number(r->drawn);
    c[STRENGTH] = yk_some_number(ours ? 1 : r->strength);
    c[DISTANCE] = yk_some_number(r->distance_m);
    c[RELATIVE] = yk_some_number(r->relative_pull);
    c[GAP] = yk_some_number(r->gap_yuan_l);
    if (r->gap_told)
        c[GAP_TOLD] = yk_number_cell((double)r->gap_told);
    c[SATISFACTION] = yk_some_number(r->satisfaction);
    if (r->contracts) {
        c[CONTRACTS] = yk_number_cell((double)r->contracts);
        c[ENDING] =
            yk_toned(yk_number_cell((double)r->ending), r->ending ? YK_TONE_WARN : YK_TONE_PLAIN);
    }
    c[STANCE] = yk_toned(yk_text_cell(yk_word_rule(v, "stance", r->stance)), YK_TONE_STRONG);
    c[WHY] = yk_text_cell(yk_word_rival_why(v, r));
}

static void rivals(struct yk_view *v, struct yk_sheet *sheet, const struct yk_competition *x)
{
    const struct yk_column column[RIVAL_COLUMNS] = {
        [NAME] = {.heading = _("Who holds it"), .format = YK_AS_WRAP, .width = 20},
        [BRAND] = {.heading = _("Brand"), .format = YK_AS_WRAP, .width = 12},
        [CLIENTS] = {.heading = _("Clients it serves"), .format = YK_AS_COUNT, .width = 10},
        [LITRES] = {.heading = _("Mean L/month"), .format = YK_AS_COUNT, .width = 12, .bar = true},
        [P50] = {.heading = _("P50 L/month"), .format = YK_AS_COUNT, .width = 10},
        [SHARE] = {.heading = _("Share of the circle"), .format = YK_AS_PERCENT, .width = 8},
        [GASOLINE] = {.heading = _("Gasoline L/month"), .format = YK_AS_COUNT, .width = 10},
        [DIESEL] = {.heading = _("Diesel L/month"), .format = YK_AS_COUNT, .width = 10},
        [DRAWN] = {.heading = _("By place alone L/month"), .format = YK_AS_COUNT, .width = 11},
        [STRENGTH] = {.heading = _("Pull, ours = 1"), .format = YK_AS_RATE, .width = 8},
        [DISTANCE] = {.heading = _("Distance (m)"), .format = YK_AS_COUNT, .width = 12},
        [RELATIVE] = {.heading = _("Draws beside us"), .format = YK_AS_RATE, .width = 8},
        [GAP] = {.heading = _("Cheaper by yuan/L"), .format = YK_AS_RATE, .width = 8},
        [GAP_TOLD] = {.heading = _("Told by clients"), .format = YK_AS_COUNT, .width = 7},
        [SATISFACTION] = {.heading = _("Satisfaction (1-5)"), .format = YK_AS_DECIMAL, .width = 12},
        [CONTRACTS] = {.heading = _("Contracts that run"), .format = YK_AS_COUNT, .width = 9},
        [ENDING] = {.heading = _("of them end soon"), .format = YK_AS_COUNT, .width = 7},
        [STANCE] = {.heading = _("Push or nibble"), .width = 8},
        [WHY] = {.heading = _("What speaks for it"), .format = YK_AS_WRAP, .width = 28},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "rivals", _("Who holds the circle"),
                                        column, RIVAL_COLUMNS);
    for (size_t i = 0; i < x->rivals; i++)
        put_rival(v, yk_table_row(v->sheets, t), &x->rival[i]);
}

static void put_end(const struct yk_view *v, struct yk_cell *c, const struct yk_plan *plan,
                    const struct yk_contract_end *end)
{
    const struct yk_plan_line *line = &plan->line[end->line];
    const struct yk_door *door = &v->territory->door[line->door];
    bool over = end->until < v->territory->today;

    c[CLIENT] = yk_toned(yk_text_cell(yk_door_text(door, "client_name")), YK_TONE_STRONG);
    c[HELD_BY] = yk_text_cell(yk_word_rival(v, &plan->competition->rival[end->rival]));
    c[UNTIL] = yk_toned(yk_day_cell(end->until), over ? YK_TONE_WARN : YK_TONE_PLAIN);
    c[CLIENT_LITRES] = yk_number_cell(end->litres);
    c[DAYS] = yk_number_cell(end->until - v->territory->today);
    c[TIER] = yk_toned(yk_text_cell(yk_word_rule(v, "tier", line->tier_potential)),
                       yk_tone_of_tier(line->tier_potential));
    c[KIND] = yk_text_cell(over              ? _("just ended")
                           : end->designated ? _("designated")
                                             : _("contract"));
    c[OWNER] = yk_text_cell(yk_word_rule(v, "owner", line->owner));
    if (line->due_week > 0)
        c[WEEK] = yk_number_cell(line->due_week);
    c[VISIT_BY] = yk_day_cell(yk_week_end(v->territory, line->due_week));
    c[LEFT_OUT] = yk_text_cell(yk_word_rule(v, "left_out", line->left_out));
}

static void contract_ends(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[END_COLUMNS] = {
        [CLIENT] = {.heading = _("Client"), .format = YK_AS_WRAP},
        [HELD_BY] = {.heading = _("Contract with"), .format = YK_AS_WRAP},
        [UNTIL] = {.heading = _("Ends on"), .format = YK_AS_DAY},
        [CLIENT_LITRES] = {.heading = _("Not ours L/month"), .format = YK_AS_COUNT, .bar = true},
        [DAYS] = {.heading = _("Days left"), .format = YK_AS_COUNT},
        [TIER] = {.heading = _("Potential tier")},
        [KIND] = {.heading = _("What ends")},
        [OWNER] = {.heading = _("Owner")},
        [WEEK] = {.heading = _("Week"), .format = YK_AS_COUNT},
        [VISIT_BY] = {.heading = _("Visit by"), .format = YK_AS_DAY},
        [LEFT_OUT] = {.heading = _("Why not scheduled"), .format = YK_AS_WRAP},
    };
    double days = yk_rules_plan(v->territory->rules, "rival_contract_days");
    const char *title =
        yk_arena_printf(v->sheets->arena,
                        _("Contracts with rivals that end within %.0f days, or have just ended "
                          "and nobody was there since: visit these first"),
                        days);
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "contracts", title, column, END_COLUMNS);
    for (size_t i = 0; i < plan->competition->ends; i++)
        put_end(v, yk_table_row(v->sheets, t), plan, &plan->competition->end[i]);
}

static void bar(struct yk_view *v, struct yk_table *t, const char *name, double litres)
{
    if (!(litres > 0))
        return;
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_text_cell(name);
    c[1] = yk_number_cell(litres);
}

/* A bar chart begins at the bottom: not told, the rivals by rising litres, ours on top. */
static void chart(struct yk_view *v, struct yk_sheet *sheet, const struct yk_competition *x)
{
    const struct yk_column column[] = {
        {.heading = _("Who holds it")},
        {.heading = _("Mean L/month"), .format = YK_AS_COUNT},
    };
    struct yk_sheet *data = yk_sheets_find(v->sheets, _("Chart data"));
    if (!data)
        return;
    struct yk_table *t = yk_sheet_table(v->sheets, data, "litres by rival", _("Litres by rival"),
                                        column, YK_COUNT_OF(column));
    double rest = 0;
    for (size_t i = x->rivals; i-- > 0;)
        if (i >= BARS && x->rival[i].kind != YK_HOLDER_NOT_TOLD)
            rest += x->rival[i].litres;
    for (size_t i = x->rivals; i-- > 0;) {
        const struct yk_rival *r = &x->rival[i];
        if (i < BARS || r->kind == YK_HOLDER_NOT_TOLD)
            bar(v, t, yk_word_rival(v, r), r->litres);
        if (i == BARS)
            bar(v, t, _("the rest"), rest);
    }
    struct yk_chart *chart =
        yk_sheet_chart(v->sheets, sheet, YK_CHART_BAR, _("Litres by rival"), 1);
    chart->y_title = _("Mean L/month");
    chart->series[0] =
        (struct yk_series){.name = _("Mean L/month"), .table = t, .y = 1, .count = t->rows};
}

/* Names of rivals with a stance and litres, the largest first, three at the most. */
static const char *names(const struct yk_view *v, const struct yk_competition *x,
                         const char *stance)
{
    const char *said = "";
    size_t named = 0;
    for (size_t i = 0; i < x->rivals && named < 3; i++)
        if (x->rival[i].litres > 0 && !strcmp(x->rival[i].stance, stance)) {
            const char *name = yk_word_rival(v, &x->rival[i]);
            said = named++ ? yk_arena_printf(v->sheets->arena, _("%s, %s"), said, name) : name;
        }
    return named ? said : _("nobody");
}

static const char *meaning(const struct yk_view *v, const struct yk_competition *x)
{
    double share[YK_HOLDERS] = {0}, ending = 0;
    for (size_t i = 0; i < x->rivals; i++)
        share[x->rival[i].kind] += x->rival[i].share * 100;
    for (size_t i = 0; i < x->ends; i++)
        ending += x->end[i].litres;
    return yk_arena_printf(
        v->sheets->arena,
        _("Of %s litres a month (means) %.0f %% are ours, %.0f %% are held by rivals, %.0f %% come "
          "from own tanks or delivery, of %.0f %% the supplier is not told: ask. Push against: %s. "
          "Nibble at: %s. Contracts of %zu clients end or have just ended, %s litres a month: "
          "visit them first. A client that names several suppliers is shared evenly between them."),
        yk_word_number(v, x->litres, 0), share[YK_HOLDER_OURS],
        share[YK_HOLDER_STATION] + share[YK_HOLDER_BRAND], share[YK_HOLDER_OUTSIDE],
        share[YK_HOLDER_NOT_TOLD], names(v, x, "push"), names(v, x, "nibble"), x->ends,
        yk_word_number(v, ending, 0));
}

void yk_competition_sheet(struct yk_view *v, const struct yk_plan *plan)
{
    if (!plan->competition)
        return;
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("Competition"), _("Competition"));
    sheet->paper = YK_LANDSCAPE;
    sheet->note = meaning(v, plan->competition);
    rivals(v, sheet, plan->competition);
    contract_ends(v, sheet, plan);
    chart(v, sheet, plan->competition);
}
