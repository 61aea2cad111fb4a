/* survey.c - survey files into the database, refused rows into a workbook. */
#include "datums.h"
#include "desk.h"
#include "intake.h"
#include "jobs.h"
#include "tables.h"

#include <string.h>

#include "youka/base/file.h"
#include "youka/base/relay.h"
#include "youka/base/say.h"
#include "youka/book/book.h"
#include "youka/intake/repeats.h"
#include "youka/report/loads.h"
#include "youka/survey/sales.h"

enum {
    MOST_TOLD = 40,       /* refusals told one by one on the screen */
    MOST_KEPT = 64 << 20, /* bytes of refused rows: what is refused beyond is another table */
};

struct load {
    const char *form;
    const struct yk_wish *wish;
    const struct yk_watch *watch;
    struct yk_arena *a;
    struct yk_desk desk; /* store and form; rules of card transactions */
    bool sales;          /* the rows are card transactions */
    struct yk_station *station;
    struct yk_map stations;
    struct yk_loads loads; /* what was done, for the report */
    struct yk_datums datums;
    size_t kept; /* about how many bytes of refused rows the report holds */
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

static yk_code options_of(struct yk_take_options *out, const struct load *l, const char *name,
                          struct yk_err *err)
{
    *out = (struct yk_take_options){.file = name,
                                    .today = l->wish->today,
                                    .station = l->wish->option[YK_OPT_STATION],
                                    .stations = &l->stations,
                                    .lang = l->wish->lang,
                                    .passes_over = l->sales};
    return yk_intake_datum(&out->datum, l->wish, err);
}

/* The batch is known by the bytes of its file and of its repeats' files. */
static yk_code head_of(struct yk_batch_head *head, const struct load *l, const char *path,
                       const struct yk_tables *tables, struct yk_err *err)
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
                                   .encoding = tables->encoding,
                                   .separator = tables->separator,
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

/* All lines of a repeat that stand in a table of their own; takes the source. */
static yk_code read_repeat(struct yk_taker *taker, const char *repeat, const char *name,
                           struct yk_source *source, struct yk_err *err)
{
    const struct yk_rows *rows;
    yk_code code = YK_OK;
    while (!code && !(code = yk_source_next(&rows, source, err)) && rows->count)
        code = yk_taker_repeat(taker, repeat, name, rows, err);
    yk_source_close(source);
    return code;
}

/* Repeats come in files beside the file, or in sheets of the workbook after the main one. */
static yk_code read_repeats(struct load *l, struct yk_taker *taker, const char *path,
                            const struct yk_tables *tables, const struct yk_table_of *main,
                            struct yk_err *err)
{
    const struct yk_form *form = l->desk.form;
    struct yk_source *source;
    for (size_t g = 0; g < form->groups; g++) {
        const struct yk_group *group = &form->group[g];
        const char *own = group->repeat ? yk_repeat_path(l->a, path, group->name) : NULL;
        if (own && (yk_source_open(&source, own, err) ||
                    read_repeat(taker, group->name, yk_file_name(own), source, err)))
            return err->code;
    }
    for (size_t i = 0; i < tables->count; i++) {
        const struct yk_table_of *t = &tables->table[i];
        if (t->kind == YK_TABLE_REPEAT && &tables->table[t->main] == main &&
            (yk_table_open(&source, tables, t, err) ||
             read_repeat(taker, form->group[t->group].name, t->name, source, err)))
            return err->code;
    }
    return YK_OK;
}

/* About what the report will hold for a bad cell and its row. */
static size_t weight_of(const struct yk_reject *r, const struct yk_rows *rows)
{
    enum { SENTENCES = 512, CELL = 24 };
    size_t bytes = SENTENCES + strlen(r->value);
    for (size_t c = 0; r->row < rows->count && c < rows->width; c++)
        bytes += CELL + strlen(yk_rows_at(rows, r->row, c));
    return bytes;
}

/* Keeps what the report shows of a piece: its bad cells and the rows they stand in. */
static void note_rejects(struct load *l, struct yk_load *file, const struct yk_taker *taker,
                         const char *table, const struct yk_batch *piece,
                         const struct yk_rows *rows)
{
    size_t repeats, own = yk_load_table(file, table, rows->heading, rows->label, rows->width, l->a);
    const struct yk_repeat_table *repeat = yk_taker_repeats(taker, &repeats);
    for (size_t i = 0; i < piece->refused_lines; i++) {
        const struct yk_refused_line *line = &piece->refused_line[i];
        const struct yk_repeat_table *from = &repeat[line->table];
        yk_load_refuse_line(
            file, yk_load_table(file, from->file, from->heading, from->label, from->width, l->a),
            line, l->a);
    }
    for (size_t i = 0; i < piece->rejects; i++) {
        const struct yk_reject *r = &piece->reject[i];
        if ((l->kept += weight_of(r, rows)) > MOST_KEPT)
            return;
        yk_load_refuse(&l->loads, file, own, r, r->row < rows->count ? rows : NULL, l->a);
        if (l->loads.rejects <= MOST_TOLD)
            yk_intake_tell(l->watch, r, l->a);
    }
}

/* A table on its way: one thread reads a piece, one checks the piece before it, one stores the
 * piece before that. */
struct stream {
    struct load *load;
    struct yk_load *file;
    struct yk_taker *taker;
    struct yk_source *source;
    const char *name;            /* of the table */
    const struct yk_rows *first; /* read ahead for its headings; NULL once taken */
    struct piece {
        struct yk_arena arena;
        struct yk_rows rows;
        struct yk_batch batch;
        struct yk_sale_row *sale;       /* of card transactions */
        size_t sales, dropped;          /* dropped: totals */
        unsigned long long done, total; /* bytes */
    } piece[YK_RELAY_SLOTS];
};

/* Card transactions are read from the answers of their rows. */
static void make_sales(struct stream *s, struct piece *p)
{
    const struct load *l = s->load;
    const struct yk_sales_desk desk = {.file = s->name,
                                       .station = l->station,
                                       .stations = &l->stations,
                                       .only = l->wish->option[YK_OPT_STATION],
                                       .rules = &l->desk.rules};
    yk_sales_take(&p->sale, &p->sales, &p->batch, &p->rows, &desk, l->wish->today, &p->arena);
}

static yk_code read_piece(void *who, int slot, bool *last, struct yk_err *err)
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
    yk_source_progress(s->source, &p->done, &p->total);
    return YK_OK;
}

