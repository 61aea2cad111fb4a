/* hq_method.c - what each number of headquarters' report means, where it comes from, and which
 * coefficients are judgement. */
#include <string.h>

#include "hq_sheets.h"
#include "plan_sheets.h"
#include "youka/base/say.h"

struct term {
    const char *term, *meaning;
};

static const struct term terms[] = {
    {N_("issued plan"),
     N_("What a station froze with «plan issue». Of every station the plan of the newest day "
        "counts, of one day the one issued last. Facts that came in later do not change it: the "
        "figures are as of the day of each plan, which stands beside the station.")},
    {N_("P50 and means"),
     N_("P50 of single clients do not add up to the P50 of all; the sum of means runs high where "
        "many clients told nothing, by some 6 to 11 in a hundred. Both stand side by side.")},
    {N_("ours"), N_("What clients buy from us: by card data where there are any, else their "
                    "demand × the share they told. In plans issued before card data were kept, "
                    "the share alone.")},
    {N_("winnable"), N_("mean litres a month × (1 - our share) × open to us")},
    {N_("expected"), N_("winnable × win probability")},
    {N_("tonnes"), N_("Litres of each grade × its density, as the coefficients were when the plan "
                      "was issued.")},
    {N_("score yuan/year"),
     N_("winnable × win probability × margin a litre × 12 - visits × hours × cost of an hour")},
    {N_("designated-station clients"),
     N_("Clients that decide by designated stations or by tender and public procurement, or told "
        "until when their designated-station agreement runs. A running agreement with us ends on "
        "the plan's day or later.")},
    {N_("card holders"), N_("Clients that told a card of ours, or have card data. The card share "
                            "of our litres is card litres of what is ours.")},
    {N_("churn"), N_("Silent and lost clients of all that have card data. Lost litres are what "
                     "they bought in the last three months before.")},
    {N_("price realised"), N_("What card clients paid, of what the same litres cost at the list "
                              "prices of the coefficients. Only where amounts were loaded.")},
    {N_("cells walked"), N_("Cells of the walk list and squares that are done, of all that are "
                            "not set aside. Doors: visited of expected, where it is known; more "
                            "than 100 % where more were found.")},
    {N_("clients found of those suggested"),
     N_("Clients of the plan, of how many there are in all as what two lists have in common "
        "suggests (Chapman; from three lists on Chao, a lower bound).")},
    {N_("region"), N_("Where a station belongs today, with the name it has today.")},
    {N_("support asked, granted, cut"),
     N_("What the plans ask for, by the policy table, and what the region's budget left of it. "
        "Cut is asked less granted.")},
    {N_("risk"), N_("A client counts once for each risk of medium or high level; by its worst "
                    "risk where risks are not told apart.")},
    {N_("changes"), N_("Against the plan of an earlier day, of stations that have both. Gone: in "
                       "no plan any more; to another station: planned there since.")},
};

static void explain(struct yk_view *v, struct yk_sheet *sheet)
{
    const struct yk_column column[] = {
        {.key = "term", .heading = _("Number"), .format = YK_AS_WRAP, .width = 24},
        {.key = "meaning", .heading = _("What it means"), .format = YK_AS_WRAP, .width = 90},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "terms", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < YK_COUNT_OF(terms); i++) {
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_toned(yk_text_cell(_(terms[i].term)), YK_TONE_STRONG);
        c[1] = yk_text_cell(_(terms[i].meaning));
    }
}

/* «defaults: 12; 1a2b3c4d5e6f: 3», how many plans rest on which coefficients. */
static const char *versions(const struct yk_view *v, const struct yk_totals *t)
{
    const char *said = "";
    for (size_t i = 0; i < t->stations; i++) {
        const char *version = t->station[i].rules_version;
        size_t plans = 0;
        bool told = false;
        for (size_t k = 0; k < t->stations; k++) {
            bool same = !strcmp(t->station[k].rules_version, version);
            told |= same && k < i;
            plans += same;
        }
        if (!told)
            said = yk_word_join(
                v, said,
                yk_arena_printf(v->sheets->arena, _("%s: %zu plans"),
                                *version ? yk_arena_printf(v->sheets->arena, "%.12s", version)
                                         : _("defaults, or not kept"),
                                plans));
    }
    return said;
}

static void provenance(struct yk_view *v, struct yk_sheet *sheet, const struct yk_hq_sums *s)
{
    const struct yk_hq *hq = s->hq;
    struct yk_arena *a = v->sheets->arena;
    const struct yk_column column[] = {
        {.key = "what", .heading = _("This report"), .format = YK_AS_WRAP, .width = 24},
        {.key = "said", .heading = "", .format = YK_AS_WRAP, .width = 90},
    };
    const char *const row[][2] = {
        {_("made by"), hq->who},
        {_("made at (UTC)"), hq->at},
        {_("as of"), yk_word_day(v, v->territory->today)},
        {_("plans of"), yk_arena_printf(a, "%s - %s", yk_word_day(v, s->whole.oldest),
                                        yk_word_day(v, s->whole.newest))},
        {_("plans read"), yk_word_number(v, s->whole.figure[YK_HQ_ISSUED], 0)},
        {_("lines read"), yk_word_number(v, s->whole.figure[YK_FIG_CLIENTS], 0)},
        {_("digest of the plans"), yk_hq_digest(v, hq)},
        {_("rows of each list at most"), yk_word_number(v, (double)hq->totals->wish.most, 0)},
        {_("coefficients of the plans"), versions(v, hq->totals)},
        {_("masking"), _("Organisations by name; names and phones of people stand nowhere.")},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "made", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < YK_COUNT_OF(row); i++) {
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_toned(yk_text_cell(row[i][0]), YK_TONE_STRONG);
        c[1] = yk_text_cell(row[i][1]);
    }
}

void yk_hq_method_sheets(struct yk_view *v, const struct yk_hq_sums *s)
{
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("What the numbers mean"), _("What the numbers mean"));
    provenance(v, sheet, s);
    explain(v, sheet);
    yk_coefficients_sheet(v);
}
