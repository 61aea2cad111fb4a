/* sale.c - card transactions: grades, months and payers as head offices write them. */
#include "youka/model/sale.h"

#include <stdio.h>
#include <string.h>

#include "youka/base/text.h"

static const char *const grade_codes[YK_SALE_GRADES] = {
    "g92", "g95", "g98", "d0", "dm10", "dm20", "dm35", "gasoline", "diesel", ""};
static const char *const status_codes[YK_SALES_STATUSES] = {"none",   "new",  "active", "falling",
                                                            "silent", "lost", "back"};

const char *yk_sale_grade_code(int grade)
{
    if (grade < 0 || grade >= YK_SALE_GRADES)
        YK_BUG("%d is no grade", grade);
    return grade_codes[grade];
}

bool yk_sale_grade_of(int *grade, const char *code)
{
    for (int i = 0; i < YK_SALE_GRADES; i++)
        if (!strcmp(grade_codes[i], code)) {
            *grade = i;
            return true;
        }
    return false;
}

const char *yk_sales_status_code(enum yk_sales_status s)
{
    return status_codes[s];
}

bool yk_sales_status_of(enum yk_sales_status *s, const char *code)
{
    for (int i = 0; i < YK_SALES_STATUSES; i++)
        if (!strcmp(status_codes[i], code)) {
            *s = (enum yk_sales_status)i;
            return true;
        }
    return false;
}

static bool has_one_of(const char *key, const char *const *word)
{
    for (; *word; word++)
        if (strstr(key, *word))
            return true;
    return false;
}

static bool is_minus(const char *key, const char *digit)
{
    return (digit > key && digit[-1] == '-') ||
           (digit - key >= 3 && (!memcmp(digit - 3, "负", 3) || !memcmp(digit - 3, "−", 3) ||
                                 !memcmp(digit - 3, "–", 3)));
}

/* The first number in the text that a grade has; others (国6, E10) are passed over. */
static bool grade_number(int *grade, const char *key)
{
    static const struct {
        int number, grade;
        bool minus;
    } known[] = {{92, 0, false}, {95, 1, false}, {98, 2, false}, {0, 3, false},
                 {10, 4, true},  {20, 5, true},  {35, 6, true}};
    for (const char *at = key + strcspn(key, "0123456789"); *at; at += strcspn(at, "0123456789")) {
        size_t n = strspn(at, "0123456789");
        int number = n > 2 ? -1 : at[0] - '0';
        if (n == 2)
            number = number * 10 + at[1] - '0';
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            if (known[i].number == number && (!known[i].minus || is_minus(key, at))) {
                *grade = known[i].grade;
                return true;
            }
        at += n;
    }
    return false;
}

bool yk_sale_grade_read(int *grade, const char *typed)
{
    static const char *const other[] = {"尿素", "cng",  "lng",  "lpg",  "天然气", "润滑",
                                        "便利", "非油", "洗车", "充电", "煤油",   NULL};
    static const char *const gasoline[] = {"汽油", "gasoline", "petrol", NULL};
    static const char *const diesel[] = {"柴油", "柴", "diesel", NULL};
    struct yk_arena a = {0};
    const char *key = yk_text_key(&a, typed);
    bool known = true;
    if (yk_sale_grade_of(grade, key))
        ;
    else if (has_one_of(key, other))
        known = false;
    else if (grade_number(grade, yk_text_narrow(&a, typed))) /* 国6 95#: two numbers */
        ;
    else if (has_one_of(key, gasoline))
        *grade = YK_SALE_GASOLINE;
    else if (has_one_of(key, diesel))
        *grade = YK_SALE_DIESEL;
    else
        known = false;
    yk_arena_release(&a);
    return known;
}

int yk_month_of(yk_day day)
{
    int year, month, mday;
    yk_day_parts(day, &year, &month, &mday);
    return 12 * year + month - 1;
}

void yk_month_write(char out[8], int m)
{
    if (m < 0 || m > 12 * 9999 + 11)
        YK_BUG("%d is no month", m);
    snprintf(out, 8, "%04d-%02d", m / 12 % 10000, m % 12 + 1);
}

/* What stands between year and month, or after the month. */
static size_t separator(const char *at)
{
    if (*at && strchr("-/.", *at))
        return 1;
    return !strncmp(at, "年", 3) ? 3 : 0;
}

/* 2026-10, 2026年10月, 202610 and nothing more. */
static bool whole_month(int *month, const char *text)
{
    int number[2] = {0, 0};
    const char *at = text;
    if (strspn(at, "0123456789") != 4 && strspn(at, "0123456789") != 6)
        return false;
    for (int i = 0; i < 4; i++)
        number[0] = number[0] * 10 + *at++ - '0';
    size_t gap = separator(at);
    if (gap && strspn(at + gap, "0123456789") > 2)
        return false;
    at += gap;
    size_t n = strspn(at, "0123456789");
    for (size_t i = 0; i < n; i++)
        number[1] = number[1] * 10 + *at++ - '0';
    if (!strncmp(at, "月份", 6))
        at += 6;
    else if (!strncmp(at, "月", 3))
        at += 3;
    if (*at || n == 0 || number[1] < 1 || number[1] > 12 || number[0] < 1900 || number[0] > 2199)
        return false;
    *month = 12 * number[0] + number[1] - 1;
    return true;
}

bool yk_month_read(int *month, int *day, const char *typed)
{
    struct yk_arena a = {0};
    char *text = yk_text_narrow(&a, typed);
    yk_day whole;
    int year, m, mday;
    bool read = true;
    text[strcspn(text, " ")] = '\0'; /* a time behind the day */
    if (strlen(text) == 14 && strspn(text, "0123456789") == 14)
        text[8] = '\0'; /* 20261005123022 */
    if (whole_month(month, text)) {
        *day = 0;
    } else if (yk_day_read(&whole, text)) {
        yk_day_parts(whole, &year, &m, &mday);
        *month = 12 * year + m - 1;
        *day = mday;
    } else {
        read = false;
    }
    yk_arena_release(&a);
    return read;
}

/* A card's digits without spaces and dashes. */
static const char *card_fold(const char *card, struct yk_arena *a)
{
    char *text = yk_text_key(a, card), *to = text;
    for (const char *from = text; *from; from++)
        if (*from != '-' && *from != '\'')
            *to++ = *from;
    *to = '\0';
    return text;
}

const char *yk_card_masked(const char *card, struct yk_arena *a)
{
    enum { SHOWN = 4 };
    size_t n = strlen(card);
    return n > SHOWN ? yk_arena_printf(a, "**** %s", card + n - SHOWN) : card;
}

const char *yk_payer_key(const char *card, const char *client, const char *name, struct yk_arena *a)
{
    if (card && *card_fold(card, a))
        return yk_arena_printf(a, "card:%s", card_fold(card, a));
    if (!yk_text_blank(client))
        return yk_arena_printf(a, "id:%s", yk_text_key(a, client));
    if (!yk_text_blank(name))
        return yk_arena_printf(a, "name:%s", yk_text_key(a, name));
    return NULL;
}

const char *yk_payer_card(const struct yk_payer *p)
{
    return strncmp(p->key, "card:", 5) ? "" : p->key + 5;
}

const struct yk_buyer *yk_sales_of(const struct yk_buyer *buyers, size_t client)
{
    return buyers && buyers[client].payers ? &buyers[client] : NULL;
}
