/* tombs_apply.c - contacts left out of a submission, and the tombs that keep them out. */
#include <stdlib.h>
#include <string.h>

#include "tombs.h"
#include "youka/base/text.h"

#define CONTACT "contact"
#define SUMMARY "contact_summary"

static bool has_phone(const struct yk_tombs *t, const struct yk_answer *answer, struct yk_arena *a)
{
    return yk_tombs_text(t, NULL, answer->text, a) != answer->text ||
           yk_tombs_text(t, NULL, answer->typed, a) != answer->typed;
}

static bool any_phone(const struct yk_tombs *t, const struct yk_answer_line *line,
                      struct yk_arena *a)
{
    for (size_t i = 0; i < line->count; i++)
        if (has_phone(t, &line->answer[i], a))
            return true;
    return false;
}

static bool is_contact(const char *code)
{
    return !strncmp(code, CONTACT "_", strlen(CONTACT "_"));
}

/* What is being made of one submission. */
struct work {
    const struct yk_tombs *t;
    const struct yk_id *submission; /* where it was erased, else NULL */
    struct yk_kept *out;
    struct yk_arena *a;
};

static void count(struct work *w, size_t contacts)
{
    w->out->changed = true;
    if (contacts > w->out->contacts) /* repeat, flat fields and summary tell the same ones */
        w->out->contacts = contacts;
}

static struct yk_answer clean_answer(struct work *w, struct yk_answer answer)
{
    bool own = !strcmp(answer.code, "client_name") || !strcmp(answer.code, "address");
    const struct yk_id *submission = own ? NULL : w->submission;
    struct yk_answer kept = {answer.code, yk_tombs_text(w->t, submission, answer.text, w->a),
                             yk_tombs_text(w->t, submission, answer.typed, w->a)};
    w->out->changed |= kept.text != answer.text || kept.typed != answer.typed;
    return kept;
}

/* The packed contacts without those that have an erased phone. */
static const char *clean_summary(struct work *w, const char *text)
{
    struct yk_buf left = {0};
    size_t dropped = 0;
    yk_buf_puts(&left, "");
    for (const char *item = text; *item;) {
        size_t n = strcspn(item, ";");
        char *one = yk_text_trim(w->a, yk_arena_text(w->a, item, n));
        struct yk_answer answer = {SUMMARY, one, NULL};
        if (has_phone(w->t, &answer, w->a))
            dropped++;
        else if (*one)
            yk_buf_printf(&left, "%s%s", left.len ? "; " : "", one);
        item += n + (item[n] == ';');
    }
    if (dropped) {
        count(w, dropped);
        text = yk_arena_copy(w->a, left.text);
    }
    yk_buf_release(&left);
    return text;
}

static void clean_flat(struct work *w, const struct yk_answers *in)
{
    struct yk_answers *to = &w->out->answers;
    bool drop = w->submission;
    for (size_t i = 0; !drop && i < in->count; i++)
        drop = is_contact(in->answer[i].code) && strcmp(in->answer[i].code, SUMMARY) != 0 &&
               has_phone(w->t, &in->answer[i], w->a);
    to->answer = YK_ARENA_ARRAY(w->a, struct yk_answer, in->count);
    for (size_t i = 0; i < in->count; i++) {
        struct yk_answer answer = in->answer[i];
        bool summary = !strcmp(answer.code, SUMMARY);
        if (is_contact(answer.code) && (w->submission || (drop && !summary))) {
            count(w, 1);
            continue;
        }
        if (summary) {
            answer.text = clean_summary(w, answer.text);
            answer.typed = answer.typed ? clean_summary(w, answer.typed) : NULL;
            if (!*answer.text)
                continue;
        }
        to->answer[to->count++] = clean_answer(w, answer);
    }
}

static void clean_lines(struct work *w, struct yk_repeat *to, const struct yk_repeat *in)
{
    bool contacts = !strcmp(in->code, CONTACT);
    size_t dropped = 0;
    *to = (struct yk_repeat){in->code, YK_ARENA_ARRAY(w->a, struct yk_answer_line, in->count), 0};
    for (size_t i = 0; i < in->count; i++) {
        const struct yk_answer_line *line = &in->line[i];
        if (contacts && (w->submission || any_phone(w->t, line, w->a))) {
            count(w, ++dropped);
            continue;
        }
        struct yk_answer_line *kept = &to->line[to->count++];
        kept->answer = YK_ARENA_ARRAY(w->a, struct yk_answer, line->count);
        kept->count = line->count;
        for (size_t k = 0; k < line->count; k++)
            kept->answer[k] = clean_answer(w, line->answer[k]);
    }
}

struct yk_kept yk_tombs_apply(const struct yk_tombs *t, const struct yk_id *submission,
                              const char *key, const struct yk_answers *answers, struct yk_arena *a)
{
    struct yk_kept out = {.key = yk_tombs_text(t, NULL, key, a)};
    struct work w = {t, yk_tombs_hold(t, submission) ? submission : NULL, &out, a};
    out.changed = out.key != key;
    clean_flat(&w, answers);
    out.answers.repeat = YK_ARENA_ARRAY(a, struct yk_repeat, answers->repeats);
    for (size_t i = 0; i < answers->repeats; i++)
        clean_lines(&w, &out.answers.repeat[out.answers.repeats++], &answers->repeat[i]);
    return out;
}

static void bury_text(struct yk_erasure *e, const char *text, bool phone)
{
    struct yk_tomb tomb;
    if (text && (phone ? yk_tomb_of_phone(&tomb, e, text) : yk_tomb_of_name(&tomb, e, text)))
        yk_tombs_add(e, &tomb);
}

static void bury_answer(struct yk_erasure *e, const struct yk_answer *answer)
{
    bool phone = !strcmp(answer->code, "contact_phone");
    if (!phone && strcmp(answer->code, "contact_name") != 0)
        return;
    bury_text(e, answer->text, phone);
    bury_text(e, answer->typed, phone);
}

/* role*name*phone*consent; … */
static void bury_summary(struct yk_erasure *e, const char *text)
{
    char *copy = yk_strdup(text), *rest = NULL;
    for (char *item = strtok_r(copy, ";", &rest); item; item = strtok_r(NULL, ";", &rest)) {
        char *name = strchr(item, '*'), *phone = name ? strchr(name + 1, '*') : NULL;
        if (!phone)
            continue;
        *phone++ = '\0';
        phone[strcspn(phone, "*")] = '\0';
        bury_text(e, name + 1, false);
        bury_text(e, phone, true);
    }
    free(copy);
}

bool yk_tombs_bury(struct yk_erasure *e, const struct yk_answers *answers)
{
    bool any = false;
    for (size_t i = 0; i < answers->count; i++) {
        const struct yk_answer *answer = &answers->answer[i];
        any |= is_contact(answer->code);
        bury_answer(e, answer);
        if (!strcmp(answer->code, SUMMARY))
            bury_summary(e, answer->text);
    }
    for (size_t i = 0; i < answers->repeats; i++) {
        const struct yk_repeat *r = &answers->repeat[i];
        for (size_t k = 0; !strcmp(r->code, CONTACT) && k < r->count; k++) {
            any = true;
            for (size_t j = 0; j < r->line[k].count; j++)
                bury_answer(e, &r->line[k].answer[j]);
        }
    }
    return any;
}
