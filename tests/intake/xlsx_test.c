/* xlsx_test.c - what a workbook says, part by part: ECMA-376 Part 1 (18.3 sheets, 18.4 shared
 * strings, 18.8 styles) and Part 2 (relationships), and what Excel shows for it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pack.h"
#include "youka/intake/source.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static char folder[] = "/tmp/youka-xlsx-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    unlink("x.xlsx");
    unlink("x.csv");
    return chdir("/") || rmdir(folder);
}

static void expect(const char *word, const char *want)
{
    struct yk_err err = {.text = ""};
    struct yk_buf got = {0};
    if (pack_show(&got, "x.xlsx", NULL, &err) || strcmp(got.text, want) != 0)
        fail_msg("%s: got \"%s\" for \"%s\" (%s)", word, got.text, want, err.text);
    yk_buf_release(&got);
}

static void cells(void **state)
{
    (void)state;
    static const char strings[] =
        "<si><t>甲</t></si><si><t xml:space='preserve'> b </t></si>"
        "<si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r></si>"
        "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>"
        "<si><t>a_x000D_b_x005F_x000D__x0041</t></si><si><t>_xD83D__xDE00_ _xD83D_ _x0000_</t></si>"
        "<si/>";
    static const struct {
        const char *word, *cell, *want;
    } cases[] = {
        {"shared", "<c r='A1' t='s'><v>0</v></c>", "甲"},
        {"kept spaces", "<c r='A1' t='s'><v>1</v></c>", " b "},
        {"rich", "<c r='A1' t='s'><v>2</v></c>", "rich text"},
        {"phonetic run", "<c r='A1' t='s'><v>3</v></c>", "東京"},
        {"escapes", "<c r='A1' t='s'><v>4</v></c>", "a\rb_x000D__x0041"},
        {"escaped pair", "<c r='A1' t='s'><v>5</v></c>", "😀 _xD83D_ _x0000_"},
        {"inline", "<c r='A1' t='inlineStr'><is><t>乙</t></is></c>", "乙"},
        {"inline, rich", "<c t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is></c>", "ab"},
        {"integer", "<c r='A1'><v>13800001111</v></c>", "13800001111"},
        {"exponent", "<c r='A1' t='n'><v>1.3800001111E10</v></c>", "13800001111"},
        {"shortest", "<c r='A1'><v>0.10000000000000001</v></c>", "0.1"},
        {"third", "<c r='A1'><v>0.33333333333333331</v></c>", "0.3333333333333333"},
        {"small", "<c r='A1'><v>1.0000000000000001E-5</v></c>", "1e-05"},
        {"leading zeros", "<c r='A1'><v>007</v></c>", "7"},
        {"trailing zeros", "<c r='A1'><v>2.50</v></c>", "2.5"},
        {"minus zero", "<c r='A1'><v>-0</v></c>", "0"},
        {"true", "<c r='A1' t='b'><v>1</v></c>", "TRUE"},
        {"false", "<c r='A1' t='b'><v>0</v></c>", "FALSE"},
        {"error", "<c r='A1' t='e'><v>#N/A</v></c>", "#N/A"},
        {"formula", "<c r='A1'><f>1+1</f><v>2</v></c>", "2"},
        {"formula of text", "<c r='A1' t='str'><f>A2</f><v>x &lt; y</v></c>", "x < y"},
        {"no number", "<c r='A1'><v>abc</v></c>", "abc"},
        {"looks like a formula", "<c r='A1' t='inlineStr'><is><t>'=1</t></is></c>", "'=1"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct yk_arena a = {0};
        pack_book("x.xlsx", &(struct pack_book){
                                .rows = yk_arena_printf(&a, "<row r='1'>%s</row>", cases[i].cell),
                                .strings = strings});
        expect(cases[i].word, yk_arena_printf(&a, "1:%s;", cases[i].want));
        yk_arena_release(&a);
    }
}

/* Serial days as Excel shows them: 1 is 1900-01-01, 60 the 29th of February that never was, 61 the
 * first of March; in the 1904 system 0 is 1904-01-01. */
