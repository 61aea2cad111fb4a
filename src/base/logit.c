/* logit.c - chances on the scale on which reasons add up. */
#include "youka/base/logit.h"

#include <math.h>

#define SURE 1e-12

double yk_logistic(double x)
{
    return 1 / (1 + exp(-x));
}

double yk_logit(double p)
{
    p = fmin(fmax(p, SURE), 1 - SURE);
    return log(p) - log1p(-p);
}
