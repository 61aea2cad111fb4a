/* desk.c - a form, the rules, the store, what follows from the facts. */
#include "desk.h"

#include <string.h>

#include "youka/base/cores.h"
#include "youka/base/say.h"
#include "youka/estimate/estimate.h"
#include "youka/estimate/prospect.h"
#include "youka/intake/source.h"
#include "youka/locate/assign.h"
#include "youka/survey/quality.h"

enum { MOST_FORM_ROWS = 20000 };

static yk_code open_sheet(struct yk_source **source, const struct yk_rows **rows, const char *path,
                          struct yk_err *err)
{
    if (yk_source_open(source, path, err))
        return err->code;
    return yk_source_all(rows, *source, MOST_FORM_ROWS, err);
}

yk_code yk_desk_form(struct yk_form **out, const struct yk_wish *wish, const char *name,
                     struct yk_arena *a, struct yk_err *err)
{
    static const char *const sheet[] = {"survey", "choices", "settings"};
    struct yk_source *source[3] = {0};
    const struct yk_rows *rows[3] = {0};
    const char *dir =
        strchr(name, '/') ? name : yk_arena_printf(a, "%s/survey-forms/%s", wish->data_dir, name);
    for (int i = 0; i < 3; i++)
        if (open_sheet(&source[i], &rows[i], yk_arena_printf(a, "%s/%s.csv", dir, sheet[i]), err))
            goto out;
    if (yk_form_read(out, rows[0], rows[1], rows[2], a, err))
        yk_while(err, _("form %s"), dir);
out:
    for (int i = 0; i < 3; i++)
        yk_source_close(source[i]);
    return err->code;
}

typedef yk_code read_table(struct yk_rules *r, const char *file, const struct yk_rows *rows,
                           struct yk_arena *a, struct yk_err *err);

static yk_code read_rules(struct yk_rules *out, read_table *read, const char *file, const char *csv,
                          struct yk_arena *a, struct yk_err *err)
{
    struct yk_source *source = NULL;
    const struct yk_rows *rows;
    if (yk_source_open_text(&source, file, csv, err))
        return err->code;
    yk_code code = yk_source_all(&rows, source, MOST_FORM_ROWS, err);
    if (!code)
        code = read(out, file, rows, a, err);
    yk_source_close(source);
    return code;
}

yk_code yk_desk_rules(struct yk_rules *out, struct yk_id *version, struct yk_store *store,
                      struct yk_arena *a, struct yk_err *err)
{
    struct yk_rules_version *loaded = NULL;
    size_t count = 0;
    for (const struct yk_rule_table *t = yk_rule_tables; t->file; t++)
        if (read_rules(out, yk_rules_read, t->file, t->csv, a, err))
            return err->code;
    if (store && yk_list_rules(&loaded, &count, store, a, err))
        return err->code;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < loaded[i].tables; k++)
            if (read_rules(out, yk_rules_read_kept, loaded[i].table[k].file, loaded[i].table[k].csv,
                           a, err))
                return yk_while(err, _("rules version %.12s"), loaded[i].id.text);
    if (version)
        *version = count ? loaded[count - 1].id : (struct yk_id){""};
    return YK_OK;
}

yk_code yk_desk_rules_of(struct yk_rules *out, const struct yk_wish *wish, struct yk_arena *a,
                         struct yk_err *err)
{
    struct yk_store *store = NULL;
    if (yk_store_there(wish->db) && yk_store_open(&store, wish->db, YK_STORE_UPDATE, err))
        return err->code;
    yk_code code = yk_desk_rules(out, NULL, store, a, err);
    yk_store_close(store);
    return code;
}

/* A run is named by what it follows from: the facts that were read, rules, day; and by its clients,
 * whose ids also depend on which were handed out meanwhile. */
static struct yk_id run_id(const struct yk_territory *t, const struct yk_id *rules)
{
    struct yk_hash h;
    yk_hash_begin(&h);
    yk_hash_bytes(&h, &t->facts, sizeof t->facts);
    yk_hash_bytes(&h, &t->today, sizeof t->today);
    yk_hash_text(&h, rules->text);
    for (size_t i = 0; i < t->doors; i++)
        yk_hash_text(&h, t->door[i].id.text);
    for (const struct yk_rule_table *table = yk_rule_tables; table->file; table++)
        yk_hash_text(&h, table->csv);
    return yk_hash_end(&h);
}

