/* csv_test.c - cells gathered into rows, however the bytes are cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "../../src/intake/csv.h"
#include "youka/base/arena.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* "LINE:cell|cell" for each row. Lines are those an editor shows; quoting is RFC 4180. */
static void show(struct yk_buf *to, const struct grid *g)
{
    yk_buf_clear(to);
    yk_buf_puts(to, "");
    for (size_t i = 0; i < g->rows; i++) {
        yk_buf_printf(to, "%zu:", g->row[i].line);
        for (size_t k = 0; k < g->row[i].cells; k++)
            yk_buf_printf(to, "%s%s", k ? "|" : "", grid_text(g, &g->row[i], k));
        yk_buf_puts(to, ";");
    }
}

static const struct {
    const char *word, *text, *want;
    size_t blank;
} good[] = {
    {"plain", "a,b\n1,2\n", "1:a|b;2:1|2;", 0},
    {"no line end at the end", "a,b\n1,2", "1:a|b;2:1|2;", 0},
    {"CRLF", "a,b\r\n1,2\r\n3,4\r\n", "1:a|b;2:1|2;3:3|4;", 0},
    {"lone CR", "a,b\r1,2\r3,4", "1:a|b;2:1|2;3:3|4;", 0},
    {"blank lines", "a,b\n\n\n1,2\n\n", "1:a|b;4:1|2;", 3},
    {"blank lines, CRLF", "a,b\r\n\r\n1,2\r\n", "1:a|b;3:1|2;", 1},
    {"blank cells", "a,b\n,\n  , \"\"\n1,2\n", "1:a|b;4:1|2;", 2},
    {"ideographic spaces are blank", "a\n　\nb\n", "1:a;3:b;", 1},
    {"quoted separator", "\"a,b\",c\n", "1:a,b|c;", 0},
    {"doubled quotes", "\"a\"\"b\",c\n", "1:a\"b|c;", 0},
    {"LF in quotes", "\"a\nb\",c\n1,2\n", "1:a\nb|c;3:1|2;", 0},
    {"CRLF in quotes", "\"a\r\nb\",c\r\n1,2\r\n", "1:a\r\nb|c;3:1|2;", 0},
    {"lone CR in quotes", "\"a\rb\",c\r1,2\r", "1:a\rb|c;3:1|2;", 0},
    {"two cells with line ends", "\"a\n\",\"\n\n\"\n1\n", "1:a\n|\n\n;5:1;", 0},
    {"line end in a blank row", "\"\n\n\",\n1\n", "4:1;", 1},
    {"empty cells", ",a,,b,\n", "1:|a||b|;", 0},
    {"guard of formulas", "'=1,'+86,'-1,'@x,'abc,'\n", "1:=1|+86|-1|@x|'abc|';", 0},
    {"full-width guard", "'＝1\n", "1:＝1;", 0},
    {"Chinese", "名称,电话\n甲,1\n", "1:名称|电话;2:甲|1;", 0},
    {"nothing", "", "", 0},
};

static void rows_and_lines(void **state)
{
    (void)state;
    struct yk_buf got = {0};
    for (size_t i = 0; i < COUNT(good); i++) {
        size_t n = strlen(good[i].text);
        for (size_t step = 1; step <= n + 1; step++) {
            struct csv c;
            struct grid g = {0};
            struct yk_err err = {.text = ""};
            csv_begin(&c, &g, "x", ',', 1);
            for (size_t at = 0; at < n; at += step)
                assert_int_equal(
                    csv_feed(&c, good[i].text + at, n - at < step ? n - at : step, &err), YK_OK);
            assert_int_equal(csv_end(&c, &err), YK_OK);
            show(&got, &g);
            if (strcmp(got.text, good[i].want) != 0 || g.blank != good[i].blank)
                fail_msg("%s by %zu: %s, %zu blank", good[i].word, step, got.text, g.blank);
            csv_release(&c);
            grid_release(&g);
        }
    }
    yk_buf_release(&got);
}

/* Dropping rows at any time changes nothing in those that follow. */
static void dropping(void **state)
{
    (void)state;
    static const char text[] = "a,b\n\"1\n1\",2\n\n3,4\n5,\"6";
    struct csv c;
    struct grid g = {0};
    struct yk_err err;
    struct yk_buf got = {0};
    csv_begin(&c, &g, "x", ',', 1);
    assert_int_equal(csv_feed(&c, text, sizeof text - 1, &err), YK_OK);
    grid_drop(&g, 0);
    grid_drop(&g, 2);
    show(&got, &g);
    assert_string_equal(got.text, "5:3|4;");
    grid_drop(&g, 1);
    assert_int_equal(csv_feed(&c, "\n7\"\n8,9\n", 8, &err), YK_OK);
    assert_int_equal(csv_end(&c, &err), YK_OK);
    show(&got, &g);
    assert_string_equal(got.text, "6:5|6\n7;8:8|9;");
    csv_release(&c);
    grid_release(&g);
    yk_buf_release(&got);
}

static void quotes_that_do_not_match(void **state)
{
    (void)state;
    static const struct {
        const char *word, *text, *says;
    } cases[] = {
        {"inside a cell", "a,b\n1,5\" pipe\n", "line 2:"},
        {"behind a closed cell", "a,b\n\n1,\"x\"y\n", "line 3:"},
        {"opened long before", "a,b\n\"1,2\n3,4\n5,\"x\"\n",
         "line 4: the quotation mark opened on line 2"},
        {"never closed", "a,b\n1,2\n\"3,4\n5,6\n", "opened on line 3"},
        {"never closed, second cell", "a,b\n\"x\ny\",\"3\n4\n5,6\n", "opened on line 3"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct csv c;
        struct grid g = {0};
        struct yk_err err = {.text = ""};
        csv_begin(&c, &g, "甲.csv", ',', 1);
        yk_code code = csv_feed(&c, cases[i].text, strlen(cases[i].text), &err);
        if (!code)
            code = csv_end(&c, &err);
        if (code != YK_E_DATA || !strstr(err.text, cases[i].says) || !strstr(err.text, "甲.csv"))
            fail_msg("%s: \"%s\"", cases[i].word, err.text);
        csv_release(&c);
        grid_release(&g);
    }
}

static void very_wide(void **state)
{
    (void)state;
    struct csv c;
    struct grid g = {0};
    struct yk_err err;
    static char row[2 * (GRID_WIDEST + 3)];
    for (size_t i = 0; i < GRID_WIDEST + 3; i++)
        memcpy(row + 2 * i, i == GRID_WIDEST + 1 ? " ," : "x,", 2);
    row[sizeof row - 1] = '\n';
    csv_begin(&c, &g, "x", ',', 1);
    assert_int_equal(csv_feed(&c, row, sizeof row, &err), YK_OK);
    assert_int_equal(g.row[0].cells, GRID_WIDEST);
    assert_int_equal(g.row[0].beyond, 2);
    csv_release(&c);
    grid_release(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_and_lines),
        cmocka_unit_test(dropping),
        cmocka_unit_test(quotes_that_do_not_match),
        cmocka_unit_test(very_wide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
