/* moment.c - times that order what was said, even where the clock does not. */
#include "moment.h"

#include <stdio.h>
#include <string.h>

#include "youka/base/day.h"

enum { SECONDS_A_DAY = 86400 };

/* "2026-03-05T23:59:59Z" -> "2026-03-06T00:00:00Z"; false where `text` is no such time. */
static bool next_second(struct yk_moment *out, const char *text)
{
    int hour, minute, second, used = 0;
    yk_day day;
    char date[11];
    if (strlen(text) != 20 || !yk_day_read(&day, text) ||
        sscanf(text + 10, "T%2d:%2d:%2dZ%n", &hour, &minute, &second, &used) != 3 || used != 10)
        return false;
    int at = hour * 3600 + minute * 60 + second + 1;
    yk_day_write(date, day + at / SECONDS_A_DAY);
    at %= SECONDS_A_DAY;
    snprintf(out->text, sizeof out->text, "%sT%02d:%02d:%02dZ", date, at / 3600, at / 60 % 60,
             at % 60);
    return true;
}

struct yk_moment yk_moment_after(const char *last, const char *now)
{
    struct yk_moment out;
    if (!last || strcmp(now, last) > 0)
        snprintf(out.text, sizeof out.text, "%s", now);
    else if (!next_second(&out, last))
        snprintf(out.text, sizeof out.text, "%s+", last);
    return out;
}
