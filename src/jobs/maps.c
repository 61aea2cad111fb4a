/* maps.c - extracts of OpenStreetMap, for the commands that load places. */
#include "maps.h"

#include <string.h>

#include "desk.h"
#include "youka/base/file.h"
#include "youka/base/say.h"

static yk_code check_datum(const struct yk_wish *wish, const char *path, struct yk_err *err)
{
    enum yk_datum said;
    if (yk_intake_datum(&said, wish, err))
        return err->code;
    if (wish->option[YK_OPT_DATUM] && said != YK_WGS84)
        return yk_fail(err, YK_E_USAGE,
                       _("%s: OpenStreetMap's coordinates are WGS-84; leave out --datum, and load "
                         "files in another datum by themselves"),
                       path);
    return YK_OK;
}

static const char *format_of(const char *path)
{
    size_t n = strlen(path);
    return n > 4 && (path[n - 1] == 'f' || path[n - 1] == 'F') ? "osm.pbf" : "osm";
}

yk_code yk_maps_read(struct yk_places *p, const char *path, const struct yk_osm_ask *ask,
                     struct yk_err *err)
{
    struct yk_rules rules = {0};
    struct yk_osm_ask whole = *ask;
    struct yk_osm_found found = {0};
    whole.rules = &rules;
    whole.watch = p->watch;
    if (check_datum(p->wish, path, err) || yk_desk_rules_of(&rules, p->wish, p->a, err) ||
        yk_osm_read(&found, path, &whole, p->a, err))
        return err->code;
    if (!found.items)
        return yk_fail(err, YK_E_FOUND,
                       ask->only_fuel
                           ? _("%s: the map holds no filling station (amenity=fuel); take an "
                               "extract of the area around the stations")
                           : _("%s: the map holds no named road, no address and no named place; "
                               "take an extract of the area around the stations"),
                       path);
    if (found.partial)
        yk_notice(p->watch,
                  yk_arena_printf(p->a,
                                  _("%s: %zu roads or areas lie for the most part outside this "
                                    "extract and were left out"),
                                  path, found.partial));
    struct yk_batch_head head = {.file = yk_file_name(path), .encoding = format_of(path)};
    yk_load_add(&p->loads, &head)->counts.rows = found.items;
    return YK_OK;
}
