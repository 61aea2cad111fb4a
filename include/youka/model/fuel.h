/* fuel.h - a plan line's fuel by grade and in tonnes: what it needs, what it buys from us, what can
 * be won. Litres and tonnes are a month; tonnes = litres × density of the grade / 1000
 * (fuel_priors.csv). */
#ifndef YOUKA_MODEL_FUEL_H
#define YOUKA_MODEL_FUEL_H

#include "youka/model/plan.h"

/* Grades in fuel_priors.csv's order; each row sums to the line's own number. Without an estimate by
 * grade litres count as the first grade that the table has. */
struct yk_line_fuel {
    double litres[YK_GRADES];   /* mean demand */
    double ours[YK_GRADES];     /* bought from us */
    double winnable[YK_GRADES]; /* like the demand */
    double ours_litres;
    double tonnes, ours_tonnes, winnable_tonnes; /* NAN where the rules have no density */
    double list_yuan; /* what `ours` costs at the table's prices; NAN as above */
};

/* What its cards say, where there are any (buyer not NULL); else its share as told. */
double yk_ours_litres(const struct yk_buyer *buyer, double litres_mean, double own_share);

/* rules NULL: nothing is known of densities and prices. A sale whose grade is not told is split as
 * the client's demand is within that family; where it needs none, as the family's grades usually
 * are. */
void yk_line_fuel(struct yk_line_fuel *out, const struct yk_plan_line *line,
                  const struct yk_estimate *e, const struct yk_buyer *buyer,
                  const struct yk_rules *rules);

#endif
