/* hq_fuel.c - what is needed, ours and winnable, by category and by grade, in tonnes and litres. */
#include <stdlib.h>
#include <string.h>

#include "hq_sheets.h"
#include "youka/base/say.h"

static const struct yk_hq_column figure[] = {
    {"clients", N_("Clients"), YK_AS_COUNT, YK_FIG_CLIENTS, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"litres_p50", N_("Demand P50 L/month"), YK_AS_COUNT, YK_FIG_P50, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"litres_mean", N_("Means L/month"), YK_AS_COUNT, YK_FIG_MEAN, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"ours_litres", N_("Ours L/month"), YK_AS_COUNT, YK_FIG_OURS, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"ours_share", N_("Our share"), YK_AS_PERCENT, YK_FIG_OURS, YK_FIG_MEAN, YK_HQ_PLAIN},
    {"winnable_litres", N_("Winnable L/month"), YK_AS_COUNT, YK_FIG_WINNABLE, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"tonnes", N_("Demand t/month"), YK_AS_DECIMAL, YK_FIG_TONNES, YK_HQ_ITSELF, YK_HQ_PLAIN},
    {"ours_tonnes", N_("Ours t/month"), YK_AS_DECIMAL, YK_FIG_OURS_TONNES, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"winnable_tonnes", N_("Winnable t/month"), YK_AS_DECIMAL, YK_FIG_WINNABLE_TONNES, YK_HQ_ITSELF,
     YK_HQ_PLAIN},
    {"buying", N_("Buy from us"), YK_AS_COUNT, YK_FIG_BUYING, YK_HQ_ITSELF, YK_HQ_PLAIN},
};
enum { FIGURES = YK_COUNT_OF(figure) };

static int by_litres(const void *a, const void *b)
{
    const struct yk_totals_category *const *x = a, *const *y = b;
    double left = (*x)->figure[YK_FIG_MEAN], right = (*y)->figure[YK_FIG_MEAN];
    return left != right ? (left > right ? -1 : 1) : strcmp((*x)->category, (*y)->category);
}

static void categories(struct yk_view *v, struct yk_sheet *sheet, const struct yk_hq_sums *s)
{
    const struct yk_totals *totals = s->hq->totals;
    struct yk_column column[1 + FIGURES] = {
        {.key = "category", .heading = _("Category"), .format = YK_AS_WRAP, .width = 20}};
    yk_hq_columns(&column[1], figure, FIGURES);
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "categories", _("By category of client"),
                                        column, 1 + FIGURES);
    const struct yk_totals_category **order =
        YK_ARENA_ARRAY(v->sheets->arena, const struct yk_totals_category *, totals->categories);
    for (size_t i = 0; i < totals->categories; i++)
        order[i] = &totals->category[i];
    if (totals->categories)
        qsort(order, totals->categories, sizeof *order, by_litres);
    for (size_t i = 0; i <= totals->categories; i++) {
        bool whole = i == totals->categories;
        const char *code = whole ? "*" : order[i]->category;
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_code_cell(*code ? code : "-", whole   ? _("all")
                                                : *code ? yk_word_choice(v, "category", code)
                                                        : _("not told"));
        yk_hq_cells(&c[1], figure, FIGURES, whole ? s->whole.figure : order[i]->figure);
        for (size_t k = 0; whole && k <= FIGURES; k++)
            c[k] = yk_toned(c[k], YK_TONE_STRONG);
    }
}

/* The same numbers of a row of yk_totals_fuel. */
enum { LITRES, OURS, WINNABLE, TONNES, OURS_TONNES, WINNABLE_TONNES, FUELS };

static void add_fuel(double to[FUELS], const struct yk_totals_fuel *f)
{
    const double number[FUELS] = {f->litres, f->ours,        f->winnable,
                                  f->tonnes, f->ours_tonnes, f->winnable_tonnes};
    for (int k = 0; k < FUELS; k++)
        to[k] += number[k];
}

static void put_fuel(struct yk_view *v, struct yk_table *t, const char *grade,
                     const double sum[FUELS])
{
    struct yk_cell *c = yk_table_row(v->sheets, t);
    bool whole = !*grade;
    c[0] = whole ? yk_code_cell("*", _("all"))
                 : yk_code_cell(grade, yk_word_choice(v, "fuel_grade", grade));
    for (int k = 0; k < FUELS; k++)
        c[1 + k] = yk_number_cell(sum[k]);
    for (int k = 0; whole && k <= FUELS; k++)
        c[k] = yk_toned(c[k], YK_TONE_STRONG);
}

static void grades(struct yk_view *v, struct yk_sheet *sheet, const struct yk_hq_sums *s)
{
    const struct yk_column column[] = {
        {.key = "grade", .heading = _("Grade"), .format = YK_AS_WRAP, .width = 20},
        {.key = "litres_mean", .heading = _("Means L/month"), .format = YK_AS_COUNT},
        {.key = "ours_litres", .heading = _("Ours L/month"), .format = YK_AS_COUNT},
        {.key = "winnable_litres", .heading = _("Winnable L/month"), .format = YK_AS_COUNT},
        {.key = "tonnes", .heading = _("Demand t/month"), .format = YK_AS_DECIMAL},
        {.key = "ours_tonnes", .heading = _("Ours t/month"), .format = YK_AS_DECIMAL},
        {.key = "winnable_tonnes", .heading = _("Winnable t/month"), .format = YK_AS_DECIMAL},
    };
    const struct yk_totals *totals = s->hq->totals;
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "grades", _("By grade"), column, YK_COUNT_OF(column));
    double all[FUELS] = {0};
    for (int g = 0; g < YK_GRADES; g++) {
        double sum[FUELS] = {0};
        const char *grade = yk_sale_grade_code(g);
        bool any = false;
        for (size_t i = 0; i < totals->fuels; i++)
            if (!strcmp(totals->fuel[i].grade, grade)) {
                add_fuel(sum, &totals->fuel[i]);
                add_fuel(all, &totals->fuel[i]);
                any = true;
            }
        if (any)
            put_fuel(v, t, grade, sum);
    }
    put_fuel(v, t, "", all);
}

void yk_hq_fuel_sheet(struct yk_view *v, const struct yk_hq_sums *s)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("Categories and grades"),
                                           _("Demand, ours and winnable by category and grade"));
    categories(v, sheet, s);
    grades(v, sheet, s);
}
