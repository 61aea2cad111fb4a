/* suspect_test.c - is a wrong datum told, and a right one let alone? Places are made up around
 * cities whose reference coordinates in the three systems are published; the program under test
 * converts nothing for the expected side. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "../support/name_words_of.h"
#include "youka/locate/suspect.h"

#define METRES_A_DEGREE 111195.0

/* From tests/geo/datum_test.c: converted by the npm package gcoord 1.0.7. WGS-84, GCJ-02, BD-09. */
static const struct city {
    const char *name;
    struct yk_point at[3];
} cities[] = {
    {"北京",
     {{39.90923, 116.397428},
      {39.910633506386, 116.403671625958},
      {39.916972856075, 116.410044101705}}},
    {"上海",
     {{31.2304, 121.4737},
      {31.228457737577, 121.478223059277},
      {31.234310593690, 121.484781468503}}},
    {"广州",
     {{23.129112, 113.264385},
      {23.126435336539, 113.269714582887},
      {23.132723116471, 113.276135767984}}},
    {"哈尔滨",
     {{45.803775, 126.534967},
      {45.805756614915, 126.541007467267},
      {45.811370879733, 126.547626349241}}},
    {"昆明",
     {{24.880095, 102.832891},
      {24.877025792771, 102.834307207508},
      {24.883325079870, 102.840754005633}}},
    {"乌鲁木齐", /* where WGS-84 and GCJ-02 are only 266 m apart */
     {{43.825592, 87.616848},
      {43.826797436148, 87.619697998235},
      {43.832941270296, 87.626148101956}}},
};
enum { CITIES = sizeof cities / sizeof *cities };
static const enum yk_datum datums[] = {YK_WGS84, YK_GCJ02, YK_BD09};
static const enum yk_reading readings[] = {YK_READ_WGS84, YK_READ_GCJ02, YK_READ_BD09};

struct fixture {
    struct yk_arena words, arena; /* the latter is a test's own */
    struct yk_rules rules;
    struct yk_name_book *book;
    struct yk_address_book *addresses;
    struct yk_readers read;
};

static int set_up(void **state)
{
    static struct fixture f;
    f = (struct fixture){0};
    f.rules = rules_of(&f.words);
    struct yk_names names = districts_of(&f.words);
    f.book = yk_name_book_new(&names, &f.rules, &f.words);
    f.addresses = yk_address_book_new(&names);
    yk_address_book_ready(f.addresses);
    f.read = (struct yk_readers){f.book, f.addresses};
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    yk_name_book_release(f->book);
    yk_address_book_free(f->addresses);
    yk_arena_release(&f->words);
    yk_arena_release(&f->arena);
    return 0;
}

