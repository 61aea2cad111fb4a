/* pbf_hostile_test.c - .osm.pbf made to do harm, field by field: each ends in one sentence, in
 * seconds and in little memory. libreadosm by itself dies on some of them, and reads others without
 * a word of what it left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hostile_map.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* A file of the usual header and one block. */
static void put_block(const struct yk_buf *raw, enum map_pack pack)
{
    struct yk_buf file = {0};
    pb_header(&file);
    pb_block(&file, "OSMData", raw, pack);
    map_put("x.pbf", file.text, file.len);
    yk_buf_release(&file);
}

static void strings(struct yk_buf *raw)
{
    struct yk_buf table = {0};
    pb_text(&table, 1, "");
    pb_text(&table, 1, "amenity");
    pb_text(&table, 1, "bank");
    pb_bytes(raw, 1, table.text, table.len);
    yk_buf_release(&table);
}

static void group(struct yk_buf *raw, unsigned id, const struct yk_buf *message)
{
    struct yk_buf g = {0};
    pb_bytes(&g, id, message->text ? message->text : "", message->len);
    pb_bytes(raw, 2, g.text, g.len);
    yk_buf_release(&g);
}

/* Fields of a message: "p8 1 2" packed, "z1 1 1" zigzag, "v1 7" a number, "t9 x" a text, "b4" an
 * empty one; ';' between. */
static void message(struct yk_buf *to, const char *fields)
{
    char copy[400], *rest = copy;
    snprintf(copy, sizeof copy, "%s", fields);
    for (char *f; (f = strsep(&rest, ";"));) {
        char *values = strchr(f, ' ');
        unsigned id = (unsigned)strtoul(f + 1, NULL, 10);
        values = values ? values + 1 : "";
        if (*f == 'p')
            pb_packed(to, id, values);
        else if (*f == 'z')
            pb_zigzag(to, id, values);
        else if (*f == 'v')
            pb_number(to, id, strtoull(values, NULL, 0));
        else
            pb_text(to, id, values);
    }
}

#define NODES "z1 1 1;z8 220000000 5;z9 1140000000 5"
static const struct object {
    const char *word;
    unsigned group;
    const char *fields, *says;
} objects[] = {
    {"nodes that are not dense", 1, "z1 1;z8 1;z9 1", "not understood"},
    {"counts of nodes differ", 2, "z1 1 1;z8 1;z9 1 1", "damaged"},
    {"no nodes", 2, "p10 0", "damaged"},
    {"nodes without a place", 2, "z1 1 1", "damaged"},
    {"an empty list", 2, "b1;z8 1;z9 1", "not understood"},
    {"ids twice", 2, "z1 1;z1 1;z8 1 1;z9 1 1", "damaged"},
    {"a key beyond the table", 2, NODES ";p10 3 1 0 0", "damaged"},
    {"a value beyond the table", 2, NODES ";p10 1 99999999 0 0", "damaged"},
    {"a value of 32 bits", 2, NODES ";p10 1 4294967295 0 0", "damaged"},
    {"a key without a value", 2, NODES ";p10 1 0 0", "damaged"},
    {"tags of too many nodes", 2, NODES ";p10 1 2 0 0 0", "damaged"},
    {"tags of too few nodes", 2, NODES ";p10 1 2 0", "damaged"},
    {"tags that do not end", 2, NODES ";p10 0 1 2", "damaged"},
    {"an unknown field", 2, NODES ";z11 1 1", "not understood"},
    {"a way without an id", 3, "p2 1;p3 2", "damaged"},
    {"keys without values", 3, "v1 7;p2 1 1;p3 2", "damaged"},
    {"a way's key beyond the table", 3, "v1 7;p2 3;p3 2", "damaged"},
    {"a way's value beyond the table", 3, "v1 7;p2 1;p3 77777", "damaged"},
    {"places in ways", 3, "v1 7;p2 1;p3 2;z8 1 1;z9 1 1;z10 1 1", "not understood"},
    {"roles without members", 4, "v1 7;p8 1 1;z9 1;p10 1", "damaged"},
    {"a role beyond the table", 4, "v1 7;p8 3;z9 1;p10 1", "damaged"},
    {"types without members", 4, "v1 7;p10 1 1", "damaged"},
    {"a field of another type", 3, "p1 7;p2 1;p3 2", "not understood"},
};

static void pbf_objects_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(objects); i++) {
        struct yk_buf raw = {0}, object = {0};
        strings(&raw);
        message(&object, objects[i].fields);
        group(&raw, objects[i].group, &object);
        put_block(&raw, i % 2 ? MAP_RAW : MAP_ZLIB);
        refused(objects[i].word, "x.pbf", objects[i].says);
        yk_buf_release(&raw);
        yk_buf_release(&object);
    }
}

