/* quality.c - interviews too short, points too vague or too far, volumes too odd, answers copied.
 */
#include "youka/survey/quality.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "youka/base/cores.h"
#include "youka/base/hash.h"
#include "youka/base/moment.h"

#define SHORTEST_S 90   /* of an interview */
#define VAGUE_GPS_M 100 /* worst accuracy that still tells the door */
#define VOLUME_RATIO 3
#define LEAST_ANSWERS 8 /* fewer may be alike by chance */

/* A door's own findings, in the order of the header; NULL: not raised. */
enum finding { SHORT_INTERVIEW, WEAK_GPS, OUTSIDE, VOLUME_OFF, COPIED, FINDINGS };
static const char *const codes[FINDINGS] = {
    [SHORT_INTERVIEW] = "short_interview", [WEAK_GPS] = "weak_gps", [OUTSIDE] = "outside",
    [VOLUME_OFF] = "volume_off",           [COPIED] = "copied",
};
struct findings {
    const char *field[FINDINGS];
};

/* At a closed or refused door there is nothing to ask. */
static bool interviewed(const struct yk_answers *a)
{
    return yk_answer_is(a, "visit_result", "completed") ||
           yk_answer_is(a, "visit_result", "partial");
}

static bool too_short(const struct yk_answers *a)
{
    const char *start = yk_answer_text(a, "start"), *end = yk_answer_text(a, "end");
    int64_t from, to;
    return interviewed(a) && start && end && yk_moment_read(&from, start) &&
           yk_moment_read(&to, end) && to >= from && to - from < SHORTEST_S;
}

static bool vague(const struct yk_answers *a)
{
    double point[4];
    return yk_answer_geopoint(point, a, "location") == 4 && point[3] > VAGUE_GPS_M;
}

static double litres_of(const struct yk_estimate *e, const char *piece)
{
    for (size_t i = 0; i < e->pieces; i++)
        if (strcmp(e->piece[i].piece, piece) == 0)
            return e->piece[i].value;
    return NAN;
}

static bool volume_is_off(const struct yk_estimate *e)
{
    static const char *const computed[] = {"fleet_lines", "vehicle_total"};
    double told = litres_of(e, "told_volume"), other = NAN;
    for (size_t i = 0; isnan(other) && i < sizeof computed / sizeof *computed; i++)
        other = litres_of(e, computed[i]);
    return told > 0 && other > 0 && fabs(log(told / other)) > log(VOLUME_RATIO);
}

static const char *volume_field(const struct yk_answers *a)
{
    static const char *const field[] = {"gas_month", "diesel_month", "resale_month_t"};
    for (size_t i = 0; i < sizeof field / sizeof *field; i++)
        if (yk_answer_text(a, field[i]))
            return field[i];
    return "";
}

static void look_at_door(struct findings *f, const struct yk_answers *a,
                         const struct yk_place *place, const struct yk_estimate *e)
{
    if (too_short(a))
        f->field[SHORT_INTERVIEW] = "end";
    if (vague(a))
        f->field[WEAK_GPS] = "location";
    if (place->located && place->verdict == YK_VERDICT_OUT)
        f->field[OUTSIDE] = "";
    if (!e->none && volume_is_off(e))
        f->field[VOLUME_OFF] = volume_field(a);
}

/* What differs from door to door even where somebody only copies, or says nothing of the client. */
static bool tells_doors_apart(const char *code)
{
    static const char *const apart[] = {
        "start",           "end",          "today",         "username",
        "station_code",    "surveyor",     "survey_date",   "grid_id",
        "visit_result",    "client_name",  "uscc",          "address",
        "admin_code",      "location",     "lon_manual",    "lat_manual",
        "coord_system",    "photo_door",   "contact_name",  "contact_phone",
        "contact_summary", "contact_line", "fleet_summary", "fleet_line",
        "next_visit",
    };
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        if (*apart[i] == *code && strcmp(apart[i], code) == 0)
            return true;
    return false;
}

