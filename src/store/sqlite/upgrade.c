/* upgrade.c - whose file it is, and bringing its schema up to date a step at a time. */
#include "lite.h"

#include "schema.h"
#include "youka/base/say.h"

static int steps(void)
{
    int n = 0;
    while (yk_schema_steps[n].sql)
        n++;
    return n;
}

static yk_code have_version(long long *out, struct lite *l, struct yk_err *err)
{
    return lite_number(out, l, "PRAGMA user_version", 0, err);
}

yk_code lite_version(int *have, int *want, struct lite *l, struct yk_err *err)
{
    long long version;
    if (have_version(&version, l, err))
        return err->code;
    *have = (int)version;
    *want = steps();
    return YK_OK;
}

/* In this order: another program may be making the database meanwhile, and names it its own in the
 * transaction that makes the first tables. */
yk_code lite_probe(bool *empty, struct lite *l, struct yk_err *err)
{
    long long application, version, tables;
    if (lite_number(&tables, l, "SELECT count(*) FROM sqlite_schema", 0, err) ||
        have_version(&version, l, err) ||
        lite_number(&application, l, "PRAGMA application_id", 0, err))
        return err->code;
    if (application != LITE_APPLICATION && (application || tables))
        return yk_fail(err, YK_E_DATA,
                       _("%s: is the database of another program; name a youka database with --db"),
                       l->path);
    if (version > steps())
        return yk_fail(
            err, YK_E_STORE,
            _("%s: was written by a newer youka (schema %lld, this one knows %d); install "
              "the newer program"),
            l->path, version, steps());
    *empty = application == 0;
    return YK_OK;
}

/* Before a database with data changes its shape, a copy of it is kept. */
static yk_code keep_copy(struct lite *l, long long version, struct yk_err *err)
{
    long long facts;
    if (lite_number(&facts, l, lite_sql_text(LITE_FACTS), 0, err))
        return err->code;
    if (!facts)
        return YK_OK;
    struct yk_buf to = {0};
    yk_buf_printf(&to, "%s.before-%lld", l->path, version);
    yk_code code = lite_copy(l->path, to.text, NULL, err);
    yk_buf_release(&to);
    return code;
}

/* One step, inside a transaction. The version is looked at again there: another program may have
 * been faster while this one waited. */
static yk_code run_step(struct lite *l, const void *task, struct yk_err *err)
{
    bool *copied = *(bool *const *)task;
    long long have;
    char mark[96];
    if (have_version(&have, l, err))
        return err->code;
    if (have >= steps())
        return YK_OK;
    if (have > 0 && !*copied && keep_copy(l, have, err))
        return err->code;
    *copied = true;
    const struct yk_step *step = &yk_schema_steps[have];
    sqlite3_snprintf(sizeof mark, mark, "PRAGMA application_id = %d; PRAGMA user_version = %d",
                     LITE_APPLICATION, (int)have + 1);
    if (lite_exec(l, step->sql, step->file, err))
        return err->code;
    return lite_exec(l, mark, step->file, err);
}

yk_code lite_upgrade(struct lite *l, struct yk_err *err)
{
    bool copied = false, *task = &copied;
    long long have;
    if (have_version(&have, l, err))
        return err->code;
    while (have < steps())
        if (lite_write(l, run_step, &task, N_("bringing the schema up to date"), err) ||
            have_version(&have, l, err))
            return err->code;
    return YK_OK;
}
