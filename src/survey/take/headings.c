/* headings.c - which question of a form a heading asks, and what a table is by its headings. */
#include <stdlib.h>
#include <string.h>

#include "taker.h"

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
    {"_index", META_INDEX},
    {"序号", META_INDEX},
    {"_parent_index", META_PARENT_INDEX},
    {"客户序号", META_PARENT_INDEX},
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
    {"howtomendit", META_OTHER},
};

/* Numbers of a geopoint's own columns; a part is named after `-` (ODK) or `_` (Kobo). */
static const struct {
    const char *word;
    int part;
} part_words[] = {
    {"latitude", 0}, {"longitude", 1}, {"altitude", 2}, {"accuracy", 3}, {"precision", 3}};

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* "汽油月用量(L)" is also written "汽油月用量": drops brackets at the end, one after another. */
static void add_short_labels(struct yk_headings *h, const char *label, size_t field)
{
    char *key = yk_text_key(&h->arena, label);
    for (;;) {
        size_t n = strlen(key);
        char *open = strrchr(key, '(');
        if (n == 0 || key[n - 1] != ')' || !open || open == key)
            return;
        key = yk_arena_text(&h->arena, key, (size_t)(open - key));
        size_t other;
        /* One short word for two questions answers neither. */
        if (yk_map_find(&h->synonym, key, &other) && other != field)
            yk_map_put(&h->synonym, key, NOWHERE);
        else
            yk_map_put(&h->synonym, key, field);
    }
}

