/* show.c - tables for a terminal: columns aligned, headings in the run's language. */
#include <string.h>

#include "cli.h"
#include "youka/base/num.h"

enum { WIDEST = 48 }; /* half-width characters of one column */

static const char *cell_text(struct yk_arena *a, const struct yk_cell *c, enum yk_format format)
{
    char number[32], day[11];
    switch (c->kind) {
    case YK_CELL_TEXT:
        return c->label ? c->label : c->text;
    case YK_CELL_DAY:
        yk_day_write(day, c->day);
        return yk_arena_copy(a, day);
    case YK_CELL_NUMBER:
        if (format == YK_AS_COUNT)
            return yk_arena_printf(a, "%.0f", c->number);
        if (format == YK_AS_DECIMAL)
            return yk_arena_printf(a, "%.1f", c->number);
        if (format == YK_AS_RATE)
            return yk_arena_printf(a, "%.2f", c->number);
        if (format == YK_AS_PERCENT)
            return yk_arena_printf(a, "%.0f%%", 100 * c->number);
        if (format == YK_AS_DEGREES)
            return yk_arena_printf(a, "%.6f", c->number);
        yk_num_write(number, c->number);
        return yk_arena_copy(a, number);
    case YK_CELL_BLANK:
    case YK_CELL_TABLE:
        break;
    }
    return "";
}

static bool is_number(enum yk_format f)
{
    return f == YK_AS_COUNT || f == YK_AS_DECIMAL || f == YK_AS_RATE || f == YK_AS_PERCENT ||
           f == YK_AS_DEGREES;
}

static void put(FILE *to, const char *text, int width, bool right, bool last)
{
    int gap = width - yk_text_width(text);
    for (int i = 0; right && i < gap; i++)
        fputc(' ', to);
    for (; *text; text++) /* a cell is one line here */
        fputc(*text == '\n' || *text == '\r' || *text == '\t' ? ' ' : *text, to);
    for (int i = 0; !right && !last && i < gap; i++)
        fputc(' ', to);
    fputs(last ? "\n" : "  ", to);
}

/* Columns of nested tables and those without a heading are for JSON only. */
static bool is_shown(const struct yk_table *t, size_t column)
{
    if (!t->column[column].heading)
        return false;
    for (size_t r = 0; r < t->rows; r++)
        if (t->cell[r * t->columns + column].kind == YK_CELL_TABLE)
            return false;
    return true;
}

/* The columns that are shown, found out once. */
static size_t *shown_columns(size_t *count, const struct yk_table *t, struct yk_arena *a)
{
    size_t *shown = YK_ARENA_ARRAY(a, size_t, t->columns);
    *count = 0;
    for (size_t c = 0; c < t->columns; c++)
        if (is_shown(t, c))
            shown[(*count)++] = c;
    return shown;
}

static void show_table(FILE *to, const struct yk_table *t, struct yk_arena *a)
{
    size_t count, *shown = shown_columns(&count, t, a);
    const char **text = YK_ARENA_ARRAY(a, const char *, t->rows *count);
    int *width = YK_ARENA_ARRAY(a, int, count);
    if (!count)
        return;
    for (size_t k = 0; k < count; k++) {
        const struct yk_column *column = &t->column[shown[k]];
        width[k] = t->bare ? 0 : yk_text_width(column->heading);
        for (size_t r = 0; r < t->rows; r++) {
            const char *full = cell_text(a, &t->cell[r * t->columns + shown[k]], column->format);
            text[r * count + k] = t->bare || k + 1 == count ? full : yk_text_cut(a, full, WIDEST);
            int w = yk_text_width(text[r * count + k]);
            width[k] = w > width[k] ? w : width[k];
        }
    }
    if (t->title)
        fprintf(to, "%s\n", t->title);
    for (size_t k = 0; !t->bare && k < count; k++) {
        const struct yk_column *column = &t->column[shown[k]];
        put(to, column->heading, width[k], is_number(column->format), k + 1 == count);
    }
    for (size_t r = 0; r < t->rows; r++)
        for (size_t k = 0; k < count; k++)
            put(to, text[r * count + k], width[k],
                !t->bare && is_number(t->column[shown[k]].format), k + 1 == count);
}

bool show_text(FILE *to, const struct yk_sheets *sheets, struct yk_arena *a)
{
    bool first = true;
    for (size_t s = 0; s < sheets->count; s++)
        for (size_t t = 0; t < sheets->sheet[s]->tables; t++) {
            const struct yk_table *table = sheets->sheet[s]->table[t];
            if (!table->rows)
                continue;
            if (!first)
                fputc('\n', to);
            show_table(to, table, a);
            first = false;
        }
    return !ferror(to);
}
