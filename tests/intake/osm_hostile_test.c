/* osm_hostile_test.c - maps that arrived in pieces, and maps made to do harm: each ends in one
 * sentence, in seconds and in little memory. libreadosm by itself dies on some of the files
 * below, and reads others without a word of what it left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "map_kit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
#ifdef __SANITIZE_ADDRESS__
enum { MOST_SECONDS = 60, MOST_MIB = 2048, STEP = 3 }; /* what the sanitizer takes counts too */
#else
enum { MOST_SECONDS = 10, MOST_MIB = 256, STEP = 1 };
#endif

static char folder[] = "/tmp/youka-maps-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    unlink("x.osm");
    unlink("x.pbf");
    return chdir("/") || rmdir(folder);
}

static void drop(void *who, const struct yk_osm_item *item)
{
    *(size_t *)who += strlen(item->entry.name) + item->entry.vertices;
}

static yk_code read_map(const char *path, struct yk_err *err)
{
    static const struct yk_osm_kind kind = {"amenity", "*", "", "", ""};
    static struct yk_rules rules = {.osm_kind = (struct yk_osm_kind *)(uintptr_t)&kind,
                                    .osm_kinds = 1};
    struct yk_arena a = {0};
    struct yk_osm_found found;
    size_t sum = 0;
    const struct yk_osm_ask ask = {.rules = &rules, .keep = drop, .who = &sum};
    yk_code code = yk_osm_read(&found, path, &ask, &a, err);
    yk_arena_release(&a);
    return code;
}

/* A failure is one line that begins with the file's name. */
static void check_sentence(const char *word, const char *path, const struct yk_err *err)
{
    if (strncmp(err->text, path, strlen(path)) != 0 || strchr(err->text, '\n'))
        fail_msg("%s: \"%s\"", word, err->text);
}

static void refused(const char *word, const char *path, const char *says)
{
    struct yk_err err = {.text = ""};
    struct rusage use;
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    yk_code code = read_map(path, &err);
    clock_gettime(CLOCK_MONOTONIC, &end);
    if (code == YK_OK || !strstr(err.text, says))
        fail_msg("%s: %d, \"%s\"", word, code, err.text);
    check_sentence(word, path, &err);
    if (end.tv_sec - begin.tv_sec > MOST_SECONDS)
        fail_msg("%s: took %ld s", word, (long)(end.tv_sec - begin.tv_sec));
    getrusage(RUSAGE_SELF, &use);
    if (use.ru_maxrss / 1024 > MOST_MIB)
        fail_msg("%s: %ld MiB", word, use.ru_maxrss / 1024);
}

static const char small[] =
    "n1 22 114 / name=甲 / amenity=school\nn2 22.1 114\nn3 22.1 114.1\n"
    "w10 1 2 3 1 / highway=path / name=乙\nw11 1 2 / name=丙 / amenity=bar\n"
    "r20 w10:outer w11:inner n1:label / type=multipolygon / amenity=bank "
    "/ name=丁";

/* Whatever the bytes are, they are read or refused. True: read. */
static bool survives(const char *word, const char *path, const void *bytes, size_t n)
{
    struct yk_err err = {.text = ""};
    map_put(path, bytes, n);
    if (!read_map(path, &err))
        return true;
    check_sentence(word, path, &err);
    return false;
}

static size_t bytes_of(unsigned char *to, size_t room, const char *path)
{
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    size_t n = fread(to, 1, room, f);
    fclose(f);
    assert_true(n > 0 && n < room);
    return n;
}

static void cut_anywhere(void **state)
{
    (void)state;
    unsigned char whole[4096];
    for (int how = 0; how < 3; how++) {
        const char *path = how ? "x.pbf" : "x.osm";
        if (how)
            map_write_pbf(path, small, how == 1 ? MAP_ZLIB : MAP_RAW);
        else
            map_write_xml(path, small);
        size_t n = bytes_of(whole, sizeof whole, path), read = 0, first = n;
        for (size_t k = 0; k <= n; k++)
            if (survives("cut", path, whole, k)) {
                read++;
                first = k < first ? k : first;
            }
        /* Whole, or of an .osm without the last line's end; a .pbf's header alone is an empty map.
         */
        assert_int_equal(read, 2);
        assert_true(how || first == n - 1);
    }
}

/* Each byte in turn made another one: the plain .pbf shows every field to the reader. */
static void changed_anywhere(void **state)
{
    (void)state;
    static const unsigned char change[] = {0x01, 0x80, 0xff, 0x08};
    unsigned char whole[4096];
    for (int how = 0; how < 2; how++) {
        const char *path = how ? "x.pbf" : "x.osm";
        if (how)
            map_write_pbf(path, small, MAP_RAW);
        else
            map_write_xml(path, small);
        size_t n = bytes_of(whole, sizeof whole, path);
        for (size_t i = 0; i < n; i += STEP)
            for (size_t k = 0; k < COUNT(change); k++) {
                whole[i] ^= change[k];
                (void)survives("changed", path, whole, n);
                whole[i] ^= change[k];
            }
    }
}

/* --- .osm --------------------------------------------------------------------------------------
 */

