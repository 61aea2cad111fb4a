/* geocode.h - from an address and a name to a place, with an honest error: the ladder of
 * geocoding.md, A1 to E. What the survey's own coordinate says (A0) is assign.h's. */
#ifndef YOUKA_LOCATE_GEOCODE_H
#define YOUKA_LOCATE_GEOCODE_H

#include "youka/locate/address.h"
#include "youka/model/geocoded.h"

/* A gazetteer laid out for look-ups. Filling is one thread's; after that any number may ask. Texts
 * and entries are lent and must outlive it. */
struct yk_geocoder;
/* Takes over the name book (NULL: names are not normalised). */
struct yk_geocoder *yk_geocoder_new(const struct yk_names *divisions, struct yk_name_book *names);
struct yk_known {
    const struct yk_gazetteer_entry *entry;
    const char *uscc; /* credit code, or NULL */
    double error_m;   /* of an entry that was itself located by others: goes into every answer */
};
/* An entry more; several with one address or name are all kept. An entry nowhere (NAN) is never
 * found. Its number is the count of those before. */
void yk_geocoder_add(struct yk_geocoder *g, const struct yk_known *known);
/* After the last entry, before the first question. Adding may go on later, and then this again. */
void yk_geocoder_ready(struct yk_geocoder *g);
const struct yk_gazetteer_entry *yk_geocoder_entry(const struct yk_geocoder *g, size_t number);
size_t yk_geocoder_entries(const struct yk_geocoder *g);
const struct yk_address_book *yk_geocoder_book(const struct yk_geocoder *g);
void yk_geocoder_free(struct yk_geocoder *g);

/* NULL or "": not told. Without a trading area (radius 0) nothing is near or far. */
struct yk_sought {
    const char *address, *name, *uscc;
    struct yk_point station;
    double radius_m;
    size_t itself;       /* 1 + the number of its own entry, which must not answer; 0: none */
    const bool *without; /* by entry: true for others that must not; NULL: all may */
};

void yk_geocode(struct yk_geocoded *out, const struct yk_geocoder *g, const struct yk_sought *q);

/* Against a circle: in or out where the error cannot change it, else edge. */
enum yk_verdict yk_verdict_of(double distance_m, double error_m, double radius_m);
/* Of an answer against the question's own circle; unknown where it is not located, out where the
 * address names a district that the circle does not touch. */
enum yk_verdict yk_geocoded_verdict(const struct yk_geocoded *a, const struct yk_sought *q);
/* The same, told in full. */
void yk_geocode_story(struct yk_place_story *out, const struct yk_geocoder *g,
                      const struct yk_sought *q, struct yk_arena *a);

#endif
