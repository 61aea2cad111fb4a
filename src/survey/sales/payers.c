/* payers.c - which client a payer of card transactions is. */
#include "youka/survey/payers.h"

#include <stdlib.h>

#include "youka/base/map.h"
#include "youka/base/text.h"

enum { LEAST_DIGITS = 8 }; /* of a client id written short */

const char *yk_payer_found_code(enum yk_payer_found f)
{
    static const char *const code[] = {"unknown", "nameless", "ambiguous", "bad_map",
                                       "map",     "id",       "name",      "region_name"};
    return code[f];
}

/* Clients of one key of a name, chained. */
struct link {
    size_t client, next; /* 1 + number of the next link; 0: the last */
};
struct joining {
    const struct yk_who *who;
    const struct yk_territory *t; /* clients */
    const struct yk_name_book *book;
    struct yk_arena *a;
    struct yk_arena brief;
    struct yk_map keys;   /* "f|S1|folded", "c|R|core" -> 1 + first link */
    struct yk_map region; /* station code -> station */
    struct yk_map told;   /* "station|payer" -> number */
    struct yk_map ids;    /* whole ids -> client */
    struct yk_name *name; /* of each client */
    struct link *link;
    size_t links, room;
};

static const char *region_of(const struct joining *j, const char *station)
{
    size_t at;
    return yk_map_find(&j->region, station, &at) ? j->t->station[at].region : "";
}

static void add_link(struct joining *j, const char *key, size_t client)
{
    size_t first = 0;
    if (yk_map_find(&j->keys, key, &first) && j->link[first - 1].client == client)
        return; /* clients are added one after another */
    j->link = yk_grow(j->link, &j->room, j->links + 1, sizeof *j->link);
    j->link[j->links++] = (struct link){client, first};
    yk_map_put(&j->keys, key, j->links);
}

static const char *key_of(const char *kind, const char *where, struct yk_glyphs name,
                          struct yk_arena *a)
{
    return yk_arena_printf(a, "%s|%s|%s", kind, where, yk_glyphs_text(name, a));
}

/* Under its folded name and its core, at a station and in the region. */
static void add_at(struct joining *j, size_t client, const char *station)
{
    const struct yk_name *n = &j->name[client];
    const char *region = region_of(j, station);
    add_link(j, key_of("fs", station, n->folded, j->a), client);
    add_link(j, key_of("cs", station, n->core[0].whole, j->a), client);
    if (*region) {
        add_link(j, key_of("fr", region, n->folded, j->a), client);
        add_link(j, key_of("cr", region, n->core[0].whole, j->a), client);
    }
}

static void read_clients(struct joining *j, const struct yk_place *place)
{
    for (size_t i = 0; i < j->t->stations; i++)
        yk_map_add(&j->region, j->t->station[i].code, i);
    j->name = YK_ARENA_ARRAY(j->a, struct yk_name, j->t->doors);
    for (size_t i = 0; i < j->t->doors; i++) {
        const struct yk_door *client = &j->t->door[i];
        const char *called = yk_answer_text(&client->answers, "client_name");
        yk_map_add(&j->ids, client->id.text, i);
        if (!called)
            continue;
        yk_name_read(&j->name[i], j->book, called, j->a);
        add_at(j, i, client->station_code);
        for (size_t k = 0; k < client->members; k++)
            add_at(j, i, client->member[k].station_code);
        if (place[i].owner < j->t->stations)
            add_at(j, i, j->t->station[place[i].owner].code);
    }
}

static bool fits(const struct yk_name *a, const struct yk_name *b, bool folded)
{
    return folded || (yk_glyphs_same(a->numbers, b->numbers) && !yk_name_other_place(a, b) &&
                      !yk_name_other_branch(a, b) && !a->common);
}

/* The one client of that key; *several where there are more. */
static size_t only_one(const struct joining *j, const char *key, const struct yk_name *name,
                       bool folded, bool *several)
{
    size_t at, found = SIZE_MAX;
    if (!yk_map_find(&j->keys, key, &at))
        return SIZE_MAX;
    for (; at; at = j->link[at - 1].next) {
        size_t client = j->link[at - 1].client;
        if (client == found || !fits(name, &j->name[client], folded))
            continue;
        if (found != SIZE_MAX) {
            *several = true;
            return SIZE_MAX;
        }
        found = client;
    }
    return found;
}

