/* pack.h - workbooks made by hand, part by part, for tests that say exactly what is in them. */
#ifndef TESTS_INTAKE_PACK_H
#define TESTS_INTAKE_PACK_H

#include <stddef.h>

#include "youka/base/arena.h"

struct pack_part {
    const char *name, *text; /* ends with {0} */
};
/* An archive of these parts, and no others. */
void pack_parts(const char *path, const struct pack_part *part);
/* A workbook of one sheet, "表一", with the usual parts around. `rows` is what stands inside
 * <sheetData>, `tail` what follows it; strings are the <si> elements, styles all inside
 * <styleSheet>; NULL leaves a part out. */
struct pack_book {
    const char *rows, *tail, *strings, *styles;
    const char *properties; /* attributes of <workbookPr> */
};
void pack_book(const char *path, const struct pack_book *book);

extern const char pack_rels[], pack_book_rels[]; /* parts as pack_book writes them */
/* "LINE:cell|cell;" for all rows as they stand. */
yk_code pack_show(struct yk_buf *to, const char *path, const char *sheet, struct yk_err *err);

#endif
