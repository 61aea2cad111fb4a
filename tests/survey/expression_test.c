/* expression_test.c - truth tables of the expression language.
 * Expected values come from XML Path Language 1.0 (W3C, 16 November 1999; section in the comment)
 * and the ODK XForms specification (getodk.github.io/xforms-spec, «XPath Functions»). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "youka/survey/expression.h"

/* The door that every case looks at. */
static const struct {
    const char *name, *value;
} answers[] = {
    {"one", "1"},          {"ten", "10"},           {"half", "0.5"},
    {"zero", "0"},         {"word", "hotel"},       {"codes", "price credit invoice"},
    {"day", "2026-03-05"}, {"later", "2026-12-01"}, {"chinese", "青岛海润"},
    {"blank", NULL},
};
static const char *const lines[] = {"heavy_truck*15*d0", "car*8*g92"};

static const char *value_of(void *who, const char *name)
{
    (void)who;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (strcmp(answers[i].name, name) == 0)
            return answers[i].value;
    return NULL;
}

static size_t lines_of(void *who, const char *name)
{
    (void)who;
    return strcmp(name, "fleet_line") == 0 ? sizeof lines / sizeof *lines : 0;
}

static const char *line_value_of(void *who, const char *name, size_t line)
{
    (void)who;
    (void)name;
    return lines[line];
}

static struct yk_scope door(const char *dot)
{
    return (struct yk_scope){.value_of = value_of,
                             .lines_of = lines_of,
                             .line_value_of = line_value_of,
                             .dot = dot,
                             .today = yk_day_of(2026, 6, 30)};
}

static struct yk_expression *read(struct yk_arena *a, const char *text)
{
    struct yk_expression *e = NULL;
    struct yk_err err = {0};
    if (yk_expression_read(&e, text, a, &err))
        fail_msg("%s: %s", text, err.text);
    return e;
}

struct truth {
    const char *word, *text, *dot;
    bool is;
};

static void expect_truths(const struct truth *t, size_t count)
{
    struct yk_arena a = {0};
    for (size_t i = 0; i < count; i++) {
        struct yk_scope scope = door(t[i].dot);
        bool is = yk_expression_true(read(&a, t[i].text), &scope, &a);
        if (is != t[i].is)
            fail_msg("%s: %s with . = %s gives %s", t[i].word, t[i].text,
                     t[i].dot ? t[i].dot : "(blank)", is ? "true" : "false");
    }
    yk_arena_release(&a);
}
#define EXPECT_TRUTHS(t) expect_truths(t, sizeof(t) / sizeof *(t))

