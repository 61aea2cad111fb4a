/* contracts.c - which contracts bind clients to rivals, and which of them end. */
#include "contracts.h"

#include <stdlib.h>

struct yk_rival_contract yk_rival_contract(const struct yk_answers *answers, double told_share)
{
    struct yk_rival_contract c = {YK_DAY_NONE, false};

    if (told_share < 1)
        c.until = yk_answer_day(answers, "contract_until");
    if (c.until == YK_DAY_NONE && told_share <= 0) {
        c.until = yk_answer_day(answers, "designated_until");
        c.designated = c.until != YK_DAY_NONE;
    }
    return c;
}

static yk_day near_days(const struct yk_territory *t)
{
    return (yk_day)yk_rules_plan(t->rules, "rival_contract_days");
}

void yk_contract_count(struct yk_rival *chief, const struct yk_rival_contract *c, double litres,
                       const struct yk_territory *t)
{
    if (c->until == YK_DAY_NONE || c->until < t->today)
        return;
    bool ends = c->until - t->today <= near_days(t);
    chief->contracts++;
    chief->ending += ends;
    *(ends ? &chief->ending_litres : &chief->bound_litres) += litres;
}

bool yk_contract_due(const struct yk_rival_contract *c, yk_day last_seen,
                     const struct yk_territory *t)
{
    if (c->until == YK_DAY_NONE)
        return false;
    yk_day left = c->until - t->today;
    return left >= 0 ? left <= near_days(t) : -left <= near_days(t) && last_seen < c->until;
}

static int by_day(const void *left, const void *right)
{
    const struct yk_contract_end *a = left, *b = right;

    if (a->until != b->until)
        return a->until < b->until ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

void yk_contracts_sort(struct yk_contract_end *end, size_t count)
{
    if (count > 1)
        qsort(end, count, sizeof *end, by_day);
}
