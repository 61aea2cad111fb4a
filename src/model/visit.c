/* visit.c - records of visits beside the clients they were about. */
#include "youka/model/visit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "name_fold.h"
#include "youka/base/map.h"
#include "youka/base/text.h"

#define FORM_VISIT "visit" /* folders of survey-forms */
#define FORM_SATISFACTION "satisfaction"

const struct yk_visit *yk_visits_at(const struct yk_visits *visits, size_t client, size_t *count)
{
    *count = 0;
    if (!visits || !visits->count)
        return NULL;
    *count = visits->first[client + 1] - visits->first[client];
    return visits->visit + visits->first[client];
}

/* --- a record's answers ------------------------------------------------------------------------
 */
static double number_of(const struct yk_answers *a, const char *code)
{
    double value;
    return yk_answer_number(&value, a, code) ? value : NAN;
}

static enum yk_yesno yesno_of(const struct yk_answers *a, const char *code)
{
    return yk_answer_is(a, code, "yes")  ? YK_YES
           : yk_answer_is(a, code, "no") ? YK_NO
                                         : YK_NOT_TOLD;
}

static void read_visit(struct yk_visit *out, const struct yk_record *r, enum yk_visit_kind kind)
{
    const struct yk_answers *a = &r->answers;
    *out = (struct yk_visit){
        .record = r,
        .kind = kind,
        .day = yk_answer_day(a, kind == YK_VISIT ? "visit_date" : "survey_date"),
        .station_code = r->station_code,
        .visitor = yk_answer_or_blank(a, kind == YK_VISIT ? "visitor" : "surveyor"),
        .direction = yk_answer_or_blank(a, "direction"),
        .result = yk_answer_or_blank(a, "result"),
        .stage = yk_answer_or_blank(a, "stage"),
        .stop_reason = yk_answer_or_blank(a, "stop_reason"),
        .intent = yk_answer_or_blank(a, "intent"),
        .barrier = yk_answer_or_blank(a, "barrier"),
        .next_step = yk_answer_or_blank(a, "next_step"),
        .note = yk_answer_or_blank(a, kind == YK_VISIT ? "remarks" : "suggestion"),
        .decider_met = yesno_of(a, "decider_met"),
        .complaint = yesno_of(a, "complaint"),
        .trial_offered = yesno_of(a, "trial_offered"),
        .offer_approved = yesno_of(a, "offer_approved"),
        .litres_told = number_of(a, "month_litres_told"),
        .cards_issued = number_of(a, "cards_issued"),
        .hours = number_of(a, "hours"),
        .overall = number_of(a, "overall"),
        .agreement_until = yk_answer_day(a, "agreement_until"),
        .next_day = yk_answer_day(a, "next_date"),
    };
    if (!strcmp(out->result, "met_decider"))
        out->decider_met = YK_YES;
}

/* --- whom it was about -------------------------------------------------------------------------
 */
enum { SEVERAL = -1 }; /* as a client's number: several have this name */

struct known_id {
    const char *text;
    size_t client;
};

/* Ids and names made ready to be looked up; each only where a record needs it. */
struct finder {
    const struct yk_who *who;
    const struct yk_place *place;
    struct known_id *id; /* by text */
    size_t ids;
    bool named;
    struct yk_map by_name; /* "station|folded name" -> client, or SEVERAL */
    struct yk_arena keys;
};

static int by_text(const void *left, const void *right)
{
    return strcmp(((const struct known_id *)left)->text, ((const struct known_id *)right)->text);
}

static void list_ids(struct finder *f)
{
    const struct yk_territory *doors = f->who->doors, *clients = f->who->clients;
    struct yk_map submissions = {0};
    size_t client, most = doors->doors + doors->issues + clients->doors;
    f->id = yk_alloc((most + 1) * sizeof *f->id);
    for (size_t i = 0; i < doors->doors; i++) {
        f->id[f->ids++] = (struct known_id){doors->door[i].id.text, f->who->client_of[i]};
        if (doors->issues)
            yk_map_add(&submissions, doors->door[i].submission.text, f->who->client_of[i]);
    }
    for (size_t i = 0; i < clients->doors; i++)
        f->id[f->ids++] = (struct known_id){clients->door[i].id.text, i};
    for (size_t i = 0; i < doors->issues; i++)
        if (yk_map_find(&submissions, doors->issued[i].submission.text, &client))
            f->id[f->ids++] = (struct known_id){doors->issued[i].client.text, client};
    qsort(f->id, f->ids, sizeof *f->id, by_text);
    yk_map_release(&submissions);
}

