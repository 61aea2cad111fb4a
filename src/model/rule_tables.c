/* rule_tables.c - one reader for all rule tables, driven by what each column is. */
#include <math.h>
#include <string.h>

#include "rule_shapes.h"
#include "youka/base/num.h"
#include "youka/base/say.h"
#include "youka/base/text.h"

#define IN(type, member) offsetof(struct yk_##type, member)
#define OF(array, count, type)                                                                     \
    offsetof(struct yk_rules, array), offsetof(struct yk_rules, count), sizeof(struct yk_##type)

#define PARAMETER_COLUMNS                                                                          \
    {                                                                                              \
        {"parameter", KEY, IN(parameter, parameter)}, {"value", NUMBER, IN(parameter, value)},     \
            {"source", TEXT, IN(parameter, source)},                                               \
        {                                                                                          \
            "confidence", TEXT, IN(parameter, confidence)                                          \
        }                                                                                          \
    }

static const struct yk_rule_shape tables[] = {
    {"category_priors.csv",
     OF(category, categories, category_prior),
     {{"category", KEY, IN(category_prior, category)},
      {"size_field", TEXT, IN(category_prior, size_field)},
      {"rate", POSITIVE, IN(category_prior, rate)},
      {"typical_size", POSITIVE, IN(category_prior, typical_size)},
      {"litres_per_vehicle", POSITIVE, IN(category_prior, litres_per_vehicle)},
      {"gasoline_share", SHARE, IN(category_prior, gasoline_share)},
      {"density_kg_l", POSITIVE, IN(category_prior, density_kg_l)},
      {"price_yuan_l", POSITIVE, IN(category_prior, price_yuan_l)},
      {"phi", POSITIVE, IN(category_prior, phi)},
      {"source", TEXT, IN(category_prior, source)},
      {"confidence", TEXT, IN(category_prior, confidence)}}},
    {"vehicle_priors.csv",
     OF(vehicle, vehicles, vehicle_prior),
     {{"vehicle_class", KEY, IN(vehicle_prior, vehicle_class)},
      {"fuel_family", TEXT, IN(vehicle_prior, fuel_family)},
      {"litres_per_month", AMOUNT, IN(vehicle_prior, litres_month)},
      {"litres_per_month_low", UNSURE, IN(vehicle_prior, litres_month_low)},
      {"litres_per_month_high", UNSURE, IN(vehicle_prior, litres_month_high)},
      {"log_sd", UNSURE, IN(vehicle_prior, log_sd)},
      {"l_per_100km", UNSURE, IN(vehicle_prior, l_per_100km)},
      {"km_per_month", UNSURE, IN(vehicle_prior, km_per_month)},
      {"litres_per_hour", UNSURE, IN(vehicle_prior, litres_per_hour)},
      {"hours_per_month", UNSURE, IN(vehicle_prior, hours_per_month)},
      {"source", TEXT, IN(vehicle_prior, source)},
      {"confidence", TEXT, IN(vehicle_prior, confidence)}}},
    {"source_priors.csv",
     OF(source, sources, source_prior),
     {{"info_source", KEY, IN(source_prior, info_source)},
      {"log_sd", AMOUNT, IN(source_prior, log_sd)},
      {"log_bias", NUMBER, IN(source_prior, log_bias)},
      {"source", TEXT, IN(source_prior, source)},
      {"confidence", TEXT, IN(source_prior, confidence)}}},
    {"fuel_priors.csv",
     OF(fuel, fuels, fuel_prior),
     {{"fuel_grade", KEY, IN(fuel_prior, fuel_grade)},
      {"family", TEXT, IN(fuel_prior, family)},
      {"density_kg_l", POSITIVE, IN(fuel_prior, density_kg_l)},
      {"price_yuan_l", POSITIVE, IN(fuel_prior, price_yuan_l)},
      {"margin_yuan_l", NUMBER, IN(fuel_prior, margin_yuan_l)},
      {"share_of_family", SHARE, IN(fuel_prior, share_of_family)},
      {"source", TEXT, IN(fuel_prior, source)},
      {"confidence", TEXT, IN(fuel_prior, confidence)}}},
    {"spread_priors.csv", OF(spread, spreads, parameter), PARAMETER_COLUMNS},
    {"sales_priors.csv", OF(sales, sales_parameters, parameter), PARAMETER_COLUMNS},
    {"unit_priors.csv",
     OF(unit, units, unit_prior),
     {{"stated", KEY, IN(unit_prior, stated)},
      {"meant", KEY, IN(unit_prior, meant)},
      {"weight", SHARE, IN(unit_prior, weight)},
      {"source", TEXT, IN(unit_prior, source)},
      {"confidence", TEXT, IN(unit_prior, confidence)}}},
    {"market_priors.csv", OF(market, markets, parameter), PARAMETER_COLUMNS},
    {"station_priors.csv",
     OF(station_class, station_classes, station_prior),
     {{"class", KEY, IN(station_prior, station_class)},
      {"label_zh", TEXT, IN(station_prior, label[YK_ZH])},
      {"label_en", TEXT, IN(station_prior, label[YK_EN])},
      {"radius_m", POSITIVE, IN(station_prior, radius_m)},
      {"source", TEXT, IN(station_prior, source)},
      {"confidence", TEXT, IN(station_prior, confidence)}}},
    {"strategy.csv",
     OF(strategy, strategies, strategy_rule),
     {{"rule_id", KEY, IN(strategy_rule, rule_id)},
      {"category", TEXT, IN(strategy_rule, category)},
      {"sensitivity", TEXT, IN(strategy_rule, sensitivity)},
      {"barrier", TEXT, IN(strategy_rule, barrier)},
      {"tier", TEXT, IN(strategy_rule, tier)},
      {"supplier", TEXT, IN(strategy_rule, supplier)},
      {"strategy", TEXT, IN(strategy_rule, strategy)},
      {"measures", TEXT, IN(strategy_rule, measures)},
      {"talk_zh", TEXT, IN(strategy_rule, talk[YK_ZH])},
      {"talk_en", TEXT, IN(strategy_rule, talk[YK_EN])},
      {"card_type", TEXT, IN(strategy_rule, card_type)},
      {"policy", TEXT, IN(strategy_rule, policy)}}},
    {"policy.csv",
     OF(policy, policies, policy_rule),
     {{"policy", ANY_KEY, IN(policy_rule, policy)},
      {"tier", ANY_KEY, IN(policy_rule, tier)},
      {"region", ANY_KEY, IN(policy_rule, region)},
      {"amount", UNSURE, IN(policy_rule, amount)},
      {"unit", TEXT, IN(policy_rule, unit)},
      {"cap", UNSURE, IN(policy_rule, cap_yuan_year)},
      {"approver", TEXT, IN(policy_rule, approver)},
      {"budget_yuan_year", UNSURE, IN(policy_rule, budget_yuan_year)}}},
    {"plan_priors.csv", OF(plan, plans, parameter), PARAMETER_COLUMNS},
    {"tiers.csv",
     OF(tier, tiers, tier_rule),
     {{"tier", KEY, IN(tier_rule, tier)},
      {"label_zh", TEXT, IN(tier_rule, label[YK_ZH])},
      {"label_en", TEXT, IN(tier_rule, label[YK_EN])},
      {"cut", SHARE, IN(tier_rule, cut)},
      {"large_t", UNSURE, IN(tier_rule, large_t)},
      {"owner", TEXT, IN(tier_rule, owner)},
      {"visit_every_days", POSITIVE, IN(tier_rule, visit_every_days)},
      {"visits", AMOUNT, IN(tier_rule, visits)},
      {"hours_per_visit", AMOUNT, IN(tier_rule, hours_per_visit)},
      {"cost_hour_yuan", AMOUNT, IN(tier_rule, cost_hour_yuan)}}},
    {"labels.csv",
     OF(label, labels, rule_label),
     {{"list", KEY, IN(rule_label, list)},
      {"code", KEY, IN(rule_label, code)},
      {"label_zh", TEXT, IN(rule_label, label[YK_ZH])},
      {"label_en", TEXT, IN(rule_label, label[YK_EN])}}},
    {"name_words.csv",
     OF(name_word, name_words, name_word),
     {{"kind", KEY, IN(name_word, kind)},
      {"word", KEY, IN(name_word, word)},
      {"sort", TEXT, IN(name_word, sort)}}},
    {"osm_kinds.csv",
     OF(osm_kind, osm_kinds, osm_kind),
     {{"key", KEY, IN(osm_kind, key)},
      {"value", KEY, IN(osm_kind, value)},
      {"kind", TEXT, IN(osm_kind, kind)},
      {"source", TEXT, IN(osm_kind, source)},
      {"confidence", TEXT, IN(osm_kind, confidence)}}},
    {"osm_brands.csv",
     OF(osm_brand, osm_brands, osm_brand),
     {{"word", KEY, IN(osm_brand, word)},
      {"brand", TEXT, IN(osm_brand, brand)},
      {"source", TEXT, IN(osm_brand, source)},
      {"confidence", TEXT, IN(osm_brand, confidence)}}},
};
enum { TABLES = sizeof tables / sizeof *tables };

/* What a kind of number must be, for the sentence that refuses another. */
static const char *const bounds[] = {
    [NUMBER] = N_("a number"),
    [AMOUNT] = N_("0 or more"),
    [POSITIVE] = N_("more than 0"),
    [SHARE] = N_("between 0 and 1"),
    [UNSURE] = N_("0 or more, or blank"),
};

static bool within_bounds(enum yk_rule_kind kind, double x)
{
    switch (kind) {
    case AMOUNT:
    case UNSURE:
        return x >= 0;
    case POSITIVE:
        return x > 0;
    case SHARE:
        return x >= 0 && x <= 1;
    default:
        return true;
    }
}

/* A file being read. place[c] is the column of the file that holds the table's column c, the
 * file's width where it has none. */
struct reading {
    bool kept; /* rows kept by this or another version of the program */
    const struct yk_rule_shape *table;
    const struct yk_rows *rows;
    struct yk_arena *arena;
    size_t place[16];
};

static const char *headings_of(const struct yk_rule_shape *t, struct yk_arena *a)
{
    const char *all = t->column[0].heading;
    for (const struct yk_rule_column *c = t->column + 1; c->heading; c++)
        all = yk_arena_printf(a, "%s, %s", all, c->heading);
    return all;
}

const struct yk_rule_shape *yk_rule_shape(const char *file)
{
    for (size_t i = 0; i < TABLES; i++)
        if (strcmp(tables[i].file, file) == 0)
            return &tables[i];
    return NULL;
}

static yk_code refuse_file(const char *file, struct yk_arena *a, struct yk_err *err)
{
    const char *all = tables[0].file;
    for (size_t i = 1; i < TABLES; i++)
        all = yk_arena_printf(a, "%s, %s", all, tables[i].file);
    return yk_fail(err, YK_E_DATA, _("%s is no rule table; name the file after one of %s"), file,
                   all);
}

/* Finds the table's columns among the headings, which may stand in any order. */
static yk_code match_headings(struct reading *in, struct yk_err *err)
{
    const struct yk_rule_shape *t = in->table;
    const struct yk_rows *rows = in->rows;
    size_t columns = 0;
    for (; t->column[columns].heading; columns++)
        in->place[columns] = rows->width;
    for (size_t i = 0; i < rows->width; i++) {
        size_t c = 0;
        while (c < columns && strcmp(t->column[c].heading, rows->heading[i]) != 0)
            c++;
        if (c == columns && in->kept)
            continue;
        if (c == columns)
            return yk_fail(err, YK_E_DATA,
                           _("%s line %zu, column %s: the table has no such column; "
                             "it has %s"),
                           t->file, rows->heading_line, rows->heading[i],
                           headings_of(t, in->arena));
        if (in->place[c] != rows->width)
            return yk_fail(err, YK_E_DATA,
                           _("%s line %zu, column %s: the heading stands twice; delete one of the "
                             "columns"),
                           t->file, rows->heading_line, rows->heading[i]);
        in->place[c] = i;
    }
    for (size_t c = 0; c < columns; c++)
        if (in->place[c] == rows->width && (!in->kept || t->column[c].kind <= ANY_KEY))
            return yk_fail(err, YK_E_DATA,
                           _("%s line %zu, column %s: the column is missing; add it to the "
                             "headings"),
                           t->file, rows->heading_line, t->column[c].heading);
    return YK_OK;
}

static bool read_number(double *out, enum yk_rule_kind kind, const char *text)
{
    if (kind == UNSURE && text[0] == '\0')
        return true;
    return yk_num_read(out, text) == YK_NUM_OK && within_bounds(kind, *out);
}

static yk_code read_cell(void *item, const struct reading *in, const struct yk_rule_column *c,
                         size_t row, struct yk_err *err)
{
    size_t place = in->place[c - in->table->column];
    if (place == in->rows->width) /* stays as it is in the item */
        return YK_OK;
    const char *text = yk_text_trim(in->arena, yk_rows_at(in->rows, row, place));
    if (c->kind == KEY && text[0] == '\0')
        return yk_fail(err, YK_E_DATA,
                       _("%s line %zu, column %s: it is blank; fill it in or delete the row"),
                       in->table->file, in->rows->line[row], c->heading);
    if (c->kind <= TEXT) {
        memcpy((char *)item + c->at, &text, sizeof text);
        return YK_OK;
    }
    double number = NAN;
    if (!read_number(&number, c->kind, text))
        return yk_fail(err, YK_E_DATA,
                       _("%s line %zu, column %s: “%s” does not do; it must be %s, written in "
                         "digits"),
                       in->table->file, in->rows->line[row], c->heading, text, _(bounds[c->kind]));
    memcpy((char *)item + c->at, &number, sizeof number);
    return YK_OK;
}

static yk_code read_row(void *item, const struct reading *in, size_t row, struct yk_err *err)
{
    if (in->rows->extra[row] > 0)
        return yk_fail(err, YK_E_DATA,
                       _("%s line %zu: it has more cells than there are headings; put a text that "
                         "holds commas in double quotes"),
                       in->table->file, in->rows->line[row]);
    for (const struct yk_rule_column *c = in->table->column; c->heading; c++)
        if (read_cell(item, in, c, row, err))
            return err->code;
    return YK_OK;
}

static bool blank_row(const struct yk_rows *rows, size_t row)
{
    for (size_t i = 0; i < rows->width; i++)
        if (!yk_text_blank(yk_rows_at(rows, row, i)))
            return false;
    return rows->extra[row] == 0;
}

static const char *text_at(const void *item, size_t at)
{
    const char *text;
    memcpy(&text, (const char *)item + at, sizeof text);
    return text;
}

static bool same_key(const struct yk_rule_shape *t, const void *a, const void *b)
{
    for (const struct yk_rule_column *c = t->column; c->heading && c->kind <= ANY_KEY; c++)
        if (strcmp(text_at(a, c->at), text_at(b, c->at)) != 0)
            return false;
    return true;
}

/* The item takes the place of the one with its key, or the place behind the last. */
static void put(const struct yk_rule_shape *t, char *items, size_t *count, const void *item)
{
    size_t i = 0;
    while (i < *count && !same_key(t, items + i * t->size, item))
        i++;
    memcpy(items + i * t->size, item, t->size);
    if (i == *count)
        ++*count;
}

/* What a kept row does not say is as in the row of its key; a new row must say it, or be a text or
 * an amount that may be blank. */
static yk_code fill_gaps(void *item, const struct reading *in, size_t row, const char *items,
                         size_t count, struct yk_err *err)
{
    const struct yk_rule_shape *t = in->table;
    size_t i = 0;
    for (const struct yk_rule_column *c = t->column; c->heading && c->kind <= ANY_KEY; c++)
        if (read_cell(item, in, c, row, err))
            return err->code;
    while (i < count && !same_key(t, items + i * t->size, item))
        i++;
    if (i < count) {
        memcpy(item, items + i * t->size, t->size);
        return YK_OK;
    }
    for (size_t c = 0; t->column[c].heading; c++) {
        const struct yk_rule_column *column = &t->column[c];
        const char *text = "";
        double number = NAN;
        if (in->place[c] != in->rows->width)
            continue;
        if (column->kind != TEXT && column->kind != UNSURE)
            return yk_fail(err, YK_E_DATA,
                           _("%s line %zu, column %s: the column is missing; add it to the "
                             "headings"),
                           t->file, in->rows->heading_line, column->heading);
        if (column->kind == TEXT)
            memcpy((char *)item + column->at, &text, sizeof text);
        else
            memcpy((char *)item + column->at, &number, sizeof number);
    }
    return YK_OK;
}

/* Into a copy, so that a table is taken whole or not at all. */
static yk_code take(struct yk_rules *r, struct reading *in, struct yk_err *err)
{
    const struct yk_rule_shape *t = in->table;
    const struct yk_rows *rows = in->rows;
    const void *before;
    size_t count;
    if (match_headings(in, err))
        return err->code;
    memcpy(&before, (char *)r + t->array, sizeof before);
    memcpy(&count, (char *)r + t->count, sizeof count);
    char *items = yk_arena_items(in->arena, count + rows->count + 1, t->size);
    if (count > 0)
        memcpy(items, before, count * t->size);
    void *item = yk_arena_alloc(in->arena, t->size);
    for (size_t row = 0; row < rows->count; row++) {
        if (blank_row(rows, row))
            continue;
        if ((in->kept && fill_gaps(item, in, row, items, count, err)) ||
            read_row(item, in, row, err))
            return err->code;
        put(t, items, &count, item);
    }
    void *after = items;
    memcpy((char *)r + t->array, &after, sizeof after);
    memcpy((char *)r + t->count, &count, sizeof count);
    return YK_OK;
}

yk_code yk_rules_read(struct yk_rules *r, const char *file, const struct yk_rows *rows,
                      struct yk_arena *a, struct yk_err *err)
{
    struct reading in = {.table = yk_rule_shape(file), .rows = rows, .arena = a};
    return in.table ? take(r, &in, err) : refuse_file(file, a, err);
}

yk_code yk_rules_read_kept(struct yk_rules *r, const char *file, const struct yk_rows *rows,
                           struct yk_arena *a, struct yk_err *err)
{
    struct reading in = {.kept = true, .table = yk_rule_shape(file), .rows = rows, .arena = a};
    return in.table ? take(r, &in, err) : YK_OK;
}
