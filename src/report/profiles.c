/* profiles.c - every client with its answers in words, its estimate and why. */
#include <string.h>

#include "plan_sheets.h"
#include "youka/base/say.h"

enum column {
    NAME,
    TIER,
    CATEGORY,
    PLACE,
    SURVEY,
    CONTACTS,
    FLEET,
    FUEL,
    HABITS,
    SALES,
    NEEDS,
    JUDGEMENT,
    OTHER,
    LITRES,
    RANGE,
    REASONS,
    CONFIDENCE,
    TALK,
    FACTS,
    MISSING,
    DOUBTS,
    RISKS,
    CLIENT,
    COLUMNS,
};

/* Which answers stand in which column; what is in none of them goes to «other answers». */
static const struct {
    enum column column;
    const char *code[12];
} groups[] = {
    {PLACE, {"address", "admin_code", "grid_id", "visit_hours"}},
    {SURVEY, {"visit_result", "surveyor", "survey_date"}},
    {FLEET,
     {"vehicle_total", "vehicle_source", "official_quota", "driver_count", "nev_count",
      "nev_plan_12m", "school_bus_count", "ambulance_count", "own_haulage"}},
    {FUEL,
     {"gas_month", "gas_unit", "diesel_month", "diesel_unit", "volume_source", "resale_month_t",
      "season_months", "fills_week", "litres_fill", "own_tank", "own_tank_m3",
      "month_litres_told"}},
    {HABITS,
     {"current_brand", "current_station", "own_share_pct", "competitor_discount", "contract_until",
      "payment", "settlement", "invoice", "procurement", "designated_until", "satisfaction_now"}},
    {NEEDS,
     {"sensitivity", "sensitivity_top", "discount_wanted", "card_control", "card_type",
      "cards_expected", "card_now", "agreement_until", "policy_needed"}},
    {JUDGEMENT,
     {"intent", "difficulty", "barrier", "next_visit", "remarks", "decider_met", "trial_offered",
      "offer_approved", "cards_issued"}},
    {RISKS, {"risk"}},
};

/* Shown elsewhere on the line, or no news to a reader; fleet_summary and contact_summary repeat
 * lines. */
static const char *const shown_elsewhere[] = {
    "client_name",   "category",        "category_other", "station_code",
    "location",      "lon_manual",      "lat_manual",     "coord_system",
    "fleet_summary", "contact_summary", "photo_door",     "start",
    "end",           "today",           "username",       "contact_name",
    "contact_role",  "contact_title",   "contact_phone",  "contact_consent",
    "contact_note",  "contact_line",    "fleet_line",
};

static const char *pair(const struct yk_view *v, const char *code, const char *text)
{
    return yk_arena_printf(v->sheets->arena, "%s: %s", yk_word_question(v, code),
                           yk_word_answer(v, code, text));
}

static bool grouped(const char *code)
{
    for (size_t g = 0; g < YK_COUNT_OF(groups); g++)
        for (size_t i = 0; i < YK_COUNT_OF(groups[g].code) && groups[g].code[i]; i++)
            if (!strcmp(groups[g].code[i], code))
                return true;
    for (size_t i = 0; i < YK_COUNT_OF(shown_elsewhere); i++)
        if (!strcmp(shown_elsewhere[i], code))
            return true;
    return false;
}

static const char *group_words(const struct yk_view *v, const struct yk_door *door, size_t g)
{
    const char *said = "";
    for (size_t i = 0; i < YK_COUNT_OF(groups[g].code) && groups[g].code[i]; i++) {
        const char *text = yk_door_text(door, groups[g].code[i]);
        if (*text)
            said = yk_word_join(v, said, pair(v, groups[g].code[i], text));
    }
    return said;
}

static const char *other_words(const struct yk_view *v, const struct yk_door *door)
{
    const char *said = "";
    for (size_t i = 0; i < door->answers.count; i++) {
        const struct yk_answer *answer = &door->answers.answer[i];
        if (!grouped(answer->code))
            said = yk_word_join(v, said, pair(v, answer->code, answer->text));
    }
    return said;
}

