/* power_preload.c - an SQLite VFS for LD_PRELOAD that writes down what reaches the files of a
 * database, in the order in which it does (power.h), to the file $YK_POWER. It hands everything on
 * to SQLite's own VFS but the syncs, which it only writes down. With $YK_POWER_SYNC=off it does not
 * even that: the same as PRAGMA synchronous = OFF, whatever the program asked for. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include <sqlite3.h>

#include "power.h"

static int trace = -1;
static bool syncs = true;

/* SQLite's own file lies behind it. */
struct file {
    sqlite3_file head;
    uint32_t which; /* POWER_FILES: of no interest */
};

static sqlite3_file *real(sqlite3_file *f)
{
    return (sqlite3_file *)((struct file *)f + 1);
}

static sqlite3_vfs *real_vfs(sqlite3_vfs *v)
{
    return v->pAppData;
}

static void put(uint32_t what, uint32_t file, sqlite3_int64 offset, const void *bytes, size_t n)
{
    if (file >= POWER_FILES)
        return;
    struct power_record r = {what, file, (uint64_t)offset, n};
    struct iovec part[2] = {{&r, sizeof r}, {(void *)bytes, n}};
    if (writev(trace, part, 2) != (ssize_t)(sizeof r + n)) {
        perror("power");
        abort(); /* the trace would tell another story */
    }
}

static int file_close(sqlite3_file *f)
{
    return real(f)->pMethods->xClose(real(f));
}

static int file_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
    return real(f)->pMethods->xRead(real(f), to, n, at);
}

static int file_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
    put(POWER_WROTE, ((struct file *)f)->which, at, from, (size_t)n);
    return real(f)->pMethods->xWrite(real(f), from, n, at);
}

static int file_truncate(sqlite3_file *f, sqlite3_int64 size)
{
    put(POWER_CUT, ((struct file *)f)->which, size, NULL, 0);
    return real(f)->pMethods->xTruncate(real(f), size);
}

static int file_sync(sqlite3_file *f, int flags)
{
    (void)flags;
    if (syncs)
        put(POWER_SYNCED, ((struct file *)f)->which, 0, NULL, 0);
    return SQLITE_OK;
}

static int file_size(sqlite3_file *f, sqlite3_int64 *size)
{
    return real(f)->pMethods->xFileSize(real(f), size);
}

static int file_lock(sqlite3_file *f, int how)
{
    return real(f)->pMethods->xLock(real(f), how);
}

static int file_unlock(sqlite3_file *f, int how)
{
    return real(f)->pMethods->xUnlock(real(f), how);
}

static int file_reserved(sqlite3_file *f, int *out)
{
    return real(f)->pMethods->xCheckReservedLock(real(f), out);
}

static int file_control(sqlite3_file *f, int what, void *with)
{
    return real(f)->pMethods->xFileControl(real(f), what, with);
}

static int file_sector(sqlite3_file *f)
{
    return real(f)->pMethods->xSectorSize(real(f));
}

static int file_traits(sqlite3_file *f)
{
    return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static int file_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
    return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}

static int file_shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
    return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}

static void file_shm_barrier(sqlite3_file *f)
{
    real(f)->pMethods->xShmBarrier(real(f));
}

static int file_shm_unmap(sqlite3_file *f, int remove)
{
    return real(f)->pMethods->xShmUnmap(real(f), remove);
}

/* Version 2: pages are never mapped, so that every write passes here. */
static const sqlite3_io_methods methods = {.iVersion = 2,
                                           .xClose = file_close,
                                           .xRead = file_read,
                                           .xWrite = file_write,
                                           .xTruncate = file_truncate,
                                           .xSync = file_sync,
                                           .xFileSize = file_size,
                                           .xLock = file_lock,
                                           .xUnlock = file_unlock,
                                           .xCheckReservedLock = file_reserved,
                                           .xFileControl = file_control,
                                           .xSectorSize = file_sector,
                                           .xDeviceCharacteristics = file_traits,
                                           .xShmMap = file_shm_map,
                                           .xShmLock = file_shm_lock,
                                           .xShmBarrier = file_shm_barrier,
                                           .xShmUnmap = file_shm_unmap};

/* Of the one database x.db and what lies beside it. */
static uint32_t which_file(const char *path)
{
    static const char *const name[] = {"x.db", "x.db-wal", "x.db-journal"};
    const char *slash = path ? strrchr(path, '/') : NULL;
    uint32_t i = 0;
    while (i < POWER_FILES && (!slash || strcmp(slash + 1, name[i]) != 0))
        i++;
    return i;
}

static int vfs_open(sqlite3_vfs *v, const char *path, sqlite3_file *f, int flags, int *got)
{
    struct file *mine = (struct file *)f;
    mine->which = which_file(path);
    bool there = path && access(path, F_OK) == 0;
    memset(real(f), 0, sizeof *real(f));
    int rc = real_vfs(v)->xOpen(real_vfs(v), path, real(f), flags, got);
    mine->head.pMethods = real(f)->pMethods ? &methods : NULL;
    if (rc == SQLITE_OK && !there)
        put(POWER_MADE, mine->which, 0, NULL, 0);
    return rc;
}

static int vfs_delete(sqlite3_vfs *v, const char *path, int sync_folder)
{
    int rc = real_vfs(v)->xDelete(real_vfs(v), path, sync_folder);
    if (rc == SQLITE_OK)
        put(POWER_DELETED, which_file(path), sync_folder && syncs, NULL, 0);
    return rc;
}

static int vfs_access(sqlite3_vfs *v, const char *path, int flags, int *out)
{
    return real_vfs(v)->xAccess(real_vfs(v), path, flags, out);
}

static int vfs_path(sqlite3_vfs *v, const char *path, int n, char *out)
{
    return real_vfs(v)->xFullPathname(real_vfs(v), path, n, out);
}

__attribute__((constructor)) static void begin(void)
{
    static sqlite3_vfs power;
    const char *path = getenv("YK_POWER"), *sync = getenv("YK_POWER_SYNC");
    sqlite3_vfs *own = path ? sqlite3_vfs_find(NULL) : NULL;
    if (!own)
        return;
    trace = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (trace < 0) {
        perror(path);
        abort();
    }
    syncs = !sync || strcmp(sync, "off") != 0;
    power = *own;
    power.zName = "power";
    power.pNext = NULL;
    power.pAppData = own;
    power.szOsFile = (int)sizeof(struct file) + own->szOsFile;
    power.xOpen = vfs_open;
    power.xDelete = vfs_delete;
    power.xAccess = vfs_access;
    power.xFullPathname = vfs_path;
    sqlite3_vfs_register(&power, 1);
}
