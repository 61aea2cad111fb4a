/* estimates.c - fleets and litres of all clients, with the reasons and the totals. */
#include <math.h>
#include <string.h>

#include "words.h"
#include "youka/base/say.h"
#include "youka/report/tables.h"

static void put_range(struct yk_cell c[4], const struct yk_range *r)
{
    c[0] = yk_some_number(r->p10);
    c[1] = yk_some_number(r->p50);
    c[2] = yk_some_number(r->p90);
    c[3] = yk_some_number(r->mean);
}

static struct yk_cell weights_cell(const struct yk_view *v, const struct yk_estimate *e)
{
    const struct yk_column column[] = {
        {.key = "piece"},      {.key = "value"}, {.key = "weight"}, {.key = "source"},
        {.key = "told"},       {.key = "unit"},  {.key = "meant"},  {.key = "meant_weight"},
        {.key = "unit_blank"}, {.key = "stake"},
    };
    struct yk_table *t = yk_sheets_table(v->sheets, "weights", column, YK_COUNT_OF(column));
    for (size_t i = 0; i < e->pieces; i++) {
        const struct yk_piece *p = &e->piece[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(p->piece);
        c[1] = yk_some_number(p->value);
        c[2] = yk_some_number(p->weight);
        c[3] = yk_text_cell(p->source);
        if (p->source && *p->source)
            c[4] = yk_some_number(p->told);
        c[5] = yk_text_cell(p->unit);
        if (p->meant && *p->meant) {
            c[6] = yk_text_cell(p->meant);
            c[7] = yk_some_number(p->meant_weight);
            c[8] = yk_number_cell(p->unit_blank);
            c[9] = yk_some_number(p->stake);
        }
    }
    return (struct yk_cell){.kind = YK_CELL_TABLE, .table = t};
}

enum { ESTIMATE_FIXED = 22, RANGE = 4 };

/* The fixed columns, then four of each grade: "grades.g92.p10" … */
static struct yk_table *estimate_table(struct yk_view *v, struct yk_sheet *sheet)
{
    struct yk_arena *a = v->sheets->arena;
    const struct yk_rules *r = v->territory->rules;
    static const char *const part[RANGE] = {"p10", "p50", "p90", "mean"};
    const struct yk_column fixed[ESTIMATE_FIXED] = {
        {.key = "client_id", .heading = _("client id")},
        {.key = "name", .heading = _("name")},
        {.key = "category", .heading = _("category")},
        {.key = "station_code", .heading = _("station")},
        {.key = "vehicles.p10", .heading = _("vehicles P10"), .format = YK_AS_COUNT},
        {.key = "vehicles.p50", .heading = _("P50"), .format = YK_AS_COUNT},
        {.key = "vehicles.p90", .heading = _("P90"), .format = YK_AS_COUNT},
        {.key = "vehicles.mean"},
        {.key = "litres.p10", .heading = _("L/month P10"), .format = YK_AS_COUNT},
        {.key = "litres.p50", .heading = _("P50"), .format = YK_AS_COUNT},
        {.key = "litres.p90", .heading = _("P90"), .format = YK_AS_COUNT},
        {.key = "litres.mean", .heading = _("mean"), .format = YK_AS_COUNT},
        {.key = "log_mean"},
        {.key = "log_var"},
        {.key = "confidence", .heading = _("grade")},
        {.key = "unit_question", .heading = _("unit doubtful"), .format = YK_AS_COUNT},
        {.key = "weights"},
        {.key = "peer_fleet"},
        {.key = "peer_litres"},
        {.key = "no_fleet"},
        {.key = "kept_12m"},
        {.key = "why", .heading = _("why")},
    };
    size_t grades = r->fuels < YK_GRADES ? r->fuels : YK_GRADES, n = ESTIMATE_FIXED;
    struct yk_column *column =
        YK_ARENA_ARRAY(a, struct yk_column, ESTIMATE_FIXED + RANGE * YK_GRADES);
    memcpy(column, fixed, sizeof fixed);
    for (size_t g = 0; g < grades; g++)
        for (size_t k = 0; k < RANGE; k++)
            column[n++].key = yk_arena_printf(a, "grades.%s.%s", r->fuel[g].fuel_grade, part[k]);
    return yk_sheet_table(v->sheets, sheet, "estimates", NULL, column, n);
}

static void put_estimate(struct yk_view *v, struct yk_cell *c, size_t i)
{
    const struct yk_door *door = &v->territory->door[i];
    const struct yk_estimate *e = &v->derived->estimate[i];
    const struct yk_rules *r = v->territory->rules;
    c[0] = yk_code_cell(door->id.text, yk_word_id(v, &door->id));
    c[1] = yk_text_cell(yk_door_text(door, "client_name"));
    c[2] = yk_code_cell(yk_door_text(door, "category"),
                        yk_word_choice(v, "category", yk_door_text(door, "category")));
    c[3] = yk_text_cell(v->territory->station[v->derived->place[i].owner].code);
    put_range(c + 4, &e->vehicles);
    put_range(c + 8, &e->litres);
    c[12] = yk_some_number(e->log_mean);
    c[13] = yk_some_number(e->log_var);
    if (e->confidence)
        c[14] = yk_text_cell(yk_arena_text(v->sheets->arena, &e->confidence, 1));
    c[15] = yk_number_cell(e->unit_question);
    c[16] = weights_cell(v, e);
    c[17] = yk_some_number(e->peer_fleet);
    c[18] = yk_some_number(e->peer_litres);
    c[19] = yk_some_number(e->no_fleet);
    c[20] = yk_some_number(e->kept_12m);
    c[21] = yk_text_cell(yk_word_weights(v, e));
    for (size_t g = 0; g < r->fuels && g < YK_GRADES; g++)
        put_range(c + ESTIMATE_FIXED + RANGE * g, &e->grade[g]);
}

/* Of one station's clients, and of all. Litres a month. */
struct total {
    size_t clients, untold, questions;
    double p50, mean;
};

static void count_in(struct total *t, const struct yk_estimate *e)
{
    bool told = false;
    for (size_t i = 0; i < e->pieces; i++)
        told = told || (strcmp(e->piece[i].piece, "peers") != 0);
    t->clients++;
    t->untold += !told;
    t->questions += e->unit_question;
    t->p50 += e->litres.p50;
    t->mean += e->litres.mean;
}

static void put_total(struct yk_view *v, struct yk_table *t, const char *code, const char *name,
                      const struct total *of)
{
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_text_cell(code);
    c[1] = yk_text_cell(name);
    c[2] = yk_number_cell((double)of->clients);
    c[3] = yk_number_cell((double)of->untold);
    c[4] = yk_number_cell((double)of->questions);
    c[5] = yk_number_cell(of->p50);
    c[6] = yk_number_cell(of->mean);
    if (!isnan(v->derived->recalibration.total.sd))
        c[7] = yk_number_cell(of->mean * v->derived->recalibration.total.ratio);
}

static void totals(struct yk_view *v, struct yk_sheet *sheet, const bool *chosen)
{
    const struct yk_column column[] = {
        {.key = "station_code", .heading = _("station")},
        {.key = "name", .heading = _("name")},
        {.key = "clients", .heading = _("clients"), .format = YK_AS_COUNT},
        {.key = "told_nothing", .heading = _("told nothing"), .format = YK_AS_COUNT},
        {.key = "unit_questions", .heading = _("units in doubt"), .format = YK_AS_COUNT},
        {.key = "p50_sum", .heading = _("sum of P50, L/month"), .format = YK_AS_COUNT},
        {.key = "mean_sum", .heading = _("sum of means, L/month"), .format = YK_AS_COUNT},
        {.key = "corrected_sum",
         .heading = _("corrected by card data, L/month"),
         .format = YK_AS_COUNT},
    };
    const struct yk_territory *t = v->territory;
    struct total all = {0}, *of = YK_ARENA_ARRAY(v->sheets->arena, struct total, t->stations + 1);
    for (size_t i = 0; i < t->doors; i++)
        if (yk_client_chosen(v, i, chosen) && !v->derived->estimate[i].none) {
            count_in(&of[v->derived->place[i].owner], &v->derived->estimate[i]);
            count_in(&all, &v->derived->estimate[i]);
        }
    struct yk_table *table = yk_sheet_table(v->sheets, sheet, "totals",
                                            _("Means add up to the total, but run high where many "
                                              "told nothing, by 6 to 11 in a hundred; "
                                              "the sum of P50 is the careful figure"),
                                            column, YK_COUNT_OF(column));
    size_t rows = 0;
    for (size_t s = 0; s < t->stations; s++)
        if (of[s].clients) {
            put_total(v, table, t->station[s].code, t->station[s].name, &of[s]);
            rows++;
        }
    if (rows > 1)
        put_total(v, table, "", _("all"), &all);
}

void yk_report_estimates(struct yk_view *v, const bool *chosen)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("estimates"), NULL);
    struct yk_table *t = estimate_table(v, sheet);
    for (size_t i = 0; i < v->territory->doors; i++)
        if (yk_client_chosen(v, i, chosen) && !v->derived->estimate[i].none)
            put_estimate(v, yk_table_row(v->sheets, t), i);
    totals(v, sheet, chosen);
}
