/* match_test.c - who is who by the rules of survey.md: what makes one client, what a person is
 * asked, what never goes together. Credit codes are those of survey.md. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "doors_of.h"

#define CODE "91110000710926094P"
#define OTHER_CODE "9144030071526726XG"
#define PHONE ";contact:contact_phone=139-0000-1234"

/* The second door stands `metres` north of the first; NAN: it has no place. */
static const struct {
    const char *word, *one, *other;
    double metres;
    int kind; /* enum yk_pair_kind; -1: no pair */
    unsigned why;
} pairs[] = {
    {"names within 200 m", "client_name=厦门翎石物流有限公司", "client_name=翎石物流", 150,
     YK_PAIR_SAME, YK_WHY_NAME | YK_WHY_NEAR},
    {"a little over 200 m", "client_name=厦门翎石物流有限公司", "client_name=翎石物流", 230,
     YK_PAIR_REVIEW, YK_WHY_NAME | YK_WHY_FAR},
    {"as far as a wrong datum goes", "client_name=翎石物流", "client_name=翎石物流", 1400,
     YK_PAIR_REVIEW, YK_WHY_NAME | YK_WHY_FAR},
    {"farther than any mistake", "client_name=翎石物流", "client_name=翎石物流", 6000, -1, 0},
    {"farther, but one phone", "client_name=翎石物流" PHONE, "client_name=翎石物流" PHONE, 6000,
     YK_PAIR_REVIEW, YK_WHY_FAR | YK_WHY_PHONE},
    {"no place", "client_name=翎石物流", "client_name=翎石物流", NAN, YK_PAIR_REVIEW, YK_WHY_NAME},
    {"an equal code", "client_name=翎石物流;uscc=" CODE, "client_name=澜岸货运;uscc=" CODE, 9000,
     YK_PAIR_SAME, YK_WHY_CODE},
    {"an equal code, typed as people do", "client_name=翎石物流;uscc=" CODE,
     "client_name=澜岸;uscc=9111oooo71o926o94p", NAN, YK_PAIR_SAME, YK_WHY_CODE},
    {"an equal code that is none", "client_name=翎石物流;uscc=91110000710926095P",
     "client_name=澜岸货运;uscc=91110000710926095P", 9000, -1, 0},
    {"two codes", "client_name=翎石物流;uscc=" CODE, "client_name=翎石物流;uscc=" OTHER_CODE, 10,
     -1, 0},
    {"two codes, one phone", "client_name=翎石物流;uscc=" CODE PHONE,
     "client_name=翎石物流;uscc=" OTHER_CODE PHONE, 10, YK_PAIR_REVIEW,
     YK_WHY_OTHER_CODE | YK_WHY_PHONE},
    {"numbers", "client_name=芸溪第一小学", "client_name=芸溪二小", 10, -1, 0},
    {"the same number", "client_name=芸溪第一小学", "client_name=芸溪一小", 10, YK_PAIR_SAME,
     YK_WHY_NAME},
    {"a number left out", "client_name=翎石花园二期", "client_name=翎石花园", 10, -1, 0},
    {"branches", "client_name=翎石超市海沧店", "client_name=翎石超市（集美店）", 4000,
     YK_PAIR_SITES, YK_WHY_BRANCH},
    {"head office and branch", "client_name=翎石物流有限公司",
     "client_name=翎石物流有限公司海沧分公司", 4000, YK_PAIR_SITES, YK_WHY_BRANCH},
    {"head office and branch at one door", "client_name=翎石物流有限公司",
     "client_name=翎石物流有限公司海沧分公司", 20, YK_PAIR_REVIEW, YK_WHY_BRANCH | YK_WHY_NEAR},
    {"an equal code at two branches", "client_name=翎石超市海沧店;uscc=" CODE,
     "client_name=翎石超市集美店;uscc=" CODE, 4000, YK_PAIR_SITES, YK_WHY_CODE},
    {"a common name, far", "client_name=宏达物流", "client_name=宏达物流", 4000, -1, 0},
    {"a common name, near", "client_name=宏达物流", "client_name=宏达物流", 40, YK_PAIR_SAME,
     YK_WHY_GENERIC},
    {"a common name and a phone", "client_name=宏达物流" PHONE, "client_name=宏达物流" PHONE, 4000,
     YK_PAIR_REVIEW, YK_WHY_GENERIC | YK_WHY_PHONE},
    {"two characters, far", "client_name=翎石", "client_name=翎石", 4000, -1, 0},
    {"a phone typed in two ways", "client_name=翎石物流;contact:contact_phone=0592-6081234",
     "client_name=翎石;contact:contact_phone=+86 592 6081234", NAN, YK_PAIR_REVIEW, YK_WHY_PHONE},
    {"one letter off, near", "client_name=宏达物流", "client_name=鸿达物流", 40, YK_PAIR_REVIEW,
     YK_WHY_NEAR},
    {"a school and a firm", "client_name=厦门翎石;category=school",
     "client_name=翎石;category=logistics", 10, YK_PAIR_REVIEW, YK_WHY_OTHER_CATEGORY},
    {"two districts", "client_name=厦门市海沧区翎石物流", "client_name=厦门市集美区翎石物流", 90,
     YK_PAIR_REVIEW, YK_WHY_PLACE},
    {"two bureaus", "client_name=海沧区教育局", "client_name=集美区教育局", 90, -1, 0},
    {"an address alone", "client_name=翎石物流;address=厦门市海沧区新美路119号",
     "client_name=翎石石材;address=新美路１１９号", NAN, -1, 0},
    {"other trades at one address", "client_name=翎石物流;address=厦门市海沧区新美路119号" PHONE,
     "client_name=翎石石材;address=新美路１１９号" PHONE, NAN, YK_PAIR_REVIEW,
     YK_WHY_ADDRESS | YK_WHY_PHONE},
    {"a man of one name", "client_name=王师傅;category=transient",
     "client_name=王师傅;category=transient", 5, YK_PAIR_REVIEW, YK_WHY_GENERIC},
    {"nameless doors", "category=other", "category=other", 5, -1, 0},
    {"a door gone and the same door", "client_name=翎石物流;visit_result=closed_moved",
     "client_name=翎石物流;visit_result=completed", 5, YK_PAIR_SAME, YK_WHY_NEAR},
};

