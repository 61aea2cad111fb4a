/* gazetteer.c - places by name and address, a source at a time.
 *
 * A road's course is kept as text, "lat lon,lat lon": the shortest digits that give the same
 * doubles, so that vertices which roads share are equal again when they are read. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lite.h"
#include "youka/base/num.h"
#include "youka/base/say.h"

static int compare_numbers(double a, double b)
{
    return isnan(a) || isnan(b) ? isnan(b) - isnan(a) : (a > b) - (a < b);
}

static int compare_points(struct yk_point a, struct yk_point b)
{
    int by = compare_numbers(a.lat, b.lat);
    return by ? by : compare_numbers(a.lon, b.lon);
}

static int compare_lines(const struct yk_gazetteer_entry *a, const struct yk_gazetteer_entry *b)
{
    int by = (a->vertices > b->vertices) - (a->vertices < b->vertices);
    for (size_t i = 0; !by && i < a->vertices; i++)
        by = compare_points(a->line[i], b->line[i]);
    return by;
}

/* By name, address and place, then by all the rest, so that one set of entries has one order. */
static int compare_entries(const void *left, const void *right)
{
    const struct yk_gazetteer_entry *a = left, *b = right;
    int by = strcmp(a->name, b->name);
    if (!by)
        by = strcmp(a->address, b->address);
    if (!by)
        by = compare_points(a->point, b->point);
    if (!by)
        by = strcmp(a->kind, b->kind);
    if (!by)
        by = strcmp(a->road, b->road);
    if (!by)
        by = strcmp(a->number, b->number);
    if (!by)
        by = strcmp(a->datum, b->datum);
    return by ? by : compare_lines(a, b);
}

struct source_task {
    const char *source, *now;
    struct yk_gazetteer_entry *entry; /* sorted, each once */
    size_t count, *changed;
};

static void take_entries(struct source_task *t, const struct yk_gazetteer_entry *entry,
                         size_t count)
{
    t->entry = yk_alloc((count + 1) * sizeof *entry);
    if (count)
        memcpy(t->entry, entry, count * sizeof *entry);
    for (size_t i = 0; i < count; i++) {
        struct yk_gazetteer_entry *e = &t->entry[i];
        const char **text[] = {&e->kind, &e->name, &e->address, &e->road, &e->number, &e->datum};
        for (size_t k = 0; k < sizeof text / sizeof *text; k++)
            *text[k] = *text[k] ? *text[k] : "";
    }
    if (count)
        qsort(t->entry, count, sizeof *entry, compare_entries);
    for (size_t i = 0; i < count; i++)
        if (!i || compare_entries(&t->entry[t->count - 1], &t->entry[i]))
            t->entry[t->count++] = t->entry[i];
}

static void write_line(struct yk_buf *to, const struct yk_gazetteer_entry *e)
{
    char lat[32], lon[32];
    yk_buf_clear(to);
    yk_buf_puts(to, ""); /* of a point too the text is not NULL */
    for (size_t i = 0; i < e->vertices; i++) {
        yk_num_write(lat, e->line[i].lat);
        yk_num_write(lon, e->line[i].lon);
        yk_buf_puts(to, i ? "," : "");
        yk_buf_puts(to, lat);
        yk_buf_puts(to, " ");
        yk_buf_puts(to, lon);
    }
}

static struct lite_id content_of(const struct source_task *t)
{
    struct yk_hash h;
    struct yk_buf line = {0};
    char number[2][32];
    yk_hash_begin(&h);
    for (size_t i = 0; i < t->count; i++) {
        const struct yk_gazetteer_entry *e = &t->entry[i];
        yk_num_write(number[0], e->point.lat);
        yk_num_write(number[1], e->point.lon);
        write_line(&line, e);
        const char *const text[] = {e->kind,   e->name,   e->address, e->road,  e->number,
                                    number[0], number[1], e->datum,   line.text};
        for (size_t k = 0; k < sizeof text / sizeof *text; k++)
            yk_hash_text(&h, text[k]);
    }
    yk_buf_release(&line);
    struct yk_id id = yk_hash_end(&h);
    return lite_bytes(&id);
}

static yk_code put_source(bool *same, struct lite *l, const struct source_task *t,
                          struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_GAZETTEER_NOW, err);
    struct lite_id content = content_of(t);
    struct yk_moment since;
    if (!st)
        return err->code;
    lite_bind_text(st, 1, t->source);
    if (lite_when(&since, same, l, st, &content, t->now, err))
        return err->code;
    if (*same)
        return YK_OK;
    if (!(st = lite_ready(l, LITE_GAZETTEER_PUT, err)))
        return err->code;
    lite_bind_text(st, 1, t->source);
    lite_bind_text(st, 2, since.text);
    lite_bind_id(st, 3, &content);
    if (lite_run(l, st, t->source, err))
        return err->code;
    if (!(st = lite_ready(l, LITE_GAZETTEER_CLEAR, err)))
        return err->code;
    lite_bind_text(st, 1, t->source);
    return lite_run(l, st, t->source, err);
}

