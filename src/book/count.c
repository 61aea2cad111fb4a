/* count.c - opens a finished workbook again and sees whether everything arrived: the library does
 * not look whether its temp files took what it wrote. */
#include "parts.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

#include "youka/base/say.h"

enum {
    MOST_LEVELS = 16, /* of elements within one another, as far as they are looked at */
    MOST_COUNTED = 3, /* only so high do elements say how many are in them */
    TAG = 256,
    BLOCK = 4096, /* of the library's temp files: what is lost is lost by blocks */
};
#define NOT_SAID SIZE_MAX

/* Enough of XML for files of one known writer: attribute values hold no ">". A lost block may leave
 * whole XML behind; it lacks children that an element counts, points that a chart counts, or a
 * piece of a text that is longer than a block. */
struct scan {
    char tag[TAG]; /* the beginning of the tag being read */
    size_t length;
    bool inside; /* a tag */
    char last;   /* the character before ">" */
    size_t depth;
    struct {
        size_t said, have;
    } level[MOST_LEVELS];
    bool any, broken;
    size_t rows, cells, points, points_said;
    size_t run, long_bytes; /* of the text being read; of all that are a block or longer */
};

static bool is_named(const struct scan *s, const char *name)
{
    size_t n = strlen(name);
    return !strncmp(s->tag, name, n) && strchr(" />", s->tag[n]);
}

static size_t attribute(const struct scan *s, const char *name)
{
    const char *at = strstr(s->tag, name);
    unsigned long value;
    return at && sscanf(at + strlen(name), "=\"%lu\"", &value) == 1 ? value : NOT_SAID;
}

/* How many children the element says it has. */
static size_t children_said(const struct scan *s)
{
    size_t unique = attribute(s, " uniqueCount");
    return unique != NOT_SAID ? unique : attribute(s, " count");
}

static void close_level(struct scan *s)
{
    if (s->depth == 0) {
        s->broken = true;
        return;
    }
    s->depth--;
    if (s->depth < MOST_COUNTED && s->level[s->depth].said != NOT_SAID)
        s->broken |= s->level[s->depth].said != s->level[s->depth].have;
}

static void open_level(struct scan *s)
{
    if (s->depth > 0 && s->depth <= MOST_LEVELS)
        s->level[s->depth - 1].have++;
    if (s->depth < MOST_LEVELS) {
        s->level[s->depth].said = s->depth < MOST_COUNTED ? children_said(s) : NOT_SAID;
        s->level[s->depth].have = 0;
    }
    s->depth++;
}

static void tag_ends(struct scan *s)
{
    s->inside = false;
    s->tag[s->length] = '\0';
    if (s->tag[0] == '?' || s->tag[0] == '!')
        return;
    if (s->tag[0] == '/') {
        close_level(s);
        return;
    }
    s->any = true;
    s->rows += is_named(s, "row");
    s->cells += is_named(s, "c");
    s->points += is_named(s, "c:pt");
    if (is_named(s, "c:ptCount"))
        s->points_said += attribute(s, " val");
    open_level(s);
    if (s->last == '/')
        close_level(s);
}

static void tag_begins(struct scan *s)
{
    s->broken |= s->inside;
    s->inside = true;
    s->length = 0;
    s->long_bytes += s->run >= BLOCK ? s->run : 0;
    s->run = 0;
}

/* Bytes up to the next `end`, or all. */
static size_t stretch(const char *bytes, size_t n, char end)
{
    const char *at = memchr(bytes, end, n);
    return at ? (size_t)(at - bytes) : n;
}

static void scan_bytes(struct scan *s, const char *bytes, size_t n)
{
    s->broken |= memchr(bytes, '\0', n) != NULL;
    for (size_t i = 0; i < n;) {
        size_t most = stretch(bytes + i, n - i, s->inside ? '>' : '<');
        if (s->inside) {
            size_t room = sizeof s->tag - 1 - s->length, keep = most < room ? most : room;
            memcpy(s->tag + s->length, bytes + i, keep);
            s->length += keep;
            s->broken |= memchr(bytes + i, '<', most) != NULL;
            s->last = most ? bytes[i + most - 1] : s->last;
        } else {
            s->run += most;
        }
        i += most;
        if (i == n)
            return;
        if (s->inside)
            tag_ends(s);
        else
            tag_begins(s);
        s->last = bytes[i++];
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
    return n == 0 && out->any && !out->broken && !out->inside && out->depth == 0 &&
           out->points == out->points_said;
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

size_t yk_count_long(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += *text == '&' ? strlen("&amp;") : *text == '<' || *text == '>' ? strlen("&lt;") : 1;
    return n >= BLOCK ? n : 0;
}

yk_code yk_count(struct yk_tally *sheet, size_t sheets, size_t *long_bytes, const char *path,
                 struct yk_err *err)
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
        *long_bytes += strcmp(name ? name : "", "xl/sharedStrings.xml") ? 0 : scan.long_bytes;
    }
    zip_discard(zip);
    return code;
}
