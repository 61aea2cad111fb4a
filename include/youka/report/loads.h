/* loads.h - what a load did, file by file, and the rows it refused. */
#ifndef YOUKA_REPORT_LOADS_H
#define YOUKA_REPORT_LOADS_H

#include "youka/base/rows.h"
#include "youka/base/sheet.h"
#include "youka/model/batch.h"
#include "youka/report/report.h"

struct yk_load {
    struct yk_batch_head head;
    struct yk_batch_counts counts;
    struct yk_refused *table; /* the file's own, then its repeats' */
    size_t tables, table_room;
};
struct yk_loads {
    struct yk_load *load;
    size_t count, room;
    struct yk_reject *reject; /* every bad cell of every file */
    size_t rejects, reject_room;
    const char **warning;
    size_t warnings, warning_room;
};

/* Texts are copied to the arena, the lists grow on the heap: end with yk_loads_release. The load
 * returned is valid until the next add. */
struct yk_load *yk_load_add(struct yk_loads *l, const struct yk_batch_head *head);
/* A table of the file whose rows may be refused; gives its number, the same for the same name. */
size_t yk_load_table(struct yk_load *file, const char *name, const char *const *heading,
                     const char *const *label, size_t width, struct yk_arena *a);
/* `rows` holds the reject's row, of that table; NULL: it stands in a repeat's own file. */
void yk_load_refuse(struct yk_loads *l, struct yk_load *file, size_t table,
                    const struct yk_reject *reject, const struct yk_rows *rows, struct yk_arena *a);
/* A repeat's line that goes back with its refused row; before the rejects of its piece. */
void yk_load_refuse_line(struct yk_load *file, size_t table, const struct yk_refused_line *line,
                         struct yk_arena *a);
void yk_load_warn(struct yk_loads *l, const char *sentence, struct yk_arena *a);
void yk_loads_release(struct yk_loads *l);

/* Tables batches, rejects, warnings (commands.md). */
void yk_report_loads(struct yk_sheets *out, const struct yk_loads *l);
/* The rejects workbook, one sheet a table; loads back. */
void yk_report_loads_book(struct yk_sheets *out, const struct yk_loads *l);

#endif
