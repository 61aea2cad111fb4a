/* name_test.c - the ladder of survey.md on names as people write them, the measure of Jaro on his
 * own example pairs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "../support/name_words_of.h"
#include "youka/base/text.h"

struct fixture {
    struct yk_arena arena;
    struct yk_rules rules;
    struct yk_name_book *book;
};

static int set_up(void **state)
{
    static struct fixture f;
    f = (struct fixture){0};
    f.rules = rules_of(&f.arena);
    struct yk_names names = districts_of(&f.arena);
    f.book = yk_name_book_new(&names, &f.rules, &f.arena);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    yk_name_book_release(f->book);
    yk_arena_release(&f->arena);
    return 0;
}

static const char *text_of(struct yk_glyphs g, struct yk_arena *a)
{
    char *out = YK_ARENA_ARRAY(a, char, 4 * g.n + 1), *to = out;
    for (size_t i = 0; i < g.n; i++)
        to += yk_utf8_put(to, g.at[i]);
    return out;
}

static void steps(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *typed, *own, *trade, *branch, *numbers;
    } cases[] = {
        {"厦门顺达国际物流有限公司", "顺达", "国际物流", "", ""},
        {"　ｘｙ 物流（厦门）有限责任公司", "XY", "物流", "", ""},
        {"厦门市海沧区翎石建材有限公司", "翎石", "建材", "", ""},
        {"海沧翎石建材", "翎石", "建材", "", ""},
        {"晋江翎石鞋业", "翎石", "鞋业", "", ""},
        {"内蒙古翎石煤矿", "翎石", "煤矿", "", ""},
        {"延边翎石食品厂", "翎石", "食品", "", ""},
        {"中国建设银行厦门海沧支行", "建设", "银行", "海沧", ""},
        {"翎石物流有限公司海沧分公司", "翎石", "物流", "海沧", ""},
        {"翎石超市(海沧店)", "翎石", "超市", "海沧", ""},
        {"翎石超市海沧区店", "翎石", "超市", "海沧", ""},
        {"翎石集团福建有限公司厦门分公司海沧营业厅", "翎石", "", "厦门海沧", ""},
        {"中石油第十二加油站", "中", "石油", "12", ""},
        {"厦门市第一中学", "厦门", "1中学", "", "1"},
        {"厦门一中", "厦门", "1中学", "", "1"},
        {"双十中学", "双10", "中学", "", "10"},
        {"三明市翎石宾馆", "翎石", "宾馆", "", ""},
        {"翎石花园二期", "翎石", "花园2期", "", "2"},
        {"翎石花园Ⅱ期", "翎石", "花园2期", "", "2"},
        {"翎石花园②期", "翎石", "花园2期", "", "2"},
        {"翎石大厦Ａ座", "翎石", "大厦A座", "", "A座"},
        {"海沧区教育局", "海沧", "教育局", "", ""},
        {"厦门市海沧区教育局", "海沧", "教育局", "", ""},
        {"实验小学", "", "实验小学", "", ""},
        {"东方红机械厂", "东方红", "机械", "", ""},
        {"中国石化", "中国", "石化", "", ""},
        {"", "", "", "", ""},
        {"有限公司", "有限公司", "", "", ""},
        {"((", "", "", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct yk_name n;
        yk_name_read(&n, f->book, cases[i].typed, &f->arena);
        const char *const got[] = {text_of(n.core[0].own, &f->arena),
                                   text_of(n.core[0].trade, &f->arena),
                                   text_of(n.branch, &f->arena), text_of(n.numbers, &f->arena)};
        const char *const want[] = {cases[i].own, cases[i].trade, cases[i].branch,
                                    cases[i].numbers};
        for (size_t k = 0; k < 4; k++)
            if (strcmp(got[k], want[k]) != 0)
                fail_msg("%s, step %zu: «%s», not «%s»", cases[i].typed, k, got[k], want[k]);
    }
}

static void common_names(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *typed;
        bool common;
    } cases[] = {{"宏达物流", true},  {"鑫源石材厂", true}, {"翎石", true},
                 {"翎石物流", false}, {"实验小学", true},   {"海沧区实验小学", false},
                 {"王师傅", true},    {"王建国师傅", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct yk_name n;
        yk_name_read(&n, f->book, cases[i].typed, &f->arena);
        if (n.common != cases[i].common)
            fail_msg("%s", cases[i].typed);
    }
}

/* Bounds are the thresholds of survey.md. */
static void likeness(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *one, *other;
        double least, most;
    } cases[] = {
        {"厦门翎石建材有限公司", "翎石建材", 1, 1},
        {"翎石（厦门）建材有限公司", "厦门翎石建材有限责任公司", 1, 1},
        {"厦门市第一中学", "厦门一中", 1, 1},
        {"翎石物流", "翎石货运", .92, .99},
        {"翎石食品(原翎河罐头厂)", "翎河罐头厂", 0, .91},
        {"宏达物流", "鸿达物流", .4, .75},
        {"厦门工程机械集团有限公司", "厦工集团", .7, .75},
        {"翎石物流", "翎石幼儿园", 0, .75},
        {"海沧区教育局", "集美区教育局", 0, .4},
        {"澜岸物流", "翎石物流", 0, .4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct yk_name a, b;
        yk_name_read(&a, f->book, cases[i].one, &f->arena);
        yk_name_read(&b, f->book, cases[i].other, &f->arena);
        double there = yk_name_likeness(&a, &b), back = yk_name_likeness(&b, &a);
        if (there < cases[i].least || there > cases[i].most || there != back)
            fail_msg("%s, %s: %.3f, %.3f", cases[i].one, cases[i].other, there, back);
    }
}