static void xml_refused(void **state)
{
    (void)state;
    static const struct {
        const char *word, *text, *says;
    } rows[] = {
        {"empty", "", "is empty"},
        {"no XML", "name,lon,lat\n", "line 1"},
        {"a web page", "<html><body/></html>", "<html>"},
        {"changes", "<osmChange><create/></osmChange>", "changes to a map"},
        {"DOCTYPE", "<!DOCTYPE osm><osm/>", "DOCTYPE"},
        {"a bomb",
         "<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
         "<osm>&b;</osm>",
         "DOCTYPE"},
        {"no id", "<osm><node lat='1' lon='1'/></osm>", "line 1"},
        {"an id that is none", "<osm>\n<way id='1x'/></osm>", "line 2"},
        {"an id beyond any", "<osm><way id='1234567890123456789'/></osm>", "line 1"},
        {"degrees that are none", "<osm><node id='1' lat='22,5' lon='1'/></osm>", "line 1"},
        {"not a number", "<osm><node id='1' lat='nan' lon='1'/></osm>", "line 1"},
        {"a tag without a value", "<osm><node id='1' lat='1' lon='1'><tag k='a'/></node></osm>",
         "line 1"},
        {"a tag without a key", "<osm><way id='1'><tag v='a'/></way></osm>", "line 1"},
        {"a vertex without a node", "<osm><way id='1'><nd/></way></osm>", "line 1"},
        {"a member without a role",
         "<osm><relation id='1'><member type='way' ref='1'/></relation></osm>", "line 1"},
        {"a member of no type",
         "<osm><relation id='1'><member type='area' ref='1' role=''/></relation></osm>", "line 1"},
        {"a node in a way", "<osm><way id='1'><node id='1' lat='1' lon='1'/></way></osm>",
         "line 1"},
        {"a tag in a tag", "<osm><way id='1'><tag k='a' v='b'><tag k='a' v='b'/></tag></way></osm>",
         "line 1"},
        {"deleted", "<osm>\n\n<node id='1' lat='1' lon='1' visible='false'/></osm>", "deleted"},
        {"to be deleted", "<osm><way id='1' action='delete'/></osm>", "deleted"},
        {"two roots", "<osm/><osm/>", "line 1"},
        {"a character that is none", "<osm><way id='1'><tag k='a' v='\xff'/></way></osm>",
         "line 1"},
        {"a character that XML has not", "<osm><way id='1'><tag k='a' v='&#1;'/></way></osm>",
         "line 1"},
        {"packed", "\x1f\x8b\b", "packed"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        map_put("x.osm", rows[i].text, strlen(rows[i].text));
        refused(rows[i].word, "x.osm", rows[i].says);
    }
}

static void repeated(struct yk_buf *to, const char *head, const char *unit, size_t times,
                     const char *tail)
{
    yk_buf_puts(to, head);
    for (size_t i = 0; i < times; i++)
        yk_buf_puts(to, unit);
    yk_buf_puts(to, tail);
}

static void xml_of_no_sane_size(void **state)
{
    (void)state;
    static const struct {
        const char *word, *head, *unit, *tail;
        size_t times;
    } rows[] = {
        {"a long value", "<osm><way id='1'><tag k='a' v='", "0123456789abcdef", "'/></way></osm>",
         4 << 16},
        {"a long name", "<osm><", "0123456789abcdef", "/></osm>", 4 << 16},
        {"deep", "<osm>", "<a>", "", 1 << 20},
        {"many attributes", "<osm><way id='1' ", "a='' b='' ", "/></osm>", 1 << 18},
        {"a comment", "<osm><!--", "0123456789abcdef", "--></osm>", 4 << 16},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct yk_buf text = {0};
        repeated(&text, rows[i].head, rows[i].unit, rows[i].times, rows[i].tail);
        map_put("x.osm", text.text, text.len);
        yk_buf_release(&text);
        refused(rows[i].word, "x.osm", "line 1");
    }
}

static void not_what_the_name_says(void **state)
{
    (void)state;
    refused("missing", "y.osm", "no such file");
    map_write_xml("x.pbf", small);
    refused("XML called .pbf", "x.pbf", ".osm (XML)");
    map_write_pbf("x.osm", small, MAP_ZLIB);
    refused("a .pbf called .osm", "x.osm", ".osm.pbf");
    map_put("x.pbf", "PK\3\4", 4);
    refused("an archive", "x.pbf", "packed");
    refused("by its name", "x.osm.bz2", "packed");
    refused("no map", "x.csv", "no map by its name");
    assert_int_equal(mkdir("d.osm", 0700), 0);
    refused("a folder", "d.osm", "");
    rmdir("d.osm");
}

/* --- .pbf --------------------------------------------------------------------------------------
 */

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
    if (read_map("x.pbf", &err))
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
        cmocka_unit_test(cut_anywhere),
        cmocka_unit_test(changed_anywhere),
        cmocka_unit_test(xml_refused),
        cmocka_unit_test(xml_of_no_sane_size),
        cmocka_unit_test(not_what_the_name_says),
        cmocka_unit_test(pbf_objects_refused),
        cmocka_unit_test(pbf_users_refused),
        cmocka_unit_test(a_number_that_does_not_end),
        cmocka_unit_test(pbf_blocks_refused),
        cmocka_unit_test(usual_numbers_are_read),
        cmocka_unit_test(pbf_framing_refused),
        cmocka_unit_test(pbf_features_refused),
        cmocka_unit_test(little_that_is_much),
        cmocka_unit_test(many_blocks_that_are_much),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
