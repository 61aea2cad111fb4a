/* name_words_of.h - for tests: the districts of geodata and the compiled-in words as a name book.
 */
#ifndef YOUKA_TESTS_NAME_WORDS_OF_H
#define YOUKA_TESTS_NAME_WORDS_OF_H

#include "csv_rows.h"
#include "rules_of.h"
#include "youka/model/name.h"

/* geodata/districts.csv; tests run from the project's folder. */
static inline struct yk_names districts_of(struct yk_arena *a)
{
    char *text = csv_text_of(a, "geodata/districts.csv");

    if (!text)
        YK_BUG("geodata/districts.csv cannot be opened");
    struct yk_rows rows = csv_rows(a, text);
    struct yk_district *d = YK_ARENA_ARRAY(a, struct yk_district, rows.count);
    for (size_t i = 0; i < rows.count; i++)
        d[i] = (struct yk_district){yk_rows_at(&rows, i, 0), yk_rows_at(&rows, i, 1)};
    return (struct yk_names){d, rows.count};
}

#endif
