/* parts.h - what the files of the datum's suspicion share; private to src/locate/suspect. */
#ifndef YOUKA_LOCATE_SUSPECT_PARTS_H
#define YOUKA_LOCATE_SUSPECT_PARTS_H

#include <stdint.h>

#include "youka/base/map.h"
#include "youka/locate/suspect.h"

#define NOWHERE SIZE_MAX

/* keys.c: under what a place may be known, "" for none: name, core, address, road and number. */
enum { KEYS = 4, CORE = 1 };
struct keys {
    const char *key[KEYS];
    struct yk_glyphs place[YK_NAME_PLACES]; /* that its name names */
};
struct keys *keys_of(const struct yk_sightings *of, const struct yk_readers *read,
                     struct yk_arena *a);
/* Their names name different places. */
bool keys_elsewhere(const struct keys *a, const struct keys *b);

/* ledger.c: known places by their keys. */
struct ledger {
    const struct yk_sightings *known;
    const struct keys *keys;
    struct yk_point *at; /* where each is taken to be; NAN: it is passed over */
    size_t *next;        /* by place and key: the next of that key and group */
    struct head {
        size_t group, first, count;
        size_t next; /* the key's next group */
    } * head;
    size_t heads, room;
    struct yk_map by_key; /* key -> head */
};
/* `keys` and `group` (a number each; NULL: all of 0) are of `known`; all lent. End with
 * ledger_release. */
void ledger_init(struct ledger *l, const struct yk_sightings *known, const struct keys *keys,
                 const size_t *group, struct yk_arena *a);
/* Calls `found` for every known place, but of the group `own`, that shares a key with a place; one
 * that shares two is found twice. True when there is one. */
typedef void ledger_found(void *who, size_t known);
bool ledger_each(const struct ledger *l, const struct keys *keys, size_t own, ledger_found *found,
                 void *who);
void ledger_release(struct ledger *l);

/* measure.c: places of one source and datum against the ledger. */
struct sample {
    const struct yk_sightings *of;
    const struct keys *keys;
    const size_t *member; /* which of them belong to it; NULL: all */
    size_t members;
    size_t own; /* their group in the ledger, or NOWHERE */
};
struct weighed {
    struct yk_suspicion said;
    double evidence; /* for the best reading against the declared one: the natural logarithm of the
                        likelihood ratio */
};
void weigh(struct weighed *out, const struct sample *sample, const struct ledger *l);
/* Where a place lies if its numbers are to be read so; NAN where they cannot be. */
struct yk_point reread(const struct yk_sighting *s, enum yk_reading reading);

#endif
