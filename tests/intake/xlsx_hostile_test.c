/* xlsx_hostile_test.c - workbooks made to do harm, and workbooks that arrived in pieces: each ends
 * in one sentence, in seconds and in little memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <zip.h>

#include "pack.h"
#include "youka/intake/source.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
#ifdef __SANITIZE_ADDRESS__
enum { MOST_SECONDS = 60, MOST_MIB = 2048 }; /* what the sanitizer takes counts too */
#else
enum { MOST_SECONDS = 10, MOST_MIB = 256 }; /* 5 on a machine that does nothing else */
#endif
#define MIB ((size_t)1 << 20)

static char folder[] = "/tmp/youka-hostile-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    unlink("x.xlsx");
    return chdir("/") || rmdir(folder);
}

/* The first sheet to its end. */
static yk_code read_all(struct yk_err *err)
{
    struct yk_source *s = NULL;
    const struct yk_rows *r;
    yk_code code = yk_source_open(&s, "x.xlsx", err);
    while (!code && !(code = yk_source_next(&r, s, err)) && r->count)
        ;
    yk_source_close(s);
    return code;
}

static void refused(const char *word, const char *says)
{
    struct yk_err err = {.text = ""};
    struct rusage use;
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    yk_code code = read_all(&err);
    clock_gettime(CLOCK_MONOTONIC, &end);
    if (code == YK_OK || !strstr(err.text, says) || strncmp(err.text, "x.xlsx", 6) != 0 ||
        strchr(err.text, '\n'))
        fail_msg("%s: %d, \"%s\"", word, code, err.text);
    if (end.tv_sec - begin.tv_sec > MOST_SECONDS)
        fail_msg("%s: took %ld s", word, (long)(end.tv_sec - begin.tv_sec));
    getrusage(RUSAGE_SELF, &use);
    if (use.ru_maxrss / 1024 > MOST_MIB)
        fail_msg("%s: %ld MiB", word, use.ru_maxrss / 1024);
}

/* A text that says a unit over and over, without lying in memory. */
struct endless {
    const char *head, *unit, *tail;
    size_t bytes, at;
};

static size_t more_of(struct endless *e, char *to, size_t n)
{
    size_t head = strlen(e->head), unit = strlen(e->unit), body = head + e->bytes;
    size_t whole = body + strlen(e->tail), k = 0;
    for (; k < n && e->at < whole; k++, e->at++)
        to[k] = e->at < head   ? e->head[e->at]
                : e->at < body ? e->unit[(e->at - head) % unit]
                               : e->tail[e->at - body];
    return k;
}

static zip_int64_t tell(void *who, void *data, zip_uint64_t n, zip_source_cmd_t command)
{
    struct endless *e = who;
    switch (command) {
    case ZIP_SOURCE_OPEN:
        e->at = 0;
        return 0;
    case ZIP_SOURCE_READ:
        return (zip_int64_t)more_of(e, data, n);
    case ZIP_SOURCE_STAT:
        zip_stat_init(data);
        return sizeof(zip_stat_t);
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_FREE, ZIP_SOURCE_ERROR,
                                              -1);
    default:
        return 0;
    }
}

/* The usual workbook with one of its parts replaced. */
static void pack_endless(const char *part, struct endless *e)
{
    pack_book("x.xlsx", &(struct pack_book){.rows = "<row><c t='s'><v>0</v></c></row>"});
    zip_t *zip = zip_open("x.xlsx", 0, NULL);
    assert_non_null(zip);
    zip_source_t *text = zip_source_function(zip, tell, e);
    zip_int64_t at = zip_file_add(zip, part, text, ZIP_FL_OVERWRITE);
    assert_true(at >= 0);
    assert_int_equal(zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_DEFLATE, 1), 0);
    assert_int_equal(zip_close(zip), 0);
}

#define SHEET "xl/worksheets/sheet1.xml"
#define STRINGS "xl/sharedStrings.xml"
#define HEAD "<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row>"
#define TAIL "</sheetData></worksheet>"
#define TEN "<c/><c/><c/><c/><c/><c/><c/><c/><c/><c/>"

