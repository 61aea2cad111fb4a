/* name_likeness.c - how much two names say the same. */
#include "name_fold.h"

#include <math.h>

/* How well trades agree, and the likeness of a short form: by the labelled pairs of
 * tests/accuracy. */
#define TRADE_OF_ONE_SORT .95 /* 物流 and 货运, 物流 and 国际物流 */
#define TRADE_WITHIN .9       /* 汽车贸易, 汽车贸易维修 */
#define TRADE_UNTOLD .88      /* 顺达 and 顺达物流 */
#define TRADE_OTHER .6        /* 顺达物流 and 顺达汽修 */
#define OWN_UNTOLD .75        /* 教育局 and 海沧区教育局 */
#define SHORT_FORM .72
#define MOST_SHORT 6
#define MOST_JARO 64

double yk_name_jaro(struct yk_glyphs a, struct yk_glyphs b)
{
    uint64_t taken = 0, matched = 0;
    if (a.n > MOST_JARO)
        a.n = MOST_JARO;
    if (b.n > MOST_JARO)
        b.n = MOST_JARO;
    if (!a.n || !b.n)
        return a.n == b.n;
    size_t longer = a.n > b.n ? a.n : b.n, reach = longer / 2 ? longer / 2 - 1 : 0, common = 0;
    for (size_t i = 0; i < a.n; i++) {
        size_t from = i > reach ? i - reach : 0, to = i + reach < b.n ? i + reach + 1 : b.n;
        for (size_t j = from; j < to; j++)
            if (a.at[i] == b.at[j] && !(taken >> j & 1)) {
                taken |= (uint64_t)1 << j;
                matched |= (uint64_t)1 << i;
                common++;
                break;
            }
    }
    if (!common)
        return 0;
    size_t swapped = 0;
    for (size_t i = 0, j = 0; i < a.n; i++) {
        if (!(matched >> i & 1))
            continue;
        while (!(taken >> j & 1))
            j++;
        swapped += a.at[i] != b.at[j++];
    }
    double m = (double)common;
    return (m / (double)a.n + m / (double)b.n + (m - (double)swapped / 2) / m) / 3;
}

static bool has_sorts(const struct yk_core *c)
{
    for (int i = 0; i < YK_SORT_WORDS; i++)
        if (c->sorts[i])
            return true;
    return false;
}

static bool holds_sorts(const struct yk_core *a, const struct yk_core *b)
{
    for (int i = 0; i < YK_SORT_WORDS; i++)
        if (b->sorts[i] & ~a->sorts[i])
            return false;
    return true;
}

static double trade_agrees(const struct yk_core *a, const struct yk_core *b)
{
    if (yk_glyphs_same(a->trade, b->trade))
        return 1;
    if (!has_sorts(a) || !has_sorts(b))
        return has_sorts(a) == has_sorts(b) ? TRADE_OF_ONE_SORT : TRADE_UNTOLD;
    if (holds_sorts(a, b))
        return holds_sorts(b, a) ? TRADE_OF_ONE_SORT : TRADE_WITHIN;
    return holds_sorts(b, a) ? TRADE_WITHIN : TRADE_OTHER;
}

static double own_alike(const struct yk_core *a, const struct yk_core *b)
{
    if (!a->own.n != !b->own.n)
        return OWN_UNTOLD;
    return yk_name_jaro(a->own, b->own);
}

/* Every character of the short one stands in the long one, in order, from the first. */
static bool is_short_form(struct yk_glyphs brief, struct yk_glyphs full)
{
    if (brief.n < 2 || brief.n > MOST_SHORT || brief.n >= full.n || brief.at[0] != full.at[0])
        return false;
    size_t i = 0;
    for (size_t j = 0; j < full.n && i < brief.n; j++)
        i += brief.at[i] == full.at[j];
    return i == brief.n;
}

static bool may_be_short(const struct yk_name *a, const struct yk_name *b)
{
    struct yk_glyphs brief = a->core[0].whole;
    return is_short_form(brief, b->folded) || is_short_form(brief, b->core[0].whole);
}

static double cores_alike(const struct yk_core *a, const struct yk_core *b)
{
    if (!a->whole.n || !b->whole.n)
        return 0; /* no name says nothing */
    double own = own_alike(a, b);
    return own > 0 ? own * trade_agrees(a, b) : 0;
}

double yk_name_likeness(const struct yk_name *a, const struct yk_name *b)
{
    double best = cores_alike(&a->core[0], &b->core[0]);
    if (a->cores == 2 && b->cores == 2)
        best = fmin(best, cores_alike(&a->core[1], &b->core[1]));
    else if (a->cores + b->cores == 3)
        best = fmax(best, cores_alike(&a->core[a->cores - 1], &b->core[b->cores - 1]));
    if (best < SHORT_FORM && (may_be_short(a, b) || may_be_short(b, a)))
        best = SHORT_FORM;
    return best;
}

bool yk_name_other_place(const struct yk_name *a, const struct yk_name *b)
{
    for (int i = 0; i < YK_NAME_PLACES; i++)
        if (a->place[i].n && b->place[i].n && !yk_glyphs_same(a->place[i], b->place[i]))
            return true;
    return false;
}

static bool ends_with(struct yk_glyphs text, struct yk_glyphs end)
{
    return end.n <= text.n && yk_glyphs_same(yk_glyphs_from(text, text.n - end.n), end);
}

bool yk_name_other_branch(const struct yk_name *a, const struct yk_name *b)
{
    return a->branch.n && b->branch.n && !ends_with(a->branch, b->branch) &&
           !ends_with(b->branch, a->branch);
}
