/* plan_index.c - the plans that were written, to be opened from one list. */
#include <string.h>

#include "words.h"
#include "youka/base/file.h"
#include "youka/base/say.h"
#include "youka/report/sums.h"

enum { CODE, NAME, MANAGER, CLIENTS, SCHEDULED, P50, WINNABLE, FILE_NAME, TROUBLE, COLUMNS };

static void put_file(struct yk_view *v, struct yk_cell *c, const struct yk_plan_file *f, bool any)
{
    struct yk_arena *a = v->sheets->arena; /* the list outlives what it is made from */
    const struct yk_station *s = &v->territory->station[f->station];
    c[CODE] = yk_text_cell(yk_arena_copy(a, s->code));
    c[NAME] = yk_text_cell(yk_arena_copy(a, s->name));
    c[MANAGER] = yk_text_cell(yk_arena_copy(a, s->area_manager));
    c[CLIENTS] = yk_number_cell((double)f->sums.clients);
    c[SCHEDULED] = yk_number_cell((double)f->sums.scheduled);
    c[P50] = yk_number_cell(f->sums.p50);
    c[WINNABLE] = yk_number_cell(f->sums.winnable);
    if (!f->trouble)
        c[FILE_NAME] =
            yk_code_cell(yk_arena_copy(a, f->path), yk_arena_copy(a, yk_file_name(f->path)));
    if (any)
        c[TROUBLE] =
            yk_toned(yk_text_cell(f->trouble ? yk_arena_copy(a, f->trouble) : ""), YK_TONE_WARN);
}

void yk_report_plan_index(struct yk_view *v, const struct yk_plan_file *file, size_t count)
{
    const struct yk_column column[COLUMNS] = {
        [CODE] = {.key = "station_code", .heading = _("station"), .format = YK_AS_TEXT},
        [NAME] = {.key = "name", .heading = _("name"), .format = YK_AS_WRAP},
        [MANAGER] = {.key = "area_manager", .heading = _("Area manager"), .format = YK_AS_WRAP},
        [CLIENTS] = {.key = "clients", .heading = _("clients"), .format = YK_AS_COUNT},
        [SCHEDULED] = {.key = "scheduled", .heading = _("scheduled"), .format = YK_AS_COUNT},
        [P50] = {.key = "p50", .heading = _("Demand P50 L/month"), .format = YK_AS_COUNT},
        [WINNABLE] = {.key = "winnable_litres",
                      .heading = _("winnable L/month"),
                      .format = YK_AS_COUNT,
                      .bar = true},
        [FILE_NAME] = {.key = "file",
                       .heading = _("workbook"),
                       .format = YK_AS_WRAP,
                       .width = 46,
                       .link = true},
        [TROUBLE] = {.key = "trouble",
                     .heading = _("Not written, because"),
                     .format = YK_AS_WRAP,
                     .width = 40},
    };
    bool any = false;
    for (size_t i = 0; i < count; i++)
        any |= file[i].trouble != NULL;
    struct yk_sheet *sheet =
        yk_sheets_add(v->sheets, _("Plans"),
                      yk_arena_printf(v->sheets->arena, _("Development plans of %s"),
                                      yk_word_day(v, v->territory->today)));
    sheet->paper = YK_LANDSCAPE;
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "plans", NULL, column, any ? COLUMNS : TROUBLE);
    for (size_t i = 0; i < count; i++)
        put_file(v, yk_table_row(v->sheets, t), &file[i], any);
}
