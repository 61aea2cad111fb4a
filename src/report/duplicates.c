/* duplicates.c - pairs of doors that may be one client, in words a person can decide by. */
#include "youka/report/duplicates.h"

#include <math.h>

#include "words.h"
#include "youka/base/say.h"

enum { ID_SHOWN = 10 };

const char *yk_word_id(const struct yk_view *v, const struct yk_id *id)
{
    return yk_arena_printf(v->sheets->arena, "%.*s", ID_SHOWN, id->text);
}

static const char *measured(const struct yk_view *v, unsigned why, const struct yk_pair *p)
{
    struct yk_arena *a = v->sheets->arena;
    if (why == YK_WHY_NAME)
        return yk_arena_printf(a, _("names %.0f%% alike"), 100 * p->name);
    return yk_arena_printf(a, _("%s m apart"), yk_word_number(v, p->metres, 0));
}

const char *yk_word_pair(const struct yk_view *v, const struct yk_pair *pair)
{
    static const struct {
        unsigned why;
        const char *words; /* NULL: with a number */
    } table[] = {
        {YK_WHY_TOLD, N_("somebody said so")},
        {YK_WHY_CODE, N_("the same credit code")},
        {YK_WHY_NAME, NULL},
        {YK_WHY_NEAR, NULL},
        {YK_WHY_FAR, NULL},
        {YK_WHY_PHONE, N_("a phone in common")},
        {YK_WHY_ADDRESS, N_("the same address")},
        {YK_WHY_OTHER_CODE, N_("different credit codes")},
        {YK_WHY_NUMBERS, N_("other numbers in the names")},
        {YK_WHY_BRANCH, N_("another branch")},
        {YK_WHY_PLACE, N_("other districts in the names")},
        {YK_WHY_OTHER_CATEGORY, N_("clearly other kinds of client")},
        {YK_WHY_GENERIC, N_("a name many share")},
    };
    const char *all = "";
    for (size_t i = 0; i < YK_COUNT_OF(table); i++)
        if (pair->why & table[i].why)
            all = yk_word_join(
                v, all, table[i].words ? _(table[i].words) : measured(v, table[i].why, pair));
    return all;
}

/* The id to type: of the client, or, where two doors of one client are meant, of the door. */
static const struct yk_id *id_to_type(const struct yk_view *v, size_t door, size_t other)
{
    const struct yk_who *who = v->who;
    if (who->client_of[door] == who->client_of[other])
        return &who->doors->door[door].id;
    return &who->clients->door[who->client_of[door]].id;
}

static bool pair_chosen(const struct yk_view *v, const struct yk_pair *p, const bool *chosen)
{
    const struct yk_place *place = v->derived->place;
    return !chosen || chosen[place[v->who->client_of[p->a]].owner] ||
           chosen[place[v->who->client_of[p->b]].owner];
}

static void put_side(struct yk_view *v, struct yk_cell *c, size_t door, size_t other)
{
    const struct yk_door *d = &v->who->doors->door[door];
    const struct yk_id *id = id_to_type(v, door, other);
    c[0] = yk_code_cell(id->text, yk_word_id(v, id));
    c[1] = yk_text_cell(yk_door_text(d, "client_name"));
    c[2] = yk_text_cell(d->station_code);
}

