/* entry_rows.c - what is known already, and rows ready for what is not. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "entry_sheets.h"

#define MICRODEGREES 1e6 /* a tenth of a metre */

/* Codes as the labels to choose from. */
static const char *choices_text(const struct yk_view *v, const struct yk_question *q,
                                const char *codes)
{
    struct yk_arena *a = v->sheets->arena;
    const char *said = "";
    for (const char *s = codes; *s;) {
        size_t n = strcspn(s, " ");
        const char *label =
            yk_label(v->vocabulary, q->list, yk_arena_text(a, s, n), v->sheets->lang);
        said = *said ? yk_arena_printf(a, "%s%s%s", said, yk_entry_separator(v), label) : label;
        s += n + strspn(s + n, " ");
    }
    return said;
}

struct yk_cell yk_entry_cell(const struct yk_entry_book *b, const struct yk_question *q,
                             const char *text)
{
    char *end;
    yk_day day;
    double number;
    if (!text || !*text)
        return (struct yk_cell){0};
    switch (q->kind) {
    case YK_ASK_WHOLE:
    case YK_ASK_NUMBER:
        number = strtod(text, &end);
        return *end ? yk_text_cell(text) : yk_number_cell(number);
    case YK_ASK_DAY:
        return yk_day_read(&day, text) ? yk_day_cell(day) : yk_text_cell(text);
    case YK_ASK_ONE:
    case YK_ASK_MANY:
        return yk_text_cell(choices_text(b->view, q, text));
    default:
        return yk_text_cell(text);
    }
}

/* A known place goes out as WGS-84, however it came in. */
static bool place_cell(struct yk_cell *out, const struct yk_entry_book *b,
                       const struct yk_question *q, const struct yk_place *place)
{
    if (!place->located)
        return false;
    if (!strcmp(q->name, "lon_manual"))
        *out = yk_number_cell(round(place->point.lon * MICRODEGREES) / MICRODEGREES);
    else if (!strcmp(q->name, "lat_manual"))
        *out = yk_number_cell(round(place->point.lat * MICRODEGREES) / MICRODEGREES);
    else if (!strcmp(q->name, "coord_system"))
        *out = yk_entry_cell(b, q, "wgs84");
    else
        return false;
    return true;
}

static void put_client(const struct yk_entry_book *b, struct yk_cell *c, size_t door,
                       const struct yk_question *const *asked)
{
    const struct yk_view *v = b->view;
    const struct yk_door *known = &v->territory->door[door];
    c[YK_ENTRY_CLIENT] = yk_text_cell(known->id.text);
    for (size_t i = 0; asked[i]; i++) {
        const struct yk_question *q = asked[i];
        struct yk_cell *to = &c[YK_ENTRY_OWN + i];
        if (!q->each_visit && !place_cell(to, b, q, &v->derived->place[door]))
            *to = yk_entry_cell(b, q, yk_answer_text(&known->answers, q->name));
    }
}

void yk_entry_client_rows(struct yk_entry_book *b, struct yk_table *t,
                          const struct yk_question *const *asked)
{
    const struct yk_entry *e = b->entry;
    const char *station = b->view->territory->station[e->station].code;
    for (size_t r = 0; r < e->doors + YK_READY_CLIENTS; r++) {
        struct yk_cell *c = yk_table_row(b->view->sheets, t);
        c[YK_ENTRY_INDEX] = yk_toned(yk_number_cell((double)r + 1), YK_TONE_MUTED);
        if (r < e->doors)
            put_client(b, c, e->door[r], asked);
        for (size_t i = 0; asked[i]; i++)
            if (!strcmp(asked[i]->name, "station_code"))
                c[YK_ENTRY_OWN + i] = yk_toned(yk_text_cell(station), YK_TONE_MUTED);
    }
}

/* Contacts are handed out only with a reason. */
static const struct yk_repeat *lines_of(const struct yk_view *v, size_t door, const char *repeat)
{
    if (!v->unmasked && !strcmp(repeat, "contact"))
        return NULL;
    return yk_answer_repeat(&v->territory->door[door].answers, repeat);
}

void yk_entry_line_rows(struct yk_entry_book *b, struct yk_table *t, const char *repeat,
                        const struct yk_question *const *asked)
{
    for (size_t d = 0; d < b->entry->doors; d++) {
        const struct yk_repeat *lines = lines_of(b->view, b->entry->door[d], repeat);
        for (size_t l = 0; lines && l < lines->count; l++) {
            struct yk_cell *c = yk_table_row(b->view->sheets, t);
            c[YK_ENTRY_INDEX] = yk_number_cell((double)d + 1);
            for (size_t i = 0; asked[i]; i++)
                c[YK_ENTRY_OWN + i] =
                    asked[i]->each_visit
                        ? (struct yk_cell){0}
                        : yk_entry_cell(b, asked[i], yk_line_text(&lines->line[l], asked[i]->name));
        }
    }
    for (size_t r = 0; r < YK_READY_LINES; r++)
        yk_table_row(b->view->sheets, t);
}
