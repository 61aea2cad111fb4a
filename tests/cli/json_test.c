/* json_test.c - a result as JSON while memory runs out: all of it, or a failure; never a part. */
#include "../support/scarce.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "../../src/cli/cli.h"

static void lay_out(struct yk_sheets *s, struct yk_arena *a)
{
    static const struct yk_column columns[] = {{.key = "name", .heading = "名称"},
                                               {.key = "litres.p10", .heading = "下限"},
                                               {.key = "litres.p50", .heading = "中值"}};
    yk_sheets_init(s, a, YK_EN, "", YK_DAY_NONE);
    struct yk_table *t =
        yk_sheet_table(s, yk_sheets_add(s, "s", NULL), "clients", NULL, columns, 3);
    for (int i = 0; i < 2; i++) {
        struct yk_cell *row = yk_table_row(s, t);
        row[0] = yk_text_cell("青岛海润");
        row[1] = yk_number_cell(1.5);
        row[2] = yk_number_cell(2);
    }
}

struct desk {
    struct yk_sheets sheets;
    const char *want;
};

/* 0 where all of it was said. */
static int say(void *who)
{
    struct desk *d = who;
    char said[2048] = "";
    FILE *to = fmemopen(said, sizeof said, "w");
    bool done = to && show_json(to, &d->sheets);
    if (to)
        done &= fclose(to) == 0;
    return !done ? 1 : d->want && strcmp(said, d->want) != 0 ? 2 : 0;
}

static void all_or_a_failure(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    char want[2048] = "";
    struct desk d = {0};
    long k = 0, told = 0;
    if (!SCARCE_CAN)
        skip();
    lay_out(&d.sheets, &a);
    FILE *to = fmemopen(want, sizeof want, "w");
    assert_true(show_json(to, &d.sheets));
    fclose(to);
    d.want = want;
    for (int status = 0; !WIFEXITED(status) || WEXITSTATUS(status) != SCARCE_CAME_ROUND;) {
        status = scarce_run(++k, say, &d);
        if (!WIFEXITED(status) || WEXITSTATUS(status) == 2)
            fail_msg("request %ld refused: a part of the result", k);
        told += WEXITSTATUS(status) == 1;
    }
    assert_true(k > 20 && told > 0);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_or_a_failure)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