const char *yk_fleet_words(const struct yk_view *v, const struct yk_door *door)
{
    const struct yk_repeat *fleet = yk_answer_repeat(&door->answers, "fleet");
    const char *said = "";
    for (size_t i = 0; fleet && i < fleet->count; i++) {
        const struct yk_answer_line *l = &fleet->line[i];
        const char *count = yk_line_text(l, "veh_count");
        said = yk_word_join(
            v, said,
            yk_arena_printf(v->sheets->arena, "%s × %s %s",
                            yk_word_choice(v, "vehicle_class", yk_line_text(l, "veh_class")),
                            count ? count : "?",
                            yk_word_choice(v, "fuel_grade", yk_line_text(l, "veh_fuel"))));
    }
    return said;
}

const char *yk_contact_words(const struct yk_view *v, const struct yk_door *door)
{
    const struct yk_repeat *contact = yk_answer_repeat(&door->answers, "contact");
    const char *said = "";
    for (size_t i = 0; contact && i < contact->count; i++) {
        const struct yk_answer_line *l = &contact->line[i];
        const char *role = yk_word_choice(v, "contact_role", yk_line_text(l, "contact_role"));
        const char *name = yk_word_person(v, yk_line_or_blank(l, "contact_name"));
        const char *phone = yk_word_phone(v, yk_line_or_blank(l, "contact_phone"));
        said = yk_word_join(v, said,
                            yk_arena_printf(v->sheets->arena, "%s %s %s %s", role, name,
                                            yk_line_or_blank(l, "contact_title"), phone));
    }
    return said;
}

static const char *place_words(const struct yk_view *v, size_t door)
{
    const struct yk_place *p = &v->derived->place[door];
    if (!p->located)
        return _("to be located");
    return yk_arena_printf(v->sheets->arena, _("%s m from the station, %s, %s, error %s m"),
                           yk_word_number(v, p->distance_m, 0), yk_word_verdict(p->verdict),
                           yk_word_method(p->method), yk_word_number(v, p->error_m, 0));
}

static const char *missing_words(const struct yk_view *v, const struct yk_plan_line *line)
{
    const struct yk_quality *q = &v->derived->quality[line->door];
    const char *said = *line->missing ? yk_word_question(v, line->missing) : "";
    for (size_t i = 0; i < q->flags; i++)
        if (!strcmp(q->flag[i].code, "missing") && strcmp(q->flag[i].field, line->missing) != 0)
            said = yk_word_join(v, said, yk_word_question(v, q->flag[i].field));
    return said;
}

/* What is doubtful of the answers, each doubt once. */
static const char *doubt_words(const struct yk_view *v, size_t door)
{
    const struct yk_quality *q = &v->derived->quality[door];
    const char *said = "";
    for (size_t i = 0; i < q->flags; i++) {
        const char *word = yk_word_flag(q->flag[i].code);
        if (strcmp(q->flag[i].code, "missing") != 0 && !strstr(said, word))
            said = yk_word_join(v, said, word);
    }
    return said;
}

static void name_columns(struct yk_column c[COLUMNS])
{
    const struct yk_column all[COLUMNS] = {
        [NAME] = {.heading = _("Client"), .format = YK_AS_WRAP, .width = 20},
        [TIER] = {.heading = _("Potential tier")},
        [CATEGORY] = {.heading = _("Category"), .format = YK_AS_WRAP, .width = 10},
        [PLACE] = {.heading = _("Place"), .format = YK_AS_WRAP, .width = 24},
        [SURVEY] = {.heading = _("Survey"), .format = YK_AS_WRAP, .width = 18},
        [CONTACTS] = {.heading = _("Contacts"), .format = YK_AS_WRAP, .width = 20},
        [FLEET] = {.heading = _("Fleet"), .format = YK_AS_WRAP, .width = 24},
        [FUEL] = {.heading = _("Fuel"), .format = YK_AS_WRAP, .width = 24},
        [HABITS] = {.heading = _("Supplier and habits"), .format = YK_AS_WRAP, .width = 26},
        [SALES] = {.heading = _("Bought from us"), .format = YK_AS_WRAP, .width = 16},
        [NEEDS] = {.heading = _("Needs"), .format = YK_AS_WRAP, .width = 26},
        [JUDGEMENT] = {.heading = _("Judgement"), .format = YK_AS_WRAP, .width = 20},
        [OTHER] = {.heading = _("Other answers"), .format = YK_AS_WRAP, .width = 22},
        [LITRES] = {.heading = _("Litres a month P50"), .format = YK_AS_COUNT},
        [RANGE] = {.heading = _("Litres a month P10-P90"), .format = YK_AS_WRAP, .width = 13},
        [REASONS] = {.heading = _("Why"), .format = YK_AS_WRAP, .width = 28},
        [CONFIDENCE] = {.heading = _("Confidence"), .format = YK_AS_WRAP, .width = 12},
        [TALK] = {.heading = _("Talk points"), .format = YK_AS_WRAP, .width = 26},
        [FACTS] = {.heading = _("Six facts"), .width = 6},
        [MISSING] = {.heading = _("Ask next"), .format = YK_AS_WRAP, .width = 16},
        [DOUBTS] = {.heading = _("Doubts"), .format = YK_AS_WRAP, .width = 16},
        [RISKS] = {.heading = _("Risks"), .format = YK_AS_WRAP, .width = 14},
        [CLIENT] = {.heading = _("Client id"), .hidden = true},
    };
    memcpy(c, all, sizeof all);
}

