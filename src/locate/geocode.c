/* geocode.c - the ladder: rung by rung, first within the plausible area, then without it. */
#include "geocoder.h"

#include <math.h>
#include <stdlib.h>

#include "youka/base/text.h"

/* --- a gazetteer laid out ----------------------------------------------------------------------
 */

struct yk_geocoder *yk_geocoder_new(const struct yk_names *divisions, struct yk_name_book *names)
{
    struct yk_geocoder *g = yk_alloc(sizeof *g);
    g->book = yk_address_book_new(divisions);
    g->names = names;
    return g;
}

void yk_geocoder_add(struct yk_geocoder *g, const struct yk_known *known)
{
    g->spot = yk_grow(g->spot, &g->room, g->spots + 1, sizeof *g->spot);
    g->spot[g->spots++] = (struct spot){.entry = known->entry,
                                        .point = known->entry->point,
                                        .uscc = known->uscc,
                                        .course = known->entry->vertices > 0,
                                        .error_m = known->error_m};
    if (*known->entry->road)
        yk_address_book_road(g->book, known->entry->road);
}

static int by_code(const void *left, const void *right)
{
    const struct county *a = left, *b = right;
    return (a->code > b->code) - (a->code < b->code);
}

/* Where each county's entries lie. */
static void survey_counties(struct yk_geocoder *g)
{
    struct county *all = yk_alloc((g->spots + 1) * sizeof *all);
    size_t n = 0, kept = 0;
    for (size_t i = 0; i < g->spots; i++) {
        struct yk_point p = g->spot[i].entry->point;
        if (g->spot[i].county && yk_point_valid(p))
            all[n++] = (struct county){g->spot[i].county, 1, p.lat, p.lat, p.lon, p.lon};
    }
    if (n)
        qsort(all, n, sizeof *all, by_code);
    for (size_t i = 0; i < n; i++) {
        struct county *last = kept ? &all[kept - 1] : NULL, *one = &all[i];
        if (!last || last->code != one->code) {
            all[kept++] = *one;
            continue;
        }
        last->entries++;
        last->south = fmin(last->south, one->south);
        last->north = fmax(last->north, one->north);
        last->west = fmin(last->west, one->west);
        last->east = fmax(last->east, one->east);
    }
    free(g->county);
    g->county = all;
    g->counties = kept;
}

static double cosine_of(double lat_deg)
{
    return cos(lat_deg * acos(-1) / 180);
}

static double middle_cosine(const struct yk_geocoder *g)
{
    double sum = 0;
    size_t n = 0;
    for (size_t i = 0; i < g->spots; i++)
        if (yk_point_valid(g->spot[i].point)) {
            sum += g->spot[i].point.lat;
            n++;
        }
    return n ? cosine_of(sum / (double)n) : 1;
}

static void lay_squares(struct yk_geocoder *g)
{
    free(g->square);
    g->square = yk_alloc((g->spots + 1) * sizeof *g->square);
    for (size_t i = 0; i < g->spots; i++)
        if (yk_point_valid(g->spot[i].point))
            g->square[i] = square_of(g->spot[i].point.lat, g->spot[i].point.lon);
}

/* Within a key by number of the door, then as they were added. */
static void lay_out(struct yk_geocoder *g)
{
    uint64_t *key = yk_alloc((g->spots + 1) * sizeof *key);
    uint32_t *order = yk_alloc((g->spots + 1) * sizeof *order);
    for (size_t i = 0; i < g->spots; i++)
        key[i] = (uint64_t)g->spot[i].number << 32 | i;
    qsort(key, g->spots, sizeof *key, index_compare);
    for (size_t i = 0; i < g->spots; i++)
        order[i] = (uint32_t)key[i];
    index_lay_by(&g->by, order, g->spots);
    index_lay_by(&g->pairs, order, g->spots);
    free(order);
    free(key);
}

