/* sales_words.c - what a client bought from us, in words. */
#include <math.h>

#include "words.h"
#include "youka/base/say.h"

const char *yk_word_sales_status(enum yk_sales_status status)
{
    static const char *const word[YK_SALES_STATUSES] = {
        N_("no purchase"), N_("new buyer"),  N_("steady"),     N_("falling off"),
        N_("gone silent"), N_("lost to us"), N_("back again"),
    };
    return _(word[status]);
}

static const char *change_words(const struct yk_view *v, const struct yk_buyer *b)
{
    struct yk_arena *a = v->sheets->arena;
    const char *said = "";
    if (isfinite(b->change))
        said = yk_arena_printf(a, _("%+.0f%% on the three months before"), b->change * 100);
    if (isfinite(b->change_year))
        said = yk_word_join(v, said,
                            yk_arena_printf(a, _("%+.0f%% on a year ago"), b->change_year * 100));
    return b->seasonal ? yk_word_join(v, said, _("it fell as much a year ago: the season?")) : said;
}

const char *yk_word_sales(const struct yk_view *v, size_t client)
{
    const struct yk_buyer *b = yk_sales_of(v->derived->buyer, client);
    struct yk_arena *a = v->sheets->arena;
    char month[8];
    if (!b)
        return "";
    const char *said =
        yk_arena_printf(a, _("%s L/month"), yk_word_number(v, b->ours_litres_month, 0));
    said = yk_word_join(v, yk_word_sales_status(b->status), said);
    if (b->lost_litres_month > 0 && b->last_month) {
        yk_month_write(month, b->last_month);
        return yk_word_join(v, said,
                            yk_arena_printf(a, _("before %s L/month, last in %s"),
                                            yk_word_number(v, b->lost_litres_month, 0), month));
    }
    return yk_word_join(v, said, change_words(v, b));
}