/* splitmix64 */
static uint64_t bits(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static double unit(uint64_t *state)
{
    return (double)(bits(state) >> 11) / 9007199254740992.0;
}

static double normal(uint64_t *state)
{
    double r = sqrt(-2 * log(1 - unit(state)));
    return r * cos(6.283185307179586 * unit(state));
}

static struct yk_point moved(struct yk_point p, double north_m, double east_m)
{
    return (struct yk_point){.lat = p.lat + north_m / METRES_A_DEGREE,
                             .lon = p.lon +
                                    east_m / METRES_A_DEGREE / cos(p.lat * 0.017453292519943295)};
}

/* Some 11,000 names that no two numbers share. */
static const char *name_of(struct yk_arena *a, size_t number)
{
    static const char *const first[] = {"翎", "澜", "岚", "樾", "苇", "桉", "陌",
                                        "蓼", "霁", "鹿", "槿", "汀", "砚", "筠"};
    static const char *const second[] = {"石", "岸", "庭", "羽", "越", "屏", "湾", "林", "安",
                                         "野", "江", "原", "舟", "泉", "峰", "川", "田", "禾",
                                         "谷", "桥", "洲", "塘", "岭", "溪", "松", "柏", "梅"};
    static const char *const trade[] = {"物流有限公司", "建材厂", "大酒店", "医院"};
    enum { FIRST = 14, SECOND = 27, TRADES = 4 };
    size_t x = number % FIRST, y = number / FIRST % SECOND, z = number / FIRST / SECOND;
    return yk_arena_printf(a, "%s%s%s", first[x], second[y], trade[z % TRADES]);
}

/* What a file holds and what is known. */
struct recipe {
    const struct city *city;
    int truth, declared; /* of datums; declared -1: none */
    size_t places;       /* that others know too */
    double noise_m;      /* each way */
    double namesakes;    /* share that lies elsewhere */
    double wide_m;       /* half the side of the square they lie in */
};
struct scene {
    struct yk_sightings file, known;
};
enum { STRANGERS = 30 }; /* that only one side knows */

static struct yk_sighting typed_at(const struct recipe *r, struct yk_point truth)
{
    const struct yk_point *city = r->city->at;
    struct yk_point typed = {truth.lat + city[r->truth].lat - city[0].lat,
                             truth.lon + city[r->truth].lon - city[0].lon};
    bool told = r->declared >= 0;
    enum yk_datum datum = told ? datums[r->declared] : YK_DATUM_UNKNOWN;
    return (struct yk_sighting){
        .datum = datum, .point = told ? yk_to_wgs84(datum, typed) : typed, .source = "a.csv"};
}

/* Every fourth is known by its address only. */
static void call_it(struct yk_sighting *s, struct yk_arena *a, size_t number, bool known)
{
    s->name = number % 4 == 3 ? "" : name_of(a, number);
    s->address = number % 4 == 3 && !known ? yk_arena_printf(a, "滨路%zu号", number) : "";
    s->road = number % 4 == 3 && known ? "滨路" : "";
    s->number = number % 4 == 3 && known ? yk_arena_printf(a, "%zu", number) : "";
}

static struct scene scene_of(const struct recipe *r, uint64_t seed, struct yk_arena *a)
{
    uint64_t dice = seed * 7919 + 17;
    size_t count = r->places + STRANGERS;
    struct scene s = {
        .file = {.place = YK_ARENA_ARRAY(a, struct yk_sighting, count), .count = count},
        .known = {.place = YK_ARENA_ARRAY(a, struct yk_sighting, count), .count = count}};
    for (size_t i = 0; i < count; i++) {
        struct yk_point truth = moved(r->city->at[0], (2 * unit(&dice) - 1) * r->wide_m,
                                      (2 * unit(&dice) - 1) * r->wide_m);
        struct yk_point told = moved(truth, r->noise_m * normal(&dice), r->noise_m * normal(&dice));
        struct yk_point elsewhere = moved(r->city->at[0], (2 * unit(&dice) - 1) * r->wide_m,
                                          (2 * unit(&dice) - 1) * r->wide_m);
        bool namesake = unit(&dice) < r->namesakes;
        s.file.place[i] = typed_at(r, told);
        call_it(&s.file.place[i], a, i, false);
        s.known.place[i] = (struct yk_sighting){
            .point = namesake ? elsewhere : truth, .datum = YK_WGS84, .source = "b.csv"};
        call_it(&s.known.place[i], a, i < r->places ? i : i + 1000, true);
    }
    return s;
}

static void against(struct yk_suspicion *out, const struct yk_sightings *place,
                    const struct yk_sightings *known, struct fixture *f)
{
    struct yk_witnesses *w = yk_witnesses_new(known, &f->read);
    yk_suspect_source(out, place, w);
    yk_witnesses_free(w);
}

static struct yk_suspicion judged(struct fixture *f, const struct recipe *r, uint64_t seed)
{
    struct yk_suspicion said;
    yk_arena_reset(&f->arena);
    struct scene s = scene_of(r, seed, &f->arena);
    against(&said, &s.file, &s.known, f);
    return said;
}

/* 60 m of noise, 15 % namesakes, 10 to 300 known places: a wrong datum is told every time, a right
 * one never is. */
static void tells_wrong_from_right(void **state)
{
    struct fixture *f = *state;
    static const size_t sizes[] = {10, 11, 13, 20, 60, 300};
    size_t wrong = 0, right = 0, missed = 0, false_alarms = 0;
    for (uint64_t seed = 0; seed < 200; seed++)
        for (int truth = 0; truth < 3; truth++)
            for (int declared = 0; declared < 3; declared++) {
                struct recipe r = {.city = &cities[seed % CITIES],
                                   .truth = truth,
                                   .declared = declared,
                                   .places = sizes[seed / CITIES % 6],
                                   .noise_m = 60,
                                   .namesakes = .15,
                                   .wide_m = 6000};
                struct yk_suspicion s = judged(f, &r, seed * 9 + (unsigned)(truth * 3 + declared));
                bool told = s.doubt == YK_DOUBT_DATUM && s.best == readings[truth];
                wrong += truth != declared;
                right += truth == declared;
                if (truth != declared && !told) {
                    missed++;
                    print_message("missed: %s, %zu places of %zu, near %zu, %s as %s: %.0f %.0f "
                                  "%.0f\n",
                                  r.city->name, s.places, r.places, s.near,
                                  yk_datum_code(datums[truth]), yk_datum_code(datums[declared]),
                                  s.metres[0], s.metres[1], s.metres[2]);
                }
                false_alarms += truth == declared && s.doubt == YK_DOUBT_DATUM;
            }
    print_message("%zu wrong ones, %zu missed; %zu right ones, %zu doubted\n", wrong, missed, right,
                  false_alarms);
    assert_int_equal(missed, 0);
    assert_int_equal(false_alarms, 0);
}

/* The distances between the systems as data/geo/datum_vectors.csv has them (gcoord 1.0.7). */
static void measures_each_reading(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const struct city *city;
        double gcj_m, bd_m; /* from WGS-84 */
    } rows[] = {
        {&cities[0], 554.9, 1378.1}, {&cities[1], 481.2, 1139.8}, {&cities[2], 621.0, 1266.9}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct recipe r = {.city = rows[i].city,
                           .truth = 0,
                           .declared = 1,
                           .places = 100,
                           .noise_m = 15,
                           .namesakes = .1,
                           .wide_m = 3000};
        struct yk_suspicion s = judged(f, &r, 4);
        assert_int_equal(s.doubt, YK_DOUBT_DATUM);
        assert_int_equal(s.best, YK_READ_WGS84);
        assert_int_equal(yk_suspicion_datum(&s), YK_WGS84);
        assert_int_equal(s.places, 100);
        assert_string_equal(s.source, "a.csv");
        assert_int_equal(s.declared, YK_GCJ02);
        assert_true(s.metres[YK_READ_WGS84] < 30);
        if (fabs(s.metres[YK_READ_GCJ02] - rows[i].gcj_m) > 40 ||
            fabs(s.metres[YK_READ_BD09] - rows[i].bd_m) > 40)
            fail_msg("%s: %.1f %.1f", rows[i].city->name, s.metres[1], s.metres[2]);
        assert_true(isnan(s.metres[YK_READ_EXCHANGED]));
    }
}

