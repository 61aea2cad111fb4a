/* width.c - how many columns text takes on a terminal or in a sheet. */
#include "youka/base/text.h"

struct range {
    uint32_t first, last;
};

/* Unicode 15, EastAsianWidth.txt: W and F; blocks taken whole where only unassigned code points
 * differ. */
static const struct range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26A1, 0x26A1},
    {0x26BD, 0x26BE},   {0x26D4, 0x26D4},   {0x26FD, 0x26FD},   {0x2705, 0x2705},
    {0x274C, 0x274C},   {0x2753, 0x2757},   {0x2795, 0x2797},   {0x2B1B, 0x2B1C},
    {0x2B50, 0x2B50},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
    {0x4E00, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};
static const struct range nothing[] = {
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x0300, 0x036F}, {0x200B, 0x200F}, {0x2028, 0x202E},
    {0x2060, 0x2064}, {0x20D0, 0x20F0}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
};

static bool within(const struct range *r, size_t n, uint32_t cp)
{
    size_t low = 0;
    while (n > low) {
        size_t mid = low + (n - low) / 2;
        if (cp > r[mid].last)
            low = mid + 1;
        else if (cp < r[mid].first)
            n = mid;
        else
            return true;
    }
    return false;
}

static int width_of(uint32_t cp)
{
    if (cp >= 0x20 && cp < 0x7F)
        return 1;
    if (cp >= 0x4E00 && cp <= 0x9FFF) /* most of what is not Latin here */
        return 2;
    if (within(nothing, sizeof nothing / sizeof *nothing, cp))
        return 0;
    return within(wide, sizeof wide / sizeof *wide, cp) ? 2 : 1;
}

int yk_text_width(const char *s)
{
    int columns = 0;
    for (uint32_t cp; (cp = yk_utf8_next(&s));)
        columns += width_of(cp);
    return columns;
}

char *yk_text_cut(struct yk_arena *a, const char *s, int columns)
{
    static const char dots[] = "…";
    if (yk_text_width(s) <= columns)
        return yk_arena_copy(a, s);
    if (columns < 1)
        return yk_arena_copy(a, "");
    const char *p = s, *end = s;
    for (int used = 0;; end = p) {
        used += width_of(yk_utf8_next(&p));
        if (used > columns - 1)
            break;
    }
    return yk_arena_printf(a, "%.*s%s", (int)(end - s), s, dots);
}
