/* choice.c - answers from a closed list, by code or by either label. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "taker.h"
#include "youka/base/say.h"

enum {
    MOST_PICKED = 64, /* answers of one multiple choice */
    MOST_NAMED = 12,  /* choices a hint names */
    MOST_SIMILAR = 5, /* … when the list is longer */
    MOST_TOKENS = 128,
};

struct near_choice {
    const struct yk_choice *choice;
    int distance;
};

static int by_distance(const void *a, const void *b)
{
    const struct near_choice *x = a, *y = b;
    if (x->distance != y->distance)
        return x->distance < y->distance ? -1 : 1;
    return (x->choice > y->choice) - (x->choice < y->choice);
}

static int distance_to(const struct yk_choice *c, const char *typed)
{
    int nearest = yk_text_distance(typed, c->code);
    for (int lang = 0; lang < 2; lang++)
        if (c->label[lang]) {
            int d = yk_text_distance(typed, c->label[lang]);
            nearest = d < nearest ? d : nearest;
        }
    return nearest;
}

/* "write one of: 政府机关, 企业, …": the whole of a short list, else what is most similar. */
static const char *hint_for(struct yk_taker *t, const struct yk_field *f, const char *typed)
{
    const struct yk_vocabulary *v = &t->form->vocabulary;
    struct near_choice *near = YK_ARENA_ARRAY(t->now.arena, struct near_choice, v->count);
    size_t count = 0;
    for (size_t i = 0; i < v->count; i++)
        if (strcmp(v->choice[i].list, f->list) == 0)
            near[count++] = (struct near_choice){&v->choice[i], distance_to(&v->choice[i], typed)};
    size_t named = count;
    if (count > MOST_NAMED) {
        qsort(near, count, sizeof *near, by_distance);
        named = MOST_SIMILAR;
    }
    struct yk_buf labels = {0};
    for (size_t i = 0; i < named; i++)
        yk_buf_printf(&labels, "%s%s", i ? "; " : "",
                      yk_label(v, f->list, near[i].choice->code, t->option.lang));
    const char *hint =
        yk_arena_printf(t->now.arena,
                        named < count ? _("write one of the list; the most similar are: %s")
                                      : _("write one of: %s"),
                        labels.text ? labels.text : "");
    yk_buf_release(&labels);
    return hint;
}

static void refuse(struct yk_taker *t, const struct yk_field *f, struct slot *s, const char *typed)
{
    s->reason =
        yk_arena_printf(t->now.arena, _("“%s” is none of the answers to choose from"), typed);
    s->hint = hint_for(t, f, typed);
}

void yk_take_one(struct yk_taker *t, const struct yk_field *f, struct slot *s)
{
    const struct yk_vocabulary *v = &t->form->vocabulary;
    const struct yk_choice *choice = yk_choice_of_code(v, f->list, s->raw);
    if (!choice)
        choice = yk_choice_read(v, f->list, s->raw);
    if (!choice)
        refuse(t, f, s, s->raw);
    else
        s->text = strcmp(choice->code, s->raw) == 0 ? s->raw : choice->code;
}

struct picked {
    const struct yk_choice *choice[MOST_PICKED];
    size_t count;
};

/* A choice ticked twice counts once; a list that long has no form. */
static void pick(struct picked *p, const struct yk_choice *choice)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->choice[i] == choice)
            return;
    if (p->count < MOST_PICKED)
        p->choice[p->count++] = choice;
}

static int by_place(const void *a, const void *b)
{
    const struct yk_choice *const *x = a, *const *y = b;
    return (*x > *y) - (*x < *y);
}

