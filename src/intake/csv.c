/* csv.c - libcsv's cells gathered into rows, each with the line it begins on. */
#include "csv.h"

#include <string.h>

#include "youka/base/arena.h"
#include "youka/base/say.h"
#include "youka/base/text.h"

/* CSV_REPALL_NL reports every line end outside quotation marks, also those of empty lines: that is
 * how lines are counted. The empty rows it makes of them are told by having no cell at all. */
#define OPTIONS (CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_APPEND_NULL)
#define CELL_GROWTH 65536

static size_t line_breaks(const char *s, size_t n)
{
    if (!n || (!memchr(s, '\n', n) && !memchr(s, '\r', n)))
        return 0;
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += s[i] == '\n' || (s[i] == '\r' && (i + 1 == n || s[i + 1] != '\n'));
    return count;
}

static size_t breaks_so_far(const struct csv *c)
{
    const struct grid *g = c->grid;
    return c->now_breaks + line_breaks(g->text + g->now.text, g->len - g->now.text);
}

static void begin_row(struct csv *c, size_t line)
{
    grid_begin_row(c->grid, line);
    c->now_bytes = c->now_breaks = 0;
}

/* libcsv calls back: s has n bytes and a NUL. csv_feed has made room. */
static void take_cell(void *s, size_t n, void *data)
{
    struct csv *c = data;
    const char *text = s;
    c->now_bytes += n + 1;
    struct grid *g = c->grid;
    size_t column = g->cells - g->now.first;
    if (column == GRID_WIDEST) {
        bool filled = !yk_text_blank(text);
        g->filled = g->filled || filled;
        g->now.beyond += filled;
        c->now_breaks += line_breaks(text, n);
        return;
    }
    if (*text == '\'' && yk_text_formula_like(text + 1)) { /* the guard that our own exports put */
        text++;
        n--;
    }
    grid_put(g, column, text, n);
}

static void take_row(int ended_by, void *data)
{
    struct csv *c = data;
    bool rest_of_crlf = ended_by == '\n' && c->after_cr && !c->now_bytes;
    c->after_cr = ended_by == '\r';
    if (rest_of_crlf)
        return;
    size_t next_line = c->grid->now.line + breaks_so_far(c) + 1;
    grid_end_row(c->grid);
    begin_row(c, next_line);
}

void csv_begin(struct csv *c, struct grid *grid, const char *name, char separator,
               size_t first_line)
{
    *c = (struct csv){.name = name, .grid = grid};
    csv_init(&c->parser, OPTIONS);
    csv_set_delim(&c->parser, (unsigned char)separator);
    csv_set_blk_size(&c->parser, CELL_GROWTH);
    begin_row(c, first_line);
}

static size_t quote_line(const struct csv *c)
{
    return c->grid->now.line + breaks_so_far(c);
}

size_t csv_line_here(const struct csv *c)
{
    return quote_line(c) + line_breaks((const char *)c->parser.entry_buf, c->parser.entry_pos);
}

static yk_code wrong_quotes(const struct csv *c, struct yk_err *err)
{
    if (c->parser.quoted)
        return yk_fail(
            err, YK_E_DATA,
            _("%s, line %zu: the quotation mark opened on line %zu is not closed before a "
              "separator; close it, and double those inside the cell"),
            c->name, csv_line_here(c), quote_line(c));
    return yk_fail(err, YK_E_DATA,
                   _("%s, line %zu: a quotation mark stands inside a cell that does not begin with "
                     "one; put the cell in quotation marks and double those inside"),
                   c->name, csv_line_here(c));
}

static yk_code too_long(const struct csv *c, struct yk_err *err)
{
    if (c->parser.quoted)
        return yk_fail(err, YK_E_DATA,
                       _("%s: the quotation mark opened on line %zu runs on for more than 16 MiB; "
                         "close it"),
                       c->name, quote_line(c));
    return yk_fail(err, YK_E_DATA,
                   _("%s, line %zu: a row of more than 16 MiB; this is no table of survey answers"),
                   c->name, c->grid->now.line);
}

yk_code csv_feed(struct csv *c, const char *utf8, size_t n, struct yk_err *err)
{
    /* The worst n bytes can do: a cell or a row each, with a NUL after each cell. */
    grid_reserve(c->grid, c->parser.entry_pos + 2 * n + 2, n + 1, n + 1);
    if (csv_parse(&c->parser, utf8, n, take_cell, take_row, c) < n) {
        if (csv_error(&c->parser) != CSV_EPARSE)
            yk_no_memory();
        return wrong_quotes(c, err);
    }
    if (c->now_bytes + c->parser.entry_pos > GRID_LONGEST)
        return too_long(c, err);
    return YK_OK;
}

yk_code csv_end(struct csv *c, struct yk_err *err)
{
    grid_reserve(c->grid, c->parser.entry_pos + 4, 2, 2);
    if (csv_fini(&c->parser, take_cell, take_row, c))
        return yk_fail(err, YK_E_DATA,
                       _("%s: the quotation mark opened on line %zu is never closed; close it"),
                       c->name, quote_line(c));
    return YK_OK;
}

void csv_release(struct csv *c)
{
    csv_free(&c->parser);
}
