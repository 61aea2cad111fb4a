/* atlas_layers.h - what the files of the map share. Private to src/report. */
#ifndef YOUKA_SRC_REPORT_ATLAS_LAYERS_H
#define YOUKA_SRC_REPORT_ATLAS_LAYERS_H

#include "words.h"
#include "youka/report/atlas.h"

/* A blank: a cell, or a place of the gazetteer. */
struct yk_blank {
    size_t station;
    const struct yk_area *area; /* of a place: the cell it lies in, or NULL */
    size_t entry;               /* SIZE_MAX: a cell */
    double metres;              /* from the station to the place */
};

struct yk_mapping {
    const struct yk_view *view;
    struct yk_arena *a;
    const bool *chosen;
    const char **tier; /* of each door; NULL: not told */
    size_t *owned;     /* clients of each station, with and without a place */
    /* What to draw, as numbers of the territory, and how many chosen ones have no place. */
    struct yk_drawn {
        size_t *item, count, nowhere;
    } clients, stations, circles, rivals;
    struct yk_blank *blank; /* on the heap */
    size_t blanks, blank_room, blanks_nowhere;
};

/* A view whose words lie in a feature's own arena. */
struct yk_easel {
    struct yk_sheets sheets;
    struct yk_view view;
};
static inline const struct yk_view *yk_easel_of(struct yk_easel *e, const struct yk_mapping *m,
                                                struct yk_arena *a)
{
    e->sheets = *m->view->sheets;
    e->sheets.arena = a;
    e->view = *m->view;
    e->view.sheets = &e->sheets;
    return &e->view;
}

/* Each makes one layer; its attributes lie in the mapping's arena. */
struct yk_layer yk_clients_layer(const struct yk_mapping *m);
struct yk_layer yk_blanks_layer(const struct yk_mapping *m);
/* The attributes' table, copied to the arena: headings are in the run's language. */
const struct yk_attribute *yk_attributes_kept(const struct yk_mapping *m,
                                              const struct yk_attribute *attribute, size_t count);

#endif
