/* sheet.h - one of the five shapes: titled tables of typed cells, charts by reference.
 * What a workbook, a terminal table and JSON all come from. Everything lies in the maker's arena.
 */
#ifndef YOUKA_BASE_SHEET_H
#define YOUKA_BASE_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/arena.h"
#include "youka/base/day.h"
#include "youka/base/text.h"

struct yk_table;

/* YK_CELL_TABLE: a list inside a row (reasons of an estimate): nested in JSON, left out elsewhere.
 */
enum yk_cell_kind { YK_CELL_BLANK, YK_CELL_TEXT, YK_CELL_NUMBER, YK_CELL_DAY, YK_CELL_TABLE };

/* How a cell stands out. Tier tones colour by value class, the last ones by how far a cell of a map
 * is walked. */
enum yk_tone {
    YK_TONE_PLAIN,
    YK_TONE_PLATINUM,
    YK_TONE_GOLD,
    YK_TONE_IRON,
    YK_TONE_LEAD,
    YK_TONE_WARN,
    YK_TONE_MUTED,
    YK_TONE_STRONG,
    YK_TONE_LATE,
    YK_TONE_TODO,
    YK_TONE_BEGUN,
    YK_TONE_DONE,
    YK_TONE_ASIDE,
    YK_TONE_NOBODYS,
    YK_TONE_LINK,
    YK_TONES,
};

struct yk_cell {
    enum yk_cell_kind kind;
    enum yk_tone tone;
    const char *label; /* of a text that is a code: what people read instead; NULL: the text */
    union {
        const char *text;
        double number;
        yk_day day;
        const struct yk_table *table;
    };
};

/* How a column is shown; cells keep their full value. */
enum yk_format {
    YK_AS_TEXT,    /* "@": long digit strings stay as they are */
    YK_AS_WRAP,    /* text over several lines */
    YK_AS_COUNT,   /* 1,234 */
    YK_AS_DECIMAL, /* 1,234.5 */
    YK_AS_PERCENT, /* value .25 shown as 25% */
    YK_AS_DEGREES, /* 6 decimals */
    YK_AS_DAY,     /* yyyy-mm-dd */
    YK_AS_RATE,    /* 0.45 */
    YK_AS_NUMBER,  /* as it was typed */
};

/* What a cell that people fill in may hold. Days count as yk_day; where `today` is set, from the
 * day of filling in. YK_LIMIT_WHOLE, YK_LIMIT_NUMBER and YK_LIMIT_DAY refuse other kinds even
 * without a bound. */
enum yk_limit_kind {
    YK_LIMIT_NONE,
    YK_LIMIT_WHOLE,
    YK_LIMIT_NUMBER,
    YK_LIMIT_DAY,
    YK_LIMIT_LENGTH, /* characters of a text */
};
struct yk_bound {
    bool set, beyond, today; /* beyond: the value itself is outside */
    double value;
};
struct yk_limit {
    enum yk_limit_kind kind;
    struct yk_bound least, most;
};

/* Must a cell be filled in: a star before the heading, which is no part of the heading's text. */
enum yk_need { YK_NEED_NOT, YK_NEED_SOMETIMES, YK_NEED_ALWAYS };

/* A column that is worked out in the workbook: from the row of `table` whose column `key` holds the
 * number that stands in this row's column `by`, the text in column `shown`. */
struct yk_lookup {
    const struct yk_table *table;
    size_t key, shown, by;
};

struct yk_column {
    const char *key; /* JSON key; "a.b" nests; NULL: not in JSON; "": the rows are bare values */
    const char *heading; /* in the run's language, unit included */
    enum yk_format format;
    int width;               /* in half-width characters; 0: from the content */
    bool bar;                /* data bars */
    bool input;              /* to be filled in by hand: framed, light ground */
    const char *const *list; /* drop-down, NULL-ended, or NULL */
    bool hidden;             /* for the program that loads the sheet back */
    bool link; /* labels of its texts name files beside the workbook: a click opens them */

    const char *code; /* stands in a hidden row above the headings; NULL in all columns: no row */
    enum yk_need need;
    unsigned group;                 /* headings of one group share a colour; 0: the usual one */
    const char *tip_title;          /* of what is told when a cell is chosen, or NULL */
    const char *tip;                /* NULL: nothing is told */
    struct yk_limit limit;          /* with `list` it does not count */
    const char *refusal;            /* said of what list or limit refuse; NULL: a usual sentence */
    const struct yk_lookup *lookup; /* its cells are made by the book; NULL: none */
};

