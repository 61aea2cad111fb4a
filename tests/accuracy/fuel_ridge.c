/* fuel_ridge.c - ridge regression of ln litres. */
#include <math.h>
#include <stdlib.h>

#include "fuel_rivals.h"

/* An intercept, the categories, and four of size and count. */
enum { MOST_CATEGORIES = 64, COLUMNS = MOST_CATEGORIES + 5 };

void fuel_solve_again(double *x, const double *factor, const double *b, size_t n, size_t width)
{
    for (size_t i = 0; i < n; i++) {
        x[i] = b[i];
        for (size_t k = 0; k < i; k++)
            x[i] -= factor[i * width + k] * x[k];
        x[i] /= factor[i * width + i];
    }
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; k++)
            x[i] -= factor[k * width + i] * x[k];
        x[i] /= factor[i * width + i];
    }
}

void fuel_solve(double *x, double *a, const double *b, size_t n, size_t width)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= i; j++) {
            double sum = a[i * width + j];
            for (size_t k = 0; k < j; k++)
                sum -= a[i * width + k] * a[j * width + k];
            a[i * width + j] = i == j ? sqrt(sum) : sum / a[j * width + j];
        }
    fuel_solve_again(x, a, b, n, width);
}

static void row_of(double x[COLUMNS], const struct fuel_case *c)
{
    if (c->category >= MOST_CATEGORIES)
        YK_BUG("more than %d categories", (int)MOST_CATEGORIES);
    for (size_t i = 0; i < COLUMNS; i++)
        x[i] = 0;
    x[0] = 1;
    x[1] = !isnan(c->log_size);
    x[2] = isnan(c->log_size) ? 0 : c->log_size;
    x[3] = !isnan(c->log_count);
    x[4] = isnan(c->log_count) ? 0 : c->log_count;
    x[5 + c->category] = 1;
}

static double dot(const double x[COLUMNS], const double y[COLUMNS])
{
    double sum = 0;

    for (size_t i = 0; i < COLUMNS; i++)
        sum += x[i] * y[i];
    return sum;
}

/* Fits; gives the mean square of the leave-one-out errors. */
static double fit(double beta[COLUMNS], const struct fuel_case *c, size_t count)
{
    double *a = yk_alloc(COLUMNS * COLUMNS * sizeof *a), b[COLUMNS] = {0}, x[COLUMNS], h[COLUMNS];
    double squares = 0;
    size_t n = 0;

    for (size_t i = 0; i < COLUMNS; i++)
        a[i * COLUMNS + i] = i ? FUEL_RIDGE_LAMBDA : 1e-9;
    for (size_t k = 0; k < count; k++) {
        if (isnan(c[k].log_litres))
            continue;
        row_of(x, &c[k]);
        for (size_t i = 0; i < COLUMNS; i++) {
            b[i] += x[i] * c[k].log_litres;
            for (size_t j = 0; j < COLUMNS; j++)
                a[i * COLUMNS + j] += x[i] * x[j];
        }
    }
    fuel_solve(beta, a, b, COLUMNS, COLUMNS);
    for (size_t k = 0; k < count; k++) {
        if (isnan(c[k].log_litres))
            continue;
        row_of(x, &c[k]);
        fuel_solve_again(h, a, x, COLUMNS, COLUMNS);
        double error = (c[k].log_litres - dot(x, beta)) / (1 - dot(x, h));
        squares += error * error;
        n++;
    }
    free(a);
    return n ? squares / (double)n : 1;
}

void fuel_predict_ridge(struct fuel_prediction *out, const struct fuel_case *c, size_t count)
{
    double beta[COLUMNS], x[COLUMNS], s2 = fit(beta, c, count);

    for (size_t i = 0; i < count; i++) {
        row_of(x, &c[i]);
        out[i] = (struct fuel_prediction){dot(x, beta), s2};
    }
}
