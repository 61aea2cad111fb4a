/* package.c - the parts of an Office file: a zip archive of which nothing is taken on trust. */
#include "package.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "youka/base/say.h"

static yk_code damaged(const char *name, struct yk_err *err)
{
    return yk_fail(
        err, YK_E_DATA,
        _("%s: the workbook is damaged or cut off; send it again, or open it in Excel or "
          "WPS and save it anew"),
        name);
}

static yk_code too_many(const char *name, struct yk_err *err)
{
    return yk_fail(err, YK_E_DATA,
                   _("%s: an archive of more than %d entries is no workbook; copy the table into a "
                     "new workbook"),
                   name, PACKAGE_PARTS);
}

static uint64_t little_endian(const unsigned char *at, int bytes)
{
    uint64_t out = 0;
    while (bytes-- > 0)
        out = out << 8 | at[bytes];
    return out;
}

/* An archive of the large format tells its number of entries in 64 bits: that is looked at before
 * libzip makes room for them (APPNOTE.TXT 4.3.14, 4.3.15). */
static bool claims_too_many(int fd)
{
    enum { TAIL = 1 << 16, LOCATOR = 20, RECORD = 40 };
    unsigned char tail[TAIL + LOCATOR], record[RECORD];
    off_t size = lseek(fd, 0, SEEK_END);
    off_t from = size > (off_t)sizeof tail ? size - (off_t)sizeof tail : 0;
    ssize_t n = pread(fd, tail, sizeof tail, from);
    for (ssize_t i = 0; i + LOCATOR <= n; i++)
        if (memcmp(tail + i, "PK\6\7", 4) == 0) {
            uint64_t at = little_endian(tail + i + 8, 8);
            if (at < (uint64_t)size && pread(fd, record, RECORD, (off_t)at) == RECORD &&
                little_endian(record + 32, 8) > PACKAGE_PARTS)
                return true;
        }
    return false;
}

/* As OPC compares names: without regard to case. Some programs write \ for /. */
static const char *key_of(struct yk_arena *a, const char *name)
{
    char *key = yk_arena_copy(a, *name == '/' ? name + 1 : name);
    for (char *c = key; *c; c++)
        *c = *c == '\\' ? '/' : *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
    return key;
}

static yk_code list_parts(struct package *p, struct yk_err *err)
{
    zip_int64_t count = zip_get_num_entries(p->zip, 0);
    if (count > PACKAGE_PARTS)
        return too_many(p->name, err);
    for (zip_int64_t i = 0; i < count; i++) {
        const char *name = zip_get_name(p->zip, (zip_uint64_t)i, ZIP_FL_ENC_GUESS);
        if (!name)
            return damaged(p->name, err);
        if (!yk_map_add(&p->part, key_of(&p->arena, name), (size_t)i))
            return yk_fail(err, YK_E_DATA,
                           _("%s: two parts of the archive have one name; open it in Excel or WPS "
                             "and save it anew"),
                           p->name);
    }
    return YK_OK;
}

yk_code package_open(struct package *p, int fd, const char *name, struct yk_err *err)
{
    int failed;
    *p = (struct package){.name = name};
    if (claims_too_many(fd)) {
        close(fd);
        return too_many(name, err);
    }
    (void)lseek(fd, 0, SEEK_SET);
    p->zip = zip_fdopen(fd, 0, &failed);
    if (!p->zip) {
        close(fd);
        return damaged(name, err);
    }
    if (list_parts(p, err)) {
        package_close(p);
        return err->code;
    }
    return YK_OK;
}

bool package_has(struct package *p, const char *part)
{
    return yk_map_find(&p->part, key_of(&p->arena, part), NULL);
}

void package_close(struct package *p)
{
    if (p->zip)
        zip_discard(p->zip);
    yk_map_release(&p->part);
    yk_arena_release(&p->arena);
    *p = (struct package){0};
}

yk_code part_open(struct part *t, struct package *p, const char *name, struct yk_err *err)
{
    size_t index;
    zip_stat_t stat;
    if (!yk_map_find(&p->part, key_of(&p->arena, name), &index))
        return yk_fail(err, YK_E_DATA,
                       _("%s: the workbook lacks its part %s; open it in Excel or WPS and save it "
                         "anew"),
                       p->name, name);
    if (zip_stat_index(p->zip, index, 0, &stat))
        return damaged(p->name, err);
    if (stat.encryption_method != ZIP_EM_NONE)
        return yk_fail(err, YK_E_DATA,
                       _("%s: the workbook is locked with a password; open it, take the password "
                         "off and save it"),
                       p->name);
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
        return yk_fail(err, YK_E_DATA,
                       _("%s: is packed in a way that Excel does not use; open it in Excel or WPS "
                         "and save it anew"),
                       p->name);
    *t = (struct part){.package = p, .name = name, .total = stat.size};
    t->file = zip_fopen_index(p->zip, index, 0);
    return t->file ? YK_OK : damaged(p->name, err);
}

yk_code part_read(struct part *t, void *to, size_t n, size_t *got, struct yk_err *err)
{
    zip_int64_t k = zip_fread(t->file, to, n);
    if (k < 0)
        return damaged(t->package->name, err);
    *got = (size_t)k;
    t->done += (unsigned long long)k;
    t->package->unpacked += (unsigned long long)k;
    if (t->package->unpacked > PACKAGE_UNPACKED)
        return yk_fail(err, YK_E_DATA,
                       _("%s: unpacks to more than %llu MiB; split the table over several "
                         "workbooks, or save it as \"CSV UTF-8\""),
                       t->package->name, PACKAGE_UNPACKED >> 20);
    return YK_OK;
}

void part_close(struct part *t)
{
    if (t->file)
        zip_fclose(t->file);
    t->file = NULL;
}
