/* sales.c - what a row of card transactions says, or what is wrong with it. */
#include "youka/survey/sales.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "youka/base/say.h"
#include "youka/base/text.h"

#define KG_A_TONNE 1000.0

void yk_sales_stations_named(struct yk_map *out, const struct yk_station *station, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (*station[i].name && !yk_map_add(out, station[i].name, i))
            yk_map_put(out, station[i].name, SIZE_MAX);
    for (size_t i = 0; i < count; i++)
        yk_map_put(out, station[i].code, i);
}

static bool is_total(const char *cell, struct yk_arena *brief)
{
    static const char *const word[] = {"合计",     "总计",  "小计",    "本页合计",
                                       "本页小计", "total", "subtotal"};
    size_t n = strlen(cell);
    if (n < 5 || n > 24)
        return false;
    const char *key = yk_text_key(brief, cell);
    for (size_t i = 0; i < sizeof word / sizeof *word; i++) {
        size_t w = strlen(word[i]);
        if (!strncmp(key, word[i], w) && (!key[w] || !strcmp(key + w, ":")))
            return true;
    }
    return false;
}

static bool is_total_row(const struct yk_rows *rows, size_t row, struct yk_arena *brief)
{
    yk_arena_reset(brief);
    for (size_t c = 0; c < rows->width; c++)
        if (is_total(yk_rows_at(rows, row, c), brief))
            return true;
    return false;
}

size_t yk_sales_drop_totals(struct yk_rows *rows, struct yk_arena *a)
{
    struct yk_arena brief = {0};
    const char **cell = YK_ARENA_ARRAY(a, const char *, rows->count * rows->width);
    size_t *line = YK_ARENA_ARRAY(a, size_t, rows->count);
    size_t *extra = YK_ARENA_ARRAY(a, size_t, rows->count);
    size_t kept = 0, all = rows->count;
    for (size_t i = 0; i < all; i++) {
        if (is_total_row(rows, i, &brief))
            continue;
        memcpy(cell + kept * rows->width, rows->cell + i * rows->width, rows->width * sizeof *cell);
        line[kept] = rows->line[i];
        extra[kept++] = rows->extra ? rows->extra[i] : 0;
    }
    yk_arena_release(&brief);
    rows->cell = cell;
    rows->line = line;
    rows->extra = extra;
    rows->count = kept;
    return all - kept;
}

/* The row in hand, and what is refused of the piece. */
struct taking {
    const struct yk_sales_desk *desk;
    const struct yk_rows *rows;
    const struct yk_submission *s;
    struct yk_batch *batch;
    struct yk_arena *a;
    struct yk_reject *reject;
    size_t rejects;
    size_t row;  /* of the piece: lines rise */
    int running; /* the month of today */
};

static const char *text(const struct taking *t, const char *code)
{
    const char *said = yk_answer_text(&t->s->answers, code);
    return said ? said : "";
}

/* As the file heads the column of the value, else as it is called here. */
static const char *heading_of(const struct taking *t, const char *called, const char *value)
{
    for (size_t c = 0; *value && t->row < t->rows->count && c < t->rows->width; c++)
        if (!strcmp(yk_rows_at(t->rows, t->row, c), value))
            return yk_rows_label(t->rows, c);
    return called;
}

static bool refuse(struct taking *t, const char *heading, const char *value, const char *reason,
                   const char *hint)
{
    while (t->row < t->rows->count && t->rows->line[t->row] < t->s->line)
        t->row++;
    t->reject[t->rejects++] = (struct yk_reject){.file = t->desk->file,
                                                 .heading = heading_of(t, heading, value),
                                                 .value = value,
                                                 .reason = reason,
                                                 .hint = hint,
                                                 .line = t->s->line,
                                                 .row = t->row};
    return false;
}

static bool take_station(struct yk_sale_row *out, struct taking *t)
{
    const char *code = text(t, "station_code"), *name = text(t, "station_name");
    size_t at;
    if (!*code && *name)
        code = name;
    if (!*code)
        return refuse(t, _("station"), "", _("the row names no station"),
                      _("fill in the station's code, or give it with --station"));
    if (!yk_map_find(t->desk->stations, code, &at) || at == SIZE_MAX)
        return refuse(t, _("station"), code, _("no station with this code or name is known"),
                      _("correct it, or make the station known first: youka station load FILE"));
    out->station_code = t->desk->station[at].code;
    if (t->desk->only && strcmp(t->desk->only, out->station_code) != 0)
        return refuse(t, _("station"), code, _("the row is of another station than --station"),
                      _("load the file without --station"));
    return true;
}

static bool take_month(struct yk_sale_row *out, struct taking *t)
{
    const char *typed = text(t, "sold_on");
    if (!yk_month_read(&out->month, &out->day, typed))
        return refuse(t, _("month or day"), typed, _("this is no month and no day"),
                      _("write it as 2026-10, or as a day: 2026-10-05"));
    if (out->month > t->running)
        return refuse(t, _("month or day"), typed, _("this month is still to come"),
                      _("correct the month, or the computer's date"));
    return true;
}

