/* event.c - how often something happens that is counted over time. */
#include "youka/estimate/event.h"

#include <math.h>

struct yk_event_rate yk_event_rate(double expected, double ratio, double alpha, double events,
                                   double months)
{
    double before = alpha / (expected * ratio), all = before + months;

    return (struct yk_event_rate){(alpha + events) / all, sqrt(alpha + events) / all, months / all};
}
