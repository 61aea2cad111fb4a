/* sqlite.c - the SQLite engine: opening a file safely, and closing it as one whole file. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lite.h"
#include "youka/base/say.h"

#define WAL_TRIES 600
#define WAL_PAUSE_MS 50

/* An empty file with mode 0600, before SQLite would make one with more rights. */
static yk_code make_file(bool *made, const char *path, struct yk_err *err)
{
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    *made = fd >= 0;
    if (fd >= 0)
        close(fd);
    else if (errno != EEXIST)
        return yk_fail(err, YK_E_IO, _("%s: the database cannot be made: %s"), path,
                       strerror(errno));
    return YK_OK;
}

static yk_code must_be_file(const char *path, struct yk_err *err)
{
    struct stat st;
    if (stat(path, &st))
        return errno == ENOENT
                   ? yk_fail(
                         err, YK_E_IO,
                         _("%s: there is no such database; make it with `youka db init` or name "
                           "another with --db"),
                         path)
                   : yk_fail(err, YK_E_IO, _("%s: cannot be opened: %s"), path, strerror(errno));
    if (!S_ISREG(st.st_mode))
        return yk_fail(err, YK_E_IO, _("%s: is no file; name a database file with --db"), path);
    return YK_OK;
}

/* A file may come from anybody: nothing in it may run code, and no number in it may take all
 * memory. */