static void pairs_by_rule(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct doors d;
        doors_init(&d);
        add_door(&d, pairs[i].one, 0, 0);
        add_door(&d, pairs[i].other, isnan(pairs[i].metres) ? NAN : 0, pairs[i].metres);
        match(&d);
        const struct yk_pair *p = pair_of(&d, 0, 1);
        if ((p ? (int)p->kind : -1) != pairs[i].kind)
            fail_msg("%s: kind %d, score %.3f", pairs[i].word, p ? (int)p->kind : -1,
                     p ? p->score : 0);
        if (p && (p->why & pairs[i].why) != pairs[i].why)
            fail_msg("%s: why %#x", pairs[i].word, p->why);
        if (one_client(&d, 0, 1) != (pairs[i].kind == YK_PAIR_SAME))
            fail_msg("%s: one client or two", pairs[i].word);
        if ((d.match.sites[0] == d.match.sites[1]) !=
            (pairs[i].kind == YK_PAIR_SAME || pairs[i].kind == YK_PAIR_SITES))
            fail_msg("%s: sites", pairs[i].word);
        doors_release(&d);
    }
}

/* A phone that nine doors give is nobody's. */
static void a_shared_phone_says_nothing(void **state)
{
    (void)state;
    static const char *const own[] = {"翎石", "翎岸", "翎川", "翎峰", "翎原",
                                      "翎桥", "翎舟", "翎帆", "翎谷"};
    struct doors d;
    doors_init(&d);
    for (size_t i = 0; i < 9; i++)
        add_door(&d, yk_arena_printf(&d.arena, "client_name=%s物流" PHONE, own[i]), NAN, NAN);
    match(&d);
    for (size_t i = 0; i < d.match.pairs; i++)
        assert_false(d.match.pair[i].why & YK_WHY_PHONE);
    doors_release(&d);
}

