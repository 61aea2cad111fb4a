/* moment.c - times with a zone, to seconds and back. */
#include "youka/base/moment.h"

#include <stdio.h>
#include <string.h>

#include "youka/base/day.h"

#define DAY_SECONDS 86400

bool yk_moment_read(int64_t *out, const char *text)
{
    int year, month, mday, hour, minute, second, used = 0;
    if (sscanf(text, "%4d-%2d-%2d%*1[T ]%2d:%2d:%2d%n", &year, &month, &mday, &hour, &minute,
               &second, &used) < 6 ||
        used == 0)
        return false;
    yk_day day = yk_day_of(year, month, mday);
    if (day == YK_DAY_NONE)
        return false;
    const char *zone = text + used;
    zone += strspn(zone, ".,0123456789");
    int zone_hour = 0, zone_minute = 0;
    if (*zone == '+' || *zone == '-')
        if (sscanf(zone + 1, "%2d:%2d", &zone_hour, &zone_minute) < 2)
            (void)sscanf(zone + 1, "%2d%2d", &zone_hour, &zone_minute);
    int east = (zone_hour * 60 + zone_minute) * (*zone == '-' ? -60 : 60);
    *out = (int64_t)day * DAY_SECONDS + hour * 3600 + minute * 60 + second - east;
    return true;
}

void yk_moment_write(char out[32], int64_t moment)
{
    int64_t day = moment / DAY_SECONDS - (moment % DAY_SECONDS < 0);
    int in_day = (int)(moment - day * DAY_SECONDS);
    char date[11];
    yk_day_write(date, (yk_day)day);
    snprintf(out, 32, "%sT%02d:%02d:%02dZ", date, in_day / 3600, in_day / 60 % 60, in_day % 60);
}
