/* rule_faults.c - what does not go together in the rule tables. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rule_faults.h"
#include "youka/base/say.h"
#include "youka/model/plan.h"

void yk_rule_fault_add(struct yk_rule_faults *f, const char *file, const char *key,
                       const char *column, const char *sentence)
{
    f->item = yk_grow(f->item, &f->room, f->count + 1, sizeof *f->item);
    f->item[f->count++] = (struct yk_rule_fault){file, key, column, sentence, false};
}

static void warn(struct yk_rule_faults *f, const char *file, const char *key, const char *column,
                 const char *sentence)
{
    yk_rule_fault_add(f, file, key, column, sentence);
    f->item[f->count - 1].warning = true;
}

static void need_between(struct yk_rule_faults *f, const char *file, const char *key,
                         const char *column, double value, double least, double most)
{
    if (value >= least && value <= most)
        return;
    yk_rule_fault_add(f, file, key, column,
                      yk_arena_printf(f->a,
                                      _("%.6g is out of bounds: from %.6g to %.6g is possible"),
                                      value, least, most));
}

static void look_at_fuels(struct yk_rule_faults *f, const struct yk_rules *r)
{
    static const char *const family[] = {"gasoline", "diesel"};
    double share[2] = {0, 0};

    for (size_t i = 0; i < r->fuels; i++) {
        const struct yk_fuel_prior *p = &r->fuel[i];
        int k = strcmp(p->family, family[0]) == 0 ? 0 : strcmp(p->family, family[1]) == 0 ? 1 : -1;
        need_between(f, "fuel_priors.csv", p->fuel_grade, "density_kg_l", p->density_kg_l, .6, 1.1);
        if (k < 0)
            yk_rule_fault_add(f, "fuel_priors.csv", p->fuel_grade, "family",
                              _("the family is gasoline or diesel"));
        else
            share[k] += p->share_of_family;
    }
    if (r->fuels > YK_GRADES)
        yk_rule_fault_add(
            f, "fuel_priors.csv", "", "fuel_grade",
            yk_arena_printf(f->a, _("there are %zu grades; %d are the most"), r->fuels, YK_GRADES));
    for (int k = 0; k < 2; k++)
        if (fabs(share[k] - 1) > .001)
            yk_rule_fault_add(
                f, "fuel_priors.csv", family[k], "share_of_family",
                yk_arena_printf(f->a, _("the shares of the family add up to %.4g, not to 1"),
                                share[k]));
}

static void look_at_categories(struct yk_rule_faults *f, const struct yk_rules *r)
{
    for (size_t i = 0; i < r->categories; i++) {
        const struct yk_category_prior *p = &r->category[i];
        need_between(f, "category_priors.csv", p->category, "density_kg_l", p->density_kg_l, .6,
                     1.1);
        need_between(f, "category_priors.csv", p->category, "phi", p->phi, 1e-3, 1e3);
    }
}

static void look_at_vehicles(struct yk_rule_faults *f, const struct yk_rules *r)
{
    for (size_t i = 0; i < r->vehicles; i++) {
        const struct yk_vehicle_prior *p = &r->vehicle[i];
        if (p->litres_month_low > p->litres_month || p->litres_month_high < p->litres_month)
            yk_rule_fault_add(f, "vehicle_priors.csv", p->vehicle_class, "litres_per_month",
                              _("the litres do not lie between their low and high value"));
        if (strcmp(p->fuel_family, "gasoline") && strcmp(p->fuel_family, "diesel") &&
            strcmp(p->fuel_family, "electric"))
            yk_rule_fault_add(f, "vehicle_priors.csv", p->vehicle_class, "fuel_family",
                              _("the family is gasoline, diesel or electric"));
        else if (strcmp(p->fuel_family, "electric") && !(p->litres_month > 0))
            yk_rule_fault_add(f, "vehicle_priors.csv", p->vehicle_class, "litres_per_month",
                              _("a vehicle that burns fuel needs litres over 0"));
    }
}

/* What divides, or is the spread of something: never 0, which would say that a thing is known for
 * certain and let no answer change it. */
#define SMALLEST 1e-3
static void look_at_spreads(struct yk_rule_faults *f, const struct yk_rules *r)
{
    static const struct {
        const char *parameter;
        double least, most;
    } bound[] = {
        {"alpha", .01, 1e4},           {"size_sd", SMALLEST, 5}, {"sig_u", SMALLEST, 5},
        {"sig_v", SMALLEST, 5},        {"phi_g", .1, 1e6},       {"outlier_share", 1e-6, .5},
        {"outlier_var", SMALLEST, 50}, {"learn", 0, 1},
    };

    for (size_t i = 0; i < r->spreads; i++) {
        const struct yk_parameter *p = &r->spread[i];
        if (strncmp(p->parameter, "tau_", 4) == 0)
            need_between(f, "spread_priors.csv", p->parameter, "value", p->value, SMALLEST, 5);
        for (size_t k = 0; k < sizeof bound / sizeof *bound; k++)
            if (strcmp(bound[k].parameter, p->parameter) == 0)
                need_between(f, "spread_priors.csv", p->parameter, "value", p->value,
                             bound[k].least, bound[k].most);
    }
    for (size_t i = 0; i < r->sources; i++) {
        need_between(f, "source_priors.csv", r->source[i].info_source, "log_sd",
                     r->source[i].log_sd, SMALLEST, 5);
        need_between(f, "source_priors.csv", r->source[i].info_source, "log_bias",
                     r->source[i].log_bias, -5, 5);
    }
}

/* What named coefficients may be, by how their names begin; the first that fits counts. */
struct bound {
    const char *prefix;
    double least, most;
};