static void check_piece(void *who, int slot)
{
    struct stream *s = who;
    struct piece *p = &s->piece[slot];
    if (s->load->sales)
        p->dropped = yk_sales_drop_totals(&p->rows, &p->arena);
    yk_take(&p->batch, s->taker, &p->rows, &p->arena);
    if (s->load->sales)
        make_sales(s, p);
}

static yk_code store_piece(void *who, int slot, struct yk_err *err)
{
    struct stream *s = who;
    const struct piece *p = &s->piece[slot];
    struct yk_batch_counts *counts = &s->file->counts;
    counts->rows += p->rows.count + p->dropped;
    counts->rejected += p->batch.rejected_rows;
    counts->blank += p->batch.blank_rows + p->dropped;
    note_rejects(s->load, s->file, s->taker, s->name, &p->batch, &p->rows);
    if (s->load->kept > MOST_KEPT)
        return yk_fail(err, YK_E_DATA,
                       _("%s: %zu of the first %zu rows are refused; see to it that the headings "
                         "stand above their columns and that the stations are known, and load it "
                         "again"),
                       s->name, counts->rejected, counts->rows);
    yk_progress(s->load->watch, s->name, p->done, p->total);
    if (s->load->sales)
        return yk_load_sales(s->load->desk.store, p->sale, p->sales, err);
    yk_datums_note_doors(&s->load->datums, &p->batch, s->load->a);
    return yk_load_piece(s->load->desk.store, &p->batch, counts, err);
}

static void tell(struct load *l, const char *sentence)
{
    yk_load_warn(&l->loads, sentence, l->a);
    yk_notice(l->watch, sentence);
}

static yk_code read_rows(struct stream *s, struct yk_err *err)
{
    struct yk_relay relay = {.make = read_piece, .work = check_piece, .use = store_piece, .who = s};
    yk_code code = yk_relay_run(&relay, err);
    s->file->counts.blank += yk_source_facts(s->source)->blank;
    for (int i = 0; i < YK_RELAY_SLOTS; i++)
        yk_arena_release(&s->piece[i].arena);
    if (code)
        return code;
    for (const char *const *w = yk_taker_warnings(s->taker); *w; w++)
        tell(s->load, yk_arena_printf(s->load->a, "%s: %s", s->file->head.file, *w));
    return YK_OK;
}

/* One main table into the load under way. */
static yk_code load_table(struct load *l, struct yk_load *file, const char *path,
                          const struct yk_tables *tables, const struct yk_table_of *table,
                          struct yk_err *err)
{
    struct stream s = {.load = l, .file = file, .name = table->name};
    struct yk_take_options options;
    yk_code code = options_of(&options, l, table->name, err);
    if (!code)
        code = yk_table_open(&s.source, tables, table, err);
    if (!code)
        code = yk_source_next(&s.first, s.source, err);
    if (!code)
        code = yk_taker_new(&s.taker, l->desk.form, s.first, &options, err);
    if (!code)
        code = read_repeats(l, s.taker, path, tables, table, err);
    if (!code)
        code = read_rows(&s, err);
    yk_taker_free(s.taker);
    yk_source_close(s.source);
    return code;
}

