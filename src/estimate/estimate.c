/* estimate.c - litres a month and vehicles of every door, from what was told and what is usual. */
#include "youka/estimate/estimate.h"

#include <math.h>
#include <string.h>

#include "observe.h"

#define FAR_OFF log(3) /* told and computed further apart than this raise the unit question */
#define MOST_SIGHTS (YK_TOLD + 1)

/* All evidence of one door's litres. */
struct evidence {
    struct yk_sight sight[MOST_SIGHTS];
    size_t count, told;
    bool unit_question;
};

static bool further_than_3(const struct yk_sight *a, const struct yk_sight *b)
{
    return fabs(a->log_litres.m - b->log_litres.m) > FAR_OFF;
}

/* A doubtful volume keeps its unit and loses weight. Told pieces are measured against the fleet,
 * or, without one, the volume against the fills, whose unit is litres. */
static void doubt(struct evidence *e, const struct yk_rules *rules)
{
    const struct yk_sight *measure = e->count > 1 ? &e->sight[e->count - 1] : NULL;

    for (size_t i = 0; i < e->told; i++) {
        struct yk_sight *s = &e->sight[i];
        if (s->unit_missing || (measure && measure != s && further_than_3(s, measure))) {
            s->log_litres.s2 += yk_rules_spread(rules, "outlier_var");
            e->unit_question = true;
        }
    }
}

static void gather(struct evidence *out, const struct yk_client *c, const struct yk_fleet *f)
{
    bool reseller = strcmp(c->category->category, "private_station") == 0;

    *out = (struct evidence){0};
    out->told = out->count = yk_told_read(out->sight, c, f);
    if (f->counted && !reseller)
        out->sight[out->count++] = yk_fleet_litres(c, f);
    if (out->count == 0)
        out->sight[out->count++] = yk_category_litres(c);
    doubt(out, c->rules);
}

/* The pieces' common estimate. */
static struct yk_normal agree(const struct evidence *e)
{
    struct yk_normal all = e->sight[0].log_litres;

    for (size_t i = 1; i < e->count; i++)
        all = yk_normal_combine(all, e->sight[i].log_litres);
    return all;
}

/* Where the unit is in question and the pieces still disagree by more than their variances allow,
 * the range is as wide as that disagreement (Birge's ratio). The mean stays: a doubtful unit must
 * not lift a client to the head of the plan. */
static struct yk_normal widen(const struct evidence *e, struct yk_normal all)
{
    double chi2 = 0;

    for (size_t i = 0; i < e->count; i++) {
        double off = e->sight[i].log_litres.m - all.m;
        chi2 += off * off / e->sight[i].log_litres.s2;
    }
    if (e->unit_question && e->count > 1)
        all.s2 *= fmax(chi2 / (double)(e->count - 1), 1);
    return all;
}

static char confidence_of(const char *source)
{
    static const struct {
        const char *source;
        char grade;
    } known[] = {{"document", 'A'}, {"manager", 'B'}, {"driver", 'B'}, {"", 'D'}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].source, source) == 0)
            return known[i].grade;
    return 'C';
}

/* Writes the pieces with their shares of the precision; the heaviest gives the confidence. */
static void explain(struct yk_estimate *out, const struct evidence *e, struct yk_arena *a)
{
    double precision = 0, heaviest = 0;

    for (size_t i = 0; i < e->count; i++)
        precision += 1 / e->sight[i].log_litres.s2;
    out->piece = YK_ARENA_ARRAY(a, struct yk_piece, e->count);
    out->pieces = e->count;
    for (size_t i = 0; i < e->count; i++) {
        const struct yk_sight *s = &e->sight[i];
        double weight = 1 / s->log_litres.s2 / precision;
        out->piece[i] = (struct yk_piece){.piece = s->piece,
                                          .source = s->source,
                                          .value = exp(s->log_litres.m),
                                          .weight = weight,
                                          .unit = s->unit,
                                          .told = s->told};
        if (weight > heaviest) {
            heaviest = weight;
            out->confidence = confidence_of(s->source);
        }
    }
}

/* Shares of the grades: of the lines, else of the told families, else of the category. */
static void split(struct yk_estimate *out, const struct yk_client *c, const struct yk_fleet *f,
                  struct yk_normal litres, double mean)
{
    double phi = yk_rules_spread(c->rules, "phi_g"), told[YK_FAMILIES], share[YK_FAMILIES];
    bool by_lines = f->family[YK_GASOLINE] + f->family[YK_DIESEL] > 0;
    bool by_told = !by_lines && yk_told_families(told, c);

    for (enum yk_family k = YK_GASOLINE; k < YK_FAMILIES; k++)
        share[k] =
            by_told ? told[k] / (told[YK_GASOLINE] + told[YK_DIESEL]) : yk_family_share(c, f, k);
    for (size_t i = 0; i < c->rules->fuels && i < YK_GRADES; i++) {
        const struct yk_fuel_prior *fuel = &c->rules->fuel[i];
        enum yk_family k = yk_family_of(fuel->family);
        double part = fuel->share_of_family;
        if (by_lines)
            part = f->family[k] > 0 ? fmin(f->grade[i] / f->family[k], 1) : 0;
        out->grade[i] = yk_grade_range(litres, share[k], part, phi);
        out->grade[i].mean = mean * share[k] * part;
    }
}

static void estimate_nothing(struct yk_estimate *out, struct yk_arena *a)
{
    out->piece = YK_ARENA_ARRAY(a, struct yk_piece, 1);
    out->piece[0] =
        (struct yk_piece){.piece = "no_vehicles", .source = "", .unit = "", .weight = 1};
    out->pieces = 1;
    out->confidence = 'C'; /* seen by the surveyor at the door */
}

void yk_estimate_door(struct yk_estimate *out, const struct yk_answers *answers,
                      const struct yk_rules *rules, struct yk_arena *a)
{
    const char *category = yk_answer_text(answers, "category");
    struct yk_client c = {answers, rules, yk_rules_category(rules, category ? category : "")};
    struct yk_fleet fleet;
    struct evidence evidence;

    *out = (struct yk_estimate){.log_mean = NAN, .log_var = NAN, .confidence = 'D'};
    if (yk_answer_is(answers, "visit_result", "closed_moved") ||
        yk_answer_is(answers, "visit_result", "duplicate")) {
        out->none = true;
        return;
    }
    if (yk_answer_is(answers, "visit_result", "no_vehicles")) {
        estimate_nothing(out, a);
        return;
    }
    yk_fleet_read(&fleet, &c);
    gather(&evidence, &c, &fleet);
    struct yk_normal litres = agree(&evidence), wide = widen(&evidence, litres);
    out->log_mean = wide.m;
    out->log_var = wide.s2;
    out->litres = yk_normal_range(wide);
    out->litres.mean = yk_normal_range(litres).mean;
    out->vehicles =
        yk_normal_range(fleet.counted ? yk_fleet_count(&c, &fleet) : yk_category_count(&c));
    out->unit_question = evidence.unit_question;
    split(out, &c, &fleet, wide, out->litres.mean);
    explain(out, &evidence, a);
}

void yk_estimate_all(struct yk_estimate *out, const struct yk_territory *t,
                     const struct yk_place *place, size_t threads, struct yk_arena *a)
{
    (void)place;
    (void)threads;
    for (size_t i = 0; i < t->doors; i++)
        yk_estimate_door(&out[i], &t->door[i].answers, t->rules, a);
}
