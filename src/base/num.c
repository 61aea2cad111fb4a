/* num.c - numbers as people type them. */
#include "youka/base/num.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"
#include "youka/base/text.h"

#define LONGEST 96 /* characters; no number that means something is longer */

/* What was typed, code point by code point, folded to half width, trimmed; ended by 0. */
struct typed {
    uint32_t cp[LONGEST + 1];
    size_t count;
};

static uint32_t folded(uint32_t cp)
{
    cp = half_width(cp);
    if (cp == 0x2212) /* minus sign */
        return '-';
    if (cp == 0xA0 || cp == 0x202F || cp == 0x2009 || (cp >= '\t' && cp <= '\r'))
        return ' ';
    return cp;
}

static bool invisible(uint32_t cp)
{
    return cp == 0xFEFF || (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E);
}

static bool take_in(struct typed *t, const char *text)
{
    t->count = 0;
    for (uint32_t cp; (cp = yk_utf8_next(&text));) {
        cp = folded(cp);
        if (invisible(cp) || (cp == ' ' && t->count == 0))
            continue;
        if (t->count == LONGEST)
            return false;
        t->cp[t->count++] = cp;
    }
    while (t->count && t->cp[t->count - 1] == ' ')
        t->count--;
    t->cp[t->count] = 0;
    return true;
}

static bool digit(uint32_t cp)
{
    return cp >= '0' && cp <= '9';
}

/* The number being read: `at` moves over what was typed, `ascii` collects what strtod shall see. */
struct reading {
    const uint32_t *at;
    char ascii[LONGEST + 16];
    size_t len;
};

static size_t digits(struct reading *r, size_t most)
{
    size_t n = 0;
    for (; n < most && digit(*r->at); n++)
        r->ascii[r->len++] = (char)*r->at++;
    return n;
}

/* 1234567, 1,234,567 or 1 234 567: after a separator always three digits, and one sort of it. */
static bool whole_part(struct reading *r, size_t *count)
{
    *count = digits(r, LONGEST);
    uint32_t mark = *r->at;
    if ((mark != ',' && mark != ' ') || !digit(r->at[1]))
        return true;
    if (*count < 1 || *count > 3)
        return false;
    while (*r->at == mark && digit(r->at[1])) {
        r->at++;
        if (digits(r, 3) != 3 || digit(*r->at))
            return false;
        *count += 3;
    }
    return true;
}

static int power_of(uint32_t cp)
{
    switch (cp) {
    case 0x767E: /* 百 */
        return 2;
    case 0x5343: /* 千 */
        return 3;
    case 0x4E07: /* 万 */
        return 4;
    case 0x4EBF: /* 亿 */
        return 8;
    default:
        return 0;
    }
}

/* 百 千 万 亿, a larger one after a smaller (3千万). The power of ten, not the factor: 4.35万 is
 * exactly 43500. */
static int unit_power(struct reading *r)
{
    int power = 0, last = 0;
    for (;; r->at++) {
        while (*r->at == ' ')
            r->at++;
        int one = power_of(*r->at);
        if (one <= last)
            return power;
        power += one;
        last = one;
    }
}

static bool exponent(struct reading *r)
{
    r->ascii[r->len++] = 'e';
    r->at++;
    if (*r->at == '+' || *r->at == '-')
        r->ascii[r->len++] = (char)*r->at++;
    return digits(r, 4) > 0;
}

static bool exact(double *out, const struct typed *t)
{
    struct reading r = {.at = t->cp};
    if (*r.at == '+' || *r.at == '-')
        r.ascii[r.len++] = (char)*r.at++;
    size_t whole, part = 0;
    if (!whole_part(&r, &whole))
        return false;
    if (*r.at == '.') {
        r.ascii[r.len++] = (char)*r.at++;
        part = digits(&r, LONGEST);
    }
    if (whole + part == 0)
        return false;
    if (*r.at == 'e' || *r.at == 'E') {
        if (!exponent(&r))
            return false;
    } else {
        snprintf(r.ascii + r.len, sizeof r.ascii - r.len, "e%d", unit_power(&r));
    }
    if (*r.at)
        return false;
    double value = strtod(r.ascii, NULL);
    if (!isfinite(value))
        return false;
    *out = value == 0 ? 0 : value;
    return true;
}

