/* entry_test.c - the entry workbook from a small form and a small world: its shape, what is filled
 * in and what stays blank. The layout is that of workbooks.md. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "territory_of.h"
#include "youka/report/entry.h"

static struct yk_question question[] = {
    {YK_ASK_TEXT, "station_code", "站", "", "", "", "", YK_NEED_ALWAYS, {0}, 0, "", false},
    {YK_ASK_DAY,
     "survey_date",
     "日期",
     "",
     "",
     "不能晚于今天",
     "",
     YK_NEED_ALWAYS,
     {0},
     0,
     "",
     true},
    {YK_ASK_TEXT, "client_name", "名称", "全称", "", "", "", YK_NEED_ALWAYS, {0}, 0, "", false},
    {YK_ASK_ONE, "category", "类别", "", "category", "", "", YK_NEED_ALWAYS, {0}, 0, "", false},
    {YK_ASK_PLACE, "location", "位置", "", "", "", "", YK_NEED_NOT, {0}, 0, "", false},
    {YK_ASK_NUMBER, "lon_manual", "经度", "", "", "", "", YK_NEED_NOT, {0}, 0, "", false},
    {YK_ASK_MANY,
     "sensitivity",
     "敏感因素",
     "",
     "sensitivity",
     "",
     "",
     YK_NEED_NOT,
     {0},
     1,
     "",
     false},
    {YK_ASK_WHOLE,
     "room_count",
     "房间数",
     "",
     "",
     "应在0到9之间",
     "「类别」为宾馆",
     YK_NEED_SOMETIMES,
     {.kind = YK_LIMIT_WHOLE},
     1,
     "",
     false},
    {YK_ASK_ONE,
     "veh_class",
     "车型",
     "",
     "vehicle_class",
     "",
     "",
     YK_NEED_ALWAYS,
     {0},
     2,
     "fleet",
     false},
    {YK_ASK_WHOLE, "veh_count", "数量", "", "", "", "", YK_NEED_ALWAYS, {0}, 2, "fleet", false},
    {YK_ASK_TEXT, "contact_phone", "电话", "", "", "", "", YK_NEED_NOT, {0}, 3, "contact", false},
};
static struct yk_section section[] = {{"door", "入户", "", false},
                                      {"habit", "习惯", "", false},
                                      {"fleet", "车辆", "", true},
                                      {"contact", "联系人", "", true},
                                      {"", "", "", false}};
static const struct yk_questions questions = {"普查", question, sizeof question / sizeof *question,
                                              section, 5};

static struct small_world world;
static size_t door[DOORS];

static void make(bool unmasked, const struct yk_coverage *coverage)
{
    small_world_init(&world, YK_ZH, DOORS);
    world.view.unmasked = unmasked;
    world.view.coverage = coverage;
    struct yk_entry entry = {.questions = &questions, .door = door};
    entry.doors = yk_entry_clients(door, &world.view, 0);
    yk_report_entry(&world.view, &entry);
}

/* The column under a code. */
static size_t under(const struct yk_table *t, const char *code)
{
    for (size_t c = 0; c < t->columns; c++)
        if (t->column[c].code && !strcmp(t->column[c].code, code))
            return c;
    fail_msg("no column %s", code);
    return 0;
}

static const struct yk_cell *at(const struct yk_table *t, size_t row, const char *code)
{
    return &t->cell[row * t->columns + under(t, code)];
}

static void sheets_come_from_the_form(void **state)
{
    (void)state;
    make(false, NULL);
    assert_int_equal(world.sheets.count, 4); /* clients, two repeats, how to fill in */
    assert_string_equal(world.sheets.sheet[1]->name, "车辆");
    assert_string_equal(world.sheets.sheet[2]->name, "联系人");
    const struct yk_table *t = table_named(&world.sheets, "clients");
    static const char *const code[] = {"_index",       "client_id",   "client_name",
                                       "station_code", "survey_date", "category",
                                       "lon_manual",   "sensitivity", "room_count"};
    assert_int_equal(t->columns, sizeof code / sizeof *code); /* the phone's place is left out */
    for (size_t c = 0; c < t->columns; c++)
        assert_string_equal(t->column[c].code, code[c]);
    assert_true(t->column[1].hidden);
    assert_int_equal(t->column[under(t, "survey_date")].format, YK_AS_DAY);
    assert_int_equal(t->column[under(t, "client_name")].format, YK_AS_TEXT);
    assert_string_equal(t->column[under(t, "category")].list[1], "物流运输");
    assert_null(t->column[under(t, "category")].list[2]);
    const struct yk_column *many = &t->column[under(t, "sensitivity")];
    assert_null(many->list);
    assert_non_null(strstr(many->tip, "价格、优惠 开票"));
    const struct yk_column *rooms = &t->column[under(t, "room_count")];
    assert_non_null(strstr(rooms->tip, "「类别」为宾馆"));
    assert_non_null(strstr(rooms->tip, "应在0到9之间"));
    assert_non_null(strstr(rooms->refusal, "应在0到9之间"));
    assert_int_equal(rooms->limit.kind, YK_LIMIT_WHOLE);
    assert_int_equal(rooms->need, YK_NEED_SOMETIMES);
    assert_int_not_equal(rooms->group, t->column[under(t, "category")].group);
    small_world_release(&world);
}

