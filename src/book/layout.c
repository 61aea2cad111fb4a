/* layout.c - where tables stand on a sheet and how wide its columns are. */
#include "parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define NARROWEST 5
#define WIDEST 34 /* longer texts go on in a second line */
#define LINE_POINTS 14.5
#define MOST_LINES 27 /* Excel: 409 points */
#define SPACED 1.15   /* words do not fill their lines */
#define BOLD 1.12
#define STAR 1 /* before a heading: half of its width in each of two lines */

/* The widest of the lines of a text. */
static int lines_width(struct yk_arena *a, const char *text)
{
    int widest = 0;
    for (const char *from = text;;) {
        const char *end = strchr(from, '\n');
        int width = yk_text_width(end ? yk_arena_text(a, from, (size_t)(end - from)) : from);
        if (width > widest)
            widest = width;
        if (!end)
            return widest;
        from = end + 1;
    }
}

/* Digits before the point, of the value rounded to `decimals`, with a minus sign. */
static int whole_digits(double value, int decimals)
{
    double left = fabs(value) + .5 * pow(10, -decimals);
    int n = 1;
    for (; left >= 10; left /= 10)
        n++;
    return n + (value < 0);
}

static int number_width(enum yk_format format, double value)
{
    static const int decimals[YK_FORMATS] = {[YK_AS_DECIMAL] = 1, [YK_AS_RATE] = 2};
    char text[32];
    switch (format) {
    case YK_AS_COUNT:
    case YK_AS_DECIMAL:
    case YK_AS_RATE: {
        int n = whole_digits(value, decimals[format]), points = decimals[format] ? 1 : 0;
        return n + (n - (value < 0) - 1) / 3 + points + decimals[format];
    }
    case YK_AS_PERCENT:
        return whole_digits(value * 100, 0) + 1;
    case YK_AS_DEGREES:
        return whole_digits(value, 6) + 7;
    case YK_AS_DAY:
        return 10;
    default:
        return snprintf(text, sizeof text, "%.10g", value);
    }
}

static int cell_width(struct yk_arena *a, enum yk_format format, const struct yk_cell *cell)
{
    switch (cell->kind) {
    case YK_CELL_TEXT:
        return lines_width(a, yk_text_clean(a, yk_page_said(cell)));
    case YK_CELL_NUMBER:
        return isfinite(cell->number) ? number_width(format, cell->number) : 0;
    case YK_CELL_DAY:
        return 10;
    default:
        return 0;
    }
}

/* A heading may break into three lines, but not inside a word of Latin letters. */
static int heading_width(struct yk_arena *a, const char *heading)
{
    int whole = lines_width(a, heading), word = 0, longest = 0;
    for (const char *s = heading; *s; s++) {
        word = (unsigned char)*s < 0x80 && *s != ' ' ? word + 1 : 0;
        if (word > longest)
            longest = word;
    }
    int third = whole > 6 ? (whole + 2) / 3 + 1 : whole;
    return third > longest ? third : longest;
}

static int column_width(struct yk_binder *b, const struct yk_table *t, size_t c)
{
    const struct yk_column *column = &t->column[c];
    if (column->width)
        return column->width;
    int widest = NARROWEST;
    for (size_t r = 0; r < t->rows; r++) {
        int width = cell_width(&b->scratch, column->format, &t->cell[r * t->columns + c]);
        if (width > widest)
            widest = width;
        yk_arena_reset(&b->scratch);
    }
    if (widest > WIDEST)
        widest = WIDEST;
    if (!t->bare && column->heading) {
        int width = heading_width(&b->scratch, column->heading);
        if (width > widest)
            widest = width;
        yk_arena_reset(&b->scratch);
    }
    return widest + 3;
}

