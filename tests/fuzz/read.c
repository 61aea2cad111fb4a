/* read.c - bytes as a file, opened as a source in all the ways there are. */
#define _GNU_SOURCE
#include "fuzz.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "youka/intake/source.h"

static bool known(void *who, const char *heading)
{
    (void)who;
    return strlen(heading) == 1;
}

/* Every row, and every byte of every cell. */
static size_t read_rows(struct yk_source *s)
{
    struct yk_err err;
    const struct yk_rows *r;
    size_t sum = 0, cells = 0;
    while (!yk_source_next(&r, s, &err) && r->count && cells < 1000000) {
        cells += r->count * r->width;
        for (size_t i = 0; i < r->count * r->width; i++)
            sum += strlen(r->cell[i]);
        for (size_t i = 0; i < r->count; i++)
            sum += r->line[i] + r->extra[i];
    }
    return sum;
}

int fuzz_file(char path[64], const void *bytes, size_t n)
{
    int fd = memfd_create("fuzz", 0);
    if (fd < 0 || write(fd, bytes, n) != (ssize_t)n)
        abort();
    snprintf(path, 64, "/proc/self/fd/%d", fd);
    return fd;
}

void fuzz_file_close(int fd)
{
    close(fd);
}

void fuzz_read(const void *bytes, size_t n)
{
    char path[64];
    struct yk_err err;
    struct yk_source_book *book = NULL;
    size_t sheets = 0;
    int fd = fuzz_file(path, bytes, n);
    if (!yk_source_book_open(&book, path, &err)) {
        const struct yk_source_sheet *sheet = yk_source_book_sheets(book, &sheets);
        for (size_t i = 0; i < (sheets ? sheets : 1) && i < 4; i++)
            for (int way = 0; way < 3; way++) {
                const struct yk_source_ask ask = {.sheet = sheets ? sheet[i].name : NULL,
                                                  .known = way == 1 ? known : NULL,
                                                  .as_it_stands = way == 2};
                struct yk_source *s;
                if (!yk_source_open_in(&s, book, &ask, &err)) {
                    (void)read_rows(s);
                    yk_source_close(s);
                }
            }
    }
    yk_source_book_close(book);
    fuzz_file_close(fd);
}
