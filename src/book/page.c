/* page.c - one sheet: its cells, checks, bars and print set-up. */
#include "parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "youka/base/say.h"

#define CELL_UNITS 32767 /* most UTF-16 units in a cell */
#define HEADER_BYTES 240 /* the library takes 255 characters */
#define POSTER_ROWS 60   /* a sheet with charts and few rows goes on one page */
#define PAPER_A4 9
#define LEGIBLE                                                                                    \
    1750 /* pixels of a sheet that still read well on the width of an A4 landscape page */

void yk_binder_keep(struct yk_binder *b, lxw_error e)
{
    /* A text finds no place among the shared ones where there is no memory for it. */
    if (e == LXW_ERROR_MEMORY_MALLOC_FAILED || e == LXW_ERROR_SHARED_STRING_INDEX_NOT_FOUND)
        yk_no_memory();
    if (e && !b->trouble)
        b->trouble = e;
}

/* "_x0041_" in a cell would be shown as "A": Excel's escape for an underscore goes before it. */
static bool escape_like(const char *s)
{
    if (s[0] != '_' || s[1] != 'x')
        return false;
    return strspn(s + 2, "0123456789abcdefABCDEF") >= 4 && s[6] == '_';
}

const char *yk_page_fit(struct yk_arena *a, const char *text)
{
    const char *clean = yk_text_clean(a, text);
    size_t len = strlen(clean);
    if (len < CELL_UNITS && !strstr(clean, "_x"))
        return clean;
    struct yk_buf out = {0};
    size_t units = 0;
    for (const char *s = clean; *s;) {
        const char *from = s;
        bool escape = escape_like(s);
        units += yk_utf8_next(&s) > 0xFFFF ? 2 : 1;
        units += escape ? 6 : 0;
        if (units > CELL_UNITS - 1 && (*s || units > CELL_UNITS)) {
            yk_buf_puts(&out, "…");
            break;
        }
        if (escape)
            yk_buf_puts(&out, "_x005F");
        yk_buf_add(&out, from, (size_t)(s - from));
    }
    char *fit = yk_arena_text(a, out.text, out.len);
    yk_buf_release(&out);
    return fit;
}

/* Shared texts are written once, however many cells hold them. */
static void note_long(struct yk_binder *b, const char *text)
{
    size_t bytes = strlen(text) < 512 ? 0 : yk_count_long(text);
    if (bytes && yk_map_add(&b->long_texts, yk_arena_copy(&b->arena, text), 0))
        b->long_bytes += bytes;
}

void yk_page_text(struct yk_binder *b, struct yk_page *page, size_t row, size_t column,
                  const char *text, lxw_format *format)
{
    const char *fit = yk_page_fit(&b->scratch, text);
    yk_binder_keep(
        b, *fit ? worksheet_write_string(page->to, (lxw_row_t)row, (lxw_col_t)column, fit, format)
                : worksheet_write_blank(page->to, (lxw_row_t)row, (lxw_col_t)column, format));
    note_long(b, fit);
    page->cells++;
}

static void put_cell(struct yk_binder *b, struct yk_page *page, size_t row, size_t column,
                     const struct yk_cell *cell, lxw_format *format)
{
    double number = cell->kind == YK_CELL_DAY      ? (double)cell->day + YK_EXCEL_DAY_0
                    : cell->kind == YK_CELL_NUMBER ? cell->number
                                                   : NAN;
    if (cell->kind == YK_CELL_TEXT) {
        yk_page_text(b, page, row, column, yk_page_said(cell), format);
        return;
    }
    yk_binder_keep(
        b, isfinite(number)
               ? worksheet_write_number(page->to, (lxw_row_t)row, (lxw_col_t)column, number, format)
               : worksheet_write_blank(page->to, (lxw_row_t)row, (lxw_col_t)column, format));
    page->cells++;
}

/* The target is relative: the folder may be moved or sent as a whole. What follows a # would be
 * taken for a place inside the file, and %23 for a #. */
static void put_link(struct yk_binder *b, struct yk_page *page, size_t row,
                     const struct yk_column *look, size_t column, const struct yk_cell *cell)
{
    const char *file = yk_page_fit(&b->scratch, yk_page_said(cell));
    struct yk_buf to = {0};
    yk_buf_puts(&to, "external:");
    for (const char *s = file; *s; s++)
        if (*s == '#' || *s == '%')
            yk_buf_printf(&to, "%%%02X", (unsigned)*s);
        else
            yk_buf_add(&to, s, 1);
    yk_binder_keep(b, worksheet_write_url_opt(page->to, (lxw_row_t)row, (lxw_col_t)column, to.text,
                                              yk_style_body(b, look, YK_TONE_LINK), file, NULL));
    page->cells++;
    yk_buf_release(&to);
}

/* A day in a column of another format keeps its look. */
static struct yk_column shown_as(const struct yk_column *column, const struct yk_cell *cell)
{
    struct yk_column as = *column;
    if (cell->kind == YK_CELL_DAY)
        as.format = YK_AS_DAY;
    return as;
}

