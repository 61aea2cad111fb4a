/* repeats_test.c - vehicles and contacts: in a file of their own, packed in a cell, flat in the
 * row. */
#include "take_desk.h"

static struct desk desk;

#define MUST "station_code,survey_date,visit_result,client_name,category,address,KEY"
#define DOOR "S001,2026-03-05,completed,Alpha Co,hotel,1 Main Road,uuid:a"

/* "class*count*fuel; …" of what was taken, for comparing. */
static const char *lines_of(const char *repeat, const char *const *code, size_t codes)
{
    static char text[1024];
    size_t n = 0;
    const struct yk_repeat *r =
        desk.batch.count ? yk_answer_repeat(&desk.batch.submission[0].answers, repeat) : NULL;
    text[0] = '\0';
    for (size_t i = 0; r && i < r->count; i++)
        for (size_t k = 0; k < codes; k++) {
            const char *one = yk_line_text(&r->line[i], code[k]);
            n += (size_t)snprintf(text + n, sizeof text - n, "%s%s",
                                  k   ? "*"
                                  : i ? "; "
                                      : "",
                                  one ? one : "");
        }
    return text;
}

static const char *fleet(void)
{
    static const char *const code[] = {"veh_class", "veh_count", "veh_fuel"};
    return lines_of("fleet", code, 3);
}

static const char *contacts(void)
{
    static const char *const code[] = {"contact_role", "contact_name", "contact_phone",
                                       "contact_consent"};
    return lines_of("contact", code, 4);
}

