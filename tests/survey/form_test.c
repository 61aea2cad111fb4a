/* form_test.c - the forms in survey-forms/ are read whole, and what a form may not say is refused.
 * Counts of the census form are those of the agreed sheets (119 rows, 22 categories, two repeats).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "../support/csv_rows.h"
#include "youka/survey/expression.h"
#include "youka/survey/form.h"

static struct yk_form *read_dir(struct yk_arena *a, const char *form)
{
    static const char *const sheet[] = {"survey", "choices", "settings"};
    struct yk_rows rows[3];
    struct yk_form *out = NULL;
    struct yk_err err = {0};
    for (int i = 0; i < 3; i++) {
        const char *path = yk_arena_printf(a, "survey-forms/%s/%s.csv", form, sheet[i]);
        const char *text = csv_text_of(a, path);
        if (!text)
            fail_msg("%s cannot be read (run from the root of the repository)", path);
        rows[i] = csv_rows(a, text);
    }
    if (yk_form_read(&out, &rows[0], &rows[1], &rows[2], a, &err))
        fail_msg("%s: %s", form, err.text);
    return out;
}

static const struct yk_field *at(const struct yk_form *form, const char *name)
{
    const struct yk_field *f = yk_form_field(form, name);
    if (!f)
        fail_msg("no field %s", name);
    return f;
}

static void reads_the_census(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_form *form = read_dir(&a, "client_survey");
    assert_string_equal(form->id, "youka_client_survey");
    assert_string_equal(form->title, "加油站客户普查表");
    assert_string_equal(form->version, "2026010101");
    assert_int_equal(form->groups, 8);
    assert_true(form->fields > 100);
    size_t categories = 0;
    for (size_t i = 0; i < form->vocabulary.count; i++)
        categories += strcmp(form->vocabulary.choice[i].list, "category") == 0;
    assert_int_equal(categories, 22);
    assert_string_equal(yk_label(&form->vocabulary, "brand", "delivery", YK_ZH),
                        "小额配送、流动加油");

    const struct yk_field *f = at(form, "station_code");
    assert_int_equal(f->type, YK_FIELD_TEXT);
    assert_true(f->required);
    assert_null(f->relevant);
    assert_non_null(f->constraint);
    assert_string_equal(f->label[YK_ZH], "加油站编码");
    assert_string_equal(f->label[YK_EN], "Station code");
    assert_string_equal(f->message[YK_ZH], "编码应为2到20位字母、数字、_或-");
    assert_string_equal(f->path, "door/station_code");
    assert_int_equal(f->row, 7);

    f = at(form, "veh_class");
    assert_string_equal(f->path, "basic/fleet/veh_class");
    assert_string_equal(f->group, "fleet");
    assert_string_equal(f->repeat, "fleet");
    assert_string_equal(f->list, "vehicle_class");
    assert_int_equal(f->type, YK_FIELD_ONE);

    assert_int_equal(at(form, "sensitivity")->type, YK_FIELD_MANY);
    assert_int_equal(at(form, "fleet_summary")->type, YK_FIELD_CALCULATE);
    assert_string_equal(at(form, "fleet_summary")->repeat, "");
    assert_null(yk_form_field(form, "fleet"));
    yk_form_free(form);
    yk_arena_release(&a);
}

/* A name and what it stands for. */
static const char *two_answers(void *who, const char *name)
{
    const char *const *pair = who;
    for (; *pair; pair += 2)
        if (strcmp(*pair, name) == 0)
            return pair[1];
    return NULL;
}

static bool relevant(const struct yk_field *f, const char *const *answers, struct yk_arena *a)
{
    struct yk_scope scope = {.value_of = two_answers, .who = (void *)answers};
    return yk_expression_true(f->relevant, &scope, a);
}

/* A question is asked when its group's condition and its own hold. */
static void joins_conditions(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_form *form = read_dir(&a, "client_survey");
    const struct yk_field *beds = at(form, "bed_count");
    assert_true(relevant(
        beds, (const char *const[]){"visit_result", "completed", "category", "hospital", NULL},
        &a));
    assert_false(relevant(
        beds, (const char *const[]){"visit_result", "completed", "category", "hotel", NULL}, &a));
    assert_false(relevant(
        beds, (const char *const[]){"visit_result", "refused", "category", "hospital", NULL}, &a));
    assert_false(relevant(at(form, "contact_name"),
                          (const char *const[]){"visit_result", "refused", NULL}, &a));
    yk_form_free(form);
    yk_arena_release(&a);
}