static yk_code keep_run(struct yk_desk *desk, struct yk_err *err)
{
    struct yk_id kept;
    desk->run = run_id(&desk->territory, &desk->rules_version);
    if (yk_last_run(&kept, desk->store, err))
        return err->code;
    if (!strcmp(kept.text, desk->run.text))
        return YK_OK;
    return yk_put_run(desk->store, &desk->run, &desk->territory, &desk->derived, err);
}

static yk_code derive(struct yk_desk *desk, const struct yk_wish *wish,
                      const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_territory *t = &desk->territory;
    yk_progress(watch, _("finding out who is who"), 0, desk->doors.doors);
    if (yk_desk_who(desk, wish, a, err) ||
        (yk_locate_wanted(t) && yk_desk_geocoder(desk, wish, a, err)))
        return err->code;
    yk_progress(watch, _("locating and estimating"), 0, t->doors);
    desk->derived = (struct yk_derived){.visits = &desk->visits,
                                        .place = YK_ARENA_ARRAY(a, struct yk_place, t->doors),
                                        .estimate = YK_ARENA_ARRAY(a, struct yk_estimate, t->doors),
                                        .prospect = YK_ARENA_ARRAY(a, struct yk_prospect, t->doors),
                                        .quality = YK_ARENA_ARRAY(a, struct yk_quality, t->doors),
                                        .count = t->doors};
    yk_locate_all(desk->derived.place, t, desk->geocoder, a);
    desk->derived.overruled = yk_overruled_of(&desk->who, a);
    yk_visits_of(&desk->visits, &desk->who, desk->derived.place, a);
    yk_visits_answer(t, &desk->visits, &desk->who, a);
    yk_desk_sales(desk, a);
    yk_estimate_all(desk->derived.estimate, t, desk->derived.place, yk_cores(), a);
    yk_prospect_all(desk->derived.prospect, t, desk->derived.place, desk->derived.estimate,
                    desk->derived.buyer, yk_cores());
    yk_desk_outcomes(desk, a);
    yk_quality_all(desk->derived.quality, t, desk->derived.place, desk->derived.estimate, a);
    return keep_run(desk, err);
}

void yk_desk_planning(struct yk_desk *desk, const struct yk_watch *watch, struct yk_arena *a)
{
    yk_progress(watch, _("ranking the clients of all stations"), 0, desk->territory.stations);
    yk_planning_make(&desk->planning, &desk->territory, &desk->derived, yk_cores(), a);
    desk->huff = yk_huff_new(&desk->territory);
}

/* Another form's lists, for reports that speak of its answers too. */
static void add_words(struct yk_desk *desk, const struct yk_form *form, struct yk_arena *a)
{
    for (size_t i = 0; i < form->vocabulary.count; i++)
        yk_vocabulary_add(&desk->form->vocabulary, a, &form->vocabulary.choice[i]);
}

static yk_code open_forms(struct yk_desk *desk, const struct yk_wish *wish, struct yk_arena *a,
                          struct yk_err *err)
{
    struct yk_form *walk = NULL;
    if (yk_desk_form(&desk->form, wish, "client_survey", a, err) ||
        yk_desk_form(&desk->visit_form, wish, "visit", a, err) ||
        yk_desk_form(&walk, wish, "walk_list", a, err))
        return err->code;
    add_words(desk, walk, a);
    add_words(desk, desk->visit_form, a);
    yk_form_free(walk);
    return YK_OK;
}

yk_code yk_desk_open(struct yk_desk *desk, const struct yk_wish *wish, const struct yk_watch *watch,
                     struct yk_arena *a, struct yk_err *err)
{
    if (open_forms(desk, wish, a, err) ||
        yk_store_open(&desk->store, wish->db, YK_STORE_UPDATE, err) ||
        yk_desk_rules(&desk->rules, &desk->rules_version, desk->store, a, err))
        return err->code;
    yk_progress(watch, _("reading the facts"), 0, 0);
    if (yk_load_territory(&desk->doors, desk->store, a, err))
        return err->code;
    desk->doors.rules = &desk->rules;
    desk->doors.today = wish->today;
    return derive(desk, wish, watch, a, err);
}

