/* map_kit.c - small maps made by hand (wiki.openstreetmap.org/wiki/OSM_XML and /PBF_Format). */
#include "map_kit.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "../support/rules_of.h"

void map_put(const char *path, const void *bytes, size_t n)
{
    unlink(path); /* some file systems wait for the disk where a file is written over */
    FILE *f = fopen(path, "wb");
    if (!f || (n && fwrite(bytes, 1, n, f) != n) || fclose(f))
        YK_BUG("%s", path);
}

/* --- the shorthand -----------------------------------------------------------------------------
 */

/* The next piece of *at up to `mark`; NULL at the end. */
static char *piece(struct yk_arena *a, const char **at, const char *mark)
{
    if (!**at)
        return NULL;
    const char *end = strstr(*at, mark);
    size_t n = end ? (size_t)(end - *at) : strlen(*at);
    char *out = yk_arena_text(a, *at, n);
    *at += n + (end ? strlen(mark) : 0);
    return out;
}

struct line {
    char object;
    const char *id, *words; /* behind the id */
    const char *tags;
};

static bool next_line(struct line *out, struct yk_arena *a, const char **map)
{
    const char *line = piece(a, map, "\n");
    if (!line)
        return false;
    const char *head = piece(a, &line, " / ");
    out->object = *head++;
    out->id = piece(a, &head, " ");
    out->words = head;
    out->tags = line;
    return true;
}

/* "k=v" of the tags; false at the end. */
static bool next_tag(const char **key, const char **value, struct yk_arena *a, const char **tags)
{
    const char *tag = piece(a, tags, " / ");
    if (!tag)
        return false;
    *key = piece(a, &tag, "=");
    *value = tag;
    return true;
}

/* "w10:outer" */
static void member_of(char *type, const char **id, const char **role, struct yk_arena *a,
                      const char *word)
{
    *type = *word++;
    *id = piece(a, &word, ":");
    *role = word;
}

/* --- .osm --------------------------------------------------------------------------------------
 */

static const char *name_of(char object)
{
    return object == 'n' ? "node" : object == 'w' ? "way" : "relation";
}

static void xml_tags(struct yk_buf *to, struct yk_arena *a, const char *tags)
{
    for (const char *key, *value; next_tag(&key, &value, a, &tags);)
        yk_buf_printf(to, "<tag k=\"%s\" v=\"%s\"/>", key, value);
}

static void xml_words(struct yk_buf *to, struct yk_arena *a, const struct line *l)
{
    const char *words = l->words;
    for (const char *word; (word = piece(a, &words, " "));)
        if (l->object == 'w') {
            yk_buf_printf(to, "<nd ref=\"%s\"/>", word);
        } else {
            char type;
            const char *id, *role;
            member_of(&type, &id, &role, a, word);
            yk_buf_printf(to, "<member type=\"%s\" ref=\"%s\" role=\"%s\"/>", name_of(type), id,
                          role);
        }
}

void map_write_xml(const char *path, const char *map)
{
    struct yk_buf to = {0};
    struct yk_arena a = {0};
    yk_buf_puts(&to, "<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n");
    for (struct line l; next_line(&l, &a, &map);) {
        yk_buf_printf(&to, "<%s id=\"%s\"", name_of(l.object), l.id);
        if (l.object == 'n') {
            const char *words = l.words, *lat = piece(&a, &words, " ");
            yk_buf_printf(&to, " lat=\"%s\" lon=\"%s\"", lat, words);
        }
        yk_buf_puts(&to, ">");
        if (l.object != 'n')
            xml_words(&to, &a, &l);
        xml_tags(&to, &a, l.tags);
        yk_buf_printf(&to, "</%s>\n", name_of(l.object));
    }
    yk_buf_puts(&to, "</osm>\n");
    map_put(path, to.text, to.len);
    yk_buf_release(&to);
    yk_arena_release(&a);
}

/* --- protocol buffers --------------------------------------------------------------------------
 */

static void varint(struct yk_buf *to, uint64_t value)
{
    for (; value > 0x7f; value >>= 7)
        yk_buf_add(to, &(char){(char)(value | 0x80)}, 1);
    yk_buf_add(to, &(char){(char)value}, 1);
}

static uint64_t zigzag(int64_t value)
{
    return (uint64_t)value << 1 ^ (uint64_t)(value >> 63);
}

void pb_number(struct yk_buf *to, unsigned id, uint64_t value)
{
    varint(to, id << 3);
    varint(to, value);
}

void pb_bytes(struct yk_buf *to, unsigned id, const void *bytes, size_t n)
{
    varint(to, id << 3 | 2);
    varint(to, n);
    yk_buf_add(to, bytes, n);
}

void pb_text(struct yk_buf *to, unsigned id, const char *text)
{
    pb_bytes(to, id, text, strlen(text));
}