/* Who made it: read by libreadosm where the counts fit. */
static void pbf_users_refused(void **state)
{
    (void)state;
    static const struct {
        const char *word, *info, *says;
    } rows[] = {
        {"a user beyond the table", "p1 1 1;z2 1 1;z3 1 1;z4 1 1;z5 2 1", "damaged"},
        {"a user before the table", "p1 1 1;z2 1 1;z3 1 1;z4 1 1;z5 1 -2", "damaged"},
        {"a time of 64 bits", "p1 1 1;z2 1 99999999999;z3 1 1;z4 1 1;z5 1 1", "damaged"},
        {"nothing", "", "not understood"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct yk_buf raw = {0}, nodes = {0}, info = {0};
        strings(&raw);
        if (*rows[i].info)
            message(&info, rows[i].info);
        message(&nodes, NODES);
        pb_bytes(&nodes, 5, info.text ? info.text : "", info.len);
        group(&raw, 2, &nodes);
        put_block(&raw, MAP_ZLIB);
        refused(rows[i].word, "x.pbf", rows[i].says);
        yk_buf_release(&raw);
        yk_buf_release(&nodes);
        yk_buf_release(&info);
    }
}

static void a_number_that_does_not_end(void **state)
{
    (void)state;
    struct yk_buf raw = {0}, way = {0};
    strings(&raw);
    message(&way, "v1 7;p2 1;p3 2");
    pb_bytes(&way, 8, "\x02\x80", 2);
    group(&raw, 3, &way);
    put_block(&raw, MAP_RAW);
    refused("a number that does not end", "x.pbf", "damaged");
    yk_buf_release(&raw);
    yk_buf_release(&way);
}

static void pbf_blocks_refused(void **state)
{
    (void)state;
    static const char way[] = "v1 7;p2 1;p3 2;z8 1 1";
    static const struct {
        const char *word, *before, *after, *says; /* numbers of the block */
    } rows[] = {
        {"a coarse grain", NULL, "v17 1000", "not understood"},
        {"an offset", NULL, "v17 100;v19 5", "not understood"},
        {"an end before the objects", "v17 100", NULL, "not understood"},
        {"an offset without a grain", NULL, "v19 0", "not understood"},
        {"an unknown number", NULL, "v21 0", "not understood"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct yk_buf raw = {0}, object = {0};
        strings(&raw);
        if (rows[i].before)
            message(&raw, rows[i].before);
        message(&object, way);
        group(&raw, 3, &object);
        if (rows[i].after)
            message(&raw, rows[i].after);
        put_block(&raw, MAP_ZLIB);
        refused(rows[i].word, "x.pbf", rows[i].says);
        yk_buf_release(&raw);
        yk_buf_release(&object);
    }
    struct yk_buf raw = {0}, object = {0};
    message(&object, way);
    group(&raw, 3, &object);
    put_block(&raw, MAP_ZLIB);
    refused("no table of strings", "x.pbf", "not understood");
    strings(&raw);
    put_block(&raw, MAP_ZLIB);
    refused("a table after the objects", "x.pbf", "not understood");
    yk_buf_release(&raw);
    yk_buf_release(&object);
}

static void usual_numbers_are_read(void **state)
{
    (void)state;
    struct yk_err err = {.text = ""};
    struct yk_buf raw = {0}, object = {0};
    strings(&raw);
    message(&object, "v1 7;p2 1;p3 2;z8 1 1");
    group(&raw, 3, &object);
    message(&raw, "v17 100;v18 1000;v19 0;v20 0");
    put_block(&raw, MAP_ZLIB);
    if (hostile_read("x.pbf", &err))
        fail_msg("%s", err.text);
    yk_buf_release(&raw);
    yk_buf_release(&object);
}

/* Blocks as they lie in the file. */
static void pbf_framing_refused(void **state)
{
    (void)state;
    static const struct {
        const char *word, *type, *blob, *says;
    } rows[] = {
        {"another sort of block", "OSMOther", "t1 x", "not understood"},
        {"a second header", "OSMHeader", "t1 x", "damaged"},
        {"lzma", "OSMData", "v2 10;t4 x", "newer programs"},
        {"zstd", "OSMData", "v2 10;t7 x", "newer programs"},
        {"no bytes", "OSMData", "v2 10", "damaged"},
        {"plain and packed", "OSMData", "t1 x;v2 1;t3 x", "damaged"},
        {"no size", "OSMData", "t3 x", "damaged"},
        {"a size beyond any", "OSMData", "v2 4294967295;t3 x", "damaged"},
        {"a size of 64 bits", "OSMData", "v2 1099511627776;t3 x", "damaged"},
        {"not zlib", "OSMData", "v2 10;t3 abcdef", "damaged"},
        {"plain, with another size", "OSMData", "t1 x;v2 1000000", "damaged"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct yk_buf file = {0}, blob = {0};
        pb_header(&file);
        message(&blob, rows[i].blob);
        pb_blob(&file, rows[i].type, &blob);
        map_put("x.pbf", file.text, file.len);
        refused(rows[i].word, "x.pbf", rows[i].says);
        yk_buf_release(&file);
        yk_buf_release(&blob);
    }
    static const char *const lengths[] = {"\xff\xff\xff\xff", "\0\0\0\0", "\0\1\0\1", "\0\0\0\5"};
    for (size_t i = 0; i < COUNT(lengths); i++) {
        map_put("x.pbf", lengths[i], 4);
        refused("a length", "x.pbf", "damaged");
    }
    map_put("x.pbf", "", 0);
    refused("empty", "x.pbf", "damaged");
}

static void pbf_features_refused(void **state)
{
    (void)state;
    static const struct {
        const char *feature, *says;
    } rows[] = {{"HistoricalInformation", "history"}, {"Sort.Backwards", "not understood"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct yk_buf file = {0}, raw = {0};
        pb_text(&raw, 4, "OsmSchema-V0.6");
        pb_text(&raw, 4, rows[i].feature);
        pb_block(&file, "OSMHeader", &raw, MAP_RAW);
        map_put("x.pbf", file.text, file.len);
        refused(rows[i].feature, "x.pbf", rows[i].says);
        yk_buf_release(&file);
        yk_buf_release(&raw);
    }
}

/* --- small files that unpack to much -----------------------------------------------------------
 */

static void endless_strings(struct yk_buf *raw)
{
    struct yk_buf table = {0};
    repeated(&table, "", "\n", 0, "");
    for (size_t i = 0; i < 5000000; i++)
        yk_buf_add(&table, "\n\0", 2); /* field 1, empty */
    pb_bytes(raw, 1, table.text, table.len);
    yk_buf_release(&table);
}

/* A long text named over and over. */
static void endless_copies(struct yk_buf *raw)
{
    struct yk_buf table = {0}, way = {0}, values = {0}, long_text = {0};
    repeated(&long_text, "", "0123456789abcdef", 4096, "");
    pb_text(&table, 1, "");
    pb_text(&table, 1, long_text.text);
    pb_bytes(raw, 1, table.text, table.len);
    repeated(&values, "", "\1", 2000, "");
    pb_number(&way, 1, 1);
    pb_bytes(&way, 2, values.text, values.len);
    pb_bytes(&way, 3, values.text, values.len);
    group(raw, 3, &way);
    yk_buf_release(&table);
    yk_buf_release(&way);
    yk_buf_release(&values);
    yk_buf_release(&long_text);
}

static void endless_values(struct yk_buf *raw)
{
    struct yk_buf way = {0}, values = {0};
    for (size_t i = 0; i < 17 << 20; i++)
        yk_buf_add(&values, "\0", 1);
    strings(raw);
    pb_number(&way, 1, 1);
    pb_bytes(&way, 8, values.text, values.len);
    group(raw, 3, &way);
    yk_buf_release(&way);
    yk_buf_release(&values);
}

static void little_that_is_much(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        void (*fill)(struct yk_buf *raw);
    } rows[] = {
        {"strings", endless_strings}, {"copies", endless_copies}, {"values", endless_values}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct yk_buf raw = {0};
        rows[i].fill(&raw);
        put_block(&raw, MAP_ZLIB);
        yk_buf_release(&raw);
        refused(rows[i].word, "x.pbf", "far more");
    }
}

/* A block of nothing but a long text, again and again. */
static void many_blocks_that_are_much(void **state)
{
    (void)state;
    struct yk_buf file = {0}, raw = {0}, table = {0}, block = {0};
    repeated(&raw, "", "0123456789abcdef", 1 << 18, "");
    pb_text(&table, 1, raw.text);
    yk_buf_clear(&raw);
    pb_bytes(&raw, 1, table.text, table.len);
    pb_block(&block, "OSMData", &raw, MAP_ZLIB);
    pb_header(&file);
    for (int i = 0; i < 300; i++)
        yk_buf_add(&file, block.text, block.len);
    map_put("x.pbf", file.text, file.len);
    yk_buf_release(&file);
    yk_buf_release(&raw);
    yk_buf_release(&table);
    yk_buf_release(&block);
    refused("many blocks", "x.pbf", "far more");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pbf_objects_refused),        cmocka_unit_test(pbf_users_refused),
        cmocka_unit_test(a_number_that_does_not_end), cmocka_unit_test(pbf_blocks_refused),
        cmocka_unit_test(usual_numbers_are_read),     cmocka_unit_test(pbf_framing_refused),
        cmocka_unit_test(pbf_features_refused),       cmocka_unit_test(little_that_is_much),
        cmocka_unit_test(many_blocks_that_are_much),
    };
    return cmocka_run_group_tests(tests, hostile_begin, hostile_end);
}
