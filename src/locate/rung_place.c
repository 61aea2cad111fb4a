/* rung_place.c - A1 the organisation itself, B4 beside a landmark, C1 a place by its name. */
#include "geocoder.h"

#include <math.h>

#define SAME_CLIENT_M 50 /* geocoding.md, A1 */
#define LANDMARK_M 100   /* geocoding.md, B4 */
#define STATION_M 100    /* «本站对面» */
#define PLACE_M 150      /* geocoding.md, C1 */
#define FUZZY_M 200      /* more doubt where the name is only alike */
#define WIDEST_M 600     /* entries of one name that lie farther apart are no one place */
#define ALIKE .8

/* --- A1 ----------------------------------------------------------------------------------------
 */

/* What the address says against the entry: another road, or another number of the same road. */
static bool speaks_against(const struct climb *c, const struct spot *s)
{
    struct door door[MOST_DOORS];
    size_t n = doors_of(door, &c->address);
    if (!n || !s->carrier)
        return false;
    return key_of(KEY_CARRIER, door[0].carrier) != s->carrier ||
           (door[0].value && s->number && door[0].value != s->number);
}

bool climb_name(struct climb *c)
{
    struct candidates all = {.n = 0};
    bool code = c->q->uscc && *c->q->uscc;
    if (code)
        gather(&all, c, index_find(&c->g->by, code_key(c->q->uscc)));
    const char *method = all.n ? "same_code" : "same_name";
    if (!all.n && c->q->name && *c->q->name && c->name_key)
        gather(&all, c, index_find(&c->g->by, c->name_key));
    size_t kept = 0;
    for (size_t i = 0; i < all.n; i++)
        if (!speaks_against(c, &c->g->spot[all.spot[i]]))
            all.spot[kept++] = all.spot[i];
    all.n = kept;
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

static void count_shared(struct alike *out, const struct climb *c, struct list list)
{
    for (size_t i = 0; i < list.n && list.n <= LONGEST_LIST; i++) {
        uint32_t spot = list.at[i].value;
        size_t at = 0;
        if (!fits(c, spot))
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

static bool holds(struct yk_glyphs text, struct yk_glyphs part)
{
    for (size_t i = 0; i + part.n <= text.n; i++)
        if (yk_glyphs_same((struct yk_glyphs){text.at + i, part.n}, part))
            return true;
    return false;
}

/* How alike the entry's names are to this one, 0..1: 1 where one holds the other. */
static double likeness(const struct climb *c, const struct spot *s, struct yk_glyphs name)
{
    struct yk_address said;
    double best = 0;
    const char *const text[] = {s->entry->name, s->entry->address};
    for (size_t t = 0; t < 2; t++) {
        yk_address_read(&said, c->g->book, text[t]);
        for (size_t i = 0; i < said.parts; i++) {
            struct yk_glyphs part = {said.glyph + said.part[i].from, said.part[i].n};
            if (said.part[i].part != YK_PART_PLACE && said.part[i].part != YK_PART_ANCHOR)
                continue;
            bool within = (part.n >= 3 && holds(name, part)) || (name.n >= 3 && holds(part, name));
            best = fmax(best, within ? 1 : yk_name_jaro(part, name));
        }
    }
    return best;
}

static void fuzzy(struct candidates *out, const struct climb *c, struct yk_glyphs name)
{
    struct alike alike = {.n = 0};
    for (size_t i = 0; i + 1 < name.n; i++)
        count_shared(
            &alike, c,
            index_find(&c->g->by, key_of(KEY_PAIR, (uint64_t)name.at[i] << 32 | name.at[i + 1])));
    for (size_t i = 0; i < alike.n && out->n < MOST_CANDIDATES; i++)
        if (2 * (size_t)alike.shared[i] >= name.n - 1 &&
            likeness(c, &c->g->spot[alike.spot[i]], name) >= ALIKE)
            out->spot[out->n++] = alike.spot[i];
}

struct found {
    struct yk_point point;
    double error_m;
    const char *method;
};

/* A place of this name: by the name itself, by what is numbered in it or lies in it, by a name that
 * is alike. */
static bool find_place(struct found *out, struct climb *c, struct yk_glyphs name)
{
    struct candidates all = {.n = 0};
    gather(&all, c, index_find(&c->g->by, key_of(KEY_PLACE, place_hash(name))));
    *out = (struct found){.method = "same_place", .error_m = PLACE_M};
    if (!all.n) {
        out->method = "lies_in_place";
        gather(&all, c, index_find(&c->g->by, key_of(KEY_CARRIER, carrier_hash(name))));
    }
    if (!all.n && name.n >= 3 && !c->far) {
        out->method = "alike_place";
        out->error_m = FUZZY_M;
        fuzzy(&all, c, name);
    }
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
    else if (!find_place(&f, c, anchor)) {
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
        if (!find_place(&f, c, text_of(said_by, i)))
            continue;
        f.error_m += offset_from(&f.point, &c->address) / 4;
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
