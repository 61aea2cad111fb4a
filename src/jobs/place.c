/* place.c - an address to a place, with all its reasons. */
#include "desk.h"
#include "jobs.h"

#include "youka/locate/assign.h"
#include "youka/report/place.h"

yk_code yk_run_place_find(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    struct yk_place_story story;
    struct yk_sought sought = {.address = wish->option[YK_OPT_ADDRESS],
                               .name = wish->option[YK_OPT_NAME]};
    const char *code = wish->option[YK_OPT_STATION];
    size_t station = 0;
    if (!yk_desk_open(&desk, wish, watch, a, err) && !yk_desk_geocoder(&desk, wish, a, err) &&
        (!code || !yk_desk_station(&station, &desk, code, err))) {
        if (code)
            yk_sought_within(&sought, &desk.territory.station[station]);
        yk_geocode_story(&story, desk.geocoder, &sought, a);
        story.station_code = code ? code : "";
        struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
        yk_report_place(&view, &story);
    }
    yk_desk_close(&desk);
    return err->code;
}
