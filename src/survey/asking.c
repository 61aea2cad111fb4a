/* asking.c - a form as the questions that people see. */
#include "asking.h"

#include <string.h>

static bool is_put(enum yk_field_type type)
{
    return type != YK_FIELD_META && type != YK_FIELD_NOTE && type != YK_FIELD_CALCULATE &&
           type != YK_FIELD_IMAGE;
}

static enum yk_question_kind kind_of(enum yk_field_type type)
{
    switch (type) {
    case YK_FIELD_INTEGER:
        return YK_ASK_WHOLE;
    case YK_FIELD_DECIMAL:
        return YK_ASK_NUMBER;
    case YK_FIELD_DATE:
        return YK_ASK_DAY;
    case YK_FIELD_GEOPOINT:
        return YK_ASK_PLACE;
    case YK_FIELD_ONE:
        return YK_ASK_ONE;
    case YK_FIELD_MANY:
        return YK_ASK_MANY;
    default:
        return YK_ASK_TEXT;
    }
}

static size_t section_of(const struct yk_form *form, const char *group)
{
    size_t i = 0;
    while (i < form->groups && strcmp(form->group[i].name, group) != 0)
        i++;
    return i;
}

static bool holds(const struct yk_expression *relevant, const struct yk_expression *part)
{
    struct conditions all;
    yk_conditions(&all, relevant);
    for (size_t i = 0; i < all.count; i++)
        if (all.part[i] == part)
            return true;
    return false;
}

/* A condition of the group itself: every question in it has it. Conditions of enclosing groups are
 * one expression, so that their address tells. */
static bool is_groups_own(const struct yk_form *form, const struct yk_field *f,
                          const struct yk_expression *part)
{
    size_t sharing = 0;
    for (size_t i = 0; i < form->fields; i++) {
        const struct yk_field *other = &form->field[i];
        if (!is_put(other->type) || strcmp(other->group, f->group) != 0)
            continue;
        if (!holds(other->relevant, part))
            return false;
        sharing++;
    }
    return sharing > 1 && *f->group;
}

/* In words, what of a question's conditions is the group's own, or what is not. */
static const char *when(const struct yk_form *form, const struct yk_field *f, bool groups_own,
                        size_t *parts, enum yk_lang lang, struct yk_arena *a)
{
    struct conditions all;
    const char *said = "";
    *parts = 0;
    yk_conditions(&all, f->relevant);
    for (size_t i = 0; i < all.count; i++) {
        if (is_groups_own(form, f, all.part[i]) != groups_own)
            continue;
        const char *words = yk_condition_words(form, all.part[i], lang, a);
        ++*parts;
        if (*words)
            said = *said ? yk_arena_printf(a, "%s%s%s", said, lang == YK_ZH ? "，" : ", ", words)
                         : words;
    }
    return said;
}

static struct yk_question question_of(const struct yk_form *form, const struct yk_field *f,
                                      enum yk_lang lang, struct yk_arena *a)
{
    size_t own, shared;
    struct yk_question q = {
        .kind = kind_of(f->type),
        .name = f->name,
        .label = f->label[lang],
        .hint = f->hint,
        .list = f->list,
        .message = f->message[lang],
        .when = when(form, f, false, &own, lang, a),
        .limit = yk_limit_of(f),
        .section = section_of(form, f->group),
        .repeat = f->repeat,
        .each_visit = f->each_visit,
    };
    (void)when(form, f, true, &shared, lang, a);
    bool always = own == 0 && (shared == 0 || *f->repeat);
    if (f->required || f->required_if)
        q.need = f->required && always ? YK_NEED_ALWAYS : YK_NEED_SOMETIMES;
    return q;
}

static void add_section_words(struct yk_questions *out, const struct yk_form *form,
                              enum yk_lang lang, struct yk_arena *a)
{
    size_t parts;
    for (size_t i = 0; i < form->fields; i++) {
        const struct yk_field *f = &form->field[i];
        struct yk_section *s = &out->section[section_of(form, f->group)];
        if (is_put(f->type) && !*s->when)
            s->when = when(form, f, true, &parts, lang, a);
    }
}

void yk_questions_of(struct yk_questions *out, const struct yk_form *form, enum yk_lang lang,
                     struct yk_arena *a)
{
    *out = (struct yk_questions){
        .title = form->title,
        .question = YK_ARENA_ARRAY(a, struct yk_question, form->fields + 1),
        .section = YK_ARENA_ARRAY(a, struct yk_section, form->groups + 1),
        .sections = form->groups + 1,
    };
    for (size_t i = 0; i < form->groups; i++)
        out->section[i] = (struct yk_section){.name = form->group[i].name,
                                              .title = form->group[i].label[lang],
                                              .when = "",
                                              .repeat = form->group[i].repeat};
    out->section[form->groups] = (struct yk_section){.name = "", .title = "", .when = ""};
    add_section_words(out, form, lang, a);
    for (size_t i = 0; i < form->fields; i++)
        if (is_put(form->field[i].type))
            out->question[out->count++] = question_of(form, &form->field[i], lang, a);
}
