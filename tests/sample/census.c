/* census.c - a surveyor goes from door to door: section A of the form, and who answers the rest. */
#include "sample.h"

#include <stdarg.h>
#include <string.h>

#include "youka/geo/point.h"

#define DAYS 107 /* 2026-08-01 .. 2026-11-15 */

void put(struct census *cs, struct entry *e, const char *field, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    e->value[form_at(&cs->form, field)] = yk_arena_vprintf(cs->arena, fmt, ap);
    va_end(ap);
}

const char *got(const struct census *cs, const struct entry *e, const char *field)
{
    const char *value = e->value[form_at(&cs->form, field)];

    return value ? value : "";
}

/* Every run of 200 clients holds each category as often as its share says, in mixed order. */
static const struct kind *kind_of(int client)
{
    int seat = client * 83 % 200, k = 0;

    while (seat >= sample_kinds[k].share)
        seat -= sample_kinds[k++].share;
    return &sample_kinds[k];
}

static const char *outcome(struct chance *c)
{
    static const struct {
        const char *code;
        int percent;
    } outcomes[] = {{"completed", 78},  {"partial", 6},     {"no_answer", 5},    {"refused", 4},
                    {"not_allowed", 2}, {"no_vehicles", 2}, {"closed_moved", 2}, {"duplicate", 1}};
    int dice = chance_below(c, 100), i = 0;

    while (dice >= outcomes[i].percent)
        dice -= outcomes[i++].percent;
    return outcomes[i].code;
}

static const char *wide_digits(struct yk_arena *a, int number)
{
    static const char *const digit[] = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
    const char *wide = "";

    for (; number; number /= 10)
        wide = yk_arena_printf(a, "%s%s", digit[number % 10], wide);
    return wide;
}

static const char *address_of(struct census *cs, const struct place *p)
{
    struct yk_arena *a = cs->arena;
    int dice = chance_below(&cs->chance, 100);

    if (dice < 45)
        return yk_arena_printf(a, "厦门市%s%s%d号", p->district, p->road, p->number);
    if (dice < 65)
        return yk_arena_printf(a, "%s%s%d号", p->district, p->road, p->number);
    if (dice < 75)
        return yk_arena_printf(a, "%s%s%s%d号%d栋2层", p->district, p->town, p->road, p->number,
                               chance_between(&cs->chance, 1, 9));
    if (dice < 82)
        return yk_arena_printf(a, "福建省厦门市%s%s%s号", p->district, p->road,
                               wide_digits(a, p->number));
    if (dice < 89)
        return yk_arena_printf(a, "%s %d 号", p->road, p->number);
    if (dice < 94)
        return yk_arena_printf(a, "%s%d-%d号店面", p->road, p->number, p->number + 2);
    if (dice < 98)
        return yk_arena_printf(a, "%s%d号对面", p->road, p->number);
    return yk_arena_printf(a, "%s%s", p->district, p->road);
}

static void put_typed(struct census *cs, struct entry *e, enum yk_datum datum)
{
    enum yk_datum map = datum == YK_DATUM_UNKNOWN ? YK_GCJ02 : datum;
    struct yk_point p = yk_from_wgs84(map, e->place.point);

    put(cs, e, "lon_manual", "%.6f", p.lon);
    put(cs, e, "lat_manual", "%.6f", p.lat);
    put(cs, e, "coord_system", "%s", yk_datum_code(datum));
}

/* A quarter has an address only, and may then tell the place by what stands beside it. Typed points
 * are read off a map; a phone knows WGS-84. */
void census_locate(struct census *cs, struct entry *e, enum coordinates how)
{
    struct chance *c = &cs->chance;
    int dice = chance_below(c, 100);

    if (dice < 25) {
        const char *saying = city_saying(cs->arena, &e->place);
        if (saying)
            put(cs, e, "address", "%s", saying);
        return;
    }
    e->place.point.lat += chance_between(c, -150, 150) / 1e6;
    e->place.point.lon += chance_between(c, -150, 150) / 1e6;
    if (how == TYPED || dice < 31)
        put_typed(cs, e,
                  dice < 65   ? YK_GCJ02
                  : dice < 84 ? YK_BD09
                  : dice < 98 ? YK_WGS84
                              : YK_DATUM_UNKNOWN);
    else
        put(cs, e, "location", "%.6f %.6f %d.0 %d.5", e->place.point.lat, e->place.point.lon,
            dice / 2, dice == 99 ? 160 : chance_between(c, 3, 18));
}

