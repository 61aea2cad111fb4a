/* resurvey.c - whom to ask again: where a better answer would change the tier. */
#include "youka/plan/resurvey.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/model/facts.h"
#include "youka/plan/score.h"

double yk_flip_chance(double cut_litres, double p50_litres, double log_var)
{
    if (!(cut_litres > 0 && p50_litres > 0 && log_var > 0))
        return 0;
    return erfc(fabs(log(cut_litres / p50_litres)) / sqrt(2 * log_var)) / 2;
}

/* The unit of the larger of the told volumes. */
static const char *unit_field(const struct yk_answers *a)
{
    double gasoline = 0, diesel = 0;

    yk_answer_number(&gasoline, a, "gas_month");
    yk_answer_number(&diesel, a, "diesel_month");
    return diesel > gasoline ? "diesel_unit" : gasoline > 0 ? "gas_unit" : "volume_source";
}

const char *yk_what_to_ask(const struct yk_answers *answers, const struct yk_estimate *e)
{
    if (e->unit_question)
        return unit_field(answers);
    if (e->confidence == 'A')
        return "";
    for (enum yk_fact f = YK_FACT_VOLUME; f <= YK_FACT_VEHICLES; f++)
        if (!yk_fact_known(answers, f))
            return yk_fact_field(f);
    return "volume_source";
}

/* The scores at which tiers end, in falling order. */
struct cuts {
    double *yuan;
    size_t count;
};
static struct cuts find_cuts(const struct yk_plan *plan, const struct yk_territory *t,
                             struct yk_arena *a)
{
    struct cuts c = {.yuan = YK_ARENA_ARRAY(a, double, t->rules->tiers + 1)};

    for (size_t i = 1; i < plan->lines && c.count < t->rules->tiers; i++) {
        const struct yk_plan_line *upper = &plan->line[i - 1], *lower = &plan->line[i];
        bool last = yk_comes_last(&t->door[lower->door].answers);
        if (yk_comes_last(&t->door[upper->door].answers))
            break;
        if (strcmp(upper->tier_potential, lower->tier_potential) != 0)
            c.yuan[c.count++] =
                (upper->score_yuan_year + (last ? 0 : fmax(lower->score_yuan_year, 0))) / 2;
    }
    return c;
}

static double value_of(const struct yk_plan_line *l, const struct cuts *cuts,
                       const struct yk_estimate *e, const struct yk_prospect *p)
{
    double margin = yk_margin_yuan_year(e->litres.mean, p, l->margin_yuan_l);
    double cost = margin - l->score_yuan_year, yuan_litre = margin / e->litres.mean;
    double flip = 0;

    if (!(margin > 0))
        return 0;
    for (size_t i = 0; i < cuts->count; i++)
        flip = fmax(flip,
                    yk_flip_chance((cuts->yuan[i] + cost) / yuan_litre, e->litres.p50, e->log_var));
    return flip * margin;
}

static double visit_cost(const struct yk_rules *rules, const char *tier)
{
    for (size_t i = 0; i < rules->tiers; i++)
        if (strcmp(rules->tier[i].tier, tier) == 0)
            return rules->tier[i].hours_per_visit * rules->tier[i].cost_hour_yuan;
    return 0;
}

/* Of the lines that are worth asking: value, and place in the plan, which breaks ties. */
struct worth {
    double value;
    size_t line;
};
static int by_value(const void *left, const void *right)
{
    const struct worth *a = left, *b = right;

    if (a->value != b->value)
        return a->value > b->value ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

void yk_resurvey(struct yk_plan *plan, const struct yk_territory *t, const struct yk_derived *d,
                 struct yk_arena *a)
{
    struct cuts cuts = find_cuts(plan, t, a);
    struct worth *worth = YK_ARENA_ARRAY(a, struct worth, plan->lines);
    size_t n = 0;

    for (size_t i = 0; i < plan->lines; i++) {
        struct yk_plan_line *l = &plan->line[i];
        const struct yk_answers *answers = &t->door[l->door].answers;
        bool open = !yk_comes_last(answers);
        l->ask = open ? yk_what_to_ask(answers, &d->estimate[l->door]) : "";
        l->ask_value_yuan =
            *l->ask ? value_of(l, &cuts, &d->estimate[l->door], &d->prospect[l->door]) : 0;
        if (l->ask_value_yuan > 0 && l->ask_value_yuan >= visit_cost(t->rules, l->tier_potential))
            worth[n++] = (struct worth){l->ask_value_yuan, i};
    }
    if (n > 1)
        qsort(worth, n, sizeof *worth, by_value);
    plan->resurvey = YK_ARENA_ARRAY(a, size_t, n);
    plan->resurveys = n;
    for (size_t i = 0; i < n; i++)
        plan->resurvey[i] = worth[i].line;
}
