/* keys.c - under which keys an entry is found. */
#include "geocoder.h"

#include <stdio.h>
#include <stdlib.h>

#include "youka/base/cores.h"
#include "youka/base/map.h"

/* --- texts to keys -----------------------------------------------------------------------------
 */

uint64_t key_of(enum key_kind kind, uint64_t hash)
{
    return yk_map_spread(hash + (uint64_t)kind * 0x9e3779b97f4a7c15u);
}

static uint32_t as_digit(uint32_t c)
{
    switch (c) {
    case U'〇':
        return '0';
    case U'一':
        return '1';
    case U'二':
        return '2';
    case U'三':
        return '3';
    case U'四':
        return '4';
    case U'五':
        return '5';
    case U'六':
        return '6';
    case U'七':
        return '7';
    case U'八':
        return '8';
    case U'九':
        return '9';
    }
    return c;
}

uint64_t name_hash(struct yk_glyphs name)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < name.n; i++)
        h = (h ^ as_digit(name.at[i])) * 0x100000001b3u; /* FNV-1a */
    return h;
}

uint64_t code_key(const char *uscc)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (; *uscc; uscc++)
        h = (h ^ (unsigned char)*uscc) * 0x100000001b3u;
    return key_of(KEY_CODE, h);
}

uint64_t name_key(const struct yk_geocoder *g, const char *name)
{
    struct yk_arena a = {0};
    struct yk_name said;
    if (!g->names || !name || !*name)
        return 0;
    yk_name_read(&said, g->names, name, &a);
    struct yk_glyphs core = said.core[said.cores - 1].whole;
    uint64_t h = said.common || core.n < 3
                     ? 0
                     : key_of(KEY_NAME, yk_glyphs_hash(core, yk_glyphs_hash(said.branch, 0)));
    yk_arena_release(&a);
    return h;
}

uint64_t cross_key(uint64_t one, uint64_t other)
{
    return key_of(KEY_CROSS, one + other);
}

uint64_t pair_key(const uint32_t pair[2])
{
    return key_of(KEY_PAIR, (uint64_t)pair[0] << 32 | pair[1]);
}

uint64_t door_key(uint64_t carrier, struct yk_glyphs number)
{
    return key_of(KEY_DOOR, yk_map_spread(carrier) ^ yk_glyphs_hash(number, 1));
}

uint32_t number_of(struct yk_glyphs digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < digits.n; i++)
        if (yk_glyph_digit(digits.at[i]) && value < 10000000)
            value = value * 10 + digits.at[i] - '0';
    return value;
}

/* --- doors -------------------------------------------------------------------------------------
 */

static void put_door(struct door *out, size_t *n, struct yk_glyphs carrier, struct yk_glyphs lane,
                     struct yk_glyphs number)
{
    if (!carrier.n || *n == MOST_DOORS)
        return;
    uint64_t h = name_hash(carrier);
    if (lane.n)
        h = yk_map_spread(h) ^ yk_glyphs_hash(lane, 2);
    out[(*n)++] = (struct door){h, carrier, number, number_of(number)};
}

/* 3号 and 3栋 of an estate are one. */
size_t doors_of(struct door out[MOST_DOORS], const struct yk_address *a)
{
    const struct yk_glyphs none = {NULL, 0};
    struct yk_glyphs part[YK_PARTS] = {{NULL, 0}};
    size_t n = 0;
    for (size_t i = a->parts; i-- > 0;)
        part[a->part[i].part] = (struct yk_glyphs){a->glyph + a->part[i].from, a->part[i].n};
    struct yk_glyphs number = part[YK_PART_NUMBER];
    put_door(out, &n, part[YK_PART_ROAD], part[YK_PART_LANE], number);
    if (part[YK_PART_LANE].n)
        put_door(out, &n, part[YK_PART_ROAD], none, part[YK_PART_LANE]);
    put_door(out, &n, part[YK_PART_VILLAGE], none, number);
    if (!part[YK_PART_ROAD].n)
        put_door(out, &n, part[YK_PART_PLACE], none, number.n ? number : part[YK_PART_BUILDING]);
    else
        put_door(out, &n, part[YK_PART_PLACE], none, part[YK_PART_BUILDING]);
    return n;
}

