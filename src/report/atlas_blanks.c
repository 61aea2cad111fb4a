/* atlas_blanks.c - what nobody has walked yet, on a map: cells, and places never visited. */
#include <math.h>
#include <string.h>

#include "atlas_layers.h"
#include "coverage_words.h"
#include "youka/base/say.h"

enum { LEAST_CORNERS = 4 }; /* of an outline, closed */

enum attribute {
    WHAT,
    STATION,
    GRID_ID,
    NAME,
    STATE,
    EXPECTED,
    DOORS_DONE,
    PERSON,
    DUE,
    OVERDUE,
    LISTED,
    REMARK,
    KIND,
    ADDRESS,
    METRES,
    SOURCE,
    ATTRIBUTES,
};

/* Squares have a name and an outline of their own; the rest is lent by the territory. */
static const struct yk_area *area_kept(const struct yk_mapping *m, const struct yk_area *area)
{
    struct yk_area *kept = yk_arena_alloc(m->a, sizeof *kept);
    *kept = *area;
    kept->grid_id = yk_arena_copy(m->a, area->grid_id);
    kept->outline = YK_ARENA_ARRAY(m->a, struct yk_point, area->corners);
    for (size_t i = 0; i < area->corners; i++)
        kept->outline[i] = area->outline[i];
    if (kept->corners >= LEAST_CORNERS)
        yk_outline_turn(kept->outline, kept->corners);
    return kept;
}

static struct yk_blank *add(struct yk_mapping *m)
{
    m->blank = yk_grow(m->blank, &m->blank_room, m->blanks + 1, sizeof *m->blank);
    return &m->blank[m->blanks++];
}

void yk_mapping_blanks(struct yk_mapping *m, const struct yk_coverage *k)
{
    const struct yk_area **kept = YK_ARENA_ARRAY(m->a, const struct yk_area *, k->areas + 1);
    for (size_t i = 0; i < k->areas; i++) {
        if (!yk_area_blank(&k->area[i]))
            continue;
        if (!yk_point_valid(k->area[i].centre)) {
            m->blanks_nowhere++;
            continue;
        }
        kept[i] = area_kept(m, &k->area[i]);
        *add(m) = (struct yk_blank){k->station, kept[i], SIZE_MAX, 0};
    }
    for (size_t i = 0; i < k->unvisiteds; i++) {
        const struct yk_unvisited *u = &k->unvisited[i];
        if (u->area != SIZE_MAX && !kept[u->area])
            kept[u->area] = area_kept(m, &k->area[u->area]);
        *add(m) = (struct yk_blank){k->station, u->area == SIZE_MAX ? NULL : kept[u->area],
                                    u->entry, u->metres};
    }
}

static void draw_cell(struct yk_feature *out, struct yk_cell *c, const struct yk_view *v,
                      const struct yk_area *area)
{
    const char *name = *area->name
                           ? yk_arena_printf(v->sheets->arena, "%s %s", area->grid_id, area->name)
                           : area->grid_id;
    bool outlined = area->corners >= LEAST_CORNERS;
    c[WHAT] = yk_code_cell("cell", _("cell"));
    c[NAME] = yk_text_cell(area->name);
    c[STATE] = yk_code_cell(yk_cell_state_code(area->state), yk_word_state(v, area));
    c[EXPECTED] = yk_some_number(area->expected);
    c[DOORS_DONE] = yk_number_cell((double)area->done);
    c[PERSON] = yk_text_cell(area->person);
    c[DUE] = yk_day_cell(area->due);
    c[OVERDUE] = yk_number_cell(area->overdue);
    c[LISTED] = yk_number_cell(area->listed);
    c[REMARK] = yk_text_cell(yk_word_area(v, area));
    *out = (struct yk_feature){.name = name,
                               .tone = yk_tone_of_area(area),
                               .corner = outlined ? area->outline : &area->centre,
                               .corners = outlined ? area->corners : 1,
                               .value = c};
}

static void draw_place(struct yk_feature *out, struct yk_cell *c, const struct yk_view *v,
                       const struct yk_blank *blank)
{
    const struct yk_gazetteer_entry *entry = &v->territory->gazetteer[blank->entry];
    c[WHAT] = yk_code_cell("place", _("place never visited"));
    c[NAME] = yk_text_cell(entry->name);
    c[KIND] = yk_code_cell(entry->kind, yk_word_choice(v, "category", entry->kind));
    c[ADDRESS] = yk_text_cell(entry->address);
    c[METRES] = yk_some_number(blank->metres);
    c[SOURCE] = yk_text_cell(entry->source);
    *out = (struct yk_feature){.name = entry->name,
                               .tone = YK_TONE_TODO,
                               .corner = &entry->point,
                               .corners = 1,
                               .value = c};
}

static void draw(struct yk_feature *out, const void *who, size_t number, struct yk_arena *a)
{
    const struct yk_mapping *m = who;
    const struct yk_blank *blank = &m->blank[number];
    struct yk_easel easel;
    const struct yk_view *v = yk_easel_of(&easel, m, a);
    struct yk_cell *c = YK_ARENA_ARRAY(a, struct yk_cell, ATTRIBUTES);
    c[STATION] = yk_text_cell(v->territory->station[blank->station].code);
    c[GRID_ID] = yk_text_cell(blank->area ? blank->area->grid_id : "");
    if (blank->entry == SIZE_MAX)
        draw_cell(out, c, v, blank->area);
    else
        draw_place(out, c, v, blank);
}

struct yk_layer yk_blanks_layer(const struct yk_mapping *m)
{
    const struct yk_attribute attribute[ATTRIBUTES] = {
        [WHAT] = {"what", _("what is blank"), YK_ATTRIBUTE_TEXT, 0},
        [STATION] = {"station_code", _("station"), YK_ATTRIBUTE_TEXT, 0},
        [GRID_ID] = {"grid_id", _("cell"), YK_ATTRIBUTE_TEXT, 0},
        [NAME] = {"name", _("name"), YK_ATTRIBUTE_TEXT, 0},
        [STATE] = {"state", _("state"), YK_ATTRIBUTE_TEXT, 0},
        [EXPECTED] = {"expected", _("doors expected"), YK_ATTRIBUTE_NUMBER, 0},
        [DOORS_DONE] = {"done", _("visited"), YK_ATTRIBUTE_WHOLE, 0},
        [PERSON] = {"person", _("person"), YK_ATTRIBUTE_TEXT, 0},
        [DUE] = {"due", _("due"), YK_ATTRIBUTE_DAY, 0},
        [OVERDUE] = {"overdue", _("overdue"), YK_ATTRIBUTE_WHOLE, 0},
        [LISTED] = {"listed", _("in a walk list"), YK_ATTRIBUTE_WHOLE, 0},
        [REMARK] = {"remark", _("remark"), YK_ATTRIBUTE_TEXT, 0},
        [KIND] = {"kind", _("kind"), YK_ATTRIBUTE_TEXT, 0},
        [ADDRESS] = {"address", _("address"), YK_ATTRIBUTE_TEXT, 0},
        [METRES] = {"metres", _("metres from the station"), YK_ATTRIBUTE_NUMBER, 0},
        [SOURCE] = {"source", _("source"), YK_ATTRIBUTE_TEXT, 0},
    };
    return (struct yk_layer){.key = "blanks",
                             .title = _("blanks"),
                             .shapes = YK_LAYER_BOTH,
                             .attribute = yk_attributes_kept(m, attribute, ATTRIBUTES),
                             .attributes = ATTRIBUTES,
                             .features = m->blanks,
                             .nowhere = m->blanks_nowhere,
                             .draw = draw,
                             .who = m};
}
