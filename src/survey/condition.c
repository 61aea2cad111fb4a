/* condition.c - what a form's expressions say: in words for people, in bounds for a cell. */
#include <math.h>
#include <string.h>

#include "asking.h"
#include "expression_tree.h"
#include "youka/base/say.h"

void yk_conditions(struct conditions *out, const struct yk_expression *e)
{
    const struct yk_expression *open[MOST_CONDITIONS];
    size_t waiting = 0;
    out->count = 0;
    if (e)
        open[waiting++] = e;
    while (waiting) {
        const struct yk_expression *next = open[--waiting];
        if (next->op == OP_AND && waiting + next->args <= MOST_CONDITIONS)
            for (size_t i = next->args; i > 0; i--)
                open[waiting++] = next->arg[i - 1];
        else if (next->op != OP_AND && out->count < MOST_CONDITIONS)
            out->part[out->count++] = next;
    }
}

/* --- words ----------------------------------------------------------------------------------- */
/* ${name} = 'text', selected(${name}, 'text'), ${name} != 'text'. */
struct equation {
    const struct yk_field *field;
    const char *text;
    bool differs;
};

static bool read_equation(struct equation *out, const struct yk_form *form,
                          const struct yk_expression *e)
{
    if ((e->op != OP_EQUAL && e->op != OP_DIFFERENT && e->op != OP_SELECTED) || e->args != 2)
        return false;
    const struct yk_expression *name = e->arg[0], *text = e->arg[1];
    if (name->op == OP_TEXT) {
        name = e->arg[1];
        text = e->arg[0];
    }
    if (name->op != OP_NAME || text->op != OP_TEXT)
        return false;
    *out = (struct equation){yk_form_field(form, name->text), text->text, e->op == OP_DIFFERENT};
    return out->field;
}

static const char *equation_words(const struct equation *q, const char *values,
                                  const struct yk_form *form, enum yk_lang lang, struct yk_arena *a)
{
    const char *label = q->field->label[lang];
    if (q->differs && !*q->text)
        return yk_arena_printf(a, _("“%s” is filled in"), label);
    if (!*q->text)
        return yk_arena_printf(a, _("“%s” is blank"), label);
    const char *said = yk_labels(&form->vocabulary, a, q->field->list, values, lang);
    return yk_arena_printf(a, q->differs ? _("“%s” is not %s") : _("“%s” is %s"), label, said);
}

/* Neighbouring equations of one question are said at once: "客户类别为学校、医院". */
static const char *alternatives(const struct yk_form *form, const struct yk_expression *const *part,
                                size_t count, enum yk_lang lang, struct yk_arena *a)
{
    struct equation first, next;
    const char *said = "";
    for (size_t i = 0, n; i < count; i += n) {
        if (!read_equation(&first, form, part[i]))
            return "";
        const char *values = first.text;
        for (n = 1; i + n < count && !first.differs && *first.text &&
                    read_equation(&next, form, part[i + n]) && next.field == first.field &&
                    !next.differs && *next.text;
             n++)
            values = yk_arena_printf(a, "%s %s", values, next.text);
        const char *words = equation_words(&first, values, form, lang, a);
        said = *said ? yk_arena_printf(a, _("%s or %s"), said, words) : words;
    }
    return said;
}

const char *yk_condition_words(const struct yk_form *form, const struct yk_expression *e,
                               enum yk_lang lang, struct yk_arena *a)
{
    const struct yk_expression *part[MOST_CONDITIONS], *open[MOST_CONDITIONS] = {e};
    size_t count = 0, waiting = 1;
    while (waiting) {
        const struct yk_expression *next = open[--waiting];
        if (count == MOST_CONDITIONS || waiting + next->args > MOST_CONDITIONS)
            return "";
        if (next->op == OP_OR)
            for (size_t i = next->args; i > 0; i--)
                open[waiting++] = next->arg[i - 1];
        else
            part[count++] = next;
    }
    return alternatives(form, part, count, lang, a);
}

