/* places.c - rows of places from a file, through their form, to WGS-84. */
#include "places.h"

#include <math.h>

#include "desk.h"
#include "youka/base/file.h"
#include "youka/base/say.h"

const char *yk_places_text(struct yk_arena *a, const struct yk_answers *answers, const char *code)
{
    return yk_arena_copy(a, yk_answer_text(answers, code));
}

double yk_places_number(const struct yk_answers *answers, const char *code, double otherwise)
{
    double value;
    return yk_answer_number(&value, answers, code) ? value : otherwise;
}

/* The row's point brought to WGS-84; false when it has no usable datum. */
static bool point_of(struct yk_point *out, struct yk_places *p, const struct yk_answers *answers,
                     enum yk_datum declared)
{
    const char *said = yk_answer_text(answers, "datum");
    enum yk_datum datum = declared;
    double lon = yk_places_number(answers, "lon", NAN), lat = yk_places_number(answers, "lat", NAN);
    p->datum = "";
    if (p->may_be_nowhere && isnan(lon) && isnan(lat)) {
        *out = (struct yk_point){NAN, NAN};
        return true;
    }
    if (said && !yk_datum_read(&datum, said))
        return false;
    if (datum == YK_DATUM_UNKNOWN || isnan(lon) || isnan(lat))
        return false;
    *out = yk_to_wgs84(datum, (struct yk_point){.lat = lat, .lon = lon});
    p->datum = yk_datum_code(datum);
    return true;
}

/* Where the row says that it is, to be compared with what is known. */
static void note(struct yk_places *p, const struct yk_answers *answers, enum yk_datum declared)
{
    struct yk_point at = {.lat = yk_places_number(answers, "lat", NAN),
                          .lon = yk_places_number(answers, "lon", NAN)};
    enum yk_datum datum = declared;
    (void)yk_datum_read(&datum, yk_answer_text(answers, "datum"));
    if (datum != YK_DATUM_UNKNOWN && yk_point_valid(at))
        at = yk_to_wgs84(datum, at);
    yk_datums_note(&p->datums, answers, datum, at, p->a);
}

static void refuse(struct yk_places *p, struct yk_load *file, const struct yk_reject *reject,
                   const struct yk_rows *rows)
{
    size_t table =
        yk_load_table(file, file->head.file, rows->heading, rows->label, rows->width, p->a);
    yk_load_refuse(&p->loads, file, table, reject, reject->row < rows->count ? rows : NULL, p->a);
    yk_intake_tell(p->watch, reject, p->a);
}

static size_t row_of_line(const struct yk_rows *rows, size_t line)
{
    size_t row = 0;
    while (row < rows->count && rows->line[row] != line)
        row++;
    return row;
}

static void take_place(struct yk_places *p, struct yk_load *file, const struct yk_rows *rows,
                       const struct yk_submission *row, enum yk_datum datum)
{
    struct yk_reject reject = {.file = file->head.file,
                               .heading = "",
                               .value = "",
                               .line = row->line,
                               .row = row_of_line(rows, row->line)};
    struct yk_point at;
    note(p, &row->answers, datum);
    if (point_of(&at, p, &row->answers, datum)) {
        p->keep(p->who, row, at, &reject);
    } else {
        reject.heading = "datum";
        reject.reason = _("the place has no coordinates in a known coordinate system");
        reject.hint = _("fill in lon and lat, and datum with wgs84, gcj02, bd09 or cgcs2000 (or "
                        "load with --datum)");
    }
    if (reject.reason) {
        file->counts.rejected++;
        refuse(p, file, &reject, rows);
    }
}

static yk_code read_rows(struct yk_places *p, struct yk_source *source, struct yk_taker *taker,
                         const struct yk_take_options *options, const struct yk_rows *rows,
                         struct yk_err *err)
{
    struct yk_batch_head head = {.file = options->file,
                                 .encoding = yk_encoding_name(yk_source_facts(source)->encoding),
                                 .separator = yk_source_facts(source)->separator};
    struct yk_load *file = yk_load_add(&p->loads, &head);
    while (rows->count) {
        struct yk_batch piece = {0};
        yk_take(&piece, taker, rows, p->a);
        file->counts.rows += rows->count;
        file->counts.rejected += piece.rejected_rows;
        for (size_t i = 0; i < piece.rejects; i++)
            refuse(p, file, &piece.reject[i], rows);
        for (size_t i = 0; i < piece.count; i++)
            take_place(p, file, rows, &piece.submission[i], options->datum);
        if (yk_source_next(&rows, source, err))
            return err->code;
    }
    return YK_OK;
}

static void warn(struct yk_places *p, const char *sentence)
{
    yk_load_warn(&p->loads, sentence, p->a);
    yk_notice(p->watch, sentence);
}

yk_code yk_places_read(struct yk_places *p, const char *path, struct yk_err *err)
{
    struct yk_take_options options = {
        .file = yk_file_name(path), .today = p->wish->today, .station = "", .lang = p->wish->lang};
    struct yk_form *form = NULL;
    struct yk_source *source = NULL;
    struct yk_taker *taker = NULL;
    const struct yk_rows *rows;
    yk_code code = yk_intake_datum(&options.datum, p->wish, err);
    if (!code)
        code = yk_desk_form(&form, p->wish, p->form, p->a, err);
    if (!code)
        code = yk_source_open(&source, path, err);
    if (!code)
        code = yk_source_next(&rows, source, err);
    if (!code)
        code = yk_taker_new(&taker, form, rows, &options, err);
    if (!code)
        code = read_rows(p, source, taker, &options, rows, err);
    for (const char *const *w = code ? NULL : yk_taker_warnings(taker); w && *w; w++)
        warn(p, yk_arena_printf(p->a, "%s: %s", options.file, *w));
    yk_taker_free(taker);
    yk_source_close(source);
    yk_form_free(form);
    return code;
}

void yk_places_count(struct yk_places *p, size_t kept, size_t changed)
{
    struct yk_batch_counts *counts = &p->loads.load[p->loads.count - 1].counts;
    counts->loaded = changed;
    counts->unchanged = kept - changed;
}

yk_code yk_places_compare(struct yk_places *p, struct yk_store *store, const char *source,
                          struct yk_err *err)
{
    const struct yk_datums_ask ask = {.wish = p->wish,
                                      .watch = p->watch,
                                      .loads = &p->loads,
                                      .store = store,
                                      .file = p->loads.load[p->loads.count - 1].head.file,
                                      .source = source,
                                      .kept = !p->wish->option[YK_OPT_DRY_RUN]};
    return yk_datums_tell(&p->datums, &ask, p->a, err);
}

void yk_places_show(struct yk_show *out, const struct yk_places *p)
{
    yk_report_loads(&out->sheets, &p->loads);
    out->status = p->loads.rejects ? 3 : 0;
}
