/* csv_rows.h - a small CSV text as rows, for tests that may not link the real reader. */
#ifndef YOUKA_TESTS_SUPPORT_CSV_ROWS_H
#define YOUKA_TESTS_SUPPORT_CSV_ROWS_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "youka/base/arena.h"
#include "youka/base/rows.h"

/* One cell from *at on: commas part cells, quotes hold anything, two quotes stand for one. Says in
 * *end whether the row ends behind it; counts the lines passed. */
static inline char *csv_cell(struct yk_arena *a, const char **at, bool *end, size_t *line)
{
    struct yk_buf cell = {0};
    const char *s = *at;
    bool quoted = *s == '"';
    for (s += quoted; *s; s++) {
        if (quoted && *s == '"' && s[1] != '"') {
            quoted = false;
            continue;
        }
        if (!quoted && (*s == ',' || *s == '\n'))
            break;
        if (quoted && *s == '"')
            s++;
        *line += *s == '\n';
        yk_buf_add(&cell, s, 1);
    }
    *end = *s != ',';
    *line += *s == '\n';
    *at = *s ? s + 1 : s;
    char *kept = yk_arena_text(a, cell.text ? cell.text : "", cell.len);
    yk_buf_release(&cell);
    return kept;
}

/* The first row gives the headings. Everything lies in the arena. */
static inline struct yk_rows csv_rows(struct yk_arena *a, const char *csv)
{
    enum { MOST = 200 };
    const char **heading = YK_ARENA_ARRAY(a, const char *, MOST);
    size_t width = 0, line = 1, count = 0, most = 1;
    bool end = false;
    while (!end && width < MOST)
        heading[width++] = csv_cell(a, &csv, &end, &line);
    for (const char *p = csv; *p; p++)
        most += *p == '\n';
    const char **cell = YK_ARENA_ARRAY(a, const char *, most *width);
    size_t *lines = YK_ARENA_ARRAY(a, size_t, most), *extra = YK_ARENA_ARRAY(a, size_t, most);
    for (; *csv; count++) {
        const char **row = &cell[count * width];
        size_t n = 0;
        lines[count] = line;
        for (end = false; !end; n++) {
            const char *text = csv_cell(a, &csv, &end, &line);
            if (n < width)
                row[n] = text;
            else
                extra[count] += *text != '\0';
        }
        for (; n < width; n++)
            row[n] = "";
    }
    return (struct yk_rows){.width = width,
                            .heading = heading,
                            .heading_line = 1,
                            .count = count,
                            .cell = cell,
                            .line = lines,
                            .extra = extra};
}

/* A whole file; NULL when it cannot be opened. */
static inline char *csv_text_of(struct yk_arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return NULL;
    struct yk_buf all = {0};
    char part[4096];
    for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;)
        yk_buf_add(&all, part, n);
    fclose(f);
    char *kept = yk_arena_text(a, all.text ? all.text : "", all.len);
    yk_buf_release(&all);
    return kept;
}

#endif
