/* floor.c - floor DIR OUT: the least that a program of the whole job has to do, for its bench.
 *
 * DIR/clients.csv as gen.c writes it is put cell by cell into a table of an SQLite database
 * (libcsv, one prepared INSERT, one transaction, an index afterwards); then two processes write a
 * workbook a station with libxlsxwriter, the first 25 cells of each of its rows, in constant
 * memory. Nothing is checked, matched, located, estimated or ranked. Prints the seconds of the two
 * halves. */
#include <csv.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { FIELDS = 35, COLUMNS = 25, PROCESSES = 2, PATH = 4096 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void must(bool done, const char *what)
{
    if (done)
        return;
    fprintf(stderr, "floor: cannot %s\n", what);
    exit(1);
}

struct loading {
    sqlite3_stmt *add;
    int field;
    long row; /* 0: the headings */
};

static void take_field(void *text, size_t n, void *who)
{
    struct loading *l = who;
    if (l->row && l->field < FIELDS && n)
        sqlite3_bind_text(l->add, l->field + 1, text, (int)n, SQLITE_TRANSIENT);
    l->field++;
}

static void take_row(int end, void *who)
{
    struct loading *l = who;
    (void)end;
    if (l->row) {
        must(sqlite3_step(l->add) == SQLITE_DONE, "add a row");
        sqlite3_reset(l->add);
        sqlite3_clear_bindings(l->add);
    }
    l->row++;
    l->field = 0;
}

static void run(sqlite3 *db, const char *sql)
{
    must(!sqlite3_exec(db, sql, NULL, NULL, NULL), sql);
}

static void load(const char *csv, const char *path)
{
    static char piece[1 << 16];
    char create[600] = "CREATE TABLE t(c0", add[200] = "INSERT INTO t VALUES(?";
    struct loading l = {0};
    struct csv_parser parser;
    sqlite3 *db;
    FILE *from = fopen(csv, "rb");
    must(from && !sqlite3_open(path, &db) && !csv_init(&parser, 0), "begin");
    for (int i = 1; i < FIELDS; i++) {
        snprintf(create + strlen(create), sizeof create - strlen(create), ",c%d", i);
        snprintf(add + strlen(add), sizeof add - strlen(add), ",?");
    }
    run(db, strncat(create, ")", 2));
    must(!sqlite3_prepare_v2(db, strncat(add, ")", 2), -1, &l.add, NULL), "prepare");
    run(db, "BEGIN");
    for (size_t n; (n = fread(piece, 1, sizeof piece, from));)
        must(csv_parse(&parser, piece, n, take_field, take_row, &l) == n, "read the file");
    csv_fini(&parser, take_field, take_row, &l);
    run(db, "COMMIT");
    run(db, "CREATE INDEX station ON t(c0)");
    csv_free(&parser);
    fclose(from);
    sqlite3_finalize(l.add);
    sqlite3_close(db);
}

static void put(lxw_worksheet *sheet, lxw_row_t row, int column, const char *text,
                lxw_format *number)
{
    char *end;
    double value = strtod(text, &end);
    if (*end)
        worksheet_write_string(sheet, row, (lxw_col_t)column, text, NULL);
    else
        worksheet_write_number(sheet, row, (lxw_col_t)column, value, number);
}

static void write_book(sqlite3_stmt *rows, const char *station, const char *out)
{
    char path[PATH];
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    snprintf(path, sizeof path, "%s/%s.xlsx", out, station);
    lxw_workbook *book = workbook_new_opt(path, &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    lxw_format *number = workbook_add_format(book);
    format_set_num_format(number, "#,##0.0");
    worksheet_freeze_panes(sheet, 1, 0);
    sqlite3_bind_text(rows, 1, station, -1, SQLITE_STATIC);
    for (lxw_row_t row = 1; sqlite3_step(rows) == SQLITE_ROW; row++)
        for (int c = 0; c < COLUMNS; c++) {
            const char *text = (const char *)sqlite3_column_text(rows, c);
            if (text)
                put(sheet, row, c, text, number);
        }
    sqlite3_reset(rows);
    must(!workbook_close(book), "write a workbook");
}

/* Every station whose number leaves `hand`. */
static void write_some(const char *path, const char *out, int hand)
{
    sqlite3 *db;
    sqlite3_stmt *stations, *rows;
    int n = 0;
    must(!sqlite3_open(path, &db) &&
             !sqlite3_prepare_v2(db, "SELECT DISTINCT c0 FROM t WHERE c0 <> '' ORDER BY c0", -1,
                                 &stations, NULL) &&
             !sqlite3_prepare_v2(db, "SELECT * FROM t WHERE c0 = ?", -1, &rows, NULL),
         "read back");
    while (sqlite3_step(stations) == SQLITE_ROW)
        if (n++ % PROCESSES == hand)
            write_book(rows, (const char *)sqlite3_column_text(stations, 0), out);
    sqlite3_finalize(stations);
    sqlite3_finalize(rows);
    sqlite3_close(db);
}

int main(int argc, char **argv)
{
    char csv[PATH], db[PATH];
    if (argc != 3) {
        fputs("floor DIR OUT\n", stderr);
        return 2;
    }
    snprintf(csv, sizeof csv, "%s/clients.csv", argv[1]);
    snprintf(db, sizeof db, "%s/db", argv[2]);
    mkdir(argv[2], 0700);
    double begin = now();
    load(csv, db);
    double loaded = now();
    for (int hand = 0; hand < PROCESSES; hand++)
        if (fork() == 0) {
            write_some(db, argv[2], hand);
            _exit(0);
        }
    for (int status; wait(&status) > 0;)
        must(!status, "write the workbooks");
    double end = now();
    fprintf(stderr, "load       %8.2f s\nworkbooks  %8.2f s\n", loaded - begin, end - loaded);
    return 0;
}
