/* gen.c - a big invented region in the headings of the census form: gen DIR N [STATIONS] writes
 * stations.csv and clients.csv (35 columns; 60 % with coordinates, 40 % with an address only, 3 %
 * with something wrong). One constant seed; every name and number is made up, phones begin with
 * the unassigned 100. */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define COUNT(list) ((int)(sizeof(list) / sizeof *(list)))
#define PICK(list) (list[below(COUNT(list))])

static const double west = 113.30, south = 34.48, wide = 0.655, high = 0.54; /* some 60 x 60 km */

static uint64_t seed = 20260801;

static uint64_t bits(void)
{
    uint64_t z = seed += 0x9e3779b97f4a7c15u;

    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static int below(int n)
{
    return (int)((bits() >> 32) * (uint64_t)n >> 32);
}

static double unit(void)
{
    return (double)(bits() >> 11) * 0x1p-53;
}

static double normal(void)
{
    double radius = sqrt(-2 * log(unit() + 1e-300));

    return radius * cos(6.283185307179586 * unit());
}

/* --- words
 * ------------------------------------------------------------------------------------------ */
static const char *const heads[] = {
    "东", "西", "南", "北", "中", "建", "和", "新", "长", "文", "民", "兴", "金", "花", "科", "工",
    "农", "商", "丰", "天", "华", "永", "宏", "福", "庆", "泰", "红", "桐", "嵩", "黄", "人", "解"};
static const char *const tails[] = {
    "设", "民", "山", "放", "平", "江", "风", "园", "阳", "城", "化", "生", "业", "水", "学", "桥",
    "贸", "岳", "河", "产", "明", "安", "康", "达", "寿", "丰", "和", "旗", "柏", "华", "人", "兴"};
static const char *const kinds_of_road[] = {"路",   "街",   "大道", "东路",
                                            "西路", "南路", "北路", "巷"};
static const char *const districts[] = {"东城区", "西城区", "南关区", "北河区", "高新区", "经开区",
                                        "金水区", "惠民区", "上坊区", "龙湖区", "航空区", "古荥区"};
static const char *const surnames[] = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄",
                                       "周", "吴", "徐", "孙", "马", "朱", "胡"};
static const char *const givens[] = {"伟", "芳", "娜", "敏", "静", "丽", "强", "磊",
                                     "军", "洋", "勇", "艳", "杰", "涛", "明"};
static const char *const titles[] = {"办公室主任", "车队长",   "后勤科长", "总经理",
                                     "采购经理",   "财务主管", "司机班长"};
static const char *const sources[] = {"票据、台账、行驶证", "负责人、财务", "司机、调度",
                                      "门卫、物业",         "现场目测",     "调查人估计"};
static const char *const brands[] = {"本公司", "中国石化", "中国石油", "民营站",
                                     "壳牌",   "自备油罐", "不清楚"};
static const char *const payments[] = {"现金", "加油卡", "对公转账", "月结、挂账", "微信、支付宝"};
static const char *const sensitivities[] = {"价格、优惠", "油品质量", "服务", "位置便利",
                                            "账期、资金占用"};
static const char *const intents[] = {"A 有明确意向(1个月内)", "B 有需求待谈", "C 暂无意向",
                                      "D 无意向、无价值"};
enum { COMPLETED, PARTIAL, REFUSED, NOBODY };
static const char *const results[] = {"调查完成", "部分完成", "拒访", "无人、未见到负责人"};

/* A category: mean cars, buses, trucks, machines; litres a month of a car, of the others; weight.
 */
struct kind {
    const char *label, *suffix;
    double mean[4], gasoline, diesel;
    int weight;
};

static const struct kind kinds[] = {
    {"政府机关", "局", {8, 1, .3, 0}, 120, 260, 8},
    {"厂矿", "机械制造有限公司", {5, 2, 6, 1}, 140, 520, 16},
    {"学校", "中学", {3, 4, .5, 0}, 110, 320, 7},
    {"宾馆", "大酒店", {4, 1, .6, 0}, 130, 240, 9},
    {"物流运输", "物流有限公司", {2, .2, 18, 0}, 150, 1400, 9},
    {"工程施工", "建筑工程公司", {5, 1, 9, 6}, 160, 1100, 9},
    {"医院", "医院", {6, 3, .8, 0}, 130, 300, 4},
    {"公交客运", "客运公司", {2, 24, .4, 0}, 140, 1700, 3},
    {"出租网约车", "汽车租赁有限公司", {20, 1, .2, 0}, 420, 500, 4},
    {"农机合作社", "合作社", {1, .1, 4, 3}, 110, 600, 7},
    {"企业", "贸易有限公司", {4, .4, 2, 0}, 150, 420, 16},
    {"其他", "商行", {1, .1, .8, 0}, 130, 380, 8},
};
static const char *const vehicles[4] = {"car*%d*g92", "coach*%d*d0", "heavy_truck*%d*d0",
                                        "machinery*%d*d0"};

