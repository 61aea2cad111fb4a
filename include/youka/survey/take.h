/* take.h - rows x form > answers and rejects: what survey.md says of «Rows into answers». */
#ifndef YOUKA_SURVEY_TAKE_H
#define YOUKA_SURVEY_TAKE_H

#include "youka/base/rows.h"
#include "youka/base/watch.h"
#include "youka/geo/datum.h"
#include "youka/model/batch.h"
#include "youka/survey/form.h"

/* What headings say of a table before it is read. The form is borrowed. */
struct yk_headings;
enum yk_table_kind {
    YK_TABLE_OTHER,  /* no table of the form */
    YK_TABLE_MAIN,   /* a row a record: at least three of its own questions, and those of the form's
                        instance_name among them but for the station */
    YK_TABLE_REPEAT, /* lines of a repeat: its questions, and a column that says whose they are */
};
struct yk_headings *yk_headings_new(const struct yk_form *form);
void yk_headings_free(struct yk_headings *h);
/* A question of the form, or what servers and our own workbooks add; `headings` is a struct
 * yk_headings, as yk_source_ask wants it. */
bool yk_heading_known(void *headings, const char *heading);
/* `sheet`: its name, which decides where columns do not. *group: of a YK_TABLE_REPEAT. */
enum yk_table_kind yk_headings_judge(struct yk_headings *h, const char *sheet,
                                     const struct yk_rows *rows, size_t *group);

/* How a file's columns are read: made once a file from its headings. */
struct yk_taker;

struct yk_take_options {
    const char *file; /* name for rejects */
    yk_day today;
    enum yk_datum datum; /* for typed coordinates without one; YK_DATUM_UNKNOWN: not given */
    const char *station; /* --station: for rows without station_code; NULL: none */
    const struct yk_map *stations; /* known station codes; NULL: not checked */
    enum yk_lang lang;
    bool passes_over; /* columns that are no questions are not kept */
};

/* Fails (YK_E_DATA) when a required column is missing: names it and the columns found. Headings are
 * matched by name, name without group, Chinese label, English label, synonym (folded). Both
 * headings and form are borrowed. */
YK_MUST yk_code yk_taker_new(struct yk_taker **out, const struct yk_form *form,
                             const struct yk_rows *rows, const struct yk_take_options *options,
                             struct yk_err *err);
/* Adds the rows of a repeat's own file or sheet (fields, and PARENT_KEY, _submission__uuid or
 * _parent_index, which joins with the main table's KEY, _uuid or _index): call for all pieces
 * before the first yk_take. */
YK_MUST yk_code yk_taker_repeat(struct yk_taker *t, const char *repeat, const char *file,
                                const struct yk_rows *rows, struct yk_err *err);
/* The repeats' own files so far, for the lines that go back with refused rows; lent. */
struct yk_repeat_table {
    const char *file;
    const char *const *heading, *const *label; /* as of yk_rows */
    size_t width;
};
const struct yk_repeat_table *yk_taker_repeats(const struct yk_taker *t, size_t *count);
/* One piece. The batch lies in the arena; its texts may also point into the rows, the options and
 * the taker. Never fails for bad data: that is a reject. Whatever is taken from a line of a repeat
 * although it was not asked is an answer of the row named "fleet[2]/veh_hours_month", flagged
 * irrelevant by that name; a missing answer of a line is flagged by the question's name. A bad line
 * of a repeat's own file gives a reject of its own and one of its parent's row. */
void yk_take(struct yk_batch *out, struct yk_taker *t, const struct yk_rows *rows,
             struct yk_arena *a);
/* Unknown columns and the like, once a file; NULL-ended, lent. Repeat lines without a parent, and
 * clients held ready by our own workbook whom nobody visited, are told here too, after the last
 * piece. */
const char *const *yk_taker_warnings(struct yk_taker *t);
void yk_taker_free(struct yk_taker *t);

#endif
