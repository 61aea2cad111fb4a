/* schema.c - the tables that make an SQLite file a GeoPackage (OGC 12-128r17). Names of layers and
 * attributes are the program's own; every other value is bound. */
#include <string.h>

#include "parts.h"
#include "youka/base/say.h"

yk_code gpkg_fail(const struct gpkg *g, struct yk_err *err)
{
    if (sqlite3_errcode(g->db) == SQLITE_FULL)
        return yk_fail(err, YK_E_IO, _("%s: the disk is full; make room and run this again"),
                       g->target);
    return yk_fail(err, YK_E_IO, _("%s: cannot be written: %s"), g->target, sqlite3_errmsg(g->db));
}

yk_code gpkg_exec(struct gpkg *g, const char *sql, struct yk_err *err)
{
    return sqlite3_exec(g->db, sql, NULL, NULL, NULL) ? gpkg_fail(g, err) : YK_OK;
}

yk_code gpkg_tell(struct gpkg *g, const char *sql, const char *const *text, int texts,
                  struct yk_err *err)
{
    sqlite3_stmt *st = NULL;
    bool failed = sqlite3_prepare_v2(g->db, sql, -1, &st, NULL) != SQLITE_OK;
    for (int i = 0; i < texts && !failed; i++)
        failed = sqlite3_bind_text(st, i + 1, text[i], -1, SQLITE_STATIC) != SQLITE_OK;
    if (!failed)
        failed = sqlite3_step(st) != SQLITE_DONE;
    yk_code code = failed ? gpkg_fail(g, err) : YK_OK;
    sqlite3_finalize(st);
    return code;
}

/* The file is thrown away unless it is finished, so it needs no journal. 1196444487 is "GPKG". */
static const char tables[] =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
    "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;"
    "BEGIN;"
    "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,"
    " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,"
    " definition TEXT NOT NULL, description TEXT);"
    "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
    " identifier TEXT UNIQUE, description TEXT DEFAULT '',"
    " last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
    " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,"
    " CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));"
    "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
    " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,"
    " m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
    " CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
    " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
    " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));"
    "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT,"
    " extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,"
    " CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));"
    "INSERT INTO gpkg_spatial_ref_sys VALUES"
    " ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined',"
    " 'undefined Cartesian coordinate reference system'),"
    " ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined',"
    " 'undefined geographic coordinate reference system'),"
    " ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\","
    "SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],"
    "AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
    "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AXIS[\"Latitude\",NORTH],"
    "AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]',"
    " 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');";

/* Shifted coordinates have no reference system of their own: these say so to people, and to
 * programs a datum that they know nothing of, so that none transforms it. */
static const struct {
    enum yk_datum datum;
    int srs;
    const char *name, *described;
} shifted[] = {
    {YK_GCJ02, 100000, "GCJ-02",
     N_("GCJ-02 as on the maps of AMap and Tencent: WGS 84 moved by some hundred metres")},
    {YK_BD09, 100001, "BD-09",
     N_("BD-09 as on the maps of Baidu: GCJ-02 moved again by some hundred metres")},
};

int gpkg_srs(enum yk_datum datum)
{
    for (size_t i = 0; i < sizeof shifted / sizeof *shifted; i++)
        if (shifted[i].datum == datum)
            return shifted[i].srs;
    return 4326;
}

static yk_code add_shifted(struct gpkg *g, struct yk_err *err)
{
    for (size_t i = 0; i < sizeof shifted / sizeof *shifted; i++) {
        if (shifted[i].datum != g->atlas->datum)
            continue;
        const char *name = shifted[i].name;
        const char *const text[] = {
            name,
            yk_arena_printf(&g->arena, "%d", shifted[i].srs),
            yk_arena_printf(&g->arena,
                            "GEOGCS[\"%s\",DATUM[\"%s\",SPHEROID[\"WGS 84\",6378137,"
                            "298.257223563]],PRIMEM[\"Greenwich\",0],"
                            "UNIT[\"degree\",0.0174532925199433]]",
                            name, name),
            _(shifted[i].described),
        };
        return gpkg_tell(g,
                         "INSERT INTO gpkg_spatial_ref_sys VALUES"
                         " (?1, CAST(?2 AS INTEGER), 'youka', CAST(?2 AS INTEGER), ?3, ?4)",
                         text, 4, err);
    }
    return YK_OK;
}

yk_code gpkg_begin(struct gpkg *g, struct yk_err *err)
{
    return gpkg_exec(g, tables, err) ? err->code : add_shifted(g, err);
}

static yk_code make_table(struct gpkg *g, const struct yk_layer *layer, struct yk_err *err)
{
    static const char *const shapes[] = {"POINT", "POLYGON", "GEOMETRY"};
    static const char *const kinds[] = {"TEXT", "INTEGER", "REAL", "DATE"};
    struct yk_buf sql = {0};
    yk_buf_printf(&sql,
                  "CREATE TABLE \"%s\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom %s",
                  layer->key, shapes[layer->shapes]);
    for (size_t i = 0; i < layer->attributes; i++)
        yk_buf_printf(&sql, ", \"%s\" %s", layer->attribute[i].key,
                      kinds[layer->attribute[i].kind]);
    yk_buf_printf(&sql,
                  "); CREATE VIRTUAL TABLE \"rtree_%s_geom\" USING rtree(id, minx, maxx, miny,"
                  " maxy)",
                  layer->key);
    yk_code code = gpkg_exec(g, sql.text, err);
    yk_buf_release(&sql);
    return code;
}

