/* event.h - how often something happens that is counted over time: fuelings seen at the station,
 * visits, wins a month (estimation.md §3.7). */
#ifndef YOUKA_ESTIMATE_EVENT_H
#define YOUKA_ESTIMATE_EVENT_H

/* Events a month: the Gamma law after `events` in `months` of watching. `weight`: share of what was
 * seen in the mean, the rest is what was expected. */
struct yk_event_rate {
    double mean, sd, weight;
};
/* `expected` events a month for its like (E), `ratio` of such clients here (h), `alpha` the shape
 * of the Gamma law between clients; all above 0. mean = (alpha + events) / (alpha / (E h) +
 * months). */
struct yk_event_rate yk_event_rate(double expected, double ratio, double alpha, double events,
                                   double months);

#endif
