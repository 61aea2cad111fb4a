/* places.c - our stations and the rivals' into the database, and their lists. */
#include "desk.h"
#include "intake.h"
#include "jobs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/file.h"
#include "youka/base/say.h"
#include "youka/report/loads.h"
#include "youka/report/tables.h"

/* One row of a station or rival file, its point brought to WGS-84; false when it has no usable
 * datum. */
static bool point_of(struct yk_point *out, const struct yk_answers *answers, enum yk_datum declared)
{
    const char *said = yk_answer_text(answers, "datum");
    enum yk_datum datum = declared;
    double lon = 0, lat = 0;
    if (said && !yk_datum_read(&datum, said))
        return false;
    if (datum == YK_DATUM_UNKNOWN || !yk_answer_number(&lon, answers, "lon") ||
        !yk_answer_number(&lat, answers, "lat"))
        return false;
    *out = yk_to_wgs84(datum, (struct yk_point){.lat = lat, .lon = lon});
    return true;
}

static const char *text_of(struct yk_arena *a, const struct yk_answers *answers, const char *code)
{
    return yk_arena_copy(a, yk_answer_text(answers, code));
}

static double number_of(const struct yk_answers *answers, const char *code, double otherwise)
{
    double value;
    return yk_answer_number(&value, answers, code) ? value : otherwise;
}

/* What a file of places becomes; the lists grow on the heap. */
struct places {
    const char *form;
    const struct yk_rules *rules;
    struct yk_station *station;
    struct yk_competitor *rival;
    size_t count, room;
};

static double radius_of(const struct yk_rules *rules, const char *station_class)
{
    for (size_t i = 0; i < rules->station_classes; i++)
        if (!strcmp(rules->station_class[i].station_class, station_class))
            return rules->station_class[i].radius_m;
    return NAN;
}

static void add_station(struct places *p, const struct yk_answers *row, struct yk_point at,
                        struct yk_arena *a)
{
    p->station = yk_grow(p->station, &p->room, p->count + 1, sizeof *p->station);
    struct yk_station *s = &p->station[p->count++];
    *s = (struct yk_station){
        .code = text_of(a, row, "code"),
        .name = text_of(a, row, "name"),
        .region = text_of(a, row, "region"),
        .area_manager = text_of(a, row, "area_manager"),
        .station_class = text_of(a, row, "class"),
        .point = at,
        .hours_week = number_of(row, "hours_week", NAN),
        .fuels = text_of(a, row, "fuels"),
        .opens = text_of(a, row, "opens"),
        .closes = text_of(a, row, "closes"),
        .target_litres_quarter = number_of(row, "target_litres", NAN),
    };
    s->radius_m = number_of(row, "radius_m", radius_of(p->rules, s->station_class));
}

static void add_rival(struct places *p, const struct yk_submission *row, struct yk_point at,
                      struct yk_arena *a)
{
    p->rival = yk_grow(p->rival, &p->room, p->count + 1, sizeof *p->rival);
    p->rival[p->count++] = (struct yk_competitor){
        .name = text_of(a, &row->answers, "name"),
        .brand = text_of(a, &row->answers, "brand"),
        .point = at,
        .answers = yk_answers_copy(&row->answers, a),
        .survey_date = yk_answer_day(&row->answers, "survey_date"),
    };
}

/* A job's tools, and what its file becomes. */
struct reading {
    const struct yk_wish *wish;
    const struct yk_watch *watch;
    struct yk_arena *a;
    struct places places;
    struct yk_loads loads;
};

static void refuse(struct reading *r, struct yk_load *file, const struct yk_reject *reject,
                   const struct yk_rows *rows)
{
    yk_load_refuse(&r->loads, file, reject, reject->row < rows->count ? rows : NULL, r->a);
    yk_intake_tell(r->watch, reject, r->a);
}

static size_t row_of_line(const struct yk_rows *rows, size_t line)
{
    size_t row = 0;
    while (row < rows->count && rows->line[row] != line)
        row++;
    return row;
}

/* A place without a datum, or a station without a circle, is of no use: its row is refused. */
static void take_place(struct reading *r, struct yk_load *file, const struct yk_rows *rows,
                       const struct yk_submission *row, enum yk_datum datum)
{
    struct places *p = &r->places;
    struct yk_reject reject = {.file = file->head.file,
                               .heading = "",
                               .value = "",
                               .line = row->line,
                               .row = row_of_line(rows, row->line)};
    struct yk_point at;
    if (!point_of(&at, &row->answers, datum)) {
        reject.heading = "datum";
        reject.reason = _("the place has no coordinates in a known coordinate system");
        reject.hint = _("fill in lon and lat, and datum with wgs84, gcj02, bd09 or cgcs2000 (or "
                        "load with --datum)");
    } else if (p->rules) {
        add_station(p, &row->answers, at, r->a);
        if (isnan(p->station[p->count - 1].radius_m)) {
            p->count--;
            reject.heading = "radius_m";
            reject.reason = _("the station has neither a radius nor a known class");
            reject.hint = _("fill in radius_m in metres, or class");
        }
    } else {
        add_rival(p, row, at, r->a);
    }
    if (reject.reason) {
        file->counts.rejected++;
        refuse(r, file, &reject, rows);
    }
}