static void bombs(void **state)
{
    (void)state;
    static struct {
        const char *word, *part;
        struct endless text;
        const char *says;
    } cases[] = {
        {"white space", SHEET, {HEAD, " ", TAIL, 600 * MIB, 0}, "unpacks to more than"},
        {"blank cells",
         SHEET,
         {HEAD, "<row>" TEN TEN TEN TEN "</row>", TAIL, 171 * 500000, 0},
         "ten million"},
        {"rows", SHEET, {HEAD, "<row></row>", TAIL, 22 * MIB, 0}, "row 1048577"},
        {"billions of places",
         SHEET,
         {HEAD, "<row><c r='XFD1'><v>1</v></c></row>", TAIL, 35 * MIB, 0},
         "hundreds of millions"},
        {"a long text",
         SHEET,
         {HEAD "<row><c><v>", "y", "</v></c></row>" TAIL, 50 * MIB, 0},
         "16 MiB"},
        {"a long tag", SHEET, {HEAD "<row x='", "y", "'/>" TAIL, 50 * MIB, 0}, "damaged"},
        {"a long comment", SHEET, {HEAD "<!--", "y", "-->" TAIL, 50 * MIB, 0}, "damaged"},
        {"deep", SHEET, {HEAD, "<a>", TAIL, 30 * MIB, 0}, "damaged"},
        {"many texts", STRINGS, {"<sst>", "<si/>", "</sst>", 80 * MIB, 0}, "different texts"},
        {"much text", STRINGS, {"<sst><si><t>", "y", "</t></si></sst>", 80 * MIB, 0}, "64 MiB"},
        {"styles",
         "xl/styles.xml",
         {"<styleSheet><cellXfs>", "<xf/>", "</cellXfs></styleSheet>", 105 * MIB, 0},
         "ten million"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        pack_endless(cases[i].part, &cases[i].text);
        refused(cases[i].word, cases[i].says);
    }
}

static void wrong_parts(void **state)
{
    (void)state;
    static const struct {
        const char *word, *part, *text, *says;
    } cases[] = {
        {"a DOCTYPE", SHEET, "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>", "DOCTYPE"},
        {"no text of that number", SHEET, HEAD "<row><c t='s'><v>1</v></c></row>" TAIL,
         "row 2: a cell asks for a text"},
        {"a negative number of a text", SHEET, HEAD "<row><c t='s'><v>-1</v></c></row>" TAIL,
         "row 2: a cell asks for a text"},
        {"beyond the last column", SHEET, HEAD "<row><c r='XFE2'><v>1</v></c></row>" TAIL,
         "row 2: a cell beyond"},
        {"a huge column", SHEET, HEAD "<row><c r='ZZZZZZZZZZZZ2'><v>1</v></c></row>" TAIL,
         "row 2: a cell beyond"},
        {"no column", SHEET, HEAD "<row><c r='7'><v>1</v></c></row>" TAIL, "row 2: a cell beyond"},
        {"beyond the last row", SHEET, HEAD "<row r='1048577'/>" TAIL, "row 1048577"},
        {"row 0", SHEET, HEAD "<row r='0'/>" TAIL, "row 0"},
        {"not closed", SHEET, HEAD, "damaged"},
        {"no XML", SHEET, "name,phone", "damaged"},
        {"no XML in the texts", STRINGS, "name,phone", "damaged"},
        {"no XML in the styles", "xl/styles.xml", "name,phone", "damaged"},
        {"no sheets", "xl/workbook.xml", "<workbook><sheets/></workbook>", "no sheet"},
        {"a sheet of no part", "xl/workbook.xml",
         "<workbook><sheets><sheet name='甲' r:id='zz'/></sheets></workbook>", "«甲» is missing"},
        {"another sort of XML", "xl/_rels/workbook.xml.rels", "<a/>", "«表一» is missing"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct endless text = {cases[i].text, "-", "", 0, 0};
        pack_endless(cases[i].part, &text);
        refused(cases[i].word, cases[i].says);
    }
}

static void other_files(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        struct pack_part part[3];
        const char *says;
    } cases[] = {
        {"archive of CSV", {{"a.csv", "a,b"}}, "zip archive"},
        {"xlsb", {{"xl/workbook.bin", "x"}}, ".xlsb"},
        {"Word", {{"word/document.xml", "<a/>"}}, "Word"},
        {"PowerPoint", {{"ppt/presentation.xml", "<a/>"}}, "PowerPoint"},
        {"Numbers", {{"Index/Document.iwa", "x"}}, "Numbers"},
        {"ods", {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}, ".ods"},
        {"odt", {{"mimetype", "application/vnd.oasis.opendocument.text"}}, "OpenDocument file"},
        {"no sheets' part", {{"_rels/.rels", pack_rels}, {"xl/a.xml", "<a/>"}}, "zip archive"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        pack_parts("x.xlsx", cases[i].part);
        refused(cases[i].word, cases[i].says);
    }
}

static char *whole_file(size_t *n)
{
    FILE *f = fopen("x.xlsx", "rb");
    assert_non_null(f);
    static char bytes[1 << 20];
    *n = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    return bytes;
}

static void put(const char *bytes, size_t n)
{
    FILE *f = fopen("x.xlsx", "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

/* Two names of the archive made one by changing a letter, in all places. */
static void equal_names(void **state)
{
    (void)state;
    size_t n;
    const struct pack_part parts[] = {
        {"_rels/.rels", pack_rels}, {"XL/a", "1"}, {"xl/b", "2"}, {0}};
    pack_parts("x.xlsx", parts);
    char *bytes = whole_file(&n);
    for (size_t i = 0; i + 4 < n; i++)
        if (memcmp(bytes + i, "xl/b", 4) == 0)
            bytes[i + 3] = 'a';
    put(bytes, n);
    refused("names that differ in case alone", "one name");
}

static void many_entries(void **state)
{
    (void)state;
    zip_t *zip = zip_open("x.xlsx", ZIP_CREATE | ZIP_TRUNCATE, NULL);
    for (int i = 0; i < 10001; i++) {
        char name[16];
        snprintf(name, sizeof name, "%d", i);
        assert_true(zip_file_add(zip, name, zip_source_buffer(zip, "", 0, 0), 0) >= 0);
    }
    assert_int_equal(zip_close(zip), 0);
    refused("entries", "more than 10000 entries");
}

static void locked(void **state)
{
    (void)state;
    pack_book("x.xlsx", &(struct pack_book){.rows = ""});
    zip_t *zip = zip_open("x.xlsx", 0, NULL);
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++)
        assert_int_equal(zip_file_set_encryption(zip, (zip_uint64_t)i, ZIP_EM_AES_256, "geheim"),
                         0);
    assert_int_equal(zip_close(zip), 0);
    refused("an encrypted archive", "password");
    /* What Excel makes of a password: a compound file (MS-CFB), its folder in sector 1. */
    static char old[4096] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    static const char stream[] = "EncryptedPackage";
    old[30] = 9;
    old[48] = 1;
    put(old, sizeof old);
    refused("an old workbook", "save it as .xlsx first");
    for (size_t i = 0; i < sizeof stream - 1; i++)
        old[1024 + 128 + 2 * i] = stream[i];
    put(old, sizeof old);
    refused("a locked workbook", "password");
}

/* Cut off at every fiftieth; every fiftieth byte flipped. What is cut cannot be read; what is
 * flipped is either found out or was of no account. */
static void damaged(void **state)
{
    (void)state;
    struct yk_buf rows = {0};
    size_t n;
    yk_buf_puts(&rows, "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>");
    for (int i = 0; i < 2000; i++)
        yk_buf_printf(&rows, "<row><c><v>%d</v></c><c><v>%d</v></c></row>", i * i % 7919, i);
    pack_book("x.xlsx", &(struct pack_book){.rows = rows.text,
                                            .strings = "<si><t>a</t></si><si><t>b</t></si>"});
    yk_buf_release(&rows);
    char *bytes = whole_file(&n);
    char *copy = malloc(n);
    assert_non_null(copy);
    memcpy(copy, bytes, n);
    for (size_t part = 0; part < 50; part++) {
        put(copy, n * part / 50);
        refused("cut off", "");
    }
    for (size_t part = 0; part < 50; part++) {
        struct yk_err err = {.text = ""};
        size_t at = n * part / 50;
        copy[at] ^= 0x55;
        put(copy, n);
        yk_code code = read_all(&err);
        if (code && (!*err.text || strchr(err.text, '\n')))
            fail_msg("byte %zu flipped: \"%s\"", at, err.text);
        copy[at] ^= 0x55;
    }
    free(copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_parts), cmocka_unit_test(other_files),
        cmocka_unit_test(equal_names), cmocka_unit_test(many_entries),
        cmocka_unit_test(locked),      cmocka_unit_test(damaged),
        cmocka_unit_test(bombs),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