static void compares(void **state)
{
    (void)state;
    static const struct truth t[] = {
        /* 3.4: one side a number: both as numbers */
        {"number equal", "${ten} = 10", NULL, true},
        {"written otherwise", "${ten} = 10.0", NULL, true},
        {"number below", "${one} < 2", NULL, true},
        {"not by letters", "${ten} < 2", NULL, false},
        {"at most itself", ". <= 100", "100", true},
        {"more than itself", ". > 100", "100", false},
        {"at least itself", ". >= 100", "100", true},
        {"point first", ". = .5", "0.5", true},
        {"point last", "${one} = 1.", NULL, true},
        {"exponent of a stored number", ". > 1000000", "1e+21", true},
        /* both sides text: = and != as text, < as numbers */
        {"text equal", "${word} = 'hotel'", NULL, true},
        {"double quotes", "${word} = \"hotel\"", NULL, true},
        {"text differs in case", "${word} = 'Hotel'", NULL, false},
        {"text differs", "${word} != 'school'", NULL, true},
        {"digits as text", "'10' = '10.0'", NULL, false},
        {"digits ordered", "'9' < '10'", NULL, true},
        {"words have no order", "'a' < 'b'", NULL, false},
        /* 4.4: blank is no number, and NaN is unlike everything */
        {"blank below", ". < 5", NULL, false},
        {"blank above", ". >= 0", NULL, false},
        {"blank equals no number", ". = 0", NULL, false},
        {"blank unlike a number", ". != 0", NULL, true},
        {"blank as text", "${blank} = ''", NULL, true},
        {"blank not filled", "${blank} != ''", NULL, false},
        {"zero is not blank", "${zero} = ''", NULL, false},
        {"zero is filled", "${zero} != ''", NULL, true},
        {"number of a word", "number(${word}) = 0", NULL, false},
        {"thousands are no number here", ". > 0", "1,000", false},
        /* one side a truth: both as truths (4.3) */
        {"text is true", "true() = ${word}", NULL, true},
        {"blank is false", "false() = ${blank}", NULL, true},
        {"nought is false", "(1 - 1) = false()", NULL, true},
        /* 3.4: (3 > 2) > 1 is false, and = binds looser than < */
        {"chained", "3 > 2 > 1", NULL, false},
        {"equality of orders", "1 < 2 = 2 < 3", NULL, true},
        /* dates: ODK XForms, days since 1970-01-01 where numbers are wanted */
        {"date before", "${day} < ${later}", NULL, true},
        {"date not after", ". >= ${day}", "2026-03-04", false},
        {"same date", ". >= ${day}", "2026-03-05", true},
        {"today counts", ". <= today()", "2026-06-30", true},
        {"tomorrow", ". <= today()", "2026-07-01", false},
        {"within 30 days", ". <= today() + 30", "2026-07-30", true},
        {"31 days", ". <= today() + 30", "2026-07-31", false},
        {"no such date", ". <= today()", "2026-02-30", false},
        {"blank date", ". <= today()", NULL, false},
    };
    EXPECT_TRUTHS(t);
}

static void combines(void **state)
{
    (void)state;
    static const struct truth t[] = {
        {"and", "1 = 1 and 2 = 2", NULL, true},
        {"and, one false", "1 = 1 and 2 = 3", NULL, false},
        {"or", "1 = 2 or 2 = 2", NULL, true},
        {"and before or", "1 = 1 or 1 = 2 and 1 = 2", NULL, true},
        {"brackets", "(1 = 1 or 1 = 2) and 1 = 2", NULL, false},
        {"not", "not(1 = 2)", NULL, true},
        {"not blank", "not(${blank})", NULL, true},
        {"words without spaces", "(1=1)and(2=2)", NULL, true},
        {"line ends", "1 = 1\n and\t2 = 2", NULL, true},
        {"of the form, blank total", "(. >= 0) and (${blank} = '' or . <= ${blank})", "5", true},
        {"of the form, over the total", "(. >= 0) and (${ten} = '' or . <= ${ten})", "11", false},
        {"lone text", "${word}", NULL, true},
        {"lone blank", "${blank}", NULL, false},
        {"lone nought", "0", NULL, false},
        {"no number is false", "number('x')", NULL, false},
    };
    EXPECT_TRUTHS(t);
}

static void chooses(void **state)
{
    (void)state;
    static const struct truth t[] = {
        {"first code", "selected(., 'price')", "price credit", true},
        {"last code", "selected(., 'credit')", "price credit", true},
        {"part of a code", "selected(., 'pri')", "price credit", false},
        {"longer than a code", "selected(., 'prices')", "price credit", false},
        {"nothing chosen", "selected(., 'price')", NULL, false},
        {"blank wanted", "selected(., '')", "price", false},
        {"three", "count-selected(${codes}) = 3", NULL, true},
        {"none", "count-selected(.) = 0", NULL, true},
        {"spaces only", "count-selected(.) = 0", "  ", true},
    };
    EXPECT_TRUTHS(t);
}

