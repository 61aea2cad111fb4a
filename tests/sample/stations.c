/* stations.c - our three stations and eight invented rivals. */
#include "sample.h"

bool stations_write(const char *dir)
{
    static const char *const headings =
        "code,name,region,area_manager,lon,lat,datum,class,radius_m,hours_week,fuels,opens,closes,"
        "target_litres_quarter\n";
    struct writer w;

    writer_open(&w, ',', false, "\n");
    fputs(headings, w.f);
    for (int i = 0; i < STATIONS; i++) {
        const struct station *s = &sample_stations[i];
        fprintf(w.f, "%s,%s,厦门,%s,%.6f,%.6f,wgs84,%s,%d,%d,%s,%s,%s,%d\n", s->code, s->name,
                s->area_manager, s->point.lon, s->point.lat, s->class_code, s->radius_m,
                s->hours_week, s->fuels, s->opens, s->closes, s->target_litres);
    }
    return writer_save(&w, dir, "stations.csv", "UTF-8", "");
}

struct rival {
    const char *seen_by, *day, *name, *brand, *promotions;
    struct yk_point point; /* WGS-84; written in the datum */
    enum yk_datum datum;
    const char *posted[3], *real[3]; /* g92, g95, d0: yuan a litre */
    int nozzles, access;
};

static const struct rival rivals[] = {
    {"XM-HC-001",
     "2026-09-02",
     "蓝屿加油站",
     "sinopec",
     "充1000送30",
     {24.5262, 118.0215},
     YK_GCJ02,
     {"7.52", "8.05", "7.16"},
     {"7.32", "7.85", "6.86"},
     12,
     4},
    {"XM-HC-001",
     "2026-09-02",
     "马銮加油站",
     "petrochina",
     "",
     {24.5451, 118.0082},
     YK_GCJ02,
     {"7.52", "8.05", "7.16"},
     {"7.42", "7.95", "6.96"},
     8,
     3},
    {"XM-HC-001",
     "2026-09-03",
     "灌新加油站",
     "private",
     "满200减10",
     {24.5788, 118.0013},
     YK_WGS84,
     {"7.10", "7.60", "6.70"},
     {"6.95", "7.45", "6.50"},
     6,
     5},
    {"XM-HC-001",
     "2026-09-03",
     "海富加油站",
     "cnooc",
     "周三优惠日",
     {24.4872, 118.0364},
     YK_BD09,
     {"7.50", "8.03", "7.14"},
     {"7.30", "7.83", "6.84"},
     10,
     3},
    {"XM-XL-002",
     "2026-09-05",
     "杏湾加油站",
     "private",
     "",
     {24.5832, 118.0611},
     YK_GCJ02,
     {"7.05", "7.55", "6.62"},
     {"7.05", "7.55", "6.55"},
     4,
     2},
    {"XM-JM-003",
     "2026-09-08",
     "银江加油站",
     "sinopec",
     "洗车券",
     {24.5791, 118.1025},
     YK_GCJ02,
     {"7.52", "8.05", "7.16"},
     {"7.37", "7.90", "6.91"},
     12,
     4},
    {"XM-JM-003",
     "2026-09-08",
     "孙坂加油站",
     "shell",
     "积分翻倍",
     {24.6025, 118.1111},
     YK_WGS84,
     {"7.58", "8.15", "7.20"},
     {"7.38", "7.95", "7.00"},
     8,
     5},
    {"XM-XL-002",
     "2026-09-05",
     "锦亭加油站",
     "petrochina",
     "柴油直降0.3",
     {24.5661, 118.0362},
     YK_BD09,
     {"7.52", "8.05", "7.16"},
     {"7.27", "7.80", "6.86"},
     10,
     3},
};

bool rivals_write(const char *dir)
{
    struct writer w;

    writer_open(&w, ',', false, "\n");
    fputs("station_code,survey_date,name,brand,lon,lat,datum,posted_g92,posted_g95,posted_d0,"
          "real_g92,real_g95,real_d0,promotions,nozzles,access\n",
          w.f);
    for (size_t i = 0; i < sizeof rivals / sizeof *rivals; i++) {
        const struct rival *r = &rivals[i];
        struct yk_point p = yk_from_wgs84(r->datum, r->point);
        fprintf(w.f, "%s,%s,%s,%s,%.6f,%.6f,%s,%s,%s,%s,%s,%s,%s,%s,%d,%d\n", r->seen_by, r->day,
                r->name, r->brand, p.lon, p.lat, yk_datum_code(r->datum), r->posted[0],
                r->posted[1], r->posted[2], r->real[0], r->real[1], r->real[2], r->promotions,
                r->nozzles, r->access);
    }
    return writer_save(&w, dir, "rivals.csv", "UTF-8", "");
}
