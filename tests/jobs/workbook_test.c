/* workbook_test.c - survey workbooks loaded as stations, servers and our own rejects write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "run.h"
#include "youka/intake/source.h"

/* A sheet's cells, "|" between them, "\n" after each row; "#" before a number. */
struct sheet {
    const char *name, *cells;
    bool hidden, hidden_top;
};

static void put_cell(lxw_worksheet *to, lxw_row_t row, lxw_col_t column, const char *text)
{
    if (*text == '#')
        worksheet_write_number(to, row, column, strtod(text + 1, NULL), NULL);
    else if (*text)
        worksheet_write_string(to, row, column, text, NULL);
}

static void put_sheet(lxw_workbook *book, const struct sheet *s)
{
    lxw_worksheet *to = workbook_add_worksheet(book, s->name);
    lxw_row_col_options hide = {.hidden = 1};
    lxw_row_t row = 0;
    for (const char *line = s->cells; *line; line = strchr(line, '\n') + 1, row++) {
        lxw_col_t column = 0;
        for (const char *c = line; *c != '\n'; column++) {
            char text[128];
            size_t n = strcspn(c, "|\n");
            snprintf(text, sizeof text, "%.*s", (int)n, c);
            put_cell(to, row, column, text);
            c += n + (c[n] == '|');
        }
    }
    if (s->hidden_top)
        worksheet_set_row_opt(to, 0, LXW_DEF_ROW_HEIGHT, NULL, &hide);
    if (s->hidden)
        worksheet_hide(to);
}

static const char *write_book(struct scratch *s, const char *name, const struct sheet *sheet)
{
    const char *path = scratch_path(s, name);
    lxw_workbook *book = workbook_new(path);
    for (; sheet->name; sheet++)
        put_sheet(book, sheet);
    assert_int_equal(workbook_close(book), LXW_NO_ERROR);
    return path;
}

static void load_station(struct scratch *s)
{
    const char *path = scratch_path(s, "stations.csv");
    FILE *to = fopen(path, "w");
    fputs("code,name,region,lon,lat,datum,class\n"
          "S1,一站,甲区,118.0,24.5,wgs84,urban\nS2,二站,甲区,118.1,24.6,wgs84,urban\n",
          to);
    fclose(to);
    assert_int_equal(run(s, "station", "load", path, NULL), YK_OK);
}

#define CODES "_index|station_code|survey_date|visit_result|client_name|category|address\n"
#define LABELS "序号|加油站编码|调查日期|入户结果|客户名称(全称)|客户类别|地址\n"
#define CLIENT(i, station, name)                                                                   \
    "#" i "|" station "|2026-11-20|completed|" name "|logistics|新阳路" i "号\n"

static const char *answer_of(struct scratch *s, const char *name, const char *code)
{
    const char *id = "";
    assert_int_equal(run(s, "client", "list", NULL), YK_OK);
    const struct yk_table *t = table(s, "clients");
    for (size_t i = 0; i < t->rows; i++)
        if (!strcmp(text(t, i, "name"), name))
            id = text(t, i, "id");
    assert_true(*id);
    assert_int_equal(run(s, "client", "show", id, NULL), YK_OK);
    t = table(s, "answers");
    for (size_t i = 0; i < t->rows; i++)
        if (!strcmp(text(t, i, "code"), code))
            return text(t, i, "value");
    return "";
}

static bool warned(struct scratch *s, const char *of)
{
    const struct yk_table *t = table(s, "warnings");
    for (size_t i = 0; i < t->rows; i++)
        if (strstr(t->cell[i].text, of))
            return true;
    return false;
}

/* Codes hidden above labels, repeats by number in sheets of their own, other sheets. */
static void entry_workbook(void **state)
{
    struct scratch *s = *state;
    load_station(s);
    const char *path = write_book(
        s, "entry.xlsx",
        (const struct sheet[]){
            {"说明", "怎样填写|看这里\n一|二\n", false, false},
            {"客户", CODES LABELS CLIENT("1", "S1", "甲物流") CLIENT("2", "S1", "乙物流"), false,
             true},
            {"联系人",
             "_parent_index|contact_name|contact_phone\n客户序号|姓名|电话\n"
             "#2|张三|#13800001111\n#9|李四|#13800002222\n",
             false, true},
            {"选项", "a|b\nc|d\n", true, false},
            {0}});
    assert_int_equal(run(s, "survey", "load", path, NULL), YK_OK);
    assert_int_equal(s->show.status, 0);
    const struct yk_table *batches = table(s, "batches");
    assert_int_equal(batches->rows, 1);
    assert_int_equal(number(batches, 0, "loaded"), 2);
    assert_string_equal(text(batches, 0, "encoding"), "xlsx");
    assert_string_equal(text(batches, 0, "separator"), "");
    assert_true(warned(s, "«说明»") || warned(s, "「说明」"));
    assert_false(warned(s, "选项"));
    assert_true(warned(s, "entry.xlsx [联系人]")); /* nobody's line */
    assert_string_equal(answer_of(s, "乙物流", "contact[1]/contact_phone"), "138****1111");
    assert_string_equal(answer_of(s, "甲物流", "contact[1]/contact_phone"), "");
    assert_int_equal(run(s, "survey", "load", path, NULL), YK_OK);
    assert_int_equal(number(table(s, "batches"), 0, "unchanged"), 2);
}

