/* where_main.c - prints how well addresses are located: where_main [-v] [places.csv]. First the
 * project's own labelled addresses, from its own map of the sample's city; then a list of real
 * places, each from all the others (leave-one-out), where there is one. */
#include <math.h>
#include <stdio.h>

#include "where.h"

static void print_case(const struct where_case *c, const struct yk_geocoded *got)
{
    printf("%-3s %-20s %6.0f of %5.0f  %s | %s\n", got->place_class, got->method,
           got->located ? yk_metres(c->truth, got->point) : NAN, got->error_m, c->sought.address,
           c->sought.name);
}

int main(int argc, char **argv)
{
    bool verbose = argc > 1 && !strcmp(argv[1], "-v");
    const char *places =
        argc > 1 + verbose ? argv[1 + verbose] : "../shared/data/geo/xiamen_places_train.csv";
    struct where_world w;
    struct where_result r;
    where_world_made(&w);
    where_ask(&r, &w, verbose ? print_case : NULL);
    where_print("addresses of the sample's city, invented (tests/accuracy/addresses.csv)", &r);
    where_release(&r);
    where_world_release(&w);
    static const double radii[] = {3000, 1000, 5000};
    for (size_t i = 0; i < sizeof radii / sizeof *radii; i++) {
        if (!where_world_read(&w, places, radii[i])) {
            printf("skipped: %s is not there\n", places);
            return 0;
        }
        where_ask(&r, &w, verbose && !i ? print_case : NULL);
        printf("real places, each from the others (leave-one-out), circles of %.0f km\n",
               radii[i] / 1000);
        if (i)
            where_print_verdicts(&r);
        else
            where_print("", &r);
        where_release(&r);
        where_world_release(&w);
    }
    return 0;
}