static void says_nothing_without_grounds(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *word;
        struct recipe r;
        enum yk_doubt doubt;
    } rows[] = {
        {"nine places", {&cities[0], 1, 0, 9, 20, 0, 6000}, YK_DOUBT_TOO_FEW},
        {"none", {&cities[0], 1, 0, 0, 20, 0, 6000}, YK_DOUBT_TOO_FEW},
        {"namesakes only", {&cities[0], 1, 0, 60, 20, 1, 20000}, YK_DOUBT_OPEN},
        {"right", {&cities[0], 1, 1, 60, 20, .15, 6000}, YK_DOUBT_NONE},
        {"right, much noise", {&cities[5], 0, 0, 60, 200, .15, 6000}, YK_DOUBT_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_suspicion s = judged(f, &rows[i].r, 11);
        if (s.doubt != rows[i].doubt)
            fail_msg("%s: %d, %zu places, %zu near", rows[i].word, s.doubt, s.places, s.near);
    }
}

static void names_what_fits_where_none_is_told(void **state)
{
    struct fixture *f = *state;
    for (int truth = 0; truth < 3; truth++)
        for (uint64_t seed = 0; seed < 20; seed++) {
            struct recipe r = {&cities[seed % CITIES], truth, -1, 20, 60, .15, 6000};
            struct yk_suspicion s = judged(f, &r, seed);
            assert_int_equal(s.declared, YK_DATUM_UNKNOWN);
            assert_int_equal(s.doubt, YK_DOUBT_DATUM);
            assert_int_equal(s.best, readings[truth]);
        }
    struct recipe few = {&cities[0], 1, -1, 9, 20, 0, 6000};
    assert_int_equal(judged(f, &few, 1).doubt, YK_DOUBT_TOO_FEW);
}

