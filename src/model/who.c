/* who.c - from an id somebody typed to the client it means. */
#include "youka/model/who.h"

#include <string.h>

const struct yk_member *yk_who_bearer(const struct yk_door *client)
{
    for (size_t i = 0; i < client->members; i++)
        if (!strcmp(client->member[i].id.text, client->id.text))
            return &client->member[i];
    return client->member;
}

/* What was found so far: one client, or several. */
struct finding {
    const struct yk_who *who;
    size_t door, clients;
};

static void found(struct finding *f, size_t door)
{
    if (f->clients && f->who->client_of[door] == f->who->client_of[f->door])
        return; /* the door found first stays: ids are tried from the surest */
    f->door = door;
    f->clients++;
}

static size_t door_of_submission(const struct yk_who *who, const char *submission)
{
    size_t i = 0;
    while (i < who->doors->doors && strcmp(who->doors->door[i].submission.text, submission) != 0)
        i++;
    return i;
}

size_t yk_who_find(size_t *door, const struct yk_who *who, const char *prefix)
{
    const struct yk_territory *doors = who->doors;
    struct finding f = {.who = who};
    size_t n = strlen(prefix);
    for (size_t i = 0; i < doors->doors; i++)
        if (!strncmp(doors->door[i].id.text, prefix, n))
            found(&f, i);
    for (size_t i = 0; i < doors->issues; i++) {
        size_t at;
        if (!strncmp(doors->issued[i].client.text, prefix, n) &&
            (at = door_of_submission(who, doors->issued[i].submission.text)) < doors->doors)
            found(&f, at);
    }
    if (f.clients)
        *door = f.door;
    return f.clients;
}