/* Codes in the form's order, so that every export of an answer reads the same. */
static const char *write_codes(struct yk_arena *a, struct picked *p)
{
    if (p->count == 1)
        return p->choice[0]->code;
    qsort(p->choice, p->count, sizeof *p->choice, by_place);
    size_t n = 0;
    for (size_t i = 0; i < p->count; i++)
        n += strlen(p->choice[i]->code) + 1;
    char *text = yk_arena_alloc(a, n), *to = text;
    for (size_t i = 0; i < p->count; i++) {
        size_t len = strlen(p->choice[i]->code);
        memcpy(to, p->choice[i]->code, len);
        to += len;
        *to++ = i + 1 < p->count ? ' ' : '\0';
    }
    return text;
}

/* Codes joined by single spaces and nothing else. */
static bool read_codes(struct picked *p, const struct yk_vocabulary *v, const char *list,
                       const char *s)
{
    char code[64];
    p->count = 0;
    while (*s) {
        size_t n = strcspn(s, " ");
        if (n == 0 || n >= sizeof code)
            return false;
        memcpy(code, s, n);
        code[n] = '\0';
        const struct yk_choice *choice = yk_choice_of_code(v, list, code);
        if (!choice)
            return false;
        pick(p, choice);
        s += n;
        s += *s == ' ';
    }
    return p->count > 0;
}

/* Length of a separator at s, 0 where there is none. */
static size_t separator_at(const char *s)
{
    static const char *const wide[] = {"、", "，", "；", "｜", "\xE3\x80\x80"};
    if (*s && strchr(" \t\n,;|", *s))
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (strncmp(s, wide[i], 3) == 0)
            return 3;
    return 0;
}

struct tokens {
    const char *begin[MOST_TOKENS], *end[MOST_TOKENS];
    size_t count;
};

static void cut_tokens(struct tokens *k, const char *s)
{
    k->count = 0;
    while (*s && k->count < MOST_TOKENS) {
        size_t n = separator_at(s);
        if (n) {
            s += n;
            continue;
        }
        k->begin[k->count] = s;
        while (*s && !separator_at(s))
            s++;
        k->end[k->count++] = s;
    }
}

/* Codes and labels with any separator. Labels hold separators themselves (价格、优惠), so the
 * longest run of tokens that is a choice wins. Gives what was not understood, or NULL. */
static const char *read_labels(struct picked *p, struct yk_taker *t, const char *list,
                               const char *s)
{
    enum { LONGEST = 12 };
    struct tokens k;
    cut_tokens(&k, s);
    p->count = 0;
    for (size_t i = 0; i < k.count;) {
        const struct yk_choice *choice = NULL;
        size_t last = i + LONGEST < k.count ? i + LONGEST : k.count;
        for (; last > i && !choice; last--) {
            const char *run =
                yk_arena_text(&t->scratch, k.begin[i], (size_t)(k.end[last - 1] - k.begin[i]));
            choice = yk_choice_read(&t->form->vocabulary, list, run);
        }
        if (!choice)
            return yk_arena_text(t->now.arena, k.begin[i], (size_t)(k.end[i] - k.begin[i]));
        pick(p, choice);
        i = last + 1; /* `last` went one down after the match */
    }
    return NULL;
}

/* The joined cell where it holds codes; else the 0/1 columns, which are safe where labels hold
 * spaces; else the labels of the joined cell. */
void yk_take_many(struct yk_taker *t, const struct yk_field *f, struct slot *s)
{
    const struct yk_vocabulary *v = &t->form->vocabulary;
    struct picked p = {.count = 0};
    const char *wrong = NULL;
    if (!(s->raw && read_codes(&p, v, f->list, s->raw)) &&
        !(s->picked && read_codes(&p, v, f->list, s->picked)) && s->raw)
        wrong = read_labels(&p, t, f->list, s->raw);
    if (wrong) {
        refuse(t, f, s, wrong);
        return;
    }
    if (p.count == 0) { /* nothing but separators */
        s->raw = NULL;
        return;
    }
    const char *codes = write_codes(t->now.arena, &p);
    s->text = s->raw && strcmp(codes, s->raw) == 0 ? s->raw : codes;
}