yk_code gpkg_open_layer(struct gpkg *g, const struct yk_layer *layer, struct yk_err *err)
{
    static const char *const shapes[] = {"POINT", "POLYGON", "GEOMETRY"};
    const struct yk_atlas *atlas = g->atlas;
    const char *const text[] = {
        layer->key,
        layer->title,
        yk_arena_printf(&g->arena, _("Made by %s at %s, %zu features."), atlas->user, atlas->at,
                        layer->features),
        yk_arena_printf(&g->arena, "%.19s.000Z", atlas->at),
        yk_arena_printf(&g->arena, "%d", gpkg_srs(atlas->datum)),
        shapes[layer->shapes],
    };
    if (make_table(g, layer, err) ||
        gpkg_tell(g,
                  "INSERT INTO gpkg_contents (table_name, data_type, identifier, description,"
                  " last_change, srs_id) VALUES (?1, 'features', ?2, ?3, ?4, CAST(?5 AS INTEGER))",
                  text, 5, err))
        return err->code;
    if (gpkg_tell(g,
                  "INSERT INTO gpkg_geometry_columns SELECT ?1, 'geom', ?6, CAST(?5 AS INTEGER),"
                  " 0, 0",
                  text, 6, err))
        return err->code;
    return gpkg_tell(g,
                     "INSERT INTO gpkg_extensions VALUES (?1, 'geom', 'gpkg_rtree_index',"
                     " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
                     text, 1, err);
}

/* Clause F.3 of the standard; whoever changes the file brings the functions. */
static const char triggers[] =
    "CREATE TRIGGER \"rtree_%1$s_geom_insert\" AFTER INSERT ON \"%1$s\""
    " WHEN (new.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN"
    " INSERT OR REPLACE INTO \"rtree_%1$s_geom\" VALUES (NEW.fid, ST_MinX(NEW.geom),"
    " ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;"
    "CREATE TRIGGER \"rtree_%1$s_geom_update1\" AFTER UPDATE OF geom ON \"%1$s\""
    " WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN"
    " INSERT OR REPLACE INTO \"rtree_%1$s_geom\" VALUES (NEW.fid, ST_MinX(NEW.geom),"
    " ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;"
    "CREATE TRIGGER \"rtree_%1$s_geom_update2\" AFTER UPDATE OF geom ON \"%1$s\""
    " WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN"
    " DELETE FROM \"rtree_%1$s_geom\" WHERE id = OLD.fid; END;"
    "CREATE TRIGGER \"rtree_%1$s_geom_update3\" AFTER UPDATE ON \"%1$s\""
    " WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom)) BEGIN"
    " DELETE FROM \"rtree_%1$s_geom\" WHERE id = OLD.fid;"
    " INSERT OR REPLACE INTO \"rtree_%1$s_geom\" VALUES (NEW.fid, ST_MinX(NEW.geom),"
    " ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END;"
    "CREATE TRIGGER \"rtree_%1$s_geom_update4\" AFTER UPDATE ON \"%1$s\""
    " WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom)) BEGIN"
    " DELETE FROM \"rtree_%1$s_geom\" WHERE id IN (OLD.fid, NEW.fid); END;"
    "CREATE TRIGGER \"rtree_%1$s_geom_delete\" AFTER DELETE ON \"%1$s\""
    " WHEN old.geom NOT NULL BEGIN"
    " DELETE FROM \"rtree_%1$s_geom\" WHERE id = OLD.fid; END;";

static yk_code put_extent(struct gpkg *g, const struct yk_layer *layer,
                          const struct gpkg_box *extent, struct yk_err *err)
{
    const double bound[] = {extent->west, extent->south, extent->east, extent->north};
    sqlite3_stmt *st = NULL;
    bool failed = sqlite3_prepare_v2(g->db,
                                     "UPDATE gpkg_contents SET min_x = ?1, min_y = ?2, max_x = ?3,"
                                     " max_y = ?4 WHERE table_name = ?5",
                                     -1, &st, NULL) != SQLITE_OK;
    for (int i = 0; i < 4 && !failed; i++)
        failed = sqlite3_bind_double(st, i + 1, bound[i]) != SQLITE_OK;
    failed = failed || sqlite3_bind_text(st, 5, layer->key, -1, SQLITE_STATIC) != SQLITE_OK ||
             sqlite3_step(st) != SQLITE_DONE;
    yk_code code = failed ? gpkg_fail(g, err) : YK_OK;
    sqlite3_finalize(st);
    return code;
}

yk_code gpkg_close_layer(struct gpkg *g, const struct yk_layer *layer,
                         const struct gpkg_box *extent, struct yk_err *err)
{
    if (extent && put_extent(g, layer, extent, err))
        return err->code;
    struct yk_buf sql = {0};
    yk_buf_printf(&sql, triggers, layer->key);
    yk_code code = gpkg_exec(g, sql.text, err);
    yk_buf_release(&sql);
    return code;
}
