/* explain_win.c - why a client is likely to be won or not: the chance, reason by reason. */
#include <math.h>

#include "client_tables.h"
#include "youka/base/logit.h"
#include "youka/base/say.h"

struct chance {
    struct yk_view *view;
    struct yk_table *table;
    double logit; /* of all reasons so far */
};

static void reason(struct chance *c, const char *code, const char *words, double weight)
{
    double before = c->table->rows ? yk_logistic(c->logit) : NAN;
    c->logit += weight;
    double after = yk_logistic(c->logit);
    struct yk_cell *cell = yk_table_row(c->view->sheets, c->table);
    cell[0] = yk_text_cell(code);
    cell[1] = yk_text_cell(words);
    cell[2] = yk_number_cell(weight);
    cell[3] = yk_some_number(100 * (after - before));
    cell[4] = yk_number_cell(after);
}

/* What a reason adds: its row of market_priors.csv, only distance by the kilometre. */
static double weight_of(const struct yk_view *v, const struct yk_prospect *p, enum yk_win_term term)
{
    if (term == YK_WIN_FAR)
        return p->win_far;
    return yk_rules_market(v->territory->rules,
                           yk_arena_printf(v->sheets->arena, "win_%s", yk_win_code(term)));
}

void yk_explain_win(struct yk_view *v, struct yk_sheet *sheet, size_t door)
{
    const struct yk_prospect *p = &v->derived->prospect[door];
    const struct yk_column column[] = {
        {.key = "term"},
        {.key = "words", .heading = _("what moves the chance")},
        {.key = "logit", .heading = _("weight"), .format = YK_AS_RATE},
        {.key = "points", .heading = _("moves it by, points"), .format = YK_AS_DECIMAL},
        {.key = "chance", .heading = _("chance then"), .format = YK_AS_PERCENT},
    };
    struct chance c = {v,
                       yk_sheet_table(v->sheets, sheet, "win",
                                      _("Chance to win it, reason by reason"), column,
                                      YK_COUNT_OF(column)),
                       0};
    reason(&c, "base", _("a client of whom nothing else is known"),
           yk_rules_market(v->territory->rules, "win_base"));
    for (enum yk_win_term k = 0; k < YK_WIN_TERMS; k++)
        if (p->win_terms & 1u << k)
            reason(&c, yk_win_code(k), yk_word_rule(v, "win", yk_win_code(k)), weight_of(v, p, k));
    if (p->win_segment != 0)
        reason(&c, "segment", _("who of its category and region was won or lost"), p->win_segment);
}
