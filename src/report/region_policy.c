/* region_policy.c - the support that clients ask for, against the money there is. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "region_sheets.h"
#include "youka/base/say.h"

enum { MOST_REQUESTS = 2000 };

/* Margin left a yuan: by it a pot grants. */
static double ratio(const struct yk_request *r)
{
    return r->cost > 0 ? r->margin_left / r->cost : INFINITY;
}

static struct yk_cell pot_name(const struct yk_view *v, const struct yk_policy_rule *budget)
{
    if (!budget)
        return yk_code_cell("no_budget", _("without a budget"));
    if (!*budget->policy)
        return yk_code_cell("all", _("all policies together"));
    return yk_code_cell(budget->policy, yk_word_rule(v, "policy", budget->policy));
}

static void put_pot(const struct yk_view *v, struct yk_cell *c, const struct yk_pot *p)
{
    double budget = p->budget ? p->budget->budget_yuan_year : NAN;
    c[0] = yk_toned(pot_name(v, p->budget), YK_TONE_STRONG);
    c[1] = yk_some_number(budget);
    c[2] = yk_number_cell((double)p->claims);
    c[3] = yk_number_cell(p->asked_yuan);
    c[4] = yk_number_cell((double)p->granted);
    c[5] = yk_number_cell(p->granted_yuan);
    c[6] = yk_some_number(budget - p->granted_yuan);
    c[7] = yk_number_cell((double)(p->claims - p->granted));
    c[8] = yk_number_cell(p->asked_yuan - p->granted_yuan);
    c[9] = yk_number_cell(p->margin_left);
    c[10] = yk_some_number(p->cut);
    if (p->claims > p->granted)
        c[7].tone = c[8].tone = YK_TONE_WARN;
}

static void pots(struct yk_view *v, struct yk_sheet *sheet, const struct yk_region *region)
{
    const struct yk_column column[] = {
        {.key = "pot", .heading = _("Money for"), .format = YK_AS_WRAP, .width = 22},
        {.key = "budget_yuan", .heading = _("Budget yuan/year"), .format = YK_AS_COUNT},
        {.key = "requests", .heading = _("Requests"), .format = YK_AS_COUNT},
        {.key = "asked_yuan", .heading = _("Asked for yuan/year"), .format = YK_AS_COUNT},
        {.key = "granted", .heading = _("Granted"), .format = YK_AS_COUNT},
        {.key = "granted_yuan", .heading = _("Granted yuan/year"), .format = YK_AS_COUNT},
        {.key = "left_yuan", .heading = _("Left yuan/year"), .format = YK_AS_COUNT},
        {.key = "cut_requests", .heading = _("Cut"), .format = YK_AS_COUNT},
        {.key = "cut_yuan", .heading = _("Cut yuan/year"), .format = YK_AS_COUNT},
        {.key = "margin_yuan", .heading = _("Margin left yuan/year"), .format = YK_AS_COUNT},
        {.key = "cut_at", .heading = _("Cut at margin a yuan"), .format = YK_AS_RATE},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "pots", _("Requests against the budget"),
                                        column, YK_COUNT_OF(column));
    for (size_t i = 0; i < region->pots; i++)
        if (!strcmp(region->pot[i].region, region->name))
            put_pot(v, yk_table_row(v->sheets, t), &region->pot[i]);
}

struct asked {
    const struct yk_plan_line *line;
    const char *id;
};

/* Granted ones first, as they were chosen; then what was cut, then what no pot was asked for. */
static int standing(const struct yk_request *r)
{
    return r->granted ? 0 : !strcmp(r->refused, "over_budget") ? 1 : 2;
}

static int by_standing(const void *a, const void *b)
{
    const struct asked *x = a, *y = b;
    const struct yk_request *p = &x->line->request, *q = &y->line->request;
    if (standing(p) != standing(q))
        return standing(p) - standing(q);
    if (ratio(p) != ratio(q))
        return ratio(p) > ratio(q) ? -1 : 1;
    return strcmp(x->id, y->id);
}

static size_t collect(struct asked **out, const struct yk_view *v, const struct yk_region_work *w)
{
    struct asked *asked = YK_ARENA_ARRAY(v->sheets->arena, struct asked, w->all.sums.clients + 1);
    size_t count = 0;
    for (size_t i = 0; i < v->territory->doors; i++)
        if (w->line[i] && w->line[i]->request.terms)
            asked[count++] = (struct asked){w->line[i], v->territory->door[i].id.text};
    qsort(asked, count, sizeof *asked, by_standing);
    *out = asked;
    return count;
}

enum {
    NAME,
    RANK,
    STATION,
    TIER,
    POLICY,
    AMOUNT,
    LITRES,
    COST,
    MARGIN,
    RATIO,
    BREAK_EVEN,
    APPROVER,
    VALID,
    GRANTED,
    RULE,
    COLUMNS
};

