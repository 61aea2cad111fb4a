/* money.c - the policy money of the station's region on its front page: what there is, what is
 * asked for, what is granted and what is cut. */
#include <math.h>
#include <string.h>

#include "plan_sheets.h"
#include "youka/base/say.h"

static void put_row(struct yk_view *v, struct yk_table *t, const char *whose, double budget,
                    const struct yk_pot *sum)
{
    struct yk_cell *c = yk_table_row(v->sheets, t);
    double cut = sum->asked_yuan - sum->granted_yuan;
    c[0] = yk_text_cell(whose);
    c[1] = yk_some_number(budget);
    c[2] = yk_number_cell((double)sum->claims);
    c[3] = yk_number_cell(sum->asked_yuan);
    c[4] = yk_toned(yk_number_cell(sum->granted_yuan), YK_TONE_STRONG);
    c[5] = yk_toned(yk_number_cell(cut), cut > 0 ? YK_TONE_WARN : YK_TONE_PLAIN);
}

/* Region and policy of a pot, and where its money ended. */
static const char *pot_words(const struct yk_view *v, const struct yk_pot *pot)
{
    struct yk_arena *a = v->sheets->arena;
    const char *policy = pot->budget && *pot->budget->policy
                             ? yk_word_rule(v, "policy", pot->budget->policy)
                             : _("all policies");
    if (pot->granted == pot->claims || !isfinite(pot->cut))
        return yk_arena_printf(a, "%s, %s", pot->region, policy);
    return yk_arena_printf(a, _("%s, %s: a yuan granted leaves %s yuan of margin or more"),
                           pot->region, policy, yk_word_number(v, pot->cut, 1));
}

/* Of the station's own clients, those who compete for the money. */
static struct yk_pot own_part(const struct yk_plan *plan)
{
    struct yk_pot sum = {0};
    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_request *r = &plan->line[i].request;
        if (!r->terms || (!r->granted && strcmp(r->refused, "over_budget") != 0))
            continue;
        sum.claims++;
        sum.asked_yuan += r->cost;
        sum.granted_yuan += r->granted ? r->cost : 0;
    }
    return sum;
}

void yk_money_table(struct yk_view *v, struct yk_sheet *front, const struct yk_plan *plan)
{
    const char *region = v->territory->station[plan->station].region;
    const struct yk_column column[] = {
        {.heading = _("Policy money a year"), .format = YK_AS_WRAP},
        {.heading = _("Budget yuan"), .format = YK_AS_COUNT},
        {.heading = _("Requests"), .format = YK_AS_COUNT},
        {.heading = _("Asked yuan"), .format = YK_AS_COUNT},
        {.heading = _("Granted yuan"), .format = YK_AS_COUNT},
        {.heading = _("Cut yuan"), .format = YK_AS_COUNT},
    };
    struct yk_table *t = NULL;
    for (size_t i = 0; v->pot && i < v->pots; i++) {
        const struct yk_pot *pot = &v->pot[i];
        if (strcmp(pot->region, region) != 0)
            continue;
        if (!t)
            t = yk_sheet_table(v->sheets, front, "money", _("Policy money of the region"), column,
                               YK_COUNT_OF(column));
        put_row(v, t, pot_words(v, pot), pot->budget ? pot->budget->budget_yuan_year : NAN, pot);
    }
    if (!t)
        return;
    struct yk_pot own = own_part(plan);
    put_row(v, t, _("of it this station"), NAN, &own);
}
