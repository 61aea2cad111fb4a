/* offset.c - «东南100米»: how far beside a thing, and which way. */
#include "geocoder.h"

#define CORNER_M 30 /* of a crossing from its middle (geocoding.md, B3) */
#define SIDE_M 40   /* «东侧» of something; a judgement */

static double azimuth_of(struct yk_glyphs bearing)
{
    static const struct {
        const char *code;
        double degrees;
    } winds[] = {{"N", 0},   {"NE", 45},  {"E", 90},  {"SE", 135},
                 {"S", 180}, {"SW", 225}, {"W", 270}, {"NW", 315}};
    for (size_t i = 0; i < sizeof winds / sizeof *winds; i++) {
        size_t n = strlen(winds[i].code);
        bool same = n == bearing.n;
        for (size_t k = 0; same && k < n; k++)
            same = bearing.at[k] == (uint32_t)winds[i].code[k];
        if (same)
            return winds[i].degrees;
    }
    return 0;
}

static double metres_of(const struct yk_address *a)
{
    struct yk_glyphs metres = yk_address_part(a, YK_PART_METRES);
    if (metres.n)
        return number_of(metres);
    return yk_address_part(a, YK_PART_CROSS).n ? CORNER_M : SIDE_M;
}

static double move(struct yk_point *p, const struct yk_address *a, double turn)
{
    struct yk_glyphs bearing = yk_address_part(a, YK_PART_BEARING);
    double metres = bearing.n ? metres_of(a) : 0;
    if (metres > 0)
        *p = yk_point_towards(*p, azimuth_of(bearing) + turn, metres);
    return metres;
}

double offset_from(struct yk_point *p, const struct yk_address *a)
{
    return move(p, a, 0);
}

double offset_back(struct yk_point *p, const struct yk_address *a)
{
    return move(p, a, 180);
}
