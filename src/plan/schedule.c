/* schedule.c - which client is visited in which of the coming 12 weeks. */
#include "youka/plan/schedule.h"

#include <math.h>
#include <string.h>

#include "days.h"
#include "youka/plan/knapsack.h"

#define SOON_DAYS 60   /* a contract that ends within them … */
#define UNSEEN_DAYS 30 /* … wants a visit unless there was one */
#define TOP_UPS 3      /* how often hours that shared ways leave are filled again */
#define SLOTS 2        /* an hour */
#define SMALL_SLOTS 20 /* an hour, while shared ways are filled */
#define ROUNDING 1e-9  /* ten visits of .1 hours fit into one hour */

/* How far a line has come. */
struct course {
    int open_week; /* its next visit, from this week on; beyond the last: not within the plan */
    int visits;
    int slots; /* half hours of a visit with its way there and back */
    double way_h;
    yk_day seen;
};

struct making {
    struct yk_slot *slot;
    size_t count;
    const struct yk_rounds *how;
    double hours_week;
    struct course *course;

    struct yk_item *item; /* the visits open this week, and whose they are */
    struct yk_call *open, *call;
    size_t items;
    struct yk_plan_day day[YK_WORKDAYS]; /* visits in `scratch` */
    struct yk_arena scratch;
};

bool yk_contract_ends_soon(yk_day until, yk_day day)
{
    return until != YK_DAY_NONE && until >= day && until - day <= SOON_DAYS;
}

static int weeks_between(const struct yk_slot *s)
{
    double weeks = round(s->every_days / 7);

    return weeks >= 1 ? (int)fmin(weeks, 2 * YK_PLAN_WEEKS) : 1;
}

static int week_of(const struct yk_rounds *how, yk_day day)
{
    return day <= how->today ? 1 : (day - how->today) / 7 + 1;
}

static int slots_of(const struct yk_slot *s, double way_h, int an_hour)
{
    return (int)ceil(an_hour * (s->hours_per_visit + 2 * way_h) - ROUNDING);
}

static void begin(struct making *m, size_t i)
{
    const struct yk_slot *s = &m->slot[i];
    struct course *c = &m->course[i];
    double day = m->how->today;

    c->seen = s->last_seen;
    c->way_h = yk_metres_about(m->how->from, s->point) * m->how->road_factor / 1000 / m->how->km_h;
    c->slots = slots_of(s, c->way_h, SLOTS);
    if (s->agreed_day != YK_DAY_NONE)
        day = s->agreed_day;
    else if (s->last_seen != YK_DAY_NONE)
        day = s->last_seen + s->every_days;
    c->open_week = week_of(m->how, (yk_day)fmin(day, m->how->today + 7 * YK_PLAN_WEEKS));
}

/* Why the visit must be this week, or "". */
static const char *forced(const struct making *m, size_t i, int week)
{
    const struct yk_slot *s = &m->slot[i];
    const struct course *c = &m->course[i];
    yk_day first = yk_week_begins(m->how, week), last = first + 6;
    bool known = c->seen != YK_DAY_NONE;

    if (*s->urgent && c->visits == 0)
        return s->urgent;
    if (yk_contract_ends_soon(s->contract_until, first) &&
        (!known || last - c->seen >= UNSEEN_DAYS))
        return "contract_ends";
    if (s->unseen_days > 0 && known && last - c->seen >= s->unseen_days)
        return "not_seen";
    return "";
}

static void collect(struct making *m, int week)
{
    m->items = 0;
    for (size_t i = 0; i < m->count; i++) {
        const struct yk_slot *s = &m->slot[i];
        const struct course *c = &m->course[i];
        if (s->skip)
            continue;
        const char *why = forced(m, i, week);
        if (!*why && (c->open_week > week || c->visits >= s->visits))
            continue;
        m->open[m->items] = (struct yk_call){
            .line = i, .slot = s, .way_h = c->way_h, .fixed = YK_DAY_NONE, .forced = why};
        if (c->visits == 0)
            m->open[m->items].fixed = s->agreed_day;
        m->item[m->items++] =
            (struct yk_item){.value = s->value, .slots = c->slots, .forced = *why != '\0'};
    }
}

/* Puts the chosen visits into days; gives the hours they really take. */
static double lay_out(struct making *m, int week)
{
    size_t n = 0;
    double hours = 0;

    for (size_t i = 0; i < m->items; i++)
        if (m->item[i].chosen)
            m->call[n++] = m->open[i];
    yk_arena_reset(&m->scratch);
    yk_days_make(m->day, m->call, n, m->how, week, &m->scratch);
    for (size_t d = 0; d < YK_WORKDAYS; d++)
        hours += m->day[d].hours;
    return hours;
}

