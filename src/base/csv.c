/* csv.c - cells of CSV as spreadsheets read them. */
#include "youka/base/csv.h"

#include <string.h>

#include "youka/base/num.h"
#include "youka/base/text.h"

/* Spreadsheets run a text that begins as a formula does; a number with its sign is none. */
static bool wants_guard(const char *text)
{
    double number;
    return yk_text_formula_like(text) && yk_num_read(&number, text) != YK_NUM_OK;
}

static void put_cell(struct yk_buf *b, const char *text)
{
    const char *guarded = wants_guard(text) ? "'" : "";
    if (!strpbrk(text, ",\"\r\n")) {
        yk_buf_puts(b, guarded);
        yk_buf_puts(b, text);
        return;
    }
    yk_buf_puts(b, "\"");
    yk_buf_puts(b, guarded);
    for (size_t n; *text; text += n) {
        n = strcspn(text, "\"");
        yk_buf_add(b, text, n);
        if (text[n] == '"') {
            yk_buf_puts(b, "\"\"");
            n++;
        }
    }
    yk_buf_puts(b, "\"");
}

void yk_csv_cells(struct yk_buf *b, const char *const *cell, size_t width)
{
    for (size_t i = 0; i < width; i++) {
        if (i)
            yk_buf_puts(b, ",");
        put_cell(b, cell[i]);
    }
}
