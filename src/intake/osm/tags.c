/* tags.c - from the tags of an object to what it is, what it is called and its address. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "osm.h"
#include "youka/base/text.h"

enum { LONGEST_TAG = 256 }; /* bytes of a key and a value that a rule can be about */

static const char *tag_of(const struct osm_tags *t, const char *key)
{
    for (size_t i = 0; i < t->count; i++)
        if (strcmp(t->tag[i].key, key) == 0)
            return yk_text_blank(t->tag[i].value) ? NULL : t->tag[i].value;
    return NULL;
}

static const char *copied(struct yk_arena *a, const char *text)
{
    return text ? yk_text_trim(a, yk_text_clean(a, text)) : "";
}

static bool holds_chinese(const char *s)
{
    for (uint32_t cp; (cp = yk_utf8_next(&s));)
        if ((cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0xF900 && cp <= 0xFAFF) ||
            (cp >= 0x20000 && cp <= 0x3FFFF))
            return true;
    return false;
}

/* --- rules -------------------------------------------------------------------------------------
 */

void osm_book_init(struct osm_book *b, const struct yk_osm_ask *ask, struct yk_arena *a)
{
    *b = (struct osm_book){.rules = ask->rules, .only_fuel = ask->only_fuel};
    for (size_t i = 0; i < ask->rules->osm_kinds; i++) {
        const struct yk_osm_kind *k = &ask->rules->osm_kind[i];
        yk_map_add(&b->key, k->key, i);
        yk_map_add(&b->tag, yk_arena_printf(a, "%s\t%s", k->key, k->value), i);
    }
}

void osm_book_release(struct osm_book *b)
{
    yk_map_release(&b->key);
    yk_map_release(&b->tag);
}

static bool exact_row(size_t *row, const struct osm_book *b, const char *key, const char *value)
{
    char tag[LONGEST_TAG];
    int n = snprintf(tag, sizeof tag, "%s\t%s", key, value);
    return n > 0 && (size_t)n < sizeof tag && yk_map_find(&b->tag, tag, row);
}

/* The row about a tag: its first value, or any. */
static bool row_of(size_t *row, const struct osm_book *b, const char *key, const char *value)
{
    char first[LONGEST_TAG];
    size_t n = strcspn(value, ";");
    if (!yk_map_find(&b->key, key, NULL) || n == 0 || n >= sizeof first)
        return false;
    memcpy(first, value, n);
    first[n] = '\0';
    size_t any;
    bool exact = exact_row(row, b, key, first);
    if (exact_row(&any, b, key, "*") && (!exact || any < *row)) {
        *row = any;
        return true;
    }
    return exact;
}

/* What a row says; NULL: it takes nothing. */
static const char *kind_by(const struct osm_book *b, size_t row, const char *value,
                           struct yk_arena *a)
{
    const struct yk_osm_kind *k = &b->rules->osm_kind[row];
    if (*k->kind)
        return k->kind;
    if (strcmp(value, "yes") == 0)
        return k->key;
    return copied(a, yk_arena_text(a, value, strcspn(value, ";")));
}

/* By the first row of the table that fits a tag. */
static const char *kind_of(const struct osm_book *b, const struct osm_tags *t, struct yk_arena *a)
{
    size_t best = SIZE_MAX;
    const char *value = NULL;
    for (size_t i = 0; i < t->count; i++) {
        size_t row;
        if (strcmp(t->tag[i].key, "admin_level") != 0 && strcmp(t->tag[i].value, "no") != 0 &&
            row_of(&row, b, t->tag[i].key, t->tag[i].value) && row < best) {
            best = row;
            value = t->tag[i].value;
        }
    }
    return value ? kind_by(b, best, value, a) : NULL;
}

static bool is(const struct osm_tags *t, const char *key, const char *value)
{
    const char *said = tag_of(t, key);
    return said && strcmp(said, value) == 0;
}

