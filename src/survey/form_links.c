/* form_links.c - whether a form's expressions fit the form: every ${name} there, none in a circle.
 */
#include "form_links.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/say.h"
#include "youka/survey/expression.h"

/* --- names ----------------------------------------------------------------------------------- */
struct look {
    const struct yk_form *form;
    const char *repeat;  /* of the asking question */
    const char *unknown; /* first name that is no question */
};

static void see_unknown(void *who, const char *name)
{
    struct look *look = who;
    if (!look->unknown && !yk_form_field(look->form, name))
        look->unknown = name;
}

static bool has_many_values(void *who, const char *name)
{
    const struct look *look = who;
    const char *repeat = yk_form_field(look->form, name)->repeat;
    return *repeat && strcmp(repeat, look->repeat) != 0;
}

yk_code yk_formula_check(const struct formula *f, const struct yk_form *form)
{
    struct look look = {.form = form, .repeat = f->repeat};
    struct yk_arena *a = f->sheet->arena;
    yk_expression_names(f->expression, see_unknown, &look);
    if (look.unknown)
        return yk_sheet_refuse(f->sheet, f->row, f->column,
                               yk_arena_printf(a, _("the form has no question named %s"),
                                               yk_text_cut(a, look.unknown, 40)));
    const char *many = yk_expression_single(f->expression, has_many_values, &look);
    if (many)
        return yk_sheet_refuse(
            f->sheet, f->row, f->column,
            yk_arena_printf(a, _("%s is in a repeat and has many values: put it into join()"),
                            many));
    if (f->column != COL_CONSTRAINT && yk_expression_uses_dot(f->expression))
        return yk_sheet_refuse(f->sheet, f->row, f->column,
                               _("`.` has a meaning in a constraint only: write ${name}"));
    return YK_OK;
}

/* --- circles --------------------------------------------------------------------------------- */
/* Edges from a question to those it needs, question after question: need[from[i]] ..
 * need[from[i+1]]. */
struct links {
    const struct yk_form *form;
    size_t *need, count, room;
    size_t *from;
};

static void add_link(void *who, const char *name)
{
    struct links *l = who;
    l->need = yk_grow(l->need, &l->room, l->count + 1, sizeof *l->need);
    l->need[l->count++] = (size_t)(yk_form_field(l->form, name) - l->form->field);
}

static void find_links(struct links *l)
{
    for (size_t i = 0; i < l->form->fields; i++) {
        const struct yk_field *f = &l->form->field[i];
        l->from[i] = l->count;
        if (f->relevant)
            yk_expression_names(f->relevant, add_link, l);
        if (f->calculation)
            yk_expression_names(f->calculation, add_link, l);
    }
    l->from[l->form->fields] = l->count;
}

/* Goes down to what a question needs, with an own stack: a hostile form may chain all its
 * questions. Gives a question on a circle, or SIZE_MAX. */
static size_t find_circle(const struct links *l)
{
    enum { NEW, OPEN, DONE };
    size_t fields = l->form->fields, found = SIZE_MAX;
    char *state = yk_alloc(fields + 1);
    size_t *next = yk_alloc((fields + 1) * sizeof *next); /* the link to follow */
    size_t *stack = yk_alloc((fields + 1) * sizeof *stack), depth = 0;
    for (size_t start = 0; start < fields && found == SIZE_MAX; start++) {
        if (state[start] != NEW)
            continue;
        stack[depth++] = start;
        while (depth && found == SIZE_MAX) {
            size_t at = stack[depth - 1];
            if (state[at] == NEW) {
                state[at] = OPEN;
                next[at] = l->from[at];
            }
            if (next[at] == l->from[at + 1]) {
                state[at] = DONE;
                depth--;
                continue;
            }
            size_t to = l->need[next[at]++];
            if (state[to] == OPEN)
                found = to;
            else if (state[to] == NEW)
                stack[depth++] = to;
        }
    }
    free(state);
    free(next);
    free(stack);
    return found;
}

static size_t row_of(const struct sheet *s, size_t line)
{
    size_t row = 0;
    while (s->rows->line[row] != line)
        row++;
    return row;
}

yk_code yk_form_check_circles(const struct yk_form *form, const struct sheet *survey)
{
    struct links l = {.form = form, .from = yk_alloc((form->fields + 1) * sizeof *l.from)};
    find_links(&l);
    size_t found = find_circle(&l);
    free(l.need);
    free(l.from);
    if (found == SIZE_MAX)
        return YK_OK;
    return yk_sheet_refuse(survey, row_of(survey, form->field[found].row), COL_NAME,
                           _("whether this is asked, or its value, depends on its own answer"));
}
