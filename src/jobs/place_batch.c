/* place_batch.c - the addresses of a file, each to its place. */
#include "desk.h"
#include "jobs.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "youka/base/cores.h"
#include "youka/base/file.h"
#include "youka/base/map.h"
#include "youka/base/num.h"
#include "youka/base/say.h"
#include "youka/book/csv.h"
#include "youka/intake/source.h"
#include "youka/locate/assign.h"

enum column { ID, NAME, ADDRESS, STATION, COLUMNS };
struct batch {
    const struct yk_desk *desk;
    const struct yk_watch *watch;
    struct yk_map stations;
    const struct yk_station *station; /* of rows that name none; NULL: none */
    size_t at[COLUMNS];               /* columns of the file; its width: not there */
    const struct yk_rows *rows;
    struct yk_sought *sought; /* of a piece */
    struct yk_geocoded *found;
    FILE *file;
    struct yk_buf text;                                    /* of a piece */
    size_t located, done, unknown_stations, first_unknown; /* the first: its line */
};

/* The columns by code or Chinese heading. */
static yk_code find_columns(struct batch *b, struct yk_arena *a, struct yk_err *err)
{
    static const char *const called[COLUMNS][5] = {
        [ID] = {"id", "编号", "序号", "客户编号"},
        [NAME] = {"name", "client_name", "名称", "客户名称", "单位名称"},
        [ADDRESS] = {"address", "地址", "详细地址", "单位地址"},
        [STATION] = {"station", "station_code", "加油站", "加油站编码", "油站"},
    };
    for (int c = 0; c < COLUMNS; c++) {
        b->at[c] = b->rows->width;
        for (size_t i = 0; i < b->rows->width; i++)
            for (int k = 0; k < 5 && called[c][k]; k++)
                if (b->at[c] == b->rows->width &&
                    !strcmp(yk_text_key(a, b->rows->heading[i]), called[c][k]))
                    b->at[c] = i;
    }
    if (b->at[ADDRESS] == b->rows->width)
        return yk_fail(
            err, YK_E_DATA,
            _("there is no column «address» (地址); call the column of the addresses so"));
    return YK_OK;
}

static const char *cell(const struct batch *b, size_t row, enum column c)
{
    return b->at[c] < b->rows->width ? yk_rows_at(b->rows, row, b->at[c]) : "";
}

static void ask(struct batch *b, size_t row)
{
    const char *code = cell(b, row, STATION);
    const struct yk_station *station = b->station;
    size_t number;
    if (*code && yk_map_find(&b->stations, code, &number))
        station = &b->desk->territory.station[number];
    else if (*code) {
        station = NULL;
        if (!b->unknown_stations++)
            b->first_unknown = b->rows->line[row];
    }
    b->sought[row] =
        (struct yk_sought){.address = cell(b, row, ADDRESS), .name = cell(b, row, NAME)};
    if (station)
        yk_sought_within(&b->sought[row], station);
}

static void look(void *who, size_t from, size_t to)
{
    struct batch *b = who;
    for (size_t i = from; i < to; i++)
        yk_geocode(&b->found[i], b->desk->geocoder, &b->sought[i]);
}

static const char *number(char out[32], double value)
{
    yk_num_write(out, value);
    return out;
}

static void put_row(struct batch *b, size_t row)
{
    const struct yk_geocoded *g = &b->found[row];
    const struct yk_sought *s = &b->sought[row];
    bool circle = s->radius_m > 0;
    char line[32], lon[32], lat[32], error[32], distance[32];
    const char *const out[] = {
        *cell(b, row, ID) ? cell(b, row, ID) : number(line, (double)b->rows->line[row]),
        number(lon, g->located ? g->point.lon : NAN),
        number(lat, g->located ? g->point.lat : NAN),
        g->place_class,
        number(error, g->error_m),
        g->method,
        yk_verdict_code(yk_geocoded_verdict(g, s)),
        number(distance, g->located && circle ? yk_metres(s->station, g->point) : NAN),
    };
    yk_csv_row(&b->text, out, sizeof out / sizeof *out);
    b->located += g->located;
}