void yk_geocoder_ready(struct yk_geocoder *g)
{
    yk_address_book_ready(g->book);
    learn_roads(g);
    yk_address_book_ready(g->book);
    add_keys(g);
    lay_out(g);
    lay_cells(g);
    lay_squares(g);
    find_nodes(g);
    survey_counties(g);
    g->cos_lat = middle_cosine(g);
}

const struct yk_gazetteer_entry *yk_geocoder_entry(const struct yk_geocoder *g, size_t number)
{
    return g->spot[number].entry;
}

size_t yk_geocoder_entries(const struct yk_geocoder *g)
{
    return g->spots;
}

const struct yk_address_book *yk_geocoder_book(const struct yk_geocoder *g)
{
    return g->book;
}

void yk_geocoder_free(struct yk_geocoder *g)
{
    if (!g)
        return;
    yk_address_book_free(g->book);
    if (g->names)
        yk_name_book_release(g->names);
    index_release(&g->by);
    index_release(&g->pairs);
    index_release(&g->crossing);
    index_release(&g->cells);
    free(g->node);
    free(g->county);
    free(g->square);
    free(g->spot);
    free(g);
}

/* --- another district --------------------------------------------------------------------------
 */

static const struct county *county_at(const struct yk_geocoder *g, uint32_t code)
{
    struct county key = {.code = code};
    return g->counties ? bsearch(&key, g->county, g->counties, sizeof key, by_code) : NULL;
}

/* Metres from the station to the box that holds the county's entries. */
static double metres_to(const struct climb *c, const struct county *county)
{
    struct yk_point s = c->q->station, nearest = {fmin(fmax(s.lat, county->south), county->north),
                                                  fmin(fmax(s.lon, county->west), county->east)};
    return rough_metres(c, s, nearest);
}

/* So many entries tell where a county lies; so many of other counties about the station tell that
 * one without any is not there. Judgements. */
enum { ENOUGH_ENTRIES = 5, MANY_ENTRIES = 50 };

/* Entries of counties that reach into the trading area. */
static size_t entries_about(const struct climb *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->g->counties; i++)
        if (metres_to(c, &c->g->county[i]) <= c->q->radius_m)
            n += c->g->county[i].entries;
    return n;
}

/* The address names a county that the trading area does not touch, as far as the gazetteer knows.
 */
static bool is_elsewhere(const struct climb *c)
{
    if (!c->county || !(c->q->radius_m > 0))
        return false;
    const struct county *county = county_at(c->g, c->county);
    if (county)
        return county->entries >= ENOUGH_ENTRIES && metres_to(c, county) > c->q->radius_m;
    return entries_about(c) >= MANY_ENTRIES;
}

/* --- the ladder --------------------------------------------------------------------------------
 */

typedef bool rung(struct climb *c);

/* What a rung has looked at says nothing of the next one's answer. */
static void forget_candidates(struct yk_geocoded *out)
{
    out->evidences = 0;
    out->ambiguous = false;
    out->runner_up_m = NAN;
}

static bool climb(struct climb *c)
{
    static rung *const near[] = {
        climb_name,  climb_door,     climb_between,    climb_crossing, climb_landmark,
        climb_place, climb_own_name, climb_far_number, climb_road,     climb_unit,
        NULL};
    static rung *const far[] = {climb_name,  climb_door, climb_crossing,
                                climb_place, climb_unit, NULL};
    for (rung *const *r = c->far ? far : near; *r; r++) {
        forget_candidates(c->out);
        if ((*r)(c))
            return true;
    }
    forget_candidates(c->out);
    return false;
}

static void read_address(struct climb *c, const char *text)
{
    yk_address_read(&c->address, c->g->book, text);
    c->doors = doors_of(c->door, &c->address);
}

/* What stood in brackets, as an address of its own. */
static bool climb_asides(struct climb *c)
{
    struct yk_address whole = c->address;
    for (size_t i = 0; i < whole.parts; i++) {
        if (whole.part[i].part != YK_PART_ASIDE)
            continue;
        char text[4 * YK_MOST_ADDRESS + 1];
        yk_glyphs_put(text, (struct yk_glyphs){whole.glyph + whole.part[i].from, whole.part[i].n});
        read_address(c, text);
        if (climb(c))
            return true;
    }
    c->address = whole;
    c->doors = doors_of(c->door, &c->address);
    return false;
}

