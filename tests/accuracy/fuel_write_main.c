/* fuel_write_main.c - an invented region as the files a region sends: fuel_write_main BASE|HARD
 * SEED DIR writes DIR/stations.csv and DIR/clients.csv (for `youka station load` and `youka survey
 * load`) and the truth behind them, DIR/truth.csv: client_name, vehicles, litres a month, what was
 * told, the stated unit, what was meant. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuel_world.h"

static const char *const columns[] = {
    "station_code",    "surveyor",       "survey_date",    "visit_result",   "client_name",
    "category",        "category_other", "address",        "lon_manual",     "lat_manual",
    "coord_system",    "vehicle_total",  "vehicle_source", "gas_month",      "gas_unit",
    "diesel_month",    "diesel_unit",    "volume_source",  "parking_spaces", "household_count",
    "staff_count",     "driver_count",   "member_count",   "student_count",  "bed_count",
    "room_count",      "current_brand",  "fills_week",     "litres_fill",    "sensitivity",
    "sensitivity_top", "intent",         "difficulty"};
enum { COLUMNS = sizeof columns / sizeof *columns };

static FILE *begin(const char *dir, const char *name, const char *headings)
{
    char path[4096];

    if (snprintf(path, sizeof path, "%s/%s", dir, name) >= (int)sizeof path) {
        fprintf(stderr, "fuel_write_main: the folder's name is too long\n");
        exit(2);
    }
    FILE *f = fopen(path, "w");
    if (!f) {
        perror(path);
        exit(1);
    }
    fprintf(f, "%s", headings);
    return f;
}

static void end(FILE *f)
{
    bool failed = ferror(f);

    if (fclose(f) || failed) {
        perror("fuel_write_main");
        exit(1);
    }
}

static void write_stations(const struct fuel_world *w, const char *dir)
{
    FILE *f =
        begin(dir, "stations.csv", "code,name,region,lon,lat,datum,class,radius_m,hours_week\n");

    for (size_t i = 0; i < w->t.stations; i++) {
        const struct yk_station *s = &w->t.station[i];
        fprintf(f, "%s,%s,%s,%.6f,%.6f,wgs84,%s,%.0f,%.0f\n", s->code, s->name, s->region,
                s->point.lon, s->point.lat, s->station_class, s->radius_m, s->hours_week);
    }
    end(f);
}

static void write_clients(const struct fuel_world *w, const char *dir)
{
    FILE *f = begin(dir, "clients.csv", "");

    for (size_t c = 0; c < COLUMNS; c++)
        fprintf(f, "%s%s", c ? "," : "", columns[c]);
    for (size_t i = 0; i < w->t.doors; i++) {
        const struct yk_answers *a = &w->t.door[i].answers;
        size_t written = 0;
        for (size_t c = 0; c < COLUMNS; c++) {
            const char *text = yk_answer_text(a, columns[c]);
            written += text != NULL;
            fprintf(f, "%s%s", c ? "," : "\n", text ? text : "");
        }
        if (written != a->count)
            YK_BUG("an answer of client %zu has no column", i);
    }
    fprintf(f, "\n");
    end(f);
}

static void write_truth(const struct fuel_world *w, const char *dir)
{
    static const char *const told[FUEL_TOLDS] = {"nothing", "count", "volume"};
    FILE *f = begin(dir, "truth.csv", "client_name,vehicles,litres,told,unit,meant\n");

    for (size_t i = 0; i < w->t.doors; i++) {
        const struct fuel_client *c = &w->client[i];
        fprintf(f, "%s,%.0f,%.3f,%s,%s,%s\n", yk_answer_text(&w->t.door[i].answers, "client_name"),
                c->vehicles, c->litres, told[c->told], c->unit,
                *c->unit ? yk_meant_code(c->meant) : "");
    }
    end(f);
}

int main(int argc, char **argv)
{
    struct fuel_world w;
    int law = 0;

    while (argc == 4 && law < FUEL_LAWS && strcmp(argv[1], fuel_law_name[law]) != 0)
        law++;
    if (argc != 4 || law == FUEL_LAWS) {
        fprintf(stderr, "fuel_write_main BASE|HARD SEED DIR\n");
        return 2;
    }
    fuel_world_make(&w, (enum fuel_law)law, strtoull(argv[2], NULL, 10));
    write_stations(&w, argv[3]);
    write_clients(&w, argv[3]);
    write_truth(&w, argv[3]);
    fuel_world_release(&w);
    return 0;
}
