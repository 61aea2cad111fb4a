/* package.h - the parts of an Office file: a zip archive of which nothing is taken on trust. */
#ifndef YOUKA_SRC_INTAKE_XLSX_PACKAGE_H
#define YOUKA_SRC_INTAKE_XLSX_PACKAGE_H

#include <zip.h>

#include "youka/base/arena.h"
#include "youka/base/map.h"

#define PACKAGE_PARTS 10000 /* most entries of an archive */
/* Most of what is unpacked and parsed of a file, in all: half a gibibyte, or as many elements as a
 * hundred thousand rows of eighty filled cells have: on a slow machine under five seconds. */
#define PACKAGE_UNPACKED ((unsigned long long)512 << 20)
#define PACKAGE_ELEMENTS 16000000

struct package {
    const char *name; /* of the file, for sentences; borrowed */
    zip_t *zip;
    struct yk_arena arena;
    struct yk_map part; /* name in lower case, without a slash first -> index */
    unsigned long long unpacked;
    size_t elements; /* counted by xml.c */
};
/* Takes the descriptor, also where it fails. */
YK_MUST yk_code package_open(struct package *p, int fd, const char *name, struct yk_err *err);
bool package_has(struct package *p, const char *part);
void package_close(struct package *p);

/* A part being unpacked. */
struct part {
    struct package *package;
    const char *name;
    zip_file_t *file;
    unsigned long long done, total; /* bytes; total is what the archive claims */
};
/* `name` is borrowed. */
YK_MUST yk_code part_open(struct part *t, struct package *p, const char *name, struct yk_err *err);
/* Up to n bytes; *got 0 at the end, where length and check sum have been found right. */
YK_MUST yk_code part_read(struct part *t, void *to, size_t n, size_t *got, struct yk_err *err);
void part_close(struct part *t);

#endif
