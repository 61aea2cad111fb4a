/* who_pairs.c - makes the labelled pairs. Shares nothing with the matcher: names are put together
 * from own parts, trades and forms listed here. All organisations and phones are invented. */
#include "who_pairs.h"

#include <assert.h>
#include <stdio.h>

#include "youka/geo/datum.h"
#include "youka/locate/assign.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* splitmix64 (S. Vigna, public domain) */
static uint64_t state = 20261125;
static size_t below(size_t n)
{
    uint64_t z = (state += 0x9e3779b97f4a7c15u);

    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (size_t)((z ^ z >> 31) % n);
}
#define PICK(list) ((list)[below(COUNT(list))])

static const char *const first[] = {"溁", "澔", "旻", "祺", "霈", "铖", "菱", "珈", "瀚", "峪",
                                    "韬", "钰", "璟", "沅", "芃", "恺", "颢", "旸", "桢", "棣",
                                    "澍", "煜", "翊", "昀", "骐", "楷", "邺", "沐", "涵", "渝"};
static const char *const second[] = {"德", "铭", "川", "邦", "腾", "诺", "科", "尚", "威", "隆",
                                     "聚", "博", "奥", "瑞", "凯", "创", "信", "优", "格", "特",
                                     "衡", "岳", "帆", "坤", "卓", "峻", "霖", "淳", "岱", "璋"};
static const char *const third[] = {"", "", "", "", "泰", "美", "洲", "世"};
static const char *const trade[] = {"物流",     "货运",     "建筑工程", "机械制造", "贸易",
                                    "食品",     "电子科技", "汽车服务", "园林绿化", "石材",
                                    "环保科技", "装饰工程", "供应链",   "劳务",     "物业管理",
                                    "混凝土",   "旅行社",   "包装",     "五金机械", "冷链物流"};
static const char *const form[] = {"有限公司", "有限责任公司", "股份有限公司", "集团有限公司"};
static const char *const shop[] = {"大酒店", "超市", "汽修厂", "饭店", "宾馆", "幼儿园", "药店"};
static const char *const city[] = {"厦门", "泉州", "漳州", "龙岩"};
static const char *const district[] = {"海沧", "集美", "同安", "翔安", "湖里", "思明"};
static const char *const shared[] = {"宏达", "鑫源", "顺达", "永兴",
                                     "华联", "恒通", "金源", "顺通"};
static const char *const near_alike[][2] = {{"宏达", "鸿达"}, {"鑫源", "新源"}, {"顺达", "顺大"},
                                            {"恒通", "亨通"}, {"金源", "锦源"}, {"华联", "华连"}};
static const char *const digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};

/* A pair in the making. */
struct draft {
    const char *name[2], *category[2], *phone[2], *code[2];
    double apart_m;
    bool located[2], wrong_datum;
};

static const char *own(struct yk_arena *a)
{
    return yk_arena_printf(a, "%s%s%s", PICK(first), PICK(second), PICK(third));
}

static const char *phone(struct yk_arena *a)
{
    return yk_arena_printf(a, "1390%07zu", below(10000000));
}

