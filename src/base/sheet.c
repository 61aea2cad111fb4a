/* sheet.c - titled tables of typed cells, grown in the maker's arena. */
#include "youka/base/sheet.h"

#include <string.h>
#include <strings.h>

#define NAME_MAX_UNITS 31 /* Excel counts UTF-16 units */

void yk_sheets_init(struct yk_sheets *s, struct yk_arena *a, enum yk_lang lang, const char *title,
                    yk_day created)
{
    *s = (struct yk_sheets){.arena = a, .lang = lang, .title = title, .created = created};
}

/* An array that doubles whenever its length is a power of two; the old copies stay in the arena. */
static void **with_room(struct yk_arena *a, void **item, size_t count)
{
    if (count & (count - 1))
        return item;
    void **more = YK_ARENA_ARRAY(a, void *, count ? count * 2 : 1);
    if (count)
        memcpy(more, item, count * sizeof *item);
    return more;
}

/* At most `units` UTF-16 units of a name, without what Excel forbids; apostrophes stay inside. */
static char *fit_name(struct yk_arena *a, const char *name, size_t units)
{
    struct yk_buf b = {0};
    size_t used = 0;
    for (const char *s = name; *s;) {
        const char *from = s;
        uint32_t cp = yk_utf8_next(&s);
        used += cp > 0xFFFF ? 2 : 1;
        if (used > units)
            break;
        bool forbidden = cp < 0x20 || (cp < 0x80 && strchr("[]:*?/\\", (int)cp));
        bool edge = cp == '\'' && (from == name || !*s || used == units);
        if (forbidden || edge)
            yk_buf_puts(&b, "_");
        else
            yk_buf_add(&b, from, (size_t)(s - from));
    }
    char *fit = yk_arena_copy(a, b.len ? b.text : "_");
    yk_buf_release(&b);
    return fit;
}

struct yk_sheet *yk_sheets_find(const struct yk_sheets *s, const char *name)
{
    for (size_t i = 0; i < s->count; i++)
        if (!strcasecmp(s->sheet[i]->name, name))
            return s->sheet[i];
    return NULL;
}

void yk_sheets_borrow(struct yk_sheets *s, struct yk_sheet *sheet)
{
    s->sheet = (struct yk_sheet **)with_room(s->arena, (void **)s->sheet, s->count);
    s->sheet[s->count++] = sheet;
}

struct yk_sheet *yk_sheets_add(struct yk_sheets *s, const char *name, const char *title)
{
    const char *fit = fit_name(s->arena, name, NAME_MAX_UNITS);
    for (unsigned again = 2; yk_sheets_find(s, fit); again++) {
        const char *tail = yk_arena_printf(s->arena, " (%u)", again);
        const char *head = fit_name(s->arena, name, NAME_MAX_UNITS - strlen(tail));
        fit = yk_arena_printf(s->arena, "%s%s", head, tail);
    }
    struct yk_sheet *sheet = yk_arena_alloc(s->arena, sizeof *sheet);
    sheet->name = fit;
    sheet->title = title;
    yk_sheets_borrow(s, sheet);
    return sheet;
}

struct yk_table *yk_sheets_table(struct yk_sheets *s, const char *name,
                                 const struct yk_column *column, size_t columns)
{
    struct yk_table *t = yk_arena_alloc(s->arena, sizeof *t);
    t->name = name;
    t->columns = columns;
    t->column = YK_ARENA_ARRAY(s->arena, struct yk_column, columns ? columns : 1);
    if (columns)
        memcpy(t->column, column, columns * sizeof *column);
    return t;
}

struct yk_table *yk_sheet_table(struct yk_sheets *s, struct yk_sheet *in, const char *name,
                                const char *title, const struct yk_column *column, size_t columns)
{
    struct yk_table *t = yk_sheets_table(s, name, column, columns);
    t->title = title;
    in->table = (struct yk_table **)with_room(s->arena, (void **)in->table, in->tables);
    in->table[in->tables++] = t;
    return t;
}

struct yk_chart *yk_sheet_chart(struct yk_sheets *s, struct yk_sheet *in, enum yk_chart_kind kind,
                                const char *title, size_t series)
{
    struct yk_chart *c = yk_arena_alloc(s->arena, sizeof *c);
    c->kind = kind;
    c->title = title;
    c->count = series;
    c->series = YK_ARENA_ARRAY(s->arena, struct yk_series, series ? series : 1);
    in->chart = (struct yk_chart **)with_room(s->arena, (void **)in->chart, in->charts);
    in->chart[in->charts++] = c;
    return c;
}

struct yk_cell *yk_table_row(struct yk_sheets *s, struct yk_table *t)
{
    if (t->rows == t->room) {
        size_t room = t->room ? t->room * 2 : 8;
        struct yk_cell *more = YK_ARENA_ARRAY(s->arena, struct yk_cell, room * t->columns + 1);
        if (t->rows)
            memcpy(more, t->cell, t->rows * t->columns * sizeof *more);
        t->cell = more;
        t->room = room;
    }
    return t->cell + t->columns * t->rows++;
}
