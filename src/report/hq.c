/* hq.c - the report of headquarters, its sheets in order, and the columns they share. */
#include "youka/report/hq.h"

#include <math.h>

#include "hq_sheets.h"
#include "youka/base/say.h"

double yk_hq_share(const double *figure, int of, int per)
{
    return figure[per] > 0 ? figure[of] / figure[per] : NAN;
}

void yk_hq_columns(struct yk_column *out, const struct yk_hq_column *from, size_t count)
{
    for (size_t i = 0; i < count; i++)
        out[i] = (struct yk_column){.key = from[i].key,
                                    .heading = _(from[i].heading),
                                    .format = from[i].format,
                                    .bar = from[i].look == YK_HQ_BAR,
                                    .hidden = from[i].look == YK_HQ_HIDDEN};
}

void yk_hq_cells(struct yk_cell *out, const struct yk_hq_column *from, size_t count,
                 const double *figure)
{
    for (size_t i = 0; i < count; i++)
        out[i] = yk_some_number(from[i].per < 0 ? figure[from[i].of]
                                                : yk_hq_share(figure, from[i].of, from[i].per));
}

enum { MOST_COLUMNS = 24 };

struct yk_table *yk_hq_region_table(struct yk_view *v, struct yk_sheet *sheet, const char *name,
                                    const char *title, const struct yk_hq_column *from,
                                    size_t count, const struct yk_hq_sums *s)
{
    struct yk_column column[MOST_COLUMNS + 1] = {{.key = "region", .heading = _("Region")}};
    if (count > MOST_COLUMNS)
        YK_BUG("%zu columns are too many", count);
    yk_hq_columns(&column[1], from, count);
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, name, title, column, count + 1);
    for (size_t i = 0; i <= s->regions; i++) {
        const struct yk_hq_part *p = i < s->regions ? &s->region[i] : &s->whole;
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = i < s->regions ? yk_text_cell(p->name) : yk_code_cell("*", _("all"));
        if (p->figure[YK_HQ_ISSUED] > 0)
            yk_hq_cells(&c[1], from, count, p->figure);
        for (size_t k = 0; i == s->regions && k <= count; k++)
            c[k] = yk_toned(c[k], YK_TONE_STRONG);
    }
    return t;
}

const char *yk_hq_digest(const struct yk_view *v, const struct yk_hq *hq)
{
    struct yk_hash h;
    yk_hash_begin(&h);
    for (size_t i = 0; i < hq->totals->stations; i++)
        yk_hash_text(&h, hq->totals->station[i].plan.text);
    struct yk_id id = yk_hash_end(&h);
    return yk_arena_printf(v->sheets->arena, "%.12s", id.text);
}

static const char *footer(const struct yk_view *v, const struct yk_hq_sums *s)
{
    return yk_arena_printf(v->sheets->arena, _("%s %s, %.0f rows, digest %s"), s->hq->who,
                           s->hq->at, s->whole.figure[YK_FIG_CLIENTS], yk_hq_digest(v, s->hq));
}

void yk_report_hq(struct yk_view *v, const struct yk_hq *hq)
{
    struct yk_hq_sums s;
    yk_hq_sums_of(&s, v, hq);
    v->sheets->footer = footer(v, &s);
    struct yk_sheet *cover = yk_hq_cover_sheet(v, &s);
    yk_hq_ranks_sheets(v, &s);
    yk_hq_fuel_sheet(v, &s);
    yk_hq_clients_sheets(v, &s);
    yk_hq_cards_sheet(v, &s);
    yk_hq_policy_sheet(v, &s);
    yk_hq_changes_sheet(v, &s);
    yk_hq_missing_sheet(v, &s);
    yk_hq_method_sheets(v, &s);
    yk_hq_charts(v, cover, &s);
}
