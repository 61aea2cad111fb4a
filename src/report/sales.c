/* sales.c - what clients bought, station by station and client by client; whom to win back. */
#include "youka/report/sales.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "words.h"
#include "youka/base/say.h"

static struct yk_cell month_cell(const struct yk_view *v, int month)
{
    char text[8];
    if (!month)
        return yk_text_cell("");
    yk_month_write(text, month);
    return yk_text_cell(yk_arena_copy(v->sheets->arena, text));
}

static const char *grade_key(const struct yk_view *v, int grade)
{
    const char *code = yk_sale_grade_code(grade);
    return yk_arena_printf(v->sheets->arena, "grades.%s", *code ? code : "unknown");
}

static bool is_chosen(const struct yk_view *v, const struct yk_sales_ask *ask, const char *code)
{
    for (size_t i = 0; i < v->territory->stations; i++)
        if (!strcmp(v->territory->station[i].code, code))
            return ask->chosen[i];
    return false;
}

enum { STATION_FIXED = 9 };

static struct yk_table *station_table(struct yk_view *v)
{
    struct yk_column column[STATION_FIXED + YK_SALE_GRADES] = {
        {.key = "station_code", .heading = _("station")},
        {.key = "newest_month", .heading = _("newest month")},
        {.key = "months", .heading = _("months"), .format = YK_AS_COUNT},
        {.key = "litres_month", .heading = _("ours L/month"), .format = YK_AS_COUNT},
        {.key = "tonnes_month", .heading = _("t/month"), .format = YK_AS_DECIMAL},
        {.key = "yuan_month"},
        {.key = "payers", .heading = _("cards, names"), .format = YK_AS_COUNT},
        {.key = "unmatched", .heading = _("without a client"), .format = YK_AS_COUNT},
        {.key = "unmatched_litres", .heading = _("of unknown clients L"), .format = YK_AS_COUNT},
    };
    for (int g = 0; g < YK_SALE_GRADES; g++)
        column[STATION_FIXED + g] = (struct yk_column){.key = grade_key(v, g)};
    return yk_sheet_table(v->sheets, yk_sheets_add(v->sheets, _("sold by card"), NULL), "stations",
                          NULL, column, YK_COUNT_OF(column));
}

static void stations(struct yk_view *v, const struct yk_sales_ask *ask)
{
    struct yk_table *t = station_table(v);
    for (size_t i = 0; i < ask->stations; i++) {
        const struct yk_station_sales *s = &ask->station[i];
        if (!is_chosen(v, ask, s->station_code))
            continue;
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(s->station_code);
        c[1] = month_cell(v, s->newest);
        c[2] = yk_number_cell((double)s->months);
        c[3] = yk_number_cell(s->litres);
        c[4] = yk_some_number(s->tonnes);
        c[5] = yk_some_number(s->yuan);
        c[6] = yk_number_cell((double)s->payers);
        c[7] = yk_number_cell((double)s->unknown);
        c[8] = yk_number_cell(s->unknown_litres);
        for (int g = 0; g < YK_SALE_GRADES; g++)
            c[STATION_FIXED + g] = yk_number_cell(s->grade[g]);
    }
}

/* Clients in the order of a table: numbers of the territory. */
struct rank {
    size_t client;
    double by;
    const char *id;
};
static int by_rank(const void *left, const void *right)
{
    const struct rank *a = left, *b = right;
    if (a->by != b->by)
        return a->by > b->by ? -1 : 1;
    return strcmp(a->id, b->id);
}

static struct rank rank_of(const struct yk_view *v, size_t client, double by)
{
    return (struct rank){client, by, v->territory->door[client].id.text};
}

static bool wanted(const struct yk_view *v, const struct yk_sales_ask *ask, size_t client)
{
    const struct yk_buyer *b = yk_sales_of(v->derived->buyer, client);
    unsigned status = ask->status ? ask->status : ~(1u << YK_SALES_NONE);
    return b && yk_client_chosen(v, client, ask->chosen) && (status >> b->status & 1);
}

static double share_of(const struct yk_view *v, size_t client)
{
    const struct yk_estimate *e = &v->derived->estimate[client];
    double mean = e->none ? NAN : e->litres.mean;
    return mean > 0 ? v->derived->buyer[client].ours_litres_month / mean : NAN;
}

