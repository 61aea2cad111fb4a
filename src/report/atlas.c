/* atlas.c - what a map shows, chosen and counted; its layers of stations, circles and rivals. */
#include <math.h>
#include <stdlib.h>

#include "atlas_layers.h"
#include "youka/base/say.h"

#define CIRCLE_CORNERS 128 /* the polygon lies within .03 % of the radius */

static bool has_circle(const struct yk_station *s)
{
    return yk_point_valid(s->point) && s->radius_m > 0;
}

static void draw_in(struct yk_drawn *d, size_t item, bool somewhere)
{
    if (somewhere)
        d->item[d->count++] = item;
    else
        d->nowhere++;
}

static void choose_clients(struct yk_mapping *m)
{
    const struct yk_derived *d = m->view->derived;
    m->clients.item = YK_ARENA_ARRAY(m->a, size_t, d->count + 1);
    for (size_t i = 0; i < m->view->territory->doors; i++) {
        const struct yk_place *place = &d->place[i];
        m->owned[place->owner]++;
        if (m->chosen[place->owner])
            draw_in(&m->clients, i, place->located && yk_point_valid(place->point));
    }
}

static void choose_stations(struct yk_mapping *m)
{
    const struct yk_territory *t = m->view->territory;
    m->stations.item = YK_ARENA_ARRAY(m->a, size_t, t->stations + 1);
    m->circles.item = YK_ARENA_ARRAY(m->a, size_t, t->stations + 1);
    for (size_t i = 0; i < t->stations; i++) {
        if (!m->chosen[i])
            continue;
        draw_in(&m->stations, i, yk_point_valid(t->station[i].point));
        draw_in(&m->circles, i, has_circle(&t->station[i]));
    }
}

static bool in_a_chosen_circle(const struct yk_mapping *m, struct yk_point p)
{
    const struct yk_station *station = m->view->territory->station;
    for (size_t i = 0; i < m->circles.count; i++) {
        const struct yk_station *s = &station[m->circles.item[i]];
        if (yk_metres(s->point, p) <= s->radius_m)
            return true;
    }
    return false;
}

static void choose_rivals(struct yk_mapping *m)
{
    const struct yk_territory *t = m->view->territory;
    bool all = true;
    for (size_t i = 0; i < t->stations; i++)
        all = all && m->chosen[i];
    m->rivals.item = YK_ARENA_ARRAY(m->a, size_t, t->competitors + 1);
    for (size_t i = 0; i < t->competitors; i++) {
        struct yk_point p = t->competitor[i].point;
        if (all || (yk_point_valid(p) && in_a_chosen_circle(m, p)))
            draw_in(&m->rivals, i, yk_point_valid(p));
    }
}

struct yk_mapping *yk_mapping_new(const struct yk_view *view, const bool *chosen,
                                  struct yk_arena *a)
{
    const struct yk_territory *t = view->territory;
    struct yk_mapping *m = yk_arena_alloc(a, sizeof *m);
    *m = (struct yk_mapping){.view = view,
                             .a = a,
                             .chosen = chosen,
                             .tier = YK_ARENA_ARRAY(a, const char *, t->doors + 1),
                             .owned = YK_ARENA_ARRAY(a, size_t, t->stations + 1)};
    choose_clients(m);
    choose_stations(m);
    choose_rivals(m);
    return m;
}

void yk_mapping_free(struct yk_mapping *m)
{
    if (m)
        free(m->blank);
}

void yk_mapping_tiers(struct yk_mapping *m, const struct yk_plan *plan)
{
    for (size_t i = 0; i < plan->lines; i++)
        m->tier[plan->line[i].door] = plan->line[i].tier_potential;
}

const size_t *yk_mapping_clients(size_t *count, const struct yk_mapping *m)
{
    *count = m->clients.count;
    return m->clients.item;
}

const struct yk_attribute *yk_attributes_kept(const struct yk_mapping *m,
                                              const struct yk_attribute *attribute, size_t count)
{
    struct yk_attribute *kept = YK_ARENA_ARRAY(m->a, struct yk_attribute, count);
    for (size_t i = 0; i < count; i++)
        kept[i] = attribute[i];
    return kept;
}

