/* visits.c - visits newest first, where each has brought its client, what is overdue; what could
 * not be put beside a client. */
#include <stdlib.h>
#include <string.h>

#include "client_tables.h"
#include "youka/base/say.h"
#include "youka/report/visits.h"

enum column {
    DAY,
    STATION,
    CLIENT,
    NAME,
    KIND,
    VISITOR,
    RESULT,
    BEFORE,
    AFTER,
    CLAIMED,
    MISSING,
    STOP_REASON,
    COMPLAINT,
    OVERALL,
    LITRES,
    NEXT_STEP,
    NEXT_DAY,
    OVERDUE,
    NOTE,
    FILE_NAME,
    LINE,
    COLUMNS,
};

static void name_columns(struct yk_column c[COLUMNS])
{
    const struct yk_column all[COLUMNS] = {
        [DAY] = {.key = "day", .heading = _("day"), .format = YK_AS_DAY},
        [STATION] = {.key = "station_code", .heading = _("station")},
        [CLIENT] = {.key = "client_id"},
        [NAME] = {.key = "name", .heading = _("name")},
        [KIND] = {.key = "kind"},
        [VISITOR] = {.key = "visitor", .heading = _("visitor")},
        [RESULT] = {.key = "result", .heading = _("result")},
        [BEFORE] = {.key = "stage_before", .heading = _("stage before")},
        [AFTER] = {.key = "stage_after", .heading = _("stage after")},
        [CLAIMED] = {.key = "claimed", .heading = _("claimed")},
        [MISSING] = {.key = "missing", .heading = _("missing")},
        [STOP_REASON] = {.key = "stop_reason", .heading = _("why lost or parked")},
        [COMPLAINT] = {.key = "complaint", .heading = _("complaint")},
        [OVERALL] = {.key = "overall", .heading = _("satisfaction"), .format = YK_AS_COUNT},
        [LITRES] = {.key = "litres_told", .heading = _("L/month told"), .format = YK_AS_COUNT},
        [NEXT_STEP] = {.key = "next_step", .heading = _("next step")},
        [NEXT_DAY] = {.key = "next_day", .heading = _("next visit"), .format = YK_AS_DAY},
        [OVERDUE] = {.key = "overdue", .heading = _("overdue days"), .format = YK_AS_COUNT},
        [NOTE] = {.key = "note"},
        [FILE_NAME] = {.key = "file"},
        [LINE] = {.key = "line", .format = YK_AS_COUNT},
    };
    memcpy(c, all, sizeof all);
}

static void put_origin(struct yk_cell *file, struct yk_cell *line, const struct yk_record *r)
{
    if (!r->origins)
        return;
    *file = yk_text_cell(r->origin[r->origins - 1].file);
    *line = yk_number_cell((double)r->origin[r->origins - 1].line);
}

static void put_visit(struct yk_view *v, struct yk_cell *c, const struct yk_client_visits *of,
                      size_t i)
{
    const struct yk_visit *visit = of->step[i].visit;
    const struct yk_visit_step *step = &of->step[i];
    const struct yk_door *door = &v->territory->door[visit->client];
    bool last = visit->next_day != YK_DAY_NONE && visit->next_day == of->next;
    c[DAY] = yk_day_cell(visit->day);
    c[STATION] = yk_text_cell(visit->station_code);
    c[CLIENT] = yk_text_cell(door->id.text);
    c[NAME] = yk_text_cell(yk_door_text(door, "client_name"));
    c[KIND] = yk_text_cell(visit->kind == YK_VISIT ? "visit" : "satisfaction");
    c[VISITOR] = yk_text_cell(visit->visitor);
    c[RESULT] = visit->kind == YK_VISIT
                    ? yk_code_cell(visit->result, yk_word_choice(v, "visit_outcome", visit->result))
                    : yk_code_cell("satisfaction", _("asked how satisfied it is"));
    c[BEFORE] = yk_code_cell(step->before, yk_word_rule(v, "stage", step->before));
    c[AFTER] = yk_code_cell(step->after, yk_word_rule(v, "stage", step->after));
    c[CLAIMED] = yk_code_cell(step->claimed, yk_word_rule(v, "stage", step->claimed));
    c[MISSING] = yk_code_cell(step->wants, yk_word_rule(v, "gate", step->wants));
    c[STOP_REASON] = yk_text_cell(visit->stop_reason);
    if (visit->complaint == YK_YES)
        c[COMPLAINT] = yk_code_cell("yes", yk_word_choice(v, "yes_no", "yes"));
    c[OVERALL] = yk_some_number(visit->overall);
    c[LITRES] = yk_some_number(visit->litres_told);
    c[NEXT_STEP] = yk_text_cell(visit->next_step);
    c[NEXT_DAY] = yk_day_cell(visit->next_day);
    if (last && visit->next_day < v->territory->today)
        c[OVERDUE] = yk_toned(yk_number_cell(v->territory->today - visit->next_day), YK_TONE_LATE);
    c[NOTE] = yk_text_cell(visit->note);
    put_origin(&c[FILE_NAME], &c[LINE], visit->record);
}