static void measure(struct yk_binder *b, struct yk_page *page)
{
    const struct yk_sheet *sheet = page->sheet;
    for (size_t i = 0; i < sheet->tables; i++)
        if (sheet->table[i]->columns > page->columns)
            page->columns = sheet->table[i]->columns;
    page->width = YK_ARENA_ARRAY(&b->arena, int, page->columns + 1);
    for (size_t i = 0; i < sheet->tables; i++) {
        const struct yk_table *t = sheet->table[i];
        for (size_t c = 0; c < t->columns; c++) {
            int width = column_width(b, t, c);
            if (width > page->width[c])
                page->width[c] = width;
        }
    }
}

bool yk_layout_coded(const struct yk_table *t)
{
    for (size_t c = 0; c < t->columns; c++)
        if (t->column[c].code)
            return true;
    return false;
}

void yk_layout(struct yk_binder *b, struct yk_page *page, const struct yk_sheet *sheet)
{
    page->sheet = sheet;
    page->top = YK_ARENA_ARRAY(&b->arena, size_t, sheet->tables + 1);
    measure(b, page);
    size_t row = sheet->data ? 0 : (sheet->title ? 1 : 0) + (sheet->note ? 1 : 0);
    for (size_t i = 0; i < sheet->tables; i++) {
        const struct yk_table *t = sheet->table[i];
        if (i)
            row++;
        row += (!sheet->data && t->title) || (sheet->data && yk_layout_coded(t));
        page->top[i] = row + (t->bare ? 0 : 1);
        row = page->top[i] + t->rows;
    }
    page->below = row;
}

int yk_layout_pixels_of(const struct yk_page *page, size_t column)
{
    return page->width[column] * 7 + 5;
}

int yk_layout_pixels(const struct yk_page *page)
{
    int pixels = 0;
    for (size_t c = 0; c < page->columns; c++)
        pixels += yk_layout_pixels_of(page, c);
    return pixels;
}

/* Lines that a text takes in a column. */
static int lines_of(struct yk_arena *a, const char *text, int width, double stretch)
{
    int lines = 0;
    for (const char *from = text;;) {
        const char *end = strchr(from, '\n');
        const char *line = end ? yk_arena_text(a, from, (size_t)(end - from)) : from;
        double width_here = yk_text_width(line) * stretch, room = width > 2 ? width - 1 : 1;
        lines += width_here <= room
                     ? 1
                     : (int)ceil(width_here * (strchr(line, ' ') ? SPACED : 1) / room);
        if (!end)
            return lines;
        from = end + 1;
    }
}

/* No character is wider than its bytes are many: most texts need not be measured. */
static bool is_one_line(const char *text, int width, double stretch)
{
    size_t n = strlen(text);
    return (double)n * stretch <= width - 1 && !memchr(text, '\n', n);
}

static double points(int lines)
{
    return lines <= 1 ? YK_ROW_POINTS : LINE_POINTS * (lines > MOST_LINES ? MOST_LINES : lines) + 4;
}

double yk_layout_height(struct yk_binder *b, const struct yk_page *page, const struct yk_table *t,
                        size_t row)
{
    int most = 1;
    for (size_t c = 0; c < t->columns; c++) {
        const struct yk_cell *cell = &t->cell[row * t->columns + c];
        if (cell->kind != YK_CELL_TEXT || t->column[c].hidden)
            continue;
        const char *said = yk_page_said(cell);
        double stretch = cell->tone == YK_TONE_STRONG ? BOLD : 1;
        if (is_one_line(said, page->width[c], stretch))
            continue;
        int lines =
            lines_of(&b->scratch, yk_text_clean(&b->scratch, said), page->width[c], stretch);
        most = lines > most ? lines : most;
    }
    return points(most);
}

double yk_layout_heading_height(struct yk_binder *b, const struct yk_page *page,
                                const struct yk_table *t)
{
    int most = 1;
    for (size_t c = 0; c < t->columns; c++) {
        if (!t->column[c].heading || t->column[c].hidden)
            continue;
        int star = t->column[c].need ? STAR : 0;
        int lines = lines_of(&b->scratch, t->column[c].heading, page->width[c] - star, BOLD);
        most = lines > most ? lines : most;
    }
    return points(most);
}