static void put_request(const struct yk_view *v, struct yk_cell *c, size_t rank,
                        const struct yk_plan_line *l)
{
    const struct yk_request *r = &l->request;
    const struct yk_door *door = &v->territory->door[l->door];
    const struct yk_station *s = &v->territory->station[v->derived->place[l->door].owner];
    c[RANK] = yk_number_cell((double)rank);
    c[NAME] = yk_toned(yk_text_cell(yk_door_text(door, "client_name")), YK_TONE_STRONG);
    c[STATION] = yk_code_cell(s->code, s->name);
    c[TIER] = yk_toned(yk_code_cell(l->tier_potential, yk_word_rule(v, "tier", l->tier_potential)),
                       yk_tone_of_tier(l->tier_potential));
    c[POLICY] = yk_code_cell(r->terms->policy, yk_word_rule(v, "policy", r->terms->policy));
    c[AMOUNT] = yk_text_cell(yk_word_amount(v, r));
    c[LITRES] = yk_some_number(r->litres_year);
    c[COST] = yk_some_number(r->cost);
    c[MARGIN] = yk_some_number(r->margin_left);
    c[RATIO] = yk_some_number(ratio(r));
    c[BREAK_EVEN] = yk_some_number(r->break_even_litres);
    c[APPROVER] = yk_code_cell(r->terms->approver, yk_word_rule(v, "approver", r->terms->approver));
    c[VALID] = yk_day_cell(r->valid_until);
    c[GRANTED] = r->granted
                     ? yk_code_cell("granted", _("granted"))
                     : yk_toned(yk_code_cell(r->refused, yk_word_rule(v, "refused", r->refused)),
                                standing(r) == 1 ? YK_TONE_WARN : YK_TONE_MUTED);
    if (l->rule)
        c[RULE] = yk_text_cell(l->rule->rule_id);
}

static void requests(struct yk_view *v, struct yk_sheet *sheet, const struct yk_region_work *w)
{
    const struct yk_column column[COLUMNS] = {
        [RANK] = {.key = "rank", .heading = _("No."), .format = YK_AS_COUNT},
        [NAME] = {.key = "name", .heading = _("Client"), .format = YK_AS_WRAP, .width = 28},
        [STATION] = {.key = "station_code",
                     .heading = _("Station"),
                     .format = YK_AS_WRAP,
                     .width = 14},
        [TIER] = {.key = "tier", .heading = _("Potential tier")},
        [POLICY] = {.key = "policy", .heading = _("Policy"), .format = YK_AS_WRAP, .width = 12},
        [AMOUNT] = {.key = "amount", .heading = _("Amount"), .format = YK_AS_WRAP, .width = 12},
        [LITRES] = {.key = "litres_year",
                    .heading = _("Litres a year it brings"),
                    .format = YK_AS_COUNT},
        [COST] = {.key = "cost_yuan", .heading = _("Cost yuan/year"), .format = YK_AS_COUNT},
        [MARGIN] = {.key = "margin_yuan",
                    .heading = _("Margin left yuan/year"),
                    .format = YK_AS_COUNT},
        [RATIO] = {.key = "margin_a_yuan", .heading = _("Margin a yuan"), .format = YK_AS_RATE},
        [BREAK_EVEN] = {.key = "break_even_litres",
                        .heading = _("Break-even L/month"),
                        .format = YK_AS_COUNT},
        [APPROVER] = {.key = "approver",
                      .heading = _("Approver"),
                      .format = YK_AS_WRAP,
                      .width = 12},
        [VALID] = {.key = "valid_until", .heading = _("Valid until"), .format = YK_AS_DAY},
        [GRANTED] = {.key = "standing",
                     .heading = _("Decision"),
                     .format = YK_AS_WRAP,
                     .width = 16},
        [RULE] = {.key = "rule_id", .heading = _("Rule")},
    };
    struct asked *asked;
    size_t count = collect(&asked, v, w);
    size_t shown = count < MOST_REQUESTS ? count : MOST_REQUESTS;
    struct yk_table *t = yk_sheet_table(
        v->sheets, sheet, "requests",
        yk_arena_printf(v->sheets->arena,
                        _("%zu of %zu requests: granted ones by margin a yuan, then what the "
                          "budget cuts, then the refused"),
                        shown, count),
        column, COLUMNS);
    for (size_t i = 0; i < shown; i++)
        put_request(v, yk_table_row(v->sheets, t), i + 1, asked[i].line);
}

void yk_region_policy(struct yk_view *v, const struct yk_region_work *w)
{
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Policy support"), _("Policy support against the budget"));
    sheet->paper = YK_LANDSCAPE;
    sheet->note =
        _("A budget goes to the requests with the most margin left a yuan, until the next one does "
          "not fit. Requests of credit risk, or whose margin does not pay for them, fall to no "
          "budget.");
    pots(v, sheet, w->region);
    requests(v, sheet, w);
}