static void reads_all_forms(void **state)
{
    (void)state;
    static const struct {
        const char *form, *field[6];
    } t[] = {
        {"station", {"code", "area_manager", "datum", "class", "radius_m", "target_litres"}},
        {"competitor", {"brand", "posted_g92", "real_d0", "nozzles", "access", "survey_date"}},
        {"visit", {"station_code", "direction", "result", "stage", "decider_met", "next_date"}},
        {"traffic", {"road", "time_from", "pass_heavy", "enter_car", "full_fills", "litres_fill"}},
        {"satisfaction", {"overall", "fuel_quality", "speed", "invoice", "recommend", "complaint"}},
        {"walk_list",
         {"grid_id", "polygon", "doors_expected", "doors_source", "person", "due_date"}},
        {"sales", {"station_name", "sold_on", "card", "buyer", "litres", "times"}},
        {"staff", {"station_code", "role", "hours_week", "skill", "categories", "code"}},
    };
    struct yk_arena a = {0};
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        struct yk_form *form = read_dir(&a, t[i].form);
        for (size_t k = 0; k < 6; k++)
            at(form, t[i].field[k]);
        for (size_t k = 0; k < form->fields; k++) {
            const struct yk_field *f = &form->field[k];
            bool shown = f->type != YK_FIELD_META && f->type != YK_FIELD_CALCULATE;
            if (shown && strcmp(f->label[YK_ZH], f->label[YK_EN]) == 0)
                fail_msg("%s: %s has one label for both languages", t[i].form, f->name);
            if (f->constraint && (!*f->message[YK_ZH] || !*f->message[YK_EN]))
                fail_msg("%s: %s has no message", t[i].form, f->name);
        }
        yk_form_free(form);
    }
    yk_arena_release(&a);
}

/* --- small forms ---------------------------------------------------------------------------------
 */
#define HEADINGS "type,name,label,required,relevant,constraint,calculation\n"
#define CHOICES "list_name,name,label::中文 (zh),label::English (en)\nyn,yes,是,Yes\nyn,no,否,No\n"

static yk_code read_text(struct yk_form **out, struct yk_arena *a, const char *survey,
                         const char *choices, const char *settings, struct yk_err *err)
{
    struct yk_rows rows[3] = {csv_rows(a, survey), csv_rows(a, choices ? choices : CHOICES)};
    if (settings)
        rows[2] = csv_rows(a, settings);
    return yk_form_read(out, &rows[0], &rows[1], settings ? &rows[2] : NULL, a, err);
}

static void takes(void **state)
{
    (void)state;
    static const struct {
        const char *word, *survey, *choices;
    } t[] = {
        {"underlined borders", HEADINGS "begin_group,g,G\ntext,a,A\nend_group\n", NULL},
        {"an end with a name", HEADINGS "begin repeat,g,G\ntext,a,A\nend repeat,g\n", NULL},
        {"blank rows", HEADINGS ",,\ntext,a,A\n,,\n", NULL},
        {"headings in capitals", "Type,Name,Label::English\ntext,a,A\n", NULL},
        {"harmless columns",
         "type,name,label,media::image,readonly,appearance\ntext,a,A,x.png,yes,multiline\n", NULL},
        {"a third language", "type,name,label::English (en),label::Français (fr)\ntext,a,A,B\n",
         NULL},
        {"a forbidden column left blank", "type,name,label,default,choice_filter\ntext,a,A,,\n",
         NULL},
        {"a group within a repeat",
         HEADINGS "begin repeat,r,R\nbegin group,g,G\ntext,a,A\nend group\nend repeat\n", NULL},
        {"lists in pieces", HEADINGS "select_one yn,a,A\n",
         "list_name,name,label\nyn,yes,Yes\nab,a,A\nyn,no,No\n"},
        {"old heading", HEADINGS "select_one yn,a,A\n", "list name,name,label\nyn,yes,Yes\n"},
        {"one label in two lists", HEADINGS "select_one yn,a,A\n",
         "list_name,name,label\nyn,yes,Yes\nab,yes,Yes\n"},
        {"a space in a single choice", HEADINGS "select_one yn,a,A\n",
         "list_name,name,label\nyn,yes,是 的\n"},
        {"a question of the same repeat",
         HEADINGS "begin repeat,r,R\ntext,a,A\ntext,b,B,,${a}='x'\nend repeat\n", NULL},
        {"a name used before it stands", HEADINGS "text,a,A,,${b}='x'\ntext,b,B\n", NULL},
        {"20 characters", HEADINGS "text,a2345678901234567890,A\n", NULL},
    };
    struct yk_arena a = {0};
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        struct yk_form *form = NULL;
        struct yk_err err = {0};
        if (read_text(&form, &a, t[i].survey, t[i].choices, NULL, &err))
            fail_msg("%s: %s", t[i].word, err.text);
        yk_form_free(form);
    }
    yk_arena_release(&a);
}