static size_t by_name(enum yk_payer_found *found, struct joining *j, const char *typed,
                      const char *station)
{
    struct yk_name name;
    const char *region = region_of(j, station);
    const char *const where[] = {station, station, region, region};
    static const char *const kind[] = {"fs", "cs", "fr", "cr"};
    yk_name_read(&name, j->book, typed, &j->brief);
    for (size_t i = 0; i < 4; i++) {
        bool folded = kind[i][0] == 'f', several = false;
        struct yk_glyphs text = folded ? name.folded : name.core[0].whole;
        if (!*where[i] || !text.n)
            continue;
        size_t client =
            only_one(j, key_of(kind[i], where[i], text, &j->brief), &name, folded, &several);
        if (client != SIZE_MAX || several) {
            *found = several ? YK_PAYER_AMBIGUOUS : i < 2 ? YK_PAYER_NAME : YK_PAYER_REGION_NAME;
            return client;
        }
    }
    *found = YK_PAYER_UNKNOWN;
    return SIZE_MAX;
}

/* A whole id is looked up; the beginning of one is searched for. */
static size_t by_id(struct joining *j, const char *told)
{
    const char *id = yk_text_key(&j->brief, told);
    size_t at, door;
    if (yk_map_find(&j->ids, id, &at))
        return at;
    if (strlen(id) < LEAST_DIGITS || strspn(id, "0123456789abcdef") != strlen(id) ||
        yk_who_find(&door, j->who, id) != 1)
        return SIZE_MAX;
    return j->who->client_of[door];
}

static const struct yk_payer_told *told_of(const struct joining *j, const char *station,
                                           const char *payer, struct yk_arena *a)
{
    size_t at;
    if (yk_map_find(&j->told, yk_arena_printf(a, "%s|%s", station, payer), &at) ||
        yk_map_find(&j->told, yk_arena_printf(a, "|%s", payer), &at))
        return &j->t->payer_told[at];
    return NULL;
}

static size_t by_told(enum yk_payer_found *found, struct joining *j,
                      const struct yk_payer_told *told, const char *station)
{
    enum yk_payer_found how;
    size_t client =
        *told->client ? by_id(j, told->client) : by_name(&how, j, told->client_name, station);
    *found = client == SIZE_MAX ? YK_PAYER_BAD_TOLD : YK_PAYER_TOLD;
    return client;
}

static size_t find(enum yk_payer_found *found, struct joining *j, const struct yk_payer *p)
{
    const struct yk_payer_told *told = NULL;
    if (j->t->payers_told) {
        told = told_of(j, p->station_code, p->key, &j->brief);
        if (!told && *p->name)
            told = told_of(j, p->station_code, yk_payer_key(NULL, NULL, p->name, &j->brief),
                           &j->brief);
    }
    if (told)
        return by_told(found, j, told, p->station_code);
    if (*p->client) {
        size_t client = by_id(j, p->client);
        *found = YK_PAYER_ID;
        if (client != SIZE_MAX)
            return client;
    }
    *found = YK_PAYER_NAMELESS;
    return *p->name ? by_name(found, j, p->name, p->station_code) : SIZE_MAX;
}

/* Cards of one client stand apart, but exports repeat its name: what was found of a name is kept.
 */
static size_t find_named(enum yk_payer_found *found, struct joining *j, const struct yk_payer *p,
                         struct yk_map *seen, const size_t *client, const enum yk_payer_found *how,
                         size_t number)
{
    size_t at;
    if (*p->client || !*p->name || j->t->payers_told)
        return find(found, j, p);
    const char *key = yk_arena_printf(&j->brief, "%s|%s", p->station_code, p->name);
    if (yk_map_find(seen, key, &at)) {
        *found = how[at];
        return client[at];
    }
    yk_map_add(seen, yk_arena_copy(j->a, key), number);
    return find(found, j, p);
}

void yk_payers_join(size_t *client, enum yk_payer_found *found, const struct yk_who *who,
                    const struct yk_place *place, const struct yk_name_book *book,
                    struct yk_arena *a)
{
    struct joining j = {.who = who, .t = who->clients, .book = book, .a = a};
    struct yk_map seen = {0};
    if (j.t->payers)
        read_clients(&j, place);
    for (size_t i = 0; j.t->payers && i < j.t->payers_told; i++)
        yk_map_add(
            &j.told,
            yk_arena_printf(a, "%s|%s", j.t->payer_told[i].station_code, j.t->payer_told[i].payer),
            i);
    for (size_t i = 0; i < j.t->payers; i++) {
        yk_arena_reset(&j.brief);
        client[i] = find_named(&found[i], &j, &j.t->payer[i], &seen, client, found, i);
    }
    yk_map_release(&seen);
    yk_map_release(&j.keys);
    yk_map_release(&j.region);
    yk_map_release(&j.told);
    yk_map_release(&j.ids);
    yk_arena_release(&j.brief);
    free(j.link);
}
