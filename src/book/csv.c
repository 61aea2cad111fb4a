/* csv.c - tables as CSV. */
#include "youka/book/csv.h"

#include <stdio.h>

#include "youka/base/csv.h"
#include "youka/base/file.h"
#include "youka/base/say.h"

void yk_csv_row(struct yk_buf *b, const char *const *cell, size_t width)
{
    yk_csv_cells(b, cell, width);
    yk_buf_puts(b, "\n");
}

yk_code yk_csv_write(const char *path, const char *text, bool mark, struct yk_err *err)
{
    struct yk_draft draft = {0};
    if (yk_draft_begin(&draft, path, err))
        return err->code;
    FILE *f = fopen(draft.path, "w");
    bool failed = !f;
    if (f) {
        failed = (mark && fputs(YK_CSV_MARK, f) < 0) || fputs(text, f) < 0;
        failed |= fclose(f) != 0;
    }
    yk_code code = failed ? yk_fail(err, YK_E_IO, _("%s cannot be written"), path)
                          : yk_draft_finish(&draft, err);
    yk_draft_drop(&draft);
    return code;
}
