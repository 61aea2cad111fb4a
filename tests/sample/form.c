/* form.c - the census form's fields and choices, so that headings and labels are written once. */
#include "sample.h"

#include <stdlib.h>
#include <string.h>

#define COLUMNS_MAX 24

struct table {
    FILE *f;
    struct yk_arena *arena;
    const char *cell[COLUMNS_MAX];
    size_t cells;
};

/* One CSV record: LF or CRLF, quotes doubled inside quotes. */
static bool next_record(struct table *t)
{
    struct yk_buf text = {0};
    bool quoted = false;
    int c = getc(t->f);

    if (c == EOF)
        return false;
    for (t->cells = 0;; c = getc(t->f)) {
        bool ends = c == EOF || (!quoted && (c == ',' || c == '\n'));
        if (ends && t->cells < COLUMNS_MAX) {
            t->cell[t->cells++] = yk_arena_copy(t->arena, text.len ? text.text : "");
            yk_buf_clear(&text);
        }
        if (c == EOF || (!quoted && c == '\n'))
            break;
        if (c == '"') {
            quoted = !quoted;
            int after = quoted ? 0 : getc(t->f);
            if (after == '"') {
                yk_buf_puts(&text, "\"");
                quoted = true;
            } else if (after && after != EOF) {
                ungetc(after, t->f);
            }
        } else if (!ends && c != '\r') {
            char byte = (char)c;
            yk_buf_add(&text, &byte, 1);
        }
    }
    yk_buf_release(&text);
    return true;
}

static size_t column_of(const struct table *t, const char *prefix)
{
    for (size_t i = 0; i < t->cells; i++)
        if (!strncmp(t->cell[i], prefix, strlen(prefix)))
            return i;
    fprintf(stderr, "sample: the form has no column %s\n", prefix);
    exit(1);
}

static const char *cell_at(const struct table *t, size_t column)
{
    return column < t->cells ? t->cell[column] : "";
}

static bool open_table(struct table *t, struct yk_arena *a, const char *dir, const char *name)
{
    const char *path = yk_arena_printf(a, "%s/%s", dir, name);

    *t = (struct table){.f = fopen(path, "r"), .arena = a};
    if (!t->f) {
        fprintf(stderr, "sample: cannot read %s\n", path);
        return false;
    }
    for (int i = 0, c; i < 3; i++) { /* a byte order mark, if any */
        c = getc(t->f);
        if ((char)c != "\xEF\xBB\xBF"[i]) {
            ungetc(c, t->f);
            break;
        }
    }
    return next_record(t);
}

static void take_field(struct form *form, struct yk_arena *a, const struct table *t,
                       const size_t column[3], const char **group, const char **repeat)
{
    const char *type = cell_at(t, column[0]);
    const char *space = strchr(type, ' ');
    struct field f = {.type = type,
                      .list = "",
                      .name = cell_at(t, column[1]),
                      .label = cell_at(t, column[2]),
                      .group = *group,
                      .repeat = *repeat};

    if (!strncmp(type, "begin", 5)) {
        *(strstr(type, "repeat") ? repeat : group) = f.name;
    } else if (!strncmp(type, "end ", 4) || !strncmp(type, "end_", 4)) {
        *(strstr(type, "repeat") ? repeat : group) = "";
    } else if (*f.name && form->fields < FIELDS_MAX) {
        if (space) {
            f.type = yk_arena_text(a, type, (size_t)(space - type));
            f.list = space + 1;
        }
        form->field[form->fields++] = f;
    }
}

bool form_read(struct form *form, struct yk_arena *a, const char *dir)
{
    struct table t;
    const char *group = "", *repeat = "";

    if (!open_table(&t, a, dir, "survey.csv"))
        return false;
    size_t column[3] = {column_of(&t, "type"), column_of(&t, "name"), column_of(&t, "label::中文")};
    while (next_record(&t))
        take_field(form, a, &t, column, &group, &repeat);
    fclose(t.f);

    if (!open_table(&t, a, dir, "choices.csv"))
        return false;
    column[0] = column_of(&t, "list_name");
    column[1] = column_of(&t, "name");
    column[2] = column_of(&t, "label::中文");
    while (next_record(&t) && form->choices < CHOICES_MAX)
        form->choice[form->choices++] =
            (struct choice){cell_at(&t, column[0]), cell_at(&t, column[1]), cell_at(&t, column[2])};
    fclose(t.f);
    return true;
}

size_t form_at(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form->fields; i++)
        if (!strcmp(form->field[i].name, name))
            return i;
    fprintf(stderr, "sample: the form has no field %s\n", name);
    exit(1);
}

static const char *label_of(const struct form *form, const char *list, const char *code, size_t n)
{
    for (size_t i = 0; i < form->choices; i++) {
        const struct choice *c = &form->choice[i];
        if (!strcmp(c->list, list) && strlen(c->name) == n && !strncmp(c->name, code, n))
            return c->label;
    }
    fprintf(stderr, "sample: %s is no choice of %s\n", code, list);
    exit(1);
}

const char *form_label(const struct form *form, struct yk_arena *a, size_t field, const char *text)
{
    const struct field *f = &form->field[field];
    struct yk_buf labels = {0};

    if (!*f->list || !text || !*text)
        return text;
    while (*text) {
        size_t n = strcspn(text, " ");
        yk_buf_printf(&labels, "%s%s", labels.len ? " " : "", label_of(form, f->list, text, n));
        text += n;
        text += *text == ' ';
    }
    text = yk_arena_copy(a, labels.text);
    yk_buf_release(&labels);
    return text;
}
