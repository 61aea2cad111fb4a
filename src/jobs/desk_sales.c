/* desk_sales.c - card transactions of the database as what clients bought. */
#include "desk.h"

#include "youka/estimate/outcome.h"
#include "youka/estimate/win.h"
#include "youka/plan/sales.h"

void yk_desk_sales(struct yk_desk *desk, struct yk_arena *a)
{
    const struct yk_territory *t = &desk->territory;
    if (!t->payers)
        return;
    struct yk_name_book *book = yk_name_book_new(&desk->names, &desk->rules, a);
    desk->payer_client = YK_ARENA_ARRAY(a, size_t, t->payers);
    desk->payer_found = YK_ARENA_ARRAY(a, enum yk_payer_found, t->payers);
    yk_payers_join(desk->payer_client, desk->payer_found, &desk->who, desk->derived.place, book, a);
    yk_name_book_release(book);
    desk->derived.buyer = YK_ARENA_ARRAY(a, struct yk_buyer, t->doors);
    yk_sales_all(desk->derived.buyer, t, desk->payer_client, a);
}

void yk_desk_outcomes(struct yk_desk *desk, struct yk_arena *a)
{
    const struct yk_territory *t = &desk->territory;
    struct yk_derived *d = &desk->derived;
    struct yk_sales_outcome *outcome;
    size_t count;
    if (!d->buyer)
        return;
    bool *asked = YK_ARENA_ARRAY(a, bool, t->doors);
    yk_sales_asked(asked, t, d->visits);
    yk_sales_outcomes(&outcome, &count, t, d, asked, a);
    yk_win_learn(d->prospect, t, d->place, d->estimate, outcome, count);
    yk_recalibrate(d, t->rules);
}
