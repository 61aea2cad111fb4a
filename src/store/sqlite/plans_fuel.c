/* plans_fuel.c - what the lines of an issued plan say of fuel, by category and grade. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"
#include "youka/model/fuel.h"

struct category {
    const char *code;
    double litres[YK_GRADES], ours[YK_GRADES], winnable[YK_GRADES];
};
struct categories {
    struct category *category;
    size_t count, room;
};

/* Few there are. */
static struct category *category_of(struct categories *all, const char *code)
{
    for (size_t i = 0; i < all->count; i++)
        if (!strcmp(all->category[i].code, code))
            return &all->category[i];
    all->category = yk_grow(all->category, &all->room, all->count + 1, sizeof *all->category);
    all->category[all->count] = (struct category){.code = code};
    return &all->category[all->count++];
}

static void add_up(struct categories *all, const struct yk_issue *what)
{
    for (size_t i = 0; i < what->plan->lines; i++) {
        const struct yk_plan_line *line = &what->plan->line[i];
        const struct yk_answers *a = &what->t->door[line->door].answers;
        struct category *to = category_of(all, yk_answer_or_blank(a, "category"));
        struct yk_line_fuel fuel;
        yk_line_fuel(&fuel, line, &what->d->estimate[line->door],
                     yk_sales_of(what->d->buyer, line->door), what->t->rules);
        for (size_t g = 0; g < YK_GRADES; g++) {
            to->litres[g] += fuel.litres[g];
            to->ours[g] += fuel.ours[g];
            to->winnable[g] += fuel.winnable[g];
        }
    }
}

static yk_code add(struct lite *l, const struct yk_issue *what, const struct lite_id *id,
                   const struct category *c, size_t g, struct yk_err *err)
{
    const struct yk_rules *rules = what->t->rules;
    sqlite3_stmt *st = lite_ready(l, LITE_ISSUED_FUEL_ADD, err);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, what->t->station[what->plan->station].code);
    lite_bind_id(st, 2, id);
    lite_bind_text(st, 3, c->code);
    lite_bind_text(st, 4, yk_sale_grade_code((int)g));
    sqlite3_bind_double(st, 5, c->litres[g]);
    sqlite3_bind_double(st, 6, c->ours[g]);
    sqlite3_bind_double(st, 7, c->winnable[g]);
    sqlite3_bind_double(st, 8, rules && g < rules->fuels ? rules->fuel[g].density_kg_l : NAN);
    return lite_run(l, st, N_("issuing a plan"), err);
}

yk_code lite_add_issued_fuel(struct lite *l, const struct yk_issue *what, const struct lite_id *id,
                             struct yk_err *err)
{
    struct categories all = {0};
    yk_code code = YK_OK;
    add_up(&all, what);
    for (size_t i = 0; i < all.count && !code; i++)
        for (size_t g = 0; g < YK_GRADES && !code; g++) {
            const struct category *c = &all.category[i];
            if (c->litres[g] > 0 || c->ours[g] > 0 || c->winnable[g] > 0)
                code = add(l, what, id, c, g, err);
        }
    free(all.category);
    return code;
}
