/* observe.h - what a form says of one client's fleet and fuel, as observations of log litres. */
#ifndef YOUKA_ESTIMATE_OBSERVE_H
#define YOUKA_ESTIMATE_OBSERVE_H

#include "youka/estimate/normal.h"
#include "youka/model/answer.h"

enum yk_family { YK_GASOLINE, YK_DIESEL, YK_FAMILIES };

/* One door, and the rows of the tables that concern it. */
struct yk_client {
    const struct yk_answers *answers;
    const struct yk_rules *rules;
    const struct yk_category_prior *category;
};

/* One piece of evidence of litres a month. */
struct yk_sight {
    const char *piece, *source, *unit; /* as struct yk_piece */
    double told;
    struct yk_normal log_litres;
    bool unit_missing;
};

/* The fleet as declared. Litres are a month. */
struct yk_fleet {
    bool counted; /* vehicle_total or lines were given */
    bool lines;   /* at least one line was given */
    const char *source;
    double declared;   /* vehicle_total, else the sum of the lines */
    double burning;    /* vehicles that burn gasoline or diesel */
    double litres;     /* of the lines, and of the vehicles that no line names */
    double spread_sum; /* sum N L^2 (e^(sd^2) - 1), the numerator of Fenton-Wilkinson */
    double by_prior;   /* litres that rest on the usual use of a class, not on a told one */
    double family[YK_FAMILIES], grade[YK_GRADES]; /* litres of the lines */
};

/* Which family a grade of fuel_priors.csv belongs to; YK_FAMILIES for gas, electricity, unknown. */
enum yk_family yk_family_of(const char *name);
/* The row of a family that most of its litres are: its density and price stand for the family. */
const struct yk_fuel_prior *yk_family_main(const struct yk_rules *rules, enum yk_family family);
/* Share of the family in the client's litres, from the lines, else from the category. */
double yk_family_share(const struct yk_client *c, const struct yk_fleet *f, enum yk_family family);

void yk_fleet_read(struct yk_fleet *out, const struct yk_client *c);
/* Log of the number of vehicles that burn fuel; needs f->counted. */
struct yk_normal yk_fleet_count(const struct yk_client *c, const struct yk_fleet *f);
/* Litres from lines or count; needs f->counted. */
struct yk_sight yk_fleet_litres(const struct yk_client *c, const struct yk_fleet *f);

/* What the category says of a client of whom nothing is told. */
struct yk_normal yk_category_count(const struct yk_client *c);
struct yk_sight yk_category_litres(const struct yk_client *c);

/* Told volume and fills; gives how many of the two there are. */
#define YK_TOLD 2
size_t yk_told_read(struct yk_sight out[YK_TOLD], const struct yk_client *c,
                    const struct yk_fleet *f);
/* Litres told of each family; false unless both were told (a told 0 counts) and one is over 0. */
bool yk_told_families(double out[YK_FAMILIES], const struct yk_client *c);

#endif
