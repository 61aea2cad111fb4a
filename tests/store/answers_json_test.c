/* answers_json_test.c - answers as JSON: what jansson reads there, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "../../src/store/answers_json.h"

static struct yk_answer line_1[] = {{"n", "3", NULL}, {"veh_class", "bus", "大巴"}};
static struct yk_answer_line lines[] = {{line_1, 2}, {NULL, 0}};
static struct yk_repeat repeats[] = {{"contact", NULL, 0}, {"fleet", lines, 2}};
static struct yk_answer all[] = {{"_typed", "a\"b\\c/\b\f\n\r\t\x01\x1f\x7f", NULL},
                                 {"client name \"", "东方酒店 𠮷", "東方酒店"},
                                 {"phone", "13800001111", "１３８００００１１１１"},
                                 {"seven77", "1234567", NULL},
                                 {"spot", "12345678\"", "1234567\""}};
static const struct yk_answers sample = {all, 5, repeats, 2};

static void packs_as_described(void **state)
{
    (void)state;
    struct yk_buf b = {0};
    struct yk_answer one[] = {{"a", "1", NULL}, {"b", "x\ty", "x y"}};
    yk_answers_pack(&b, &(struct yk_answers){one, 2, repeats, 2});
    assert_string_equal(b.text, "{\"a\":\"1\",\"b\":\"x\\u0009y\",\"contact\":[],"
                                "\"fleet\":[{\"n\":\"3\",\"veh_class\":\"bus\","
                                "\"_typed\":{\"veh_class\":\"大巴\"}},{}],"
                                "\"_typed\":{\"b\":\"x y\"}}");
    yk_buf_clear(&b);
    yk_answers_pack(&b, &(struct yk_answers){0});
    assert_string_equal(b.text, "{}");
    yk_buf_clear(&b);
    yk_answers_pack(&b, &(struct yk_answers){.repeat = repeats + 1, .repeats = 1});
    assert_string_equal(b.text, "{\"fleet\":[{\"n\":\"3\",\"veh_class\":\"bus\","
                                "\"_typed\":{\"veh_class\":\"大巴\"}},{}]}");
    yk_buf_release(&b);
}

static void jansson_reads_the_same(void **state)
{
    (void)state;
    struct yk_buf b = {0};
    json_error_t why;
    yk_answers_pack(&b, &sample);
    json_t *root = json_loads(b.text, 0, &why);
    if (!root)
        fail_msg("%s in %s", why.text, b.text);
    for (size_t i = 1; i < sample.count; i++) /* the first has the name of the member after it */
        assert_string_equal(json_string_value(json_object_get(root, all[i].code)), all[i].text);
    json_t *bus = json_array_get(json_object_get(root, "fleet"), 0);
    assert_string_equal(json_string_value(json_object_get(bus, "n")), "3");
    assert_string_equal(
        json_string_value(json_object_get(json_object_get(root, "_typed"), "phone")),
        "１３８００００１１１１");
    json_decref(root);
    yk_buf_release(&b);
}

static void comes_back_exactly(void **state)
{
    (void)state;
    struct yk_buf first = {0}, second = {0};
    struct yk_arena a = {0};
    struct yk_texts texts = {.arena = &a}, codes = {.arena = &a};
    struct yk_unpacker u = {0};
    struct yk_answers got;
    yk_answers_pack(&first, &sample);
    /* the second time with used room, the third with texts kept once */
    for (int i = 0; i < 3; i++) {
        u.texts = i == 2 ? &texts : NULL;
        u.codes = i == 2 ? &codes : NULL;
        assert_true(yk_answers_unpack(&got, &u, first.text, &a));
        assert_int_equal(got.count, sample.count);
        for (size_t j = 0; j < got.count; j++) {
            assert_string_equal(got.answer[j].code, all[j].code);
            assert_string_equal(got.answer[j].text, all[j].text);
        }
        assert_null(got.answer[3].typed);
        assert_string_equal(got.answer[4].typed, "1234567\"");
        assert_int_equal(got.repeats, 2);
        assert_string_equal(got.repeat[1].line[0].answer[1].typed, "大巴");
        yk_buf_clear(&second);
        yk_answers_pack(&second, &got);
        assert_string_equal(second.text, first.text);
    }
    yk_unpacker_release(&u);
    yk_texts_release(&texts);
    yk_texts_release(&codes);
    yk_arena_release(&a);
    yk_buf_release(&first);
    yk_buf_release(&second);
}

