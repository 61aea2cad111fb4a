/* parts.h - what the files of the room share: a workbook being bound, page by page. */
#ifndef YOUKA_SRC_BOOK_PARTS_H
#define YOUKA_SRC_BOOK_PARTS_H

#include <xlsxwriter.h>

#include "youka/base/err.h"
#include "youka/base/map.h"
#include "youka/base/sheet.h"

#define YK_FORMATS (YK_AS_NUMBER + 1)
#define YK_NEEDS (YK_NEED_ALWAYS + 1)
#define YK_GROUP_COLOURS 3 /* the usual one, then two in turn */

enum yk_role { YK_ROLE_TITLE, YK_ROLE_NOTE, YK_ROLE_TABLE_TITLE, YK_ROLES };

/* Where a sheet's tables stand. Rows and columns count from 0. */
struct yk_page {
    const struct yk_sheet *sheet;
    lxw_worksheet *to;
    size_t columns;     /* of the widest table */
    int *width;         /* of each column, in half-width characters */
    size_t *top;        /* first data row of each table */
    size_t below;       /* first row under the last table */
    size_t rows, cells; /* written */
};

struct yk_binder {
    const struct yk_sheets *sheets;
    lxw_workbook *book;
    struct yk_arena arena, scratch; /* for the book; for a row */
    struct yk_page *page;           /* one a sheet */
    lxw_format *body[YK_FORMATS][YK_TONES][2], *role[YK_ROLES];
    lxw_format *heading[YK_GROUP_COLOURS][YK_NEEDS];
    const char *const **list; /* distinct drop-downs */
    size_t lists;
    struct yk_page list_page;
    lxw_error trouble; /* the first */
    /* Texts longer than a block of the library's temp files, each once, and what they come to. */
    struct yk_map long_texts;
    size_t long_bytes;
};

/* Keeps the first refusal of the library; out of memory ends the program, as everywhere. */
void yk_binder_keep(struct yk_binder *b, lxw_error e);

/* style.c */
lxw_format *yk_style_body(struct yk_binder *b, const struct yk_column *column, enum yk_tone tone);
lxw_format *yk_style_role(struct yk_binder *b, enum yk_role role);
lxw_format *yk_style_heading(struct yk_binder *b, const struct yk_column *column);
lxw_color_t yk_style_colour(enum yk_tone tone);
extern const char yk_style_font[];

/* layout.c: rows and widths, before anything is written. */
void yk_layout(struct yk_binder *b, struct yk_page *page, const struct yk_sheet *sheet);
int yk_layout_pixels_of(const struct yk_page *page, size_t column);
int yk_layout_pixels(const struct yk_page *page); /* of all columns */
/* Points that a row's texts take when broken at their columns' widths. Programs that open the book
 * do not agree on doing this themselves. */
double yk_layout_height(struct yk_binder *b, const struct yk_page *page, const struct yk_table *t,
                        size_t row);
double yk_layout_heading_height(struct yk_binder *b, const struct yk_page *page,
                                const struct yk_table *t);
/* Does a hidden row of codes stand above the headings (on a data sheet). */
bool yk_layout_coded(const struct yk_table *t);
#define YK_ROW_POINTS 18.0 /* a row of one line */

/* page.c */
void yk_page_write(struct yk_binder *b, struct yk_page *page);
void yk_page_text(struct yk_binder *b, struct yk_page *page, size_t row, size_t column,
                  const char *text, lxw_format *format);
/* Text as a cell can hold it: clean, without what Excel would read as an escape, cut to its limit.
 */
const char *yk_page_fit(struct yk_arena *a, const char *text);
/* What people read in a text cell. */
static inline const char *yk_page_said(const struct yk_cell *cell)
{
    return cell->label ? cell->label : cell->text;
}
#define YK_EXCEL_DAY_0 25569 /* 1970-01-01 in the 1900 system */

/* checks.c: what a column's cells take, and what is told when one is chosen. */
void yk_check_write(struct yk_binder *b, struct yk_page *page, const struct yk_column *column,
                    size_t c, size_t first, size_t last);

/* lookup.c */
void yk_lookup_write(struct yk_binder *b, struct yk_page *page, size_t row, size_t c,
                     const struct yk_table *t);
/* "A" .. "XFD" */
void yk_column_letters(char out[8], size_t column);

/* lists.c: drop-downs stand on a hidden sheet under a defined name, since a list longer than 255
 * bytes inside the rule ends the process. */
void yk_lists_collect(struct yk_binder *b);
void yk_lists_write(struct yk_binder *b);
void yk_lists_name(char out[32], const struct yk_binder *b, const char *const *list);

/* chart.c */
void yk_charts_write(struct yk_binder *b, struct yk_page *page);

/* count.c: opens the finished file again. */
struct yk_tally {
    size_t rows, cells;
};
/* *long_bytes grows by the texts that are long enough to lose a block and stay whole XML, as they
 * are written; yk_count_long: what one of them comes to, 0 for others. */
YK_MUST yk_code yk_count(struct yk_tally *sheet, size_t sheets, size_t *long_bytes,
                         const char *path, struct yk_err *err);
size_t yk_count_long(const char *text);

#endif