static struct yk_glyphs letters(const char *s, struct yk_arena *a)
{
    uint32_t *at = YK_ARENA_ARRAY(a, uint32_t, strlen(s) + 1);
    size_t n = 0;
    while (s[n]) {
        at[n] = (unsigned char)s[n];
        n++;
    }
    return (struct yk_glyphs){at, n};
}

/* Values of table 6 in W. E. Winkler, «Overview of Record Linkage and Current Research Directions»
 * (US Census Bureau RRS2006/02), column Jaro, to three places. */
static void jaro(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *one, *other;
        double want;
    } cases[] = {
        {"SHACKLEFORD", "SHACKELFORD", .970},
        {"DUNNINGHAM", "CUNNIGHAM", .896},
        {"NICHLESON", "NICHULSON", .926},
        {"JONES", "JOHNSON", .790},
        {"MASSEY", "MASSIE", .889},
        {"ABROMS", "ABRAMS", .889},
        {"JERALDINE", "GERALDINE", .926},
        {"MARHTA", "MARTHA", .944},
        {"MICHELLE", "MICHAEL", .869},
        {"DWAYNE", "DUANE", .822},
        {"", "", 1},
        {"A", "", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double got =
            yk_name_jaro(letters(cases[i].one, &f->arena), letters(cases[i].other, &f->arena));
        if (fabs(got - cases[i].want) > .0006)
            fail_msg("%s, %s: %.4f", cases[i].one, cases[i].other, got);
    }
}

/* However long the text, it is folded alike. */
static void long_addresses(void **state)
{
    struct fixture *f = *state;
    struct yk_buf typed = {0}, want = {0};
    for (int times = 1; times <= 40; times++) {
        yk_buf_puts(&typed, "翎石路第十二　号①");
        yk_buf_puts(&want, "翎石路12号1");
        struct yk_glyphs got = yk_name_address(f->book, typed.text, &f->arena);
        assert_string_equal(text_of(got, &f->arena), want.text);
    }
    yk_buf_release(&typed);
    yk_buf_release(&want);
}

static void without_words_or_places(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_name_book *book = yk_name_book_new(NULL, NULL, &a);
    struct yk_name n;
    yk_name_read(&n, book, "厦门翎石 物流", &a);
    assert_string_equal(text_of(n.core[0].own, &a), "厦门翎石物流");
    yk_name_book_release(book);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(steps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(common_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(likeness, set_up, tear_down),
        cmocka_unit_test_setup_teardown(jaro, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_addresses, set_up, tear_down),
        cmocka_unit_test(without_words_or_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