/* `line` is room that is used again. */
static yk_code add_entry(struct lite *l, const struct source_task *t, size_t i, struct yk_buf *line,
                         struct yk_err *err)
{
    const struct yk_gazetteer_entry *e = &t->entry[i];
    sqlite3_stmt *st = lite_ready(l, LITE_GAZETTEER_ADD, err);
    if (!st)
        return err->code;
    write_line(line, e);
    lite_bind_text(st, 1, t->source);
    sqlite3_bind_int64(st, 2, (sqlite3_int64)i + 1);
    lite_bind_text(st, 3, e->kind);
    lite_bind_text(st, 4, e->name);
    lite_bind_text(st, 5, e->address);
    lite_bind_text(st, 6, e->road);
    lite_bind_text(st, 7, e->number);
    sqlite3_bind_double(st, 8, e->point.lat); /* NAN becomes NULL */
    sqlite3_bind_double(st, 9, e->point.lon);
    lite_bind_text(st, 10, e->datum);
    lite_bind_text(st, 11, line->text);
    return lite_run(l, st, e->name, err);
}

static yk_code write_source(struct lite *l, const void *task, struct yk_err *err)
{
    const struct source_task *t = task;
    bool same = false;
    if (put_source(&same, l, t, err))
        return err->code;
    if (same)
        return YK_OK;
    struct yk_buf line = {0};
    yk_code code = YK_OK;
    for (size_t i = 0; !code && i < t->count; i++)
        code = add_entry(l, t, i, &line, err);
    yk_buf_release(&line);
    if (code)
        return code;
    *t->changed = t->count;
    return lite_facts_changed(l, err);
}

yk_code lite_put_gazetteer(struct yk_store *s, const char *source,
                           const struct yk_gazetteer_entry *entry, size_t count, const char *now,
                           size_t *changed, struct yk_err *err)
{
    size_t n = 0;
    struct source_task task = {.source = source, .now = now, .changed = &n};
    take_entries(&task, entry, count);
    yk_code code = lite_write(lite_of(s), write_source, &task, N_("storing a gazetteer"), err);
    free(task.entry);
    if (!code)
        *changed = n;
    return code;
}

/* The point that begins at *text, which is moved past the comma after it. */
static bool read_vertex(struct yk_point *out, const char **text)
{
    char *end;
    out->lat = strtod(*text, &end);
    if (end == *text || *end != ' ')
        return false;
    *text = end + 1;
    out->lon = strtod(*text, &end);
    if (end == *text || (*end && (*end != ',' || !end[1])))
        return false;
    *text = *end ? end + 1 : end;
    return yk_point_valid(*out);
}

static bool read_line(struct yk_gazetteer_entry *e, const char *text, struct yk_arena *a)
{
    size_t count = *text ? 1 : 0;
    for (const char *c = text; *c; c++)
        count += *c == ',';
    struct yk_point *line = count ? YK_ARENA_ARRAY(a, struct yk_point, count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (!read_vertex(&line[i], &text))
            return false;
    e->line = line;
    e->vertices = count;
    return true;
}

static yk_code read_entry(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                          struct yk_err *err)
{
    struct yk_gazetteer_entry *e = item;
    const char *line = (const char *)sqlite3_column_text(st, 9);
    *e = (struct yk_gazetteer_entry){
        .source = lite_text(st, 0, a),
        .kind = lite_text(st, 1, a),
        .name = lite_text(st, 2, a),
        .address = lite_text(st, 3, a),
        .road = lite_text(st, 4, a),
        .number = lite_text(st, 5, a),
        .point = {lite_real(st, 6), lite_real(st, 7)},
        .datum = lite_text(st, 8, a),
    };
    if (!read_line(e, line ? line : "", a))
        return yk_fail(err, YK_E_STORE,
                       _("%s: the course of the road %s in %s is damaged; load that list again"),
                       l->path, e->name, e->source);
    return YK_OK;
}

yk_code lite_read_gazetteer(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                            struct yk_err *err)
{
    static const struct lite_rows rows = {LITE_GAZETTEER, sizeof *out->gazetteer, read_entry,
                                          N_("reading the gazetteer")};
    void *entry;
    if (lite_all(&entry, &out->gazetteers, &rows, l, a, err))
        return err->code;
    out->gazetteer = entry;
    return YK_OK;
}
