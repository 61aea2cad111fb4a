/* number.c - what a number of a cell says: itself, a day, a time. */
#include "number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/day.h"
#include "youka/base/num.h"

/* 27..36 and 50..58 are days and times in Chinese, Japanese and Korean programs. */
enum number_kind number_kind_of_id(unsigned id)
{
    if (id == 46)
        return NUMBER_ELAPSED;
    bool day = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
               (id >= 50 && id <= 58);
    return day ? NUMBER_DAY : NUMBER_PLAIN;
}

/* [h] [mm] [ss]: time that goes on; any other bracket is a colour, a condition or a language. */
static bool is_elapsed(const char *inside, size_t n)
{
    char letter = (char)(*inside | 0x20);
    if (n == 0 || !strchr("hms", letter))
        return false;
    for (size_t i = 1; i < n; i++)
        if ((inside[i] | 0x20) != letter)
            return false;
    return true;
}

enum number_kind number_kind_of_code(const char *code)
{
    enum number_kind kind = NUMBER_PLAIN;
    if (strncmp(code, "General", 7) == 0)
        return NUMBER_PLAIN;
    for (const char *c = code; *c && *c != ';'; c++) {
        if (*c == '"' || *c == '[') {
            const char *end = strchr(c + 1, *c == '"' ? '"' : ']');
            if (!end)
                return kind;
            if (*c == '[' && is_elapsed(c + 1, (size_t)(end - c - 1)))
                return NUMBER_ELAPSED;
            c = end;
        } else if (*c == '\\' || *c == '_' || *c == '*') {
            if (!*++c)
                return kind;
        } else if (strchr("ymdhsYMDHS", *c)) {
            kind = NUMBER_DAY;
        }
    }
    return kind;
}

/* Digits that are their own shortest form: no more than a double keeps, no exponent, nothing to
 * leave out at either end. */
static bool is_shortest(const char *v, size_t n)
{
    size_t at = n && *v == '-', digits = 0, dot = n;
    if (at == n || (v[at] == '0' && n != 1 && (n < at + 3 || v[at + 1] != '.' || v[at + 2] == '0')))
        return false;
    for (; at < n; at++) {
        if (v[at] == '.' && dot == n && digits)
            dot = at;
        else if (v[at] >= '0' && v[at] <= '9')
            digits++;
        else
            return false;
    }
    return digits <= 15 && (dot == n || (v[n - 1] != '0' && v[n - 1] != '.'));
}

#define LAST_SERIAL 2958466.0 /* the day after 9999-12-31 */
#define DAY_SECONDS 86400

static int write_day(char *out, long day, bool since_1904)
{
    enum { EPOCH_1900 = 25568, EPOCH_1904 = 24107, LEAP_1900 = 60 };
    if (!since_1904 && day == LEAP_1900) /* a day that never was, and that Excel counts */
        return snprintf(out, NUMBER_ROOM, "1900-02-29");
    long unix_day = since_1904        ? day - EPOCH_1904
                    : day > LEAP_1900 ? day - EPOCH_1900 - 1
                                      : day - EPOCH_1900;
    int year, month, mday;
    yk_day_parts((yk_day)unix_day, &year, &month, &mday);
    return snprintf(out, NUMBER_ROOM, "%04d-%02d-%02d", year, month, mday);
}

static size_t write_time(char *out, double value, enum number_kind kind, bool since_1904)
{
    int n = 0;
    long day = (long)floor(value);
    long second = lround((value - (double)day) * DAY_SECONDS);
    if (second == DAY_SECONDS) {
        second = 0;
        day++;
    }
    long hours = second / 3600;
    bool time_only = day == 0;
    if (kind == NUMBER_ELAPSED)
        hours += day * 24;
    else if (!time_only)
        n = write_day(out, day, since_1904);
    if (n && !second)
        return (size_t)n;
    n += snprintf(out + n, (size_t)(NUMBER_ROOM - n), "%s%02ld:%02ld:%02ld", n ? "T" : "", hours,
                  second / 60 % 60, second % 60);
    return (size_t)n;
}

size_t number_write(char out[NUMBER_ROOM], const char *v, size_t n, enum number_kind kind,
                    bool since_1904)
{
    if (n >= NUMBER_ROOM)
        n = NUMBER_ROOM - 1;
    memcpy(out, v, n);
    out[n] = '\0';
    if (kind == NUMBER_PLAIN && is_shortest(out, n))
        return n;
    char *end;
    double value = strtod(out, &end);
    if (end == out || end[strspn(end, " \t\r\n")] || !isfinite(value))
        return n;
    if (kind != NUMBER_PLAIN && value >= 0 && value < LAST_SERIAL)
        return write_time(out, value, kind, since_1904);
    yk_num_write(out, value);
    return strlen(out);
}
