/* repeats.c - the repeats of a form, and lines that come in a file of their own. */
#include <string.h>

#include "taker.h"
#include "youka/base/say.h"

static size_t field_named(const struct yk_taker *t, const char *name)
{
    const struct yk_field *f = yk_form_field(t->form, name);
    return f ? (size_t)(f - t->form->field) : NOWHERE;
}

struct packing {
    struct yk_taker *t;
    struct repeat *repeat;
};

/* A question that the packed line is made of. */
static void see_part(void *who, const char *name)
{
    struct packing *p = who;
    size_t field = field_named(p->t, name);
    if (field != NOWHERE && field >= p->repeat->first && field < p->repeat->end)
        p->repeat->packed[p->repeat->parts++] = field;
}

static void see_line(void *who, const char *name)
{
    struct packing *p = who;
    if (field_named(p->t, name) == p->repeat->line)
        p->repeat->line = NOWHERE; /* seen */
}

/* The form says itself how a repeat is packed: one calculation inside it makes a line of its
 * answers, another outside joins the lines. */
static void find_packing(struct yk_taker *t, struct repeat *r)
{
    const struct yk_form *form = t->form;
    struct packing p = {t, r};
    size_t line = NOWHERE;
    r->packed = YK_ARENA_ARRAY(&t->arena, size_t, r->end - r->first);
    for (size_t i = r->first; i < r->end && line == NOWHERE; i++)
        if (form->field[i].type == YK_FIELD_CALCULATE && form->field[i].calculation)
            line = i;
    r->summary = r->line = NOWHERE;
    if (line == NOWHERE)
        return;
    for (size_t i = 0; i < form->fields && r->summary == NOWHERE; i++) {
        const struct yk_field *f = &form->field[i];
        if (f->type != YK_FIELD_CALCULATE || !f->calculation || *f->repeat)
            continue;
        r->line = line;
        yk_expression_names(f->calculation, see_line, &p);
        if (r->line == NOWHERE)
            r->summary = i;
    }
    r->line = line;
    yk_expression_names(form->field[line].calculation, see_part, &p);
}

void yk_take_find_repeats(struct yk_taker *t)
{
    const struct yk_form *form = t->form;
    t->repeat = YK_ARENA_ARRAY(&t->arena, struct repeat, form->groups);
    for (size_t i = 0; i < form->fields;) {
        const char *name = form->field[i].repeat;
        size_t end = i + 1;
        while (end < form->fields && strcmp(form->field[end].repeat, name) == 0)
            end++;
        if (*name) {
            struct repeat *r = &t->repeat[t->repeats++];
            *r = (struct repeat){.name = name, .first = i, .end = end};
            find_packing(t, r);
        }
        i = end;
    }
}

static const struct repeat *repeat_named(const struct yk_taker *t, const char *name)
{
    for (size_t i = 0; i < t->repeats; i++)
        if (strcmp(t->repeat[i].name, name) == 0)
            return &t->repeat[i];
    return NULL;
}

/* The file's place among the sources; its columns are read once. */
static size_t source_of(struct yk_taker *t, const struct repeat *r, const char *file,
                        const struct yk_rows *rows)
{
    for (size_t i = 0; i < t->sources; i++)
        if (t->source[i].repeat == r && strcmp(t->table[i].file, file) == 0)
            return i;
    t->source = yk_grow(t->source, &t->source_room, t->sources + 1, sizeof *t->source);
    t->table = yk_grow(t->table, &t->table_room, t->sources + 1, sizeof *t->table);
    struct column *column = yk_take_columns(t, rows, file, r);
    const char **heading = YK_ARENA_ARRAY(&t->arena, const char *, rows->width);
    const char **label = YK_ARENA_ARRAY(&t->arena, const char *, rows->width);
    for (size_t i = 0; i < rows->width; i++) {
        heading[i] = yk_arena_copy(&t->arena, rows->heading[i]);
        label[i] = column[i].heading;
    }
    t->source[t->sources] = (struct repeat_source){r, column};
    t->table[t->sources] = (struct yk_repeat_table){yk_arena_copy(&t->arena, file), heading,
                                                    rows->label ? label : NULL, rows->width};
    return t->sources++;
}

const struct yk_repeat_table *yk_taker_repeats(const struct yk_taker *t, size_t *count)
{
    *count = t->sources;
    return t->table;
}

static size_t column_of(const struct column *column, size_t width, enum meta meta)
{
    for (size_t i = 0; i < width; i++)
        if (column[i].use == COLUMN_META && column[i].meta == meta)
            return i;
    return NOWHERE;
}

/* What says whose line it is: a number, where both sheets of a workbook have it, else a key. */
struct parent {
    size_t column; /* NOWHERE: nothing */
    bool by_index;
};
static struct parent parent_of(const struct yk_taker *t, size_t source)
{
    const struct column *column = t->source[source].column;
    size_t width = t->table[source].width;
    size_t key = column_of(column, width, META_PARENT);
    size_t index = column_of(column, width, META_PARENT_INDEX);
    bool numbered = column_of(t->column, t->width, META_INDEX) != NOWHERE;
    if (index != NOWHERE && (numbered || key == NOWHERE))
        return (struct parent){index, true};
    return (struct parent){key, false};
}

/* Numbers stand in the same map as keys. */
static const char *index_key(struct yk_arena *a, const char *index)
{
    return yk_arena_printf(a, "#%s", index);
}