static void put_estimate(const struct yk_view *v, struct yk_cell *c, const struct yk_estimate *e)
{
    if (e->none)
        return;
    const char letter[] = {e->confidence, '\0'};
    c[LITRES] = yk_some_number(e->litres.p50);
    c[RANGE] =
        yk_text_cell(yk_arena_printf(v->sheets->arena, "%s-%s", yk_word_number(v, e->litres.p10, 0),
                                     yk_word_number(v, e->litres.p90, 0)));
    c[REASONS] = yk_text_cell(yk_word_reasons(v, e));
    c[CONFIDENCE] = yk_text_cell(yk_word_rule(v, "confidence", letter));
}

static void put_answers(const struct yk_view *v, struct yk_cell *c, const struct yk_door *door)
{
    for (size_t g = 0; g < YK_COUNT_OF(groups); g++)
        c[groups[g].column] = yk_text_cell(group_words(v, door, g));
    const char *fleet = c[FLEET].kind == YK_CELL_TEXT ? c[FLEET].text : "";
    c[FLEET] = yk_text_cell(yk_word_join(v, fleet, yk_fleet_words(v, door)));
    c[CONTACTS] = yk_text_cell(yk_contact_words(v, door));
    c[OTHER] = yk_text_cell(other_words(v, door));
    c[RISKS] = yk_text_cell(yk_word_choice(v, "risk", yk_door_text(door, "risk")));
}

void yk_profiles_sheet(struct yk_view *v, const struct yk_plan *plan)
{
    struct yk_column column[COLUMNS];
    name_columns(column);
    struct yk_table *t =
        yk_clients_table(v, _("Client files"), "profiles", column, COLUMNS, NAME + 1);
    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_plan_line *line = &plan->line[i];
        const struct yk_door *door = &v->territory->door[line->door];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        put_answers(v, c, door);
        put_estimate(v, c, &v->derived->estimate[line->door]);
        const char *address = c[PLACE].kind == YK_CELL_TEXT ? c[PLACE].text : "";
        c[PLACE] = yk_text_cell(yk_word_join(v, place_words(v, line->door), address));
        c[NAME] = yk_toned(yk_text_cell(yk_door_text(door, "client_name")), YK_TONE_STRONG);
        c[TIER] = yk_toned(yk_text_cell(yk_word_rule(v, "tier", line->tier_potential)),
                           yk_tone_of_tier(line->tier_potential));
        c[CATEGORY] = yk_text_cell(yk_word_choice(v, "category", yk_door_text(door, "category")));
        c[SALES] = yk_text_cell(yk_word_sales(v, line->door));
        c[TALK] = yk_text_cell(line->rule ? line->rule->talk[v->sheets->lang] : "");
        c[FACTS] = yk_text_cell(yk_word_facts(v, line->door));
        c[MISSING] = yk_text_cell(missing_words(v, line));
        c[DOUBTS] = yk_text_cell(doubt_words(v, line->door));
        c[CLIENT] = yk_text_cell(door->id.text);
    }
}
