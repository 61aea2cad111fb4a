/* rival.h - who holds the litres of a trading area beside us, and which of their contracts end. */
#ifndef YOUKA_MODEL_RIVAL_H
#define YOUKA_MODEL_RIVAL_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/day.h"

/* One whom a client buys from beside us, as it told. */
struct yk_supplier {
    size_t rival;      /* index in the territory; SIZE_MAX: the brand alone is known */
    const char *brand; /* code of the form's list */
    double share;      /* of what is not ours; the form asks for no shares: told ones are equal */
};
/* What place alone gives a rival of a client (estimate/huff.h). */
struct yk_rival_share {
    size_t rival;
    double share;
};
struct yk_supplied {
    struct yk_supplier *supplier; /* the chief one first; their shares sum to 1 */
    size_t suppliers;             /* 0: not told */
    struct yk_rival_share *drawn; /* of the rivals within reach; what yk_prospect tells of ours and
                                     of the outside is not repeated */
    size_t draws;                 /* 0 where the client is not located */
};
/* Of some clients of one station, in the order in which they were asked for. */
struct yk_supply {
    struct yk_supplied *client;
    size_t clients;
    double *strength; /* of every rival of the territory: its pull beside the station's own; NAN:
                         ours draws nobody */
};

/* Who may hold litres. Outside: own tanks and delivery. Brand: which of its stations is not told.
 */
enum yk_holder {
    YK_HOLDER_OURS,
    YK_HOLDER_STATION,
    YK_HOLDER_BRAND,
    YK_HOLDER_OUTSIDE,
    YK_HOLDER_NOT_TOLD,
    YK_HOLDERS
};
const char *yk_holder_code(enum yk_holder h); /* ours, station, brand, outside, not_told */

/* What speaks for pushing against a rival or for nibbling at it. Labelled by the list «rival_why»
 * of labels.csv. */
enum yk_rival_why {
    YK_RIVAL_PULL_WEAK, /* for a push, as all even ones */
    YK_RIVAL_PULL_STRONG,
    YK_RIVAL_GAP_SMALL,
    YK_RIVAL_GAP_LARGE,
    YK_RIVAL_DISCONTENT,
    YK_RIVAL_CONTENT,
    YK_RIVAL_ENDING,
    YK_RIVAL_BOUND,
    YK_RIVAL_WHYS
};
const char *yk_rival_why_code(enum yk_rival_why w); /* pull_weak, pull_strong, … */

/* Litres a month. What a client told of its present supplier (discount, satisfaction, contract)
 * counts for the chief one. NAN: not known. */
struct yk_rival {
    enum yk_holder kind;
    size_t rival;         /* index in the territory; SIZE_MAX of all but stations */
    const char *brand;    /* "" of ours, outside and not told */
    size_t clients;       /* that it serves */
    double litres, p50;   /* means; the clients' P50 in the same shares */
    double gasoline;      /* of the means; diesel is the rest */
    double share;         /* of the litres of the trading area */
    double drawn;         /* that place and pull alone would give it */
    double strength;      /* its pull beside ours, brand, nozzles, hours in it; > 1: stronger */
    double distance_m;    /* from our station */
    double relative_pull; /* what place draws to it beside what it draws to us, over the litres that
                             it holds; of one that holds none, over all */
    double gap_yuan_l;   /* by which it is cheaper: the median of what clients told, else by its own
                            price list, board less real price */
    size_t gap_told;     /* clients that told it */
    double satisfaction; /* mean, 1 to 5 */
    size_t satisfied_told;
    size_t contracts, ending;           /* that run; of these end within rival_contract_days */
    double ending_litres, bound_litres; /* of the litres: of contracts that end soon, later */
    const char *stance;                 /* push, nibble; "": nothing speaks either way */
    unsigned why;                       /* 1u << enum yk_rival_why */
};

/* A contract with a rival that ends soon, or has just ended and nobody was there since. */
struct yk_contract_end {
    size_t line;  /* of the plan */
    size_t rival; /* of the competition */
    yk_day until;
    bool designated; /* the agreement of a public body, where it told no other */
    double litres;   /* a month, mean, that are not ours */
};

struct yk_competition {
    struct yk_rival *rival; /* ours first, not told last, the others by falling litres */
    size_t rivals;
    struct yk_contract_end *end; /* by day, then rank */
    size_t ends;
    double litres, p50; /* a month, of all clients; the rivals' sum up to them */
    double
        drawn_beyond; /* litres that place draws to rivals outside the circle that nobody named */
    double unplaced;  /* litres of clients that are not located: place draws them nowhere */
};

#endif
