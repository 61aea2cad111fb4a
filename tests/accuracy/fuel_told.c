/* fuel_told.c - what the clients of a region answer: fields of the census form. */
#include <stdio.h>
#include <string.h>

#include "fuel_world.h"
#include "youka/base/num.h"
#include "youka/estimate/units.h"

#define SIZE_TOLD .70
#define COUNT_TOLD .70
#define REFUSAL .4 /* per log litre */
#define MISTAKEN .09
#define FILLS_TOLD .15
#define MOST_FIELDS 32

/* Who says it, of a hundred: judgement. Nobody counts litres in a yard. */
static const struct {
    const char *source;
    int count, volume;
} sources[] = {{"document", 10, 15}, {"manager", 30, 35}, {"driver", 15, 20},
               {"guard", 20, 10},    {"counted", 10, 0},  {"guess", 15, 20}};
enum { SOURCES = sizeof sources / sizeof *sources };

/* One client at the door. */
struct teller {
    struct fuel_world *w;
    struct fuel_client *c;
    struct yk_answers *out;
    struct dice *d;
    double noise; /* on the sources' standard deviations */
    double mistaken, refusal_centre;
};

static void say(struct teller *t, const char *code, const char *text)
{
    if (t->out->count == MOST_FIELDS)
        YK_BUG("a client answers more than %d fields", MOST_FIELDS);
    t->out->answer[t->out->count++] = (struct yk_answer){.code = code, .text = text};
}

static void say_number(struct teller *t, const char *code, double value)
{
    char text[32];

    yk_num_write(text, value);
    say(t, code, yk_arena_copy(&t->w->a, text));
}

static const struct yk_source_prior *draw_source(struct teller *t, bool volume)
{
    int left = (int)dice_below(t->d, 100), i = 0;

    while ((left -= volume ? sources[i].volume : sources[i].count) >= 0)
        i++;
    return yk_rules_source(&t->w->rules, sources[i].source);
}

/* The truth as the source knows it. */
static double known(struct teller *t, double truth, const struct yk_source_prior *s)
{
    return truth * exp(s->log_bias + t->noise * s->log_sd * dice_normal(t->d));
}

static double to_digits(double x, int digits)
{
    char text[32];
    double rounded;

    snprintf(text, sizeof text, "%.*e", digits - 1, x);
    return yk_num_read(&rounded, text) == YK_NUM_OK ? rounded : x;
}

/* How many digits people keep: 42.5 % one, 66.9 % at most two (sources.csv, heaping). */
static int draw_digits(struct teller *t)
{
    double u = dice_unit(t->d);

    return u < .425 ? 1 : u < .669 ? 2 : 3;
}

static void tell_count(struct teller *t)
{
    const struct yk_source_prior *s = draw_source(t, false);
    double n = fmax(round(known(t, t->c->vehicles, s)), 1);
    int digits = draw_digits(t);

    if (strcmp(s->info_source, "document") != 0 && digits < 3)
        n = to_digits(n, digits);
    if (n > 20000)
        return;
    t->c->counted = true;
    say_number(t, "vehicle_total", n);
    say(t, "vehicle_source", s->info_source);
}

static const struct yk_fuel_prior *main_grade(const struct yk_rules *rules, const char *family)
{
    const struct yk_fuel_prior *best = NULL;

    for (size_t i = 0; i < rules->fuels; i++)
        if (strcmp(rules->fuel[i].family, family) == 0 &&
            (!best || rules->fuel[i].share_of_family > best->share_of_family))
            best = &rules->fuel[i];
    return best;
}

double fuel_amount_of(const struct fuel_client *c, enum yk_meant meant, double litres,
                      const struct yk_fuel_prior *family)
{
    double t = litres * family->density_kg_l / 1000, cny = litres * family->price_yuan_l;

    switch (meant) {
    case YK_MEANT_L_YEAR:
        return litres * 12;
    case YK_MEANT_T_MONTH:
        return t;
    case YK_MEANT_T_YEAR:
        return t * 12;
    case YK_MEANT_CNY_MONTH:
        return cny;
    case YK_MEANT_CNY_YEAR:
        return cny * 12;
    case YK_MEANT_VEHICLE: { /* of one vehicle, in the unit that is stated */
        double amount = *c->unit == 't' ? t : *c->unit == 'c' ? cny : litres;
        return amount / c->vehicles;
    }
    default:
        return litres;
    }
}

/* What the number means: mostly what its unit says, else by the weights of §4.3 and §13. */
static void draw_meaning(struct teller *t)
{
    static const double weight[3][YK_MEANTS] = {{0, .04, .03, .015, .03, .005, .02},
                                                {.03, .015, 0, .04, .03, .005, .02},
                                                {.03, .015, .03, .005, 0, .04, .02}};
    static const enum yk_meant stated[3] = {YK_MEANT_L_MONTH, YK_MEANT_T_MONTH, YK_MEANT_CNY_MONTH};
    size_t unit = *t->c->unit == 't' ? 1 : *t->c->unit == 'c' ? 2 : 0;
    int several = t->c->vehicles > 1;
    double all = 0;

    t->c->meant = stated[unit];
    t->c->mistaken = dice_chance(t->d, t->mistaken);
    if (!t->c->mistaken)
        return;
    for (int i = 0; i < YK_MEANT_VEHICLE + several; i++)
        all += weight[unit][i];
    double left = dice_unit(t->d) * all;
    int i = 0;
    while (i < YK_MEANT_VEHICLE + several - 1 && (left -= weight[unit][i]) >= 0)
        i++;
    t->c->meant = (enum yk_meant)i;
}

