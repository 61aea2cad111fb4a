/* rules.c - the company's own coefficients and decision tables: tested, in, listed. */
#include <string.h>

#include "desk.h"
#include "jobs.h"
#include "rules_read.h"
#include "youka/base/say.h"
#include "youka/book/csv.h"
#include "youka/report/rules.h"

/* Only the rows that differ: a later version of another table's row stands beside them. */
static const char *changed_csv(const struct yk_rules_reading *in, const char *file, size_t *rows,
                               struct yk_arena *a)
{
    struct yk_buf b = {0};
    size_t width = yk_rules_width(file);
    yk_csv_row(&b, yk_rules_headings(file, a), width);
    *rows = 0;
    for (size_t i = 0; i < in->changes; i++)
        if (!strcmp(in->change[i].file, file)) {
            yk_csv_row(&b, in->change[i].row, width);
            ++*rows;
        }
    const char *text = yk_arena_copy(a, b.text);
    yk_buf_release(&b);
    return text;
}

static yk_code keep(const struct yk_rules_reading *in, struct yk_store *store,
                    const struct yk_wish *wish, struct yk_id *id, struct yk_arena *a,
                    struct yk_err *err)
{
    struct yk_rules_version v = {.at = wish->now,
                                 .who = wish->user,
                                 .table = YK_ARENA_ARRAY(a, struct yk_rules_text, in->files)};
    for (size_t i = 0; i < in->files; i++) {
        size_t rows;
        const char *csv = changed_csv(in, in->file[i].file, &rows, a);
        if (rows)
            v.table[v.tables++] = (struct yk_rules_text){in->file[i].file, csv, rows};
    }
    return yk_put_rules(id, store, &v, err);
}

/* Reads the folder against what is in force, shows what it would change and what is wrong. */
static yk_code look(struct yk_rules_reading *in, struct yk_show *out, const struct yk_wish *wish,
                    struct yk_arena *a, struct yk_err *err)
{
    if (yk_rules_read_dir(in, wish, wish->word[0], a, err))
        return err->code;
    yk_report_rules_reading(&out->sheets, in);
    if (in->errors)
        return yk_fail(err, YK_E_DATA,
                       _("%s: %zu things do not go together, nothing was kept; see above"),
                       wish->word[0], in->errors);
    return YK_OK;
}

yk_code yk_run_rules_check(struct yk_show *out, const struct yk_wish *wish,
                           const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_rules_reading in = {0};
    (void)watch;
    return look(&in, out, wish, a, err);
}

yk_code yk_run_rules_load(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_rules_reading in = {0};
    struct yk_store *store = NULL;
    struct yk_id id;
    if (look(&in, out, wish, a, err))
        return err->code;
    if (!in.changes)
        yk_notice(watch, _("all of it is in force already; nothing was changed"));
    if (!in.changes || wish->option[YK_OPT_DRY_RUN])
        return YK_OK;
    if (!yk_store_open(&store, wish->db, YK_STORE_WRITE, err) &&
        !keep(&in, store, wish, &id, a, err))
        yk_report_rules_version(&out->sheets, &id);
    yk_store_close(store);
    return err->code;
}

yk_code yk_run_rules_list(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_store *store = NULL;
    struct yk_rules_version *version;
    size_t count;
    (void)watch;
    if (!yk_store_open(&store, wish->db, YK_STORE_UPDATE, err) &&
        !yk_list_rules(&version, &count, store, a, err)) {
        struct yk_table *t = yk_report_rule_versions(&out->sheets);
        for (size_t i = 0; i < count; i++)
            for (size_t k = 0; k < version[i].tables; k++) {
                struct yk_cell *c = yk_table_row(&out->sheets, t);
                c[0] = yk_text_cell(version[i].id.text);
                c[1] = yk_text_cell(version[i].at);
                c[2] = yk_text_cell(version[i].who);
                c[3] = yk_text_cell(version[i].table[k].file);
                c[4] = yk_number_cell((double)version[i].table[k].rows);
            }
    }
    yk_store_close(store);
    return err->code;
}
