/* keys.c - under what names and addresses a place may be known to others. */
#include <string.h>

#include "parts.h"

struct scribe {
    const struct yk_readers *read;
    struct yk_arena *a;     /* keys */
    struct yk_arena *brief; /* a place's own */
};

static void add_glyphs(struct yk_buf *to, struct yk_glyphs g)
{
    char one[4];
    for (size_t i = 0; i < g.n; i++)
        yk_buf_add(to, one, yk_utf8_put(one, g.at[i]));
}

/* Keys of different sorts never meet. */
static const char *key_of(struct scribe *s, char sort, const struct yk_glyphs *part, size_t parts)
{
    struct yk_buf key = {0};
    for (size_t i = 0; i < parts; i++) {
        yk_buf_add(&key, &sort, 1);
        add_glyphs(&key, part[i]);
    }
    const char *copy = part[0].n ? yk_arena_text(s->a, key.text, key.len) : "";
    yk_buf_release(&key);
    return copy;
}

static struct yk_glyphs copied(struct yk_glyphs g, struct yk_arena *a)
{
    if (!g.n)
        return (struct yk_glyphs){0};
    uint32_t *at = YK_ARENA_ARRAY(a, uint32_t, g.n);
    memcpy(at, g.at, g.n * sizeof *at);
    return (struct yk_glyphs){at, g.n};
}

static void read_name(struct keys *out, struct scribe *s, const char *typed)
{
    struct yk_name name;
    yk_name_read(&name, s->read->names, typed, s->brief);
    out->key[0] = key_of(s, 'n', &name.folded, 1);
    if (name.common)
        return;
    const struct yk_glyphs core[] = {name.core[0].whole, name.branch, name.numbers};
    out->key[CORE] = key_of(s, 'c', core, sizeof core / sizeof *core);
    for (size_t i = 0; i < YK_NAME_PLACES; i++)
        out->place[i] = copied(name.place[i], s->a);
}

/* Road, or village, and house number, whatever stands before and behind; else all of it. */
static const char *address_key(struct scribe *s, const char *typed)
{
    struct yk_address a;
    yk_address_read(&a, s->read->addresses, typed);
    struct yk_glyphs road = yk_address_part(&a, YK_PART_ROAD);
    struct yk_glyphs number = yk_address_part(&a, YK_PART_NUMBER);
    if (!road.n)
        road = yk_address_part(&a, YK_PART_VILLAGE);
    const struct yk_glyphs door[] = {road, yk_address_part(&a, YK_PART_LANE), number,
                                     yk_address_part(&a, YK_PART_SUB)};
    if (road.n && number.n)
        return key_of(s, 'd', door, sizeof door / sizeof *door);
    struct yk_glyphs folded = yk_name_address(s->read->names, typed, s->brief);
    return key_of(s, 'a', &folded, 1);
}

/* 西滨路 and 10 stand for the address 西滨路10号. */
static const char *road_key(struct scribe *s, const struct yk_sighting *place)
{
    static const char word[] = "号";
    size_t n = strlen(place->number), w = sizeof word - 1;
    bool whole = n >= w && !strcmp(place->number + n - w, word);
    return address_key(
        s, yk_arena_printf(s->brief, "%s%s%s", place->road, place->number, whole ? "" : word));
}

struct keys *keys_of(const struct yk_sightings *of, const struct yk_readers *read,
                     struct yk_arena *a)
{
    struct yk_arena brief = {0};
    struct scribe s = {read, a, &brief};
    struct keys *keys = YK_ARENA_ARRAY(a, struct keys, of->count + 1);
    for (size_t i = 0; i < of->count; i++) {
        const struct yk_sighting *place = &of->place[i];
        for (size_t k = 0; k < KEYS; k++)
            keys[i].key[k] = "";
        if (place->name && *place->name)
            read_name(&keys[i], &s, place->name);
        if (place->address && *place->address)
            keys[i].key[2] = address_key(&s, place->address);
        if (place->road && *place->road && place->number && *place->number)
            keys[i].key[3] = road_key(&s, place);
        if (!strcmp(keys[i].key[2], keys[i].key[3]))
            keys[i].key[3] = "";
        yk_arena_reset(&brief);
    }
    yk_arena_release(&brief);
    return keys;
}

bool keys_elsewhere(const struct keys *a, const struct keys *b)
{
    struct yk_name x = {0}, y = {0};
    memcpy(x.place, a->place, sizeof x.place);
    memcpy(y.place, b->place, sizeof y.place);
    return yk_name_other_place(&x, &y);
}
