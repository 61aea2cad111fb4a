/* visit.c - what came of visits, joined to clients. */
#include "youka/model/visit.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/map.h"
#include "youka/base/text.h"

enum { ID_DIGITS = 8 }; /* of a client id written short */
#define LEAST_CONTENT 3 /* satisfaction below it asks for a visit (planning.md) */

static const char *short_id(const char *id, struct yk_arena *a)
{
    size_t n = strlen(id);
    return yk_arena_text(a, id, n < ID_DIGITS ? n : ID_DIGITS);
}

static const char *name_key(const char *station, const char *name, struct yk_arena *a)
{
    return yk_arena_printf(a, "%s/%s", station, yk_text_key(a, name));
}

struct directory {
    struct yk_map id, name;
};

static void list_clients(struct directory *d, const struct yk_territory *t, struct yk_arena *a)
{
    for (size_t i = 0; i < t->doors; i++) {
        const struct yk_door *door = &t->door[i];
        const char *called = yk_answer_text(&door->answers, "client_name");
        yk_map_add(&d->id, short_id(door->id.text, a), i);
        for (size_t k = 0; k < door->members; k++)
            yk_map_add(&d->id, short_id(door->member[k].id.text, a), i);
        if (called)
            yk_map_add(&d->name, name_key(door->station_code, called, a), i);
    }
}

static size_t client_of(const struct directory *d, const struct yk_record *r, struct yk_arena *a)
{
    const char *told = yk_answer_text(&r->answers, "client_id");
    const char *called = yk_answer_text(&r->answers, "client_name");
    size_t at;
    if (told && strlen(told) >= ID_DIGITS &&
        yk_map_find(&d->id, short_id(yk_text_key(a, told), a), &at))
        return at;
    if (called && yk_map_find(&d->name, name_key(r->station_code, called, a), &at))
        return at;
    return SIZE_MAX;
}

static int by_client(const void *left, const void *right)
{
    const struct yk_visit *a = left, *b = right;
    if (a->client != b->client)
        return a->client < b->client ? -1 : 1;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return strcmp(a->record->key, b->record->key);
}

size_t yk_visits_of(struct yk_visit **out, const struct yk_territory *t, struct yk_arena *a)
{
    struct directory d = {0};
    size_t n = 0;
    struct yk_visit *visit = YK_ARENA_ARRAY(a, struct yk_visit, t->records);
    list_clients(&d, t, a);
    for (size_t i = 0; i < t->records; i++) {
        const struct yk_record *r = &t->record[i];
        bool asked = strcmp(r->form, "satisfaction") == 0;
        if (asked || strcmp(r->form, "visit") == 0)
            visit[n++] = (struct yk_visit){
                .client = client_of(&d, r, a),
                .day = yk_answer_day(&r->answers, asked ? "survey_date" : "visit_date"),
                .asked = asked,
                .record = r};
    }
    yk_map_release(&d.id);
    yk_map_release(&d.name);
    if (n)
        qsort(visit, n, sizeof *visit, by_client);
    *out = visit;
    return n;
}

static bool result_is(const struct yk_answers *a, const char *result)
{
    return yk_answer_is(a, "result", result);
}

/* A visit ends the work only with a reason, or a result that is one. */
static const char *stopped_by(const struct yk_answers *a)
{
    bool reason = yk_answer_text(a, "stop_reason") != NULL;
    if (result_is(a, "refused") || result_is(a, "lost") || result_is(a, "closed") ||
        (reason && yk_answer_is(a, "stage", "lost")))
        return "lost";
    return reason && yk_answer_is(a, "stage", "parked") ? "parked" : "";
}

static void add_visit(struct yk_visited *to, const struct yk_visit *v)
{
    const struct yk_answers *a = &v->record->answers;
    const char *stage = yk_answer_text(a, "stage"), *next = yk_answer_text(a, "next_step");
    double cards = 0;
    to->visits++;
    to->seen = v->day;
    to->decider_met |= yk_answer_is(a, "decider_met", "yes") || result_is(a, "met_decider");
    to->barrier_told |= yk_answer_text(a, "barrier") != NULL;
    to->offer_approved |= yk_answer_is(a, "offer_approved", "yes");
    to->signed_up |= result_is(a, "signed") || yk_answer_text(a, "agreement_until") ||
                     (yk_answer_number(&cards, a, "cards_issued") && cards > 0);
    if (stage)
        to->claimed = stage;
    to->stopped = stopped_by(a);
    to->next_step = next ? next : "";
    to->next_day = yk_answer_day(a, "next_date");
    to->complaint = yk_answer_is(a, "complaint", "yes"); /* an earlier one was answered by coming */
}

static void add_said(struct yk_visited *to, const struct yk_answers *a)
{
    double overall;
    to->complaint |= yk_answer_is(a, "complaint", "yes") ||
                     (yk_answer_number(&overall, a, "overall") && overall < LEAST_CONTENT);
}

void yk_visited_all(struct yk_visited *out, const struct yk_territory *t,
                    const struct yk_visit *visit, size_t count)
{
    for (size_t i = 0; i < t->doors; i++)
        out[i] = (struct yk_visited){.seen = YK_DAY_NONE,
                                     .next_day = YK_DAY_NONE,
                                     .claimed = "",
                                     .stopped = "",
                                     .next_step = ""};
    for (size_t i = 0; i < count && visit[i].client != SIZE_MAX; i++) {
        struct yk_visited *to = &out[visit[i].client];
        if (visit[i].asked)
            add_said(to, &visit[i].record->answers);
        else
            add_visit(to, &visit[i]);
    }
}
