/* staff.h - who of a station's people goes where, and how many hours they have for visits.
 * Skill and categories decide between people for one visit and nothing else (the staff form says
 * so to those who fill it in). */
#ifndef YOUKA_PLAN_STAFF_H
#define YOUKA_PLAN_STAFF_H

#include "youka/model/plan.h"

struct yk_person {
    const char *code, *role, *categories; /* categories: codes, or "" */
    double hours_week, skill;             /* skill 1..5; 0 where not told */
};

/* The staff rows of a station (form «staff»), by code; in the arena, texts lent. */
size_t yk_staff_of(struct yk_person **out, const struct yk_territory *t, size_t station,
                   struct yk_arena *a);
/* The station's visit hours a week: its own figure, else the sum over its staff, else NAN. */
double yk_station_hours(const struct yk_territory *t, size_t station, const struct yk_person *staff,
                        size_t count);
/* Sets the visitor of every visit and the person of every line. Of those who have hours left for
 * the visit and the way to it that week: who has the role that owns the client; then who was there
 * before; who goes out that day already; whose categories hold the client's; the more skilled; who
 * has more hours left; by code. Nobody has: "". */
void yk_staff_send(struct yk_plan *plan, const struct yk_territory *t,
                   const struct yk_person *staff, size_t count, double km_h, struct yk_arena *a);

#endif
