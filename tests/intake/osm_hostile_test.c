/* osm_hostile_test.c - maps that arrived in pieces or with other bytes, and .osm made to do harm:
 * each ends in one sentence, in seconds and in little memory. libreadosm by itself dies on some of
 * them, and reads others without a word of what it left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hostile_map.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
#ifdef __SANITIZE_ADDRESS__
enum { STEP = 3 };
#else
enum { STEP = 1 };
#endif

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
    if (!hostile_read(path, &err))
        return true;
    hostile_sentence(word, path, &err);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cut_anywhere),
        cmocka_unit_test(changed_anywhere),
        cmocka_unit_test(xml_refused),
        cmocka_unit_test(xml_of_no_sane_size),
        cmocka_unit_test(not_what_the_name_says),
    };
    return cmocka_run_group_tests(tests, hostile_begin, hostile_end);
}
