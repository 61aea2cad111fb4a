/* coefficients.c - every coefficient the numbers rest on: its name in words, how it is known, its
 * source, and one value a cell. A table a kind; all begin with the same three columns. */
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
    struct yk_sheet *sheet;
    struct yk_table *table;
    size_t all, unproven;
};

enum { FIXED = 3, MOST_VALUES = 8 };

/* A table of one kind of coefficients with columns for its values. */
static void begin(struct tally *to, const char *name, const char *title,
                  const struct yk_column *value, size_t values)
{
    struct yk_column column[FIXED + MOST_VALUES] = {
        {.heading = title, .format = YK_AS_WRAP, .width = 30},
        {.heading = _("Standing"), .format = YK_AS_WRAP, .width = 13},
        {.heading = _("Source"), .format = YK_AS_WRAP, .width = 40},
    };
    memcpy(column + FIXED, value, values * sizeof *value);
    to->table = yk_sheet_table(to->view->sheets, to->sheet,
                               yk_arena_printf(to->view->sheets->arena, "coefficients: %s", name),
                               NULL, column, FIXED + values);
}

/* A row of it; gives the cells of its values. */
static struct yk_cell *row(struct tally *to, const char *what, const char *standing,
                           const char *source)
{
    struct yk_cell *c = yk_table_row(to->view->sheets, to->table);
    c[0] = yk_text_cell(what);
    c[1] = yk_toned(yk_text_cell(yk_word_standing(standing)),
                    unproven(standing) ? YK_TONE_WARN : YK_TONE_PLAIN);
    c[2] = yk_text_cell(yk_word_basis(source));
    to->all++;
    to->unproven += unproven(standing);
    return c + FIXED;
}

static void put(struct yk_cell *c, const double *value, size_t values)
{
    for (size_t i = 0; i < values; i++)
        c[i] = yk_some_number(value[i]);
}

static void fuels(struct tally *to, const struct yk_rules *r)
{
    const struct yk_column value[] = {
        {.heading = _("kg/L"), .format = YK_AS_NUMBER},
        {.heading = _("Price yuan/L"), .format = YK_AS_RATE},
        {.heading = _("Margin yuan/L"), .format = YK_AS_RATE},
        {.heading = _("Share of its family"), .format = YK_AS_PERCENT},
    };
    begin(to, "fuels", _("Grade of fuel"), value, YK_COUNT_OF(value));
    for (size_t i = 0; i < r->fuels; i++) {
        const struct yk_fuel_prior *f = &r->fuel[i];
        const double number[] = {f->density_kg_l, f->price_yuan_l, f->margin_yuan_l,
                                 f->share_of_family};
        put(row(to, yk_word_choice(to->view, "fuel_grade", f->fuel_grade), f->confidence,
                f->source),
            number, YK_COUNT_OF(number));
    }
}

static void categories(struct tally *to, const struct yk_rules *r)
{
    const struct yk_column value[] = {
        {.heading = _("Its size is counted by"), .format = YK_AS_WRAP, .width = 13},
        {.heading = _("Vehicles for each of size"), .format = YK_AS_NUMBER},
        {.heading = _("Usual size"), .format = YK_AS_COUNT},
        {.heading = _("L/month a vehicle"), .format = YK_AS_COUNT},
        {.heading = _("Gasoline share"), .format = YK_AS_PERCENT},
        {.heading = _("kg/L"), .format = YK_AS_NUMBER},
        {.heading = _("Price yuan/L"), .format = YK_AS_RATE},
        {.heading = _("Dispersion"), .format = YK_AS_NUMBER},
    };
    begin(to, "categories", _("Client category"), value, YK_COUNT_OF(value));
    for (size_t i = 0; i < r->categories; i++) {
        const struct yk_category_prior *p = &r->category[i];
        const double number[] = {p->rate,
                                 p->typical_size,
                                 p->litres_per_vehicle,
                                 p->gasoline_share,
                                 p->density_kg_l,
                                 p->price_yuan_l,
                                 p->phi};
        struct yk_cell *c =
            row(to, yk_word_choice(to->view, "category", p->category), p->confidence, p->source);
        c[0] = yk_text_cell(*p->size_field ? yk_word_question(to->view, p->size_field) : "–");
        put(c + 1, number, YK_COUNT_OF(number));
    }
}

