/* ledger.c - which files of a folder a run has written already. */
#include "ledger.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "youka/base/arena.h"
#include "youka/base/file.h"
#include "youka/base/say.h"

#define NAME ".youka_plan_make"
#define DIGITS (sizeof(struct yk_id) - 1)
enum { PIECE = 65536 };

/* The hash of a file's content; false where it cannot be read. */
static bool hash_file(struct yk_id *out, const char *path)
{
    unsigned char piece[PIECE];
    struct yk_hash h;
    struct yk_err err = {0};
    ssize_t n;
    int fd;
    if (yk_file_open(&fd, path, &err))
        return false;
    yk_hash_begin(&h);
    while ((n = read(fd, piece, sizeof piece)) > 0 || (n < 0 && errno == EINTR))
        yk_hash_bytes(&h, piece, n > 0 ? (size_t)n : 0);
    close(fd);
    *out = yk_hash_end(&h);
    return n == 0;
}

static char *path_of(const struct yk_ledger *l, const char *name)
{
    struct yk_buf path = {0};
    yk_buf_printf(&path, "%s/%s", l->dir, name);
    return path.text;
}

static void read_all(struct yk_buf *out, int fd)
{
    char piece[4096];
    ssize_t n;
    while ((n = read(fd, piece, sizeof piece)) > 0 || (n < 0 && errno == EINTR))
        yk_buf_add(out, piece, n > 0 ? (size_t)n : 0);
}

/* "RUN HASH NAME\n"; the last line of a file counts. */
static void find_lines(struct yk_ledger *l)
{
    for (char *line = l->text, *end; line && (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        if ((size_t)(end - line) > 2 * DIGITS + 2 && line[DIGITS] == ' ' &&
            line[2 * DIGITS + 1] == ' ' && !strncmp(line, l->run.text, DIGITS))
            yk_map_put(&l->noted, line + 2 * DIGITS + 2, (size_t)(line + DIGITS + 1 - l->text));
    }
}

yk_code yk_ledger_open(struct yk_ledger *l, const char *dir, const struct yk_id *run,
                       struct yk_err *err)
{
    struct yk_buf text = {0};
    *l = (struct yk_ledger){.dir = yk_strdup(dir), .run = *run};
    l->path = path_of(l, NAME);
    l->fd = open(l->path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (l->fd < 0)
        return yk_fail(err, YK_E_IO,
                       _("%s: nothing can be written into this folder: %s; name another one with "
                         "--out"),
                       dir, strerror(errno));
    read_all(&text, l->fd);
    l->torn = text.len && text.text[text.len - 1] != '\n';
    l->text = text.text;
    find_lines(l);
    return YK_OK;
}

bool yk_ledger_holds(const struct yk_ledger *l, const char *name)
{
    size_t at;
    struct yk_id now;
    if (!yk_map_find(&l->noted, name, &at))
        return false;
    char *path = path_of(l, name);
    bool same = hash_file(&now, path) && !strncmp(l->text + at, now.text, DIGITS);
    free(path);
    return same;
}

void yk_ledger_note(struct yk_ledger *l, const char *name)
{
    struct yk_id now;
    struct yk_buf line = {0};
    char *path = path_of(l, name);
    if (hash_file(&now, path)) {
        yk_buf_printf(&line, "%s%s %s %s\n", l->torn ? "\n" : "", l->run.text, now.text, name);
        l->torn = write(l->fd, line.text, line.len) != (ssize_t)line.len;
    }
    yk_buf_release(&line);
    free(path);
}

void yk_ledger_close(struct yk_ledger *l, bool over)
{
    if (l->path && l->fd >= 0)
        close(l->fd);
    if (l->path && l->fd >= 0 && over)
        unlink(l->path);
    yk_map_release(&l->noted);
    free(l->text);
    free(l->path);
    free(l->dir);
    *l = (struct yk_ledger){.fd = -1};
}
