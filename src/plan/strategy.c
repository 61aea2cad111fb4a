/* strategy.c - which rule of strategy.csv a client falls under. */
#include "youka/plan/strategy.h"

#include <string.h>

#include "youka/model/strategy.h"

static bool blank(const char *cell)
{
    return *cell == '\0';
}

static int filled(const struct yk_strategy_rule *r)
{
    return !blank(r->category) + !blank(r->sensitivity) + !blank(r->barrier) + !blank(r->tier) +
           !blank(r->supplier);
}

const struct yk_strategy_rule *yk_strategy_for(const struct yk_rules *rules,
                                               const struct yk_answers *answers, const char *tier)
{
    static const struct yk_strategy_rule none = {"", "", "", "", "", "", "", "", {"", ""}, "", ""};
    const struct yk_strategy_rule *best = NULL;
    struct yk_strategy_case c = yk_strategy_case(answers);
    int most = -1;

    for (size_t i = 0; i < rules->strategies; i++) {
        const struct yk_strategy_rule *r = &rules->strategy[i];
        if (!yk_strategy_fits(r, &c) || !(blank(r->tier) || strcmp(r->tier, tier) == 0))
            continue;
        if (filled(r) > most) {
            most = filled(r);
            best = r;
        }
    }
    return best ? best : &none;
}
