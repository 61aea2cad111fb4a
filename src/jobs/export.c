/* export.c - clients, trading areas, rivals and blanks as a map file. */
#include "desk.h"
#include "jobs.h"

#include "youka/base/say.h"
#include "youka/book/maps.h"
#include "youka/plan/make.h"
#include "youka/report/atlas.h"
#include "youka/store/gpkg.h"
#include "youka/survey/coverage.h"

typedef yk_code write_atlas(const struct yk_atlas *atlas, const char *path,
                            const struct yk_watch *watch, struct yk_err *err);

static yk_code read_datum(enum yk_datum *out, const struct yk_wish *wish, struct yk_err *err)
{
    const char *said = wish->option[YK_OPT_DATUM];
    *out = YK_WGS84;
    if (said &&
        (!yk_datum_read(out, said) || (*out != YK_WGS84 && *out != YK_GCJ02 && *out != YK_BD09)))
        return yk_fail(err, YK_E_USAGE, _("--datum takes wgs84, gcj02 or bd09 here, not «%s»"),
                       said);
    return YK_OK;
}

/* The stations that are wished for; at least one. */
static yk_code choose(bool **out, const struct yk_desk *desk, const struct yk_wish *wish,
                      struct yk_arena *a, struct yk_err *err)
{
    size_t station, found = 0;
    const struct yk_territory *t = &desk->territory;
    bool *chosen = YK_ARENA_ARRAY(a, bool, t->stations + 1);
    if (wish->option[YK_OPT_STATION] &&
        yk_desk_station(&station, desk, wish->option[YK_OPT_STATION], err))
        return err->code;
    for (size_t i = 0; i < t->stations; i++)
        found += chosen[i] = yk_desk_chosen(wish, &t->station[i]);
    *out = chosen;
    return found ? YK_OK : yk_desk_no_station(desk, wish, err);
}

/* Station by station, for neither a plan nor a coverage is kept whole. */
static yk_code work_out(struct yk_mapping *map, const struct yk_desk *desk, const bool *chosen,
                        const struct yk_watch *watch, struct yk_err *err)
{
    const struct yk_territory *t = &desk->territory;
    struct yk_arena own = {0};
    yk_code code = YK_OK;
    for (size_t i = 0; i < t->stations && !code; i++) {
        struct yk_plan plan;
        struct yk_coverage coverage;
        yk_progress(watch, _("looking at the trading areas"), i, t->stations);
        if (!chosen[i])
            continue;
        yk_plan_make(&plan, &desk->planning, i, &own);
        yk_mapping_tiers(map, &plan);
        if (yk_point_valid(t->station[i].point)) {
            code = yk_coverage_of(&coverage, t, desk->derived.place, i, &own, err);
            if (!code)
                yk_mapping_blanks(map, &coverage);
        }
        yk_arena_reset(&own);
    }
    yk_arena_release(&own);
    return code;
}

/* On record first: what cannot be noted is not handed out. */
static yk_code note(const struct yk_mapping *map, const struct yk_desk *desk,
                    const struct yk_wish *wish, const char *what, struct yk_arena *a,
                    struct yk_err *err)
{
    size_t count;
    const size_t *client = yk_mapping_clients(&count, map);
    if (yk_desk_unmask(desk, wish, what, count, err))
        return err->code;
    return yk_desk_issue(desk, client, count, wish->now, a, err);
}

static yk_code export(struct yk_show *out, const struct yk_wish *wish, const struct yk_watch *watch,
                      const char *verb, write_atlas *write, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    struct yk_mapping *map = NULL;
    struct yk_view view;
    struct yk_atlas atlas;
    enum yk_datum datum;
    bool *chosen = NULL;
    const char *path = wish->option[YK_OPT_OUT];
    if (read_datum(&datum, wish, err) || yk_desk_open(&desk, wish, watch, a, err) ||
        choose(&chosen, &desk, wish, a, err))
        goto out;
    view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
    view.unmasked = wish->option[YK_OPT_UNMASK];
    yk_desk_planning(&desk, watch, a);
    map = yk_mapping_new(&view, chosen, a);
    if (work_out(map, &desk, chosen, watch, err) ||
        note(map, &desk, wish, yk_arena_printf(a, "export %s %s", verb, path), a, err))
        goto out;
    yk_report_atlas(&atlas, map);
    atlas.datum = datum;
    atlas.user = wish->user;
    atlas.at = wish->now;
    if (!write(&atlas, path, watch, err))
        yk_report_atlas_written(&out->sheets, &atlas, path);
out:
    yk_mapping_free(map);
    yk_desk_close(&desk);
    return err->code;
}

yk_code yk_run_export_geojson(struct yk_show *out, const struct yk_wish *wish,
                              const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return export(out, wish, watch, "geojson", yk_geojson_write, a, err);
}

yk_code yk_run_export_kml(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return export(out, wish, watch, "kml", yk_kml_write, a, err);
}

yk_code yk_run_export_gpkg(struct yk_show *out, const struct yk_wish *wish,
                           const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return export(out, wish, watch, "gpkg", yk_gpkg_write, a, err);
}
