/* form.c - reads an XLSForm: questions, groups and repeats, and what each demands. */
#include "youka/survey/form.h"

#include <stdlib.h>
#include <string.h>

#include "form_choices.h"
#include "form_links.h"
#include "form_sheet.h"
#include "youka/base/say.h"
#include "youka/survey/expression.h"

#define LONGEST_NAME 20 /* people read it as a column's heading */
#define MOST_GROUPS 30  /* inside one another */

static const struct type {
    const char *word;
    enum yk_field_type type;
} types[] = {
    {"start", YK_FIELD_META},
    {"end", YK_FIELD_META},
    {"today", YK_FIELD_META},
    {"username", YK_FIELD_META},
    {"text", YK_FIELD_TEXT},
    {"integer", YK_FIELD_INTEGER},
    {"decimal", YK_FIELD_DECIMAL},
    {"date", YK_FIELD_DATE},
    {"geopoint", YK_FIELD_GEOPOINT},
    {"image", YK_FIELD_IMAGE},
    {"note", YK_FIELD_NOTE},
    {"calculate", YK_FIELD_CALCULATE},
    {"select_multiple", YK_FIELD_MANY},
    {"select_one", YK_FIELD_ONE},
};

/* A group or repeat that has begun and not yet ended. */
struct open_group {
    const char *name, *path;
    bool repeat;
    struct yk_expression *relevant;
    size_t row;
};

struct builder {
    struct yk_form *form;
    struct yk_arena *arena;
    struct sheet survey, choices, settings;
    struct open_group open[MOST_GROUPS];
    size_t depth;
    size_t field_room, group_room;
    struct formula *formula;
    size_t formulas, formula_room;
    struct yk_map names; /* of questions and groups -> row */
    struct yk_map many;  /* lists of multiple choices */
};

static struct yk_arena *arena_of(struct builder *b)
{
    return b->arena;
}

/* --- cells that every row may have ----------------------------------------------------------- */
static bool is_name(const char *s)
{
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_");
    return *s >= 'a' && *s <= 'z' && !s[n] && n <= LONGEST_NAME;
}

static yk_code read_name(const char **out, struct builder *b, size_t row)
{
    const char *name = yk_sheet_text(&b->survey, row, COL_NAME);
    size_t other;
    if (!is_name(name))
        return yk_sheet_refuse(&b->survey, row, COL_NAME,
                               _("a name begins with a-z and has at most 20 of a-z, 0-9 and _"));
    if (yk_map_find(&b->names, name, &other))
        return yk_sheet_refuse(&b->survey, row, COL_NAME,
                               yk_arena_printf(arena_of(b), _("this name is taken by row %zu"),
                                               b->survey.rows->line[other]));
    yk_map_add(&b->names, name, row);
    *out = name;
    return YK_OK;
}

static const char *innermost_repeat(const struct builder *b)
{
    for (size_t i = b->depth; i > 0; i--)
        if (b->open[i - 1].repeat)
            return b->open[i - 1].name;
    return "";
}

/* NULL for a blank cell. The names in it are checked once all questions are known. */
static yk_code read_formula(struct yk_expression **out, struct builder *b, const struct sheet *s,
                            size_t row, enum column column)
{
    const char *text = yk_sheet_text(s, row, column);
    *out = NULL;
    if (!*text)
        return YK_OK;
    if (yk_expression_read(out, text, arena_of(b), s->err))
        return yk_sheet_while(s, row, column);
    b->formula = yk_grow(b->formula, &b->formula_room, b->formulas + 1, sizeof *b->formula);
    b->formula[b->formulas++] = (struct formula){.expression = *out,
                                                 .sheet = s,
                                                 .row = row,
                                                 .column = column,
                                                 .repeat = innermost_repeat(b)};
    return YK_OK;
}

/* With those of the groups around it. */
static yk_code read_relevant(struct yk_expression **out, struct builder *b, size_t row)
{
    struct yk_expression *own;
    if (read_formula(&own, b, &b->survey, row, COL_RELEVANT))
        return b->survey.err->code;
    *out = yk_expression_and(arena_of(b), b->depth ? b->open[b->depth - 1].relevant : NULL, own);
    return YK_OK;
}

