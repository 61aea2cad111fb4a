/* city.c - what a map would hold of the sample's streets: numbered doors, crossings, landmarks,
 * estates, villages. Roads and towns are real and roughly where they are (places.c); every other
 * name, every number and every coordinate is invented.
 *
 * A door stands where its number would be on an even course, moved with its block of forty numbers
 * by up to four numbers and by itself by up to 15 m. The map holds every 24th number or so, on
 * every third road every 80th, on two roads none, each up to 20 m wrong. */
#include "sample.h"

#include <stdlib.h>
#include <string.h>

#include "youka/geo/point.h"

#define METRES_LAT 110770.0 /* a degree at 24.55° N */
#define METRES_LON 101260.0

static const struct city_place places[] = {
    {"landmark", "听澜小学", "新盛路", 120, 0, 40},
    {"landmark", "望沧医院", "沧虹路", 88, 0, 50},
    {"landmark", "新知中学", "新光路", 210, 0, -60},
    {"landmark", "向荣农贸市场", "新昌路", 132, 0, 40},
    {"landmark", "松涛公交场站", "翁角路", 402, -40, 0},
    {"landmark", "翁角车检中心", "翁角路", 655, 50, 0},
    {"landmark", "映月公园", "滨湖北路", 76, 40, 0},
    {"landmark", "枫桥幼儿园", "海富路", 61, 0, 35},
    {"landmark", "钟林邮政所", "钟林路", 174, 0, -30},
    {"landmark", "云帆体育馆", "海沧大道", 512, 0, 70},
    {"landmark", "角嵩粮库", "角嵩路", 640, 60, 0},
    {"landmark", "马青建材市场", "马青路", 290, -60, 0},
    {"landmark", "孚莲卫生院", "孚莲路", 318, 35, 0},
    {"landmark", "阳光派出所", "阳光路", 222, 30, 0},
    {"landmark", "怀远驾校", "新美路", 96, 0, -50},
    {"landmark", "霞飞货运站", "霞飞路", 148, 0, 45},
    {"landmark", "灌新汽配城", "灌新路", 262, 0, -60},
    {"landmark", "临湾小学", "杏前路", 186, 40, 0},
    {"landmark", "杏东卫生站", "杏东路", 144, 0, 30},
    {"landmark", "知行中学", "杏西路", 98, 0, -55},
    {"landmark", "柏林公园", "杏滨路", 233, 0, 60},
    {"landmark", "星河影院", "杏北路", 170, 35, 0},
    {"landmark", "杏锦变电站", "杏锦路", 331, -45, 0},
    {"landmark", "荷塘医院", "杏林湾路", 277, 50, 0},
    {"landmark", "揽湖酒店", "杏林湾路", 488, -40, 0},
    {"landmark", "光明农贸市场", "光明路", 72, 0, 40},
    {"landmark", "西滨消防站", "西滨路", 151, 30, 0},
    {"landmark", "锦园文化馆", "锦园路", 129, 0, -35},
    {"landmark", "竹坝客运站", "集美大道", 610, -60, 0},
    {"landmark", "拾光图书馆", "诚毅大街", 188, 0, 45},
    {"landmark", "石鼓菜市场", "石鼓路", 139, 0, -35},
    {"landmark", "盛光电影院", "盛光路", 118, 30, 0},
    {"landmark", "银江码头", "银江路", 84, 0, 70},
    {"landmark", "岑东小学", "岑东路", 108, 0, 40},
    {"landmark", "岑西门诊部", "岑西路", 66, 0, -30},
    {"landmark", "浔江水厂", "浔江路", 140, 0, 60},
    {"landmark", "同集汽车站", "同集南路", 236, 0, 50},
    {"landmark", "孙坂变电所", "孙坂南路", 205, -40, 0},
    {"landmark", "乐海幼儿园", "乐海路", 121, 0, 35},
    {"landmark", "尚南祠堂", "尚南路", 58, 0, -30},
    {"estate", "听雨花园小区", "新盛路", 214, 0, 90},
    {"estate", "新荷公寓", "新景路", 102, 0, -70},
    {"estate", "望岳新城", "沧虹路", 161, 0, 110},
    {"estate", "云栖大厦", "海沧大道", 377, 0, -40},
    {"estate", "兰溪苑小区", "钟林路", 255, 0, 90},
    {"estate", "枫丹国际广场", "滨湖北路", 121, -60, 0},
    {"estate", "梅山里小区", "海富路", 187, 0, -80},
    {"estate", "菊园小区", "孚莲路", 602, 90, 0},
    {"estate", "松柏雅居", "杏前路", 307, -80, 0},
    {"estate", "荷语花园小区", "杏东路", 251, 0, 80},
    {"estate", "星海大厦", "杏滨路", 121, 0, -40},
    {"estate", "临湖公馆小区", "杏林湾路", 401, 100, 0},
    {"estate", "揽翠苑小区", "杏北路", 86, 80, 0},
    {"estate", "知音公寓", "锦园路", 205, 0, 60},
    {"estate", "拾景花园小区", "集美大道", 830, -90, 0},
    {"estate", "诚品大厦", "诚毅大街", 96, 0, -40},
    {"estate", "竹影小区", "石鼓路", 221, 0, 80},
    {"estate", "柏悦新村", "同集南路", 142, 0, -90},
    {"estate", "向海公寓", "浔江路", 199, 0, -60},
    {"estate", "莲心苑小区", "乐海路", 55, 0, 70},
    {"park", "映山创业园", "阳光路", 334, -100, 0},
    {"park", "怀德工业园", "翁角路", 820, 140, 0},
    {"park", "新拓物流园", "角嵩路", 388, 160, 0},
    {"park", "远图科技园", "灌新路", 121, 0, 150},
    {"park", "菁英创业园", "杏锦路", 201, 120, 0},
    {"park", "星火工业园", "孙坂南路", 300, 130, 0},
    {"park", "云谷软件园", "诚毅大街", 290, 0, 140},
    {"village", "上樟村", "孚莲路", 140, 320, 120},
    {"village", "下樟村", "孚莲路", 420, -350, -200},
    {"village", "竹坑村", "灌新路", 60, 150, -420},
    {"village", "樟坪村", "灌新路", 360, -50, 450},
    {"village", "枫下村", "翁角路", 180, -380, -150},
    {"village", "松坑社", "翁角路", 560, -420, 60},
    {"village", "荷塘村", "角嵩路", 150, 380, 0},
    {"village", "梅仔社", "角嵩路", 880, 330, 100},
    {"village", "柏埔村", "马青路", 90, 400, -80},
    {"village", "兰埔社", "后祥路", 90, 260, 260},
    {"village", "云头社", "杏锦路", 430, 380, 40},
    {"village", "星厝村", "杏西路", 280, -120, -380},
    {"village", "拾埔村", "集美大道", 180, 420, 0},
    {"village", "向坂村", "同集南路", 40, 100, 420},
    {"village", "临坂社", "孙坂南路", 340, 360, 90},
    {"village", "听坑村", "乐海路", 200, 330, -200},
};

