/* merge.c - several databases become one. */
#include "desk.h"
#include "jobs.h"

#include "youka/base/say.h"

static void show_counts(struct yk_show *out, const struct yk_merged *merged)
{
    const struct yk_column column[] = {
        {.key = "merged.stations", .heading = _("stations"), .format = YK_AS_COUNT},
        {.key = "merged.competitors", .heading = _("rivals"), .format = YK_AS_COUNT},
        {.key = "merged.batches", .heading = _("batches"), .format = YK_AS_COUNT},
        {.key = "merged.submissions", .heading = _("survey rows"), .format = YK_AS_COUNT},
        {.key = "merged.records", .heading = _("rows of other forms"), .format = YK_AS_COUNT},
        {.key = "merged.sales", .heading = _("card transactions"), .format = YK_AS_COUNT},
        {.key = "merged.gazetteer", .heading = _("places listed"), .format = YK_AS_COUNT},
        {.key = "merged.decisions", .heading = _("decisions"), .format = YK_AS_COUNT},
        {.key = "merged.rules", .heading = _("rules versions"), .format = YK_AS_COUNT},
    };
    const size_t count[] = {merged->stations,    merged->competitors, merged->batches,
                            merged->submissions, merged->records,     merged->sales,
                            merged->gazetteer,   merged->decisions,   merged->rules};
    struct yk_sheet *sheet = yk_sheets_add(&out->sheets, _("taken in"), NULL);
    struct yk_table *t =
        yk_sheet_table(&out->sheets, sheet, "", NULL, column, sizeof column / sizeof *column);
    struct yk_cell *c = yk_table_row(&out->sheets, t);
    for (size_t i = 0; i < sizeof count / sizeof *count; i++)
        c[i] = yk_number_cell((double)count[i]);
}

static void show_conflicts(struct yk_show *out, const struct yk_merged *merged)
{
    const struct yk_column column = {
        .key = "", .heading = _("said differently"), .format = YK_AS_WRAP};
    struct yk_sheet *sheet = yk_sheets_add(&out->sheets, _("conflicts"), NULL);
    struct yk_table *t = yk_sheet_table(&out->sheets, sheet, "conflicts", NULL, &column, 1);
    for (size_t i = 0; i < merged->conflicts; i++)
        yk_table_row(&out->sheets, t)[0] = yk_text_cell(merged->conflict[i]);
}

yk_code yk_run_db_merge(struct yk_show *out, const struct yk_wish *wish,
                        const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_store *store = NULL;
    struct yk_merged merged = {0};
    if (yk_store_open(&store, wish->db, YK_STORE_WRITE, err))
        return err->code;
    if (!yk_store_merge(&merged, store, wish->word[0], watch, a, err)) {
        show_counts(out, &merged);
        show_conflicts(out, &merged);
        if (!merged.changed)
            yk_notice(watch, yk_arena_printf(a, _("%s says nothing that %s does not know already"),
                                             wish->word[0], wish->db));
    }
    yk_store_close(store);
    return err->code;
}
