/* sales_test.c - card transactions in every engine (kit_each_store): summed, superseded, taken
 * back, merged; what a person said of a card. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kit.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
enum { OCTOBER = 12 * 2026 + 9 };

static const char *base;

static struct yk_store *new_store(void)
{
    return kit_open(kit_new_url(base), YK_STORE_WRITE);
}

struct brief {
    const char *payer;
    int month, day, grade;
    double litres;
};

static struct yk_batch_counts load(struct yk_store *s, const char *file, const char *at,
                                   const struct brief *brief, size_t count, bool keep)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_batch_counts counts = {.rows = count};
    struct yk_sale_row *row = YK_ARENA_ARRAY(&a, struct yk_sale_row, count);
    struct yk_batch_head head = {.id = kit_batch_id(file, ""),
                                 .form = YK_FORM_SALES,
                                 .file = file,
                                 .encoding = "GBK",
                                 .who = "test",
                                 .separator = ',',
                                 .content = kit_id(file),
                                 .loaded_at = at,
                                 .station_code = ""};
    for (size_t i = 0; i < count; i++)
        row[i] = (struct yk_sale_row){"S1",
                                      brief[i].payer,
                                      "",
                                      "某公司",
                                      brief[i].month,
                                      brief[i].day,
                                      brief[i].grade,
                                      brief[i].litres,
                                      brief[i].litres * 7,
                                      1,
                                      i + 2};
    if (yk_load_begin(s, &head, &err) || yk_load_sales(s, row, count, &err) ||
        yk_load_end(s, &counts, keep, &err))
        fail_msg("%s", err.text);
    yk_arena_release(&a);
    return counts;
}

/* "payer month grade litres/yuan …", a line a payer. Owner frees. */
static char *dump(struct yk_store *s)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_territory t;
    struct yk_buf b = {0};
    yk_buf_puts(&b, "");
    if (yk_load_territory(&t, s, &a, &err))
        fail_msg("%s", err.text);
    for (size_t i = 0; i < t.payers; i++) {
        const struct yk_payer *p = &t.payer[i];
        yk_buf_printf(&b, "%s", p->key);
        for (size_t k = 0; k < p->sales; k++) {
            char month[8];
            yk_month_write(month, p->sale[k].month);
            yk_buf_printf(&b, " %s%s%s=%g/%g", month + 5,
                          *yk_sale_grade_code(p->sale[k].grade) ? ":" : "",
                          yk_sale_grade_code(p->sale[k].grade), p->sale[k].litres, p->sale[k].yuan);
        }
        yk_buf_puts(&b, "\n");
    }
    for (size_t i = 0; i < t.payers_told; i++)
        yk_buf_printf(&b, "told %s|%s: %s%s\n", t.payer_told[i].station_code, t.payer_told[i].payer,
                      t.payer_told[i].client, t.payer_told[i].client_name);
    yk_arena_release(&a);
    return b.text;
}

static void assert_dump(struct yk_store *s, const char *want)
{
    char *got = dump(s), *finding = kit_finding(s);
    assert_string_equal(got, want);
    assert_string_equal(finding, "");
    free(got);
    free(finding);
}

static void assert_counts(struct yk_batch_counts got, size_t loaded, size_t superseded,
                          size_t unchanged)
{
    assert_int_equal(got.loaded, loaded);
    assert_int_equal(got.superseded, superseded);
    assert_int_equal(got.unchanged, unchanged);
}

#define FIRST "2026-11-02T08:00:00Z"
#define SECOND "2026-11-03T08:00:00Z"
#define THIRD "2026-11-04T08:00:00Z"

static const struct brief october[] = {
    {"card:2", OCTOBER, 0, 0, 100},
    {"card:1", OCTOBER, 0, 3, 50},
    {"card:1", OCTOBER, 0, 3, 25}, /* the same key: summed */
    {"card:1", OCTOBER - 1, 0, 3, 10},
};
static const struct brief corrected[] = {
    {"card:2", OCTOBER, 0, 0, 100},
    {"card:1", OCTOBER, 0, 3, 70},
};
#define OCTOBER_IS "card:1 09:d0=10/70 10:d0=75/525\ncard:2 10:g92=100/700\n"

