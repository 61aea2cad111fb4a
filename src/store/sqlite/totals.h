/* totals.h - issued plans on their way to sums. Private to the engine's totals files. */
#ifndef YOUKA_STORE_SQLITE_TOTALS_H
#define YOUKA_STORE_SQLITE_TOTALS_H

#include "lite.h"
#include "youka/base/map.h"

struct reading {
    struct lite *l;
    const struct yk_totals_wish *wish;
    char today[11];
    struct yk_totals *out;
    struct yk_arena *a;   /* what the caller gets */
    size_t at;            /* the station at hand */
    struct yk_id *before; /* a station: its plan before; only where it has one */
    /* Grown on the heap, kept at the end. */
    struct yk_totals_station *station;
    struct yk_totals_category *category;
    struct yk_totals_fuel *fuel;
    struct yk_totals_policy *policy;
    struct yk_totals_move *move;
    size_t stations, categories, fuels, policies, moves;
    size_t station_room, before_room, category_room, fuel_room, policy_room, move_room;
    struct yk_totals_client *list; /* the list at hand */
    size_t listed;
};

/* What one row of a statement adds. */
typedef yk_code take_row(struct reading *r, sqlite3_stmt *st, struct yk_err *err);
take_row lite_totals_fuel, lite_totals_policy, lite_totals_risk, lite_totals_move, lite_totals_left,
    lite_totals_client;
/* The category of that code, a new one where there is none yet. Lent until the next. */
struct yk_totals_category *lite_totals_category(struct reading *r, const char *code);
/* Sorts what was grown and copies it for the caller. */
void lite_totals_keep(struct reading *r);
void lite_totals_release(struct reading *r);

#endif