static void put_visit(struct census *cs, struct entry *e, int station)
{
    struct chance *c = &cs->chance;
    char day[11];

    e->station = station;
    e->day = yk_day_of(2026, 8, 1) + chance_below(c, DAYS);
    yk_day_write(day, e->day);
    put(cs, e, "station_code", "%s", sample_stations[station].code);
    put(cs, e, "surveyor", "%s", name_of_surveyor(station, chance_below(c, 3)));
    put(cs, e, "survey_date", "%s", day);
    if (chance_between(c, 1, 36) > 3) /* some forget it */
        put(cs, e, "grid_id", "G%02d", walk_cell(station, e->place.point));
}

static void put_client(struct census *cs, struct entry *e)
{
    struct chance *c = &cs->chance;
    bool somebody = !strcmp(e->kind->category, "transient");

    put(cs, e, "client_name", "%s",
        name_of_client(cs->arena, c, e->kind, e->client, e->place.district));
    put(cs, e, "category", "%s", e->kind->category);
    if (!strcmp(e->kind->category, "other"))
        put(cs, e, "category_other", "%s",
            strstr(got(cs, e, "client_name"), "驾") ? "驾校" : "服务业");
    if (!somebody && chance_percent(c, 55))
        put(cs, e, "uscc", "%s", name_of_credit_code(cs->arena, e->kind->category, e->client));
    put(cs, e, "address", "%s", address_of(cs, &e->place));
    if (chance_percent(c, 40))
        put(cs, e, "admin_code", "%s", strcmp(e->place.district, "海沧区") ? "350211" : "350205");
    if (!somebody && chance_percent(c, 30))
        put(cs, e, "visit_hours", "%s", chance_percent(c, 50) ? "08:30-11:30" : "14:00-17:30");
}

struct entry census_door(struct census *cs, int station, enum coordinates how, int also)
{
    struct chance *c = &cs->chance;
    struct entry e = {.client = cs->clients++};
    const char *result = also < 0 ? outcome(c) : "completed";

    e.kind = kind_of(e.client);
    e.place = place_near(c, station, also, chance_percent(c, 95) || also >= 0 ? 98 : 130);
    put_visit(cs, &e, station);
    put(cs, &e, "visit_result", "%s", result);
    put_client(cs, &e);
    census_locate(cs, &e, how);
    if (!strcmp(result, "completed") || !strcmp(result, "partial")) {
        answer_fleet(cs, &e);
        if (*result == 'c')
            answer_habits(cs, &e);
        answer_people(cs, &e);
        answer_judgement(cs, &e);
    } else if (!strcmp(result, "refused") && how == TYPED) { /* a phone would not let them */
        put(cs, &e, "remarks", "%s", "门卫说领导不在,不愿意登记");
    }
    return e;
}

struct entry census_again(struct census *cs, const struct entry *first, int station,
                          enum coordinates how)
{
    static const char *const renewed[] = {"location",   "lon_manual", "lat_manual",  "coord_system",
                                          "next_visit", "remarks",    "visit_hours", "grid_id"};
    struct chance *c = &cs->chance;
    struct entry e = *first;

    for (size_t i = 0; i < sizeof renewed / sizeof *renewed; i++)
        e.value[form_at(&cs->form, renewed[i])] = NULL;
    put_visit(cs, &e, station);
    put(cs, &e, "client_name", "%s", name_otherwise(cs->arena, got(cs, first, "client_name")));
    put(cs, &e, "address", "%s", address_of(cs, &e.place));
    if (chance_percent(c, 40))
        e.value[form_at(&cs->form, "uscc")] = NULL;
    census_locate(cs, &e, how);
    return e;
}
