/* station_name.h - whether a client means a filling station by the name it gave. */
#ifndef YOUKA_ESTIMATE_STATION_NAME_H
#define YOUKA_ESTIMATE_STATION_NAME_H

#include <stdbool.h>

#include "youka/base/arena.h"
#include "youka/model/rules.h"

/* The words of osm_brands.csv, folded once; in the arena. */
struct yk_station_words {
    const char **word, **brand;
    size_t count;
};
struct yk_station_words yk_station_words(const struct yk_rules *rules, struct yk_arena *a);

/* What tells a filling station from others of its brand: the name without the words of
 * osm_brands.csv and without 加油站 at its end: 蓝屿 of 中石化蓝屿加油站. Arena text. */
const char *yk_station_core(const char *name, const struct yk_station_words *w, struct yk_arena *a);
/* The brand that the first of the words in a name tells; "": none does. */
const char *yk_station_brand(const char *name, const struct yk_station_words *w,
                             struct yk_arena *a);
/* Two cores that may mean one station: of two characters or more, and one holds the other. */
bool yk_station_same(const char *core, const char *other);

#endif
