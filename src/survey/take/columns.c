/* columns.c - which question each column of a file answers. */
#include <string.h>

#include "taker.h"
#include "youka/base/say.h"

void yk_take_warn(struct yk_taker *t, const char *sentence)
{
    /* One more for the NULL at the end. */
    t->warning = yk_grow(t->warning, &t->warning_room, t->warnings + 2, sizeof *t->warning);
    t->warning[t->warnings++] = sentence;
    t->warning[t->warnings] = NULL;
}

/* A code that no field and no other column has. */
static const char *free_code(struct yk_taker *t, const struct yk_map *taken, const char *heading,
                             size_t place)
{
    const char *code = heading;
    if (yk_text_blank(heading))
        code = yk_arena_printf(&t->arena, "column_%zu", place + 1);
    if (yk_map_find(taken, code, NULL) || yk_form_field(t->form, code))
        code = yk_arena_printf(&t->arena, "%s (%zu)", code, place + 1);
    return code;
}

/* Names unknown columns for the answers and for one warning. */
static void name_unknown(struct yk_taker *t, struct column *column, size_t width, const char *file)
{
    struct yk_map taken = {0};
    struct yk_buf names = {0};
    for (size_t i = 0; i < width; i++) {
        if (column[i].use != COLUMN_UNKNOWN)
            continue;
        column[i].code = free_code(t, &taken, column[i].heading, i);
        yk_map_add(&taken, column[i].code, i);
        yk_buf_printf(&names, "%s%s", names.len ? ", " : "", column[i].code);
    }
    if (names.len && t->option.passes_over)
        yk_take_warn(t, yk_arena_printf(&t->arena, _("%s: these columns are not used: %s"), file,
                                        names.text));
    else if (names.len)
        yk_take_warn(t, yk_arena_printf(&t->arena,
                                        _("%s: these columns are no questions of the form; their "
                                          "answers are kept as they stand: %s"),
                                        file, names.text));
    yk_buf_release(&names);
    yk_map_release(&taken);
}

static void warn_double(struct yk_taker *t, const char *file, const char *first, const char *second)
{
    yk_take_warn(t, yk_arena_printf(&t->arena,
                                    _("%s: the columns “%s” and “%s” answer the same question; the "
                                      "second counts only where the first is blank"),
                                    file, first, second));
}

struct column *yk_take_columns(struct yk_taker *t, const struct yk_rows *rows, const char *file,
                               const struct repeat *repeat)
{
    struct column *column = YK_ARENA_ARRAY(&t->arena, struct column, rows->width);
    const char **first = YK_ARENA_ARRAY(&t->scratch, const char *, t->form->fields);
    for (size_t i = 0; i < rows->width; i++) {
        struct column *c = &column[i];
        *c = yk_headings_column(&t->headings, yk_arena_copy(&t->arena, rows->heading[i]));
        c->heading = yk_arena_copy(&t->arena, yk_rows_label(rows, i));
        bool asks = c->use == COLUMN_FIELD || c->use == COLUMN_PART || c->use == COLUMN_CHOICE;
        if (repeat && asks && (c->field < repeat->first || c->field >= repeat->end))
            c->use = COLUMN_UNKNOWN;
        if (c->use != COLUMN_FIELD)
            continue;
        if (first[c->field])
            warn_double(t, file, first[c->field], c->heading);
        else
            first[c->field] = c->heading;
    }
    name_unknown(t, column, rows->width, file);
    yk_arena_reset(&t->headings.scratch);
    yk_arena_reset(&t->scratch);
    return column;
}
