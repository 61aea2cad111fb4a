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

/* Whether one of the eight bytes needs a backslash. Almost no text has one. */
static bool needs_escape(uint64_t w)
{
    const uint64_t ones = UINT64_MAX / 255, highs = ones << 7;
    uint64_t quote = w ^ ones * '"', slash = w ^ ones * '\\';
    uint64_t hit = (w - ones * 0x20) & ~w; /* below 0x20 */
    hit |= (quote - ones) & ~quote;
    hit |= (slash - ones) & ~slash;
    return hit & highs;
}

/* To room for six times the text and its quotes. */
static char *quoted(char *to, const char *text, size_t n)
{
    *to++ = '"';
    for (uint64_t w; n >= sizeof w; text += sizeof w, n -= sizeof w, to += sizeof w) {
        memcpy(&w, text, sizeof w);
        if (needs_escape(w))
            break;
        memcpy(to, &w, sizeof w);
    }
    for (; n; text++, n--) {
        unsigned char c = (unsigned char)*text;
        if (c < 0x20 || c == '"' || c == '\\')
            to = escape(to, c);
        else
            *to++ = (char)c;
    }
    *to++ = '"';
    return to;
}

static void end_at(struct yk_buf *b, char *to)
{
    *to = '\0';
    b->len = (size_t)(to - b->text);
}

static void json_text(struct yk_buf *b, const char *text)
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
    json_text(b, r->code);
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
        json_text(b, flag[i].code);
        put(b, ',');
        json_text(b, flag[i].field);
        put(b, ']');
    }
    put(b, ']');
}
