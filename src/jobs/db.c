/* db.c - making, testing, saving and mending the database. */
#include "desk.h"
#include "jobs.h"

#include "youka/base/say.h"

/* One sentence as the result. */
static void answer(struct yk_show *out, const char *key, const char *sentence)
{
    const struct yk_column column = {.key = key, .heading = "", .format = YK_AS_TEXT};
    struct yk_sheet *sheet = yk_sheets_add(&out->sheets, "db", NULL);
    struct yk_table *t = yk_sheet_table(&out->sheets, sheet, "", NULL, &column, 1);
    t->bare = true;
    yk_table_row(&out->sheets, t)[0] = yk_text_cell(sentence);
}

yk_code yk_run_db_init(struct yk_show *out, const struct yk_wish *wish,
                       const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    (void)watch;
    struct yk_store *store = NULL;
    if (yk_store_open(&store, wish->db, YK_STORE_CREATE, err))
        return err->code;
    yk_store_close(store);
    answer(out, "database", yk_arena_printf(a, _("made %s"), wish->db));
    return YK_OK;
}

static yk_code check_file(struct yk_show *out, const char *path, struct yk_arena *a,
                          struct yk_err *err)
{
    struct yk_store *store = NULL;
    const char **finding = NULL;
    size_t count = 0;
    if (yk_store_open(&store, path, YK_STORE_RAW, err))
        return err->code;
    yk_code code = yk_store_check(&finding, &count, store, a, err);
    yk_store_close(store);
    if (code)
        return code;
    const struct yk_column column = {.key = "", .heading = "", .format = YK_AS_TEXT};
    struct yk_sheet *sheet = yk_sheets_add(&out->sheets, "check", NULL);
    struct yk_table *t = yk_sheet_table(&out->sheets, sheet, "findings", NULL, &column, 1);
    t->bare = true;
    for (size_t i = 0; i < count; i++)
        yk_table_row(&out->sheets, t)[0] = yk_text_cell(finding[i]);
    if (count)
        return yk_fail(
            err, YK_E_STORE,
            _("%s is damaged in %zu places; restore the newest sound backup (youka db verify)"),
            path, count);
    answer(out, "sound", yk_arena_printf(a, _("%s is sound"), path));
    return YK_OK;
}

yk_code yk_run_db_check(struct yk_show *out, const struct yk_wish *wish,
                        const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    (void)watch;
    return check_file(out, wish->db, a, err);
}

yk_code yk_run_db_verify(struct yk_show *out, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    (void)watch;
    return check_file(out, wish->word[0], a, err);
}

yk_code yk_run_db_backup(struct yk_show *out, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_store *store = NULL;
    if (yk_store_open(&store, wish->db, YK_STORE_READ, err))
        return err->code;
    yk_code code = yk_store_backup(store, wish->word[0], watch, err);
    yk_store_close(store);
    if (code)
        return code;
    answer(out, "backup",
           yk_arena_printf(a, _("saved %s to %s and proved the copy"), wish->db, wish->word[0]));
    return YK_OK;
}

yk_code yk_run_db_upgrade(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    (void)watch;
    struct yk_store *store = NULL;
    int have = 0, want = 0;
    if (yk_store_open(&store, wish->db, YK_STORE_RAW, err))
        return err->code;
    if (yk_store_version(&have, &want, store, err) || yk_store_upgrade(store, err))
        goto out;
    answer(out, "version",
           have == want
               ? yk_arena_printf(a, _("%s is up to date (version %d)"), wish->db, want)
               : yk_arena_printf(a, _("%s brought from version %d to %d"), wish->db, have, want));
out:
    yk_store_close(store);
    return err->code;
}

static yk_code derive_again(struct yk_show *out, const struct yk_wish *wish,
                            const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    if (!yk_desk_open(&desk, wish, watch, a, err))
        answer(out, "run_id",
               yk_arena_printf(a, _("%zu clients derived, run %.12s"), desk.territory.doors,
                               desk.run.text));
    yk_desk_close(&desk);
    return err->code;
}

yk_code yk_run_derive(struct yk_show *out, const struct yk_wish *wish, const struct yk_watch *watch,
                      struct yk_arena *a, struct yk_err *err)
{
    return derive_again(out, wish, watch, a, err);
}

yk_code yk_run_db_rebuild(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_store *store = NULL;
    if (yk_store_open(&store, wish->db, YK_STORE_UPDATE, err))
        return err->code;
    yk_code code = yk_forget_run(store, err);
    yk_store_close(store);
    return code ? code : derive_again(out, wish, watch, a, err);
}
