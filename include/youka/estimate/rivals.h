/* rivals.h - who holds the litres inside a station's trading area (estimation.md §7).
 *
 * What a client told counts as told: its own share is ours; the rest goes to the rival whose name
 * it gave as its present station; else to the brands it named, among their stations within reach
 * (own tank and delivery to the outside option), by Huff's weights between them. Where it told no
 * brand, Huff's shares divide the rest; where it did not tell our share either, they divide all. */
#ifndef YOUKA_ESTIMATE_RIVALS_H
#define YOUKA_ESTIMATE_RIVALS_H

#include "youka/estimate/huff.h"

struct yk_rival_draw {
    size_t rival;       /* index in the territory */
    double told, drawn; /* litres a month, as told and by Huff's shares */
    size_t named_by;    /* clients that named this very station */
};
/* Litres a month, means; the parts sum to `litres`. */
struct yk_station_draw {
    double litres; /* of the station's clients */
    double own_told, own_drawn;
    double outside_told, outside_drawn; /* own tanks, delivery */
    double elsewhere;                   /* told, but nobody within reach has that brand */
    double unplaced;                    /* of clients without a place */
    struct yk_rival_draw *rival;        /* by falling litres, then index; only those that draw */
    size_t rivals;
};
/* Of the clients that the station owns. Lies in the arena. */
void yk_huff_rivals(struct yk_station_draw *out, const struct yk_huff *h,
                    const struct yk_derived *d, size_t station, struct yk_arena *a);

#endif