/* Every beginning of a good text, and a few that pack never writes. */
static void damaged_text_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "[]",
                                      "{}x",
                                      "{\"a\"}",
                                      "{\"a\":1}",
                                      "{\"a\":null}",
                                      "{\"a\":\"\\x\"}",
                                      "{\"a\":\"\\u0000\"}",
                                      "{\"a\":\"\\u00ff\"}",
                                      "{\"a\":{\"b\":\"c\"}}",
                                      "{\"_typed\":{\"b\":\"c\"}}",
                                      "{\"_typed\":{}}",
                                      "{\"a\":[{\"b\":[]}]}",
                                      "{\"a\":[\"b\"]}",
                                      "{\"a\":\"b\",}",
                                      "{\"a\":\"b\\"};
    struct yk_arena a = {0};
    struct yk_unpacker u = {0};
    struct yk_answers got = {.count = 7};
    struct yk_buf b = {0};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (yk_answers_unpack(&got, &u, bad[i], &a))
            fail_msg("%s was read", bad[i]);
    yk_answers_pack(&b, &sample);
    while (b.len--) {
        b.text[b.len] = '\0';
        assert_false(yk_answers_unpack(&got, &u, b.text, &a));
    }
    assert_int_equal(got.count, 7);
    yk_unpacker_release(&u);
    yk_arena_release(&a);
    yk_buf_release(&b);
}

static void flags_come_back(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "", "[", "[]]", "[[\"a\"]]", "[[\"a\",\"b\"]", "[[\"a\",\"b\"],]"};
    struct yk_flag flag[] = {
        {"missing", "phone"}, {"on_hold", ""}, {"unknown_column", "[\"备注\"]"}};
    struct yk_buf b = {0};
    struct yk_arena a = {0};
    struct yk_unpacker u = {0};
    struct yk_flag *got;
    size_t n;
    yk_flags_pack(&b, NULL, 0);
    assert_string_equal(b.text, "[]");
    assert_true(yk_flags_unpack(&got, &n, &u, b.text, &a));
    assert_int_equal(n, 0);
    yk_buf_clear(&b);
    yk_flags_pack(&b, flag, 3);
    assert_string_equal(b.text, "[[\"missing\",\"phone\"],[\"on_hold\",\"\"],"
                                "[\"unknown_column\",\"[\\\"备注\\\"]\"]]");
    assert_true(yk_flags_unpack(&got, &n, &u, b.text, &a));
    assert_int_equal(n, 3);
    for (size_t i = 0; i < n; i++) {
        assert_string_equal(got[i].code, flag[i].code);
        assert_string_equal(got[i].field, flag[i].field);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(yk_flags_unpack(&got, &n, &u, bad[i], &a));
    yk_buf_release(&b);
    yk_arena_release(&a);
}

static void numbers_are_json(void **state)
{
    (void)state;
    struct yk_buf b = {0};
    yk_json_number(&b, 1.5);
    yk_buf_puts(&b, " ");
    yk_json_number(&b, NAN);
    yk_buf_puts(&b, " ");
    yk_json_number(&b, INFINITY);
    assert_string_equal(b.text, "1.5 null null");
    yk_buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packs_as_described), cmocka_unit_test(jansson_reads_the_same),
        cmocka_unit_test(comes_back_exactly), cmocka_unit_test(damaged_text_is_refused),
        cmocka_unit_test(flags_come_back),    cmocka_unit_test(numbers_are_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