/* --- an entry's keys ---------------------------------------------------------------------------
 */

/* Keys as they are read, of one entry after the other. */
struct keys {
    uint64_t *at;
    size_t n, room;
};
enum { PIECE = 256 };
struct piece {
    const struct yk_geocoder *g;
    struct keys by, pairs;
    size_t by_end[PIECE], pairs_end[PIECE]; /* of each entry */
};

static void put(struct keys *k, uint64_t key)
{
    k->at = yk_grow(k->at, &k->room, k->n + 1, sizeof *k->at);
    k->at[k->n++] = key;
}

static void add(struct piece *p, enum key_kind kind, uint64_t hash)
{
    put(&p->by, key_of(kind, hash));
}

static void add_place(struct piece *p, struct yk_glyphs name)
{
    if (name.n < 2)
        return;
    add(p, KEY_PLACE, name_hash(name));
    for (size_t i = 0; i + 1 < name.n; i++)
        put(&p->pairs, pair_key(name.at + i));
}

/* A name as an address would call it: without division and what stands in brackets. */
static void add_name(struct piece *p, const char *name)
{
    struct yk_address said;
    yk_address_read(&said, p->g->book, name);
    uint32_t whole[2 * YK_MOST_ADDRESS];
    size_t n = 0;
    for (size_t i = 0; i < said.parts; i++) {
        struct yk_address_part part = said.part[i];
        if (part.part <= YK_PART_TOWN || part.part == YK_PART_ASIDE)
            continue;
        if (part.part == YK_PART_PLACE || part.part == YK_PART_ANCHOR)
            add_place(p, (struct yk_glyphs){said.glyph + part.from, part.n});
        memcpy(whole + n, said.glyph + part.from, part.n * sizeof *whole);
        n += part.n;
    }
    add_place(p, (struct yk_glyphs){whole, n});
}

static void add_doors(struct piece *p, const struct spot *s, const struct yk_address *a)
{
    struct door door[MOST_DOORS];
    size_t n = doors_of(door, a);
    struct yk_glyphs to = yk_address_part(a, YK_PART_NUMBER_TO);
    for (size_t i = 0; i < n; i++) {
        add(p, KEY_CARRIER, door[i].carrier);
        if (!door[i].number.n)
            continue;
        put(&p->by, door_key(door[i].carrier, door[i].number));
        if (to.n && door[i].value == s->number)
            put(&p->by, door_key(door[i].carrier, to));
    }
    struct yk_glyphs cross = yk_address_part(a, YK_PART_CROSS);
    struct yk_glyphs road = yk_address_part(a, YK_PART_ROAD);
    if (cross.n && road.n) {
        put(&p->by, cross_key(name_hash(road), name_hash(cross)));
        add(p, KEY_CARRIER, name_hash(cross));
    }
}

static void add_units(struct piece *p, const struct yk_address *a)
{
    for (size_t i = 0; i < a->parts; i++) {
        enum yk_part part = a->part[i].part;
        struct yk_glyphs text = {a->glyph + a->part[i].from, a->part[i].n};
        if (part == YK_PART_TOWN || part == YK_PART_VILLAGE || part == YK_PART_PLACE)
            add(p, KEY_UNIT, name_hash(text));
        if (part == YK_PART_PLACE)
            add_place(p, text);
    }
}

/* Road and number of a list that gives them in columns of their own. */
static void read_columns(struct yk_address *out, const struct yk_geocoder *g,
                         const struct yk_gazetteer_entry *e)
{
    char text[4 * YK_MOST_ADDRESS];
    unsigned char last = *e->number ? (unsigned char)e->number[strlen(e->number) - 1] : 0x80;
    const char *unit = last < 0x80 ? "号" : ""; /* a digit or a letter; 号 itself is none */
    snprintf(text, sizeof text, "%s%s%s", e->road, e->number, unit);
    yk_address_read(out, g->book, text);
}

