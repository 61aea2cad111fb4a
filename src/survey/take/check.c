/* check.c - was the question asked, may the answer be so, is one missing. */
#include <string.h>

#include "taker.h"
#include "youka/base/say.h"
#include "youka/survey/uscc.h"

/* Whose values an expression sees: the line's own first, then the row's. */
struct viewer {
    struct yk_taker *t;
    const struct line *line;
    bool saw_bad;   /* an answer that could not be read: the result means nothing */
    bool saw_blank; /* an answer that is not there: it breaks no constraint */
};

static struct slot *slot_of(struct yk_taker *t, size_t field, const struct line *line)
{
    if (line && field >= line->repeat->first && field < line->repeat->end)
        return &line->slot[field - line->repeat->first];
    return &t->now.slot[field];
}

/* Names lie where the form read them: their address finds the field without hashing the text. */
static size_t field_named(struct yk_taker *t, const char *name)
{
    struct named *known = &t->named[((uintptr_t)name >> 3) % NAMED];
    if (known->name != name) {
        const struct yk_field *f = yk_form_field(t->form, name);
        *known = (struct named){name, f ? (size_t)(f - t->form->field) : NOWHERE};
    }
    return known->field;
}

static const char *value_of(void *who, const char *name)
{
    struct viewer *v = who;
    size_t field = field_named(v->t, name);
    if (field == NOWHERE)
        return NULL;
    const struct slot *s = slot_of(v->t, field, v->line);
    if (s->reason && !s->irrelevant)
        v->saw_bad = true;
    const char *text = s->irrelevant ? NULL : s->text;
    if (!text)
        v->saw_blank = true;
    return text;
}

static bool evaluate(struct viewer *viewer, const struct yk_expression *e, const char *dot)
{
    struct yk_scope scope = {
        .value_of = value_of, .who = viewer, .dot = dot, .today = viewer->t->option.today};
    return yk_expression_true(e, &scope, &viewer->t->scratch);
}

/* True too where it hangs on an answer that could not be read: then nothing can be said against it.
 */
static bool holds(struct yk_taker *t, const struct yk_expression *e, const struct line *line,
                  const char *dot)
{
    struct viewer viewer = {.t = t, .line = line};
    return evaluate(&viewer, e, dot) || viewer.saw_bad;
}

const char *yk_take_text(struct yk_taker *t, const struct yk_expression *e)
{
    struct viewer viewer = {.t = t};
    struct yk_scope scope = {.value_of = value_of, .who = &viewer, .today = t->option.today};
    return yk_expression_text(e, &scope, t->now.arena);
}

static bool is_allowed(struct yk_taker *t, const struct yk_field *f, const struct line *line,
                       const char *value)
{
    struct viewer viewer = {.t = t, .line = line};
    return evaluate(&viewer, f->constraint, value) || viewer.saw_bad || viewer.saw_blank;
}

static bool is_relevant(struct yk_taker *t, size_t field, const struct line *line)
{
    const struct yk_expression *relevant = t->form->field[field].relevant;
    if (!relevant)
        return true;
    size_t group = t->relevance_of[field];
    if (group == NOWHERE)
        return holds(t, relevant, line, NULL);
    signed char *known = &t->now.relevant[group];
    if (*known < 0)
        *known = holds(t, relevant, line, NULL);
    return *known;
}

static bool is_required(struct yk_taker *t, const struct yk_field *f, const struct line *line)
{
    return f->required || (f->required_if && holds(t, f->required_if, line, NULL));
}

/* 1.38E+10: what a spreadsheet leaves of a long number. */
static bool is_rounded(const char *text)
{
    size_t n = strspn(text, "0123456789.");
    return n > 0 && (text[n] == 'E' || text[n] == 'e') && text[n + 1] == '+' &&
           text[n + 2 + strspn(text + n + 2, "0123456789")] == '\0';
}

/* A text that breaks its rule only because it was typed full-width is taken half-width. */
static bool mend_width(struct yk_taker *t, const struct yk_field *f, const struct line *line,
                       struct slot *s)
{
    if (f->type != YK_FIELD_TEXT)
        return false;
    const char *narrow = yk_text_narrow(t->now.arena, s->text);
    if (strcmp(narrow, s->text) == 0 || !is_allowed(t, f, line, narrow))
        return false;
    s->text = narrow;
    return true;
}

void yk_take_constraint(struct yk_taker *t, const struct yk_field *f, const struct line *line,
                        struct slot *s)
{
    s->checked = true;
    if (!f->constraint || !s->text || is_allowed(t, f, line, s->text) || mend_width(t, f, line, s))
        return;
    const char *message = f->message[t->option.lang];
    s->reason = yk_text_blank(message) ? _("this value is not allowed here") : message;
    s->hint =
        is_rounded(s->text)
            ? _("a spreadsheet has rounded this number; format the cell as text and type it again")
            : _("correct this cell, or leave it blank, and load the file again");
}