struct yk_table {
    const char *name;  /* JSON key, unique; "": its single row's columns are members of the whole */
    const char *title; /* above the headings; NULL: none */
    size_t columns, rows, room;
    struct yk_column *column;
    struct yk_cell *cell; /* rows * columns */
    bool bare;            /* no headings: key figures, one pair a row */
    bool sparse;          /* blank cells wear their column's look: many rows ready to fill in */
};

/* YK_CHART_STACKED: columns whose series stand on one another. */
enum yk_chart_kind {
    YK_CHART_COLUMN,
    YK_CHART_BAR,
    YK_CHART_PARETO,
    YK_CHART_SCATTER,
    YK_CHART_STACKED
};
enum yk_mark { YK_MARK_DOT, YK_MARK_LINE, YK_MARK_DIAMOND, YK_MARK_SQUARE };

/* Rows [first, first+count) of two columns of a table. YK_CHART_PARETO takes shares 0..1: bars, and
 * a line for the series with `cumulative`, on one axis in percent. */
struct yk_series {
    const char *name;
    const struct yk_table *table;
    size_t x, y, first, count;
    enum yk_tone tone;
    enum yk_mark mark;
    bool cumulative; /* YK_CHART_PARETO: the running sum */
    size_t named;    /* YK_CHART_SCATTER: a column of texts to stand at the points; 0: none */
};

struct yk_chart {
    enum yk_chart_kind kind;
    const char *title, *x_title, *y_title;
    struct yk_series *series;
    size_t count;
    double span; /* YK_CHART_SCATTER: axes run from -span to +span; 0: automatic */
};

enum yk_paper { YK_PORTRAIT, YK_LANDSCAPE };

/* Tables stand one under the other from the left edge; charts stand under the tables, two a row. */
struct yk_sheet {
    const char *name; /* fit for Excel: at most 31 characters, none of []:*?/\, unique */
    const char *title;
    const char *note; /* small print under the title, or NULL */
    enum yk_paper paper;
    bool data;     /* one table from row 1: headings frozen, filter on, no title: loads back */
    bool hidden;   /* feeds charts */
    size_t frozen; /* columns that stay at the left when `data` is scrolled */
    struct yk_table **table;
    size_t tables;
    struct yk_chart **chart;
    size_t charts;
};

struct yk_sheets {
    struct yk_arena *arena;
    enum yk_lang lang;
    const char *title, *footer;
    yk_day created;
    struct yk_sheet **sheet;
    size_t count;
};

void yk_sheets_init(struct yk_sheets *s, struct yk_arena *a, enum yk_lang lang, const char *title,
                    yk_day created);
/* Mends a name that Excel would refuse; copies it. Titles and other texts are lent. */
struct yk_sheet *yk_sheets_add(struct yk_sheets *s, const char *name, const char *title);
/* The sheet of that name, or NULL. */
struct yk_sheet *yk_sheets_find(const struct yk_sheets *s, const char *name);
/* Shows a sheet of others here, too, behind what is there; it is borrowed. */
void yk_sheets_borrow(struct yk_sheets *s, struct yk_sheet *sheet);
/* A table outside any sheet, for a cell. Columns are copied. */
struct yk_table *yk_sheets_table(struct yk_sheets *s, const char *name,
                                 const struct yk_column *column, size_t columns);
struct yk_table *yk_sheet_table(struct yk_sheets *s, struct yk_sheet *in, const char *name,
                                const char *title, const struct yk_column *column, size_t columns);
struct yk_chart *yk_sheet_chart(struct yk_sheets *s, struct yk_sheet *in, enum yk_chart_kind kind,
                                const char *title, size_t series);
/* A new row of blank cells; set them with the calls below. Valid until the next row of the table.
 */
struct yk_cell *yk_table_row(struct yk_sheets *s, struct yk_table *t);

static inline struct yk_cell yk_text_cell(const char *text)
{
    return (struct yk_cell){.kind = text && *text ? YK_CELL_TEXT : YK_CELL_BLANK, .text = text};
}
/* A code for programs with its label for people. */
static inline struct yk_cell yk_code_cell(const char *code, const char *label)
{
    struct yk_cell cell = yk_text_cell(code);
    cell.label = label;
    return cell;
}
static inline struct yk_cell yk_number_cell(double value)
{
    return (struct yk_cell){.kind = YK_CELL_NUMBER, .number = value};
}
static inline struct yk_cell yk_day_cell(yk_day day)
{
    return (struct yk_cell){.kind = day == YK_DAY_NONE ? YK_CELL_BLANK : YK_CELL_DAY, .day = day};
}

#endif
