/* write.c - rows of cells as the programs write them: separator, quotes, line end, encoding. */
#include "sample.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

void writer_open(struct writer *w, char separator, bool quote_all, const char *line_end)
{
    *w = (struct writer){
        .separator = separator, .quote_all = quote_all, .line_end = line_end, .line = 1};
    w->f = open_memstream(&w->text, &w->size);
    if (!w->f)
        abort();
}

void writer_cell(struct writer *w, const char *text)
{
    const char special[] = {w->separator, '"', '\n', '\r', '\0'};
    bool quote;

    text = text ? text : "";
    quote = w->quote_all || text[strcspn(text, special)];
    if (w->column++)
        putc(w->separator, w->f);
    if (quote)
        putc('"', w->f);
    for (; *text; text++) {
        if (*text == '"')
            putc('"', w->f);
        if (*text == '\n')
            w->line++;
        putc(*text, w->f);
    }
    if (quote)
        putc('"', w->f);
}

void writer_end(struct writer *w)
{
    fputs(w->line_end, w->f);
    w->column = 0;
    w->line++;
}

/* The whole text at once; what the encoding lacks is our mistake and ends the program. */
static char *encoded(const struct writer *w, const char *encoding, size_t *size)
{
    size_t room = 4 * w->size + 16, in = w->size, out = room;
    char *bytes = yk_alloc(room), *to = bytes, *from = w->text;
    iconv_t way = iconv_open(encoding, "UTF-8");

    if (way == (iconv_t)-1 || iconv(way, &from, &in, &to, &out) == (size_t)-1) {
        fprintf(stderr, "sample: cannot write %s: %s\n", encoding, strerror(errno));
        exit(1);
    }
    iconv_close(way);
    *size = room - out;
    return bytes;
}

bool writer_save(struct writer *w, const char *dir, const char *name, const char *encoding,
                 const char *mark)
{
    struct yk_buf path = {0};
    size_t size;

    fclose(w->f);
    yk_buf_printf(&path, "%s/%s", dir, name);
    char *bytes = encoded(w, encoding, &size);
    FILE *f = fopen(path.text, "wb");
    bool good =
        f && fwrite(mark, 1, strlen(mark), f) == strlen(mark) && fwrite(bytes, 1, size, f) == size;
    good = f && fclose(f) == 0 && good;
    if (!good)
        fprintf(stderr, "sample: cannot write %s\n", path.text);
    yk_buf_release(&path);
    free(bytes);
    free(w->text);
    return good;
}
