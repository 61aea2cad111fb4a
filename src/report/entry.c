/* entry.c - the Excel entry workbook: its sheets, from the form's questions. */
#include <stdlib.h>
#include <string.h>

#include "entry_sheets.h"
#include "youka/base/say.h"

/* --- whom the station goes to see again ------------------------------------------------------- */
struct walk {
    const struct yk_door *door;
    size_t number;
};

static int by_walk(const void *a, const void *b)
{
    static const char *const order[] = {"grid_id", "address", "client_name"};
    const struct yk_door *x = ((const struct walk *)a)->door, *y = ((const struct walk *)b)->door;
    int difference = 0;
    for (size_t i = 0; i < YK_COUNT_OF(order) && !difference; i++)
        difference = strcmp(yk_door_text(x, order[i]), yk_door_text(y, order[i]));
    return difference ? difference : strcmp(x->id.text, y->id.text);
}

size_t yk_entry_clients(size_t *out, const struct yk_view *view, size_t station)
{
    const struct yk_territory *t = view->territory;
    struct walk *walk = YK_ARENA_ARRAY(view->sheets->arena, struct walk, t->doors + 1);
    size_t count = 0;
    /* Where there is nothing to estimate (closed, registered twice) nobody is sent. */
    for (size_t i = 0; i < t->doors; i++)
        if (view->derived->place[i].owner == station && !view->derived->estimate[i].none)
            walk[count++] = (struct walk){&t->door[i], i};
    qsort(walk, count, sizeof *walk, by_walk);
    for (size_t i = 0; i < count; i++)
        out[i] = walk[i].number;
    return count;
}

/* --- sheets ------------------------------------------------------------------------------------
 */
/* The questions of the main form ("") or of a repeat, NULL-ended. A client's name comes first: it
 * stays on screen. */
static const struct yk_question **questions_in(const struct yk_entry_book *b, const char *repeat,
                                               size_t *count)
{
    const struct yk_questions *all = b->entry->questions;
    const struct yk_question **asked =
        YK_ARENA_ARRAY(b->view->sheets->arena, const struct yk_question *, all->count + 1);
    *count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct yk_question *q = &all->question[i];
        size_t at = *count;
        if (!yk_entry_asks(q, repeat))
            continue;
        if (!strcmp(q->name, "client_name")) {
            memmove(asked + 1, asked, at * sizeof(const struct yk_question *));
            at = 0;
        }
        asked[at] = q;
        ++*count;
    }
    return asked;
}

static struct yk_table *data_table(struct yk_entry_book *b, const char *name, const char *key,
                                   const struct yk_column own[YK_ENTRY_OWN],
                                   const struct yk_question *const *asked, size_t count,
                                   size_t frozen)
{
    struct yk_sheets *s = b->view->sheets;
    struct yk_column *column = YK_ARENA_ARRAY(s->arena, struct yk_column, YK_ENTRY_OWN + count);
    memcpy(column, own, YK_ENTRY_OWN * sizeof *column);
    for (size_t i = 0; i < count; i++)
        column[YK_ENTRY_OWN + i] = yk_entry_column(b, asked[i]);
    struct yk_sheet *sheet = yk_sheets_add(s, name, NULL);
    sheet->data = true;
    sheet->paper = YK_LANDSCAPE;
    sheet->frozen = frozen;
    struct yk_table *t = yk_sheet_table(s, sheet, key, NULL, column, YK_ENTRY_OWN + count);
    t->sparse = true;
    return t;
}

static void clients_sheet(struct yk_entry_book *b)
{
    const struct yk_column own[YK_ENTRY_OWN] = {
        [YK_ENTRY_INDEX] = {.code = "_index",
                            .heading = _("No."),
                            .format = YK_AS_COUNT,
                            .width = 7},
        [YK_ENTRY_CLIENT] = {.code = "client_id", .heading = _("Client id"), .hidden = true},
    };
    size_t count;
    const struct yk_question **asked = questions_in(b, "", &count);
    struct yk_table *t =
        data_table(b, _("Clients"), "clients", own, asked, count, YK_ENTRY_OWN + 1);
    yk_entry_client_rows(b, t, asked);
    b->clients = t;
    b->name = YK_ENTRY_OWN;
}

/* The name beside the number comes from the main sheet; loading passes instanceName over. */
static void lines_sheet(struct yk_entry_book *b, const struct yk_section *repeat)
{
    struct yk_lookup *name = yk_arena_alloc(b->view->sheets->arena, sizeof *name);
    *name = (struct yk_lookup){b->clients, YK_ENTRY_INDEX, b->name, YK_ENTRY_INDEX};
    const struct yk_column own[YK_ENTRY_OWN] = {
        [YK_ENTRY_INDEX] = {.code = "_parent_index",
                            .heading = _("Client no."),
                            .format = YK_AS_COUNT,
                            .width = 9,
                            .need = YK_NEED_ALWAYS,
                            .tip_title = repeat->title,
                            .tip = _("The number of the client in the first column of the sheet "
                                     "of clients. Its name appears beside it."),
                            .limit = {.kind = YK_LIMIT_WHOLE, .least = {.set = true, .value = 1}},
                            .refusal = _("Write the client's number, a whole number from 1")},
        [YK_ENTRY_CLIENT] = {.code = "instanceName",
                             .heading = _("Client"),
                             .format = YK_AS_TEXT,
                             .width = 26,
                             .lookup = name},
    };
    size_t count;
    const struct yk_question **asked = questions_in(b, repeat->name, &count);
    struct yk_table *t =
        data_table(b, repeat->title, repeat->name, own, asked, count, YK_ENTRY_OWN);
    yk_entry_line_rows(b, t, repeat->name, asked);
}

void yk_report_entry(struct yk_view *view, const struct yk_entry *entry)
{
    struct yk_entry_book b = {.view = view, .entry = entry};
    clients_sheet(&b);
    for (size_t i = 0; i < entry->questions->sections; i++)
        if (entry->questions->section[i].repeat)
            lines_sheet(&b, &entry->questions->section[i]);
    yk_entry_spots_sheet(&b);
    yk_entry_guide_sheet(&b);
}