static void draw_station(struct yk_feature *out, const void *who, size_t number, struct yk_arena *a)
{
    const struct yk_mapping *m = who;
    struct yk_easel easel;
    const struct yk_view *v = yk_easel_of(&easel, m, a);
    size_t at = m->stations.item[number];
    const struct yk_station *s = &v->territory->station[at];
    struct yk_cell *c = YK_ARENA_ARRAY(a, struct yk_cell, 12);
    const char *const texts[] = {s->code, s->name, s->region, s->area_manager};
    for (size_t i = 0; i < YK_COUNT_OF(texts); i++)
        c[i] = yk_text_cell(texts[i]);
    c[4] = yk_code_cell(s->station_class, yk_word_rule(v, "station_class", s->station_class));
    c[5] = yk_some_number(s->radius_m);
    c[6] = yk_some_number(s->hours_week);
    c[7] = yk_text_cell(s->fuels);
    c[8] = yk_text_cell(s->opens);
    c[9] = yk_text_cell(s->closes);
    c[10] = yk_some_number(s->target_litres_quarter);
    c[11] = yk_number_cell((double)m->owned[at]);
    *out = (struct yk_feature){
        .name = s->name, .tone = YK_TONE_STRONG, .corner = &s->point, .corners = 1, .value = c};
}

static struct yk_layer stations_layer(const struct yk_mapping *m)
{
    const struct yk_attribute attribute[] = {
        {"code", _("code"), YK_ATTRIBUTE_TEXT, 0},
        {"name", _("name"), YK_ATTRIBUTE_TEXT, 0},
        {"region", _("region"), YK_ATTRIBUTE_TEXT, 0},
        {"area_manager", _("area manager"), YK_ATTRIBUTE_TEXT, 0},
        {"class", _("class"), YK_ATTRIBUTE_TEXT, 0},
        {"radius_m", _("radius m"), YK_ATTRIBUTE_NUMBER, 0},
        {"hours_week", _("hours a week"), YK_ATTRIBUTE_NUMBER, 1},
        {"fuels", _("fuels"), YK_ATTRIBUTE_TEXT, 0},
        {"opens", _("opens"), YK_ATTRIBUTE_TEXT, 0},
        {"closes", _("closes"), YK_ATTRIBUTE_TEXT, 0},
        {"target_litres_quarter", _("target L a quarter"), YK_ATTRIBUTE_NUMBER, 0},
        {"clients", _("clients"), YK_ATTRIBUTE_WHOLE, 0},
    };
    return (struct yk_layer){.key = "stations",
                             .title = _("stations"),
                             .shapes = YK_LAYER_POINTS,
                             .attribute = yk_attributes_kept(m, attribute, YK_COUNT_OF(attribute)),
                             .attributes = YK_COUNT_OF(attribute),
                             .features = m->stations.count,
                             .nowhere = m->stations.nowhere,
                             .draw = draw_station,
                             .who = m};
}

/* From the north over the west, so counter-clockwise. Longitudes run on past 180 where the circle
 * does, so that the outline stays one. */
static struct yk_point *circle_of(const struct yk_station *s, struct yk_arena *a)
{
    struct yk_point *corner = YK_ARENA_ARRAY(a, struct yk_point, CIRCLE_CORNERS + 1);
    for (size_t i = 0; i < CIRCLE_CORNERS; i++) {
        corner[i] = yk_point_towards(s->point, -360.0 * (double)i / CIRCLE_CORNERS, s->radius_m);
        corner[i].lon = s->point.lon + remainder(corner[i].lon - s->point.lon, 360);
    }
    corner[CIRCLE_CORNERS] = corner[0];
    return corner;
}

static void draw_circle(struct yk_feature *out, const void *who, size_t number, struct yk_arena *a)
{
    const struct yk_mapping *m = who;
    size_t at = m->circles.item[number];
    const struct yk_station *s = &m->view->territory->station[at];
    struct yk_cell *c = YK_ARENA_ARRAY(a, struct yk_cell, 4);
    c[0] = yk_text_cell(s->code);
    c[1] = yk_text_cell(s->name);
    c[2] = yk_number_cell(s->radius_m);
    c[3] = yk_number_cell((double)m->owned[at]);
    *out = (struct yk_feature){.name = s->name,
                               .tone = YK_TONE_STRONG,
                               .faint = true,
                               .corner = circle_of(s, a),
                               .corners = CIRCLE_CORNERS + 1,
                               .value = c};
}

