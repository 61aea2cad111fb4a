/* store.c - finds the engine an URL asks for and hands every call on to it. */
#include "youka/store/store.h"

#include <string.h>

#include "backend.h"
#include "youka/base/say.h"

static const struct yk_backend *const engines[] = {&yk_backend_sqlite};

/* The engine an URL asks for and what comes behind its scheme; NULL: there is no such engine. */
static const struct yk_backend *engine_of(const char **place, const char *where)
{
    const char *colon = strstr(where, "://");
    *place = where;
    if (!colon)
        return &yk_backend_sqlite;
    size_t n = (size_t)(colon - where);
    *place = colon + 3;
    for (size_t i = 0; i < sizeof engines / sizeof *engines; i++)
        if (strlen(engines[i]->scheme) == n && !strncmp(engines[i]->scheme, where, n))
            return engines[i];
    return NULL;
}

yk_code yk_store_open(struct yk_store **out, const char *where, enum yk_store_mode mode,
                      struct yk_err *err)
{
    const char *place;
    const struct yk_backend *engine = engine_of(&place, where);
    if (!engine)
        return yk_fail(err, YK_E_USAGE,
                       _("%s: no such kind of database; give a path or sqlite://PATH"), where);
    return engine->open(out, place, mode, err);
}

bool yk_store_there(const char *where)
{
    const char *place;
    const struct yk_backend *engine = engine_of(&place, where);
    return !engine || engine->there(place);
}

void yk_store_close(struct yk_store *s)
{
    if (s)
        s->engine->close(s);
}

yk_code yk_store_version(int *have, int *want, struct yk_store *s, struct yk_err *err)
{
    return s->engine->version(have, want, s, err);
}

yk_code yk_store_upgrade(struct yk_store *s, struct yk_err *err)
{
    return s->engine->upgrade(s, err);
}

yk_code yk_store_check(const char ***finding, size_t *count, struct yk_store *s, struct yk_arena *a,
                       struct yk_err *err)
{
    return s->engine->check(finding, count, s, a, err);
}

yk_code yk_store_backup(struct yk_store *s, const char *to, const struct yk_watch *watch,
                        struct yk_err *err)
{
    return s->engine->backup(s, to, watch, err);
}

yk_code yk_store_merge(struct yk_merged *out, struct yk_store *s, const char *other,
                       const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    const char *scheme = s->engine->scheme;
    size_t n = strlen(scheme);
    if (!strncmp(other, scheme, n) && !strncmp(other + n, "://", 3))
        other += n + 3;
    return s->engine->merge(out, s, other, watch, a, err);
}

yk_code yk_load_begin(struct yk_store *s, const struct yk_batch_head *head, struct yk_err *err)
{
    return s->engine->load_begin(s, head, err);
}

yk_code yk_load_piece(struct yk_store *s, const struct yk_batch *piece,
                      struct yk_batch_counts *counts, struct yk_err *err)
{
    return s->engine->load_piece(s, piece, counts, err);
}

yk_code yk_load_end(struct yk_store *s, struct yk_batch_counts *counts, bool keep,
                    struct yk_err *err)
{
    return s->engine->load_end(s, counts, keep, err);
}

yk_code yk_load_sales(struct yk_store *s, const struct yk_sale_row *row, size_t count,
                      struct yk_err *err)
{
    return s->engine->load_sales(s, row, count, err);
}

yk_code yk_put_payers_told(struct yk_store *s, const struct yk_payer_told *told, size_t count,
                           size_t *changed, struct yk_err *err)
{
    return s->engine->put_payers_told(s, told, count, changed, err);
}

yk_code yk_batch_list(struct yk_batch_entry **out, size_t *count, struct yk_store *s,
                      struct yk_arena *a, struct yk_err *err)
{
    return s->engine->batch_list(out, count, s, a, err);
}

/* The one entry whose id begins so. */
static yk_code find_batch(struct yk_batch_entry **out, const char *prefix,
                          struct yk_batch_entry *entry, size_t count, struct yk_err *err)
{
    struct yk_batch_entry *found = NULL;
    size_t n = strlen(prefix);
    for (size_t i = 0; i < count; i++) {
        if (strncmp(entry[i].head.id.text, prefix, n) != 0)
            continue;
        if (found)
            return yk_fail(
                err, YK_E_USAGE,
                _("batch %s: several batches begin so, such as %.12s and %.12s; give more "
                  "of the id"),
                prefix, found->head.id.text, entry[i].head.id.text);
        found = &entry[i];
    }
    if (!found)
        return yk_fail(err, YK_E_FOUND,
                       _("batch %s: there is none; `youka batch list` shows their ids"), prefix);
    if (found->undone)
        return yk_fail(err, YK_E_USAGE, _("batch %.12s (%s): it has been taken back already"),
                       found->head.id.text, found->head.file);
    *out = found;
    return YK_OK;
}