static void put_values(struct yk_buf *to, unsigned id, const char *values, bool zig)
{
    struct yk_buf packed = {0};
    for (char *end; *values; values = end + (*end == ' ')) {
        int64_t value = strtoll(values, &end, 10);
        varint(&packed, zig ? zigzag(value) : (uint64_t)value);
    }
    pb_bytes(to, id, packed.text ? packed.text : "", packed.len);
    yk_buf_release(&packed);
}

void pb_packed(struct yk_buf *to, unsigned id, const char *values)
{
    put_values(to, id, values, false);
}

void pb_zigzag(struct yk_buf *to, unsigned id, const char *values)
{
    put_values(to, id, values, true);
}

void pb_blob(struct yk_buf *file, const char *type, const struct yk_buf *blob)
{
    struct yk_buf head = {0};
    pb_text(&head, 1, type);
    pb_number(&head, 3, blob->len);
    char length[4] = {0, 0, (char)(head.len >> 8), (char)head.len};
    yk_buf_add(file, length, 4);
    yk_buf_add(file, head.text, head.len);
    yk_buf_add(file, blob->text, blob->len);
    yk_buf_release(&head);
}

void pb_block(struct yk_buf *file, const char *type, const struct yk_buf *raw, enum map_pack pack)
{
    struct yk_buf blob = {0};
    if (pack == MAP_RAW) {
        pb_bytes(&blob, 1, raw->text, raw->len);
    } else {
        uLongf size = compressBound(raw->len);
        unsigned char *packed = yk_alloc(size);
        compress(packed, &size, (const unsigned char *)raw->text, raw->len);
        pb_number(&blob, 2, raw->len);
        pb_bytes(&blob, 3, packed, size);
        free(packed);
    }
    pb_blob(file, type, &blob);
    yk_buf_release(&blob);
}

void pb_header(struct yk_buf *file)
{
    struct yk_buf raw = {0};
    pb_text(&raw, 4, "OsmSchema-V0.6");
    pb_text(&raw, 4, "DenseNodes");
    pb_text(&raw, 16, "map_kit");
    pb_block(file, "OSMHeader", &raw, MAP_ZLIB);
    yk_buf_release(&raw);
}

/* --- .pbf --------------------------------------------------------------------------------------
 */

struct block {
    struct yk_arena a;
    struct yk_buf strings, ids, lats, lons, tags, group;
    const char **string;
    size_t count, room;
    int64_t id, lat, lon;
};

static size_t string_of(struct block *b, const char *text)
{
    for (size_t i = 1; i < b->count; i++)
        if (!strcmp(b->string[i], text))
            return i;
    b->string = yk_grow(b->string, &b->room, b->count + 1, sizeof *b->string);
    b->string[b->count] = text;
    pb_text(&b->strings, 1, text);
    return b->count++;
}

static void add_node(struct block *b, const struct line *l)
{
    const char *words = l->words, *tags = l->tags;
    int64_t id = strtoll(l->id, NULL, 10);
    int64_t lat = llround(strtod(piece(&b->a, &words, " "), NULL) * 1e7);
    int64_t lon = llround(strtod(words, NULL) * 1e7);
    yk_buf_printf(&b->ids, "%" PRId64 " ", id - b->id);
    yk_buf_printf(&b->lats, "%" PRId64 " ", lat - b->lat);
    yk_buf_printf(&b->lons, "%" PRId64 " ", lon - b->lon);
    b->id = id, b->lat = lat, b->lon = lon;
    for (const char *key, *value; next_tag(&key, &value, &b->a, &tags);)
        yk_buf_printf(&b->tags, "%zu %zu ", string_of(b, key), string_of(b, value));
    yk_buf_puts(&b->tags, "0 ");
}

static void add_tags(struct yk_buf *to, struct block *b, const char *tags)
{
    struct yk_buf keys = {0}, values = {0};
    for (const char *key, *value; next_tag(&key, &value, &b->a, &tags);) {
        yk_buf_printf(&keys, "%zu ", string_of(b, key));
        yk_buf_printf(&values, "%zu ", string_of(b, value));
    }
    if (keys.len) {
        pb_packed(to, 2, keys.text);
        pb_packed(to, 3, values.text);
    }
    yk_buf_release(&keys);
    yk_buf_release(&values);
}

static void add_way(struct block *b, const struct line *l)
{
    struct yk_buf way = {0}, refs = {0};
    const char *words = l->words;
    int64_t last = 0;
    pb_number(&way, 1, (uint64_t)strtoll(l->id, NULL, 10));
    add_tags(&way, b, l->tags);
    for (const char *word; (word = piece(&b->a, &words, " "));) {
        int64_t id = strtoll(word, NULL, 10);
        yk_buf_printf(&refs, "%" PRId64 " ", id - last);
        last = id;
    }
    if (refs.len)
        pb_zigzag(&way, 8, refs.text);
    pb_bytes(&b->group, 3, way.text, way.len);
    yk_buf_release(&way);
    yk_buf_release(&refs);
}