/* An administrative unit, by its level. */
static const char *unit_of(const struct osm_book *b, const struct osm_tags *t, struct yk_arena *a)
{
    const char *level = tag_of(t, "admin_level");
    size_t row;
    if (t->object != 'r' || !is(t, "boundary", "administrative") ||
        !row_of(&row, b, "admin_level", level ? level : "*"))
        return NULL;
    return kind_by(b, row, level ? level : "yes", a);
}

/* A street, and not one of the places along it that have the same key (a service area). An area of
 * several ways (a square for those on foot) is a place too. */
static bool is_road(const struct osm_book *b, const struct osm_tags *t)
{
    const char *highway = tag_of(t, "highway");
    size_t row;
    return highway && t->object == 'w' && !exact_row(&row, b, "highway", highway);
}

/* --- names -------------------------------------------------------------------------------------
 */

static const char *main_name(const struct osm_tags *t)
{
    const char *chinese = tag_of(t, "name:zh");
    return chinese ? chinese : tag_of(t, "name");
}

static void add_text(const char **list, size_t *count, const char *text)
{
    if (!*text || *count == OSM_SEVERAL)
        return;
    for (size_t i = 0; i < *count; i++)
        if (strcmp(list[i], text) == 0)
            return;
    list[(*count)++] = text;
}

/* "甲;乙" */
static void add_texts(const char **list, size_t *count, const char *text, struct yk_arena *a)
{
    while (text && *text) {
        size_t n = strcspn(text, ";");
        add_text(list, count, copied(a, yk_arena_text(a, text, n)));
        text += n + (text[n] == ';');
    }
}

static void take_names(struct osm_thing *out, const struct osm_tags *t, const char *name,
                       struct yk_arena *a)
{
    static const char *const further[] = {"alt_name:zh", "alt_name", "old_name:zh", "old_name"};
    out->name = YK_ARENA_ARRAY(a, const char *, OSM_SEVERAL);
    out->name[0] = "";
    if (name)
        add_text(out->name, &out->names, copied(a, name));
    for (size_t i = 0; name && i < sizeof further / sizeof *further; i++)
        add_texts(out->name, &out->names, tag_of(t, further[i]), a);
    out->names += !out->names;
}

/* --- addresses ---------------------------------------------------------------------------------
 */

/* As people write it here, from the large to the small; what has no Chinese in it is parted by
 * spaces. */
static const char *address_of(const struct osm_tags *t, const char *road, const char *number,
                              struct yk_arena *a)
{
    static const char *const upper[] = {"addr:province", "addr:city", "addr:district",
                                        "addr:subdistrict"};
    const char *whole = tag_of(t, "addr:full"), *gap = holds_chinese(road) ? "" : " ";
    if (whole)
        return copied(a, whole);
    if (!*road)
        return "";
    const char *out = "";
    for (size_t i = 0; i < sizeof upper / sizeof *upper; i++) {
        const char *part = tag_of(t, upper[i]);
        if (part)
            out = yk_arena_printf(a, "%s%s%s", out, *out ? gap : "", copied(a, part));
    }
    out = yk_arena_printf(a, "%s%s%s", out, *out ? gap : "", road);
    return *number ? yk_arena_printf(a, "%s%s%s", out, gap, number) : out;
}

static void take_address(struct osm_thing *out, const struct osm_tags *t, struct yk_arena *a)
{
    const char *road = tag_of(t, "addr:street");
    if (!road)
        road = tag_of(t, "addr:place");
    out->item.entry.road = copied(a, road);
    out->number = YK_ARENA_ARRAY(a, const char *, OSM_SEVERAL);
    out->address = YK_ARENA_ARRAY(a, const char *, OSM_SEVERAL);
    out->number[0] = "";
    if (road)
        add_texts(out->number, &out->numbers, tag_of(t, "addr:housenumber"), a);
    out->numbers += !out->numbers;
    for (size_t i = 0; i < out->numbers; i++)
        out->address[i] = address_of(t, out->item.entry.road, out->number[i], a);
}