/* --- bounds ---------------------------------------------------------------------------------- */
/* 5, -5, '2026-01-01', today(), today() + 30 */
static bool read_bound(struct yk_bound *out, const struct yk_expression *e)
{
    yk_day day;
    bool sum = e->op == OP_PLUS || e->op == OP_MINUS;
    *out = (struct yk_bound){.set = true};
    if (e->op == OP_NUMBER)
        out->value = e->number;
    else if (e->op == OP_NEGATE && e->arg[0]->op == OP_NUMBER)
        out->value = -e->arg[0]->number;
    else if (e->op == OP_TEXT && yk_day_read(&day, e->text))
        out->value = day;
    else if (e->op == OP_TODAY)
        out->today = true;
    else if (sum && e->arg[0]->op == OP_TODAY && e->arg[1]->op == OP_NUMBER)
        *out =
            (struct yk_bound){.set = true,
                              .today = true,
                              .value = e->op == OP_PLUS ? e->arg[1]->number : -e->arg[1]->number};
    else
        return false;
    return isfinite(out->value);
}

static enum op mirrored(enum op op)
{
    switch (op) {
    case OP_LESS:
        return OP_MORE;
    case OP_LESS_EQUAL:
        return OP_MORE_EQUAL;
    case OP_MORE:
        return OP_LESS;
    case OP_MORE_EQUAL:
        return OP_LESS_EQUAL;
    default:
        return op;
    }
}

/* The nearer of two bounds; those that count from different days are not compared. */
static void narrow(struct yk_bound *at, const struct yk_bound *to, double direction)
{
    bool nearer = at->today == to->today && (to->value - at->value) * direction > 0;
    bool tighter = at->today == to->today && to->value == at->value && to->beyond;
    if (!at->set || nearer || tighter)
        *at = *to;
}

static bool is_answer(const struct yk_expression *e, enum yk_limit_kind kind)
{
    if (kind == YK_LIMIT_LENGTH)
        return e->op == OP_STRING_LENGTH && e->args == 1 && e->arg[0]->op == OP_DOT;
    return e->op == OP_DOT;
}

static void read_comparison(struct yk_limit *limit, const struct yk_expression *e,
                            enum yk_limit_kind kind)
{
    struct yk_bound bound;
    enum op op = e->op;
    if (op < OP_EQUAL || op > OP_MORE_EQUAL || op == OP_DIFFERENT)
        return;
    if (is_answer(e->arg[1], kind) && read_bound(&bound, e->arg[0]))
        op = mirrored(op);
    else if (!is_answer(e->arg[0], kind) || !read_bound(&bound, e->arg[1]))
        return;
    limit->kind = kind;
    bound.beyond = op == OP_LESS || op == OP_MORE;
    if (op == OP_MORE || op == OP_MORE_EQUAL || op == OP_EQUAL)
        narrow(&limit->least, &bound, 1);
    if (op == OP_LESS || op == OP_LESS_EQUAL || op == OP_EQUAL)
        narrow(&limit->most, &bound, -1);
}

struct yk_limit yk_limit_of(const struct yk_field *f)
{
    static const enum yk_limit_kind of_type[] = {
        [YK_FIELD_TEXT] = YK_LIMIT_LENGTH,    [YK_FIELD_INTEGER] = YK_LIMIT_WHOLE,
        [YK_FIELD_DECIMAL] = YK_LIMIT_NUMBER, [YK_FIELD_DATE] = YK_LIMIT_DAY,
        [YK_FIELD_MANY] = YK_LIMIT_NONE,
    };
    enum yk_limit_kind kind = of_type[f->type];
    struct yk_limit limit = {.kind = kind == YK_LIMIT_LENGTH ? YK_LIMIT_NONE : kind};
    struct conditions all;
    yk_conditions(&all, f->constraint);
    for (size_t i = 0; i < all.count && kind; i++)
        read_comparison(&limit, all.part[i], kind);
    return limit;
}
