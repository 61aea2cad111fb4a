/* tombs.c - what was erased must not come back, with whatever file or database it comes. */
#include "tombs.h"

#include <stdlib.h>
#include <string.h>

#include "youka/base/text.h"

#define LEAST_DIGITS 7 /* fewer are found in any number */
#define MOST_LENGTH 63

const char *const yk_tomb_code[] = {"phone", "name", "submission"};

static int compare_tombs(const struct yk_tomb *a, const struct yk_tomb *b)
{
    return a->kind != b->kind ? (a->kind > b->kind) - (a->kind < b->kind)
                              : strcmp(a->hash.text, b->hash.text);
}

/* Where it is, or would be. */
static size_t place_of(const struct yk_erasure *e, const struct yk_tomb *tomb, bool *there)
{
    size_t low = 0, high = e->tombs;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (compare_tombs(&e->tomb[mid], tomb) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    *there = low < e->tombs && !compare_tombs(&e->tomb[low], tomb);
    return low;
}

struct yk_erasure *yk_tombs_begin(struct yk_tombs *t, const unsigned char key[YK_HASH_KEY])
{
    t->erasure = yk_grow(t->erasure, &t->room, t->count + 1, sizeof *t->erasure);
    struct yk_erasure *e = &t->erasure[t->count++];
    *e = (struct yk_erasure){0};
    memcpy(e->key, key, YK_HASH_KEY);
    return e;
}

bool yk_tombs_add(struct yk_erasure *e, const struct yk_tomb *tomb)
{
    bool there;
    size_t at = place_of(e, tomb, &there);
    if (there)
        return false;
    e->tomb = yk_grow(e->tomb, &e->room, e->tombs + 1, sizeof *e->tomb);
    memmove(&e->tomb[at + 1], &e->tomb[at], (e->tombs++ - at) * sizeof *e->tomb);
    e->tomb[at] = *tomb;
    if (tomb->kind != YK_TOMB_SUBMISSION && tomb->length <= MOST_LENGTH)
        e->lengths[tomb->kind] |= (uint64_t)1 << tomb->length;
    return true;
}

void yk_tombs_release(struct yk_tombs *t)
{
    for (size_t i = 0; i < t->count; i++)
        free(t->erasure[i].tomb);
    free(t->erasure);
    *t = (struct yk_tombs){0};
}

static struct yk_tomb make(const struct yk_erasure *e, enum yk_tomb_kind kind, const char *bytes,
                           size_t n, size_t length)
{
    struct yk_tomb tomb = {.kind = kind, .length = length};
    struct yk_hash h;
    yk_hash_key(&h, e->key);
    yk_hash_bytes(&h, &(unsigned char){(unsigned char)kind}, 1);
    yk_hash_bytes(&h, bytes, n);
    tomb.hash = yk_hash_end(&h);
    return tomb;
}

static bool holds(const struct yk_erasure *e, enum yk_tomb_kind kind, const char *bytes, size_t n,
                  size_t length)
{
    struct yk_tomb tomb = make(e, kind, bytes, n, length);
    bool there;
    place_of(e, &tomb, &there);
    return there;
}

/* 0..9, full-width digits too; -1 for all else. */
static int digit_of(uint32_t c)
{
    return c >= '0' && c <= '9'         ? (int)(c - '0')
           : c >= 0xFF10 && c <= 0xFF19 ? (int)(c - 0xFF10)
                                        : -1;
}

/* What people put between the digits of one number. */
static bool is_separator(uint32_t c)
{
    static const uint32_t known[] = {' ',    '\t',   '-',    '.',    '(',    ')',
                                     0xA0,   0xB7,   0x2010, 0x2011, 0x2012, 0x2013,
                                     0x2014, 0x3000, 0xFF08, 0xFF09, 0xFF0D, 0xFF0E};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (c == known[i])
            return true;
    return false;
}

bool yk_tomb_of_phone(struct yk_tomb *out, const struct yk_erasure *e, const char *phone)
{
    char digit[MOST_LENGTH + 1], *from = digit;
    size_t n = 0;
    for (uint32_t c; (c = yk_utf8_next(&phone)) && n < MOST_LENGTH;)
        if (digit_of(c) >= 0)
            digit[n++] = (char)('0' + digit_of(c));
    size_t country = n == 15 && !memcmp(digit, "00861", 5) ? 4
                     : n == 13 && !memcmp(digit, "861", 3) ? 2
                                                           : 0;
    from += country;
    n -= country;
    if (n < LEAST_DIGITS)
        return false;
    *out = make(e, YK_TOMB_PHONE, from, n, n);
    return true;
}

bool yk_tomb_of_name(struct yk_tomb *out, const struct yk_erasure *e, const char *name)
{
    size_t n = yk_utf8_count(name);
    if (n < 2 || n > MOST_LENGTH)
        return false;
    *out = make(e, YK_TOMB_NAME, name, strlen(name), n);
    return true;
}

void yk_tomb_of_submission(struct yk_tomb *out, const struct yk_erasure *e,
                           const struct yk_id *submission)
{
    *out = make(e, YK_TOMB_SUBMISSION, submission->text, strlen(submission->text), 0);
}

static bool holds_submission(const struct yk_erasure *e, const struct yk_id *submission)
{
    return holds(e, YK_TOMB_SUBMISSION, submission->text, strlen(submission->text), 0);
}

bool yk_tombs_hold(const struct yk_tombs *t, const struct yk_id *submission)
{
    for (size_t i = 0; i < t->count; i++)
        if (holds_submission(&t->erasure[i], submission))
            return true;
    return false;
}

/* A text being looked through: where its characters begin, and which become stars. */
struct look {
    const char *text;
    size_t *at; /* byte of each character; at[count] is the end */
    bool *star;
    size_t count;
    bool found;
};

static struct look look_at(const char *text, struct yk_arena *a)
{
    size_t most = strlen(text);
    struct look l = {.text = text,
                     .at = YK_ARENA_ARRAY(a, size_t, most + 1),
                     .star = YK_ARENA_ARRAY(a, bool, most + 1)};
    for (const char *c = text; *c; yk_utf8_next(&c))
        l.at[l.count++] = (size_t)(c - text);
    l.at[l.count] = most;
    return l;
}

static void star_names(struct look *l, const struct yk_erasure *e)
{
    for (size_t n = 2; n <= MOST_LENGTH && n <= l->count; n++)
        for (size_t i = 0; e->lengths[YK_TOMB_NAME] >> n & 1 && i + n <= l->count; i++)
            if (holds(e, YK_TOMB_NAME, l->text + l->at[i], l->at[i + n] - l->at[i], n)) {
                memset(&l->star[i], true, n);
                l->found = true;
            }
}

/* The digits of one number, separators dropped: every part as long as an erased phone. */
static void star_run(struct look *l, const struct yk_erasure *e, const char *digit,
                     const size_t *character, size_t count)
{
    for (size_t n = LEAST_DIGITS; n <= MOST_LENGTH && n <= count; n++)
        for (size_t i = 0; e->lengths[YK_TOMB_PHONE] >> n & 1 && i + n <= count; i++)
            if (holds(e, YK_TOMB_PHONE, digit + i, n, n)) {
                for (size_t k = i; k < i + n; k++)
                    l->star[character[k]] = true;
                l->found = true;
            }
}

static void star_phones(struct look *l, const struct yk_tombs *t, struct yk_arena *a)
{
    char *digit = YK_ARENA_ARRAY(a, char, l->count + 1);
    size_t *character = YK_ARENA_ARRAY(a, size_t, l->count + 1), n = 0;
    const char *c = l->text;
    for (size_t i = 0; i <= l->count; i++) {
        uint32_t code = yk_utf8_next(&c);
        int value = digit_of(code);
        if (value >= 0) {
            digit[n] = (char)('0' + value);
            character[n++] = i;
        } else if (!is_separator(code)) {
            for (size_t k = 0; k < t->count; k++)
                star_run(l, &t->erasure[k], digit, character, n);
            n = 0;
        }
    }
}

/* Most texts have too few digits to hold a phone. */
static bool may_hold_phone(const char *text)
{
    size_t n = 0;
    for (const char *c = text; *c; c++)
        n += (*c >= '0' && *c <= '9') || (unsigned char)*c == 0xEF;
    return n >= LEAST_DIGITS;
}

const char *yk_tombs_text(const struct yk_tombs *t, const struct yk_id *submission,
                          const char *text, struct yk_arena *a)
{
    if (!text || !(submission || may_hold_phone(text)))
        return text;
    struct look l = look_at(text, a);
    star_phones(&l, t, a);
    for (size_t i = 0; submission && i < t->count; i++)
        if (holds_submission(&t->erasure[i], submission))
            star_names(&l, &t->erasure[i]);
    if (!l.found)
        return text;
    char *out = yk_arena_text(a, text, strlen(text));
    size_t n = 0;
    for (size_t i = 0; i < l.count; i++) {
        size_t bytes = l.star[i] ? 1 : l.at[i + 1] - l.at[i];
        memcpy(out + n, l.star[i] ? "*" : text + l.at[i], bytes);
        n += bytes;
    }
    out[n] = '\0';
    return out;
}