static const struct kind *any_kind(void)
{
    int dice = below(100), k = 0;

    while (dice >= kinds[k].weight)
        dice -= kinds[k++].weight;
    return &kinds[k];
}

/* --- places
 * ----------------------------------------------------------------------------------------- */
#define ROADS 2000
#define NUMBERS 200

struct road {
    char name[40];
    int district;
    double lon, lat, run_lon, run_lat; /* where it begins and how it runs */
};

static struct road roads[ROADS];

static void lay_roads(void)
{
    for (int i = 0; i < ROADS; i++) {
        struct road *r = &roads[i];
        int n = i / COUNT(districts) * 5 + i % COUNT(districts) * 7;
        double length = .008 + .03 * unit(), turn = 6.283185307179586 * unit();

        r->district = i % COUNT(districts);
        snprintf(r->name, sizeof r->name, "%s%s%s", heads[n % COUNT(heads)],
                 tails[n / COUNT(heads) % COUNT(tails)], kinds_of_road[n % COUNT(kinds_of_road)]);
        r->lon = west + wide * (r->district % 4 + unit()) / 4;
        r->lat = south + high * (r->district / 4 + unit()) / 3;
        r->run_lon = length * cos(turn);
        r->run_lat = length * sin(turn) * .83;
    }
}

static double within(double u)
{
    return u < 0 ? 0 : u > 1 ? 1 : u;
}

/* A third of the stations stand anywhere, the others around the middle. */
static void write_stations(FILE *f, int stations)
{
    fputs("code,name,region,lon,lat,datum,class,radius_m\n", f);
    for (int i = 1; i <= stations; i++) {
        bool anywhere = below(3) == 0;
        double x = anywhere ? unit() : within(.5 + .12 * normal());
        double y = anywhere ? unit() : within(.5 + .12 * normal());
        fprintf(f, "S%03d,第%d加油站,示例,%.6f,%.6f,wgs84,urban,%d\n", i, i, west + wide * x,
                south + high * y, 3000 + 500 * below(5));
    }
}

/* --- one client: 35 cells
 * -------------------------------------------------------------------------- */
/* What is wrong in 3 % of the rows. */
enum slip {
    NONE,
    SWAPPED_POINT,
    COUNT_WITH_UNIT,
    NEGATIVE,
    VAGUE,
    BAD_PHONE,
    NO_CATEGORY,
    NO_DATE,
    TWICE
};

static const char *const headings =
    "加油站编码,调查人,调查日期,网格编号,入户结果,客户名称(全称),客户类别,地址,行政区划代码,"
    "经度(手工)(deg),纬度(手工)(deg),手工坐标的坐标系,车辆总数(辆),车辆数来源,车辆明细汇总,"
    "汽油月用量,"
    "汽油单位,柴油月用量,柴油单位,用油量来源,人数(职工)(人),目前加油地点(品牌),本公司占其用量比例(%"
    "),"
    "竞争对手优惠幅度(元/"
    "L),付款方式,敏感因素(可多选),最敏感因素,预计办卡张数(张),姓名,角色,职务,电话,"
    "同意留存联系方式,合作意向,备注\n";

static void put_address(FILE *f, const struct road *r, int number)
{
    const char *district = districts[r->district];
    int dice = below(100);

    if (dice < 70)
        fprintf(f, "%s%s%d号", district, r->name, number);
    else if (dice < 80)
        fprintf(f, "河南省郑州市%s%s%d号", district, r->name, number);
    else if (dice < 86)
        fprintf(f, "%s %s %d 号", district, r->name, number);
    else if (dice < 92)
        fprintf(f, "%s%s%d号院%d号楼", district, r->name, number, 1 + below(9));
    else if (dice < 97) /* a wrong character */
        fprintf(f, "%s%s%s%d号", district, PICK(heads), r->name + 3, number);
    else /* beyond the last number of the road */
        fprintf(f, "%s%s%d号", district, r->name, number + 300);
}

static void put_place(FILE *f, enum slip slip)
{
    const struct road *r = &roads[below(ROADS)];
    int number = 1 + below(NUMBERS);
    double lon = r->lon + r->run_lon * number / NUMBERS + 1e-4 * normal();
    double lat = r->lat + r->run_lat * number / NUMBERS + 1e-4 * normal();

    put_address(f, r, number);
    fputs(",410100,", f);
    if (below(10) < 4)
        fputs(",,,", f);
    else if (slip == SWAPPED_POINT)
        fprintf(f, "%.6f,%.6f,WGS-84(GPS、手机采集),", lat, lon);
    else
        fprintf(f, "%.6f,%.6f,WGS-84(GPS、手机采集),", lon, lat);
}

