/* doubts.c - what a person has to look at: refused rows, doubtful places, flags,
 * overlaps. */
#include <math.h>
#include <string.h>

#include "plan_sheets.h"
#include "youka/base/say.h"

static void refused(struct yk_view *v, struct yk_sheet *sheet, const struct yk_reject *reject,
                    size_t count)
{
    const struct yk_column column[] = {
        {.heading = _("File"), .format = YK_AS_WRAP, .width = 22},
        {.heading = _("Line"), .format = YK_AS_COUNT},
        {.heading = _("Column"), .format = YK_AS_WRAP},
        {.heading = _("Value"), .format = YK_AS_WRAP},
        {.heading = _("Reason"), .format = YK_AS_WRAP},
        {.heading = _("How to mend it"), .format = YK_AS_WRAP},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "rejects", _("Refused rows"), column, YK_COUNT_OF(column));
    for (size_t i = 0; i < count; i++) {
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(reject[i].file);
        if (reject[i].line)
            c[1] = yk_number_cell((double)reject[i].line);
        c[2] = yk_text_cell(reject[i].heading);
        c[3] = yk_text_cell(reject[i].value);
        c[4] = yk_text_cell(reject[i].reason);
        c[5] = yk_text_cell(reject[i].hint);
    }
}

/* One client after the other. */
struct doubts {
    struct yk_view *view;
    struct yk_table *table;
    const struct yk_door *door;
    const struct yk_quality *quality;
    const struct yk_estimate *estimate;
    const struct yk_place *place;
};

static void doubt(struct doubts *d, const char *sort, const char *what, const char *todo)
{
    const struct yk_view *v = d->view;
    struct yk_cell *c = yk_table_row(v->sheets, d->table);
    c[0] = yk_text_cell(yk_door_text(d->door, "client_name"));
    c[1] = yk_text_cell(yk_door_text(d->door, "address"));
    c[2] = yk_text_cell(sort);
    c[3] = yk_text_cell(what);
    c[4] = yk_text_cell(todo);
    c[5] = yk_text_cell(yk_word_origin(v, d->door));
}

/* What was told of the volume, beside what is thought of it. */
static const char *volume_words(const struct doubts *d)
{
    const struct yk_view *v = d->view;
    const struct yk_estimate *e = d->estimate;
    const char *range =
        yk_arena_printf(v->sheets->arena, _("the estimate is %s-%s L/month"),
                        yk_word_number(v, e->litres.p10, 0), yk_word_number(v, e->litres.p90, 0));
    const char *said = "";
    for (size_t i = 0; i < e->pieces; i++)
        said = yk_word_join(v, said, yk_word_meant(v, &e->piece[i]));
    return yk_word_join(v, said, range);
}

/* An address that leads to a road or a town only, or over the border of the trading area. */
static bool is_vague(const struct yk_place *p)
{
    return p->verdict == YK_VERDICT_EDGE || !strcmp(p->place_class, "C2") ||
           !strcmp(p->place_class, "D");
}

static void doubt_place(struct doubts *d)
{
    const struct yk_view *v = d->view;
    const struct yk_place *p = d->place;
    const char *found = yk_word_method(p->method);
    if (!p->located)
        doubt(d, _("place"), found, _("locate it on the spot"));
    else if (p->ambiguous)
        doubt(d, _("place"),
              yk_arena_printf(v->sheets->arena,
                              _("%s; the address may also mean a place %s m away"), found,
                              yk_word_number(v, p->runner_up_m, 0)),
              _("ask which of them it is"));
    else if (is_vague(p))
        doubt(d, _("place"),
              yk_arena_printf(v->sheets->arena, _("%s, about %s m off; %s, %s m from the station"),
                              found, yk_word_number(v, p->error_m, 0), yk_word_verdict(p->verdict),
                              yk_word_number(v, p->distance_m, 0)),
              _("locate it on the spot"));
}

static void doubt_owner(struct doubts *d)
{
    const struct yk_view *v = d->view;
    const struct yk_place *p = d->place;
    const char *names = "";
    for (size_t i = 0; i < p->others; i++)
        names = yk_word_join(v, names, v->territory->station[p->other[i]].name);
    if (*names)
        doubt(d, _("overlap of stations"),
              yk_arena_printf(v->sheets->arena, _("also in the trading area of %s"), names),
              _("agree who visits"));
}

static const char *answer_words(const struct doubts *d, const char *field)
{
    const struct yk_view *v = d->view;
    const char *value = yk_door_text(d->door, field), *what = yk_word_question(v, field);
    return *value
               ? yk_arena_printf(v->sheets->arena, "%s: %s", what, yk_word_answer(v, field, value))
               : what;
}

static const char *distance_words(const struct doubts *d)
{
    const struct yk_view *v = d->view;
    return yk_arena_printf(v->sheets->arena, _("%s m from the station"),
                           yk_word_number(v, d->place->distance_m, 0));
}