static bool take_payer(struct yk_sale_row *out, struct taking *t)
{
    out->client = text(t, "client_id");
    out->name = text(t, "buyer");
    out->payer = yk_payer_key(text(t, "card"), out->client, out->name, t->a);
    return out->payer || refuse(t, _("card number"), "", _("the row does not say who bought"),
                                _("fill in the card number, the client's id or its name"));
}

static bool take_grade(struct yk_sale_row *out, struct taking *t)
{
    const char *typed = text(t, "grade");
    return yk_sale_grade_read(&out->grade, typed) ||
           refuse(t, _("fuel grade"), typed, _("this is no grade of motor fuel"),
                  _("write 92, 95, 98, 0, -10, -20, -35, gasoline or diesel; leave out rows of "
                    "other goods"));
}

enum unit { LITRES, TONNES, KILOGRAMS, NO_UNIT };

static enum unit unit_of(const char *typed, struct yk_arena *a)
{
    static const struct {
        const char *word;
        enum unit unit;
    } known[] = {{"", LITRES},      {"l", LITRES},       {"升", LITRES},     {"公升", LITRES},
                 {"litre", LITRES}, {"litres", LITRES},  {"liter", LITRES},  {"t", TONNES},
                 {"吨", TONNES},    {"公吨", TONNES},    {"tonne", TONNES},  {"tonnes", TONNES},
                 {"kg", KILOGRAMS}, {"公斤", KILOGRAMS}, {"千克", KILOGRAMS}};
    const char *key = yk_text_key(a, typed);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i].word, key))
            return known[i].unit;
    return NO_UNIT;
}

/* Of a family by its grades' usual shares; NAN where not even the family is told. */
static double density_of(int grade, const struct yk_rules *rules)
{
    const struct yk_fuel_prior *fuel = yk_rules_fuel(rules, yk_sale_grade_code(grade));
    double sum = 0, share = 0;
    if (fuel)
        return fuel->density_kg_l;
    for (size_t i = 0; i < rules->fuels; i++)
        if (!strcmp(rules->fuel[i].family, yk_sale_grade_code(grade))) {
            sum += rules->fuel[i].share_of_family * rules->fuel[i].density_kg_l;
            share += rules->fuel[i].share_of_family;
        }
    return share > 0 ? sum / share : NAN;
}

static bool take_quantity(struct yk_sale_row *out, struct taking *t)
{
    double litres, tonnes;
    enum unit unit = unit_of(text(t, "unit"), t->a);
    bool has_litres = yk_answer_number(&litres, &t->s->answers, "litres");
    bool has_tonnes = yk_answer_number(&tonnes, &t->s->answers, "tonnes");
    if (unit == NO_UNIT)
        return refuse(t, _("unit"), text(t, "unit"), _("this is no unit of fuel"),
                      _("write L, t or kg"));
    if (has_litres && unit != LITRES) { /* the column of litres holds another unit */
        tonnes = unit == TONNES ? litres : litres / KG_A_TONNE;
        has_tonnes = true;
        has_litres = false;
    }
    if (has_litres) {
        out->litres = litres;
        return true;
    }
    if (!has_tonnes)
        return refuse(t, _("quantity"), "", _("the row has no quantity"),
                      _("fill in the litres or the tonnes"));
    out->litres = tonnes * KG_A_TONNE / density_of(out->grade, t->desk->rules);
    return isfinite(out->litres) || refuse(t, _("fuel grade"), text(t, "grade"),
                                           _("tonnes become litres only where the grade is known"),
                                           _("fill in the grade, or at least gasoline or diesel"));
}

static bool take_row(struct yk_sale_row *out, struct taking *t)
{
    *out = (struct yk_sale_row){.yuan = NAN, .times = NAN, .line = t->s->line};
    if (!take_station(out, t) || !take_month(out, t) || !take_payer(out, t) ||
        !take_grade(out, t) || !take_quantity(out, t))
        return false;
    if (!yk_answer_number(&out->yuan, &t->s->answers, "yuan"))
        out->yuan = NAN;
    if (!yk_answer_number(&out->times, &t->s->answers, "times"))
        out->times = NAN;
    return true;
}

void yk_sales_take(struct yk_sale_row **out, size_t *count, struct yk_batch *batch,
                   const struct yk_rows *rows, const struct yk_sales_desk *desk, yk_day today,
                   struct yk_arena *a)
{
    struct yk_sale_row *row = YK_ARENA_ARRAY(a, struct yk_sale_row, batch->count);
    struct taking t = {.desk = desk, .rows = rows, .batch = batch, .a = a};
    size_t n = 0;
    t.running = yk_month_of(today);
    t.reject = YK_ARENA_ARRAY(a, struct yk_reject, batch->rejects + batch->count);
    if (batch->rejects)
        memcpy(t.reject, batch->reject, batch->rejects * sizeof *t.reject);
    t.rejects = batch->rejects;
    for (size_t i = 0; i < batch->count; i++) {
        t.s = &batch->submission[i];
        n += take_row(&row[n], &t);
    }
    batch->rejected_rows += batch->count - n;
    batch->reject = t.reject;
    batch->rejects = t.rejects;
    *out = row;
    *count = n;
}
