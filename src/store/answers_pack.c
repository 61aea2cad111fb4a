/* answers_pack.c - writes answers as JSON; a million rows a few seconds, so no tree is built. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "answers_json.h"
#include "youka/base/num.h"

static char *reserve(struct yk_buf *b, size_t n)
{
    if (b->len + n + 1 > b->room)
        b->text = yk_grow(b->text, &b->room, b->len + n + 1, 1);
    return b->text + b->len;
}

static void put(struct yk_buf *b, char c)
{
    *reserve(b, 1) = c;
    b->text[++b->len] = '\0';
}

static char *escape(char *to, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    *to++ = '\\';
    if (c == '"' || c == '\\') {
        *to++ = (char)c;
        return to;
    }
    memcpy(to, "u00", 3);
    to[3] = hex[c >> 4];
    to[4] = hex[c & 15];
    return to + 5;
}

/* Bytes of `text` before the first that needs a backslash. Eight at a time: almost no text needs
 * one. */
static size_t plain(const char *text, size_t n)
{
    const uint64_t ones = UINT64_MAX / 255, highs = ones << 7;
    size_t i = 0;
    for (uint64_t w; i + 8 <= n; i += 8) {
        memcpy(&w, text + i, 8);
        uint64_t quote = w ^ ones * '"', slash = w ^ ones * '\\';
        uint64_t hit = (w - ones * 0x20) & ~w; /* below 0x20 */
        hit |= (quote - ones) & ~quote;
        hit |= (slash - ones) & ~slash;
        if (hit & highs)
            break;
    }
    while (i < n && (unsigned char)text[i] >= 0x20 && text[i] != '"' && text[i] != '\\')
        i++;
    return i;
}

/* To room for six times the text and its quotes. */
static char *quoted(char *to, const char *text, size_t n)
{
    *to++ = '"';
    for (;;) {
        size_t same = plain(text, n);
        memcpy(to, text, same);
        to += same;
        if (same == n)
            break;
        to = escape(to, (unsigned char)text[same]);
        text += same + 1;
        n -= same + 1;
    }
    *to++ = '"';
    return to;
}

static void end_at(struct yk_buf *b, char *to)
{
    *to = '\0';
    b->len = (size_t)(to - b->text);
}

void yk_json_text(struct yk_buf *b, const char *text)
{
    size_t n = strlen(text);
    end_at(b, quoted(reserve(b, 6 * n + 2), text, n));
}

void yk_json_number(struct yk_buf *b, double value)
{
    char text[32] = "null";
    if (isfinite(value))
        yk_num_write(text, value);
    yk_buf_puts(b, text);
}

static void pair(struct yk_buf *b, const char *code, const char *text)
{
    size_t m = strlen(code), n = strlen(text);
    char *to = quoted(reserve(b, 6 * (m + n) + 5), code, m);
    *to++ = ':';
    end_at(b, quoted(to, text, n));
}

/* Members of an object without its braces; true when there was one. */
static bool members(struct yk_buf *b, const struct yk_answer *answer, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            put(b, ',');
        pair(b, answer[i].code, answer[i].text);
    }
    return count > 0;
}

static void typed(struct yk_buf *b, const struct yk_answer *answer, size_t count, bool after)
{
    bool open = false;
    for (size_t i = 0; i < count; i++) {
        if (!answer[i].typed)
            continue;
        if (open || after)
            put(b, ',');
        if (!open)
            yk_buf_puts(b, "\"_typed\":{");
        open = true;
        after = false;
        pair(b, answer[i].code, answer[i].typed);
    }
    if (open)
        put(b, '}');
}

static void repeat(struct yk_buf *b, const struct yk_repeat *r)
{
    yk_json_text(b, r->code);
    put(b, ':');
    put(b, '[');
    for (size_t i = 0; i < r->count; i++) {
        if (i)
            put(b, ',');
        put(b, '{');
        bool after = members(b, r->line[i].answer, r->line[i].count);
        typed(b, r->line[i].answer, r->line[i].count, after);
        put(b, '}');
    }
    put(b, ']');
}

void yk_answers_pack(struct yk_buf *b, const struct yk_answers *a)
{
    put(b, '{');
    bool after = members(b, a->answer, a->count);
    for (size_t i = 0; i < a->repeats; i++) {
        if (after)
            put(b, ',');
        repeat(b, &a->repeat[i]);
        after = true;
    }
    typed(b, a->answer, a->count, after);
    put(b, '}');
}

void yk_flags_pack(struct yk_buf *b, const struct yk_flag *flag, size_t flags)
{
    put(b, '[');
    for (size_t i = 0; i < flags; i++) {
        yk_buf_puts(b, i ? ",[" : "[");
        yk_json_text(b, flag[i].code);
        put(b, ',');
        yk_json_text(b, flag[i].field);
        put(b, ']');
    }
    put(b, ']');
}
