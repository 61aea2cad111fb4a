/* places.c - what is known of places, without all the rest that doors answered. */
#include <stdlib.h>

#include "lite.h"
#include "youka/base/say.h"

/* What a door is known by and where it is, in the order of their codes. */
static const char *const code[] = {"address",    "client_name", "coord_system",
                                   "lat_manual", "location",    "lon_manual"};
enum { CODES = sizeof code / sizeof *code, STATION = 0, SUBMISSION, FILE_NAME, ANSWERS };

static void read_door(struct yk_door *door, sqlite3_stmt *st, struct yk_arena *a)
{
    struct yk_answer *answer = YK_ARENA_ARRAY(a, struct yk_answer, CODES);
    struct yk_origin *origin = yk_arena_alloc(a, sizeof *origin);
    *origin = (struct yk_origin){.batch = "", .file = lite_text(st, FILE_NAME, a)};
    *door = (struct yk_door){.submission = lite_id_at(st, SUBMISSION),
                             .key = "",
                             .station_code = lite_text(st, STATION, a),
                             .survey_date = YK_DAY_NONE,
                             .answers = {.answer = answer},
                             .origin = origin,
                             .origins = 1};
    for (int i = 0; i < CODES; i++)
        if (sqlite3_column_type(st, ANSWERS + i) == SQLITE_TEXT)
            answer[door->answers.count++] =
                (struct yk_answer){.code = code[i], .text = lite_text(st, ANSWERS + i, a)};
}

static yk_code read_doors(struct yk_territory *out, struct lite *l, const struct yk_id *but,
                          size_t most, struct yk_arena *a, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_PLACES, err);
    struct lite_id batch = {{0}};
    size_t room = 0;
    bool row = true;
    yk_code failed = st ? YK_OK : err->code;
    if (but)
        batch = lite_bytes(but);
    if (st) {
        lite_bind_id(st, 1, &batch);
        lite_bind_text(st, 2, LITE_CENSUS);
        sqlite3_bind_int64(st, 3, (sqlite3_int64)most);
    }
    struct yk_door *door = NULL;
    while (!failed && !(failed = lite_next(&row, l, st, N_("reading the answers"), err)) && row) {
        door = yk_grow(door, &room, out->doors + 1, sizeof *door);
        read_door(&door[out->doors++], st, a);
    }
    out->door = YK_ARENA_ARRAY(a, struct yk_door, out->doors);
    for (size_t i = 0; i < out->doors; i++)
        out->door[i] = door[i];
    free(door);
    return failed;
}

yk_code lite_load_places(struct yk_territory *out, struct yk_store *s, const struct yk_id *but,
                         size_t most, struct yk_arena *a, struct yk_err *err)
{
    struct lite *l = lite_of(s);
    struct yk_territory t = {.today = YK_DAY_NONE};
    if (lite_exec(l, "BEGIN", N_("reading the facts"), err))
        return err->code;
    yk_code failed = lite_list_stations(&t.station, &t.stations, s, a, err);
    if (!failed)
        failed = lite_read_competitors(&t, l, a, err);
    if (!failed)
        failed = lite_read_gazetteer(&t, l, a, err);
    if (!failed)
        failed = read_doors(&t, l, but, most, a, err);
    lite_rollback(l); /* nothing was written */
    if (!failed)
        *out = t;
    return failed;
}
