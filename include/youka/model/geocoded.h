/* geocoded.h - what became of an address: the place, and every rung of the ladder that was tried.
 */
#ifndef YOUKA_MODEL_GEOCODED_H
#define YOUKA_MODEL_GEOCODED_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/model/plan.h"

/* A rung that was tried: what came of it. */
enum yk_try_outcome {
    YK_TRY_FOUND,
    YK_TRY_NOT_SAID,  /* the address does not say such a thing */
    YK_TRY_NO_ENTRY,  /* it does, but nothing in the gazetteer answers */
    YK_TRY_FAR,       /* what answers lies beyond twice the radius */
    YK_TRY_AMBIGUOUS, /* several answer, too far from one another */
};
struct yk_try {
    const char *rung;   /* "B1" */
    const char *method; /* exact_number, … */
    enum yk_try_outcome outcome;
    size_t candidates;
};
enum { YK_MOST_TRIES = 16, YK_MOST_EVIDENCE = 8 };

struct yk_geocoded {
    bool located;
    struct yk_point point;
    const char *place_class; /* "A1" … "E" */
    const char *method;
    double error_m;     /* NAN where not located */
    double runner_up_m; /* to the next candidate of the same rung; NAN: there is none */
    bool ambiguous;     /* a candidate over 300 m away says the same: ask */
    bool elsewhere;     /* the address names a district that the trading area does not touch */
    size_t evidence[YK_MOST_EVIDENCE]; /* numbers of entries, the deciding one first */
    size_t evidences;
    struct yk_try tries[YK_MOST_TRIES];
    size_t tried;
};

/* All of it for somebody who asks why. Lies in the maker's arena. */
struct yk_said_part {
    const char *part, *text, *why; /* codes of locate/address.h, the part's text */
};
struct yk_place_story {
    const char *address, *name, *station_code; /* as asked; "" not told */
    struct yk_geocoded found;
    enum yk_verdict verdict;
    double distance_m;                          /* from the station; NAN: none, or nowhere */
    const struct yk_gazetteer_entry **evidence; /* found.evidences, lent */
    struct yk_said_part *part;
    size_t parts;
};
const char *yk_outcome_code(enum yk_try_outcome outcome); /* "found", "not_said", … */

#endif
