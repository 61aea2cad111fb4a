/* number_fuzz.c - any text as a number, a day, a place in degrees. What was understood must be
 * written so that it reads as the same. */
#include "fuzz.h"

#include <math.h>
#include <string.h>

#include "youka/base/day.h"
#include "youka/base/num.h"
#include "youka/geo/degrees.h"

static void number(const char *text)
{
    char written[32];
    double x, again;
    if (yk_num_read(&x, text) != YK_NUM_OK)
        return;
    yk_num_write(written, x);
    if (!isfinite(x) || yk_num_read(&again, written) != YK_NUM_OK || again != x)
        __builtin_trap();
}

static void day(const char *text)
{
    char written[11];
    yk_day d, again;
    if (!yk_day_read(&d, text))
        return;
    yk_day_write(written, d);
    if (!yk_day_read(&again, written) || again != d)
        __builtin_trap();
}

static void degrees(const char *text, struct yk_arena *a)
{
    struct yk_degrees d[2];
    size_t n = yk_degrees_read(d, text, a);
    if (n > 2)
        __builtin_trap();
    for (size_t i = 0; i < n; i++)
        if (!isfinite(d[i].value))
            __builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct yk_arena a = {0};
    const char *text = yk_arena_text(&a, (const char *)bytes, n);
    number(text);
    day(text);
    degrees(text, &a);
    yk_arena_release(&a);
    return 0;
}
