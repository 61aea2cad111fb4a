/* book_test.c - what is written is what a reader finds, and nothing half. Read back with openpyxl
 * where it is there: tests/book/read_back.py prints what another program sees. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "youka/book/book.h"

static char folder[] = "/tmp/youka-book-XXXXXX";

static const char *in_folder(struct yk_arena *a, const char *name)
{
    return yk_arena_printf(a, "%s/%s", folder, name);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : 1;
}

static int drop_folder(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    FILE *p = popen(command, "r");
    return p && !pclose(p) ? 0 : 1;
}

static char *whole_file(struct yk_arena *a, const char *path, size_t *size)
{
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    struct yk_buf b = {0};
    char piece[4096];
    size_t n;
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        yk_buf_add(&b, piece, n);
    fclose(f);
    char *bytes = yk_arena_alloc(a, b.len + 1);
    memcpy(bytes, b.text, b.len);
    *size = b.len;
    yk_buf_release(&b);
    return bytes;
}

static bool have_openpyxl(void)
{
    FILE *p = popen("/usr/bin/python3 -c 'import openpyxl' 2>/dev/null", "r");
    return p && pclose(p) == 0;
}

/* What tests/book/read_back.py tells about a workbook. */
static char *read_back(struct yk_arena *a, const char *path)
{
    const char *command = yk_arena_printf(a, "/usr/bin/python3 tests/book/read_back.py %s", path);
    FILE *p = popen(command, "r");
    assert_non_null(p);
    struct yk_buf b = {0};
    char piece[4096];
    size_t n;
    while ((n = fread(piece, 1, sizeof piece, p)) > 0)
        yk_buf_add(&b, piece, n);
    assert_int_equal(pclose(p), 0);
    char *text = yk_arena_text(a, b.text, b.len);
    yk_buf_release(&b);
    return text;
}

static void write_ok(const struct yk_sheets *s, const char *path)
{
    struct yk_err err = {0};
    if (yk_book_write(s, path, &err))
        fail_msg("%s", err.text);
}

static const char *const stages[] = {"目标", "信息", NULL};
static const struct yk_column columns[] = {
    {.heading = "文字"},
    {.heading = "数量(升/月)", .format = YK_AS_COUNT, .bar = true},
    {.heading = "日期", .format = YK_AS_DAY, .input = true},
    {.heading = "阶段", .input = true, .list = stages},
    {.heading = "客户编号", .hidden = true},
};

static void add_row(struct yk_sheets *s, struct yk_table *t, const char *text, double n, yk_day day)
{
    struct yk_cell *c = yk_table_row(s, t);
    c[0] = yk_text_cell(text);
    c[1] = yk_number_cell(n);
    c[2] = yk_day_cell(day);
    c[4] = yk_text_cell("0001");
}

static struct yk_table *data_sheet(struct yk_sheets *s, struct yk_arena *a, const char *name)
{
    yk_sheets_init(s, a, YK_ZH, "开发计划 & 测试", yk_day_of(2026, 3, 5));
    s->footer = "用户 & 时间";
    struct yk_sheet *sheet = yk_sheets_add(s, name, NULL);
    sheet->data = true;
    sheet->paper = YK_LANDSCAPE;
    return yk_sheet_table(s, sheet, "t", NULL, columns, 5);
}

