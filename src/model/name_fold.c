/* name_fold.c - one spelling for the many ways a name is typed. */
#include "name_fold.h"

#include <uchar.h>

#include "youka/base/text.h"

/* Names and addresses as long as this are folded without asking for memory. */
enum { SHORT_BYTES = 192, MOST_WIDENED = 3 };

/* Characters that stand for a number: the first of a run, how many, and what the first means. */
static const struct {
    uint32_t first, count, value;
} number_marks[] = {
    {0x2460, 20, 1}, {0x2474, 20, 1}, {0x2488, 20, 1}, {0x2160, 12, 1},
    {0x2170, 12, 1}, {0x2776, 10, 1}, {0x3220, 10, 1}, {0x3280, 10, 1},
};

struct writer {
    uint32_t *at;
    size_t n;
};

static void put(struct writer *w, uint32_t c)
{
    w->at[w->n++] = c;
}

static void put_number(struct writer *w, uint32_t value)
{
    if (value >= 10)
        put_number(w, value / 10);
    put(w, '0' + value % 10);
}

static bool put_mark(struct writer *w, uint32_t c)
{
    if (c < 0x2160 || c >= 0x3300) /* nearly all */
        return false;
    for (size_t i = 0; i < sizeof number_marks / sizeof *number_marks; i++)
        if (c - number_marks[i].first < number_marks[i].count) {
            put_number(w, c - number_marks[i].first + number_marks[i].value);
            return true;
        }
    return false;
}

static bool is_letter(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || yk_glyph_digit(c) || (c >= 0xC0 && c < 0x2000) ||
           (c >= 0x3040 && c < 0x31C0) || (c >= 0x3400 && c < 0xA000) ||
           (c >= 0xAC00 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB00) || c >= 0x20000 ||
           c == 0x3007;
}

static bool opens(uint32_t c)
{
    return yk_glyph_among(c, YK_GLYPHS("([{【〔〖"));
}

static bool closes(uint32_t c)
{
    return yk_glyph_among(c, YK_GLYPHS(")]}】〕〗"));
}

static bool digit_follows(const char *s)
{
    return yk_glyph_digit(yk_utf8_next_narrow(&s));
}

/* Width, case, compatibility forms; what is no letter is dropped, but for brackets and a dash
 * between digits. No character becomes more than the bytes it was typed in. */
static struct yk_glyphs narrowed(const char *s, uint32_t *room)
{
    struct writer w = {room, 0};
    for (uint32_t c; (c = yk_utf8_next_narrow(&s));) {
        if (c >= 'a' && c <= 'z')
            c -= 'a' - 'A';
        if (c >= 0x3400 && c < 0xA000) /* nearly all */
            put(&w, c);
        else if (opens(c))
            put(&w, '(');
        else if (closes(c))
            put(&w, ')');
        else if (c == '-' && w.n && yk_glyph_digit(w.at[w.n - 1]) && digit_follows(s))
            put(&w, c);
        else if (!put_mark(&w, c) && is_letter(c))
            put(&w, c);
    }
    return (struct yk_glyphs){w.at, w.n};
}

/* 0..9, 10, 100, or -1. */
static int numeral(uint32_t c)
{
    switch (c) {
    case U'〇':
    case U'零':
        return 0;
    case U'一':
    case U'壹':
        return 1;
    case U'二':
    case U'贰':
        return 2;
    case U'三':
    case U'叁':
        return 3;
    case U'四':
    case U'肆':
        return 4;
    case U'五':
    case U'伍':
        return 5;
    case U'六':
    case U'陆':
        return 6;
    case U'七':
    case U'柒':
        return 7;
    case U'八':
    case U'捌':
        return 8;
    case U'九':
    case U'玖':
        return 9;
    case U'十':
    case U'拾':
        return 10;
    case U'百':
    case U'佰':
        return 100;
    default:
        return -1;
    }
}

/* The number in words at `from`; gives its length in characters, 0 where none begins. 二十一 is
 * 21, 二〇一 is 201; the 百 of 百货 is no number. */
static size_t words_at(uint32_t *value, struct yk_glyphs g, size_t from)
{
    uint32_t sum = 0, last = 0;
    bool places = false;
    size_t i = from;
    for (int n; i - from < 7 && (n = numeral(yk_glyph_at(g, i))) >= 0; i++) {
        if (n == 100 && (i == from || yk_glyph_at(g, i + 1) == U'货'))
            break;
        if (n < 10) {
            last = places ? (uint32_t)n : last * 10 + (uint32_t)n;
            continue;
        }
        places = true;
        sum += (last || n == 100 ? last : 1) * (uint32_t)n;
        last = 0;
    }
    *value = sum + last;
    return i - from;
}

