/* stations.c - our stations and the rivals' into the database, and their lists. */
#include "desk.h"
#include "jobs.h"
#include "maps.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/num.h"
#include "youka/base/say.h"
#include "youka/report/tables.h"

/* What a file becomes: stations, or rivals where there are no rules. Grown on the heap. */
struct found {
    struct yk_arena *a;
    const struct yk_rules *rules;
    struct yk_station *station;
    struct yk_competitor *rival;
    size_t count, room;
};

static double radius_of(const struct yk_rules *rules, const char *station_class)
{
    for (size_t i = 0; i < rules->station_classes; i++)
        if (!strcmp(rules->station_class[i].station_class, station_class))
            return rules->station_class[i].radius_m;
    return NAN;
}

/* A station without a circle is of no use: its row is refused. */
static void keep_station(void *who, const struct yk_submission *row, struct yk_point at,
                         struct yk_reject *reject)
{
    struct found *f = who;
    const struct yk_answers *said = &row->answers;
    struct yk_station s = {
        .code = yk_places_text(f->a, said, "code"),
        .name = yk_places_text(f->a, said, "name"),
        .region = yk_places_text(f->a, said, "region"),
        .area_manager = yk_places_text(f->a, said, "area_manager"),
        .station_class = yk_places_text(f->a, said, "class"),
        .point = at,
        .hours_week = yk_places_number(said, "hours_week", NAN),
        .fuels = yk_places_text(f->a, said, "fuels"),
        .opens = yk_places_text(f->a, said, "opens"),
        .closes = yk_places_text(f->a, said, "closes"),
        .target_litres_quarter = yk_places_number(said, "target_litres", NAN),
    };
    s.radius_m = yk_places_number(said, "radius_m", radius_of(f->rules, s.station_class));
    if (isnan(s.radius_m)) {
        reject->heading = "radius_m";
        reject->reason = _("the station has neither a radius nor a known class");
        reject->hint = _("fill in radius_m in metres, or class");
        return;
    }
    f->station = yk_grow(f->station, &f->room, f->count + 1, sizeof *f->station);
    f->station[f->count++] = s;
}

static void add_rival(struct found *f, const struct yk_competitor *rival)
{
    f->rival = yk_grow(f->rival, &f->room, f->count + 1, sizeof *f->rival);
    f->rival[f->count++] = *rival;
}

static void keep_rival(void *who, const struct yk_submission *row, struct yk_point at,
                       struct yk_reject *reject)
{
    struct found *f = who;
    (void)reject;
    const struct yk_competitor rival = {
        .name = yk_places_text(f->a, &row->answers, "name"),
        .brand = yk_places_text(f->a, &row->answers, "brand"),
        .point = at,
        .answers = yk_answers_copy(&row->answers, f->a),
        .survey_date = yk_answer_day(&row->answers, "survey_date"),
    };
    add_rival(f, &rival);
}

/* A filling station of a map answers the same questions of the form as a row does. */
static void keep_fuel(void *who, const struct yk_osm_item *item)
{
    struct found *f = who;
    const struct yk_gazetteer_entry *e = &item->entry;
    char lat[32], lon[32];
    yk_num_write(lat, e->point.lat);
    yk_num_write(lon, e->point.lon);
    const char *name = *e->name ? e->name : "加油站";
    const struct yk_answer all[] = {
        {"address", e->address, NULL},
        {"brand", item->brand, NULL},
        {"datum", e->datum, NULL},
        {"lat", lat, NULL},
        {"lon", lon, NULL},
        {"name", name, NULL},
        {"remarks", item->operator_of, NULL},
    };
    struct yk_answer said[sizeof all / sizeof *all];
    struct yk_answers answers = {.answer = said};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (*all[i].text)
            said[answers.count++] = all[i];
    const struct yk_competitor rival = {.name = yk_arena_copy(f->a, name),
                                        .brand = item->brand,
                                        .point = e->point,
                                        .answers = yk_answers_copy(&answers, f->a),
                                        .survey_date = YK_DAY_NONE};
    add_rival(f, &rival);
}

static yk_code store(struct yk_places *p, const struct found *f, struct yk_err *err)
{
    struct yk_store *store = NULL;
    size_t changed = 0;
    if (yk_store_open(&store, p->wish->db, YK_STORE_WRITE, err))
        return err->code;
    yk_code code = f->rules
                       ? yk_put_stations(store, f->station, f->count, p->wish->now, &changed, err)
                       : yk_put_competitors(store, f->rival, f->count, p->wish->now, &changed, err);
    yk_store_close(store);
    yk_places_count(p, f->count, changed);
    return code;
}

static yk_code load(struct yk_show *out, struct yk_places *p, struct yk_err *err)
{
    struct found *f = p->who;
    const char *path = p->wish->word[0];
    const struct yk_osm_ask map = {.only_fuel = true, .keep = keep_fuel, .who = f};
    yk_code code = !f->rules && yk_osm_named(path) ? yk_maps_read(p, path, &map, err)
                                                   : yk_places_read(p, path, err);
    if (!code && !p->wish->option[YK_OPT_DRY_RUN])
        code = store(p, f, err);
    if (!code)
        code = yk_places_compare(p, NULL, f->rules ? YK_SIGHTED_STATIONS : YK_SIGHTED_RIVALS, err);
    if (!code)
        yk_places_show(out, p);
    yk_loads_release(&p->loads);
    free(f->station);
    free(f->rival);
    return code;
}

yk_code yk_run_station_load(struct yk_show *out, const struct yk_wish *wish,
                            const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_rules rules = {0};
    struct found f = {.a = a, .rules = &rules};
    struct yk_places p = {
        .wish = wish, .watch = watch, .a = a, .form = "station", .keep = keep_station, .who = &f};
    return yk_desk_rules_of(&rules, wish, a, err) ? err->code : load(out, &p, err);
}

yk_code yk_run_competitor_load(struct yk_show *out, const struct yk_wish *wish,
                               const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct found f = {.a = a};
    struct yk_places p = {
        .wish = wish, .watch = watch, .a = a, .form = "competitor", .keep = keep_rival, .who = &f};
    return load(out, &p, err);
}

static yk_code list(struct yk_show *out, const struct yk_wish *wish, const struct yk_watch *watch,
                    void (*show)(struct yk_view *view), struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    if (!yk_desk_open(&desk, wish, watch, a, err)) {
        struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
        show(&view);
    }
    yk_desk_close(&desk);
    return err->code;
}

yk_code yk_run_station_list(struct yk_show *out, const struct yk_wish *wish,
                            const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return list(out, wish, watch, yk_report_stations, a, err);
}

yk_code yk_run_competitor_list(struct yk_show *out, const struct yk_wish *wish,
                               const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return list(out, wish, watch, yk_report_competitors, a, err);
}
