/* mistakes.c - a file with forty bad cells, each wrong in a way of its own, and the list of them.
 */
#include "sample.h"

#include <string.h>

struct mistake {
    const char *kind, *field, *wrong;
    const char *right; /* what mends it; NULL: what stood there before */
};

static const struct mistake mistakes[] = {
    {"vague number", "vehicle_total", "约30", "30"},
    {"number range", "vehicle_total", "3-5", "4"},
    {"number and more", "vehicle_total", "30多", "32"},
    {"tens of", "cards_expected", "几十", "40"},
    {"letter among digits", "vehicle_total", "1O", "10"},
    {"unit in the number", "diesel_month", "5吨半", "5.5"},
    {"words for a number", "satisfaction_now", "满意", "4"},
    {"over the limit of vehicles", "vehicle_total", "25000", "25"},
    {"negative", "vehicle_total", "-3", "3"},
    {"decimal in a whole number", "vehicle_total", "12.5", "12"},
    {"over the limit of volume", "gas_month", "20000000", "2000"},
    {"negative volume", "diesel_month", "-800", "800"},
    {"share over 100", "own_share_pct", "150", "15"},
    {"discount too high", "competitor_discount", "5", "0.5"},
    {"score out of range", "satisfaction_now", "6", "5"},
    {"zero where one is least", "difficulty", "0", "1"},
    {"more electric than all", "nev_count", "500", "2"},
    {"unknown station", "station_code", "XM-HC-099", NULL},
    {"no station code", "station_code", "", NULL},
    {"station code of a wrong form", "station_code", "杏林", NULL},
    {"future date", "survey_date", "2027/1/5", NULL},
    {"thirteenth month", "survey_date", "2026/13/5", NULL},
    {"no such day", "survey_date", "2026年9月31日", NULL},
    {"date in words", "survey_date", "上周三", NULL},
    {"no date", "survey_date", "", NULL},
    {"date before the survey", "next_visit", "2026/7/1", NULL},
    {"unknown category", "category", "矿泉水", NULL},
    {"no category", "category", "", NULL},
    {"no name", "client_name", "", NULL},
    {"neither address nor coordinate", "address", "", NULL},
    {"unknown outcome", "visit_result", "调查了", NULL},
    {"hours not as 08:00-17:00", "visit_hours", "8点到5点", "08:00-17:00"},
    {"longitude out of range", "lon_manual", "218.05", NULL},
    {"latitude in degrees and minutes", "lat_manual", "24度34分", NULL},
    {"unknown datum", "coord_system", "火星坐标系三", NULL},
    {"credit code too short", "uscc", "9135020", ""},
    {"division code with a letter", "admin_code", "35020A", "350205"},
    {"phone without digits", "contact_phone", "见名片", NULL},
    {"unknown unit", "gas_unit", "桶", NULL},
    {"unknown vehicle class in the fleet line", "fleet_summary", "大卡*15*d0", "heavy_truck*15*d0"},
};
#define MISTAKES (sizeof mistakes / sizeof *mistakes)

/* Everything that a mistake may sit on is answered and relevant. */
static void make_whole(struct census *cs, struct entry *e, size_t n)
{
    char day[11];

    put(cs, e, "vehicle_total", "%zu", 4 + n % 20);
    put(cs, e, "vehicle_source", "manager");
    put(cs, e, "nev_count", "1");
    put(cs, e, "gas_month", "%zu", 600 + 20 * n);
    put(cs, e, "gas_unit", "l");
    put(cs, e, "diesel_month", "%zu", 800 + 20 * n);
    put(cs, e, "diesel_unit", "l");
    put(cs, e, "volume_source", "manager");
    put(cs, e, "fleet_summary", "car*3*g92; light_truck*1*d0");
    yk_day_write(day, e->day + 10);
    put(cs, e, "next_visit", "%s", day);
    for (const char *const *f =
             (const char *const[]){"lon_manual", "lat_manual", "coord_system", NULL};
         *f; f++)
        e->value[form_at(&cs->form, *f)] = NULL;
    struct yk_point p = yk_from_wgs84(YK_GCJ02, e->place.point);
    put(cs, e, "lon_manual", "%.6f", p.lon);
    put(cs, e, "lat_manual", "%.6f", p.lat);
    put(cs, e, "coord_system", "gcj02");
    e->contacts = 1;
    e->contact[0] = (struct contact){.name = "陈志明",
                                     .role = "operator",
                                     .title = "",
                                     .phone = name_of_phone(cs->arena, 2 * e->client),
                                     .consent = "yes",
                                     .note = ""};
}

static void list_headings(struct writer *list)
{
    const char *const headings[] = {"line", "heading", "value", "kind", "mended"};

    writer_open(list, ',', false, "\n");
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        writer_cell(list, headings[i]);
    writer_end(list);
}

/* Row number `row` with the mistake in it (or none, NULL). */
static void write_row(struct writer *w, struct writer *list, struct census *cs,
                      const struct entry *e, size_t row, const struct mistake *m)
{
    size_t bad = m ? form_at(&cs->form, m->field) : FIELDS_MAX, line = w->line;

    for (size_t i = 0; i < cs->form.fields; i++) {
        if (!excel_has_column(&cs->form.field[i], PEOPLE_FIRST))
            continue;
        const char *text = excel_text(cs, e, i, m ? 0 : row, DATES_SLASH);
        writer_cell(w, i == bad ? m->wrong : text);
        if (i != bad)
            continue;
        writer_cell(list, yk_arena_printf(cs->arena, "%zu", line));
        writer_cell(list, cs->form.field[i].label);
        writer_cell(list, m->wrong);
        writer_cell(list, m->kind);
        writer_cell(list, m->right ? m->right : text);
        writer_end(list);
    }
    writer_end(w);
}

/* Two of five rows are bad, until the mistakes are used up. */
bool mistakes_write(struct census *cs, const struct batch *b, const char *dir, const char *list_dir)
{
    struct writer w, list;
    size_t next = 0;

    writer_open(&w, ',', false, "\r\n");
    list_headings(&list);
    excel_headings(&w, cs, PEOPLE_FIRST);
    for (size_t row = 0; row < b->count; row++) {
        struct entry e = b->entry[row];
        const struct mistake *m =
            (row % 5 == 1 || row % 5 == 3) && next < MISTAKES ? &mistakes[next++] : NULL;
        if (m)
            make_whole(cs, &e, row);
        if (m && !strcmp(m->kind, "neither address nor coordinate"))
            for (const char *const *f =
                     (const char *const[]){"lon_manual", "lat_manual", "coord_system", NULL};
                 *f; f++)
                e.value[form_at(&cs->form, *f)] = NULL;
        write_row(&w, &list, cs, &e, row, m);
    }
    bool good = next == MISTAKES && writer_save(&w, dir, "mistakes.csv", "UTF-8", "\xEF\xBB\xBF");
    return writer_save(&list, list_dir, "bad-cells.csv", "UTF-8", "") && good;
}