static yk_code find_rows(struct batch *b, struct yk_source *source, struct yk_err *err)
{
    fputs("id,lon,lat,class,error_m,method,verdict,distance_m\n", b->file);
    while (b->rows->count) {
        for (size_t i = 0; i < b->rows->count; i++)
            ask(b, i);
        yk_on_cores(b->rows->count, yk_cores(), look, b);
        yk_buf_clear(&b->text);
        for (size_t i = 0; i < b->rows->count; i++)
            put_row(b, i);
        fputs(b->text.text, b->file);
        b->done += b->rows->count;
        yk_progress(b->watch, _("locating addresses"), b->done, 0);
        if (yk_source_next(&b->rows, source, err))
            return err->code;
    }
    return YK_OK;
}

/* The result is written beside its target and renamed when whole. */
static yk_code write_rows(struct batch *b, struct yk_source *source, const char *path,
                          struct yk_err *err)
{
    struct yk_draft draft = {0};
    if (yk_draft_begin(&draft, path, err))
        return err->code;
    b->file = fopen(draft.path, "w");
    yk_code code = b->file ? find_rows(b, source, err)
                           : yk_fail(err, YK_E_IO, _("%s cannot be written"), path);
    if (b->file && (ferror(b->file) | (fclose(b->file) != 0)) && !code)
        code = yk_fail(err, YK_E_IO, _("%s cannot be written"), path);
    if (!code)
        code = yk_draft_finish(&draft, err);
    yk_draft_drop(&draft);
    return code;
}

static void show(struct yk_show *out, const struct batch *b, const char *path)
{
    const struct yk_column column[] = {
        {.key = "file", .heading = _("file")},
        {.key = "rows", .heading = _("rows"), .format = YK_AS_COUNT},
        {.key = "located", .heading = _("located"), .format = YK_AS_COUNT},
        {.key = "unknown_stations"},
    };
    struct yk_sheet *sheet = yk_sheets_add(&out->sheets, _("place"), NULL);
    struct yk_table *t =
        yk_sheet_table(&out->sheets, sheet, "", NULL, column, sizeof column / sizeof *column);
    struct yk_cell *c = yk_table_row(&out->sheets, t);
    c[0] = yk_text_cell(path);
    c[1] = yk_number_cell((double)b->done);
    c[2] = yk_number_cell((double)b->located);
    c[3] = yk_number_cell((double)b->unknown_stations);
    out->status = b->unknown_stations ? 3 : 0;
}

yk_code yk_run_place_batch(struct yk_show *out, const struct yk_wish *wish,
                           const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    struct yk_source *source = NULL;
    struct batch b = {.desk = &desk, .watch = watch};
    const char *code = wish->option[YK_OPT_STATION], *path = wish->option[YK_OPT_OUT];
    size_t station = 0;
    const char *file = yk_file_name(wish->word[0]);
    if (yk_source_open(&source, wish->word[0], err) || yk_source_next(&b.rows, source, err))
        goto out;
    if (find_columns(&b, a, err)) {
        yk_while(err, "%s", file);
        goto out;
    }
    if (yk_desk_open(&desk, wish, watch, a, err) || yk_desk_geocoder(&desk, wish, a, err) ||
        (code && yk_desk_station(&station, &desk, code, err)))
        goto out;
    b.station = code ? &desk.territory.station[station] : NULL;
    for (size_t i = 0; i < desk.territory.stations; i++)
        yk_map_add(&b.stations, desk.territory.station[i].code, i);
    b.sought = YK_ARENA_ARRAY(a, struct yk_sought, YK_PIECE);
    b.found = YK_ARENA_ARRAY(a, struct yk_geocoded, YK_PIECE);
    if (write_rows(&b, source, path, err))
        goto out;
    show(out, &b, path);
    if (b.unknown_stations)
        yk_notice(watch, yk_arena_printf(a,
                                         _("%s: %zu rows name a station that is not known, the "
                                           "first in line %zu: located without a trading area "
                                           "(see youka station list)"),
                                         file, b.unknown_stations, b.first_unknown));
out:
    yk_map_release(&b.stations);
    yk_buf_release(&b.text);
    yk_source_close(source);
    yk_desk_close(&desk);
    return err->code;
}