/* Vehicles, their packed line, told litres: each left out as often as people leave it out. */
static void put_fuel(FILE *f, const struct kind *k, enum slip slip)
{
    int count[4], total = 0;
    bool told = below(10) < 7;

    for (int i = 0; i < 4; i++) {
        double about = k->mean[i] * exp(.6 * normal() - .18);
        count[i] = (int)(about + unit());
        total += count[i];
    }
    if (told)
        fprintf(f,
                slip == COUNT_WITH_UNIT ? "%d辆"
                : slip == NEGATIVE      ? "-%d"
                                        : "%d",
                total + (slip == NEGATIVE));
    fprintf(f, ",%s,", told ? PICK(sources) : "");
    for (int i = 0, lines = 0; told && i < 4; i++)
        if (count[i]) {
            fputs(lines++ ? "; " : "", f);
            fprintf(f, vehicles[i], count[i]);
        }
    double litres[2] = {count[0] * k->gasoline, (total - count[0]) * k->diesel};
    for (int i = 0; i < 2; i++) {
        double said = litres[i] * exp(.3 * normal());
        if (below(10) < 4)
            fputs(",,", f);
        else
            fprintf(f, slip == VAGUE ? ",约%.0f,升" : ",%.1f,升", said);
    }
    fprintf(f, ",%s,", PICK(sources));
    fprintf(f, "%d,", 1 + below(500));
}

static void put_habits(FILE *f)
{
    const char *top = PICK(sensitivities);

    fprintf(f, "%s,", PICK(brands));
    fprintf(f, "%d,", 10 * below(10));
    fprintf(f, "0.%d,", below(9));
    fprintf(f, "%s,%s,%s,", PICK(payments), top, top);
    fprintf(f, "%d,", below(20));
}

static void put_person(FILE *f, enum slip slip)
{
    fputs(PICK(surnames), f);
    fprintf(f, "%s,经办人,", PICK(givens));
    fprintf(f, "%s,", PICK(titles));
    if (slip == BAD_PHONE)
        fprintf(f, "见名片%d,是,", below(1000));
    else
        fprintf(f, "100%08d,是,", below(100000000));
}

static void put_remark(FILE *f)
{
    int dice = below(20);

    if (dice == 0)
        fputs("\"老板说:\"\"油价高\"\",再考虑\"", f);
    else if (dice == 1)
        fprintf(f, "\"第一次去没人\n第二次见到%s师傅\"", PICK(surnames));
    else if (dice < 8)
        fprintf(f, "%s师傅介绍", PICK(surnames));
}

static void write_client(FILE *f, enum slip slip, int stations)
{
    const struct kind *k = any_kind();
    int dice = below(20);
    int result = dice < 16 ? COMPLETED : dice - 16;

    fprintf(f, "S%03d,", 1 + below(stations));
    fputs(PICK(surnames), f);
    fprintf(f, "%s,", PICK(givens));
    int month = 1 + below(10), day = 1 + below(28);
    fprintf(f, slip == NO_DATE ? "2026-%d月,G" : "2026-%02d-%02d,G", month, day);
    fprintf(f, "%03d,", below(400));
    fprintf(f, "%s,", results[result]);
    fputs(PICK(heads), f);
    fputs(PICK(tails), f);
    fprintf(f, "%s%s,%s,", PICK(tails), k->suffix, slip == NO_CATEGORY ? "" : k->label);
    put_place(f, slip);
    if (result == REFUSED || result == NOBODY) {
        fputs(",,,,,,,,,,,,,,,,,,,,,,\n", f);
        return;
    }
    put_fuel(f, k, slip);
    put_habits(f);
    put_person(f, slip);
    fprintf(f, "%s,", PICK(intents));
    put_remark(f);
    fputc('\n', f);
}

/* The row TWICE is the one before it, sent again: the dice are put back. */
static void write_clients(FILE *f, long clients, int stations)
{
    uint64_t before = seed;
    enum slip slip = NONE;

    fputs(headings, f);
    for (long i = 0; i < clients; i++) {
        enum slip next = below(100) < 3 ? (enum slip)(1 + below(TWICE)) : NONE;
        if (next == TWICE && i) {
            uint64_t here = seed;
            seed = before;
            write_client(f, slip, stations);
            seed = here;
        } else {
            before = seed;
            slip = next;
            write_client(f, slip, stations);
        }
    }
}

static FILE *open_in(const char *dir, const char *name)
{
    char path[4096];

    snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *f = fopen(path, "w");
    if (!f) {
        perror(path);
        exit(1);
    }
    return f;
}

static void close_whole(FILE *f)
{
    if (ferror(f) | fclose(f)) {
        perror("gen");
        exit(1);
    }
}

int main(int argc, char **argv)
{
    long clients = argc > 2 ? strtol(argv[2], NULL, 10) : 0;
    long stations = argc > 3 ? strtol(argv[3], NULL, 10) : 200;

    if (clients < 1 || stations < 1 || stations > 999) {
        fputs("gen DIR N [STATIONS, 1 to 999]\n", stderr);
        return 2;
    }
    FILE *f = open_in(argv[1], "stations.csv");
    write_stations(f, (int)stations);
    close_whole(f);
    lay_roads();
    f = open_in(argv[1], "clients.csv");
    write_clients(f, clients, (int)stations);
    close_whole(f);
    return 0;
}
