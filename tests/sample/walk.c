/* walk.c - who walks where: each station's walk list, the lists of places that others have made,
 * the people who visit, counts of traffic. */
#include "sample.h"

#include <string.h>

#include "youka/geo/point.h"

#define SIDE 6 /* cells a side of the square about a trading area */
#define CELLS (SIDE * SIDE)
#define METRES_LAT 110770.0 /* a degree at 24.55° N */
#define METRES_LON 101260.0

static double cell_m(int station)
{
    return 2.0 * sample_stations[station].radius_m / SIDE;
}

static int clamp(double index)
{
    return index < 0 ? 0 : index >= SIDE ? SIDE - 1 : (int)index;
}

/* From the north-west, row by row. */
int walk_cell(int station, struct yk_point p)
{
    const struct station *s = &sample_stations[station];
    double west = (p.lon - s->point.lon) * METRES_LON + s->radius_m;
    double north = (s->point.lat - p.lat) * METRES_LAT + s->radius_m;

    return clamp(north / cell_m(station)) * SIDE + clamp(west / cell_m(station)) + 1;
}

/* The point so many cells east and south of the north-west corner. */
static struct yk_point corner(int station, double east, double south)
{
    const struct station *s = &sample_stations[station];

    return (struct yk_point){
        .lat = s->point.lat + (s->radius_m - south * cell_m(station)) / METRES_LAT,
        .lon = s->point.lon + (east * cell_m(station) - s->radius_m) / METRES_LON,
    };
}

static const char *place_text(struct yk_arena *a, enum yk_datum datum, struct yk_point p,
                              const char *between)
{
    struct yk_point q = yk_from_wgs84(datum, p);

    return yk_arena_printf(a, "%.6f%s%.6f", q.lon, between, q.lat);
}

/* Where it lies: HC draws outlines on a map in GCJ-02, the others name a centre. */
static const char *outline(struct yk_arena *a, int station, int row, int column)
{
    static const enum yk_datum datum[STATIONS] = {YK_GCJ02, YK_WGS84, YK_BD09};
    static const int turn[4][2] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    const char *polygon = "";

    if (station)
        return yk_arena_printf(
            a, "%s,%.0f,,%s",
            place_text(a, datum[station], corner(station, column + .5, row + .5), ","),
            cell_m(station), yk_datum_code(datum[station]));
    for (int i = 0; i < 4; i++)
        polygon = yk_arena_printf(a, "%s%s%s", polygon, i ? ";" : "",
                                  place_text(a, datum[station],
                                             corner(station, column + turn[i][0], row + turn[i][1]),
                                             " "));
    return yk_arena_printf(a, ",,,%s,%s", polygon, yk_datum_code(datum[station]));
}

static const char *settled(int cell)
{
    switch (cell) {
    case 9:
        return "no_access,园区门禁未放行";
    case 17:
        return "no_doors,";
    case 26:
        return "excluded,高速公路用地";
    default:
        return ",";
    }
}

static void write_cell(struct writer *w, struct yk_arena *a, struct chance *c, int station,
                       int cell, int doors)
{
    static const char *const sources[] = {"map", "community", "walked", "last_census", "guess"};
    int row = (cell - 1) / SIDE, column = (cell - 1) % SIDE, dice = chance_below(c, 100);
    int expected = dice < 45 ? doors : doors + chance_between(c, 1, 7);
    const char *source = sources[chance_below(c, 5)];
    char due[11];

    yk_day_write(due, yk_day_of(2026, 10, 20) + chance_below(c, 60));
    fprintf(w->f, "%s,G%02d,%s第%d片,%s,", sample_stations[station].code, cell,
            sample_stations[station].name, cell, outline(a, station, row, column));
    if (dice < 90)
        fprintf(w->f, "%d,%s,", expected, source);
    else
        fputs(",,", w->f);
    fprintf(w->f, "%s,%s,%s\n", name_of_surveyor(station, (row + column) / 2), due, settled(cell));
}

/* Two cells were forgotten, and what lies beyond the circle is left out. */
static bool is_walked(int station, int cell)
{
    struct yk_point middle = corner(station, (cell - 1) % SIDE + .5, (cell - 1) / SIDE + .5);

    return cell != 12 && cell != 28 &&
           yk_metres(sample_stations[station].point, middle) <= sample_stations[station].radius_m;
}

bool walk_write(struct yk_arena *a, const struct batch *const *batch, size_t batches,
                const char *dir)
{
    int doors[STATIONS][CELLS + 1] = {{0}};
    struct chance c = {SAMPLE_SEED + 1};
    struct writer w;

    for (size_t b = 0; b < batches; b++)
        for (size_t i = 0; i < batch[b]->count; i++) {
            const struct entry *e = &batch[b]->entry[i];
            doors[e->station][walk_cell(e->station, e->place.point)]++;
        }
    writer_open(&w, ',', false, "\n");
    fputs("station_code,grid_id,grid_name,lon,lat,size_m,polygon,datum,doors_expected,doors_source,"
          "person,due_date,cell_state,state_reason\n",
          w.f);
    for (int s = 0; s < STATIONS; s++)
        for (int cell = 1; cell <= CELLS; cell++)
            if (is_walked(s, cell))
                write_cell(&w, a, &c, s, cell, doors[s][cell]);
    return writer_save(&w, dir, "walk.csv", "UTF-8", "");
}