void yk_headings_init(struct yk_headings *h, const struct yk_form *form)
{
    *h = (struct yk_headings){.form = form};
    for (size_t i = 0; i < form->fields; i++) {
        const struct yk_field *f = &form->field[i];
        yk_map_add(&h->name, yk_text_key(&h->arena, f->name), i);
        for (int lang = 0; lang < 2; lang++)
            if (!yk_text_blank(f->label[lang])) {
                yk_map_add(&h->label[lang], yk_text_key(&h->arena, f->label[lang]), i);
                add_short_labels(h, f->label[lang], i);
            }
    }
    for (const struct synonym *s = yk_take_synonyms; s->heading; s++) {
        const struct yk_field *f = yk_form_field(form, s->field);
        if (f)
            yk_map_put(&h->synonym, yk_text_key(&h->arena, s->heading), (size_t)(f - form->field));
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
static bool find_field(const struct yk_headings *h, const char *key, size_t *field)
{
    const char *group = last_of(key, "/-");
    return yk_map_find(&h->name, key, field) ||
           (group && yk_map_find(&h->name, group + 1, field)) ||
           find_after_groups(&h->label[YK_ZH], key, field) ||
           find_after_groups(&h->label[YK_EN], key, field) ||
           find_after_groups(&h->synonym, key, field);
}

/* "door-location-latitude", "_location_latitude", "door/_location_latitude". */
static bool find_part(struct yk_headings *h, const char *key, struct column *c)
{
    size_t n = strlen(key);
    for (size_t i = 0; i < COUNT(part_words); i++) {
        size_t word = strlen(part_words[i].word);
        if (n < word + 2 || strcmp(key + n - word, part_words[i].word) != 0 ||
            !strchr("-_", key[n - word - 1]))
            continue;
        const char *base = yk_arena_text(&h->scratch, key, n - word - 1);
        const char *group = strrchr(base, '/');
        const char *tail = group ? group + 1 : base;
        if (!find_field(h, base, &c->field) &&
            !(*base == '_' && find_field(h, base + 1, &c->field)) &&
            !(*tail == '_' && find_field(h, tail + 1, &c->field)))
            return false;
        c->use = COLUMN_PART;
        c->part = part_words[i].part;
        return h->form->field[c->field].type == YK_FIELD_GEOPOINT;
    }
    return false;
}

/* "sensitivity/price": a column of its own for one answer of a multiple choice. True also for a
 * choice that the form does not have: such a column must not pass for another question. */
static bool find_choice(struct yk_headings *h, const char *key, struct column *c)
{
    const char *slash = strrchr(key, '/');
    if (!slash || !find_field(h, yk_arena_text(&h->scratch, key, (size_t)(slash - key)), &c->field))
        return false;
    const struct yk_field *f = &h->form->field[c->field];
    if (f->type != YK_FIELD_MANY)
        return false;
    const struct yk_choice *choice = yk_choice_read(&h->form->vocabulary, f->list, slash + 1);
    c->use = choice ? COLUMN_CHOICE : COLUMN_UNKNOWN;
    c->code = choice ? choice->code : NULL;
    return true;
}

static bool find_meta(const char *key, struct column *c)
{
    if (!strncmp(key, YK_PLAN_MARK, strlen(YK_PLAN_MARK))) {
        c->use = COLUMN_META;
        c->meta = META_PLAN;
        return true;
    }
    for (size_t i = 0; i < COUNT(known_meta); i++)
        if (strcmp(key, known_meta[i].key) == 0) {
            c->use = COLUMN_META;
            c->meta = known_meta[i].meta;
            return true;
        }
    return false;
}

struct column yk_headings_column(struct yk_headings *h, const char *heading)
{
    struct column c = {.heading = heading, .field = NOWHERE};
    const char *key = yk_text_key(&h->scratch, heading);
    if (!*key)
        return c;
    if (yk_map_find(&h->name, key, &c.field))
        c.use = COLUMN_FIELD;
    else if (!find_meta(key, &c) && !find_part(h, key, &c) && !find_choice(h, key, &c)) {
        bool found = find_field(h, key, &c.field);
        c.use = found ? COLUMN_FIELD : COLUMN_UNKNOWN;
    }
    return c;
}

void yk_headings_release(struct yk_headings *h)
{
    yk_map_release(&h->name);
    yk_map_release(&h->label[YK_ZH]);
    yk_map_release(&h->label[YK_EN]);
    yk_map_release(&h->synonym);
    yk_arena_release(&h->arena);
    yk_arena_release(&h->scratch);
}

struct yk_headings *yk_headings_new(const struct yk_form *form)
{
    struct yk_headings *h = yk_alloc(sizeof *h);
    yk_headings_init(h, form);
    return h;
}

void yk_headings_free(struct yk_headings *h)
{
    if (!h)
        return;
    yk_headings_release(h);
    free(h);
}

bool yk_heading_known(void *headings, const char *heading)
{
    struct yk_headings *h = headings;
    struct column c = yk_headings_column(h, heading);
    yk_arena_reset(&h->scratch);
    return c.use != COLUMN_UNKNOWN;
}

/* The repeat that most of the columns belong to, else the one the sheet is named after. */
static bool find_repeat(struct yk_headings *h, const char *sheet, const size_t *columns,
                        size_t *group)
{
    size_t best = 0;
    for (size_t g = 0; g < h->form->groups; g++)
        if (columns[g] > best) {
            best = columns[g];
            *group = g;
        }
    for (size_t g = 0; g < h->form->groups && !best; g++)
        if (h->form->group[g].repeat && strcmp(h->form->group[g].name, sheet) == 0) {
            best = 1;
            *group = g;
        }
    return best > 0;
}

static void count_column(const struct yk_form *form, size_t field, size_t *own, size_t *columns)
{
    const char *repeat = form->field[field].repeat;
    *own += !*repeat;
    for (size_t g = 0; g < form->groups; g++)
        columns[g] += form->group[g].repeat && strcmp(form->group[g].name, repeat) == 0;
}

/* Which questions a table has columns for, and whether one that tells its rows apart is missing. */
struct asked {
    const struct yk_form *form;
    bool *column;
    bool missing;
};

static void see_name(void *who, const char *name)
{
    struct asked *a = who;
    const struct yk_field *f = yk_form_field(a->form, name);
    /* The station may be told by --station. */
    if (f && strcmp(name, "station_code") != 0 && !a->column[f - a->form->field])
        a->missing = true;
}

static bool can_be_told_apart(const struct yk_form *form, bool *column)
{
    struct asked asked = {.form = form, .column = column};
    if (form->instance_name)
        yk_expression_names(form->instance_name, see_name, &asked);
    return !asked.missing;
}

enum yk_table_kind yk_headings_judge(struct yk_headings *h, const char *sheet,
                                     const struct yk_rows *rows, size_t *group)
{
    enum { ENOUGH = 3 };
    struct yk_arena a = {0};
    size_t own = 0, *columns = YK_ARENA_ARRAY(&a, size_t, h->form->groups);
    bool parent = false, *asked = YK_ARENA_ARRAY(&a, bool, h->form->fields);
    for (size_t i = 0; i < rows->width; i++) {
        struct column c = yk_headings_column(h, rows->heading[i]);
        if (c.use == COLUMN_META)
            parent |= c.meta == META_PARENT || c.meta == META_PARENT_INDEX;
        else if (c.use != COLUMN_UNKNOWN) {
            asked[c.field] = true;
            count_column(h->form, c.field, &own, columns);
        }
    }
    bool main = own >= ENOUGH && can_be_told_apart(h->form, asked);
    enum yk_table_kind kind = main ? YK_TABLE_MAIN : YK_TABLE_OTHER;
    if (!main && parent && find_repeat(h, sheet, columns, group))
        kind = YK_TABLE_REPEAT;
    yk_arena_reset(&h->scratch);
    yk_arena_release(&a);
    return kind;
}
