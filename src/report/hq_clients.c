/* hq_clients.c - organisations by name: large ones, those bound to named stations, those lost. */
#include <math.h>
#include <string.h>

#include "hq_sheets.h"
#include "youka/base/say.h"

enum { PHONE_DIGITS = 7 }; /* so many digits in a row may be somebody's number */

/* A name as it was frozen, without what could be a phone: contacts never leave the house here. */
static const char *organisation(const struct yk_view *v, const char *name)
{
    char *said = yk_arena_copy(v->sheets->arena, name);
    for (char *s = said; *s;) {
        size_t digits = strspn(s, "0123456789");
        if (digits >= PHONE_DIGITS)
            memset(s, '*', digits);
        s += digits ? digits : 1;
    }
    return said;
}

/* Columns that all lists begin with. */
enum { NAME, CATEGORY, STATION, REGION, TIER_NOW, TIER, STAGE, LEAD };

static void lead_columns(struct yk_column c[LEAD])
{
    const struct yk_column all[LEAD] = {
        [NAME] = {.key = "name", .heading = _("Client"), .format = YK_AS_WRAP, .width = 22},
        [CATEGORY] = {.key = "category",
                      .heading = _("Category"),
                      .format = YK_AS_WRAP,
                      .width = 11},
        [STATION] = {.key = "station", .heading = _("Station"), .format = YK_AS_WRAP, .width = 14},
        [REGION] = {.key = "region", .heading = _("Region"), .format = YK_AS_WRAP, .width = 10},
        [TIER_NOW] = {.key = "tier_now", .heading = _("Tier now")},
        [TIER] = {.key = "tier_potential", .heading = _("Potential tier")},
        [STAGE] = {.key = "stage", .heading = _("Stage"), .format = YK_AS_WRAP, .width = 13},
    };
    memcpy(c, all, sizeof all);
}

static struct yk_cell tier_cell(const struct yk_view *v, const char *tier)
{
    return yk_toned(yk_code_cell(tier, yk_word_rule(v, "tier", tier)), yk_tone_of_tier(tier));
}

static void put_lead(const struct yk_view *v, const struct yk_hq_sums *s, struct yk_cell *c,
                     const struct yk_totals_client *client)
{
    const struct yk_hq_part *station = yk_hq_station(s, client->station_code);
    c[NAME] = yk_toned(yk_text_cell(organisation(v, client->name)), YK_TONE_STRONG);
    c[CATEGORY] = yk_code_cell(client->category, yk_word_choice(v, "category", client->category));
    c[STATION] = yk_code_cell(station->code, station->name);
    c[REGION] = yk_text_cell(station->region);
    c[TIER_NOW] = tier_cell(v, client->tier_now);
    c[TIER] = tier_cell(v, client->tier);
    c[STAGE] = yk_code_cell(client->stage, yk_word_rule(v, "stage", client->stage));
}

/* A sheet of its own, with its headings on every page. */
static struct yk_table *list_table(struct yk_view *v, const char *sheet_name, const char *name,
                                   const struct yk_column *column, size_t columns)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, sheet_name, NULL);
    sheet->data = true;
    sheet->paper = YK_LANDSCAPE;
    sheet->frozen = 1;
    return yk_sheet_table(v->sheets, sheet, name, NULL, column, columns);
}

const char *yk_hq_how_many(const struct yk_view *v, const char *what, double all, size_t shown)
{
    struct yk_arena *a = v->sheets->arena;
    if ((double)shown < all)
        return yk_arena_printf(a, _("%s: the first %zu of %s"), what, shown,
                               yk_word_number(v, all, 0));
    return yk_arena_printf(a, _("%s: %s"), what, yk_word_number(v, all, 0));
}

