/* raw.h - an SQLite file as another program sees it. */
#ifndef TESTS_STORE_RAW_H
#define TESTS_STORE_RAW_H

void raw_run(const char *path, const char *sql);
/* The first number of the first row. */
long long raw_number(const char *path, const char *sql);
/* Every row of every table, a line each that begins with the table's name, in the order in which
 * the rows lie there. Owner frees. */
char *raw_dump(const char *path);
void raw_copy(const char *from, const char *to);

#endif
