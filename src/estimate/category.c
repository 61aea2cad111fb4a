/* category.c - what a client of a category usually has and uses, for want of anything told. */
#include <math.h>

#include "observe.h"

struct yk_normal yk_category_count(const struct yk_client *c)
{
    const struct yk_category_prior *p = c->category;
    double size, sd = yk_rules_spread(c->rules, "size_sd");
    struct yk_fleet_prior prior = {.expected = p->rate * p->typical_size,
                                   .ratio = 1,
                                   .alpha = yk_rules_spread(c->rules, "alpha"),
                                   .size_var = sd * sd,
                                   .phi = p->phi,
                                   .owner = true};

    if (*p->size_field && yk_answer_number(&size, c->answers, p->size_field) && size > 0) {
        prior.expected = p->rate * size;
        prior.size_var = 0;
    }
    return yk_fleet_prior(&prior);
}

struct yk_sight yk_category_litres(const struct yk_client *c)
{
    struct yk_normal n = yk_category_count(c);
    double sig_u = yk_rules_spread(c->rules, "sig_u"), sig_v = yk_rules_spread(c->rules, "sig_v");

    return (struct yk_sight){
        .piece = "peers",
        .source = "",
        .unit = "",
        .log_litres = {n.m + log(c->category->litres_per_vehicle),
                       n.s2 + sig_u * sig_u + sig_v * sig_v / fmax(exp(n.m), 1)}};
}
