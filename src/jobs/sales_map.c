/* sales_map.c - MAP.csv: a person says whose a card or a name is. */
#include "sales_map.h"

#include <stdio.h>
#include <string.h>

#include "desk.h"
#include "intake.h"
#include "youka/base/file.h"
#include "youka/base/say.h"
#include "youka/report/sales.h"

enum column { PAYER, CARD, NAME, STATION, CLIENT, CLIENT_NAME, COLUMNS };
enum { MOST_ROWS = 1000000, WORDS = 8 };

struct map {
    const struct yk_wish *wish;
    const struct yk_watch *watch;
    struct yk_arena *a;
    const char *file;
    const struct yk_rows *rows;
    size_t at[COLUMNS]; /* columns of the file; its width: not there */
    struct yk_territory facts;
    struct yk_map handles;  /* yk_payer_handle -> payer; made where the file has such a column */
    struct yk_map stations; /* codes */
    struct yk_payer_told *told;
    size_t count, blank, refused, changed;
};

static void find_columns(struct map *m)
{
    static const char *const called[COLUMNS][WORDS] = {
        [PAYER] = {"payer"},
        [CARD] = {"card", "卡号", "加油卡号"},
        [NAME] = {"name", "buyer", "名称", "持卡单位", "持卡单位名称"},
        [STATION] = {"station_code", "station", "加油站编码", "油站编码", "站点编码"},
        [CLIENT] = {"client_id", "客户编号"},
        [CLIENT_NAME] = {"client_name", "客户名称", "归属客户", "单位名称"},
    };
    for (int c = 0; c < COLUMNS; c++) {
        m->at[c] = m->rows->width;
        for (size_t i = 0; i < m->rows->width; i++)
            for (int k = 0; k < WORDS && called[c][k]; k++)
                if (m->at[c] == m->rows->width &&
                    !strcmp(yk_text_key(m->a, m->rows->heading[i]), called[c][k]))
                    m->at[c] = i;
    }
}

static yk_code check_columns(const struct map *m, struct yk_err *err)
{
    size_t none = m->rows->width;
    if (m->at[PAYER] == none && m->at[CARD] == none && m->at[NAME] == none)
        return yk_fail(err, YK_E_DATA,
                       _("%s has no column that says which card or name is meant: call it card "
                         "(卡号) or name (持卡单位)"),
                       m->file);
    if (m->at[CLIENT] == none && m->at[CLIENT_NAME] == none)
        return yk_fail(err, YK_E_DATA,
                       _("%s has no column that says whose it is: call it client_id (客户编号) or "
                         "client_name (客户名称)"),
                       m->file);
    return YK_OK;
}

static const char *cell(const struct map *m, size_t row, enum column c)
{
    return m->at[c] < m->rows->width ? yk_text_trim(m->a, yk_rows_at(m->rows, row, m->at[c])) : "";
}

static void refuse(struct map *m, size_t row, enum column c, const char *reason, const char *hint)
{
    const struct yk_reject r = {.file = m->file,
                                .heading =
                                    m->at[c] < m->rows->width ? m->rows->heading[m->at[c]] : "",
                                .value = cell(m, row, c),
                                .reason = reason,
                                .hint = hint,
                                .line = m->rows->line[row]};
    yk_intake_tell(m->watch, &r, m->a);
    m->refused++;
}

/* The card, else the name; what youka wrote itself names both without showing the card. */
static bool read_payer(struct yk_payer_told *out, struct map *m, size_t row)
{
    const char *handle = cell(m, row, PAYER), *card = cell(m, row, CARD);
    size_t at;
    if (*handle) {
        if (!yk_map_find(&m->handles, yk_text_key(m->a, handle), &at)) {
            refuse(m, row, PAYER, _("no card and no name has this number"),
                   _("write the table again: youka sales list --unmatched --out MAP.csv"));
            return false;
        }
        out->payer = m->facts.payer[at].key;
        return true;
    }
    if (strchr(card, '*')) {
        refuse(m, row, CARD, _("this card number is masked"),
               _("keep the column payer beside it, or write the whole number"));
        return false;
    }
    out->payer = yk_payer_key(card, NULL, cell(m, row, NAME), m->a);
    if (!out->payer)
        refuse(m, row, NAME, _("the row names neither a card nor a name"),
               _("fill in one of them, or delete the row"));
    return out->payer;
}