static void draw_unit(struct teller *t)
{
    bool tonnes = dice_chance(t->d, .25), yuan = dice_chance(t->d, .10);

    t->c->unit = tonnes && t->c->litres > 3000 ? "t" : yuan ? "cny" : "l";
}

static double rounded(struct teller *t, double amount, const struct yk_source_prior *s)
{
    if (amount <= 0)
        return 0;
    int digits = draw_digits(t);
    if (strcmp(s->info_source, "document") == 0)
        return fmax(round(amount * 100) / 100, .01);
    return to_digits(amount, digits);
}

static void tell_fills(struct teller *t, const struct yk_source_prior *s)
{
    double week = known(t, t->c->litres, s) * 12 / 52;
    double fills = fmin(fmax(round(week / (t->c->gasoline > .5 ? 50 : 200)), 1), 500);
    double litres = rounded(t, week / fills, s);

    if (!dice_chance(t->d, FILLS_TOLD) || litres > 1500)
        return;
    say_number(t, "fills_week", fills);
    say_number(t, "litres_fill", litres);
}

static void tell_volume(struct teller *t)
{
    const struct yk_rules *rules = &t->w->rules;
    const struct yk_source_prior *s = draw_source(t, true);
    double litres = known(t, t->c->litres, s);
    double share = t->c->gasoline < .02 ? 0 : t->c->gasoline > .98 ? 1 : t->c->gasoline;

    draw_unit(t);
    draw_meaning(t);
    double gasoline = rounded(
        t, fuel_amount_of(t->c, t->c->meant, litres * share, main_grade(rules, "gasoline")), s);
    double diesel = rounded(
        t, fuel_amount_of(t->c, t->c->meant, litres * (1 - share), main_grade(rules, "diesel")), s);
    if (gasoline > 1e7 || diesel > 1e7) {
        t->c->unit = "";
        return;
    }
    t->c->told = FUEL_VOLUME;
    say_number(t, "gas_month", gasoline);
    say(t, "gas_unit", t->c->unit);
    say_number(t, "diesel_month", diesel);
    say(t, "diesel_unit", t->c->unit);
    say(t, "volume_source", s->info_source);
    tell_fills(t, s);
}

/* What every survey has, so that the form takes it; names are unlike one another. */
static void tell_door(struct teller *t, size_t i)
{
    static const char *const own[] = {"德", "铭", "川", "邦", "腾", "诺", "科", "尚", "威", "隆",
                                      "聚", "博", "奥", "瑞", "凯", "创", "信", "优", "格"};
    struct yk_arena *a = &t->w->a;

    say(t, "station_code", t->w->t.door[i].station_code);
    say(t, "surveyor", "示例");
    say(t, "survey_date", "2026-03-02");
    say(t, "visit_result", "completed");
    say(t, "client_name", yk_arena_printf(a, "%s%s第%zu单位", own[i % 19], own[i / 19], i + 1));
    say(t, "category", t->c->category->category);
    if (strcmp(t->c->category->category, "other") == 0)
        say(t, "category_other", "示例");
    say(t, "address", yk_arena_printf(a, "示例路%zu号", 10 * i + 1));
    say_number(t, "lon_manual", to_digits(t->w->place[i].point.lon, 9));
    say_number(t, "lat_manual", to_digits(t->w->place[i].point.lat, 8));
    say(t, "coord_system", "wgs84");
    say(t, "current_brand", "unknown");
    say(t, "sensitivity", "price");
    say(t, "sensitivity_top", "price");
    say(t, "intent", "b");
    say(t, "difficulty", "3");
}

static void tell_fuel(struct teller *t)
{
    struct fuel_client *c = t->c;
    double refusal = 1 / (1 + exp(-REFUSAL * (log(c->litres) - t->refusal_centre)));

    c->unit = "";
    c->size_told = dice_chance(t->d, SIZE_TOLD) && *c->category->size_field && c->size <= 1e6;
    if (c->size_told)
        say_number(t, c->category->size_field, c->size);
    if (dice_chance(t->d, COUNT_TOLD))
        tell_count(t);
    if (!dice_chance(t->d, refusal))
        tell_volume(t);
    if (c->told != FUEL_VOLUME)
        c->told = c->counted ? FUEL_COUNT : FUEL_NOTHING;
}

void fuel_tell(struct fuel_world *w, enum fuel_law law, struct dice *d)
{
    int times = law == FUEL_HARD ? 2 : 1;
    double centre = 0;

    for (size_t i = 0; i < FUEL_CLIENTS; i++)
        centre += log(w->client[i].litres) / FUEL_CLIENTS;
    for (size_t i = 0; i < FUEL_CLIENTS; i++) {
        struct yk_answers *out = &w->t.door[i].answers;
        struct teller t = {w, &w->client[i], out, d, times, times * MISTAKEN, centre};
        out->answer = YK_ARENA_ARRAY(&w->a, struct yk_answer, MOST_FIELDS);
        tell_door(&t, i);
        tell_fuel(&t);
        yk_answers_sort(out);
    }
}