enum { CLIENT_FIXED = 21 };

static struct yk_table *client_table(struct yk_view *v)
{
    struct yk_column column[CLIENT_FIXED + YK_SALE_GRADES] = {
        {.key = "client_id", .heading = _("client id"), .width = 10},
        {.key = "name", .heading = _("name")},
        {.key = "category"},
        {.key = "station_code", .heading = _("station")},
        {.key = "status", .heading = _("status")},
        {.key = "ours_litres_month", .heading = _("ours L/month"), .format = YK_AS_COUNT},
        {.key = "ours_months"},
        {.key = "share", .heading = _("of its need"), .format = YK_AS_PERCENT},
        {.key = "change", .heading = _("on the 3 months before"), .format = YK_AS_PERCENT},
        {.key = "change_year", .heading = _("on the year"), .format = YK_AS_PERCENT},
        {.key = "seasonal"},
        {.key = "price_yuan_l"},
        {.key = "first_month"},
        {.key = "last_month", .heading = _("last fuel")},
        {.key = "planned_litres", .heading = _("planned L/month"), .format = YK_AS_COUNT},
        {.key = "planned_since"},
        {.key = "before_litres"},
        {.key = "since_litres"},
        {.key = "gained_litres", .heading = _("gained L/month"), .format = YK_AS_COUNT},
        {.key = "payers"},
        {.key = "margin_yuan_l"},
    };
    for (int g = 0; g < YK_SALE_GRADES; g++)
        column[CLIENT_FIXED + g] = (struct yk_column){.key = grade_key(v, g)};
    return yk_sheet_table(v->sheets, yk_sheets_add(v->sheets, _("what clients bought"), NULL),
                          "clients", NULL, column, YK_COUNT_OF(column));
}

static struct yk_cell status_cell(const struct yk_buyer *b)
{
    return yk_code_cell(yk_sales_status_code(b->status), yk_word_sales_status(b->status));
}

static void put_plan(struct yk_view *v, struct yk_cell *c, const struct yk_sales_ask *ask,
                     size_t client)
{
    double before = ask->before[client], since = ask->since[client];
    c[0] = yk_some_number(ask->planned[client]);
    c[1] = month_cell(v, ask->planned_since[client]);
    c[2] = yk_some_number(before);
    c[3] = yk_some_number(since);
    c[4] = yk_some_number(since - (isnan(before) ? 0 : before));
}

static void put_client(struct yk_view *v, struct yk_cell *c, const struct yk_sales_ask *ask,
                       size_t client)
{
    const struct yk_door *door = &v->territory->door[client];
    const struct yk_buyer *b = &v->derived->buyer[client];
    c[0] = yk_code_cell(door->id.text, yk_word_id(v, &door->id));
    c[1] = yk_text_cell(yk_door_text(door, "client_name"));
    c[2] = yk_text_cell(yk_door_text(door, "category"));
    c[3] = yk_text_cell(v->territory->station[v->derived->place[client].owner].code);
    c[4] = status_cell(b);
    c[5] = yk_number_cell(b->ours_litres_month);
    c[6] = yk_number_cell((double)b->ours_months);
    c[7] = yk_some_number(share_of(v, client));
    c[8] = yk_some_number(b->change);
    c[9] = yk_some_number(b->change_year);
    c[10] = yk_text_cell(b->seasonal ? "yes" : "no");
    c[11] = yk_some_number(b->price_yuan_l);
    c[12] = month_cell(v, b->first_month);
    c[13] = month_cell(v, b->last_month);
    put_plan(v, c + 14, ask, client);
    c[19] = yk_number_cell((double)b->payers);
    c[20] = yk_some_number(ask->margin[client]);
    for (int g = 0; g < YK_SALE_GRADES; g++)
        c[CLIENT_FIXED + g] = yk_number_cell(b->grade[g]);
}

static void clients(struct yk_view *v, const struct yk_sales_ask *ask)
{
    struct yk_table *t = client_table(v);
    struct rank *rank = YK_ARENA_ARRAY(v->sheets->arena, struct rank, v->territory->doors);
    size_t n = 0;
    for (size_t i = 0; i < v->territory->doors; i++)
        if (wanted(v, ask, i))
            rank[n++] = rank_of(v, i, v->derived->buyer[i].ours_litres_month);
    if (n)
        qsort(rank, n, sizeof *rank, by_rank);
    for (size_t i = 0; i < n; i++)
        put_client(v, yk_table_row(v->sheets, t), ask, rank[i].client);
}