/* A road's only address is its name. */
static void take_road(struct osm_thing *out)
{
    out->item.what = YK_OSM_ROAD;
    out->numbers = 1;
    out->number[0] = out->address[0] = "";
}

/* --- filling stations --------------------------------------------------------------------------
 */

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* A Latin word only between other characters than letters. */
static bool holds_word(const char *text, const char *word)
{
    size_t n = strlen(word);
    bool latin = is_letter(*word);
    for (const char *s = text; strlen(s) >= n; s++)
        if (strncasecmp(s, word, n) == 0 &&
            (!latin || ((s == text || !is_letter(s[-1])) && !is_letter(s[n]))))
            return true;
    return false;
}

static const char *brand_in(const struct yk_rules *rules, const char *text)
{
    for (size_t i = 0; text && i < rules->osm_brands; i++)
        if (holds_word(text, rules->osm_brand[i].word))
            return rules->osm_brand[i].brand;
    return NULL;
}

static const char *brand_of(const struct yk_rules *rules, const struct osm_tags *t)
{
    static const char *const keys[] = {"brand",       "brand:zh", "brand:en", "operator",
                                       "operator:zh", "name:zh",  "name"};
    bool told = false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *said = tag_of(t, keys[i]), *brand = brand_in(rules, said);
        if (brand)
            return brand;
        told = told || (said && i < 5);
    }
    return told ? "private" : "unknown";
}

static const char *first_of(const struct osm_tags *t, const char *const *key)
{
    const char *said = NULL;
    while (!said && *key)
        said = tag_of(t, *key++);
    return said;
}

/* --- all of it ---------------------------------------------------------------------------------
 */

/* Of relations only those that stand for an area. */
static bool is_object(const struct osm_tags *t)
{
    return t->object != 'r' || is(t, "type", "multipolygon") || is(t, "type", "boundary");
}

static bool has_number(const struct osm_tags *t)
{
    return tag_of(t, "addr:housenumber") && (tag_of(t, "addr:street") || tag_of(t, "addr:place"));
}

static void take_fuel(struct osm_thing *out, const struct osm_book *b, const struct osm_tags *t,
                      struct yk_arena *a)
{
    static const char *const keys[] = {"operator:zh", "operator", NULL};
    out->item.fuel = true;
    out->item.brand = brand_of(b->rules, t);
    out->item.operator_of = copied(a, first_of(t, keys));
}

bool osm_thing_of(struct osm_thing *out, const struct osm_book *b, const struct osm_tags *t,
                  struct yk_arena *a)
{
    static const char *const instead[] = {"brand:zh", "brand", "operator:zh", "operator", NULL};
    bool fuel = is(t, "amenity", "fuel"), number = has_number(t);
    const char *name = main_name(t), *kind = NULL;
    if (!is_object(t) || !(fuel || (!b->only_fuel && (name || number))))
        return false;
    if (fuel && !name)
        name = first_of(t, instead);
    bool road = !fuel && name && is_road(b, t);
    if (road)
        kind = "road";
    else if (name && !(kind = unit_of(b, t, a)) && !(kind = kind_of(b, t, a)) && t->object == 'r')
        kind = tag_of(t, "highway");
    if (fuel && !kind && (number || b->only_fuel))
        kind = "fuel";
    if (!kind && !number)
        return false;
    *out = (struct osm_thing){.item = {.brand = "", .operator_of = ""}};
    take_names(out, t, name, a);
    take_address(out, t, a);
    out->item.entry.source = "";
    out->item.entry.datum = "wgs84";
    out->item.entry.kind = kind ? kind : "address";
    out->item.what = *out->number[0] ? YK_OSM_ADDRESS : YK_OSM_PLACE;
    if (road)
        take_road(out);
    if (fuel)
        take_fuel(out, b, t, a);
    return true;
}
