/* text.c - a text of any encoding and separator as rows. */
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "csv.h"
#include "reader.h"
#include "sniff.h"
#include "youka/base/say.h"

#define CHUNK 65536

struct text {
    struct reader reader;
    struct bytes in;
    struct yk_decoder *decoder; /* NULL while all bytes were ASCII */
    char raw[CHUNK];
    size_t held;        /* bytes at the front of raw whose encoding is not decided */
    bool begun, parsed; /* the first bytes were seen; the first text was parsed */
    struct yk_buf text; /* the chunk in UTF-8 */
    struct csv csv;
};

static yk_code use_encoding(struct text *t, enum yk_encoding e, struct yk_err *err)
{
    t->reader.facts.encoding = e;
    return yk_decoder_new(&t->decoder, e, err);
}

static yk_code look_at_first_bytes(struct text *t, size_t n, struct yk_err *err)
{
    enum yk_encoding e;
    t->begun = true;
    if (sniff_refused(t->reader.name, t->raw, n, err))
        return err->code;
    return sniff_mark(&e, t->raw, n) ? use_encoding(t, e, err) : YK_OK;
}

/* Parses what was decoded so far and says on which line it stopped. */
static yk_code bad_at(struct text *t, size_t good, const char *what, struct yk_err *err)
{
    if (csv_feed(&t->csv, t->text.text, good, err))
        return err->code;
    return yk_fail(err, YK_E_DATA, _("%s, line %zu: %s; save the file again as \"CSV UTF-8\""),
                   t->reader.name, csv_line_here(&t->csv), what);
}

static yk_code parse(struct text *t, bool decoded, struct yk_err *err)
{
    struct reader *r = &t->reader;
    const char *text = t->text.text;
    size_t n = t->text.len, skip = 0;
    if (!t->parsed && n) {
        t->parsed = true;
        r->facts.separator = sniff_separator(text, n, &skip);
        csv_begin(&t->csv, &r->grid, r->name, r->facts.separator, skip ? 2 : 1);
        memmove(t->text.text, text + skip, n -= skip);
    }
    const char *nul = n ? memchr(text, '\0', n) : NULL;
    if (nul)
        return bad_at(t, (size_t)(nul - text), _("a NUL byte, so the file is damaged or no text"),
                      err);
    if (!decoded)
        return bad_at(t, n, _("a cut or damaged character"), err);
    return n ? csv_feed(&t->csv, text, n, err) : YK_OK;
}

/* One chunk from bytes to rows. */
static yk_code advance(struct reader *r, struct yk_err *err)
{
    struct text *t = (struct text *)r;
    size_t n, pass = 0;
    if (bytes_read(&t->in, r->name, t->raw + t->held, CHUNK - t->held, &n, err))
        return err->code;
    bool last = n < CHUNK - t->held;
    n += t->held;
    t->held = 0;
    if (!t->begun && look_at_first_bytes(t, n, err))
        return err->code;
    yk_buf_clear(&t->text);
    bool decoded = true;
    if (!t->decoder) {
        enum yk_encoding e;
        if (!sniff_encoding(&e, &pass, t->raw, n, last)) {
            yk_buf_add(&t->text, t->raw, pass);
            t->held = n - pass;
            memmove(t->raw, t->raw + pass, t->held);
        } else if (use_encoding(t, e, err)) {
            return err->code;
        }
    }
    if (t->decoder)
        decoded = !yk_decoder_feed(t->decoder, &t->text, t->raw, n, last, err);
    if (parse(t, decoded, err))
        return err->code;
    if (!last)
        return YK_OK;
    r->ended = true;
    return csv_end(&t->csv, err);
}

static void progress(const struct reader *r, unsigned long long *done, unsigned long long *total)
{
    const struct text *t = (const struct text *)r;
    *done = t->in.done;
    *total = t->in.total;
}

static void close_text(struct reader *r)
{
    struct text *t = (struct text *)r;
    bytes_close(&t->in);
    yk_decoder_free(t->decoder);
    yk_buf_release(&t->text);
    csv_release(&t->csv);
    grid_release(&r->grid);
    free(t);
}

static struct text *new_text(const char *name)
{
    static const struct reader_kind kind = {
        .advance = advance, .progress = progress, .close = close_text};
    struct text *t = yk_alloc(sizeof *t);
    t->reader = (struct reader){.kind = &kind, .name = name};
    t->reader.facts.separator = ',';
    t->reader.facts.sheet = "";
    csv_begin(&t->csv, &t->reader.grid, name, ',', 1);
    return t;
}

yk_code text_open(struct reader **out, const char *path, struct yk_err *err)
{
    struct bytes in;
    if (bytes_open(&in, path, err))
        return err->code;
    struct text *t = new_text(path);
    t->in = in;
    *out = &t->reader;
    return YK_OK;
}

struct reader *text_open_memory(const char *name, const char *csv)
{
    struct text *t = new_text(name);
    bytes_open_text(&t->in, csv);
    return &t->reader;
}
