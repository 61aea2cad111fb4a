/* intake.c - files into rows, for the commands that load. */
#include "intake.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "youka/base/file.h"
#include "youka/base/say.h"

yk_code yk_intake_datum(enum yk_datum *out, const struct yk_wish *wish, struct yk_err *err)
{
    const char *said = wish->option[YK_OPT_DATUM];
    *out = YK_DATUM_UNKNOWN;
    if (said && !yk_datum_read(out, said))
        return yk_fail(err, YK_E_USAGE, _("--datum takes wgs84, gcj02, bd09 or cgcs2000, not «%s»"),
                       said);
    return YK_OK;
}

yk_code yk_intake_hash(struct yk_hash *h, const char *path, struct yk_err *err)
{
    char chunk[1 << 16];
    int fd;
    ssize_t n;
    if (yk_file_open(&fd, path, err))
        return err->code;
    while ((n = read(fd, chunk, sizeof chunk)) > 0)
        yk_hash_bytes(h, chunk, (size_t)n);
    if (n < 0)
        yk_fail(err, YK_E_IO, _("%s could not be read: %s"), path, strerror(errno));
    close(fd);
    return n < 0 ? err->code : YK_OK;
}

const char *yk_intake_encoding(const struct yk_source_facts *facts)
{
    return *facts->sheet ? "xlsx" : yk_encoding_name(facts->encoding);
}

void yk_intake_tell(const struct yk_watch *watch, const struct yk_reject *r, struct yk_arena *a)
{
    const char *where = *r->heading ? yk_arena_printf(a, _(", column «%s»"), r->heading) : "";
    const char *value = *r->value ? yk_arena_printf(a, _(", value «%s»"), r->value) : "";
    yk_notice(watch, yk_arena_printf(a, _("%s line %zu%s%s: %s; %s"), r->file, r->line, where,
                                     value, r->reason, r->hint));
}
