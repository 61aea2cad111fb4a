/* copies.c - puts the copies of one submission together (survey.md, Copies of one submission). */
#include "copies.h"

#include <stdlib.h>
#include <string.h>

static int compare_claims(const void *left, const void *right)
{
    const struct yk_claim *a = left, *b = right;
    int by = strcmp(a->age, b->age);
    if (!by)
        by = strcmp(a->batch, b->batch);
    return by ? by : (a->line > b->line) - (a->line < b->line);
}

static void sort_claims(struct yk_copy *copy, struct yk_arena *a)
{
    size_t n = 0, i = 0;
    if (!copy->claim.next)
        return;
    for (const struct yk_claim *c = &copy->claim; c; c = c->next)
        n++;
    struct yk_claim *claim = YK_ARENA_ARRAY(a, struct yk_claim, n);
    for (const struct yk_claim *c = &copy->claim; c; c = c->next)
        claim[i++] = *c;
    qsort(claim, n, sizeof *claim, compare_claims);
    for (i = 0; i < n; i++)
        claim[i].next = i + 1 < n ? &claim[i + 1] : NULL;
    copy->claim = claim[0];
}

static const struct yk_claim *newest_claim(const struct yk_copy *copy)
{
    const struct yk_claim *c = &copy->claim;
    while (c->next)
        c = c->next;
    return c;
}

/* When the last of its newest claims came. */
static const char *loaded_at(const struct yk_copy *copy)
{
    const char *age = newest_claim(copy)->age, *last = "";
    for (const struct yk_claim *c = &copy->claim; c; c = c->next)
        if (!strcmp(c->age, age) && strcmp(c->loaded_at, last) > 0)
            last = c->loaded_at;
    return last;
}

static int compare_copies(const void *left, const void *right)
{
    const struct yk_copy *a = left, *b = right;
    int by = strcmp(newest_claim(a)->age, newest_claim(b)->age);
    if (!by)
        by = strcmp(loaded_at(a), loaded_at(b));
    return by ? by : strcmp(a->content.text, b->content.text);
}

void yk_copies_sort(struct yk_copy *copy, size_t count, struct yk_arena *a)
{
    for (size_t i = 0; i < count; i++)
        sort_claims(&copy[i], a);
    if (count > 1)
        qsort(copy, count, sizeof *copy, compare_copies);
}

static bool has_irrelevant(const struct yk_claim *c)
{
    for (size_t i = 0; i < c->flags; i++)
        if (!strcmp(c->flag[i].code, "irrelevant"))
            return true;
    return false;
}

static bool counts(const struct yk_claim *c, const char *field)
{
    for (size_t i = 0; i < c->flags; i++)
        if (!strcmp(c->flag[i].code, "irrelevant") && !strcmp(c->flag[i].field, field))
            return false;
    return true;
}

/* Lays one copy's answers over what the older ones said. */
static void lay_answers(struct yk_answers *over, size_t **from, const struct yk_copy *copy,
                        size_t index, struct yk_arena *a)
{
    const struct yk_claim *claim = newest_claim(copy);
    const struct yk_answers *old = over, *new = &copy->answers;
    struct yk_answer *answer = YK_ARENA_ARRAY(a, struct yk_answer, old->count + new->count);
    size_t *source = YK_ARENA_ARRAY(a, size_t, old->count + new->count);
    size_t n = 0, i = 0, j = 0;
    while (i < old->count || j < new->count) {
        if (j < new->count && (!*new->answer[j].text || !counts(claim, new->answer[j].code))) {
            j++;
            continue;
        }
        int by = i == old->count   ? 1
                 : j == new->count ? -1
                                   : strcmp(old->answer[i].code, new->answer[j].code);
        source[n] = by < 0 ? (*from)[i] : index;
        answer[n++] = by < 0 ? old->answer[i] : new->answer[j];
        i += by <= 0;
        j += by >= 0;
    }
    over->answer = answer;
    over->count = n;
    *from = source;
}

/* The repeats stay sorted by code, so that the result does not depend on the copies' order in
 * files. */
static void lay_repeats(struct yk_answers *over, const struct yk_copy *copy, struct yk_arena *a)
{
    const struct yk_claim *claim = newest_claim(copy);
    const struct yk_answers *new = &copy->answers;
    struct yk_repeat *repeat = YK_ARENA_ARRAY(a, struct yk_repeat, over->repeats + new->repeats);
    size_t n = over->repeats;
    if (n)
        memcpy(repeat, over->repeat, n * sizeof *repeat);
    for (size_t j = 0; j < new->repeats; j++) {
        const struct yk_repeat *r = &new->repeat[j];
        size_t at = 0;
        if (!r->count || !counts(claim, r->code))
            continue;
        while (at < n && strcmp(repeat[at].code, r->code) < 0)
            at++;
        if (at == n || strcmp(repeat[at].code, r->code) != 0)
            memmove(&repeat[at + 1], &repeat[at], (n++ - at) * sizeof *repeat);
        repeat[at] = *r;
    }
    over->repeat = repeat;
    over->repeats = n;
}