static void several_main_sheets(void **state)
{
    struct scratch *s = *state;
    load_station(s);
    const struct sheet sheets[] = {
        {"一站", LABELS CLIENT("1", "S1", "甲物流") CLIENT("2", "S9", "乙物流"), false, false},
        {"二站", LABELS CLIENT("1", "S2", "丙物流"), false, false},
        {"空的", LABELS, false, false},
        {0}};
    const char *path = write_book(s, "two.xlsx", sheets);
    assert_int_equal(run(s, "survey", "load", path, NULL), YK_OK);
    const struct yk_table *batches = table(s, "batches"), *rejects = table(s, "rejects");
    assert_int_equal(batches->rows, 1);
    assert_int_equal(number(batches, 0, "rows"), 3);
    assert_int_equal(number(batches, 0, "loaded"), 2);
    assert_int_equal(number(batches, 0, "rejected"), 1);
    assert_string_equal(text(rejects, 0, "file"), "two.xlsx [一站]");
    assert_int_equal(number(rejects, 0, "line"), 3);
    assert_int_equal(run(s, "batch", "list", NULL), YK_OK);
    assert_int_equal(table(s, "batches")->rows, 1);
}

static void one_sheet_of_several(void **state)
{
    struct scratch *s = *state;
    load_station(s);
    const struct sheet sheets[] = {{"一站", LABELS CLIENT("1", "S1", "甲物流"), false, false},
                                   {"二站", LABELS CLIENT("1", "S2", "丙物流"), false, false},
                                   {0}};
    const char *path = write_book(s, "two.xlsx", sheets);
    s->wish.option[YK_OPT_SHEET] = "二站";
    assert_int_equal(run(s, "survey", "load", path, NULL), YK_OK);
    assert_int_equal(number(table(s, "batches"), 0, "loaded"), 1);
    s->wish.option[YK_OPT_SHEET] = "三站";
    assert_int_equal(run(s, "survey", "load", path, NULL), YK_E_FOUND);
    assert_non_null(strstr(s->err.text, "二站"));
}

static void nothing_of_the_form(void **state)
{
    struct scratch *s = *state;
    load_station(s);
    const char *path = write_book(
        s, "other.xlsx", (const struct sheet[]){{"数据", "颜色|大小\n红|大\n", false, false}, {0}});
    assert_int_equal(run(s, "survey", "load", path, NULL), YK_E_DATA);
    assert_non_null(strstr(s->err.text, "颜色"));
    path = write_book(s, "bare.xlsx", (const struct sheet[]){{"客户", LABELS, false, false}, {0}});
    assert_int_equal(run(s, "survey", "load", path, NULL), YK_E_DATA);
    assert_int_equal(run(s, "client", "list", NULL), YK_OK);
    assert_int_equal(table(s, "clients")->rows, 0);
}

/* The rejects workbook of several files is a workbook of several main sheets. */
static void rejects_load_back(void **state)
{
    struct scratch *s = *state;
    const char *rejects = scratch_path(s, "rejects.xlsx");
    load_station(s);
    const struct sheet one[] = {{"甲", LABELS CLIENT("1", "S8", "甲物流"), false, false}, {0}};
    const struct sheet two[] = {{"乙", LABELS CLIENT("1", "S9", "乙物流"), false, false}, {0}};
    const char *a = write_book(s, "a.xlsx", one), *b = write_book(s, "b.xlsx", two);
    s->wish.option[YK_OPT_REJECTS] = rejects;
    assert_int_equal(run(s, "survey", "load", a, b, NULL), YK_OK);
    assert_int_equal(s->show.status, 3);
    s->wish.option[YK_OPT_DRY_RUN] = "";
    assert_int_equal(run(s, "survey", "load", rejects, NULL), YK_OK);
    assert_int_equal(number(table(s, "batches"), 0, "rejected"), 2);
    assert_false(warned(s, "no questions"));
    s->wish.option[YK_OPT_SHEET] = "a.xlsx";
    assert_int_equal(run(s, "file", "show", rejects, NULL), YK_OK);
    assert_int_equal(table(s, "rows")->rows, 2);
}

static void shown_as_it_stands(void **state)
{
    struct scratch *s = *state;
    const char *path =
        write_book(s, "show.xlsx",
                   (const struct sheet[]){
                       {"空", "\n", false, false}, {"表", "\n||a\n\n#1|||b\n", false, false}, {0}});
    assert_int_equal(run(s, "file", "show", path, NULL), YK_OK);
    assert_int_equal(table(s, "rows")->rows, 0);
    s->wish.option[YK_OPT_SHEET] = "表";
    assert_int_equal(run(s, "file", "show", path, NULL), YK_OK);
    const struct yk_table *t = table(s, "rows"), *lines = table(s, "lines");
    assert_int_equal(t->rows, 2);
    assert_int_equal(t->columns, 4);
    assert_string_equal(t->cell[2].text, "a");
    assert_string_equal(t->cell[3].text, "");
    assert_string_equal(t->cell[4].text, "1");
    assert_int_equal(lines->cell[0].number, 2);
    assert_int_equal(lines->cell[1].number, 4);
}

#define SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_begin, scratch_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCRATCH(entry_workbook),      SCRATCH(several_main_sheets), SCRATCH(one_sheet_of_several),
        SCRATCH(nothing_of_the_form), SCRATCH(rejects_load_back),   SCRATCH(shown_as_it_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