/* A number in words counts as one behind 第, before what is counted, or in a run: 三明 has none. */
static bool counts(struct yk_glyphs g, size_t from, size_t length)
{
    return length > 1 || (from && g.at[from - 1] == U'第') ||
           yk_glyph_among(yk_glyph_at(g, from + length),
                          YK_GLYPHS("期号中小院厂店站队组局建标栋幢楼座分部区矿库幼职线处仓校"));
}

/* Behind 一 or 附: 中, 小, 院 and 幼 that end the name's core are written out. */
static size_t put_in_full(struct writer *w, struct yk_glyphs g, size_t i, bool hospitals)
{
    static const struct {
        uint32_t brief;
        const uint32_t *full;
    } forms[] = {{U'中', YK_GLYPHS("中学")},
                 {U'小', YK_GLYPHS("小学")},
                 {U'幼', YK_GLYPHS("幼儿园")},
                 {U'院', YK_GLYPHS("医院")}};
    uint32_t next = yk_glyph_at(g, i + 1);
    if (next && !yk_glyph_among(next, YK_GLYPHS("()分校初高东西南北")))
        return 0;
    for (size_t k = 0; k < (hospitals ? 4 : 3); k++)
        if (yk_glyph_at(g, i) == forms[k].brief) {
            for (const uint32_t *c = forms[k].full; *c; c++)
                put(w, *c);
            return 1;
        }
    return 0;
}

/* 附中, 实小: the word before the school is written out too. */
static size_t put_school(struct writer *w, struct yk_glyphs g, size_t i)
{
    size_t before = w->n;
    put(w, g.at[i]);
    put(w, g.at[i] == U'附' ? U'属' : U'验');
    if (put_in_full(w, g, i + 1, false))
        return 2;
    w->n = before;
    return 0;
}

static size_t put_digits(struct writer *w, struct yk_glyphs g, size_t i)
{
    size_t end = i;
    while (yk_glyph_digit(yk_glyph_at(g, i)) && g.at[i] == '0' &&
           yk_glyph_digit(yk_glyph_at(g, i + 1)))
        i++;
    while (yk_glyph_digit(yk_glyph_at(g, i)))
        put(w, g.at[i++]);
    return i - end;
}

/* I期, II期, III期. */
static size_t put_roman(struct writer *w, struct yk_glyphs g, size_t i)
{
    size_t end = i;
    while (yk_glyph_at(g, end) == 'I')
        end++;
    if (end == i || end - i > 3 || yk_glyph_at(g, end) != U'期')
        return 0;
    put_number(w, (uint32_t)(end - i));
    return end - i;
}

static size_t put_count(struct writer *w, struct yk_glyphs g, size_t i)
{
    uint32_t value;
    if (yk_glyph_digit(g.at[i]))
        return put_digits(w, g, i);
    size_t length = words_at(&value, g, i);
    if (!length || !counts(g, i, length))
        return put_roman(w, g, i);
    put_number(w, value);
    return length;
}

static bool number_follows(struct yk_glyphs g, size_t i)
{
    return yk_glyph_digit(yk_glyph_at(g, i)) || numeral(yk_glyph_at(g, i)) >= 0;
}

/* Writes what the narrowed text is folded to; gives its length. */
static size_t put_folded(uint32_t *room, struct yk_glyphs g)
{
    struct writer w = {room, 0};
    for (size_t i = 0, used; i < g.n; i += used) {
        uint32_t c = g.at[i];
        used = 1;
        if (c == U'第' && number_follows(g, i + 1))
            continue;
        if ((used = put_count(&w, g, i))) {
            used += put_in_full(&w, g, i + used, true);
            continue;
        }
        if ((c == U'附' || c == U'实') && (used = put_school(&w, g, i)))
            continue;
        put(&w, c);
        used = 1;
    }
    return w.n;
}

struct yk_glyphs yk_name_fold(const char *typed, struct yk_arena *a)
{
    uint32_t few[SHORT_BYTES], more[MOST_WIDENED * SHORT_BYTES], *room = few, *folded = more;
    size_t bytes = strlen(typed);
    if (bytes > SHORT_BYTES)
        room = YK_ARENA_ARRAY(a, uint32_t, bytes);
    struct yk_glyphs g = narrowed(typed, room);
    if (bytes > SHORT_BYTES)
        folded = YK_ARENA_ARRAY(a, uint32_t, MOST_WIDENED * g.n);
    size_t n = put_folded(folded, g);
    uint32_t *kept = YK_ARENA_ARRAY(a, uint32_t, n);
    if (n)
        memcpy(kept, folded, n * sizeof *kept);
    return (struct yk_glyphs){kept, n};
}