/* Of a town the county it lies in; a city or a province is none. */
uint32_t county_of(const struct yk_address *a)
{
    size_t digits = a->district ? strlen(a->district->code) : 0;
    uint32_t code = digits ? (uint32_t)strtoul(a->district->code, NULL, 10) : 0;
    if (digits > 6)
        code /= 1000;
    return code % 100 ? code : 0;
}

static void say(struct spot *s, const struct yk_address *a)
{
    struct door door[MOST_DOORS];
    size_t n = doors_of(door, a);
    s->carrier = n ? door[0].carrier : 0;
    s->number = n ? door[0].value : 0;
    s->sub = (uint32_t)yk_glyphs_hash(yk_address_part(a, YK_PART_SUB), 0);
    s->county = county_of(a);
    s->exact = !yk_address_part(a, YK_PART_RELATION).n && !yk_address_part(a, YK_PART_BEARING).n;
    if (offset_back(&s->point, a) > 0)
        s->exact = false;
}

static void read_keys(struct piece *p, struct spot *s)
{
    const struct yk_gazetteer_entry *e = s->entry;
    struct yk_address a;
    if (*e->road)
        read_columns(&a, p->g, e);
    if (!*e->road || (!*e->number && *e->address))
        yk_address_read(&a, p->g->book, e->address);
    say(s, &a);
    add_doors(p, s, &a);
    add_units(p, &a);
    if (s->uscc && *s->uscc)
        put(&p->by, code_key(s->uscc));
    uint64_t name = e->vertices ? 0 : name_key(p->g, e->name);
    if (name)
        put(&p->by, name);
    if (e->vertices)
        add(p, KEY_COURSE, name_hash(yk_address_part(&a, YK_PART_ROAD)));
    else
        add_name(p, e->name);
}

/* --- of all entries ----------------------------------------------------------------------------
 * Reading is most of the work and done on all cores; who read what does not show in the index.
 */

struct reading_round {
    struct piece *piece;
    struct spot *spot;
};

static void read_piece(void *who, size_t from, size_t to)
{
    const struct reading_round *r = who;
    struct piece *p = &r->piece[from / PIECE];
    p->by.n = p->pairs.n = 0;
    for (size_t i = from; i < to; i++) {
        if (yk_point_valid(r->spot[i].point))
            read_keys(p, &r->spot[i]);
        p->by_end[i - from] = p->by.n;
        p->pairs_end[i - from] = p->pairs.n;
    }
}

static void index_piece(struct yk_geocoder *g, const struct piece *p, size_t count)
{
    size_t by = 0, pair = 0;
    for (size_t i = 0; i < count; i++, g->read++) {
        for (; by < p->by_end[i]; by++)
            index_add(&g->by, p->by.at[by], (uint32_t)g->read);
        for (; pair < p->pairs_end[i]; pair++)
            index_add(&g->pairs, p->pairs.at[pair], (uint32_t)g->read);
    }
}

void add_keys(struct yk_geocoder *g)
{
    enum { PIECES = 64 }; /* read before they are added: bounds what the keys take meanwhile */
    struct piece *piece = yk_alloc(PIECES * sizeof *piece);
    for (size_t i = 0; i < PIECES; i++)
        piece[i].g = g;
    while (g->read < g->spots) {
        size_t left = g->spots - g->read, most = (size_t)PIECES * PIECE;
        size_t count = left < most ? left : most;
        struct reading_round r = {piece, g->spot + g->read};
        yk_on_cores_by(PIECE, count, yk_cores(), read_piece, &r);
        for (size_t from = 0; from < count; from += PIECE)
            index_piece(g, &piece[from / PIECE], count - from < PIECE ? count - from : PIECE);
    }
    for (size_t i = 0; i < PIECES; i++) {
        free(piece[i].by.at);
        free(piece[i].pairs.at);
    }
    free(piece);
}
