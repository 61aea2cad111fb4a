/* relay.c - two hands at one stream of pieces. */
#include "youka/base/relay.h"

#include <pthread.h>

enum { SLOTS = 2 };

struct hands {
    const struct yk_relay *relay;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    unsigned made, used; /* pieces so far */
    bool ended;          /* nothing more will be made */
    bool broken;         /* the user of pieces has failed */
    struct yk_err err;   /* of the maker */
};

/* Waits for a free slot; false when no piece is wanted any more. */
static bool wait_free(struct hands *h)
{
    pthread_mutex_lock(&h->lock);
    while (h->made - h->used == SLOTS && !h->broken)
        pthread_cond_wait(&h->changed, &h->lock);
    bool wanted = !h->broken;
    pthread_mutex_unlock(&h->lock);
    return wanted;
}

static void say_made(struct hands *h, bool ended)
{
    pthread_mutex_lock(&h->lock);
    h->made += !ended;
    h->ended = ended;
    pthread_cond_signal(&h->changed);
    pthread_mutex_unlock(&h->lock);
}

static void *make_all(void *arg)
{
    struct hands *h = arg;
    bool last = false;
    while (!last && wait_free(h)) {
        if (h->relay->make(h->relay->who, (int)(h->made % SLOTS), &last, &h->err))
            last = true;
        say_made(h, last);
    }
    return NULL;
}

/* Waits for a piece; false when all are used. */
static bool wait_made(struct hands *h)
{
    pthread_mutex_lock(&h->lock);
    while (h->made == h->used && !h->ended)
        pthread_cond_wait(&h->changed, &h->lock);
    bool there = h->made != h->used;
    pthread_mutex_unlock(&h->lock);
    return there;
}

static void say_used(struct hands *h, bool broken)
{
    pthread_mutex_lock(&h->lock);
    h->used++;
    h->broken = broken;
    pthread_cond_signal(&h->changed);
    pthread_mutex_unlock(&h->lock);
}

/* Where no thread can be had: the same, one after the other. */
static yk_code run_alone(const struct yk_relay *r, struct yk_err *err)
{
    for (bool last = false;;) {
        if (r->make(r->who, 0, &last, err))
            return err->code;
        if (last)
            return YK_OK;
        if (r->use(r->who, 0, err))
            return err->code;
    }
}

yk_code yk_relay_run(const struct yk_relay *r, struct yk_err *err)
{
    struct hands h = {
        .relay = r, .lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
    pthread_t maker;
    yk_code code = YK_OK;
    if (pthread_create(&maker, NULL, make_all, &h))
        return run_alone(r, err);
    while (!code && wait_made(&h)) {
        code = r->use(r->who, (int)(h.used % SLOTS), err);
        say_used(&h, code != YK_OK);
    }
    pthread_join(maker, NULL);
    if (!code && h.err.code) {
        *err = h.err;
        code = err->code;
    }
    return code;
}
