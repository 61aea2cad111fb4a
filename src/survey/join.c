/* join.c - the doors of a client put together: per field the newest answer counts. */
#include "youka/survey/join.h"

#include <stdlib.h>
#include <string.h>

#include "youka/base/map.h"

/* Answers that only mean something together. They come from the newest door that answers a leading
 * one. */
enum group { CATEGORY, FILL, FLEET, FUEL, PLACE, SENSITIVITY, TANK, GROUPS };
static const struct {
    const char *code;
    enum group group;
    bool leads;
} together[] = {
    {"category", CATEGORY, true},
    {"category_other", CATEGORY, false},
    {"coord_system", PLACE, false},
    {"diesel_month", FUEL, true},
    {"diesel_unit", FUEL, false},
    {"gas_month", FUEL, true},
    {"gas_unit", FUEL, false},
    {"lat_manual", PLACE, true},
    {"litres_fill", FILL, true},
    {"fills_week", FILL, true},
    {"location", PLACE, true},
    {"lon_manual", PLACE, true},
    {"nev_count", FLEET, false},
    {"own_tank", TANK, true},
    {"own_tank_m3", TANK, false},
    {"sensitivity", SENSITIVITY, true},
    {"sensitivity_top", SENSITIVITY, true},
    {"vehicle_source", FLEET, false},
    {"vehicle_total", FLEET, true},
    {"volume_source", FUEL, false},
};
enum { TOGETHER = sizeof together / sizeof *together };

/* A client being put together. */
struct joining {
    const struct yk_territory *t;
    const size_t *door; /* of its members, newest last */
    size_t count;
    struct yk_arena *a;
};

static const struct yk_door *member(const struct joining *j, size_t i)
{
    return &j->t->door[j->door[i]];
}

/* --- answers -----------------------------------------------------------------------------------
 */

/* What an outcome at the door says of the client: 3 something, 2 nothing, 1 that another door tells
 * it. */
static int weight_of(const char *visit_result)
{
    static const char *const vain[] = {"no_answer", "refused", "not_allowed"};
    if (!strcmp(visit_result, "duplicate"))
        return 1;
    for (size_t i = 0; i < sizeof vain / sizeof *vain; i++)
        if (!strcmp(visit_result, vain[i]))
            return 2;
    return 3;
}

/* The newest member with something to say of its outcome. */
static size_t outcome_of(const struct joining *j)
{
    size_t best = 0;
    int weight = 0;
    for (size_t i = 0; i < j->count; i++) {
        const char *result = yk_answer_text(&member(j, i)->answers, "visit_result");
        if (result && weight_of(result) >= weight) {
            weight = weight_of(result);
            best = i;
        }
    }
    return best;
}

/* Of each group the newest member that leads it, or `count`. */
struct voices {
    size_t outcome, leader[GROUPS];
};

static size_t newest_with(const struct joining *j, const char *code)
{
    for (size_t i = j->count; i-- > 0;)
        if (yk_answer_text(&member(j, i)->answers, code))
            return i;
    return j->count;
}

static struct voices voices_of(const struct joining *j)
{
    struct voices v = {.outcome = outcome_of(j)};
    for (int g = 0; g < GROUPS; g++)
        v.leader[g] = j->count;
    for (size_t k = 0; k < TOGETHER; k++) {
        size_t *leader = &v.leader[together[k].group];
        size_t i = together[k].leads ? newest_with(j, together[k].code) : j->count;
        if (i < j->count && (*leader == j->count || i > *leader))
            *leader = i;
    }
    return v;
}

/* Whether member i may say this, where no newer one has. */
static bool may_say(const struct voices *v, const struct joining *j, size_t i, const char *code)
{
    if (!strcmp(code, "visit_result"))
        return i == v->outcome;
    for (size_t k = 0; k < TOGETHER; k++)
        if (!strcmp(together[k].code, code))
            return v->leader[together[k].group] == j->count || v->leader[together[k].group] == i;
    return true;
}

