/* segment.c - what won and lost clients teach of those like them nearby. */
#include <math.h>
#include <stdlib.h>

#include "youka/base/logit.h"
#include "youka/base/map.h"
#include "youka/estimate/win.h"

struct yk_chance yk_win_rate(double p0, double weight, double wins, double tries)
{
    double won = weight * p0 + wins, all = weight + tries;

    if (!(all > 0))
        return (struct yk_chance){p0, NAN};
    double mean = won / all;
    return (struct yk_chance){mean, sqrt(mean * (1 - mean) / (all + 1))};
}

/* A segment being put together. */
struct lesson {
    double wins, tries, sum_p, clients, shift;
};
struct school {
    struct yk_arena arena; /* of the keys */
    struct yk_map map;     /* key -> lesson */
    struct yk_buf key;
    struct lesson *lesson;
    size_t lessons;
};

/* Lent until the next call. */
static const char *key_of(struct school *s, const char *category, const char *region)
{
    yk_buf_clear(&s->key);
    yk_buf_printf(&s->key, "%s\n%s", category ? category : "", region ? region : "");
    return s->key.text;
}

static void gather(struct school *s, const struct yk_sales_outcome *outcome, size_t outcomes)
{
    s->lesson = yk_alloc((outcomes + 1) * sizeof *s->lesson);
    for (size_t i = 0; i < outcomes; i++) {
        const char *key = key_of(s, outcome[i].category, outcome[i].region);
        size_t at = s->lessons;
        if (!yk_map_find(&s->map, key, &at)) {
            yk_map_add(&s->map, yk_arena_copy(&s->arena, key), at);
            s->lessons++;
        }
        s->lesson[at].wins += (double)outcome[i].wins;
        s->lesson[at].tries += (double)outcome[i].tries;
    }
}

/* The client's segment; NULL where nobody like it was tried. */
static struct lesson *lesson_of(struct school *s, const struct yk_territory *t, size_t door,
                                size_t owner)
{
    const char *category = yk_answer_text(&t->door[door].answers, "category");
    const char *region = owner < t->stations ? t->station[owner].region : "";
    size_t at;

    return yk_map_find(&s->map, key_of(s, category, region), &at) ? &s->lesson[at] : NULL;
}

void yk_win_learn(struct yk_prospect *prospect, const struct yk_territory *t,
                  const struct yk_place *place, const struct yk_estimate *estimate,
                  const struct yk_sales_outcome *outcome, size_t outcomes)
{
    struct school s = {0};
    double weight = yk_win_prior(t->rules).segment_weight;

    if (outcomes == 0)
        return;
    gather(&s, outcome, outcomes);
    for (size_t i = 0; i < t->doors; i++) {
        struct lesson *l = lesson_of(&s, t, i, place[i].owner);
        if (l && !estimate[i].none) {
            l->sum_p += prospect[i].p_win;
            l->clients++;
        }
    }
    for (struct lesson *l = s.lesson; l < s.lesson + s.lessons; l++) {
        double p0 = l->sum_p / l->clients;
        if (l->clients > 0 && l->tries > 0)
            l->shift = yk_logit(yk_win_rate(p0, weight, l->wins, l->tries).mean) - yk_logit(p0);
    }
    for (size_t i = 0; i < t->doors; i++) {
        const struct lesson *l = lesson_of(&s, t, i, place[i].owner);
        if (l && l->shift != 0) {
            prospect[i].p_win = yk_logistic(yk_logit(prospect[i].p_win) + l->shift);
            prospect[i].win_segment += l->shift;
        }
    }
    free(s.lesson);
    yk_map_release(&s.map);
    yk_buf_release(&s.key);
    yk_arena_release(&s.arena);
}
