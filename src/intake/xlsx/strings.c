/* strings.c - the texts that a workbook's cells share. */
#include <stdlib.h>
#include <string.h>

#include "xlsx.h"
#include "xml.h"
#include "youka/base/say.h"
#include "youka/base/text.h"

#define MOST_TEXT ((size_t)64 << 20)
#define MOST_STRINGS ((size_t)8 << 20)

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The code unit of "_x000D_" at s, or -1. */
static long escaped(const char *s, size_t n)
{
    long unit = 0;
    if (n < 7 || s[0] != '_' || s[1] != 'x' || s[6] != '_')
        return -1;
    for (int i = 2; i < 6; i++) {
        int digit = hex_digit(s[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

size_t strings_unescape(char *s, size_t n)
{
    char *first = n ? memchr(s, '_', n) : NULL;
    if (!first)
        return n;
    size_t to = (size_t)(first - s);
    for (size_t at = to; at < n;) {
        size_t used = 7;
        long unit = escaped(s + at, n - at);
        if (unit >= 0xD800 && unit < 0xDC00) {
            long low = escaped(s + at + 7, n - at >= 7 ? n - at - 7 : 0);
            used = 14;
            unit = low >= 0xDC00 && low < 0xE000
                       ? 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
                       : -1;
        }
        if (unit <= 0 || (unit >= 0xDC00 && unit < 0xE000)) { /* none, or no character by itself */
            s[to++] = s[at++];
            continue;
        }
        to += yk_utf8_put(s + to, (uint32_t)unit);
        at += used;
    }
    return to;
}

struct reading {
    struct xml xml;
    struct strings *out;
    bool inside;     /* an <si> */
    bool text;       /* a <t> of it */
    size_t phonetic; /* depth of <rPh>: how to say it, not what it says */
    size_t begin;
};

static void reserve(struct strings *s, size_t more)
{
    if (s->len + more <= s->room)
        return;
    size_t room = s->room ? s->room + s->room / 2 : 1 << 16;
    s->room = s->len + more > room ? s->len + more : room;
    s->text = yk_realloc(s->text, s->room);
}

static void on_start(void *who, const char *name, const char **attribute)
{
    struct reading *r = who;
    (void)attribute;
    if (strcmp(name, "si") == 0) {
        r->inside = true;
        r->phonetic = 0;
        r->begin = r->out->len;
    } else if (strcmp(name, "rPh") == 0) {
        r->phonetic++;
    } else if (strcmp(name, "t") == 0) {
        r->text = r->inside && !r->phonetic;
    }
}

static void on_text(void *who, const char *s, size_t n)
{
    struct reading *r = who;
    struct strings *out = r->out;
    if (!r->text)
        return;
    reserve(out, n + 1);
    memcpy(out->text + out->len, s, n);
    out->len += n;
    if (out->len > MOST_TEXT)
        xml_fail(&r->xml,
                 yk_fail(r->xml.err, YK_E_DATA,
                         _("%s: holds more than %zu MiB of different texts; split the table over "
                           "several workbooks, or save it as \"CSV UTF-8\""),
                         r->xml.part.package->name, MOST_TEXT >> 20));
}

static void end_string(struct reading *r)
{
    struct strings *out = r->out;
    r->inside = r->text = false;
    if (out->count == MOST_STRINGS) {
        xml_fail(&r->xml, yk_fail(r->xml.err, YK_E_DATA,
                                  _("%s: holds more than %zu different texts; split the table over "
                                    "several workbooks, or save it as \"CSV UTF-8\""),
                                  r->xml.part.package->name, MOST_STRINGS));
        return;
    }
    reserve(out, 1);
    if (out->len > r->begin)
        out->len = r->begin + strings_unescape(out->text + r->begin, out->len - r->begin);
    out->text[out->len++] = '\0';
    out->at = yk_grow(out->at, &out->at_room, out->count + 1, sizeof *out->at);
    out->at[out->count++] = (uint32_t)r->begin;
}

static void on_end(void *who, const char *name)
{
    struct reading *r = who;
    if (strcmp(name, "t") == 0)
        r->text = false;
    else if (strcmp(name, "rPh") == 0)
        r->phonetic -= r->phonetic > 0;
    else if (strcmp(name, "si") == 0 && r->inside)
        end_string(r);
}

yk_code strings_read(struct strings *s, struct package *p, const char *part, struct yk_err *err)
{
    static const struct xml_handler handler = {on_start, on_end, on_text};
    struct reading *r = yk_alloc(sizeof *r);
    r->out = s;
    yk_code code = xml_read(&r->xml, p, part, &handler, r, err);
    free(r);
    return code;
}

void strings_release(struct strings *s)
{
    free(s->text);
    free(s->at);
    *s = (struct strings){0};
}
