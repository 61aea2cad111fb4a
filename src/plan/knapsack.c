/* knapsack.c - which visits fill a week best: the exact 0/1 knapsack over half-hour slots. */
#include "youka/plan/knapsack.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/arena.h"

/* The best items of one number of slots, falling by value, the earlier of equals first. */
struct shelf {
    size_t *item;
    size_t count, most;
};

static void force(struct yk_item *item, size_t count, struct yk_packed *out)
{
    for (size_t i = 0; i < count; i++) {
        if (!isfinite(item[i].value) || item[i].slots < 0)
            YK_BUG("item %zu: value %g, %d slots", i, item[i].value, item[i].slots);
        item[i].chosen = item[i].forced;
        if (!item[i].forced)
            continue;
        out->value += item[i].value;
        out->slots += (size_t)item[i].slots;
    }
}

static void shelve(struct shelf *s, const struct yk_item *item, size_t i)
{
    size_t at = s->count;

    while (at > 0 && item[s->item[at - 1]].value < item[i].value)
        at--;
    if (at == s->most)
        return;
    s->count += s->count < s->most;
    memmove(&s->item[at + 1], &s->item[at], (s->count - 1 - at) * sizeof *s->item);
    s->item[at] = i;
}

static int by_place(const void *a, const void *b)
{
    const size_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

/* The items that may be in a best choice, in their order: of those that need s slots no more than
 * room / s. Ends with free. */
static size_t *candidates(size_t *n, const struct yk_item *item, size_t count, size_t room)
{
    struct shelf *shelf = yk_alloc((room + 1) * sizeof *shelf);
    size_t all = 0, *out;

    for (size_t s = 1; s <= room; s++)
        all += shelf[s].most = room / s;
    size_t *store = yk_alloc((all + 1) * sizeof *store), *next = store;
    for (size_t s = 1; s <= room; next += shelf[s++].most)
        shelf[s].item = next;
    for (size_t i = 0; i < count; i++)
        if (!item[i].chosen && item[i].value > 0 && item[i].slots > 0 &&
            (size_t)item[i].slots <= room)
            shelve(&shelf[item[i].slots], item, i);
    out = yk_alloc((all + 1) * sizeof *out);
    *n = 0;
    for (size_t s = 1; s <= room; s++)
        for (size_t i = 0; i < shelf[s].count; i++)
            out[(*n)++] = shelf[s].item[i];
    qsort(out, *n, sizeof *out, by_place);
    free(store);
    free(shelf);
    return out;
}

/* best[c]: value of the best choice among the items from `i` on in c slots. From the last item to
 * the first, so that walking forward through the bits meets the earlier items first. */
static void pack(struct yk_item *item, const size_t *cand, size_t n, size_t room,
                 struct yk_packed *out)
{
    double *best = yk_alloc((room + 1) * sizeof *best);
    size_t row = room / 64 + 1;
    uint64_t *take = yk_alloc((n * row + 1) * sizeof *take);

    for (size_t i = n; i-- > 0;) {
        const struct yk_item *one = &item[cand[i]];
        for (size_t c = room, s = (size_t)one->slots; c >= s; c--)
            if (best[c - s] + one->value >= best[c]) {
                best[c] = best[c - s] + one->value;
                take[i * row + c / 64] |= UINT64_C(1) << c % 64;
            }
    }
    for (size_t i = 0, c = room; i < n; i++)
        if (take[i * row + c / 64] >> c % 64 & 1) {
            struct yk_item *one = &item[cand[i]];
            one->chosen = true;
            out->value += one->value;
            out->slots += (size_t)one->slots;
            c -= (size_t)one->slots;
        }
    free(best);
    free(take);
}

struct yk_packed yk_knapsack(struct yk_item *item, size_t count, size_t capacity)
{
    struct yk_packed out = {0};
    size_t n = 0;

    force(item, count, &out);
    out.over = out.slots > capacity;
    if (out.over)
        return out;
    for (size_t i = 0; i < count; i++)
        if (!item[i].chosen && item[i].slots == 0 && item[i].value > 0) {
            item[i].chosen = true;
            out.value += item[i].value;
        }
    size_t room = capacity - out.slots;
    size_t *cand = candidates(&n, item, count, room);
    pack(item, cand, n, room, &out);
    free(cand);
    return out;
}
