/* rung_place.c - A1 the organisation itself, B4 beside a landmark, C1 a place by its name. */
#include "geocoder.h"

#include <math.h>

#include "youka/base/text.h"

#define SAME_CLIENT_M 50 /* geocoding.md, A1 */
#define LANDMARK_M 100   /* geocoding.md, B4 */
#define STATION_M 100    /* «本站对面» */
#define PLACE_M 250      /* stated for a building */
#define AREA_M 700       /* for an estate, a park: they are large */
#define FUZZY 2.5        /* times, where the name is only alike, or the client's own */
#define WIDEST_M 600     /* entries of one name that lie farther apart are no one place */
#define ALIKE .9
#define PLACES_WITHIN .65 /* of the reach: names come twice in a city more often than roads */

/* --- A1 ----------------------------------------------------------------------------------------
 */

/* What the address says against the entry: another road, or another number of the same road. */
static bool speaks_against(const struct climb *c, const struct spot *s)
{
    const struct door *door = c->door;
    if (!c->doors || !s->carrier)
        return false;
    return door[0].carrier != s->carrier ||
           (door[0].value && s->number && door[0].value != s->number);
}

static void drop_opposed(struct candidates *all, const struct climb *c)
{
    size_t kept = 0;
    for (size_t i = 0; i < all->n; i++)
        if (!speaks_against(c, &c->g->spot[all->spot[i]]))
            all->spot[kept++] = all->spot[i];
    all->n = kept;
}

bool climb_name(struct climb *c)
{
    struct candidates all;
    struct near_room room;
    none_yet(&all);
    bool code = c->q->uscc && *c->q->uscc;
    if (code)
        gather(&all, c, entries_of(c, code_key(c->q->uscc), &room));
    const char *method = all.n ? "same_code" : "same_name";
    if (!all.n && c->q->name && *c->q->name && c->name_key)
        gather(&all, c, entries_of(c, c->name_key, &room));
    drop_opposed(&all, c);
    if (all.n && settle(&all, c) < 2 * SAME_CLIENT_M) {
        c->out->ambiguous = false;
        answer(c, c->g->spot[all.spot[0]].point, "A1", method, SAME_CLIENT_M);
        return true;
    }
    note_try(c, "A1", method,
             all.n                                 ? YK_TRY_AMBIGUOUS
             : code || (c->q->name && *c->q->name) ? YK_TRY_NO_ENTRY
                                                   : YK_TRY_NOT_SAID,
             all.n);
    return false;
}

/* --- places by name ----------------------------------------------------------------------------
 */

/* Entries that share neighbouring characters with the name, and how many. */
enum { MOST_ALIKE = 128, LONGEST_LIST = 512 };
struct alike {
    uint32_t spot[MOST_ALIKE];
    uint16_t shared[MOST_ALIKE];
    size_t n;
};

static void count_shared(struct alike *out, const struct climb *c, struct list list,
                         const struct square about[2])
{
    for (size_t i = 0; i < list.n && list.n <= LONGEST_LIST; i++) {
        uint32_t spot = list.at[i];
        struct square s = c->g->square[spot];
        size_t at = 0;
        if (s.row < about[0].row || s.row > about[1].row || s.column < about[0].column ||
            s.column > about[1].column || !fits(c, spot))
            continue;
        while (at < out->n && out->spot[at] != spot)
            at++;
        if (at == MOST_ALIKE)
            continue;
        if (at == out->n) {
            out->spot[at] = spot;
            out->shared[out->n++] = 0;
        }
        out->shared[at]++;
    }
}

/* One is the other with a part of it behind: 软件园 and 软件园华讯楼. */
enum { LEAST_FRONT = 4 };
static bool is_front(struct yk_glyphs text, struct yk_glyphs front)
{
    return front.n >= LEAST_FRONT && front.n < text.n &&
           yk_glyphs_same(yk_glyphs_upto(text, front.n), front);
}

/* Names compared as survey/match does: own part times trade, so that 大厦 or 工业园 in common says
 * nothing. */
static bool are_alike(const struct climb *c, struct yk_glyphs one, struct yk_glyphs other,
                      struct yk_arena *a)
{
    struct yk_name x, y;
    if (is_front(one, other) || is_front(other, one))
        return true;
    if (!c->g->names)
        return yk_name_jaro(one, other) >= ALIKE;
    yk_name_read(&x, c->g->names, yk_glyphs_text(one, a), a);
    yk_name_read(&y, c->g->names, yk_glyphs_text(other, a), a);
    return !x.common && !y.common && yk_glyphs_same(x.numbers, y.numbers) &&
           yk_name_likeness(&x, &y) >= ALIKE;
}

/* The entry's name, or a place in its address, is alike. */
static bool is_alike(const struct climb *c, const struct spot *s, struct yk_glyphs name,
                     struct yk_arena *a)
{
    struct yk_address said;
    const char *const text[] = {s->entry->name, s->entry->address};
    for (size_t t = 0; t < 2; t++) {
        yk_address_read(&said, c->g->book, text[t]);
        for (size_t i = 0; i < said.parts; i++) {
            struct yk_glyphs part = {said.glyph + said.part[i].from, said.part[i].n};
            if ((said.part[i].part == YK_PART_PLACE || said.part[i].part == YK_PART_ANCHOR) &&
                are_alike(c, part, name, a))
                return true;
        }
    }
    return false;
}

