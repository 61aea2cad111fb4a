/* sales.c - what each client bought, month by month, from what its payers bought. */
#include "youka/plan/sales.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/map.h"

/* The months of data of one station. */
struct calendar {
    int month[YK_SALE_MONTHS]; /* newest first */
    size_t months;
    int newest;
    uint32_t has; /* bit i: month newest - i; 32 months are more than are kept */
};

struct work {
    const struct yk_territory *t;
    struct yk_arena *a;
    struct calendar *calendar; /* one a station code that sold */
    size_t calendars;
    struct yk_map of_station;
};

static void see_month(struct calendar *c, int month)
{
    enum { BITS = 32 };
    if (!c->has)
        c->newest = month;
    if (month > c->newest) {
        int shift = month - c->newest;
        c->has = shift < BITS ? c->has << shift : 0;
        c->newest = month;
    }
    if (c->newest - month < BITS)
        c->has |= (uint32_t)1 << (c->newest - month);
}

static void end_calendar(struct calendar *c)
{
    for (int i = 0; i < 32 && c->months < YK_SALE_MONTHS; i++)
        if (c->has >> i & 1)
            c->month[c->months++] = c->newest - i;
}

static struct calendar *calendar_of(struct work *w, const char *station)
{
    size_t at = w->calendars;
    if (!yk_map_find(&w->of_station, station, &at)) {
        yk_map_add(&w->of_station, station, at);
        w->calendars++;
    }
    return &w->calendar[at];
}

/* Payers of one station stand together. */
static void read_calendars(struct work *w)
{
    const struct yk_territory *t = w->t;
    int running = t->today == YK_DAY_NONE ? INT32_MAX : yk_month_of(t->today);
    size_t stations = 0;
    for (size_t i = 0; i < t->payers; i++)
        stations += !i || strcmp(t->payer[i].station_code, t->payer[i - 1].station_code) != 0;
    w->calendar = YK_ARENA_ARRAY(w->a, struct calendar, stations);
    struct calendar *c = NULL;
    for (size_t i = 0; i < t->payers; i++) {
        if (!i || strcmp(t->payer[i].station_code, t->payer[i - 1].station_code) != 0)
            c = calendar_of(w, t->payer[i].station_code);
        for (size_t k = 0; k < t->payer[i].sales; k++)
            if (t->payer[i].sale[k].month < running)
                see_month(c, t->payer[i].sale[k].month);
    }
    for (size_t i = 0; i < w->calendars; i++)
        end_calendar(&w->calendar[i]);
}

/* Payers by client. */
struct own {
    size_t client, payer;
};
static int by_client(const void *left, const void *right)
{
    const struct own *a = left, *b = right;
    if (a->client != b->client)
        return a->client < b->client ? -1 : 1;
    return (a->payer > b->payer) - (a->payer < b->payer);
}

static double litres_of(const struct yk_payer *p)
{
    double sum = 0;
    for (size_t i = 0; i < p->sales; i++)
        sum += p->sale[i].litres;
    return sum;
}

/* The station where most was bought; of equal ones the first by code. */
static const char *main_station(const struct work *w, const struct own *own, size_t count)
{
    const char *best = w->t->payer[own[0].payer].station_code;
    double most = -INFINITY;
    for (size_t i = 0; i < count;) {
        const char *station = w->t->payer[own[i].payer].station_code;
        double litres = 0;
        for (; i < count && !strcmp(w->t->payer[own[i].payer].station_code, station); i++)
            litres += litres_of(&w->t->payer[own[i].payer]);
        if (litres > most) {
            most = litres;
            best = station;
        }
    }
    return best;
}

static size_t month_at(const struct yk_buyer *b, int month)
{
    size_t i = 0;
    while (i < b->months && b->month[i] != month)
        i++;
    return i;
}

/* `recent`: in the months that ours_litres_month is the mean of. */
static void add_sale(struct yk_buyer *b, const struct yk_sale *s, size_t recent)
{
    size_t at = month_at(b, s->month);
    if (at == b->months)
        return;
    b->litres[at] += s->litres;
    b->yuan[at] += s->yuan; /* NAN stays NAN */
    if (at < recent)
        b->grade[s->grade] += s->litres;
}

static void fill(struct yk_buyer *b, struct work *w, const struct own *own, size_t count)
{
    const struct calendar *c = calendar_of(w, main_station(w, own, count));
    size_t recent = (size_t)yk_rules_sales(w->t->rules, "ours_months");
    *b = (struct yk_buyer){.payers = count, .months = c->months};
    memcpy(b->month, c->month, sizeof b->month);
    for (size_t i = 0; i < count; i++) {
        const struct yk_payer *p = &w->t->payer[own[i].payer];
        for (size_t k = 0; k < p->sales; k++)
            add_sale(b, &p->sale[k], recent);
    }
    yk_sales_judge(b, w->t->rules);
    for (int g = 0; g < YK_SALE_GRADES; g++)
        b->grade[g] = b->ours_months ? b->grade[g] / (double)b->ours_months : 0;
}

