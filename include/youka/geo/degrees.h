/* degrees.h - longitude and latitude as people type them.
 * Understood, in any width: 118.0867 and 118,0867 (decimal comma); 118°5'12.3", 118度5分12.3秒,
 * 118 5 12.3, 118:5:12.3, 118-5-12.3; E W N S or 东经 西经 北纬 南纬 before or behind, 经度 纬度
 * lon lat before; two of them in one cell, side by side or with , ; / between. */
#ifndef YOUKA_GEO_DEGREES_H
#define YOUKA_GEO_DEGREES_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/arena.h"

enum yk_axis { YK_AXIS_NONE, YK_AXIS_LON, YK_AXIS_LAT };

/* Which of the two a number can only be in China: its longitudes begin at 73, its latitudes end at
 * 54 (3 to 54, 73 to 136, the bounds of the forms). */
enum yk_axis yk_axis_of(double degrees);

struct yk_degrees {
    double value;
    enum yk_axis axis; /* said by a letter or a word */
    bool coarse;       /* written to a whole minute or degree only: up to a kilometre off */
};
/* One or two; gives how many, 0 where the text is nothing of the kind or can be read in two ways.
 */
size_t yk_degrees_read(struct yk_degrees out[2], const char *text, struct yk_arena *scratch);

#endif
