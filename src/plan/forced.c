/* forced.c - whom somebody has to see again soon, and when he was last seen. */
#include "youka/plan/forced.h"

#include <string.h>

static bool met_somebody(const struct yk_visit *v)
{
    return v->kind == YK_VISIT && strcmp(v->result, "not_met") != 0;
}

const char *yk_visit_forced(const struct yk_visits *visits, size_t client)
{
    size_t count;
    const struct yk_visit *visit = yk_visits_at(visits, client, &count);
    bool complaint = false, low = false;
    yk_day since = YK_DAY_NONE;

    for (size_t i = 0; i < count; i++) {
        const struct yk_visit *v = &visit[i];
        if (met_somebody(v) && v->day > since)
            complaint = low = false;
        if (v->overall >= YK_DISSATISFIED_BELOW) /* never true of NAN */
            low = false;
        if (v->overall < YK_DISSATISFIED_BELOW)
            low = true;
        complaint |= v->complaint == YK_YES;
        if (v->complaint == YK_YES || v->overall < YK_DISSATISFIED_BELOW)
            since = v->day;
    }
    return complaint ? "complaint" : low ? "dissatisfied" : "";
}

yk_day yk_last_met(const struct yk_visits *visits, size_t client)
{
    size_t count;
    const struct yk_visit *visit = yk_visits_at(visits, client, &count);
    yk_day met = YK_DAY_NONE;

    for (size_t i = 0; i < count; i++)
        if (met_somebody(&visit[i]) && visit[i].day > met)
            met = visit[i].day;
    return met;
}

yk_day yk_last_seen(const struct yk_territory *t, const struct yk_visits *visits, size_t client)
{
    const struct yk_door *door = &t->door[client];
    yk_day met = yk_last_met(visits, client);
    bool answered = yk_answer_is(&door->answers, "visit_result", "completed") ||
                    yk_answer_is(&door->answers, "visit_result", "partial");

    return answered && door->survey_date > met ? door->survey_date : met;
}

yk_day yk_next_visit(const struct yk_visits *visits, size_t client)
{
    size_t count;
    const struct yk_visit *visit = yk_visits_at(visits, client, &count);
    yk_day next = YK_DAY_NONE;

    for (size_t i = 0; i < count; i++)
        if (visit[i].next_day != YK_DAY_NONE)
            next = visit[i].next_day;
        else if (met_somebody(&visit[i]))
            next = YK_DAY_NONE;
    return next;
}