void yk_take_check(struct yk_taker *t, size_t field, const struct line *line)
{
    const struct yk_field *f = &t->form->field[field];
    struct slot *s = slot_of(t, field, line);
    if (f->type == YK_FIELD_NOTE || f->type == YK_FIELD_CALCULATE)
        return;
    if (slot_blank(s)) {
        if ((f->required || f->required_if) && is_relevant(t, field, line) &&
            is_required(t, f, line))
            yk_take_flag(t, "missing", f->name);
        return;
    }
    if (!is_relevant(t, field, line)) {
        s->irrelevant = true;
        return;
    }
    if (!s->reason && !s->checked)
        yk_take_constraint(t, f, line, s);
}

void yk_take_flag(struct yk_taker *t, const char *code, const char *field)
{
    for (size_t i = 0; i < t->flags; i++)
        if (t->flag[i].field == field && strcmp(t->flag[i].code, code) == 0)
            return;
    t->flag = yk_grow(t->flag, &t->flag_room, t->flags + 1, sizeof *t->flag);
    t->flag[t->flags++] = (struct yk_flag){code, field};
}

void yk_take_reject(struct yk_taker *t, const struct yk_reject *r)
{
    t->reject = yk_grow(t->reject, &t->reject_room, t->rejects + 1, sizeof *t->reject);
    t->reject[t->rejects++] = *r;
}

void yk_take_refuse(struct yk_taker *t, const char *heading, const char *value, const char *reason,
                    const char *hint)
{
    yk_take_reject(t, &(struct yk_reject){.file = t->option.file,
                                          .heading = heading,
                                          .value = value ? value : "",
                                          .reason = reason,
                                          .hint = hint,
                                          .line = t->now.line,
                                          .row = t->now.index});
}

static const char *heading_of(const struct yk_taker *t, size_t field)
{
    const char *heading = t->now.slot[field].heading;
    if (!heading)
        heading = t->heading_of[field];
    return heading ? heading : t->form->field[field].label[t->option.lang];
}

/* Asked for certain: not only because what it hangs on could not be read. */
static bool is_asked(struct yk_taker *t, size_t field)
{
    const struct yk_expression *relevant = t->form->field[field].relevant;
    struct viewer viewer = {.t = t};
    return !relevant || (evaluate(&viewer, relevant, NULL) && !viewer.saw_bad);
}

/* What must be there for a row to load (survey.md); any other missing answer is a flag. */
static void check_must(struct yk_taker *t, size_t field)
{
    if (is_asked(t, field) && slot_blank(&t->now.slot[field]))
        yk_take_refuse(t, heading_of(t, field), "", _("this must be answered for a row to load"),
                       _("fill this cell and load the file again"));
}

static bool answered(const struct yk_taker *t, size_t field)
{
    return field != NOWHERE && !slot_blank(&t->now.slot[field]);
}

static void check_musts(struct yk_taker *t)
{
    const struct special *at = &t->at;
    for (size_t i = 0; i < at->musts; i++)
        check_must(t, at->must[i]);
    bool point =
        answered(t, at->location) || (answered(t, at->lon_manual) && answered(t, at->lat_manual));
    if (at->address != NOWHERE && !answered(t, at->address) && !point)
        yk_take_refuse(t, heading_of(t, at->address), "",
                       _("there is neither an address nor a coordinate"),
                       _("fill in the address, or a coordinate, and load the file again"));
}

static void check_station(struct yk_taker *t)
{
    if (t->at.station_code == NOWHERE || !t->option.stations)
        return;
    const struct slot *s = &t->now.slot[t->at.station_code];
    if (s->text && !s->reason && !yk_map_find(t->option.stations, s->text, NULL))
        yk_take_refuse(
            t, heading_of(t, t->at.station_code), s->text, _("no station with this code is known"),
            _("correct the code, or make the station known first: youka station load FILE"));
}

/* The row's own datum wins over --datum; without either the typed coordinates say no place. */
static void check_datum(struct yk_taker *t)
{
    const struct special *at = &t->at;
    if (at->coord_system == NOWHERE || !answered(t, at->lon_manual) || !answered(t, at->lat_manual))
        return;
    const char *datum = t->now.slot[at->coord_system].text;
    if (!t->now.slot[at->coord_system].reason && !answered(t, at->location) &&
        (!datum || strcmp(datum, yk_datum_code(YK_DATUM_UNKNOWN)) == 0))
        yk_take_flag(t, "datum_unknown", t->form->field[at->coord_system].name);
}

void yk_take_check_row(struct yk_taker *t)
{
    memset(t->now.relevant, -1, t->relevances + 1);
    for (size_t i = 0; i < t->owns; i++) {
        size_t field = t->own[i];
        yk_take_check(t, field, NULL);
        const struct slot *s = &t->now.slot[field];
        if (s->reason && !s->irrelevant)
            yk_take_refuse(t, heading_of(t, field), yk_take_shown(s), s->reason, s->hint);
    }
    check_musts(t);
    check_station(t);
    check_datum(t);
    if (answered(t, t->at.uscc)) {
        const struct slot *s = &t->now.slot[t->at.uscc];
        if (s->text && !s->reason && !yk_uscc_checks(s->text))
            yk_take_flag(t, "check_digit", t->form->field[t->at.uscc].name);
    }
}
