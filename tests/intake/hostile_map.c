/* hostile_map.c - maps that must be refused, and how it is measured that they are. */
#include "hostile_map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
enum { MOST_SECONDS = 60, MOST_MIB = 2048 }; /* what the sanitizer takes counts too */
#else
enum { MOST_SECONDS = 10, MOST_MIB = 256 };
#endif

static char folder[] = "/tmp/youka-maps-XXXXXX";

int hostile_begin(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

int hostile_end(void **state)
{
    (void)state;
    unlink("x.osm");
    unlink("x.pbf");
    return chdir("/") || rmdir(folder);
}

static void drop(void *who, const struct yk_osm_item *item)
{
    *(size_t *)who += strlen(item->entry.name) + item->entry.vertices;
}

yk_code hostile_read(const char *path, struct yk_err *err)
{
    static const struct yk_osm_kind kind = {"amenity", "*", "", "", ""};
    static struct yk_rules rules = {.osm_kind = (struct yk_osm_kind *)(uintptr_t)&kind,
                                    .osm_kinds = 1};
    struct yk_arena a = {0};
    struct yk_osm_found found;
    size_t sum = 0;
    const struct yk_osm_ask ask = {.rules = &rules, .keep = drop, .who = &sum};
    yk_code code = yk_osm_read(&found, path, &ask, &a, err);
    yk_arena_release(&a);
    return code;
}

/* A failure is one line that begins with the file's name. */
void hostile_sentence(const char *word, const char *path, const struct yk_err *err)
{
    if (strncmp(err->text, path, strlen(path)) != 0 || strchr(err->text, '\n'))
        fail_msg("%s: \"%s\"", word, err->text);
}

void refused(const char *word, const char *path, const char *says)
{
    struct yk_err err = {.text = ""};
    struct rusage use;
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    yk_code code = hostile_read(path, &err);
    clock_gettime(CLOCK_MONOTONIC, &end);
    if (code == YK_OK || !strstr(err.text, says))
        fail_msg("%s: %d, \"%s\"", word, code, err.text);
    hostile_sentence(word, path, &err);
    if (end.tv_sec - begin.tv_sec > MOST_SECONDS)
        fail_msg("%s: took %ld s", word, (long)(end.tv_sec - begin.tv_sec));
    getrusage(RUSAGE_SELF, &use);
    if (use.ru_maxrss / 1024 > MOST_MIB)
        fail_msg("%s: %ld MiB", word, use.ru_maxrss / 1024);
}

void repeated(struct yk_buf *to, const char *head, const char *unit, size_t times, const char *tail)
{
    yk_buf_puts(to, head);
    for (size_t i = 0; i < times; i++)
        yk_buf_puts(to, unit);
    yk_buf_puts(to, tail);
}
