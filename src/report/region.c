/* region.c - the region plan, its sheets in order; what its numbers mean. */
#include "region_sheets.h"

#include "youka/base/say.h"

struct term {
    const char *term, *meaning;
};

static const struct term terms[] = {
    {N_("figures of a station"),
     N_("Those of the front page of its own plan of the same run; the region's are their sums. "
        "Whoever adds up figures as shown may be off by one for each station, for they are rounded "
        "when shown.")},
    {N_("range of the region's demand"),
     N_("low = P50 - √Σ(P50 - low of the station)², high likewise: the stations' errors are taken "
        "as independent. What all of them have in common, a coefficient that does not suit the "
        "region, makes the true range wider.")},
    {N_("visit hours needed"),
     N_("The hours of the visits in the 12 weeks' calendars with their ways, and those of the "
        "visits that found no hours, without theirs. Over 100 %: more people, fewer visits, or "
        "clients left out.")},
    {N_("doors and cells"),
     N_("Of each station's own trading area: what lies in two areas counts in both, and so twice "
        "in the region. Clients count once, with the station that they belong to.")},
    {N_("prospects"), N_("Clients with litres to be won, by score; those without fuel need, lost "
                         "or parked are left out.")},
    {N_("whose client"), N_("The nearest of the stations whose trading area holds it; of two "
                            "equally near the first by code; what no area holds stays with the "
                            "station that surveyed it.")},
    {N_("cut at margin a yuan"), N_("Margin left a yuan of support of the last request that the "
                                    "budget pays for: what brings less is cut.")},
    {N_("six facts known"), N_("Volume, vehicles, habits, sensitivities, present supplier, "
                               "contact: of how many clients in a hundred each is known.")},
};

/* Of tables that people read. */
static size_t rows_so_far(const struct yk_sheets *s)
{
    size_t rows = 0;
    for (size_t i = 0; i < s->count; i++)
        for (size_t t = 0; !s->sheet[i]->hidden && t < s->sheet[i]->tables; t++)
            rows += s->sheet[i]->table[t]->rows;
    return rows;
}

static void put(struct yk_view *v, struct yk_table *t, const char *what, const char *text)
{
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_toned(yk_text_cell(what), YK_TONE_STRONG);
    c[1] = yk_text_cell(text);
}

void yk_region_method(struct yk_view *v, const struct yk_region_work *w)
{
    const struct yk_column column[] = {
        {.heading = _("Number"), .format = YK_AS_WRAP, .width = 24},
        {.heading = _("What it means"), .format = YK_AS_WRAP, .width = 90},
    };
    const struct yk_region *r = w->region;
    struct yk_arena *a = v->sheets->arena;
    const char *rows = yk_arena_printf(a, "%zu", rows_so_far(v->sheets));
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("What the numbers mean"), _("What the numbers mean"));
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "made", _("This workbook"), column, 2);
    t->bare = true;
    put(v, t, _("Region"), r->name);
    put(v, t, _("As of"), yk_word_day(v, v->territory->today));
    put(v, t, _("Made by"), r->user);
    put(v, t, _("Made at"), r->now);
    put(v, t, _("Run"), r->run);
    put(v, t, _("Coefficients"), yk_word_rules(v));
    put(v, t, _("Rows"), rows);
    t = yk_sheet_table(v->sheets, sheet, "region terms", _("Of the region"), column, 2);
    for (size_t i = 0; i < YK_COUNT_OF(terms); i++)
        put(v, t, _(terms[i].term), _(terms[i].meaning));
    yk_terms_table(v, sheet);
    v->sheets->footer = yk_arena_printf(a, _("%s, %s, %s rows"), r->user, r->now, rows);
}

yk_code yk_report_region(struct yk_view *v, const struct yk_region *region, struct yk_err *err)
{
    struct yk_region_work w;
    yk_region_sums(&w, v, region);
    if (yk_region_front(v, &w, err))
        return err->code;
    yk_region_stations(v, &w);
    yk_region_prospects(v, &w);
    yk_region_moves(v, &w);
    yk_region_policy(v, &w);
    yk_region_overlaps(v, &w);
    yk_region_duplicates(v, &w);
    yk_region_rivals(v, &w);
    yk_region_quality(v, &w);
    yk_region_short(v, &w);
    yk_region_method(v, &w);
    yk_coefficients_sheet(v);
    return YK_OK;
}
