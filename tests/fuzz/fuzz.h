/* fuzz.h - what a fuzz target gives, to libFuzzer and to replay.c alike. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Must end for any bytes, without a word, a leak or a signal; gives 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* read.c: a file of these bytes, in memory, by a path; until it is closed. */
int fuzz_file(char path[64], const void *bytes, size_t n);
void fuzz_file_close(int fd);
/* The same opened as a source in all the ways there are. */
void fuzz_read(const void *bytes, size_t n);

#endif
