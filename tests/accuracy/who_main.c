/* who_main.c - prints how well doors are matched, by kind of labelled pair. */
#include <stdio.h>

#include "who_pairs.h"
#include "youka/base/text.h"

static double share(size_t part, size_t of)
{
    return of ? 100. * (double)part / (double)of : 100;
}

static void print_kinds(const struct who_result *r)
{
    printf("%-7s %-46s %6s %6s %6s %6s\n", "label", "kind of pair", "pairs", "auto", "asked",
           "none");
    for (size_t i = 0; i < who_kind_count; i++) {
        const struct who_score *s = &r->kind[i];
        int pad = 46 - yk_text_width(who_kinds[i].word);
        printf("%-7s %s%*s %6zu %6zu %6zu %6zu\n", who_kinds[i].same ? "same" : "apart",
               who_kinds[i].word, pad, "", s->pairs, s->automatic, s->asked,
               s->pairs - s->automatic - s->asked);
    }
}

static void print_total(const char *what, const struct who_result *r)
{
    printf("%s: precision of automatic %.2f %% (%zu wrong of %zu), recall of automatic and asked "
           "%.2f %% of %zu\n",
           what, 100 - (r->joined ? share(r->joined_wrong, r->joined) : 0), r->joined_wrong,
           r->joined, share(r->found, r->same), r->same);
}

/* Names the pairs that went wrong, for whoever mends the rule. */
static void print_wrong(const struct who_world *w, const struct who_result *r)
{
    for (size_t i = 0; i < w->pairs; i++) {
        bool same = who_kinds[w->pair_kind[i]].same;
        if (same ? r->automatic[i] || r->asked[i] : !r->automatic[i])
            continue;
        printf("    %s: %s | %s\n", same ? "missed" : "joined",
               yk_answer_text(&w->territory.door[2 * i].answers, "client_name"),
               yk_answer_text(&w->territory.door[2 * i + 1].answers, "client_name"));
    }
}

int main(int argc, char **argv)
{
    struct who_world made, listed;
    struct who_result r;

    who_world_make(&made, 100);
    who_judge(&r, &made);
    print_kinds(&r);
    print_total("made", &r);
    if (argc > 1 && !strcmp(argv[1], "-v"))
        print_wrong(&made, &r);
    who_world_release(&made);
    who_world_read(&listed, "tests/accuracy/names.csv");
    who_judge(&r, &listed);
    print_total("listed by hand", &r);
    print_wrong(&listed, &r);
    who_world_release(&listed);
    return 0;
}