static void shuffle(struct yk_sightings *s, uint64_t seed)
{
    for (size_t i = s->count; i > 1; i--) {
        size_t k = (size_t)(unit(&seed) * (double)i);
        struct yk_sighting swap = s->place[i - 1];
        s->place[i - 1] = s->place[k];
        s->place[k] = swap;
    }
}

static void does_not_depend_on_order(void **state)
{
    struct fixture *f = *state;
    struct recipe r = {&cities[4], 2, 1, 40, 60, .3, 3000};
    struct scene s = scene_of(&r, 3, &f->arena);
    struct yk_suspicion first, again;
    against(&first, &s.file, &s.known, f);
    for (uint64_t seed = 1; seed < 10; seed++) {
        shuffle(&s.file, seed);
        shuffle(&s.known, seed + 100);
        against(&again, &s.file, &s.known, f);
        assert_memory_equal(again.metres, first.metres, sizeof again.metres);
        assert_int_equal(again.near, first.near);
        assert_int_equal(again.best, first.best);
        assert_int_equal(again.doubt, first.doubt);
    }
}

/* The far west: a longitude of 87 passes for a latitude, of the Arctic Sea. */
static void knows_exchanged_ones(void **state)
{
    struct fixture *f = *state;
    struct recipe r = {&cities[5], 0, 0, 30, 30, .1, 6000};
    struct scene s = scene_of(&r, 3, &f->arena);
    struct yk_suspicion said;
    for (size_t i = 0; i < s.file.count; i++) {
        struct yk_point *p = &s.file.place[i].point;
        *p = (struct yk_point){.lat = p->lon, .lon = p->lat};
    }
    against(&said, &s.file, &s.known, f);
    assert_int_equal(said.doubt, YK_DOUBT_DATUM);
    assert_int_equal(said.best, YK_READ_EXCHANGED);
    assert_true(said.metres[YK_READ_EXCHANGED] < 60);
    assert_true(isnan(said.metres[YK_READ_WGS84]));
}

/* A chain's name, and a building's address under which its 30 tenants stand. */
static void no_crowd_is_a_witness(void **state)
{
    struct fixture *f = *state;
    struct yk_sighting file[40], known[40];
    struct yk_sightings a = {file, 30}, b = {known, 13};
    struct yk_suspicion s;
    for (size_t i = 0; i < 40; i++) {
        struct yk_point p = moved(cities[0].at[0], 900 * (double)i, 0);
        file[i] = (struct yk_sighting){.name = "翎石便利店", .point = p, .source = "a.csv"};
        known[i] =
            (struct yk_sighting){.name = "翎石便利店", .point = moved(p, 0, 10), .source = "b.csv"};
    }
    against(&s, &a, &b, f);
    assert_int_equal(s.places, 0); /* more than twelve */
    b.count = 12;
    against(&s, &a, &b, f);
    assert_int_equal(s.places, 30);
    assert_int_equal(s.near, 12);
    struct yk_point gate =
        typed_at(&(struct recipe){.city = &cities[0], .truth = 1, .declared = 0}, cities[0].at[0])
            .point;
    for (size_t i = 0; i < 30; i++)
        file[i] = (struct yk_sighting){.address = "北京市东城区滨路9号",
                                       .point = moved(gate, (double)i, 0),
                                       .source = "a.csv"};
    known[0] = (struct yk_sighting){
        .road = "滨路", .number = "9号", .point = cities[0].at[0], .source = "b.csv"};
    b.count = 1;
    against(&s, &a, &b, f);
    assert_int_equal(s.places, 30);
    assert_true(s.near <= 2);
    assert_int_equal(s.doubt, YK_DOUBT_OPEN);
}