static void fence(sqlite3 *db)
{
    static const struct {
        int what, most;
    } limit[] = {
        {SQLITE_LIMIT_LENGTH, 64 << 20},
        {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
        {SQLITE_LIMIT_COLUMN, 100},
        {SQLITE_LIMIT_EXPR_DEPTH, 100},
        {SQLITE_LIMIT_COMPOUND_SELECT, 10},
        {SQLITE_LIMIT_VDBE_OP, 25000},
        {SQLITE_LIMIT_FUNCTION_ARG, 16},
        {SQLITE_LIMIT_ATTACHED, 1},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 100},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    for (size_t i = 0; i < sizeof limit / sizeof *limit; i++)
        sqlite3_limit(db, limit[i].what, limit[i].most);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_busy_timeout(db, LITE_BUSY_MS);
}

static yk_code connect(struct lite *l, struct yk_err *err)
{
    if (sqlite3_open_v2(l->path, &l->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL))
        return lite_fail(l, N_("opening"), err);
    fence(l->db);
    return lite_exec(l,
                     "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA secure_delete = ON;"
                     " PRAGMA foreign_keys = ON;"
                     "PRAGMA synchronous = FULL; PRAGMA page_size = 8192; " LITE_CACHE,
                     N_("opening"), err);
}

/* Two programs that make the same file at once may meet here, where SQLite does not wait itself. */
static yk_code use_wal(struct lite *l, struct yk_err *err)
{
    for (int i = 0; i < WAL_TRIES; i++) {
        int said = sqlite3_exec(l->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
        if (said == SQLITE_OK)
            return YK_OK;
        if (said != SQLITE_BUSY)
            break;
        sqlite3_sleep(WAL_PAUSE_MS);
    }
    return lite_fail(l, N_("opening"), err);
}

static yk_code refuse_old(struct lite *l, bool empty, struct yk_err *err)
{
    int have, want;
    if (empty)
        return yk_fail(err, YK_E_STORE, _("%s: is empty; make a database with `youka db init`"),
                       l->path);
    if (l->mode == YK_STORE_RAW)
        return YK_OK;
    if (lite_version(&have, &want, l, err))
        return err->code;
    if (have < want)
        return yk_fail(
            err, YK_E_STORE,
            _("%s: was made by an older youka (schema %d, this one needs %d); run `youka "
              "db upgrade --db %s`"),
            l->path, have, want, l->path);
    return lite_exec(l, "PRAGMA query_only = ON", N_("opening"), err);
}

/* A file left by a creation that was cut short is finished; any other stays as it is. */
static yk_code refuse_made(struct lite *l, bool empty, struct yk_err *err)
{
    int have, want;
    long long facts = 0;
    if (empty)
        return YK_OK;
    if (lite_version(&have, &want, l, err) ||
        lite_number(&facts, l, lite_sql_text(LITE_FACTS), 0, err))
        return err->code;
    if (have == want || facts > 0)
        return yk_fail(err, YK_E_USAGE, _("%s: there is a database already; it stays as it is"),
                       l->path);
    return YK_OK;
}

/* The connection's own, gone with it. */
static const char own_tables[] =
    /* Rows that a bulk load puts by. */
    "CREATE TEMP TABLE late (nth INTEGER PRIMARY KEY, station_id, submission_id, content, batch_id,"
    " line, age, flags, survey_date, natural_key, answers);"
    /* Card transactions before they are summed, and the months they are of. */
    "CREATE TEMP TABLE sale_in (nth INTEGER PRIMARY KEY, station_id, payer, month, grade, day,"
    " line, client, name, litres, yuan, times);"
    "CREATE TEMP TABLE sale_month (station_id, month, PRIMARY KEY (station_id, month))"
    " WITHOUT ROWID";

static yk_code make_ready(struct lite *l, struct yk_err *err)
{
    bool empty;
    if (lite_probe(&empty, l, err))
        return err->code;
    if (l->mode == YK_STORE_READ || l->mode == YK_STORE_RAW)
        return refuse_old(l, empty, err);
    if (l->mode == YK_STORE_CREATE && refuse_made(l, empty, err))
        return err->code;
    if (use_wal(l, err) || lite_exec(l, own_tables, N_("opening"), err))
        return err->code;
    return lite_upgrade(l, err);
}

static void forget(struct lite *l)
{
    for (size_t i = 0; i < LITE_STATEMENTS; i++)
        sqlite3_finalize(l->statement[i]);
    sqlite3_close(l->db);
    yk_buf_release(&l->answers);
    yk_buf_release(&l->flags);
    yk_unpacker_release(&l->unpacker);
    yk_arena_release(&l->scratch);
    free(l->path);
    free(l);
}

/* SQLite gives names that begin with ':' a meaning of its own. */
static char *path_of(const char *where)
{
    struct yk_buf path = {0};
    yk_buf_printf(&path, "%s%s", *where == ':' ? "./" : "", where);
    return path.text;
}

yk_code lite_open(struct yk_store **out, const char *where, enum yk_store_mode mode,
                  struct yk_err *err)
{
    bool made = false;
    bool may_make = mode == YK_STORE_WRITE || mode == YK_STORE_CREATE;
    if (!*where)
        return yk_fail(err, YK_E_USAGE, _("no database is named; give its file with --db"));
    struct lite *l = yk_alloc(sizeof *l);
    l->head.engine = &yk_backend_sqlite;
    l->mode = mode;
    l->path = path_of(where);
    if ((may_make && make_file(&made, l->path, err)) || must_be_file(l->path, err) ||
        connect(l, err) || make_ready(l, err)) {
        if (made)
            unlink(l->path);
        forget(l);
        return err->code;
    }
    *out = &l->head;
    return YK_OK;
}

static bool there(const char *where)
{
    struct stat st;
    char *path = path_of(where);
    bool found = stat(path, &st) == 0;
    free(path);
    return found;
}

/* People copy the one file by hand: what is still in the log goes into it. Whoever closes while
 * others are at work leaves that to the last of them. */
void lite_close(struct yk_store *s)
{
    struct lite *l = lite_of(s);
    lite_rollback(l);
    sqlite3_busy_timeout(l->db, 0);
    if (l->mode != YK_STORE_READ)
        sqlite3_wal_checkpoint_v2(l->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    forget(l);
}

static yk_code version(int *have, int *want, struct yk_store *s, struct yk_err *err)
{
    return lite_version(have, want, lite_of(s), err);
}

static yk_code upgrade(struct yk_store *s, struct yk_err *err)
{
    struct lite *l = lite_of(s);
    if (use_wal(l, err))
        return err->code;
    return lite_upgrade(l, err);
}

const struct yk_backend yk_backend_sqlite = {
    .scheme = "sqlite",
    .open = lite_open,
    .there = there,
    .close = lite_close,
    .version = version,
    .upgrade = upgrade,
    .check = lite_check,
    .merge = lite_merge,
    .backup = lite_backup,
    .load_begin = lite_load_begin,
    .load_piece = lite_load_piece,
    .load_end = lite_load_end,
    .load_sales = lite_load_sales,
    .put_payers_told = lite_put_payers_told,
    .batch_list = lite_batch_list,
    .batch_undo = lite_batch_undo,
    .put_stations = lite_put_stations,
    .put_competitors = lite_put_competitors,
    .list_stations = lite_list_stations,
    .put_gazetteer = lite_put_gazetteer,
    .put_decision = lite_put_decision,
    .put_overrides = lite_put_overrides,
    .put_rules = lite_put_rules,
    .list_rules = lite_list_rules,
    .issue_plan = lite_issue_plan,
    .issued_totals = lite_issued_totals,
    .issue_clients = lite_issue_clients,
    .put_audit = lite_put_audit,
    .list_audit = lite_list_audit,
    .erase_contacts = lite_erase_contacts,
    .load_territory = lite_load_territory,
    .load_places = lite_load_places,
    .last_run = lite_last_run,
    .put_run = lite_put_run,
    .put_plans = lite_put_plans,
    .forget_run = lite_forget_run,
};
