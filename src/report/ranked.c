/* ranked.c - the ranked clients on one sheet, for whoever works on with them elsewhere. */
#include <math.h>
#include <string.h>

#include "plan_sheets.h"
#include "youka/base/say.h"

enum column {
    RANK,
    TIER,
    NAME,
    CATEGORY,
    ADDRESS,
    DISTANCE,
    VEHICLES,
    PETROL,
    DIESEL,
    LITRES,
    WINNABLE,
    SCORE,
    LON,
    LAT,
    BRAND,
    SENSITIVITY,
    SENSITIVITY_TOP,
    CONTACT,
    ROLE,
    TITLE,
    PHONE,
    INTENT,
    SOURCE,
    SURVEYED,
    FLEET,
    COLUMNS,
};

/* Answers that stand there as they were given: headed by their question. */
static const struct {
    enum column column;
    const char *code;
} answers[] = {
    {BRAND, "current_brand"},  {SENSITIVITY, "sensitivity"},
    {INTENT, "intent"},        {SENSITIVITY_TOP, "sensitivity_top"},
    {SOURCE, "volume_source"}, {CONTACT, "contact_name"},
    {ROLE, "contact_role"},    {TITLE, "contact_title"},
    {PHONE, "contact_phone"},
};

static void name_columns(struct yk_column c[COLUMNS], const struct yk_view *v)
{
    const struct yk_column all[COLUMNS] = {
        [RANK] = {.heading = _("Rank"), .format = YK_AS_COUNT},
        [TIER] = {.heading = _("Potential tier")},
        [NAME] = {.heading = _("Client"), .width = 28},
        [CATEGORY] = {.heading = _("Category"), .width = 10},
        [ADDRESS] = {.heading = _("Address"), .width = 36},
        [DISTANCE] = {.heading = _("Distance (m)"), .format = YK_AS_COUNT},
        [VEHICLES] = {.heading = _("Vehicles P50"), .format = YK_AS_DECIMAL},
        [PETROL] = {.heading = _("Petrol L/month, mean"), .format = YK_AS_DECIMAL},
        [DIESEL] = {.heading = _("Diesel L/month, mean"), .format = YK_AS_DECIMAL},
        [LITRES] = {.heading = _("Litres a month, mean"), .format = YK_AS_DECIMAL},
        [WINNABLE] = {.heading = _("Winnable L/month"), .format = YK_AS_DECIMAL},
        [SCORE] = {.heading = _("Score yuan/year"), .format = YK_AS_DECIMAL},
        [LON] = {.heading = _("Longitude"), .format = YK_AS_DEGREES},
        [LAT] = {.heading = _("Latitude"), .format = YK_AS_DEGREES},
        [SURVEYED] = {.heading = _("Survey date"), .format = YK_AS_DAY},
        [FLEET] = {.heading = _("Fleet"), .width = 60},
    };
    memcpy(c, all, sizeof all);
    for (size_t i = 0; i < YK_COUNT_OF(answers); i++) {
        c[answers[i].column].heading = yk_word_question(v, answers[i].code);
        c[answers[i].column].width = 12;
    }
}

/* As it is shown, in parts of 1 / `parts`: whoever goes on with the sheet elsewhere sees no digits
 * that mean nothing. */
static struct yk_cell shown(double value, double parts)
{
    return yk_some_number(round(value * parts) / parts);
}

static void put_who(const struct yk_view *v, struct yk_cell *c, const struct yk_plan_line *line)
{
    const struct yk_door *door = &v->territory->door[line->door];
    const struct yk_place *place = &v->derived->place[line->door];
    c[RANK] = yk_number_cell((double)line->rank);
    c[TIER] = yk_toned(yk_text_cell(yk_word_rule(v, "tier", line->tier_potential)),
                       yk_tone_of_tier(line->tier_potential));
    c[NAME] = yk_text_cell(yk_door_text(door, "client_name"));
    c[CATEGORY] = yk_text_cell(yk_word_choice(v, "category", yk_door_text(door, "category")));
    c[ADDRESS] = yk_text_cell(yk_door_text(door, "address"));
    if (place->located) {
        c[DISTANCE] = shown(place->distance_m, 1);
        c[LON] = shown(place->point.lon, 1e6);
        c[LAT] = shown(place->point.lat, 1e6);
    }
}

/* Grades in the order of YK_GRADES: petrol first. */
static double mean_of(const struct yk_estimate *e, size_t from, size_t to)
{
    double litres = 0;
    for (size_t g = from; g < to; g++)
        litres += e->grade[g].mean;
    return litres;
}

static void put_fuel(const struct yk_view *v, struct yk_cell *c, const struct yk_plan_line *line)
{
    const struct yk_estimate *e = &v->derived->estimate[line->door];
    c[WINNABLE] = shown(line->winnable_litres, 10);
    c[SCORE] = shown(line->score_yuan_year, 10);
    if (e->none)
        return;
    c[VEHICLES] = shown(e->vehicles.p50, 10);
    c[PETROL] = shown(mean_of(e, 0, YK_PETROL_GRADES), 10);
    c[DIESEL] = shown(mean_of(e, YK_PETROL_GRADES, YK_GRADES), 10);
    c[LITRES] = shown(e->litres.mean, 10);
}

/* The first of its contacts; persons masked unless the view is not. */
static void put_contact(const struct yk_view *v, struct yk_cell *c, const struct yk_door *door)
{
    const struct yk_repeat *contact = yk_answer_repeat(&door->answers, "contact");
    if (!contact || !contact->count)
        return;
    const struct yk_answer_line *l = &contact->line[0];
    c[CONTACT] = yk_text_cell(yk_word_person(v, yk_line_or_blank(l, "contact_name")));
    c[ROLE] = yk_text_cell(yk_word_choice(v, "contact_role", yk_line_text(l, "contact_role")));
    c[TITLE] = yk_text_cell(yk_line_or_blank(l, "contact_title"));
    c[PHONE] = yk_text_cell(yk_word_phone(v, yk_line_or_blank(l, "contact_phone")));
}

static void put_told(const struct yk_view *v, struct yk_cell *c, const struct yk_door *door)
{
    for (size_t i = 0; i < YK_COUNT_OF(answers); i++) {
        const char *text = yk_answer_text(&door->answers, answers[i].code);
        if (text)
            c[answers[i].column] = yk_text_cell(yk_word_answer(v, answers[i].code, text));
    }
    put_contact(v, c, door);
    c[SURVEYED] = yk_day_cell(door->survey_date);
    c[FLEET] = yk_text_cell(yk_fleet_words(v, door));
}

void yk_report_ranked(struct yk_view *v, const struct yk_plan *plan)
{
    struct yk_column column[COLUMNS];
    name_columns(column, v);
    struct yk_table *t =
        yk_clients_table(v, _("Development plan"), "ranked", column, COLUMNS, NAME + 1);
    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_plan_line *line = &plan->line[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        put_who(v, c, line);
        put_fuel(v, c, line);
        put_told(v, c, &v->territory->door[line->door]);
    }
}
