/* lookup.c - columns that are worked out in the workbook: a name beside a row's number. */
#include "parts.h"

#include <string.h>

void yk_column_letters(char out[8], size_t column)
{
    char reversed[8];
    size_t n = 0;
    for (size_t left = column + 1; left; left = (left - 1) / 26)
        reversed[n++] = (char)('A' + (left - 1) % 26);
    for (size_t i = 0; i < n; i++)
        out[i] = reversed[n - 1 - i];
    out[n] = '\0';
}

static const struct yk_page *page_of(const struct yk_binder *b, const struct yk_table *t,
                                     size_t *place)
{
    for (size_t s = 0; s < b->sheets->count; s++)
        for (size_t i = 0; i < b->page[s].sheet->tables; i++)
            if (b->page[s].sheet->table[i] == t) {
                *place = i;
                return &b->page[s];
            }
    YK_BUG("a column looks up in a table that no sheet holds");
}

/* 'Clients'!$C$3:$C$402 */
static const char *range_of(struct yk_binder *b, const struct yk_table *t, size_t column)
{
    size_t place;
    const struct yk_page *page = page_of(b, t, &place);
    size_t first = page->top[place] + 1, last = page->top[place] + (t->rows ? t->rows : 1);
    struct yk_buf name = {0};
    char letters[8];
    for (const char *s = page->sheet->name; *s; s++)
        yk_buf_add(&name, *s == '\'' ? "''" : s, *s == '\'' ? 2 : 1);
    yk_column_letters(letters, column);
    const char *range = yk_arena_printf(&b->scratch, "'%s'!$%s$%zu:$%s$%zu", name.text, letters,
                                        first, letters, last);
    yk_buf_release(&name);
    return range;
}

/* What the formula comes to: programs that only read find the stored value. */
static const char *value_of(const struct yk_lookup *l, const struct yk_cell *number)
{
    for (size_t r = 0; number->kind == YK_CELL_NUMBER && r < l->table->rows; r++) {
        const struct yk_cell *row = &l->table->cell[r * l->table->columns];
        if (row[l->key].kind == YK_CELL_NUMBER && row[l->key].number == number->number)
            return row[l->shown].kind == YK_CELL_TEXT ? row[l->shown].text : "";
    }
    return "";
}

void yk_lookup_write(struct yk_binder *b, struct yk_page *page, size_t row, size_t c,
                     const struct yk_table *t)
{
    const struct yk_lookup *l = t->column[c].lookup;
    const struct yk_cell *cell = &t->cell[(row - page->top[0]) * t->columns];
    char by[8];
    yk_column_letters(by, l->by);
    const char *formula = yk_arena_printf(
        &b->scratch,
        "=IF($%s%zu=\"\",\"\",IFERROR(INDEX(%s,MATCH($%s%zu,%s,0))&"
        "\"\",\"\"))",
        by, row + 1, range_of(b, l->table, l->shown), by, row + 1, range_of(b, l->table, l->key));
    yk_binder_keep(
        b, worksheet_write_formula_str(page->to, (lxw_row_t)row, (lxw_col_t)c, formula,
                                       yk_style_body(b, &t->column[c], YK_TONE_MUTED),
                                       yk_page_fit(&b->scratch, value_of(l, &cell[l->by]))));
    page->cells++;
}
