/* name_words_of.h - for tests: the districts of geodata and the compiled-in words as a name book.
 */
#ifndef YOUKA_TESTS_NAME_WORDS_OF_H
#define YOUKA_TESTS_NAME_WORDS_OF_H

#include "csv_rows.h"
#include "rules_of.h"
#include "youka/model/name.h"

/* Those of `before`, then the file's; tests run from the project's folder. */
static inline struct yk_names divisions_of(struct yk_arena *a, const char *file,
                                           struct yk_names before)
{
    char *text = csv_text_of(a, file);

    if (!text)
        YK_BUG("%s cannot be opened", file);
    struct yk_rows rows = csv_rows(a, text);
    struct yk_district *d = YK_ARENA_ARRAY(a, struct yk_district, before.districts + rows.count);
    for (size_t i = 0; i < before.districts; i++)
        d[i] = before.district[i];
    for (size_t i = 0; i < rows.count; i++)
        d[before.districts + i] =
            (struct yk_district){yk_rows_at(&rows, i, 0), yk_rows_at(&rows, i, 1)};
    return (struct yk_names){d, before.districts + rows.count};
}

static inline struct yk_names districts_of(struct yk_arena *a)
{
    return divisions_of(a, "geodata/districts.csv", (struct yk_names){NULL, 0});
}

static inline struct yk_names towns_too(struct yk_arena *a, struct yk_names counties)
{
    return divisions_of(a, "geodata/districts_towns.csv", counties);
}

#endif
