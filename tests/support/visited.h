/* visited.h - for tests: a few clients and what visits told of them. */
#ifndef YOUKA_TESTS_VISITED_H
#define YOUKA_TESTS_VISITED_H

#include <stdio.h>

#include "answers_of.h"
#include "youka/model/visit.h"

#define MOST_CLIENTS 6
#define MOST_RECORDS 12

/* Doors that are each a client of its own, c0, c1, …, unless `client_of` is changed. */
struct visited {
    struct yk_arena *arena;
    struct yk_door door[MOST_CLIENTS], client[MOST_CLIENTS];
    struct yk_record record[MOST_RECORDS];
    struct yk_issued issued[1];
    size_t client_of[MOST_CLIENTS];
    struct yk_territory doors, clients;
    struct yk_who who;
    struct yk_visits visits;
    struct yk_derived derived;
    const struct yk_place *place; /* of the clients, or NULL */
};

static inline void visited_init(struct visited *w, struct yk_arena *a)
{
    *w = (struct visited){.arena = a};
    w->doors = (struct yk_territory){
        .today = yk_day_of(2026, 3, 31), .door = w->door, .record = w->record, .issued = w->issued};
    w->who = (struct yk_who){.doors = &w->doors, .clients = &w->clients, .client_of = w->client_of};
}

static inline struct yk_door *visited_door(struct visited *w, const char *id, yk_day day,
                                           const char *answers)
{
    size_t i = w->doors.doors++;
    w->door[i] = (struct yk_door){
        .station_code = "S1", .survey_date = day, .answers = answers_of(w->arena, answers)};
    snprintf(w->door[i].id.text, sizeof w->door[i].id.text, "%s", id);
    snprintf(w->door[i].submission.text, sizeof w->door[i].submission.text, "sub-%s", id);
    w->client_of[i] = i;
    return &w->door[i];
}

static inline void visited_record(struct visited *w, const char *form, const char *answers)
{
    size_t i = w->doors.records++;
    w->record[i] = (struct yk_record){.form = form,
                                      .key = yk_arena_printf(w->arena, "k%02zu", i),
                                      .station_code = "S1",
                                      .answers = answers_of(w->arena, answers)};
}

/* Everything joined; client i is door i for those that are nobody else's. */
static inline void visited_join(struct visited *w)
{
    memcpy(w->client, w->door, sizeof w->client);
    w->clients = w->doors;
    w->clients.door = w->client;
    w->clients.doors = 0;
    for (size_t i = 0; i < w->doors.doors; i++)
        if (w->client_of[i] >= w->clients.doors)
            w->clients.doors = w->client_of[i] + 1;
    yk_visits_of(&w->visits, &w->who, w->place, w->arena);
    yk_visits_answer(&w->clients, &w->visits, &w->who, w->arena);
    w->derived = (struct yk_derived){.visits = &w->visits, .count = w->clients.doors};
}

#endif