static void set_height(struct yk_binder *b, struct yk_page *page, size_t row, double points)
{
    if (points > YK_ROW_POINTS)
        yk_binder_keep(b, worksheet_set_row(page->to, (lxw_row_t)row, points, NULL));
}

static void put_row(struct yk_binder *b, struct yk_page *page, const struct yk_table *t, size_t top,
                    size_t r)
{
    for (size_t c = 0; c < t->columns; c++) {
        const struct yk_cell *cell = &t->cell[r * t->columns + c];
        struct yk_column as = shown_as(&t->column[c], cell);
        enum yk_tone tone = t->bare && c % 2 == 0 && !cell->tone ? YK_TONE_MUTED : cell->tone;
        if (t->column[c].lookup)
            yk_lookup_write(b, page, top + r, c, t);
        else if (t->column[c].link && cell->kind == YK_CELL_TEXT)
            put_link(b, page, top + r, &t->column[c], c, cell);
        else if (!t->sparse || cell->kind != YK_CELL_BLANK)
            put_cell(b, page, top + r, c, cell, yk_style_body(b, &as, tone));
    }
}

static void put_rows(struct yk_binder *b, struct yk_page *page, const struct yk_table *t,
                     size_t top)
{
    for (size_t r = 0; r < t->rows && !b->trouble; r++) {
        size_t before = page->cells;
        set_height(b, page, top + r, yk_layout_height(b, page, t, r));
        put_row(b, page, t, top, r);
        page->rows += page->cells > before;
        yk_arena_reset(&b->scratch);
    }
}

static void put_bars(struct yk_binder *b, struct yk_page *page, size_t c, size_t first, size_t last)
{
    lxw_conditional_format bar = {0};
    bar.type = LXW_CONDITIONAL_DATA_BAR;
    bar.data_bar_2010 = LXW_TRUE;
    bar.bar_solid = LXW_TRUE;
    bar.bar_no_border = LXW_TRUE;
    bar.bar_color = 0xA9CBEA;
    bar.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    yk_binder_keep(b, worksheet_conditional_format_range(page->to, (lxw_row_t)first, (lxw_col_t)c,
                                                         (lxw_row_t)last, (lxw_col_t)c, &bar));
}

static void put_column_rules(struct yk_binder *b, struct yk_page *page, const struct yk_table *t,
                             size_t top)
{
    size_t last = top + t->rows - 1;
    for (size_t c = 0; t->rows && c < t->columns; c++) {
        const struct yk_column *column = &t->column[c];
        yk_check_write(b, page, column, c, top, last);
        if (column->bar)
            put_bars(b, page, c, top, last);
    }
}

/* The names that a program finds the columns by. */
static void put_codes(struct yk_binder *b, struct yk_page *page, const struct yk_table *t,
                      size_t row)
{
    lxw_row_col_options hide = {.hidden = LXW_TRUE};
    yk_binder_keep(b, worksheet_set_row_opt(page->to, (lxw_row_t)row, YK_ROW_POINTS, NULL, &hide));
    for (size_t c = 0; c < t->columns; c++)
        yk_page_text(b, page, row, c, t->column[c].code ? t->column[c].code : "",
                     yk_style_role(b, YK_ROLE_NOTE));
    page->rows++;
}

static void put_table(struct yk_binder *b, struct yk_page *page, size_t i)
{
    const struct yk_table *t = page->sheet->table[i];
    size_t top = page->top[i];
    size_t heading = t->bare ? top : top - 1;
    if (page->sheet->data && yk_layout_coded(t))
        put_codes(b, page, t, heading - 1);
    if (!page->sheet->data && t->title) {
        yk_page_text(b, page, heading - 1, 0, t->title, yk_style_role(b, YK_ROLE_TABLE_TITLE));
        page->rows++;
    }
    if (!t->bare && t->columns) {
        set_height(b, page, heading, yk_layout_heading_height(b, page, t));
        for (size_t c = 0; c < t->columns; c++)
            yk_page_text(b, page, heading, c, t->column[c].heading ? t->column[c].heading : "",
                         yk_style_heading(b, &t->column[c]));
        page->rows++;
    }
    put_rows(b, page, t, top);
    put_column_rules(b, page, t, top);
}

/* Small print runs over the whole width, so that it is not cut at the edge of the page. */
static void put_note(struct yk_binder *b, struct yk_page *page, size_t row)
{
    lxw_format *format = yk_style_role(b, YK_ROLE_NOTE);
    size_t last = page->columns > 1 ? page->columns - 1 : 0;
    int across = yk_layout_pixels(page) / 7;
    int lines = across > 8 ? yk_text_width(page->sheet->note) / (across - 4) + 1 : 1;
    set_height(b, page, row, 14.0 * lines + 6);
    yk_page_text(b, page, row, 0, page->sheet->note, format);
    page->rows++;
    if (!last)
        return;
    const char *text = yk_page_fit(&b->scratch, page->sheet->note);
    yk_binder_keep(b, worksheet_merge_range(page->to, (lxw_row_t)row, 0, (lxw_row_t)row,
                                            (lxw_col_t)last, text, format));
    page->cells += last;
}