static void known_clients_are_filled_in(void **state)
{
    (void)state;
    make(false, NULL);
    const struct yk_table *t = table_named(&world.sheets, "clients");
    assert_int_equal(t->rows, DOORS + 300);
    /* In walking order: doors without an address come first, by name. */
    static const char *const id[] = {"c1", "c2", "c0"};
    for (size_t r = 0; r < DOORS; r++)
        assert_string_equal(at(t, r, "client_id")->text, id[r]);
    assert_string_equal(at(t, 2, "client_name")->text, "顺达物流");
    assert_string_equal(at(t, 2, "category")->text, "物流运输");
    assert_string_equal(at(t, 2, "sensitivity")->text, "价格、优惠 开票");
    assert_true(at(t, 2, "lon_manual")->number == 118.1);
    for (size_t r = 0; r < t->rows; r++) {
        assert_int_equal(at(t, r, "survey_date")->kind, YK_CELL_BLANK);
        assert_string_equal(at(t, r, "station_code")->text, "S1");
        assert_true(at(t, r, "_index")->number == (double)r + 1);
        assert_int_equal(at(t, r, "client_id")->kind == YK_CELL_BLANK, r >= DOORS);
    }
    const struct yk_table *fleet = table_named(&world.sheets, "fleet");
    assert_int_equal(fleet->rows, 1 + 600);
    assert_true(at(fleet, 0, "_parent_index")->number == 3);
    assert_string_equal(at(fleet, 0, "veh_class")->text, "重型货车");
    assert_true(at(fleet, 0, "veh_count")->number == 5);
    assert_ptr_equal(fleet->column[under(fleet, "instanceName")].lookup->table, t);
    assert_int_equal(at(fleet, 1, "_parent_index")->kind, YK_CELL_BLANK);
    small_world_release(&world);
}

/* Closed doors and doors registered twice have nothing to estimate: nobody is sent there. */
static void leaves_out_what_is_gone(void **state)
{
    (void)state;
    small_world_init(&world, YK_ZH, DOORS);
    world.derived.estimate[1].none = true;
    assert_int_equal(yk_entry_clients(door, &world.view, 0), DOORS - 1);
    assert_int_equal(yk_entry_clients(door, &world.view, 1), 0);
    small_world_release(&world);
}

static void contacts_need_a_reason(void **state)
{
    (void)state;
    make(false, NULL);
    const struct yk_table *contact = table_named(&world.sheets, "contact");
    assert_int_equal(at(contact, 0, "contact_phone")->kind, YK_CELL_BLANK);
    small_world_release(&world);
    make(true, NULL);
    contact = table_named(&world.sheets, "contact");
    assert_string_equal(at(contact, 0, "contact_phone")->text, "13800005678");
    small_world_release(&world);
}

static void blank_spots_are_listed(void **state)
{
    (void)state;
    static struct yk_gazetteer_entry entry = {
        .kind = "hotel", .name = "海沧宾馆", .address = "海沧路9号", .point = {24.5, 118.1}};
    static struct yk_area area[] = {{.grid_id = "G01",
                                     .name = "",
                                     .person = "李四",
                                     .reason = "",
                                     .due = 20000,
                                     .listed = true,
                                     .expected = 3,
                                     .expected_source = "",
                                     .state = YK_AREA_ONGOING},
                                    {.grid_id = "G02",
                                     .name = "",
                                     .person = "",
                                     .reason = "",
                                     .due = YK_DAY_NONE,
                                     .listed = true,
                                     .expected = 1,
                                     .expected_source = "",
                                     .state = YK_AREA_DONE,
                                     .done = 1}};
    static struct yk_unvisited place = {.entry = 0, .area = 0, .metres = 420};
    const struct yk_coverage coverage = {
        .area = area, .areas = 2, .unvisited = &place, .unvisiteds = 1};
    small_world_init(&world, YK_ZH, DOORS);
    world.territory.gazetteer = &entry;
    world.view.coverage = &coverage;
    const struct yk_entry nobody = {.questions = &questions, .door = door};
    yk_report_entry(&world.view, &nobody);
    assert_int_equal(world.sheets.count, 5);
    const struct yk_table *t = table_named(&world.sheets, "spots");
    assert_int_equal(t->rows, 2);
    assert_string_equal(t->cell[0].text, "海沧宾馆");
    assert_string_equal(t->cell[1].text, "宾馆");
    assert_true(t->cell[3].number == 420);
    assert_string_equal(t->cell[5].text, "李四");
    assert_string_equal(t->cell[t->columns].text, "G01");
    small_world_release(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sheets_come_from_the_form), cmocka_unit_test(known_clients_are_filled_in),
        cmocka_unit_test(leaves_out_what_is_gone),   cmocka_unit_test(contacts_need_a_reason),
        cmocka_unit_test(blank_spots_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
