/* fuel_table.h - our estimates and the rivals' over many invented regions: estimation.md §11. */
#ifndef YOUKA_TESTS_ACCURACY_FUEL_TABLE_H
#define YOUKA_TESTS_ACCURACY_FUEL_TABLE_H

#include "fuel_rivals.h"
#include "fuel_score.h"
#include "fuel_world.h"

/* Ours twice, with the spreads of the tables and with those learnt from the region's own answers.
 */
enum { FUEL_DEFAULTS, FUEL_LEARNT, FUEL_OURS, FUEL_METHODS = FUEL_OURS + FUEL_RIVALS };
extern const char *const fuel_method_name[FUEL_METHODS];

struct fuel_table {
    struct fuel_score mean[FUEL_METHODS]; /* over the regions; kind_count are sums */
    size_t better[FUEL_OURS]; /* regions in which the pinball loss is below the ridge's */
    size_t regions;
};
#define FUEL_FIRST_SEED 20261101u
/* Regions of the seeds first .. first + regions - 1. */
void fuel_table_make(struct fuel_table *out, enum fuel_law law, enum fuel_repair repair,
                     size_t regions, uint64_t first);
/* All methods on one region. */
void fuel_region_score(struct fuel_score out[FUEL_METHODS], enum fuel_law law,
                       enum fuel_repair repair, uint64_t seed);

#endif
