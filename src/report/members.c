/* members.c - the doors that are one client, and the other sites of its organisation. */
#include <string.h>

#include "client_tables.h"
#include "youka/base/say.h"

/* Clients of one organisation in a chain. */
struct yk_site_index {
    size_t *first; /* by the door the organisation is named after: a client + 1 */
    size_t *next;  /* by client: another client + 1 */
    size_t *org;   /* by client */
};

struct yk_site_index *yk_site_index_new(const struct yk_view *v)
{
    const struct yk_who *who = v->who;
    struct yk_arena *a = v->sheets->arena;
    if (!who)
        return NULL;
    struct yk_site_index *x = yk_arena_alloc(a, sizeof *x);
    size_t doors = who->doors->doors, clients = who->clients->doors;
    x->first = YK_ARENA_ARRAY(a, size_t, doors);
    x->next = YK_ARENA_ARRAY(a, size_t, clients);
    x->org = YK_ARENA_ARRAY(a, size_t, clients);
    for (size_t i = 0; i < doors; i++)
        x->org[who->client_of[i]] = who->match->sites[i];
    for (size_t c = clients; c-- > 0;) { /* chains in the clients' order */
        x->next[c] = x->first[x->org[c]];
        x->first[x->org[c]] = c + 1;
    }
    return x;
}

static const struct yk_column site_columns[] = {{.key = "id"}, {.key = "name"}, {.key = "address"}};

static void put_sites(const struct yk_view *v, struct yk_table *t, const struct yk_site_index *x,
                      size_t client)
{
    for (size_t c = x ? x->first[x->org[client]] : 0; c; c = x->next[c - 1]) {
        const struct yk_door *door = &v->territory->door[c - 1];
        if (c - 1 == client)
            continue;
        struct yk_cell *cell = yk_table_row(v->sheets, t);
        cell[0] = yk_code_cell(door->id.text, yk_word_id(v, &door->id));
        cell[1] = yk_text_cell(yk_door_text(door, "client_name"));
        cell[2] = yk_text_cell(yk_door_text(door, "address"));
    }
}

struct yk_cell yk_sites_cell(const struct yk_view *v, const struct yk_site_index *sites,
                             size_t client)
{
    struct yk_table *t =
        yk_sheets_table(v->sheets, "sites", site_columns, YK_COUNT_OF(site_columns));
    put_sites(v, t, sites, client);
    return (struct yk_cell){.kind = YK_CELL_TABLE, .table = t};
}

void yk_client_sites(struct yk_view *v, struct yk_sheet *sheet, size_t client)
{
    struct yk_column column[YK_COUNT_OF(site_columns)];
    memcpy(column, site_columns, sizeof column);
    column[0].heading = _("client id");
    column[1].heading = _("name");
    column[2].heading = _("address");
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "sites", _("Other sites of the same organisation"), column,
                       YK_COUNT_OF(column));
    put_sites(v, t, yk_site_index_new(v), client);
}

/* The name a member was surveyed under; "" where the doors are not known. */
static const char *member_name(const struct yk_view *v, const struct yk_member *m)
{
    const struct yk_territory *doors = v->who ? v->who->doors : NULL;
    size_t low = 0, high = doors ? doors->doors : 0;
    while (low < high) { /* they stand by station code, then id */
        size_t middle = low + (high - low) / 2;
        const struct yk_door *d = &doors->door[middle];
        int by = strcmp(d->station_code, m->station_code);
        if (!by)
            by = strcmp(d->id.text, m->id.text);
        if (!by)
            return yk_door_text(d, "client_name");
        if (by < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return "";
}

static void put_members(const struct yk_view *v, struct yk_table *t, const struct yk_door *client)
{
    for (size_t i = 0; i < client->members; i++) {
        const struct yk_member *m = &client->member[i];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_code_cell(m->id.text, yk_word_id(v, &m->id));
        c[1] = yk_text_cell(m->station_code);
        c[2] = yk_day_cell(m->survey_date);
        c[3] = yk_text_cell(member_name(v, m));
    }
}

struct yk_cell yk_members_cell(const struct yk_view *v, size_t client)
{
    const struct yk_column column[] = {
        {.key = "id"}, {.key = "station_code"}, {.key = "survey_date"}, {.key = "name"}};
    struct yk_table *t = yk_sheets_table(v->sheets, "members", column, YK_COUNT_OF(column));
    put_members(v, t, &v->territory->door[client]);
    return (struct yk_cell){.kind = YK_CELL_TABLE, .table = t};
}

void yk_client_members(struct yk_view *v, struct yk_sheet *sheet, size_t client)
{
    const struct yk_column column[] = {
        {.key = "id", .heading = _("door")},
        {.key = "station_code", .heading = _("station")},
        {.key = "survey_date", .heading = _("surveyed on"), .format = YK_AS_DAY},
        {.key = "name", .heading = _("name")},
    };
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "members", _("Put together from"), column,
                                        YK_COUNT_OF(column));
    put_members(v, t, &v->territory->door[client]);
}
