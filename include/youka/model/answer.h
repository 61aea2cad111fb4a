/* answer.h - what one door answered, by the form's field names. */
#ifndef YOUKA_MODEL_ANSWER_H
#define YOUKA_MODEL_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/arena.h"
#include "youka/base/day.h"

/* `text` is canonical: numbers as yk_num_write, days ISO, choices as codes (several joined by a
 * space), geopoint "lat lon alt accuracy". `typed` is what stood in the file where it differs, else
 * NULL. A blank answer is not kept: empty is not zero. */
struct yk_answer {
    const char *code, *text, *typed;
};
struct yk_answer_line { /* one line of a repeat, answers sorted by code */
    struct yk_answer *answer;
    size_t count;
};
struct yk_repeat {
    const char *code; /* "fleet", "contact" */
    struct yk_answer_line *line;
    size_t count;
};
struct yk_answers {
    struct yk_answer *answer; /* sorted by code (strcmp), each code once */
    size_t count;
    struct yk_repeat *repeat;
    size_t repeats;
};

/* Why an answer is kept but doubted. Codes: missing (a required answer is not there), irrelevant
 * (its question was not asked: used nowhere), check_digit, unknown_column, on_hold, datum_unknown,
 * exchanged (longitude and latitude, put right), contradiction; survey/quality.h adds more. `field`
 * may be "". */
struct yk_flag {
    const char *code, *field;
};

/* NULL when not answered. */
const char *yk_answer_text(const struct yk_answers *a, const char *code);
const char *yk_line_text(const struct yk_answer_line *l, const char *code);
const char *yk_answer_or_blank(const struct yk_answers *a, const char *code); /* "" instead */
const char *yk_line_or_blank(const struct yk_answer_line *l, const char *code);
bool yk_answer_number(double *out, const struct yk_answers *a, const char *code);
bool yk_line_number(double *out, const struct yk_answer_line *l, const char *code);
yk_day yk_answer_day(const struct yk_answers *a, const char *code); /* YK_DAY_NONE */
bool yk_answer_is(const struct yk_answers *a, const char *code, const char *choice);
/* One of several chosen codes; the second: in codes that are at hand. */
bool yk_answer_has(const struct yk_answers *a, const char *code, const char *choice);
bool yk_codes_have(const char *codes, const char *choice); /* codes may be NULL */
const struct yk_repeat *yk_answer_repeat(const struct yk_answers *a,
                                         const char *code); /* or NULL */
/* Whether some line of the repeat has the answer; choice NULL: any answer. */
bool yk_repeat_has(const struct yk_answers *a, const char *repeat, const char *code,
                   const char *choice);
/* The numbers of a geopoint "lat lon alt accuracy"; gives how many are there, 0 without an answer.
 */
size_t yk_answer_geopoint(double out[4], const struct yk_answers *a, const char *code);
/* A copy that owns its texts, in the arena. */
struct yk_answers yk_answers_copy(const struct yk_answers *answers, struct yk_arena *a);
void yk_answers_sort(struct yk_answers *a); /* after filling, before looking up */

#endif