static void read_row(struct map *m, size_t row)
{
    struct yk_payer_told *out = &m->told[m->count];
    const char *client = cell(m, row, CLIENT), *called = cell(m, row, CLIENT_NAME);
    *out = (struct yk_payer_told){.station_code = cell(m, row, STATION),
                                  .client = *client ? yk_text_key(m->a, client) : "",
                                  .client_name = *client ? "" : called,
                                  .at = m->wish->now,
                                  .who = m->wish->user};
    if (!*client && !*called) {
        m->blank++;
        return;
    }
    if (*out->station_code && !yk_map_find(&m->stations, out->station_code, NULL))
        refuse(m, row, STATION, _("no station with this code is known"),
               _("correct the code, or leave it blank: at any station"));
    else if (read_payer(out, m, row))
        m->count++;
}

static yk_code read_facts(struct map *m, struct yk_store *store, struct yk_err *err)
{
    if (yk_load_territory(&m->facts, store, m->a, err))
        return err->code;
    for (size_t i = 0; i < m->facts.stations; i++)
        yk_map_add(&m->stations, m->facts.station[i].code, i);
    for (size_t i = 0; m->at[PAYER] < m->rows->width && i < m->facts.payers; i++) {
        char handle[13];
        yk_payer_handle(handle, &m->facts.payer[i]);
        yk_map_add(&m->handles, yk_arena_copy(m->a, handle), i);
    }
    return YK_OK;
}

static void show(struct yk_show *out, const struct map *m)
{
    const struct yk_column column[] = {
        {.key = "file", .heading = _("file")},
        {.key = "rows", .heading = _("rows"), .format = YK_AS_COUNT},
        {.key = "changed", .heading = _("news"), .format = YK_AS_COUNT},
        {.key = "unchanged", .heading = _("known already"), .format = YK_AS_COUNT},
        {.key = "blank", .heading = _("not filled in"), .format = YK_AS_COUNT},
        {.key = "rejected", .heading = _("refused"), .format = YK_AS_COUNT},
    };
    struct yk_sheet *sheet = yk_sheets_add(&out->sheets, _("whose cards"), NULL);
    struct yk_table *t =
        yk_sheet_table(&out->sheets, sheet, "map", NULL, column, sizeof column / sizeof *column);
    struct yk_cell *c = yk_table_row(&out->sheets, t);
    c[0] = yk_text_cell(m->file);
    c[1] = yk_number_cell((double)m->rows->count);
    c[2] = yk_number_cell((double)m->changed);
    c[3] = yk_number_cell((double)(m->count - m->changed));
    c[4] = yk_number_cell((double)m->blank);
    c[5] = yk_number_cell((double)m->refused);
    if (m->refused)
        out->status = 3;
}

static yk_code load(struct map *m, struct yk_show *out, struct yk_err *err)
{
    struct yk_store *store = NULL;
    find_columns(m);
    if (check_columns(m, err) || yk_store_open(&store, m->wish->db, YK_STORE_WRITE, err))
        return err->code;
    yk_code code = read_facts(m, store, err);
    m->told = YK_ARENA_ARRAY(m->a, struct yk_payer_told, m->rows->count);
    for (size_t i = 0; !code && i < m->rows->count; i++)
        read_row(m, i);
    if (!code && !m->wish->option[YK_OPT_DRY_RUN])
        code = yk_put_payers_told(store, m->told, m->count, &m->changed, err);
    if (!code)
        show(out, m);
    yk_store_close(store);
    return code;
}

yk_code yk_sales_map_load(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    const char *path = wish->option[YK_OPT_MAP];
    struct yk_source *source = NULL;
    struct map m = {
        .wish = wish, .watch = watch, .a = a, .file = yk_arena_copy(a, yk_file_name(path))};
    yk_code code = yk_source_open(&source, path, err);
    if (!code)
        code = yk_source_all(&m.rows, source, MOST_ROWS, err);
    if (!code)
        code = load(&m, out, err);
    yk_map_release(&m.handles);
    yk_map_release(&m.stations);
    yk_source_close(source);
    return code;
}
