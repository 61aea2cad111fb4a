/* book.c - a file opened once for several of its tables: a workbook, or a text with one table. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sniff.h"
#include "source.h"
#include "xlsx/xlsx.h"
#include "youka/base/file.h"
#include "youka/base/say.h"

struct yk_source_book {
    char *path;
    struct xlsx *workbook; /* NULL: a text */
};

/* Tells a workbook by its first bytes; of a pipe none can be looked at, and it must be a text. */
static yk_code open_workbook(struct xlsx **out, const char *path, struct yk_err *err)
{
    char first[SNIFF_OLD_FILE];
    int fd;
    if (yk_file_open(&fd, path, err))
        return err->code;
    ssize_t n = pread(fd, first, sizeof first, 0);
    if (n > 0 && sniff_archive(first, (size_t)n))
        return xlsx_open(out, fd, path, err);
    yk_code code = n > 0 ? sniff_old_workbook(path, fd, first, (size_t)n, err) : YK_OK;
    close(fd);
    return code;
}

yk_code yk_source_book_open(struct yk_source_book **out, const char *path, struct yk_err *err)
{
    struct xlsx *workbook = NULL;
    if (open_workbook(&workbook, path, err))
        return err->code;
    struct yk_source_book *b = yk_alloc(sizeof *b);
    b->path = yk_strdup(path);
    b->workbook = workbook;
    *out = b;
    return YK_OK;
}

const struct yk_source_sheet *yk_source_book_sheets(const struct yk_source_book *b, size_t *count)
{
    *count = b->workbook ? b->workbook->sheets : 0;
    return b->workbook ? b->workbook->sheet : NULL;
}

static yk_code no_such_sheet(const struct xlsx *w, const char *name, struct yk_err *err)
{
    struct yk_buf names = {0};
    for (size_t i = 0; i < w->sheets && names.len < 200; i++)
        yk_buf_printf(&names, _("%s«%s»"), i ? ", " : "", w->sheet[i].name);
    yk_code code = yk_fail(err, YK_E_FOUND, _("%s: has no sheet «%s»; its sheets are %s"), w->name,
                           name, names.text);
    yk_buf_release(&names);
    return code;
}

static yk_code choose_sheet(size_t *out, const struct xlsx *w, const char *name, struct yk_err *err)
{
    for (size_t i = 0; i < w->sheets; i++)
        if (name ? strcmp(w->sheet[i].name, name) == 0 : !w->sheet[i].hidden) {
            *out = i;
            return YK_OK;
        }
    *out = 0;
    return name ? no_such_sheet(w, name, err) : YK_OK;
}

yk_code yk_source_open_in(struct yk_source **out, struct yk_source_book *b,
                          const struct yk_source_ask *ask, struct yk_err *err)
{
    struct xlsx *w = b->workbook;
    struct reader *reader;
    size_t sheet = 0;
    if (!w && ask->sheet)
        return yk_fail(err, YK_E_FOUND,
                       _("%s: is a text, which has no sheet «%s»; leave out --sheet"), b->path,
                       ask->sheet);
    if (!w) {
        char *name = yk_strdup(b->path); /* which the reader borrows */
        if (text_open(&reader, name, err)) {
            free(name);
            return err->code;
        }
        return source_begin(out, reader, name, ask, err);
    }
    if (choose_sheet(&sheet, w, ask->sheet, err) || xlsx_sheet(&reader, w, sheet, err))
        return err->code;
    struct yk_buf name = {0};
    yk_buf_printf(&name, w->sheets > 1 ? "%s [%s]" : "%s", b->path, w->sheet[sheet].name);
    return source_begin(out, reader, name.text, ask, err);
}

void yk_source_book_close(struct yk_source_book *b)
{
    if (!b)
        return;
    xlsx_close(b->workbook);
    free(b->path);
    free(b);
}

yk_code yk_source_sheets(struct yk_source_sheet **out, size_t *count, const char *path,
                         struct yk_arena *a, struct yk_err *err)
{
    struct yk_source_book *b = NULL;
    if (yk_source_book_open(&b, path, err))
        return err->code;
    const struct yk_source_sheet *sheet = yk_source_book_sheets(b, count);
    *out = YK_ARENA_ARRAY(a, struct yk_source_sheet, *count);
    for (size_t i = 0; i < *count; i++)
        (*out)[i] = (struct yk_source_sheet){yk_arena_copy(a, sheet[i].name), sheet[i].hidden};
    yk_source_book_close(b);
    return YK_OK;
}

yk_code yk_source_open_as(struct yk_source **out, const char *path, const struct yk_source_ask *ask,
                          struct yk_err *err)
{
    struct yk_source_book *b = NULL;
    struct yk_source *s = NULL;
    if (yk_source_book_open(&b, path, err))
        return err->code;
    if (yk_source_open_in(&s, b, ask, err)) {
        yk_source_book_close(b);
        return err->code;
    }
    s->own = b;
    *out = s;
    return YK_OK;
}

yk_code yk_source_open(struct yk_source **out, const char *path, struct yk_err *err)
{
    return yk_source_open_as(out, path, &(struct yk_source_ask){0}, err);
}
