/* knapsack.h - which visits fill a week best: the exact 0/1 knapsack over half-hour slots.
 *
 * Dynamic programming over the slots (Bellman; Kellerer, Pferschy, Pisinger, «Knapsack Problems»,
 * 2004, §2.3). Of items with equal slots no more than fit are looked at, the most valuable ones:
 * the others are in no best choice, so the work does not grow with the square of the items. */
#ifndef YOUKA_PLAN_KNAPSACK_H
#define YOUKA_PLAN_KNAPSACK_H

#include <stdbool.h>
#include <stddef.h>

struct yk_item {
    double value; /* any unit; 0 and less is taken only where forced */
    int slots;    /* half hours, 0 and more */
    bool forced;  /* taken before all others, whether it fits or not */
    bool chosen;  /* out */
};
struct yk_packed {
    double value; /* of all that is chosen */
    size_t slots;
    bool over; /* the forced ones alone exceed the capacity; then nothing else is chosen */
};

/* Sets `chosen` of every item. Of equally good choices the one that takes the earlier items is
 * made. Values finite; a value that is not, or negative slots: YK_BUG. */
struct yk_packed yk_knapsack(struct yk_item *item, size_t count, size_t capacity);

#endif
