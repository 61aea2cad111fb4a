/* pattern.c - reads a regular expression into a tree.
 *
 * Not regcomp: under the C locale that counts bytes (`.{2,4}` would be one Chinese character),
 * reads \d as the letter d without a word, and may need gigabytes for nested repetitions. A set of
 * states (Thompson 1968, pattern_run.c) has none of these and takes a page of code. */
#include "pattern.h"

#include <string.h>

#include "pattern_tree.h"
#include "youka/base/say.h"
#include "youka/base/text.h"

#define MOST_DEPTH 50
#define MOST_TIMES 1000

struct reader {
    const char *text, *at;
    struct yk_arena *arena;
    struct yk_err *err;
    int depth;
};

static yk_code refuse(struct reader *r, const char *what)
{
    return yk_fail(r->err, YK_E_DATA,
                   _("the regular expression «%.80s» is not understood from «%.20s» on: %s"),
                   r->text, r->at, what);
}

static void add_range(struct reader *r, struct set *set, uint32_t from, uint32_t to)
{
    struct range *range = yk_arena_alloc(r->arena, sizeof *range);
    *range = (struct range){.from = from, .to = to, .next = set->range};
    set->range = range;
}

static void add_class(struct reader *r, struct set *set, char letter)
{
    static const char *const class[][2] = {
        {"d", "09"}, {"w", "azAZ09__"}, {"s", "  \t\r"}, /* \t \n \v \f \r stand together */
    };
    for (size_t i = 0; i < sizeof class / sizeof *class; i++)
        if (class[i][0][0] == letter)
            for (const char *p = class[i][1]; *p; p += 2)
                add_range(r, set, (unsigned char)p[0], (unsigned char)p[1]);
}

/* The character behind a backslash that stands for itself or for a control character; 0: neither.
 */
static uint32_t escaped(char c)
{
    switch (c) {
    case 't':
        return '\t';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    default:
        return c && strchr("\\^$.|?*+()[]{}-/ \"'#,:;<>=!%&@_~`", c) ? (uint32_t)c : 0;
    }
}

/* One character of a bracket; sets *class instead for \d \w \s. */
static yk_code read_bracket_character(uint32_t *out, char *class, struct reader *r)
{
    *class = 0;
    if (*r->at == '[' || (r->at[0] == '&' && r->at[1] == '&'))
        return refuse(r, _("put a backslash before it"));
    if (*r->at != '\\') {
        *out = yk_utf8_next(&r->at);
        return YK_OK;
    }
    char letter = r->at[1];
    if (letter && strchr("dws", letter))
        *class = letter;
    else if (!(*out = escaped(letter)))
        return refuse(r, _("this escape is not known"));
    r->at += 2;
    return YK_OK;
}

static yk_code read_bracket(struct part *out, struct reader *r)
{
    struct set *set = yk_arena_alloc(r->arena, sizeof *set);
    r->at++;
    if (*r->at == '^') {
        set->but = true;
        r->at++;
    }
    if (*r->at == ']')
        return refuse(r, _("these brackets are empty"));
    while (*r->at != ']') {
        uint32_t from, to;
        char class;
        if (!*r->at)
            return refuse(r, _("the closing ] is missing"));
        if (read_bracket_character(&from, &class, r))
            return r->err->code;
        if (class) {
            add_class(r, set, class);
            continue;
        }
        to = from;
        if (r->at[0] == '-' && r->at[1] && r->at[1] != ']') {
            r->at++;
            if (read_bracket_character(&to, &class, r))
                return r->err->code;
            if (class || to < from)
                return refuse(r, _("this range runs backwards"));
        }
        add_range(r, set, from, to);
    }
    r->at++;
    *out = (struct part){.kind = PART_SET, .set = set};
    return YK_OK;
}

static yk_code read_escape(struct part *out, struct reader *r)
{
    struct set *set = yk_arena_alloc(r->arena, sizeof *set);
    char letter = r->at[1];
    uint32_t c = escaped(letter);
    if (letter && strchr("dwsDWS", letter)) {
        set->but = letter < 'a';
        add_class(r, set, (char)(letter | 0x20));
    } else if (c) {
        add_range(r, set, c, c);
    } else {
        return refuse(r, _("this escape is not known"));
    }
    r->at += 2;
    *out = (struct part){.kind = PART_SET, .set = set};
    return YK_OK;
}

static yk_code read_either(struct part **out, struct reader *r);

