/* reader.h - what a source reads its rows from: a text, or a sheet of a workbook. */
#ifndef YOUKA_SRC_INTAKE_READER_H
#define YOUKA_SRC_INTAKE_READER_H

#include "grid.h"
#include "youka/base/arena.h"
#include "youka/intake/source.h"

struct reader;

/* Cells merged into one: lines and columns, both ends included. */
struct reader_area {
    size_t top, bottom; /* lines, from 1 */
    size_t left, right; /* columns, from 0 */
};

struct reader_kind {
    /* Reads on a little: some rows more in the grid, or `ended`. */
    yk_code (*advance)(struct reader *r, struct yk_err *err);
    /* Merged cells that begin at or above `line` and reach it, in the arena; NULL: a format without
     * such a thing. */
    yk_code (*merged)(struct reader_area **out, size_t *count, struct reader *r, size_t line,
                      struct yk_arena *a, struct yk_err *err);
    void (*progress)(const struct reader *r, unsigned long long *done, unsigned long long *total);
    void (*close)(struct reader *r);
};

/* The common part; a kind's own struct begins with it. */
struct reader {
    const struct reader_kind *kind;
    const char *name; /* of the file, for sentences; borrowed */
    struct grid grid;
    struct yk_source_facts facts;
    bool ended;
};

/* text.c: bytes of any encoding and separator. `path` and `name` are borrowed. */
YK_MUST yk_code text_open(struct reader **out, const char *path, struct yk_err *err);
struct reader *text_open_memory(const char *name, const char *csv);

#endif
