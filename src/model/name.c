/* name.c - the ladder: brackets, places before the name, branch behind it, legal form, trade. */
#include "youka/model/name.h"

#include "name_book.h"

enum { LEAST = 2, MOST_BRANCH = 8, MOST_NESTED = 3 };

struct reader {
    const struct yk_name_book *book;
    struct yk_arena *a;
    struct yk_name *name;
};

static struct yk_glyphs joined(struct yk_glyphs a, struct yk_glyphs b, struct yk_arena *to)
{
    uint32_t *at = YK_ARENA_ARRAY(to, uint32_t, a.n + b.n);
    if (a.n)
        memcpy(at, a.at, a.n * sizeof *at);
    if (b.n)
        memcpy(at + a.n, b.at, b.n * sizeof *at);
    return (struct yk_glyphs){at, a.n + b.n};
}

/* --- places before the name --------------------------------------------------------------------
 */

/* What was taken off the front: where the name goes on, and the last place. */
struct front {
    size_t at;
    const struct place *last; /* NULL: no place was taken off */
};

/* The country's name before another one. */
static size_t country_at(struct yk_glyphs text)
{
    static const uint32_t *const country[] = {YK_GLYPHS("中华人民共和国"),
                                              YK_GLYPHS("国家税务总局"), YK_GLYPHS("中国")};
    for (size_t i = 0; i < 3; i++) {
        size_t n = 0;
        while (country[i][n] && country[i][n] == yk_glyph_at(text, n))
            n++;
        if (!country[i][n] && text.n >= n + LEAST)
            return n;
    }
    return 0;
}

/* `least` characters must follow the places. */
static struct front take_places(struct yk_glyphs place[YK_NAME_PLACES],
                                const struct yk_name_book *b, struct yk_glyphs text, size_t least)
{
    struct front f = {0};
    size_t length;
    f.at = country_at(text);
    const struct place *p;
    for (; f.at + least < text.n; f = (struct front){f.at + length, p}) {
        struct yk_glyphs rest = yk_glyphs_from(text, f.at);
        if (!(p = book_place(&length, b, rest, f.last, rest.n - least)))
            break;
        place[p->level] = p->brief;
    }
    return f;
}

/* --- numbers and what tells parts apart --------------------------------------------------------
 */

/* Characters at the end of the text that name a part of a place: 1期, 3号楼, A座, 东区; or 0. What
 * would leave one character is part of the name: 双十. */
static size_t part_tail(struct yk_glyphs g)
{
    size_t n = g.n, part = 0;
    while (n && yk_glyph_among(g.at[n - 1], YK_GLYPHS("期号栋幢楼座区组队店院校厂标段门")))
        n--;
    size_t digits = n;
    while (digits && (yk_glyph_digit(g.at[digits - 1]) || g.at[digits - 1] == '-'))
        digits--;
    uint32_t c = n ? g.at[n - 1] : 0;
    bool alone = n < 2 || g.at[n - 2] < 'A' || g.at[n - 2] > 'Z';
    if (digits < n)
        part = g.n - digits;
    else if (n < g.n &&
             ((c >= 'A' && c <= 'Z' && alone) || yk_glyph_among(c, YK_GLYPHS("东西南北新老"))))
        part = g.n - n + 1;
    return part + 1 == g.n ? 0 : part;
}

struct list {
    uint32_t *at;
    size_t n;
};

static void add_number(struct list *l, struct yk_glyphs g)
{
    if (l->n)
        l->at[l->n++] = ',';
    memcpy(l->at + l->n, g.at, g.n * sizeof *g.at);
    l->n += g.n;
}

/* Every number of the core, and the part at its end where it is no number. */
static struct yk_glyphs numbers_of(struct yk_glyphs core, struct yk_glyphs part, struct yk_arena *a)
{
    size_t digits = 0;
    for (size_t i = 0; i < core.n; i++)
        digits += yk_glyph_digit(core.at[i]);
    if (!digits && !part.n)
        return (struct yk_glyphs){0};
    struct list l = {YK_ARENA_ARRAY(a, uint32_t, 2 * core.n + part.n + 1), 0};
    for (size_t i = 0, n; i < core.n; i += n + !n) {
        for (n = 0; yk_glyph_digit(yk_glyph_at(core, i + n)) ||
                    (n && yk_glyph_at(core, i + n) == '-' &&
                     yk_glyph_digit(yk_glyph_at(core, i + n + 1)));)
            n++;
        if (n)
            add_number(&l, yk_glyphs_upto(yk_glyphs_from(core, i), n));
    }
    if (part.n && !yk_glyph_digit(part.at[0]))
        add_number(&l, part);
    return (struct yk_glyphs){l.at, l.n};
}

/* --- the branch --------------------------------------------------------------------------------
 */