static void matches(void **state)
{
    (void)state;
    static const struct truth t[] = {
        {"station code", "regex(., '^[A-Za-z0-9_-]{2,20}$')", "SD-QD-0031", true},
        {"station code too short", "regex(., '^[A-Za-z0-9_-]{2,20}$')", "S", false},
        {"station code too long", "regex(., '^[A-Za-z0-9_-]{2,20}$')", "123456789012345678901",
         false},
        {"whole text without anchors", "regex(., '[0-9]{2}')", "123", false},
        {"whole text", "regex(., '[0-9]{2}')", "12", true},
        {"phone", "regex(., '^[0-9+() -]{7,20}$')", "+86 (532) 8000-0000", true},
        {"phone with a letter", "regex(., '^[0-9+() -]{7,20}$')", "0532-8000000x", false},
        {"hours", "regex(., '^[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$')", "08:00-17:00", true},
        {"hours of 60 minutes", "regex(., '^[0-2][0-9]:[0-5][0-9]$')", "08:60", false},
        {"new credit code",
         "regex(., "
         "'^([0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}|[0-9]{15}|[0-9A-Z]{8}-?[0-9X])$'"
         ")",
         "91370200MA3CABCD1E", true},
        {"old code of 9", "regex(., '^([0-9]{15}|[0-9A-Z]{8}-?[0-9X])$')", "71092609-4", true},
        {"neither", "regex(., '^([0-9]{15}|[0-9A-Z]{8}-?[0-9X])$')", "7109260-4", false},
        {"alternatives of unlike length", "regex(., 'a|ab|abc')", "abc", true},
        {"a dot is one character", "regex(., '.{4}')", "青岛海润", true},
        {"not one byte", "regex(., '.{12}')", "青岛海润", false},
        {"a dot is no line end", "regex(., 'a.b')", "a\nb", false},
        {"Chinese range", "regex(., '[一-龥]+')", "青岛海润", true},
        {"Chinese range and a letter", "regex(., '[一-龥]+')", "青岛A", false},
        {"all but", "regex(., '[^0-9]+')", "青岛a", true},
        {"all but, one in", "regex(., '[^0-9]+')", "青岛1", false},
        {"digit class", "regex(., '\\d+')", "2026", true},
        {"digit class is no letter d", "regex(., '\\d')", "d", false},
        {"no digit", "regex(., '\\D+')", "abc", true},
        {"word and space", "regex(., '\\w+\\s\\w+')", "ab_1 c", true},
        {"classes in brackets", "regex(., '[\\d.-]+')", "3.5-4", true},
        {"an escaped dot", "regex(., 'a\\.b')", "axb", false},
        {"escaped bracket", "regex(., '[\\[\\]]{2}')", "[]", true},
        {"star of nothing", "regex(., '(a*)*b')", "b", true},
        {"optional group", "regex(., '(ab)?c')", "abc", true},
        {"optional group left out", "regex(., '(?:ab)?c')", "c", true},
        {"twice or more", "regex(., '(ab){2,}')", "ab", false},
        {"thrice", "regex(., '(ab){2,}')", "ababab", true},
        {"at most three", "regex(., 'a{0,3}')", "aaaa", false},
        {"empty pattern", "regex(., '')", NULL, true},
        {"blank does not match", "regex(., '[0-9]+')", NULL, false},
        /* exponential for a backtracking matcher */
        {"hard for others", "regex(., '(a|a)*(a|aa)*b')",
         "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false},
    };
    EXPECT_TRUTHS(t);
}

static void calculates(void **state)
{
    (void)state;
    static const struct {
        const char *word, *text, *gives;
    } t[] = {
        /* 3.5, with its own examples of mod */
        {"mod", "5 mod 2", "1"},
        {"mod, divisor below nought", "5 mod -2", "1"},
        {"mod cuts, does not round", "7 mod 4", "3"},
        {"mod, dividend below nought", "-5 mod 2", "-1"},
        {"mod, both below nought", "-5 mod -2", "-1"},
        {"div", "7 div 2", "3.5"},
        {"div by nought", "1 div 0", "Infinity"},
        {"minus div by nought", "-1 div 0", "-Infinity"},
        {"nought by nought: no answer", "0 div 0", ""},
        {"times before plus", "2 + 3 * 4", "14"},
        {"from the left", "10 - 3 - 2", "5"},
        {"no spaces", "5-3", "2"},
        {"minus minus", "--3", "3"},
        {"with a blank: no answer", "${blank} + 1", ""},
        {"nought has no sign", "-0", "0"},
        {"tenths", "0.1 + 0.2", "0.30000000000000004"},
        /* 4.2 string() */
        {"a truth as text", "concat(1 = 1, '')", "true"},
        {"a number as text", "concat(${half} * 2, '')", "1"},
        {"no number as text", "concat(${blank} + 1, '')", "NaN"},
        {"packed line", "concat('car', '*', ${ten}, '*', ${blank})", "car*10*"},
        {"spaces kept", "concat(' a', 'b ')", " ab "},
        {"length in characters", "string-length(${chinese})", "4"},
        {"length of blank", "string-length(${blank})", "0"},
        /* ODK XForms */
        {"if", "if(${ten} > 5, 'big', 'small')", "big"},
        {"if not", "if(${one} > 5, 'big', 'small')", "small"},
        {"coalesce, first", "coalesce(${word}, 'x')", "hotel"},
        {"coalesce, second", "coalesce(${blank}, 'x')", "x"},
        {"join lines", "join('; ', ${fleet_line})", "heavy_truck*15*d0; car*8*g92"},
        {"join one", "join('; ', ${word})", "hotel"},
        {"join none", "join('; ', ${blank})", ""},
        {"join several", "join('-', 'a', ${word})", "a-hotel"},
        {"today", "today()", "2026-06-30"},
        {"days between", "today() - ${day}", "117"},
        {"number", "number(' 12 ') + 1", "13"},
        {"number of a truth", "number(true())", "1"},
    };
    struct yk_arena a = {0};
    struct yk_scope scope = door(NULL);
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        const char *gives = yk_expression_text(read(&a, t[i].text), &scope, &a);
        if (strcmp(gives, t[i].gives) != 0)
            fail_msg("%s: %s gives «%s», not «%s»", t[i].word, t[i].text, gives, t[i].gives);
    }
    yk_arena_release(&a);
}

