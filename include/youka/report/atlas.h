/* atlas.h - clients, stations, trading areas, rivals and blanks as the layers of a map. */
#ifndef YOUKA_REPORT_ATLAS_H
#define YOUKA_REPORT_ATLAS_H

#include "youka/model/atlas.h"
#include "youka/report/report.h"

/* What the layers are drawn from. It lends from the view, which must outlive it. */
struct yk_mapping;
/* `chosen`: one flag a station of the territory. Everything lies in the arena but for a list that
 * yk_mapping_free gives back, after the atlas has been written. */
struct yk_mapping *yk_mapping_new(const struct yk_view *view, const bool *chosen,
                                  struct yk_arena *a);
void yk_mapping_free(struct yk_mapping *m);
/* The tiers of a station's clients; nothing of the plan is kept. */
void yk_mapping_tiers(struct yk_mapping *m, const struct yk_plan *plan);
/* Cells of a station that are neither done nor set aside, and places of the gazetteer that nobody
 * has visited. All is copied but what the territory lends. */
void yk_mapping_blanks(struct yk_mapping *m, const struct yk_coverage *coverage);

/* Layers clients (of the chosen stations, by owner), stations, trading_areas, competitors (all of
 * them where every station is chosen, else those inside a chosen trading area), blanks. Contacts
 * are masked unless the view is unmasked. The caller fills in datum, user and at. */
void yk_report_atlas(struct yk_atlas *out, const struct yk_mapping *m);

/* The clients that the atlas shows, as numbers of the territory's doors. */
const size_t *yk_mapping_clients(size_t *count, const struct yk_mapping *m);

/* What was written: table "" with file, datum and not_located (clients without a place), table
 * layers with name, features, without_place. */
void yk_report_atlas_written(struct yk_sheets *out, const struct yk_atlas *atlas, const char *file);

#endif
