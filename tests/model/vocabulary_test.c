/* vocabulary_test.c - codes and labels of closed lists. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "youka/model/vocabulary.h"

/* Out of the client survey's choices sheet. */
static const struct yk_choice choices[] = {
    {"coord_system", "wgs84", {"WGS-84(GPS、手机采集)", "WGS-84 (GPS)"}},
    {"coord_system", "gcj02", {"GCJ-02(高德、腾讯)", "GCJ-02 (Amap, Tencent)"}},
    {"sensitivity", "price", {"价格优惠", "Price"}},
    {"sensitivity", "location", {"位置便利", "Location or convenience"}},
    {"sensitivity", "other", {"其他", "Other"}},
    {"risk", "other", {"其他", ""}},
};

struct fixture {
    struct yk_arena arena;
    struct yk_vocabulary v;
};

static int set_up(void **state)
{
    static struct fixture f;
    f = (struct fixture){0};
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        yk_vocabulary_add(&f.v, &f.arena, &choices[i]);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    yk_vocabulary_release(&f->v);
    yk_arena_release(&f->arena);
    return 0;
}

static void keeps_the_order(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(f->v.count, sizeof choices / sizeof *choices);
    for (size_t i = 0; i < f->v.count; i++)
        assert_string_equal(f->v.choice[i].code, choices[i].code);
    size_t first;
    assert_true(yk_map_find(&f->v.by_list, "sensitivity", &first));
    assert_int_equal(first, 2);
    assert_true(yk_vocabulary_has_list(&f->v, "risk"));
    assert_false(yk_vocabulary_has_list(&f->v, "price"));
}

static void passes_over_a_code_it_has(void **state)
{
    struct fixture *f = *state;
    const struct yk_choice again = {"risk", "other", {"别的", "Another"}};
    yk_vocabulary_add(&f->v, &f->arena, &again);
    assert_int_equal(f->v.count, sizeof choices / sizeof *choices);
    assert_string_equal(yk_label(&f->v, "risk", "other", YK_ZH), "其他");
}

static void reads_what_people_type(void **state)
{
    struct fixture *f = *state;
    static char endless[1000];
    memset(endless, 'x', sizeof endless - 1);
    const struct {
        const char *word, *list, *typed, *code;
    } rows[] = {
        {"code", "sensitivity", "price", "price"},
        {"code in capitals", "sensitivity", "PRICE", "price"},
        {"Chinese label", "sensitivity", "位置便利", "location"},
        {"English label", "sensitivity", "Location or convenience", "location"},
        {"spaces and case", "sensitivity", " location OR  convenience", "location"},
        {"full width", "sensitivity", "Ｐｒｉｃｅ", "price"},
        {"full-width brackets", "coord_system", "GCJ-02（高德、腾讯）", "gcj02"},
        {"its own list", "risk", "其他", "other"},
        {"another list's", "risk", "价格优惠", NULL},
        {"part of a label", "sensitivity", "位置", NULL},
        {"blank", "risk", "", NULL},
        {"very long", "risk", endless, NULL},
        {"no such list", "colour", "price", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct yk_choice *got = yk_choice_read(&f->v, rows[i].list, rows[i].typed);
        if (!got != !rows[i].code || (got && strcmp(got->code, rows[i].code) != 0))
            fail_msg("%s: got %s", rows[i].word, got ? got->code : "nothing");
        if (got)
            assert_string_equal(got->list, rows[i].list);
    }
}

static void long_labels_are_found(void **state)
{
    struct fixture *f = *state;
    static char endless[1000];
    memset(endless, 'x', sizeof endless - 1);
    const struct yk_choice choice = {"risk", "long", {endless, ""}};
    yk_vocabulary_add(&f->v, &f->arena, &choice);
    const struct yk_choice *got = yk_choice_read(&f->v, "risk", endless);
    assert_non_null(got);
    assert_string_equal(got->code, "long");
}

static void gives_labels(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(yk_label(&f->v, "sensitivity", "price", YK_ZH), "价格优惠");
    assert_string_equal(yk_label(&f->v, "sensitivity", "price", YK_EN), "Price");
    assert_string_equal(yk_label(&f->v, "sensitivity", "charm", YK_EN), "charm");
    assert_string_equal(yk_label(&f->v, "risk", "other", YK_EN), "other");
    assert_string_equal(yk_label(&f->v, "risk", NULL, YK_EN), "");
    assert_ptr_equal(yk_choice_of_code(&f->v, "risk", "Other"), NULL);
    assert_non_null(yk_choice_of_code(&f->v, "risk", "other"));
}

static void joins_labels(void **state)
{
    struct fixture *f = *state;
    const struct {
        const char *codes, *zh, *en;
    } rows[] = {
        {"price location", "价格优惠、位置便利", "Price, Location or convenience"},
        {" price  charm ", "价格优惠、charm", "Price, charm"},
        {"other", "其他", "Other"},
        {"", "", ""},
        {NULL, "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(yk_labels(&f->v, &f->arena, "sensitivity", rows[i].codes, YK_ZH),
                            rows[i].zh);
        assert_string_equal(yk_labels(&f->v, &f->arena, "sensitivity", rows[i].codes, YK_EN),
                            rows[i].en);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_the_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(passes_over_a_code_it_has, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_what_people_type, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_labels_are_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_labels, set_up, tear_down),
        cmocka_unit_test_setup_teardown(joins_labels, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
