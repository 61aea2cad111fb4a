/* columns.c - which question each column of a file answers. */
#include <stdlib.h>
#include <string.h>

#include "taker.h"
#include "youka/base/say.h"

/* Columns that servers and our own workbooks add, by folded heading. */
static const struct {
    const char *key;
    enum meta meta;
} known_meta[] = {
    {"key", META_KEY},
    {"instanceid", META_INSTANCE},
    {"meta-instanceid", META_INSTANCE},
    {"meta/instanceid", META_INSTANCE},
    {"_uuid", META_UUID},
    {"row_id", META_ROW_ID},
    {"client_id", META_CLIENT},
    {"submissiondate", META_SUBMITTED},
    {"_submission_time", META_SUBMITTED},
    {"edits", META_EDITS},
    {"status", META_STATUS},
    {"reviewstate", META_REVIEW},
    {"_validation_status", META_VALIDATION},
    {"parent_key", META_PARENT},
    {"_submission__uuid", META_PARENT},
    {"submitterid", META_OTHER},
    {"submittername", META_OTHER},
    {"attachmentspresent", META_OTHER},
    {"attachmentsexpected", META_OTHER},
    {"deviceid", META_OTHER},
    {"formversion", META_OTHER},
    {"instancename", META_OTHER},
    {"meta-instancename", META_OTHER},
    {"meta/instancename", META_OTHER},
    {"meta/rootuuid", META_OTHER},
    {"formhub/uuid", META_OTHER},
    {"_id", META_OTHER},
    {"_notes", META_OTHER},
    {"_status", META_OTHER},
    {"_submitted_by", META_OTHER},
    {"__version__", META_OTHER},
    {"_tags", META_OTHER},
    {"_index", META_OTHER},
    {"_parent_index", META_OTHER},
    {"_parent_table_name", META_OTHER},
    {"_submission__id", META_OTHER},
    {"_attachments", META_OTHER},
    {"_geolocation", META_OTHER},
    {"_xform_id_string", META_OTHER},
    {"行号", META_OTHER},
    {"原因", META_OTHER},
    {"怎样改", META_OTHER},
    {"line", META_OTHER},
    {"reason", META_OTHER},
    {"howtomend", META_OTHER},
};

/* Numbers of a geopoint's own columns; a part is named after `-` (ODK) or `_` (Kobo). */
static const struct {
    const char *word;
    int part;
} part_words[] = {
    {"latitude", 0}, {"longitude", 1}, {"altitude", 2}, {"accuracy", 3}, {"precision", 3}};

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* "汽油月用量(L)" is also written "汽油月用量": drops brackets at the end, one after another. */
static void add_short_labels(struct yk_taker *t, const char *label, size_t field)
{
    char *key = yk_text_key(&t->arena, label);
    for (;;) {
        size_t n = strlen(key);
        char *open = strrchr(key, '(');
        if (n == 0 || key[n - 1] != ')' || !open || open == key)
            return;
        key = yk_arena_text(&t->arena, key, (size_t)(open - key));
        size_t other;
        /* One short word for two questions answers neither. */
        if (yk_map_find(&t->headings.synonym, key, &other) && other != field)
            yk_map_put(&t->headings.synonym, key, NOWHERE);
        else
            yk_map_put(&t->headings.synonym, key, field);
    }
}

void yk_take_headings(struct yk_taker *t)
{
    const struct yk_form *form = t->form;
    struct headings *h = &t->headings;
    for (size_t i = 0; i < form->fields; i++) {
        const struct yk_field *f = &form->field[i];
        yk_map_add(&h->name, yk_text_key(&t->arena, f->name), i);
        for (int lang = 0; lang < 2; lang++)
            if (!yk_text_blank(f->label[lang])) {
                yk_map_add(&h->label[lang], yk_text_key(&t->arena, f->label[lang]), i);
                add_short_labels(t, f->label[lang], i);
            }
    }
    for (const struct synonym *s = yk_take_synonyms; s->heading; s++) {
        const struct yk_field *f = yk_form_field(form, s->field);
        if (f)
            yk_map_put(&h->synonym, yk_text_key(&t->arena, s->heading), (size_t)(f - form->field));
    }
}

