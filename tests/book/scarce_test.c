/* scarce_test.c - a workbook while memory runs out: the library may crash (1.1.4 does), but the old
 * workbook stands, and whoever says why it failed says memory. */
#include "../support/scarce.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "youka/base/file.h"
#include "youka/book/book.h"

struct desk {
    struct yk_arena a;
    struct yk_sheets sheets;
    char path[64];
};

static void lay_out(struct desk *d)
{
    static const char *const stages[] = {"目标", "信息", NULL};
    static const struct yk_column columns[] = {{.heading = "名称"},
                                               {.heading = "阶段", .input = true, .list = stages}};
    yk_sheets_init(&d->sheets, &d->a, YK_ZH, "", YK_DAY_NONE);
    struct yk_sheet *sheet = yk_sheets_add(&d->sheets, "数据", NULL);
    struct yk_table *t = yk_sheet_table(&d->sheets, sheet, "t", NULL, columns, 2);
    for (int i = 0; i < 3; i++)
        yk_table_row(&d->sheets, t)[0] = yk_text_cell("客户");
    struct yk_chart *chart = yk_sheet_chart(&d->sheets, sheet, YK_CHART_COLUMN, "图", 1);
    chart->series[0] = (struct yk_series){.name = "n", .table = t, .x = 0, .y = 0};
}

/* 1: out of memory or a failure told; 2 where the user is said to have asked wrongly. */
static int write_book(void *who)
{
    struct desk *d = who;
    struct yk_err err = {0};
    if (!yk_book_write(&d->sheets, d->path, &err))
        return 0;
    return err.code == YK_E_USAGE || err.code == YK_E_DATA ? 2 : 1;
}

/* The new one, whole, may stand there too: the folder's sync comes last. */
static void assert_whole(const struct desk *d, const char *old, const char *new, long k)
{
    struct yk_err err = {0};
    bool is_old = false, is_new = false;
    if (yk_file_same(&is_old, d->path, old, &err) || yk_file_same(&is_new, d->path, new, &err) ||
        !(is_old || is_new))
        fail_msg("request %ld refused: the old workbook is gone", k);
}

static void the_old_workbook_stands(void **state)
{
    (void)state;
    char folder[] = "/tmp/youka-scarce-XXXXXX", old[64], new[64], command[160];
    struct desk d = {0};
    struct yk_err err = {0};
    long k = 0, told = 0;
    if (!SCARCE_CAN)
        skip();
    assert_non_null(mkdtemp(folder));
    snprintf(old, sizeof old, "%s/old.xlsx", folder);
    snprintf(new, sizeof new, "%s/want.xlsx", folder);
    snprintf(d.path, sizeof d.path, "%s/new.xlsx", folder);
    lay_out(&d);
    assert_int_equal(yk_book_write(&d.sheets, old, &err), YK_OK);
    yk_table_row(&d.sheets, d.sheets.sheet[0]->table[0])[0] = yk_text_cell("又一户");
    assert_int_equal(yk_book_write(&d.sheets, new, &err), YK_OK);
    snprintf(command, sizeof command, "cp %s %s", old, d.path);
    assert_int_equal(system(command), 0);
    for (int status = 0; !WIFEXITED(status) || WEXITSTATUS(status) != SCARCE_CAME_ROUND;) {
        k += k < 200 ? 1 : 11;
        status = scarce_run(k, write_book, &d);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 2)
            fail_msg("request %ld refused: said to be asked wrongly", k);
        told += WIFEXITED(status) && WEXITSTATUS(status) == 1;
        assert_whole(&d, old, new, k);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) /* it did without */
            assert_int_equal(system(command), 0);
    }
    assert_true(k > 100 && told > 0);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    assert_int_equal(system(command), 0);
    yk_arena_release(&d.a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_old_workbook_stands)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