void yk_pairs_table(struct yk_view *v, struct yk_sheet *sheet, const char *name, const char *title,
                    unsigned kinds, const bool *chosen)
{
    const struct yk_column column[] = {
        {.key = "a.id", .heading = _("one")},
        {.key = "a.name", .heading = _("name")},
        {.key = "a.station_code", .heading = _("station")},
        {.key = "b.id", .heading = _("other")},
        {.key = "b.name", .heading = _("name")},
        {.key = "b.station_code", .heading = _("station")},
        {.key = "score", .heading = _("score"), .format = YK_AS_RATE},
        {.key = "metres", .heading = _("metres"), .format = YK_AS_COUNT},
        {.key = "name_likeness", .hidden = true},
        {.key = "reasons", .heading = _("reasons")},
    };
    const struct yk_match *m = v->who->match;
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, name, title, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < m->pairs; i++) {
        const struct yk_pair *p = &m->pair[i];
        if (!(kinds >> p->kind & 1) || !pair_chosen(v, p, chosen))
            continue;
        struct yk_cell *c = yk_table_row(v->sheets, t);
        put_side(v, c, p->a, p->b);
        put_side(v, c + 3, p->b, p->a);
        c[6] = yk_some_number(p->score);
        c[7] = yk_some_number(p->metres);
        c[8] = yk_some_number(p->name);
        c[9] = yk_text_cell(yk_word_pair(v, p));
    }
}

void yk_report_duplicates(struct yk_view *v, const bool *chosen)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("possible duplicates"), NULL);
    yk_pairs_table(v, sheet, "duplicates",
                   _("One client or two? youka client same ID ID, or youka client apart ID ID"),
                   1u << YK_PAIR_REVIEW, chosen);
    yk_pairs_table(v, sheet, "joined", _("Put together; youka client apart ID ID divides them"),
                   1u << YK_PAIR_SAME | 1u << YK_PAIR_TOLD_SAME, chosen);
    yk_pairs_table(v, sheet, "sites", _("Sites of one organisation, each a client of its own"),
                   1u << YK_PAIR_SITES, chosen);
    yk_pairs_table(v, sheet, "apart",
                   _("Said to be two; youka client apart ID ID --undo takes it back"),
                   1u << YK_PAIR_TOLD_APART, chosen);
}

static const char *name_at(const struct yk_view *v, size_t door)
{
    return yk_door_text(&v->who->doors->door[door], "client_name");
}

static const char *done_words(const struct yk_view *v, const struct yk_decided_on *what)
{
    struct yk_arena *a = v->sheets->arena;
    bool same = what->decided == YK_DECIDED_SAME;
    const char *form = what->undone ? same ? _("taken back that «%s» and «%s» are one client")
                                           : _("taken back that «%s» and «%s» are two clients")
                       : same ? _("«%s» and «%s» are one client from now on")
                                    : _("«%s» and «%s» are two clients from now on");
    return yk_arena_printf(a, form, name_at(v, what->one), name_at(v, what->other));
}

static const char *what_follows(const struct yk_decided_on *what)
{
    if (what->undone)
        return _("the rule decides again; youka client duplicates shows what it makes of them");
    if (what->decided == YK_DECIDED_SAME)
        return _("lists and plans show them once, with the newest answer to each question; plans "
                 "handed out before stay as they are");
    return _("each keeps its own answers and stands in lists and plans by itself; they will not be "
             "asked about again");
}

void yk_report_decided(struct yk_view *v, const struct yk_decided_on *what)
{
    const struct yk_column column[] = {{.key = "decision"},   {.key = "a"},
                                       {.key = "b"},          {.key = "undone"},
                                       {.key = "taken_back"}, {.key = "done", .heading = ""}};
    const struct yk_column follows = {.key = "follows", .heading = ""};
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("decision"), NULL);
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "", NULL, column, YK_COUNT_OF(column));
    struct yk_cell *c = yk_table_row(v->sheets, t);
    t->bare = true;
    c[0] = yk_text_cell(what->decided == YK_DECIDED_SAME ? "same" : "apart");
    c[1] = yk_text_cell(v->who->doors->door[what->one].id.text);
    c[2] = yk_text_cell(v->who->doors->door[what->other].id.text);
    c[3] = yk_number_cell(what->undone);
    c[4] = yk_number_cell((double)what->taken_back);
    c[5] = yk_text_cell(done_words(v, what));
    t = yk_sheet_table(v->sheets, sheet, "", NULL, &follows, 1);
    t->bare = true;
    *yk_table_row(v->sheets, t) = yk_text_cell(what_follows(what));
}
