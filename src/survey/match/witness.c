/* witness.c - what a door says of who it is: name, credit code, phones, address, place. */
#include <stdlib.h>

#include "match.h"
#include "youka/base/cores.h"
#include "youka/survey/uscc.h"

enum { LOCAL_DIGITS = 7, MOBILE_DIGITS = 11, MOST_DIGITS = 20, MOST_SHARING = 8 };

static bool is_figure(char c)
{
    return c >= '0' && c <= '9';
}

/* The digits of a phone without country and area code and extension, as a number; 0: none. */
static uint64_t phone_of(const char *typed)
{
    char digit[MOST_DIGITS + 1] = "";
    size_t n = 0, skip = 0;
    for (const char *s = typed; *s && n < MOST_DIGITS; s++)
        if (is_figure(*s))
            digit[n++] = *s;
        else if (digit[0] == '0' && n >= 3 + LOCAL_DIGITS && *s == '-')
            break; /* what follows is an extension */
    digit[n] = '\0';
    if (!strncmp(digit, "0086", 4))
        skip = 4;
    else if (!strncmp(digit, "86", 2) && n > MOBILE_DIGITS)
        skip = 2;
    bool area = skip && !(digit[skip] == '1' && n - skip == MOBILE_DIGITS);
    if (digit[skip] == '0') {
        area = true;
        skip++;
    }
    if (area) /* 10 and 2x are the short ones */
        skip += digit[skip] == '1' || digit[skip] == '2' ? 2 : 3;
    return n >= skip + LOCAL_DIGITS ? strtoull(digit + skip, NULL, 10) : 0;
}

static void add_phone(struct witness *w, const char *typed)
{
    uint64_t phone = typed ? phone_of(typed) : 0;
    for (size_t i = 0; i < w->phones; i++)
        if (w->phone[i] == phone)
            return;
    if (phone && w->phones < MOST_PHONES)
        w->phone[w->phones++] = phone;
}

static void read_phones(struct witness *w)
{
    const struct yk_answers *answers = &w->door->answers;
    const struct yk_repeat *contacts = yk_answer_repeat(answers, "contact");
    add_phone(w, yk_answer_text(answers, "contact_phone"));
    for (size_t i = 0; contacts && i < contacts->count; i++)
        add_phone(w, yk_line_text(&contacts->line[i], "contact_phone"));
}

static const char *code_of(const struct yk_answers *answers, struct yk_arena *a)
{
    const char *typed = yk_answer_text(answers, "uscc");
    const char *code = typed ? yk_uscc_fold(a, typed) : "";
    return yk_uscc_checks(code) ? code : "";
}

static int by_station_and_id(const void *left, const void *right)
{
    const struct yk_door *const *a = left, *const *b = right;
    int by = strcmp((*a)->station_code, (*b)->station_code);
    return by ? by : strcmp((*a)->id.text, (*b)->id.text);
}

/* A territory comes in this order, mostly. */
static const struct yk_door **in_order(const struct yk_territory *t)
{
    const struct yk_door **door = yk_alloc((t->doors + 1) * sizeof *door);
    bool ordered = true;
    for (size_t i = 0; i < t->doors; i++) {
        door[i] = &t->door[i];
        ordered = ordered && (!i || by_station_and_id(&door[i - 1], &door[i]) <= 0);
    }
    if (!ordered)
        qsort(door, t->doors, sizeof *door, by_station_and_id);
    return door;
}

static int by_value(const void *left, const void *right)
{
    const uint64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static void drop_phone(struct witness *w, uint64_t phone)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->phones; i++)
        if (w->phone[i] != phone)
            w->phone[kept++] = w->phone[i];
    w->phones = kept;
}

/* A phone that many doors give is a property manager's or a hotline: it says nothing. */
static void drop_shared_phones(struct matching *m)
{
    uint64_t *all = yk_alloc((m->count * MOST_PHONES + 1) * sizeof *all);
    size_t n = 0;
    for (size_t i = 0; i < m->count; i++)
        for (size_t k = 0; k < m->witness[i].phones; k++)
            all[n++] = m->witness[i].phone[k];
    qsort(all, n, sizeof *all, by_value);
    size_t kept = 0; /* the shared ones, in order, at the front */
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && all[end] == all[i];)
            end++;
        if (end - i > MOST_SHARING)
            all[kept++] = all[i];
    }
    for (size_t i = 0; kept && i < m->count; i++)
        for (size_t k = m->witness[i].phones; k-- > 0;)
            if (bsearch(&m->witness[i].phone[k], all, kept, sizeof *all, by_value))
                drop_phone(&m->witness[i], m->witness[i].phone[k]);
    free(all);
}

static void read_witness(struct witness *w, const struct yk_door *door, const struct matching *m,
                         struct yk_arena *a)
{
    const struct yk_answers *answers = &door->answers;
    w->door = door;
    w->number = (size_t)(door - m->t->door);
    w->seen = m->seen[w->number];
    yk_name_read(&w->name, m->book, yk_answer_text(answers, "client_name"), a);
    w->code = code_of(answers, a);
    w->address = yk_name_address(m->book, yk_answer_text(answers, "address"), a);
    w->category = yk_answer_text(answers, "category");
    w->number_told = yk_answer_text(answers, "client_id");
    read_phones(w);
}

struct readings {
    struct matching *m;
    const struct yk_door **door;
    struct yk_arena *arena;
};

/* Each piece with an arena of its own. */
static void read_some(void *who, size_t from, size_t to)
{
    const struct readings *r = who;
    for (size_t piece = from; piece < to; piece++) {
        size_t end = r->m->count * (piece + 1) / READINGS;
        for (size_t i = r->m->count * piece / READINGS; i < end; i++)
            read_witness(&r->m->witness[i], r->door[i], r->m, &r->arena[piece]);
    }
}

void witness_all(struct matching *m, struct yk_arena reading[READINGS])
{
    const struct yk_door **door = in_order(m->t);
    m->count = m->t->doors;
    m->witness = yk_alloc((m->count + 1) * sizeof *m->witness);
    yk_on_cores_by(1, READINGS, yk_cores(), read_some, &(struct readings){m, door, reading});
    drop_shared_phones(m);
    free(door);
}
