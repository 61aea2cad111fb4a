/* run.h - a command as a test gives it, against a database in a scratch folder. */
#ifndef TESTS_JOBS_RUN_H
#define TESTS_JOBS_RUN_H

#include "youka/jobs/job.h"

struct scratch {
    struct yk_arena arena;
    const char *dir; /* made anew, removed by scratch_end */
    const char *db;
    const char *data_dir; /* NULL: the source folder */
    struct yk_wish wish;  /* options for the next run; cleared after it */
    struct yk_show show;  /* of the last run */
    struct yk_err err;
};
int scratch_begin(void **state);
int scratch_end(void **state);
const char *scratch_path(struct scratch *s, const char *name);
/* Runs noun verb with operands (NULL-ended). */
yk_code run(struct scratch *s, const char *noun, const char *verb, ...) __attribute__((sentinel));
/* The table of the last run; fails the test when there is none. */
const struct yk_table *table(struct scratch *s, const char *name);
/* A cell by the column's key. */
const struct yk_cell *cell(const struct yk_table *t, size_t row, const char *key);
const char *text(const struct yk_table *t, size_t row, const char *key); /* "" for a blank */
double number(const struct yk_table *t, size_t row, const char *key);

#endif