static void big_list(struct yk_view *v, const struct yk_hq_sums *s)
{
    enum { MORE = 10 };
    struct yk_column column[LEAD + MORE] = {
        [LEAD] = {.key = "tonnes",
                  .heading = _("Demand t/month"),
                  .format = YK_AS_DECIMAL,
                  .bar = true},
        {.key = "ours_tonnes", .heading = _("Ours t/month"), .format = YK_AS_DECIMAL},
        {.key = "winnable_tonnes", .heading = _("Winnable t/month"), .format = YK_AS_DECIMAL},
        {.key = "litres_mean", .heading = _("Mean L/month"), .format = YK_AS_COUNT},
        {.key = "supplier", .heading = _("Current supplier"), .format = YK_AS_WRAP, .width = 13},
        {.key = "strategy", .heading = _("Strategy"), .format = YK_AS_WRAP, .width = 13},
        {.key = "owner", .heading = _("Owner"), .format = YK_AS_WRAP, .width = 9},
        {.key = "due_week", .heading = _("Week"), .format = YK_AS_COUNT},
        {.key = "confidence", .heading = _("Confidence grade")},
        {.key = "risk", .heading = _("Risk")},
    };
    const struct yk_totals *t = s->hq->totals;
    lead_columns(column);
    struct yk_table *to =
        list_table(v, _("Big clients by name"), "big_clients", column, LEAD + MORE);
    for (size_t i = 0; i < t->bigs; i++) {
        const struct yk_totals_client *b = &t->big[i];
        struct yk_cell *c = yk_table_row(v->sheets, to);
        put_lead(v, s, c, b);
        c += LEAD;
        *c++ = yk_toned(yk_some_number(b->tonnes),
                        b->tonnes >= t->wish.great_t ? YK_TONE_STRONG : YK_TONE_PLAIN);
        *c++ = yk_some_number(b->ours_tonnes);
        *c++ = yk_some_number(b->winnable_tonnes);
        *c++ = yk_some_number(b->mean);
        *c++ = yk_code_cell(b->supplier, yk_word_choice(v, "brand", b->supplier));
        *c++ = yk_code_cell(b->strategy, yk_word_rule(v, "strategy", b->strategy));
        *c++ = yk_code_cell(b->owner, yk_word_rule(v, "owner", b->owner));
        *c++ = b->due_week > 0 ? yk_number_cell(b->due_week) : (struct yk_cell){0};
        *c++ = yk_text_cell(b->confidence);
        *c++ = yk_toned(yk_code_cell(b->risk, yk_word_rule(v, "risk_level", b->risk)),
                        strcmp(b->risk, "red") ? YK_TONE_PLAIN : YK_TONE_WARN);
    }
}

static void designated_list(struct yk_view *v, const struct yk_hq_sums *s)
{
    enum { MORE = 7 };
    struct yk_column column[LEAD + MORE] = {
        [LEAD] = {.key = "procurement",
                  .heading = _("How it is decided"),
                  .format = YK_AS_WRAP,
                  .width = 12},
        {.key = "designated_until", .heading = _("Designated until")},
        {.key = "agreement_until", .heading = _("Agreement with us until")},
        {.key = "supplier", .heading = _("Current supplier"), .format = YK_AS_WRAP, .width = 13},
        {.key = "litres_mean", .heading = _("Mean L/month"), .format = YK_AS_COUNT, .bar = true},
        {.key = "ours_litres", .heading = _("Ours L/month"), .format = YK_AS_COUNT},
        {.key = "winnable_litres", .heading = _("Winnable L/month"), .format = YK_AS_COUNT},
    };
    const struct yk_totals *t = s->hq->totals;
    lead_columns(column);
    struct yk_table *to = list_table(v, _("Designated-station clients by name"),
                                     "designated_clients", column, LEAD + MORE);
    for (size_t i = 0; i < t->designateds; i++) {
        const struct yk_totals_client *d = &t->designated[i];
        struct yk_cell *c = yk_table_row(v->sheets, to);
        put_lead(v, s, c, d);
        c += LEAD;
        *c++ = yk_code_cell(d->procurement, yk_word_choice(v, "procure", d->procurement));
        *c++ = yk_text_cell(d->designated_until);
        *c++ = yk_text_cell(d->agreement_until);
        *c++ = yk_code_cell(d->supplier, yk_word_choice(v, "brand", d->supplier));
        *c++ = yk_some_number(d->mean);
        *c++ = yk_some_number(d->ours);
        *c++ = yk_some_number(d->winnable);
    }
}

static const char *status_word(const char *code)
{
    enum yk_sales_status status;
    return yk_sales_status_of(&status, code) ? yk_word_sales_status(status) : code;
}

