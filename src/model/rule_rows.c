/* rule_rows.c - rule tables as texts: what is in force, row by row. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "rule_shapes.h"
#include "youka/base/num.h"

static const struct yk_rule_shape *shape_of(const char *file)
{
    const struct yk_rule_shape *s = yk_rule_shape(file);
    if (!s)
        YK_BUG("no rule table is called %s", file);
    return s;
}

size_t yk_rules_width(const char *file)
{
    const struct yk_rule_shape *s = yk_rule_shape(file);
    size_t width = 0;
    while (s && s->column[width].heading)
        width++;
    return width;
}

size_t yk_rules_keys(const char *file)
{
    const struct yk_rule_shape *s = shape_of(file);
    size_t keys = 0;
    while (s->column[keys].heading && s->column[keys].kind <= ANY_KEY)
        keys++;
    return keys;
}

const char *yk_rules_heading(const char *file, size_t column)
{
    return shape_of(file)->column[column].heading;
}

const char *const *yk_rules_headings(const char *file, struct yk_arena *a)
{
    size_t width = yk_rules_width(file);
    const char **heading = YK_ARENA_ARRAY(a, const char *, width);
    for (size_t c = 0; c < width; c++)
        heading[c] = yk_rules_heading(file, c);
    return heading;
}

static size_t count_of(const struct yk_rules *r, const struct yk_rule_shape *s)
{
    size_t count;
    memcpy(&count, (const char *)r + s->count, sizeof count);
    return count;
}

size_t yk_rules_count(const struct yk_rules *r, const char *file)
{
    return count_of(r, shape_of(file));
}

static const char *item_of(const struct yk_rules *r, const struct yk_rule_shape *s, size_t row)
{
    const char *items;
    memcpy(&items, (const char *)r + s->array, sizeof items);
    return items + row * s->size;
}

static const char *text_at(const char *item, const struct yk_rule_column *c, struct yk_arena *a)
{
    if (c->kind <= TEXT) {
        const char *text;
        memcpy(&text, item + c->at, sizeof text);
        return text;
    }
    double number;
    memcpy(&number, item + c->at, sizeof number);
    if (isnan(number))
        return "";
    char text[32];
    yk_num_write(text, number);
    return yk_arena_copy(a, text);
}

const char *const *yk_rules_row(const struct yk_rules *r, const char *file, size_t row,
                                struct yk_arena *a)
{
    const struct yk_rule_shape *s = shape_of(file);
    const char **cell = YK_ARENA_ARRAY(a, const char *, yk_rules_width(file));
    for (size_t c = 0; s->column[c].heading; c++)
        cell[c] = text_at(item_of(r, s, row), &s->column[c], a);
    return cell;
}

size_t yk_rules_find(const struct yk_rules *before, const char *file, const char *const *row)
{
    const struct yk_rule_shape *s = shape_of(file);
    size_t keys = yk_rules_keys(file), count = count_of(before, s);
    for (size_t i = 0; i < count; i++) {
        const char *item = item_of(before, s, i);
        size_t k = 0;
        while (k < keys && strcmp(text_at(item, &s->column[k], NULL), row[k]) == 0)
            k++;
        if (k == keys)
            return i;
    }
    return SIZE_MAX;
}
