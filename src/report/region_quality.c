/* region_quality.c - how far the answers can be trusted: by station, by surveyor, by doubt. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "region_sheets.h"
#include "youka/base/map.h"
#include "youka/base/say.h"

/* Clients that one station, or one of its surveyors, has surveyed. */
struct group {
    const char *station, *surveyor; /* surveyor NULL: the station as a whole */
    size_t clients, flagged, flags;
    size_t known[YK_FACTS];
};
struct groups {
    struct group *item;
    size_t count, room;
    struct yk_map at;
};

static struct group *group_at(struct groups *all, struct yk_arena *a, const char *station,
                              const char *surveyor)
{
    const char *key = yk_arena_printf(a, "%s\n%s", station, surveyor ? surveyor : "\n");
    size_t at;
    if (yk_map_find(&all->at, key, &at))
        return &all->item[at];
    yk_map_add(&all->at, key, all->count);
    all->item = yk_grow(all->item, &all->room, all->count + 1, sizeof *all->item);
    all->item[all->count] = (struct group){.station = station, .surveyor = surveyor};
    return &all->item[all->count++];
}

static void add_client(struct group *g, const struct yk_quality *q)
{
    g->clients++;
    g->flagged += q->flags > 0;
    g->flags += q->flags;
    for (size_t f = 0; f < YK_FACTS; f++)
        g->known[f] += q->known >> f & 1;
}

static int by_name(const void *a, const void *b)
{
    const struct group *x = a, *y = b;
    int station = strcmp(x->station, y->station);
    if (station || !x->surveyor || !y->surveyor)
        return station;
    return strcmp(x->surveyor, y->surveyor);
}

/* Whose survey counts in the region: the stations', wherever the client belongs now. */
static const char *surveying_station(const struct yk_view *v, const struct yk_region_work *w,
                                     size_t client)
{
    const char *code = v->territory->door[client].station_code;
    for (size_t i = 0; i < w->region->stations; i++)
        if (!strcmp(yk_region_station(v, w, i)->code, code))
            return code;
    return NULL;
}

static size_t groups_of(struct groups *all, struct yk_view *v, const struct yk_region_work *w,
                        const char *const *surveyed, bool by_surveyor)
{
    struct yk_arena *a = v->sheets->arena;
    *all = (struct groups){0};
    for (size_t i = 0; !by_surveyor && i < w->region->stations; i++)
        group_at(all, a, yk_region_station(v, w, i)->code, NULL);
    for (size_t i = 0; i < v->territory->doors; i++)
        if (surveyed[i])
            add_client(
                group_at(all, a, surveyed[i],
                         by_surveyor ? yk_door_text(&v->territory->door[i], "surveyor") : NULL),
                &v->derived->quality[i]);
    if (all->count)
        qsort(all->item, all->count, sizeof *all->item, by_name);
    yk_map_release(&all->at);
    return all->count;
}

enum { STATION, SURVEYOR, CLIENTS, MEAN, KNOWN, FLAGGED = KNOWN + YK_FACTS, FLAGS, COLUMNS };

static void name_columns(struct yk_column c[COLUMNS])
{
    static const char *const fact[YK_FACTS][2] = {
        {"volume", N_("Volume known")},
        {"vehicles", N_("Vehicles known")},
        {"habits", N_("Habits known")},
        {"sensitivity", N_("Sensitivities known")},
        {"supplier", N_("Present supplier known")},
        {"contact", N_("Contact known")},
    };
    c[STATION] = (struct yk_column){.key = "station_code",
                                    .heading = _("Surveyed by station"),
                                    .format = YK_AS_WRAP,
                                    .width = 20};
    c[SURVEYOR] = (struct yk_column){
        .key = "surveyor", .heading = _("Surveyor"), .format = YK_AS_WRAP, .width = 14};
    c[CLIENTS] = (struct yk_column){
        .key = "clients", .heading = _("Number of clients"), .format = YK_AS_COUNT};
    c[MEAN] = (struct yk_column){
        .key = "facts_mean", .heading = _("Facts known of six"), .format = YK_AS_DECIMAL};
    for (size_t f = 0; f < YK_FACTS; f++)
        c[KNOWN + f] = (struct yk_column){
            .key = fact[f][0], .heading = _(fact[f][1]), .format = YK_AS_PERCENT};
    c[FLAGGED] = (struct yk_column){
        .key = "doubtful", .heading = _("Clients with doubts"), .format = YK_AS_PERCENT};
    c[FLAGS] = (struct yk_column){.key = "doubts", .heading = _("Doubts"), .format = YK_AS_COUNT};
}

