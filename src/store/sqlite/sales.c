/* sales.c - card transactions taken in: put by row by row, then summed in the order of their keys.
 *
 * An export comes by month, the table lies by payer: sorting the rows once and putting them down in
 * order costs less than finding each its place. */
#include <math.h>
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"

/* Columns of LITE_SALES_PUT_BY, and places of LITE_SALE_PUT_BY before they count from 1. */
enum { STATION, PAYER, MONTH, GRADE, DAY, LINE, CLIENT, NAME, LITRES, YUAN, TIMES };

yk_code lite_sales_begin(struct lite *l, struct yk_err *err)
{
    return lite_exec(l, "DELETE FROM temp.sale_in; DELETE FROM temp.sale_month", N_("loading"),
                     err);
}

/* NULL where it is not told. */
static void bind_real(sqlite3_stmt *st, int at, double value)
{
    if (isnan(value))
        sqlite3_bind_null(st, at);
    else
        sqlite3_bind_double(st, at, value);
}

static yk_code put_by(struct lite *l, const struct yk_sale_row *row, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_SALE_PUT_BY, err);
    char month[8];
    if (!st)
        return err->code;
    yk_month_write(month, row->month);
    lite_bind_text(st, STATION + 1, row->station_code);
    lite_bind_text(st, PAYER + 1, row->payer);
    lite_bind_text(st, MONTH + 1, month);
    lite_bind_text(st, GRADE + 1, yk_sale_grade_code(row->grade));
    sqlite3_bind_int(st, DAY + 1, row->day);
    sqlite3_bind_int64(st, LINE + 1, (sqlite3_int64)row->line);
    lite_bind_text(st, CLIENT + 1, row->client);
    lite_bind_text(st, NAME + 1, row->name);
    sqlite3_bind_double(st, LITRES + 1, row->litres);
    bind_real(st, YUAN + 1, row->yuan);
    bind_real(st, TIMES + 1, row->times);
    return lite_run(l, st, N_("loading"), err);
}

yk_code lite_load_sales(struct yk_store *s, const struct yk_sale_row *row, size_t count,
                        struct yk_err *err)
{
    struct lite *l = lite_of(s);
    if (!l->load.open || !l->load.sales)
        YK_BUG("no load of card transactions is under way");
    for (size_t i = 0; i < count && !l->load.failed; i++)
        l->load.failed = put_by(l, &row[i], err);
    return l->load.failed ? err->code : YK_OK;
}

/* What the rows of one key add up to. Texts lie in the scratch arena. */
struct sum {
    const char *station, *payer, *month, *grade, *client, *name;
    int day;
    long long line, rows;
    double litres, yuan, times; /* NAN where a row does not tell it */
};

static bool same_key(const struct sum *sum, sqlite3_stmt *st)
{
    return sqlite3_column_int(st, DAY) == sum->day &&
           !strcmp((const char *)sqlite3_column_text(st, PAYER), sum->payer) &&
           !strcmp((const char *)sqlite3_column_text(st, MONTH), sum->month) &&
           !strcmp((const char *)sqlite3_column_text(st, GRADE), sum->grade) &&
           !strcmp((const char *)sqlite3_column_text(st, STATION), sum->station);
}

static void begin_sum(struct sum *sum, sqlite3_stmt *st, struct yk_arena *a)
{
    *sum = (struct sum){
        .station = lite_text(st, STATION, a),
        .payer = lite_text(st, PAYER, a),
        .month = lite_text(st, MONTH, a),
        .grade = lite_text(st, GRADE, a),
        .client = lite_text(st, CLIENT, a),
        .name = lite_text(st, NAME, a),
        .day = sqlite3_column_int(st, DAY),
        .line = sqlite3_column_int64(st, LINE),
    };
}

static void add_row(struct sum *sum, sqlite3_stmt *st)
{
    sum->rows++;
    sum->litres += sqlite3_column_double(st, LITRES);
    sum->yuan += lite_real(st, YUAN);
    sum->times += lite_real(st, TIMES);
}

static void bind_key(sqlite3_stmt *st, const struct lite *l, const struct sum *sum)
{
    lite_bind_text(st, 1, sum->station);
    lite_bind_text(st, 2, sum->payer);
    lite_bind_text(st, 3, sum->month);
    lite_bind_text(st, 4, sum->grade);
    sqlite3_bind_int(st, 5, sum->day);
    lite_bind_id(st, 6, &l->load.batch);
}

