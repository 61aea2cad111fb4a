/* osm_fuzz.c - any bytes as a map. What begins with "<" is an .osm; with "B", behind it, one block
 * of an .osm.pbf as it lies unpacked, so that changes reach it; anything else is a whole .osm.pbf.
 */
#define _GNU_SOURCE
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../support/rules_of.h"
#include "youka/intake/osm.h"

static void look_at(void *who, const struct yk_osm_item *item)
{
    const struct yk_gazetteer_entry *e = &item->entry;
    size_t *sum = who;
    *sum += strlen(e->kind) + strlen(e->name) + strlen(e->road) + strlen(e->number) +
            strlen(e->address) + strlen(item->brand) + strlen(item->operator_of);
    for (size_t i = 0; i < e->vertices; i++)
        *sum += yk_point_valid(e->line[i]);
}

static void read_map(const char *path)
{
    static struct yk_arena kept;
    static struct yk_rules rules;
    if (!rules.osm_kinds)
        rules = rules_of(&kept);
    for (int fuel = 0; fuel < 2; fuel++) {
        struct yk_arena a = {0};
        struct yk_err err;
        struct yk_osm_found found;
        size_t sum = 0;
        const struct yk_osm_ask ask = {
            .rules = &rules, .only_fuel = fuel, .keep = look_at, .who = &sum};
        (void)!yk_osm_read(&found, path, &ask, &a, &err);
        yk_arena_release(&a);
    }
}

static void put(int fd, const void *bytes, size_t n)
{
    if (write(fd, bytes, n) != (ssize_t)n)
        abort();
}

/* A number in `size` bytes, more than it needs. */
static void number(unsigned char *to, size_t size, size_t value)
{
    for (size_t i = 0; i < size; i++, value >>= 7)
        to[i] = (unsigned char)((value & 0x7f) | (i + 1 < size ? 0x80 : 0));
}

/* A header that asks for nothing, then the block, not packed. */
static void put_block(int fd, const unsigned char *block, size_t n)
{
    enum { SIZE = 14 }; /* where the head says how much follows */
    static const char header[] = "\0\0\0\015\012\011OSMHeader\030\006\012\004\202\001\001x";
    unsigned char head[SIZE + 4] = "\0\0\0\016\012\007OSMData\030", blob[4] = "\012";
    number(blob + 1, 3, n);
    number(head + SIZE, 4, sizeof blob + n);
    put(fd, header, sizeof header - 1);
    put(fd, head, sizeof head);
    put(fd, blob, sizeof blob);
    put(fd, block, n);
}

static char folder[] = "/tmp/youka-fuzz-XXXXXX";

static void remove_folder(void)
{
    rmdir(folder);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static int fd = -1;
    static char path[2][64], memory[32];
    if (fd < 0) {
        fd = memfd_create("fuzz", 0);
        snprintf(memory, sizeof memory, "/proc/%d/fd/%d", (int)getpid(), fd);
        if (fd < 0 || !mkdtemp(folder) || atexit(remove_folder))
            abort();
        snprintf(path[0], sizeof path[0], "%s/x.osm", folder);
        snprintf(path[1], sizeof path[1], "%s/x.pbf", folder);
    }
    if (symlink(memory, path[0]) || symlink(memory, path[1]) || ftruncate(fd, 0) ||
        lseek(fd, 0, SEEK_SET) != 0)
        abort();
    if (n && *bytes == 'B')
        put_block(fd, bytes + 1, n - 1);
    else
        put(fd, bytes, n);
    read_map(path[!(n && *bytes == '<')]);
    unlink(path[0]);
    unlink(path[1]);
    return 0;
}
