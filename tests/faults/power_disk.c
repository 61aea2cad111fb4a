/* power_disk.c - files with what of them is synced, and the dice that decide about the rest. */
#include "power_disk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "youka/base/arena.h"

enum { SECTOR = 512 };

struct change {
    struct power_record head;
    const unsigned char *data;
};

struct content {
    unsigned char *byte;
    size_t size, room;
};

struct file {
    bool there, named; /* named: the folder was synced since it was made */
    struct content synced;
    struct change *since;
    size_t count, room;
};

/* A file, and the one that stood under its name when the folder was synced last. */
struct power_disk {
    struct file now[POWER_FILES], before[POWER_FILES];
};

static void resize(struct content *c, size_t size)
{
    c->byte = yk_grow(c->byte, &c->room, size + 1, 1);
    if (size > c->size)
        memset(c->byte + c->size, 0, size - c->size);
    c->size = size;
}

static void write_at(struct content *c, uint64_t at, const unsigned char *from, size_t n)
{
    if (at + n > c->size)
        resize(c, at + n);
    memcpy(c->byte + at, from, n);
}

static void apply(struct content *c, const struct change *change)
{
    if (change->head.what == POWER_WROTE)
        write_at(c, change->head.offset, change->data, change->head.bytes);
    else
        resize(c, change->head.offset);
}

/* Each sector of a write by itself: it arrived, or its first bytes did, or nothing. SQLite counts
 * on it that bytes beside a write stay (SQLITE_IOCAP_POWERSAFE_OVERWRITE). */
static void apply_some(struct content *c, const struct change *change, double chance,
                       struct dice *dice)
{
    if (change->head.what != POWER_WROTE) {
        if (dice_chance(dice, chance))
            apply(c, change);
        return;
    }
    for (uint64_t done = 0, n; done < change->head.bytes; done += n) {
        uint64_t at = change->head.offset + done;
        n = SECTOR - at % SECTOR;
        if (n > change->head.bytes - done)
            n = change->head.bytes - done;
        if (dice_chance(dice, chance))
            write_at(c, at, change->data + done, n);
        else if (dice_chance(dice, .1))
            write_at(c, at, change->data + done, dice_below(dice, n));
    }
}

static void forget(struct file *f)
{
    free(f->synced.byte);
    free(f->since);
    *f = (struct file){0};
}

static void sync_file(struct power_disk *d, enum power_file which)
{
    struct file *f = &d->now[which];
    for (size_t i = 0; i < f->count; i++)
        apply(&f->synced, &f->since[i]);
    f->count = 0;
    f->named = true;
    forget(&d->before[which]);
}

/* Until the folder is synced its name may still lead to the file. */
static void delete_file(struct power_disk *d, enum power_file which, bool folder_synced)
{
    struct file *f = &d->now[which], *before = &d->before[which];
    if (f->named) {
        forget(before);
        *before = *f;
        *f = (struct file){0};
    }
    forget(f);
    if (folder_synced)
        forget(before);
}

void power_disk_do(struct power_disk *d, const struct power_record *r, const void *data)
{
    struct file *f = &d->now[r->file];
    switch (r->what) {
    case POWER_MADE:
        forget(f);
        f->there = true;
        break;
    case POWER_WROTE:
    case POWER_CUT:
        f->since = yk_grow(f->since, &f->room, f->count + 1, sizeof *f->since);
        f->since[f->count++] = (struct change){*r, data};
        break;
    case POWER_SYNCED:
        sync_file(d, r->file);
        break;
    case POWER_DELETED:
        delete_file(d, r->file, r->offset != 0);
        break;
    default:
        break;
    }
}

static void must(bool done, const char *what)
{
    if (!done) {
        perror(what);
        exit(2);
    }
}

static void leave_file(const struct file *f, const char *path, struct dice *dice)
{
    static const double chances[] = {0, .1, .5, .9, 1};
    struct content c = {0};
    resize(&c, f->synced.size);
    if (c.size)
        memcpy(c.byte, f->synced.byte, c.size);
    double chance = chances[dice_below(dice, sizeof chances / sizeof *chances)];
    for (size_t i = 0; i < f->count; i++)
        apply_some(&c, &f->since[i], chance, dice);
    FILE *to = fopen(path, "wb");
    must(to && fwrite(c.byte, 1, c.size, to) == c.size && fclose(to) == 0, path);
    free(c.byte);
}

void power_disk_leave(const struct power_disk *d, struct dice *dice, const char *folder)
{
    static const char *const name[] = {"x.db", "x.db-wal", "x.db-journal"};
    for (int i = 0; i < POWER_FILES; i++) {
        const struct file *now = &d->now[i], *before = &d->before[i], *left = now;
        char path[512];
        snprintf(path, sizeof path, "%s/%s", folder, name[i]);
        if (!now->named && !(now->there && dice_chance(dice, .5)))
            left = before->there && dice_chance(dice, .5) ? before : NULL;
        if (left)
            leave_file(left, path, dice);
        else
            unlink(path);
    }
}

struct power_disk *power_disk_new(const char *database)
{
    struct power_disk *d = yk_alloc(sizeof *d);
    struct file *f = &d->now[POWER_DATABASE];
    FILE *from = fopen(database, "rb");
    unsigned char piece[4096];
    must(from, database);
    for (size_t n; (n = fread(piece, 1, sizeof piece, from)) > 0;)
        write_at(&f->synced, f->synced.size, piece, n);
    must(!ferror(from), database);
    fclose(from);
    f->there = f->named = true;
    return d;
}

void power_disk_free(struct power_disk *d)
{
    for (int i = 0; i < POWER_FILES; i++) {
        forget(&d->now[i]);
        forget(&d->before[i]);
    }
    free(d);
}