static void months_are_summed_and_superseded(void **state)
{
    (void)state;
    struct yk_store *s = new_store();
    assert_counts(load(s, "a.csv", FIRST, october, COUNT(october), true), 4, 0, 0);
    assert_dump(s, OCTOBER_IS);
    long long facts = kit_facts(s);
    assert_counts(load(s, "a.csv", SECOND, october, COUNT(october), true), 0, 0, 4);
    assert_int_equal(kit_facts(s), facts);
    struct yk_batch_counts c = load(s, "b.csv", SECOND, corrected, COUNT(corrected), true);
    assert_counts(c, 0, 1, 1);
    assert_int_equal(c.left, 0); /* September is no month of the second file */
    assert_true(kit_facts(s) > facts);
    assert_dump(s, "card:1 09:d0=10/70 10:d0=70/490\ncard:2 10:g92=100/700\n");
    kit_undo(s, "b.csv");
    assert_dump(s, OCTOBER_IS);
    kit_undo(s, "a.csv");
    assert_dump(s, "");
    assert_counts(load(s, "a.csv", THIRD, october, COUNT(october), true), 4, 0, 0);
    assert_dump(s, OCTOBER_IS);
    yk_store_close(s);
}

static void what_a_newer_file_leaves_out_is_told(void **state)
{
    (void)state;
    struct yk_store *s = new_store();
    load(s, "a.csv", FIRST, october, COUNT(october), true);
    struct yk_batch_counts c = load(s, "c.csv", SECOND, &corrected[1], 1, true);
    assert_int_equal(c.left, 1);
    assert_true(c.left_litres == 100);
    assert_dump(s, "card:1 09:d0=10/70 10:d0=70/490\ncard:2 10:g92=100/700\n");
    yk_store_close(s);
}

static void a_dry_run_leaves_nothing(void **state)
{
    (void)state;
    struct yk_store *s = new_store();
    assert_counts(load(s, "a.csv", FIRST, october, COUNT(october), false), 4, 0, 0);
    assert_dump(s, "");
    assert_int_equal(kit_facts(s), 0);
    yk_store_close(s);
}

/* Days add up to their month; of a day, and of month against days, what came last counts. */
static void days_and_months(void **state)
{
    (void)state;
    static const struct brief first_half[] = {{"card:1", OCTOBER, 5, 0, 10},
                                              {"card:1", OCTOBER, 9, 0, 20}};
    static const struct brief second_half[] = {{"card:1", OCTOBER, 9, 0, 25},
                                               {"card:1", OCTOBER, 20, 0, 30}};
    static const struct brief month[] = {{"card:1", OCTOBER, 0, 0, 99}};
    struct yk_store *s = new_store();
    load(s, "1.csv", FIRST, first_half, 2, true);
    load(s, "2.csv", SECOND, second_half, 2, true);
    assert_dump(s, "card:1 10:g92=65/455\n");
    load(s, "3.csv", THIRD, month, 1, true);
    assert_dump(s, "card:1 10:g92=99/693\n");
    load(s, "4.csv", "2026-11-05T08:00:00Z", first_half, 1, true);
    assert_dump(s, "card:1 10:g92=65/455\n");
    yk_store_close(s);
}

/* Fuel by grade and fuel without a grade are two tellings of a month where files differ. */
static void grades_and_none(void **state)
{
    (void)state;
    static const struct brief graded[] = {{"card:1", OCTOBER, 0, 0, 10},
                                          {"card:1", OCTOBER, 0, 1, 20}};
    static const struct brief none[] = {{"card:1", OCTOBER, 0, YK_SALE_ANY, 31}};
    static const struct brief both[] = {{"card:1", OCTOBER, 0, 0, 10},
                                        {"card:1", OCTOBER, 0, YK_SALE_ANY, 5}};
    struct yk_store *s = new_store();
    load(s, "1.csv", FIRST, graded, 2, true);
    load(s, "2.csv", SECOND, none, 1, true);
    assert_dump(s, "card:1 10=31/217\n");
    kit_undo(s, "2.csv");
    assert_dump(s, "card:1 10:g92=10/70 10:g95=20/140\n");
    yk_store_close(s);
    s = new_store();
    load(s, "3.csv", FIRST, both, 2, true);
    assert_dump(s, "card:1 10:g92=10/70 10=5/35\n");
    yk_store_close(s);
}

