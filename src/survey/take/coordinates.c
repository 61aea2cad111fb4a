/* coordinates.c - a second look at typed longitudes and latitudes that are no plain degrees in
 * their own cells: exchanged, in degrees and minutes, both in one cell, in metres. What stood in
 * the cells is kept beside; what was put right is flagged, and told once a file. */
#include <math.h>
#include <stdlib.h>

#include "taker.h"
#include "youka/base/num.h"
#include "youka/base/say.h"
#include "youka/geo/degrees.h"
#include "youka/geo/grid.h"

#define DECIMALS 1e9 /* of a degree: a tenth of a millimetre */

static bool is_good(const struct slot *s)
{
    return s->text && !s->reason;
}

static void refuse(struct slot *s, const char *reason, const char *hint)
{
    s->text = NULL;
    s->reason = reason;
    s->hint = hint;
}

static void note(struct told_rows *told, size_t line)
{
    if (told->rows < MOST_TOLD_LINES)
        told->line[told->rows] = line;
    told->rows++;
}

static const char *degrees_text(const struct yk_taker *t, double degrees)
{
    char text[32];
    yk_num_write(text, round(degrees * DECIMALS) / DECIMALS);
    return yk_arena_copy(t->now.arena, text);
}

static void put(struct yk_taker *t, size_t field, double degrees)
{
    struct slot *s = &t->now.slot[field];
    s->text = degrees_text(t, degrees);
    s->reason = s->hint = NULL;
    yk_take_constraint(t, &t->form->field[field], NULL, s);
}

static void put_both(struct yk_taker *t, double lon, double lat)
{
    put(t, t->at.lon_manual, lon);
    put(t, t->at.lat_manual, lat);
}

static bool refuse_coarse(struct slot *s, const struct yk_degrees *d)
{
    if (d->coarse)
        refuse(s, _("this tells the place only to a whole minute, up to two kilometres off"),
               _("write the seconds too, as 24°34′12″, or degrees with five decimals"));
    return d->coarse;
}

static enum yk_axis axis_of(const struct yk_degrees *d)
{
    return d->axis ? d->axis : yk_axis_of(d->value);
}

/* --- metres ------------------------------------------------------------------------------------
 */

static enum yk_datum datum_of_row(const struct yk_taker *t)
{
    enum yk_datum datum = t->option.datum;
    if (t->at.coord_system != NOWHERE)
        (void)yk_datum_read(&datum, t->now.slot[t->at.coord_system].text);
    return datum;
}

static bool grid_of(struct yk_grid *out, const struct yk_taker *t, const struct slot *lon,
                    const struct slot *lat)
{
    double a, b;
    struct yk_degrees two[2];
    if (lon->raw && lat->raw)
        return yk_num_read(&a, lon->raw) == YK_NUM_OK && yk_num_read(&b, lat->raw) == YK_NUM_OK &&
               yk_grid_read(out, a, b);
    const char *both = lon->raw ? lon->raw : lat->raw;
    return both && yk_degrees_read(two, both, t->now.arena) == 2 &&
           yk_grid_read(out, two[0].value, two[1].value);
}

static void refuse_grid(struct slot *s, const struct yk_grid *g)
{
    if (g->zoneless)
        refuse(s, _("these are metres of a national map without the number of their zone"),
               _("write the zone's number before the six digits of the easting, as 39610438, or "
                 "convert both to degrees"));
    else if (g->mercator)
        refuse(s, _("these are metres of a web map, not degrees"),
               _("if they are Baidu's, say so: bd09 as their coordinate system, or --datum bd09; "
                 "else convert both to degrees"));
    else
        refuse(s, _("these are metres of a national map, not degrees"),
               _("if they are CGCS2000, say so: cgcs2000 as their coordinate system, or --datum "
                 "cgcs2000; else convert both to degrees"));
}

/* Only under the datum that was declared: the numbers do not show which map they are of. */
static void take_grid(struct yk_taker *t, const struct yk_grid *g, struct slot *lon,
                      struct slot *lat)
{
    enum yk_datum datum = datum_of_row(t);
    struct yk_point p;
    struct yk_err err;
    if (g->mercator && datum == YK_BD09) {
        p = yk_grid_baidu(g);
        put_both(t, p.lon, p.lat);
    } else if (g->zoned && datum == YK_CGCS2000 && !yk_grid_zoned(&p, g, &err)) {
        put_both(t, p.lon, p.lat);
    } else {
        struct slot *told = lon->raw ? lon : lat;
        lon->reason = lat->reason = NULL; /* one sentence for both */
        refuse_grid(told, g);
    }
}

/* --- degrees -----------------------------------------------------------------------------------
 */

/* The longitude's cell and the latitude's, or both from the only one; false where they do not hold
 * two numbers. */
static bool read_cells(struct yk_degrees out[2], bool *one_cell, const struct yk_taker *t,
                       const struct slot *lon, const struct slot *lat)
{
    struct yk_degrees a[2] = {{0}}, b[2] = {{0}};
    size_t in_lon = yk_degrees_read(a, lon->raw, t->now.arena);
    size_t in_lat = yk_degrees_read(b, lat->raw, t->now.arena);
    *one_cell = in_lon == 2 || in_lat == 2;
    if (in_lon == 2 && in_lat == 2 && (a[0].value != b[0].value || a[1].value != b[1].value))
        return false;
    if (*one_cell && ((in_lon != 2 && lon->raw) || (in_lat != 2 && lat->raw)))
        return false;
    out[0] = in_lon ? a[0] : b[0];
    out[1] = in_lon == 2 ? a[1] : in_lat == 2 ? b[1] : b[0];
    return *one_cell || (in_lon && in_lat);
}

