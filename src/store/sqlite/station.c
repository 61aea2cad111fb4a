/* station.c - our stations and the rivals, as they were put. */
#include <math.h>
#include <string.h>

#include "lite.h"
#include "youka/base/num.h"
#include "youka/base/say.h"

static void hash_number(struct yk_hash *h, double value)
{
    char text[32] = "";
    if (!isnan(value))
        yk_num_write(text, value);
    yk_hash_text(h, text);
}

static struct lite_id station_content(const struct yk_station *s)
{
    const char *const text[] = {s->name,  s->region, s->area_manager, s->station_class,
                                s->fuels, s->opens,  s->closes};
    const double number[] = {s->point.lat, s->point.lon, s->radius_m, s->hours_week,
                             s->target_litres_quarter};
    struct yk_hash h;
    yk_hash_begin(&h);
    for (size_t i = 0; i < sizeof text / sizeof *text; i++)
        yk_hash_text(&h, text[i] ? text[i] : "");
    for (size_t i = 0; i < sizeof number / sizeof *number; i++)
        hash_number(&h, number[i]);
    struct yk_id id = yk_hash_end(&h);
    return lite_bytes(&id);
}

yk_code lite_when(struct yk_moment *when, bool *same, struct lite *l, sqlite3_stmt *st,
                  const struct lite_id *content, const char *now, struct yk_err *err)
{
    bool row;
    if (lite_next(&row, l, st, N_("reading the database"), err))
        return err->code;
    *same = row && sqlite3_column_bytes(st, 0) == sizeof content->byte &&
            !memcmp(sqlite3_column_blob(st, 0), content->byte, sizeof content->byte);
    *when = lite_moment(row ? st : NULL, 1, now);
    sqlite3_reset(st);
    return YK_OK;
}

static yk_code station_now(struct yk_moment *when, bool *same, struct lite *l,
                           const struct yk_station *s, const struct lite_id *content,
                           const char *now, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_STATION_NOW, err);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, s->code);
    return lite_when(when, same, l, st, content, now, err);
}

static yk_code add_station(struct lite *l, const struct yk_station *s, const char *since,
                           const struct lite_id *content, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_STATION_ADD, err);
    if (!st)
        return err->code;
    lite_bind_text(st, 1, s->code);
    lite_bind_text(st, 2, since);
    lite_bind_id(st, 3, content);
    lite_bind_text(st, 4, s->name);
    lite_bind_text(st, 5, s->region);
    lite_bind_text(st, 6, s->area_manager);
    lite_bind_text(st, 7, s->station_class);
    sqlite3_bind_double(st, 8, s->point.lat); /* NAN becomes NULL */
    sqlite3_bind_double(st, 9, s->point.lon);
    sqlite3_bind_double(st, 10, s->radius_m);
    sqlite3_bind_double(st, 11, s->hours_week);
    lite_bind_text(st, 12, s->fuels);
    lite_bind_text(st, 13, s->opens);
    lite_bind_text(st, 14, s->closes);
    sqlite3_bind_double(st, 15, s->target_litres_quarter);
    return lite_run(l, st, s->code, err);
}

struct stations_task {
    const struct yk_station *station;
    size_t count, *changed;
    const char *now;
};

static yk_code write_stations(struct lite *l, const void *task, struct yk_err *err)
{
    const struct stations_task *t = task;
    for (size_t i = 0; i < t->count; i++) {
        const struct yk_station *s = &t->station[i];
        struct lite_id content = station_content(s);
        struct yk_moment since;
        bool same = false;
        if (station_now(&since, &same, l, s, &content, t->now, err))
            return err->code;
        if (same)
            continue;
        if (add_station(l, s, since.text, &content, err))
            return err->code;
        ++*t->changed;
    }
    return *t->changed ? lite_facts_changed(l, err) : YK_OK;
}

yk_code lite_put_stations(struct yk_store *s, const struct yk_station *station, size_t count,
                          const char *now, size_t *changed, struct yk_err *err)
{
    size_t n = 0;
    struct stations_task task = {station, count, &n, now};
    if (lite_write(lite_of(s), write_stations, &task, N_("storing stations"), err))
        return err->code;
    *changed = n;
    return YK_OK;
}

/* Name and place; what was said of it is packed into l->answers. */
static void competitor_ids(struct lite_id *id, struct lite_id *content, struct lite *l,
                           const struct yk_competitor *c, const char *day)
{
    struct yk_hash h;
    yk_hash_begin(&h);
    yk_hash_text(&h, c->name);
    hash_number(&h, c->point.lat);
    hash_number(&h, c->point.lon);
    struct yk_id key = yk_hash_end(&h);
    yk_hash_begin(&h);
    yk_hash_text(&h, c->brand ? c->brand : "");
    yk_buf_clear(&l->answers);
    yk_answers_pack(&l->answers, &c->answers);
    yk_hash_text(&h, l->answers.text);
    yk_hash_text(&h, day);
    struct yk_id said = yk_hash_end(&h);
    *id = lite_bytes(&key);
    *content = lite_bytes(&said);
}