static void fuzzy(struct candidates *out, const struct climb *c, struct yk_glyphs name)
{
    struct alike alike;
    struct yk_arena a = {0};
    struct square about[2];
    alike.n = 0;
    squares_within_reach(about, c);
    for (size_t i = 0; i + 1 < name.n; i++)
        count_shared(&alike, c, index_find(&c->g->pairs, pair_key(name.at + i)), about);
    for (size_t i = 0; i < alike.n && out->n < MOST_CANDIDATES; i++)
        if (2 * (size_t)alike.shared[i] >= name.n - 1 &&
            is_alike(c, &c->g->spot[alike.spot[i]], name, &a))
            out->spot[out->n++] = alike.spot[i];
    yk_arena_release(&a);
}

struct found {
    struct yk_point point;
    double error_m;
    const char *method;
};

/* A building or an estate stands at a corner of two roads; an organisation has moved. */
static bool is_site(struct yk_glyphs name)
{
    return yk_glyph_among(yk_glyph_at(name, name.n - 1), YK_GLYPHS("厦楼心场城园区苑村座里港"));
}

static bool is_area(struct yk_glyphs name)
{
    return yk_glyph_among(yk_glyph_at(name, name.n - 1), YK_GLYPHS("园区城村苑场港镇里"));
}

/* A place of this name: by the name itself, by what is numbered in it or lies in it, by a name that
 * is alike. */
enum told_by { BY_ADDRESS, BY_OWN_NAME };
static bool find_place(struct found *out, struct climb *c, struct yk_glyphs name, enum told_by by)
{
    struct candidates all;
    struct near_room room;
    double reach = c->reach_m;
    none_yet(&all);
    c->reach_m *= PLACES_WITHIN;
    gather(&all, c, entries_of(c, key_of(KEY_PLACE, name_hash(name)), &room));
    *out = (struct found){.method = "same_place", .error_m = is_area(name) ? AREA_M : PLACE_M};
    if (!all.n) {
        out->method = "lies_in_place";
        gather(&all, c, entries_of(c, key_of(KEY_CARRIER, name_hash(name)), &room));
    }
    if (!all.n && name.n >= 3 && !c->far) {
        out->method = "alike_place";
        out->error_m *= FUZZY;
        fuzzy(&all, c, name);
    }
    c->reach_m = reach;
    if (by == BY_OWN_NAME && !is_site(name))
        drop_opposed(&all, c);
    if (!all.n)
        return false;
    double spread = settle(&all, c);
    if (spread > WIDEST_M)
        return false;
    out->error_m = fmax(out->error_m, spread / 2);
    out->point = c->g->spot[all.spot[0]].point;
    return true;
}

static struct yk_glyphs text_of(const struct yk_address *a, size_t part)
{
    return (struct yk_glyphs){a->glyph + a->part[part].from, a->part[part].n};
}

/* --- B4 ----------------------------------------------------------------------------------------
 */

static bool is_station(struct yk_glyphs name)
{
    static const uint32_t *const words[] = {YK_GLYPHS("本站"), YK_GLYPHS("我站"),
                                            YK_GLYPHS("本加油站"), YK_GLYPHS("加油站"),
                                            YK_GLYPHS("油站")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = 0;
        while (words[i][n])
            n++;
        if (yk_glyphs_same(name, (struct yk_glyphs){words[i], n}))
            return true;
    }
    return false;
}

bool climb_landmark(struct climb *c)
{
    struct yk_glyphs anchor = yk_address_part(&c->address, YK_PART_ANCHOR);
    struct found f = {.point = c->q->station, .method = "beside_station", .error_m = STATION_M};
    if (!anchor.n) {
        note_try(c, "B4", "landmark", YK_TRY_NOT_SAID, 0);
        return false;
    }
    if (is_station(anchor) && c->q->radius_m > 0)
        c->out->evidences = 0;
    else if (!find_place(&f, c, anchor, BY_ADDRESS)) {
        note_try(c, "B4", "landmark", YK_TRY_NO_ENTRY, 0);
        return false;
    } else {
        f.error_m = fmax(LANDMARK_M, f.error_m);
        f.method = "beside_landmark";
    }
    f.error_m += offset_from(&f.point, &c->address) / 4;
    answer(c, f.point, "B4", f.method, f.error_m);
    return true;
}

/* --- C1 ----------------------------------------------------------------------------------------
 */

static bool climb_places(struct climb *c, const struct yk_address *said_by, const char *method)
{
    size_t said = 0;
    for (size_t i = 0; i < said_by->parts; i++) {
        struct found f;
        if (said_by->part[i].part != YK_PART_PLACE)
            continue;
        said++;
        if (!find_place(&f, c, text_of(said_by, i), method ? BY_OWN_NAME : BY_ADDRESS))
            continue;
        f.error_m += offset_from(&f.point, &c->address) / 4;
        if (method)
            f.error_m *= FUZZY;
        answer(c, f.point, "C1", method ? method : f.method, f.error_m);
        return true;
    }
    note_try(c, "C1", method ? method : "place", said ? YK_TRY_NO_ENTRY : YK_TRY_NOT_SAID, 0);
    return false;
}

bool climb_place(struct climb *c)
{
    return climb_places(c, &c->address, NULL);
}

bool climb_own_name(struct climb *c)
{
    struct yk_address said;
    yk_address_read(&said, c->g->book, c->q->name ? c->q->name : "");
    return climb_places(c, &said, "place_in_name");
}