static void look_at_named(struct yk_rule_faults *f, const char *file, const struct yk_parameter *p,
                          size_t count, const struct bound *bound, size_t bounds)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < bounds; k++)
            if (strncmp(p[i].parameter, bound[k].prefix, strlen(bound[k].prefix)) == 0) {
                need_between(f, file, p[i].parameter, "value", p[i].value, bound[k].least,
                             bound[k].most);
                break;
            }
}

static void look_at_market_and_plan(struct yk_rule_faults *f, const struct yk_rules *r)
{
    static const struct bound market[] = {
        {"access_", 0, 1},          {"segment_weight", .1, 1e4}, {"huff_least_km", .01, 5},
        {"huff_road_factor", 1, 3}, {"huff_reach_km", .5, 500},  {"huff_", 0, 100},
        {"pull_", .01, 100},        {"win_far_from_km", 0, 100}, {"win_", -10, 10},
    };
    static const struct bound plan[] = {
        {"credit_yuan_year", 0, 1},
        {"policy_valid_days", 1, 3650},
        {"card_mixed", 0, 1},
        {"card_", 0, 1e5},
        {"risk_relocate_days", 0, 3650},
        {"risk_", 0, 1},
        {"road_km_h", 5, 130},
        {"day_begins_hour", 0, 20},
        {"rival_contract_days", 0, 3650},
        {"rival_pull_", 0, 1000},
        {"rival_gap_", 0, 5},
        {"rival_discontent", 0, 5},
        {"rival_content", 0, 5},
        {"rival_ending_share", 0, 1},
        {"rival_bound_share", 0, 1},
        {"rival_push_lead", -4, 5},
    };

    look_at_named(f, "market_priors.csv", r->market, r->markets, market,
                  sizeof market / sizeof *market);
    look_at_named(f, "plan_priors.csv", r->plan, r->plans, plan, sizeof plan / sizeof *plan);
}

static void look_at_units(struct yk_rule_faults *f, const struct yk_rules *r)
{
    for (size_t i = 0; i < r->units; i++) {
        const char *stated = r->unit[i].stated;
        double sum = 0;
        bool first = true, known = false;
        for (size_t k = 0; k < r->units; k++)
            if (strcmp(r->unit[k].stated, stated) == 0) {
                sum += r->unit[k].weight;
                first = first && k >= i;
            }
        for (enum yk_meant m = YK_MEANT_L_MONTH; m < YK_MEANTS; m++)
            known = known || strcmp(yk_meant_code(m), r->unit[i].meant) == 0;
        if (!known)
            yk_rule_fault_add(f, "unit_priors.csv", r->unit[i].meant, "meant",
                              _("no such meaning is known"));
        if (first && fabs(sum - 1) > .001)
            yk_rule_fault_add(
                f, "unit_priors.csv", stated, "weight",
                yk_arena_printf(f->a, _("the weights of the stated unit add up to %.4g, not to 1"),
                                sum));
    }
}

static void look_at_tiers(struct yk_rule_faults *f, const struct yk_rules *r)
{
    for (size_t i = 1; i < r->tiers; i++)
        if (r->tier[i].cut <= r->tier[i - 1].cut)
            yk_rule_fault_add(f, "tiers.csv", r->tier[i].tier, "cut",
                              _("the cuts must rise from tier to tier"));
    if (r->tiers > 0 && r->tier[r->tiers - 1].cut != 1)
        yk_rule_fault_add(f, "tiers.csv", r->tier[r->tiers - 1].tier, "cut",
                          _("the last cut must be 1"));
}

static bool same_conditions(const struct yk_strategy_rule *a, const struct yk_strategy_rule *b)
{
    return !strcmp(a->category, b->category) && !strcmp(a->sensitivity, b->sensitivity) &&
           !strcmp(a->barrier, b->barrier) && !strcmp(a->tier, b->tier) &&
           !strcmp(a->supplier, b->supplier);
}

static void look_at_strategies(struct yk_rule_faults *f, const struct yk_rules *r)
{
    for (size_t i = 0; i < r->strategies; i++) {
        const struct yk_strategy_rule *s = &r->strategy[i];
        for (size_t k = 0; k < i; k++)
            if (same_conditions(s, &r->strategy[k])) {
                warn(f, "strategy.csv", s->rule_id, "",
                     yk_arena_printf(f->a,
                                     _("it is never reached: rule %s has the same conditions"),
                                     r->strategy[k].rule_id));
                break;
            }
    }
    for (size_t c = 0; c < r->categories; c++) {
        bool covered = false;
        for (size_t i = 0; i < r->strategies; i++)
            covered = covered || !*r->strategy[i].category ||
                      !strcmp(r->strategy[i].category, r->category[c].category);
        if (!covered)
            yk_rule_fault_add(f, "strategy.csv", r->category[c].category, "category",
                              _("no rule is for this category, and none is for all"));
    }
}

size_t yk_rules_faults(struct yk_rule_fault **out, const struct yk_rules *r,
                       const struct yk_rules_form *form, struct yk_arena *a)
{
    struct yk_rule_faults f = {.a = a};

    look_at_fuels(&f, r);
    look_at_categories(&f, r);
    look_at_vehicles(&f, r);
    look_at_spreads(&f, r);
    look_at_market_and_plan(&f, r);
    look_at_units(&f, r);
    look_at_tiers(&f, r);
    look_at_strategies(&f, r);
    yk_rule_codes(&f, r, form);
    *out = YK_ARENA_ARRAY(a, struct yk_rule_fault, f.count + 1);
    if (f.count)
        memcpy(*out, f.item, f.count * sizeof *f.item);
    free(f.item);
    return f.count;
}
