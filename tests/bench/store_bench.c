/* store_bench.c - loading into the store beside a bare prepared INSERT of the same bytes.
 * store_bench FOLDER [ROWS=1000000]: rows a second of both, their ratio, and of reading all back.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "youka/store/store.h"

#define FIELDS 35
#define PIECE 4096

/* Of this process alone: what else runs on the machine does not count. */
static double now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void die(const char *why)
{
    fprintf(stderr, "store_bench: %s\n", why);
    exit(1);
}

static struct yk_id hash_of(const char *text)
{
    struct yk_hash h;
    yk_hash_begin(&h);
    yk_hash_text(&h, text);
    return yk_hash_end(&h);
}

/* A piece of rows: codes, numbers and short Chinese texts, as in a survey. Made once, so that
 * making rows costs next to nothing beside storing them. */
static void fill_piece(struct yk_submission *s, struct yk_arena *a)
{
    static const char *const word[] = {"物流园区有限公司", "yes",    "中心小学",
                                       "decision_maker",   "diesel", "东方大酒店",
                                       "2026-03-05",       "g92 d0"};
    for (size_t row = 0; row < PIECE; row++, s++) {
        *s = (struct yk_submission){.station_code = yk_arena_printf(a, "S%03zu", row % 200),
                                    .content = hash_of(word[row % 8]),
                                    .age = "2026-03-05T10:11:12",
                                    .survey_date = 20000};
        s->answers.answer = YK_ARENA_ARRAY(a, struct yk_answer, FIELDS);
        s->answers.count = FIELDS;
        for (size_t i = 0; i < FIELDS; i++)
            s->answers.answer[i] = (struct yk_answer){
                yk_arena_printf(a, "field_%02zu", i),
                i % 3 ? word[(row + i) % 8] : yk_arena_printf(a, "%zu", row * 97 % 100000), NULL};
        s->key = s->answers.answer[0].text = yk_arena_items(a, 40, 1);
    }
}

/* What tells one row from the next; ids come in no order, as hashes do. */
static void name_row(struct yk_submission *s, size_t row)
{
    static const char digit[] = "0123456789abcdef";
    char *key = (char *)s->key;
    unsigned long long half[2] = {row * 0x9E3779B97F4A7C15ull, (row + 1) * 0xD1B54A32D192ED03ull};
    for (int i = 0; i < 32; i++)
        s->id.text[i] = digit[half[i / 16] >> 4 * (i % 16) & 15];
    s->id.text[32] = '\0';
    memcpy(key, s->id.text, 16);
    memcpy(key + 16, "-1c2d-4e5f", 11);
    s->line = row + 2;
}

static double load_store(const char *path, size_t rows, struct yk_err *err)
{
    struct yk_store *store = NULL;
    struct yk_arena a = {0};
    struct yk_batch piece = {.submission = yk_alloc(PIECE * sizeof *piece.submission)};
    struct yk_batch_counts counts = {.rows = rows};
    struct yk_batch_head head = {.id = hash_of("batch"),
                                 .form = "client_survey",
                                 .file = "bench.csv",
                                 .encoding = "UTF-8",
                                 .who = "bench",
                                 .separator = ',',
                                 .content = hash_of("file"),
                                 .loaded_at = "",
                                 .station_code = ""};
    fill_piece(piece.submission, &a);
    double start = now_s();
    if (yk_store_open(&store, path, YK_STORE_CREATE, err) || yk_load_begin(store, &head, err))
        die(err->text);
    for (size_t done = 0; done < rows; done += piece.count) {
        piece.count = rows - done < PIECE ? rows - done : PIECE;
        for (size_t i = 0; i < piece.count; i++)
            name_row(&piece.submission[i], done + i);
        if (yk_load_piece(store, &piece, &counts, err))
            die(err->text);
    }
    if (yk_load_end(store, &counts, true, err))
        die(err->text);
    yk_store_close(store);
    double took = now_s() - start;
    free(piece.submission);
    yk_arena_release(&a);
    if (counts.loaded != rows)
        die("not all rows were loaded");
    return took;
}

static void bare_sql(sqlite3 *db, const char *sql)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL))
        die(sqlite3_errmsg(db));
}

/* What `sqlite3 .import` does: a text column a field, default settings, an index at the end. */
static double load_bare(const char *path, size_t rows)
{
    struct yk_arena a = {0};
    struct yk_buf sql = {0}, values = {0};
    sqlite3 *db;
    sqlite3_stmt *st;
    struct yk_submission *s = yk_alloc(PIECE * sizeof *s);
    fill_piece(s, &a);
    double start = now_s();
    if (sqlite3_open(path, &db))
        die(sqlite3_errmsg(db));
    for (int i = 0; i < FIELDS; i++) {
        yk_buf_printf(&sql, "%sfield_%02d TEXT", i ? ", " : "CREATE TABLE t (", i);
        yk_buf_puts(&values, i ? ", ?" : "INSERT INTO t VALUES (?");
    }
    yk_buf_puts(&sql, ")");
    yk_buf_puts(&values, ")");
    bare_sql(db, sql.text);
    bare_sql(db, "BEGIN");
    if (sqlite3_prepare_v2(db, values.text, -1, &st, NULL))
        die(sqlite3_errmsg(db));
    for (size_t row = 0; row < rows; row++) {
        struct yk_submission *one = &s[row % PIECE];
        name_row(one, row);
        for (int i = 0; i < FIELDS; i++)
            sqlite3_bind_text(st, i + 1, one->answers.answer[i].text, -1, SQLITE_STATIC);
        sqlite3_step(st);
        if (sqlite3_reset(st))
            die(sqlite3_errmsg(db));
    }
    bare_sql(db, "COMMIT");
    bare_sql(db, "CREATE INDEX by_key ON t (field_00)");
    sqlite3_finalize(st);
    sqlite3_close(db);
    double took = now_s() - start;
    yk_buf_release(&sql);
    yk_buf_release(&values);
    yk_arena_release(&a);
    free(s);
    return took;
}

static double read_store(const char *path, size_t rows, struct yk_err *err)
{
    struct yk_store *store = NULL;
    struct yk_arena a = {0};
    struct yk_territory t;
    double start = now_s();
    if (yk_store_open(&store, path, YK_STORE_READ, err) || yk_load_territory(&t, store, &a, err))
        die(err->text);
    if (t.doors != rows)
        die("not all rows came back");
    double took = now_s() - start;
    yk_store_close(store);
    yk_arena_release(&a);
    return took;
}

static long peak_mb(void)
{
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return u.ru_maxrss / 1024;
}

int main(int argc, char **argv)
{
    struct yk_err err = {0};
    char ours[4096], bare[4096];
    if (argc < 2)
        die("usage: store_bench FOLDER [ROWS]");
    size_t rows = argc > 2 ? (size_t)strtoull(argv[2], NULL, 10) : 1000000;
    snprintf(ours, sizeof ours, "%s/store_bench.db", argv[1]);
    snprintf(bare, sizeof bare, "%s/store_bench_bare.db", argv[1]);
    unlink(ours);
    unlink(bare);
    double bare_s = load_bare(bare, rows), store_s = load_store(ours, rows, &err);
    long load_mb = peak_mb();
    double read_s = read_store(ours, rows, &err);
    printf("rows %zu  bare %.0f rows/s  store %.0f rows/s  ratio %.2f  peak %ld MB\n", rows,
           (double)rows / bare_s, (double)rows / store_s, store_s / bare_s, load_mb);
    printf("territory read %.0f rows/s  peak %ld MB\n", (double)rows / read_s, peak_mb());
    unlink(ours);
    unlink(bare);
    return 0;
}
