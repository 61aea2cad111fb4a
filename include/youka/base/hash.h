/* hash.h - names that follow from content (BLAKE2b-128, libsodium). */
#ifndef YOUKA_BASE_HASH_H
#define YOUKA_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* 32 lower-case hex digits and NUL. */
struct yk_id {
    char text[33];
};

struct yk_hash {
    _Alignas(64) unsigned char state[384]; /* crypto_generichash_state */
};
void yk_hash_begin(struct yk_hash *h);
/* The same under a key: who does not have it can neither make nor guess the name. */
#define YK_HASH_KEY 16
void yk_hash_key(struct yk_hash *h, const unsigned char key[YK_HASH_KEY]);
void yk_hash_new_key(unsigned char key[YK_HASH_KEY]); /* random */
void yk_hash_bytes(struct yk_hash *h, const void *bytes, size_t n);
/* The text and its closing NUL, so that ("ab","c") differs from ("a","bc"). */
void yk_hash_text(struct yk_hash *h, const char *text);
struct yk_id yk_hash_end(struct yk_hash *h);

#endif
