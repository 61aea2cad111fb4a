/* lost_write_test.c - the library does not look whether its temp files took what it wrote: a block
 * of 4 KiB that the disk refuses, once, may leave a workbook that is whole XML and lacks texts or
 * points of a chart. Each such block is refused in turn here. */
#define _GNU_SOURCE /* fopencookie */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "youka/book/book.h"

static int writes, refused; /* so far; which one is */

static ssize_t read_back(void *fd, char *to, size_t n)
{
    return read((int)(intptr_t)fd, to, n);
}

static ssize_t write_or_refuse(void *fd, const char *from, size_t n)
{
    if (++writes == refused) {
        errno = ENOSPC;
        return 0;
    }
    return write((int)(intptr_t)fd, from, n);
}

static int seek_to(void *fd, off64_t *at, int whence)
{
    *at = lseek((int)(intptr_t)fd, *at, whence);
    return *at < 0 ? -1 : 0;
}

static int close_it(void *fd)
{
    return close((int)(intptr_t)fd);
}

/* Stands before the C library's: the library opens its temp files by it. */
FILE *fdopen(int fd, const char *mode)
{
    const cookie_io_functions_t io = {read_back, write_or_refuse, seek_to, close_it};
    static char buffer[64]
                      [4096]; /* as large as a block; the library has a few files open at once */
    static size_t next;
    FILE *f = fopencookie((void *)(intptr_t)fd, mode, io);
    if (f)
        setvbuf(f, buffer[next++ % 64], _IOFBF, sizeof *buffer);
    return f;
}

/* Texts of many blocks, and a chart whose points take one. */
static void many_texts(struct yk_sheets *s, struct yk_arena *a)
{
    static const struct yk_column columns[] = {{.heading = "名称"},
                                               {.heading = "数量", .format = YK_AS_COUNT}};
    yk_sheets_init(s, a, YK_ZH, "", YK_DAY_NONE);
    struct yk_sheet *sheet = yk_sheets_add(s, "数据", NULL);
    struct yk_table *t = yk_sheet_table(s, sheet, "t", NULL, columns, 2);
    for (int i = 0; i < 300; i++) {
        struct yk_cell *c = yk_table_row(s, t);
        c[0] = yk_text_cell(yk_arena_printf(a, "第%d个不重样的客户名称", i));
        c[1] = yk_number_cell(1.0 / (i + 1));
    }
    char *longest = yk_arena_alloc(a, 9001); /* a block may vanish inside it */
    memset(longest, 'x', 9000);
    yk_table_row(s, t)[0] = yk_text_cell(longest);
    struct yk_chart *chart = yk_sheet_chart(s, sheet, YK_CHART_COLUMN, "图", 1);
    chart->series[0] = (struct yk_series){.name = "n", .table = t, .x = 0, .y = 1};
}

static char *whole_file(const char *path, size_t *n)
{
    struct stat st;
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    assert_int_equal(fstat(fileno(f), &st), 0);
    *n = (size_t)st.st_size;
    char *bytes = malloc(*n + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, *n, f), *n);
    fclose(f);
    return bytes;
}

static void assert_equal(const char *path, const char *want, size_t n, int which)
{
    size_t got;
    char *bytes = whole_file(path, &got);
    if (got != n || memcmp(bytes, want, n) != 0)
        fail_msg("write %d refused: another workbook", which);
    free(bytes);
}

static void a_refused_block_is_told(void **state)
{
    (void)state;
    char folder[] = "/tmp/youka-lost-XXXXXX", path[64];
    struct yk_arena a = {0};
    struct yk_sheets s;
    struct yk_err err = {0};
    size_t n;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/book.xlsx", folder);
    many_texts(&s, &a);
    refused = 0;
    assert_int_equal(yk_book_write(&s, path, &err), YK_OK);
    const int all = writes;
    char *want = whole_file(path, &n);
    assert_in_range(all, 20, 1000);
    for (int i = 1; i <= all; i++) {
        writes = 0;
        refused = i;
        unlink(path);
        if (yk_book_write(&s, path, &err))
            assert_int_not_equal(access(path, F_OK), 0);
        else
            assert_equal(path, want, n, i);
    }
    free(want);
    unlink(path);
    assert_int_equal(rmdir(folder), 0); /* no draft is left */
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_refused_block_is_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
