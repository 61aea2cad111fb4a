/* answers_of.h - for tests: a door's answers from one line of text. */
#ifndef YOUKA_TESTS_ANSWERS_OF_H
#define YOUKA_TESTS_ANSWERS_OF_H

#include <string.h>

#include "youka/base/arena.h"
#include "youka/model/answer.h"

#define MOST_ANSWERS 64
#define MOST_LINES 24

/* Splits at `by` in place; gives the part and moves *rest on; NULL at the end. */
static inline char *next_part(char **rest, char by)
{
    char *part = *rest;

    if (!part || !*part)
        return NULL;
    char *end = strchr(part, by);
    *rest = end ? end + 1 : NULL;
    if (end)
        *end = '\0';
    return part;
}

static inline struct yk_answer answer_of(char *pair)
{
    char *is = strchr(pair, '=');

    if (!is)
        YK_BUG("no = in «%s»", pair);
    *is = '\0';
    return (struct yk_answer){.code = pair, .text = is + 1};
}

static inline void add_line_of(struct yk_answers *out, char *part, struct yk_arena *a)
{
    const char *repeat = next_part(&part, ':');
    struct yk_repeat *r = out->repeat;

    while (r < out->repeat + out->repeats && strcmp(r->code, repeat) != 0)
        r++;
    if (r == out->repeat + out->repeats) {
        *r = (struct yk_repeat){repeat, YK_ARENA_ARRAY(a, struct yk_answer_line, MOST_LINES), 0};
        out->repeats++;
    }
    struct yk_answer_line *line = &r->line[r->count++];
    line->answer = YK_ARENA_ARRAY(a, struct yk_answer, MOST_ANSWERS);
    for (char *pair; (pair = next_part(&part, ',')) != NULL;)
        line->answer[line->count++] = answer_of(pair);
}

/* "category=hotel;gas_month=450;fleet:veh_class=car,veh_count=2,veh_fuel=g92": answers divided by
 * semicolons; lines of a repeat name it before a colon. */
static inline struct yk_answers answers_of(struct yk_arena *a, const char *text)
{
    struct yk_answers out = {.answer = YK_ARENA_ARRAY(a, struct yk_answer, MOST_ANSWERS),
                             .repeat = YK_ARENA_ARRAY(a, struct yk_repeat, 2)};
    char *rest = yk_arena_copy(a, text);

    for (char *part; (part = next_part(&rest, ';')) != NULL;) {
        char *colon = strchr(part, ':'), *is = strchr(part, '=');
        if (colon && colon < is)
            add_line_of(&out, part, a);
        else
            out.answer[out.count++] = answer_of(part);
    }
    yk_answers_sort(&out);
    return out;
}

#endif
