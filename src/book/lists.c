/* lists.c - drop-down lists, on a hidden sheet under defined names. */
#include "parts.h"

#include <stdio.h>

static bool same_list(const char *const *x, const char *const *y)
{
    size_t i = 0;
    for (; x[i] && y[i]; i++)
        if (!yk_text_same(x[i], y[i]))
            return false;
    return !x[i] && !y[i];
}

static size_t place_of(const struct yk_binder *b, const char *const *list)
{
    size_t i = 0;
    while (i < b->lists && !same_list(b->list[i], list))
        i++;
    return i;
}

static void collect(struct yk_binder *b, const struct yk_table *t, size_t *room)
{
    for (size_t c = 0; c < t->columns; c++) {
        const char *const *list = t->column[c].list;
        if (!list || !list[0] || place_of(b, list) < b->lists)
            continue;
        b->list = yk_grow(b->list, room, b->lists + 1, sizeof *b->list);
        b->list[b->lists++] = list;
    }
}

void yk_lists_collect(struct yk_binder *b)
{
    size_t room = 0;
    for (size_t s = 0; s < b->sheets->count; s++)
        for (size_t t = 0; t < b->sheets->sheet[s]->tables; t++)
            collect(b, b->sheets->sheet[s]->table[t], &room);
}

void yk_lists_name(char out[32], const struct yk_binder *b, const char *const *list)
{
    snprintf(out, 32, "=youka_list_%zu", place_of(b, list) + 1);
}

void yk_lists_write(struct yk_binder *b)
{
    const char *sheet = "lists";
    for (unsigned again = 2; yk_sheets_find(b->sheets, sheet); again++)
        sheet = yk_arena_printf(&b->arena, "lists_%u", again);
    struct yk_page *page = &b->list_page;
    page->to = workbook_add_worksheet(b->book, sheet);
    if (!page->to)
        yk_no_memory();
    struct yk_column plain = {.format = YK_AS_TEXT};
    for (size_t i = 0; i < b->lists; i++) {
        size_t n = 0;
        for (; b->list[i][n]; n++)
            yk_page_text(b, page, n, i, b->list[i][n], yk_style_body(b, &plain, YK_TONE_PLAIN));
        if (n > page->rows)
            page->rows = n;
        char name[32], column[8], range[64];
        yk_lists_name(name, b, b->list[i]);
        yk_column_letters(column, i);
        snprintf(range, sizeof range, "=%s!$%s$1:$%s$%zu", sheet, column, column, n);
        yk_binder_keep(b, workbook_define_name(b->book, name + 1, range));
    }
    worksheet_hide(page->to);
    yk_arena_reset(&b->scratch);
}

#ifdef __SANITIZE_ADDRESS__
/* libxlsxwriter 1.1.4 copies the formula of a drop-down twice and forgets the first copy. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:lxw_strdup\n";
}
#endif