/* What the newer members said, and member i beside them: two sorted lists into one. */
static size_t say_more(struct yk_answer *out, const struct yk_answers *newer,
                       const struct voices *v, const struct joining *j, size_t i)
{
    const struct yk_answers *older = &member(j, i)->answers;
    size_t said = 0, k = 0, n = 0;
    while (said < newer->count || k < older->count) {
        int by = said == newer->count ? 1
                 : k == older->count  ? -1
                                      : strcmp(newer->answer[said].code, older->answer[k].code);
        if (by <= 0)
            out[n++] = newer->answer[said++];
        else if (*older->answer[k].text && may_say(v, j, i, older->answer[k].code))
            out[n++] = older->answer[k];
        k += by >= 0;
    }
    return n;
}

static void join_answers(struct yk_answers *out, const struct joining *j)
{
    struct voices v = voices_of(j);
    out->count = 0;
    for (size_t i = j->count; i-- > 0;) {
        size_t most = out->count + member(j, i)->answers.count;
        struct yk_answer *said = YK_ARENA_ARRAY(j->a, struct yk_answer, most);
        out->count = say_more(said, out, &v, j, i);
        out->answer = said;
    }
}

static void join_repeats(struct yk_answers *out, const struct joining *j)
{
    size_t most = 0;
    for (size_t i = 0; i < j->count; i++)
        most += member(j, i)->answers.repeats;
    out->repeat = YK_ARENA_ARRAY(j->a, struct yk_repeat, most);
    out->repeats = 0;
    for (size_t i = j->count; i-- > 0;) {
        const struct yk_answers *answers = &member(j, i)->answers;
        for (size_t k = 0; k < answers->repeats; k++) {
            size_t at = out->repeats;
            if (!answers->repeat[k].count || yk_answer_repeat(out, answers->repeat[k].code))
                continue;
            for (; at && strcmp(out->repeat[at - 1].code, answers->repeat[k].code) > 0; at--)
                out->repeat[at] = out->repeat[at - 1];
            out->repeat[at] = answers->repeat[k];
            out->repeats++;
        }
    }
}

/* --- flags, origins, members -------------------------------------------------------------------
 */

static int by_flag(const void *left, const void *right)
{
    const struct yk_flag *a = left, *b = right;
    int by = strcmp(a->code, b->code);
    return by ? by : strcmp(a->field, b->field);
}

/* Nothing is missing any more that another door answers. */
static bool flag_stands(const struct yk_flag *f, const struct yk_answers *answers)
{
    return strcmp(f->code, "missing") != 0 ||
           (!yk_answer_text(answers, f->field) && !yk_answer_repeat(answers, f->field));
}

static void join_flags(struct yk_door *out, const struct joining *j)
{
    size_t most = 0, n = 0, kept = 0;
    for (size_t i = 0; i < j->count; i++)
        most += member(j, i)->flags;
    struct yk_flag *flag = YK_ARENA_ARRAY(j->a, struct yk_flag, most);
    for (size_t i = 0; i < j->count; i++)
        for (size_t k = 0; k < member(j, i)->flags; k++)
            if (flag_stands(&member(j, i)->flag[k], &out->answers))
                flag[n++] = member(j, i)->flag[k];
    if (n)
        qsort(flag, n, sizeof *flag, by_flag);
    for (size_t i = 0; i < n; i++)
        if (!kept || by_flag(&flag[kept - 1], &flag[i]))
            flag[kept++] = flag[i];
    out->flag = flag;
    out->flags = kept;
}

static void join_origins(struct yk_door *out, const struct joining *j)
{
    size_t most = 0;
    for (size_t i = 0; i < j->count; i++)
        most += member(j, i)->origins;
    out->origin = YK_ARENA_ARRAY(j->a, struct yk_origin, most);
    out->origins = 0;
    for (size_t i = 0; i < j->count; i++)
        for (size_t k = 0; k < member(j, i)->origins; k++)
            out->origin[out->origins++] = member(j, i)->origin[k];
}

static void list_members(struct yk_door *out, const struct joining *j)
{
    out->member = YK_ARENA_ARRAY(j->a, struct yk_member, j->count);
    out->members = j->count;
    for (size_t i = 0; i < j->count; i++) {
        const struct yk_door *door = member(j, i);
        out->member[i] = (struct yk_member){door->id, door->submission, door->station_code,
                                            door->key, door->survey_date};
    }
}