yk_code yk_batch_undo(struct yk_store *s, const char *prefix, const char *now,
                      struct yk_batch_entry *undone, struct yk_arena *a, struct yk_err *err)
{
    struct yk_batch_entry *entry, *found = NULL;
    size_t count;
    if (yk_batch_list(&entry, &count, s, a, err) || find_batch(&found, prefix, entry, count, err) ||
        s->engine->batch_undo(s, &found->head.id, now, err))
        return err->code;
    found->undone = true;
    *undone = *found;
    return YK_OK;
}

yk_code yk_put_stations(struct yk_store *s, const struct yk_station *station, size_t count,
                        const char *now, size_t *changed, struct yk_err *err)
{
    return s->engine->put_stations(s, station, count, now, changed, err);
}

yk_code yk_put_competitors(struct yk_store *s, const struct yk_competitor *rival, size_t count,
                           const char *now, size_t *changed, struct yk_err *err)
{
    return s->engine->put_competitors(s, rival, count, now, changed, err);
}

yk_code yk_list_stations(struct yk_station **out, size_t *count, struct yk_store *s,
                         struct yk_arena *a, struct yk_err *err)
{
    return s->engine->list_stations(out, count, s, a, err);
}

yk_code yk_put_gazetteer(struct yk_store *s, const char *source,
                         const struct yk_gazetteer_entry *entry, size_t count, const char *now,
                         size_t *changed, struct yk_err *err)
{
    return s->engine->put_gazetteer(s, source, entry, count, now, changed, err);
}

yk_code yk_put_decision(struct yk_store *s, const struct yk_decision *decision, struct yk_err *err)
{
    return s->engine->put_decision(s, decision, err);
}

yk_code yk_put_overrides(struct yk_store *s, const struct yk_override *item, size_t count,
                         struct yk_err *err)
{
    return s->engine->put_overrides(s, item, count, err);
}

yk_code yk_issue_clients(struct yk_store *s, const struct yk_issued *issued, size_t count,
                         struct yk_err *err)
{
    return s->engine->issue_clients(s, issued, count, err);
}

yk_code yk_put_rules(struct yk_id *id, struct yk_store *s, const struct yk_rules_version *version,
                     struct yk_err *err)
{
    return s->engine->put_rules(id, s, version, err);
}

yk_code yk_list_rules(struct yk_rules_version **out, size_t *count, struct yk_store *s,
                      struct yk_arena *a, struct yk_err *err)
{
    return s->engine->list_rules(out, count, s, a, err);
}

yk_code yk_issue_plan(struct yk_id *id, bool *added, struct yk_store *s,
                      const struct yk_issue *what, struct yk_err *err)
{
    return s->engine->issue_plan(id, added, s, what, err);
}

yk_code yk_issued_totals(struct yk_totals *out, struct yk_store *s,
                         const struct yk_totals_wish *wish, const struct yk_watch *watch,
                         struct yk_arena *a, struct yk_err *err)
{
    return s->engine->issued_totals(out, s, wish, watch, a, err);
}

yk_code yk_put_audit(struct yk_store *s, const struct yk_audit *audit, struct yk_err *err)
{
    return s->engine->put_audit(s, audit, err);
}

yk_code yk_list_audit(struct yk_audit **out, size_t *count, struct yk_store *s, struct yk_arena *a,
                      struct yk_err *err)
{
    return s->engine->list_audit(out, count, s, a, err);
}

yk_code yk_erase_contacts(struct yk_erased *out, struct yk_store *s, const struct yk_id *submission,
                          size_t count, const struct yk_audit *audit, struct yk_arena *a,
                          struct yk_err *err)
{
    return s->engine->erase_contacts(out, s, submission, count, audit, a, err);
}

yk_code yk_load_territory(struct yk_territory *out, struct yk_store *s, struct yk_arena *a,
                          struct yk_err *err)
{
    return s->engine->load_territory(out, s, a, err);
}

yk_code yk_load_places(struct yk_territory *out, struct yk_store *s, const struct yk_id *but,
                       size_t most, struct yk_arena *a, struct yk_err *err)
{
    return s->engine->load_places(out, s, but, most, a, err);
}

yk_code yk_last_run(struct yk_id *run, struct yk_store *s, struct yk_err *err)
{
    return s->engine->last_run(run, s, err);
}

yk_code yk_put_run(struct yk_store *s, const struct yk_id *run, const struct yk_territory *t,
                   const struct yk_derived *d, struct yk_err *err)
{
    return s->engine->put_run(s, run, t, d, err);
}

yk_code yk_put_plans(struct yk_store *s, const struct yk_id *run, const struct yk_territory *t,
                     const struct yk_plan *const *plan, size_t plans, struct yk_err *err)
{
    return s->engine->put_plans(s, run, t, plan, plans, err);
}

yk_code yk_forget_run(struct yk_store *s, struct yk_err *err)
{
    return s->engine->forget_run(s, err);
}
