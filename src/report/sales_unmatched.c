/* sales_unmatched.c - cards and names that belong to no known client, and the table to say whose
 * they are. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "words.h"
#include "youka/base/csv.h"
#include "youka/base/hash.h"
#include "youka/base/num.h"
#include "youka/base/say.h"
#include "youka/report/sales.h"

#define MONTHS 3

void yk_payer_handle(char out[13], const struct yk_payer *p)
{
    struct yk_hash h;
    yk_hash_begin(&h);
    yk_hash_text(&h, p->station_code);
    yk_hash_text(&h, p->key);
    struct yk_id id = yk_hash_end(&h);
    memcpy(out, id.text, 12);
    out[12] = '\0';
}

struct open {
    const struct yk_payer *payer;
    const char *why;
    double litres_month;
};

/* Mean of its last three months; the rows of a month stand together. */
static double litres_month(const struct yk_payer *p)
{
    double sum = 0;
    int months = 0, last = 0;
    for (size_t i = p->sales; i-- > 0;) {
        if (p->sale[i].month != last) {
            if (months == MONTHS)
                break;
            last = p->sale[i].month;
            months++;
        }
        sum += p->sale[i].litres;
    }
    return months ? sum / months : 0;
}

static int by_litres(const void *left, const void *right)
{
    const struct open *a = left, *b = right;
    if (a->litres_month != b->litres_month)
        return a->litres_month > b->litres_month ? -1 : 1;
    int by = strcmp(a->payer->station_code, b->payer->station_code);
    return by ? by : strcmp(a->payer->key, b->payer->key);
}

static struct open *list_open(size_t *count, struct yk_view *v, const struct yk_sales_ask *ask)
{
    const struct yk_territory *t = v->territory;
    struct open *open = YK_ARENA_ARRAY(v->sheets->arena, struct open, t->payers);
    size_t n = 0, station = 0;
    for (size_t i = 0; i < t->payers; i++) {
        const struct yk_payer *p = &t->payer[i];
        while (station < t->stations && strcmp(t->station[station].code, p->station_code) < 0)
            station++;
        bool chosen = station < t->stations && !strcmp(t->station[station].code, p->station_code) &&
                      ask->chosen[station];
        if (chosen && ask->payer_client[i] == SIZE_MAX)
            open[n++] = (struct open){p, ask->payer_why[i], litres_month(p)};
    }
    if (n)
        qsort(open, n, sizeof *open, by_litres);
    *count = n;
    return open;
}

static const char *reason_of(const char *why)
{
    static const struct yk_word word[] = {
        {"unknown", N_("no client has this name: survey it, or write in the map whose it is")},
        {"nameless", N_("write in the map whose card this is")},
        {"ambiguous", N_("several clients have this name: write in the map which one it is")},
        {"bad_map", N_("what the map says leads to no single client: correct it there")},
    };
    return yk_word_of(word, YK_COUNT_OF(word), why);
}

static const char *card_of(const struct yk_view *v, const struct yk_payer *p)
{
    const char *card = yk_payer_card(p);
    return v->unmasked ? card : yk_card_masked(card, v->sheets->arena);
}

void yk_report_unmatched(struct yk_view *v, const struct yk_sales_ask *ask)
{
    const struct yk_column column[] = {
        {.key = "payer"},
        {.key = "card", .heading = _("card number")},
        {.key = "name", .heading = _("name")},
        {.key = "station_code", .heading = _("station")},
        {.key = "litres_month", .heading = _("L/month"), .format = YK_AS_COUNT},
        {.key = "reason", .heading = _("what to do")},
    };
    struct yk_table *t = yk_sheet_table(
        v->sheets, yk_sheets_add(v->sheets, _("cards and names without a client"), NULL),
        "unmatched", NULL, column, YK_COUNT_OF(column));
    size_t count;
    struct open *open = list_open(&count, v, ask);
    for (size_t i = 0; i < count; i++) {
        char handle[13];
        yk_payer_handle(handle, open[i].payer);
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(yk_arena_copy(v->sheets->arena, handle));
        c[1] = yk_text_cell(card_of(v, open[i].payer));
        c[2] = yk_text_cell(open[i].payer->name);
        c[3] = yk_text_cell(open[i].payer->station_code);
        c[4] = yk_number_cell(open[i].litres_month);
        c[5] = yk_code_cell(open[i].why, reason_of(open[i].why));
    }
}

const char *yk_report_payer_map(struct yk_view *v, const struct yk_sales_ask *ask)
{
    struct yk_buf to = {0};
    size_t rows;
    struct open *open = list_open(&rows, v, ask);
    yk_buf_puts(&to,
                "\xEF\xBB\xBFpayer,card,name,station_code,litres_month,client_id,client_name\r\n");
    for (size_t i = 0; i < rows; i++) {
        char handle[13], litres[32];
        yk_payer_handle(handle, open[i].payer);
        yk_num_write(litres, round(open[i].litres_month));
        const char *const cell[] = {handle,
                                    card_of(v, open[i].payer),
                                    open[i].payer->name,
                                    open[i].payer->station_code,
                                    litres,
                                    "",
                                    ""};
        yk_csv_cells(&to, cell, YK_COUNT_OF(cell));
        yk_buf_puts(&to, "\r\n");
    }
    const char *text = yk_arena_copy(v->sheets->arena, to.text);
    yk_buf_release(&to);
    return text;
}
