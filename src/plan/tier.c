/* tier.c - tiers by cumulative expected margin. */
#include "youka/plan/tier.h"

void yk_tier_cut(size_t *out, const double *value, size_t count, const struct yk_rules *rules)
{
    double all = 0, before = 0;

    if (rules->tiers == 0)
        YK_BUG("tiers.csv has no row");
    for (size_t i = 0; i < count; i++)
        all += value[i] > 0 ? value[i] : 0;
    for (size_t i = 0; i < count; i++) {
        size_t tier = 0;
        while (tier + 1 < rules->tiers && !(value[i] > 0 && before / all < rules->tier[tier].cut))
            tier++;
        out[i] = tier;
        before += value[i] > 0 ? value[i] : 0;
    }
}
