/* form_sheet.h - a sheet of an XLSForm: its columns by heading, its cells trimmed, its refusals. */
#ifndef YOUKA_SURVEY_FORM_SHEET_H
#define YOUKA_SURVEY_FORM_SHEET_H

#include <stdbool.h>

#include "youka/base/arena.h"
#include "youka/base/err.h"
#include "youka/base/rows.h"

/* A column in several languages takes three places: without language, 中文, English. */
enum column {
    COL_TYPE,
    COL_NAME,
    COL_LABEL,
    COL_HINT = COL_LABEL + 3,
    COL_MESSAGE = COL_HINT + 3,
    COL_REQUIRED = COL_MESSAGE + 3,
    COL_RELEVANT,
    COL_CONSTRAINT,
    COL_CALCULATION,
    COL_EACH_VISIT,
    COL_LIST,
    COL_FORM_TITLE,
    COL_FORM_ID,
    COL_VERSION,
    COL_INSTANCE_NAME,
    COLUMNS,
};

struct sheet {
    const char *name; /* "survey", "choices", "settings" */
    const struct yk_rows *rows;
    struct yk_arena *arena;
    struct yk_err *err;
    size_t column[COLUMNS]; /* where each stands; SIZE_MAX: nowhere */
};

/* Refuses a heading that is not known, one that stands twice, and a filled cell of a column that
 * youka knows but cannot follow (choice_filter, default, …). */
YK_MUST yk_code yk_sheet_open(struct sheet *out, const char *name, const struct yk_rows *rows,
                              struct yk_arena *a, struct yk_err *err);
/* Fails when the sheet lacks the column; names it and the ones found. */
YK_MUST yk_code yk_sheet_must(const struct sheet *s, enum column column);
/* The cell trimmed, "" where the column is not there. In the arena. */
const char *yk_sheet_text(const struct sheet *s, size_t row, enum column column);
/* Of a column in several languages, the 中文 (0) or English (1) text; where that is blank, the one
 * without language, then the other one. */
const char *yk_sheet_worded(const struct sheet *s, size_t row, enum column column, int lang);
bool yk_sheet_blank_row(const struct sheet *s, size_t row);
/* YK_E_DATA: sheet, row as a spreadsheet shows it, column, the cell's text, and why. */
YK_MUST yk_code yk_sheet_refuse(const struct sheet *s, size_t row, enum column column,
                                const char *why);
/* Puts the same before a message that is there already. */
YK_MUST yk_code yk_sheet_while(const struct sheet *s, size_t row, enum column column);

#endif
