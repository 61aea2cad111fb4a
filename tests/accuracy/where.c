/* where.c - how far off, by class. */
#include "where.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

const char *const where_class[WHERE_CLASSES] = {"A1", "B1", "B2", "B3", "B4",
                                                "C1", "C2", "D",  "E",  "all"};
enum { ALL = WHERE_CLASSES - 1 };
static const double marks[] = {50, 100, 300, 1000};

void where_begin(struct where_result *r)
{
    *r = (struct where_result){0};
}

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

void where_count(struct where_result *r, const struct where_case *c, const struct yk_geocoded *got)
{
    size_t class = 0;
    while (class < ALL - 1 && strcmp(where_class[class], got->place_class) != 0)
        class ++;
    r->score[class].asked++;
    r->score[ALL].asked++;
    bool in = yk_metres(c->question.station, c->truth) <= c->question.radius_m;
    enum yk_verdict verdict = YK_VERDICT_UNKNOWN;
    if (got->located) {
        double error = yk_metres(c->truth, got->point);
        add(&r->score[class], error, got->error_m);
        add(&r->score[ALL], error, got->error_m);
    }
    verdict = yk_geocoded_verdict(got, &c->question);
    r->verdict[verdict][!in]++;
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

void where_print(const char *what, struct where_result *r)
{
    printf("%s\n%-5s %6s %6s %8s %7s %7s %7s %7s %8s %8s %7s\n", what, "class", "rows", "%",
           "median", "hit@50", "hit@100", "hit@300", "hit@1k", "P95", "<=stated", ">twice");
    for (size_t i = 0; i < WHERE_CLASSES; i++) {
        struct where_score *s = &r->score[i];
        if (!s->asked)
            continue;
        printf("%-5s %6zu %6.1f", where_class[i], s->asked, share(s->asked, r->score[ALL].asked));
        if (s->located) {
            qsort(s->error_m, s->located, sizeof *s->error_m, by_size);
            printf(" %7.0fm %6.1f%% %6.1f%% %6.1f%% %6.1f%% %7.0fm %7.1f%% %6.1f%%",
                   s->error_m[s->located / 2], share(s->within[0], s->located),
                   share(s->within[1], s->located), share(s->within[2], s->located),
                   share(s->within[3], s->located), s->error_m[(s->located - 1) * 95 / 100],
                   share(s->stated, s->located), share(s->twice, s->located));
        }
        printf("\n");
    }
    size_t sure = 0, right = 0, better = 0;
    for (int v = 0; v < WHERE_VERDICTS; v++)
        printf("verdict %-8s truly in %5zu, truly out %5zu\n", yk_verdict_code(v), r->verdict[v][0],
               r->verdict[v][1]);
    right = r->verdict[YK_VERDICT_IN][0] + r->verdict[YK_VERDICT_OUT][1];
    sure = right + r->verdict[YK_VERDICT_IN][1] + r->verdict[YK_VERDICT_OUT][0];
    for (size_t i = 0; i < 6; i++)
        better += r->score[i].located;
    printf("C1 or better: %.1f %% of %zu; in or out right: %.1f %% of %zu\n\n",
           share(better, r->score[ALL].asked), r->score[ALL].asked, share(right, sure), sure);
}

void where_release(struct where_result *r)
{
    for (size_t i = 0; i < WHERE_CLASSES; i++)
        free(r->score[i].error_m);
}