static void tell(struct yk_store *s, const char *station, const char *payer, const char *client,
                 const char *at, size_t news)
{
    struct yk_err err = {0};
    struct yk_payer_told told = {station, payer, client, "", at, "test"};
    size_t changed = 7;
    if (yk_put_payers_told(s, &told, 1, &changed, &err))
        fail_msg("%s", err.text);
    assert_int_equal(changed, news);
}

static void the_newest_word_counts(void **state)
{
    (void)state;
    struct yk_store *s = new_store();
    tell(s, "", "card:1", "aaaaaaaa", FIRST, 1);
    tell(s, "", "card:1", "aaaaaaaa", SECOND, 0);
    tell(s, "S1", "card:1", "cccccccc", FIRST, 1);
    tell(s, "", "card:1", "bbbbbbbb", FIRST,
         1); /* the clock did not go on; it is newer all the same */
    assert_dump(s, "told |card:1: bbbbbbbb\ntold S1|card:1: cccccccc\n");
    yk_store_close(s);
}

static void merge(struct yk_store *into, const char *other)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_merged merged;
    if (yk_store_merge(&merged, into, strstr(other, "//") ? strstr(other, "//") + 2 : other, NULL,
                       &a, &err))
        fail_msg("%s", err.text);
    yk_arena_release(&a);
}

static void merging_in_any_order_is_the_same(void **state)
{
    (void)state;
    char *url[2], *got[2];
    for (int i = 0; i < 2; i++) {
        url[i] = yk_strdup(kit_new_url(base));
        yk_store_close(kit_open(url[i], YK_STORE_CREATE));
    }
    struct yk_store *s = kit_open(url[0], YK_STORE_WRITE);
    load(s, "a.csv", FIRST, october, COUNT(october), true);
    tell(s, "", "card:1", "aaaaaaaa", FIRST, 1);
    yk_store_close(s);
    s = kit_open(url[1], YK_STORE_WRITE);
    load(s, "b.csv", SECOND, corrected, COUNT(corrected), true);
    load(s, "a.csv", THIRD, october, COUNT(october), true);
    tell(s, "", "card:1", "bbbbbbbb", SECOND, 1);
    yk_store_close(s);
    for (int i = 0; i < 2; i++) {
        s = new_store();
        merge(s, url[i]);
        merge(s, url[!i]);
        long long facts = kit_facts(s);
        merge(s, url[i]); /* nothing new */
        assert_int_equal(kit_facts(s), facts);
        char *finding = kit_finding(s);
        assert_string_equal(finding, "");
        free(finding);
        got[i] = dump(s);
        yk_store_close(s);
    }
    assert_string_equal(got[0], got[1]);
    /* a.csv was loaded first, so b.csv is the later word. */
    assert_string_equal(got[0], "card:1 09:d0=10/70 10:d0=70/490\ncard:2 10:g92=100/700\n"
                                "told |card:1: bbbbbbbb\n");
    for (int i = 0; i < 2; i++) {
        free(url[i]);
        free(got[i]);
    }
}

static int group(const char *url)
{
    base = url;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_are_summed_and_superseded),
        cmocka_unit_test(what_a_newer_file_leaves_out_is_told),
        cmocka_unit_test(a_dry_run_leaves_nothing),
        cmocka_unit_test(days_and_months),
        cmocka_unit_test(grades_and_none),
        cmocka_unit_test(the_newest_word_counts),
        cmocka_unit_test(merging_in_any_order_is_the_same),
    };
    return cmocka_run_group_tests_name(url, tests, NULL, NULL);
}

int main(void)
{
    return kit_each_store(group);
}