static void join_doors(struct yk_door *out, const struct joining *j)
{
    *out = *member(j, j->count - 1);
    list_members(out, j);
    if (j->count == 1)
        return;
    join_answers(&out->answers, j);
    join_repeats(&out->answers, j);
    join_flags(out, j);
    join_origins(out, j);
}

/* --- clients -----------------------------------------------------------------------------------
 */

/* A door, its client, and the client's id so far. */
struct place {
    const struct yk_door *door;
    size_t number, client;
};

static int by_client_and_date(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    if (a->client != b->client)
        return a->client < b->client ? -1 : 1;
    if (a->door->survey_date != b->door->survey_date)
        return a->door->survey_date < b->door->survey_date ? -1 : 1;
    return strcmp(a->door->id.text, b->door->id.text);
}

/* The oldest id handed out to one of its members, else that of the door it is named after. */
static struct yk_id *client_ids(const struct yk_territory *t, const struct yk_match *m)
{
    struct yk_id *id = yk_alloc((t->doors + 1) * sizeof *id);
    bool *issued = yk_alloc((t->doors + 1) * sizeof *issued);
    struct yk_map submissions = {0};
    for (size_t i = 0; i < t->doors; i++) {
        id[i] = t->door[i].id;
        if (t->issues && *t->door[i].submission.text)
            yk_map_add(&submissions, t->door[i].submission.text, m->client[i]);
    }
    for (size_t i = 0; i < t->issues; i++) {
        size_t client;
        if (!yk_map_find(&submissions, t->issued[i].submission.text, &client) || issued[client])
            continue;
        id[client] = t->issued[i].client;
        issued[client] = true;
    }
    yk_map_release(&submissions);
    free(issued);
    return id;
}

struct joined {
    struct yk_door door;
    size_t client;
};

static int by_station_and_id(const void *left, const void *right)
{
    const struct joined *a = left, *b = right;
    int by = strcmp(a->door.station_code, b->door.station_code);
    return by ? by : strcmp(a->door.id.text, b->door.id.text);
}

/* One door a client, in the order of clients' numbers. */
static size_t join_all(struct joined *out, const struct yk_territory *t, const struct yk_match *m,
                       struct yk_arena *a)
{
    struct place *place = yk_alloc((t->doors + 1) * sizeof *place);
    size_t *door = YK_ARENA_ARRAY(a, size_t, t->doors), count = 0;
    struct yk_id *id = client_ids(t, m);
    for (size_t i = 0; i < t->doors; i++)
        place[i] = (struct place){&t->door[i], i, m->client[i]};
    qsort(place, t->doors, sizeof *place, by_client_and_date);
    for (size_t i = 0; i < t->doors; i++)
        door[i] = place[i].number;
    for (size_t i = 0, n; i < t->doors; i += n) {
        for (n = 1; i + n < t->doors && place[i + n].client == place[i].client;)
            n++;
        struct joined *one = &out[count++];
        join_doors(&one->door, &(struct joining){t, door + i, n, a});
        one->client = place[i].client;
        one->door.id = id[one->client];
    }
    free(id);
    free(place);
    return count;
}

void yk_join(struct yk_territory *out, size_t *client_of, const struct yk_territory *t,
             const struct yk_match *m, struct yk_arena *a)
{
    struct joined *joined = yk_alloc((t->doors + 1) * sizeof *joined);
    size_t *index = yk_alloc((t->doors + 1) * sizeof *index);
    size_t count = t->doors ? join_all(joined, t, m, a) : 0;
    if (count)
        qsort(joined, count, sizeof *joined, by_station_and_id);
    *out = *t;
    out->door = YK_ARENA_ARRAY(a, struct yk_door, count);
    out->doors = count;
    for (size_t i = 0; i < count; i++) {
        out->door[i] = joined[i].door;
        index[joined[i].client] = i;
    }
    for (size_t i = 0; client_of && i < t->doors; i++)
        client_of[i] = index[m->client[i]];
    free(joined);
    free(index);
}