/* 海沧 of 厦门市海沧区; what follows a place counts before it. */
static struct yk_glyphs branch_of(const struct yk_name_book *b, struct yk_glyphs text)
{
    struct yk_glyphs place[YK_NAME_PLACES] = {0};
    struct front f = take_places(place, b, text, 0);
    return f.last && f.at == text.n ? f.last->brief : yk_glyphs_from(text, f.at);
}

/* Where the branch's own name begins in the text before its outlet word: behind the last legal
 * form or trade, a number, a district; text.n: it has none. */
static size_t branch_start(const struct yk_name_book *b, struct yk_glyphs text)
{
    size_t sort, digits = text.n;
    while (digits && yk_glyph_digit(text.at[digits - 1]))
        digits--;
    for (size_t at = text.n; at >= LEAST; at--) {
        struct yk_glyphs head = yk_glyphs_upto(text, at);
        if (book_tail(b, WORD_LEGAL, head, NULL) > 1 || book_tail(b, WORD_TRADE, head, &sort) > 1)
            return text.n - at <= MOST_BRANCH ? at : text.n;
    }
    if (digits < text.n)
        return digits >= LEAST ? digits : text.n;
    size_t n = book_tail(b, WORD_PLACE, text, &sort);
    return n && text.n - n >= LEAST ? text.n - n : text.n;
}

/* X公司Y分公司: gives X公司 and puts Y before the branch found so far. */
static struct yk_glyphs take_branch(struct reader *r, struct yk_glyphs text)
{
    for (int i = 0; i < MOST_NESTED; i++) {
        size_t outlet = book_tail(r->book, WORD_OUTLET, text, NULL);
        if (!outlet || outlet + LEAST >= text.n)
            break;
        struct yk_glyphs before = yk_glyphs_upto(text, text.n - outlet);
        size_t start = branch_start(r->book, before);
        if (start == before.n || (before.n - start < LEAST && !yk_glyph_digit(before.at[start])))
            break;
        struct yk_glyphs own = branch_of(r->book, yk_glyphs_from(before, start));
        r->name->branch = joined(own, r->name->branch, r->a);
        text = yk_glyphs_upto(text, start);
    }
    return text;
}

/* --- legal form and trade ----------------------------------------------------------------------
 */

/* 福建 of X集团福建, where 有限公司 is off already. */
static size_t place_behind_legal(const struct yk_name_book *b, struct yk_glyphs text)
{
    size_t first, n = book_tail(b, WORD_PLACE, text, &first);
    return n && book_tail(b, WORD_LEGAL, yk_glyphs_upto(text, text.n - n), NULL) > 1 ? n : 0;
}

/* Legal forms, and outlet words that name no branch, off the end; two characters stay. */
static struct yk_glyphs without_legal(const struct yk_name_book *b, struct yk_glyphs text)
{
    size_t n;
    do {
        size_t trade = book_tail(b, WORD_TRADE, text, NULL);
        n = book_tail(b, WORD_LEGAL, text, NULL);
        if (!n && !trade)
            n = book_tail(b, WORD_OUTLET, text, NULL);
        if (!n)
            n = place_behind_legal(b, text);
        if (n < trade || n + LEAST > text.n) /* 店 is part of 酒店 */
            n = 0;
        text.n -= n;
    } while (n);
    return text;
}

/* The own part is what stays when trades and parts are off the end. */
static struct yk_glyphs split_core(struct yk_core *out, const struct yk_name_book *b,
                                   struct yk_glyphs core)
{
    struct yk_glyphs own = core, part = {0};
    *out = (struct yk_core){.whole = core};
    for (size_t n = 1; n && own.n; own.n -= n) {
        size_t sort = 0;
        n = book_tail(b, WORD_TRADE, own, &sort);
        if (n == own.n && sort && own.n < core.n)
            break; /* 建设银行, 汽车修理: a trade is the own part */
        if (n && sort)
            out->sorts[(sort - 1) / 64 % YK_SORT_WORDS] |= (uint64_t)1 << (sort - 1) % 64;
        if (!n && (n = part_tail(own)))
            part = yk_glyphs_from(own, own.n - n);
    }
    out->own = own;
    out->trade = yk_glyphs_from(core, own.n);
    return part;
}

/* One reading of the text without brackets. */
static void read_core(struct reader *r, struct yk_glyphs text)
{
    struct yk_name *name = r->name;
    struct yk_core *core = &name->core[name->cores++];
    struct front f = take_places(name->place, r->book, text, LEAST);
    struct yk_glyphs rest = without_legal(r->book, take_branch(r, yk_glyphs_from(text, f.at)));
    struct yk_glyphs part = split_core(core, r->book, rest);
    if (!f.last && f.at && !core->own.n) /* 中国石化 */
        split_core(core, r->book, yk_glyphs_upto(text, f.at + rest.n));
    /* A place that leaves no name is the name: 海沧区教育局, 东方红机械厂. */
    if (f.last && core->own.n < (f.last->full ? 1 : LEAST)) {
        struct yk_glyphs own = joined(f.last->brief, core->own, r->a);
        core->whole = joined(f.last->brief, core->whole, r->a);
        core->own = yk_glyphs_upto(core->whole, own.n);
        core->trade = yk_glyphs_from(core->whole, own.n);
        name->place[f.last->level] = (struct yk_glyphs){0};
    } else if (f.last && !name->place[YK_NAME_CITY].n && !f.last->next) /* the only one so called */
        name->place[YK_NAME_CITY] = f.last->city;
    if (name->cores == 1)
        name->numbers = numbers_of(core->whole, part, r->a);
}

