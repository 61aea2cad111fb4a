/* region_rivals.c - the rivals in the region's trading areas, by brand and by station. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "region_sheets.h"
#include "youka/base/say.h"

#define OURS "own" /* of the form's brands */

/* Litres a month: means. */
struct brand {
    const char *code;
    size_t stations, areas, clients;
    double litres, winnable; /* not bought from us; of it winnable */
    size_t last_area;        /* 1 + the area counted last */
};
struct brands {
    struct brand *item;
    size_t count, room;
};

static struct brand *brand_at(struct brands *all, const char *code)
{
    for (size_t i = 0; i < all->count; i++)
        if (!strcmp(all->item[i].code, code))
            return &all->item[i];
    all->item = yk_grow(all->item, &all->room, all->count + 1, sizeof *all->item);
    all->item[all->count] = (struct brand){.code = code};
    return &all->item[all->count++];
}

static double metres_to(const struct yk_station *s, const struct yk_competitor *rival)
{
    if (!yk_point_valid(rival->point) || !yk_point_valid(s->point))
        return NAN;
    return yk_metres(s->point, rival->point);
}

static void count_stations(struct brands *all, const struct yk_view *v,
                           const struct yk_region_work *w)
{
    const struct yk_territory *t = v->territory;
    for (size_t r = 0; r < t->competitors; r++) {
        bool within = false;
        for (size_t i = 0; i < w->region->stations; i++)
            within |= metres_to(yk_region_station(v, w, i), &t->competitor[r]) <=
                      yk_region_station(v, w, i)->radius_m;
        if (within)
            brand_at(all, t->competitor[r].brand)->stations++;
    }
}

/* In how many of our trading areas a brand has a station. */
static void count_areas(struct brands *all, const struct yk_view *v, const struct yk_region_work *w)
{
    const struct yk_territory *t = v->territory;
    for (size_t i = 0; i < w->region->stations; i++)
        for (size_t r = 0; r < t->competitors; r++) {
            const struct yk_station *s = yk_region_station(v, w, i);
            if (!(metres_to(s, &t->competitor[r]) <= s->radius_m))
                continue;
            struct brand *b = brand_at(all, t->competitor[r].brand);
            b->areas += b->last_area != i + 1;
            b->last_area = i + 1;
        }
}

/* What a client that names several brands buys elsewhere counts with each. */
static void count_clients(struct brands *all, const struct yk_view *v,
                          const struct yk_region_work *w)
{
    for (size_t i = 0; i < v->territory->doors; i++) {
        const struct yk_plan_line *l = w->line[i];
        if (!l)
            continue;
        const char *named = yk_door_text(&v->territory->door[i], "current_brand");
        double mean = v->derived->estimate[i].litres.mean;
        for (size_t n; *named; named += n + strspn(named + n, " ")) {
            n = strcspn(named, " ");
            if (n == strlen(OURS) && !strncmp(named, OURS, n))
                continue;
            struct brand *b = brand_at(all, yk_arena_text(v->sheets->arena, named, n));
            b->clients++;
            b->litres += isfinite(mean) ? mean * (1 - fmin(fmax(l->own_share, 0), 1)) : 0;
            b->winnable += isfinite(l->winnable_litres) ? l->winnable_litres : 0;
        }
    }
}

static int by_litres(const void *a, const void *b)
{
    const struct brand *x = a, *y = b;
    if (x->litres != y->litres)
        return x->litres > y->litres ? -1 : 1;
    return strcmp(x->code, y->code);
}

static void by_brand(struct yk_view *v, struct yk_sheet *sheet, const struct yk_region_work *w)
{
    const struct yk_column column[] = {
        {.key = "brand", .heading = _("Brand"), .format = YK_AS_WRAP, .width = 22},
        {.key = "stations", .heading = _("Rival stations"), .format = YK_AS_COUNT, .width = 14},
        {.key = "areas", .heading = _("In so many of our areas"), .format = YK_AS_COUNT},
        {.key = "clients", .heading = _("Clients that name it"), .format = YK_AS_COUNT},
        {.key = "litres",
         .heading = _("They buy elsewhere, mean L/month"),
         .format = YK_AS_COUNT,
         .width = 16,
         .bar = true},
        {.key = "winnable_litres", .heading = _("Of it winnable L/month"), .format = YK_AS_COUNT},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "brands", _("By brand"), column, YK_COUNT_OF(column));
    struct brands all = {0};
    count_stations(&all, v, w);
    count_areas(&all, v, w);
    count_clients(&all, v, w);
    if (all.count)
        qsort(all.item, all.count, sizeof *all.item, by_litres);
    for (size_t i = 0; i < all.count; i++) {
        const struct brand *b = &all.item[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        const char *said = *b->code ? yk_word_choice(v, "brand", b->code) : _("not told");
        c[0] = yk_code_cell(*b->code ? b->code : "unknown", said);
        c[0].tone = YK_TONE_STRONG;
        const double value[] = {(double)b->stations, (double)b->areas, (double)b->clients,
                                b->litres, b->winnable};
        for (size_t k = 0; k < YK_COUNT_OF(value); k++)
            c[1 + k] = yk_number_cell(value[k]);
    }
    free(all.item);
}

static void by_station(struct yk_view *v, struct yk_sheet *sheet, const struct yk_region_work *w)
{
    const struct yk_column column[] = {
        {.key = "station_code", .heading = _("Station"), .format = YK_AS_WRAP, .width = 22},
        {.key = "rivals", .heading = _("Rivals in the area"), .format = YK_AS_COUNT},
        {.key = "nearest_metres", .heading = _("Nearest (m)"), .format = YK_AS_COUNT},
        {.key = "nearest_brand", .heading = _("Its brand"), .format = YK_AS_WRAP, .width = 14},
        {.key = "nearest", .heading = _("Nearest rival"), .format = YK_AS_WRAP, .width = 16},
    };
    const struct yk_territory *t = v->territory;
    struct yk_table *table =
        yk_sheet_table(v->sheets, sheet, "rivals", _("By station"), column, YK_COUNT_OF(column));
    for (size_t i = 0; i < w->region->stations; i++) {
        const struct yk_station *s = yk_region_station(v, w, i);
        const struct yk_competitor *nearest = NULL;
        double least = INFINITY;
        size_t within = 0;
        for (size_t r = 0; r < t->competitors; r++) {
            double metres = metres_to(s, &t->competitor[r]);
            within += metres <= s->radius_m;
            if (metres < least) {
                least = metres;
                nearest = &t->competitor[r];
            }
        }
        struct yk_cell *c = yk_table_row(v->sheets, table);
        c[0] = yk_code_cell(s->code, s->name);
        c[1] = yk_number_cell((double)within);
        if (!nearest)
            continue;
        c[2] = yk_number_cell(least);
        c[3] = yk_code_cell(nearest->brand, yk_word_choice(v, "brand", nearest->brand));
        c[4] = yk_text_cell(nearest->name);
    }
}

void yk_region_rivals(struct yk_view *v, const struct yk_region_work *w)
{
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Rivals"), _("Rivals in our trading areas"));
    sheet->note = _("A client may name several brands, and counts with each: the litres of the "
                    "brands do not add up to the region's.");
    by_brand(v, sheet, w);
    by_station(v, sheet, w);
}
