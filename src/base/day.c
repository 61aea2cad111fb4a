/* day.c - a calendar day, without time or zone. */
#include "youka/base/day.h"

#include <string.h>

#include "utf8.h"
#include "youka/base/text.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2199
#define EXCEL_1970 25569 /* the serial of 1970-01-01 in Excel's 1900 system */
#define LONGEST 48

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_length(int year, int month)
{
    static const int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : length[month - 1];
}

/* Howard Hinnant, «chrono-compatible low-level date algorithms»: years that begin in March, in eras
 * of 400 years. */
yk_day yk_day_of(int year, int month, int mday)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || mday < 1 ||
        mday > month_length(year, month))
        return YK_DAY_NONE;
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400, year_of_era = y % 400;
    int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + mday - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

void yk_day_parts(yk_day day, int *year, int *month, int *mday)
{
    int64_t z = (int64_t)day + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int of_era = (int)(z - era * 146097);
    int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int m = (5 * of_year + 2) / 153;
    *mday = of_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = (int)(era * 400 + year_of_era) + (*month <= 2);
}

int yk_day_weekday(yk_day day)
{
    int w = (int)(((int64_t)day + 3) % 7); /* 1970-01-01 was a Thursday */
    return (w < 0 ? w + 7 : w) + 1;
}

static void two_digits(char *to, int value)
{
    to[0] = (char)('0' + value / 10 % 10);
    to[1] = (char)('0' + value % 10);
}

void yk_day_write(char out[11], yk_day day)
{
    out[0] = '\0';
    if (day == YK_DAY_NONE)
        return;
    int year, month, mday;
    yk_day_parts(day, &year, &month, &mday);
    two_digits(out, year / 100);
    two_digits(out + 2, year);
    out[4] = out[7] = '-';
    two_digits(out + 5, month);
    two_digits(out + 8, mday);
    out[10] = '\0';
}

/* One ASCII mark for each character that a date may hold; 0: leave it out. */
static uint32_t mark_of(uint32_t cp)
{
    switch (cp) {
    case 0x5E74: /* 年 */
        return 'y';
    case 0x6708: /* 月 */
        return 'm';
    case 0x65E5: /* 日 */
    case 0x53F7: /* 号 */
        return 'd';
    case 0x4E0A: /* 上午, 下午 before a time */
    case 0x4E0B:
    case 0x5348:
        return ':';
    case 0xA0:
    case '\t':
    case '\r':
    case '\n':
        return ' ';
    case 0xFEFF:
    case 0x200B:
        return 0;
    default:
        return half_width(cp);
    }
}

/* What was typed as ASCII marks, trimmed. */
static bool fold(char out[LONGEST], const char *text)
{
    size_t n = 0;
    for (uint32_t cp; (cp = yk_utf8_next(&text));) {
        uint32_t mark = mark_of(cp);
        if (!mark || (mark == ' ' && n == 0))
            continue;
        if (mark >= 0x80 || n + 1 == LONGEST)
            return false;
        out[n++] = (char)mark;
    }
    while (n && out[n - 1] == ' ')
        n--;
    out[n] = '\0';
    return n > 0;
}

/* Between `least` and `most` digits at *s. */
static bool digits(const char **s, size_t least, size_t most, int *out)
{
    size_t n = strspn(*s, "0123456789");
    if (n < least || n > most)
        return false;
    *out = 0;
    for (size_t i = 0; i < n; i++)
        *out = *out * 10 + (*s)[i] - '0';
    *s += n;
    return true;
}

static void skip_spaces(const char **s)
{
    *s += strspn(*s, " ");
}

/* What may stand behind a date: nothing, or a time, which is passed over. */
static bool only_time(const char *s)
{
    if (!*s)
        return true;
    if (*s != 'T' && *s != ' ')
        return false;
    skip_spaces(&s);
    return strspn(s + (*s == 'T'), "0123456789:.+-Zz APMapm") == strlen(s + (*s == 'T'));
}

static bool with_separators(yk_day *out, const char *s)
{
    int year, month, mday;
    if (!digits(&s, 4, 4, &year))
        return false;
    skip_spaces(&s);
    char mark = *s;
    if (!mark || !strchr("-/.y", mark))
        return false;
    s++;
    skip_spaces(&s);
    if (!digits(&s, 1, 2, &month))
        return false;
    skip_spaces(&s);
    if (*s++ != (mark == 'y' ? 'm' : mark))
        return false;
    skip_spaces(&s);
    if (!digits(&s, 1, 2, &mday))
        return false;
    if (mark == 'y') {
        skip_spaces(&s);
        s += *s == 'd';
    }
    if (!only_time(s) || year < FIRST_YEAR || year > LAST_YEAR)
        return false;
    *out = yk_day_of(year, month, mday);
    return *out != YK_DAY_NONE;
}

/* 20260305, or an Excel serial, whose fraction is the time. */
static bool one_number(yk_day *out, const char *s)
{
    int value;
    const char *from = s;
    if (!digits(&s, 5, 8, &value))
        return false;
    if (s - from == 8 && !*s) {
        int year = value / 10000;
        *out = yk_day_of(year, value / 100 % 100, value % 100);
        return year >= FIRST_YEAR && year <= LAST_YEAR && *out != YK_DAY_NONE;
    }
    if (*s == '.')
        s += 1 + strspn(s + 1, "0123456789");
    *out = value - EXCEL_1970;
    return !*s && value >= 20000 && value <= 80000;
}

bool yk_day_read(yk_day *out, const char *text)
{
    char folded[LONGEST];
    yk_day day;
    if (!text || !fold(folded, text))
        return false;
    if (!with_separators(&day, folded) && !one_number(&day, folded))
        return false;
    *out = day;
    return true;
}