static void win_back(struct yk_view *v, const struct yk_sales_ask *ask)
{
    const struct yk_column column[] = {
        {.key = "client_id", .heading = _("client id"), .width = 10},
        {.key = "name", .heading = _("name")},
        {.key = "station_code", .heading = _("station")},
        {.key = "status", .heading = _("status")},
        {.key = "lost_litres_month", .heading = _("lost L/month"), .format = YK_AS_COUNT},
        {.key = "margin_yuan_month", .heading = _("margin yuan/month"), .format = YK_AS_COUNT},
        {.key = "last_month", .heading = _("last fuel")},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, yk_sheets_add(v->sheets, _("whom to win back"), NULL), "win_back",
                       NULL, column, YK_COUNT_OF(column));
    struct rank *rank = YK_ARENA_ARRAY(v->sheets->arena, struct rank, v->territory->doors);
    size_t n = 0;
    for (size_t i = 0; i < v->territory->doors; i++)
        if (wanted(v, ask, i) && v->derived->buyer[i].lost_litres_month > 0)
            rank[n++] = rank_of(v, i, v->derived->buyer[i].lost_litres_month * ask->margin[i]);
    if (n)
        qsort(rank, n, sizeof *rank, by_rank);
    for (size_t i = 0; i < n; i++) {
        size_t client = rank[i].client;
        const struct yk_buyer *b = &v->derived->buyer[client];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        const struct yk_door *door = &v->territory->door[client];
        c[0] = yk_code_cell(door->id.text, yk_word_id(v, &door->id));
        c[1] = yk_text_cell(yk_door_text(door, "client_name"));
        c[2] = yk_text_cell(v->territory->station[v->derived->place[client].owner].code);
        c[3] = status_cell(b);
        c[4] = yk_number_cell(b->lost_litres_month);
        c[5] = yk_number_cell(rank[i].by);
        c[6] = month_cell(v, b->last_month);
    }
}

static void segments(struct yk_view *v, const struct yk_sales_ask *ask)
{
    const struct yk_column column[] = {
        {.key = "category", .heading = _("category")},
        {.key = "region", .heading = _("region")},
        {.key = "tries", .heading = _("asked"), .format = YK_AS_COUNT},
        {.key = "wins", .heading = _("won"), .format = YK_AS_COUNT},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, yk_sheets_add(v->sheets, _("clients won"), NULL),
                                        "segments", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < ask->outcomes; i++) {
        const struct yk_sales_outcome *o = &ask->outcome[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_code_cell(o->category, yk_word_choice(v, "category", o->category));
        c[1] = yk_text_cell(o->region);
        c[2] = yk_number_cell((double)o->tries);
        c[3] = yk_number_cell((double)o->wins);
    }
}

/* Clients that buy (almost) all from us: what they use beside what was estimated. */
static void recalibration(struct yk_view *v)
{
    const struct yk_column column[] = {
        {.key = "clients", .heading = _("clients whose use is known"), .format = YK_AS_COUNT},
        {.key = "total_ratio", .heading = _("used / sum of means"), .format = YK_AS_DECIMAL},
        {.key = "total_sd", .heading = _("give or take"), .format = YK_AS_DECIMAL},
        {.key = "spread",
         .heading = _("ranges made so many times as wide"),
         .format = YK_AS_DECIMAL},
    };
    const struct yk_recalibration *r = &v->derived->recalibration;
    if (!(r->spread > 0))
        return;
    struct yk_table *t =
        yk_sheet_table(v->sheets, yk_sheets_add(v->sheets, _("estimates and card data"), NULL),
                       "recalibration", NULL, column, YK_COUNT_OF(column));
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_number_cell((double)r->total.clients);
    if (!isnan(r->total.sd))
        c[1] = yk_number_cell(r->total.ratio);
    c[2] = yk_some_number(r->total.sd);
    c[3] = yk_number_cell(r->spread);
}

void yk_report_sales(struct yk_view *v, const struct yk_sales_ask *ask)
{
    stations(v, ask);
    clients(v, ask);
    win_back(v, ask);
    segments(v, ask);
    recalibration(v);
}
