/* sales.c - card transactions by month as a head office exports them: who is steady, falls, is
 * silent, was lost, came back, is new; cards that nobody can place; a line of totals. */
#include "sample.h"

#include <string.h>

enum {
    FIRST = 12 * 2025 + 8, /* 2025-09 */
    MONTHS = 14,           /* to 2026-10 */
    A_FILE = 9,            /* clients of each batch */
};
/* Percent of the usual litres in the month; oldest first: what a story looks like. */
static const int story[][MONTHS] = {
    {100, 104, 97, 108, 92, 95, 101, 99, 103, 98, 106, 100, 97, 102}, /* steady */
    {100, 98, 103, 101, 97, 99, 102, 96, 100, 95, 92, 60, 48, 41},    /* falling */
    {96, 101, 99, 104, 93, 97, 100, 98, 103, 99, 95, 88, 0, 0},       /* silent */
    {103, 99, 100, 96, 98, 94, 71, 40, 0, 0, 0, 0, 0, 0},             /* lost */
    {99, 102, 97, 101, 100, 96, 93, 0, 0, 0, 0, 62, 85, 90},          /* back */
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 74, 96},                     /* new */
};
enum { STORIES = sizeof story / sizeof *story };

struct statement {
    struct writer w;
    struct census *cs;
    struct chance chance;
    int cards;
    long litres, fen; /* in all; litres in tenths */
};

static void row(struct statement *x, const char *station, int month, const char *card,
                const char *name, const char *grade, int deci_litres, int price_fen)
{
    long fen = (long)deci_litres * price_fen / 10;
    char text[5][32];
    snprintf(text[0], sizeof text[0], "%04d%02d", month / 12, month % 12 + 1);
    snprintf(text[1], sizeof text[1], "%d.%d", deci_litres / 10, deci_litres % 10);
    snprintf(text[2], sizeof text[2], "%ld.%02ld", fen / 100, fen % 100);
    snprintf(text[3], sizeof text[3], "%d", 1 + deci_litres / 600);
    const char *const cell[] = {station, text[0], card, name, grade, text[1], text[2], text[3]};
    for (size_t i = 0; i < sizeof cell / sizeof *cell; i++)
        writer_cell(&x->w, cell[i]);
    writer_end(&x->w);
    x->litres += deci_litres;
    x->fen += fen;
}

static const char *new_card(struct statement *x)
{
    return yk_arena_printf(x->cs->arena, "9030000000000%06d", ++x->cards);
}

/* Tenths of a litre a month that its fleet needs; electric vehicles take none. */
static int need(const struct entry *e)
{
    int litres = 0;
    for (size_t i = 0; i < e->vehicles; i++) {
        const struct use *use = use_of(e->fleet[i].class_code);
        litres += use ? use->litres_month * e->fleet[i].count : 0;
    }
    return litres * 10;
}

static void client(struct statement *x, const struct entry *e, const int *percent)
{
    bool diesel = chance_percent(&x->chance, 50);
    int cards = chance_between(&x->chance, 1, 2),
        usual = need(e) / 100 * chance_between(&x->chance, 20, 75);
    const char *name = got(x->cs, e, "client_name"), *code = sample_stations[e->station].code;
    for (int c = 0; c < cards; c++) {
        const char *card = new_card(x);
        for (int m = 0; m < MONTHS; m++)
            if (percent[m])
                row(x, code, FIRST + m, card, name,
                    diesel ? "0号车用柴油(VI)" : "92号车用汽油(VIB)",
                    usual * percent[m] / 100 / cards, diesel ? 691 : 723);
    }
}

static bool has_bought(const struct census *cs, const struct entry *e)
{
    const char *result = got(cs, e, "visit_result"), *brand = got(cs, e, "current_brand");
    return result && !strcmp(result, "completed") && brand && need(e) > 0;
}

bool sales_write(struct census *cs, const struct batch *const *batch, size_t batches,
                 const char *dir)
{
    struct statement x = {.cs = cs, .chance = {SAMPLE_SEED + 3}};
    size_t told = 0;
    writer_open(&x.w, ',', false, "\r\n");
    fputs("网点编码,月份,卡号,持卡单位,油品名称,数量(升),金额(元),笔数\r\n", x.w.f);
    for (size_t b = 0; b < batches; b++)
        for (size_t i = 0, n = 0; i < batch[b]->count && n < A_FILE; i += 3)
            if (has_bought(cs, &batch[b]->entry[i])) {
                client(&x, &batch[b]->entry[i], story[told++ % STORIES]);
                n++;
            }
    for (int m = MONTHS - 4; m < MONTHS; m++) {
        row(&x, sample_stations[0].code, FIRST + m, "9030000000000900001", "", "95号", 8200, 768);
        row(&x, sample_stations[1].code, FIRST + m, "9030000000000900002", "沐岚搬家服务部", "0#",
            12600, 691);
    }
    char total[2][32];
    snprintf(total[0], sizeof total[0], "%ld.%ld", x.litres / 10, x.litres % 10);
    snprintf(total[1], sizeof total[1], "%ld.%02ld", x.fen / 100, x.fen % 100);
    const char *const last[] = {"合计", "", "", "", "", total[0], total[1], ""};
    for (size_t i = 0; i < sizeof last / sizeof *last; i++)
        writer_cell(&x.w, last[i]);
    writer_end(&x.w);
    return writer_save(&x.w, dir, "sales.csv", "GBK", "");
}
