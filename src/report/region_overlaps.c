/* region_overlaps.c - clients that lie in several trading areas: whose they are, and why. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "region_sheets.h"
#include "youka/base/say.h"

enum { MOST_CLIENTS = 500 };

/* A client that two stations' circles hold, a < b. */
struct shared {
    size_t a, b, client;
};

static int by_stations(const void *left, const void *right)
{
    const struct shared *x = left, *y = right;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    if (x->b != y->b)
        return x->b < y->b ? -1 : 1;
    return (x->client > y->client) - (x->client < y->client);
}

/* Of this region, or one of its circles holds it. */
static bool concerns(const struct yk_view *v, const struct yk_region_work *w, size_t client)
{
    const struct yk_place *p = &v->derived->place[client];
    if (!p->others || v->derived->estimate[client].none)
        return false;
    if (w->chosen[p->owner])
        return true;
    for (size_t i = 0; i < p->others; i++)
        if (w->chosen[p->other[i]])
            return true;
    return false;
}

static size_t holder(const struct yk_place *p, size_t i)
{
    return i ? p->other[i - 1] : p->owner;
}

struct pairs {
    struct shared *item;
    size_t count, room;
};

/* Each two of the stations that hold it, where one is of the region. */
static void add_client(struct pairs *all, const struct yk_view *v, const struct yk_region_work *w,
                       size_t client)
{
    const struct yk_place *p = &v->derived->place[client];
    for (size_t i = 0; i <= p->others; i++)
        for (size_t k = i + 1; k <= p->others; k++) {
            size_t x = holder(p, i), y = holder(p, k);
            if (!w->chosen[x] && !w->chosen[y])
                continue;
            all->item = yk_grow(all->item, &all->room, all->count + 1, sizeof *all->item);
            all->item[all->count++] = (struct shared){x < y ? x : y, x < y ? y : x, client};
        }
}

static double winnable(const struct yk_region_work *w, size_t client)
{
    const struct yk_plan_line *l = w->line[client];
    return l && isfinite(l->winnable_litres) ? l->winnable_litres : 0;
}

static void put_pair(const struct yk_view *v, struct yk_cell *c, const struct yk_region_work *w,
                     const struct shared *item, size_t count)
{
    const struct yk_station *a = &v->territory->station[item->a];
    const struct yk_station *b = &v->territory->station[item->b];
    size_t of_a = 0, of_b = 0;
    double litres = 0;
    for (size_t i = 0; i < count; i++) {
        size_t owner = v->derived->place[item[i].client].owner;
        of_a += owner == item->a;
        of_b += owner == item->b;
        litres += winnable(w, item[i].client);
    }
    c[0] = yk_code_cell(a->code, a->name);
    c[1] = yk_code_cell(b->code, b->name);
    c[2] = yk_some_number(yk_metres(a->point, b->point) / 1000);
    c[3] = yk_number_cell((double)count);
    c[4] = yk_number_cell((double)of_a);
    c[5] = yk_number_cell((double)of_b);
    c[6] = yk_number_cell((double)(count - of_a - of_b));
    c[7] = yk_number_cell(litres);
}

static void pairs_of_stations(struct yk_view *v, struct yk_sheet *sheet,
                              const struct yk_region_work *w)
{
    const struct yk_column column[] = {
        {.key = "a", .heading = _("one"), .format = YK_AS_WRAP, .width = 22},
        {.key = "b", .heading = _("other"), .format = YK_AS_WRAP, .width = 22},
        {.key = "km", .heading = _("km apart"), .format = YK_AS_DECIMAL},
        {.key = "clients", .heading = _("Clients in both"), .format = YK_AS_COUNT},
        {.key = "of_a", .heading = _("of them the one's"), .format = YK_AS_COUNT},
        {.key = "of_b", .heading = _("the other's"), .format = YK_AS_COUNT},
        {.key = "of_third", .heading = _("a third one's"), .format = YK_AS_COUNT},
        {.key = "winnable_litres", .heading = _("Winnable L/month"), .format = YK_AS_COUNT},
    };
    struct yk_table *t = yk_sheet_table(
        v->sheets, sheet, "overlaps", _("Trading areas that overlap"), column, YK_COUNT_OF(column));
    struct pairs all = {0};
    for (size_t i = 0; i < v->territory->doors; i++)
        if (concerns(v, w, i))
            add_client(&all, v, w, i);
    if (all.count)
        qsort(all.item, all.count, sizeof *all.item, by_stations);
    for (size_t from = 0, to; from < all.count; from = to) {
        for (to = from + 1; to < all.count && all.item[to].a == all.item[from].a &&
                            all.item[to].b == all.item[from].b;)
            to++;
        put_pair(v, yk_table_row(v->sheets, t), w, &all.item[from], to - from);
    }
    free(all.item);
}

