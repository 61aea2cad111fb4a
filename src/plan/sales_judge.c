/* sales_judge.c - active, falling, silent, lost, back or new: the rule over a client's months. */
#include <math.h>

#include "youka/plan/sales.h"

#define YEAR 12

/* Mean litres of `count` months of data from `from` on; NAN where there are not so many. */
static double mean(const struct yk_buyer *b, size_t from, size_t count)
{
    double sum = 0;
    if (!count || from + count > b->months)
        return NAN;
    for (size_t i = from; i < from + count; i++)
        sum += b->litres[i];
    return sum / (double)count;
}

static bool bought(const struct yk_buyer *b, size_t i)
{
    return i < b->months && b->litres[i] > 0;
}

/* Months without fuel, counted from `from` on to older ones. */
static size_t quiet_from(const struct yk_buyer *b, size_t from)
{
    size_t i = from;
    while (i < b->months && !bought(b, i))
        i++;
    return i - from;
}

/* The oldest month in which it bought; b->months where it never did. */
static size_t oldest(const struct yk_buyer *b)
{
    size_t i = b->months;
    while (i && !bought(b, i - 1))
        i--;
    return i ? i - 1 : b->months;
}

/* Bought lately, and before that a silence after earlier fuel. */
static bool came_back(const struct yk_buyer *b, size_t lately, size_t silence)
{
    for (size_t i = 0; i < lately && i < b->months; i++) {
        if (!bought(b, i))
            continue;
        size_t quiet = quiet_from(b, i + 1);
        if (quiet >= silence && i + 1 + quiet < b->months)
            return true;
    }
    return false;
}

/* The ratio of two means less one; NAN where the earlier one says nothing. */
static double change_of(double now, double before)
{
    return before > 0 ? now / before - 1 : NAN;
}

static bool falls(double now, double before, size_t months, const struct yk_rules *rules)
{
    double noise = yk_rules_sales(rules, "fall_z") * yk_rules_sales(rules, "month_sd") *
                   sqrt(2.0 / (double)months);
    if (!(before > 0))
        return false;
    double ratio = now / before;
    return ratio < yk_rules_sales(rules, "fall_ratio") && ratio < exp(-noise);
}

/* Where in the months the one a year before month i stands, if it and its neighbours are there. */
static bool year_before(size_t *at, const struct yk_buyer *b, size_t i, size_t count)
{
    for (size_t k = 0; k < b->months; k++)
        if (i + count <= b->months && b->month[k] == b->month[i] - YEAR && k + count <= b->months &&
            b->month[k + count - 1] == b->month[i + count - 1] - YEAR) {
            *at = k;
            return true;
        }
    return false;
}

static void compare_years(struct yk_buyer *b, size_t n, bool fell, const struct yk_rules *rules)
{
    size_t last, before;
    b->change_year = NAN;
    b->seasonal = false;
    if (!year_before(&last, b, 0, n))
        return;
    b->change_year = change_of(mean(b, 0, n), mean(b, last, n));
    if (fell && year_before(&before, b, n, n))
        b->seasonal = falls(mean(b, last, n), mean(b, before, n), n, rules);
}

static enum yk_sales_status judge(const struct yk_buyer *b, size_t first, bool fell,
                                  const struct yk_rules *rules)
{
    size_t quiet = quiet_from(b, 0), silence = (size_t)yk_rules_sales(rules, "silent_months");
    size_t newly = (size_t)yk_rules_sales(rules, "new_months");
    if (first == b->months)
        return YK_SALES_NONE;
    if (quiet >= (size_t)yk_rules_sales(rules, "lost_months"))
        return YK_SALES_LOST;
    if (quiet >= silence)
        return YK_SALES_SILENT;
    if (came_back(b, (size_t)yk_rules_sales(rules, "back_months"), silence))
        return YK_SALES_BACK;
    if (first < newly && first + silence < b->months)
        return YK_SALES_NEW;
    return fell ? YK_SALES_FALLING : YK_SALES_ACTIVE;
}

/* A client that began within the months is not watered down by those before. */
static void ours(struct yk_buyer *b, size_t n, size_t first)
{
    double litres = 0, yuan = 0;
    b->ours_months = n < b->months ? n : b->months;
    if (first < b->ours_months)
        b->ours_months = first + 1;
    for (size_t i = 0; i < b->ours_months; i++) {
        litres += b->litres[i];
        yuan += b->yuan[i];
    }
    b->ours_litres_month = b->ours_months && litres > 0 ? litres / (double)b->ours_months : 0;
    b->price_yuan_l = litres > 0 && yuan > 0 ? yuan / litres : NAN;
}

void yk_sales_judge(struct yk_buyer *b, const struct yk_rules *rules)
{
    size_t n = (size_t)yk_rules_sales(rules, "ours_months"), first = oldest(b);
    double now = mean(b, 0, n), before = mean(b, n, n);
    bool fell = falls(now, before, n, rules);
    size_t quiet = quiet_from(b, 0);
    b->change = change_of(now, before);
    ours(b, n, first);
    b->status = judge(b, first, fell, rules);
    compare_years(b, n, fell, rules);
    b->first_month = first < b->months ? b->month[first] : 0;
    b->last_month = quiet < b->months ? b->month[quiet] : 0;
    b->lost_litres_month = 0;
    if (b->status == YK_SALES_SILENT || b->status == YK_SALES_LOST) {
        size_t had = first - quiet + 1 < n ? first - quiet + 1 : n;
        b->lost_litres_month = mean(b, quiet, had);
    }
}

void yk_sales_since(double *before, double *since, const struct yk_buyer *b, int month)
{
    enum { MONTHS = 3 };
    size_t from = 0, left;
    while (from < b->months && b->month[from] >= month)
        from++;
    left = b->months - from;
    *since = mean(b, 0, from);
    *before = mean(b, from, left < MONTHS ? left : MONTHS);
}
