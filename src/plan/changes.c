/* changes.c - a plan against the one that was issued before it. */
#include "youka/plan/changes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/plan/score.h"

#define NOTICED log(1.05) /* a factor that moved less is not why a tier changed */

static size_t tier_of(const struct yk_rules *rules, const char *tier)
{
    size_t i = 0;

    while (i < rules->tiers && strcmp(rules->tier[i].tier, tier) != 0)
        i++;
    return i;
}

/* The score is a product: the factor whose logarithm moved most is why. */
static void explain(struct yk_change *out, const struct yk_plan_line *l,
                    const struct yk_estimate *e)
{
    const struct yk_past_line *b = out->before;
    const struct {
        const char *why;
        double before, now, shown_before, shown_now;
    } factor[] = {
        {"litres", b->litres_mean, e->litres.mean, b->litres_mean, e->litres.mean},
        {"share", 1 - b->own_share, 1 - l->own_share, b->own_share, l->own_share},
        {"access", b->access, l->access, b->access, l->access},
        {"chance", b->p_win, l->p_win, b->p_win, l->p_win},
        {"margin", b->margin_yuan_l, l->margin_yuan_l, b->margin_yuan_l, l->margin_yuan_l},
    };
    double most = NOTICED;

    out->why = "others";
    for (size_t i = 0; i < sizeof factor / sizeof *factor; i++) {
        double moved = fabs(log(factor[i].now / factor[i].before));
        if (moved > most) { /* never where both are 0 */
            most = moved;
            out->why = factor[i].why;
            out->why_before = factor[i].shown_before;
            out->why_now = factor[i].shown_now;
        }
    }
}

static bool is_won(const char *stage)
{
    return strcmp(stage, "won") == 0 || strcmp(stage, "keep") == 0;
}

static bool line_change(struct yk_change *out, const struct yk_plan_line *l,
                        const struct yk_answers *answers, const struct yk_estimate *e,
                        const struct yk_rules *rules)
{
    if (!out->before) {
        out->kind = YK_CHANGE_NEW;
        return true;
    }
    size_t before = tier_of(rules, out->before->tier), now = tier_of(rules, l->tier_potential);
    bool moved = strcmp(out->before->stage, l->stage) != 0;
    if (before != now && yk_comes_last(answers))
        out->why = "last";
    else if (before != now)
        explain(out, l, e);
    if (is_won(l->stage) && !is_won(out->before->stage))
        out->kind = YK_CHANGE_WON;
    else if (moved && strcmp(l->stage, "lost") == 0)
        out->kind = YK_CHANGE_LOST;
    else
        out->kind = now < before ? YK_CHANGE_UP : now > before ? YK_CHANGE_DOWN : YK_CHANGE_STAGE;
    if (out->kind == YK_CHANGE_LOST) /* that it is lost says it all */
        out->why = "";
    return moved || before != now;
}

static int by_old_rank(const void *a, const void *b)
{
    const struct yk_change *x = a, *y = b;

    return (x->before->rank > y->before->rank) - (x->before->rank < y->before->rank);
}

/* Where each line of the past stands in the plan: [past line] true: still there. */
static size_t add_lines(struct yk_change *out, bool *seen, const struct yk_plan *plan,
                        const struct yk_territory *t, const struct yk_derived *d,
                        const struct yk_past_plan *past)
{
    size_t n = 0;

    for (size_t i = 0; i < plan->lines; i++) {
        const struct yk_plan_line *l = &plan->line[i];
        struct yk_change c = {.line = i,
                              .client = l->door,
                              .before = yk_past_line(past, &t->door[l->door].id),
                              .why = "",
                              .why_before = NAN,
                              .why_now = NAN,
                              .station = plan->station};
        if (c.before)
            seen[c.before - past->line] = true;
        if (line_change(&c, l, &t->door[l->door].answers, &d->estimate[l->door], t->rules))
            out[n++] = c;
    }
    return n;
}

/* The client of this id, or SIZE_MAX where there is none any more. */
static size_t client_of(const struct yk_planning *p, const struct yk_id *id)
{
    size_t from = 0, to = p->t->doors;

    while (from < to) {
        size_t middle = from + (to - from) / 2, client = p->by_id[middle];
        int side = strcmp(id->text, p->t->door[client].id.text);
        if (side == 0)
            return client;
        if (side < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return SIZE_MAX;
}

static void add_left(struct yk_plan *plan, const bool *seen, const struct yk_planning *p,
                     const struct yk_past_plan *past)
{
    size_t lines = plan->changes;

    for (size_t i = 0; i < past->lines; i++) {
        if (seen[i])
            continue;
        size_t client = client_of(p, &past->line[i].client);
        bool moved = client != SIZE_MAX && !p->d->estimate[client].none;
        plan->change[plan->changes++] =
            (struct yk_change){.kind = moved ? YK_CHANGE_MOVED : YK_CHANGE_GONE,
                               .line = SIZE_MAX,
                               .client = client,
                               .before = &past->line[i],
                               .why = "",
                               .why_before = NAN,
                               .why_now = NAN,
                               .station = moved ? p->d->place[client].owner : SIZE_MAX};
    }
    qsort(plan->change + lines, plan->changes - lines, sizeof *plan->change, by_old_rank);
}

void yk_changes(struct yk_plan *plan, const struct yk_planning *p, struct yk_arena *a)
{
    const struct yk_past_plan *past = yk_past_of(p->t, p->t->station[plan->station].code);

    plan->change = NULL;
    plan->changes = 0;
    if (!past)
        return;
    bool *seen = YK_ARENA_ARRAY(a, bool, past->lines + 1);
    plan->change = YK_ARENA_ARRAY(a, struct yk_change, plan->lines + past->lines + 1);
    plan->changes = add_lines(plan->change, seen, plan, p->t, p->d, past);
    add_left(plan, seen, p, past);
}
