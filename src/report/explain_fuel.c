/* explain_fuel.c - where a client's fleet and litres come from: what was told, what its like have,
 * the coefficients beneath, each with its standing. */
#include <math.h>
#include <string.h>

#include "client_tables.h"
#include "youka/base/say.h"

#define LEAST_LITRES .5 /* a month of a grade: what is less is not shown */

static void pieces(struct yk_view *v, struct yk_sheet *sheet, const struct yk_estimate *e)
{
    const struct yk_column column[] = {
        {.key = "piece"},
        {.key = "words", .heading = _("reason")},
        {.key = "value", .heading = _("L/month"), .format = YK_AS_COUNT},
        {.key = "weight", .heading = _("weight"), .format = YK_AS_PERCENT},
        {.key = "meant", .heading = _("as what")},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "weights", yk_word_weights(v, e), column,
                                        YK_COUNT_OF(column));
    for (size_t i = 0; i < e->pieces; i++) {
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(e->piece[i].piece);
        c[1] = yk_text_cell(yk_word_piece(v, &e->piece[i]));
        c[2] = yk_some_number(e->piece[i].value);
        c[3] = yk_some_number(e->piece[i].weight);
        c[4] = yk_text_cell(yk_word_meant(v, &e->piece[i]));
    }
}

static void estimate(struct yk_view *v, struct yk_sheet *sheet, const struct yk_estimate *e)
{
    const struct yk_column column[] = {
        {.key = "what", .heading = _("a month")},
        {.key = "p10", .heading = _("P10"), .format = YK_AS_COUNT},
        {.key = "p50", .heading = _("P50"), .format = YK_AS_COUNT},
        {.key = "p90", .heading = _("P90"), .format = YK_AS_COUNT},
        {.key = "mean", .heading = _("mean"), .format = YK_AS_COUNT},
    };
    const struct yk_rules *r = v->territory->rules;
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "estimate", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < r->fuels + 2 && i < YK_GRADES + 2; i++) {
        const struct yk_range *range = i == 0   ? &e->vehicles
                                       : i == 1 ? &e->litres
                                                : &e->grade[i - 2];
        if (i >= 2 && range->mean < LEAST_LITRES)
            continue;
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(i == 0   ? _("vehicles")
                            : i == 1 ? _("litres")
                                     : yk_word_choice(v, "fuel_grade", r->fuel[i - 2].fuel_grade));
        c[1] = yk_some_number(range->p10);
        c[2] = yk_some_number(range->p50);
        c[3] = yk_some_number(range->p90);
        c[4] = yk_some_number(range->mean);
    }
}

/* A coefficient the estimate rests on. */
struct basis {
    struct yk_view *view;
    struct yk_table *table;
};

static void rests_on(struct basis *b, const char *what, const char *value, const char *confidence,
                     const char *source)
{
    struct yk_cell *c = yk_table_row(b->view->sheets, b->table);
    c[0] = yk_text_cell(what);
    c[1] = yk_text_cell(value);
    c[2] = yk_text_cell(yk_word_standing(confidence));
    c[3] = yk_text_cell(yk_word_basis(source));
}

static void category_basis(struct basis *b, const struct yk_answers *answers, bool by_lines)
{
    const struct yk_view *v = b->view;
    struct yk_arena *a = v->sheets->arena;
    const struct yk_category_prior *p =
        yk_rules_category(v->territory->rules, yk_answer_text(answers, "category"));
    const char *category = yk_word_choice(v, "category", p->category);
    double size = 0;
    bool sized = *p->size_field && yk_answer_number(&size, answers, p->size_field) && size > 0;
    rests_on(b, yk_arena_printf(a, _("%s: vehicles"), category),
             yk_arena_printf(a, sized ? _("%s × size %s as told") : _("%s × usual size %s"),
                             yk_word_number(v, p->rate, 4),
                             yk_word_number(v, sized ? size : p->typical_size, 0)),
             p->confidence, p->source);
    if (!by_lines)
        rests_on(b, yk_arena_printf(a, _("%s: litres a vehicle"), category),
                 yk_arena_printf(a, _("%s L/month"), yk_word_number(v, p->litres_per_vehicle, 0)),
                 p->confidence, p->source);
}

/* Whether the fleet lines cover the fleet, so that its classes count. */
static bool counted_by_lines(const struct yk_estimate *e)
{
    for (size_t i = 0; i < e->pieces; i++)
        if (!strcmp(e->piece[i].piece, "fleet_lines"))
            return true;
    return false;
}

/* Told of its own, so that the class's usual litres do not count (estimation.md §12). */
static bool tells_its_use(const struct yk_answer_line *line)
{
    static const char *const told[] = {"veh_km_month", "veh_l_100km", "veh_hours_month",
                                       "veh_l_hour"};
    double value;
    for (size_t i = 0; i < YK_COUNT_OF(told); i++)
        if (yk_line_number(&value, line, told[i]) && value > 0)
            return true;
    return false;
}

/* The classes of the fleet lines, each once a way it is counted. */
static void vehicle_basis(struct basis *b, const struct yk_answers *answers)
{
    const struct yk_view *v = b->view;
    struct yk_arena *a = v->sheets->arena;
    const struct yk_repeat *fleet = yk_answer_repeat(answers, "fleet");
    for (size_t i = 0; fleet && i < fleet->count; i++) {
        const char *class = yk_line_text(&fleet->line[i], "veh_class");
        const struct yk_vehicle_prior *p =
            yk_rules_vehicle(v->territory->rules, class ? class : "");
        bool own = tells_its_use(&fleet->line[i]), seen = false;
        for (size_t k = 0; k < i; k++) {
            const char *other = yk_line_text(&fleet->line[k], "veh_class");
            seen = seen || (!strcmp(other ? other : "", class ? class : "") &&
                            tells_its_use(&fleet->line[k]) == own);
        }
        if (seen || !(p->litres_month > 0)) /* electric ones burn nothing */
            continue;
        rests_on(b,
                 yk_arena_printf(a, _("%s: litres a vehicle"),
                                 yk_word_choice(v, "vehicle_class", p->vehicle_class)),
                 own ? _("by its kilometres or hours as told")
                     : yk_arena_printf(a, _("%s L/month"), yk_word_number(v, p->litres_month, 0)),
                 own ? "" : p->confidence, own ? "" : p->source);
    }
}