static struct yk_layer circles_layer(const struct yk_mapping *m)
{
    const struct yk_attribute attribute[] = {
        {"station_code", _("station"), YK_ATTRIBUTE_TEXT, 0},
        {"name", _("name"), YK_ATTRIBUTE_TEXT, 0},
        {"radius_m", _("radius m"), YK_ATTRIBUTE_NUMBER, 0},
        {"clients", _("clients"), YK_ATTRIBUTE_WHOLE, 0},
    };
    return (struct yk_layer){.key = "trading_areas",
                             .title = _("trading areas"),
                             .shapes = YK_LAYER_AREAS,
                             .attribute = yk_attributes_kept(m, attribute, YK_COUNT_OF(attribute)),
                             .attributes = YK_COUNT_OF(attribute),
                             .features = m->circles.count,
                             .nowhere = m->circles.nowhere,
                             .draw = draw_circle,
                             .who = m};
}

static const char *const prices[] = {"posted_g92", "real_g92", "posted_d0", "real_d0"};

static void draw_rival(struct yk_feature *out, const void *who, size_t number, struct yk_arena *a)
{
    const struct yk_mapping *m = who;
    struct yk_easel easel;
    const struct yk_view *v = yk_easel_of(&easel, m, a);
    const struct yk_competitor *r = &v->territory->competitor[m->rivals.item[number]];
    struct yk_cell *c = YK_ARENA_ARRAY(a, struct yk_cell, 3 + YK_COUNT_OF(prices));
    c[0] = yk_text_cell(r->name);
    c[1] = yk_code_cell(r->brand, yk_word_choice(v, "brand", r->brand));
    c[2] = yk_day_cell(r->survey_date);
    for (size_t i = 0; i < YK_COUNT_OF(prices); i++) {
        double price;
        if (yk_answer_number(&price, &r->answers, prices[i]))
            c[3 + i] = yk_number_cell(price);
    }
    *out = (struct yk_feature){
        .name = r->name, .tone = YK_TONE_WARN, .corner = &r->point, .corners = 1, .value = c};
}

static struct yk_layer rivals_layer(const struct yk_mapping *m)
{
    const struct yk_attribute attribute[] = {
        {"name", _("name"), YK_ATTRIBUTE_TEXT, 0},
        {"brand", _("brand"), YK_ATTRIBUTE_TEXT, 0},
        {"survey_date", _("surveyed on"), YK_ATTRIBUTE_DAY, 0},
        {prices[0], _("92# posted"), YK_ATTRIBUTE_NUMBER, 2},
        {prices[1], _("92# real"), YK_ATTRIBUTE_NUMBER, 2},
        {prices[2], _("0# posted"), YK_ATTRIBUTE_NUMBER, 2},
        {prices[3], _("0# real"), YK_ATTRIBUTE_NUMBER, 2},
    };
    return (struct yk_layer){.key = "competitors",
                             .title = _("rival stations"),
                             .shapes = YK_LAYER_POINTS,
                             .attribute = yk_attributes_kept(m, attribute, YK_COUNT_OF(attribute)),
                             .attributes = YK_COUNT_OF(attribute),
                             .features = m->rivals.count,
                             .nowhere = m->rivals.nowhere,
                             .draw = draw_rival,
                             .who = m};
}

void yk_report_atlas(struct yk_atlas *out, const struct yk_mapping *m)
{
    const struct yk_layer layer[] = {yk_clients_layer(m), stations_layer(m), circles_layer(m),
                                     rivals_layer(m), yk_blanks_layer(m)};
    *out = (struct yk_atlas){.title = _("Fleet clients and trading areas"),
                             .user = "",
                             .at = "",
                             .layer = YK_ARENA_ARRAY(m->a, struct yk_layer, YK_COUNT_OF(layer)),
                             .layers = YK_COUNT_OF(layer)};
    for (size_t i = 0; i < out->layers; i++)
        out->layer[i] = layer[i];
}