size_t city_places(void)
{
    return sizeof places / sizeof *places;
}

const struct city_place *city_place(size_t i)
{
    return &places[i];
}

size_t city_road(const struct city_place *p)
{
    size_t r = 0;

    while (r < place_roads() && strcmp(place_on(r, 1).road, p->road) != 0)
        r++;
    if (r == place_roads())
        abort(); /* a road that places.c lacks */
    return r;
}

struct yk_point city_off(struct yk_point p, double north_m, double east_m)
{
    return (struct yk_point){p.lat + north_m / METRES_LAT, p.lon + east_m / METRES_LON};
}

static struct chance salted(uint64_t salt)
{
    struct chance c = {SAMPLE_SEED + 16 + salt * 0x9E3779B97F4A7C15u};

    chance_bits(&c);
    return c;
}

struct yk_point city_about(struct yk_point p, uint64_t salt, int metres)
{
    struct chance c = salted(salt);
    int north = chance_between(&c, -metres, metres), east = chance_between(&c, -metres, metres);

    return city_off(p, north, east);
}

static uint64_t salt_of(size_t road, int number, int what)
{
    return ((uint64_t)road * 2048 + (uint64_t)number) * 8 + (uint64_t)what;
}

struct place city_door(size_t road, int number)
{
    struct chance block = salted(salt_of(road, number / 40, 1));
    double moved = number + chance_between(&block, -40, 40) / 10.0;
    struct place p = place_along(road, moved, number % 2);

    p.number = number;
    p.point = city_about(p.point, salt_of(road, number, 2), 15);
    return p;
}

struct place city_where(const struct city_place *p)
{
    struct place at = city_door(city_road(p), p->number);

    at.point = city_off(at.point, p->north_m, p->east_m);
    return at;
}

int city_next(size_t road, int after)
{
    struct chance c = salted(salt_of(road, after, 3));
    bool sparse = road % 3 == 1;
    int number = after + (after ? sparse ? chance_between(&c, 60, 100) : chance_between(&c, 12, 36)
                                : chance_between(&c, 2, 12));
    bool none = road % 21 == 10; /* 后祥路, 诚毅大街 */

    return none || number > place_numbers(road) ? 0 : number;
}

bool city_lists_crossing(size_t road, size_t other)
{
    return (road + other) % 5 > 1;
}

static const char *crossing_beside(struct yk_arena *a, const struct place *p)
{
    struct yk_point x;

    for (size_t r = 0; r < place_roads(); r++)
        for (size_t s = 0; s < place_roads(); s++)
            if (r != s && !strcmp(place_on(r, 1).road, p->road) && place_crossing(&x, r, s) &&
                yk_metres(x, p->point) < 100)
                return yk_arena_printf(a, "%s%s与%s交叉口", p->district, p->road,
                                       place_on(s, 1).road);
    return NULL;
}

