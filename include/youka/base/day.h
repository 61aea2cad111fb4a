/* day.h - a calendar day, without time or zone. */
#ifndef YOUKA_BASE_DAY_H
#define YOUKA_BASE_DAY_H

#include <stdbool.h>
#include <stdint.h>

/* Days since 1970-01-01 (proleptic Gregorian). */
typedef int32_t yk_day;
#define YK_DAY_NONE INT32_MIN

/* 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305, an ISO time (its date part as written),
 * an Excel serial of the 1900 system (20000..80000); full-width digits and spaces around. Years
 * 1900..2199. */
bool yk_day_read(yk_day *out, const char *text);
/* ISO: "2026-03-05"; "" for YK_DAY_NONE. */
void yk_day_write(char out[11], yk_day day);
yk_day yk_day_of(int year, int month, int day); /* YK_DAY_NONE where no such day exists */
void yk_day_parts(yk_day day, int *year, int *month, int *mday);
int yk_day_weekday(yk_day day); /* 1 Monday .. 7 Sunday */

#endif
