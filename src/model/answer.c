/* answer.c - looking up what a door answered. */
#include "youka/model/answer.h"

#include <stdlib.h>
#include <string.h>

#include "youka/base/num.h"

static int by_code(const void *left, const void *right)
{
    const struct yk_answer *a = left, *b = right;
    return strcmp(a->code, b->code);
}

/* Asked dozens of times for each client; the first letter tells most codes apart. */
static int compare(const char *one, const char *other)
{
    int by = (unsigned char)*one - (unsigned char)*other;
    return by ? by : strcmp(one, other);
}

static const char *text_of(const struct yk_answer *answer, size_t count, const char *code)
{
    for (size_t low = 0, high = count; low < high;) {
        size_t middle = (low + high) / 2;
        int by = compare(code, answer[middle].code);
        if (!by)
            return answer[middle].text;
        if (by < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static bool number_of(double *out, const char *text)
{
    return text && yk_num_read(out, text) == YK_NUM_OK;
}

const char *yk_answer_text(const struct yk_answers *a, const char *code)
{
    return text_of(a->answer, a->count, code);
}

const char *yk_line_text(const struct yk_answer_line *l, const char *code)
{
    return text_of(l->answer, l->count, code);
}

bool yk_answer_number(double *out, const struct yk_answers *a, const char *code)
{
    return number_of(out, yk_answer_text(a, code));
}

bool yk_line_number(double *out, const struct yk_answer_line *l, const char *code)
{
    return number_of(out, yk_line_text(l, code));
}

const char *yk_answer_or_blank(const struct yk_answers *a, const char *code)
{
    const char *text = yk_answer_text(a, code);
    return text ? text : "";
}

const char *yk_line_or_blank(const struct yk_answer_line *l, const char *code)
{
    const char *text = yk_line_text(l, code);
    return text ? text : "";
}

yk_day yk_answer_day(const struct yk_answers *a, const char *code)
{
    const char *text = yk_answer_text(a, code);
    yk_day day;
    return text && yk_day_read(&day, text) ? day : YK_DAY_NONE;
}

bool yk_answer_is(const struct yk_answers *a, const char *code, const char *choice)
{
    const char *text = yk_answer_text(a, code);
    return text && strcmp(text, choice) == 0;
}

bool yk_answer_has(const struct yk_answers *a, const char *code, const char *choice)
{
    return yk_codes_have(yk_answer_text(a, code), choice);
}

bool yk_codes_have(const char *codes, const char *choice)
{
    if (!codes || !*choice)
        return false;
    for (const char *at = codes; *at; at += *at == ' ') {
        const char *want = choice;
        while (*want && *at == *want && *at != ' ')
            at++, want++;
        if (!*want && (*at == ' ' || !*at))
            return true;
        while (*at && *at != ' ')
            at++;
    }
    return false;
}

const struct yk_repeat *yk_answer_repeat(const struct yk_answers *a, const char *code)
{
    for (size_t i = 0; i < a->repeats; i++)
        if (strcmp(a->repeat[i].code, code) == 0)
            return &a->repeat[i];
    return NULL;
}

bool yk_repeat_has(const struct yk_answers *a, const char *repeat, const char *code,
                   const char *choice)
{
    const struct yk_repeat *r = yk_answer_repeat(a, repeat);
    for (size_t i = 0; r && i < r->count; i++) {
        const char *text = yk_line_text(&r->line[i], code);
        if (text && (!choice || strcmp(text, choice) == 0))
            return true;
    }
    return false;
}

size_t yk_answer_geopoint(double out[4], const struct yk_answers *a, const char *code)
{
    const char *text = yk_answer_text(a, code);
    size_t count = 0;
    for (; text && count < 4; count++) {
        text += strspn(text, " ");
        size_t length = strcspn(text, " ");
        char word[64];
        if (length == 0 || length >= sizeof word)
            break;
        memcpy(word, text, length);
        word[length] = '\0';
        if (yk_num_read(&out[count], word) != YK_NUM_OK)
            break;
        text += length;
    }
    return count;
}

static void sort(struct yk_answer *answer, size_t count)
{
    if (count > 1)
        qsort(answer, count, sizeof *answer, by_code);
}

void yk_answers_sort(struct yk_answers *a)
{
    sort(a->answer, a->count);
    for (size_t i = 0; i < a->repeats; i++)
        for (size_t j = 0; j < a->repeat[i].count; j++)
            sort(a->repeat[i].line[j].answer, a->repeat[i].line[j].count);
}

static struct yk_answer *copy_all(const struct yk_answer *from, size_t count, struct yk_arena *a)
{
    struct yk_answer *to = YK_ARENA_ARRAY(a, struct yk_answer, count);
    for (size_t i = 0; i < count; i++)
        to[i] = (struct yk_answer){.code = yk_arena_copy(a, from[i].code),
                                   .text = yk_arena_copy(a, from[i].text),
                                   .typed = from[i].typed ? yk_arena_copy(a, from[i].typed) : NULL};
    return to;
}

struct yk_answers yk_answers_copy(const struct yk_answers *from, struct yk_arena *a)
{
    struct yk_answers to = {.answer = copy_all(from->answer, from->count, a),
                            .count = from->count,
                            .repeat = YK_ARENA_ARRAY(a, struct yk_repeat, from->repeats),
                            .repeats = from->repeats};
    for (size_t r = 0; r < from->repeats; r++) {
        const struct yk_repeat *in = &from->repeat[r];
        struct yk_repeat *out = &to.repeat[r];
        *out = (struct yk_repeat){.code = yk_arena_copy(a, in->code),
                                  .line = YK_ARENA_ARRAY(a, struct yk_answer_line, in->count),
                                  .count = in->count};
        for (size_t i = 0; i < in->count; i++)
            out->line[i] = (struct yk_answer_line){
                copy_all(in->line[i].answer, in->line[i].count, a), in->line[i].count};
    }
    return to;
}