static void add_relation(struct block *b, const struct line *l)
{
    struct yk_buf relation = {0}, roles = {0}, refs = {0}, types = {0};
    const char *words = l->words;
    int64_t last = 0;
    pb_number(&relation, 1, (uint64_t)strtoll(l->id, NULL, 10));
    add_tags(&relation, b, l->tags);
    for (const char *word; (word = piece(&b->a, &words, " "));) {
        char type;
        const char *text, *role;
        member_of(&type, &text, &role, &b->a, word);
        int64_t id = strtoll(text, NULL, 10);
        yk_buf_printf(&roles, "%zu ", string_of(b, role));
        yk_buf_printf(&refs, "%" PRId64 " ", id - last);
        yk_buf_printf(&types, "%d ", type == 'n' ? 0 : type == 'w' ? 1 : 2);
        last = id;
    }
    if (roles.len) {
        pb_packed(&relation, 8, roles.text);
        pb_zigzag(&relation, 9, refs.text);
        pb_packed(&relation, 10, types.text);
    }
    pb_bytes(&b->group, 4, relation.text, relation.len);
    yk_buf_release(&relation);
    yk_buf_release(&roles);
    yk_buf_release(&refs);
    yk_buf_release(&types);
}

static void put_dense(struct yk_buf *out, const struct block *b)
{
    struct yk_buf dense = {0}, group = {0};
    pb_zigzag(&dense, 1, b->ids.text);
    pb_zigzag(&dense, 8, b->lats.text);
    pb_zigzag(&dense, 9, b->lons.text);
    pb_packed(&dense, 10, b->tags.text);
    pb_bytes(&group, 2, dense.text, dense.len);
    pb_bytes(out, 2, group.text, group.len);
    yk_buf_release(&dense);
    yk_buf_release(&group);
}

void map_block(struct yk_buf *out, const char *map)
{
    struct block b = {0};
    string_of(&b, "");
    for (struct line l; next_line(&l, &b.a, &map);)
        (l.object == 'n' ? add_node : l.object == 'w' ? add_way : add_relation)(&b, &l);
    pb_bytes(out, 1, b.strings.text, b.strings.len);
    if (b.ids.len)
        put_dense(out, &b);
    if (b.group.len)
        pb_bytes(out, 2, b.group.text, b.group.len);
    yk_buf_release(&b.strings);
    yk_buf_release(&b.ids);
    yk_buf_release(&b.lats);
    yk_buf_release(&b.lons);
    yk_buf_release(&b.tags);
    yk_buf_release(&b.group);
    free(b.string);
    yk_arena_release(&b.a);
}

void map_write_pbf(const char *path, const char *map, enum map_pack pack)
{
    struct yk_buf file = {0}, raw = {0};
    pb_header(&file);
    map_block(&raw, map);
    pb_block(&file, "OSMData", &raw, pack);
    map_put(path, file.text, file.len);
    yk_buf_release(&file);
    yk_buf_release(&raw);
}

/* --- what is read ------------------------------------------------------------------------------
 */

static void show(void *who, const struct yk_osm_item *item)
{
    struct yk_buf *to = who;
    const struct yk_gazetteer_entry *e = &item->entry;
    const char *what = item->what == YK_OSM_ADDRESS ? "A " : item->what == YK_OSM_PLACE ? "P " : "";
    yk_buf_printf(to, "%s%s %s|%s|%s|%s @%.10g,%.10g", what, e->kind, e->name, e->road, e->number,
                  e->address, e->point.lat, e->point.lon);
    for (size_t i = 0; i < e->vertices; i++)
        yk_buf_printf(to, "%s%.10g,%.10g", i ? " " : " [", e->line[i].lat, e->line[i].lon);
    yk_buf_puts(to, e->vertices ? "]" : "");
    if (item->fuel)
        yk_buf_printf(to, " {%s %s}", item->brand, item->operator_of);
    yk_buf_puts(to, strcmp(e->datum, "wgs84") || *e->source ? " !\n" : "\n");
}

void map_show(struct yk_buf *to, const char *path, bool only_fuel)
{
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    struct yk_err err = {0};
    struct yk_osm_found found = {0};
    const struct yk_osm_ask ask = {
        .rules = &rules, .only_fuel = only_fuel, .keep = show, .who = to};
    yk_buf_puts(to, "");
    if (yk_osm_read(&found, path, &ask, &a, &err))
        yk_buf_printf(to, "! %s\n", err.text);
    if (found.partial)
        yk_buf_printf(to, "partial %zu\n", found.partial);
    yk_arena_release(&a);
}
