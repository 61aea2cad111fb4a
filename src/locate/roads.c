/* roads.c - which roads the entries' addresses name, so that the name of a place before a road is
 * told from the road's own (软件园观日路). */
#include "geocoder.h"

#include <stdlib.h>

#include "youka/base/cores.h"
#include "youka/base/map.h"
#include "youka/base/text.h"

/* Road texts as they were read by their last character, each once. */
struct roads {
    struct yk_map number;
    const char **text;
    size_t *times, count, room, times_room;
};

static void see(struct roads *r, const char *text)
{
    size_t number;
    if (!*text)
        return;
    if (yk_map_find(&r->number, text, &number)) {
        r->times[number]++;
        return;
    }
    r->text = yk_grow(r->text, &r->room, r->count + 1, sizeof *r->text);
    r->times = yk_grow(r->times, &r->times_room, r->count + 1, sizeof *r->times);
    r->text[r->count] = text;
    r->times[r->count] = 1;
    yk_map_add(&r->number, text, r->count++);
}

enum { LEAST_ROAD = 3, LEAST_PLACE = 2 }; /* characters of a road, of a place before it */

/* The longest road behind a place's name: 花莲路 of 观音山花莲路 where entries name 花莲路 too. */
static const char *road_behind(const struct roads *r, const char *text)
{
    size_t left = yk_utf8_count(text);
    const char *s = text;
    for (size_t i = 0; left > LEAST_ROAD; i++, left--) {
        yk_utf8_next(&s);
        if (i + 1 >= LEAST_PLACE && yk_map_find(&r->number, s, NULL))
            return s;
    }
    return NULL;
}

/* What the addresses of the spots from g->read on name, read on all cores. */
static const enum yk_part parts[] = {YK_PART_ROAD, YK_PART_CROSS};
enum { SORTS = sizeof parts / sizeof *parts, PIECE = 4096 };
struct reader {
    const struct yk_geocoder *g;
    const char *(*text)[SORTS];
    struct yk_arena *a; /* of each piece */
};

static void read_roads(void *who, size_t from, size_t to)
{
    const struct reader *r = who;
    for (size_t i = from; i < to; i++) {
        struct yk_address a;
        yk_address_read(&a, r->g->book, r->g->spot[r->g->read + i].entry->address);
        for (size_t k = 0; k < SORTS; k++)
            r->text[i][k] = yk_address_text(&a, parts[k], &r->a[from / PIECE]);
    }
}

/* Two entries make a road known; one does where the road stands behind another entry's place. */
void learn_roads(struct yk_geocoder *g)
{
    struct roads r = {.count = 0};
    size_t count = g->spots - g->read, pieces = count / PIECE + 1;
    struct reader reader = {g, yk_alloc((count + 1) * sizeof *reader.text),
                            yk_alloc(pieces * sizeof *reader.a)};
    yk_on_cores_by(PIECE, count, yk_cores(), read_roads, &reader);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < SORTS; k++)
            see(&r, reader.text[i][k]);
    for (size_t i = 0; i < r.count; i++) {
        const char *behind = road_behind(&r, r.text[i]);
        if (behind || r.times[i] > 1)
            yk_address_book_road(g->book, behind ? behind : r.text[i]);
    }
    yk_map_release(&r.number);
    free(r.text);
    free(r.times);
    for (size_t i = 0; i < pieces; i++)
        yk_arena_release(&reader.a[i]);
    free(reader.a);
    free(reader.text);
}
