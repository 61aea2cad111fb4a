/* sales_outcomes.c - whom we asked, and who of them buys now: wins and tries a segment. */
#include <stdlib.h>
#include <string.h>

#include "youka/base/map.h"
#include "youka/plan/forced.h"
#include "youka/plan/sales.h"
#include "youka/plan/score.h"

static int survey_month(const struct yk_door *client)
{
    yk_day day = client->survey_date;
    for (size_t i = 0; i < client->members; i++)
        if (client->member[i].survey_date != YK_DAY_NONE && client->member[i].survey_date < day)
            day = client->member[i].survey_date;
    return day == YK_DAY_NONE ? 0 : yk_month_of(day);
}

enum outcome { BUYER_BEFORE, NOT_WON, WON };

/* Where the months of data do not reach back to the survey, what was told then counts. */
static enum outcome outcome_of(const struct yk_territory *t, const struct yk_derived *d,
                               size_t client)
{
    const struct yk_door *door = &t->door[client];
    const struct yk_buyer *b = yk_sales_of(d->buyer, client);
    int surveyed = survey_month(door);
    bool told = yk_existing_client(&door->answers, d->prospect[client].told_share, t->today);
    if (!b || !b->first_month)
        return told ? BUYER_BEFORE : NOT_WON;
    if (b->first_month <= surveyed)
        return BUYER_BEFORE;
    bool reaches = b->months && b->month[b->months - 1] <= surveyed;
    if (!reaches && told)
        return BUYER_BEFORE;
    return b->status == YK_SALES_SILENT || b->status == YK_SALES_LOST ? NOT_WON : WON;
}

static int by_segment(const void *left, const void *right)
{
    const struct yk_sales_outcome *a = left, *b = right;
    int by = strcmp(a->category, b->category);
    return by ? by : strcmp(a->region, b->region);
}

static struct yk_sales_outcome one(const struct yk_territory *t, const struct yk_derived *d,
                                   size_t client, bool won)
{
    const char *category = yk_answer_text(&t->door[client].answers, "category");
    size_t owner = d->place[client].owner;
    return (struct yk_sales_outcome){.category = category ? category : "",
                                     .region = owner < t->stations ? t->station[owner].region : "",
                                     .wins = won,
                                     .tries = 1};
}

void yk_sales_outcomes(struct yk_sales_outcome **out, size_t *count, const struct yk_territory *t,
                       const struct yk_derived *d, const bool *asked, struct yk_arena *a)
{
    struct yk_sales_outcome *o = YK_ARENA_ARRAY(a, struct yk_sales_outcome, t->doors);
    size_t n = 0, kept = 0;
    for (size_t i = 0; i < t->doors; i++) {
        enum outcome what = asked[i] ? outcome_of(t, d, i) : BUYER_BEFORE;
        if (what != BUYER_BEFORE)
            o[n++] = one(t, d, i, what == WON);
    }
    if (n)
        qsort(o, n, sizeof *o, by_segment);
    for (size_t i = 0; i < n; i++) {
        if (kept && !by_segment(&o[kept - 1], &o[i])) {
            o[kept - 1].wins += o[i].wins;
            o[kept - 1].tries++;
        } else {
            o[kept++] = o[i];
        }
    }
    *out = o;
    *count = kept;
}

/* The day of an ISO-8601 time. */
static yk_day day_of(const char *at)
{
    char text[11] = "";
    yk_day day;
    if (at && strlen(at) >= 10)
        memcpy(text, at, 10);
    return yk_day_read(&day, text) ? day : YK_DAY_NONE;
}

void yk_sales_asked(bool *asked, const struct yk_territory *t, const struct yk_visits *visits)
{
    struct yk_map issued = {0};
    yk_day until = t->today - (yk_day)yk_rules_sales(t->rules, "tried_days");
    for (size_t i = 0; i < t->issues; i++) {
        yk_day day = day_of(t->issued[i].at);
        if (day != YK_DAY_NONE && day <= until)
            yk_map_add(&issued, t->issued[i].client.text, i);
    }
    for (size_t i = 0; i < t->doors; i++)
        asked[i] =
            yk_map_find(&issued, t->door[i].id.text, NULL) || yk_last_met(visits, i) != YK_DAY_NONE;
    yk_map_release(&issued);
}
