/* labels.c - addresses in the sample's city and where they are: tests/accuracy/addresses.csv. The
 * true point comes from the streets of city.c, never from a line of the map made of them, whose
 * points are up to 20 m wrong and lack two numbers of three and every third crossing. */
#include "sample.h"

#include <string.h>

#include "youka/geo/point.h"

struct labels {
    struct yk_arena *a;
    struct chance c;
    struct writer w;
    int count;
};

static void write_label(struct labels *l, const char *form, int station, const char *name,
                        const char *address, struct yk_point at)
{
    writer_cell(&l->w, form);
    writer_cell(&l->w, address);
    writer_cell(&l->w, name);
    writer_cell(&l->w, sample_stations[station].code);
    writer_cell(&l->w, yk_arena_printf(l->a, "%.6f", at.lon));
    writer_cell(&l->w, yk_arena_printf(l->a, "%.6f", at.lat));
    writer_end(&l->w);
    l->count++;
}

/* An invented client that the map does not know. */
static const char *somebody(struct labels *l, const struct place *p)
{
    return name_of_client(l->a, &l->c, &sample_kinds[l->count % 13], 740 + l->count, p->district);
}

static bool reaches(int station, struct yk_point p, int percent)
{
    const struct station *s = &sample_stations[station];

    return yk_metres(s->point, p) <= s->radius_m / 100.0 * percent;
}

/* --- doors --- */
static size_t road_of(const struct place *p)
{
    return city_road(&(struct city_place){.road = p->road});
}

