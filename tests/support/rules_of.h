/* rules_of.h - for tests: the compiled-in rule tables, read without the intake room. */
#ifndef YOUKA_TESTS_RULES_OF_H
#define YOUKA_TESTS_RULES_OF_H

#include <stdbool.h>
#include <string.h>

#include "youka/model/rules.h"

#define TABLE_WIDTH 16

/* Splits one line of CSV; quotes may hold commas and doubled quotes. Gives the line after it. */
static inline const char *split_line(const char **cell, size_t *width, const char *s,
                                     struct yk_arena *a)
{
    struct yk_buf buf = {0};

    for (*width = 0; *width < TABLE_WIDTH;) {
        bool quoted = *s == '"';
        s += quoted;
        while (*s && (quoted || (*s != ',' && *s != '\n'))) {
            if (quoted && *s == '"' && *++s != '"')
                break;
            yk_buf_add(&buf, s++, 1);
        }
        cell[(*width)++] = yk_arena_text(a, buf.text, buf.len);
        yk_buf_clear(&buf);
        if (*s != ',')
            break;
        s++;
    }
    yk_buf_release(&buf);
    return *s ? s + 1 : s;
}

static inline void read_rule_table(struct yk_rules *r, const struct yk_rule_table *table,
                                   struct yk_arena *a)
{
    size_t lines = 0, width, got, count = 0;
    struct yk_err err;

    for (const char *s = table->csv; *s; s++)
        lines += *s == '\n';
    const char **heading = YK_ARENA_ARRAY(a, const char *, TABLE_WIDTH);
    const char **cell = YK_ARENA_ARRAY(a, const char *, lines *TABLE_WIDTH);
    size_t *line = YK_ARENA_ARRAY(a, size_t, lines), *extra = YK_ARENA_ARRAY(a, size_t, lines);
    const char *s = split_line(heading, &width, table->csv, a);
    for (; *s; count++) {
        line[count] = count + 2;
        s = split_line(cell + count * width, &got, s, a);
        if (got != width)
            YK_BUG("%s line %zu has %zu cells, not %zu", table->file, count + 2, got, width);
    }
    struct yk_rows rows = {.width = width,
                           .heading = heading,
                           .heading_line = 1,
                           .count = count,
                           .cell = cell,
                           .line = line,
                           .extra = extra};
    if (yk_rules_read(r, table->file, &rows, a, &err))
        YK_BUG("%s", err.text);
}

/* All tables that are compiled in. */
static inline struct yk_rules rules_of(struct yk_arena *a)
{
    struct yk_rules r = {0};

    for (const struct yk_rule_table *t = yk_rule_tables; t->file; t++)
        read_rule_table(&r, t, a);
    return r;
}

#endif
