/* fuel_main.c - prints how good the estimates of litres are: fuel_main [REGIONS] [FIRST SEED]. The
 * table of estimation.md §11, from fresh regions of both worlds, beside what people would do
 * instead. */
#include <stdio.h>
#include <stdlib.h>

#include "fuel_table.h"

static void print_world(enum fuel_law law, enum fuel_repair repair, size_t regions, uint64_t first)
{
    struct fuel_table t;

    fuel_table_make(&t, law, repair, regions, first);
    for (int m = 0; m < FUEL_METHODS; m++) {
        const struct fuel_score *s = &t.mean[m];
        printf("%s %-22s %6.3f %8.3f %6.3f %7.3f   %6.3f %6.3f %6.3f", fuel_law_name[law],
               fuel_method_name[m], s->covered, s->pinball, s->rmse, s->caught,
               s->kind_covered[FUEL_NOTHING], s->kind_covered[FUEL_COUNT],
               s->kind_covered[FUEL_VOLUME]);
        if (m < FUEL_OURS)
            printf("   %zu of %zu", t.better[m], regions);
        printf("\n");
    }
}

int main(int argc, char **argv)
{
    size_t regions = argc > 1 ? strtoul(argv[1], NULL, 10) : 20;
    uint64_t first = argc > 2 ? strtoull(argv[2], NULL, 10) : FUEL_FIRST_SEED;

    if (argc > 3 || regions == 0) {
        fprintf(stderr, "fuel_main [REGIONS] [FIRST SEED]\n");
        return 2;
    }
    printf("litres a month: %zu regions of %d clients, seeds %llu to %llu\n", regions,
           (int)FUEL_CLIENTS, (unsigned long long)first, (unsigned long long)(first + regions - 1));
    printf("%-27s %6s %8s %6s %7s   %-20s   %s\n", "", "80 %", "pinball", "RMSE", "litres",
           "80 % covers, told:", "pinball");
    printf("%-27s %6s %8s %6s %7s   %6s %6s %6s   %s\n", "world, method", "covers", "loss",
           "of log", "caught", "nil", "count", "volume", "below ridge");
    for (int law = 0; law < FUEL_LAWS; law++)
        print_world((enum fuel_law)law, FUEL_REPAIR_FAR, regions, first);
    return 0;
}
