/* rule_codes.c - codes in the rule tables that nobody knows, and codes of the form that no row is
 * for. */
#include <math.h>
#include <string.h>

#include "rule_faults.h"
#include "youka/base/say.h"
#include "youka/base/text.h"

/* Where a code of a row stands. */
struct place {
    struct yk_rule_faults *f;
    const char *file, *key, *column;
};

/* The known code that is spelled most like a wrong one. */
struct nearest {
    const char *wrong, *code; /* code NULL: the list is empty */
    int distance;
    bool found; /* the wrong one is known after all */
};

static void try_code(struct nearest *n, const char *code)
{
    int distance = yk_text_distance(n->wrong, code);
    n->found = n->found || strcmp(code, n->wrong) == 0;
    if (!n->code || distance < n->distance) {
        n->code = code;
        n->distance = distance;
    }
}

static void say_unknown(const struct place *at, const struct nearest *n)
{
    yk_rule_fault_add(
        at->f, at->file, at->key, at->column,
        n->code ? yk_arena_printf(at->f->a,
                                  _("nobody knows the code «%s»; the most similar one is «%s»"),
                                  n->wrong, n->code)
                : yk_arena_printf(at->f->a, _("nobody knows the code «%s»"), n->wrong));
}

/* Codes with a label in labels.csv, or tiers. */
static void need_label(const struct place *at, const struct yk_rules *r, const char *list,
                       const char *code)
{
    struct nearest n = {.wrong = code};
    if (!*code)
        return;
    for (size_t i = 0; i < r->labels; i++)
        if (strcmp(r->label[i].list, list) == 0)
            try_code(&n, r->label[i].code);
    for (size_t i = 0; i < r->tiers && strcmp(list, "tier") == 0; i++)
        try_code(&n, r->tier[i].tier);
    if (!n.found)
        say_unknown(at, &n);
}

static void need_choice(const struct place *at, const struct yk_rules_form *form, const char *list,
                        const char *code)
{
    struct nearest n = {.wrong = code};
    if (!form || !*code)
        return;
    for (size_t i = 0; i < form->words->count; i++)
        if (strcmp(form->words->choice[i].list, list) == 0)
            try_code(&n, form->words->choice[i].code);
    if (!n.found)
        say_unknown(at, &n);
}

static void look_at_strategy(struct yk_rule_faults *f, const struct yk_rules *r,
                             const struct yk_rules_form *form, const struct yk_strategy_rule *s)
{
    const struct {
        const char *column, *list, *code;
        bool of_form;
    } cell[] = {
        {"category", "category", s->category, true},
        {"sensitivity", "sensitivity", s->sensitivity, true},
        {"barrier", "barrier", s->barrier, true},
        {"tier", "tier", s->tier, false},
        {"supplier", "brand", s->supplier, true},
        {"strategy", "strategy", s->strategy, false},
        {"card_type", "card_type", s->card_type, true},
        {"policy", "policy", s->policy, false},
    };
    struct place at = {f, "strategy.csv", s->rule_id, NULL};

    for (size_t i = 0; i < sizeof cell / sizeof *cell; i++) {
        at.column = cell[i].column;
        if (cell[i].of_form)
            need_choice(&at, form, cell[i].list, cell[i].code);
        else
            need_label(&at, r, cell[i].list, cell[i].code);
    }
    at.column = "measures";
    for (const char *one = s->measures; *one;) {
        size_t n = strcspn(one, " ");
        need_label(&at, r, "measure", yk_arena_text(f->a, one, n));
        one += n + (one[n] != '\0');
    }
}

static void look_at_policies(struct yk_rule_faults *f, const struct yk_rules *r)
{
    for (size_t i = 0; i < r->policies; i++) {
        const struct yk_policy_rule *p = &r->policy[i];
        const char *const cell[][3] = {{"policy", "policy", p->policy},
                                       {"tier", "tier", p->tier},
                                       {"approver", "approver", p->approver},
                                       {"unit", "policy_unit", p->unit}};
        struct place at = {f, "policy.csv", p->policy, NULL};
        for (size_t k = 0; k < sizeof cell / sizeof *cell; k++) {
            at.column = cell[k][0];
            need_label(&at, r, cell[k][1], cell[k][2]);
        }
        if (isnan(p->amount) && isnan(p->budget_yuan_year))
            yk_rule_fault_add(f, "policy.csv", p->policy, "amount",
                              _("the row gives neither amount nor budget"));
        if (!isnan(p->amount) && !*p->unit)
            yk_rule_fault_add(f, "policy.csv", p->policy, "unit",
                              _("an amount needs a unit beside it"));
    }
}

/* A field that the form does not ask would never be answered: the typical size would stand for all.
 */
static void look_at_size_field(struct yk_rule_faults *f, const struct yk_rules_form *form,
                               const struct yk_category_prior *p)
{
    const struct place at = {f, "category_priors.csv", p->category, "size_field"};
    struct nearest n = {.wrong = p->size_field};

    for (const char *const *field = form->field; *field; field++)
        try_code(&n, *field);
    if (*p->size_field && !n.found)
        say_unknown(&at, &n);
}

/* Every choice of a list has a row of its own. */
static void need_row(struct yk_rule_faults *f, const struct yk_rules *r,
                     const struct yk_rules_form *form, const char *list, const char *file)
{
    for (size_t i = 0; i < form->words->count; i++) {
        const struct yk_choice *c = &form->words->choice[i];
        if (strcmp(c->list, list) != 0)
            continue;
        size_t k = 0, count = yk_rules_count(r, file);
        while (k < count && strcmp(yk_rules_row(r, file, k, f->a)[0], c->code) != 0)
            k++;
        if (k == count)
            yk_rule_fault_add(f, file, c->code, list,
                              _("the form has this choice, but no row is for it; add one"));
    }
}

void yk_rule_codes(struct yk_rule_faults *f, const struct yk_rules *r,
                   const struct yk_rules_form *form)
{
    for (size_t i = 0; i < r->strategies; i++)
        look_at_strategy(f, r, form, &r->strategy[i]);
    look_at_policies(f, r);
    for (size_t i = 0; i < r->tiers; i++) {
        const struct place at = {f, "tiers.csv", r->tier[i].tier, "owner"};
        need_label(&at, r, "owner", r->tier[i].owner);
    }
    if (!form)
        return;
    for (size_t i = 0; i < r->categories; i++)
        look_at_size_field(f, form, &r->category[i]);
    for (size_t i = 0; i < r->osm_brands; i++) {
        const struct place at = {f, "osm_brands.csv", r->osm_brand[i].word, "brand"};
        need_choice(&at, form, "brand", r->osm_brand[i].brand);
    }
    need_row(f, r, form, "category", "category_priors.csv");
    need_row(f, r, form, "vehicle_class", "vehicle_priors.csv");
    need_row(f, r, form, "info_source", "source_priors.csv");
}