static void matches_names_and_addresses(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *word;
        struct yk_sighting a, b;
        size_t places;
    } rows[] = {
        {"width and spaces", {.name = "翎石　物流(厦门)"}, {.name = "翎石物流（厦门）"}, 1},
        {"core and place", {.name = "厦门翎石物流有限公司"}, {.name = "翎石物流"}, 1},
        {"other places", {.name = "厦门翎石物流有限公司"}, {.name = "泉州翎石物流"}, 0},
        {"other branches", {.name = "翎石超市海沧店"}, {.name = "翎石超市集美店"}, 0},
        {"other numbers", {.name = "厦门第一医院"}, {.name = "厦门第二医院"}, 0},
        {"a common core", {.name = "宏达"}, {.name = "宏达有限公司"}, 0},
        {"address", {.address = "厦门市海沧区新阳路12号"}, {.address = "海沧区新阳路１２号"}, 1},
        {"road and number", {.address = "厦门市新阳路12号"}, {.road = "新阳路", .number = "12"}, 1},
        {"with the floor", {.address = "厦门市新阳路12号2楼"}, {.address = "新阳路12号"}, 1},
        {"a part of the number", {.address = "新阳路12号之1"}, {.address = "新阳路12号"}, 0},
        {"village", {.address = "同安区潘涂村63号"}, {.address = "潘涂村63号"}, 1},
        {"other number", {.address = "厦门市新阳路12号"}, {.road = "新阳路", .number = "2"}, 0},
        {"no number", {.address = "新阳路口"}, {.address = "新阳路口"}, 0},
        {"nothing", {.name = ""}, {.name = ""}, 0},
        {"known without a datum",
         {.name = "翎石物流"},
         {.name = "翎石物流", .datum = YK_DATUM_UNKNOWN},
         0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_sighting one = rows[i].a, other = rows[i].b;
        struct yk_sightings a = {&one, 1}, b = {&other, 1};
        struct yk_suspicion s;
        one.point = other.point = cities[0].at[0];
        one.source = "a.csv";
        other.source = "b.csv";
        against(&s, &a, &b, f);
        if (s.places != rows[i].places)
            fail_msg("%s: %zu", rows[i].word, s.places);
    }
}

/* Three lists of the same places; which of them are wrong is known. */
struct list {
    const char *source;
    int truth, declared;
    size_t first, end; /* of the places */
    bool sure;
};

static struct yk_sightings lists_of(struct fixture *f, const struct list *list, size_t lists)
{
    struct yk_sightings all = {YK_ARENA_ARRAY(&f->arena, struct yk_sighting, lists * 200), 0};
    for (size_t k = 0; k < lists; k++)
        for (size_t i = list[k].first; i < list[k].end; i++) {
            uint64_t place = i + 1, noise = i * 31 + k;
            struct recipe r = {
                .city = &cities[0], .truth = list[k].truth, .declared = list[k].declared};
            struct yk_point truth =
                moved(cities[0].at[0], 9000 * unit(&place), 9000 * unit(&place));
            struct yk_sighting *s = &all.place[all.count++];
            *s = typed_at(&r, moved(truth, 40 * normal(&noise), 40 * normal(&noise)));
            s->name = name_of(&f->arena, i);
            s->source = list[k].source;
            s->sure = list[k].sure;
        }
    return all;
}

static void finds_the_one_that_is_wrong(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *word;
        struct list list[3];
        size_t lists;
        const char *doubted; /* letters of the lists */
    } rows[] = {
        {"all right", {{"a", 0, 0, 0, 50, 0}, {"b", 1, 1, 0, 50, 0}, {"c", 2, 2, 0, 50, 0}}, 3, ""},
        {"one of three",
         {{"a", 0, 0, 0, 50, 0}, {"b", 1, 0, 0, 50, 0}, {"c", 2, 2, 0, 50, 0}},
         3,
         "b"},
        {"the others have nothing in common",
         {{"a", 0, 0, 0, 50, 0}, {"b", 1, 0, 0, 100, 0}, {"c", 2, 2, 50, 100, 0}},
         3,
         "b"},
        {"one of two: their systems tell", {{"a", 1, 1, 0, 50, 0}, {"b", 0, 2, 0, 50, 0}}, 2, "b"},
        {"one of two, nobody knows which", {{"a", 0, 0, 0, 50, 0}, {"b", 0, 1, 0, 50, 0}}, 2, "ab"},
        {"against receivers", {{"a", 0, 0, 0, 50, true}, {"b", 0, 1, 0, 50, 0}}, 2, "b"},
        {"too few", {{"a", 0, 0, 0, 9, 0}, {"b", 0, 1, 0, 9, 0}}, 2, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct yk_sightings all = lists_of(f, rows[i].list, rows[i].lists);
        struct yk_suspicion *said;
        size_t count, n = 0;
        char doubted[8] = "";
        yk_suspect_all(&said, &count, &all, &f->read, &f->arena);
        for (size_t k = 0; k < count; k++)
            if (said[k].doubt == YK_DOUBT_DATUM)
                doubted[n++] = *said[k].source;
        doubted[n] = '\0';
        if (strcmp(doubted, rows[i].doubted) != 0)
            fail_msg("%s: %s", rows[i].word, doubted);
    }
}

