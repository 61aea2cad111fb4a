/* draw.h - what a client can choose between, and how it is shared; of huff.c and rivals.c. */
#ifndef YOUKA_ESTIMATE_DRAW_H
#define YOUKA_ESTIMATE_DRAW_H

#include "station_name.h"
#include "youka/estimate/huff.h"

struct yk_huff {
    const struct yk_territory *t;
    struct yk_huff_prior prior;
    double *station, *rival; /* gamma ln pull of each; -INFINITY: draws nothing */
    double outside;          /* the whole logarithm */
    struct yk_near *near;    /* of the rivals */
    struct yk_arena names;
    struct yk_station_words words;
    const char **core; /* of the rivals' names */
};

enum yk_drawing { YK_DRAW_OWN, YK_DRAW_RIVAL, YK_DRAW_OUTSIDE };
/* The alternatives of one client: kind and number beside the logarithm of what draws, and after
 * yk_share_out its share. Declare zero, end with yk_alternatives_release. */
struct yk_alternatives {
    struct yk_alternative {
        enum yk_drawing kind;
        size_t number; /* of the station or the rival in the territory */
    } * item;
    double *log_weight;
    size_t count, room, weights;
    const struct yk_huff *huff;
};
/* Of a located client; what was there before is forgotten. */
void yk_alternatives_gather(struct yk_alternatives *c, const struct yk_huff *h,
                            const struct yk_place *place);
void yk_alternatives_release(struct yk_alternatives *c);
/* Logarithms of weights to shares that sum to 1, in place; all 0 where every weight is 0. */
void yk_share_out(double *log_weight, size_t count);

#endif
