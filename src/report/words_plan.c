/* words_plan.c - what a plan line offers, fears and has become, in words. */
#include <math.h>
#include <string.h>

#include "words.h"
#include "youka/base/say.h"

const char *yk_word_rules(const struct yk_view *v)
{
    if (!v->rules_version || !*v->rules_version)
        return _("the defaults of the program");
    return yk_arena_printf(v->sheets->arena, _("version %.12s (youka rules list)"),
                           v->rules_version);
}

const char *yk_word_amount(const struct yk_view *v, const struct yk_request *r)
{
    const char *unit = yk_word_rule(v, "policy_unit", r->terms->unit);
    bool share = strcmp(r->terms->unit, "share_of_price") == 0;
    if (share)
        return yk_arena_printf(v->sheets->arena, "%s %.1f%%", unit, r->amount * 100);
    return yk_arena_printf(v->sheets->arena, "%s %s",
                           yk_word_number(v, r->amount, r->amount < 10 ? 2 : 0), unit);
}

const char *yk_word_request(const struct yk_view *v, const struct yk_request *r)
{
    if (!r->terms)
        return "";
    const char *policy = yk_word_rule(v, "policy", r->terms->policy);
    const char *said = yk_arena_printf(v->sheets->arena, _("%s %s, %s yuan a year"), policy,
                                       yk_word_amount(v, r), yk_word_number(v, r->cost, 0));
    return yk_word_join(v, said,
                        r->granted ? yk_word_rule(v, "approver", r->terms->approver)
                                   : yk_arena_printf(v->sheets->arena, _("not granted: %s"),
                                                     yk_word_rule(v, "refused", r->refused)));
}

const char *yk_word_card(const struct yk_view *v, const struct yk_card_advice *card)
{
    if (!card->type)
        return "";
    const char *type = yk_word_choice(v, "card_type", card->type);
    if (!(card->cards > 0))
        return type;
    return yk_arena_printf(v->sheets->arena, _("%s, %s cards (%s)"), type,
                           yk_word_number(v, card->cards, 0),
                           yk_word_rule(v, "card_because", card->because));
}

const char *yk_word_risks(const struct yk_view *v, const enum yk_risk_level level[YK_RISKS])
{
    const char *said = "";
    for (enum yk_risk_level want = YK_RISK_RED; want > YK_RISK_GREEN; want--)
        for (enum yk_risk r = YK_RISK_CREDIT; r < YK_RISKS; r++)
            if (level[r] == want)
                said = yk_word_join(
                    v, said,
                    yk_arena_printf(v->sheets->arena, "%s: %s",
                                    yk_word_rule(v, "risk_level", yk_risk_level_code(want)),
                                    yk_word_choice(v, "risk", yk_risk_code(r))));
    return said;
}

const char *yk_word_rival(const struct yk_view *v, const struct yk_rival *r)
{
    const char *holder = yk_word_rule(v, "holder", yk_holder_code(r->kind));
    if (r->kind == YK_HOLDER_STATION)
        return v->territory->competitor[r->rival].name;
    if (r->kind != YK_HOLDER_BRAND)
        return holder;
    return yk_arena_printf(v->sheets->arena, v->sheets->lang == YK_ZH ? "%s（%s）" : "%s (%s)",
                           yk_word_choice(v, "brand", r->brand), holder);
}

const char *yk_word_rival_why(const struct yk_view *v, const struct yk_rival *r)
{
    const char *said = "";
    for (unsigned against = 0; against < 2; against++)
        for (unsigned w = against; w < YK_RIVAL_WHYS; w += 2)
            if (r->why & 1u << w)
                said = yk_word_join(
                    v, said, yk_word_rule(v, "rival_why", yk_rival_why_code((enum yk_rival_why)w)));
    return said;
}

/* A factor of the score as people write it. */
static const char *factor(const struct yk_view *v, const char *why, double value)
{
    if (strcmp(why, "litres") == 0)
        return yk_word_number(v, value, 0);
    if (strcmp(why, "margin") == 0)
        return yk_word_number(v, value, 2);
    return yk_arena_printf(v->sheets->arena, "%.0f%%", value * 100);
}

const char *yk_word_change_why(const struct yk_view *v, const struct yk_change *c)
{
    const char *why = yk_word_rule(v, "change_why", c->why);
    if (!*c->why || isnan(c->why_before))
        return why;
    return yk_arena_printf(v->sheets->arena, "%s %s → %s", why, factor(v, c->why, c->why_before),
                           factor(v, c->why, c->why_now));
}
