/* visit_answers.c - what visits told, laid over the answers of surveys. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/num.h"
#include "youka/model/visit.h"

/* What a survey may have told later than the visit. */
enum topic { VOLUME, BARRIER, INTENT, AGREEMENT, TOPICS };
static const char *const asked_by[TOPICS][3] = {
    [VOLUME] = {"gas_month", "diesel_month", "resale_month_t"},
    [BARRIER] = {"barrier"},
    [INTENT] = {"intent"},
    [AGREEMENT] = {"agreement_until"},
};

/* Of each client the last day on which a survey told each topic. */
struct told_on {
    yk_day day[TOPICS];
};

static struct told_on *surveys_told_on(const struct yk_who *who, const struct yk_visits *v)
{
    size_t clients = who->clients->doors;
    struct told_on *on = yk_alloc((clients + 1) * sizeof *on);
    for (size_t i = 0; i < clients; i++)
        for (int k = 0; k < TOPICS; k++)
            on[i].day[k] = YK_DAY_NONE;
    for (size_t d = 0; d < who->doors->doors; d++) {
        const struct yk_door *door = &who->doors->door[d];
        size_t client = who->client_of[d];
        if (v->first[client] == v->first[client + 1])
            continue;
        for (int k = 0; k < TOPICS; k++)
            for (int f = 0; f < 3 && asked_by[k][f]; f++)
                if (door->survey_date > on[client].day[k] &&
                    yk_answer_text(&door->answers, asked_by[k][f]))
                    on[client].day[k] = door->survey_date;
    }
    return on;
}

/* What is laid over a client's answers: by code, NULL where nothing is. */
enum over {
    OVER_AGREEMENT,
    OVER_BARRIER,
    OVER_CARDS,
    OVER_MET,
    OVER_INTENT,
    OVER_LITRES,
    OVER_OFFER,
    OVER_TRIAL,
    OVERS
};
static const char *const code_of[OVERS] = {
    [OVER_AGREEMENT] = "agreement_until",
    [OVER_BARRIER] = "barrier",
    [OVER_CARDS] = "cards_issued",
    [OVER_MET] = "decider_met",
    [OVER_INTENT] = "intent",
    [OVER_LITRES] = "month_litres_told",
    [OVER_OFFER] = "offer_approved",
    [OVER_TRIAL] = "trial_offered",
};

static const char *number_text(double value, struct yk_arena *a)
{
    char text[32];
    yk_num_write(text, value);
    return yk_arena_copy(a, text);
}

static const char *day_text(yk_day day, struct yk_arena *a)
{
    char text[11];
    yk_day_write(text, day);
    return yk_arena_copy(a, text);
}

static void lay_yesno(const char **over, enum yk_yesno told)
{
    if (told != YK_NOT_TOLD)
        *over = told == YK_YES ? "yes" : "no";
}

/* What a survey of the visit's day or later has told stands. */
static void lay_topics(const char *over[OVERS], const struct yk_visit *v, const struct told_on *on,
                       struct yk_arena *a)
{
    const char *intent = *v->intent ? v->intent : !strcmp(v->result, "refused") ? "d" : "";
    if (!isnan(v->litres_told) && v->day > on->day[VOLUME])
        over[OVER_LITRES] = number_text(v->litres_told, a);
    if (*v->barrier && v->day > on->day[BARRIER])
        over[OVER_BARRIER] = v->barrier;
    if (*intent && v->day > on->day[INTENT])
        over[OVER_INTENT] = intent;
    if (v->agreement_until != YK_DAY_NONE && v->day > on->day[AGREEMENT])
        over[OVER_AGREEMENT] = day_text(v->agreement_until, a);
}

static void gather(const char *over[OVERS], const struct yk_visit *visit, size_t count,
                   const struct told_on *on, struct yk_arena *a)
{
    double cards = 0;
    for (size_t i = 0; i < count; i++) {
        const struct yk_visit *v = &visit[i];
        if (v->kind != YK_VISIT)
            continue;
        lay_topics(over, v, on, a);
        lay_yesno(&over[OVER_TRIAL], v->trial_offered);
        lay_yesno(&over[OVER_OFFER], v->offer_approved);
        if (v->decider_met == YK_YES)
            over[OVER_MET] = "yes";
        cards += isnan(v->cards_issued) ? 0 : v->cards_issued;
    }
    if (cards > 0)
        over[OVER_CARDS] = number_text(cards, a);
}

/* Two lists in the order of their codes into one; what is laid over wins. */
static void merge(struct yk_answers *answers, const char *const over[OVERS], struct yk_arena *a)
{
    struct yk_answer *out = YK_ARENA_ARRAY(a, struct yk_answer, answers->count + OVERS);
    size_t n = 0, i = 0;
    for (int k = 0; k < OVERS; k++) {
        if (!over[k])
            continue;
        while (i < answers->count && strcmp(answers->answer[i].code, code_of[k]) < 0)
            out[n++] = answers->answer[i++];
        i += i < answers->count && !strcmp(answers->answer[i].code, code_of[k]);
        out[n++] = (struct yk_answer){.code = code_of[k], .text = over[k]};
    }
    while (i < answers->count)
        out[n++] = answers->answer[i++];
    answers->answer = out;
    answers->count = n;
}

void yk_visits_answer(struct yk_territory *clients, struct yk_visits *v, const struct yk_who *who,
                      struct yk_arena *a)
{
    if (!v->count)
        return;
    struct told_on *on = surveys_told_on(who, v);
    struct yk_answers *surveyed = YK_ARENA_ARRAY(a, struct yk_answers, clients->doors);
    for (size_t i = 0; i < clients->doors; i++) {
        size_t count;
        const char *over[OVERS] = {NULL};
        const struct yk_visit *visit = yk_visits_at(v, i, &count);
        surveyed[i] = clients->door[i].answers;
        if (!count)
            continue;
        gather(over, visit, count, &on[i], a);
        merge(&clients->door[i].answers, over, a);
    }
    v->surveyed = surveyed;
    free(on);
}