struct listed {
    const struct yk_client_visits *of;
    size_t step;
};

/* Newest first; of a day by station, client, then as they followed one another. */
static int by_day(const void *left, const void *right)
{
    const struct listed *a = left, *b = right;
    const struct yk_visit *x = a->of->step[a->step].visit, *y = b->of->step[b->step].visit;
    if (x->day != y->day)
        return x->day > y->day ? -1 : 1;
    int by = strcmp(x->station_code, y->station_code);
    if (by)
        return by;
    if (x->client != y->client)
        return x->client < y->client ? -1 : 1;
    return a->step > b->step ? -1 : a->step < b->step;
}

static void put_all(struct yk_view *v, struct yk_sheet *sheet, const struct yk_client_visits *of,
                    size_t clients)
{
    struct yk_column column[COLUMNS];
    size_t most = 0, n = 0;
    for (size_t i = 0; i < clients; i++)
        most += of[i].count;
    struct listed *listed = YK_ARENA_ARRAY(v->sheets->arena, struct listed, most);
    for (size_t i = 0; i < clients; i++)
        for (size_t k = 0; k < of[i].count; k++)
            listed[n++] = (struct listed){&of[i], k};
    if (n)
        qsort(listed, n, sizeof *listed, by_day);
    name_columns(column);
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "visits", NULL, column, COLUMNS);
    for (size_t i = 0; i < n; i++)
        put_visit(v, yk_table_row(v->sheets, t), listed[i].of, listed[i].step);
}

static const char *stray_words(enum yk_stray_why why)
{
    switch (why) {
    case YK_STRAY_ID:
        return _("no client's id begins so; take the id from the plan or from youka client list");
    case YK_STRAY_ID_SEVERAL:
        return _("several clients' ids begin so; write more of the id");
    case YK_STRAY_NAME:
        return _("the station has no client of exactly this name; write the client's id");
    case YK_STRAY_NAME_SEVERAL:
        return _("the station has several clients of this name; write the client's id");
    case YK_STRAY_DAY:
        return _("without the day of the visit; correct the row and load it again");
    }
    YK_BUG("no reason has the number %d", (int)why);
}

static void strays(struct yk_view *v, struct yk_sheet *sheet, const struct yk_visits *visits,
                   const char *station)
{
    const struct yk_column column[] = {
        {.key = "station_code", .heading = _("station")},
        {.key = "client_id", .heading = _("client id written")},
        {.key = "name", .heading = _("name written")},
        {.key = "reason", .heading = _("why it is beside no client")},
        {.key = "file", .heading = _("file")},
        {.key = "line", .heading = _("line"), .format = YK_AS_COUNT},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "strays", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < visits->strays; i++) {
        const struct yk_record *r = visits->stray[i].record;
        if (station && strcmp(station, r->station_code) != 0)
            continue;
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(r->station_code);
        c[1] = yk_text_cell(yk_answer_or_blank(&r->answers, "client_id"));
        c[2] = yk_text_cell(yk_answer_or_blank(&r->answers, "client_name"));
        c[3] = yk_text_cell(stray_words(visits->stray[i].why));
        put_origin(&c[4], &c[5], r);
    }
}

void yk_report_visits(struct yk_view *v, const struct yk_client_visits *of, size_t clients,
                      const char *station)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("visits"), NULL);
    put_all(v, sheet, of, clients);
    if (v->derived->visits)
        strays(v, sheet, v->derived->visits, station);
}

void yk_client_visits(struct yk_view *v, struct yk_sheet *sheet)
{
    if (v->visits && v->visits->count)
        put_all(v, sheet, v->visits, 1);
}