static void write_place(struct writer *w, struct yk_arena *a, const char *name, const char *kind,
                        const struct place *p, enum yk_datum datum)
{
    fprintf(w->f, "%s,%s,%s,%d,厦门市%s%s%d号,%s,%s\n", name, kind, p->road, p->number, p->district,
            p->road, p->number, place_text(a, datum, p->point, ","), yk_datum_code(datum));
}

static const char *label_of_kind(struct census *cs, const struct kind *k)
{
    return form_label(&cs->form, cs->arena, form_at(&cs->form, "category"), k->category);
}

/* Every third client that anybody can see from the street, then places that nobody surveyed. */
bool gazetteer_write(struct census *cs, const struct batch *const *batch, size_t batches,
                     const char *dir)
{
    enum { NEW_PLACES = 60 };
    struct chance c = {SAMPLE_SEED + 2};
    struct writer w;

    writer_open(&w, ',', false, "\n");
    fputs("名称,类别,道路,门牌号,地址,经度,纬度,坐标系\n", w.f);
    for (size_t b = 0; b < batches; b++)
        for (size_t i = b % 3; i < batch[b]->count; i += 3) {
            const struct entry *e = &batch[b]->entry[i];
            if (strcmp(e->kind->category, "transient") != 0)
                write_place(&w, cs->arena, got(cs, e, "client_name"), label_of_kind(cs, e->kind),
                            &e->place, i % 2 ? YK_GCJ02 : YK_BD09);
        }
    for (int i = 0; i < NEW_PLACES; i++) {
        const struct kind *k = &sample_kinds[i % 13]; /* up to shopping malls */
        struct place p = place_near(&c, i % STATIONS, -1, 95);
        write_place(&w, cs->arena, name_of_client(cs->arena, &c, k, cs->clients + i, p.district),
                    label_of_kind(cs, k), &p, YK_GCJ02);
    }
    for (size_t r = 0; r < place_roads(); r += 7) {
        struct place p = place_on(r, 1);
        write_place(&w, cs->arena, p.road, "道路", &p, YK_WGS84);
    }
    fputs("澜岸仓储中心,企业,,,厦门市集美区某工业园,,,\n", w.f);
    return writer_save(&w, dir, "gazetteer.csv", "UTF-8", "");
}

bool staff_write(const char *dir)
{
    static const char *const good_at[] = {"logistics construction factory_mine",
                                          "government school hospital", ""};
    struct writer w;

    writer_open(&w, ',', false, "\n");
    fputs("station_code,code,name,role,hours_week,skill,categories\n", w.f);
    for (int s = 0; s < STATIONS; s++)
        for (int i = 0; i < 3; i++)
            fprintf(w.f, "%s,S%d%d,%s,%s,%d,%d,%s\n", sample_stations[s].code, s + 1, i + 1,
                    name_of_surveyor(s, i), i == 0 ? "station_manager" : "client_manager",
                    4 + 2 * i, 5 - i, good_at[i]);
    return writer_save(&w, dir, "staff.csv", "UTF-8", "");
}

bool traffic_write(const char *dir)
{
    static const char *const road[STATIONS] = {"翁角路", "杏滨路", "石鼓路"};
    static const int hours[] = {7, 12, 18, 22};
    struct chance c = {SAMPLE_SEED + 3};
    struct writer w;

    writer_open(&w, ',', false, "\n");
    fputs("station_code,surveyor,survey_date,day_kind,weather,road,bearing,time_from,time_to,"
          "pass_car,pass_bus,pass_light,pass_heavy,pass_nev,enter_car,enter_bus,enter_light,"
          "enter_heavy,full_fills,litres_fill\n",
          w.f);
    for (int s = 0; s < STATIONS; s++)
        for (size_t h = 0; h < sizeof hours / sizeof *hours; h++) {
            int cars = chance_between(&c, 150, 700), trucks = chance_between(&c, 20, 160);
            fprintf(w.f,
                    "%s,%s,2026-09-%02d,%s,fine,%s,inbound,%02d:00,%02d:00,%d,%d,%d,%d,%d,%d,%d,%d,"
                    "%d,%d,%d\n",
                    sample_stations[s].code, name_of_surveyor(s, (int)h), 14 + s,
                    s == 2 ? "weekend" : "workday", road[s], hours[h], hours[h] + 1, cars,
                    cars / 40, trucks, trucks / 2, cars / 9, cars / 25, cars / 400, trucks / 12,
                    trucks / 20, cars / 60, 38 + 3 * s);
        }
    return writer_save(&w, dir, "traffic.csv", "UTF-8", "");
}
