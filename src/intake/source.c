/* source.c - a survey file opened as rows, whatever it was written with. */
#include "source.h"

#include <stdlib.h>
#include <string.h>

#include "youka/base/say.h"
#include "youka/base/text.h"

#define PIECE_CELLS ((size_t)1 << 20) /* a table of very many columns comes in shorter pieces */
#define PIECE_BYTES ((size_t)8 << 20) /* one of very long texts too */

yk_code source_gather(struct yk_source *s, size_t want, struct yk_err *err)
{
    struct grid *g = &s->reader->grid;
    grid_drop(g, s->lent);
    s->lent = 0;
    while (g->rows < want && !s->reader->ended &&
           (!g->rows || (g->cells < PIECE_CELLS && g->len < PIECE_BYTES)))
        if (s->reader->kind->advance(s->reader, err))
            return err->code;
    s->reader->facts.blank = g->blank;
    return YK_OK;
}

/* --- open and close --------------------------------------------------------------------------- */

yk_code source_begin(struct yk_source **out, struct reader *reader, char *name,
                     const struct yk_source_ask *ask, struct yk_err *err)
{
    struct yk_source *s = yk_alloc(sizeof *s);
    s->reader = reader;
    s->name = name;
    s->as_it_stands = ask->as_it_stands;
    if (source_headings(s, ask, err)) {
        yk_source_close(s);
        return err->code;
    }
    *out = s;
    return YK_OK;
}

yk_code yk_source_open_text(struct yk_source **out, const char *name, const char *csv,
                            struct yk_err *err)
{
    char *copy = yk_strdup(name);
    return source_begin(out, text_open_memory(copy, csv), copy, &(struct yk_source_ask){0}, err);
}

void yk_source_close(struct yk_source *s)
{
    if (!s)
        return;
    s->reader->kind->close(s->reader);
    yk_source_book_close(s->own);
    yk_arena_release(&s->arena);
    free(s->cell);
    free(s->line);
    free(s->extra);
    free(s->name);
    free(s);
}

const struct yk_source_facts *yk_source_facts(const struct yk_source *s)
{
    return &s->reader->facts;
}

void yk_source_progress(const struct yk_source *s, unsigned long long *done,
                        unsigned long long *total)
{
    s->reader->kind->progress(s->reader, done, total);
}

/* --- rows ------------------------------------------------------------------------------------- */

/* Room for `count` rows in the arrays that rows point into. */
static void make_room(struct yk_source *s, size_t count)
{
    size_t cells;
    if (__builtin_mul_overflow(count, s->rows.width, &cells))
        yk_no_memory();
    s->cell = yk_grow(s->cell, &s->cell_room, cells, sizeof *s->cell);
    s->line = yk_grow(s->line, &s->line_room, count, sizeof *s->line);
    s->extra = yk_grow(s->extra, &s->extra_room, count, sizeof *s->extra);
    s->rows.cell = s->cell;
    s->rows.line = s->line;
    s->rows.extra = s->extra;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Row `from` of what was gathered becomes row `to` of the piece. */
static void lay_out(struct yk_source *s, size_t to, size_t from)
{
    const struct grid *g = &s->reader->grid;
    const struct grid_row *r = &g->row[from];
    const char **cell = s->cell + to * s->rows.width;
    size_t inside = smaller(r->cells, s->rows.width);
    for (size_t i = 0; i < inside; i++)
        cell[i] = grid_text(g, r, i);
    for (size_t i = inside; i < s->rows.width; i++)
        cell[i] = "";
    s->line[to] = r->line;
    s->extra[to] = r->beyond;
    for (size_t i = inside; i < r->cells; i++)
        s->extra[to] += !yk_text_blank(grid_text(g, r, i));
}

/* Headings as many as the widest of the first `count` rows has cells. */
static void widen(struct yk_source *s, size_t count)
{
    const struct grid *g = &s->reader->grid;
    size_t width = s->rows.width;
    for (size_t i = 0; i < count; i++)
        width = g->row[i].cells > width ? g->row[i].cells : width;
    if (width > s->rows.width)
        source_widen(s, width);
}

/* Gathers the next piece; its rows stand at the front of the grid. */
static yk_code next_piece(struct yk_source *s, size_t *count, struct yk_err *err)
{
    const struct grid *g = &s->reader->grid;
    size_t width = s->rows.width ? s->rows.width : 1;
    size_t most = smaller(YK_PIECE, PIECE_CELLS / width);
    if (source_gather(s, most, err))
        return err->code;
    *count = smaller(g->rows, most);
    if (s->as_it_stands) {
        widen(s, *count);
        *count = s->rows.width ? smaller(*count, PIECE_CELLS / s->rows.width) : 0;
    }
    s->lent = *count;
    s->reader->facts.rows += *count;
    return YK_OK;
}

yk_code yk_source_next(const struct yk_rows **out, struct yk_source *s, struct yk_err *err)
{
    size_t count;
    if (next_piece(s, &count, err))
        return err->code;
    make_room(s, count);
    for (size_t i = 0; i < count; i++)
        lay_out(s, i, i);
    s->rows.count = count;
    *out = &s->rows;
    return YK_OK;
}

yk_code yk_source_all(const struct yk_rows **out, struct yk_source *s, size_t most,
                      struct yk_err *err)
{
    size_t have = 0, width = s->rows.width;
    if (s->as_it_stands)
        YK_BUG("a table as it stands may grow wider: it is read in pieces");
    for (size_t count;; have += count) {
        if (next_piece(s, &count, err))
            return err->code;
        if (!count)
            break;
        if (count > most - have)
            return yk_fail(err, YK_E_DATA, _("%s: has more than %zu rows; split it"), s->name,
                           most);
        make_room(s, have + count);
        for (size_t i = 0; i < count; i++)
            lay_out(s, have + i, i);
        for (size_t i = have * width; i < (have + count) * width; i++)
            s->cell[i] = yk_arena_copy(&s->arena, s->cell[i]);
    }
    make_room(s, have);
    s->rows.count = have;
    *out = &s->rows;
    return YK_OK;
}