void yk_sales_all(struct yk_buyer *out, const struct yk_territory *t, const size_t *client_of,
                  struct yk_arena *a)
{
    struct work w = {.t = t, .a = a};
    struct own *own = yk_alloc((t->payers + 1) * sizeof *own);
    size_t owned = 0;
    memset(out, 0, t->doors * sizeof *out);
    read_calendars(&w);
    for (size_t i = 0; i < t->payers; i++)
        if (client_of[i] != SIZE_MAX)
            own[owned++] = (struct own){client_of[i], i};
    if (owned)
        qsort(own, owned, sizeof *own, by_client);
    for (size_t i = 0, n; i < owned; i += n) {
        for (n = 1; i + n < owned && own[i + n].client == own[i].client; n++)
            ;
        fill(&out[own[i].client], &w, &own[i], n);
    }
    free(own);
    yk_map_release(&w.of_station);
}

/* Of fuel whose grade is not told as its family's grades usually are. */
static double density_of(int grade, const struct yk_rules *rules)
{
    const char *code = yk_sale_grade_code(grade);
    const struct yk_fuel_prior *fuel = yk_rules_fuel(rules, code);
    double sum = 0, share = 0;
    if (fuel)
        return fuel->density_kg_l;
    for (size_t i = 0; i < rules->fuels; i++)
        if (!strcmp(rules->fuel[i].family, code)) {
            sum += rules->fuel[i].share_of_family * rules->fuel[i].density_kg_l;
            share += rules->fuel[i].share_of_family;
        }
    return share > 0 ? sum / share : NAN;
}

static void add_payer(struct yk_station_sales *s, const struct yk_payer *p,
                      const struct calendar *c, size_t recent, bool known)
{
    double litres = 0;
    bool any = false;
    for (size_t i = 0; i < p->sales; i++) {
        const struct yk_sale *sale = &p->sale[i];
        if (sale->month < c->month[recent - 1] || sale->month > c->newest)
            continue;
        any = true;
        litres += sale->litres;
        s->yuan += sale->yuan;
        s->grade[sale->grade] += sale->litres;
    }
    s->payers += any;
    s->unknown += any && !known;
    s->litres += litres;
    s->unknown_litres += known ? 0 : litres;
}

static void end_station(struct yk_station_sales *s, size_t recent, const struct yk_rules *rules)
{
    double months = (double)recent;
    s->litres /= months;
    s->unknown_litres /= months;
    s->yuan /= months;
    for (int g = 0; g < YK_SALE_GRADES; g++) {
        s->grade[g] /= months;
        if (s->grade[g] > 0)
            s->tonnes += s->grade[g] * density_of(g, rules) / 1000;
    }
}

void yk_sales_stations(struct yk_station_sales **out, size_t *count, const struct yk_territory *t,
                       const size_t *client_of, struct yk_arena *a)
{
    struct work w = {.t = t, .a = a};
    size_t n = 0, most = (size_t)yk_rules_sales(t->rules, "ours_months");
    read_calendars(&w);
    struct yk_station_sales *all = YK_ARENA_ARRAY(a, struct yk_station_sales, w.calendars);
    for (size_t i = 0; i < t->payers;) {
        const char *station = t->payer[i].station_code;
        const struct calendar *c = calendar_of(&w, station);
        size_t recent = c->months < most ? c->months : most;
        struct yk_station_sales *s = &all[n];
        *s = (struct yk_station_sales){
            .station_code = station, .newest = c->newest, .months = c->months};
        for (; i < t->payers && !strcmp(t->payer[i].station_code, station); i++)
            if (recent)
                add_payer(s, &t->payer[i], c, recent, client_of[i] != SIZE_MAX);
        if (!recent)
            continue;
        end_station(s, recent, t->rules);
        n++;
    }
    yk_map_release(&w.of_station);
    *out = all;
    *count = n;
}

double yk_sales_margin(const struct yk_buyer *b, const char *category, const struct yk_rules *rules)
{
    double family[2] = {0, 0}, litres = 0, yuan = 0; /* margin of gasoline, of diesel */
    for (size_t i = 0; i < rules->fuels; i++)
        family[!strcmp(rules->fuel[i].family, "diesel")] +=
            rules->fuel[i].share_of_family * rules->fuel[i].margin_yuan_l;
    double gasoline = yk_rules_category(rules, category)->gasoline_share;
    double any = gasoline * family[0] + (1 - gasoline) * family[1];
    for (int g = 0; g < YK_SALE_GRADES; g++) {
        const struct yk_fuel_prior *fuel = yk_rules_fuel(rules, yk_sale_grade_code(g));
        double margin = fuel                    ? fuel->margin_yuan_l
                        : g == YK_SALE_GASOLINE ? family[0]
                        : g == YK_SALE_DIESEL   ? family[1]
                                                : any;
        if (b->grade[g] > 0) {
            litres += b->grade[g];
            yuan += b->grade[g] * margin;
        }
    }
    return litres > 0 ? yuan / litres : any;
}
