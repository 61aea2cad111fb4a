/* names.c - names of clients and people, phones, credit codes: all invented. */
#include "sample.h"

#include <string.h>

static const char *const firsts[] = {
    "澜", "屿", "鹭", "杏", "沧", "禾", "榕", "岚", "汐", "砚", "舸", "芷", "翎", "霁", "陌", "苇",
    "桉", "瓴", "漪", "曦", "岑", "磬", "蓼", "皓", "泠", "笙", "麓", "昱", "珩", "潼", "樾", "筠"};
static const char *const seconds[] = {
    "岸", "禾", "川", "溪", "石", "舟", "帆", "原", "谷", "羽", "野", "泽", "峰", "林", "木", "庭",
    "桥", "越", "远", "安", "宁", "和", "润", "朗", "驰", "拓", "穗", "壤", "岭", "浦", "湾", "屏"};
#define CORES 32

static const char *const surnames[] = {"陈", "林", "黄", "张", "李", "王", "吴", "蔡",
                                       "郑", "许", "庄", "苏", "洪", "邱", "叶"};
static const char *const givens[] = {"志明", "雅婷", "建国", "丽华", "文彬", "秀英", "国强", "晓燕",
                                     "海峰", "美珍", "伟杰", "淑芬", "俊杰", "小兰", "阿水"};
#define PICK(c, list) list[chance_below(c, (int)(sizeof(list) / sizeof *(list)))]

/* 32 x 32 cores, walked in a step prime to 1024 so that neighbours in a file do not look alike. */
static const char *core(struct yk_arena *a, int n)
{
    int k = n * 421 % (CORES * CORES);

    return yk_arena_printf(a, "%s%s", firsts[k / CORES], seconds[k % CORES]);
}

static bool is_public(const char *category)
{
    return !strcmp(category, "government") || !strcmp(category, "institution") ||
           !strcmp(category, "school") || !strcmp(category, "hospital");
}

const char *name_of_client(struct yk_arena *a, struct chance *c, const struct kind *k, int n,
                           const char *district)
{
    const char *suffix = k->suffix[chance_below(c, 4)];
    const char *name = core(a, n);

    if (!strcmp(k->category, "transient"))
        return yk_arena_printf(a, "%s师傅%s", name_of_person(a, c), suffix);
    if (is_public(k->category))
        return yk_arena_printf(a, "厦门市%s%s%s", district, name, suffix);
    if (strstr(suffix, "有限公司"))
        return yk_arena_printf(a, chance_percent(c, 30) ? "%s(厦门)%s" : "厦门%s%s", name, suffix);
    if (chance_percent(c, 12) && strstr(suffix, "酒店"))
        return yk_arena_printf(a, "%s%s(%s店)", name, suffix, district);
    return yk_arena_printf(a, chance_percent(c, 50) ? "厦门%s%s" : "%s%s", name, suffix);
}

static const char *without(struct yk_arena *a, const char *text, const char *part)
{
    const char *at = strstr(text, part);

    if (!at || at[strlen(part)] == '\0')
        return NULL;
    return yk_arena_printf(a, "%.*s%s", (int)(at - text), text, at + strlen(part));
}

static const char *replaced(struct yk_arena *a, const char *text, const char *part, const char *by)
{
    const char *at = strstr(text, part);

    return at ? yk_arena_printf(a, "%.*s%s%s", (int)(at - text), text, by, at + strlen(part))
              : NULL;
}

/* The habits that make one client two: city left out, brackets full-width, company short. */
const char *name_otherwise(struct yk_arena *a, const char *name)
{
    const char *other = replaced(a, name, "(厦门)", "（厦门）");

    if (!other)
        other = without(a, name, "厦门市");
    if (!other)
        other = replaced(a, name, "有限公司", "有限责任公司");
    if (!other)
        other = without(a, name, "厦门");
    return other ? other : yk_arena_printf(a, "厦门市%s", name);
}

const char *name_of_person(struct yk_arena *a, struct chance *c)
{
    const char *surname = PICK(c, surnames);

    return yk_arena_printf(a, "%s%s", surname, PICK(c, givens));
}

/* 138-0000-xxxx is four zeros where numbers in service carry an area; 0592-0000xxx is no number. */
const char *name_of_phone(struct yk_arena *a, int n)
{
    return n % 5 == 4 ? yk_arena_printf(a, "0592-0000%03d", n / 5 % 1000)
                      : yk_arena_printf(a, "1380000%04d", n % 10000);
}

const char *name_of_surveyor(int station, int n)
{
    static const char *const staff[STATIONS][3] = {{"王小满", "李立秋", "赵谷雨"},
                                                   {"周白露", "吴霜降", "郑春分"},
                                                   {"孙惊蛰", "钱冬至", "冯清明"}};
    return staff[station][n % 3];
}

static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/* GB 11714 over 0-9A-Z: 11 - sum mod 11; ten is X, eleven is 0. */
static char organisation_check(const char *eight)
{
    static const int weight[8] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;

    for (int i = 0; i < 8; i++)
        sum += weight[i] * (eight[i] <= '9' ? eight[i] - '0' : eight[i] - 'A' + 10);
    sum = 11 - sum % 11;
    return sum == 10 ? 'X' : sum == 11 ? '0' : (char)('0' + sum);
}

/* GB 32100-2015: weights 3^(i-1) mod 31. */
static char code_check(const char *seventeen)
{
    int sum = 0, weight = 1;

    for (int i = 0; i < 17; i++) {
        sum += weight * (int)(strchr(alphabet, seventeen[i]) - alphabet);
        weight = weight * 3 % 31;
    }
    return alphabet[(31 - sum % 31) % 31];
}

const char *name_of_credit_code(struct yk_arena *a, const char *category, int n)
{
    const char *head = !strcmp(category, "government") ? "11" : is_public(category) ? "12" : "91";
    char *code = yk_arena_printf(a, "%s350200YY%06d??", head, n * 37 % 1000000);

    code[16] = organisation_check(code + 8);
    code[17] = code_check(code);
    return code;
}
