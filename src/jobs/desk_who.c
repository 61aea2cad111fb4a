/* desk_who.c - the doors of the database as clients; client ids that come in and go out. */
#include "desk.h"

#include <string.h>

#include "youka/base/cores.h"
#include "youka/base/say.h"
#include "youka/intake/source.h"
#include "youka/locate/assign.h"
#include "youka/survey/join.h"

enum { MOST_DISTRICTS = 100000 };

/* A file of geodata (code, name, level, parent) behind the names there are. */
static yk_code add_names(struct yk_names *names, const struct yk_wish *wish, const char *file,
                         struct yk_arena *a, struct yk_err *err)
{
    struct yk_source *source = NULL;
    const struct yk_rows *rows;
    if (yk_source_open(&source, yk_arena_printf(a, "%s/geodata/%s", wish->data_dir, file), err))
        return err->code;
    yk_code code = yk_source_all(&rows, source, MOST_DISTRICTS, err);
    if (!code) {
        size_t before = names->districts;
        struct yk_district *d = YK_ARENA_ARRAY(a, struct yk_district, before + rows->count);
        for (size_t i = 0; i < before; i++)
            d[i] = names->district[i];
        for (size_t i = 0; i < rows->count; i++)
            d[before + i] = (struct yk_district){yk_arena_copy(a, yk_rows_at(rows, i, 0)),
                                                 yk_arena_copy(a, yk_rows_at(rows, i, 1))};
        *names = (struct yk_names){d, before + rows->count};
    }
    yk_source_close(source);
    return code;
}

yk_code yk_desk_names(struct yk_names *out, const struct yk_wish *wish, struct yk_arena *a,
                      struct yk_err *err)
{
    *out = (struct yk_names){NULL, 0};
    return add_names(out, wish, "districts.csv", a, err);
}

yk_code yk_desk_geocoder(struct yk_desk *desk, const struct yk_wish *wish, struct yk_arena *a,
                         struct yk_err *err)
{
    struct yk_names all = desk->names;
    if (!desk->geocoder) {
        if (add_names(&all, wish, "districts_towns.csv", a, err))
            return err->code;
        desk->geocoder = yk_geocoder_new(&all, yk_name_book_new(&desk->names, &desk->rules, a));
        yk_geocoder_fill(desk->geocoder, &desk->doors, a);
    }
    if (desk->derived.place) /* to be asked by others than the clients */
        yk_locate_learn(desk->derived.place, &desk->territory, desk->geocoder, a);
    return YK_OK;
}

bool yk_desk_story(struct yk_place_story *out, const struct yk_desk *desk, size_t client,
                   struct yk_arena *a)
{
    const struct yk_territory *t = &desk->territory;
    const struct yk_place *place = &desk->derived.place[client];
    size_t surveyor = 0;
    if (!desk->geocoder || !strcmp(place->place_class, "A0"))
        return false;
    while (surveyor < t->stations &&
           strcmp(t->station[surveyor].code, t->door[client].station_code) != 0)
        surveyor++;
    struct yk_sought sought =
        yk_sought_of(&t->door[client], surveyor < t->stations ? &t->station[surveyor] : NULL);
    sought.itself = place->known_as;
    yk_geocode_story(out, desk->geocoder, &sought, a);
    return true;
}

/* Where the doors were seen. */
struct seeing {
    const struct yk_territory *doors;
    struct yk_seen *seen;
};

static void see_some(void *who, size_t from, size_t to)
{
    const struct seeing *s = who;
    for (size_t i = from; i < to; i++) {
        struct yk_place place;
        yk_locate_field(&place, &s->doors->door[i].answers);
        s->seen[i] = (struct yk_seen){place.located, place.point, place.error_m};
    }
}

yk_code yk_desk_who(struct yk_desk *desk, const struct yk_wish *wish, struct yk_arena *a,
                    struct yk_err *err)
{
    const struct yk_territory *doors = &desk->doors;
    if (yk_desk_names(&desk->names, wish, a, err))
        return err->code;
    struct yk_seen *seen = YK_ARENA_ARRAY(a, struct yk_seen, doors->doors);
    size_t *client_of = YK_ARENA_ARRAY(a, size_t, doors->doors);
    yk_on_cores(doors->doors, yk_cores(), see_some, &(struct seeing){doors, seen});
    yk_match_all(&desk->match, doors, seen, &desk->names, a);
    yk_join(&desk->territory, client_of, doors, &desk->match, a);
    desk->who = (struct yk_who){doors, &desk->territory, &desk->match, client_of};
    return YK_OK;
}

yk_code yk_desk_find(size_t *door, const struct yk_desk *desk, const char *prefix,
                     struct yk_err *err)
{
    size_t clients = yk_who_find(door, &desk->who, prefix);
    if (!clients)
        return yk_fail(err, YK_E_FOUND,
                       _("no client's id begins with «%s» (see youka client list)"), prefix);
    if (clients > 1)
        return yk_fail(err, YK_E_USAGE, _("%zu clients' ids begin with «%s»; write more of it"),
                       clients, prefix);
    return YK_OK;
}

yk_code yk_desk_client(size_t *client, const struct yk_desk *desk, const char *prefix,
                       struct yk_err *err)
{
    size_t door;
    if (yk_desk_find(&door, desk, prefix, err))
        return err->code;
    *client = desk->who.client_of[door];
    return YK_OK;
}

yk_code yk_desk_issue(const struct yk_desk *desk, const size_t *client, size_t count,
                      const char *now, struct yk_arena *a, struct yk_err *err)
{
    struct yk_issued *issued = YK_ARENA_ARRAY(a, struct yk_issued, count);
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        const struct yk_door *door = &desk->territory.door[client[i]];
        const struct yk_member *bearer = yk_who_bearer(door);
        /* An id that no member bears was handed out before. */
        if (bearer && !strcmp(bearer->id.text, door->id.text))
            issued[n++] = (struct yk_issued){door->id, bearer->submission, now};
    }
    return n ? yk_issue_clients(desk->store, issued, n, err) : YK_OK;
}

yk_code yk_desk_issue_plans(const struct yk_desk *desk, const struct yk_desk_plan *plan,
                            size_t plans, const char *now, struct yk_arena *a, struct yk_err *err)
{
    size_t all = 0, n = 0;
    for (size_t i = 0; i < plans; i++)
        all += plan[i].plan.lines;
    size_t *client = YK_ARENA_ARRAY(a, size_t, all);
    for (size_t i = 0; i < plans; i++)
        for (size_t k = 0; k < plan[i].plan.lines; k++)
            client[n++] = plan[i].plan.line[k].door;
    return yk_desk_issue(desk, client, n, now, a, err);
}
