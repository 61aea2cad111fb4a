/* json.c - tables as one JSON object: a table is an array of objects, "a.b" nests, numbers
 * unrounded. */
#include <jansson.h>
#include <math.h>
#include <string.h>

#include "cli.h"

static json_t *table_value(const struct yk_table *t);

/* Jansson leaves out what it has no memory for. (Texts are UTF-8 by now: were one not, the dump
 * would fail, where json_string would give nothing.) */
static json_t *whole(json_t *made)
{
    if (!made)
        yk_no_memory();
    return made;
}

static json_t *text_value(const char *text)
{
    return whole(json_string_nocheck(text));
}

static void set(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value))
        yk_no_memory();
}

static void append(json_t *array, json_t *value)
{
    if (json_array_append_new(array, value))
        yk_no_memory();
}

static json_t *cell_value(const struct yk_cell *c)
{
    char day[11];
    switch (c->kind) {
    case YK_CELL_TEXT:
        return text_value(c->text);
    case YK_CELL_NUMBER:
        if (!isfinite(c->number))
            return json_null();
        if (c->number == floor(c->number) && fabs(c->number) < 1e15)
            return whole(json_integer((json_int_t)c->number));
        return whole(json_real(c->number));
    case YK_CELL_DAY:
        yk_day_write(day, c->day);
        return text_value(day);
    case YK_CELL_TABLE:
        return table_value(c->table);
    case YK_CELL_BLANK:
        break;
    }
    return json_null();
}

static void set_nested(json_t *object, const char *key, json_t *value)
{
    const char *dot = strchr(key, '.');
    if (!dot) {
        set(object, key, value);
        return;
    }
    char head[64];
    snprintf(head, sizeof head, "%.*s", (int)(dot - key), key);
    json_t *inner = json_object_get(object, head);
    if (!inner) {
        inner = whole(json_object());
        set(object, head, inner);
    }
    set_nested(inner, dot + 1, value);
}

static void row_members(json_t *into, const struct yk_table *t, size_t row)
{
    for (size_t c = 0; c < t->columns; c++)
        if (t->column[c].key)
            set_nested(into, t->column[c].key, cell_value(&t->cell[row * t->columns + c]));
}

/* Columns keyed "": one such column makes an array of values, several (or a bare table) an array of
 * arrays. */
static json_t *bare_row(const struct yk_table *t, size_t row)
{
    if (t->columns == 1 && !t->bare)
        return cell_value(&t->cell[row]);
    json_t *array = whole(json_array());
    for (size_t c = 0; c < t->columns; c++)
        append(array, cell_value(&t->cell[row * t->columns + c]));
    return array;
}

static json_t *table_value(const struct yk_table *t)
{
    json_t *array = whole(json_array());
    bool bare = t->columns && t->column[0].key && !*t->column[0].key;
    for (size_t r = 0; r < t->rows; r++) {
        json_t *object = bare ? bare_row(t, r) : whole(json_object());
        if (!bare)
            row_members(object, t, r);
        append(array, object);
    }
    return array;
}

bool show_json(FILE *to, const struct yk_sheets *sheets)
{
    json_t *all = whole(json_object());
    for (size_t s = 0; s < sheets->count; s++)
        for (size_t i = 0; i < sheets->sheet[s]->tables; i++) {
            const struct yk_table *t = sheets->sheet[s]->table[i];
            if (!*t->name && t->rows)
                row_members(all, t, 0);
            else if (*t->name)
                set(all, t->name, table_value(t));
        }
    bool ok = !json_dumpf(all, to, JSON_INDENT(1) | JSON_REAL_PRECISION(17));
    json_decref(all);
    return ok && fputc('\n', to) != EOF;
}
