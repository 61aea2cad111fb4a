/* relay.c - three hands at one stream of pieces. */
#include "youka/base/relay.h"

#include <pthread.h>

enum { SLOTS = YK_RELAY_SLOTS };

struct hands {
    const struct yk_relay *relay;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    unsigned made, worked, used; /* pieces so far */
    bool ended;                  /* nothing more will be made */
    bool broken;                 /* the user of pieces has failed */
    bool two;                    /* no thread could be had for `work`: the maker does it */
    struct yk_err err;           /* of the maker */
};

static int slot_of(unsigned piece)
{
    return (int)(piece % SLOTS);
}

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

/* Waits until the hand before has done more pieces than mine; false when all are done, or none is
 * wanted any more. */
static bool wait_more(struct hands *h, const unsigned *mine, const unsigned *before)
{
    pthread_mutex_lock(&h->lock);
    while (*mine == *before && !(h->ended && *mine == h->made) && !h->broken)
        pthread_cond_wait(&h->changed, &h->lock);
    bool there = *mine != *before && !h->broken;
    pthread_mutex_unlock(&h->lock);
    return there;
}

static void say_made(struct hands *h, bool ended)
{
    pthread_mutex_lock(&h->lock);
    h->made += !ended;
    if (!ended && h->two)
        h->worked++;
    h->ended = ended;
    pthread_cond_broadcast(&h->changed);
    pthread_mutex_unlock(&h->lock);
}

static void say_worked(struct hands *h)
{
    pthread_mutex_lock(&h->lock);
    h->worked++;
    pthread_cond_broadcast(&h->changed);
    pthread_mutex_unlock(&h->lock);
}

static void say_used(struct hands *h, bool broken)
{
    pthread_mutex_lock(&h->lock);
    h->used++;
    h->broken = broken;
    pthread_cond_broadcast(&h->changed);
    pthread_mutex_unlock(&h->lock);
}

static void *make_all(void *arg)
{
    struct hands *h = arg;
    const struct yk_relay *r = h->relay;
    bool last = false;
    while (!last && wait_free(h)) {
        int slot = slot_of(h->made);
        if (r->make(r->who, slot, &last, &h->err))
            last = true;
        if (!last && h->two)
            r->work(r->who, slot);
        say_made(h, last);
    }
    return NULL;
}

static void *work_all(void *arg)
{
    struct hands *h = arg;
    while (wait_more(h, &h->worked, &h->made)) {
        h->relay->work(h->relay->who, slot_of(h->worked));
        say_worked(h);
    }
    return NULL;
}

/* Where no thread can be had: the same, one after the other. */
static yk_code run_alone(const struct yk_relay *r, struct yk_err *err)
{
    for (bool last = false;;) {
        if (r->make(r->who, 0, &last, err))
            return err->code;
        if (last)
            return YK_OK;
        r->work(r->who, 0);
        if (r->use(r->who, 0, err))
            return err->code;
    }
}

static yk_code use_all(struct hands *h, struct yk_err *err)
{
    yk_code code = YK_OK;
    while (!code && wait_more(h, &h->used, &h->worked)) {
        code = h->relay->use(h->relay->who, slot_of(h->used), err);
        say_used(h, code != YK_OK);
    }
    return code;
}

yk_code yk_relay_run(const struct yk_relay *r, struct yk_err *err)
{
    struct hands h = {
        .relay = r, .lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
    pthread_t maker, worker;
    h.two = pthread_create(&worker, NULL, work_all, &h) != 0;
    bool alone = pthread_create(&maker, NULL, make_all, &h) != 0;
    if (alone)
        say_made(&h, true); /* for the worker to end */
    yk_code code = alone ? YK_OK : use_all(&h, err);
    if (!alone)
        pthread_join(maker, NULL);
    if (!h.two)
        pthread_join(worker, NULL);
    if (alone)
        return run_alone(r, err);
    if (!code && h.err.code) {
        *err = h.err;
        code = err->code;
    }
    return code;
}
