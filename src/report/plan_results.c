/* plan_results.c - the columns of a plan that a manager fills in and sends back. */
#include "plan_results.h"

#include <string.h>

#include "youka/base/say.h"

/* The labels of a list, as a drop-down. */
static const char *const *choices_of(const struct yk_view *v, const char *list)
{
    const struct yk_vocabulary *all = v->vocabulary;
    const char **label = YK_ARENA_ARRAY(v->sheets->arena, const char *, all->count + 1);
    size_t n = 0;
    for (size_t i = 0; i < all->count; i++)
        if (!strcmp(all->choice[i].list, list))
            label[n++] = all->choice[i].label[v->sheets->lang];
    return n ? label : NULL;
}

/* A question of the form «visit»: `list` is its drop-down. */
struct result {
    const char *code, *heading, *tip, *list;
    enum yk_format format;
    int width;
    enum yk_limit_kind limit;
    bool past; /* a day that is over */
};
static const struct result results[YK_RESULTS] = {
    {"result", N_("Result"), N_("A visit needs its result and its date."), "visit_outcome",
     YK_AS_WRAP, 11, YK_LIMIT_NONE, false},
    {"visit_date", N_("Visit date"), N_("A date such as 2026-03-05. Every visit needs it."), NULL,
     YK_AS_DAY, 12, YK_LIMIT_DAY, true},
    {"visitor", N_("Visitor"), NULL, NULL, YK_AS_WRAP, 9, YK_LIMIT_NONE, false},
    {"decider_met", N_("Decision maker met"), NULL, "yes_no", YK_AS_WRAP, 9, YK_LIMIT_NONE, false},
    {"month_litres_told", N_("Litres a month told"), N_("Of all fuels together, in litres."), NULL,
     YK_AS_NUMBER, 12, YK_LIMIT_NUMBER, false},
    {"barrier", N_("Main barrier"), N_("Choose «none» where nothing stands in the way."), "barrier",
     YK_AS_WRAP, 10, YK_LIMIT_NONE, false},
    {"trial_offered", N_("Trial offered"), NULL, "yes_no", YK_AS_WRAP, 9, YK_LIMIT_NONE, false},
    {"offer_approved", N_("Offer approved"), NULL, "yes_no", YK_AS_WRAP, 9, YK_LIMIT_NONE, false},
    {"agreement_until", N_("Agreement until"), NULL, NULL, YK_AS_DAY, 12, YK_LIMIT_DAY, false},
    {"cards_issued", N_("Cards issued"), NULL, NULL, YK_AS_NUMBER, 7, YK_LIMIT_WHOLE, false},
    {"complaint", N_("Complaint"), N_("What it is about goes into the note."), "yes_no", YK_AS_WRAP,
     8, YK_LIMIT_NONE, false},
    {"stage", N_("New stage"),
     N_("A stage beyond what the facts bear out is shown as claimed, with what is missing."),
     "stage", YK_AS_WRAP, 11, YK_LIMIT_NONE, false},
    {"stop_reason", N_("Why lost or parked"), NULL, NULL, YK_AS_WRAP, 11, YK_LIMIT_NONE, false},
    {"next_step", N_("Next step agreed"), NULL, NULL, YK_AS_WRAP, 14, YK_LIMIT_NONE, false},
    {"next_date", N_("Next visit"), NULL, NULL, YK_AS_DAY, 12, YK_LIMIT_DAY, false},
    {"remarks", N_("Note"), NULL, NULL, YK_AS_WRAP, 16, YK_LIMIT_NONE, false},
};

void yk_result_columns(struct yk_column out[YK_RESULTS], const struct yk_view *v)
{
    for (size_t i = 0; i < YK_RESULTS; i++) {
        const struct result *r = &results[i];
        bool number = r->limit == YK_LIMIT_NUMBER || r->limit == YK_LIMIT_WHOLE;
        out[i] = (struct yk_column){
            .code = r->code,
            .heading = _(r->heading),
            .format = r->format,
            .width = r->width,
            .input = true,
            .list = r->list ? choices_of(v, r->list) : NULL,
            .tip_title = r->tip ? _(r->heading) : NULL,
            .tip = r->tip ? _(r->tip) : NULL,
            .limit = {.kind = r->limit,
                      .least = {.set = number, .value = 0},
                      .most = {.set = r->past, .today = r->past}},
        };
    }
}
