/* tables.c - what the list commands print, with the keys of commands.md. */
#include "youka/report/tables.h"

#include <math.h>
#include <string.h>

#include "client_tables.h"
#include "youka/base/say.h"

static const char *owner_code(const struct yk_view *v, size_t door)
{
    return v->territory->station[v->derived->place[door].owner].code;
}

/* "batch/line" of every row that said something of this door. */
static struct yk_cell origins_cell(const struct yk_view *v, const struct yk_door *door)
{
    const struct yk_column bare = {.key = ""};
    struct yk_table *t = yk_sheets_table(v->sheets, "answers", &bare, 1);
    for (size_t i = 0; i < door->origins; i++)
        yk_table_row(v->sheets, t)[0] = yk_text_cell(yk_arena_printf(
            v->sheets->arena, "%s/%zu", door->origin[i].batch, door->origin[i].line));
    return (struct yk_cell){.kind = YK_CELL_TABLE, .table = t};
}

void yk_report_clients(struct yk_view *v, const bool *chosen)
{
    const struct yk_column column[] = {
        {.key = "id", .heading = _("client id")},
        {.key = "name", .heading = _("name")},
        {.key = "category", .heading = _("category")},
        {.key = "station_code", .heading = _("station")},
        {.key = "lon", .heading = _("longitude"), .format = YK_AS_DEGREES},
        {.key = "lat", .heading = _("latitude"), .format = YK_AS_DEGREES},
        {.key = "class", .heading = _("place class")},
        {.key = "verdict", .heading = _("trading area")},
        {.key = "answers"},
        {.key = "distance_m", .heading = _("metres"), .format = YK_AS_COUNT},
        {.key = "address", .heading = _("address")},
        {.key = "members"},
        {.key = "sites"},
        {.key = "facts_known", .heading = _("facts of six"), .format = YK_AS_COUNT},
    };
    const struct yk_site_index *sites = yk_site_index_new(v);
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("clients"), NULL);
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "clients", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < v->territory->doors; i++) {
        const struct yk_door *door = &v->territory->door[i];
        const struct yk_place *place = &v->derived->place[i];
        if (!yk_client_chosen(v, i, chosen))
            continue;
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(door->id.text);
        c[1] = yk_text_cell(yk_door_text(door, "client_name"));
        c[2] = yk_code_cell(yk_door_text(door, "category"),
                            yk_word_choice(v, "category", yk_door_text(door, "category")));
        c[3] = yk_text_cell(owner_code(v, i));
        if (place->located) {
            c[4] = yk_some_number(place->point.lon);
            c[5] = yk_some_number(place->point.lat);
            c[9] = yk_some_number(place->distance_m);
        }
        c[6] = yk_text_cell(place->place_class);
        c[7] = yk_code_cell(yk_verdict_code(place->verdict), yk_word_verdict(place->verdict));
        c[8] = origins_cell(v, door);
        c[10] = yk_text_cell(yk_door_text(door, "address"));
        c[11] = yk_members_cell(v, i);
        c[12] = yk_sites_cell(v, sites, i);
        c[13] = yk_number_cell((double)yk_facts_count(v->derived->quality[i].known));
    }
}

void yk_report_stations(struct yk_view *v)
{
    const struct yk_column column[] = {
        {.key = "code", .heading = _("code")},
        {.key = "name", .heading = _("name")},
        {.key = "region", .heading = _("region")},
        {.key = "area_manager", .heading = _("area manager")},
        {.key = "lon", .heading = _("longitude"), .format = YK_AS_DEGREES},
        {.key = "lat", .heading = _("latitude"), .format = YK_AS_DEGREES},
        {.key = "class", .heading = _("class")},
        {.key = "radius_m", .heading = _("radius m"), .format = YK_AS_COUNT},
        {.key = "hours_week", .heading = _("hours a week"), .format = YK_AS_DECIMAL},
        {.key = "fuels", .heading = _("fuels")},
        {.key = "opens", .heading = _("opens")},
        {.key = "closes", .heading = _("closes")},
        {.key = "target_litres_quarter"},
        {.key = "clients", .heading = _("clients"), .format = YK_AS_COUNT},
    };
    const struct yk_territory *t = v->territory;
    size_t *clients = YK_ARENA_ARRAY(v->sheets->arena, size_t, t->stations + 1);
    for (size_t i = 0; v->derived && i < v->derived->count; i++)
        clients[v->derived->place[i].owner]++;
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("stations"), NULL);
    struct yk_table *table =
        yk_sheet_table(v->sheets, sheet, "stations", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < t->stations; i++) {
        const struct yk_station *s = &t->station[i];
        struct yk_cell *c = yk_table_row(v->sheets, table);
        const char *const texts[] = {s->code, s->name, s->region, s->area_manager};
        for (size_t k = 0; k < YK_COUNT_OF(texts); k++)
            c[k] = yk_text_cell(texts[k]);
        c[4] = yk_some_number(s->point.lon);
        c[5] = yk_some_number(s->point.lat);
        c[6] = yk_code_cell(s->station_class, yk_word_rule(v, "station_class", s->station_class));
        c[7] = yk_some_number(s->radius_m);
        c[8] = yk_some_number(s->hours_week);
        c[9] = yk_text_cell(s->fuels);
        c[10] = yk_text_cell(s->opens);
        c[11] = yk_text_cell(s->closes);
        c[12] = yk_some_number(s->target_litres_quarter);
        c[13] = yk_number_cell((double)clients[i]);
    }
}