static void refuses(void **state)
{
    (void)state;
    static const struct {
        const char *word, *text, *says;
    } t[] = {
        {"nothing", "", "at character 1"},
        {"no right side", ". >= ", "at character 6, «the end»"},
        {"unknown function", "1 + pulldata('a')", "at character 5, «pulldata('a')»"},
        {"position in characters", "'青岛' = foo()", "at character 8"},
        {"indexed-repeat", "indexed-repeat(${a}, ${b}, 1)", "not in the part of XLSForm"},
        {"path", "/data/a = 1", "at character 1"},
        {"parent", "../a = 1", "at character 1"},
        {"child of dot", "./a", "at character 1"},
        {"union", "${a} | ${b}", "at character 6"},
        {"two equals", "${a} == 1", "at character 7"},
        {"and in C", "${a} && ${b}", "at character 6"},
        {"bare word", "yes", "written ${name}"},
        {"bare name", "category = 'a'", "at character 1, «category = 'a'»"},
        {"open bracket", "(1 = 1", "closing bracket is missing"},
        {"bracket too many", "1 = 1)", "at character 6"},
        {"open quotes", ". = 'a", "at character 5"},
        {"open name", "${a = 1", "written ${name}"},
        {"space in a name", "${ a }", "written ${name}"},
        {"last saved", "${last-saved#a}", "written ${name}"},
        {"number and letters", "1a", "not a number"},
        {"two points", "1.2.3", "not a number"},
        {"two values", "1 2", "operator is missing"},
        {"today of something", "today(1)", "too many or too few"},
        {"if without else", "if(1, 2)", "too many or too few"},
        {"no comma", "selected(. 'a')", "a comma or the closing bracket"},
        {"pattern not a text", "regex(., ${a})", "quotation marks"},
        {"bad pattern", "1 = 1 and regex(., '[a')", "at character 11"},
        {"nothing to repeat", "regex(., '*a')", "nothing to repeat"},
        {"repeated repetition", "regex(., 'a++')", "cannot be repeated"},
        {"braces backwards", "regex(., 'a{3,2}')", "{2,20}"},
        {"range backwards", "regex(., '[z-a]')", "backwards"},
        {"look ahead", "regex(., '(?=a)b')", "(?:"},
        {"reference", "regex(., '(a)\\1')", "escape is not known"},
        {"letter classes by name", "regex(., '[[:alpha:]]')", "backslash"},
        {"pattern bracket open", "regex(., '(a')", "closing )"},
        {"pattern bracket too many", "regex(., 'a)')", "closes nothing"},
        {"pattern too long", "regex(., '(a{100}){100}')", "too long"},
        {"nothing, a milliard times", "regex(., '((((){1000}){1000}){1000}){1000}(a{1000}){3}')",
         "too long"},
    };
    struct yk_arena a = {0};
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        struct yk_expression *e = NULL;
        struct yk_err err = {0};
        if (yk_expression_read(&e, t[i].text, &a, &err) != YK_E_DATA)
            fail_msg("%s: %s is taken", t[i].word, t[i].text);
        if (!strstr(err.text, t[i].says))
            fail_msg("%s: «%s» does not say «%s»", t[i].word, err.text, t[i].says);
        assert_null(e);
    }
    yk_arena_release(&a);
}

