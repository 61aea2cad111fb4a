/* overrides.c - what people decided for clients in place of what the rules say. */
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"

struct task {
    const struct yk_override *item;
    size_t count;
};

/* *when: later than all that was said of the client and field; *same: it stands already. */
static yk_code said_before(struct yk_moment *when, bool *same, struct lite *l,
                           const struct yk_override *o, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_OVERRIDE_NOW, err);
    struct lite_id id = lite_bytes(&o->submission);
    bool row;
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &id);
    lite_bind_text(st, 2, yk_override_code(o->field));
    if (lite_next(&row, l, st, N_("storing a decision"), err))
        return err->code;
    const char *now = row ? (const char *)sqlite3_column_text(st, 0) : "";
    *same = strcmp(now, o->value) == 0;
    *when = lite_moment(row ? st : NULL, 1, o->at);
    sqlite3_reset(st);
    return YK_OK;
}

static yk_code write_one(bool *added, struct lite *l, const struct yk_override *o,
                         struct yk_err *err)
{
    struct lite_id id = lite_bytes(&o->submission);
    struct yk_moment when;
    bool same = false;
    *added = false;
    if (said_before(&when, &same, l, o, err) || same)
        return err->code;
    sqlite3_stmt *st = lite_ready(l, LITE_OVERRIDE_ADD, err);
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &id);
    lite_bind_text(st, 2, yk_override_code(o->field));
    lite_bind_text(st, 3, when.text);
    lite_bind_text(st, 4, o->value);
    lite_bind_text(st, 5, o->who);
    lite_bind_text(st, 6, o->reason);
    *added = true;
    return lite_run(l, st, N_("storing a decision"), err);
}

static yk_code write_all(struct lite *l, const void *what, struct yk_err *err)
{
    const struct task *t = what;
    bool any = false, added;
    for (size_t i = 0; i < t->count; i++) {
        if (write_one(&added, l, &t->item[i], err))
            return err->code;
        any |= added;
    }
    return any ? lite_facts_changed(l, err) : YK_OK;
}

yk_code lite_put_overrides(struct yk_store *s, const struct yk_override *item, size_t count,
                           struct yk_err *err)
{
    struct task t = {.item = item, .count = count};
    return lite_write(lite_of(s), write_all, &t, N_("storing a decision"), err);
}

static yk_code read_one(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                        struct yk_err *err)
{
    struct yk_override *o = item;
    const char *field = (const char *)sqlite3_column_text(st, 1);
    (void)l, (void)err;
    *o = (struct yk_override){.submission = lite_id_at(st, 0),
                              .value = lite_text(st, 2, a),
                              .who = lite_text(st, 3, a),
                              .at = lite_text(st, 4, a),
                              .reason = lite_text(st, 5, a)};
    if (!yk_override_of(&o->field, field))
        YK_BUG("the database holds an override of «%s»", field);
    return YK_OK;
}

yk_code lite_read_overrides(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                            struct yk_err *err)
{
    static const struct lite_rows rows = {LITE_OVERRIDES, sizeof(struct yk_override), read_one,
                                          N_("reading the decisions")};
    void *item;
    if (lite_all(&item, &out->overrides, &rows, l, a, err))
        return err->code;
    out->override = item;
    return YK_OK;
}
