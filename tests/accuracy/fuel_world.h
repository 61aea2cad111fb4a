/* fuel_world.h - an invented region whose true fleets and litres are known, and what its clients
 * answered: 12 stations of 28 clients (estimation.md §11). Everything follows from the seed.
 *
 * How it comes about. (T): from the rule tables category, source, fuel, spread; (J): a judgement,
 * where §11 leaves the choice open.
 *
 * - Stations: 12 in 3 regions of 4 (J). Categories by the weights of `kinds` in fuel_world.c (J);
 *   no private_station: it buys in bulk and has no fleet (J).
 * - Size: typical_size * exp(size_sd z) (T), whole, at least 1. A category without a size field
 *   has such a size too, which nobody can tell (§13.1).
 * - Ratios of fleets by category, region and station: the product of three factors of mean 1 and
 *   sd tau_fleet_* (T). Of litres a vehicle: exp of the sum of three normals of sd tau_litres_*
 *   (T).
 * - Vehicles: rate * size * ratio * the client's own factor of mean 1 and variance 1/alpha (T);
 *   the count about it has variance phi * mean (T) and is drawn again until it is at least 1, as
 *   all are owners; should 1000 draws all be 0, there is one vehicle.
 * - Litres: vehicles * litres_per_vehicle * ratio * exp(sig_u u + sig_v z / sqrt(vehicles)) (T).
 * - Gasoline's share of them: Beta of concentration phi_g about the category's (T).
 *
 * BASE is the model's own family: factors are Gamma, u is normal. HARD: each category's true rate
 * and, by a draw of its own, its true litres a vehicle lie off the tables by a log-normal factor
 * of sd .6; factors are log-normal of the same mean and variance; u is Student's t of three
 * degrees, scaled to variance 1; sources have twice their sd; unit mistakes are twice as many.
 *
 * - Told: a size by 70 % where there is a field, a count by 70 %, a volume by about 50 %, each by
 *   itself. A volume by the chance 1 / (1 + exp(.4 (ln litres - the region's mean))): with twice
 *   the litres the odds of refusing are a third higher (J: nothing measured).
 * - Sources by the weights of `sources` in fuel_told.c (J).
 * - Numbers: truth * exp(bias + sd z), sd and bias the source's (T), then rounded by people: 42.5
 *   % to one significant digit, 24.4 % to two (sources.csv, row heaping: FMCSA's declared
 *   mileages), the rest to three (J). Counts are whole, at least 1 (J: nobody with a vehicle says
 *   0), and the rest of them exact. Documents are not rounded: counts whole, volumes to two
 *   decimals.
 * - Units as stated: tonnes by 25 % of those over 3000 L, else yuan by 10 %, else litres (J).
 *   Converted by the main grade of the family (T). Gasoline and diesel are told in one unit; a
 *   share under 2 % is told as 0 (J).
 * - Mistakes: 9 % of the volumes mean something else than their unit says, in the proportions of
 *   §4.3 and §13; the litres of one vehicle only where there are two or more. Gross outliers
 *   beyond these are not drawn (J).
 * - Fills: 15 % of those who tell a volume also tell litres a fill and fills a week, from the same
 *   source with an error of their own (J); left out where the form's limits do not hold them. */
#ifndef YOUKA_TESTS_ACCURACY_FUEL_WORLD_H
#define YOUKA_TESTS_ACCURACY_FUEL_WORLD_H

#include "../support/dice.h"
#include "youka/model/plan.h"

enum { FUEL_STATIONS = 12, FUEL_STATION_CLIENTS = 28 };
enum { FUEL_CLIENTS = FUEL_STATIONS * FUEL_STATION_CLIENTS };

enum fuel_law { FUEL_BASE, FUEL_HARD, FUEL_LAWS };
extern const char *const fuel_law_name[FUEL_LAWS]; /* "BASE", "HARD" */

enum fuel_told { FUEL_NOTHING, FUEL_COUNT, FUEL_VOLUME, FUEL_TOLDS };

/* The truth of one client, and what became of it in the answers. */
struct fuel_client {
    const struct yk_category_prior *category;
    size_t station;
    double size, vehicles, litres, gasoline;
    enum fuel_told told; /* the most that was told */
    bool size_told, counted;
    const char *unit;    /* l, t, cny: stated beside the volume; "" not told */
    enum yk_meant meant; /* of a told volume */
    bool mistaken;       /* not what the unit says */
};

struct fuel_world {
    struct yk_arena a;
    struct yk_rules rules; /* as compiled in */
    struct yk_territory t; /* doors by station code, then id; rules lent from above */
    struct yk_place *place;
    struct fuel_client *client; /* same index as the doors */
};
void fuel_world_make(struct fuel_world *w, enum fuel_law law, uint64_t seed);
void fuel_world_release(struct fuel_world *w);
/* The same tables with the spread `learn` at 1; lies in the world's arena. */
struct yk_rules fuel_world_learning(struct fuel_world *w);

/* fuel_told.c: draws the answers of all clients. */
void fuel_tell(struct fuel_world *w, enum fuel_law law, struct dice *d);
/* What a number means, as litres a month; `family` of its density and price. */
double fuel_amount_of(const struct fuel_client *c, enum yk_meant meant, double litres,
                      const struct yk_fuel_prior *family);

#endif