static struct yk_answers answers_of(struct yk_answer *answer, const char *const (*told)[2],
                                    size_t count)
{
    struct yk_answers all = {.answer = answer};
    for (size_t i = 0; i < count; i++)
        if (told[i][1])
            answer[all.count++] = (struct yk_answer){.code = told[i][0], .text = told[i][1]};
    yk_answers_sort(&all);
    return all;
}

static void takes_what_a_territory_holds(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *word, *location, *lon, *lat, *datum;
        bool there, sure;
        enum yk_datum as;
    } rows[] = {
        {"receiver", "39.9 116.4 0 5", NULL, NULL, NULL, true, true, YK_WGS84},
        {"typed", NULL, "116.4", "39.9", "bd09", true, false, YK_BD09},
        {"not told", NULL, "116.4", "39.9", NULL, true, false, YK_DATUM_UNKNOWN},
        {"unknown", NULL, "116.4", "39.9", "unknown", true, false, YK_DATUM_UNKNOWN},
        {"half", NULL, "116.4", NULL, "bd09", false, false, YK_WGS84},
        {"nothing", NULL, NULL, NULL, NULL, false, false, YK_WGS84},
    };
    struct yk_sighting s;
    struct yk_answer answer[6];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *const told[][2] = {{"client_name", "翎石"},
                                       {"location", rows[i].location},
                                       {"lon_manual", rows[i].lon},
                                       {"lat_manual", rows[i].lat},
                                       {"coord_system", rows[i].datum}};
        struct yk_answers all = answers_of(answer, told, 5);
        if (yk_sighting_of_door(&s, &all) != rows[i].there ||
            (rows[i].there && (s.sure != rows[i].sure || s.datum != rows[i].as)))
            fail_msg("%s", rows[i].word);
    }
    const char *const told[][2] = {{"client_name", "翎石"}, {"location", "39.9 116.4"}};
    struct yk_origin origin[] = {{.file = "old.csv"}, {.file = "new.csv"}};
    struct yk_door door = {.answers = answers_of(answer, told, 2), .origin = origin, .origins = 2};
    struct yk_point course[2] = {cities[0].at[0], cities[1].at[0]}, here = cities[0].at[0];
    struct yk_gazetteer_entry entry[] = {
        {.source = "g.csv", .kind = "hotel", .name = "x", .point = here, .datum = "gcj02"},
        {.source = "g.csv", .kind = "road", .name = "y", .point = here, .datum = ""},
        {.source = "g.osm", .kind = "", .name = "z", .point = here, .line = course, .vertices = 2},
        {.source = "g.osm", .kind = "", .name = "nowhere", .point = {NAN, NAN}, .datum = ""},
        {.source = "g.osm", .kind = "", .name = "w", .point = here, .datum = ""},
    };
    struct yk_station station = {.name = "s", .point = here};
    struct yk_competitor rival = {.name = "r", .point = here};
    struct yk_territory t = {.gazetteer = entry,
                             .gazetteers = 5,
                             .station = &station,
                             .stations = 1,
                             .competitor = &rival,
                             .competitors = 1,
                             .door = &door,
                             .doors = 1};
    struct yk_sightings all;
    yk_sightings_of(&all, &t, &f->arena);
    assert_int_equal(all.count, 5);
    assert_int_equal(all.place[0].datum, YK_GCJ02);
    assert_string_equal(all.place[1].name, "w");
    assert_true(!all.place[1].sure && all.place[2].sure && all.place[3].sure && all.place[4].sure);
    assert_string_equal(all.place[4].source, "new.csv");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_wrong_from_right),
        cmocka_unit_test(measures_each_reading),
        cmocka_unit_test(says_nothing_without_grounds),
        cmocka_unit_test(names_what_fits_where_none_is_told),
        cmocka_unit_test(does_not_depend_on_order),
        cmocka_unit_test(knows_exchanged_ones),
        cmocka_unit_test(no_crowd_is_a_witness),
        cmocka_unit_test(matches_names_and_addresses),
        cmocka_unit_test(finds_the_one_that_is_wrong),
        cmocka_unit_test(takes_what_a_territory_holds),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