/* Check characters by the standards' own words; see tests/survey/uscc_test.c for real codes. */
static const char *code(struct yk_arena *a)
{
    static const char letters[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    static const int weights[8] = {3, 7, 9, 10, 5, 8, 4, 2};
    char *c = yk_arena_printf(a, "91350200MA%06zu??", below(1000000));
    int sum = 0, weight = 1;
    for (int i = 0; i < 8; i++)
        sum += weights[i] * (c[8 + i] <= '9' ? c[8 + i] - '0' : c[8 + i] - 'A' + 10);
    c[16] = "0X987654321"[sum % 11];
    sum = 0;
    for (int i = 0; i < 17; i++, weight = weight * 3 % 31)
        sum += weight * (int)(strchr(letters, c[i]) - letters);
    c[17] = letters[(31 - sum % 31) % 31];
    return c;
}

/* One digit of a number typed wrong. */
static const char *slip(struct yk_arena *a, const char *number)
{
    char *s = yk_arena_copy(a, number);
    size_t at = 9 + below(strlen(s) - 9);
    s[at] = s[at] == '7' ? '3' : '7';
    return s;
}

static void plain(struct draft *d, struct yk_arena *a)
{
    const char *full = yk_arena_printf(a, "%s%s%s%s", PICK(city), own(a), PICK(trade), PICK(form));
    d->name[0] = d->name[1] = full;
    d->category[0] = d->category[1] = "enterprise";
    d->located[0] = d->located[1] = true;
    d->apart_m = (double)below(180);
}

/* --- one client, said in two ways --------------------------------------------------------------
 */

static void moved(struct draft *d, struct yk_arena *a)
{
    plain(d, a);
}

static void prefix(struct draft *d, struct yk_arena *a)
{
    const char *o = own(a), *t = PICK(trade), *f = PICK(form);
    static const char *const before[] = {"厦门", "厦门市", "福建省厦门市", "福建", ""};
    plain(d, a);
    size_t i = below(COUNT(before));
    size_t j = (i + 1 + below(COUNT(before) - 1)) % COUNT(before);
    d->name[0] = yk_arena_printf(a, "%s%s%s%s", before[i], o, t, f);
    d->name[1] = yk_arena_printf(a, "%s%s%s%s", before[j], o, t, f);
}

static void suffix(struct draft *d, struct yk_arena *a)
{
    static const char *const end[] = {"有限公司", "有限责任公司", "公司", "集团", ""};
    const char *o = own(a), *t = PICK(trade), *c = PICK(city);
    plain(d, a);
    size_t i = below(COUNT(end));
    size_t j = (i + 1 + below(COUNT(end) - 1)) % COUNT(end);
    d->name[0] = yk_arena_printf(a, "%s%s%s%s", c, o, t, end[i]);
    d->name[1] = yk_arena_printf(a, "%s%s%s%s", c, o, t, end[j]);
}

static void brackets(struct draft *d, struct yk_arena *a)
{
    const char *o = own(a), *t = PICK(trade), *f = PICK(form);
    plain(d, a);
    d->name[0] = yk_arena_printf(a, "%s(厦门)%s%s", o, t, f);
    d->name[1] = below(2) ? yk_arena_printf(a, "%s（厦门）%s%s", o, t, f)
                          : yk_arena_printf(a, "厦门%s%s%s", o, t, f);
}

static void width(struct draft *d, struct yk_arena *a)
{
    size_t n = 1 + below(9);
    const char *o = own(a), *t = PICK(trade);
    plain(d, a);
    d->name[0] = yk_arena_printf(a, "厦门%s%s%zu厂", o, t, n);
    d->name[1] = below(2)
                     ? yk_arena_printf(a, "厦门 %s%s　第%s厂", o, t, digits[n - 1])
                     : yk_arena_printf(a, "厦门%s·%s%c%c%c厂", o, t, 0xEF, 0xBC, (int)(0x90 + n));
}

static void school(struct draft *d, struct yk_arena *a)
{
    size_t n = below(9);
    const char *c = PICK(city);
    static const char *const pair[][2] = {{"中学", "中"}, {"小学", "小"}, {"医院", "院"}};
    size_t k = below(3);
    plain(d, a);
    d->category[0] = d->category[1] = k == 2 ? "hospital" : "school";
    d->name[0] = yk_arena_printf(a, "%s%s第%s%s", c, below(2) ? "市" : "", digits[n], pair[k][0]);
    d->name[1] = yk_arena_printf(a, "%s%s%s", c, digits[n], pair[k][1]);
}

/* 厦门瀚科工程机械集团 is called 瀚科, or 瀚机. */
static void brief(struct draft *d, struct yk_arena *a)
{
    const char *x = PICK(first), *y = PICK(second), *t = PICK(trade);
    plain(d, a);
    d->phone[0] = d->phone[1] = phone(a);
    d->name[0] = yk_arena_printf(a, "厦门%s%s%s有限公司", x, y, t);
    d->name[1] = below(2) ? yk_arena_printf(a, "%s%s", x, y) : yk_arena_printf(a, "%s%.3s", x, t);
}

static void datum(struct draft *d, struct yk_arena *a)
{
    plain(d, a);
    d->wrong_datum = true;
    d->phone[0] = phone(a);
    d->phone[1] = below(2) ? d->phone[0] : NULL;
}

static void phone_slip(struct draft *d, struct yk_arena *a)
{
    suffix(d, a);
    d->phone[0] = phone(a);
    d->phone[1] = slip(a, d->phone[0]);
}

static void code_equal(struct draft *d, struct yk_arena *a)
{
    plain(d, a);
    d->name[1] = yk_arena_printf(a, "%s%s", own(a), PICK(trade));
    d->code[0] = d->code[1] = code(a);
    d->located[1] = false;
}

static void code_slip(struct draft *d, struct yk_arena *a)
{
    prefix(d, a);
    d->code[0] = code(a);
    d->code[1] = slip(a, d->code[0]);
}

static void name_slip(struct draft *d, struct yk_arena *a)
{
    const char *x = PICK(first), *t = PICK(trade);
    plain(d, a);
    d->phone[0] = d->phone[1] = phone(a);
    d->name[0] = yk_arena_printf(a, "厦门%s%s%s", x, PICK(second), t);
    d->name[1] = yk_arena_printf(a, "厦门%s%s%s", x, PICK(second), t);
}

static void unplaced(struct draft *d, struct yk_arena *a)
{
    suffix(d, a);
    d->located[below(2)] = false;
    d->phone[0] = d->phone[1] = phone(a);
}

/* --- two clients -------------------------------------------------------------------------------
 */

static void neighbours(struct draft *d, struct yk_arena *a)
{
    plain(d, a);
    d->name[1] = yk_arena_printf(a, "%s%s%s%s", PICK(city), own(a), PICK(trade), PICK(form));
}

static void homonym(struct draft *d, struct yk_arena *a)
{
    size_t i = below(COUNT(near_alike));
    const char *t = PICK(trade);
    plain(d, a);
    for (int k = 0; k < 2; k++)
        d->name[k] = yk_arena_printf(a, "厦门%s%s有限公司", near_alike[i][k], t);
}

static void common_name(struct draft *d, struct yk_arena *a)
{
    plain(d, a);
    d->apart_m = 1500 + (double)below(20000);
    const char *o = PICK(shared), *t = below(2) ? PICK(trade) : PICK(shop);
    for (int k = 0; k < 2; k++)
        d->name[k] = yk_arena_printf(a, "%s%s", o, t);
}

static void numbers(struct draft *d, struct yk_arena *a)
{
    size_t i = below(9), j = (i + 1 + below(8)) % 9, k = below(3);
    static const char *const what[] = {"第%s小学", "花园%s期", "第%s工程公司"};
    const char *o = k ? own(a) : PICK(city);
    plain(d, a);
    d->name[0] = yk_arena_printf(a, "%s%s", o, yk_arena_printf(a, what[k], digits[i]));
    d->name[1] = yk_arena_printf(a, "%s%s", o, yk_arena_printf(a, what[k], digits[j]));
}

static void branches(struct draft *d, struct yk_arena *a)
{
    static const char *const how[] = {"有限公司%s分公司", "%s店", "(%s店)", "有限公司（%s分公司）"};
    const char *o = own(a), *t = below(2) ? "超市" : "银行", *h = PICK(how);
    size_t i = below(6), j = (i + 1 + below(5)) % 6;
    plain(d, a);
    d->apart_m = below(2) ? 100 : 5000;
    d->name[0] = yk_arena_printf(a, "%s%s%s", o, t, yk_arena_printf(a, h, district[i]));
    d->name[1] = yk_arena_printf(a, "%s%s%s", o, t, yk_arena_printf(a, h, district[j]));
}

static void districts(struct draft *d, struct yk_arena *a)
{
    static const char *const what[] = {"实验小学", "中心幼儿园", "教育局", "人民医院", "公安局"};
    size_t i = below(6), j = (i + 1 + below(5)) % 6;
    const char *t = PICK(what);
    plain(d, a);
    d->apart_m = (double)below(400);
    d->category[0] = d->category[1] = "institution";
    d->name[0] = yk_arena_printf(a, "厦门市%s区%s", district[i], t);
    d->name[1] = yk_arena_printf(a, "%s%s区%s", below(2) ? "厦门市" : "", district[j], t);
}

static void manager(struct draft *d, struct yk_arena *a)
{
    neighbours(d, a);
    d->phone[0] = d->phone[1] = phone(a);
}

static void other_trade(struct draft *d, struct yk_arena *a)
{
    size_t i = below(8);
    static const char *const apart[] = {"物流",     "食品", "石材", "旅行社",
                                        "物业管理", "包装", "劳务", "园林绿化"};
    const char *o = own(a);
    plain(d, a);
    d->name[0] = yk_arena_printf(a, "厦门%s%s有限公司", o, apart[i]);
    d->name[1] = yk_arena_printf(a, "厦门%s%s有限公司", o, apart[(i + 1 + below(7)) % 8]);
}

static void other_code(struct draft *d, struct yk_arena *a)
{
    plain(d, a);
    d->code[0] = code(a);
    d->code[1] = code(a);
}

static void other_category(struct draft *d, struct yk_arena *a)
{
    plain(d, a);
    const char *o = own(a);
    d->name[0] = yk_arena_printf(a, "厦门%s", o);
    d->name[1] = yk_arena_printf(a, "%s%s", o, "学校");
    d->category[0] = "logistics";
    d->category[1] = "school";
}

typedef void maker(struct draft *d, struct yk_arena *a);
const struct who_kind who_kinds[] = {
    {"the same name, the point moved", true},
    {"the region before it added or left out", true},
    {"another legal form, or none", true},
    {"the region in brackets", true},
    {"full width, spaces, numbers in words", true},
    {"第一中学 and 一中", true},
    {"a short form", true},
    {"typed in the wrong datum", true},
    {"a digit of the phone wrong", true},
    {"equal code, another name", true},
    {"a character of the code wrong", true},
    {"a character of the name wrong, phone the same", true},
    {"one without a place, phone the same", true},
    {"neighbours", false},
    {"宏达 and 鸿达, near", false},
    {"a common name at two places", false},
    {"other numbers, near", false},
    {"branches of one firm", false},
    {"the same in another district", false},
    {"a shared phone, near", false},
    {"the same own part, another trade, near", false},
    {"the same name, both codes right", false},
    {"a school and a firm", false},
};
static maker *const makers[] = {moved,       prefix,     suffix,        brackets,   width,
                                school,      brief,      datum,         phone_slip, code_equal,
                                code_slip,   name_slip,  unplaced,      neighbours, homonym,
                                common_name, numbers,    branches,      districts,  manager,
                                other_trade, other_code, other_category};
const size_t who_kind_count = COUNT(who_kinds);
static_assert(COUNT(who_kinds) == COUNT(makers), "a maker for each kind");

/* --- doors -------------------------------------------------------------------------------------
 */

static void add_door(struct who_world *w, size_t number, const struct draft *d, int k,
                     struct yk_point at)
{
    struct yk_arena *a = &w->arena;
    struct yk_buf text = {0};
    struct yk_door *door = &w->territory.door[number];
    yk_buf_printf(&text, "client_name=%s;category=%s", d->name[k], d->category[k]);
    if (d->code[k])
        yk_buf_printf(&text, ";uscc=%s", d->code[k]);
    if (d->located[k] && k && d->wrong_datum)
        at = yk_from_wgs84(YK_GCJ02, at);
    if (d->located[k])
        yk_buf_printf(&text, ";location=%.7f %.7f 0 8", at.lat, at.lon);
    if (d->phone[k])
        yk_buf_printf(&text, ";contact:contact_phone=%s", d->phone[k]);
    struct yk_hash h;
    yk_hash_begin(&h);
    yk_hash_bytes(&h, &number, sizeof number);
    *door = (struct yk_door){.id = yk_hash_end(&h),
                             .key = yk_arena_printf(a, "k%zu", number),
                             .station_code = k ? "S2" : "S1",
                             .survey_date = yk_day_of(2026, 3, 1 + k),
                             .answers = answers_of(a, text.text)};
    door->submission = door->id;
    yk_buf_release(&text);
    struct yk_place place;
    yk_locate_field(&place, &door->answers);
    w->seen[number] = (struct yk_seen){place.located, place.point, place.error_m};
}

static void begin(struct who_world *w, size_t pairs)
{
    *w = (struct who_world){.pairs = pairs};
    w->rules = rules_of(&w->arena);
    w->names = districts_of(&w->arena);
    w->seen = YK_ARENA_ARRAY(&w->arena, struct yk_seen, 2 * pairs);
    w->who = YK_ARENA_ARRAY(&w->arena, size_t, 2 * pairs);
    w->pair_kind = YK_ARENA_ARRAY(&w->arena, size_t, pairs);
    w->territory =
        (struct yk_territory){.door = YK_ARENA_ARRAY(&w->arena, struct yk_door, 2 * pairs),
                              .doors = 2 * pairs,
                              .rules = &w->rules};
}

static void add_pair(struct who_world *w, size_t pair, const struct draft *d, struct yk_point at)
{
    add_door(w, 2 * pair, d, 0, at);
    add_door(w, 2 * pair + 1, d, 1, yk_point_towards(at, (double)below(360), d->apart_m));
    w->who[2 * pair] = 2 * pair;
    w->who[2 * pair + 1] = 2 * pair + !who_kinds[w->pair_kind[pair]].same;
}

void who_world_make(struct who_world *w, size_t each)
{
    state = 20261125;
    begin(w, each * who_kind_count);
    for (size_t i = 0; i < w->pairs; i++) {
        struct draft d = {0};
        struct yk_point at = {24.40 + (double)below(400000) / 1e6,
                              117.90 + (double)below(400000) / 1e6};
        w->pair_kind[i] = i / each;
        makers[i / each](&d, &w->arena);
        add_pair(w, i, &d, at);
    }
}

/* Every pair stands in an own square kilometre. */
void who_world_read(struct who_world *w, const char *path)
{
    struct yk_arena own_arena = {0};
    char *text = csv_text_of(&own_arena, path);
    if (!text)
        YK_BUG("%s cannot be opened", path);
    struct yk_rows rows = csv_rows(&own_arena, text);
    begin(w, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        bool same = !strcmp(yk_rows_at(&rows, i, 0), "yes");
        struct draft d = {.name = {yk_arena_copy(&w->arena, yk_rows_at(&rows, i, 1)),
                                   yk_arena_copy(&w->arena, yk_rows_at(&rows, i, 2))},
                          .category = {"other", "other"},
                          .located = {true, true},
                          .apart_m = 40};
        w->pair_kind[i] = 0;
        while (who_kinds[w->pair_kind[i]].same != same)
            w->pair_kind[i]++;
        add_pair(w, i, &d,
                 (struct yk_point){24 + .02 * (double)(i / 20), 117 + .02 * (double)(i % 20)});
    }
    yk_arena_release(&own_arena);
}

void who_world_release(struct who_world *w)
{
    yk_arena_release(&w->arena);
}

/* --- judging -----------------------------------------------------------------------------------
 */

static size_t truth_pairs(const struct who_world *w, const struct yk_match *m, size_t *wrong)
{
    size_t joined = 0;
    *wrong = 0;
    for (size_t i = 0; i < w->territory.doors; i++)
        for (size_t j = i + 1; j < w->territory.doors; j++)
            if (m->client[i] == m->client[j]) {
                joined++;
                *wrong += w->who[i] != w->who[j];
            }
    return joined;
}

void who_judge(struct who_result *out, struct who_world *w)
{
    struct yk_match m;
    struct yk_map asked = {0};
    *out = (struct who_result){.kind = YK_ARENA_ARRAY(&w->arena, struct who_score, who_kind_count),
                               .automatic = YK_ARENA_ARRAY(&w->arena, bool, w->pairs),
                               .asked = YK_ARENA_ARRAY(&w->arena, bool, w->pairs)};
    yk_match_all(&m, &w->territory, w->seen, &w->names, &w->arena);
    for (size_t i = 0; i < m.pairs; i++) {
        size_t a = m.client[m.pair[i].a], b = m.client[m.pair[i].b];
        if (m.pair[i].kind == YK_PAIR_REVIEW)
            yk_map_add(&asked, yk_arena_printf(&w->arena, "%zu %zu", a < b ? a : b, a < b ? b : a),
                       0);
    }
    for (size_t i = 0; i < w->pairs; i++) {
        size_t a = m.client[2 * i], b = m.client[2 * i + 1];
        struct who_score *s = &out->kind[w->pair_kind[i]];
        bool same = who_kinds[w->pair_kind[i]].same;
        out->automatic[i] = a == b;
        out->asked[i] =
            a != b &&
            yk_map_find(&asked, yk_arena_printf(&w->arena, "%zu %zu", a < b ? a : b, a < b ? b : a),
                        NULL);
        s->pairs++;
        s->automatic += out->automatic[i];
        s->asked += out->asked[i];
        out->same += same;
        out->found += same && (out->automatic[i] || out->asked[i]);
    }
    out->joined = truth_pairs(w, &m, &out->joined_wrong);
    yk_map_release(&asked);
}