/* Texts that spoil a workbook when written as they come. */
static void cells_come_back(void **state)
{
    (void)state;
    if (!have_openpyxl())
        skip();
    static const struct {
        const char *word, *given, *want; /* want as read_back.py shows it: JSON, ASCII */
    } table[] = {
        {"plain", "公安局", "\"\\u516c\\u5b89\\u5c40\""},
        {"digits", "91350100M000100Y43", "\"91350100M000100Y43\""},
        {"long digits", "138001380001234567890", "\"138001380001234567890\""},
        {"formula", "=cmd|' /C calc'!A0", "\"=cmd|' /C calc'!A0\""},
        {"plus", "+1+1", "\"+1+1\""},
        {"emoji", "⛽😀", "\"\\u26fd\\ud83d\\ude00\""},
        {"control",
         "a\x01\x0b"
         "b",
         "\"ab\""},
        {"broken UTF-8",
         "a\xff"
         "b",
         "\"a\\ufffdb\""},
        {"markup", "<b>&\"'", "\"<b>&\\\"'\""},
        {"lines", "one\ntwo", "\"one\\ntwo\""},
        {"address", "http://example.com/", "\"http://example.com/\""},
    };
    enum { N = sizeof table / sizeof *table };
    struct yk_arena a = {0};
    struct yk_sheets s;
    struct yk_table *t = data_sheet(&s, &a, "数据");
    for (size_t i = 0; i < N; i++)
        add_row(&s, t, table[i].given, 1234.5, yk_day_of(2026, 2, 28));
    add_row(&s, t, "nan", NAN, YK_DAY_NONE);
    add_row(&s, t, "inf", INFINITY, YK_DAY_NONE);
    const char *path = in_folder(&a, "cells.xlsx");
    write_ok(&s, path);
    const char *seen = read_back(&a, path);
    for (size_t i = 0; i < N; i++) {
        const char *want = yk_arena_printf(&a, "A%zu s %s\n", i + 2, table[i].want);
        if (!strstr(seen, want))
            fail_msg("%s: no %s in\n%s", table[i].word, want, seen);
    }
    assert_non_null(strstr(seen, "B2 n 1234.5\n"));
    assert_non_null(strstr(seen, "C2 d \"2026-02-28\"\n"));
    assert_non_null(strstr(seen, "A13 s \"nan\"\n"));
    assert_null(strstr(seen, "B13 "));
    assert_null(strstr(seen, "B14 "));
    yk_arena_release(&a);
}

static void sheet_is_set_up(void **state)
{
    (void)state;
    if (!have_openpyxl())
        skip();
    struct yk_arena a = {0};
    struct yk_sheets s;
    struct yk_table *t = data_sheet(&s, &a, "数据");
    add_row(&s, t, "x", 1, 20000);
    const char *path = in_folder(&a, "setup.xlsx");
    write_ok(&s, path);
    const char *seen = read_back(&a, path);
    static const char *const want[] = {
        "sheet \"\\u6570\\u636e\" visible\n",
        "sheet \"lists\" hidden\n",
        "freeze A2\n",
        "filter A1:E2\n",
        "print rows $1:$1\n",
        "paper 9 landscape fit 1x0\n",
        "created 2026-03-05",
        "font \"\\u5fae\\u8f6f\\u96c5\\u9ed1\"\n",
        "hidden E\n",
        "list youka_list_1 D2\n",
        "lists!$A$1:$A$2",
        "bar B2\n",
        "format A2 @\n",
        "format C2 yyyy-mm-dd\n",
        "&P",
        "&N",
        "&&",
    };
    for (size_t i = 0; i < sizeof want / sizeof *want; i++)
        if (!strstr(seen, want[i]))
            fail_msg("no %s in\n%s", want[i], seen);
    yk_arena_release(&a);
}

static void long_texts_are_cut_at_the_limit(void **state)
{
    (void)state;
    if (!have_openpyxl())
        skip();
    static const struct {
        const char *word;
        size_t given, want;
    } table[] = {
        {"thousand", 1000, 1000}, {"at the limit", 32767, 32767}, {"past it", 40000, 32767}};
    struct yk_arena a = {0};
    for (size_t i = 0; i < 3; i++) {
        struct yk_sheets s;
        struct yk_table *t = data_sheet(&s, &a, "数据");
        struct yk_buf b = {0};
        for (size_t k = 0; k < table[i].given; k++)
            yk_buf_puts(&b, "油");
        add_row(&s, t, b.text, 1, 20000);
        const char *path = in_folder(&a, "long.xlsx");
        write_ok(&s, path);
        const char *want = yk_arena_printf(&a, "length A2 %zu\n", table[i].want);
        const char *seen = read_back(&a, path);
        if (!strstr(seen, want))
            fail_msg("%s: no %s", table[i].word, want);
        yk_buf_release(&b);
    }
    yk_arena_release(&a);
}