static size_t hash_answers(struct yk_hash *h, const struct yk_answer *answer, size_t count)
{
    size_t hashed = 0;
    for (size_t i = 0; i < count; i++) {
        if (tells_doors_apart(answer[i].code))
            continue;
        yk_hash_text(h, answer[i].code);
        yk_hash_text(h, answer[i].text);
        hashed++;
    }
    yk_hash_text(h, ""); /* no code is empty: the end of this list */
    return hashed;
}

/* Who asked and what was answered, as one name; "" where nobody signed or too little was said. */
static struct yk_id saying_of(const struct yk_door *door)
{
    const struct yk_answers *a = &door->answers;
    const char *surveyor = yk_answer_text(a, "surveyor");
    struct yk_hash h;
    if (!surveyor)
        return (struct yk_id){""};
    yk_hash_begin(&h);
    yk_hash_text(&h, door->station_code);
    yk_hash_text(&h, surveyor);
    size_t said = hash_answers(&h, a->answer, a->count);
    for (size_t r = 0; r < a->repeats; r++) {
        yk_hash_text(&h, a->repeat[r].code);
        for (size_t i = 0; i < a->repeat[r].count; i++)
            said += hash_answers(&h, a->repeat[r].line[i].answer, a->repeat[r].line[i].count);
    }
    return said < LEAST_ANSWERS ? (struct yk_id){""} : yk_hash_end(&h);
}

/* What is said of each door, which are looked at on all cores. */
struct looks {
    const struct yk_territory *t;
    const struct yk_place *place;
    const struct yk_estimate *estimate;
    struct yk_quality *out;
    struct findings *found;
    struct yk_id *saying;
};

static void look_at_some(void *who, size_t from, size_t to)
{
    const struct looks *l = who;
    for (size_t i = from; i < to; i++) {
        const struct yk_door *door = &l->t->door[i];
        look_at_door(&l->found[i], &door->answers, &l->place[i], &l->estimate[i]);
        l->saying[i] = saying_of(door);
        l->out[i] = (struct yk_quality){.known = yk_facts_known(&door->answers)};
    }
}

static void look_for_copies(struct findings *f, const struct yk_id *saying, size_t doors)
{
    struct yk_map first = {0};
    for (size_t i = 0; i < doors; i++) {
        size_t other;
        if (!*saying[i].text || yk_map_add(&first, saying[i].text, i))
            continue;
        if (yk_map_find(&first, saying[i].text, &other))
            f[other].field[COPIED] = "";
        f[i].field[COPIED] = "";
    }
    yk_map_release(&first);
}

static void put_flags(struct yk_quality *out, const struct yk_door *door, const struct findings *f,
                      struct yk_arena *a)
{
    size_t all = door->flags;
    for (size_t k = 0; k < FINDINGS; k++)
        all += f->field[k] != NULL;
    out->flag = YK_ARENA_ARRAY(a, struct yk_flag, all);
    for (; out->flags < door->flags; out->flags++)
        out->flag[out->flags] = door->flag[out->flags];
    for (size_t k = 0; k < FINDINGS; k++)
        if (f->field[k])
            out->flag[out->flags++] = (struct yk_flag){codes[k], f->field[k]};
}

void yk_quality_all(struct yk_quality *out, const struct yk_territory *t,
                    const struct yk_place *place, const struct yk_estimate *estimate,
                    struct yk_arena *a)
{
    struct looks l = {.t = t,
                      .place = place,
                      .estimate = estimate,
                      .out = out,
                      .found = yk_alloc((t->doors + 1) * sizeof *l.found),
                      .saying = yk_alloc((t->doors + 1) * sizeof *l.saying)};
    yk_on_cores(t->doors, yk_cores(), look_at_some, &l);
    look_for_copies(l.found, l.saying, t->doors);
    for (size_t i = 0; i < t->doors; i++)
        put_flags(&out[i], &t->door[i], &l.found[i], a);
    free(l.found);
    free(l.saying);
}