static bool told_in(const struct yk_estimate *e, const char *unit)
{
    size_t n = strlen(unit);
    for (size_t i = 0; i < e->pieces; i++) {
        const struct yk_piece *p = &e->piece[i];
        if (p->meant && *p->meant && (!strcmp(p->unit, unit) || !strncmp(p->meant, unit, n)))
            return true;
    }
    return false;
}

/* Tonnes and yuan into litres by the category; the grades' own densities where tonnes are paid for.
 */
static void density_basis(struct basis *b, const struct yk_estimate *e,
                          const struct yk_answers *answers)
{
    const struct yk_view *v = b->view;
    struct yk_arena *a = v->sheets->arena;
    const struct yk_rules *r = v->territory->rules;
    const struct yk_category_prior *p = yk_rules_category(r, yk_answer_text(answers, "category"));
    if (told_in(e, "t"))
        rests_on(b, _("tonnes into litres"),
                 yk_arena_printf(a, _("%s kg/L"), yk_word_number(v, p->density_kg_l, 3)),
                 p->confidence, p->source);
    if (told_in(e, "cny"))
        rests_on(b, _("yuan into litres"),
                 yk_arena_printf(a, _("%s yuan/L"), yk_word_number(v, p->price_yuan_l, 2)),
                 p->confidence, p->source);
    for (size_t i = 0; i < r->fuels && i < YK_GRADES; i++)
        if (e->grade[i].mean >= LEAST_LITRES)
            rests_on(b, yk_word_choice(v, "fuel_grade", r->fuel[i].fuel_grade),
                     yk_arena_printf(a, _("%s kg/L, margin %s yuan/L"),
                                     yk_word_number(v, r->fuel[i].density_kg_l, 3),
                                     yk_word_number(v, r->fuel[i].margin_yuan_l, 2)),
                     r->fuel[i].confidence, r->fuel[i].source);
}

static void source_basis(struct basis *b, const struct yk_estimate *e)
{
    const struct yk_view *v = b->view;
    const char *last = "";
    for (size_t i = 0; i < e->pieces; i++) {
        if (!*e->piece[i].source || !strcmp(e->piece[i].source, last))
            continue;
        const struct yk_source_prior *s = yk_rules_source(v->territory->rules, e->piece[i].source);
        last = e->piece[i].source;
        rests_on(b,
                 yk_arena_printf(v->sheets->arena, _("trust in: %s"),
                                 yk_word_choice(v, "info_source", s->info_source)),
                 yk_arena_printf(v->sheets->arena, _("off by ± %.0f %% in two of three cases"),
                                 expm1(s->log_sd) * 100),
                 s->confidence, s->source);
    }
}

static void peers(struct yk_view *v, struct yk_sheet *sheet, size_t door)
{
    const struct yk_column column[] = {
        {.key = "what", .heading = _("rests on")},
        {.key = "value", .heading = _("value")},
        {.key = "standing", .heading = _("standing")},
        {.key = "source", .heading = _("source")},
    };
    const struct yk_estimate *e = &v->derived->estimate[door];
    const struct yk_answers *answers = &v->territory->door[door].answers;
    struct basis b = {v,
                      yk_sheet_table(v->sheets, sheet, "basis", NULL, column, YK_COUNT_OF(column))};
    if (isnan(e->log_mean)) /* certainly nothing: rests on no coefficient */
        return;
    category_basis(&b, answers, counted_by_lines(e));
    if (counted_by_lines(e))
        vehicle_basis(&b, answers);
    density_basis(&b, e, answers);
    source_basis(&b, e);
    rests_on(&b, _("its like here: vehicles"),
             yk_arena_printf(v->sheets->arena, _("%.2f times the table"), e->peer_fleet), "V",
             _("learnt from what clients of the category, region and station told"));
    rests_on(&b, _("its like here: litres a vehicle"),
             yk_arena_printf(v->sheets->arena, _("%.2f times the table"), e->peer_litres), "V",
             _("learnt from what clients of the category, region and station told"));
    const struct yk_recalibration *card = &v->derived->recalibration;
    if (card->total.clients)
        rests_on(&b, _("range"),
                 yk_arena_printf(v->sheets->arena, _("%.2f times as wide"), card->spread), "V",
                 yk_arena_printf(v->sheets->arena,
                                 _("learnt from %zu clients whose use is known from card data"),
                                 card->total.clients));
    if (e->no_fleet > 0)
        rests_on(&b, _("chance that it has no vehicle"),
                 yk_arena_printf(v->sheets->arena, "%.0f%%", e->no_fleet * 100), "V",
                 _("0 vehicles were declared"));
    if (e->kept_12m < 1)
        rests_on(&b, _("fuel vehicles left in 12 months"),
                 yk_arena_printf(v->sheets->arena, "%.0f%%", e->kept_12m * 100), "V",
                 _("electric ones planned, as told"));
}

void yk_explain_fuel(struct yk_view *v, struct yk_sheet *sheet, size_t door)
{
    estimate(v, sheet, &v->derived->estimate[door]);
    pieces(v, sheet, &v->derived->estimate[door]);
    peers(v, sheet, door);
}
