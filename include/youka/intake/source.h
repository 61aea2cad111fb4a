/* source.h - a survey file opened as rows, whatever it was written with: text of any encoding and
 * separator, or a workbook's sheet. */
#ifndef YOUKA_INTAKE_SOURCE_H
#define YOUKA_INTAKE_SOURCE_H

#include "youka/base/encoding.h"
#include "youka/base/rows.h"

struct yk_source;

struct yk_source_facts {
    enum yk_encoding encoding; /* of a text */
    char separator;            /* ',' ';' '\t'; '\0' for a workbook */
    const char *sheet;         /* of a workbook, lent; "" for a text */
    size_t rows, blank;        /* rows given so far, blank lines passed over */
};

/* How to find the table in a file. */
struct yk_source_ask {
    const char *sheet; /* of a workbook, by name; NULL: the first that is not hidden */
    /* Says whether a heading is known. The headings are then the first row in which three are, and
     * rows of further headings straight below them (codes, then labels) are passed over; title rows
     * above are passed over too. Where no row has three, or NULL: the first row that is not blank.
     * A blank heading inside merged cells is called as the first of them. */
    bool (*known)(void *who, const char *heading);
    void *who;
    /* Every row counts, and nothing is left out: the headings are what stands in the first row that
     * is not blank, and a piece is as wide as the widest row so far. A table of one column, or
     * without rows (width 0, no heading line), is fine. */
    bool as_it_stands;
};

/* A file opened once for several of its tables: a workbook's texts and styles are read once. */
struct yk_source_book;
struct yk_source_sheet {
    const char *name;
    bool hidden;
};
/* Fails for what is neither text nor .xlsx (YK_E_DATA: .xls and .et, password, .xlsb, .ods, .docx
 * and other archives, damage, more than may be unpacked) and what cannot be read (YK_E_IO). */
YK_MUST yk_code yk_source_book_open(struct yk_source_book **out, const char *path,
                                    struct yk_err *err);
/* The workbook's sheets in its order, lent until close; count 0 for a text. */
const struct yk_source_sheet *yk_source_book_sheets(const struct yk_source_book *b, size_t *count);
/* One of its tables. The book must outlive the source, and only one thread may read from a book. */
YK_MUST yk_code yk_source_open_in(struct yk_source **out, struct yk_source_book *b,
                                  const struct yk_source_ask *ask, struct yk_err *err);
void yk_source_book_close(struct yk_source_book *b);

/* The same for a file of which one table is wanted. Names lie in the arena. */
YK_MUST yk_code yk_source_sheets(struct yk_source_sheet **out, size_t *count, const char *path,
                                 struct yk_arena *a, struct yk_err *err);
YK_MUST yk_code yk_source_open_as(struct yk_source **out, const char *path,
                                  const struct yk_source_ask *ask, struct yk_err *err);
/* Opens and reads the headings: the first row that is not blank (of a text after an optional
 * `sep=;` line; of a workbook in its first sheet that is not hidden). Failures (one sentence):
 * YK_E_FOUND where there is no table: empty, or no row with two different headings; YK_E_DATA or
 * YK_E_IO: missing, directory, NUL bytes, a file cut inside a character, a row over 16 MiB, and
 * what yk_source_book_open refuses. Headings without rows are no failure. */
YK_MUST yk_code yk_source_open(struct yk_source **out, const char *path, struct yk_err *err);
/* The same over text in memory (compiled-in tables); `name` stands for the path in sentences. The
 * text must outlive the source. */
YK_MUST yk_code yk_source_open_text(struct yk_source **out, const char *name, const char *csv,
                                    struct yk_err *err);
/* The next piece of at most YK_PIECE rows, lent until the next call; count 0 at the end. Blank rows
 * are passed over and counted. An unclosed quote names the line where it opens. */
YK_MUST yk_code yk_source_next(const struct yk_rows **out, struct yk_source *s, struct yk_err *err);
/* All rows at once for small tables; lent until close. YK_E_DATA over `most` rows. */
YK_MUST yk_code yk_source_all(const struct yk_rows **out, struct yk_source *s, size_t most,
                              struct yk_err *err);
const struct yk_source_facts *yk_source_facts(const struct yk_source *s);
/* Bytes read so far and in all (0: unknown), for progress. */
void yk_source_progress(const struct yk_source *s, unsigned long long *done,
                        unsigned long long *total);
void yk_source_close(struct yk_source *s);

#endif