static bool same_number(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

/* Is the key new, said already, or said otherwise. */
static yk_code count_sum(struct lite *l, const struct sum *sum, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_SALE_BEFORE, err);
    struct yk_batch_counts *counts = &l->load.counts;
    size_t rows = (size_t)sum->rows;
    bool row;
    if (!st)
        return err->code;
    bind_key(st, l, sum);
    if (lite_next(&row, l, st, N_("loading"), err))
        return err->code;
    if (!row)
        counts->loaded += rows;
    else if (same_number(sqlite3_column_double(st, 0), sum->litres) &&
             same_number(lite_real(st, 1), sum->yuan) && same_number(lite_real(st, 2), sum->times))
        counts->unchanged += rows;
    else
        counts->superseded += rows;
    sqlite3_reset(st);
    return YK_OK;
}

static yk_code add_sum(struct lite *l, const struct sum *sum, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_SALE_ADD, err);
    if (!st)
        return err->code;
    bind_key(st, l, sum);
    sqlite3_bind_int64(st, 7, sum->line);
    sqlite3_bind_int64(st, 8, sum->rows);
    lite_bind_text(st, 9, sum->client);
    lite_bind_text(st, 10, sum->name);
    sqlite3_bind_double(st, 11, sum->litres);
    bind_real(st, 12, sum->yuan);
    bind_real(st, 13, sum->times);
    return lite_run(l, st, N_("loading"), err);
}

static yk_code put_sum(struct lite *l, const struct sum *sum, bool others, struct yk_err *err)
{
    if (others ? count_sum(l, sum, err) : YK_OK)
        return err->code;
    if (!others)
        l->load.counts.loaded += (size_t)sum->rows;
    l->load.claims += (size_t)sum->rows;
    return add_sum(l, sum, err);
}

static yk_code put_sums(struct lite *l, bool others, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_SALES_PUT_BY, err);
    struct sum sum = {0};
    bool row;
    if (!st)
        return err->code;
    for (;;) {
        if (lite_next(&row, l, st, N_("loading"), err))
            return err->code;
        if (sum.rows && (!row || !same_key(&sum, st))) {
            if (put_sum(l, &sum, others, err))
                return err->code;
            sum.rows = 0;
        }
        if (!row)
            return YK_OK;
        if (!sum.rows) {
            yk_arena_reset(&l->scratch);
            begin_sum(&sum, st, &l->scratch);
        }
        add_row(&sum, st);
    }
}

/* A file that is a batch already says all of it once more. */
static yk_code clear(struct lite *l, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_SALE_CLEAR, err);
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &l->load.batch);
    return lite_run(l, st, N_("loading"), err);
}

static yk_code count_left(struct lite *l, struct yk_err *err)
{
    if (lite_exec(l,
                  "INSERT INTO temp.sale_month (station_id, month)"
                  " SELECT DISTINCT station_id, month FROM temp.sale_in",
                  N_("loading"), err))
        return err->code;
    sqlite3_stmt *st = lite_ready(l, LITE_SALES_LEFT, err);
    bool row;
    if (!st)
        return err->code;
    lite_bind_id(st, 1, &l->load.batch);
    if (lite_next(&row, l, st, N_("loading"), err))
        return err->code;
    l->load.counts.left = (size_t)sqlite3_column_int64(st, 0);
    l->load.counts.left_litres = sqlite3_column_double(st, 1);
    sqlite3_reset(st);
    return YK_OK;
}

/* What the batch said before, to tell whether loading its file again changes anything. */
static const char digest[] =
    "SELECT coalesce(sum(rows * 1000003 + line * length(grade || payer)), 0) + count(*)"
    " + CAST(1000 * total(litres) AS INTEGER) FROM sale WHERE batch_id = x'%s'";

static yk_code digest_of(long long *out, struct lite *l, struct yk_err *err)
{
    struct yk_id id = lite_hex(l->load.batch.byte);
    char sql[256];
    sqlite3_snprintf(sizeof sql, sql, digest, id.text);
    return lite_number(out, l, sql, 0, err);
}

yk_code lite_sales_end(struct lite *l, struct yk_err *err)
{
    long long others, before = 0, after = 0;
    if (l->load.again && (digest_of(&before, l, err) || clear(l, err)))
        return err->code;
    if (lite_number(&others, l, "SELECT EXISTS (SELECT 1 FROM sale)", 0, err) ||
        put_sums(l, others, err) || (others && count_left(l, err)))
        return err->code;
    if (l->load.again && digest_of(&after, l, err))
        return err->code;
    if (l->load.again && before == after) {
        struct yk_batch_counts *c = &l->load.counts;
        c->unchanged += c->loaded + c->superseded;
        c->loaded = c->superseded = l->load.claims = 0;
    }
    return YK_OK;
}