/* Of a cell that stays refused: what its number can only be. */
static void hint_exchange(struct yk_taker *t, struct slot *s, enum yk_axis own)
{
    struct yk_degrees d[2];
    if (!s->reason || !s->raw || yk_degrees_read(d, s->raw, t->now.arena) != 1 ||
        refuse_coarse(s, &d[0]))
        return;
    if (own == YK_AXIS_LON && axis_of(&d[0]) == YK_AXIS_LAT)
        s->hint = _("this can only be a latitude: longitude and latitude look exchanged");
    if (own == YK_AXIS_LAT && axis_of(&d[0]) == YK_AXIS_LON)
        s->hint = _("this can only be a longitude: longitude and latitude look exchanged");
}

static void take_degrees(struct yk_taker *t, struct slot *lon, struct slot *lat)
{
    struct yk_degrees d[2];
    bool one_cell;
    bool read = read_cells(d, &one_cell, t, lon, lat);
    enum yk_axis first = read ? axis_of(&d[0]) : YK_AXIS_NONE;
    enum yk_axis second = read ? axis_of(&d[1]) : YK_AXIS_NONE;
    if (!first || !second || first == second) {
        hint_exchange(t, lon, YK_AXIS_LON);
        hint_exchange(t, lat, YK_AXIS_LAT);
        return;
    }
    if (d[0].coarse || d[1].coarse) {
        lon->reason = lat->reason = NULL;
        (void)refuse_coarse(lon->raw ? lon : lat, &d[0]);
        (void)refuse_coarse(lat->raw ? lat : lon, &d[1]);
        return;
    }
    bool exchanged = first == YK_AXIS_LAT;
    put_both(t, d[exchanged].value, d[!exchanged].value);
    if (exchanged && !one_cell && is_good(lon) && is_good(lat)) {
        yk_take_flag(t, "exchanged", t->form->field[t->at.lon_manual].name);
        note(&t->exchanged, t->now.line);
    }
}

/* Longitude first is how map pages write a point, in their own datum: no receiver's position, but
 * typed coordinates. */
static void move_position(struct yk_taker *t, const struct yk_degrees d[2])
{
    const struct special *at = &t->at;
    struct slot *position = &t->now.slot[at->location];
    struct slot *lon = &t->now.slot[at->lon_manual], *lat = &t->now.slot[at->lat_manual];
    if (!slot_blank(lon) || !slot_blank(lat))
        return;
    lon->raw = position->raw;
    lon->heading = lat->heading = position->heading;
    *position = (struct slot){0};
    put_both(t, d[0].value, d[1].value);
    note(&t->moved, t->now.line);
}

/* A position in China needs no second look; one elsewhere may come of a decimal comma. */
static bool is_settled(const struct slot *s)
{
    char *rest;
    if (s->reason || !s->text)
        return false;
    double lat = strtod(s->text, &rest);
    return yk_axis_of(lat) == YK_AXIS_LAT && yk_axis_of(strtod(rest, NULL)) == YK_AXIS_LON;
}

static void take_position(struct yk_taker *t)
{
    struct slot *s = &t->now.slot[t->at.location];
    struct yk_degrees d[2];
    if (is_settled(s) || yk_degrees_read(d, s->raw, t->now.arena) != 2)
        return;
    enum yk_axis first = axis_of(&d[0]), second = axis_of(&d[1]);
    if (!first || !second || first == second || refuse_coarse(s, &d[0]) || refuse_coarse(s, &d[1]))
        return;
    bool lon_first = first == YK_AXIS_LON;
    if (lon_first && !d[0].axis) {
        move_position(t, d);
        return;
    }
    s->text = yk_arena_printf(t->now.arena, "%s %s", degrees_text(t, d[lon_first].value),
                              degrees_text(t, d[!lon_first].value));
    s->reason = s->hint = NULL;
}

void yk_take_coordinates(struct yk_taker *t)
{
    const struct special *at = &t->at;
    struct yk_grid grid;
    if (at->lon_manual == NOWHERE || at->lat_manual == NOWHERE)
        return;
    if (at->location != NOWHERE && t->now.slot[at->location].raw)
        take_position(t);
    struct slot *lon = &t->now.slot[at->lon_manual], *lat = &t->now.slot[at->lat_manual];
    if (!lon->reason && !lat->reason)
        return;
    if (grid_of(&grid, t, lon, lat))
        take_grid(t, &grid, lon, lat);
    else
        take_degrees(t, lon, lat);
}

/* --- once a file -------------------------------------------------------------------------------
 */

static const char *lines_of(struct yk_taker *t, const struct told_rows *told)
{
    struct yk_buf text = {0};
    for (size_t i = 0; i < told->rows && i < MOST_TOLD_LINES; i++)
        yk_buf_printf(&text, "%s%zu", i ? ", " : "", told->line[i]);
    if (told->rows > MOST_TOLD_LINES)
        yk_buf_puts(&text, ", …");
    const char *lines = yk_arena_copy(&t->arena, text.text);
    yk_buf_release(&text);
    return lines;
}

void yk_take_odd_coordinates(struct yk_taker *t)
{
    if (t->told_coordinates)
        return;
    t->told_coordinates = true;
    if (t->exchanged.rows)
        yk_take_warn(t, yk_arena_printf(&t->arena,
                                        _("%zu rows have longitude and latitude exchanged (line "
                                          "%s): they were taken the right way round; correct the "
                                          "headings or the cells in the file"),
                                        t->exchanged.rows, lines_of(t, &t->exchanged)));
    if (t->moved.rows)
        yk_take_warn(t, yk_arena_printf(&t->arena,
                                        _("%zu rows give the position with the longitude first "
                                          "(line %s), as map pages do: they were taken as typed "
                                          "coordinates, in the coordinate system that is declared"),
                                        t->moved.rows, lines_of(t, &t->moved)));
}