/* The first id that does not come before `text`. */
static size_t id_from(const struct finder *f, const char *text)
{
    size_t low = 0, high = f->ids;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(f->id[middle].text, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool find_id(struct finder *f, size_t *client, const char *typed, enum yk_stray_why *why)
{
    if (!f->id)
        list_ids(f);
    const char *prefix = yk_text_key(&f->keys, typed);
    size_t n = strlen(prefix), i = id_from(f, prefix);
    *why = YK_STRAY_ID;
    if (i == f->ids || strncmp(f->id[i].text, prefix, n) != 0)
        return false;
    *client = f->id[i].client;
    for (; i < f->ids && !strncmp(f->id[i].text, prefix, n); i++)
        if (f->id[i].client != *client) {
            *why = YK_STRAY_ID_SEVERAL;
            return false;
        }
    return true;
}

static const char *name_key(struct finder *f, const char *station, const char *name)
{
    return yk_arena_printf(&f->keys, "%s|%s", station,
                           yk_glyphs_text(yk_name_fold(name, &f->keys), &f->keys));
}

static void add_name(struct finder *f, const char *station, const char *name, size_t client)
{
    size_t other;
    const char *key = name_key(f, station, name);
    if (!yk_map_add(&f->by_name, key, client) && yk_map_find(&f->by_name, key, &other) &&
        other != client)
        yk_map_put(&f->by_name, key, (size_t)SEVERAL);
}

static const char *owner_of(const struct finder *f, size_t client)
{
    return f->place ? f->who->clients->station[f->place[client].owner].code : "";
}

/* Names of the stations that records without an id come from; others are not asked for. */
static void list_names(struct finder *f)
{
    const struct yk_territory *doors = f->who->doors;
    struct yk_map stations = {0};
    f->named = true;
    for (size_t i = 0; i < doors->records; i++)
        if (!yk_answer_text(&doors->record[i].answers, "client_id"))
            yk_map_add(&stations, doors->record[i].station_code, 0);
    for (size_t i = 0; i < doors->doors; i++) {
        const struct yk_door *door = &doors->door[i];
        const char *name = yk_answer_text(&door->answers, "client_name");
        const char *owner = owner_of(f, f->who->client_of[i]);
        if (name && yk_map_find(&stations, door->station_code, NULL))
            add_name(f, door->station_code, name, f->who->client_of[i]);
        if (name && strcmp(owner, door->station_code) != 0 && yk_map_find(&stations, owner, NULL))
            add_name(f, owner, name, f->who->client_of[i]);
    }
    yk_map_release(&stations);
}

static bool find_name(struct finder *f, size_t *client, const struct yk_record *r, const char *name,
                      enum yk_stray_why *why)
{
    if (!f->named)
        list_names(f);
    *why = YK_STRAY_NAME;
    if (!yk_map_find(&f->by_name, name_key(f, r->station_code, name), client))
        return false;
    *why = YK_STRAY_NAME_SEVERAL;
    return *client != (size_t)SEVERAL;
}

/* False with *stray: it belongs to somebody, but to whom is not known. */
static bool find_client(struct finder *f, size_t *client, const struct yk_record *r, bool *stray,
                        enum yk_stray_why *why)
{
    const char *id = yk_answer_text(&r->answers, "client_id");
    const char *name = yk_answer_text(&r->answers, "client_name");
    *stray = id || name;
    if (id)
        return find_id(f, client, id, why);
    return name && find_name(f, client, r, name, why);
}

/* --- all of them -------------------------------------------------------------------------------
 */
static bool is_visit(const struct yk_record *r, enum yk_visit_kind *kind)
{
    *kind = strcmp(r->form, FORM_VISIT) ? YK_SATISFACTION : YK_VISIT;
    return *kind == YK_VISIT || !strcmp(r->form, FORM_SATISFACTION);
}

static int by_client_and_day(const void *left, const void *right)
{
    const struct yk_visit *a = left, *b = right;
    if (a->client != b->client)
        return a->client < b->client ? -1 : 1;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    int by = strcmp(a->record->key, b->record->key);
    return by ? by : strcmp(a->station_code, b->station_code);
}

static int by_station_and_key(const void *left, const void *right)
{
    const struct yk_record *a = ((const struct yk_stray *)left)->record,
                           *b = ((const struct yk_stray *)right)->record;
    int by = strcmp(a->station_code, b->station_code);
    if (!by)
        by = strcmp(a->key, b->key);
    return by ? by : strcmp(a->form, b->form);
}

static void index_clients(struct yk_visits *v, size_t clients, struct yk_arena *a)
{
    v->first = YK_ARENA_ARRAY(a, size_t, clients + 1);
    for (size_t i = 0; i < v->count; i++)
        v->first[v->visit[i].client + 1]++;
    for (size_t i = 0; i < clients; i++)
        v->first[i + 1] += v->first[i];
}

void yk_visits_of(struct yk_visits *out, const struct yk_who *who, const struct yk_place *place,
                  struct yk_arena *a)
{
    const struct yk_territory *t = who->doors;
    struct finder f = {.who = who, .place = place};
    enum yk_visit_kind kind;
    size_t most = 0;
    for (size_t i = 0; i < t->records; i++)
        most += is_visit(&t->record[i], &kind);
    *out = (struct yk_visits){.visit = YK_ARENA_ARRAY(a, struct yk_visit, most),
                              .stray = YK_ARENA_ARRAY(a, struct yk_stray, most)};
    for (size_t i = 0; i < t->records; i++) {
        const struct yk_record *r = &t->record[i];
        struct yk_visit *visit = &out->visit[out->count];
        enum yk_stray_why why;
        bool stray;
        if (!is_visit(r, &kind))
            continue;
        read_visit(visit, r, kind);
        bool found = find_client(&f, &visit->client, r, &stray, &why);
        if (found && visit->day != YK_DAY_NONE)
            out->count++;
        else if (stray)
            out->stray[out->strays++] = (struct yk_stray){r, found ? YK_STRAY_DAY : why};
    }
    if (out->count)
        qsort(out->visit, out->count, sizeof *out->visit, by_client_and_day);
    if (out->strays)
        qsort(out->stray, out->strays, sizeof *out->stray, by_station_and_key);
    if (out->count)
        index_clients(out, who->clients->doors, a);
    free(f.id);
    yk_map_release(&f.by_name);
    yk_arena_release(&f.keys);
}