const char *city_saying(struct yk_arena *a, const struct place *p)
{
    const char *crossing = crossing_beside(a, p);

    if (crossing)
        return crossing;
    for (size_t i = 0; i < city_places(); i++) {
        const struct city_place *c = &places[i];
        double metres = yk_metres(city_where(c).point, p->point);
        if (*c->kind == 'l' && metres < 120)
            return yk_arena_printf(a, "%s%s%s", p->district, c->name,
                                   p->number % 2 == c->number % 2 ? "旁" : "对面");
        if ((*c->kind == 'e' || *c->kind == 'p') && metres < 160)
            return yk_arena_printf(a, "%s%s%s%d号楼", p->district, p->town, c->name,
                                   1 + p->number % 9);
        if (*c->kind == 'v' && metres < 500 && p->number % 3 == 0)
            return yk_arena_printf(a, "%s%s%s%d号", p->district, p->town, c->name,
                                   1 + p->number % 80);
    }
    return NULL;
}

/* --- the file --- */
struct line {
    const char *kind, *name, *road, *address;
    int number; /* 0: none */
    struct yk_point point;
    enum yk_datum datum;
};

static void write_line(struct writer *w, struct yk_arena *a, struct line l)
{
    struct yk_point p = yk_from_wgs84(l.datum, l.point);

    writer_cell(w, l.name);
    writer_cell(w, l.kind);
    writer_cell(w, l.road);
    writer_cell(w, l.number ? yk_arena_printf(a, "%d", l.number) : "");
    writer_cell(w, l.address);
    writer_cell(w, yk_arena_printf(a, "%.6f", p.lon));
    writer_cell(w, yk_arena_printf(a, "%.6f", p.lat));
    writer_cell(w, yk_datum_code(l.datum));
    writer_end(w);
}

static void write_door(struct writer *w, struct yk_arena *a, const char *before, const char *road,
                       int number, struct yk_point at)
{
    const char *door = yk_arena_printf(a, "%s%d号", road, number);

    write_line(w, a,
               (struct line){"door", door, road, yk_arena_printf(a, "%s%s", before, door), number,
                             at, YK_WGS84});
}

static void write_road(struct writer *w, struct yk_arena *a, size_t r)
{
    struct place middle = place_along(r, place_numbers(r) / 2.0, true);
    const char *before = yk_arena_printf(a, "厦门市%s", middle.district);

    write_line(w, a,
               (struct line){"road", middle.road, middle.road,
                             yk_arena_printf(a, "%s%s", before, middle.road), 0, middle.point,
                             YK_WGS84});
    for (int n = city_next(r, 0); n; n = city_next(r, n))
        write_door(w, a, before, middle.road, n,
                   city_about(city_door(r, n).point, salt_of(r, n, 4), 20));
}

static void write_crossing(struct writer *w, struct yk_arena *a, size_t r, size_t s)
{
    struct yk_point at;

    if (!city_lists_crossing(r, s) || !place_crossing(&at, r, s))
        return;
    const char *name = yk_arena_printf(a, "%s与%s交叉口", place_on(s, 1).road, place_on(r, 1).road);
    write_line(w, a,
               (struct line){"crossing", name, "",
                             yk_arena_printf(a, "厦门市%s%s", place_on(r, 1).district, name), 0,
                             city_about(at, salt_of(r, (int)s, 5), 15), YK_WGS84});
}

/* Half of them with their door, as lists have it. */
static void write_place(struct writer *w, struct yk_arena *a, size_t i)
{
    const struct city_place *c = &places[i];
    struct place at = city_where(c);
    bool village = *c->kind == 'v', door = !village && i % 2;
    const char *before = yk_arena_printf(a, "厦门市%s%s", at.district, at.town);

    write_line(w, a,
               (struct line){c->kind, c->name, door ? c->road : "",
                             door ? yk_arena_printf(a, "%s%s%d号", before, c->road, c->number)
                                  : yk_arena_printf(a, "%s%s", before, village ? c->name : ""),
                             door ? c->number : 0,
                             city_about(at.point, salt_of(i, 0, 6), village ? 60 : 15), YK_GCJ02});
}

/* Roads of the same names in other districts, ten kilometres away. */
static void write_namesakes(struct writer *w, struct yk_arena *a)
{
    for (int n = 10; n <= 90; n += 20) {
        write_door(w, a, "厦门市同安区", "光明路", n,
                   city_off((struct yk_point){24.7310, 118.1480}, 4 * n, 3 * n));
        write_door(w, a, "厦门市翔安区", "石鼓路", n,
                   city_off((struct yk_point){24.6180, 118.2410}, -2 * n, 4 * n));
    }
}

bool city_write(const char *dir)
{
    struct yk_arena a = {0};
    struct writer w;

    writer_open(&w, ',', false, "\n");
    fputs("name,kind,road,number,address,lon,lat,datum\n", w.f);
    for (size_t r = 0; r < place_roads(); r++)
        write_road(&w, &a, r);
    for (size_t r = 0; r < place_roads(); r++)
        for (size_t s = 0; s < r; s++)
            write_crossing(&w, &a, r, s);
    for (size_t i = 0; i < city_places(); i++)
        write_place(&w, &a, i);
    write_namesakes(&w, &a);
    bool good = writer_save(&w, dir, "xiamen_sample.csv", "UTF-8", "");
    yk_arena_release(&a);
    return good;
}