static yk_code read_group(struct part *out, struct reader *r)
{
    r->at++;
    if (r->at[0] == '?') {
        if (r->at[1] != ':')
            return refuse(r, _("groups that begin with (? are not known, except (?:"));
        r->at += 2;
    }
    struct part *inner;
    if (read_either(&inner, r))
        return r->err->code;
    if (*r->at != ')')
        return refuse(r, _("the closing ) is missing"));
    r->at++;
    *out = *inner;
    out->next = NULL;
    return YK_OK;
}

static yk_code read_atom(struct part *out, struct reader *r)
{
    switch (*r->at) {
    case '(':
        return read_group(out, r);
    case '[':
        return read_bracket(out, r);
    case '\\':
        return read_escape(out, r);
    case '^':
    case '$':
        *out = (struct part){.kind = *r->at++ == '^' ? PART_BEGIN : PART_END};
        return YK_OK;
    case '*':
    case '+':
    case '?':
    case '{':
        return refuse(r, _("there is nothing to repeat"));
    default: {
        struct set *set = yk_arena_alloc(r->arena, sizeof *set);
        uint32_t c = yk_utf8_next(&r->at);
        if (c == '.') { /* any character but a line end */
            set->but = true;
            add_range(r, set, '\n', '\n');
            add_range(r, set, '\r', '\r');
        } else {
            add_range(r, set, c, c);
        }
        *out = (struct part){.kind = PART_SET, .set = set};
        return YK_OK;
    }
    }
}

static bool read_count(uint32_t *out, struct reader *r)
{
    const char *start = r->at;
    uint32_t n = 0;
    for (; *r->at >= '0' && *r->at <= '9' && n <= MOST_TIMES; r->at++)
        n = n * 10 + (uint32_t)(*r->at - '0');
    *out = n;
    return r->at > start && n <= MOST_TIMES;
}

/* {n} {n,} {n,m} */
static yk_code read_braces(uint32_t *least, uint32_t *most, struct reader *r)
{
    r->at++;
    bool good = read_count(least, r);
    *most = *least;
    if (good && *r->at == ',') {
        r->at++;
        *most = YK_PATTERN_NO_LIMIT;
        if (*r->at != '}')
            good = read_count(most, r) && *most >= *least;
    }
    if (!good || *r->at != '}')
        return refuse(r, _("a repetition is written {2}, {2,} or {2,20}, at most 1000 times"));
    r->at++;
    return YK_OK;
}

static yk_code read_repeated(struct part **out, struct reader *r)
{
    struct part *part = yk_arena_alloc(r->arena, sizeof *part);
    if (read_atom(part, r))
        return r->err->code;
    *out = part;
    if (!*r->at || !strchr("*+?{", *r->at))
        return YK_OK;
    uint32_t least = *r->at == '+', most = *r->at == '?' ? 1 : YK_PATTERN_NO_LIMIT;
    if (*r->at != '{')
        r->at++;
    else if (read_braces(&least, &most, r))
        return r->err->code;
    if (*r->at && strchr("*+?{", *r->at))
        return refuse(r, _("a repetition cannot be repeated"));
    struct part *times = yk_arena_alloc(r->arena, sizeof *times);
    *times = (struct part){.kind = PART_TIMES, .first = part, .least = least, .most = most};
    *out = times;
    return YK_OK;
}

static yk_code read_row(struct part **out, struct reader *r)
{
    struct part *row = yk_arena_alloc(r->arena, sizeof *row);
    row->kind = PART_ROW;
    struct part **end = &row->first;
    while (*r->at && *r->at != '|' && *r->at != ')') {
        if (read_repeated(end, r))
            return r->err->code;
        end = &(*end)->next;
    }
    *out = row;
    return YK_OK;
}

static yk_code read_either(struct part **out, struct reader *r)
{
    if (++r->depth > MOST_DEPTH)
        return refuse(r, _("it is nested too deeply"));
    struct part *either = yk_arena_alloc(r->arena, sizeof *either);
    either->kind = PART_EITHER;
    struct part **end = &either->first;
    for (;;) {
        if (read_row(end, r))
            return r->err->code;
        end = &(*end)->next;
        if (*r->at != '|')
            break;
        r->at++;
    }
    r->depth--;
    *out = either;
    return YK_OK;
}

yk_code yk_pattern_read(struct yk_pattern **out, const char *text, struct yk_arena *a,
                        struct yk_err *err)
{
    struct reader r = {.text = text, .at = text, .arena = a, .err = err};
    struct part *tree;
    if (read_either(&tree, &r))
        return err->code;
    if (*r.at)
        return refuse(&r, _("this ) closes nothing"));
    struct yk_pattern *p = yk_pattern_of(tree, a);
    r.at = text;
    if (!p)
        return refuse(&r, _("it is too long"));
    *out = p;
    return YK_OK;
}
