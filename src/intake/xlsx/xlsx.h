/* xlsx.h - an .xlsx file: its sheets, its shared texts, which of its formats are days. */
#ifndef YOUKA_SRC_INTAKE_XLSX_XLSX_H
#define YOUKA_SRC_INTAKE_XLSX_XLSX_H

#include "../reader.h"
#include "number.h"
#include "package.h"

/* Texts one after another, each ended by NUL. */
struct strings {
    char *text;
    size_t len, room;
    uint32_t *at; /* where each begins */
    size_t count, at_room;
};
/* strings.c: reads xl/sharedStrings.xml. */
YK_MUST yk_code strings_read(struct strings *s, struct package *p, const char *part,
                             struct yk_err *err);
void strings_release(struct strings *s);
/* _x000D_ is how Excel writes a character that XML cannot hold; done in place, gives the length. */
size_t strings_unescape(char *s, size_t n);

/* styles.c: the kind of each cell format, by the number that cells carry. */
struct styles {
    unsigned char *kind; /* enum number_kind */
    size_t count, room;
};
YK_MUST yk_code styles_read(struct styles *s, struct package *p, const char *part,
                            struct yk_err *err);
void styles_release(struct styles *s);

struct xlsx {
    char *name; /* of the file */
    int fd;     /* for the hash of its bytes */
    struct package package;
    struct yk_arena arena;
    struct yk_source_sheet *sheet;
    const char **part; /* sheet -> its part, NULL where it has none */
    size_t sheets;
    bool since_1904;
    const char *strings_part, *styles_part; /* NULL: none */
    bool ready;                             /* strings and styles have been read */
    struct strings strings;
    struct styles styles;
};
/* Takes the descriptor, also where it fails. */
YK_MUST yk_code xlsx_open(struct xlsx **out, int fd, const char *name, struct yk_err *err);
/* sheet.c: a sheet's rows. The book must outlive the reader. */
YK_MUST yk_code xlsx_sheet(struct reader **out, struct xlsx *b, size_t sheet, struct yk_err *err);
void xlsx_close(struct xlsx *b); /* NULL is fine */

/* kinds.c: names what an archive is that is no .xlsx workbook. */
YK_MUST yk_code xlsx_refused(struct package *p, struct yk_err *err);

#endif