/* A ~ B and B ~ C by code and by name, but A and C have two codes, two numbers, or were told apart.
 */
static void a_chain_does_not_bind_what_cannot_be(void **state)
{
    (void)state;
    struct doors d;
    doors_init(&d);
    add_door(&d, "client_name=翎石物流;uscc=" CODE, 0, 0);
    add_door(&d, "client_name=翎石物流", 0, 100);
    add_door(&d, "client_name=翎石物流;uscc=" OTHER_CODE, 0, 190);
    match(&d);
    assert_false(one_client(&d, 0, 2));
    assert_true(one_client(&d, 0, 1) != one_client(&d, 1, 2));
    doors_release(&d);

    doors_init(&d);
    for (size_t i = 0; i < 3; i++)
        add_door(&d, "client_name=翎石物流", 0, 80 * (double)i);
    decide(&d, 0, 2, YK_DECIDED_APART);
    match(&d);
    assert_false(one_client(&d, 0, 2));
    assert_int_equal(pair_of(&d, 0, 2)->kind, YK_PAIR_TOLD_APART);
    doors_release(&d);
}

static void a_persons_word_wins(void **state)
{
    (void)state;
    struct doors d;
    doors_init(&d);
    add_door(&d, "client_name=翎石物流;uscc=" CODE, 0, 0);
    add_door(&d, "client_name=澜岸幼儿园;uscc=" OTHER_CODE, 9000, 0);
    add_door(&d, "client_name=翎石物流;uscc=" CODE, 0, 10);
    decide(&d, 0, 1, YK_DECIDED_SAME);
    decide(&d, 0, 2, YK_DECIDED_APART);
    match(&d);
    assert_true(one_client(&d, 0, 1));
    assert_false(one_client(&d, 0, 2));
    assert_int_equal(pair_of(&d, 0, 1)->kind, YK_PAIR_TOLD_SAME);
    assert_true(pair_of(&d, 0, 1)->why & YK_WHY_TOLD);
    doors_release(&d);
}

