/* coefficients.c - every coefficient the numbers rest on, with value, unit, standing and source. */
#include <math.h>
#include <string.h>

#include "plan_sheets.h"
#include "youka/base/say.h"

const char *yk_word_standing(const char *letters)
{
    static const struct yk_word table[] = {
        {"S", N_("seen in a cited source")},
        {"V", N_("computed")},
        {"M", N_("recalled, not verified")},
        {"J", N_("judgement")},
        {"US", N_("value of the United States")},
        {"S/M", N_("partly cited, partly recalled")},
        {"S/J", N_("partly cited, partly judgement")},
        {"J/US", N_("judgement, partly of the United States")},
        {"M/US", N_("recalled, partly of the United States")},
    };
    return yk_word_of(table, YK_COUNT_OF(table), letters);
}

const char *yk_word_basis(const char *source)
{
    return strcmp(source, "judgement") == 0 ? _("judgement") : source;
}

/* Nobody has looked it up. */
static bool unproven(const char *letters)
{
    return strchr(letters, 'J') || strchr(letters, 'M');
}

struct tally {
    struct yk_view *view;
    struct yk_table *table;
    size_t all, unproven;
};

static void row(struct tally *to, const char *group, const char *what, const char *value,
                const char *standing, const char *source)
{
    struct yk_cell *c = yk_table_row(to->view->sheets, to->table);
    c[0] = yk_text_cell(group);
    c[1] = yk_text_cell(what);
    c[2] = yk_text_cell(value);
    c[3] = yk_toned(yk_text_cell(yk_word_standing(standing)),
                    unproven(standing) ? YK_TONE_WARN : YK_TONE_PLAIN);
    c[4] = yk_text_cell(yk_word_basis(source));
    to->all++;
    to->unproven += unproven(standing);
}

static const char *number(const struct tally *to, double value, int decimals)
{
    return isnan(value) ? "–" : yk_word_number(to->view, value, decimals);
}

static void fuels(struct tally *to, const struct yk_rules *r)
{
    for (size_t i = 0; i < r->fuels; i++) {
        const struct yk_fuel_prior *f = &r->fuel[i];
        row(to, _("fuel"), yk_word_choice(to->view, "fuel_grade", f->fuel_grade),
            yk_arena_printf(to->view->sheets->arena,
                            _("%s kg/L, price %s yuan/L, margin %s yuan/L, %.0f %% of its family"),
                            number(to, f->density_kg_l, 3), number(to, f->price_yuan_l, 2),
                            number(to, f->margin_yuan_l, 2), f->share_of_family * 100),
            f->confidence, f->source);
    }
}

static void categories(struct tally *to, const struct yk_rules *r)
{
    for (size_t i = 0; i < r->categories; i++) {
        const struct yk_category_prior *p = &r->category[i];
        row(to, _("category"), yk_word_choice(to->view, "category", p->category),
            yk_arena_printf(
                to->view->sheets->arena,
                _("%s vehicles for each of size (%s), usually %s; %s L/month a vehicle; %.0f %% "
                  "gasoline; %s kg/L, %s yuan/L; dispersion %s"),
                number(to, p->rate, 3),
                *p->size_field ? yk_word_question(to->view, p->size_field) : "–",
                number(to, p->typical_size, 0), number(to, p->litres_per_vehicle, 0),
                p->gasoline_share * 100, number(to, p->density_kg_l, 2),
                number(to, p->price_yuan_l, 2), number(to, p->phi, 2)),
            p->confidence, p->source);
    }
}

static void vehicles(struct tally *to, const struct yk_rules *r)
{
    for (size_t i = 0; i < r->vehicles; i++) {
        const struct yk_vehicle_prior *p = &r->vehicle[i];
        row(to, _("vehicle class"), yk_word_choice(to->view, "vehicle_class", p->vehicle_class),
            yk_arena_printf(to->view->sheets->arena, _("%s L/month (%s-%s), spread %s"),
                            number(to, p->litres_month, 0), number(to, p->litres_month_low, 0),
                            number(to, p->litres_month_high, 0), number(to, p->log_sd, 2)),
            p->confidence, p->source);
    }
}

static void sources(struct tally *to, const struct yk_rules *r)
{
    for (size_t i = 0; i < r->sources; i++) {
        const struct yk_source_prior *p = &r->source[i];
        row(to, _("who told it"), yk_word_choice(to->view, "info_source", p->info_source),
            yk_arena_printf(to->view->sheets->arena,
                            _("spread %s of the logarithm, told %.0f %% of the truth"),
                            number(to, p->log_sd, 2), exp(p->log_bias) * 100),
            p->confidence, p->source);
    }
}

static void units(struct tally *to, const struct yk_rules *r)
{
    for (size_t i = 0; i < r->units; i++) {
        const struct yk_unit_prior *p = &r->unit[i];
        row(to, _("unit meant"),
            yk_arena_printf(to->view->sheets->arena, _("%s written, %s meant"),
                            yk_word_choice(to->view, "volume_unit", p->stated),
                            yk_word_rule(to->view, "meant", p->meant)),
            yk_arena_printf(to->view->sheets->arena, "%.1f %%", p->weight * 100), p->confidence,
            p->source);
    }
}

static void parameters(struct tally *to, const char *group, const struct yk_parameter *p,
                       size_t count)
{
    for (size_t i = 0; i < count; i++)
        row(to, group, p[i].parameter, yk_arena_printf(to->view->sheets->arena, "%.6g", p[i].value),
            p[i].confidence, p[i].source);
}

void yk_coefficients_sheet(struct yk_view *v)
{
    const struct yk_column column[] = {
        {.heading = _("Table"), .format = YK_AS_WRAP, .width = 12},
        {.heading = _("Coefficient"), .format = YK_AS_WRAP, .width = 24},
        {.heading = _("Value"), .format = YK_AS_WRAP, .width = 44},
        {.heading = _("Standing"), .format = YK_AS_WRAP, .width = 16},
        {.heading = _("Source"), .format = YK_AS_WRAP, .width = 44},
    };
    const struct yk_rules *r = v->territory->rules;
    struct tally to = {v, NULL, 0, 0};
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("Coefficients"), NULL);
    sheet->paper = YK_LANDSCAPE;
    to.table = yk_sheet_table(v->sheets, sheet, "coefficients", NULL, column, YK_COUNT_OF(column));
    fuels(&to, r);
    categories(&to, r);
    vehicles(&to, r);
    sources(&to, r);
    units(&to, r);
    parameters(&to, _("spread"), r->spread, r->spreads);
    parameters(&to, _("market"), r->market, r->markets);
    parameters(&to, _("plan"), r->plan, r->plans);
    parameters(&to, _("card sales"), r->sales, r->sales_parameters);
    to.table->title = yk_arena_printf(v->sheets->arena,
                                      _("Coefficients the numbers rest on: %s; %zu of %zu are "
                                        "judgement or recalled, marked here"),
                                      yk_word_rules(v), to.unproven, to.all);
}