static bool is_one_of(const char *text, const char *const *word)
{
    while (*word && strcmp(*word, text) != 0)
        word++;
    return *word;
}

static const char *const no[] = {"", "no", "false", "false()", NULL};
static const char *const yes[] = {"yes", "true", "true()", NULL};

static yk_code read_required(struct yk_field *f, struct builder *b, size_t row)
{
    const char *key = yk_text_key(arena_of(b), yk_sheet_text(&b->survey, row, COL_REQUIRED));
    f->required = is_one_of(key, yes);
    if (f->required || is_one_of(key, no))
        return YK_OK;
    return read_formula(&f->required_if, b, &b->survey, row, COL_REQUIRED);
}

static yk_code read_each_visit(struct yk_field *f, struct builder *b, size_t row)
{
    const char *key = yk_text_key(arena_of(b), yk_sheet_text(&b->survey, row, COL_EACH_VISIT));
    f->each_visit = is_one_of(key, yes);
    if (f->each_visit || is_one_of(key, no))
        return YK_OK;
    return yk_sheet_refuse(&b->survey, row, COL_EACH_VISIT, _("this is yes or no"));
}

/* A column that says nothing about such a row must be blank: it would be passed over silently. */
static yk_code must_be_blank(struct builder *b, size_t row, enum column column)
{
    if (!*yk_sheet_text(&b->survey, row, column))
        return YK_OK;
    return yk_sheet_refuse(&b->survey, row, column,
                           _("this row's type has no use for this column"));
}

static void read_labels(const char *label[2], const char *name, const struct builder *b, size_t row)
{
    for (int lang = YK_ZH; lang <= YK_EN; lang++) {
        label[lang] = yk_sheet_worded(&b->survey, row, COL_LABEL, lang);
        if (!*label[lang])
            label[lang] = name;
    }
}

/* --- groups and repeats ---------------------------------------------------------------------- */
static yk_code begin_group(struct builder *b, size_t row, bool repeat)
{
    struct open_group g = {.repeat = repeat, .row = row};
    struct sheet *s = &b->survey;
    if (b->depth == MOST_GROUPS)
        return yk_sheet_refuse(s, row, COL_TYPE, _("there are too many groups inside one another"));
    if (repeat && *innermost_repeat(b))
        return yk_sheet_refuse(s, row, COL_TYPE, _("a repeat cannot stand inside a repeat"));
    if (read_name(&g.name, b, row) || read_relevant(&g.relevant, b, row) ||
        must_be_blank(b, row, COL_CONSTRAINT) || must_be_blank(b, row, COL_CALCULATION) ||
        must_be_blank(b, row, COL_REQUIRED))
        return s->err->code;
    g.path = b->depth ? yk_arena_printf(arena_of(b), "%s/%s", b->open[b->depth - 1].path, g.name)
                      : g.name;
    b->open[b->depth++] = g;
    struct yk_form *form = b->form;
    form->group = yk_grow(form->group, &b->group_room, form->groups + 1, sizeof *form->group);
    struct yk_group *group = &form->group[form->groups++];
    group->name = g.name;
    group->repeat = repeat;
    read_labels(group->label, g.name, b, row);
    return YK_OK;
}

static yk_code end_group(struct builder *b, size_t row, bool repeat)
{
    if (!b->depth)
        return yk_sheet_refuse(&b->survey, row, COL_TYPE,
                               _("nothing has begun that could end here"));
    const struct open_group *g = &b->open[b->depth - 1];
    if (g->repeat != repeat)
        return yk_sheet_refuse(
            &b->survey, row, COL_TYPE,
            yk_arena_printf(arena_of(b),
                            _("what ends here is %s of row %zu, which is of the other kind"),
                            g->name, b->survey.rows->line[g->row]));
    b->depth--;
    return YK_OK;
}

/* --- questions ------------------------------------------------------------------------------- */
static bool is_asked(enum yk_field_type type)
{
    return type != YK_FIELD_META && type != YK_FIELD_NOTE && type != YK_FIELD_CALCULATE;
}

static bool has_list(enum yk_field_type type)
{
    return type == YK_FIELD_ONE || type == YK_FIELD_MANY;
}