/* The key itself, then what follows each `/`: a group's name or label stands before it. */
static bool find_after_groups(const struct yk_map *map, const char *key, size_t *field)
{
    for (const char *at = key; at; at = strchr(at, '/'), at = at ? at + 1 : NULL)
        if (yk_map_find(map, at, field) && *field != NOWHERE)
            return true;
    return false;
}

static const char *last_of(const char *key, const char *separators)
{
    const char *last = NULL;
    for (const char *c = key; *c; c++)
        if (strchr(separators, *c))
            last = c;
    return last;
}

/* Name, name without its groups, Chinese label, English label, synonym. */
static bool find_field(const struct yk_taker *t, const char *key, size_t *field)
{
    const struct headings *h = &t->headings;
    const char *group = last_of(key, "/-");
    return yk_map_find(&h->name, key, field) ||
           (group && yk_map_find(&h->name, group + 1, field)) ||
           find_after_groups(&h->label[YK_ZH], key, field) ||
           find_after_groups(&h->label[YK_EN], key, field) ||
           find_after_groups(&h->synonym, key, field);
}

/* "door-location-latitude", "_location_latitude", "door/_location_latitude". */
static bool find_part(struct yk_taker *t, const char *key, struct column *c)
{
    size_t n = strlen(key);
    for (size_t i = 0; i < COUNT(part_words); i++) {
        size_t word = strlen(part_words[i].word);
        if (n < word + 2 || strcmp(key + n - word, part_words[i].word) != 0 ||
            !strchr("-_", key[n - word - 1]))
            continue;
        const char *base = yk_arena_text(&t->scratch, key, n - word - 1);
        const char *group = strrchr(base, '/');
        const char *tail = group ? group + 1 : base;
        if (!find_field(t, base, &c->field) &&
            !(*base == '_' && find_field(t, base + 1, &c->field)) &&
            !(*tail == '_' && find_field(t, tail + 1, &c->field)))
            return false;
        c->use = COLUMN_PART;
        c->part = part_words[i].part;
        return t->form->field[c->field].type == YK_FIELD_GEOPOINT;
    }
    return false;
}

/* "sensitivity/price": a column of its own for one answer of a multiple choice. True also for a
 * choice that the form does not have: such a column must not pass for another question. */
static bool find_choice(struct yk_taker *t, const char *key, struct column *c)
{
    const char *slash = strrchr(key, '/');
    if (!slash || !find_field(t, yk_arena_text(&t->scratch, key, (size_t)(slash - key)), &c->field))
        return false;
    const struct yk_field *f = &t->form->field[c->field];
    if (f->type != YK_FIELD_MANY)
        return false;
    const struct yk_choice *choice = yk_choice_read(&t->form->vocabulary, f->list, slash + 1);
    c->use = choice ? COLUMN_CHOICE : COLUMN_UNKNOWN;
    c->code = choice ? choice->code : NULL;
    return true;
}

static bool find_meta(const char *key, struct column *c)
{
    for (size_t i = 0; i < COUNT(known_meta); i++)
        if (strcmp(key, known_meta[i].key) == 0) {
            c->use = COLUMN_META;
            c->meta = known_meta[i].meta;
            return true;
        }
    return false;
}

static struct column column_of(struct yk_taker *t, const char *heading)
{
    struct column c = {.heading = heading, .field = NOWHERE};
    const char *key = yk_text_key(&t->scratch, heading);
    if (!*key)
        return c;
    if (yk_map_find(&t->headings.name, key, &c.field))
        c.use = COLUMN_FIELD;
    else if (!find_meta(key, &c) && !find_part(t, key, &c) && !find_choice(t, key, &c)) {
        bool found = find_field(t, key, &c.field);
        c.use = found ? COLUMN_FIELD : COLUMN_UNKNOWN;
    }
    return c;
}

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
    if (names.len)
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
        *c = column_of(t, yk_arena_copy(&t->arena, rows->heading[i]));
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
    yk_arena_reset(&t->scratch);
    return column;
}
