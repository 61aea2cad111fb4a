/* asking_test.c - a form as questions: when each is asked, what a cell can keep of its rule.
 * Expected bounds are read off the expressions by hand. */
#include "take_desk.h"

#include "youka/survey/asking.h"

static const char choices[] = "list_name,name,label::中文 (zh),label::English (en)\n"
                              "kind,school,学校,School\nkind,hotel,宾馆,Hotel\n"
                              "yes_no,yes,是,Yes\nyes_no,no,否,No\n";

/* The questions of a form with one more row; kind and n stand before it. */
static struct yk_questions ask(struct yk_arena *a, struct yk_form **form, const char *rows)
{
    struct yk_questions q;
    const char *survey = yk_arena_printf(
        a,
        "type,name,label,required,relevant,constraint,each_visit\n"
        "select_one kind,kind,Kind,yes,,,\ninteger,n,How many,,,,yes\nnote,hello,Hello,,,,\n%s",
        rows);
    *form = read_form(a, survey, choices);
    yk_questions_of(&q, *form, YK_EN, a);
    return q;
}

static void bounds_are_those_of_the_rule(void **state)
{
    (void)state;
    static const struct {
        const char *type, *rule;
        enum yk_limit_kind kind;
        struct yk_bound least, most;
    } cases[] = {
        {"integer", "", YK_LIMIT_WHOLE, {0}, {0}},
        {"decimal", "", YK_LIMIT_NUMBER, {0}, {0}},
        {"date", "", YK_LIMIT_DAY, {0}, {0}},
        {"text", "", YK_LIMIT_NONE, {0}, {0}},
        {"integer",
         ". >= 1 and . <= 5",
         YK_LIMIT_WHOLE,
         {.set = true, .value = 1},
         {.set = true, .value = 5}},
        {"decimal",
         ". > 0 and 100 >= .",
         YK_LIMIT_NUMBER,
         {.set = true, .beyond = true},
         {.set = true, .value = 100}},
        {"integer",
         ". >= -3 and . > -3 and . >= -9",
         YK_LIMIT_WHOLE,
         {.set = true, .beyond = true, .value = -3},
         {0}},
        {"integer", "(. >= 0) and (${n} = '' or . <= ${n})", YK_LIMIT_WHOLE, {.set = true}, {0}},
        {"integer", ". >= 0 or . = -1", YK_LIMIT_WHOLE, {0}, {0}},
        {"integer", "not(. >= 3)", YK_LIMIT_WHOLE, {0}, {0}},
        {"date", ". <= today()", YK_LIMIT_DAY, {0}, {.set = true, .today = true}},
        {"date",
         ". < today() + 30",
         YK_LIMIT_DAY,
         {0},
         {.set = true, .today = true, .beyond = true, .value = 30}},
        {"date", ". >= '1970-01-11'", YK_LIMIT_DAY, {.set = true, .value = 10}, {0}},
        {"text", "string-length(.) <= 40", YK_LIMIT_LENGTH, {0}, {.set = true, .value = 40}},
        {"text",
         "string-length(.) = 18",
         YK_LIMIT_LENGTH,
         {.set = true, .value = 18},
         {.set = true, .value = 18}},
        {"text", "regex(., '[0-9]{6}')", YK_LIMIT_NONE, {0}, {0}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct yk_arena a = {0};
        struct yk_form *form;
        struct yk_questions q =
            ask(&a, &form, yk_arena_printf(&a, "%s,x,X,,,\"%s\",\n", cases[i].type, cases[i].rule));
        const struct yk_limit *got = &q.question[2].limit;
        const struct yk_bound *side[][2] = {{&got->least, &cases[i].least},
                                            {&got->most, &cases[i].most}};
        bool same = got->kind == cases[i].kind;
        for (int s = 0; s < 2; s++)
            same = same && side[s][0]->set == side[s][1]->set &&
                   side[s][0]->beyond == side[s][1]->beyond &&
                   side[s][0]->today == side[s][1]->today && side[s][0]->value == side[s][1]->value;
        if (!same)
            fail_msg("%s «%s»: kind %d, %g to %g", cases[i].type, cases[i].rule, got->kind,
                     got->least.value, got->most.value);
        yk_form_free(form);
        yk_arena_release(&a);
    }
}

static void conditions_are_put_in_words(void **state)
{
    (void)state;
    static const struct {
        const char *relevant, *required, *when;
        enum yk_need need;
    } cases[] = {
        {"", "", "", YK_NEED_NOT},
        {"", "yes", "", YK_NEED_ALWAYS},
        {"${kind}='school'", "yes", "“Kind” is School", YK_NEED_SOMETIMES},
        {"${kind}='school' or ${kind}='hotel'", "", "“Kind” is School, Hotel", YK_NEED_NOT},
        {"selected(${kind}, 'hotel')", "", "“Kind” is Hotel", YK_NEED_NOT},
        {"${kind}!='hotel'", "", "“Kind” is not Hotel", YK_NEED_NOT},
        {"${n} != ''", "yes", "“How many” is filled in", YK_NEED_SOMETIMES},
        {"${n} != '' or ${kind}='hotel'", "", "“How many” is filled in or “Kind” is Hotel",
         YK_NEED_NOT},
        {"${n} != '' and ${kind}='hotel'", "", "“How many” is filled in, “Kind” is Hotel",
         YK_NEED_NOT},
        {"${n} > 3", "yes", "", YK_NEED_SOMETIMES},
        {"", "${n} != ''", "", YK_NEED_SOMETIMES},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct yk_arena a = {0};
        struct yk_form *form;
        struct yk_questions q = ask(
            &a, &form,
            yk_arena_printf(&a, "text,x,X,%s,\"%s\",,\n", cases[i].required, cases[i].relevant));
        assert_int_equal(q.count, 3); /* the note is no question */
        same_text(cases[i].relevant, q.question[2].when, cases[i].when);
        assert_int_equal(q.question[2].need, cases[i].need);
        assert_true(q.question[1].each_visit);
        assert_false(q.question[2].each_visit);
        yk_form_free(form);
        yk_arena_release(&a);
    }
}

/* What a whole group depends on is said once, of the group. */
static void groups_say_their_own(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_form *form;
    struct yk_questions q = ask(&a, &form,
                                "begin group,g,Group,,${n} != '',,\n"
                                "text,x,X,yes,,,\ntext,y,Y,,${kind}='hotel',,\n"
                                "begin repeat,r,Line,,,,\ntext,z,Z,yes,,,\ntext,w,W,,,,\n"
                                "end repeat,,,,,,\nend group,,,,,,\n");
    assert_int_equal(q.count, 6);
    assert_int_equal(q.sections, 3);
    same_text("group", q.section[0].when, "“How many” is filled in");
    same_text("x", q.question[2].when, "");
    same_text("y", q.question[3].when, "“Kind” is Hotel");
    assert_int_equal(q.question[2].need, YK_NEED_SOMETIMES);
    assert_int_equal(q.question[4].need, YK_NEED_ALWAYS); /* of every line */
    same_text("z", q.question[4].repeat, "r");
    assert_true(q.section[1].repeat);
    assert_int_equal(q.question[4].section, 1);
    assert_int_equal(q.question[0].section, 2);
    yk_form_free(form);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bounds_are_those_of_the_rule),
        cmocka_unit_test(conditions_are_put_in_words),
        cmocka_unit_test(groups_say_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
