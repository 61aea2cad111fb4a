/* words_fuel.c - where an estimate of fuel comes from, in words a station manager believes. */
#include <math.h>
#include <string.h>

#include "words.h"
#include "youka/base/say.h"

#define LEAST_SHARE .005 /* of the litres: what is less is not worth a word */
#define GRADE_SHARE .05  /* of a grade that a line still names */

static bool counts_vehicles(const struct yk_piece *p)
{
    return strcmp(p->piece, "vehicle_total") == 0 || strcmp(p->piece, "fleet_lines") == 0;
}

static const char *told_number(const struct yk_view *v, const struct yk_piece *p)
{
    return yk_word_number(v, p->told, p->told == round(p->told) || p->told >= 100 ? 0 : 2);
}

/* How the number was told: 9 吨, 18 辆. Priors tell nothing. */
static const char *told(const struct yk_view *v, const struct yk_piece *p)
{
    const char *unit = p->unit ? p->unit : "";
    if (!isfinite(p->told) || (!*unit && !counts_vehicles(p)))
        return "";
    const char *number = told_number(v, p);
    if (!*unit)
        return yk_arena_printf(v->sheets->arena, _("%s vehicles"), number);
    return yk_arena_printf(v->sheets->arena, "%s %s", number,
                           yk_word_choice(v, "volume_unit", unit));
}

/* Who says it, and what: 「门卫 18 辆」, 「同类客户」. */
static const char *said(const struct yk_view *v, const struct yk_piece *p)
{
    const char *who = yk_word_choice(v, "info_source", p->source);
    const char *what = yk_word_rule(v, "piece", p->piece), *number = told(v, p);
    if (!*number)
        return what;
    if (strcmp(p->piece, "fills") == 0)
        return yk_arena_printf(v->sheets->arena, "%s %s %s", who, what, number);
    return yk_arena_printf(v->sheets->arena, "%s %s", *who ? who : what, number);
}

const char *yk_word_piece(const struct yk_view *v, const struct yk_piece *p)
{
    struct yk_arena *a = v->sheets->arena;
    const char *who = yk_word_choice(v, "info_source", p->source);
    const char *what = yk_word_rule(v, "piece", p->piece);
    const char *litres = yk_word_number(v, p->value, 0);
    const char *number = told(v, p);
    if (*who)
        what = yk_arena_printf(a, "%s (%s)", what, who);
    if (*number)
        what = yk_arena_printf(a, "%s %s", what, number);
    return yk_arena_printf(a, _("%s: %s L/month, weight %.0f%%"), what, litres, p->weight * 100);
}

/* The pieces by weight, the earlier one among equals: order[0..pieces). Few they are. */
static const size_t *by_weight(const struct yk_view *v, const struct yk_estimate *e)
{
    size_t *order = YK_ARENA_ARRAY(v->sheets->arena, size_t, e->pieces + 1);
    for (size_t i = 0; i < e->pieces; i++) {
        size_t at = i;
        for (; at > 0 && e->piece[order[at - 1]].weight < e->piece[i].weight; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

static bool weighs(const struct yk_piece *p, size_t place)
{
    return place == 0 || p->weight >= LEAST_SHARE;
}

const char *yk_word_reasons(const struct yk_view *v, const struct yk_estimate *e)
{
    const size_t *order = by_weight(v, e);
    const char *all = "";
    for (size_t k = 0; k < e->pieces; k++)
        if (weighs(&e->piece[order[k]], k))
            all = yk_word_join(v, all, yk_word_piece(v, &e->piece[order[k]]));
    return all;
}

const char *yk_word_weights(const struct yk_view *v, const struct yk_estimate *e)
{
    const size_t *order = by_weight(v, e);
    const char *all = "";
    for (size_t k = 0; k < e->pieces; k++) {
        const struct yk_piece *p = &e->piece[order[k]];
        if (weighs(p, k))
            all = yk_word_join(
                v, all,
                yk_arena_printf(v->sheets->arena, "%s %.0f%%", said(v, p), p->weight * 100));
    }
    return all;
}

bool yk_piece_as_stated(const struct yk_piece *p)
{
    size_t n = strlen(p->unit);
    return strncmp(p->meant, p->unit, n) == 0 && strcmp(p->meant + n, "_month") == 0;
}

const char *yk_word_meant(const struct yk_view *v, const struct yk_piece *p)
{
    struct yk_arena *a = v->sheets->arena;
    if (!p->meant || !*p->meant)
        return "";
    const char *number = told(v, p), *meant = yk_word_rule(v, "meant", p->meant), *said;
    double percent = p->meant_weight * 100;
    if (p->meant_weight < .5)
        said = yk_arena_printf(a, _("%s a month fits no unit well (best: %s, %.0f%%)"), number,
                               meant, percent);
    else if (p->unit_blank)
        said = yk_arena_printf(a, _("%s a month without a unit: probably %s (%.0f%%)"),
                               told_number(v, p), meant, percent);
    else if (yk_piece_as_stated(p))
        said = yk_arena_printf(a, _("%s a month: probably so (%.0f%%)"), number, percent);
    else
        said = yk_arena_printf(a, _("%s a month: rather %s (%.0f%%)"), number, meant, percent);
    if (strcmp(p->piece, "fills") == 0)
        return yk_arena_printf(a, "%s: %s", yk_word_rule(v, "piece", p->piece), said);
    return said;
}

const char *yk_word_grades(const struct yk_view *v, const struct yk_estimate *e)
{
    const struct yk_rules *r = v->territory->rules;
    const char *all = "";
    for (size_t g = 0; g < r->fuels && g < YK_GRADES; g++) {
        if (e->none || e->grade[g].mean < GRADE_SHARE * e->litres.mean)
            continue;
        const char *label = yk_word_choice(v, "fuel_grade", r->fuel[g].fuel_grade);
        const char *litres = yk_word_number(v, e->grade[g].mean, 0);
        all = yk_word_join(v, all, yk_arena_printf(v->sheets->arena, "%s %s", label, litres));
    }
    return all;
}
