/* rivals.h - whom a client buys from beside us, as told, and where place alone would draw it
 * (estimation.md §7).
 *
 * The name it gave as its present station is looked for among the rivals that Huff's part lets it
 * choose between, of several that fit the one that draws most; then the nearest of that name up to
 * huff_reach_km. Names with 、 or the like between them are several. A client without a place asks
 * from where its station is. A brand it named counts beside them unless a named station bears it,
 * or as many stations are named as brands: as the brand's only station to choose, else as the
 * brand. A station that is not on the list counts by the brand in its name. All have equal shares.
 */
#ifndef YOUKA_ESTIMATE_RIVALS_H
#define YOUKA_ESTIMATE_RIVALS_H

#include "youka/estimate/huff.h"
#include "youka/model/rival.h"

/* Of `count` clients that the station owns. Lies in the arena; texts are lent. */
void yk_supply_of(struct yk_supply *out, const struct yk_huff *h, const struct yk_derived *d,
                  size_t station, const size_t *client, size_t count, struct yk_arena *a);

#endif
