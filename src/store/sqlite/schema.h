/* schema.h - the steps that bring a database up to date, compiled in. */
#ifndef YOUKA_STORE_SQLITE_SCHEMA_H
#define YOUKA_STORE_SQLITE_SCHEMA_H

struct yk_step {
    const char *file, *sql;
};
/* Generated from schema/NNNN_*.sql, in order; step N makes version N; ends with {0}. */
extern const struct yk_step yk_schema_steps[];

#endif