static void understands_required(void **state)
{
    (void)state;
    static const struct {
        const char *cell;
        bool required, depends;
    } t[] = {
        {"", false, false},        {"no", false, false},        {"FALSE", false, false},
        {"false()", false, false}, {"yes", true, false},        {"True", true, false},
        {"true()", true, false},   {"${b} = 'x'", false, true},
    };
    struct yk_arena a = {0};
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        struct yk_form *form = NULL;
        struct yk_err err = {0};
        const char *survey = yk_arena_printf(&a, HEADINGS "text,b,B\ntext,a,A,%s\n", t[i].cell);
        if (read_text(&form, &a, survey, NULL, NULL, &err))
            fail_msg("%s: %s", t[i].cell, err.text);
        const struct yk_field *f = at(form, "a");
        if (f->required != t[i].required || (f->required_if != NULL) != t[i].depends)
            fail_msg("required «%s» is misread", t[i].cell);
        yk_form_free(form);
    }
    yk_arena_release(&a);
}

static void groups_lists(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_form *form = NULL;
    struct yk_err err = {0};
    assert_int_equal(read_text(&form, &a, HEADINGS "select_one yn,a,A\n",
                               "list_name,name,label\nyn,yes,Yes\nab,a,A\nyn,no,No\n",
                               "form_id,form_title\nf,F\n", &err),
                     YK_OK);
    static const char *const order[] = {"yes", "no", "a"};
    assert_int_equal(form->vocabulary.count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(form->vocabulary.choice[i].code, order[i]);
    assert_string_equal(form->id, "f");
    assert_string_equal(at(form, "a")->label[YK_EN], "A");
    assert_string_equal(at(form, "a")->label[YK_ZH], "A");
    yk_form_free(form);
    yk_arena_release(&a);
}

struct refusal {
    const char *word, *survey, *choices, *settings, *says[2];
};

static void expect_refusals(const struct refusal *t, size_t count)
{
    struct yk_arena a = {0};
    for (size_t i = 0; i < count; i++) {
        struct yk_form *form = NULL;
        struct yk_err err = {0};
        if (read_text(&form, &a, t[i].survey, t[i].choices, t[i].settings, &err) != YK_E_DATA)
            fail_msg("%s: is taken", t[i].word);
        for (size_t k = 0; k < 2; k++)
            if (t[i].says[k] && !strstr(err.text, t[i].says[k]))
                fail_msg("%s: «%s» does not say «%s»", t[i].word, err.text, t[i].says[k]);
        assert_null(form);
    }
    yk_arena_release(&a);
}
#define EXPECT_REFUSALS(t) expect_refusals(t, sizeof(t) / sizeof *(t))
#define SAYS(...) .says = {__VA_ARGS__}

static void refuses_types_and_names(void **state)
{
    (void)state;
    static const struct refusal t[] = {
        {"unknown type", HEADINGS "text,a,A\nbarcode,b,B\n",
         SAYS("sheet survey, row 3, column type, «barcode»")},
        {"range", HEADINGS "range,a,A\n", SAYS("«range»", "not in the part of XLSForm")},
        {"other choice", HEADINGS "select_one yn or_other,a,A\n",
         SAYS("row 2, column type, «select_one yn or_other»")},
        {"external choices", HEADINGS "select_one_from_file x.csv,a,A\n",
         SAYS("row 2, column type")},
        {"choice without list", HEADINGS "select_one,a,A\n", SAYS("names one list")},
        {"no such list", HEADINGS "text,b,B\nselect_one zz,a,A\n",
         SAYS("row 3, column type, «select_one zz»", "no such list")},
        {"word behind a type", HEADINGS "text yn,a,A\n", SAYS("nothing may follow")},
        {"no type", HEADINGS ",a,A\n", SAYS("sheet survey, row 2", "no type")},
        {"no name", HEADINGS "text,,A\n", SAYS("row 2, column name")},
        {"capital", HEADINGS "text,Name,A\n", SAYS("row 2, column name, «Name»")},
        {"digit first", HEADINGS "text,1a,A\n", SAYS("column name, «1a»")},
        {"hyphen", HEADINGS "text,a-b,A\n", SAYS("column name, «a-b»")},
        {"21 characters", HEADINGS "text,a23456789012345678901,A\n", SAYS("at most 20")},
        {"name twice", HEADINGS "text,a,A\ninteger,a,B\n",
         SAYS("row 3, column name, «a»", "row 2")},
        {"name of a group twice", HEADINGS "begin group,a,A\ntext,a,A\nend group\n",
         SAYS("row 3, column name, «a»")},
        {"no label", HEADINGS "text,a,\n", SAYS("row 2", "no label")},
        {"no question", HEADINGS, SAYS("no question")},
    };
    EXPECT_REFUSALS(t);
}

static void refuses_groups(void **state)
{
    (void)state;
    static const struct refusal t[] = {
        {"open group", HEADINGS "text,b,B\nbegin group,g,G\ntext,a,A\n",
         SAYS("row 3, column type", "no end")},
        {"end of nothing", HEADINGS "text,a,A\nend group\n",
         SAYS("row 3, column type", "nothing has begun")},
        {"wrong end", HEADINGS "begin repeat,g,G\ntext,a,A\nend group\n", SAYS("row 4", "row 2")},
        {"repeat in repeat",
         HEADINGS "begin repeat,g,G\nbegin repeat,h,H\ntext,a,A\nend repeat\nend repeat\n",
         SAYS("row 3, column type", "inside a repeat")},
        {"constraint of a group", HEADINGS "begin group,g,G,,,. > 1\ntext,a,A\nend group\n",
         SAYS("row 2, column constraint, «. > 1»")},
    };
    EXPECT_REFUSALS(t);
}

static void refuses_columns(void **state)
{
    (void)state;
    static const struct refusal t[] = {
        {"no type column", "name,label\na,A\n", SAYS("«type»", "name, label")},
        {"unknown column", "type,name,label,colour\ntext,a,A,\n",
         SAYS("sheet survey, row 1", "«colour»")},
        {"unknown column of choices", HEADINGS "text,a,A\n",
         "list_name,name,label,region\nyn,yes,Yes,x\n", SAYS("sheet choices, row 1", "«region»")},
        {"unknown setting", HEADINGS "text,a,A\n", NULL, "form_id,colour\nf,red\n",
         SAYS("sheet settings, row 1", "«colour»")},
        {"column twice", "type,name,label,Label\ntext,a,A,B\n", SAYS("«Label»", "twice")},
        {"one language twice", "type,name,label::English (en),label::en\ntext,a,A,B\n",
         SAYS("«label::en»", "twice")},
        {"text under no heading", "type,name,label,\ntext,a,A,B\n", SAYS("row 2", "no heading")},
        {"choice filter", "type,name,label,choice_filter\ntext,a,A,b=1\n",
         SAYS("row 2, column choice_filter, «b=1»")},
        {"default", "type,name,label,default\ntext,a,A,5\n", SAYS("row 2, column default, «5»")},
        {"trigger", "type,name,label,trigger\ntext,a,A,${a}\n", SAYS("row 2, column trigger")},
        {"repeat count",
         "type,name,label,repeat_count\nbegin repeat,r,R,3\ntext,a,A,\nend repeat,,,\n",
         SAYS("row 2, column repeat_count, «3»")},
        {"calculation of a text", HEADINGS "text,a,A,,,,1 + 1\n",
         SAYS("row 2, column calculation, «1 + 1»")},
        {"calculate without one", HEADINGS "calculate,a,A\n",
         SAYS("row 2", "calculation is blank")},
        {"constraint of a note", HEADINGS "note,a,A,,,. > 1\n", SAYS("row 2, column constraint")},
        {"required calculate", HEADINGS "calculate,a,A,yes,,,1\n",
         SAYS("row 2, column required, «yes»")},
    };
    EXPECT_REFUSALS(t);
}

static void refuses_expressions(void **state)
{
    (void)state;
    static const struct refusal t[] = {
        {"bad constraint", HEADINGS "text,b,B\ninteger,a,A,,,. >> 3\n",
         SAYS("sheet survey, row 3, column constraint, «. >> 3»", "at character 4")},
        {"unknown function", HEADINGS "calculate,a,A,,,,uuid()\n",
         SAYS("column calculation, «uuid()»")},
        {"bad required", HEADINGS "text,a,A,maybe\n", SAYS("row 2, column required, «maybe»")},
        {"no such question", HEADINGS "text,a,A,,${zz} = 1\n",
         SAYS("row 2, column relevant, «${zz} = 1»", "named zz")},
        {"name of a group", HEADINGS "begin group,g,G\ntext,a,A\nend group\ntext,b,B,,${g} = 1\n",
         SAYS("row 5, column relevant", "named g")},
        {"dot in relevant", HEADINGS "text,a,A,,. = 1\n",
         SAYS("row 2, column relevant", "constraint only")},
        {"many values", HEADINGS "begin repeat,r,R\ntext,a,A\nend repeat\ntext,b,B,,${a} = 1\n",
         SAYS("row 5, column relevant, «${a} = 1»", "join()")},
        {"needs itself", HEADINGS "text,a,A,,${a} = 1\n",
         SAYS("row 2, column name, «a»", "own answer")},
        {"circle of two", HEADINGS "text,c,C,,${a} = 1\ntext,a,A,,${b} = 1\ntext,b,B,,${a} = 1\n",
         SAYS("column name", "own answer")},
        {"circle by its group", HEADINGS "begin group,g,G,,${a} = 1\ntext,a,A\nend group\n",
         SAYS("row 3, column name, «a»")},
        {"circle of calculations", HEADINGS "calculate,a,,,,,${b} + 1\ncalculate,b,,,,,${a} + 1\n",
         SAYS("own answer")},
        {"instance name", HEADINGS "text,a,A\n", NULL, "form_id,instance_name\nf,${zz}\n",
         SAYS("sheet settings, row 2, column instance_name, «${zz}»")},
    };
    EXPECT_REFUSALS(t);
}

static void refuses_choices(void **state)
{
    (void)state;
#define ONE HEADINGS "select_one yn,a,A\n"
#define MANY HEADINGS "select_multiple yn,a,A\n"
#define LIST "list_name,name,label::中文 (zh),label::English (en)\n"
    static const struct refusal t[] = {
        {"no list column", ONE, "name,label\nyes,Yes\n",
         SAYS("sheet choices, row 1", "«list_name»")},
        {"no list name", ONE, LIST "yn,yes,是,Yes\n,no,否,No\n",
         SAYS("sheet choices, row 3, column list_name")},
        {"code twice", ONE, LIST "yn,yes,是,Yes\nyn,yes,对,Right\n",
         SAYS("sheet choices, row 3, column name, «yes»", "row 2")},
        {"label twice", ONE, LIST "yn,yes,是,Yes\nyn,y,是,Right\n",
         SAYS("row 3, column label::中文 (zh), «是»", "row 2")},
        {"label twice but for case", ONE, LIST "yn,yes,是,Aye\nyn,y,对,AYE\n",
         SAYS("row 3", "«AYE» is already")},
        {"label of one, code of another", ONE, LIST "yn,a,甲,B\nyn,b,乙,C\n",
         SAYS("row 3, column name, «b»")},
        {"slash", ONE, LIST "yn,yes,是/对,Yes\n", SAYS("row 2", "hold a /")},
        {"slash in English", ONE, LIST "yn,yes,是,Yes/right\n", SAYS("row 2", "hold a /")},
        {"space in a code", ONE, LIST "yn,y s,是,Yes\n", SAYS("row 2, column name, «y s»")},
        {"no label", ONE, LIST "yn,yes,,\n", SAYS("row 2", "no label")},
        {"space in a multiple choice", MANY, LIST "yn,yes,是 的,Yes\n",
         SAYS("row 2, column label::中文 (zh), «是 的»", "space")},
        {"wide space", MANY, LIST "yn,yes,是\xE3\x80\x80的,Yes\n", SAYS("row 2", "space")},
    };
    EXPECT_REFUSALS(t);
}

/* A chain of as many questions as a sheet holds must not exhaust the stack. */
static void stands_a_long_chain(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    struct yk_form *form = NULL;
    struct yk_err err = {0};
    struct yk_buf survey = {0};
    yk_buf_puts(&survey, HEADINGS);
    for (int i = 0; i < 60000; i++)
        yk_buf_printf(&survey, "text,q%d,Q,,${q%d} = 1\n", i, i + 1);
    yk_buf_puts(&survey, "text,q60000,Q\n");
    if (read_text(&form, &a, survey.text, NULL, NULL, &err))
        fail_msg("%s", err.text);
    yk_form_free(form);
    yk_buf_release(&survey);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_census),        cmocka_unit_test(joins_conditions),
        cmocka_unit_test(reads_all_forms),         cmocka_unit_test(takes),
        cmocka_unit_test(understands_required),    cmocka_unit_test(groups_lists),
        cmocka_unit_test(refuses_types_and_names), cmocka_unit_test(refuses_groups),
        cmocka_unit_test(refuses_columns),         cmocka_unit_test(refuses_expressions),
        cmocka_unit_test(refuses_choices),         cmocka_unit_test(stands_a_long_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