static yk_code add_competitor(size_t *changed, struct lite *l, const struct yk_competitor *c,
                              const char *now, struct yk_err *err)
{
    struct lite_id id, content;
    struct yk_moment since;
    bool same = false;
    char day[11];
    yk_day_write(day, c->survey_date);
    competitor_ids(&id, &content, l, c, day);
    sqlite3_stmt *st = lite_ready(l, LITE_COMPETITOR_NOW, err);
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &id);
    lite_bind_text(st, 2, day);
    if (lite_when(&since, &same, l, st, &content, now, err))
        return err->code;
    if (same)
        return YK_OK;
    if (!(st = lite_ready(l, LITE_COMPETITOR_ADD, err)))
        return err->code;
    ++*changed;
    lite_bind_id(st, 1, &id);
    lite_bind_id(st, 2, &content);
    lite_bind_text(st, 3, c->name);
    lite_bind_text(st, 4, c->brand);
    sqlite3_bind_double(st, 5, c->point.lat);
    sqlite3_bind_double(st, 6, c->point.lon);
    lite_bind_text(st, 7, l->answers.text);
    lite_bind_text(st, 8, day);
    lite_bind_text(st, 9, since.text);
    return lite_run(l, st, c->name, err);
}

struct competitors_task {
    const struct yk_competitor *rival;
    size_t count, *changed;
    const char *now;
};

static yk_code write_competitors(struct lite *l, const void *task, struct yk_err *err)
{
    const struct competitors_task *t = task;
    for (size_t i = 0; i < t->count; i++)
        if (add_competitor(t->changed, l, &t->rival[i], t->now, err))
            return err->code;
    return *t->changed ? lite_facts_changed(l, err) : YK_OK;
}

yk_code lite_put_competitors(struct yk_store *s, const struct yk_competitor *rival, size_t count,
                             const char *now, size_t *changed, struct yk_err *err)
{
    size_t n = 0;
    struct competitors_task task = {rival, count, &n, now};
    if (lite_write(lite_of(s), write_competitors, &task, N_("storing competitors"), err))
        return err->code;
    *changed = n;
    return YK_OK;
}

static yk_code read_station(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                            struct yk_err *err)
{
    (void)l, (void)err;
    *(struct yk_station *)item = (struct yk_station){
        .code = lite_text(st, 0, a),
        .name = lite_text(st, 1, a),
        .region = lite_text(st, 2, a),
        .area_manager = lite_text(st, 3, a),
        .station_class = lite_text(st, 4, a),
        .point = {lite_real(st, 5), lite_real(st, 6)},
        .radius_m = lite_real(st, 7),
        .hours_week = lite_real(st, 8),
        .fuels = lite_text(st, 9, a),
        .opens = lite_text(st, 10, a),
        .closes = lite_text(st, 11, a),
        .target_litres_quarter = lite_real(st, 12),
    };
    return YK_OK;
}

static yk_code read_competitor(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                               struct yk_err *err)
{
    struct yk_competitor *c = item;
    *c = (struct yk_competitor){
        .name = lite_text(st, 0, a),
        .brand = lite_text(st, 1, a),
        .point = {lite_real(st, 2), lite_real(st, 3)},
    };
    if (!yk_day_read(&c->survey_date, (const char *)sqlite3_column_text(st, 5)))
        c->survey_date = YK_DAY_NONE;
    if (!yk_answers_unpack(&c->answers, &l->unpacker, (const char *)sqlite3_column_text(st, 4), a))
        return yk_fail(err, YK_E_STORE,
                       _("%s: the answers of the rival %s are damaged; run `youka db check`"),
                       l->path, c->name);
    return YK_OK;
}

yk_code lite_list_stations(struct yk_station **out, size_t *count, struct yk_store *s,
                           struct yk_arena *a, struct yk_err *err)
{
    static const struct lite_rows rows = {LITE_STATIONS, sizeof **out, read_station,
                                          N_("reading stations")};
    void *station;
    if (lite_all(&station, count, &rows, lite_of(s), a, err))
        return err->code;
    *out = station;
    return YK_OK;
}

yk_code lite_read_competitors(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                              struct yk_err *err)
{
    static const struct lite_rows rows = {LITE_COMPETITORS, sizeof *out->competitor,
                                          read_competitor, N_("reading competitors")};
    void *rival;
    if (lite_all(&rival, &out->competitors, &rows, l, a, err))
        return err->code;
    out->competitor = rival;
    return YK_OK;
}
