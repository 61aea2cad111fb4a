/* where.c - how far off, by class. */
#include "where.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

const char *const where_class[WHERE_CLASSES] = {"A1", "B1", "B2", "B3", "B4",
                                                "C1", "C2", "D",  "E",  "all"};
enum { ALL = WHERE_CLASSES - 1 };
static const double marks[] = {50, 100, 300, 1000};

static void add(struct where_score *s, double error, double stated)
{
    size_t room = s->located;
    s->error_m = yk_realloc(s->error_m, (room + 1) * sizeof *s->error_m);
    s->error_m[s->located++] = error;
    for (size_t i = 0; i < 4; i++)
        s->within[i] += error <= marks[i];
    s->stated += error <= stated;
    s->twice += error > 2 * stated;
}

static void count(struct where_result *r, const struct where_case *c, const struct yk_geocoded *got)
{
    size_t class = 0;
    while (class < ALL - 1 && strcmp(where_class[class], got->place_class) != 0)
        class ++;
    bool in = yk_metres(c->sought.station, c->truth) <= c->sought.radius_m;
    r->verdict[yk_geocoded_verdict(got, &c->sought)][!in]++;
    if (c->elsewhere)
        return;
    r->score[class].asked++;
    r->score[ALL].asked++;
    if (!got->located)
        return;
    double error = yk_metres(c->truth, got->point);
    add(&r->score[class], error, got->error_m);
    add(&r->score[ALL], error, got->error_m);
    if (strcmp(got->place_class, "C1") <= 0) {
        r->well++;
        r->well_300 += error <= 300;
    }
}

/* Rows of the same name and address, or of the same point, leave together. */
static void leave_out(bool *without, const struct where_world *w, size_t one)
{
    const struct yk_gazetteer_entry *e = &w->entry[one];
    for (size_t i = 0; i < w->entries; i++) {
        const struct yk_gazetteer_entry *o = &w->entry[i];
        without[i] = i == one || (!strcmp(o->name, e->name) && !strcmp(o->address, e->address)) ||
                     (o->point.lat == e->point.lat && o->point.lon == e->point.lon);
    }
}

static int by_size(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double share(size_t part, size_t of)
{
    return of ? 100. * (double)part / (double)of : 0;
}

void where_ask(struct where_result *r, const struct where_world *w,
               void (*each)(const struct where_case *c, const struct yk_geocoded *got))
{
    bool *without = yk_alloc((w->entries + 1) * sizeof *without);
    *r = (struct where_result){.well = 0};
    for (size_t i = 0; i < w->count; i++) {
        struct where_case c = w->cases[i];
        struct yk_geocoded got;
        if (c.itself != SIZE_MAX) {
            leave_out(without, w, c.itself);
            c.sought.without = without;
        }
        yk_geocode(&got, w->g, &c.sought);
        count(r, &c, &got);
        if (each)
            each(&c, &got);
    }
    for (size_t i = 0; i < WHERE_CLASSES; i++)
        if (r->score[i].located)
            qsort(r->score[i].error_m, r->score[i].located, sizeof(double), by_size);
    free(without);
}

static size_t sure(const struct where_result *r)
{
    size_t n = 0;
    for (int truly = 0; truly < 2; truly++)
        n += r->verdict[YK_VERDICT_IN][truly] + r->verdict[YK_VERDICT_OUT][truly];
    return n;
}

double where_right(const struct where_result *r)
{
    return share(r->verdict[YK_VERDICT_IN][0] + r->verdict[YK_VERDICT_OUT][1], sure(r));
}

static void print_class(const struct where_result *r, size_t class)
{
    const struct where_score *s = &r->score[class];
    printf("%-5s %6zu %5.1f%%", where_class[class], s->asked, share(s->asked, r->score[ALL].asked));
    if (s->located) {
        printf(" %7.0fm", s->error_m[s->located / 2]);
        for (size_t i = 0; i < WHERE_MARKS; i++)
            printf(" %6.1f%%", share(s->within[i], s->located));
        printf(" %7.0fm %7.1f%% %6.1f%%", s->error_m[(s->located - 1) * 95 / 100],
               share(s->stated, s->located), share(s->twice, s->located));
    }
    printf("\n");
}

void where_print_verdicts(const struct where_result *r)
{
    for (int v = 0; v < WHERE_VERDICTS; v++)
        printf("verdict %-8s truly in %5zu, truly out %5zu\n", yk_verdict_code(v), r->verdict[v][0],
               r->verdict[v][1]);
}

void where_print(const char *what, const struct where_result *r)
{
    printf("%s\n%-5s %6s %6s %8s %7s %7s %7s %7s %8s %8s %7s\n", what, "class", "rows", "%",
           "median", "hit@50", "hit@100", "hit@300", "hit@1k", "P95", "<=stated", ">twice");
    for (size_t i = 0; i < WHERE_CLASSES; i++)
        if (r->score[i].asked)
            print_class(r, i);
    where_print_verdicts(r);
    printf("C1 or better: %.1f %% of %zu, of these within 300 m %.1f %%; in or out right: %.1f %% "
           "of %zu\n\n",
           share(r->well, r->score[ALL].asked), r->score[ALL].asked, share(r->well_300, r->well),
           where_right(r), sure(r));
}

void where_release(struct where_result *r)
{
    for (size_t i = 0; i < WHERE_CLASSES; i++)
        free(r->score[i].error_m);
}