static const char *station_name(const struct yk_view *v, const char *code)
{
    for (size_t i = 0; i < v->territory->stations; i++)
        if (!strcmp(v->territory->station[i].code, code))
            return v->territory->station[i].name;
    return code;
}

static void put_group(const struct yk_view *v, struct yk_cell *c, const struct group *g)
{
    size_t facts = 0;
    c[STATION] = yk_code_cell(g->station, station_name(v, g->station));
    if (!g->surveyor)
        c[SURVEYOR] = yk_toned(yk_text_cell(_("all")), YK_TONE_MUTED);
    else if (*g->surveyor)
        c[SURVEYOR] = yk_text_cell(g->surveyor);
    else
        c[SURVEYOR] = yk_toned(yk_text_cell(_("not told")), YK_TONE_WARN);
    c[CLIENTS] = yk_number_cell((double)g->clients);
    c[FLAGS] = yk_number_cell((double)g->flags);
    if (!g->clients)
        return;
    for (size_t f = 0; f < YK_FACTS; f++) {
        facts += g->known[f];
        c[KNOWN + f] = yk_number_cell((double)g->known[f] / (double)g->clients);
    }
    c[MEAN] = yk_number_cell((double)facts / (double)g->clients);
    c[FLAGGED] = yk_number_cell((double)g->flagged / (double)g->clients);
}

static void put_groups(struct yk_view *v, struct yk_sheet *sheet, const char *name,
                       const char *title, const struct groups *all)
{
    struct yk_column column[COLUMNS];
    name_columns(column);
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, name, title, column, COLUMNS);
    for (size_t i = 0; i < all->count; i++)
        put_group(v, yk_table_row(v->sheets, t), &all->item[i]);
}

static int by_flags(const void *a, const void *b)
{
    const struct group *x = a, *y = b;
    if (x->flags != y->flags)
        return x->flags > y->flags ? -1 : 1;
    return by_name(a, b);
}

/* A row a doubt: how many clients have it, by station. */
static void put_doubts(struct yk_view *v, struct yk_sheet *sheet, const char *const *surveyed)
{
    const struct yk_column column[] = {
        {.key = "doubt", .heading = _("Doubt"), .format = YK_AS_WRAP},
        {.key = "station_code", .heading = _("Surveyed by"), .format = YK_AS_WRAP},
        {.key = "times", .heading = _("How often"), .format = YK_AS_COUNT},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "doubts", _("What is doubted, most often first"), column,
                       YK_COUNT_OF(column));
    struct groups all = {0};
    for (size_t i = 0; i < v->territory->doors; i++)
        for (size_t f = 0; surveyed[i] && f < v->derived->quality[i].flags; f++)
            group_at(&all, v->sheets->arena, v->derived->quality[i].flag[f].code, surveyed[i])
                ->flags++; /* under the doubt's code, with the station beside it */
    if (all.count)
        qsort(all.item, all.count, sizeof *all.item, by_flags);
    for (size_t i = 0; i < all.count; i++) {
        const struct group *g = &all.item[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_code_cell(g->station, yk_word_flag(g->station));
        c[1] = yk_code_cell(g->surveyor, station_name(v, g->surveyor));
        c[2] = yk_number_cell((double)g->flags);
    }
    yk_map_release(&all.at);
    free(all.item);
}

void yk_region_quality(struct yk_view *v, const struct yk_region_work *w)
{
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Data quality"), _("Data quality by station and by surveyor"));
    const char **surveyed = YK_ARENA_ARRAY(v->sheets->arena, const char *, v->territory->doors);
    struct groups stations, surveyors;
    sheet->paper = YK_LANDSCAPE;
    sheet->note = _("Of clients, by the station that surveyed them last. Of a client without fuel "
                    "need all six facts count as known. Surveyors are our own people and stand "
                    "with their names.");
    for (size_t i = 0; i < v->territory->doors; i++)
        surveyed[i] = surveying_station(v, w, i);
    groups_of(&stations, v, w, surveyed, false);
    groups_of(&surveyors, v, w, surveyed, true);
    put_groups(v, sheet, "quality_stations", _("By station"), &stations);
    put_groups(v, sheet, "quality_surveyors", _("By surveyor"), &surveyors);
    put_doubts(v, sheet, surveyed);
    free(stations.item);
    free(surveyors.item);
}
