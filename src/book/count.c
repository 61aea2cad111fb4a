/* count.c - opens a finished workbook again and sees whether everything arrived.
 * With a full temp directory the library reports success on a whole ZIP that lacks rows. */
#include "parts.h"

#include <stdio.h>
#include <string.h>
#include <zip.h>

#include "youka/base/say.h"

/* Enough of XML for files of one known writer: attribute values hold no ">". */
struct scan {
    char tag[16]; /* the beginning of the tag being read */
    size_t length;
    bool inside; /* a tag */
    char last;   /* the character before ">" */
    long depth;
    bool any, broken;
    size_t rows, cells;
};

static bool is_named(const struct scan *s, const char *name)
{
    size_t n = strlen(name);
    return !strncmp(s->tag, name, n) && strchr(" />", s->tag[n]);
}

static void tag_ends(struct scan *s)
{
    s->inside = false;
    if (s->tag[0] == '?' || s->tag[0] == '!')
        return;
    if (s->tag[0] == '/') {
        s->broken |= --s->depth < 0;
        return;
    }
    s->any = true;
    s->rows += is_named(s, "row");
    s->cells += is_named(s, "c");
    s->depth += s->last != '/';
}

static void scan_bytes(struct scan *s, const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char c = bytes[i];
        s->broken |= c == '\0';
        if (c == '<') {
            s->broken |= s->inside;
            memset(s->tag, 0, sizeof s->tag);
            s->inside = true;
            s->length = 0;
        } else if (c == '>' && s->inside) {
            tag_ends(s);
        } else if (s->inside && s->length < sizeof s->tag - 1) {
            s->tag[s->length++] = c;
        }
        s->last = c;
    }
}

/* Every member must be whole XML; reading to the end also checks its CRC. */
static bool scan_member(struct scan *out, zip_t *zip, zip_uint64_t index)
{
    static const size_t piece = 1 << 16;
    zip_file_t *f = zip_fopen_index(zip, index, 0);
    if (!f)
        return false;
    char *bytes = yk_alloc(piece);
    zip_int64_t n;
    while ((n = zip_fread(f, bytes, piece)) > 0)
        scan_bytes(out, bytes, (size_t)n);
    free(bytes);
    zip_fclose(f);
    return n == 0 && out->any && !out->broken && !out->inside && out->depth == 0;
}

static void take_sheet(struct yk_tally *sheet, size_t sheets, const char *name,
                       const struct scan *scan)
{
    unsigned long number = 0;
    int end = 0;
    if (sscanf(name, "xl/worksheets/sheet%lu.xml%n", &number, &end) != 1 || !end || name[end])
        return;
    if (number >= 1 && number <= sheets)
        sheet[number - 1] = (struct yk_tally){scan->rows, scan->cells};
}

yk_code yk_count(struct yk_tally *sheet, size_t sheets, const char *path, struct yk_err *err)
{
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    if (!zip)
        return yk_fail(err, YK_E_IO, _("the finished workbook cannot be opened again"));
    memset(sheet, 0, sheets * sizeof *sheet);
    yk_code code = YK_OK;
    zip_int64_t members = zip_get_num_entries(zip, 0);
    for (zip_int64_t i = 0; i < members && !code; i++) {
        const char *name = zip_get_name(zip, (zip_uint64_t)i, 0);
        struct scan scan = {0};
        if (!name || !scan_member(&scan, zip, (zip_uint64_t)i))
            code = yk_fail(err, YK_E_IO, _("the part %s of the finished workbook is damaged"),
                           name ? name : "?");
        else
            take_sheet(sheet, sheets, name, &scan);
    }
    zip_discard(zip);
    return code;
}