static const char *surveyor_words(const struct doubts *d)
{
    return answer_words(d, "surveyor");
}

/* Flags that are more than a question to ask again: what is known, what to do. */
static const struct {
    const char *code;
    const char *(*known)(const struct doubts *d);
    const char *todo;
} special[] = {
    {"short_interview", surveyor_words, N_("ask the client again what matters most")},
    {"weak_gps", NULL, N_("locate it on the spot")},
    {"outside", distance_words, N_("check the coordinates, or give the client to another station")},
    {"volume_off", volume_words, N_("ask for the volume and for the vehicles again")},
    {"copied", surveyor_words, N_("have another person ask the client again")},
};

/* Where the unit is in question, that is asked in a table of its own (doubts_units.c). */
static bool asked_of_the_unit(const struct yk_flag *f)
{
    bool unit = !strcmp(f->field, "gas_unit") || !strcmp(f->field, "diesel_unit");
    return !strcmp(f->code, "volume_off") || (unit && !strcmp(f->code, "missing"));
}

static void doubt_flag(struct doubts *d, const struct yk_flag *f)
{
    size_t i = 0;
    while (i < YK_COUNT_OF(special) && strcmp(special[i].code, f->code) != 0)
        i++;
    bool known = i < YK_COUNT_OF(special);
    if (d->estimate->unit_question && asked_of_the_unit(f))
        return;
    doubt(d, yk_word_flag(f->code),
          known && special[i].known ? special[i].known(d) : answer_words(d, f->field),
          known ? _(special[i].todo) : _("ask again at the next visit"));
}

/* The other client of a pair somebody should look at. */
static void doubt_twin(struct doubts *d, const struct yk_pair *p, size_t here, size_t there)
{
    const struct yk_view *v = d->view;
    const struct yk_who *who = v->who;
    const struct yk_door *one = &who->clients->door[who->client_of[here]];
    const struct yk_door *other = &who->clients->door[who->client_of[there]];
    struct yk_arena *a = v->sheets->arena;
    d->door = one;
    doubt(d, _("possible duplicate"),
          yk_word_join(v, yk_door_text(other, "client_name"), yk_word_pair(v, p)),
          yk_arena_printf(a,
                          _("one client: youka client same %s %s; two: youka client apart %s %s"),
                          yk_word_id(v, &one->id), yk_word_id(v, &other->id),
                          yk_word_id(v, &one->id), yk_word_id(v, &other->id)));
}

static void twins(struct doubts *d, const struct yk_plan *plan)
{
    const struct yk_who *who = d->view->who;
    if (!who)
        return;
    bool *here = YK_ARENA_ARRAY(d->view->sheets->arena, bool, who->clients->doors);
    for (size_t i = 0; i < plan->lines; i++)
        here[plan->line[i].door] = true;
    for (size_t i = 0; i < who->match->pairs; i++) {
        const struct yk_pair *p = &who->match->pair[i];
        if (p->kind != YK_PAIR_REVIEW)
            continue;
        if (here[who->client_of[p->a]])
            doubt_twin(d, p, p->a, p->b);
        else if (here[who->client_of[p->b]])
            doubt_twin(d, p, p->b, p->a);
    }
}

static void doors(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.heading = _("Client"), .format = YK_AS_WRAP, .width = 22},
        {.heading = _("Address"), .format = YK_AS_WRAP, .width = 22},
        {.heading = _("Doubt"), .format = YK_AS_WRAP},
        {.heading = _("What is known"), .format = YK_AS_WRAP},
        {.heading = _("What to do"), .format = YK_AS_WRAP},
        {.heading = _("Where it stands"), .format = YK_AS_WRAP},
    };
    struct doubts d = {.view = v};
    d.table = yk_sheet_table(v->sheets, sheet, "doubts", _("Clients to check"), column,
                             YK_COUNT_OF(column));
    for (size_t i = 0; i < plan->lines; i++) {
        size_t door = plan->line[i].door;
        d.door = &v->territory->door[door];
        d.quality = &v->derived->quality[door];
        d.estimate = &v->derived->estimate[door];
        d.place = &v->derived->place[door];
        doubt_place(&d);
        doubt_owner(&d);
        for (size_t f = 0; f < d.quality->flags; f++)
            doubt_flag(&d, &d.quality->flag[f]);
    }
    twins(&d, plan);
}

void yk_doubts_sheet(struct yk_view *v, const struct yk_plan *plan, const struct yk_reject *rejects,
                     size_t count)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("To check"), _("What has to be checked"));
    sheet->paper = YK_LANDSCAPE;
    if (count)
        refused(v, sheet, rejects, count);
    yk_unit_questions(v, sheet, plan);
    doors(v, sheet, plan);
}
