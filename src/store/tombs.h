/* tombs.h - what was erased must not come back, with whatever file or database it comes. */
#ifndef YOUKA_STORE_TOMBS_H
#define YOUKA_STORE_TOMBS_H

#include "youka/base/hash.h"
#include "youka/model/answer.h"

enum yk_tomb_kind { YK_TOMB_PHONE, YK_TOMB_NAME, YK_TOMB_SUBMISSION };
extern const char *const yk_tomb_code[]; /* by kind, as kept */

/* One thing that was erased, as a hash under its erasure's key. length: of a phone in digits, of a
 * name in characters. */
struct yk_tomb {
    enum yk_tomb_kind kind;
    struct yk_id hash;
    size_t length;
};
struct yk_erasure {
    unsigned char key[YK_HASH_KEY];
    struct yk_tomb *tomb; /* by kind, then hash: yk_tombs_add keeps them so */
    size_t tombs, room;
    uint64_t lengths[2]; /* of phones, of names: a bit each */
};
/* Declare {0}; end with yk_tombs_release. */
struct yk_tombs {
    struct yk_erasure *erasure;
    size_t count, room;
};
struct yk_erasure *yk_tombs_begin(struct yk_tombs *t, const unsigned char key[YK_HASH_KEY]);
/* False where it is there already. */
bool yk_tombs_add(struct yk_erasure *e, const struct yk_tomb *tomb);
void yk_tombs_release(struct yk_tombs *t);

/* A tomb for a phone as it was written, or false: too few digits to be told from other numbers. */
bool yk_tomb_of_phone(struct yk_tomb *out, const struct yk_erasure *e, const char *phone);
bool yk_tomb_of_name(struct yk_tomb *out, const struct yk_erasure *e, const char *name);
void yk_tomb_of_submission(struct yk_tomb *out, const struct yk_erasure *e,
                           const struct yk_id *submission);
bool yk_tombs_hold(const struct yk_tombs *t, const struct yk_id *submission);

/* The text with stars for what was erased, in the arena, or the text itself (NULL too).
 * `submission`: look for names as well; may be NULL. */
const char *yk_tombs_text(const struct yk_tombs *t, const struct yk_id *submission,
                          const char *text, struct yk_arena *a);
/* Adds a tomb for every phone and name that stands among the contacts of a copy. True where the
 * copy holds a contact at all. */
bool yk_tombs_bury(struct yk_erasure *e, const struct yk_answers *answers);

/* What of a submission may be kept. Its contacts are left out where the submission was erased, else
 * those with an erased phone; in all other texts, the natural key too, erased numbers become stars,
 * in texts of an erased submission also erased names (not in the client's own name and address).
 * Which tombs are applied first makes no difference. The answers are changed in copies that lie in
 * the arena. */
struct yk_kept {
    struct yk_answers answers;
    const char *key;
    size_t contacts; /* left out */
    bool changed;
};
struct yk_kept yk_tombs_apply(const struct yk_tombs *t, const struct yk_id *submission,
                              const char *key, const struct yk_answers *answers,
                              struct yk_arena *a);

#endif
