/* memo.c - cells that were read before. Columns of a survey repeat themselves (classes, units,
 * small counts): what such a cell means, and that its rule allows it, is worked out once. */
#include <string.h>

#include "taker.h"

enum { PLACES = 1024, MOST = PLACES / 2, LONGEST = 64 };

struct memo {
    struct {
        const char *raw, *text;
    } known[PLACES];
    size_t count;
};

static void see_name(void *who, const char *name)
{
    (void)name;
    *(bool *)who = true;
}

bool yk_take_stands_alone(const struct yk_field *f)
{
    bool named = false;
    if (f->constraint)
        yk_expression_names(f->constraint, see_name, &named);
    return !named;
}

/* The cell's place, or the free one where it would go. */
static size_t place_of(const struct memo *m, const char *raw, size_t length)
{
    size_t at = yk_map_mix(raw, length) % PLACES;
    while (m->known[at].raw && strcmp(m->known[at].raw, raw) != 0)
        at = (at + 1) % PLACES;
    return at;
}

bool yk_take_recall(const struct yk_taker *t, size_t field, struct slot *s)
{
    const struct memo *m = t->memo[field];
    size_t length = m ? strlen(s->raw) : 0;
    if (!m || length > LONGEST)
        return false;
    size_t at = place_of(m, s->raw, length);
    if (!m->known[at].raw)
        return false;
    s->text = m->known[at].text == m->known[at].raw ? s->raw : m->known[at].text;
    return true;
}

void yk_take_remember(struct yk_taker *t, size_t field, const struct slot *s)
{
    size_t length = strlen(s->raw);
    if (length > LONGEST)
        return;
    if (!t->memo[field])
        t->memo[field] = yk_arena_alloc(&t->arena, sizeof *t->memo[field]);
    struct memo *m = t->memo[field];
    if (m->count == MOST)
        return;
    size_t at = place_of(m, s->raw, length);
    m->known[at].raw = yk_arena_text(&t->arena, s->raw, length);
    m->known[at].text = s->text == s->raw ? m->known[at].raw : yk_arena_copy(&t->arena, s->text);
    m->count++;
}
