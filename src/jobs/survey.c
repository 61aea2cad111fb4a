/* survey.c - survey files into the database, refused rows into a workbook. */
#include "desk.h"
#include "intake.h"
#include "jobs.h"

#include <string.h>

#include "youka/base/file.h"
#include "youka/base/relay.h"
#include "youka/base/say.h"
#include "youka/book/book.h"
#include "youka/intake/repeats.h"
#include "youka/report/loads.h"

enum { MOST_TOLD = 40 }; /* refusals told one by one on the screen */

struct load {
    const char *form;
    const struct yk_wish *wish;
    const struct yk_watch *watch;
    struct yk_arena *a;
    struct yk_desk desk; /* store and form */
    struct yk_map stations;
    struct yk_loads loads; /* what was done, for the report */
    bool keep;
};

/* A repeat's file named on the command line beside its parent is read with the parent. */
static bool is_repeat_of_another(const struct load *l, const char *path)
{
    for (size_t i = 0; i < l->wish->words; i++)
        for (size_t g = 0; g < l->desk.form->groups; g++) {
            const struct yk_group *group = &l->desk.form->group[g];
            const char *own =
                group->repeat ? yk_repeat_path(l->a, l->wish->word[i], group->name) : NULL;
            if (own && !strcmp(own, path))
                return true;
        }
    return false;
}

static yk_code options_of(struct yk_take_options *out, const struct load *l, const char *file,
                          struct yk_err *err)
{
    *out = (struct yk_take_options){.file = yk_file_name(file),
                                    .today = l->wish->today,
                                    .station = l->wish->option[YK_OPT_STATION],
                                    .stations = &l->stations,
                                    .lang = l->wish->lang};
    return yk_intake_datum(&out->datum, l->wish, err);
}

/* The batch is known by the bytes of its file and of its repeats' files. */
static yk_code head_of(struct yk_batch_head *head, const struct load *l, const char *path,
                       const struct yk_source *source, struct yk_err *err)
{
    struct yk_hash h;
    yk_hash_begin(&h);
    if (yk_intake_hash(&h, path, err))
        return err->code;
    for (size_t g = 0; g < l->desk.form->groups; g++) {
        const struct yk_group *group = &l->desk.form->group[g];
        const char *repeat = group->repeat ? yk_repeat_path(l->a, path, group->name) : NULL;
        if (repeat && yk_intake_hash(&h, repeat, err))
            return err->code;
    }
    const char *station = l->wish->option[YK_OPT_STATION];
    *head = (struct yk_batch_head){.form = l->form,
                                   .file = yk_arena_copy(l->a, yk_file_name(path)),
                                   .encoding = yk_encoding_name(yk_source_facts(source)->encoding),
                                   .separator = yk_source_facts(source)->separator,
                                   .who = l->wish->user,
                                   .content = yk_hash_end(&h),
                                   .loaded_at = l->wish->now,
                                   .station_code = station ? station : ""};
    yk_hash_begin(&h);
    yk_hash_text(&h, head->content.text);
    yk_hash_text(&h, head->station_code);
    if (strcmp(head->form, "client_survey") != 0)
        yk_hash_text(&h, head->form);
    head->id = yk_hash_end(&h);
    return YK_OK;
}

static yk_code read_repeats(struct load *l, struct yk_taker *taker, const char *path,
                            struct yk_err *err)
{
    for (size_t g = 0; g < l->desk.form->groups; g++) {
        const struct yk_group *group = &l->desk.form->group[g];
        const char *own = group->repeat ? yk_repeat_path(l->a, path, group->name) : NULL;
        struct yk_source *source = NULL;
        const struct yk_rows *rows;
        if (!own)
            continue;
        yk_code code = yk_source_open(&source, own, err);
        while (!code && !(code = yk_source_next(&rows, source, err)) && rows->count)
            if ((code = yk_taker_repeat(taker, group->name, yk_file_name(own), rows, err)))
                break;
        yk_source_close(source);
        if (code)
            return code;
    }
    return YK_OK;
}

