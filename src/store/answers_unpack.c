/* answers_unpack.c - reads answers back from JSON, straight into an arena. */
#include <stdlib.h>
#include <string.h>

#include "answers_json.h"
#include "youka/base/text.h"

struct reader {
    const char *at;
    struct yk_unpacker *u;
    struct yk_arena *a;
};

static bool eat(struct reader *r, char c)
{
    if (*r->at != c)
        return false;
    r->at++;
    return true;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* After a backslash; only what pack writes. */
static bool unescape(struct reader *r, char **to)
{
    if (*r->at == '"' || *r->at == '\\') {
        *(*to)++ = *r->at++;
        return true;
    }
    if (strncmp(r->at, "u00", 3) != 0)
        return false;
    int high = hex_digit(r->at[3]), low = high < 0 ? -1 : hex_digit(r->at[4]);
    if (low < 0 || high > 1 || high * 16 + low == 0)
        return false;
    *(*to)++ = (char)(high * 16 + low);
    r->at += 5;
    return true;
}

/* Bytes up to the quote that ends a string, escapes as they are written. */
static size_t length_of(const char *s, bool *escapes)
{
    size_t n = 0;
    for (*escapes = false; s[n] && s[n] != '"'; n++)
        if (s[n] == '\\' && s[n + 1]) {
            *escapes = true;
            n++;
        }
    return n;
}

/* The n bytes at r->at with escapes. */
static const char *unescaped(struct reader *r, size_t n)
{
    char *start = yk_arena_text(r->a, r->at, n), *to = start;
    for (const char *end = r->at + n; r->at < end;) {
        if (*r->at != '\\') {
            *to++ = *r->at++;
            continue;
        }
        r->at++;
        if (!unescape(r, &to))
            return NULL;
    }
    *to = '\0';
    return start;
}

/* A text of `kept`; NULL: kept by itself. */
static const char *string(struct reader *r, struct yk_texts *kept)
{
    bool escapes;
    if (!eat(r, '"'))
        return NULL;
    size_t n = length_of(r->at, &escapes);
    if (!r->at[n])
        return NULL;
    const char *s = r->at;
    if (escapes) {
        s = unescaped(r, n);
        return s && eat(r, '"') ? s : NULL;
    }
    r->at += n + 1;
    return kept ? yk_texts_keep(kept, s, n) : yk_arena_text(r->a, s, n);
}

/* The counted-up items of a scratch array from `base` on, moved into the arena. */
static void *settle(struct yk_arena *a, void *scratch, size_t base, size_t count, size_t each)
{
    if (!count)
        return NULL;
    void *kept = yk_arena_items(a, count, each);
    memcpy(kept, (char *)scratch + base * each, count * each);
    return kept;
}

static bool typed_object(struct reader *r, struct yk_answer *answer, size_t count)
{
    size_t i = 0; /* both are in the same order */
    do {
        const char *code = string(r, r->u->codes);
        const char *text = code && eat(r, ':') ? string(r, r->u->texts) : NULL;
        if (!text)
            return false;
        while (i < count && strcmp(answer[i].code, code) != 0)
            i++;
        if (i == count)
            return false;
        answer[i].typed = text;
    } while (eat(r, ','));
    return eat(r, '}');
}

static bool object(struct reader *r, struct yk_answer **out, size_t *count, bool lines_too);

static bool repeat_list(struct reader *r, const char *code)
{
    struct yk_unpacker *u = r->u;
    u->lines = 0;
    if (!eat(r, ']')) {
        do {
            struct yk_answer_line line = {0};
            if (!object(r, &line.answer, &line.count, false))
                return false;
            u->line = yk_grow(u->line, &u->line_room, u->lines + 1, sizeof *u->line);
            u->line[u->lines++] = line;
        } while (eat(r, ','));
        if (!eat(r, ']'))
            return false;
    }
    u->repeat = yk_grow(u->repeat, &u->repeat_room, u->repeats + 1, sizeof *u->repeat);
    u->repeat[u->repeats++] =
        (struct yk_repeat){code, settle(r->a, u->line, 0, u->lines, sizeof *u->line), u->lines};
    return true;
}

static bool member(struct reader *r, size_t base, bool lines_too)
{
    struct yk_unpacker *u = r->u;
    const char *code = string(r, r->u->codes);
    if (!code || !eat(r, ':'))
        return false;
    if (eat(r, '{'))
        return !strcmp(code, "_typed") && typed_object(r, u->answer + base, u->answers - base);
    if (lines_too && eat(r, '['))
        return repeat_list(r, code);
    const char *text = string(r, r->u->texts);
    if (!text)
        return false;
    u->answer = yk_grow(u->answer, &u->answer_room, u->answers + 1, sizeof *u->answer);
    u->answer[u->answers++] = (struct yk_answer){code, text, NULL};
    return true;
}

static bool object(struct reader *r, struct yk_answer **out, size_t *count, bool lines_too)
{
    size_t base = r->u->answers;
    if (!eat(r, '{'))
        return false;
    if (!eat(r, '}')) {
        do {
            if (!member(r, base, lines_too))
                return false;
        } while (eat(r, ','));
        if (!eat(r, '}'))
            return false;
    }
    *count = r->u->answers - base;
    *out = settle(r->a, r->u->answer, base, *count, sizeof **out);
    r->u->answers = base;
    return true;
}

bool yk_answers_unpack(struct yk_answers *out, struct yk_unpacker *u, const char *json,
                       struct yk_arena *a)
{
    struct reader r = {json, u, a};
    struct yk_answers got = {0};
    u->answers = u->repeats = 0;
    if (!object(&r, &got.answer, &got.count, true) || *r.at)
        return false;
    got.repeats = u->repeats;
    got.repeat = settle(a, u->repeat, 0, u->repeats, sizeof *u->repeat);
    *out = got;
    return true;
}

static bool flag_pair(struct reader *r, struct yk_flag *f)
{
    if (!eat(r, '[') || !(f->code = string(r, r->u->codes)) || !eat(r, ',') ||
        !(f->field = string(r, r->u->codes)))
        return false;
    return eat(r, ']');
}

bool yk_flags_unpack(struct yk_flag **out, size_t *flags, struct yk_unpacker *u, const char *json,
                     struct yk_arena *a)
{
    *out = NULL;
    *flags = 0;
    if (!strcmp(json, "[]"))
        return true;
    struct reader r = {json, u, a};
    size_t most = 0;
    for (const char *s = json; *s; s++)
        most += *s == '[';
    struct yk_flag *flag = YK_ARENA_ARRAY(a, struct yk_flag, most);
    size_t n = 0;
    if (!eat(&r, '['))
        return false;
    do {
        if (!flag_pair(&r, &flag[n++]))
            return false;
    } while (eat(&r, ','));
    if (!eat(&r, ']') || *r.at)
        return false;
    *out = flag;
    *flags = n;
    return true;
}

void yk_unpacker_release(struct yk_unpacker *u)
{
    free(u->answer);
    free(u->line);
    free(u->repeat);
    *u = (struct yk_unpacker){0};
}
