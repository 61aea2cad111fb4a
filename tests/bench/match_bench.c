/* match_bench.c - match_bench [N…]: seconds to find out who is who among N doors, beside a sort of
 * the same names. Names are put together as in real lists: a city, one of many own parts (a tenth
 * of them in fashion: 宏达), a trade, a legal form; one door in ten is a client already surveyed.
 * The last line is the worst list there is: all doors of one name at one place. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../support/answers_of.h"
#include "../support/name_words_of.h"
#include "youka/survey/join.h"

#define PICK(list) ((list)[below(sizeof(list) / sizeof *(list))])

static uint64_t state;
static size_t below(size_t n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)((state >> 33) % n);
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static const char *const chars[] = {
    "德", "铭", "川", "邦", "腾", "诺", "科", "尚", "威", "隆", "聚", "博", "奥", "瑞", "凯", "创",
    "信", "优", "格", "特", "衡", "岳", "帆", "坤", "卓", "峻", "霖", "淳", "岱", "璋", "海", "达",
    "源", "鑫", "金", "宏", "顺", "永", "华", "联", "兴", "盛", "泰", "恒", "通", "发", "嘉", "和",
    "安", "元", "亿", "佳", "美", "新", "明", "辉", "祥", "荣", "富", "裕", "康", "利", "丰", "茂"};
static const char *const common[] = {"宏达", "鑫源", "顺达", "永兴", "华联", "恒通", "金源"};
static const char *const trade[] = {"物流",     "货运",     "运输",   "国际物流", "供应链管理",
                                    "建筑工程", "机械制造", "贸易",   "进出口",   "食品",
                                    "电子科技", "汽车服务", "石材",   "环保科技", "装饰工程",
                                    "物业管理", "混凝土",   "旅行社", "包装",     "劳务"};
static const char *const form[] = {"有限公司", "有限公司", "有限责任公司", "集团有限公司",
                                   "有限公司海沧分公司"};
static const char *const shop[] = {"大酒店", "超市", "汽修厂", "饭店", "便利店", "药店", "轮胎店"};

static const char *name_of(struct yk_arena *a)
{
    const char *own = below(10) ? yk_arena_printf(a, "%s%s%s", PICK(chars), PICK(chars),
                                                  below(4) ? "" : PICK(chars))
                                : PICK(common);
    if (below(4))
        return yk_arena_printf(a, "%s%s%s%s", below(3) ? "厦门" : "厦门市海沧区", own, PICK(trade),
                               PICK(form));
    return yk_arena_printf(a, "%s%s", own, PICK(shop));
}

typedef void maker(struct yk_territory *t, struct yk_seen *seen, size_t n, struct yk_arena *a);

/* About 300 doors a square kilometre, however many there are. */
static void make(struct yk_territory *t, struct yk_seen *seen, size_t n, struct yk_arena *a)
{
    double side = 1;
    while (side * side * 300 < (double)n)
        side += .5;
    state = 7;
    t->door = YK_ARENA_ARRAY(a, struct yk_door, n);
    t->doors = n;
    for (size_t i = 0; i < n; i++) {
        bool again = i > 10 && !below(10);
        size_t old = again ? below(i) : 0;
        const char *name =
            again ? yk_answer_text(&t->door[old].answers, "client_name") : name_of(a);
        struct yk_door *door = &t->door[i];
        *door = (struct yk_door){.key = "k", .station_code = "S1", .survey_date = 20000};
        snprintf(door->id.text, sizeof door->id.text, "%032zx", i);
        door->answers =
            answers_of(a, yk_arena_printf(a,
                                          "client_name=%s;category=enterprise;address=新美路%zu号;"
                                          "contact:contact_phone=139%08zu",
                                          name, below(2000), below(100000000)));
        struct yk_point at = {24.4 + side / 110 * (double)below(100000) / 1e5,
                              117.9 + side / 100 * (double)below(100000) / 1e5};
        seen[i] = (struct yk_seen){below(5) > 0, again ? seen[old].point : at, 8};
    }
}

static void make_one_name(struct yk_territory *t, struct yk_seen *seen, size_t n,
                          struct yk_arena *a)
{
    make(t, seen, n, a);
    for (size_t i = 0; i < n; i++) {
        t->door[i].answers =
            answers_of(a, yk_arena_printf(a,
                                          "client_name=厦门翎石物流有限公司;category=enterprise;"
                                          "address=新美路%zu号",
                                          i));
        seen[i] = (struct yk_seen){true, {24.45, 117.95}, 8};
    }
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static double sort_names(const struct yk_territory *t, struct yk_arena *a)
{
    const char **name = YK_ARENA_ARRAY(a, const char *, t->doors);
    double begin = now();
    for (size_t i = 0; i < t->doors; i++)
        name[i] = yk_answer_text(&t->door[i].answers, "client_name");
    qsort(name, t->doors, sizeof *name, by_text);
    return now() - begin;
}

static void measure(size_t n, maker *fill)
{
    struct yk_arena a = {0};
    struct yk_rules rules = rules_of(&a);
    struct yk_names names = districts_of(&a);
    struct yk_territory t = {.rules = &rules}, joined;
    struct yk_seen *seen = YK_ARENA_ARRAY(&a, struct yk_seen, n);
    struct yk_match match;
    fill(&t, seen, n, &a);
    double sorted = sort_names(&t, &a), begin = now();
    yk_match_all(&match, &t, seen, &names, &a);
    double matched = now() - begin;
    begin = now();
    yk_join(&joined, NULL, &t, &match, &a);
    double join = now() - begin;
    printf("%8zu %8zu %8zu %8.2f %8.2f %8.2f %8.1f %8.1f\n", n, joined.doors, match.pairs, matched,
           join, sorted, matched / (double)n * 1e6, matched / sorted);
    yk_arena_release(&a);
}

int main(int argc, char **argv)
{
    static const size_t usual[] = {10000, 30000, 100000};

    printf("%8s %8s %8s %8s %8s %8s %8s %8s\n", "doors", "clients", "pairs", "match s", "join s",
           "sort s", "us/door", "/sort");
    for (int i = 1; i < argc; i++)
        measure(strtoul(argv[i], NULL, 10), make);
    for (size_t i = 0; argc < 2 && i < sizeof usual / sizeof *usual; i++)
        measure(usual[i], make);
    if (argc < 2)
        measure(20000, make_one_name);
    return 0;
}
