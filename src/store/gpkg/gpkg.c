/* gpkg.c - an atlas as a GeoPackage, layer by layer, feature by feature. */
#include "youka/store/gpkg.h"

#include <math.h>
#include <string.h>

#include "parts.h"
#include "youka/base/file.h"
#include "youka/base/say.h"

#define TELL_EVERY 10000 /* features */

/* What a feature goes through: its row, and its box in the R-tree. */
struct inserts {
    sqlite3_stmt *row, *box;
};

static yk_code prepare(struct inserts *in, struct gpkg *g, const struct yk_layer *layer,
                       struct yk_err *err)
{
    struct yk_buf sql = {0};
    yk_buf_printf(&sql, "INSERT INTO \"%s\" VALUES (?, ?", layer->key);
    for (size_t i = 0; i < layer->attributes; i++)
        yk_buf_puts(&sql, ", ?");
    yk_buf_puts(&sql, ")");
    int said = sqlite3_prepare_v2(g->db, sql.text, -1, &in->row, NULL);
    yk_buf_clear(&sql);
    yk_buf_printf(&sql, "INSERT INTO \"rtree_%s_geom\" VALUES (?, ?, ?, ?, ?)", layer->key);
    if (said == SQLITE_OK)
        said = sqlite3_prepare_v2(g->db, sql.text, -1, &in->box, NULL);
    yk_buf_release(&sql);
    return said == SQLITE_OK ? YK_OK : gpkg_fail(g, err);
}

static int bind_value(struct gpkg *g, sqlite3_stmt *st, int at, const struct yk_cell *c,
                      enum yk_attribute_kind kind)
{
    char day[11];
    switch (c->kind) {
    case YK_CELL_TEXT:
        return sqlite3_bind_text(st, at, c->text, -1, SQLITE_STATIC);
    case YK_CELL_DAY:
        yk_day_write(day, c->day);
        return sqlite3_bind_text(st, at, yk_arena_copy(&g->scratch, day), -1, SQLITE_STATIC);
    case YK_CELL_NUMBER:
        if (!isfinite(c->number))
            break;
        return kind == YK_ATTRIBUTE_WHOLE ? sqlite3_bind_int64(st, at, (sqlite3_int64)c->number)
                                          : sqlite3_bind_double(st, at, c->number);
    case YK_CELL_BLANK:
    case YK_CELL_TABLE:
        break;
    }
    return sqlite3_bind_null(st, at);
}

static yk_code run(struct gpkg *g, sqlite3_stmt *st, struct yk_err *err)
{
    int said = sqlite3_step(st);
    yk_code code = said == SQLITE_DONE ? YK_OK : gpkg_fail(g, err);
    sqlite3_reset(st);
    return code;
}

static yk_code put(struct gpkg *g, const struct inserts *in, const struct yk_layer *layer,
                   const struct yk_feature *f, struct gpkg_box *box, sqlite3_int64 fid,
                   struct yk_err *err)
{
    gpkg_blob(&g->blob, box, f, g->atlas->datum);
    bool failed = sqlite3_bind_int64(in->row, 1, fid) ||
                  sqlite3_bind_blob64(in->row, 2, g->blob.text, g->blob.len, SQLITE_STATIC);
    for (size_t i = 0; i < layer->attributes && !failed; i++)
        failed = bind_value(g, in->row, (int)i + 3, &f->value[i], layer->attribute[i].kind);
    failed =
        failed || sqlite3_bind_int64(in->box, 1, fid) ||
        sqlite3_bind_double(in->box, 2, box->west) || sqlite3_bind_double(in->box, 3, box->east) ||
        sqlite3_bind_double(in->box, 4, box->south) || sqlite3_bind_double(in->box, 5, box->north);
    if (failed)
        return gpkg_fail(g, err);
    return run(g, in->row, err) ? err->code : run(g, in->box, err);
}

static void widen(struct gpkg_box *all, const struct gpkg_box *box)
{
    all->west = fmin(all->west, box->west);
    all->east = fmax(all->east, box->east);
    all->south = fmin(all->south, box->south);
    all->north = fmax(all->north, box->north);
}

static yk_code put_features(struct gpkg_box *extent, struct gpkg *g, const struct yk_layer *layer,
                            const struct yk_watch *watch, struct yk_err *err)
{
    struct inserts in = {0};
    yk_code code = prepare(&in, g, layer, err);
    for (size_t i = 0; i < layer->features && !code; i++) {
        struct yk_feature feature;
        struct gpkg_box box;
        layer->draw(&feature, layer->who, i, &g->scratch);
        code = put(g, &in, layer, &feature, &box, (sqlite3_int64)i + 1, err);
        if (i == 0)
            *extent = box;
        widen(extent, &box);
        yk_arena_reset(&g->scratch);
        if ((i + 1) % TELL_EVERY == 0)
            yk_progress(watch, _("writing the map"), i + 1, layer->features);
    }
    sqlite3_finalize(in.row);
    sqlite3_finalize(in.box);
    return code;
}

static yk_code fill(struct gpkg *g, const struct yk_watch *watch, struct yk_err *err)
{
    if (gpkg_begin(g, err))
        return err->code;
    for (size_t i = 0; i < g->atlas->layers; i++) {
        const struct yk_layer *layer = &g->atlas->layer[i];
        struct gpkg_box extent;
        if (gpkg_open_layer(g, layer, err) || put_features(&extent, g, layer, watch, err) ||
            gpkg_close_layer(g, layer, layer->features ? &extent : NULL, err))
            return err->code;
    }
    return gpkg_exec(g, "COMMIT", err);
}

static yk_code write_draft(struct gpkg *g, const char *path, const struct yk_watch *watch,
                           struct yk_err *err)
{
    int said = sqlite3_open_v2(path, &g->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    yk_code code = said == SQLITE_OK ? fill(g, watch, err) : gpkg_fail(g, err);
    if (sqlite3_close(g->db) != SQLITE_OK && !code)
        code = gpkg_fail(g, err);
    return code;
}

yk_code yk_gpkg_write(const struct yk_atlas *atlas, const char *path, const struct yk_watch *watch,
                      struct yk_err *err)
{
    struct gpkg g = {.target = path, .atlas = atlas};
    struct yk_draft draft = {0};
    if (yk_draft_begin(&draft, path, err))
        return err->code;
    yk_code code = write_draft(&g, draft.path, watch, err);
    if (!code)
        code = yk_draft_finish(&draft, err);
    if (code)
        yk_draft_drop(&draft);
    yk_arena_release(&g.scratch);
    yk_arena_release(&g.arena);
    yk_buf_release(&g.blob);
    return code;
}