/* What stays on screen and is repeated on every printed page: a lone table's headings. */
static void hold_headings(struct yk_binder *b, struct yk_page *page)
{
    const struct yk_sheet *sheet = page->sheet;
    if (sheet->tables != 1 || sheet->charts || sheet->table[0]->bare || !page->columns)
        return;
    size_t top = page->top[0];
    worksheet_freeze_panes(page->to, (lxw_row_t)top, (lxw_col_t)(sheet->data ? sheet->frozen : 0));
    yk_binder_keep(b, worksheet_repeat_rows(page->to, (lxw_row_t)(top - 1), (lxw_row_t)(top - 1)));
    if (sheet->table[0]->rows)
        yk_binder_keep(b, worksheet_autofilter(page->to, (lxw_row_t)(top - 1), 0,
                                               (lxw_row_t)(page->below - 1),
                                               (lxw_col_t)(sheet->table[0]->columns - 1)));
}

/* In a footer & begins a code. */
static void footer_text(struct yk_buf *out, const char *text, size_t bytes)
{
    for (const char *s = text; *s && bytes;) {
        const char *from = s;
        yk_utf8_next(&s);
        size_t n = (size_t)(s - from);
        if (n > bytes)
            break;
        yk_buf_add(out, from, n);
        if (*from == '&')
            yk_buf_puts(out, "&");
        bytes -= n;
    }
}

/* A wide table goes over several pages side by side, the frozen columns on each. */
static void set_pages(struct yk_page *page)
{
    const struct yk_sheet *sheet = page->sheet;
    int frozen = 0, across = 1, all = yk_layout_pixels(page);
    bool poster = sheet->charts && page->below <= POSTER_ROWS;
    for (size_t c = 0; c < sheet->frozen && c < page->columns; c++)
        frozen += yk_layout_pixels_of(page, c);
    if (sheet->data && all > LEGIBLE && frozen < LEGIBLE / 2) {
        across = (all - frozen + LEGIBLE - frozen - 1) / (LEGIBLE - frozen);
        if (sheet->frozen)
            worksheet_repeat_columns(page->to, 0, (lxw_col_t)(sheet->frozen - 1));
    }
    worksheet_fit_to_pages(page->to, (uint16_t)across, poster ? 1 : 0);
}

static void set_print(struct yk_binder *b, struct yk_page *page)
{
    const struct yk_sheet *sheet = page->sheet;
    worksheet_set_paper(page->to, PAPER_A4);
    if (sheet->paper == YK_LANDSCAPE)
        worksheet_set_landscape(page->to);
    worksheet_set_margins(page->to, 0.4, 0.4, 0.5, 0.6);
    set_pages(page);
    worksheet_center_horizontally(page->to);
    struct yk_buf footer = {0};
    yk_buf_printf(&footer, "&L&\"%s,Regular\"&8", yk_style_font);
    footer_text(&footer, b->sheets->footer ? yk_text_clean(&b->scratch, b->sheets->footer) : "",
                HEADER_BYTES / 3);
    yk_buf_printf(&footer, "&C&\"%s,Regular\"&8%s", yk_style_font, _("Page &P of &N"));
    yk_buf_printf(&footer, "&R&\"%s,Regular\"&8", yk_style_font);
    footer_text(&footer, b->sheets->title ? yk_text_clean(&b->scratch, b->sheets->title) : "",
                HEADER_BYTES / 3);
    yk_binder_keep(b, worksheet_set_footer(page->to, footer.text));
    yk_buf_release(&footer);
}

static void set_columns(struct yk_binder *b, struct yk_page *page)
{
    const struct yk_sheet *sheet = page->sheet;
    for (size_t c = 0; c < page->columns; c++) {
        const struct yk_table *only = sheet->tables == 1 ? sheet->table[0] : NULL;
        lxw_row_col_options options = {.hidden = only && only->column[c].hidden};
        lxw_format *look =
            only && only->sparse ? yk_style_body(b, &only->column[c], YK_TONE_PLAIN) : NULL;
        yk_binder_keep(b, worksheet_set_column_opt(page->to, (lxw_col_t)c, (lxw_col_t)c,
                                                   page->width[c], look, &options));
    }
    /* Long digit strings are texts on purpose: no green triangles. */
    yk_binder_keep(
        b, worksheet_ignore_errors(page->to, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

void yk_page_write(struct yk_binder *b, struct yk_page *page)
{
    const struct yk_sheet *sheet = page->sheet;
    size_t row = 0;
    set_columns(b, page);
    worksheet_set_default_row(page->to, YK_ROW_POINTS, LXW_FALSE);
    if (!sheet->data && sheet->title) {
        set_height(b, page, 0, 28);
        yk_page_text(b, page, row++, 0, sheet->title, yk_style_role(b, YK_ROLE_TITLE));
        page->rows++;
    }
    if (!sheet->data && sheet->note)
        put_note(b, page, row);
    for (size_t i = 0; i < sheet->tables; i++)
        put_table(b, page, i);
    hold_headings(b, page);
    set_print(b, page);
    if (sheet->hidden)
        worksheet_hide(page->to);
    yk_arena_reset(&b->scratch);
}
