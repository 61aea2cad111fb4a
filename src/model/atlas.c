/* atlas.c - what goes onto a map. */
#include "youka/model/atlas.h"

size_t yk_atlas_features(const struct yk_atlas *atlas)
{
    size_t features = 0;
    for (size_t i = 0; i < atlas->layers; i++)
        features += atlas->layer[i].features;
    return features;
}

/* The shoelace formula about the first corner: degrees are large numbers beside an outline. */
static double twice_area(const struct yk_point *p, size_t corners)
{
    double twice = 0;
    for (size_t i = 0; i + 1 < corners; i++)
        twice += (p[i].lon - p->lon) * (p[i + 1].lat - p->lat) -
                 (p[i + 1].lon - p->lon) * (p[i].lat - p->lat);
    return twice;
}

void yk_outline_turn(struct yk_point *corner, size_t corners)
{
    if (twice_area(corner, corners) >= 0)
        return;
    for (size_t i = 0, k = corners - 1; i < k; i++, k--) {
        struct yk_point swapped = corner[i];
        corner[i] = corner[k];
        corner[k] = swapped;
    }
}