static void two_writes_are_equal(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_sheets s;
    struct yk_table *t = data_sheet(&s, &a, "数据");
    for (int i = 0; i < 300; i++)
        add_row(&s, t, "客户", i, 20000 + i);
    write_ok(&s, in_folder(&a, "one.xlsx"));
    sleep(1); /* a clock inside the file would show */
    write_ok(&s, in_folder(&a, "two.xlsx"));
    size_t one, two;
    const char *x = whole_file(&a, in_folder(&a, "one.xlsx"), &one);
    const char *y = whole_file(&a, in_folder(&a, "two.xlsx"), &two);
    assert_int_equal(one, two);
    assert_memory_equal(x, y, one);
    struct stat st;
    assert_int_equal(stat(in_folder(&a, "one.xlsx"), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    yk_arena_release(&a);
}

/* Lists of over 255 bytes inside a rule end the process (libxlsxwriter 1.1.4). */
static void long_lists_are_fine(void **state)
{
    (void)state;
    static const char *list[201];
    struct yk_arena a = {0};
    for (int i = 0; i < 200; i++)
        list[i] = yk_arena_printf(&a, "很长的选项名称之第%d项", i);
    struct yk_column c[] = {{.heading = "h", .input = true, .list = list}};
    struct yk_sheets s;
    yk_sheets_init(&s, &a, YK_ZH, "", YK_DAY_NONE);
    struct yk_table *t = yk_sheet_table(&s, yk_sheets_add(&s, "s", "t"), "t", NULL, c, 1);
    yk_table_row(&s, t);
    write_ok(&s, in_folder(&a, "list.xlsx"));
    yk_arena_release(&a);
}

static void empty_shapes_are_fine(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_sheets s;
    struct yk_table *t = data_sheet(&s, &a, "无行");
    (void)t;
    struct yk_sheet *second = yk_sheets_add(&s, "无表", "标题");
    struct yk_chart *c = yk_sheet_chart(&s, second, YK_CHART_COLUMN, "空图", 1);
    c->series[0] = (struct yk_series){.name = "n", .table = t, .x = 0, .y = 1};
    write_ok(&s, in_folder(&a, "empty.xlsx"));
    yk_arena_release(&a);
}

/* Expected: the old file stands and the sentence names the target. */
static void failure_leaves_the_old_file(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_sheets s;
    struct yk_err err = {0};
    add_row(&s, data_sheet(&s, &a, "数据"), "x", 1, 20000);
    const char *nowhere = in_folder(&a, "no/such/folder.xlsx");
    assert_int_not_equal(yk_book_write(&s, nowhere, &err), YK_OK);
    assert_non_null(strstr(err.text, "no/such/folder.xlsx"));

    const char *path = in_folder(&a, "kept.xlsx");
    write_ok(&s, path);
    size_t before, after;
    const char *x = whole_file(&a, path, &before);
    struct yk_sheets none;
    yk_sheets_init(&none, &a, YK_ZH, "", YK_DAY_NONE);
    assert_int_not_equal(yk_book_write(&none, path, &err), YK_OK);
    const char *y = whole_file(&a, path, &after);
    assert_int_equal(before, after);
    assert_memory_equal(x, y, before);
    yk_arena_release(&a);
}

#define AT(v)                                                                                      \
    {                                                                                              \
        .set = true, .value = (v)                                                                  \
    }
#define OVER(v)                                                                                    \
    {                                                                                              \
        .set = true, .beyond = true, .value = (v)                                                  \
    }

/* What Excel is told to refuse, as another program reads it back. */
static void limits_come_back(void **state)
{
    (void)state;
    if (!have_openpyxl())
        skip();
    static const struct {
        struct yk_limit limit;
        const char *want;
    } table[] = {
        {{YK_LIMIT_WHOLE, AT(0), AT(20000)}, "check A2:A3 whole None 0 20000"},
        {{YK_LIMIT_WHOLE, OVER(0), AT(20000)}, "check B2:B3 whole None 1 20000"},
        {{YK_LIMIT_WHOLE, {0}, {0}}, "check C2:C3 whole greaterThanOrEqual -1e+15 None"},
        {{YK_LIMIT_NUMBER, OVER(0), {0}}, "check D2:D3 decimal greaterThan 0 None"},
        {{YK_LIMIT_NUMBER, OVER(0), AT(1.5)},
         "check E2:E3 custom None AND(ISNUMBER(E2),E2>0,E2<=1.5) None"},
        {{YK_LIMIT_NUMBER, {0}, OVER(100)}, "check F2:F3 decimal lessThan 100 None"},
        {{YK_LIMIT_DAY, {0}, {.set = true, .today = true}}, "check G2:G3 date None 1 TODAY()"},
        {{YK_LIMIT_DAY, AT(20000), {.set = true, .today = true, .beyond = true, .value = 30}},
         "check H2:H3 date None 45569 TODAY()+29"},
        {{YK_LIMIT_LENGTH, {0}, AT(40)}, "check I2:I3 textLength lessThanOrEqual 40 None"},
    };
    enum { N = sizeof table / sizeof *table };
    struct yk_arena a = {0};
    struct yk_sheets s;
    struct yk_column column[N] = {{.heading = ""}};
    for (size_t i = 0; i < N; i++)
        column[i] = (struct yk_column){.heading = "h", .limit = table[i].limit};
    yk_sheets_init(&s, &a, YK_ZH, "", YK_DAY_NONE);
    struct yk_sheet *sheet = yk_sheets_add(&s, "s", NULL);
    sheet->data = true;
    struct yk_table *t = yk_sheet_table(&s, sheet, "t", NULL, column, N);
    t->sparse = true;
    yk_table_row(&s, t);
    yk_table_row(&s, t);
    const char *path = in_folder(&a, "limits.xlsx");
    write_ok(&s, path);
    const char *seen = read_back(&a, path);
    for (size_t i = 0; i < N; i++)
        if (!strstr(seen, table[i].want))
            fail_msg("no %s in\n%s", table[i].want, seen);
    yk_arena_release(&a);
}

/* Texts longer than Excel takes end in dots; 255 characters and 32 of a title are its limits. */
static void long_tips_are_cut(void **state)
{
    (void)state;
    if (!have_openpyxl())
        skip();
    struct yk_arena a = {0};
    struct yk_sheets s;
    struct yk_buf b = {0};
    for (size_t k = 0; k < 300; k++)
        yk_buf_puts(&b, "x");
    struct yk_column column = {
        .heading = "h", .tip_title = b.text, .tip = b.text, .limit = {.kind = YK_LIMIT_WHOLE}};
    column.refusal = "one & \"two\"\nthree";
    yk_sheets_init(&s, &a, YK_ZH, "", YK_DAY_NONE);
    struct yk_sheet *sheet = yk_sheets_add(&s, "s", NULL);
    sheet->data = true;
    yk_table_row(&s, yk_sheet_table(&s, sheet, "t", NULL, &column, 1));
    const char *path = in_folder(&a, "tips.xlsx");
    write_ok(&s, path);
    const char *seen = read_back(&a, path);
    const char *want =
        yk_arena_printf(&a, "tip A2 [\"%.31s\\u2026\", \"%.254s\\u2026\"]\n", b.text, b.text);
    assert_non_null(strstr(seen, want));
    assert_non_null(strstr(seen, "\"one & \\\"two\\\"\\nthree\"]"));
    yk_buf_release(&b);
    yk_arena_release(&a);
}

/* A sheet to fill in: codes above the headings, stars that are no part of them, a name looked up by
 * number, rows ready without a cell. */
static void ready_sheets_come_back(void **state)
{
    (void)state;
    if (!have_openpyxl())
        skip();
    struct yk_arena a = {0};
    struct yk_sheets s;
    const struct yk_column client[] = {
        {.heading = "序号", .code = "_index", .format = YK_AS_COUNT},
        {.heading = "名称", .code = "client_name", .need = YK_NEED_ALWAYS, .group = 1}};
    yk_sheets_init(&s, &a, YK_ZH, "", YK_DAY_NONE);
    struct yk_sheet *sheet = yk_sheets_add(&s, "客户's", NULL);
    sheet->data = true;
    struct yk_table *clients = yk_sheet_table(&s, sheet, "c", NULL, client, 2);
    struct yk_cell *row = yk_table_row(&s, clients);
    row[0] = yk_number_cell(7);
    row[1] = yk_text_cell("甲");
    const struct yk_lookup name = {clients, 0, 1, 0};
    const struct yk_column line[] = {
        {.heading = "客户序号", .code = "_parent_index", .format = YK_AS_COUNT},
        {.heading = "客户", .code = "instanceName", .lookup = &name},
        {.heading = "数量", .code = "veh_count", .format = YK_AS_NUMBER}};
    sheet = yk_sheets_add(&s, "车辆", NULL);
    sheet->data = true;
    struct yk_table *lines = yk_sheet_table(&s, sheet, "l", NULL, line, 3);
    lines->sparse = true;
    yk_table_row(&s, lines)[0] = yk_number_cell(7);
    yk_table_row(&s, lines);
    const char *path = in_folder(&a, "ready.xlsx");
    write_ok(&s, path);
    const char *seen = read_back(&a, path);
    static const char *const want[] = {
        "hidden row 1\n",
        "freeze A3\n",
        "filter A2:B3\n",
        "print rows $2:$2\n",
        "A1 s \"_index\"\n",
        "B2 s \"\\u540d\\u79f0\"\n",
        "format B2 \"\xE2\x98\x85\"@\n",
        "stored B3 \"\\u7532\"\n",
        "B3 f \"=IF($A3=\\\"\\\",\\\"\\\",IFERROR(INDEX('\\u5ba2\\u6237''s'!$B$3:$B$3,"
        "MATCH($A3,'\\u5ba2\\u6237''s'!$A$3:$A$3,0))&\\\"\\\",\\\"\\\"))\"\n",
    };
    for (size_t i = 0; i < sizeof want / sizeof *want; i++)
        if (!strstr(seen, want[i]))
            fail_msg("no %s in\n%s", want[i], seen);
    assert_null(strstr(seen, "C3 "));
    assert_null(strstr(seen, "stored B4 \"\\"));
    yk_arena_release(&a);
}

/* A member of a workbook as text. */
static char *member(struct yk_arena *a, const char *path, const char *name)
{
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    assert_non_null(zip);
    zip_file_t *file = zip_fopen(zip, name, 0);
    if (!file)
        fail_msg("%s holds no %s", path, name);
    char *text = yk_arena_alloc(a, 100000);
    assert_true(zip_fread(file, text, 99999) >= 0);
    zip_fclose(file);
    zip_discard(zip);
    return text;
}

/* A link leads to a file beside the workbook, whatever its name holds; codes are as wide as what
 * people read; stacked columns begin at 0. */
static void links_and_stacks(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_sheets s;
    const struct yk_column column[] = {{.heading = "file", .format = YK_AS_WRAP, .link = true},
                                       {.heading = "code"},
                                       {.heading = "n", .format = YK_AS_COUNT}};
    yk_sheets_init(&s, &a, YK_ZH, "", yk_day_of(2026, 3, 5));
    struct yk_sheet *sheet = yk_sheets_add(&s, "目录", NULL);
    struct yk_table *t = yk_sheet_table(&s, sheet, "t", NULL, column, 3);
    struct yk_cell *c = yk_table_row(&s, t);
    c[0] = yk_code_cell("out/计划 1#50%.xlsx", "计划 1#50%.xlsx");
    c[1] = yk_code_cell("0123456789012345678901234567890123456789", "短");
    c[2] = yk_number_cell(7);
    struct yk_chart *chart = yk_sheet_chart(&s, sheet, YK_CHART_STACKED, "c", 1);
    chart->series[0] = (struct yk_series){.name = "n", .table = t, .y = 2, .count = 1};
    const char *path = in_folder(&a, "links.xlsx");
    write_ok(&s, path);
    const char *rels = member(&a, path, "xl/worksheets/_rels/sheet1.xml.rels");
    assert_non_null(strstr(rels, "Target=\"计划%201%2350%25.xlsx\" TargetMode=\"External\""));
    const char *xml = member(&a, path, "xl/worksheets/sheet1.xml");
    assert_non_null(strstr(xml, "<col min=\"2\" max=\"2\" width=\"8.7"));
    const char *drawn = member(&a, path, "xl/charts/chart1.xml");
    assert_non_null(strstr(drawn, "<c:grouping val=\"stacked\"/>"));
    assert_non_null(strstr(drawn, "<c:min val=\"0\"/>"));
    yk_arena_release(&a);
}

/* Whoever has it open would save over it: it stays as it is, and nothing is left beside it. */
static void open_books_are_left_alone(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_sheets s;
    struct yk_err err = {0};
    const char *path = in_folder(&a, "open.xlsx"), *lock = in_folder(&a, "~$open.xlsx");
    size_t before, after;
    yk_sheets_init(&s, &a, YK_ZH, "", YK_DAY_NONE);
    yk_sheets_add(&s, "一", NULL);
    write_ok(&s, path);
    whole_file(&a, path, &before);
    yk_sheets_add(&s, "二", NULL);
    fclose(fopen(lock, "w"));
    assert_int_equal(yk_book_write(&s, path, &err), YK_E_IO);
    assert_non_null(strstr(err.text, "~$open.xlsx"));
    whole_file(&a, path, &after);
    assert_int_equal(before, after);
    unlink(lock);
    write_ok(&s, path);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_come_back),
        cmocka_unit_test(sheet_is_set_up),
        cmocka_unit_test(long_texts_are_cut_at_the_limit),
        cmocka_unit_test(two_writes_are_equal),
        cmocka_unit_test(long_lists_are_fine),
        cmocka_unit_test(empty_shapes_are_fine),
        cmocka_unit_test(failure_leaves_the_old_file),
        cmocka_unit_test(limits_come_back),
        cmocka_unit_test(long_tips_are_cut),
        cmocka_unit_test(ready_sheets_come_back),
        cmocka_unit_test(links_and_stacks),
        cmocka_unit_test(open_books_are_left_alone),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