/* Lines of one parent are a chain in the order of their files. */
static void link_line(struct yk_taker *t, const char *parent, size_t at)
{
    struct repeat_line *line = t->line;
    size_t first;
    line[at].next = NOWHERE;
    line[at].last = at;
    if (yk_map_find(&t->by_parent, parent, &first)) {
        line[line[first].last].next = at;
        line[first].last = at;
    } else {
        yk_map_add(&t->by_parent, yk_arena_copy(&t->arena, parent), at);
    }
}

static void keep_line(struct yk_taker *t, size_t source, const struct yk_rows *rows, size_t row,
                      struct parent parent)
{
    t->line = yk_grow(t->line, &t->line_room, t->lines + 1, sizeof *t->line);
    struct repeat_line *line = &t->line[t->lines];
    *line = (struct repeat_line){.source = source, .line = rows->line[row]};
    line->cell = YK_ARENA_ARRAY(&t->arena, const char *, rows->width);
    for (size_t i = 0; i < rows->width; i++) {
        const char *cell = yk_take_trim(&t->scratch, yk_rows_at(rows, row, i));
        line->cell[i] = cell ? yk_arena_copy(&t->arena, cell) : "";
    }
    const char *key = yk_take_trim(&t->scratch, yk_rows_at(rows, row, parent.column));
    if (key)
        key = parent.by_index ? index_key(&t->scratch, key) : yk_take_bare_uuid(key);
    link_line(t, key ? key : "", t->lines++);
}

yk_code yk_taker_repeat(struct yk_taker *t, const char *repeat, const char *file,
                        const struct yk_rows *rows, struct yk_err *err)
{
    const struct repeat *r = repeat_named(t, repeat);
    if (!r)
        return yk_fail(err, YK_E_USAGE, _("%s: the form has no repeat named %s"), file, repeat);
    size_t source = source_of(t, r, file, rows);
    struct parent parent = parent_of(t, source);
    if (parent.column == NOWHERE)
        return yk_fail(err, YK_E_DATA,
                       _("%s has no column PARENT_KEY: its lines belong to no row; export it again "
                         "beside its parent's file"),
                       file);
    for (size_t row = 0; row < rows->count; row++) {
        keep_line(t, source, rows, row, parent);
        yk_arena_reset(&t->scratch);
    }
    return YK_OK;
}

size_t yk_take_own_line(const struct yk_taker *t)
{
    const char *index = t->now.meta[META_INDEX];
    size_t first;
    if (!t->lines)
        return NOWHERE;
    if (index && yk_map_find(&t->by_parent, index_key(t->now.arena, index), &first))
        return first;
    return t->now.key && yk_map_find(&t->by_parent, t->now.key, &first) ? first : NOWHERE;
}

void yk_take_claim(struct yk_taker *t)
{
    for (size_t i = yk_take_own_line(t); i != NOWHERE; i = t->line[i].next)
        t->line[i].used = true;
}

void yk_take_give_back(struct yk_taker *t)
{
    for (size_t i = yk_take_own_line(t); i != NOWHERE; i = t->line[i].next) {
        const struct repeat_line *line = &t->line[i];
        t->refused =
            yk_grow(t->refused, &t->refused_room, t->refused_lines + 1, sizeof *t->refused);
        t->refused[t->refused_lines++] =
            (struct yk_refused_line){line->source, line->line, line->cell};
    }
}

static bool lay_line(struct yk_taker *t, const struct repeat_line *from, struct line *line)
{
    size_t width = t->table[from->source].width;
    struct yk_arena *a = t->now.arena;
    bool answered = false;
    for (size_t i = 0; i < width; i++) {
        const struct column *c = &t->source[from->source].column[i];
        if (!*from->cell[i])
            continue;
        if (c->use == COLUMN_UNKNOWN) {
            if (!line->extra)
                line->extra = YK_ARENA_ARRAY(a, struct yk_answer, width);
            line->extra[line->extras++] = (struct yk_answer){c->code, from->cell[i], NULL};
            answered = true;
        } else if (c->use != COLUMN_META) {
            answered |=
                yk_take_lay(a, &line->slot[c->field - line->repeat->first], c, from->cell[i]);
        }
    }
    return answered;
}

struct line *yk_take_own_lines(struct yk_taker *t, const struct repeat *r, size_t *count)
{
    size_t most = 0;
    *count = 0;
    for (size_t i = yk_take_own_line(t); i != NOWHERE; i = t->line[i].next)
        most += t->source[t->line[i].source].repeat == r;
    struct line *out = YK_ARENA_ARRAY(&t->scratch, struct line, most);
    for (size_t i = yk_take_own_line(t); i != NOWHERE; i = t->line[i].next) {
        const struct repeat_line *from = &t->line[i];
        if (t->source[from->source].repeat != r)
            continue;
        struct line *line = &out[*count];
        *line = (struct line){.repeat = r,
                              .slot = YK_ARENA_ARRAY(&t->scratch, struct slot, r->end - r->first),
                              .file = t->table[from->source].file,
                              .line = from->line,
                              .row = SIZE_MAX};
        *count += lay_line(t, from, line);
    }
    return out;
}

void yk_take_orphans(struct yk_taker *t)
{
    if (t->told_orphans)
        return;
    t->told_orphans = true;
    for (size_t s = 0; s < t->sources; s++) {
        size_t lost = 0, first = 0;
        for (size_t i = 0; i < t->lines; i++)
            if (t->line[i].source == s && !t->line[i].used) {
                first = lost ? first : t->line[i].line;
                lost++;
            }
        if (lost)
            yk_take_warn(t, yk_arena_printf(&t->arena,
                                            _("%s: %zu lines belong to no row of %s and were left "
                                              "out, the first of them in line %zu"),
                                            t->table[s].file, lost, t->option.file, first));
    }
}
