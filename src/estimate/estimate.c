/* estimate.c - litres a month and vehicles of every client, from what was told and what its like
 * have: the procedure of estimation.md §13, step by step. */
#include "youka/estimate/estimate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pipeline.h"
#include "youka/base/cores.h"

enum { ROUNDS = 3, LEARNING_ROUNDS = 3 };

/* A client is part of the trees unless its door is closed or has no fuel need. */
static bool is_out(const struct yk_answers *answers)
{
    return yk_answer_is(answers, "visit_result", "closed_moved") ||
           yk_answer_is(answers, "visit_result", "duplicate") ||
           yk_answer_is(answers, "visit_result", "no_vehicles");
}

static void read_some(void *who, size_t from, size_t to)
{
    struct yk_pipeline *p = who;

    for (size_t i = from; i < to; i++) {
        struct yk_client *c = &p->client[i];
        const struct yk_door *door = &p->t->door[c->door];
        c->id = door->id.text;
        yk_client_read(c, &door->answers, &p->s);
    }
}

static void fit_fleet(struct yk_pipeline *p)
{
    for (int round = 0; round < (p->s.learn ? LEARNING_ROUNDS : 1); round++) {
        if (round > 0)
            yk_learn_fleet(p);
        for (size_t i = 0; i < p->count; i++) {
            const struct yk_client *c = &p->client[p->order[i]];
            struct yk_leaf leaf = yk_fleet_leaf(c, &p->s);
            if (leaf.given)
                yk_tree_add(&p->fleet, c->node, leaf.value, leaf.var);
        }
        yk_tree_fit(&p->fleet);
    }
}

static void fleet_some(void *who, size_t from, size_t to)
{
    struct yk_pipeline *p = who;

    for (size_t i = from; i < to; i++)
        yk_client_fleet(&p->client[i], p->fleet.node[p->client[i].node].is, &p->s);
}

struct leaves {
    struct yk_pipeline *p;
    struct yk_leaf (*leaf)[YK_TOLD];
};

static void weigh_some(void *who, size_t from, size_t to)
{
    struct leaves *l = who;

    for (size_t i = from; i < to; i++) {
        const struct yk_client *c = &l->p->client[i];
        for (unsigned k = 0; k < c->tolds; k++)
            l->leaf[i][k] = yk_litres_leaf(c, k, l->p->litres.node[c->node].is, &l->p->s);
    }
}

static void fit_litres(struct yk_pipeline *p)
{
    struct leaves l = {p, yk_alloc((p->count + 1) * sizeof *l.leaf)};

    for (int round = 0; round < ROUNDS; round++) {
        if (round > 0 && p->s.learn)
            yk_learn_litres(p, (const struct yk_leaf(*)[YK_TOLD])l.leaf);
        yk_on_cores(p->count, p->threads, weigh_some, &l);
        for (size_t i = 0; i < p->count; i++) {
            const struct yk_client *c = &p->client[p->order[i]];
            const struct yk_leaf *leaf = l.leaf[p->order[i]];
            for (unsigned k = 0; k < c->tolds; k++)
                if (leaf[k].given)
                    yk_tree_add(&p->litres, c->node, leaf[k].value, leaf[k].var);
        }
        yk_tree_fit(&p->litres);
    }
    free(l.leaf);
}

struct results {
    const struct yk_pipeline *p;
    struct yk_estimate *out;
};

static void finish_some(void *who, size_t from, size_t to)
{
    const struct results *r = who;

    for (size_t i = from; i < to; i++) {
        const struct yk_client *c = &r->p->client[i];
        yk_client_result(&r->out[c->door], c, r->p, r->out[c->door].piece);
    }
}

static void finish(struct yk_estimate *out, const struct yk_pipeline *p, struct yk_arena *a)
{
    size_t pieces = 0;

    for (size_t i = 0; i < p->count; i++)
        pieces += yk_client_pieces(&p->client[i]);
    struct yk_piece *piece = YK_ARENA_ARRAY(a, struct yk_piece, pieces);
    for (size_t i = 0; i < p->count; i++) {
        out[p->client[i].door].piece = piece;
        piece += yk_client_pieces(&p->client[i]);
    }
    yk_on_cores(p->count, p->threads, finish_some, &(struct results){p, out});
}

/* Closed doors have no estimate; those without fuel need are certainly 0. */
static void estimate_nothing(struct yk_estimate *out, const struct yk_answers *answers,
                             struct yk_arena *a)
{
    *out = (struct yk_estimate){.log_mean = NAN,
                                .log_var = NAN,
                                .peer_fleet = 1,
                                .peer_litres = 1,
                                .no_fleet = 1,
                                .kept_12m = 1,
                                .confidence = 'C'}; /* seen by the surveyor at the door */
    out->none = !yk_answer_is(answers, "visit_result", "no_vehicles");
    out->pieces = !out->none;
    out->piece = YK_ARENA_ARRAY(a, struct yk_piece, 1);
    out->piece[0] = (struct yk_piece){
        .piece = "no_vehicles", .source = "", .unit = "", .meant = "", .weight = 1};
}

void yk_estimate_all(struct yk_estimate *out, const struct yk_territory *t,
                     const struct yk_place *place, size_t threads, struct yk_arena *a)
{
    struct yk_arena nodes = {0};
    struct yk_pipeline p = {.t = t, .threads = threads};

    p.client = yk_alloc((t->doors + 1) * sizeof *p.client);
    p.order = yk_alloc((t->doors + 1) * sizeof *p.order);
    yk_settings_read(&p.s, t->rules);
    for (size_t i = 0; i < t->doors; i++)
        if (is_out(&t->door[i].answers))
            estimate_nothing(&out[i], &t->door[i].answers, a);
        else
            p.client[p.count++].door = i;
    yk_on_cores(p.count, threads, read_some, &p);
    yk_order_clients(&p, place, &nodes);
    fit_fleet(&p);
    yk_on_cores(p.count, threads, fleet_some, &p);
    fit_litres(&p);
    finish(out, &p, a);
    yk_arena_release(&nodes);
    free(p.order);
    free(p.client);
}
