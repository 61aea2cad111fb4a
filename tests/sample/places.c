/* places.c - roads of Haicang and Jimei with rough courses, and doors along them. The roads are
 * real, their points were written down from general knowledge to about 200 m; every house number
 * is invented. */
#include "sample.h"

#include "youka/geo/point.h"

#define COURSE_MAX 3

struct road {
    const char *name, *district, *town;
    int numbers;                        /* the highest house number */
    struct yk_point course[COURSE_MAX]; /* WGS-84; ends at a zero latitude */
};

const struct station sample_stations[STATIONS] = {
    {"XM-HC-001",
     "新阳加油站",
     "林示例",
     "suburban",
     "g92 g95 d0",
     "00:00",
     "24:00",
     {24.520000, 118.016000},
     5000,
     20,
     180000},
    {"XM-XL-002",
     "杏林加油站",
     "林示例",
     "suburban",
     "g92 g95 g98 d0",
     "00:00",
     "24:00",
     {24.570000, 118.050000},
     4000,
     24,
     150000},
    {"XM-JM-003",
     "集美加油站",
     "陈示例",
     "urban",
     "g92 g95 g98 d0",
     "06:00",
     "23:00",
     {24.592000, 118.096000},
     3500,
     16,
     90000},
};

#define HC "海沧区"
#define JM "集美区"

static const struct road roads[] = {
    {"翁角路", HC, "新阳街道", 980, {{24.534, 117.982}, {24.521, 118.012}, {24.507, 118.042}}},
    {"新盛路", HC, "新阳街道", 320, {{24.527, 118.006}, {24.517, 118.002}}},
    {"新光路", HC, "新阳街道", 380, {{24.531, 118.012}, {24.517, 118.008}}},
    {"新昌路", HC, "新阳街道", 260, {{24.530, 118.018}, {24.520, 118.015}}},
    {"新景路", HC, "新阳街道", 220, {{24.525, 118.022}, {24.515, 118.018}}},
    {"新乐路", HC, "新阳街道", 240, {{24.520, 118.000}, {24.524, 117.990}}},
    {"新美路", HC, "新阳街道", 210, {{24.530, 117.998}, {24.521, 117.994}}},
    {"新园路", HC, "新阳街道", 300, {{24.537, 118.010}, {24.529, 118.025}}},
    {"阳光路", HC, "新阳街道", 420, {{24.533, 117.992}, {24.525, 118.020}}},
    {"霞飞路", HC, "新阳街道", 280, {{24.524, 118.028}, {24.514, 118.026}}},
    {"后祥路", HC, "新阳街道", 180, {{24.541, 117.996}, {24.536, 118.004}}},
    {"孚莲路", HC, "东孚街道", 760, {{24.569, 117.958}, {24.556, 117.980}, {24.545, 117.996}}},
    {"马青路", HC, "海沧街道", 660, {{24.499, 118.000}, {24.494, 118.025}, {24.494, 118.052}}},
    {"沧虹路", HC, "海沧街道", 240, {{24.500, 118.030}, {24.487, 118.034}}},
    {"滨湖北路", HC, "海沧街道", 160, {{24.489, 118.022}, {24.486, 118.040}}},
    {"海富路", HC, "海沧街道", 260, {{24.492, 118.035}, {24.479, 118.036}}},
    {"钟林路", HC, "海沧街道", 340, {{24.504, 118.044}, {24.488, 118.046}}},
    {"海沧大道", HC, "嵩屿街道", 900, {{24.507, 118.056}, {24.490, 118.060}, {24.470, 118.054}}},
    {"角嵩路", HC, "海沧街道", 1200, {{24.478, 117.985}, {24.476, 118.010}, {24.470, 118.035}}},
    {"灌新路", JM, "灌口镇", 540, {{24.600, 117.998}, {24.575, 118.002}, {24.545, 118.008}}},
    {"杏前路", JM, "杏林街道", 420, {{24.572, 118.030}, {24.563, 118.046}}},
    {"杏东路", JM, "杏林街道", 320, {{24.574, 118.044}, {24.561, 118.042}}},
    {"杏西路", JM, "杏林街道", 300, {{24.570, 118.026}, {24.560, 118.032}}},
    {"杏滨路", JM, "杏滨街道", 360, {{24.580, 118.048}, {24.566, 118.054}}},
    {"杏北路", JM, "杏滨街道", 300, {{24.583, 118.034}, {24.578, 118.050}}},
    {"杏锦路", JM, "杏滨街道", 520, {{24.586, 118.028}, {24.589, 118.052}}},
    {"杏林湾路", JM, "侨英街道", 640, {{24.579, 118.058}, {24.588, 118.068}, {24.596, 118.082}}},
    {"光明路", JM, "杏林街道", 160, {{24.567, 118.034}, {24.561, 118.038}}},
    {"西滨路", JM, "杏滨街道", 280, {{24.557, 118.030}, {24.551, 118.040}}},
    {"锦园路", JM, "杏滨街道", 260, {{24.587, 118.042}, {24.580, 118.040}}},
    {"集美大道", JM, "侨英街道", 1100, {{24.604, 118.056}, {24.603, 118.080}, {24.597, 118.104}}},
    {"诚毅大街", JM, "侨英街道", 360, {{24.614, 118.060}, {24.606, 118.066}}},
    {"石鼓路", JM, "集美街道", 300, {{24.588, 118.098}, {24.574, 118.100}}},
    {"盛光路", JM, "集美街道", 240, {{24.586, 118.090}, {24.590, 118.102}}},
    {"银江路", JM, "集美街道", 320, {{24.582, 118.104}, {24.572, 118.098}}},
    {"岑东路", JM, "集美街道", 200, {{24.577, 118.096}, {24.571, 118.095}}},
    {"岑西路", JM, "集美街道", 180, {{24.577, 118.091}, {24.571, 118.092}}},
    {"尚南路", JM, "集美街道", 120, {{24.574, 118.100}, {24.571, 118.102}}},
    {"浔江路", JM, "集美街道", 260, {{24.592, 118.108}, {24.580, 118.108}}},
    {"同集南路", JM, "侨英街道", 480, {{24.612, 118.100}, {24.596, 118.097}, {24.585, 118.095}}},
    {"孙坂南路", JM, "侨英街道", 380, {{24.602, 118.106}, {24.603, 118.120}}},
    {"乐海路", JM, "侨英街道", 220, {{24.598, 118.094}, {24.607, 118.092}}},
};
#define ROADS (sizeof roads / sizeof *roads)