static void unpacks_cells(void **state)
{
    (void)state;
    static const struct {
        const char *word, *heading, *cell, *want;
        bool contact;
    } cases[] = {
        {"codes", "fleet_summary", "heavy_truck*15*d0; car*8*g92", "heavy_truck*15*d0; car*8*g92",
         false},
        {"labels", "fleet_summary", "重型货车、牵引车*15*0号柴油;小型客车(轿车、SUV)*8*92号汽油",
         "heavy_truck*15*d0; car*8*g92", false},
        {"full-width signs", "车辆明细汇总", "heavy_truck＊１５＊d0；car＊8＊g92",
         "heavy_truck*15*d0; car*8*g92", false},
        {"one blank between", "fleet_summary", "heavy_truck*15*d0; ; car*8*g92;",
         "heavy_truck*15*d0; car*8*g92", false},
        {"a part left out", "fleet_summary", "car*8*", "car*8*", false},
        {"contacts", "contact_summary", "finance*李 强*0532-80000000*yes; driver*Wang**no",
         "finance*李 强*0532-80000000*yes; driver*Wang**no", true},
        {"contact labels", "联系人汇总", "财务*李强*0532-80000000*是",
         "finance*李强*0532-80000000*yes", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk_with(&desk, cases[i].heading, cases[i].cell);
        if (desk.batch.rejects)
            fail_msg("%s: %s", cases[i].word, desk.batch.reject[0].reason);
        same_text(cases[i].word, cases[i].contact ? contacts() : fleet(), cases[i].want);
        same_text(cases[i].word, desk_answer(&desk, cases[i].heading), NULL);
    }
}

static void refuses_bad_parts(void **state)
{
    (void)state;
    static const struct {
        const char *word, *cell, *value, *reason, *hint;
    } cases[] = {
        {"unknown class", "tank*15*d0", "tank", "tank", "similar"},
        {"no number", "car*many*g92", "many", "not a number", "number"},
        {"against the rule", "car*0*g92", "0", "", "correct"},
        {"second line", "car*8*g92; car*约5*g92", "约5", "exact", "30"},
        {"too many parts", "car*8*g92*d0*x", "car*8*g92*d0*x", "at most 3 parts", "Vehicle class*"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk_with(&desk, "fleet_summary", cases[i].cell);
        if (desk.batch.rejects != 1 || desk.batch.count != 0)
            fail_msg("%s: %zu rejects", cases[i].word, desk.batch.rejects);
        const struct yk_reject *r = &desk.batch.reject[0];
        same_text(cases[i].word, r->heading, "fleet_summary");
        same_text(cases[i].word, r->value, cases[i].value);
        holds_text(cases[i].word, r->reason, cases[i].reason);
        holds_text(cases[i].word, r->hint, cases[i].hint);
        assert_int_equal(r->line, 2);
        assert_int_equal(r->row, 0);
    }
}

/* A refused row takes all lines of its own file back with it, good and bad alike, as they stood. */
static void lines_go_back_with_their_row(void **state)
{
    (void)state;
    if (desk_begin(&desk,
                   MUST "\n" DOOR "\nS001,2026-03-05,completed,Beta,hotel,2 Main Road,uuid:b\n",
                   ','))
        fail_msg("%s", desk.err.text);
    desk_repeat(&desk, "fleet",
                "veh_class,veh_count,veh_fuel,PARENT_KEY\n"
                "car,8,g92,uuid:b\ncar,many,g92,uuid:a\nheavy_truck, 3 ,d0,uuid:a\n");
    desk_take(&desk);
    assert_int_equal(desk.batch.count, 1);
    assert_int_equal(desk.batch.rejected_rows, 1);
    assert_int_equal(desk.batch.refused_lines, 2);
    size_t tables;
    const struct yk_repeat_table *table = yk_taker_repeats(desk.taker, &tables);
    assert_int_equal(tables, 1);
    same_text("file", table[0].file, "a-fleet.csv");
    same_text("parent's heading", table[0].heading[3], "PARENT_KEY");
    const struct yk_refused_line *line = desk.batch.refused_line;
    assert_int_equal(line[0].line, 3);
    same_text("bad line", line[0].cell[1], "many");
    assert_int_equal(line[1].line, 4);
    same_text("its sister", line[1].cell[0], "heavy_truck");
    same_text("the parent's key", line[1].cell[3], "uuid:a");
}

static void reads_flat_first_lines(void **state)
{
    (void)state;
    desk_with(&desk, "车型,veh_count,油品,联系人,联系电话",
              "小型客车(轿车、SUV),8,g92,李强,0532-80000000");
    assert_int_equal(desk.batch.rejects, 0);
    same_text("fleet", fleet(), "car*8*g92");
    same_text("contact", contacts(), "*李强*0532-80000000*");
    assert_true(desk_flagged(&desk, "missing", "contact_role"));
    same_text("not an answer of the row", desk_answer(&desk, "veh_count"), NULL);
    desk_with(&desk, "veh_count", "several");
    same_text("heading", desk.batch.reject[0].heading, "veh_count");
}

static void adds_flat_to_packed(void **state)
{
    (void)state;
    static const char *const code[] = {"veh_class", "veh_count", "veh_km_month"};
    desk_with(&desk, "fleet_summary,veh_class,veh_km_month", "car*8*g92; taxi*2*g92,car,900");
    same_text("the same line", lines_of("fleet", code, 3), "car*8*900; taxi*2*");
    assert_false(desk_flagged(&desk, "contradiction", "fleet"));
    desk_with(&desk, "fleet_summary,veh_class,veh_km_month", "car*8*g92,taxi,900");
    same_text("another line", lines_of("fleet", code, 3), "car*8*");
    assert_true(desk_flagged(&desk, "contradiction", "fleet"));
}

static void reads_own_files(void **state)
{
    (void)state;
    assert_int_equal(desk_begin(&desk, MUST ",fleet_summary\n" DOOR ",car*99*g92\n", ','), YK_OK);
    desk_repeat(&desk, "fleet",
                "veh_class,veh_count,veh_fuel,veh_owner,tyres,PARENT_KEY,KEY\n"
                "car,8,g92,own,new,uuid:a,uuid:a/basic/fleet[1]\n"
                "taxi,3,g92,,,uuid:b,uuid:b/basic/fleet[1]\n");
    desk_repeat(&desk, "fleet",
                "veh_class,veh_count,veh_fuel,veh_owner,tyres,PARENT_KEY,KEY\n"
                "公交车,2,d0,,,a,uuid:a/basic/fleet[2]\n"
                ",,,,,uuid:a,uuid:a/basic/fleet[3]\n");
    desk_take(&desk);
    assert_int_equal(desk.batch.rejects, 0);
    same_text("before the packed cell", fleet(), "car*8*g92; city_bus*2*d0");
    const struct yk_repeat *r = yk_answer_repeat(&desk.batch.submission[0].answers, "fleet");
    same_text("unknown column", yk_line_text(&r->line[0], "tyres"), "new");
    const char *const *warning = yk_taker_warnings(desk.taker);
    holds_text("unknown column", warning[0], "tyres");
    holds_text("no parent", warning[1], "a-fleet.csv: 1 lines belong to no row");
    holds_text("no parent", warning[1], "line 3");
    assert_null(warning[2]);
}

static void rejects_parent_and_line(void **state)
{
    (void)state;
    assert_int_equal(desk_begin(&desk, MUST ",fleet_summary\n" DOOR ",\n", ','), YK_OK);
    desk_repeat(&desk, "fleet",
                "veh_class,veh_count,veh_fuel,PARENT_KEY\n"
                "car,8,g92,uuid:a\ncar,many,g92,uuid:a\n");
    desk_take(&desk);
    assert_int_equal(desk.batch.count, 0);
    assert_int_equal(desk.batch.rejected_rows, 1);
    assert_int_equal(desk.batch.rejects, 2);
    const struct yk_reject *line = &desk.batch.reject[0], *parent = &desk.batch.reject[1];
    same_text("file", line->file, "a-fleet.csv");
    assert_int_equal(line->line, 3);
    assert_true(line->row == SIZE_MAX);
    same_text("heading", line->heading, "veh_count");
    same_text("file", parent->file, "a.csv");
    assert_int_equal(parent->line, 2);
    assert_int_equal(parent->row, 0);
    same_text("heading", parent->heading, "fleet_summary");
    holds_text("which", parent->reason, "line 3 of a-fleet.csv");
}

/* Questions of the row in a repeat's file are no questions of the line. */
static void knows_its_own_questions(void **state)
{
    (void)state;
    assert_int_equal(desk_begin(&desk, MUST "\n" DOOR "\n", ','), YK_OK);
    desk_repeat(&desk, "fleet",
                "veh_class,client_name,sensitivity/price,location-Latitude,PARENT_KEY\n"
                "car,Beta,1,36.3,uuid:a\n");
    desk_take(&desk);
    const struct yk_answers *answers = &desk.batch.submission[0].answers;
    same_text("the row's", yk_answer_text(answers, "client_name"), "Alpha Co");
    const struct yk_repeat *r = yk_answer_repeat(answers, "fleet");
    same_text("kept", yk_line_text(&r->line[0], "sensitivity/price"), "1");
    holds_text("told", yk_taker_warnings(desk.taker)[0], "location-Latitude");
}

static void wants_parents(void **state)
{
    (void)state;
    assert_int_equal(desk_begin(&desk, MUST "\n" DOOR "\n", ','), YK_OK);
    struct table lines = read_table("veh_class,veh_count\ncar,8\n", ',');
    assert_int_equal(yk_taker_repeat(desk.taker, "fleet", "f.csv", &lines.rows, &desk.err),
                     YK_E_DATA);
    holds_text("why", desk.err.text, "PARENT_KEY");
    assert_int_equal(yk_taker_repeat(desk.taker, "boats", "f.csv", &lines.rows, &desk.err),
                     YK_E_USAGE);
    free_table(&lines);
}

/* A line of a submission that was refused has a parent all the same. */
static void knows_refused_parents(void **state)
{
    (void)state;
    assert_int_equal(desk_begin(&desk, MUST ",ReviewState\n" DOOR ",rejected\n", ','), YK_OK);
    desk_repeat(&desk, "fleet", "veh_class,veh_count,veh_fuel,PARENT_KEY\ncar,8,g92,uuid:a\n");
    desk_take(&desk);
    assert_int_equal(desk.batch.rejected_rows, 1);
    assert_null(yk_taker_warnings(desk.taker)[0]);
}

static void sets_aside_what_was_not_asked(void **state)
{
    (void)state;
    assert_int_equal(desk_begin(&desk, MUST "\n" DOOR "\n", ','), YK_OK);
    desk_repeat(&desk, "fleet",
                "veh_class,veh_count,veh_fuel,veh_hours_month,PARENT_KEY\n"
                "machinery,1,d0,200,a\ncar,8,g92,nonsense,a\n");
    desk_take(&desk);
    assert_int_equal(desk.batch.rejects, 0);
    static const char *const code[] = {"veh_class", "veh_hours_month"};
    same_text("asked of machines only", lines_of("fleet", code, 2), "machinery*200; car*");
    same_text("kept", desk_answer(&desk, "fleet[2]/veh_hours_month"), "nonsense");
    assert_true(desk_flagged(&desk, "irrelevant", "fleet[2]/veh_hours_month"));

    desk_read(&desk, "station_code,survey_date,visit_result,client_name,category,address,"
                     "fleet_summary\nS001,2026-03-05,refused,A,hotel,Road,car*x*g92\n");
    assert_int_equal(desk.batch.count, 1);
    assert_int_equal(desk.batch.submission[0].answers.repeats, 0);
    same_text("refused door", desk_answer(&desk, "fleet[1]/veh_count"), "x");
}

static int open_desk(void **state)
{
    (void)state;
    desk_open(&desk);
    return 0;
}

static int close_desk(void **state)
{
    (void)state;
    desk_close(&desk);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unpacks_cells),
        cmocka_unit_test(refuses_bad_parts),
        cmocka_unit_test(lines_go_back_with_their_row),
        cmocka_unit_test(lines_go_back_with_their_row),
        cmocka_unit_test(reads_flat_first_lines),
        cmocka_unit_test(adds_flat_to_packed),
        cmocka_unit_test(reads_own_files),
        cmocka_unit_test(rejects_parent_and_line),
        cmocka_unit_test(knows_its_own_questions),
        cmocka_unit_test(wants_parents),
        cmocka_unit_test(knows_refused_parents),
        cmocka_unit_test(sets_aside_what_was_not_asked),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