/* "select_one brand": the type and, for a choice, its list. */
static yk_code read_type(struct yk_field *f, struct builder *b, size_t row)
{
    const char *cell = yk_sheet_text(&b->survey, row, COL_TYPE);
    size_t n = strcspn(cell, " \t");
    const char *rest = cell + n + strspn(cell + n, " \t");
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (strlen(types[i].word) != n || strncmp(types[i].word, cell, n) != 0)
            continue;
        f->type = types[i].type;
        f->list = rest;
        if (has_list(f->type) ? !*rest || strpbrk(rest, " \t") != NULL : *rest)
            return yk_sheet_refuse(
                &b->survey, row, COL_TYPE,
                has_list(f->type)
                    ? _("a choice names one list and nothing more, as in select_one brand")
                    : _("nothing may follow this type"));
        if (f->type == YK_FIELD_MANY)
            yk_map_put(&b->many, f->list, row);
        return YK_OK;
    }
    return yk_sheet_refuse(&b->survey, row, COL_TYPE,
                           _("this type is not in the part of XLSForm that youka knows"));
}

static yk_code read_words(struct yk_field *f, struct builder *b, size_t row)
{
    const struct sheet *s = &b->survey;
    bool shown = is_asked(f->type) || f->type == YK_FIELD_NOTE;
    if (shown && !*yk_sheet_worded(s, row, COL_LABEL, YK_ZH))
        return yk_sheet_refuse(s, row, COL_LABEL, _("this question has no label"));
    read_labels(f->label, f->name, b, row);
    f->hint = yk_sheet_worded(s, row, COL_HINT, YK_ZH);
    for (int lang = YK_ZH; lang <= YK_EN; lang++)
        f->message[lang] = yk_sheet_worded(s, row, COL_MESSAGE, lang);
    return YK_OK;
}

static yk_code read_formulas(struct yk_field *f, struct builder *b, size_t row)
{
    const struct sheet *s = &b->survey;
    bool calculated = f->type == YK_FIELD_CALCULATE;
    if (!is_asked(f->type) &&
        (must_be_blank(b, row, COL_CONSTRAINT) || must_be_blank(b, row, COL_REQUIRED)))
        return s->err->code;
    if (!calculated && must_be_blank(b, row, COL_CALCULATION))
        return s->err->code;
    if (read_relevant(&f->relevant, b, row) || read_required(f, b, row) ||
        read_formula(&f->constraint, b, s, row, COL_CONSTRAINT) ||
        read_formula(&f->calculation, b, s, row, COL_CALCULATION))
        return s->err->code;
    if (calculated && !f->calculation)
        return yk_sheet_refuse(s, row, COL_NAME, _("its column calculation is blank"));
    return YK_OK;
}

static yk_code read_question(struct builder *b, size_t row)
{
    struct yk_form *form = b->form;
    const struct open_group *in = b->depth ? &b->open[b->depth - 1] : NULL;
    struct yk_field f = {.row = b->survey.rows->line[row]};
    if (read_type(&f, b, row) || read_name(&f.name, b, row) || read_words(&f, b, row) ||
        read_each_visit(&f, b, row) || read_formulas(&f, b, row))
        return b->survey.err->code;
    f.group = in ? in->name : "";
    f.repeat = innermost_repeat(b);
    f.path = in ? yk_arena_printf(arena_of(b), "%s/%s", in->path, f.name) : f.name;
    form->field = yk_grow(form->field, &b->field_room, form->fields + 1, sizeof *form->field);
    yk_map_add(&form->by_name, f.name, form->fields);
    form->field[form->fields++] = f;
    return YK_OK;
}

/* --- sheets ---------------------------------------------------------------------------------- */
static yk_code read_row(struct builder *b, size_t row)
{
    static const char *const border[] = {"begingroup", "beginrepeat", "endgroup", "endrepeat"};
    char key[16];
    size_t n = 0;
    for (const char *p = yk_sheet_text(&b->survey, row, COL_TYPE); *p && n < sizeof key - 1; p++)
        if (*p != ' ' && *p != '_') /* "begin group" and "begin_group" are both in use */
            key[n++] = *p;
    key[n] = '\0';
    for (size_t i = 0; i < 4; i++)
        if (strcmp(key, border[i]) == 0)
            return i < 2 ? begin_group(b, row, i & 1) : end_group(b, row, i & 1);
    if (!n)
        return yk_sheet_refuse(&b->survey, row, COL_TYPE, _("this row has no type"));
    return read_question(b, row);
}

