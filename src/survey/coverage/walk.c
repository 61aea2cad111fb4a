/* walk.c - the walk list of a station: its rows as areas with their outlines. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "parts.h"
#include "youka/base/num.h"
#include "youka/geo/datum.h"

#define SIDE_M 500 /* of a cell that does not say */

/* One "lon lat" of a polygon; moves *s past it and its semicolon. */
static bool read_corner(struct yk_point *out, const char **s)
{
    char word[2][32];
    for (int i = 0; i < 2; i++) {
        *s += strspn(*s, " ");
        size_t n = strcspn(*s, " ;");
        if (n == 0 || n >= sizeof word[i])
            return false;
        memcpy(word[i], *s, n);
        word[i][n] = '\0';
        *s += n;
    }
    *s += strspn(*s, " ");
    *s += **s == ';';
    return yk_num_read(&out->lon, word[0]) == YK_NUM_OK &&
           yk_num_read(&out->lat, word[1]) == YK_NUM_OK;
}

/* Closed by its first point; no corners where it cannot be read. */
static void outline_polygon(struct yk_area *area, const char *text, enum yk_datum datum,
                            struct yk_arena *a)
{
    size_t most = 2;
    for (const char *s = text; *s; s++)
        most += *s == ';';
    area->outline = YK_ARENA_ARRAY(a, struct yk_point, most);
    for (const char *s = text; *s; area->corners++) {
        struct yk_point p;
        if (area->corners + 1 >= most || !read_corner(&p, &s)) {
            area->corners = 0;
            return;
        }
        area->outline[area->corners] = yk_to_wgs84(datum, p);
    }
    if (area->corners)
        area->outline[area->corners++] = area->outline[0];
}

static void outline_square(struct yk_area *area, struct yk_point centre, double side_m,
                           struct yk_arena *a)
{
    area->corners = 5;
    area->outline = YK_ARENA_ARRAY(a, struct yk_point, area->corners);
    for (size_t i = 0; i < area->corners; i++)
        area->outline[i] =
            yk_point_towards(centre, 45 + 90 * (double)(i % 4), side_m / 2 * sqrt(2));
}

static void outline_of(struct yk_area *area, const struct yk_answers *row, struct yk_arena *a)
{
    const char *said = yk_answer_text(row, "datum"), *polygon = yk_answer_text(row, "polygon");
    enum yk_datum datum;
    struct yk_point p;
    double side_m = SIDE_M;
    if (!said || !yk_datum_read(&datum, said) || datum == YK_DATUM_UNKNOWN)
        return;
    (void)yk_answer_number(&side_m, row, "size_m");
    if (polygon)
        outline_polygon(area, polygon, datum, a);
    else if (yk_answer_number(&p.lon, row, "lon") && yk_answer_number(&p.lat, row, "lat"))
        outline_square(area, yk_to_wgs84(datum, p), side_m, a);
}

/* The person's word on the state is kept until the doors are counted. */
static struct yk_area listed_area(const struct yk_answers *row, struct yk_arena *a)
{
    struct yk_area area = {.grid_id = yk_answer_or_blank(row, "grid_id"),
                           .name = yk_answer_or_blank(row, "grid_name"),
                           .person = yk_answer_or_blank(row, "person"),
                           .reason = yk_answer_or_blank(row, "state_reason"),
                           .due = yk_answer_day(row, "due_date"),
                           .centre = {NAN, NAN},
                           .listed = true,
                           .expected = NAN,
                           .expected_source = yk_answer_or_blank(row, "doors_source")};
    (void)yk_answer_number(&area.expected, row, "doors_expected");
    (void)yk_cell_state_read(&area.state, yk_answer_or_blank(row, "cell_state"));
    outline_of(&area, row, a);
    return area;
}

int yk_by_grid_id(const void *left, const void *right)
{
    const struct yk_area *a = left, *b = right;
    return strcmp(a->grid_id, b->grid_id);
}

static bool is_listed(const struct yk_record *r, const struct yk_station *station)
{
    return strcmp(r->form, "walk_list") == 0 && strcmp(r->station_code, station->code) == 0;
}

size_t yk_walk_rows(const struct covering *c)
{
    size_t rows = 0;
    for (size_t i = 0; i < c->t->records; i++)
        rows += is_listed(&c->t->record[i], c->station);
    return rows;
}

void yk_walk_read(struct covering *c, size_t room)
{
    struct yk_coverage *out = c->out;
    for (size_t i = 0; i < c->t->records && out->areas < room; i++)
        if (is_listed(&c->t->record[i], c->station))
            out->area[out->areas++] = listed_area(&c->t->record[i].answers, c->a);
    if (out->areas > 1)
        qsort(out->area, out->areas, sizeof *out->area, yk_by_grid_id);
}
