/* totals_parts.c - sums that many stations share: by category, fuel, policy, risk, tier. */
#include <stdlib.h>
#include <string.h>

#include "totals.h"

static const char *text_at(sqlite3_stmt *st, int at)
{
    const char *text = (const char *)sqlite3_column_text(st, at);
    return text ? text : "";
}

struct yk_totals_category *lite_totals_category(struct reading *r, const char *code)
{
    for (size_t i = 0; i < r->categories; i++)
        if (!strcmp(r->category[i].category, code))
            return &r->category[i];
    r->category = yk_grow(r->category, &r->category_room, r->categories + 1, sizeof *r->category);
    struct yk_totals_category *c = &r->category[r->categories++];
    *c = (struct yk_totals_category){.category = yk_arena_copy(r->a, code)};
    return c;
}

static struct yk_totals_fuel *fuel_of(struct reading *r, const char *category, const char *grade)
{
    for (size_t i = 0; i < r->fuels; i++)
        if (!strcmp(r->fuel[i].grade, grade) && !strcmp(r->fuel[i].category, category))
            return &r->fuel[i];
    r->fuel = yk_grow(r->fuel, &r->fuel_room, r->fuels + 1, sizeof *r->fuel);
    struct yk_totals_fuel *f = &r->fuel[r->fuels++];
    *f = (struct yk_totals_fuel){.category = yk_arena_copy(r->a, category),
                                 .grade = yk_arena_copy(r->a, grade)};
    return f;
}

yk_code lite_totals_fuel(struct reading *r, sqlite3_stmt *st, struct yk_err *err)
{
    struct yk_totals_fuel *f = fuel_of(r, text_at(st, 0), text_at(st, 1));
    double *const to[] = {&f->litres, &f->ours,        &f->winnable,
                          &f->tonnes, &f->ours_tonnes, &f->winnable_tonnes};
    (void)err;
    for (int k = 0; k < (int)(sizeof to / sizeof *to); k++)
        *to[k] += sqlite3_column_double(st, 2 + k);
    return YK_OK;
}

static struct yk_totals_policy *policy_of(struct reading *r, const char *policy,
                                          const char *refused)
{
    for (size_t i = 0; i < r->policies; i++)
        if (!strcmp(r->policy[i].policy, policy) && !strcmp(r->policy[i].refused, refused))
            return &r->policy[i];
    r->policy = yk_grow(r->policy, &r->policy_room, r->policies + 1, sizeof *r->policy);
    struct yk_totals_policy *p = &r->policy[r->policies++];
    *p = (struct yk_totals_policy){.policy = yk_arena_copy(r->a, policy),
                                   .refused = yk_arena_copy(r->a, refused)};
    return p;
}

yk_code lite_totals_policy(struct reading *r, sqlite3_stmt *st, struct yk_err *err)
{
    struct yk_totals_policy *p = policy_of(r, text_at(st, 0), text_at(st, 1));
    (void)err;
    p->clients += sqlite3_column_double(st, 2);
    p->yuan += sqlite3_column_double(st, 3);
    return YK_OK;
}

/* A letter for each risk, as plans.c writes them. */
yk_code lite_totals_risk(struct reading *r, sqlite3_stmt *st, struct yk_err *err)
{
    const char *letters = text_at(st, 0);
    double clients = sqlite3_column_double(st, 1), litres = sqlite3_column_double(st, 2);
    (void)err;
    for (int nth = 0; nth < YK_RISKS && letters[nth]; nth++) {
        struct yk_totals_risk *to = &r->out->risk[nth];
        bool amber = letters[nth] == yk_risk_level_code(YK_RISK_AMBER)[0];
        bool red = letters[nth] == yk_risk_level_code(YK_RISK_RED)[0];
        to->amber += amber ? clients : 0;
        to->amber_litres += amber ? litres : 0;
        to->red += red ? clients : 0;
        to->red_litres += red ? litres : 0;
    }
    return YK_OK;
}

static struct yk_totals_move *new_move(struct reading *r)
{
    r->move = yk_grow(r->move, &r->move_room, r->moves + 1, sizeof *r->move);
    return &r->move[r->moves++];
}

