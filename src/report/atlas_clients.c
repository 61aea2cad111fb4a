/* atlas_clients.c - the clients of a map: where each is, how sure that is, what it burns. */
#include "atlas_layers.h"
#include "youka/base/say.h"

enum attribute {
    ID,
    NAME,
    CATEGORY,
    ADDRESS,
    STATION,
    SURVEYED_BY,
    SURVEY_DATE,
    CLASS,
    METHOD,
    ERROR_M,
    VERDICT,
    DISTANCE_M,
    LITRES_P10,
    LITRES_P50,
    LITRES_P90,
    CONFIDENCE,
    TIER,
    FACTS_KNOWN,
    CONTACT_NAME,
    CONTACT_PHONE,
    ATTRIBUTES,
};

static void put_place(const struct yk_view *v, struct yk_cell *c, const struct yk_place *place)
{
    c[STATION] = yk_text_cell(v->territory->station[place->owner].code);
    c[CLASS] = yk_text_cell(place->place_class);
    c[METHOD] = yk_code_cell(place->method, yk_word_method(place->method));
    c[ERROR_M] = yk_some_number(place->error_m);
    c[VERDICT] = yk_code_cell(yk_verdict_code(place->verdict), yk_word_verdict(place->verdict));
    c[DISTANCE_M] = yk_some_number(place->distance_m);
}

static void put_estimate(const struct yk_view *v, struct yk_cell *c, const struct yk_estimate *e,
                         struct yk_arena *a)
{
    if (e->none)
        return;
    const char *letter = yk_arena_text(a, &e->confidence, 1);
    c[LITRES_P10] = yk_some_number(e->litres.p10);
    c[LITRES_P50] = yk_some_number(e->litres.p50);
    c[LITRES_P90] = yk_some_number(e->litres.p90);
    c[CONFIDENCE] = yk_code_cell(letter, yk_word_rule(v, "confidence", letter));
}

/* Of several contacts the first that can be called. */
static void put_contact(const struct yk_view *v, struct yk_cell *c, const struct yk_door *door)
{
    const struct yk_repeat *contact = yk_answer_repeat(&door->answers, "contact");
    const struct yk_answer_line *line = NULL;
    for (size_t i = 0; contact && i < contact->count; i++)
        if (!line || (!yk_line_text(line, "contact_phone") &&
                      yk_line_text(&contact->line[i], "contact_phone")))
            line = &contact->line[i];
    if (!line)
        return;
    const char *name = yk_line_text(line, "contact_name");
    const char *phone = yk_line_text(line, "contact_phone");
    c[CONTACT_NAME] = yk_text_cell(yk_word_person(v, name ? name : ""));
    c[CONTACT_PHONE] = yk_text_cell(yk_word_phone(v, phone ? phone : ""));
}

static void draw(struct yk_feature *out, const void *who, size_t number, struct yk_arena *a)
{
    const struct yk_mapping *m = who;
    struct yk_easel easel;
    const struct yk_view *v = yk_easel_of(&easel, m, a);
    size_t at = m->clients.item[number];
    const struct yk_door *door = &v->territory->door[at];
    const struct yk_place *place = &v->derived->place[at];
    const char *category = yk_door_text(door, "category"), *tier = m->tier[at] ? m->tier[at] : "";
    struct yk_cell *c = YK_ARENA_ARRAY(a, struct yk_cell, ATTRIBUTES);
    c[ID] = yk_text_cell(door->id.text);
    c[NAME] = yk_text_cell(yk_door_text(door, "client_name"));
    c[CATEGORY] = yk_code_cell(category, yk_word_choice(v, "category", category));
    c[ADDRESS] = yk_text_cell(yk_door_text(door, "address"));
    c[SURVEYED_BY] = yk_text_cell(door->station_code);
    c[SURVEY_DATE] = yk_day_cell(door->survey_date);
    c[TIER] = yk_code_cell(tier, yk_word_rule(v, "tier", tier));
    c[FACTS_KNOWN] = yk_number_cell((double)yk_facts_count(v->derived->quality[at].known));
    put_place(v, c, place);
    put_estimate(v, c, &v->derived->estimate[at], a);
    put_contact(v, c, door);
    *out = (struct yk_feature){.name = yk_door_text(door, "client_name"),
                               .tone = yk_tone_of_tier(tier),
                               .faint = place->verdict != YK_VERDICT_IN,
                               .corner = &place->point,
                               .corners = 1,
                               .value = c};
}

struct yk_layer yk_clients_layer(const struct yk_mapping *m)
{
    const struct yk_attribute attribute[ATTRIBUTES] = {
        [ID] = {"id", _("Client id"), YK_ATTRIBUTE_TEXT, 0},
        [NAME] = {"name", _("name"), YK_ATTRIBUTE_TEXT, 0},
        [CATEGORY] = {"category", _("category"), YK_ATTRIBUTE_TEXT, 0},
        [ADDRESS] = {"address", _("address"), YK_ATTRIBUTE_TEXT, 0},
        [STATION] = {"station_code", _("station"), YK_ATTRIBUTE_TEXT, 0},
        [SURVEYED_BY] = {"surveyed_by", _("surveyed by"), YK_ATTRIBUTE_TEXT, 0},
        [SURVEY_DATE] = {"survey_date", _("surveyed on"), YK_ATTRIBUTE_DAY, 0},
        [CLASS] = {"class", _("place class"), YK_ATTRIBUTE_TEXT, 0},
        [METHOD] = {"method", _("located by"), YK_ATTRIBUTE_TEXT, 0},
        [ERROR_M] = {"error_m", _("place error m"), YK_ATTRIBUTE_NUMBER, 0},
        [VERDICT] = {"verdict", _("trading area"), YK_ATTRIBUTE_TEXT, 0},
        [DISTANCE_M] = {"distance_m", _("metres from the station"), YK_ATTRIBUTE_NUMBER, 0},
        [LITRES_P10] = {"litres_p10", _("L/month P10"), YK_ATTRIBUTE_NUMBER, 0},
        [LITRES_P50] = {"litres_p50", _("L/month P50"), YK_ATTRIBUTE_NUMBER, 0},
        [LITRES_P90] = {"litres_p90", _("L/month P90"), YK_ATTRIBUTE_NUMBER, 0},
        [CONFIDENCE] = {"confidence", _("Confidence"), YK_ATTRIBUTE_TEXT, 0},
        [TIER] = {"tier_potential", _("Potential tier"), YK_ATTRIBUTE_TEXT, 0},
        [FACTS_KNOWN] = {"facts_known", _("facts of six"), YK_ATTRIBUTE_WHOLE, 0},
        [CONTACT_NAME] = {"contact_name", _("contact"), YK_ATTRIBUTE_TEXT, 0},
        [CONTACT_PHONE] = {"contact_phone", _("phone"), YK_ATTRIBUTE_TEXT, 0},
    };
    return (struct yk_layer){.key = "clients",
                             .title = _("fleet clients"),
                             .shapes = YK_LAYER_POINTS,
                             .attribute = yk_attributes_kept(m, attribute, ATTRIBUTES),
                             .attributes = ATTRIBUTES,
                             .features = m->clients.count,
                             .nowhere = m->clients.nowhere,
                             .draw = draw,
                             .who = m};
}