/* Keeps what the report shows of a piece: its bad cells and the rows they stand in. */
static void note_rejects(struct load *l, struct yk_load *file, const struct yk_batch *piece,
                         const struct yk_rows *rows)
{
    for (size_t i = 0; i < piece->rejects; i++) {
        const struct yk_reject *r = &piece->reject[i];
        yk_load_refuse(&l->loads, file, r, r->row < rows->count ? rows : NULL, l->a);
        if (l->loads.rejects <= MOST_TOLD)
            yk_intake_tell(l->watch, r, l->a);
    }
}

/* A file on its way: one thread reads and checks the next piece while the other stores the last. */
struct stream {
    struct load *load;
    struct yk_load *file;
    struct yk_taker *taker;
    struct yk_source *source;
    const struct yk_rows *first; /* read ahead for its headings; NULL once taken */
    struct piece {
        struct yk_arena arena;
        struct yk_rows rows;
        struct yk_batch batch;
        unsigned long long done, total; /* bytes */
    } piece[2];
};

static yk_code make_piece(void *who, int slot, bool *last, struct yk_err *err)
{
    struct stream *s = who;
    struct piece *p = &s->piece[slot];
    const struct yk_rows *rows = s->first;
    s->first = NULL;
    if (!rows && yk_source_next(&rows, s->source, err))
        return err->code;
    *last = rows->count == 0;
    yk_arena_reset(&p->arena);
    yk_rows_copy(&p->rows, rows, &p->arena);
    yk_take(&p->batch, s->taker, &p->rows, &p->arena);
    yk_source_progress(s->source, &p->done, &p->total);
    return YK_OK;
}

static yk_code store_piece(void *who, int slot, struct yk_err *err)
{
    struct stream *s = who;
    const struct piece *p = &s->piece[slot];
    struct yk_batch_counts *counts = &s->file->counts;
    counts->rows += p->rows.count;
    counts->rejected += p->batch.rejected_rows;
    counts->blank += p->batch.blank_rows;
    note_rejects(s->load, s->file, &p->batch, &p->rows);
    yk_progress(s->load->watch, s->file->head.file, p->done, p->total);
    return yk_load_piece(s->load->desk.store, &p->batch, counts, err);
}

static yk_code read_rows(struct load *l, struct yk_load *file, struct yk_taker *taker,
                         struct yk_source *source, const struct yk_rows *first, struct yk_err *err)
{
    struct stream stream = {
        .load = l, .file = file, .taker = taker, .source = source, .first = first};
    struct yk_relay relay = {.make = make_piece, .use = store_piece, .who = &stream};
    yk_code code = yk_relay_run(&relay, err);
    file->counts.blank += yk_source_facts(source)->blank;
    for (int i = 0; i < 2; i++)
        yk_arena_release(&stream.piece[i].arena);
    return code;
}

static void warn_of(struct load *l, struct yk_load *file, const char *what)
{
    const char *sentence = yk_arena_printf(l->a, "%s: %s", file->head.file, what);
    yk_load_warn(&l->loads, sentence, l->a);
    yk_notice(l->watch, sentence);
}

static void warn(struct load *l, struct yk_load *file, struct yk_taker *taker)
{
    for (const char *const *w = yk_taker_warnings(taker); *w; w++)
        warn_of(l, file, *w);
    if (file->counts.erased)
        warn_of(l, file,
                yk_arena_printf(l->a, _("%zu contacts were left out: they had been erased"),
                                file->counts.erased));
}