static void days(void **state)
{
    (void)state;
    static const char styles[] =
        "<numFmts><numFmt numFmtId='164' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/>"
        "<numFmt numFmtId='165' formatCode='0.00&quot;days&quot;'/>"
        "<numFmt numFmtId='166' formatCode='[$-804]aaaa\\d'/>"
        "<numFmt numFmtId='167' formatCode='[h]:mm'/><numFmt numFmtId='168' formatCode='[Red]0'/>"
        "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
        "<xf numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='20'/><xf numFmtId='31'/>"
        "<xf numFmtId='57'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/>"
        "<xf numFmtId='167'/><xf numFmtId='168'/><xf numFmtId='46'/></cellXfs>";
    static const struct {
        const char *word, *style, *value, *want, *want_1904;
    } cases[] = {
        {"day", "1", "46086", "2026-03-05", "2030-03-06"},
        {"day and time", "2", "46086.422916666670", "2026-03-05T10:09:00", "2030-03-06T10:09:00"},
        {"time", "3", "0.42291666666666666", "10:09:00", "10:09:00"},
        {"Chinese day", "4", "46086", "2026-03-05", "2030-03-06"},
        {"Chinese month", "5", "46086", "2026-03-05", "2030-03-06"},
        {"quoted letters", "6", "46086", "2026-03-05", "2030-03-06"},
        {"letters only in quotes", "7", "46086", "46086", "46086"},
        {"letters escaped", "8", "46086", "46086", "46086"},
        {"hours that go on", "9", "1.5", "36:00:00", "36:00:00"},
        {"a colour", "10", "46086", "46086", "46086"},
        {"built-in hours", "11", "2", "48:00:00", "48:00:00"},
        {"no such style", "99", "46086", "46086", "46086"},
        {"first day", "1", "1", "1900-01-01", "1904-01-02"},
        {"day 59", "1", "59", "1900-02-28", "1904-02-29"},
        {"the day that never was", "1", "60", "1900-02-29", "1904-03-01"},
        {"day 61", "1", "61", "1900-03-01", "1904-03-02"},
        {"last day", "1", "2958465", "9999-12-31", NULL},
        {"beyond the last", "1", "2958466", "2958466", NULL},
        {"before the first", "1", "-1", "-1", "-1"},
        {"almost midnight", "2", "46085.999999999", "2026-03-05", "2030-03-06"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        for (int since_1904 = 0; since_1904 < 2; since_1904++) {
            const char *want = since_1904 ? cases[i].want_1904 : cases[i].want;
            struct yk_arena a = {0};
            pack_book("x.xlsx",
                      &(struct pack_book){
                          .rows = yk_arena_printf(&a, "<row><c s='%s'><v>%s</v></c></row>",
                                                  cases[i].style, cases[i].value),
                          .styles = styles,
                          .properties = since_1904 ? "date1904='1'" : NULL});
            if (want)
                expect(cases[i].word, yk_arena_printf(&a, "1:%s;", want));
            yk_arena_release(&a);
        }
}

#define V(r, v) "<c r='" r "'><v>" v "</v></c>"

static void shapes(void **state)
{
    (void)state;
    static const struct {
        const char *word, *rows, *want;
    } cases[] = {
        {"nothing", "", ""},
        {"blank rows and cells",
         "<row r='3'><c r='B3' s='1'/></row><row r='7'>" V("C7", "1") "</row>", "7:||1;"},
        {"no references", "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>",
         "1:1||3;2:4||;"},
        {"references here and there",
         "<row r='5'>" V("B5", "1") "<c><v>2</v></c></row><row>" V("A6", "3") "</row>",
         "5:|1|2;6:3||;"},
        {"wider below", "<row>" V("A1", "1") "</row><row>" V("D2", "2") "</row>", "1:1|||;2:|||2;"},
        {"cells out of order", "<row>" V("C1", "3") V("A1", "1") "</row>", "1:1||3;"},
        {"last column and row", "<row r='1048576'>" V("C1048576", "1") "</row>", "1048576:||1;"},
        {"prefixed", "<x:row xmlns:x='u'><x:c r='A1'><x:v>1</x:v></x:c></x:row>", "1:1;"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        pack_book("x.xlsx", &(struct pack_book){.rows = cases[i].rows});
        expect(cases[i].word, cases[i].want);
    }
}

/* Parts where no one expects them, of the strict sort, one of them hidden, one a chart. */
static void where_parts_are(void **state)
{
    (void)state;
    static const char purl[] = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
    struct yk_arena a = {0};
    struct yk_err err = {.text = ""};
    struct yk_source_sheet *sheet;
    size_t count;
    const struct pack_part parts[] = {
        {"_rels/.rels",
         yk_arena_printf(&a,
                         "<Relationships><Relationship Id='a' Type='%sofficeDocument' "
                         "Target='/Book/main.xml'/></Relationships>",
                         purl)},
        {"book/main.xml",
         "<m:workbook xmlns:m='u' xmlns:q='v'><m:sheets><m:sheet name='chart' q:id='c'/>"
         "<m:sheet name='hidden' state='veryHidden' q:id='h'/><m:sheet name='seen' q:id='s'/>"
         "</m:sheets></m:workbook>"},
        {"book/_rels/main.xml.rels",
         yk_arena_printf(&a,
                         "<Relationships><Relationship Id='c' Type='%schartsheet' Target='c.xml'/>"
                         "<Relationship Id='h' Type='%sworksheet' Target='../data/./h.xml'/>"
                         "<Relationship Id='s' Type='%sworksheet' Target='/data/S.xml'/>"
                         "</Relationships>",
                         purl, purl, purl)},
        {"data/h.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"},
        {"data/s.xml", "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>"},
        {0},
    };
    pack_parts("x.xlsx", parts);
    assert_int_equal(yk_source_sheets(&sheet, &count, "x.xlsx", &a, &err), YK_OK);
    assert_int_equal(count, 2);
    assert_string_equal(sheet[0].name, "hidden");
    assert_true(sheet[0].hidden && !sheet[1].hidden);
    expect("the first that is seen", "1:2;");
    struct yk_buf got = {0};
    assert_int_equal(pack_show(&got, "x.xlsx", "hidden", &err), YK_OK);
    assert_string_equal(got.text, "1:1;");
    assert_int_equal(pack_show(&got, "x.xlsx", "none", &err), YK_E_FOUND);
    assert_non_null(strstr(err.text, "«hidden», «seen»"));
    yk_buf_release(&got);
    yk_arena_release(&a);
}

static bool known(void *who, const char *heading)
{
    (void)who;
    return strstr("|name|phone|litres|客户|电话|用量|", heading) != NULL;
}

/* "LINE:heading|heading;" and the first row below. */
static void show_headings(struct yk_buf *to, const char *path)
{
    const struct yk_source_ask ask = {.known = known};
    struct yk_source *s;
    const struct yk_rows *r;
    struct yk_err err = {.text = ""};
    yk_buf_clear(to);
    if (yk_source_open_as(&s, path, &ask, &err) || yk_source_next(&r, s, &err))
        fail_msg("%s", err.text);
    yk_buf_printf(to, "%zu:", r->heading_line);
    for (size_t i = 0; i < r->width; i++)
        yk_buf_printf(to, "%s|", r->heading[i]);
    yk_buf_printf(to, "%zu:%s", r->count ? r->line[0] : 0, r->count ? r->cell[0] : "");
    yk_source_close(s);
}

#define T(t) "<c t='inlineStr'><is><t>" t "</t></is></c>"
#define CODES "<row>" T("name") T("phone") T("litres") "</row>"
#define LABELS "<row>" T("客户") T("电话") T("用量") "</row>"
#define ROW "<row>" T("甲") T("1") T("2") "</row>"

static void headings(void **state)
{
    (void)state;
    static const struct {
        const char *word, *rows, *tail, *want;
    } cases[] = {
        {"on the first row", CODES ROW, "", "1:name|phone|litres|2:甲"},
        {"below a title", "<row>" T("客户普查表") "</row><row/>" LABELS ROW, "",
         "3:客户|电话|用量|4:甲"},
        {"codes above labels", CODES LABELS ROW, "", "1:name|phone|litres|3:甲"},
        {"no rows", CODES LABELS, "", "1:name|phone|litres|0:"},
        {"not known", "<row>" T("a") T("b") "</row>" ROW, "", "1:a|b|2:甲"},
        {"merged, to the right", "<row>" T("name") "<c/>" T("phone") T("litres") "</row>" ROW,
         "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>", "1:name|name|phone|litres|2:甲"},
        {"merged, downward",
         "<row>" T("备注") T("x") "</row><row><c/>" T("name") T("phone") T("litres") "</row>" ROW,
         "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:D1'/></mergeCells>",
         "2:备注|name|phone|litres|3:甲"},
        {"merged, at the right end", CODES "<row>" T("甲") T("1") T("2") T("3") "</row>",
         "<mergeCells><mergeCell ref='C1:D1'/></mergeCells>", "1:name|phone|litres|litres|2:甲"},
        {"not merged", "<row>" T("name") "<c/>" T("phone") T("litres") "</row>" ROW, "",
         "1:name||phone|litres|2:甲"},
    };
    struct yk_buf got = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        pack_book("x.xlsx", &(struct pack_book){.rows = cases[i].rows, .tail = cases[i].tail});
        show_headings(&got, "x.xlsx");
        if (strcmp(got.text, cases[i].want) != 0)
            fail_msg("%s: %s", cases[i].word, got.text);
    }
    yk_buf_release(&got);
}

/* A text is asked the same way. */
static void headings_of_a_text(void **state)
{
    (void)state;
    struct yk_buf got = {0};
    struct yk_err err = {.text = ""};
    FILE *f = fopen("x.csv", "w");
    fputs("某站普查,,\n\nname,phone,litres\n客户,电话,用量\n甲,1,2\n", f);
    fclose(f);
    show_headings(&got, "x.csv");
    assert_string_equal(got.text, "3:name|phone|litres|5:甲");
    yk_buf_clear(&got);
    assert_int_equal(pack_show(&got, "x.csv", NULL, &err), YK_OK);
    assert_string_equal(got.text, "1:某站普查||;3:name|phone|litres;4:客户|电话|用量;5:甲|1|2;");
    assert_int_equal(pack_show(&got, "x.csv", "表一", &err), YK_E_FOUND);
    assert_non_null(strstr(err.text, "表一"));
    yk_buf_release(&got);
}

/* Over several pieces, each row once, and the hash of the file's bytes at the end. */
static void many_rows(void **state)
{
    (void)state;
    enum { ROWS = 10000 };
    struct yk_buf rows = {0};
    struct yk_err err = {.text = ""};
    struct yk_source *s;
    const struct yk_rows *r;
    yk_buf_puts(&rows, CODES);
    for (int i = 0; i < ROWS; i++)
        yk_buf_printf(&rows, "<row><c t='s'><v>%d</v></c><c><v>%d</v></c></row>", i % 2, i);
    pack_book("x.xlsx", &(struct pack_book){.rows = rows.text,
                                            .strings = "<si><t>偶</t></si><si><t>奇</t></si>"});
    assert_int_equal(yk_source_open(&s, "x.xlsx", &err), YK_OK);
    size_t n = 0;
    while (!yk_source_next(&r, s, &err) && r->count) {
        assert_true(r->count <= YK_PIECE);
        for (size_t i = 0; i < r->count; i++, n++) {
            assert_int_equal(r->line[i], n + 2);
            assert_string_equal(yk_rows_at(r, i, 0), n % 2 ? "奇" : "偶");
            assert_int_equal(strtoul(yk_rows_at(r, i, 1), NULL, 10), n);
        }
    }
    assert_int_equal(n, ROWS);
    assert_string_equal(yk_source_facts(s)->sheet, "表一");
    assert_int_equal(yk_source_facts(s)->separator, '\0');
    yk_source_close(s);
    yk_buf_release(&rows);
}

/* A book gives its sheets one after another, and the same twice. */
static void one_book_many_sources(void **state)
{
    (void)state;
    struct yk_source_book *b;
    struct yk_source *first, *second;
    struct yk_err err = {.text = ""};
    const struct yk_rows *r;
    size_t count;
    pack_book("x.xlsx", &(struct pack_book){.rows = CODES ROW});
    assert_int_equal(yk_source_book_open(&b, "x.xlsx", &err), YK_OK);
    assert_string_equal(yk_source_book_sheets(b, &count)[0].name, "表一");
    assert_int_equal(count, 1);
    const struct yk_source_ask ask = {.sheet = "表一"};
    assert_int_equal(yk_source_open_in(&first, b, &ask, &err), YK_OK);
    assert_int_equal(yk_source_open_in(&second, b, &ask, &err), YK_OK);
    assert_int_equal(yk_source_all(&r, second, 10, &err), YK_OK);
    assert_int_equal(r->count, 1);
    assert_int_equal(yk_source_all(&r, first, 10, &err), YK_OK);
    assert_string_equal(yk_rows_at(r, 0, 0), "甲");
    yk_source_close(first);
    yk_source_close(second);
    yk_source_book_close(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells),     cmocka_unit_test(days),
        cmocka_unit_test(shapes),    cmocka_unit_test(where_parts_are),
        cmocka_unit_test(headings),  cmocka_unit_test(headings_of_a_text),
        cmocka_unit_test(many_rows), cmocka_unit_test(one_book_many_sources),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