static void tell_passed(struct load *l, const char *path, const struct yk_tables *tables)
{
    const char *names = "";
    for (size_t i = 0; i < tables->passes; i++)
        names = yk_arena_printf(l->a, _("%s«%s»"), names, tables->passed[i]);
    if (tables->passes)
        tell(l, yk_arena_printf(l->a, _("%s: passed over, being no tables of this form: %s"),
                                yk_file_name(path), names));
}

/* Two exports of a month add up where they are of other payers or grades, and that may be meant. */
static void tell_left(struct load *l, const struct yk_load *file)
{
    tell(l,
         yk_arena_printf(
             l->a,
             _("%s: earlier files of the same stations and months hold %zu amounts (%.0f L) that "
               "this file does not say again; they count beside it. If this file replaces one of "
               "them, take that one back: youka batch list, youka batch undo ID"),
             file->head.file, file->counts.left, file->counts.left_litres));
}

/* All tables of a file, as one batch in one transaction. */
static yk_code load_tables(struct load *l, const char *path, const struct yk_tables *tables,
                           struct yk_err *err)
{
    struct yk_batch_head head;
    if (head_of(&head, l, path, tables, err) || yk_load_begin(l->desk.store, &head, err))
        return err->code;
    struct yk_load *file = yk_load_add(&l->loads, &head);
    yk_code code = YK_OK;
    for (size_t i = 0; !code && i < tables->count; i++)
        if (tables->table[i].kind == YK_TABLE_MAIN)
            code = load_table(l, file, path, tables, &tables->table[i], err);
    if (!code)
        tell_passed(l, path, tables);
    if (!code && file->counts.erased)
        tell(l, yk_arena_printf(l->a, _("%s: %zu contacts were left out: they had been erased"),
                                head.file, file->counts.erased));
    struct yk_err second = {0};
    if (yk_load_end(l->desk.store, &file->counts, l->keep && !code, &second) && !code) {
        *err = second;
        code = second.code;
    }
    if (!code && file->counts.left)
        tell_left(l, file);
    const struct yk_datums_ask ask = {.wish = l->wish,
                                      .watch = l->watch,
                                      .loads = &l->loads,
                                      .store = l->desk.store,
                                      .file = head.file,
                                      .source = "",
                                      .kept = l->keep,
                                      .batch = &head.id};
    return code ? code : yk_datums_tell(&l->datums, &ask, l->a, err);
}

static yk_code load_file(struct load *l, const char *path, struct yk_err *err)
{
    struct yk_tables tables;
    yk_code code =
        yk_tables_open(&tables, path, l->desk.form, l->wish->option[YK_OPT_SHEET], l->a, err);
    if (!code)
        code = load_tables(l, path, &tables, err);
    yk_tables_close(&tables);
    return code;
}

static yk_code open_desk(struct load *l, struct yk_err *err)
{
    size_t count;
    if (yk_desk_form(&l->desk.form, l->wish, l->form, l->a, err) ||
        yk_store_open(&l->desk.store, l->wish->db, YK_STORE_WRITE, err) ||
        yk_list_stations(&l->station, &count, l->desk.store, l->a, err) ||
        (l->sales && yk_desk_rules(&l->desk.rules, NULL, l->desk.store, l->a, err)))
        return err->code;
    if (l->sales)
        yk_sales_stations_named(&l->stations, l->station, count);
    else
        for (size_t i = 0; i < count; i++)
            yk_map_put(&l->stations, l->station[i].code, i);
    return YK_OK;
}

static yk_code write_rejects(const struct load *l, const char *path, struct yk_err *err)
{
    struct yk_sheets book;
    yk_sheets_init(&book, l->a, l->wish->lang, _("refused rows"), l->wish->today);
    yk_report_loads_book(&book, &l->loads);
    return book.count ? yk_book_write(&book, path, err) : YK_OK;
}

yk_code yk_load_form(struct yk_show *out, const char *form, const struct yk_wish *wish,
                     const struct yk_watch *watch, bool keep, struct yk_arena *a,
                     struct yk_err *err)
{
    struct load l = {.form = form,
                     .sales = !strcmp(form, YK_FORM_SALES),
                     .wish = wish,
                     .watch = watch,
                     .a = a,
                     .keep = keep};
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
