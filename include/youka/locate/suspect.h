/* suspect.h - are coordinates in the datum that was declared for them? (geocoding.md, «Datum»)
 *
 * Places are compared with places known from elsewhere under the same name (folded name, or core
 * and place, as model/name.h reads them) or the same address (road, or village, and house number;
 * else all of it): what was typed is read as WGS-84, GCJ-02, BD-09, and with longitude and latitude
 * exchanged, and the distances to the known places are measured. The rule:
 *  - Of several known places of one name the nearest counts, for each reading its own; a name or an
 *    address that more than 12 places of one known source share is passed over. What stands within
 *    a thousandth of a degree is one spot and counts once: the tenants of a building are no
 *    independent witnesses.
 *  - A spot that no reading brings within 400 m of a known place has namesakes only; where fewer
 *    than two spots in five are near, or fewer than four, nothing is said.
 *  - The best reading has the smallest trimmed mean square distance (distances cut at 400 m); of
 *    equal ones the declared.
 *  - The declared datum is doubted when at least 10 places could be compared, the best reading's
 *    median over the near spots is at most half the declared one's and at least 100 m below it, and
 *    the trimmed squares speak for it by e^12 to one (errors of 100 m each way).
 * Where two systems lie closer than that to one another (GCJ-02 and WGS-84 in parts of Qinghai and
 * Gansu), nothing is said, and little is lost. */
#ifndef YOUKA_LOCATE_SUSPECT_H
#define YOUKA_LOCATE_SUSPECT_H

#include "youka/locate/address.h"
#include "youka/model/name.h"
#include "youka/model/suspicion.h"
#include "youka/model/territory.h"

/* A place that somebody gave coordinates of. Texts lent, "" or NULL where not told. */
struct yk_sighting {
    const char *name, *address, *road, *number;
    struct yk_point point; /* WGS-84, as it was converted; YK_DATUM_UNKNOWN: as typed */
    enum yk_datum datum;   /* what it was converted from */
    const char *source;    /* file */
    bool sure;             /* a receiver's position, or no typed one: its datum is not in doubt */
};
/* Sources that are no files: places that only serve to compare with. */
#define YK_SIGHTED_STATIONS "station"
#define YK_SIGHTED_RIVALS "competitor"

/* What a territory holds: the gazetteer, our stations, rivals, doors. Lists lie in the arena. */
struct yk_sightings {
    struct yk_sighting *place;
    size_t count;
};
void yk_sightings_of(struct yk_sightings *out, const struct yk_territory *t, struct yk_arena *a);
/* Of a door's answers; false where they give no coordinate. */
bool yk_sighting_of_door(struct yk_sighting *out, const struct yk_answers *answers);

/* What names and addresses are read with; lent. */
struct yk_readers {
    const struct yk_name_book *names;
    const struct yk_address_book *addresses; /* ready */
};
/* Known places laid out for look-ups, lent. Those without a datum are passed over. */
struct yk_witnesses;
struct yk_witnesses *yk_witnesses_new(const struct yk_sightings *known,
                                      const struct yk_readers *read);
void yk_witnesses_free(struct yk_witnesses *w);
/* The places of one source, all declared in the datum of the first, against what others know. Does
 * not depend on any order. */
void yk_suspect_source(struct yk_suspicion *out, const struct yk_sightings *place,
                       const struct yk_witnesses *known);
/* Every source and datum of `all` that is not sure, against all the others; by source, then datum.
 * Where one source's change would explain the doubts about others, theirs are taken back. */
void yk_suspect_all(struct yk_suspicion **out, size_t *count, const struct yk_sightings *all,
                    const struct yk_readers *read, struct yk_arena *a);

#endif
