/* tier.c - tiers by cumulative expected margin, or by volume. */
#include "youka/plan/tier.h"

#include <math.h>

#define SLACK .1        /* of the way to the neighbouring cut: no tier changes within it */
#define DIESEL_RATIO 10 /* tonnes of diesel that count as one of gasoline */

static bool by_volume(const struct yk_rules *rules)
{
    for (size_t i = 0; i < rules->tiers; i++)
        if (!isnan(rules->tier[i].large_t))
            return true;
    return false;
}

static size_t of_volume(const struct yk_tier_case *c, const struct yk_rules *rules)
{
    size_t tier = 0;

    while (tier + 1 < rules->tiers && !(c->gasoline_t >= rules->tier[tier].large_t ||
                                        c->diesel_t >= DIESEL_RATIO * rules->tier[tier].large_t))
        tier++;
    return tier;
}

/* The cut that ends a tier, for a case that was of tier `before`. */
static double cut_for(size_t tier, size_t before, const struct yk_rules *rules)
{
    double cut = rules->tier[tier].cut, lower = tier > 0 ? rules->tier[tier - 1].cut : 0;

    if (before == YK_TIER_NEW)
        return cut;
    /* It stays above its old cuts a little longer, and below them too. */
    return before <= tier ? cut + SLACK * (1 - cut) : cut - SLACK * (cut - lower);
}

static size_t of_share(double share, size_t before, const struct yk_rules *rules)
{
    size_t tier = 0;

    while (tier + 1 < rules->tiers && !(share < cut_for(tier, before, rules)))
        tier++;
    return tier;
}

void yk_tier_cut(size_t *out, const struct yk_tier_case *c, size_t count,
                 const struct yk_rules *rules)
{
    bool volume = by_volume(rules);
    double all = 0, before = 0;

    if (rules->tiers == 0)
        YK_BUG("tiers.csv has no row");
    for (size_t i = 0; i < count; i++)
        all += fmax(c[i].value, 0);
    for (size_t i = 0; i < count; i++) {
        if (!(c[i].value > 0))
            out[i] = rules->tiers - 1;
        else
            out[i] = volume ? of_volume(&c[i], rules) : of_share(before / all, c[i].before, rules);
        before += fmax(c[i].value, 0);
    }
}
