/* key_test.c - natural keys, ages and content (architecture.md, facts). */
#include "take_desk.h"

static struct desk desk;

#define MUST "station_code,survey_date,visit_result,client_name,category,address"
#define DOOR "S001,2026-03-05,refused,Alpha Co,hotel,1 Main Road"

static const char *key_of(size_t i)
{
    return i < desk.batch.count ? desk.batch.submission[i].key : NULL;
}

static void takes_the_servers_key(void **state)
{
    (void)state;
    static const struct {
        const char *word, *headings, *cells, *key;
    } cases[] = {
        {"odk", "KEY", "uuid:a-1", "a-1"},
        {"instance", "meta-instanceID", "uuid:a-1", "a-1"},
        {"instance without group", "instanceID", "uuid:a-1", "a-1"},
        {"kobo", "_uuid", "a-1", "a-1"},
        {"an edited submission keeps its KEY", "meta-instanceID,KEY", "uuid:new,uuid:a-1", "a-1"},
        {"server before row_id", "row_id,_uuid", "r9,a-1", "a-1"},
        {"row_id", "row_id,_uuid", "r9,", "r9"},
        {"none", "row_id,_uuid", ",", "S001|2026-03-05|alphaco|1mainroad|1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk_with(&desk, cases[i].headings, cases[i].cells);
        same_text(cases[i].word, key_of(0), cases[i].key);
        struct yk_hash h;
        yk_hash_begin(&h);
        yk_hash_text(&h, cases[i].key);
        same_text(cases[i].word, desk.batch.submission[0].id.text, yk_hash_end(&h).text);
    }
}

static void counts_equals(void **state)
{
    (void)state;
    desk_read(&desk, MUST "\n" DOOR "\n"
                          "S001,2026/3/5,refused,ＡＬＰＨＡ co,hotel,1 main road\n"
                          "S001,2026-03-05,refused,Beta,hotel,1 Main Road\n" DOOR "\n");
    same_text("first", key_of(0), "S001|2026-03-05|alphaco|1mainroad|1");
    same_text("folded the same", key_of(1), "S001|2026-03-05|alphaco|1mainroad|2");
    same_text("another", key_of(2), "S001|2026-03-05|beta|1mainroad|1");
    same_text("third", key_of(3), "S001|2026-03-05|alphaco|1mainroad|3");
    desk_take(&desk); /* the next piece goes on counting */
    same_text("fourth", key_of(0), "S001|2026-03-05|alphaco|1mainroad|4");
}

/* Mended alone, the refused first row must not take the second's key. */
static void counts_refused_rows(void **state)
{
    (void)state;
    desk_read(&desk, MUST ",difficulty\n"
                          "S001,2026-03-05,completed,Alpha Co,hotel,1 Main Road,9\n" DOOR ",\n");
    assert_int_equal(desk.batch.rejected_rows, 1);
    same_text("second", key_of(0), "S001|2026-03-05|alphaco|1mainroad|2");
    same_text("refused", desk.batch.reject[0].key, "S001|2026-03-05|alphaco|1mainroad|1");
    desk_with(&desk, "KEY,difficulty", "uuid:a-1,9");
    assert_int_equal(desk.batch.rejected_rows, 1);
    same_text("refused, known to a server", desk.batch.reject[0].key, NULL);
}

/* More rows than the table of equals begins with. */
static void counts_many(void **state)
{
    (void)state;
    struct yk_buf csv = {0};
    yk_buf_puts(&csv, MUST "\n");
    for (int i = 0; i < 4000; i++)
        yk_buf_printf(&csv, "S001,2026-03-05,refused,Client %d,hotel,Road\n", i % 2000);
    desk_read(&desk, csv.text);
    yk_buf_release(&csv);
    assert_int_equal(desk.batch.count, 4000);
    for (int i = 0; i < 4000; i++) {
        char want[96];
        snprintf(want, sizeof want, "S001|2026-03-05|client%d|road|%d", i % 2000, i / 2000 + 1);
        same_text("many", key_of((size_t)i), want);
    }
}

static void tells_ages(void **state)
{
    (void)state;
    static const struct {
        const char *word, *headings, *cells, *age;
    } cases[] = {
        {"unknown", "remarks", "", ""},
        {"odk", "SubmissionDate,end,Edits",
         "2026-03-05T02:11:09.120Z,2026-03-05T10:09:00.000+08:00,2",
         "000002 2026-03-05T02:09:00Z 2026-03-05T02:11:09Z"},
        {"kobo", "_submission_time", "2026-03-05T02:11:09", "000000  2026-03-05T02:11:09Z"},
        {"over midnight", "end", "2026-03-01T07:30:00+08:00", "000000 2026-02-28T23:30:00Z "},
        {"west of Greenwich", "end", "2025-12-31T20:30:00-0430", "000000 2026-01-01T01:00:00Z "},
        {"ten edits after nine", "Edits", "10", "000010  "},
        {"no time", "end", "noon", "000000 noon "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        desk_with(&desk, cases[i].headings, cases[i].cells);
        same_text(cases[i].word, desk.batch.submission[0].age, cases[i].age);
    }
}

static struct yk_id content_of(const char *headings, const char *cells)
{
    desk_with(&desk, headings, cells);
    if (desk.batch.count != 1)
        fail_msg("%s: %s", headings, desk.batch.reject[0].reason);
    return desk.batch.submission[0].content;
}

static void hashes_what_was_said(void **state)
{
    (void)state;
    static const struct {
        const char *word, *headings, *cells, *other_headings, *other_cells;
        bool same;
    } cases[] = {
        {"order of columns", "remarks,grid_id", "R,G", "grid_id,remarks", "G,R", true},
        {"names and labels", "own_tank,gas_month", "yes,1200", "有无自备油罐,汽油月用量",
         "是,1.2千", true},
        {"blank columns", "remarks", "R", "remarks,grid_id", "R,", true},
        {"the server's columns", "remarks", "R", "remarks,_id,Edits,KEY", "R,7,3,uuid:x", true},
        {"position in one or four", "location", "36.3 120.3",
         "location-Latitude,location-Longitude", "36.3,120.3", true},
        {"order of ticks", "risk", "credit policy", "risk", "policy credit", true},
        {"packed and flat", "fleet_summary", "car*8*g92", "veh_class,veh_count,veh_fuel",
         "car,8,g92", true},
        {"another answer", "remarks", "R", "remarks", "S", false},
        {"the same text elsewhere", "remarks", "R", "grid_id", "R", false},
        {"zero and blank", "vehicle_total", "0", "vehicle_total", "", false},
        {"another line", "fleet_summary", "car*8*g92", "fleet_summary", "car*8*g92; car*8*g92",
         false},
        {"lines cut elsewhere", "fleet_summary", "car*8*; **g92", "fleet_summary", "car**; *8*g92",
         false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct yk_id a = content_of(cases[i].headings, cases[i].cells);
        struct yk_id b = content_of(cases[i].other_headings, cases[i].other_cells);
        if ((strcmp(a.text, b.text) == 0) != cases[i].same)
            fail_msg("%s: %s %s", cases[i].word, a.text, b.text);
    }
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
        cmocka_unit_test(takes_the_servers_key),
        cmocka_unit_test(counts_equals),
        cmocka_unit_test(counts_refused_rows),
        cmocka_unit_test(counts_many),
        cmocka_unit_test(tells_ages),
        cmocka_unit_test(hashes_what_was_said),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