/* Neither brackets nor a long sum may exhaust the stack; both say where. */
static void stands_hostile_depth(void **state)
{
    (void)state;
    static const char *const piece[] = {"(", "-", "not(", "1+", "if(1,", "regex('"};
    struct yk_arena a = {0};
    for (size_t i = 0; i < sizeof piece / sizeof *piece; i++) {
        struct yk_buf text = {0};
        struct yk_expression *e;
        struct yk_err err = {0};
        for (size_t n = 0; n < 100000; n++)
            yk_buf_puts(&text, piece[i]);
        yk_buf_puts(&text, "1");
        assert_int_equal(yk_expression_read(&e, text.text, &a, &err), YK_E_DATA);
        yk_buf_release(&text);
    }
    struct yk_buf sum = {0};
    struct yk_scope scope = door(NULL);
    for (size_t n = 1; n < 400; n++)
        yk_buf_puts(&sum, "1 + ");
    yk_buf_puts(&sum, "1");
    assert_string_equal(yk_expression_text(read(&a, sum.text), &scope, &a), "400");
    yk_buf_release(&sum);
    yk_arena_release(&a);
}

static void count_name(void *who, const char *name)
{
    int *n = who;
    *n += strcmp(name, "a") == 0 ? 1 : 100;
}

static bool is_a(void *who, const char *name)
{
    (void)who;
    return strcmp(name, "a") == 0;
}

static void tells_its_names(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    int n = 0;
    yk_expression_names(read(&a, "${a} + if(${b}, ${a}, join(',', ${a}))"), count_name, &n);
    assert_int_equal(n, 103);
    assert_null(yk_expression_single(read(&a, "join(',', ${a}) = ${b}"), is_a, NULL));
    assert_string_equal(yk_expression_single(read(&a, "join(',', ${a}) = ${a}"), is_a, NULL), "a");
    assert_true(yk_expression_uses_dot(read(&a, "not(. > 1)")));
    assert_false(yk_expression_uses_dot(read(&a, "not(.5 > 1)")));
    yk_arena_release(&a);
}

static void ands(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_scope scope = door(NULL);
    struct yk_expression *yes = read(&a, "1 = 1"), *no = read(&a, "1 = 2");
    assert_null(yk_expression_and(&a, NULL, NULL));
    assert_ptr_equal(yk_expression_and(&a, yes, NULL), yes);
    assert_ptr_equal(yk_expression_and(&a, NULL, no), no);
    assert_true(yk_expression_true(yk_expression_and(&a, yes, yes), &scope, &a));
    assert_false(yk_expression_true(yk_expression_and(&a, yes, no), &scope, &a));
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares),
        cmocka_unit_test(combines),
        cmocka_unit_test(chooses),
        cmocka_unit_test(matches),
        cmocka_unit_test(calculates),
        cmocka_unit_test(refuses),
        cmocka_unit_test(stands_hostile_depth),
        cmocka_unit_test(tells_its_names),
        cmocka_unit_test(ands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
