/* told.c - what a person decided of two submissions, and client numbers that came back in our own
 * entry workbook. */
#include <math.h>
#include <stdlib.h>

#include "match.h"
#include "youka/base/map.h"

enum { LEAST_DIGITS = 8 }; /* of a client number written short */

/* A number somebody may have written, and whose it is. */
struct known {
    const char *id;
    size_t witness;
};

static void tell(struct matching *m, size_t one, size_t other, enum yk_pair_kind kind)
{
    struct yk_pair p;
    if (one == other)
        return;
    (void)judge_pair(&p, m, one < other ? one : other, one < other ? other : one);
    p.kind = kind;
    p.score = kind == YK_PAIR_TOLD_SAME;
    p.why |= YK_WHY_TOLD;
    add_pair(m, &p);
}

static void tell_decisions(struct matching *m, const struct yk_map *submissions)
{
    for (size_t i = 0; i < m->t->decisions; i++) {
        const struct yk_decision *d = &m->t->decision[i];
        size_t one, other;
        if (d->decided == YK_DECIDED_NONE || !yk_map_find(submissions, d->a.text, &one) ||
            !yk_map_find(submissions, d->b.text, &other))
            continue;
        tell(m, one, other, d->decided == YK_DECIDED_SAME ? YK_PAIR_TOLD_SAME : YK_PAIR_TOLD_APART);
    }
}

static int by_id(const void *left, const void *right)
{
    const struct known *a = left, *b = right;
    int by = strcmp(a->id, b->id);
    return by ? by : (a->witness > b->witness) - (a->witness < b->witness);
}

/* The ids of all doors, and those handed out, sorted. */
static size_t list_known(struct known *out, const struct matching *m,
                         const struct yk_map *submissions)
{
    size_t n = 0;
    for (size_t i = 0; i < m->count; i++)
        out[n++] = (struct known){m->witness[i].door->id.text, i};
    for (size_t i = 0; i < m->t->issues; i++)
        if (yk_map_find(submissions, m->t->issued[i].submission.text, &out[n].witness))
            out[n++].id = m->t->issued[i].client.text;
    if (n)
        qsort(out, n, sizeof *out, by_id);
    return n;
}

/* True where the text begins one id and no other; an id handed out counts before the door's. */
static bool find_known(size_t *out, const struct known *known, size_t count, const char *text)
{
    size_t low = 0, high = count, length = strlen(text);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(known[middle].id, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (length < LEAST_DIGITS || low == count || strncmp(known[low].id, text, length) != 0)
        return false;
    for (size_t i = low + 1; i < count && !strncmp(known[i].id, text, length); i++)
        if (strcmp(known[i].id, known[low].id) != 0)
            return false;
    *out = known[low].witness;
    return true;
}

static void tell_numbers(struct matching *m, const struct yk_map *submissions)
{
    struct known *known = yk_alloc((m->count + m->t->issues + 1) * sizeof *known);
    size_t count = 0, other;
    for (size_t i = 0; i < m->count; i++) {
        const char *text = m->witness[i].number_told;
        if (!text)
            continue;
        if (!count)
            count = list_known(known, m, submissions);
        if (find_known(&other, known, count, yk_text_key(m->a, text)))
            tell(m, i, other, YK_PAIR_TOLD_SAME);
    }
    free(known);
}

static bool is_anything_told(const struct matching *m)
{
    bool told = m->t->decisions;
    for (size_t i = 0; !told && i < m->count; i++)
        told = m->witness[i].number_told;
    return told;
}

void told_all(struct matching *m)
{
    struct yk_map submissions = {0};
    if (!is_anything_told(m))
        return;
    for (size_t i = 0; i < m->count; i++)
        if (*m->witness[i].door->submission.text)
            yk_map_add(&submissions, m->witness[i].door->submission.text, i);
    tell_decisions(m, &submissions);
    tell_numbers(m, &submissions);
    yk_map_release(&submissions);
}
