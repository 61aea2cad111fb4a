/* decide.c - a person's word about two clients becomes a fact about two submissions. */
#include "youka/survey/decide.h"

#include <string.h>

static struct yk_decision between(const struct yk_who *who, size_t one, size_t other,
                                  enum yk_decided decided)
{
    const struct yk_id *a = &who->doors->door[one].submission;
    const struct yk_id *b = &who->doors->door[other].submission;
    bool turn = strcmp(a->text, b->text) > 0;
    return (struct yk_decision){.a = turn ? *b : *a, .b = turn ? *a : *b, .decided = decided};
}

/* The submission is door `one`, or, where the two belong to two clients, a member of its client. */
static bool speaks_of(const struct yk_who *who, size_t one, size_t other, const struct yk_id *id)
{
    const struct yk_door *client = &who->clients->door[who->client_of[one]];
    if (!strcmp(who->doors->door[one].submission.text, id->text))
        return true;
    for (size_t i = 0; who->client_of[one] != who->client_of[other] && i < client->members; i++)
        if (!strcmp(client->member[i].submission.text, id->text))
            return true;
    return false;
}

size_t yk_decide_undo(struct yk_decision **out, const struct yk_who *who, size_t one, size_t other,
                      enum yk_decided decided, struct yk_arena *a)
{
    const struct yk_territory *t = who->doors;
    size_t count = 0;
    *out = YK_ARENA_ARRAY(a, struct yk_decision, t->decisions + 1);
    for (size_t i = 0; i < t->decisions; i++) {
        const struct yk_decision *d = &t->decision[i];
        if (d->decided != decided ||
            !((speaks_of(who, one, other, &d->a) && speaks_of(who, other, one, &d->b)) ||
              (speaks_of(who, one, other, &d->b) && speaks_of(who, other, one, &d->a))))
            continue;
        (*out)[count] = *d;
        (*out)[count++].decided = YK_DECIDED_NONE;
    }
    return count;
}

size_t yk_decide(struct yk_decision **out, const struct yk_who *who, size_t one, size_t other,
                 enum yk_decided decided, struct yk_arena *a)
{
    enum yk_decided against = decided == YK_DECIDED_SAME ? YK_DECIDED_APART : YK_DECIDED_SAME;
    size_t count = yk_decide_undo(out, who, one, other, against, a);
    (*out)[count++] = between(who, one, other, decided);
    return count;
}
