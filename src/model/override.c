/* override.c - what a person decided for a client, in place of what the rules say. */
#include "youka/model/override.h"

#include <string.h>

#include "youka/base/map.h"
#include "youka/model/who.h"

static const struct {
    const char *code, *list;
    bool in_form;
} fields[YK_OVERRIDE_FIELDS] = {
    [YK_OVERRIDE_STRATEGY] = {"strategy", "strategy", false},
    [YK_OVERRIDE_MEASURES] = {"measures", "measure", false},
    [YK_OVERRIDE_POLICY] = {"policy", "policy", false},
    [YK_OVERRIDE_CARD] = {"card_type", "card_type", true},
    [YK_OVERRIDE_OWNER] = {"owner", "owner", false},
};

const char *yk_override_code(enum yk_override_field f)
{
    return fields[f].code;
}

const char *yk_override_list(enum yk_override_field f, bool *in_form)
{
    *in_form = fields[f].in_form;
    return fields[f].list;
}

bool yk_override_of(enum yk_override_field *f, const char *code)
{
    for (int i = 0; i < YK_OVERRIDE_FIELDS; i++)
        if (strcmp(fields[i].code, code) == 0) {
            *f = (enum yk_override_field)i;
            return true;
        }
    return false;
}

void yk_override_values(struct yk_vocabulary *out, enum yk_override_field f,
                        const struct yk_rules *rules, const struct yk_vocabulary *form,
                        struct yk_arena *a)
{
    const char *list = fields[f].list;

    for (size_t i = 0; fields[f].in_form && i < form->count; i++)
        if (!strcmp(form->choice[i].list, list))
            yk_vocabulary_add(out, a, &form->choice[i]);
    for (size_t i = 0; !fields[f].in_form && i < rules->labels; i++) {
        const struct yk_rule_label *l = &rules->label[i];
        if (!strcmp(l->list, list))
            yk_vocabulary_add(out, a,
                              &(struct yk_choice){l->list, l->code, {l->label[0], l->label[1]}});
    }
}

const char *yk_override_read(const char **bad, enum yk_override_field f, const char *typed,
                             const struct yk_vocabulary *values, struct yk_arena *a)
{
    const char *list = fields[f].list, *codes = "";
    const struct yk_choice *whole = yk_choice_read(values, list, typed);
    if (whole)
        return whole->code;
    char *part = yk_arena_copy(a, typed), *next;
    for (char *at = part; *at; at++)
        if (!strncmp(at, "、", 3) || !strncmp(at, "，", 3) || !strncmp(at, "；", 3))
            memset(at, ' ', 3);
    for (part = strtok_r(part, " ,;", &next); part; part = strtok_r(NULL, " ,;", &next)) {
        const struct yk_choice *one = yk_choice_read(values, list, part);
        if (!one || (f != YK_OVERRIDE_MEASURES && *codes)) {
            *bad = one ? typed : part;
            return NULL;
        }
        codes = *codes ? yk_arena_printf(a, "%s %s", codes, one->code) : one->code;
    }
    return codes;
}

static bool is_newer(const struct yk_override *a, const struct yk_override *b)
{
    int by = b ? strcmp(a->at, b->at) : 1;
    return by ? by > 0 : strcmp(a->submission.text, b->submission.text) > 0;
}

struct yk_overruled *yk_overruled_of(const struct yk_who *who, struct yk_arena *a)
{
    const struct yk_territory *doors = who->doors;
    struct yk_map client = {0};
    size_t at;

    if (!doors->overrides)
        return NULL;
    struct yk_overruled *out = YK_ARENA_ARRAY(a, struct yk_overruled, who->clients->doors);
    for (size_t i = 0; i < doors->doors; i++)
        yk_map_add(&client, doors->door[i].submission.text, who->client_of[i]);
    for (size_t i = 0; i < doors->overrides; i++) {
        const struct yk_override *o = &doors->override[i];
        if (yk_map_find(&client, o->submission.text, &at) && is_newer(o, out[at].by[o->field]))
            out[at].by[o->field] = o;
    }
    yk_map_release(&client);
    return out;
}

static void lay(const char **field, const struct yk_overruled *of, enum yk_override_field f)
{
    if (of->by[f])
        *field = of->by[f]->value;
}

const struct yk_strategy_rule *yk_overruled_rule(const struct yk_strategy_rule *rule,
                                                 const struct yk_overruled *of, struct yk_arena *a)
{
    if (!of || !(of->by[YK_OVERRIDE_STRATEGY] || of->by[YK_OVERRIDE_MEASURES] ||
                 of->by[YK_OVERRIDE_POLICY]))
        return rule;
    struct yk_strategy_rule *other = YK_ARENA_ARRAY(a, struct yk_strategy_rule, 1);
    *other = *rule;
    lay(&other->strategy, of, YK_OVERRIDE_STRATEGY);
    lay(&other->measures, of, YK_OVERRIDE_MEASURES);
    lay(&other->policy, of, YK_OVERRIDE_POLICY);
    return other;
}
