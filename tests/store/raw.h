/* raw.h - an SQLite file as another program sees it. */
#ifndef TESTS_STORE_RAW_H
#define TESTS_STORE_RAW_H

void raw_run(const char *path, const char *sql);
/* Every row of every table, in the order in which it lies there. Owner frees. */
char *raw_dump(const char *path);
void raw_copy(const char *from, const char *to);

#endif
