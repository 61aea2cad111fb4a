/* address_book.c - divisions by their full and short names, and the roads a gazetteer knows. */
#include "reading.h"

#include <stdlib.h>

#include "youka/base/text.h"

/* 自治州, 街道 …: how many bytes of the name are left before it; 0 where it does not end so. */
static size_t before_end(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n > m && !strcmp(name + n - m, end) ? n - m : 0;
}

static struct yk_glyphs add_division(struct yk_address_book *b, const char *name, size_t number,
                                     bool brief)
{
    uint32_t glyph[YK_MOST_ADDRESS];
    size_t n = 0;
    for (uint32_t c; n < YK_MOST_ADDRESS && (c = yk_utf8_next(&name));)
        glyph[n++] = c;
    return words_add(&b->division, (struct yk_glyphs){glyph, n}, (uint32_t)(2 * number + brief));
}

/* 延边 of 延边朝鲜族自治州, and 延边州, which counts as a full name does. */
static void add_briefs(struct yk_address_book *b, const char *name, size_t number)
{
    static const char *const own[][2] = {{"自治州", "州"}, {"自治县", "县"}, {"自治旗", "旗"}};
    const char *brief = yk_district_brief(name, &b->a);
    if (strcmp(brief, name) != 0)
        add_division(b, brief, number, true);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (before_end(name, own[i][0]))
            add_division(b, yk_arena_printf(&b->a, "%s%s", brief, own[i][1]), number, false);
}

/* 灌口 of 灌口镇; none of 学院路街道 and 张镇. */
static void add_town_brief(struct yk_address_book *b, const char *name, size_t number)
{
    static const char *const ends[] = {"街道", "镇", "乡"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n = before_end(name, ends[i]);
        const char *brief = yk_arena_text(&b->a, name, n);
        if (n < strlen("两字") || before_end(brief, "路") || before_end(brief, "街"))
            continue;
        add_division(b, brief, number, true);
        return;
    }
}

/* 350000 is a province, 350200 a city, 350205 a county, 350205001 a town. */
static struct rank rank_of(const struct yk_district *d)
{
    uint32_t code = (uint32_t)strtoul(d->code, NULL, 10);
    if (strlen(d->code) > 6)
        return (struct rank){.code = code, .span = 1};
    uint32_t span = code % 100 ? 1000 : code % 10000 ? 100000 : 10000000;
    return (struct rank){.code = code * 1000, .span = span};
}

struct yk_address_book *yk_address_book_new(const struct yk_names *divisions)
{
    struct yk_address_book *b = yk_alloc(sizeof *b);
    b->names = *divisions;
    b->rank = yk_alloc((b->names.districts + 1) * sizeof *b->rank);
    mark_beginnings(b);
    for (size_t i = 0; i < b->names.districts; i++) {
        const struct yk_district *d = &b->names.district[i];
        b->rank[i] = rank_of(d);
        if (strstr(d->name, "直辖") || !strcmp(d->name, "市辖区") || !strcmp(d->name, "县"))
            continue;
        yk_arena_reset(&b->a);
        b->rank[i].name = add_division(b, d->name, i, false);
        if (strlen(d->code) <= 6)
            add_briefs(b, d->name, i);
        else
            add_town_brief(b, d->name, i);
    }
    words_ready(&b->division);
    return b;
}

/* What stands in brackets behind the name is no part of it. */
void yk_address_book_road(struct yk_address_book *book, const char *name)
{
    struct folded folded;
    size_t n = 0;
    fold_address(&folded, name);
    while (n < folded.n && folded.at[n] != '(')
        n++;
    words_add(&book->road, (struct yk_glyphs){folded.at, n}, 0);
}

void yk_address_book_ready(struct yk_address_book *book)
{
    words_ready(&book->road);
}

void yk_address_book_free(struct yk_address_book *book)
{
    if (!book)
        return;
    words_release(&book->division);
    words_release(&book->road);
    free(book->rank);
    yk_arena_release(&book->a);
    free(book);
}