/* Stations come by code, so of two equally near the first code keeps the client (locate/assign). */
static const char *why(const struct yk_view *v, size_t client)
{
    const struct yk_place *p = &v->derived->place[client];
    const char *surveyor = v->territory->door[client].station_code;
    const char *said = _("the nearest of them");
    for (size_t i = 0; i < p->others; i++)
        if (yk_metres(v->territory->station[p->other[i]].point, p->point) <= p->distance_m)
            said = _("equally near: the first by code");
    if (!strcmp(surveyor, v->territory->station[p->owner].code))
        return said;
    return yk_word_join(v, said, yk_arena_printf(v->sheets->arena, _("surveyed by %s"), surveyor));
}

static const char *others(const struct yk_view *v, const struct yk_place *p)
{
    const char *said = "";
    for (size_t i = 0; i < p->others; i++) {
        const struct yk_station *s = &v->territory->station[p->other[i]];
        said = yk_word_join(v, said,
                            yk_arena_printf(v->sheets->arena, _("%s %s m"), s->name,
                                            yk_word_number(v, yk_metres(s->point, p->point), 0)));
    }
    return said;
}

static void put_client(const struct yk_view *v, struct yk_cell *c, const struct yk_region_work *w,
                       size_t client)
{
    const struct yk_place *p = &v->derived->place[client];
    const struct yk_door *door = &v->territory->door[client];
    const struct yk_station *owner = &v->territory->station[p->owner];
    const struct yk_plan_line *l = w->line[client];
    c[0] = yk_toned(yk_text_cell(yk_door_text(door, "client_name")), YK_TONE_STRONG);
    c[1] = yk_code_cell(owner->code, owner->name);
    c[2] = yk_some_number(p->distance_m);
    c[3] = yk_text_cell(others(v, p));
    c[4] = yk_text_cell(why(v, client));
    if (l) {
        c[5] = yk_toned(yk_code_cell(l->tier_potential, yk_word_rule(v, "tier", l->tier_potential)),
                        yk_tone_of_tier(l->tier_potential));
        c[6] = yk_some_number(l->winnable_litres);
    } else {
        c[5] = yk_toned(yk_text_cell(_("of another region")), YK_TONE_MUTED);
    }
    c[7] = yk_code_cell(door->id.text, yk_word_id(v, &door->id));
}

struct worth {
    double litres;
    size_t client;
};

static int by_worth(const void *a, const void *b)
{
    const struct worth *x = a, *y = b;
    if (x->litres != y->litres)
        return x->litres > y->litres ? -1 : 1;
    return (x->client > y->client) - (x->client < y->client);
}

static void shared_clients(struct yk_view *v, struct yk_sheet *sheet,
                           const struct yk_region_work *w)
{
    const struct yk_column column[] = {
        {.key = "name", .heading = _("Client"), .format = YK_AS_WRAP, .width = 28},
        {.key = "owner", .heading = _("Whose client"), .format = YK_AS_WRAP, .width = 22},
        {.key = "metres", .heading = _("Distance (m)"), .format = YK_AS_COUNT},
        {.key = "others", .heading = _("Also in the area of"), .format = YK_AS_WRAP, .width = 24},
        {.key = "why", .heading = _("Why"), .format = YK_AS_WRAP, .width = 30},
        {.key = "tier", .heading = _("Potential tier")},
        {.key = "winnable_litres", .heading = _("Winnable L/month"), .format = YK_AS_COUNT},
        {.key = "client_id", .heading = _("Client id")},
    };
    struct worth *list = YK_ARENA_ARRAY(v->sheets->arena, struct worth, v->territory->doors + 1);
    size_t count = 0;
    for (size_t i = 0; i < v->territory->doors; i++)
        if (concerns(v, w, i))
            list[count++] = (struct worth){winnable(w, i), i};
    qsort(list, count, sizeof *list, by_worth);
    size_t shown = count < MOST_CLIENTS ? count : MOST_CLIENTS;
    struct yk_table *t = yk_sheet_table(
        v->sheets, sheet, "shared",
        yk_arena_printf(v->sheets->arena,
                        _("Clients in several trading areas: %zu of %zu, the most winnable first"),
                        shown, count),
        column, YK_COUNT_OF(column));
    for (size_t i = 0; i < shown; i++)
        put_client(v, yk_table_row(v->sheets, t), w, list[i].client);
}

void yk_region_overlaps(struct yk_view *v, const struct yk_region_work *w)
{
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Overlaps"), _("Trading areas that overlap, and whose client"));
    sheet->paper = YK_LANDSCAPE;
    sheet->note = _("A client in several trading areas is the nearest station's, and counts in "
                    "that station's plan only. In three areas at once it stands under each pair.");
    pairs_of_stations(v, sheet, w);
    shared_clients(v, sheet, w);
}

void yk_region_duplicates(struct yk_view *v, const struct yk_region_work *w)
{
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Duplicates to decide"), _("Doors that may be one client"));
    sheet->paper = YK_LANDSCAPE;
    sheet->note = _("One client or two? youka client same ID ID, or youka client apart ID ID. "
                    "Until somebody decides, both count.");
    yk_pairs_table(v, sheet, "duplicates", NULL, 1u << YK_PAIR_REVIEW, w->chosen);
}
