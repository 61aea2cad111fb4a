/* number.h - what a number of a cell says: itself, a day, a time. */
#ifndef YOUKA_SRC_INTAKE_XLSX_NUMBER_H
#define YOUKA_SRC_INTAKE_XLSX_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

enum number_kind {
    NUMBER_PLAIN,
    NUMBER_DAY,     /* day, time of day, or both: the value tells */
    NUMBER_ELAPSED, /* hours that go on beyond 24: [h]:mm */
};
/* What a number format shows (ECMA-376 Part 1, 18.8.30 and 18.8.31). */
enum number_kind number_kind_of_id(unsigned id); /* built in */
enum number_kind number_kind_of_code(const char *code);

/* n bytes as they stand in <v>, to the shortest text that is the same number, "2026-03-05",
 * "2026-03-05T10:09:00", "10:09:00". What is no number stays as it is, cut to the room. Gives the
 * length. */
enum { NUMBER_ROOM = 48 };
size_t number_write(char out[NUMBER_ROOM], const char *v, size_t n, enum number_kind kind,
                    bool since_1904);

#endif
