/* source.c - a survey file opened as rows, whatever its encoding and separator. */
#include "youka/intake/source.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "csv.h"
#include "sniff.h"
#include "youka/base/arena.h"
#include "youka/base/say.h"
#include "youka/base/text.h"

#define CHUNK 65536
#define PIECE_CELLS ((size_t)1 << 20) /* a table of very many columns comes in shorter pieces */

struct yk_source {
    char *name;
    struct bytes in;
    struct yk_decoder *decoder; /* NULL while all bytes were ASCII */
    char raw[CHUNK];
    size_t held;        /* bytes at the front of raw whose encoding is not decided */
    bool begun, parsed; /* the first bytes were seen; the first text was parsed */
    bool ended;
    struct yk_buf text; /* the chunk in UTF-8 */
    struct csv csv;
    size_t lent; /* rows of csv given out with the last piece */

    struct yk_arena arena; /* headings, and the rows of yk_source_all */
    struct yk_rows rows;
    const char **cell;
    size_t *line, *extra;
    size_t cell_room, line_room, extra_room;
    struct yk_source_facts facts;
};

/* --- bytes to text ---------------------------------------------------------------------------- */

static yk_code use_encoding(struct yk_source *s, enum yk_encoding e, struct yk_err *err)
{
    s->facts.encoding = e;
    return yk_decoder_new(&s->decoder, e, err);
}

static yk_code look_at_first_bytes(struct yk_source *s, size_t n, struct yk_err *err)
{
    enum yk_encoding e;
    s->begun = true;
    if (sniff_refused(s->name, s->raw, n, err))
        return err->code;
    return sniff_mark(&e, s->raw, n) ? use_encoding(s, e, err) : YK_OK;
}

/* Parses what was decoded so far and says on which line it stopped. */
static yk_code bad_at(struct yk_source *s, size_t good, const char *what, struct yk_err *err)
{
    if (csv_feed(&s->csv, s->text.text, good, err))
        return err->code;
    return yk_fail(err, YK_E_DATA, _("%s, line %zu: %s; save the file again as \"CSV UTF-8\""),
                   s->name, csv_line_here(&s->csv), what);
}

static yk_code parse(struct yk_source *s, bool decoded, struct yk_err *err)
{
    const char *text = s->text.text;
    size_t n = s->text.len, skip = 0;
    if (!s->parsed && n) {
        s->parsed = true;
        s->facts.separator = sniff_separator(text, n, &skip);
        csv_begin(&s->csv, s->name, s->facts.separator, skip ? 2 : 1);
        memmove(s->text.text, text + skip, n -= skip);
    }
    const char *nul = n ? memchr(text, '\0', n) : NULL;
    if (nul)
        return bad_at(s, (size_t)(nul - text), _("a NUL byte, so the file is damaged or no text"),
                      err);
    if (!decoded)
        return bad_at(s, n, _("a cut or damaged character"), err);
    return n ? csv_feed(&s->csv, text, n, err) : YK_OK;
}

/* One chunk from bytes to rows. */
static yk_code advance(struct yk_source *s, struct yk_err *err)
{
    size_t n, pass = 0;
    if (bytes_read(&s->in, s->name, s->raw + s->held, CHUNK - s->held, &n, err))
        return err->code;
    bool last = n < CHUNK - s->held;
    n += s->held;
    s->held = 0;
    if (!s->begun && look_at_first_bytes(s, n, err))
        return err->code;
    yk_buf_clear(&s->text);
    bool decoded = true;
    if (!s->decoder) {
        enum yk_encoding e;
        if (!sniff_encoding(&e, &pass, s->raw, n, last)) {
            yk_buf_add(&s->text, s->raw, pass);
            s->held = n - pass;
            memmove(s->raw, s->raw + pass, s->held);
        } else if (use_encoding(s, e, err)) {
            return err->code;
        }
    }
    if (s->decoder)
        decoded = !yk_decoder_feed(s->decoder, &s->text, s->raw, n, last, err);
    if (parse(s, decoded, err))
        return err->code;
    if (!last)
        return YK_OK;
    s->ended = true;
    s->facts.content = yk_hash_end(&s->in.hash);
    return csv_end(&s->csv, err);
}

/* Reads on until `want` rows lie ready or the file ends. */
static yk_code gather(struct yk_source *s, size_t want, struct yk_err *err)
{
    csv_drop(&s->csv, s->lent);
    s->lent = 0;
    while (s->csv.rows < want && !s->ended)
        if (advance(s, err))
            return err->code;
    s->facts.blank = s->csv.blank;
    return YK_OK;
}

