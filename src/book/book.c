/* book.c - sheets > .xlsx, whole or not at all. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "youka/book/book.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "parts.h"
#include "youka/base/file.h"
#include "youka/base/say.h"

#define MOST_ROWS 1048576
#define MOST_COLUMNS 16384
#define MOST_PROVED 4000 /* cells of a workbook that is bound twice and compared */
#define NOON 43200       /* the library takes 0 for «now» */

/* libxlsxwriter asks zlib for its default level and knows no other; packing was over a quarter of
 * the work that a workbook is. This one stands before zlib's own, and asks for the fastest level:
 * half of that work, for files a quarter larger. */
int deflateInit2_(z_streamp stream, int level, int method, int window, int memory, int strategy,
                  const char *version, int size)
{
    int (*zlibs)(z_streamp, int, int, int, int, int, const char *, int);
    *(void **)&zlibs = dlsym(RTLD_NEXT, "deflateInit2_");
    return zlibs(stream, level == Z_DEFAULT_COMPRESSION ? Z_BEST_SPEED : level, method, window,
                 memory, strategy, version, size);
}

static void lay_out(struct yk_binder *b)
{
    size_t count = b->sheets->count;
    b->page = YK_ARENA_ARRAY(&b->arena, struct yk_page, count);
    for (size_t i = 0; i < count; i++)
        yk_layout(b, &b->page[i], b->sheets->sheet[i]);
    yk_lists_collect(b);
}

static yk_code check_limits(const struct yk_binder *b, struct yk_err *err)
{
    if (!b->sheets->count)
        return yk_fail(err, YK_E_USAGE, _("there is no sheet to write"));
    for (size_t i = 0; i < b->sheets->count; i++) {
        const struct yk_page *page = &b->page[i];
        if (page->below > MOST_ROWS || page->columns > MOST_COLUMNS)
            return yk_fail(err, YK_E_DATA,
                           _("the sheet %s has %zu rows and %zu columns, Excel takes %d and %d: "
                             "write fewer stations into one workbook"),
                           page->sheet->name, page->below, page->columns, MOST_ROWS, MOST_COLUMNS);
    }
    return YK_OK;
}

static yk_code add_sheets(struct yk_binder *b, struct yk_err *err)
{
    for (size_t i = 0; i < b->sheets->count; i++) {
        const char *name = b->sheets->sheet[i]->name;
        lxw_error e = workbook_validate_sheet_name(b->book, name);
        if (e && e != LXW_ERROR_MEMORY_MALLOC_FAILED)
            return yk_fail(err, YK_E_USAGE, _("%s cannot be the name of a sheet: %s"), name,
                           lxw_strerror(e));
        b->page[i].to = e ? NULL : workbook_add_worksheet(b->book, name);
        if (!b->page[i].to)
            yk_no_memory();
    }
    for (size_t i = 0; i < b->sheets->count; i++)
        if (!b->sheets->sheet[i]->hidden) {
            worksheet_activate(b->page[i].to);
            worksheet_set_first_sheet(b->page[i].to);
            break;
        }
    return YK_OK;
}

static void set_properties(struct yk_binder *b)
{
    yk_day day = b->sheets->created == YK_DAY_NONE ? 0 : b->sheets->created;
    const char *title = b->sheets->title ? b->sheets->title : "";
    lxw_doc_properties p = {
        .title = yk_text_cut(&b->arena, yk_text_clean(&b->arena, title), 120),
        .author = "youka",
        .created = (time_t)day * 86400 + NOON,
    };
    yk_binder_keep(b, workbook_set_properties(b->book, &p));
}

static yk_code fill(struct yk_binder *b, struct yk_err *err)
{
    if (add_sheets(b, err))
        return err->code;
    set_properties(b);
    for (size_t i = 0; i < b->sheets->count && !b->trouble; i++)
        yk_page_write(b, &b->page[i]);
    for (size_t i = 0; i < b->sheets->count && !b->trouble; i++)
        yk_charts_write(b, &b->page[i]);
    if (b->lists && !b->trouble)
        yk_lists_write(b);
    return b->trouble ? yk_fail(err, YK_E_DATA, "%s", lxw_strerror(b->trouble)) : YK_OK;
}

static yk_code check_page(const struct yk_page *page, const char *name, struct yk_tally got,
                          struct yk_err *err)
{
    if (got.rows == page->rows && got.cells == page->cells)
        return YK_OK;
    return yk_fail(err, YK_E_IO,
                   _("the sheet %s came out with %zu of %zu rows and %zu of %zu cells: "
                     "is the disk full?"),
                   name, got.rows, page->rows, got.cells, page->cells);
}