void yk_copies_answers(struct yk_answers *out, size_t **from, const struct yk_copy *copy,
                       size_t count, struct yk_arena *a)
{
    struct yk_answers merged = {0};
    size_t *source = NULL;
    for (size_t i = 0; i < count; i++) {
        lay_answers(&merged, &source, &copy[i], i, a);
        if (copy[i].answers.repeats)
            lay_repeats(&merged, &copy[i], a);
    }
    *out = merged;
    if (from)
        *from = source;
}

static int compare_flags(const void *left, const void *right)
{
    const struct yk_flag *a = left, *b = right;
    int by = strcmp(a->code, b->code);
    return by ? by : strcmp(a->field, b->field);
}

/* A doubt stays as long as what it is about does: the copy whose answer is used, or, where no copy
 * answers, any; a doubt about no field is about the newest copy. */
static bool flag_stands(const struct yk_flag *f, size_t of, const struct yk_answers *answers,
                        const size_t *from, size_t count)
{
    if (!*f->field)
        return of + 1 == count;
    for (size_t i = 0; i < answers->count; i++)
        if (!strcmp(answers->answer[i].code, f->field))
            return from[i] == of;
    return strcmp(f->code, "missing") != 0 || !yk_answer_repeat(answers, f->field);
}

static void merge_flags(struct yk_door *door, const size_t *from, const struct yk_copy *copy,
                        size_t count, struct yk_arena *a)
{
    size_t most = 0, n = 0;
    for (size_t i = 0; i < count; i++)
        most += newest_claim(&copy[i])->flags;
    struct yk_flag *flag = YK_ARENA_ARRAY(a, struct yk_flag, most);
    for (size_t i = 0; i < count; i++) {
        const struct yk_claim *c = newest_claim(&copy[i]);
        for (size_t j = 0; j < c->flags; j++)
            if (flag_stands(&c->flag[j], i, &door->answers, from, count))
                flag[n++] = c->flag[j];
    }
    if (n)
        qsort(flag, n, sizeof *flag, compare_flags);
    door->flag = flag;
    door->flags = 0;
    for (size_t i = 0; i < n; i++)
        if (!i || compare_flags(&flag[door->flags - 1], &flag[i]))
            flag[door->flags++] = flag[i];
}

static void list_origins(struct yk_origin **out, size_t *origins, const struct yk_copy *copy,
                         size_t count, struct yk_arena *a)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        for (const struct yk_claim *c = &copy[i].claim; c; c = c->next)
            n++;
    struct yk_origin *origin = YK_ARENA_ARRAY(a, struct yk_origin, n);
    n = 0;
    for (size_t i = 0; i < count; i++)
        for (const struct yk_claim *c = &copy[i].claim; c; c = c->next)
            origin[n++] = (struct yk_origin){c->batch, c->file, c->line};
    *out = origin;
    *origins = n;
}

/* The id comes from the smallest date, so that mending the date does not make another client. */
static void date_door(struct yk_door *door, const struct yk_copy *copy, size_t count)
{
    yk_day first = YK_DAY_NONE;
    door->survey_date = YK_DAY_NONE;
    for (size_t i = 0; i < count; i++) {
        yk_day day = copy[i].survey_date;
        if (day == YK_DAY_NONE)
            continue;
        door->survey_date = day;
        if (first == YK_DAY_NONE || day < first)
            first = day;
    }
    char text[11];
    struct yk_hash h;
    yk_day_write(text, first);
    yk_hash_begin(&h);
    yk_hash_text(&h, text);
    yk_hash_text(&h, door->key);
    door->id = yk_hash_end(&h);
}

void yk_copies_door(struct yk_door *door, struct yk_copy *copy, size_t count, struct yk_arena *a)
{
    yk_copies_sort(copy, count, a);
    date_door(door, copy, count);
    list_origins(&door->origin, &door->origins, copy, count, a);
    if (count == 1 && !has_irrelevant(newest_claim(&copy[0]))) {
        door->answers = copy[0].answers;
        door->flag = newest_claim(&copy[0])->flag;
        door->flags = newest_claim(&copy[0])->flags;
        return;
    }
    size_t *from;
    yk_copies_answers(&door->answers, &from, copy, count, a);
    merge_flags(door, from, copy, count, a);
}

void yk_copies_record(struct yk_record *record, struct yk_copy *copy, size_t count,
                      struct yk_arena *a)
{
    yk_copies_sort(copy, count, a);
    list_origins(&record->origin, &record->origins, copy, count, a);
    yk_copies_answers(&record->answers, NULL, copy, count, a);
}
