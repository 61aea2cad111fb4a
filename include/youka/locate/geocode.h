/* geocode.h - from an address and a name to a place, with an honest error: the ladder of
 * geocoding.md, A1 to E. What the survey's own coordinate says (A0) is assign.h's. */
#ifndef YOUKA_LOCATE_GEOCODE_H
#define YOUKA_LOCATE_GEOCODE_H

#include "youka/locate/address.h"
#include "youka/model/plan.h"

/* A gazetteer laid out for look-ups. Filling is one thread's; after that any number may ask. Texts
 * and entries are lent and must outlive it. */
struct yk_geocoder;
struct yk_geocoder *yk_geocoder_new(const struct yk_names *divisions, struct yk_name_book *names);
/* An entry more, with its credit code where it has one, else NULL; several with one address or name
 * are all kept. An entry nowhere (NAN) is never found. Its number is the count of those before. */
void yk_geocoder_add(struct yk_geocoder *g, const struct yk_gazetteer_entry *entry,
                     const char *uscc);
/* After the last entry, before the first question. Adding may go on later, and then this again. */
void yk_geocoder_ready(struct yk_geocoder *g);
const struct yk_gazetteer_entry *yk_geocoder_entry(const struct yk_geocoder *g, size_t number);
size_t yk_geocoder_entries(const struct yk_geocoder *g);
const struct yk_address_book *yk_geocoder_book(const struct yk_geocoder *g);
void yk_geocoder_free(struct yk_geocoder *g);

/* NULL or "": not told. Without a trading area (radius 0) nothing is near or far. */
struct yk_question {
    const char *address, *name, *uscc;
    struct yk_point station;
    double radius_m;
    const bool *without; /* by entry: true where it must not answer (itself); NULL: all may */
};

/* A rung that was tried: what came of it. */
enum yk_outcome {
    YK_TRY_FOUND,
    YK_TRY_NOT_SAID,  /* the address does not say such a thing */
    YK_TRY_NO_ENTRY,  /* it does, but nothing in the gazetteer answers */
    YK_TRY_FAR,       /* what answers lies beyond twice the radius */
    YK_TRY_AMBIGUOUS, /* several answer, too far from one another */
};
struct yk_try {
    const char *rung;   /* "B1" */
    const char *method; /* exact_number, … */
    enum yk_outcome outcome;
    size_t candidates;
};
enum { YK_MOST_TRIES = 16, YK_MOST_EVIDENCE = 8 };

struct yk_answered {
    bool located;
    struct yk_point point;
    const char *place_class; /* "A1" … "E" */
    const char *method;
    double error_m;     /* NAN where not located */
    double runner_up_m; /* to the next candidate of the same rung; NAN: there is none */
    bool ambiguous;     /* a candidate over 300 m away says the same: ask */
    bool elsewhere;     /* the address names a district that the trading area does not touch */
    size_t evidence[YK_MOST_EVIDENCE]; /* entries, the deciding one first */
    size_t evidences;
    struct yk_try tries[YK_MOST_TRIES];
    size_t tried;
};
void yk_geocode(struct yk_answered *out, const struct yk_geocoder *g, const struct yk_question *q);

/* Against a circle: in or out where the error cannot change it, else edge; unknown: not located, or
 * ambiguous with candidates on both sides. */
enum yk_verdict yk_verdict_of(double distance_m, double error_m, double radius_m);
/* Of an answer against the question's own circle; out where the address names a district that the
 * circle does not touch. */
enum yk_verdict yk_answered_verdict(const struct yk_answered *a, const struct yk_question *q);

#endif