size_t place_roads(void)
{
    return ROADS;
}

int place_numbers(size_t r)
{
    return roads[r].numbers;
}

static int legs_of(const struct road *road)
{
    int legs = COURSE_MAX - 1;

    while (legs > 1 && road->course[legs].lat == 0)
        legs--;
    return legs;
}

/* House numbers run evenly along the course; even ones stand 15 m off to one side, odd ones to the
 * other. Only + - * / are used, so that every machine gets the same point. */
struct place place_along(size_t r, double number, bool odd)
{
    const struct road *road = &roads[r];
    int legs = legs_of(road);
    double along = number / road->numbers * legs;
    int leg = along >= legs ? legs - 1 : along < 0 ? 0 : (int)along;
    struct yk_point a = road->course[leg], b = road->course[leg + 1];
    double t = along - leg, side = odd ? 0.00014 : -0.00014;
    double run_lat = b.lat - a.lat, run_lon = b.lon - a.lon;
    bool steep = run_lat * run_lat > run_lon * run_lon;

    return (struct place){
        .point = {a.lat + t * run_lat + (steep ? 0 : side),
                  a.lon + t * run_lon + (steep ? side : 0)},
        .road = road->name,
        .district = road->district,
        .town = road->town,
        .number = (int)number,
    };
}

struct place place_on(size_t r, int number)
{
    return place_along(r, number, number % 2);
}

/* Where a-b meets c-d. */
static bool meet(struct yk_point *out, struct yk_point a, struct yk_point b, struct yk_point c,
                 struct yk_point d)
{
    double ab_lat = b.lat - a.lat, ab_lon = b.lon - a.lon;
    double cd_lat = d.lat - c.lat, cd_lon = d.lon - c.lon;
    double ac_lat = c.lat - a.lat, ac_lon = c.lon - a.lon;
    double over = ab_lat * cd_lon - ab_lon * cd_lat;
    double t = (ac_lat * cd_lon - ac_lon * cd_lat) / over;
    double u = (ac_lat * ab_lon - ac_lon * ab_lat) / over;

    if (over == 0 || t < 0 || t > 1 || u < 0 || u > 1)
        return false;
    *out = (struct yk_point){a.lat + t * ab_lat, a.lon + t * ab_lon};
    return true;
}

bool place_crossing(struct yk_point *out, size_t r, size_t s)
{
    const struct road *a = &roads[r], *b = &roads[s];

    for (int i = 0; i < legs_of(a); i++)
        for (int k = 0; k < legs_of(b); k++)
            if (meet(out, a->course[i], a->course[i + 1], b->course[k], b->course[k + 1]))
                return true;
    return false;
}

struct place place_near(struct chance *c, int s, int also, int share)
{
    const struct station *st = &sample_stations[s];

    for (;;) {
        size_t road = (size_t)chance_below(c, ROADS);
        struct place p = place_on(road, chance_between(c, 1, roads[road].numbers));
        double metres = yk_metres(st->point, p.point);

        if (metres > st->radius_m / 100.0 * share)
            continue;
        if (also < 0 ||
            yk_metres(sample_stations[also].point, p.point) <= sample_stations[also].radius_m - 50)
            return p;
    }
}
