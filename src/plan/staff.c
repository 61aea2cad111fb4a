/* staff.c - who of a station's people goes where, and how many hours they have for visits. */
#include "youka/plan/staff.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FORM "staff"
#define ROUNDING 1e-9

static const char *text_of(const struct yk_record *r, const char *code)
{
    return yk_answer_or_blank(&r->answers, code);
}

/* The first record that does not come before the form and station; records lie in this order. */
static size_t first_of(const struct yk_territory *t, const char *station)
{
    size_t low = 0, high = t->records;

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int by = strcmp(t->record[mid].form, FORM);
        if (by < 0 || (by == 0 && strcmp(t->record[mid].station_code, station) < 0))
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static int by_code(const void *a, const void *b)
{
    const struct yk_person *x = a, *y = b;

    return strcmp(x->code, y->code);
}

size_t yk_staff_of(struct yk_person **out, const struct yk_territory *t, size_t station,
                   struct yk_arena *a)
{
    const char *code = t->station[station].code;
    size_t first = first_of(t, code), end = first;

    while (end < t->records && strcmp(t->record[end].form, FORM) == 0 &&
           strcmp(t->record[end].station_code, code) == 0)
        end++;
    *out = YK_ARENA_ARRAY(a, struct yk_person, end - first);
    for (size_t i = first; i < end; i++) {
        struct yk_person *p = &(*out)[i - first];
        const struct yk_record *r = &t->record[i];
        *p = (struct yk_person){text_of(r, "code"), text_of(r, "role"), text_of(r, "categories"), 0,
                                0};
        (void)yk_answer_number(&p->hours_week, &r->answers, "hours_week");
        (void)yk_answer_number(&p->skill, &r->answers, "skill");
    }
    qsort(*out, end - first, sizeof **out, by_code);
    return end - first;
}

double yk_station_hours(const struct yk_territory *t, size_t station, const struct yk_person *staff,
                        size_t count)
{
    double hours = 0;

    if (!isnan(t->station[station].hours_week) || count == 0)
        return t->station[station].hours_week;
    for (size_t i = 0; i < count; i++)
        hours += staff[i].hours_week;
    return hours;
}

struct sending {
    const struct yk_person *staff;
    size_t count;
    double *left;   /* hours, one a person */
    size_t *before; /* 1 + who went to a line last; 0: nobody */
    bool *out;      /* goes out on the day */
};

/* What stands between two people, the weightiest first; more is better. */
enum { ROLE, BEFORE, OUT, CATEGORY, SKILL, LEFT, POINTS };

static void points(double out[POINTS], const struct sending *s, size_t who,
                   const struct yk_plan_line *l, size_t line, const char *category)
{
    const struct yk_person *p = &s->staff[who];

    out[ROLE] = strcmp(p->role, l->owner) == 0;
    out[BEFORE] = s->before[line] == who + 1;
    out[OUT] = s->out[who];
    out[CATEGORY] = category && yk_codes_have(p->categories, category);
    out[SKILL] = p->skill;
    out[LEFT] = s->left[who];
}

static bool better(const double a[POINTS], const double b[POINTS])
{
    for (size_t i = 0; i < POINTS; i++)
        if (a[i] != b[i])
            return a[i] > b[i];
    return false;
}

/* Who goes, 1 + the number of the person; 0: nobody. */
static size_t send(const struct sending *s, const struct yk_plan_line *l, size_t line,
                   const char *category, double hours)
{
    double best[POINTS], now[POINTS];
    size_t who = 0;

    for (size_t i = 0; i < s->count; i++) {
        if (s->left[i] + ROUNDING < hours)
            continue;
        points(now, s, i, l, line, category);
        if (who == 0 || better(now, best)) {
            memcpy(best, now, sizeof best);
            who = i + 1;
        }
    }
    return who;
}

void yk_staff_send(struct yk_plan *plan, const struct yk_territory *t,
                   const struct yk_person *staff, size_t count, double km_h, struct yk_arena *a)
{
    struct sending s = {.staff = staff,
                        .count = count,
                        .left = YK_ARENA_ARRAY(a, double, count),
                        .before = YK_ARENA_ARRAY(a, size_t, plan->lines),
                        .out = YK_ARENA_ARRAY(a, bool, count)};

    for (size_t i = 0; i < plan->lines; i++)
        plan->line[i].person = "";
    for (size_t d = 0, week = 0; d < plan->calendar.days; d++) {
        struct yk_plan_day *day = &plan->calendar.day[d];
        memset(s.out, 0, count * sizeof *s.out);
        for (size_t i = 0; i < count && week != (size_t)day->week; i++)
            s.left[i] = staff[i].hours_week;
        week = (size_t)day->week;
        for (size_t v = 0; v < day->visits; v++) {
            struct yk_plan_visit *visit = &day->visit[v];
            struct yk_plan_line *l = &plan->line[visit->line];
            double hours = visit->hours + visit->metres_from_previous / 1000 / km_h;
            size_t who = send(&s, l, visit->line,
                              yk_answer_text(&t->door[l->door].answers, "category"), hours);
            if (who == 0)
                continue;
            visit->visitor = staff[who - 1].code;
            s.left[who - 1] -= hours;
            s.out[who - 1] = true;
            if (day->week == l->due_week)
                l->person = visit->visitor;
            s.before[visit->line] = who;
        }
    }
}
