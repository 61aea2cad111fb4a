/* method.c - what each number of a plan means, and which coefficients are judgement. */
#include <string.h>

#include "plan_sheets.h"
#include "youka/base/say.h"

struct term {
    const char *term, *meaning;
};

static const struct term terms[] = {
    {N_("P10, P50, P90"), N_("The true value is below P10 once in ten cases, below P50 in half of "
                             "them, below P90 nine times "
                             "in ten. A wide range means that little is known: ask.")},
    {N_("mean"),
     N_("What counts in totals: P50 of single clients do not add up to P50 of the total.")},
    {N_("sum of means"),
     N_("Runs high where many clients told nothing, by some 6 to 11 in a hundred, more where the "
        "coefficients do not suit the region; the sum of P50 stands beside it.")},
    {N_("corrected by card data"),
     N_("Clients that buy (almost) all from us show by their cards what they really use. All "
        "ranges "
        "P10-P90 are made wider or narrower by how well theirs held; once there are 30 of them, "
        "sums of means are also given times used / estimated.")},
    {N_("how sure"),
     N_("Of ranges that should hold in 8 of 10 cases, about 8 do; of clients who told no volume "
        "some 77 of 100, for who refuses has other litres than who answers.")},
    {N_("unit in doubt"),
     N_("A told amount may be a year's, in tonnes or in yuan, whatever was written beside it. "
        "Every "
        "reading is weighed against the fleet; where the likeliest is not over nine in ten sure, "
        "or "
        "another one than stated, it stands on the sheet of doubts.")},
    {N_("weight"), N_("How much a reason counts in an estimate; the weights add up to 100 %.")},
    {N_("our share"), N_("Share of its fuel that the client buys from us today, as told.")},
    {N_("open to us"), N_("Share that a contract or an own tank leaves open: .8 without contract, "
                          ".9 when it ends within "
                          "3 months, .4 within a year, .1 later, .15 with an own tank.")},
    {N_("winnable"), N_("mean litres a month × (1 - our share) × open to us")},
    {N_("range of a sum"),
     N_("The sum of P50 with a low and a high value: below and above each, one time in ten. The "
        "errors of clients are taken as independent; share, contract and what cards say are taken "
        "as they are, so the range of ours and of winnable is of the litres alone.")},
    {N_("litres at stake"),
     N_("By how many litres a month a client's P50 moves, on average over what the told amount may "
        "have meant, once somebody asks.")},
    {N_("policy money"),
     N_("Requests of all stations of a region share its budget: the highest margin left a yuan "
        "first, until the next does not fit; the rest is cut and keeps the reason.")},
    {N_("win probability"),
     N_("From what is known of decider, price, distance, loyalty and complaints; the weights are "
        "judgement until enough clients are won or lost.")},
    {N_("score yuan/year"),
     N_("winnable × win probability × margin a litre × 12 - visits × hours × cost of an hour")},
    {N_("potential tier"), N_("Clients by expected margin a year: platinum starts below 50 % of "
                              "the running sum, gold below "
                              "80 %, iron below 95 %, lead is the rest.")},
    {N_("target this quarter"), N_("The station's own target; without one the winnable litres of "
                                   "the clients due in 12 weeks × "
                                   "win probability × 3 months.")},
    {N_("visit schedule"),
     N_("Each week the visits that fit into the station's hours and together are worth most; a "
        "visit is worth a week of the client's score, for that is what waiting costs. First come: "
        "contracts with a rival that end within 60 days, open complaints, clients of the highest "
        "tier not seen for 30 days. A visit takes its hours and the way there and back.")},
    {N_("litres of a rival"),
     N_("What is not ours of the clients that named it: to the named station where the list of "
        "rivals has it, else to the brand. Several suppliers of one client share evenly; what it "
        "told of discount, satisfaction and contract counts for the chief one.")},
    {N_("by place alone"),
     N_("What a rival would sell if pull and distance alone decided (Huff). «Pull» is the "
        "station's own, by brand, nozzles, hours and driving in; «draws beside us» adds the "
        "distance, over the clients it serves; above 1 it is stronger.")},
    {N_("cheaper by"), N_("The median of the discounts its clients told; where none did, its board "
                          "less its real price as surveyed.")},
    {N_("push, nibble"),
     N_("Push where more speaks for us than for the rival: what place draws, the price, how "
        "content its clients are, what its contracts leave open; else nibble: win some of a "
        "client's vehicles first. The thresholds are judgement, rows rival_… of "
        "plan_priors.csv.")},
    {N_("confidence grade"),
     N_("A documents seen, B manager or driver, C guard, counted or guess, D nothing declared")},
    {N_("six facts"), N_("How many of the six are known: volume, vehicles, habits, sensitivities, "
                         "present supplier, contact.")},
    {N_("cells done"), N_("A cell of the walk list, or a square of 500 m that none covers, is done "
                          "when as many doors were visited as are expected; whoever refused "
                          "counts. Expected doors come from the walk list, else from the "
                          "gazetteer. Cells set aside by a person do not count.")},
    {N_("clients in all"), N_("From what two lists have in common (Chapman, with the range that "
                              "holds in 8 of 10 cases); from three lists on a lower bound (Chao). "
                              "A client that two lists spell differently makes it too high.")},
    {N_("cells around suggest"),
     N_("So few are found in less than one of ten cells with the doors that "
        "the cells around suggest.")},
    {N_("distance"), N_("On the ellipsoid, as the crow flies, from station to door.")},
};

void yk_terms_table(struct yk_view *v, struct yk_sheet *sheet)
{
    const struct yk_column column[] = {
        {.heading = _("Number"), .format = YK_AS_WRAP, .width = 24},
        {.heading = _("What it means"), .format = YK_AS_WRAP, .width = 90},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "terms", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < YK_COUNT_OF(terms); i++) {
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_toned(yk_text_cell(_(terms[i].term)), YK_TONE_STRONG);
        c[1] = yk_text_cell(_(terms[i].meaning));
    }
}

void yk_method_sheet(struct yk_view *v)
{
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("What the numbers mean"), _("What the numbers mean"));
    yk_terms_table(v, sheet);
}
