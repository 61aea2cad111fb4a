/* rules.h - coefficients and decision tables: editable CSV, compiled in as defaults.
 * Every row keeps its source and confidence: S cited, V computed, M recalled, J judgement, US. */
#ifndef YOUKA_MODEL_RULES_H
#define YOUKA_MODEL_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/arena.h"
#include "youka/base/err.h"
#include "youka/base/rows.h"
#include "youka/model/vocabulary.h"

struct yk_category_prior {
    const char *category, *size_field; /* size_field "" where there is none */
    double rate;                       /* vehicles per unit of size */
    double typical_size;
    double litres_per_vehicle; /* a month */
    double gasoline_share;     /* of litres */
    double density_kg_l, price_yuan_l, phi;
    const char *source, *confidence;
};
struct yk_vehicle_prior {
    const char *vehicle_class, *fuel_family; /* gasoline, diesel, electric */
    double litres_month, litres_month_low, litres_month_high, log_sd; /* NAN where blank */
    double l_per_100km, km_per_month, litres_per_hour, hours_per_month;
    const char *source, *confidence;
};
struct yk_source_prior {
    const char *info_source;
    double log_sd, log_bias;
    const char *source, *confidence;
};
struct yk_fuel_prior {
    const char *fuel_grade, *family;
    double density_kg_l, price_yuan_l, margin_yuan_l, share_of_family;
    const char *source, *confidence;
};
/* A coefficient with a name: spread_priors.csv (yk_rules_spread), market_priors.csv: what stands
 * between a client's litres and ours (yk_rules_market), plan_priors.csv: thresholds and rates of
 * the plan (yk_rules_plan). */
struct yk_parameter {
    const char *parameter;
    double value;
    const char *source, *confidence;
};
/* unit_priors.csv: how probably an amount stated in one unit (l, t, cny) is meant in another
 * (yk_meant_code). The weights of a stated unit add up to 1. */
struct yk_unit_prior {
    const char *stated, *meant;
    double weight;
    const char *source, *confidence;
};
struct yk_station_prior {
    const char *station_class, *label[2];
    double radius_m;
    const char *source, *confidence;
};
/* strategy.csv; blank ("") matches anything; first match by specificity. */
struct yk_strategy_rule {
    const char *rule_id, *category, *sensitivity, *barrier, *tier, *supplier;
    const char *strategy, *measures, *talk[2], *card_type, *policy;
};
/* policy.csv: what a policy costs and who approves it; blank ("") matches any. A row with a budget
 * is the pot for its policy and region; such a row without an amount is nothing but a pot. unit:
 * yuan_l, yuan_t (off a litre, a tonne), share_of_price, yuan_year, day (of credit). cap: the most
 * a client may get, yuan a year; NAN: none. */
struct yk_policy_rule {
    const char *policy, *tier, *region, *unit, *approver;
    double amount, cap_yuan_year, budget_yuan_year; /* NAN where blank */
};
/* tiers.csv: in order from the highest; a client that starts below `cut` of the cumulative margin.
 */
struct yk_tier_rule {
    const char *tier, *label[2];
    double cut;
    double large_t; /* tonnes of gasoline a month, of diesel ten times as many, that make this tier
                       whatever the cut; NAN: the cut alone decides */
    const char *owner; /* company_leader, area_manager, station_manager */
    double visit_every_days, visits, hours_per_visit, cost_hour_yuan;
};

/* name_words.csv: how client names are put together. kind: legal (有限公司), outlet (分公司, 门店),
 * trade (物流; words of one sort may stand for each other, a blank sort says little), common (own
 * parts that many firms share: 宏达), category (a category of the form; those without a sort in
 * common are clearly other clients). */
struct yk_name_word {
    const char *kind, *word, *sort;
};

/* osm_kinds.csv: what an object of OpenStreetMap is, by one of its tags; the first row in the table
 * that fits one of them counts. value "*": any; kind "": OpenStreetMap's own value. The key
 * "admin_level" is asked of administrative boundaries only. */
struct yk_osm_kind {
    const char *key, *value, *kind;
    const char *source, *confidence;
};
/* osm_brands.csv: a word in the brand, operator or name of a filling station, and the brand of the
 * form; the first word that is found counts. */
struct yk_osm_brand {
    const char *word, *brand;
    const char *source, *confidence;
};

