/* observe.h - what the form says of one client's fleet and fuel, ready for the estimator. */
#ifndef YOUKA_ESTIMATE_OBSERVE_H
#define YOUKA_ESTIMATE_OBSERVE_H

#include "settings.h"
#include "youka/estimate/normal.h"
#include "youka/model/answer.h"

/* The vehicles as declared. Litres are a month. */
struct yk_fleet {
    bool given;      /* vehicle_total or lines */
    bool by_lines;   /* the lines cover all of it: its classes are known */
    double declared; /* vehicle_total, else the sum of the lines */
    double burning;  /* of these, those that burn gasoline or diesel */
    const struct yk_source_prior *source;
    double litres_each; /* by_lines: mean of a burning vehicle */
    double mix_var;     /* by_lines: relative variance of their sum (Fenton and Wilkinson) */
    double family[YK_FAMILIES], grade[YK_GRADES]; /* litres of the lines */
};
void yk_fleet_read(struct yk_fleet *out, const struct yk_answers *answers,
                   const struct yk_settings *s);
/* Share of the family in the litres: of the lines, else of the category. */
double yk_family_share(const struct yk_fleet *f, const struct yk_category_prior *category,
                       enum yk_family family);

/* A declared amount of fuel a month. */
struct yk_told {
    const char *piece; /* told_volume, fills */
    enum yk_unit unit; /* as stated */
    bool unit_missing;
    const struct yk_source_prior *source;
    double told;       /* in that unit */
    double log_amount; /* ln of the whole client's amount in the stated unit, bias taken out */
    double extra_var;  /* of rounding, and of a share of one family */
};
/* The told volume, then the fills; gives how many of the two there are. */
#define YK_TOLD 2
unsigned yk_told_read(struct yk_told out[YK_TOLD], const struct yk_answers *answers,
                      const struct yk_category_prior *category, const struct yk_fleet *fleet,
                      const struct yk_settings *s);
/* Litres told of each family; false unless both were told (a told 0 counts) and one is over 0. */
bool yk_told_families(double out[YK_FAMILIES], const struct yk_answers *answers,
                      const struct yk_category_prior *category);

#endif
