/* hq_watch.c - what headquarters keeps an eye on: cards and churn, support, risks. */
#include <string.h>

#include "hq_sheets.h"
#include "youka/base/say.h"

void yk_hq_cards_sheet(struct yk_view *v, const struct yk_hq_sums *s)
{
    static const struct yk_hq_column card[] = {
        {"clients", N_("Clients"), YK_AS_COUNT, YK_FIG_CLIENTS, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"card_clients", N_("Card holders"), YK_AS_COUNT, YK_FIG_CARDS, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"card_share", N_("of all clients"), YK_AS_PERCENT, YK_FIG_CARDS, YK_FIG_CLIENTS,
         YK_HQ_PLAIN},
        {"ours_litres", N_("Ours L/month"), YK_AS_COUNT, YK_FIG_OURS, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"card_litres", N_("by card L/month"), YK_AS_COUNT, YK_FIG_CARD_LITRES, YK_HQ_ITSELF,
         YK_HQ_PLAIN},
        {"card_litres_share", N_("Card share of our litres"), YK_AS_PERCENT, YK_FIG_CARD_LITRES,
         YK_FIG_OURS, YK_HQ_PLAIN},
        {"price_realised", N_("Price realised of the list price"), YK_AS_PERCENT, YK_FIG_PAID,
         YK_FIG_LIST, YK_HQ_PLAIN},
    };
    static const struct yk_hq_column churn[] = {
        {"recorded", N_("Clients with card data"), YK_AS_COUNT, YK_FIG_RECORDED, YK_HQ_ITSELF,
         YK_HQ_PLAIN},
        {"falling", N_("falling off"), YK_AS_COUNT, YK_FIG_FALLING, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"silent", N_("gone silent"), YK_AS_COUNT, YK_FIG_SILENT, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"lost", N_("lost to us"), YK_AS_COUNT, YK_FIG_LOST, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"back", N_("back again"), YK_AS_COUNT, YK_FIG_BACK, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"churn", N_("Churn"), YK_AS_PERCENT, YK_HQ_GONE_CLIENTS, YK_FIG_RECORDED, YK_HQ_PLAIN},
        {"lost_litres", N_("Lost L/month"), YK_AS_COUNT, YK_FIG_LOST_LITRES, YK_HQ_ITSELF,
         YK_HQ_PLAIN},
    };
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Cards and churn"), _("Who holds our card, and who is lost"));
    sheet->paper = YK_LANDSCAPE;
    sheet->note = yk_hq_how_many(v, _("Named on the next sheet: clients gone silent or lost"),
                                 s->whole.figure[YK_HQ_GONE_CLIENTS], s->hq->totals->losts);
    yk_hq_region_table(v, sheet, "cards_by_region", _("Cards by region"), card, YK_COUNT_OF(card),
                       s);
    yk_hq_region_table(v, sheet, "churn_by_region", _("Churn by region"), churn, YK_COUNT_OF(churn),
                       s);
    yk_hq_lost_sheet(v, s);
}

static void policies(struct yk_view *v, struct yk_sheet *sheet, const struct yk_totals *totals)
{
    const struct yk_column column[] = {
        {.key = "policy", .heading = _("Support"), .format = YK_AS_WRAP, .width = 18},
        {.key = "state", .heading = _("What came of it"), .format = YK_AS_WRAP, .width = 22},
        {.key = "clients", .heading = _("Clients"), .format = YK_AS_COUNT},
        {.key = "yuan_year", .heading = _("yuan/year"), .format = YK_AS_COUNT, .bar = true},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "policies", _("Support by kind"), column,
                                        YK_COUNT_OF(column));
    for (size_t i = 0; i < totals->policies; i++) {
        const struct yk_totals_policy *p = &totals->policy[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_code_cell(p->policy, yk_word_rule(v, "policy", p->policy));
        c[1] = *p->refused
                   ? yk_toned(yk_code_cell(p->refused,
                                           yk_arena_printf(v->sheets->arena, _("not granted: %s"),
                                                           yk_word_rule(v, "refused", p->refused))),
                              YK_TONE_MUTED)
                   : yk_code_cell("granted", _("granted"));
        c[2] = yk_number_cell(p->clients);
        c[3] = yk_number_cell(p->yuan);
    }
}

static void risks(struct yk_view *v, struct yk_sheet *sheet, const struct yk_hq_sums *s)
{
    const struct yk_column column[] = {
        {.key = "risk", .heading = _("Risk"), .format = YK_AS_WRAP, .width = 18},
        {.key = "red", .heading = _("High: clients"), .format = YK_AS_COUNT},
        {.key = "red_litres", .heading = _("High: demand L/month"), .format = YK_AS_COUNT},
        {.key = "amber", .heading = _("Medium: clients"), .format = YK_AS_COUNT},
        {.key = "amber_litres", .heading = _("Medium: demand L/month"), .format = YK_AS_COUNT},
        {.key = "demand_share",
         .heading = _("High and medium of all demand"),
         .format = YK_AS_PERCENT},
    };
    double all = s->whole.figure[YK_FIG_MEAN];
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "risks", _("Risks by kind"), column, YK_COUNT_OF(column));
    for (enum yk_risk r = YK_RISK_CREDIT; r < YK_RISKS; r++) {
        const struct yk_totals_risk *risk = &s->hq->totals->risk[r];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        const char *code = yk_risk_code(r);
        c[0] = yk_code_cell(code, yk_word_choice(v, "risk", code));
        c[1] = yk_toned(yk_number_cell(risk->red), risk->red > 0 ? YK_TONE_WARN : YK_TONE_PLAIN);
        c[2] = yk_number_cell(risk->red_litres);
        c[3] = yk_number_cell(risk->amber);
        c[4] = yk_number_cell(risk->amber_litres);
        if (all > 0)
            c[5] = yk_number_cell((risk->red_litres + risk->amber_litres) / all);
    }
}

void yk_hq_policy_sheet(struct yk_view *v, const struct yk_hq_sums *s)
{
    static const struct yk_hq_column money[] = {
        {"asked", N_("Clients it is asked for"), YK_AS_COUNT, YK_FIG_ASKED, YK_HQ_ITSELF,
         YK_HQ_PLAIN},
        {"asked_yuan", N_("Asked yuan/year"), YK_AS_COUNT, YK_FIG_ASKED_YUAN, YK_HQ_ITSELF,
         YK_HQ_PLAIN},
        {"granted", N_("Clients granted"), YK_AS_COUNT, YK_FIG_GRANTED, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"granted_yuan", N_("Granted yuan/year"), YK_AS_COUNT, YK_FIG_GRANTED_YUAN, YK_HQ_ITSELF,
         YK_HQ_PLAIN},
        {"cut_yuan", N_("Cut yuan/year"), YK_AS_COUNT, YK_HQ_CUT_YUAN, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"granted_share", N_("Granted of what was asked"), YK_AS_PERCENT, YK_FIG_GRANTED_YUAN,
         YK_FIG_ASKED_YUAN, YK_HQ_PLAIN},
        {"red", N_("Clients of high risk"), YK_AS_COUNT, YK_FIG_RED, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"amber", N_("Clients of medium risk"), YK_AS_COUNT, YK_FIG_AMBER, YK_HQ_ITSELF,
         YK_HQ_PLAIN},
    };
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("Support and risks"),
                                           _("Support asked, granted and cut; risks"));
    yk_hq_region_table(v, sheet, "support_by_region", _("By region"), money, YK_COUNT_OF(money), s);
    policies(v, sheet, s->hq->totals);
    risks(v, sheet, s);
}