/* What was written must be what a reader finds. */
static yk_code check_file(struct yk_binder *b, const char *path, struct yk_err *err)
{
    size_t count = b->sheets->count, all = count + (b->lists ? 1 : 0);
    struct yk_tally *got = YK_ARENA_ARRAY(&b->arena, struct yk_tally, all);
    size_t long_bytes = 0;
    if (yk_count(got, all, &long_bytes, path, err))
        return err->code;
    if (long_bytes != b->long_bytes)
        return yk_fail(err, YK_E_IO, _("parts of it were lost: is the disk full?"));
    for (size_t i = 0; i < count; i++)
        if (check_page(&b->page[i], b->sheets->sheet[i]->name, got[i], err))
            return err->code;
    return b->lists ? check_page(&b->list_page, "lists", got[count], err) : YK_OK;
}

/* The library's temp files lie beside the target: the same disk decides about both. */
static lxw_workbook *new_book(struct yk_binder *b, const char *path)
{
    size_t folder = (size_t)(yk_file_name(path) - path);
    lxw_workbook_options options = {
        .tmpdir = folder ? yk_arena_text(&b->arena, path, folder) : yk_arena_copy(&b->arena, "."),
        .use_zip64 = LXW_FALSE,
    };
    return workbook_new_opt(path, &options);
}

/* The library's first format is the workbook's «Normal»: its font measures the columns, and cells
 * that a person adds wear it. Digits of this one are 7 pixels wide, which is what the library
 * counts with. */
static void set_normal_font(struct yk_binder *b)
{
    lxw_format *normal = STAILQ_FIRST(b->book->formats);
    format_set_font_name(normal, yk_style_font);
    format_set_font_size(normal, 10);
}

static yk_code write_draft(struct yk_binder *b, const char *path, struct yk_err *err)
{
    b->book = new_book(b, path);
    if (!b->book)
        yk_no_memory();
    set_normal_font(b);
    if (fill(b, err)) {
        lxw_workbook_free(b->book);
        return err->code;
    }
    lxw_error e = workbook_close(b->book);
    if (e == LXW_ERROR_MEMORY_MALLOC_FAILED)
        yk_no_memory();
    if (e)
        return yk_fail(err, YK_E_IO, _("it could not be finished; is the disk full? (%s)"),
                       lxw_strerror(e));
    return check_file(b, path, err);
}

/* Renamed over a document that is open, it would be lost as soon as that one is saved. */
static yk_code check_closed(const char *path, struct yk_err *err)
{
    struct yk_arena a = {0};
    const char *lock = yk_file_lock(path, &a);
    if (lock)
        yk_fail(err, YK_E_IO,
                _("somebody has it open: close it and run this again (where nobody has, remove "
                  "%s)"),
                yk_file_name(lock));
    yk_arena_release(&a);
    return lock ? err->code : YK_OK;
}

static size_t cells_of(const struct yk_binder *b)
{
    size_t cells = 0;
    for (size_t i = 0; i < b->sheets->count; i++)
        cells += b->page[i].cells;
    return cells;
}

/* From the sheets to a workbook at `path`; *cells: how many it has. */
static yk_code bind(size_t *cells, const struct yk_sheets *sheets, const char *path,
                    struct yk_err *err)
{
    struct yk_binder b = {.sheets = sheets};
    lay_out(&b);
    yk_code code = check_limits(&b, err);
    if (!code)
        code = write_draft(&b, path, err);
    *cells = cells_of(&b);
    free(b.list);
    yk_map_release(&b.long_texts);
    yk_arena_release(&b.scratch);
    yk_arena_release(&b.arena);
    return code;
}

/* Where memory fails, the library goes on without what it had no room for: a format, a part's name.
 * No count tells, but two workbooks that are equal to the byte have lost nothing. A large one would
 * take too long twice; what it can lose of its cells, texts and points is counted. */
static yk_code bind_proved(const struct yk_sheets *sheets, const char *path, struct yk_err *err)
{
    struct yk_draft proof = {0};
    size_t cells;
    bool same = true;
    yk_code code = bind(&cells, sheets, path, err);
    if (!code && cells <= MOST_PROVED) {
        code = yk_draft_begin(&proof, path, err);
        if (!code)
            code = bind(&cells, sheets, proof.path, err);
        if (!code)
            code = yk_file_same(&same, path, proof.path, err);
        yk_draft_drop(&proof);
    }
    return code || same ? code
                        : yk_fail(err, YK_E_IO, _("parts of it were lost: is the disk full?"));
}

yk_code yk_book_write(const struct yk_sheets *sheets, const char *path, struct yk_err *err)
{
    struct yk_draft draft = {0};
    yk_code code = check_closed(path, err);
    if (!code)
        code = yk_draft_begin(&draft, path, err);
    if (!code)
        code = bind_proved(sheets, draft.path, err);
    if (!code)
        code = yk_draft_finish(&draft, err);
    yk_draft_drop(&draft);
    return code ? yk_while(err, _("writing the workbook %s"), path) : YK_OK;
}