/* The hidden column of our own workbook: a whole id, 8 digits of it, one handed out earlier. */
static void client_numbers_that_come_back(void **state)
{
    (void)state;
    static const struct {
        const char *number;
        bool same;
    } cases[] = {
        {"00000000000000000000000000000000", true},
        {"00000000", true},
        {" 0000 0000 ", true},
        {"0000000", false},
        {"cccccccc", true},
        {"dddddddd", false},
        {"00000001", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct doors d;
        doors_init(&d);
        add_door(&d, "client_name=翎石物流", 0, 0);
        add_door(&d,
                 yk_arena_printf(&d.arena, "client_name=澜岸饭店;client_id=%s", cases[i].number),
                 5000, 0);
        d.t.issued[d.t.issues++] = (struct yk_issued){
            {"cccccccccccccccccccccccccccccccc"}, d.t.door[0].submission, "2026-03-01T00:00:00Z"};
        match(&d);
        if (one_client(&d, 0, 1) != cases[i].same)
            fail_msg("client_id %s", cases[i].number);
        doors_release(&d);
    }
}

/* --- properties --------------------------------------------------------------------------------
 */

static const char *const own_names[] = {"翎石", "翎岸", "宏达", "鸿达", "澜岸", "澜石"};
static const char *const ends[] = {"物流有限公司", "货运",     "物流",     "超市海沧店",
                                   "超市集美店",   "花园一期", "花园二期", ""};

static void crowd(struct doors *d, size_t seed)
{
    for (size_t i = 0; i < MOST_DOORS; i++) {
        size_t r = (i * 7919 + seed * 104729) % 1009;
        add_door(d,
                 yk_arena_printf(&d->arena, "client_name=%s%s%s;uscc=%s", r % 3 ? "厦门" : "",
                                 own_names[r % 6], ends[r / 6 % 8],
                                 r % 11  ? ""
                                 : r % 2 ? CODE
                                         : OTHER_CODE),
                 (double)(r * 31 % 400), r % 13 ? (double)(r * 17 % 400) : NAN);
        d->seen[i].located = r % 13 != 0;
    }
    decide(d, seed % MOST_DOORS, (seed * 3 + 1) % MOST_DOORS, YK_DECIDED_APART);
    decide(d, (seed * 5 + 2) % MOST_DOORS, (seed * 7 + 3) % MOST_DOORS, YK_DECIDED_SAME);
}

/* The doors backwards: clients and pairs are the same ones. */
static void order_says_nothing(void **state)
{
    (void)state;
    for (size_t seed = 1; seed <= 20; seed++) {
        struct doors d, back;
        doors_init(&d);
        doors_init(&back);
        crowd(&d, seed);
        crowd(&back, seed);
        for (size_t i = 0; i < MOST_DOORS; i++) {
            back.t.door[i] = d.t.door[MOST_DOORS - 1 - i];
            back.seen[i] = d.seen[MOST_DOORS - 1 - i];
        }
        match(&d);
        match(&back);
        assert_int_equal(d.match.pairs, back.match.pairs);
        for (size_t i = 0; i < MOST_DOORS; i++) {
            assert_int_equal(d.match.client[i],
                             MOST_DOORS - 1 - back.match.client[MOST_DOORS - 1 - i]);
            assert_int_equal(d.match.sites[i],
                             MOST_DOORS - 1 - back.match.sites[MOST_DOORS - 1 - i]);
        }
        for (size_t i = 0; i < d.match.pairs; i++) {
            assert_int_equal(d.match.pair[i].a, MOST_DOORS - 1 - back.match.pair[i].a);
            assert_int_equal(d.match.pair[i].b, MOST_DOORS - 1 - back.match.pair[i].b);
            assert_int_equal(d.match.pair[i].kind, back.match.pair[i].kind);
        }
        doors_release(&d);
        doors_release(&back);
    }
}

/* Two doors of one client never have two right codes or were told apart, unless told the same. */
static void clients_hold_together(void **state)
{
    (void)state;
    for (size_t seed = 1; seed <= 20; seed++) {
        struct doors d;
        doors_init(&d);
        crowd(&d, seed);
        d.t.decisions = 1; /* the one that tells apart */
        match(&d);
        for (size_t i = 0; i < MOST_DOORS; i++)
            for (size_t j = 0; j < i; j++) {
                const char *a = yk_answer_text(&d.t.door[i].answers, "uscc");
                const char *b = yk_answer_text(&d.t.door[j].answers, "uscc");
                if (one_client(&d, i, j) && *a && *b)
                    assert_string_equal(a, b);
            }
        assert_false(one_client(&d, seed % MOST_DOORS, (seed * 3 + 1) % MOST_DOORS));
        doors_release(&d);
    }
}

static void nobody(void **state)
{
    (void)state;
    struct doors d;
    doors_init(&d);
    match(&d);
    assert_int_equal(d.match.pairs, 0);
    doors_release(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_by_rule),
        cmocka_unit_test(a_shared_phone_says_nothing),
        cmocka_unit_test(a_chain_does_not_bind_what_cannot_be),
        cmocka_unit_test(a_persons_word_wins),
        cmocka_unit_test(client_numbers_that_come_back),
        cmocka_unit_test(order_says_nothing),
        cmocka_unit_test(clients_hold_together),
        cmocka_unit_test(nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