static yk_code load_file(struct load *l, const char *path, struct yk_err *err)
{
    struct yk_source *source = NULL;
    struct yk_taker *taker = NULL;
    const struct yk_rows *rows;
    struct yk_take_options options;
    struct yk_batch_head head;
    bool begun = false;
    yk_code code = options_of(&options, l, path, err);
    if (!code)
        code = yk_source_open(&source, path, err);
    if (!code)
        code = yk_source_next(&rows, source, err);
    if (!code && !rows->count)
        code = yk_fail(err, YK_E_DATA, _("%s has headings but no rows; there is nothing to load"),
                       path);
    if (!code)
        code = yk_taker_new(&taker, l->desk.form, rows, &options, err);
    if (!code)
        code = read_repeats(l, taker, path, err);
    if (!code)
        code = head_of(&head, l, path, source, err);
    if (!code)
        begun = !(code = yk_load_begin(l->desk.store, &head, err));
    if (!code) {
        struct yk_load *file = yk_load_add(&l->loads, &head, rows, l->a);
        code = read_rows(l, file, taker, source, rows, err);
        if (!code)
            warn(l, file, taker);
        struct yk_err second = {0};
        if (begun && yk_load_end(l->desk.store, &file->counts, l->keep && !code, &second) &&
            !code) {
            *err = second;
            code = second.code;
        }
    }
    yk_taker_free(taker);
    yk_source_close(source);
    return code;
}

static yk_code open_desk(struct load *l, struct yk_err *err)
{
    struct yk_station *station;
    size_t count;
    if (yk_desk_form(&l->desk.form, l->wish, l->form, l->a, err) ||
        yk_store_open(&l->desk.store, l->wish->db, YK_STORE_WRITE, err) ||
        yk_list_stations(&station, &count, l->desk.store, l->a, err))
        return err->code;
    for (size_t i = 0; i < count; i++)
        yk_map_put(&l->stations, station[i].code, i);
    return YK_OK;
}

static yk_code write_rejects(const struct load *l, const char *path, struct yk_err *err)
{
    struct yk_sheets book;
    yk_sheets_init(&book, l->a, l->wish->lang, _("refused rows"), l->wish->today);
    yk_report_loads_book(&book, &l->loads);
    return book.count ? yk_book_write(&book, path, err) : YK_OK;
}

static yk_code load(struct yk_show *out, const char *form, const struct yk_wish *wish,
                    const struct yk_watch *watch, bool keep, struct yk_arena *a, struct yk_err *err)
{
    struct load l = {.form = form, .wish = wish, .watch = watch, .a = a, .keep = keep};
    const char *rejects = wish->option[YK_OPT_REJECTS];
    yk_code code = open_desk(&l, err);
    for (size_t i = 0; !code && i < wish->words; i++)
        if (!is_repeat_of_another(&l, wish->word[i]))
            code = load_file(&l, wish->word[i], err);
    if (l.loads.rejects > MOST_TOLD)
        yk_notice(watch, yk_arena_printf(
                             a, _("… and %zu more bad cells; --rejects OUT.xlsx holds them all"),
                             l.loads.rejects - MOST_TOLD));
    yk_report_loads(&out->sheets, &l.loads);
    if (l.loads.rejects)
        out->status = 3;
    if (!code && rejects && l.loads.rejects)
        code = write_rejects(&l, rejects, err);
    yk_loads_release(&l.loads);
    yk_map_release(&l.stations);
    yk_desk_close(&l.desk);
    return code;
}

yk_code yk_run_survey_load(struct yk_show *out, const struct yk_wish *wish,
                           const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return load(out, "client_survey", wish, watch, !wish->option[YK_OPT_DRY_RUN], a, err);
}

yk_code yk_run_survey_check(struct yk_show *out, const struct yk_wish *wish,
                            const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return load(out, "client_survey", wish, watch, false, a, err);
}

yk_code yk_run_walk_load(struct yk_show *out, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return load(out, "walk_list", wish, watch, !wish->option[YK_OPT_DRY_RUN], a, err);
}

yk_code yk_run_traffic_load(struct yk_show *out, const struct yk_wish *wish,
                            const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return load(out, "traffic", wish, watch, !wish->option[YK_OPT_DRY_RUN], a, err);
}

yk_code yk_run_staff_load(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return load(out, "staff", wish, watch, !wish->option[YK_OPT_DRY_RUN], a, err);
}