static const char *hundreds(struct yk_arena *a, int n)
{
    static const char *const digit[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    int h = n / 100, t = n / 10 % 10, one = n % 10;

    if (n < 20)
        return yk_arena_printf(a, "%s%s", n < 10 ? "" : "十", one ? digit[one] : "");
    return yk_arena_printf(a, "%s%s%s%s%s", h ? digit[h] : "", h ? "百" : "",
                           t || (h && one) ? digit[t] : "", t ? "十" : "", one ? digit[one] : "");
}

static const char *wide(struct yk_arena *a, int number)
{
    const char *text = "";

    for (; number; number /= 10)
        text = yk_arena_printf(a, "\xEF\xBC%c%s", 0x90 + number % 10, text);
    return text;
}

static const char *door_text(struct labels *l, const struct place *p)
{
    struct yk_arena *a = l->a;
    const char *d = p->district, *r = p->road;
    int n = p->number, dice = chance_below(&l->c, 100), some = chance_between(&l->c, 1, 9);

    if (dice < 22)
        return yk_arena_printf(a, "厦门市%s%s%d号", d, r, n);
    if (dice < 36)
        return yk_arena_printf(a, "%s%s%d号", d, r, n);
    if (dice < 48)
        return yk_arena_printf(a, "%s%d号", r, n);
    if (dice < 58)
        return yk_arena_printf(a, "福建省厦门市%s%s%s%d号%d号楼%d层", d, p->town, r, n, some,
                               1 + some / 2);
    if (dice < 65)
        return yk_arena_printf(a, "厦门%s%s%d号之%d", d, r, n, some);
    if (dice < 72)
        return yk_arena_printf(a, "%s%d-%d号店面", r, n, n + 2 * (1 + some / 5));
    if (dice < 78)
        return yk_arena_printf(a, "%s %s %d 号", d, r, n);
    if (dice < 84)
        return yk_arena_printf(a, "厦门市%s%s%s号", d, r, wide(a, n));
    if (dice < 90 && n < 1000)
        return yk_arena_printf(a, "%s%s%s号", d, r, hundreds(a, n));
    if (dice < 95)
        return yk_arena_printf(a, "%s%s%d(%d栋%d单元)", p->town, r, n, some, 1 + some / 5);
    return yk_arena_printf(a, "福建厦门%s%s%d号%d0%d室", d, r, n, some, 1 + some / 2);
}

/* A number that the map holds, or one between two that it holds. */
static void doors(struct labels *l, const char *form, bool listed, int count)
{
    for (int i = 0; i < count;) {
        int s = i % STATIONS;
        struct place p = place_near(&l->c, s, -1, 130);
        size_t road = road_of(&p);
        int before = 0, next = city_next(road, 0);
        while (next && next < p.number)
            before = next, next = city_next(road, next);
        if (!next || (!listed && (!before || next == p.number)))
            continue;
        p = city_door(road, listed ? next : p.number);
        if (!reaches(s, p.point, 130))
            continue;
        write_label(l, form, s, somebody(l, &p), door_text(l, &p), p.point);
        i++;
    }
}

/* Across the road: a number of the other side, told by one of this side. */
static void doors_opposite(struct labels *l, int count)
{
    for (int i = 0; i < count; i++) {
        int s = i % STATIONS;
        struct place p = place_near(&l->c, s, -1, 95);
        struct place true_place = city_door(road_of(&p), p.number + (p.number % 2 ? 1 : -1));
        write_label(
            l, "door-opposite", s, somebody(l, &p),
            yk_arena_printf(l->a, "%s%s%d号对面", i % 2 ? p.district : "", p.road, p.number),
            true_place.point);
    }
}

static void roads_only(struct labels *l, int count)
{
    for (int i = 0; i < count; i++) {
        int s = i % STATIONS;
        struct place p = place_near(&l->c, s, -1, 95);
        p = city_door(road_of(&p), p.number);
        write_label(l, "road", s, somebody(l, &p),
                    yk_arena_printf(l->a, "%s%s", i % 3 ? p.district : "厦门市", p.road), p.point);
    }
}

/* --- crossings --- */
static int nearest(struct yk_point p)
{
    int best = 0;

    for (int s = 1; s < STATIONS; s++)
        if (yk_metres(sample_stations[s].point, p) < yk_metres(sample_stations[best].point, p))
            best = s;
    return best;
}

static void crossing(struct labels *l, const struct place *one, const struct place *two,
                     struct yk_point at, int way)
{
    static const struct {
        const char *between, *after;
        int north_m, east_m;
    } ways[] = {
        {"与", "交叉口", 0, 0},
        {"与", "交叉口东北角", 25, 25},
        {"和", "交汇处往南100米", -100, 0},
        {"(", "路口)", 0, 0},
        {"/", "", 0, 0},
        {"与", "路口西北角", 25, -25},
        {"与", "交叉口东150米", 0, 150},
        {"", "交叉口西南角", -25, -25},
    };
    const char *two_name = two->road, *after = ways[way].after;

    if (*ways[way].between == '(') /* X路(Y路口) */
        after = "口)";
    struct yk_point p = city_about(city_off(at, ways[way].north_m, ways[way].east_m),
                                   (uint64_t)l->count + 9000, 15);
    write_label(l, city_lists_crossing(road_of(one), road_of(two)) ? "crossing-listed" : "crossing",
                nearest(p), somebody(l, one),
                yk_arena_printf(l->a, "%s%s%s%s%s", l->count % 3 ? one->district : "", one->road,
                                ways[way].between, two_name, after),
                p);
}

/* Each of both roads first, in eight ways by turns. */
static void crossings(struct labels *l)
{
    int way = 0;

    for (size_t r = 0; r < place_roads(); r++)
        for (size_t s = 0; s < r; s++) {
            struct place one = place_on(r, 1), two = place_on(s, 1);
            struct yk_point at;
            if (!place_crossing(&at, r, s))
                continue;
            crossing(l, &one, &two, at, way++ % 8);
            crossing(l, &two, &one, at, (way + 2) % 8);
            way++;
        }
}

/* --- beside landmarks --- */
static void landmark(struct labels *l, size_t i)
{
    const struct city_place *c = city_place(i);
    struct place at = city_where(c);
    size_t road = city_road(c);
    int n = c->number, s = nearest(at.point);
    const char *d = i % 2 ? at.district : "", *text;
    struct yk_point p;

    switch (i % 8) {
    case 0:
        text = yk_arena_printf(l->a, "%s%s对面", d, c->name);
        p = city_door(road, n + 1).point;
        break;
    case 1:
        text = yk_arena_printf(l->a, "%s%s旁", d, c->name);
        p = city_door(road, n + 2).point;
        break;
    case 2:
        text = yk_arena_printf(l->a, "%s%s东侧", d, c->name);
        p = city_off(at.point, 0, 45);
        break;
    case 3:
        text = yk_arena_printf(l->a, "%s%s往北200米", d, c->name);
        p = city_off(at.point, 200, 0);
        break;
    case 4:
        text = yk_arena_printf(l->a, "%s%s附近", c->road, c->name);
        p = city_door(road, n + 8).point;
        break;
    case 5:
        text = yk_arena_printf(l->a, "%s%s后面", d, c->name);
        p = city_off(at.point, c->north_m, c->east_m);
        break;
    case 6:
        text = yk_arena_printf(l->a, "厦门市%s%s隔壁", at.district, c->name);
        p = city_door(road, n - 2).point;
        break;
    default:
        text = yk_arena_printf(l->a, "%s%s西南150米", d, c->name);
        p = city_off(at.point, -106, -106);
        break;
    }
    write_label(l, "landmark", s, somebody(l, &at), text, city_about(p, i + 5000, 20));
}

/* --- in estates, parks, villages --- */
static const char *shorter(struct yk_arena *a, const char *name)
{
    const char *tail = strstr(name, "小区");

    return tail && tail > name ? yk_arena_text(a, name, (size_t)(tail - name)) : name;
}

static void estate(struct labels *l, size_t i)
{
    const struct city_place *c = city_place(i);
    struct place at = city_where(c);
    struct yk_arena *a = l->a;
    const char *texts[] = {
        yk_arena_printf(a, "%s%s%d栋", at.district, c->name, 1 + (int)i % 7),
        yk_arena_printf(a, "厦门市%s%s%s", at.district, at.town, c->name),
        yk_arena_printf(a, "%s%d号楼%d层", c->name, 1 + (int)i % 5, 1 + (int)i % 9),
        yk_arena_printf(a, "福建省厦门市%s%s%d栋%d单元%d02室", at.district, shorter(a, c->name),
                        1 + (int)i % 7, 1 + (int)i % 3, 1 + (int)i % 6),
        yk_arena_printf(a, "%s%s(%s)", at.district, shorter(a, c->name), c->road),
    };

    write_label(l, "place", nearest(at.point), somebody(l, &at), texts[i % 5],
                city_about(at.point, i + 6000, *c->kind == 'p' ? 110 : 70));
}

static void village(struct labels *l, size_t i)
{
    const struct city_place *c = city_place(i);
    struct place at = city_where(c);
    struct yk_arena *a = l->a;
    const char *texts[] = {
        yk_arena_printf(a, "%s%s%d号", at.town, c->name, 5 + (int)i),
        yk_arena_printf(a, "厦门市%s%s%s", at.district, at.town, c->name),
        yk_arena_printf(a, "%s%s%s%s组%d号", at.district, at.town, c->name, i % 2 ? "三" : "5",
                        3 + (int)i),
    };

    write_label(l, "village", nearest(at.point), somebody(l, &at), texts[i % 3],
                city_about(at.point, i + 7000, 220));
}

/* The client is a place of the map, and says little more than its district. */
static void named(struct labels *l, size_t i)
{
    const struct city_place *c = city_place(i);
    struct place at = city_where(c);

    write_label(l, "name", nearest(at.point),
                i % 4 == 1 ? yk_arena_printf(l->a, "厦门市%s%s", at.district, c->name) : c->name,
                i / 6 % 3 == 0   ? ""
                : i / 6 % 3 == 1 ? at.district
                                 : yk_arena_printf(l->a, "厦门市%s%s", at.district, at.town),
                city_about(at.point, i + 8000, 20));
}

/* --- what the map cannot help with --- */
static void unlisted(struct labels *l, int count)
{
    static const char *const places[] = {"半坡豪庭", "乌樟西区", "锦屋御园", "蝴蝶坞小区",
                                         "大榕坪广场"};

    for (int i = 0; i < count; i++) {
        int s = i % STATIONS;
        struct place p = place_near(&l->c, s, -1, 95);
        write_label(l, "unlisted", s, somebody(l, &p),
                    yk_arena_printf(l->a, "%s%s%s%d栋", p.district, i % 2 ? p.town : "",
                                    places[i % 5], 1 + i),
                    city_about(p.point, (uint64_t)i + 9900, 15));
    }
}

/* Told by the station itself. */
static void stations(struct labels *l)
{
    static const struct {
        const char *text;
        int north_m, east_m;
    } said[] = {{"本站对面", 40, 10},      {"本站东侧100米", 0, 100},
                {"%s加油站隔壁", -30, 30}, {"本站往西300米", 0, -300},
                {"本站旁", 20, 40},        {"%s加油站往北500米", 500, 0}};

    for (int i = 0; i < 6; i++) {
        const struct station *s = &sample_stations[i % STATIONS];
        const char *own = yk_arena_text(l->a, s->name, 6);
        struct place p = {.district = i % STATIONS ? "集美区" : "海沧区"};
        const char *text = *said[i].text == '%'
                               ? yk_arena_printf(l->a, "%s%s", own, said[i].text + 2)
                               : said[i].text;
        write_label(l, "station", i % STATIONS, somebody(l, &p), text,
                    city_about(city_off(s->point, said[i].north_m, said[i].east_m),
                               (uint64_t)i + 9950, 15));
    }
}

/* In districts that no trading area touches; the points are right to about two kilometres. */
static void elsewhere(struct labels *l)
{
    static const struct {
        const char *address;
        struct yk_point at;
    } far[] = {
        {"厦门市思明区思明南路195号", {24.4437, 118.0810}},
        {"思明区湖滨南路76号12楼", {24.4700, 118.0960}},
        {"厦门市同安区环城南路288号", {24.7270, 118.1500}},
        {"福建省漳州市龙海区石码街道紫光路2号", {24.4460, 117.8150}},
        {"翔安区新店街道新兴路19号", {24.6200, 118.2400}},
        {"厦门市同安区光明路40号", {24.7324, 118.1492}},
        {"厦门市翔安区石鼓路30号", {24.6175, 118.2422}},
        {"同安区光明路70号2楼", {24.7335, 118.1501}},
    };

    for (size_t i = 0; i < sizeof far / sizeof *far; i++) {
        struct place p = {.district = "集美区"};
        write_label(l, "elsewhere", (int)i % STATIONS, somebody(l, &p), far[i].address, far[i].at);
    }
}

bool labels_write(const char *dir)
{
    struct yk_arena a = {0};
    struct labels l = {.a = &a, .c = {SAMPLE_SEED + 7}};

    writer_open(&l.w, ',', false, "\n");
    fputs("form,address,name,station,lon,lat\n", l.w.f);
    doors(&l, "door-listed", true, 50);
    doors(&l, "door-between", false, 54);
    doors_opposite(&l, 8);
    crossings(&l);
    for (size_t i = 0; i < city_places(); i++) {
        const char kind = *city_place(i)->kind;
        if (kind == 'l')
            landmark(&l, i);
        else if (kind == 'v')
            village(&l, i);
        else
            estate(&l, i);
    }
    for (size_t i = 3; i < city_places() - 16; i += 6)
        named(&l, i);
    roads_only(&l, 12);
    stations(&l);
    unlisted(&l, 10);
    elsewhere(&l);
    bool good = writer_save(&l.w, dir, "addresses.csv", "UTF-8", "");
    yk_arena_release(&a);
    return good;
}
