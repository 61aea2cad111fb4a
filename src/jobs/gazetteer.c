/* gazetteer.c - lists of places that others have made: taking them in, telling what they hold. */
#include "desk.h"
#include "jobs.h"
#include "maps.h"

#include <math.h>
#include <stdlib.h>

#include "youka/base/file.h"
#include "youka/base/say.h"
#include "youka/report/tables.h"
#include "youka/survey/coverage.h"

/* What a file becomes; grown on the heap. */
struct found {
    struct yk_arena *a;
    const struct yk_places *places;
    const struct yk_vocabulary *census; /* its categories are the kinds of possible clients */
    const char *source;
    struct yk_gazetteer_entry *entry;
    size_t count, room;
    struct yk_entry_counts *file; /* a file an entry */
    size_t files;
};

static void add(struct found *f, const struct yk_gazetteer_entry *entry)
{
    f->entry = yk_grow(f->entry, &f->room, f->count + 1, sizeof *f->entry);
    f->entry[f->count++] = *entry;
}

/* Code or label of a client category; other kinds stay as they are called. */
static const char *kind_of(const struct found *f, const struct yk_answers *said)
{
    const char *typed = yk_places_text(f->a, said, "kind");
    const struct yk_choice *category = yk_choice_read(f->census, "category", typed);
    return category ? category->code : typed;
}

static void keep(void *who, const struct yk_submission *row, struct yk_point at,
                 struct yk_reject *reject)
{
    struct found *f = who;
    struct yk_gazetteer_entry entry = {
        .source = f->source,
        .kind = kind_of(f, &row->answers),
        .name = yk_places_text(f->a, &row->answers, "name"),
        .address = yk_places_text(f->a, &row->answers, "address"),
        .road = yk_places_text(f->a, &row->answers, "road"),
        .number = yk_places_text(f->a, &row->answers, "number"),
        .point = at,
        .datum = f->places->datum,
    };
    if (!*entry.name && !*entry.address && !*entry.road) {
        reject->heading = "name";
        reject->reason = _("there is neither a name nor an address");
        reject->hint = _("fill in the name or the address and load the file again");
        return;
    }
    if (isnan(at.lat) && !*entry.address && !*entry.road) {
        reject->heading = "address";
        reject->reason = _("there is neither an address nor a coordinate");
        reject->hint = _("fill in the address, or a coordinate, and load the file again");
        return;
    }
    add(f, &entry);
}

static void keep_item(void *who, const struct yk_osm_item *item)
{
    add(who, &item->entry);
}

static yk_code read_file(struct yk_places *p, const char *path, struct yk_err *err)
{
    const struct yk_osm_ask map = {.keep = keep_item, .who = p->who};
    if (yk_osm_named(path))
        return yk_maps_read(p, path, &map, err);
    if (yk_places_read(p, path, err))
        return yk_while(err, "%s", yk_file_name(path));
    return YK_OK;
}

static yk_code load_file(struct yk_places *p, struct yk_store *store, const char *path,
                         struct yk_err *err)
{
    struct found *f = p->who;
    size_t changed = 0;
    f->source = yk_file_name(path);
    f->count = 0;
    if (read_file(p, path, err))
        return err->code;
    f->file[f->files++] = yk_entry_counts(f->source, f->entry, f->count);
    if (store &&
        yk_put_gazetteer(store, f->source, f->entry, f->count, p->wish->now, &changed, err))
        return err->code;
    if (store)
        yk_places_count(p, f->count, changed);
    return yk_places_compare(p, store, f->source, err);
}

yk_code yk_run_gazetteer_load(struct yk_show *out, const struct yk_wish *wish,
                              const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_form *census = NULL;
    struct yk_store *store = NULL;
    struct found f = {.a = a, .file = YK_ARENA_ARRAY(a, struct yk_entry_counts, wish->words)};
    struct yk_places p = {.wish = wish,
                          .watch = watch,
                          .a = a,
                          .form = "gazetteer",
                          .may_be_nowhere = true,
                          .keep = keep,
                          .who = &f};
    f.places = &p;
    yk_code code = yk_desk_form(&census, wish, "client_survey", a, err);
    if (!code && !wish->option[YK_OPT_DRY_RUN])
        code = yk_store_open(&store, wish->db, YK_STORE_WRITE, err);
    if (!code)
        f.census = &census->vocabulary;
    for (size_t i = 0; !code && i < wish->words; i++)
        code = load_file(&p, store, wish->word[i], err);
    if (!code) {
        yk_places_show(out, &p);
        yk_report_entry_counts(&out->sheets, f.file, f.files);
    }
    yk_loads_release(&p.loads);
    free(f.entry);
    yk_store_close(store);
    yk_form_free(census);
    return code;
}

yk_code yk_run_gazetteer_check(struct yk_show *out, const struct yk_wish *wish,
                               const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    if (!yk_desk_open(&desk, wish, watch, a, err)) {
        const struct yk_territory *t = &desk.territory;
        struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
        size_t *same_as = YK_ARENA_ARRAY(a, size_t, t->gazetteers);
        yk_gazetteer_doubles(same_as, t->gazetteer, t->gazetteers, a);
        yk_report_gazetteer(&view, same_as);
        yk_datums_check(&view, &desk, a);
    }
    yk_desk_close(&desk);
    return err->code;
}