/* --- headings --------------------------------------------------------------------------------- */

static const char *cell_text(const struct csv *c, const struct csv_row *r, size_t column)
{
    return c->text + c->cell[r->first + column];
}

static bool two_different(const struct yk_rows *r)
{
    const char *one = NULL;
    for (size_t i = 0; i < r->width; i++) {
        if (!*r->heading[i])
            continue;
        if (one && strcmp(one, r->heading[i]) != 0)
            return true;
        one = r->heading[i];
    }
    return false;
}

static yk_code read_headings(struct yk_source *s, struct yk_err *err)
{
    if (gather(s, 1, err))
        return err->code;
    if (!s->csv.rows)
        return yk_fail(err, YK_E_DATA, _("%s: is empty; headings are wanted in the first row"),
                       s->name);
    const struct csv_row *r = s->csv.row;
    if (r->beyond)
        return yk_fail(err, YK_E_DATA, _("%s, line %zu: more than %d columns"), s->name, r->line,
                       CSV_WIDEST);
    const char **heading = YK_ARENA_ARRAY(&s->arena, const char *, r->cells);
    for (size_t i = 0; i < r->cells; i++) {
        heading[i] = yk_text_trim(&s->arena, cell_text(&s->csv, r, i));
        if (*heading[i])
            s->rows.width = i + 1;
    }
    s->rows.heading = heading;
    s->rows.heading_line = r->line;
    s->lent = 1;
    if (!two_different(&s->rows))
        return yk_fail(err, YK_E_DATA,
                       _("%s, line %zu: the first row that is not blank must hold the headings, at "
                         "least two, separated by commas, semicolons or tabs"),
                       s->name, r->line);
    return YK_OK;
}

/* --- open and close --------------------------------------------------------------------------- */

static struct yk_source *new_source(const char *name)
{
    /* Aligned as the hash state asks. */
    struct yk_source *s = aligned_alloc(_Alignof(struct yk_source), sizeof *s);
    if (!s)
        yk_no_memory();
    memset(s, 0, sizeof *s);
    s->name = yk_strdup(name);
    s->facts.separator = ',';
    csv_begin(&s->csv, s->name, s->facts.separator, 1);
    return s;
}

static yk_code opened(struct yk_source **out, struct yk_source *s, struct yk_err *err)
{
    if (read_headings(s, err)) {
        yk_source_close(s);
        return err->code;
    }
    *out = s;
    return YK_OK;
}

yk_code yk_source_open(struct yk_source **out, const char *path, struct yk_err *err)
{
    struct bytes in;
    if (bytes_open(&in, path, err))
        return err->code;
    struct yk_source *s = new_source(path);
    s->in = in;
    return opened(out, s, err);
}

yk_code yk_source_open_text(struct yk_source **out, const char *name, const char *csv,
                            struct yk_err *err)
{
    struct yk_source *s = new_source(name);
    bytes_open_text(&s->in, csv);
    return opened(out, s, err);
}

void yk_source_close(struct yk_source *s)
{
    if (!s)
        return;
    bytes_close(&s->in);
    yk_decoder_free(s->decoder);
    yk_buf_release(&s->text);
    csv_release(&s->csv);
    yk_arena_release(&s->arena);
    free(s->cell);
    free(s->line);
    free(s->extra);
    free(s->name);
    free(s);
}

const struct yk_source_facts *yk_source_facts(const struct yk_source *s)
{
    return &s->facts;
}

void yk_source_progress(const struct yk_source *s, unsigned long long *done,
                        unsigned long long *total)
{
    *done = s->in.done;
    *total = s->in.total;
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

/* Row `from` of what was gathered becomes row `to` of the piece. */
static void lay_out(struct yk_source *s, size_t to, size_t from)
{
    const struct csv_row *r = &s->csv.row[from];
    const char **cell = s->cell + to * s->rows.width;
    for (size_t i = 0; i < s->rows.width; i++)
        cell[i] = i < r->cells ? cell_text(&s->csv, r, i) : "";
    s->line[to] = r->line;
    s->extra[to] = r->beyond;
    for (size_t i = s->rows.width; i < r->cells; i++)
        s->extra[to] += !yk_text_blank(cell_text(&s->csv, r, i));
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Gathers the next piece; its rows stand at the front of csv. */
static yk_code next_piece(struct yk_source *s, size_t *count, struct yk_err *err)
{
    size_t most = smaller(YK_PIECE, PIECE_CELLS / s->rows.width);
    if (gather(s, most, err))
        return err->code;
    *count = smaller(s->csv.rows, most);
    s->lent = *count;
    s->facts.rows += *count;
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