void yk_hq_lost_sheet(struct yk_view *v, const struct yk_hq_sums *s)
{
    enum { MORE = 4 };
    struct yk_column column[LEAD + MORE] = {
        [LEAD] = {.key = "status", .heading = _("Status")},
        {.key = "lost_litres", .heading = _("Lost L/month"), .format = YK_AS_COUNT, .bar = true},
        {.key = "supplier", .heading = _("Current supplier"), .format = YK_AS_WRAP, .width = 13},
        {.key = "strategy", .heading = _("Strategy"), .format = YK_AS_WRAP, .width = 13},
    };
    const struct yk_totals *t = s->hq->totals;
    lead_columns(column);
    struct yk_table *to =
        list_table(v, _("Lost clients by name"), "lost_clients", column, LEAD + MORE);
    for (size_t i = 0; i < t->losts; i++) {
        const struct yk_totals_client *l = &t->lost[i];
        struct yk_cell *c = yk_table_row(v->sheets, to);
        put_lead(v, s, c, l);
        c += LEAD;
        *c++ = yk_code_cell(l->sales_status, status_word(l->sales_status));
        *c++ = yk_some_number(l->lost);
        *c++ = yk_code_cell(l->supplier, yk_word_choice(v, "brand", l->supplier));
        *c++ = yk_code_cell(l->strategy, yk_word_rule(v, "strategy", l->strategy));
    }
}

void yk_hq_clients_sheets(struct yk_view *v, const struct yk_hq_sums *s)
{
    static const struct yk_hq_column big[] = {
        {"clients", N_("Clients"), YK_AS_COUNT, YK_FIG_CLIENTS, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"big", N_("Big clients"), YK_AS_COUNT, YK_FIG_BIG, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"big_tonnes", N_("their demand t/month"), YK_AS_DECIMAL, YK_FIG_BIG_TONNES, YK_HQ_ITSELF,
         YK_HQ_PLAIN},
        {"big_share", N_("of all tonnes"), YK_AS_PERCENT, YK_FIG_BIG_TONNES, YK_FIG_TONNES,
         YK_HQ_PLAIN},
        {"great", N_("Key accounts"), YK_AS_COUNT, YK_FIG_GREAT, YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"great_tonnes", N_("their demand t/month"), YK_AS_DECIMAL, YK_FIG_GREAT_TONNES,
         YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"great_share", N_("of all tonnes"), YK_AS_PERCENT, YK_FIG_GREAT_TONNES, YK_FIG_TONNES,
         YK_HQ_PLAIN},
    };
    static const struct yk_hq_column designated[] = {
        {"designated", N_("Designated-station clients"), YK_AS_COUNT, YK_FIG_DESIGNATED,
         YK_HQ_ITSELF, YK_HQ_PLAIN},
        {"buying", N_("of these buy from us"), YK_AS_COUNT, YK_FIG_DESIGNATED_BUYING, YK_HQ_ITSELF,
         YK_HQ_PLAIN},
        {"litres", N_("their demand L/month"), YK_AS_COUNT, YK_FIG_DESIGNATED_LITRES, YK_HQ_ITSELF,
         YK_HQ_PLAIN},
        {"ours_litres", N_("Ours L/month"), YK_AS_COUNT, YK_FIG_DESIGNATED_OURS, YK_HQ_ITSELF,
         YK_HQ_PLAIN},
        {"ours_share", N_("Our share"), YK_AS_PERCENT, YK_FIG_DESIGNATED_OURS,
         YK_FIG_DESIGNATED_LITRES, YK_HQ_PLAIN},
        {"agreed", N_("Clients with a running agreement with us"), YK_AS_COUNT, YK_FIG_AGREED,
         YK_HQ_ITSELF, YK_HQ_PLAIN},
    };
    const struct yk_totals *t = s->hq->totals;
    const double *f = s->whole.figure;
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Big and designated"), _("Big clients, designated stations"));
    sheet->paper = YK_LANDSCAPE;
    sheet->note = yk_word_join(
        v, yk_hq_how_many(v, _("Named on the next sheets: big clients"), f[YK_FIG_BIG], t->bigs),
        yk_hq_how_many(v, _("designated-station clients"), f[YK_FIG_DESIGNATED], t->designateds));
    yk_hq_region_table(
        v, sheet, "big_by_region",
        yk_arena_printf(v->sheets->arena, _("Clients of %s t a month and more (key accounts: %s)"),
                        yk_word_number(v, t->wish.big_t, 0), yk_word_number(v, t->wish.great_t, 0)),
        big, YK_COUNT_OF(big), s);
    yk_hq_region_table(v, sheet, "designated_by_region",
                       _("Clients bound to named stations: by agreement, list or tender"),
                       designated, YK_COUNT_OF(designated), s);
    big_list(v, s);
    designated_list(v, s);
}
