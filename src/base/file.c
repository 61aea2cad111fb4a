/* file.c - reading and writing files without leaving half of one. */
#include "youka/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "youka/base/say.h"

#define MOST_DRAFTS 10000 /* of one target, left by runs that were killed */
#define LONGEST_NAME                                                                               \
    200 /* a file name has at most 255 bytes, and ours is longer than the target's */

yk_code yk_file_open(int *fd, const char *path, struct yk_err *err)
{
    int got = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (got < 0 && errno == ENOENT)
        return yk_fail(err, YK_E_IO, _("%s: there is no such file; check its name and folder"),
                       path);
    if (got < 0)
        return yk_fail(err, YK_E_IO, _("%s: cannot be opened: %s"), path, strerror(errno));
    struct stat st;
    if (fstat(got, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(got);
        return yk_fail(err, YK_E_IO, _("%s: is a folder; name a file in it"), path);
    }
    *fd = got;
    return YK_OK;
}

long long yk_file_size(int fd)
{
    struct stat st;
    return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) ? (long long)st.st_size : -1;
}

const char *yk_file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void forget(struct yk_draft *d)
{
    free(d->path);
    free(d->target);
    *d = (struct yk_draft){0};
}

static yk_code cannot_write(const char *target, struct yk_err *err)
{
    static const struct {
        int code;
        const char *said; /* with what to do about it */
    } table[] = {
        {ENOSPC, N_("%s: cannot be written: the disk is full; make room and run it again")},
        {EACCES, N_("%s: cannot be written: you may not write into this folder; choose another "
                    "one")},
        {EROFS, N_("%s: cannot be written: the disk is read-only; choose another folder")},
        {ENAMETOOLONG, N_("%s: cannot be written: the name is too long")},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (errno == table[i].code)
            return yk_fail(err, YK_E_IO, _(table[i].said), target);
    return yk_fail(err, YK_E_IO, _("%s: cannot be written: %s"), target, strerror(errno));
}

yk_code yk_draft_begin(struct yk_draft *d, const char *target, struct yk_err *err)
{
    struct stat st;
    const char *name = yk_file_name(target);
    bool there = stat(target, &st) == 0;
    if (!*name || (there && S_ISDIR(st.st_mode)))
        return yk_fail(err, YK_E_IO, _("%s: is a folder; name a file in it"), target);
    if (there && !S_ISREG(st.st_mode)) /* renaming over it would put an end to it */
        return yk_fail(err, YK_E_IO, _("%s: is a device or a pipe; name an ordinary file"), target);
    struct yk_buf path = {0};
    for (int n = 1; n <= MOST_DRAFTS; n++) {
        yk_buf_clear(&path);
        yk_buf_add(&path, target, (size_t)(name - target));
        yk_buf_printf(&path, ".%.*s.part-%d", LONGEST_NAME, name, n);
        int fd = open(path.text, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (fd >= 0) {
            close(fd);
            *d = (struct yk_draft){.path = path.text, .target = yk_strdup(target)};
            return YK_OK;
        }
        if (errno != EEXIST)
            break;
    }
    yk_buf_release(&path);
    if (errno == ENOENT)
        return yk_fail(err, YK_E_IO, _("%s: the folder does not exist; make it first"), target);
    return cannot_write(target, err);
}

static int sync_path(const char *path, int flags, bool is_private)
{
    int fd = open(path, flags | O_CLOEXEC);
    if (fd < 0)
        return -1;
    int rc = is_private ? fchmod(fd, 0600) : 0;
    if (rc == 0)
        rc = fsync(fd);
    int why = errno;
    close(fd);
    errno = why;
    return rc;
}

static int sync_folder_of(const char *path)
{
    size_t n = (size_t)(yk_file_name(path) - path);
    struct yk_buf folder = {0};
    yk_buf_add(&folder, n ? path : ".", n ? n : 1);
    int rc = sync_path(folder.text, O_RDONLY | O_DIRECTORY, false);
    yk_buf_release(&folder);
    return rc < 0 && errno != EINVAL ? -1 : 0; /* EINVAL: a file system that has no such thing */
}

yk_code yk_draft_finish(struct yk_draft *d, struct yk_err *err)
{
    if (sync_path(d->path, O_RDWR, true) || rename(d->path, d->target) ||
        sync_folder_of(d->target)) {
        yk_code code = cannot_write(d->target, err);
        yk_draft_drop(d);
        return code;
    }
    forget(d);
    return YK_OK;
}

void yk_draft_drop(struct yk_draft *d)
{
    if (d->path)
        unlink(d->path);
    forget(d);
}

const char *yk_file_lock(const char *path, struct yk_arena *a)
{
    static const char *const form[] = {"%.*s~$%s", "%.*s.~%s", "%.*s.~lock.%s#"};
    const char *name = yk_file_name(path);
    for (size_t i = 0; i < sizeof form / sizeof *form; i++) {
        const char *lock = yk_arena_printf(a, form[i], (int)(name - path), path, name);
        if (access(lock, F_OK) == 0)
            return lock;
    }
    return NULL;
}

yk_code yk_file_same(bool *same, const char *one, const char *other, struct yk_err *err)
{
    enum { PIECE = 1 << 16 };
    FILE *f[2] = {fopen(one, "rbe"), fopen(other, "rbe")};
    char *bytes = yk_alloc(2 * (size_t)PIECE);
    size_t got[2] = {1, 1};
    bool equal = true, failed = !f[0] || !f[1];
    while (!failed && equal && got[0]) {
        for (int i = 0; i < 2; i++)
            got[i] = fread(bytes + (size_t)i * PIECE, 1, PIECE, f[i]);
        failed = ferror(f[0]) || ferror(f[1]);
        equal = got[0] == got[1] && !memcmp(bytes, bytes + PIECE, got[0]);
    }
    int why = errno;
    for (int i = 0; i < 2; i++)
        if (f[i])
            fclose(f[i]);
    free(bytes);
    if (failed)
        return yk_fail(err, YK_E_IO, _("%s: cannot be read: %s"), one, strerror(why));
    *same = equal;
    return YK_OK;
}

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

yk_code yk_file_make_dir(const char *path, struct yk_err *err)
{
    char *part = yk_strdup(path);
    for (char *p = part + 1; *part; p++) {
        if (*p != '/' && *p != '\0')
            continue;
        char mark = *p;
        *p = '\0';
        if (mkdir(part, 0777) != 0 && !is_folder(part)) {
            yk_fail(err, YK_E_IO, _("%s: the folder cannot be made: %s"), part, strerror(errno));
            free(part);
            return YK_E_IO;
        }
        *p = mark;
        if (!mark)
            break;
    }
    free(part);
    return YK_OK;
}