static void forget_tries(struct climb *c)
{
    c->out->tried = 0;
}

void yk_geocode(struct yk_geocoded *out, const struct yk_geocoder *g, const struct yk_sought *q)
{
    geocode(out, g, &(struct question){*q, name_key(g, q->name)}, NULL);
}

void geocode(struct yk_geocoded *out, const struct yk_geocoder *g, const struct question *asked,
             struct memory *memory)
{
    const struct yk_sought *q = &asked->sought;
    struct climb c; /* large: no part of it is cleared that is set anyway */
    c.g = g;
    c.q = q;
    c.memory = memory;
    c.out = out;
    c.far = false;
    c.cos_lat = g->cos_lat;
    c.reach_m = INFINITY;
    out->located = out->ambiguous = false;
    out->place_class = "E";
    out->method = "none";
    out->error_m = out->runner_up_m = NAN;
    forget_tries(&c);
    read_address(&c, q->address ? q->address : "");
    c.county = county_of(&c.address);
    c.name_key = asked->name_key;
    if (q->radius_m > 0 && yk_point_valid(q->station)) {
        c.cos_lat = cosine_of(q->station.lat);
        c.reach_m = 2 * q->radius_m;
    }
    out->elsewhere = is_elsewhere(&c);
    if (!out->elsewhere && (climb(&c) || climb_asides(&c)))
        return;
    if (isinf(c.reach_m))
        return;
    c.reach_m = INFINITY; /* nothing within: perhaps there is no other */
    c.far = true;
    if (out->elsewhere)
        forget_tries(&c);
    if (!climb(&c))
        climb_asides(&c);
}

enum yk_verdict yk_verdict_of(double distance_m, double error_m, double radius_m)
{
    if (distance_m + error_m <= radius_m)
        return YK_VERDICT_IN;
    return distance_m - error_m > radius_m ? YK_VERDICT_OUT : YK_VERDICT_EDGE;
}

enum yk_verdict yk_geocoded_verdict(const struct yk_geocoded *a, const struct yk_sought *q)
{
    if (!a->located || !(q->radius_m > 0))
        return a->elsewhere ? YK_VERDICT_OUT : YK_VERDICT_UNKNOWN;
    return yk_verdict_of(yk_metres(q->station, a->point), a->error_m, q->radius_m);
}

void yk_geocode_story(struct yk_place_story *out, const struct yk_geocoder *g,
                      const struct yk_sought *q, struct yk_arena *a)
{
    struct yk_address said;
    *out = (struct yk_place_story){.address = q->address ? q->address : "",
                                   .name = q->name ? q->name : "",
                                   .station_code = "",
                                   .distance_m = NAN};
    yk_geocode(&out->found, g, q);
    out->verdict = yk_geocoded_verdict(&out->found, q);
    if (out->found.located && q->radius_m > 0)
        out->distance_m = yk_metres(q->station, out->found.point);
    out->evidence = YK_ARENA_ARRAY(a, const struct yk_gazetteer_entry *, out->found.evidences);
    for (size_t i = 0; i < out->found.evidences; i++)
        out->evidence[i] = yk_geocoder_entry(g, out->found.evidence[i]);
    yk_address_read(&said, g->book, out->address);
    out->part = YK_ARENA_ARRAY(a, struct yk_said_part, said.parts);
    for (; out->parts < said.parts; out->parts++) {
        const struct yk_address_part *p = &said.part[out->parts];
        struct yk_glyphs text = {said.glyph + p->from, p->n};
        out->part[out->parts] = (struct yk_said_part){
            yk_part_code(p->part), yk_glyphs_text(text, a), yk_part_why_code(p->why)};
    }
}