static yk_code read_survey(struct builder *b)
{
    const struct sheet *s = &b->survey;
    if (yk_sheet_must(s, COL_TYPE) || yk_sheet_must(s, COL_NAME))
        return s->err->code;
    for (size_t row = 0; row < s->rows->count; row++)
        if (!yk_sheet_blank_row(s, row) && read_row(b, row))
            return s->err->code;
    if (b->depth)
        return yk_sheet_refuse(s, b->open[b->depth - 1].row, COL_TYPE,
                               _("what begins here has no end row"));
    if (!b->form->fields)
        return yk_fail(s->err, YK_E_DATA, _("sheet survey holds no question"));
    return YK_OK;
}

static yk_code read_settings(struct builder *b, const struct yk_rows *rows, struct yk_err *err)
{
    struct yk_form *form = b->form;
    form->id = form->title = form->version = "";
    if (!rows)
        return YK_OK;
    if (yk_sheet_open(&b->settings, "settings", rows, arena_of(b), err))
        return err->code;
    if (!rows->count)
        return YK_OK;
    form->id = yk_sheet_text(&b->settings, 0, COL_FORM_ID);
    form->title = yk_sheet_text(&b->settings, 0, COL_FORM_TITLE);
    form->version = yk_sheet_text(&b->settings, 0, COL_VERSION);
    return read_formula(&form->instance_name, b, &b->settings, 0, COL_INSTANCE_NAME);
}

static size_t row_of_field(const struct sheet *s, const struct yk_field *f, size_t from)
{
    while (s->rows->line[from] != f->row)
        from++;
    return from;
}

/* What can only be said once all is read. */
static yk_code check(struct builder *b)
{
    struct yk_form *form = b->form;
    for (size_t i = 0, row = 0; i < form->fields; i++) {
        const struct yk_field *f = &form->field[i];
        row = row_of_field(&b->survey, f, row);
        if (has_list(f->type) && !yk_vocabulary_has_list(&form->vocabulary, f->list))
            return yk_sheet_refuse(&b->survey, row, COL_TYPE, _("sheet choices has no such list"));
    }
    for (size_t i = 0; i < b->formulas; i++)
        if (yk_formula_check(&b->formula[i], form))
            return b->survey.err->code;
    return yk_form_check_circles(form, &b->survey);
}

static yk_code build(struct builder *b, const struct yk_rows *survey, const struct yk_rows *choices,
                     const struct yk_rows *settings, struct yk_err *err)
{
    if (yk_sheet_open(&b->survey, "survey", survey, arena_of(b), err) || read_survey(b) ||
        yk_sheet_open(&b->choices, "choices", choices, arena_of(b), err) ||
        yk_choices_read(&b->form->vocabulary, &b->choices, &b->many) ||
        read_settings(b, settings, err))
        return err->code;
    return check(b);
}

yk_code yk_form_read(struct yk_form **out, const struct yk_rows *survey,
                     const struct yk_rows *choices, const struct yk_rows *settings,
                     struct yk_arena *a, struct yk_err *err)
{
    struct builder b = {.form = yk_alloc(sizeof *b.form), .arena = a};
    yk_code code = build(&b, survey, choices, settings, err);
    free(b.formula);
    yk_map_release(&b.names);
    yk_map_release(&b.many);
    if (code)
        yk_form_free(b.form);
    else
        *out = b.form;
    return code;
}

void yk_form_free(struct yk_form *form)
{
    if (!form)
        return;
    free(form->field);
    free(form->group);
    yk_map_release(&form->by_name);
    yk_vocabulary_release(&form->vocabulary);
    free(form);
}

const struct yk_field *yk_form_field(const struct yk_form *form, const char *name)
{
    size_t at;
    return yk_map_find(&form->by_name, name, &at) ? &form->field[at] : NULL;
}
