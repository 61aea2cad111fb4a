/* entry_columns.c - a question as a column: look, drop-down, limits, what is told beside it. */
#include <string.h>

#include "entry_sheets.h"
#include "youka/base/say.h"

enum { NARROW = 9, DAY = 12, TEXT = 18, SEVERAL = 24, WIDEST = 28 };

bool yk_entry_asks(const struct yk_question *q, const char *repeat)
{
    /* Phones fill in a place; by hand longitude, latitude and datum have columns of their own. */
    return q->kind != YK_ASK_PLACE && !strcmp(q->repeat, repeat);
}

const char *yk_entry_separator(const struct yk_view *v)
{
    return v->sheets->lang == YK_ZH ? " " : "; ";
}

static enum yk_format format_of(enum yk_question_kind kind)
{
    switch (kind) {
    case YK_ASK_WHOLE:
    case YK_ASK_NUMBER:
        return YK_AS_NUMBER;
    case YK_ASK_DAY:
        return YK_AS_DAY;
    default:
        return YK_AS_TEXT;
    }
}

/* The labels of a list, NULL-ended. */
static const char *const *labels_of(const struct yk_view *v, const char *list)
{
    const struct yk_vocabulary *words = v->vocabulary;
    size_t first = 0, count = 0;
    if (!yk_map_find(&words->by_list, list, &first))
        return NULL;
    while (first + count < words->count && !strcmp(words->choice[first + count].list, list))
        count++;
    const char **label = YK_ARENA_ARRAY(v->sheets->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        label[i] = words->choice[first + i].label[v->sheets->lang];
    return label;
}

/* Headings break into two lines. */
static int width_of(const struct yk_question *q, const char *const *label)
{
    static const int least[] = {
        [YK_ASK_TEXT] = TEXT, [YK_ASK_WHOLE] = NARROW, [YK_ASK_NUMBER] = DAY,
        [YK_ASK_DAY] = DAY,   [YK_ASK_ONE] = NARROW,   [YK_ASK_MANY] = SEVERAL};
    int width = least[q->kind], heading = yk_text_width(q->label) / 2 + 4;
    for (size_t i = 0; q->kind == YK_ASK_ONE && label && label[i]; i++)
        if (yk_text_width(label[i]) + 4 > width)
            width = yk_text_width(label[i]) + 4;
    if (heading > width)
        width = heading;
    return width < WIDEST ? width : WIDEST;
}

static void add_line(struct yk_buf *b, const char *text)
{
    if (*text)
        yk_buf_printf(b, "%s%s", b->len ? "\n" : "", text);
}

/* Excel shows at most 255 characters: what must be known stands first. */
static const char *tip_of(const struct yk_view *v, const struct yk_question *q,
                          const char *const *label)
{
    static const char *const need[] = {"", N_("Needed where it applies."),
                                       N_("Must be filled in.")};
    struct yk_arena *a = v->sheets->arena;
    struct yk_buf b = {0};
    if (*q->when)
        add_line(&b, yk_arena_printf(a, _("Only where %s."), q->when));
    add_line(&b, *need[q->need] ? _(need[q->need]) : "");
    add_line(&b, q->hint);
    add_line(&b, q->message);
    if (q->kind == YK_ASK_DAY)
        add_line(&b, _("A date such as 2026-03-05."));
    if (q->kind == YK_ASK_MANY && label) {
        add_line(&b, v->sheets->lang == YK_ZH ? _("Several are separated by a space:")
                                              : _("Several are separated by a semicolon:"));
        for (size_t i = 0; label[i]; i++)
            yk_buf_printf(&b, "%s%s", i ? yk_entry_separator(v) : "\n", label[i]);
    }
    const char *tip = b.len ? yk_arena_text(a, b.text, b.len) : NULL;
    yk_buf_release(&b);
    return tip;
}

static const char *refusal_of(const struct yk_view *v, const struct yk_question *q)
{
    if (!*q->message || q->kind != YK_ASK_WHOLE)
        return q->kind == YK_ASK_ONE ? NULL : q->message;
    return yk_arena_printf(v->sheets->arena, _("%s (a whole number)"), q->message);
}

struct yk_column yk_entry_column(const struct yk_entry_book *b, const struct yk_question *q)
{
    const struct yk_view *v = b->view;
    const struct yk_section *section = &b->entry->questions->section[q->section];
    const char *const *label = *q->list ? labels_of(v, q->list) : NULL;
    return (struct yk_column){
        .code = q->name,
        .heading = q->label,
        .format = format_of(q->kind),
        .width = width_of(q, label),
        .list = q->kind == YK_ASK_ONE ? label : NULL,
        .need = q->need,
        .group = (unsigned)q->section + 1,
        .tip_title = *section->title ? section->title : q->label,
        .tip = tip_of(v, q, label),
        .limit = q->limit,
        .refusal = refusal_of(v, q),
    };
}