/* --- brackets ----------------------------------------------------------------------------------
 */

/* What stands in brackets is a legal form, a place, a branch, a part (1期) or something else. */
enum inside { NOTHING, PART, OTHER };
static enum inside read_bracket(struct reader *r, struct yk_glyphs text, bool last)
{
    struct yk_name *name = r->name;
    struct yk_glyphs place[YK_NAME_PLACES] = {0};
    if (!text.n || without_legal(r->book, text).n == 0 ||
        book_tail(r->book, WORD_LEGAL, text, NULL) == text.n)
        return NOTHING;
    if (part_tail(text) == text.n)
        return PART;
    struct front f = take_places(place, r->book, text, 0);
    size_t outlet = book_tail(r->book, WORD_OUTLET, text, NULL);
    bool is_place = f.last && f.at == text.n;
    if (last && (is_place || (outlet && outlet < text.n))) {
        name->branch = branch_of(r->book, is_place ? text : yk_glyphs_upto(text, text.n - outlet));
        return NOTHING;
    }
    for (size_t i = 0; is_place && i < YK_NAME_PLACES; i++)
        if (place[i].n)
            name->place[i] = place[i];
    return is_place ? NOTHING : OTHER;
}

static bool has_brackets(struct yk_glyphs g)
{
    for (size_t i = 0; i < g.n; i++)
        if (g.at[i] == '(' || g.at[i] == ')')
            return true;
    return false;
}

/* The text outside brackets and the one with everything in them that is neither place, branch nor
 * legal form; gives whether the two differ. */
static bool open_brackets(struct reader *r, struct yk_glyphs g, struct yk_glyphs out[2])
{
    uint32_t *at[2];
    out[0] = out[1] = g;
    if (!has_brackets(g))
        return false;
    for (int k = 0; k < 2; k++) {
        at[k] = YK_ARENA_ARRAY(r->a, uint32_t, g.n);
        out[k] = (struct yk_glyphs){at[k], 0};
    }
    bool differ = false;
    for (size_t i = 0; i < g.n; i++) {
        size_t end = i + 1;
        enum inside what = PART;
        struct yk_glyphs text = {g.at + i, 1};
        if (g.at[i] == ')')
            continue;
        if (g.at[i] == '(') {
            while (end < g.n && g.at[end] != ')' && g.at[end] != '(')
                end++;
            text = (struct yk_glyphs){g.at + i + 1, end - i - 1};
            what = out[0].n ? read_bracket(r, text, end + 1 >= g.n) : OTHER;
            i = end < g.n && g.at[end] == '(' ? end - 1 : end;
        }
        for (int k = what == OTHER; what != NOTHING && k < 2; k++) {
            memcpy(at[k] + out[k].n, text.at, text.n * sizeof *text.at);
            out[k].n += text.n;
        }
        differ = differ || (what == OTHER && text.n);
    }
    return differ;
}

void yk_name_read(struct yk_name *out, const struct yk_name_book *book, const char *typed,
                  struct yk_arena *a)
{
    struct yk_glyphs reading[2];
    struct reader r = {book, a, out};
    *out = (struct yk_name){0};
    struct yk_glyphs folded = yk_name_fold(typed ? typed : "", a);
    bool two = open_brackets(&r, folded, reading);
    out->folded = reading[1];
    if (!reading[0].n)
        reading[0] = reading[1], two = false;
    read_core(&r, reading[0]);
    if (two)
        read_core(&r, reading[1]);
    const struct yk_core *core = &out->core[0];
    out->common = core->whole.n <= LEAST || core->own.n < LEAST ||
                  book_tail(book, WORD_COMMON, core->own, NULL) == core->own.n;
}

struct yk_glyphs yk_name_address(const struct yk_name_book *book, const char *typed,
                                 struct yk_arena *a)
{
    struct yk_glyphs place[YK_NAME_PLACES] = {0}, g = yk_name_fold(typed ? typed : "", a);
    struct front f = take_places(place, book, g, 0);
    g = yk_glyphs_from(g, f.at);
    for (size_t i = 0; i < g.n; i++)
        if (yk_glyph_digit(g.at[i]))
            return g;
    return (struct yk_glyphs){0};
}
