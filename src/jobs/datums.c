/* datums.c - the coordinates of a load compared with what the database knows of the same places. */
#include "datums.h"

#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "youka/report/datums.h"

enum { MOST_NOTED = 20000, MOST_KNOWN = 20000 };

/* Arrays in an arena grow by being copied. */
static void add(struct yk_datums *d, const struct yk_noted *one, struct yk_arena *a)
{
    d->rows[one->place.datum]++;
    if (d->count == MOST_NOTED)
        return;
    if (d->count == d->room) {
        struct yk_noted *old = d->at;
        d->room = d->room ? d->room * 2 : 64;
        d->at = YK_ARENA_ARRAY(a, struct yk_noted, d->room);
        if (d->count)
            memcpy(d->at, old, d->count * sizeof *old);
    }
    struct yk_noted *kept = &d->at[d->count++];
    *kept = *one;
    const char **text[] = {&kept->place.name, &kept->place.address, &kept->place.road,
                           &kept->place.number};
    for (size_t i = 0; i < sizeof text / sizeof *text; i++)
        *text[i] = yk_arena_copy(a, *text[i]);
}

void yk_datums_note(struct yk_datums *d, const struct yk_answers *row, enum yk_datum datum,
                    struct yk_point point, struct yk_arena *a)
{
    const struct yk_noted one = {.place = {.name = yk_answer_text(row, "name"),
                                           .address = yk_answer_text(row, "address"),
                                           .road = yk_answer_text(row, "road"),
                                           .number = yk_answer_text(row, "number"),
                                           .point = point,
                                           .datum = datum,
                                           .source = ""}};
    if (yk_point_valid(point))
        add(d, &one, a);
}

void yk_datums_note_doors(struct yk_datums *d, const struct yk_batch *piece, struct yk_arena *a)
{
    for (size_t i = 0; i < piece->count; i++) {
        struct yk_noted one = {.id = piece->submission[i].id};
        if (yk_sighting_of_door(&one.place, &piece->submission[i].answers) && !one.place.sure)
            add(d, &one, a);
    }
}

/* Rows of the file that the database knows from another load are no witnesses for it either. */
static void leave_out_own(struct yk_territory *t, const struct yk_datums *d)
{
    struct yk_map own = {0};
    size_t kept = 0;
    for (size_t i = 0; i < d->count; i++)
        if (*d->at[i].id.text)
            yk_map_put(&own, d->at[i].id.text, i);
    for (size_t i = 0; i < t->doors; i++)
        if (!yk_map_find(&own, t->door[i].submission.text, NULL))
            t->door[kept++] = t->door[i];
    t->doors = kept;
    yk_map_release(&own);
}

static void leave_out_source(struct yk_sightings *known, const char *source)
{
    size_t kept = 0;
    for (size_t i = 0; i < known->count; i++)
        if (strcmp(known->place[i].source, source) != 0)
            known->place[kept++] = known->place[i];
    known->count = kept;
}

/* Without a database nothing is known. */
static yk_code read_known(struct yk_sightings *out, const struct yk_datums *d,
                          const struct yk_datums_ask *ask, struct yk_arena *a, struct yk_err *err)
{
    struct yk_store *own = NULL;
    struct yk_territory t;
    struct yk_err none;
    *out = (struct yk_sightings){0};
    if (!ask->store && yk_store_open(&own, ask->wish->db, YK_STORE_READ, &none))
        return YK_OK;
    yk_code code =
        yk_load_places(&t, ask->store ? ask->store : own, ask->batch, MOST_KNOWN, a, err);
    yk_store_close(own);
    if (code)
        return code;
    leave_out_own(&t, d);
    yk_sightings_of(out, &t, a);
    leave_out_source(out, ask->source);
    return YK_OK;
}

static void tell(const struct yk_suspicion *said, const struct yk_datums *d,
                 const struct yk_datums_ask *ask, struct yk_arena *a)
{
    struct yk_compared load = {.file = ask->file,
                               .rows = d->rows[said->declared],
                               .batch = ask->batch && ask->kept ? ask->batch->text : NULL,
                               .stays = ask->kept && !strcmp(ask->source, YK_SIGHTED_RIVALS)};
    const char *sentence = yk_report_doubt(said, &load, a);
    if (!*sentence)
        return;
    yk_load_warn(ask->loads, sentence, a);
    yk_notice(ask->watch, sentence);
}

static void compare(const struct yk_datums *d, const struct yk_datums_ask *ask,
                    const struct yk_witnesses *known, struct yk_arena *a)
{
    struct yk_sightings place = {.place = YK_ARENA_ARRAY(a, struct yk_sighting, d->count)};
    for (int datum = 0; datum <= YK_DATUM_UNKNOWN; datum++) {
        struct yk_suspicion said;
        place.count = 0;
        for (size_t i = 0; i < d->count; i++)
            if ((int)d->at[i].place.datum == datum)
                place.place[place.count++] = d->at[i].place;
        if (!place.count)
            continue;
        yk_suspect_source(&said, &place, known);
        tell(&said, d, ask, a);
    }
}

/* Names and addresses are read with the districts and the words of the rules. */
struct reading {
    struct yk_name_book *names;
    struct yk_address_book *addresses;
    struct yk_readers read;
};
static void begin_reading(struct reading *r, const struct yk_names *districts,
                          const struct yk_rules *words, struct yk_arena *a)
{
    r->names = yk_name_book_new(districts, words, a);
    r->addresses = yk_address_book_new(districts);
    yk_address_book_ready(r->addresses);
    r->read = (struct yk_readers){r->names, r->addresses};
}

static void end_reading(struct reading *r)
{
    yk_name_book_release(r->names);
    yk_address_book_free(r->addresses);
}

yk_code yk_datums_tell(struct yk_datums *d, const struct yk_datums_ask *ask, struct yk_arena *a,
                       struct yk_err *err)
{
    struct yk_datums noted = *d;
    struct yk_sightings known;
    struct yk_rules words = {0};
    struct yk_names districts;
    struct reading reading;
    *d = (struct yk_datums){0};
    if (!noted.count)
        return YK_OK;
    if (read_known(&known, &noted, ask, a, err))
        return err->code;
    if (!known.count && !noted.rows[YK_DATUM_UNKNOWN])
        return YK_OK;
    if (yk_desk_rules_of(&words, ask->wish, a, err) || yk_desk_names(&districts, ask->wish, a, err))
        return err->code;
    begin_reading(&reading, &districts, &words, a);
    struct yk_witnesses *witnesses = yk_witnesses_new(&known, &reading.read);
    compare(&noted, ask, witnesses, a);
    yk_witnesses_free(witnesses);
    end_reading(&reading);
    return YK_OK;
}

void yk_datums_check(struct yk_view *view, const struct yk_desk *desk, struct yk_arena *a)
{
    struct yk_sightings all;
    struct yk_suspicion *said;
    struct reading reading;
    size_t count;
    begin_reading(&reading, &desk->names, &desk->rules, a);
    yk_sightings_of(&all, &desk->doors, a);
    yk_suspect_all(&said, &count, &all, &reading.read, a);
    end_reading(&reading);
    yk_report_datums(view, said, count);
}