/* Two numbers with one dash, tilde, slash, 到 or 至 between them: 3-5, 20~30, 十到二十. */
static bool is_range_mark(uint32_t cp)
{
    return cp == '-' || cp == '~' || cp == 0x2013 || cp == 0x2014 || cp == 0x301C || cp == 0x223C ||
           cp == 0x5230 || cp == 0x81F3;
}

static bool is_numeral(uint32_t cp)
{
    static const char numerals[] = "零一二两三四五六七八九十百千万亿";
    if (digit(cp))
        return true;
    for (const char *p = numerals; *p;)
        if (yk_utf8_next(&p) == cp)
            return true;
    return false;
}

static bool is_range(const struct typed *t)
{
    size_t marks = 0, before = 0, after = 0;
    for (size_t i = 0; i < t->count; i++) {
        if (is_range_mark(t->cp[i]))
            marks++;
        else if (is_numeral(t->cp[i]))
            marks ? after++ : before++;
    }
    return marks == 1 && before && after;
}

/* Words that make a number unsure. 几 and 数 count as numbers themselves (几十, 数百). */
static bool sounds_unsure(const char *text)
{
    static const char *const words[] = {
        "约",     "大概",   "差不多", "可能",  "多",    "余",   "左右", "上下", "来",   "几",
        "数",     "近",     "将近",   "上",    "不到",  "不足", "超",   "以上", "以下", "以内",
        "至少",   "最多",   "大于",   "小于",  "或",    "~",    "～",   "≈",    "±",    ">",
        "<",      "≥",      "≤",      "＞",    "＜",    "+",    "＋",   "?",    "？",   "about",
        "approx", "around", "over",   "under", "or so", "more", "less",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(text, words[i]))
            return true;
    return false;
}

static bool has_number(const struct typed *t)
{
    for (size_t i = 0; i < t->count; i++)
        if (is_numeral(t->cp[i]))
            return true;
    return false;
}

/* Fifteen digits and a power of ten up to 10^15 are exact in a double, so that the one division
 * rounds as strtod would. */
bool yk_num_plain(double *out, const char *text)
{
    static const double power[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    enum { MOST = 15 };
    const char *at = text + (*text == '-'), *first = at, *point = NULL;
    int64_t digits = 0;
    if (!digit((unsigned char)*at))
        return false;
    for (; digit((unsigned char)*at) || (*at == '.' && !point); at++) {
        if (at - first == MOST + 1)
            return false;
        if (*at == '.')
            point = at;
        else
            digits = digits * 10 + (*at - '0');
    }
    if (*at || at - first - (point != NULL) > MOST)
        return false;
    double value = (double)digits / power[point ? at - point - 1 : 0];
    *out = *text == '-' && digits ? -value : value;
    return true;
}

enum yk_num_result yk_num_read(double *out, const char *text)
{
    struct typed t;
    if (text && yk_num_plain(out, text))
        return YK_NUM_OK;
    if (!text || !take_in(&t, text))
        return YK_NUM_BAD;
    if (exact(out, &t))
        return YK_NUM_OK;
    if (has_number(&t) && (is_range(&t) || sounds_unsure(text)))
        return YK_NUM_VAGUE;
    return YK_NUM_BAD;
}

enum { DECIMALS = 9 };
#define SCALE 1e9

/* What people write: at most nine decimals, fifteen digits in all. The whole number divided by the
 * power of ten is rounded as reading the text would round it, so that equal means the text reads
 * back; of fifteen digits no shorter text does. */
static bool write_short(char out[32], double value)
{
    double scaled = nearbyint(fabs(value) * SCALE);
    char digits[24];
    int n = 0, after = DECIMALS;

    if (!(scaled < 1e15) || fabs(value) < 1e-4 || scaled / SCALE != fabs(value))
        return false;
    uint64_t left = (uint64_t)scaled;
    for (; after > 0 && left % 10 == 0; after--)
        left /= 10;
    for (; left > 0 || n <= after; left /= 10)
        digits[n++] = (char)('0' + left % 10);
    if (value < 0)
        *out++ = '-';
    while (n > 0) {
        if (n == after)
            *out++ = '.';
        *out++ = digits[--n];
    }
    *out = '\0';
    return true;
}

void yk_num_write(char out[32], double value)
{
    if (!isfinite(value)) {
        out[0] = '\0';
        return;
    }
    if (fabs(value) < 1e15 && value == trunc(value)) {
        snprintf(out, 32, "%lld", (long long)value);
        return;
    }
    if (write_short(out, value))
        return;
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(out, 32, "%.*g", precision, value);
        if (strtod(out, NULL) == value)
            return;
    }
}