void yk_desk_close(struct yk_desk *desk)
{
    yk_geocoder_free(desk->geocoder);
    yk_huff_free(desk->huff);
    yk_form_free(desk->form);
    yk_form_free(desk->visit_form);
    yk_store_close(desk->store);
    *desk = (struct yk_desk){0};
}

yk_code yk_desk_station(size_t *out, const struct yk_desk *desk, const char *code,
                        struct yk_err *err)
{
    struct yk_buf known = {0};
    for (size_t i = 0; i < desk->territory.stations; i++) {
        if (!strcmp(desk->territory.station[i].code, code)) {
            *out = i;
            yk_buf_release(&known);
            return YK_OK;
        }
        yk_buf_printf(&known, "%s%s", i ? ", " : "", desk->territory.station[i].code);
    }
    yk_fail(err, YK_E_FOUND, _("no station has the code «%s»; there are: %s"), code,
            known.text ? known.text : _("none (youka station load FILE)"));
    yk_buf_release(&known);
    return err->code;
}

yk_code yk_desk_unmask(const struct yk_desk *desk, const struct yk_wish *wish, const char *what,
                       size_t rows, struct yk_err *err)
{
    const char *reason = wish->option[YK_OPT_UNMASK];
    if (!reason)
        return YK_OK;
    if (yk_text_blank(reason))
        return yk_fail(err, YK_E_USAGE, _("--unmask takes a reason; it is kept on record"));
    struct yk_audit audit = {wish->now, wish->user, what, reason, (long long)rows};
    return yk_put_audit(desk->store, &audit, err);
}

bool yk_desk_chosen(const struct yk_wish *wish, const struct yk_station *station)
{
    const char *code = wish->option[YK_OPT_STATION], *region = wish->option[YK_OPT_REGION];
    return (!code || !strcmp(code, station->code)) && (!region || !strcmp(region, station->region));
}

/* Stations come by code: a region is new where no station before is of it. */
static bool new_region(const struct yk_territory *t, size_t station)
{
    for (size_t i = 0; i < station; i++)
        if (!strcmp(t->station[i].region, t->station[station].region))
            return false;
    return *t->station[station].region;
}

yk_code yk_desk_no_station(const struct yk_desk *desk, const struct yk_wish *wish,
                           struct yk_err *err)
{
    const struct yk_territory *t = &desk->territory;
    const char *region = wish->option[YK_OPT_REGION];
    struct yk_buf known = {0};
    if (!region || !t->stations)
        return yk_fail(
            err, YK_E_FOUND, "%s",
            _("there is no station yet; load the stations first: youka station load FILE"));
    if (wish->option[YK_OPT_STATION])
        return yk_fail(err, YK_E_FOUND, _("the station %s does not lie in the region «%s»"),
                       wish->option[YK_OPT_STATION], region);
    for (size_t i = 0; i < t->stations; i++)
        if (new_region(t, i))
            yk_buf_printf(&known, "%s%s", known.len ? ", " : "", t->station[i].region);
    yk_fail(err, YK_E_FOUND, _("no station lies in the region «%s»; there are: %s"), region,
            known.text ? known.text : _("none (youka station list)"));
    yk_buf_release(&known);
    return err->code;
}

struct yk_view yk_desk_view(const struct yk_desk *desk, struct yk_sheets *sheets, enum yk_lang lang,
                            struct yk_arena *a)
{
    const struct yk_form *form[] = {desk->form,
                                    desk->visit_form}; /* of one name the first counts */
    size_t n = 0, most = form[0]->fields + form[1]->fields + 1;
    const char *(*question)[2] = yk_arena_items(a, most, sizeof *question);
    const char **list = YK_ARENA_ARRAY(a, const char *, most);
    for (size_t f = 0; f < 2; f++)
        for (size_t i = 0; i < form[f]->fields; i++, n++) {
            question[n][0] = form[f]->field[i].name;
            question[n][1] = form[f]->field[i].label[lang];
            list[n] = form[f]->field[i].list;
        }
    return (struct yk_view){.sheets = sheets,
                            .territory = &desk->territory,
                            .derived = &desk->derived,
                            .vocabulary = &form[0]->vocabulary,
                            .question = (const char *const(*)[2])question,
                            .question_list = list,
                            .who = &desk->who,
                            .rules_version = yk_arena_copy(a, desk->rules_version.text)};
}
