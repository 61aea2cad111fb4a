/* source.h - what the files of an opened source share. */
#ifndef YOUKA_SRC_INTAKE_SOURCE_H
#define YOUKA_SRC_INTAKE_SOURCE_H

#include "reader.h"

struct yk_source {
    char *name; /* of the file, and of the sheet where several may be meant */
    struct reader *reader;
    struct yk_source_book *own; /* closed with the source; NULL: the caller's */
    bool as_it_stands;
    size_t lent; /* rows of the grid given out with the last piece */

    struct yk_arena arena; /* headings, and the rows of yk_source_all */
    struct yk_rows rows;
    const char **cell;
    size_t *line, *extra;
    size_t cell_room, line_room, extra_room;
};

/* Takes the reader and the name, which it ends also where it fails. */
YK_MUST yk_code source_begin(struct yk_source **out, struct reader *reader, char *name,
                             const struct yk_source_ask *ask, struct yk_err *err);
/* Reads on until `want` rows lie ready, or enough of them for a piece, or the table ends. */
YK_MUST yk_code source_gather(struct yk_source *s, size_t want, struct yk_err *err);

/* headings.c: finds them; the rows up to them, and further headings below, are lent from then on.
 */
YK_MUST yk_code source_headings(struct yk_source *s, const struct yk_source_ask *ask,
                                struct yk_err *err);
void source_widen(struct yk_source *s, size_t width); /* with blank headings */

#endif