yk_code lite_totals_move(struct reading *r, sqlite3_stmt *st, struct yk_err *err)
{
    (void)err;
    *new_move(r) = (struct yk_totals_move){.station = r->at,
                                           .before = lite_text(st, 0, r->a),
                                           .now = lite_text(st, 1, r->a),
                                           .clients = sqlite3_column_double(st, 2),
                                           .litres = sqlite3_column_double(st, 3),
                                           .staged = sqlite3_column_double(st, 4)};
    return YK_OK;
}

yk_code lite_totals_left(struct reading *r, sqlite3_stmt *st, struct yk_err *err)
{
    (void)err;
    *new_move(r) = (struct yk_totals_move){.station = r->at,
                                           .before = lite_text(st, 0, r->a),
                                           .now = "",
                                           .moved = sqlite3_column_int(st, 1),
                                           .clients = sqlite3_column_double(st, 2),
                                           .litres = sqlite3_column_double(st, 3)};
    return YK_OK;
}

/* Columns of ISSUED_CLIENT. */
yk_code lite_totals_client(struct reading *r, sqlite3_stmt *st, struct yk_err *err)
{
    struct yk_totals_client *c = &r->list[r->listed++];
    const char **const text[] = {&c->station_code,    &c->name,         &c->category,
                                 &c->tier_now,        &c->tier,         &c->stage,
                                 &c->strategy,        &c->owner,        &c->confidence,
                                 &c->supplier,        &c->procurement,  &c->designated_until,
                                 &c->agreement_until, &c->sales_status, &c->risk};
    enum { TEXTS = sizeof text / sizeof *text };
    double *const number[] = {&c->p50,  &c->mean,   &c->ours,        &c->winnable,
                              &c->lost, &c->tonnes, &c->ours_tonnes, &c->winnable_tonnes};
    (void)err;
    for (int k = 0; k < TEXTS; k++)
        *text[k] = lite_text(st, k, r->a);
    c->due_week = sqlite3_column_int(st, TEXTS);
    for (int k = 0; k < (int)(sizeof number / sizeof *number); k++)
        *number[k] = lite_real(st, TEXTS + 1 + k);
    return YK_OK;
}

static int by_category(const void *a, const void *b)
{
    const struct yk_totals_category *x = a, *y = b;
    return strcmp(x->category, y->category);
}

static int by_fuel(const void *a, const void *b)
{
    const struct yk_totals_fuel *x = a, *y = b;
    int by = strcmp(x->category, y->category);
    return by ? by : strcmp(x->grade, y->grade);
}

static int by_policy(const void *a, const void *b)
{
    const struct yk_totals_policy *x = a, *y = b;
    int by = strcmp(x->policy, y->policy);
    return by ? by : strcmp(x->refused, y->refused);
}

static void *copy(struct yk_arena *a, void *item, size_t count, size_t each,
                  int (*order)(const void *, const void *))
{
    void *kept = yk_arena_items(a, count, each);
    if (count && order)
        qsort(item, count, each, order);
    if (count)
        memcpy(kept, item, count * each);
    return kept;
}

void lite_totals_keep(struct reading *r)
{
    struct yk_totals *out = r->out;
    out->station = copy(r->a, r->station, r->stations, sizeof *r->station, NULL);
    out->stations = r->stations;
    out->category = copy(r->a, r->category, r->categories, sizeof *r->category, by_category);
    out->categories = r->categories;
    out->fuel = copy(r->a, r->fuel, r->fuels, sizeof *r->fuel, by_fuel);
    out->fuels = r->fuels;
    out->policy = copy(r->a, r->policy, r->policies, sizeof *r->policy, by_policy);
    out->policies = r->policies;
    out->move = copy(r->a, r->move, r->moves, sizeof *r->move, NULL);
    out->moves = r->moves;
}

void lite_totals_release(struct reading *r)
{
    free(r->station);
    free(r->before);
    free(r->category);
    free(r->fuel);
    free(r->policy);
    free(r->move);
}