static yk_code read_rows(struct reading *r, struct yk_source *source, struct yk_taker *taker,
                         const struct yk_take_options *options, const struct yk_rows *rows,
                         struct yk_err *err)
{
    struct yk_batch_head head = {.file = options->file,
                                 .encoding = yk_encoding_name(yk_source_facts(source)->encoding),
                                 .separator = yk_source_facts(source)->separator};
    struct yk_load *file = yk_load_add(&r->loads, &head, rows, r->a);
    while (rows->count) {
        struct yk_batch piece = {0};
        yk_take(&piece, taker, rows, r->a);
        file->counts.rows += rows->count;
        file->counts.rejected += piece.rejected_rows;
        for (size_t i = 0; i < piece.rejects; i++)
            refuse(r, file, &piece.reject[i], rows);
        for (size_t i = 0; i < piece.count; i++)
            take_place(r, file, rows, &piece.submission[i], options->datum);
        if (yk_source_next(&rows, source, err))
            return err->code;
    }
    return YK_OK;
}

static yk_code read_places(struct reading *r, struct yk_err *err)
{
    struct yk_take_options options = {.file = yk_file_name(r->wish->word[0]),
                                      .today = r->wish->today,
                                      .station = "",
                                      .lang = r->wish->lang};
    struct yk_form *form = NULL;
    struct yk_source *source = NULL;
    struct yk_taker *taker = NULL;
    const struct yk_rows *rows;
    if (!yk_intake_datum(&options.datum, r->wish, err) &&
        !yk_desk_form(&form, r->wish, r->places.form, r->a, err) &&
        !yk_source_open(&source, r->wish->word[0], err) && !yk_source_next(&rows, source, err) &&
        !yk_taker_new(&taker, form, rows, &options, err) &&
        !read_rows(r, source, taker, &options, rows, err))
        for (const char *const *w = yk_taker_warnings(taker); *w; w++)
            yk_notice(r->watch, *w);
    yk_taker_free(taker);
    yk_source_close(source);
    yk_form_free(form);
    return err->code;
}

static yk_code keep_places(struct reading *r, struct yk_load *file, struct yk_err *err)
{
    struct yk_store *store = NULL;
    struct places *p = &r->places;
    size_t changed = 0;
    if (yk_store_open(&store, r->wish->db, YK_STORE_WRITE, err))
        return err->code;
    yk_code code = p->rules
                       ? yk_put_stations(store, p->station, p->count, r->wish->now, &changed, err)
                       : yk_put_competitors(store, p->rival, p->count, r->wish->now, &changed, err);
    yk_store_close(store);
    file->counts.loaded = changed;
    file->counts.unchanged = p->count - changed;
    return code;
}

static yk_code load(struct yk_show *out, struct reading *r, struct yk_err *err)
{
    yk_code code = read_places(r, err);
    if (!code && !r->wish->option[YK_OPT_DRY_RUN])
        code = keep_places(r, &r->loads.load[0], err);
    if (!code) {
        yk_report_loads(&out->sheets, &r->loads);
        out->status = r->loads.rejects ? 3 : 0;
    }
    yk_loads_release(&r->loads);
    free(r->places.station);
    free(r->places.rival);
    return code;
}

yk_code yk_run_station_load(struct yk_show *out, const struct yk_wish *wish,
                            const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_rules rules = {0};
    struct reading r = {
        .wish = wish, .watch = watch, .a = a, .places = {.form = "station", .rules = &rules}};
    return yk_desk_rules(&rules, a, err) ? err->code : load(out, &r, err);
}

yk_code yk_run_competitor_load(struct yk_show *out, const struct yk_wish *wish,
                               const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct reading r = {.wish = wish, .watch = watch, .a = a, .places = {.form = "competitor"}};
    return load(out, &r, err);
}

static yk_code list(struct yk_show *out, const struct yk_wish *wish, const struct yk_watch *watch,
                    void (*show)(struct yk_view *view), struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    if (!yk_desk_open(&desk, wish, watch, a, err)) {
        struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
        show(&view);
    }
    yk_desk_close(&desk);
    return err->code;
}

yk_code yk_run_station_list(struct yk_show *out, const struct yk_wish *wish,
                            const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return list(out, wish, watch, yk_report_stations, a, err);
}

yk_code yk_run_competitor_list(struct yk_show *out, const struct yk_wish *wish,
                               const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return list(out, wish, watch, yk_report_competitors, a, err);
}