void yk_report_competitors(struct yk_view *v)
{
    const struct yk_column column[] = {
        {.key = "name", .heading = _("name")},
        {.key = "brand", .heading = _("brand")},
        {.key = "lon", .heading = _("longitude"), .format = YK_AS_DEGREES},
        {.key = "lat", .heading = _("latitude"), .format = YK_AS_DEGREES},
        {.key = "survey_date", .heading = _("surveyed on"), .format = YK_AS_DAY},
        {.key = "posted_g92", .heading = _("92# posted"), .format = YK_AS_RATE},
        {.key = "real_g92", .heading = _("92# real"), .format = YK_AS_RATE},
        {.key = "posted_d0", .heading = _("0# posted"), .format = YK_AS_RATE},
        {.key = "real_d0", .heading = _("0# real"), .format = YK_AS_RATE},
    };
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("rival stations"), NULL);
    struct yk_table *table =
        yk_sheet_table(v->sheets, sheet, "competitors", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < v->territory->competitors; i++) {
        const struct yk_competitor *r = &v->territory->competitor[i];
        struct yk_cell *c = yk_table_row(v->sheets, table);
        c[0] = yk_text_cell(r->name);
        c[1] = yk_code_cell(r->brand, yk_word_choice(v, "brand", r->brand));
        c[2] = yk_some_number(r->point.lon);
        c[3] = yk_some_number(r->point.lat);
        c[4] = yk_day_cell(r->survey_date);
        for (size_t k = 5; k < YK_COUNT_OF(column); k++) {
            double price;
            if (yk_answer_number(&price, &r->answers, column[k].key))
                c[k] = yk_number_cell(price);
        }
    }
}

void yk_report_batches(struct yk_sheets *out, const struct yk_batch_entry *row, size_t rows)
{
    const struct yk_column column[] = {
        {.key = "id", .heading = _("batch")},
        {.key = "file", .heading = _("file")},
        {.key = "form", .heading = _("form")},
        {.key = "loaded_at", .heading = _("loaded at")},
        {.key = "who", .heading = _("by")},
        {.key = "encoding", .heading = _("encoding")},
        {.key = "station_code", .heading = _("station")},
        {.key = "rows", .heading = _("rows"), .format = YK_AS_COUNT},
        {.key = "loaded", .heading = _("new"), .format = YK_AS_COUNT},
        {.key = "superseded", .heading = _("superseded"), .format = YK_AS_COUNT},
        {.key = "unchanged", .heading = _("unchanged"), .format = YK_AS_COUNT},
        {.key = "rejected", .heading = _("refused"), .format = YK_AS_COUNT},
        {.key = "blank", .heading = _("blank"), .format = YK_AS_COUNT},
        {.key = "undone", .heading = _("taken back"), .format = YK_AS_COUNT},
    };
    struct yk_sheet *sheet = yk_sheets_add(out, _("batches"), NULL);
    struct yk_table *t = yk_sheet_table(out, sheet, "batches", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < rows; i++) {
        const struct yk_batch_head *head = &row[i].head;
        const struct yk_batch_counts *n = &row[i].counts;
        struct yk_cell *c = yk_table_row(out, t);
        const char *const texts[] = {yk_arena_copy(out->arena, head->id.text),
                                     head->file,
                                     head->form,
                                     head->loaded_at,
                                     head->who,
                                     head->encoding,
                                     head->station_code};
        const size_t counts[] = {n->rows,      n->loaded,   n->superseded,
                                 n->unchanged, n->rejected, n->blank};
        for (size_t k = 0; k < YK_COUNT_OF(texts); k++)
            c[k] = yk_text_cell(texts[k]);
        for (size_t k = 0; k < YK_COUNT_OF(counts); k++)
            c[7 + k] = yk_number_cell((double)counts[k]);
        c[13] = yk_number_cell(row[i].undone);
    }
}
