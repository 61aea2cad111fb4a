/* hostile_map.h - maps that must be refused, and how it is measured that they are. */
#ifndef TESTS_INTAKE_HOSTILE_MAP_H
#define TESTS_INTAKE_HOSTILE_MAP_H

#include "map_kit.h"

/* A folder of its own, in which the files x.osm and x.pbf are made. */
int hostile_begin(void **state);
int hostile_end(void **state);
/* A map to its end. */
yk_code hostile_read(const char *path, struct yk_err *err);
/* A failure is one line that begins with the file's name. */
void hostile_sentence(const char *word, const char *path, const struct yk_err *err);
/* The map must be refused with such a sentence, in seconds and in little memory. */
void refused(const char *word, const char *path, const char *says);
/* A text that says a unit over and over. */
void repeated(struct yk_buf *to, const char *head, const char *unit, size_t times,
              const char *tail);

#endif
