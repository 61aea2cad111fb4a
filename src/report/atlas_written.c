/* atlas_written.c - what a map holds, layer by layer, and who is not on it. */
#include "words.h"
#include "youka/base/say.h"
#include "youka/report/atlas.h"

/* Who is left out is not lost: where to see them. */
static const char *remark(const struct yk_layer *layer, bool clients, struct yk_arena *a)
{
    if (!layer->nowhere)
        return "";
    return yk_arena_printf(a,
                           clients ? _("%zu without a place: see youka client list, class E")
                                   : _("%zu without a place"),
                           layer->nowhere);
}

void yk_report_atlas_written(struct yk_sheets *out, const struct yk_atlas *atlas, const char *file)
{
    const struct yk_column column[] = {
        {.key = "name", .heading = _("layer"), .format = YK_AS_TEXT},
        {.key = "features", .heading = _("features"), .format = YK_AS_COUNT},
        {.key = "without_place"},
        {.heading = _("remark"), .format = YK_AS_TEXT},
    };
    const struct yk_column head[] = {
        {.key = "file", .heading = _("file"), .format = YK_AS_TEXT},
        {.key = "datum", .heading = _("coordinate system"), .format = YK_AS_TEXT},
        {.key = "not_located", .heading = _("clients without a place"), .format = YK_AS_COUNT},
    };
    struct yk_sheet *sheet = yk_sheets_add(out, "map", NULL);
    struct yk_table *top = yk_sheet_table(out, sheet, "", NULL, head, YK_COUNT_OF(head));
    struct yk_table *t = yk_sheet_table(out, sheet, "layers", NULL, column, YK_COUNT_OF(column));
    struct yk_cell *c = yk_table_row(out, top);
    c[0] = yk_text_cell(yk_arena_copy(out->arena, file));
    c[1] = yk_text_cell(yk_datum_code(atlas->datum));
    c[2] = yk_number_cell((double)atlas->layer[0].nowhere); /* the clients' */
    for (size_t i = 0; i < atlas->layers; i++) {
        const struct yk_layer *layer = &atlas->layer[i];
        c = yk_table_row(out, t);
        c[0] = yk_code_cell(layer->key, layer->title);
        c[1] = yk_number_cell((double)layer->features);
        c[2] = yk_number_cell((double)layer->nowhere);
        c[3] = yk_text_cell(remark(layer, i == 0, out->arena));
    }
}
