/* power_main.c - plays a trace of power_preload.c back and cuts the power between any two records.
 *
 *   power_main TRACE BASE STATES FOLDER IMAGES   tests so many images, spread over the trace
 *   power_main answered TRACE                    writes down that a load was answered
 *   power_main hold DATABASE                     reads it, and goes on until stdin ends
 *
 * BASE is the database as it was before; STATES/N the rows of it (raw_main) after the N-th load.
 * Each image must be sound and hold what one of the states holds: none older than the last that was
 * answered, none newer than the one then under way. FOLDER is where the images are made. One line
 * is said; ends with 1 where a row was lost or a database was not whole. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "../store/raw.h"
#include "power_disk.h"
#include "youka/store/store.h"

enum { MOST_STATES = 100 };

struct trace {
    unsigned char *bytes;
    size_t size, records;
};

struct test {
    char *state[MOST_STATES];
    size_t states;
    const char *folder;
    bool verbose; /* tells of each image that is not as it should be */
    size_t images, lost, damaged, recovered;
};

static char *whole_file(const char *path, size_t *size)
{
    struct stat st;
    FILE *f = fopen(path, "rb");
    if (!f)
        return NULL;
    if (fstat(fileno(f), &st))
        exit(2);
    *size = (size_t)st.st_size;
    char *bytes = yk_alloc(*size + 1);
    if (fread(bytes, 1, *size, f) != *size)
        exit(2);
    fclose(f);
    return bytes;
}

/* The record at `at`; its data follows it. */
static struct power_record record_at(const struct trace *t, size_t at)
{
    struct power_record r;
    memcpy(&r, t->bytes + at, sizeof r);
    return r;
}

static int answered(const char *path)
{
    const struct power_record r = {.what = POWER_ANSWERED};
    int fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    return fd >= 0 && write(fd, &r, sizeof r) == sizeof r && close(fd) == 0 ? 0 : 2;
}

/* While another reads an old state, the log keeps what the loads write. */
static int hold(const char *path)
{
    sqlite3 *db;
    int rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL);
    if (!rc)
        rc = sqlite3_exec(db, "BEGIN; SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
    puts(rc ? "failed" : "holding");
    fflush(stdout);
    while (!rc && getchar() != EOF)
        ;
    return sqlite3_close(db) || rc ? 2 : 0;
}

/* What is wrong with the database; "" where it is sound. */
static const char *wrong_with(const char *path, struct yk_arena *a)
{
    struct yk_store *s = NULL;
    struct yk_err err = {0};
    const char **finding, *said = "";
    size_t count = 0;
    if (yk_store_open(&s, path, YK_STORE_RAW, &err) || yk_store_check(&finding, &count, s, a, &err))
        said = yk_arena_printf(a, "cannot be opened: %s", err.text);
    else if (count)
        said = finding[0];
    yk_store_close(s);
    return said;
}

/* The number of the state that the image is in, -1 where it is in none. */
static int state_of(const struct test *t, const char *path)
{
    char *rows = raw_dump(path);
    int found = (int)t->states - 1;
    while (found >= 0 && strcmp(rows, t->state[found]) != 0)
        found--;
    free(rows);
    return found;
}

static void test_image(struct test *t, const struct power_disk *d, size_t nth, size_t done,
                       struct dice *dice)
{
    struct yk_arena a = {0};
    char path[512], beside[520];
    snprintf(path, sizeof path, "%s/x.db", t->folder);
    power_disk_leave(d, dice, t->folder);
    snprintf(beside, sizeof beside, "%s-wal", path);
    t->recovered += access(beside, F_OK) == 0;
    const char *wrong = wrong_with(path, &a);
    int state = *wrong ? -1 : state_of(t, path);
    t->images++;
    t->lost += state >= 0 && (size_t)state < done;
    t->damaged += state < 0 || (size_t)state > done + 1;
    if (t->verbose && (state < (int)done || state > (int)done + 1))
        fprintf(stderr, "# image %zu, record %zu: %zu loads answered, rows of %d; %s\n", t->images,
                nth, done, state, wrong);
    yk_arena_release(&a);
    snprintf(beside, sizeof beside, "%s-shm", path);
    unlink(beside);
}

static void play(struct test *t, const struct trace *trace, const char *base, size_t images)
{
    struct power_disk *d = power_disk_new(base);
    struct dice dice = {1};
    size_t done = 0, nth = 0;
    for (size_t at = 0; at < trace->size; nth++) {
        struct power_record r = record_at(trace, at);
        done += r.what == POWER_ANSWERED;
        power_disk_do(d, &r, trace->bytes + at + sizeof r);
        while (t->images < images * (nth + 1) / trace->records)
            test_image(t, d, nth, done, &dice);
        at += sizeof r + r.bytes;
    }
    power_disk_free(d);
}

int main(int argc, char **argv)
{
    struct test t = {0};
    struct trace trace = {0};
    size_t size;
    if (argc == 3 && !strcmp(argv[1], "answered"))
        return answered(argv[2]);
    if (argc == 3 && !strcmp(argv[1], "hold"))
        return hold(argv[2]);
    if (argc != 6)
        return 2;
    t.folder = argv[4];
    t.verbose = getenv("VERBOSE") != NULL;
    for (char path[512]; t.states < MOST_STATES; t.states++) {
        snprintf(path, sizeof path, "%s/%zu", argv[3], t.states);
        if (!(t.state[t.states] = whole_file(path, &size)))
            break;
    }
    trace.bytes = (unsigned char *)whole_file(argv[1], &trace.size);
    if (!trace.bytes || !t.states)
        return 2;
    for (size_t at = 0; at < trace.size; trace.records++)
        at += sizeof(struct power_record) + record_at(&trace, at).bytes;
    play(&t, &trace, argv[2], strtoul(argv[5], NULL, 10));
    printf("%zu images of %zu loads, %zu records, %zu with a log; %zu lost rows, %zu not whole\n",
           t.images, t.states - 1, trace.records, t.recovered, t.lost, t.damaged);
    for (size_t i = 0; i < t.states; i++)
        free(t.state[i]);
    free(trace.bytes);
    return t.lost || t.damaged || !t.images ? 1 : 0;
}