/* What is chosen stays and takes no more slots; the rest is filled from what is still open, in
 * smaller slots, as half hours would leave most of it. Gives whether anything was added. */
static bool add_more(struct making *m, double hours)
{
    bool added = false;

    for (size_t i = 0; i < m->items; i++) {
        m->item[i].forced = m->item[i].chosen;
        m->item[i].slots =
            m->item[i].chosen ? 0 : slots_of(m->open[i].slot, m->open[i].way_h, SMALL_SLOTS);
    }
    yk_knapsack(m->item, m->items, (size_t)(SMALL_SLOTS * hours));
    for (size_t i = 0; i < m->items; i++)
        added = added || (m->item[i].chosen && !m->item[i].forced);
    return added;
}

static void choose(struct making *m, int week)
{
    double room = m->hours_week + ROUNDING;
    struct yk_packed packed = yk_knapsack(m->item, m->items, (size_t)(SLOTS * room));
    double hours = lay_out(m, week);

    for (int again = 0; again < TOP_UPS && !packed.over; again++) {
        if (!add_more(m, room - hours))
            return;
        hours = lay_out(m, week);
        if (hours <= room)
            continue;
        /* cut into other days, the ways may be longer by more than what was added */
        for (size_t i = 0; i < m->items; i++)
            m->item[i].chosen = m->item[i].forced;
        lay_out(m, week);
        return;
    }
}

static void keep(struct making *m, struct yk_calendar *out, int week, struct yk_arena *a)
{
    struct yk_plan_week *w = &out->week[week - 1];

    w->capacity_hours = m->hours_week;
    for (size_t d = 0; d < YK_WORKDAYS; d++) {
        struct yk_plan_day *day = &m->day[d];
        if (!day->visits)
            continue;
        struct yk_plan_visit *visit = YK_ARENA_ARRAY(a, struct yk_plan_visit, day->visits);
        memcpy(visit, day->visit, day->visits * sizeof *visit);
        day->visit = visit;
        out->day[out->days++] = *day;
        w->hours += day->hours;
        w->metres += day->metres;
        w->visits += day->visits;
        for (size_t v = 0; v < day->visits; v++) {
            struct course *c = &m->course[visit[v].line];
            struct yk_slot *s = &m->slot[visit[v].line];
            w->forced += *visit[v].forced != '\0';
            s->due_week = c->visits++ ? s->due_week : week;
            c->seen = day->day;
            c->open_week = week + weeks_between(s);
        }
    }
    w->over_capacity = w->hours > m->hours_week + ROUNDING;
}

static void tell(const struct course *c, struct yk_slot *s)
{
    s->made = c->visits;
    s->left_out = c->visits ? "" : c->open_week > YK_PLAN_WEEKS ? "not_due" : "no_capacity";
    if (!c->visits)
        return;
    int wanted = 1 + (YK_PLAN_WEEKS - s->due_week) / weeks_between(s);
    wanted = wanted < s->visits ? wanted : s->visits;
    s->short_of = wanted > c->visits ? wanted - c->visits : 0;
}

void yk_schedule(struct yk_calendar *out, struct yk_slot *slot, size_t count,
                 const struct yk_rounds *how, struct yk_arena *a)
{
    struct yk_rounds from = *how;
    struct making m = {.slot = slot, .count = count, .how = &from};

    m.hours_week = how->hours_week >= 0 ? how->hours_week : YK_HOURS_WEEK;
    m.course = YK_ARENA_ARRAY(a, struct course, count);
    m.item = YK_ARENA_ARRAY(a, struct yk_item, count);
    m.open = YK_ARENA_ARRAY(a, struct yk_call, count);
    m.call = YK_ARENA_ARRAY(a, struct yk_call, count);
    *out = (struct yk_calendar){
        .day = YK_ARENA_ARRAY(a, struct yk_plan_day, YK_PLAN_WEEKS * YK_WORKDAYS)};
    for (size_t i = 0; i < count && !yk_point_valid(from.from); i++)
        if (!slot[i].skip)
            from.from = slot[i].point;
    for (size_t i = 0; i < count; i++) {
        slot[i].due_week = slot[i].made = slot[i].short_of = 0;
        if (!slot[i].skip)
            begin(&m, i);
    }
    for (int week = 1; week <= YK_PLAN_WEEKS; week++) {
        collect(&m, week);
        choose(&m, week);
        keep(&m, out, week, a);
    }
    for (size_t i = 0; i < count; i++)
        if (!slot[i].skip)
            tell(&m.course[i], &slot[i]);
    yk_arena_release(&m.scratch);
}
