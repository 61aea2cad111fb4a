/* entry_sheets.h - what the files of the entry workbook share. Private to src/report. */
#ifndef YOUKA_SRC_REPORT_ENTRY_SHEETS_H
#define YOUKA_SRC_REPORT_ENTRY_SHEETS_H

#include "words.h"
#include "youka/report/entry.h"

/* Rows ready for clients and for lines that nobody knows yet. */
enum { YK_READY_CLIENTS = 300, YK_READY_LINES = 600 };

struct yk_entry_book {
    struct yk_view *view;
    const struct yk_entry *entry;
    const struct yk_table *clients; /* the main table; its first column counts the rows */
    size_t name;                    /* its column of names */
};

/* entry_columns.c: a question as a column: look, drop-down, limits, what is told beside it. */
struct yk_column yk_entry_column(const struct yk_entry_book *b, const struct yk_question *q);
bool yk_entry_asks(const struct yk_question *q, const char *repeat);
/* What separates several answers in one cell: labels in Chinese hold no space. */
const char *yk_entry_separator(const struct yk_view *v);

/* entry_rows.c */
struct yk_cell yk_entry_cell(const struct yk_entry_book *b, const struct yk_question *q,
                             const char *text);
void yk_entry_client_rows(struct yk_entry_book *b, struct yk_table *t,
                          const struct yk_question *const *asked);
void yk_entry_line_rows(struct yk_entry_book *b, struct yk_table *t, const char *repeat,
                        const struct yk_question *const *asked);
/* Columns before those of questions. */
enum { YK_ENTRY_INDEX, YK_ENTRY_CLIENT, YK_ENTRY_OWN };

/* entry_guide.c. Of places and cells where nobody has been yet; none where there are none. */
void yk_entry_spots_sheet(struct yk_entry_book *b);
void yk_entry_guide_sheet(struct yk_entry_book *b);

#endif
