/* hash.c - names that follow from content: BLAKE2b-128 by libsodium. */
#include "youka/base/hash.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

#include "youka/base/err.h"

#define ID_BYTES 16

static_assert(sizeof(crypto_generichash_state) <= sizeof((struct yk_hash *)0)->state,
              "the state of libsodium must fit");
static_assert(_Alignof(crypto_generichash_state) <= 64, "and be aligned");

static crypto_generichash_state *state(struct yk_hash *h)
{
    return (crypto_generichash_state *)(void *)h->state;
}

static void begin(struct yk_hash *h, const unsigned char *key, size_t bytes)
{
    /* Chooses the fastest code for this processor; safe and cheap to repeat. */
    if (sodium_init() < 0 || crypto_generichash_init(state(h), key, bytes, ID_BYTES))
        YK_BUG("libsodium cannot hash");
}

void yk_hash_begin(struct yk_hash *h)
{
    begin(h, NULL, 0);
}

void yk_hash_key(struct yk_hash *h, const unsigned char key[YK_HASH_KEY])
{
    static_assert(YK_HASH_KEY >= crypto_generichash_KEYBYTES_MIN, "libsodium takes no shorter key");
    begin(h, key, YK_HASH_KEY);
}

void yk_hash_new_key(unsigned char key[YK_HASH_KEY])
{
    if (sodium_init() < 0)
        YK_BUG("libsodium has no random numbers");
    randombytes_buf(key, YK_HASH_KEY);
}

void yk_hash_bytes(struct yk_hash *h, const void *bytes, size_t n)
{
    if (n)
        crypto_generichash_update(state(h), bytes, n);
}

void yk_hash_text(struct yk_hash *h, const char *text)
{
    yk_hash_bytes(h, text, strlen(text) + 1);
}

struct yk_id yk_hash_end(struct yk_hash *h)
{
    unsigned char digest[ID_BYTES];
    struct yk_id id;
    crypto_generichash_final(state(h), digest, sizeof digest);
    sodium_bin2hex(id.text, sizeof id.text, digest, sizeof digest);
    return id;
}
