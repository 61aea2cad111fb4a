/* judge.c - how likely two doors are one client, and why.
 * The likeness of the names is lessened by each thing that speaks against it; each thing that
 * speaks for it then takes its share of the doubt that is left (a noisy or): the steps of a
 * Fellegi-Sunter comparison with weights one can read. Weights by the pairs of tests/accuracy. */
#include <math.h>

#include "match.h"

#define LEAST_LIKENESS .6 /* below, only an equal code says anything */
/* Where both are placed farther apart, a name alone is not worth a question: no wrong datum and no
 * GPS moves a door so far. A judgement. */
#define ASK_WITHIN_M 5000

static const struct {
    unsigned why;
    double left; /* of the likeness */
} against[] = {
    {YK_WHY_FAR, .9},   {YK_WHY_NUMBERS, .6}, {YK_WHY_OTHER_CODE, .6},
    {YK_WHY_PLACE, .7}, {YK_WHY_BRANCH, .85}, {YK_WHY_OTHER_CATEGORY, .7},
};
static const struct {
    unsigned why;
    double left; /* of the doubt */
} in_favour[] = {{YK_WHY_CODE, .1}, {YK_WHY_PHONE, .5}, {YK_WHY_NEAR, .7}, {YK_WHY_ADDRESS, .7}};
#define COMMON_ALONE .6  /* a common name, and nothing else in common */
#define UNLIKE_ALONE .85 /* names that differ, and nothing else in common */
#define SUPPORT (YK_WHY_CODE | YK_WHY_PHONE | YK_WHY_NEAR | YK_WHY_ADDRESS)
#define BLOCKS                                                                                     \
    (YK_WHY_OTHER_CODE | YK_WHY_NUMBERS | YK_WHY_BRANCH | YK_WHY_PLACE | YK_WHY_OTHER_CATEGORY)

static bool share_phone(const struct witness *a, const struct witness *b)
{
    for (size_t i = 0; i < a->phones; i++)
        for (size_t j = 0; j < b->phones; j++)
            if (a->phone[i] == b->phone[j])
                return true;
    return false;
}

static bool other_numbers(const struct witness *a, const struct witness *b)
{
    return !yk_glyphs_same(a->name.numbers, b->name.numbers);
}

/* One names a branch, the other none or another one. */
static bool branches_differ(const struct witness *a, const struct witness *b)
{
    return !a->name.branch.n != !b->name.branch.n || yk_name_other_branch(&a->name, &b->name);
}

static unsigned place_reasons(double *metres, const struct witness *a, const struct witness *b)
{
    *metres = NAN;
    if (!a->seen.located || !b->seen.located)
        return 0;
    *metres = yk_metres(a->seen.point, b->seen.point);
    if (*metres <= NEAR_M)
        return YK_WHY_NEAR;
    return *metres > NEAR_M + a->seen.error_m + b->seen.error_m ? YK_WHY_FAR : 0;
}

static unsigned name_reasons(const struct matching *m, const struct witness *a,
                             const struct witness *b)
{
    unsigned why = 0;
    if (other_numbers(a, b))
        why |= YK_WHY_NUMBERS;
    if (branches_differ(a, b))
        why |= YK_WHY_BRANCH;
    if (a->name.common || b->name.common)
        why |= YK_WHY_GENERIC;
    if (yk_name_other_place(&a->name, &b->name))
        why |= YK_WHY_PLACE;
    if (a->category && yk_text_same(a->category, b->category))
        why |= YK_WHY_CATEGORY;
    if (yk_name_other_category(m->book, a->category, b->category))
        why |= YK_WHY_OTHER_CATEGORY;
    return why;
}

static double score_of(double likeness, unsigned why)
{
    double left = likeness;
    if (!(why & SUPPORT))
        left *= why & YK_WHY_GENERIC ? COMMON_ALONE : likeness < ALIKE ? UNLIKE_ALONE : 1;
    for (size_t i = 0; i < sizeof against / sizeof *against; i++)
        if (why & against[i].why)
            left *= against[i].left;
    double doubt = 1 - left;
    for (size_t i = 0; i < sizeof in_favour / sizeof *in_favour; i++)
        if (why & in_favour[i].why)
            doubt *= in_favour[i].left;
    return 1 - doubt;
}

/* A name of one character is nobody's, however near. */
static bool has_own_name(const struct witness *w)
{
    return w->name.core[0].own.n > 1 || w->name.core[0].whole.n > 3;
}

static bool is_automatic(const struct yk_pair *p, const struct witness *a, const struct witness *b)
{
    if (p->why & BLOCKS)
        return false;
    return p->why & YK_WHY_CODE ||
           (p->name >= ALIKE && p->why & YK_WHY_NEAR && has_own_name(a) && has_own_name(b));
}

/* Another branch of the same name; a head office and a branch, unless one door may be meant. */
static bool are_sites(const struct yk_pair *p, const struct witness *a, const struct witness *b)
{
    if (!(p->why & YK_WHY_BRANCH) || p->name < ALIKE || p->why & (YK_WHY_GENERIC | YK_WHY_NUMBERS))
        return false;
    return yk_name_other_branch(&a->name, &b->name) || !(p->why & YK_WHY_NEAR);
}

bool judge_pair(struct yk_pair *out, const struct matching *m, size_t one, size_t other)
{
    const struct witness *a = &m->witness[one], *b = &m->witness[other];
    bool same_code = *a->code && !strcmp(a->code, b->code);
    *out = (struct yk_pair){.a = one, .b = other, .name = yk_name_likeness(&a->name, &b->name)};
    if (!same_code && out->name < LEAST_LIKENESS)
        return false;
    out->why = same_code ? YK_WHY_CODE : *a->code && *b->code ? YK_WHY_OTHER_CODE : 0;
    if (share_phone(a, b))
        out->why |= YK_WHY_PHONE;
    if (a->address.n && yk_glyphs_same(a->address, b->address))
        out->why |= YK_WHY_ADDRESS;
    if (out->name >= REVIEW)
        out->why |= YK_WHY_NAME;
    if (score_of(out->name, out->why | YK_WHY_NEAR) < REVIEW)
        return false; /* nor could the place mend it */
    out->why |= place_reasons(&out->metres, a, b) | name_reasons(m, a, b);
    out->score = score_of(out->name, out->why);
    if (is_automatic(out, a, b))
        out->kind = YK_PAIR_SAME;
    else if (are_sites(out, a, b))
        out->kind = YK_PAIR_SITES;
    else
        out->kind = YK_PAIR_REVIEW;
    if (out->metres > ASK_WITHIN_M && !(out->why & SUPPORT))
        return out->kind == YK_PAIR_SITES;
    return out->kind != YK_PAIR_REVIEW ||
           (out->score >= REVIEW && !yk_name_other_branch(&a->name, &b->name));
}

bool are_opposed(const struct witness *a, const struct witness *b)
{
    return (*a->code && *b->code && strcmp(a->code, b->code) != 0) ||
           (a->name.numbers.n && b->name.numbers.n && other_numbers(a, b)) ||
           yk_name_other_branch(&a->name, &b->name) || yk_name_other_place(&a->name, &b->name);
}