static void vehicles(struct tally *to, const struct yk_rules *r)
{
    const struct yk_column value[] = {
        {.heading = _("L/month"), .format = YK_AS_COUNT},
        {.heading = _("low"), .format = YK_AS_COUNT},
        {.heading = _("high"), .format = YK_AS_COUNT},
        {.heading = _("Spread of the logarithm"), .format = YK_AS_NUMBER},
        {.heading = _("L/100 km"), .format = YK_AS_NUMBER},
        {.heading = _("km/month"), .format = YK_AS_COUNT},
        {.heading = _("L/hour"), .format = YK_AS_NUMBER},
        {.heading = _("hours/month"), .format = YK_AS_COUNT},
    };
    begin(to, "vehicles", _("Vehicle class"), value, YK_COUNT_OF(value));
    for (size_t i = 0; i < r->vehicles; i++) {
        const struct yk_vehicle_prior *p = &r->vehicle[i];
        const double number[] = {p->litres_month,    p->litres_month_low, p->litres_month_high,
                                 p->log_sd,          p->l_per_100km,      p->km_per_month,
                                 p->litres_per_hour, p->hours_per_month};
        put(row(to, yk_word_choice(to->view, "vehicle_class", p->vehicle_class), p->confidence,
                p->source),
            number, YK_COUNT_OF(number));
    }
}

static void sources(struct tally *to, const struct yk_rules *r)
{
    const struct yk_column value[] = {
        {.heading = _("Spread of the logarithm"), .format = YK_AS_NUMBER},
        {.heading = _("Told of the truth"), .format = YK_AS_PERCENT},
    };
    begin(to, "sources", _("Who told it"), value, YK_COUNT_OF(value));
    for (size_t i = 0; i < r->sources; i++) {
        const struct yk_source_prior *p = &r->source[i];
        const double number[] = {p->log_sd, exp(p->log_bias)};
        put(row(to, yk_word_choice(to->view, "info_source", p->info_source), p->confidence,
                p->source),
            number, YK_COUNT_OF(number));
    }
}

static void units(struct tally *to, const struct yk_rules *r)
{
    const struct yk_column value[] = {
        {.heading = _("Probability"), .format = YK_AS_RATE},
    };
    begin(to, "meanings", _("Unit meant"), value, YK_COUNT_OF(value));
    for (size_t i = 0; i < r->units; i++) {
        const struct yk_unit_prior *p = &r->unit[i];
        const char *what = yk_arena_printf(to->view->sheets->arena, _("%s written, %s meant"),
                                           yk_word_choice(to->view, "volume_unit", p->stated),
                                           yk_word_rule(to->view, "meant", p->meant));
        *row(to, what, p->confidence, p->source) = yk_number_cell(p->weight);
    }
}

static void parameters(struct tally *to, const char *name, const char *title,
                       const struct yk_parameter *p, size_t count)
{
    const struct yk_column value[] = {
        {.heading = _("Figure"), .format = YK_AS_NUMBER},
    };
    begin(to, name, title, value, YK_COUNT_OF(value));
    for (size_t i = 0; i < count; i++)
        *row(to, yk_word_rule(to->view, "parameter", p[i].parameter), p[i].confidence,
             p[i].source) = yk_number_cell(p[i].value);
}

void yk_coefficients_sheet(struct yk_view *v)
{
    const struct yk_rules *r = v->territory->rules;
    struct tally to = {.view = v, .sheet = yk_sheets_add(v->sheets, _("Coefficients"), NULL)};
    to.sheet->paper = YK_LANDSCAPE;
    fuels(&to, r);
    categories(&to, r);
    vehicles(&to, r);
    sources(&to, r);
    units(&to, r);
    parameters(&to, "spread", _("Spread of fleets and litres"), r->spread, r->spreads);
    parameters(&to, "market", _("Market"), r->market, r->markets);
    parameters(&to, "plan priors", _("Plan and visits"), r->plan, r->plans);
    parameters(&to, "sales priors", _("Card sales"), r->sales, r->sales_parameters);
    to.sheet->title = yk_arena_printf(v->sheets->arena,
                                      _("Coefficients the numbers rest on: %s; %zu of %zu are "
                                        "judgement or recalled, marked here"),
                                      yk_word_rules(v), to.unproven, to.all);
}