struct yk_rules {
    struct yk_category_prior *category;
    struct yk_vehicle_prior *vehicle;
    struct yk_source_prior *source;
    struct yk_fuel_prior *fuel;
    struct yk_parameter *spread, *market, *plan, *sales;
    struct yk_unit_prior *unit;
    struct yk_station_prior *station_class;
    struct yk_strategy_rule *strategy;
    struct yk_policy_rule *policy;
    struct yk_tier_rule *tier;
    size_t categories, vehicles, sources, fuels, spreads, units, markets, sales_parameters,
        station_classes, strategies, policies, plans, tiers;
    /* code, 中文, English of strategies, measures, policies, owners, tiers: labels.csv */
    struct yk_rule_label {
        const char *list, *code, *label[2];
    } * label;
    size_t labels;
    struct yk_name_word *name_word;
    size_t name_words;
    struct yk_osm_kind *osm_kind;
    struct yk_osm_brand *osm_brand;
    size_t osm_kinds, osm_brands;
};

/* The tables that are compiled in: file name and CSV text. Ends with {0}. Generated by the build
 * from src/estimate, src/model and src/plan, in the order of their names. */
struct yk_rule_table {
    const char *file, *csv;
};
extern const struct yk_rule_table yk_rule_tables[];

/* Takes one table's rows into the rules, whole or not at all; `file` says which
 * ("category_priors.csv"). A row whose key is already there replaces it, another one is added.
 * Strings are copied into the arena. Columns stand in any order, all of them; blank rows are passed
 * over. Unknown files or columns, a blank key, a number that is none or out of bounds: YK_E_DATA
 * with file, line and column. */
YK_MUST yk_code yk_rules_read(struct yk_rules *r, const char *file, const struct yk_rows *rows,
                              struct yk_arena *a, struct yk_err *err);

/* The same for rows that were kept in a database, perhaps by another version of the program: a
 * table or a column that is no more is passed over; what a row does not say is as in the row of its
 * key, or blank where a new row may leave it so. */
YK_MUST yk_code yk_rules_read_kept(struct yk_rules *r, const char *file, const struct yk_rows *rows,
                                   struct yk_arena *a, struct yk_err *err);

/* A table as texts, as its CSV has them. */
size_t yk_rules_width(const char *file); /* columns; 0: no such table */
size_t yk_rules_keys(const char *file);  /* of these, from the left, are the key */
const char *yk_rules_heading(const char *file, size_t column);
const char *const *yk_rules_headings(const char *file, struct yk_arena *a); /* of all columns */
size_t yk_rules_count(const struct yk_rules *r, const char *file);          /* rows */
/* yk_rules_width texts; numbers lie in the arena. */
const char *const *yk_rules_row(const struct yk_rules *r, const char *file, size_t row,
                                struct yk_arena *a);
/* A row in the table of `before` with the same key as this one, or SIZE_MAX. */
size_t yk_rules_find(const struct yk_rules *before, const char *file, const char *const *row);

/* What does not go together, within a table and across tables: shares that do not add up, ranges
 * upside down, spreads that divide by 0, codes that no table knows. */
struct yk_rule_fault {
    const char *file, *key, *column, *sentence; /* key: the row's, joined; column may be "" */
    bool warning;                               /* the rules work all the same */
};
/* What the tables speak of: choices and fields of the client survey. */
struct yk_rules_form {
    const struct yk_vocabulary *words;
    const char *const *field; /* names, NULL-ended */
};
/* In the arena; gives how many. form NULL: codes of the form are not asked after. */
size_t yk_rules_faults(struct yk_rule_fault **out, const struct yk_rules *r,
                       const struct yk_rules_form *form, struct yk_arena *a);

const struct yk_category_prior *yk_rules_category(const struct yk_rules *r,
                                                  const char *code); /* else "other" */
const struct yk_vehicle_prior *yk_rules_vehicle(const struct yk_rules *r,
                                                const char *code); /* else "other" */
const struct yk_source_prior *yk_rules_source(const struct yk_rules *r,
                                              const char *code); /* else "guess" */
const struct yk_fuel_prior *yk_rules_fuel(const struct yk_rules *r,
                                          const char *grade);            /* or NULL */
double yk_rules_spread(const struct yk_rules *r, const char *parameter); /* missing: YK_BUG */
double yk_rules_plan(const struct yk_rules *r, const char *parameter);   /* missing: YK_BUG */
double yk_rules_market(const struct yk_rules *r, const char *parameter); /* missing: YK_BUG */
double yk_rules_sales(const struct yk_rules *r, const char *parameter);  /* missing: YK_BUG */
/* The label, or the code itself where there is none; "" for NULL. The lists «tier» and
 * «station_class» are those of tiers.csv and station_priors.csv. */
const char *yk_rules_label(const struct yk_rules *r, const char *list, const char *code, int lang);

#endif
