/* sales_read.c - what counts of card transactions, payer by payer; what people said of payers. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lite.h"
#include "youka/base/map.h"
#include "youka/base/say.h"

enum { STATION, PAYER, MONTH, GRADE, DAY, BATCH, CLIENT, NAME, LITRES, YUAN, TIMES };

/* What one batch said of one day, or of the whole month (day 0), of one grade. */
struct told {
    int grade, day;
    size_t batch; /* by time of loading */
    double litres, yuan, times;
};
/* A payer's month being gathered, then its payers. */
struct gather {
    struct lite *l;
    struct yk_arena *a;
    struct yk_map batches;
    struct lite_id last_batch;
    size_t last_rank;
    struct told *told;
    size_t tolds, told_room;
    struct yk_sale *sale;
    size_t sales, sale_room;
    struct yk_payer *payer; /* their sales are numbers into `sale` until the end */
    size_t *first;
    size_t payers, payer_room, first_room;
    const char *station;
    int month;
    char month_text[8];
    size_t named; /* rank of the batch that named the payer last */
};

static yk_code rank_batches(struct gather *g, struct yk_err *err)
{
    struct yk_batch_entry *batch;
    size_t count;
    if (lite_batch_list(&batch, &count, &g->l->head, g->a, err))
        return err->code;
    for (size_t i = 0; i < count; i++)
        yk_map_add(&g->batches, batch[i].head.id.text, i + 1);
    return YK_OK;
}

static size_t rank_of(struct gather *g, sqlite3_stmt *st)
{
    const void *byte = sqlite3_column_blob(st, BATCH);
    if (!g->last_rank || memcmp(byte, g->last_batch.byte, sizeof g->last_batch.byte) != 0) {
        struct yk_id id = lite_id_at(st, BATCH);
        if (!yk_map_find(&g->batches, id.text, &g->last_rank))
            YK_BUG("batch %s has no entry", id.text);
        memcpy(g->last_batch.byte, byte, sizeof g->last_batch.byte);
    }
    return g->last_rank;
}

/* The newest batch that said something of the kind. */
static size_t newest(const struct gather *g, bool of_kind(const struct told *, int), int grade)
{
    size_t rank = 0;
    for (size_t i = 0; i < g->tolds; i++)
        if (of_kind(&g->told[i], grade) && g->told[i].batch > rank)
            rank = g->told[i].batch;
    return rank;
}
static bool has_grade(const struct told *t, int grade)
{
    (void)grade;
    return t->grade < YK_SALE_GASOLINE;
}
static bool has_family(const struct told *t, int grade)
{
    (void)grade;
    return t->grade >= YK_SALE_GASOLINE;
}
static bool whole_month(const struct told *t, int grade)
{
    return t->grade == grade && !t->day;
}
static bool single_days(const struct told *t, int grade)
{
    return t->grade == grade && t->day;
}

/* Of one grade: the month as a whole where it was told last, else its days, each as told last. */
static bool add_up(struct yk_sale *out, const struct gather *g, int grade)
{
    size_t month = newest(g, whole_month, grade), days = newest(g, single_days, grade);
    bool any = false;
    *out = (struct yk_sale){.month = g->month, .grade = grade};
    for (size_t i = 0; i < g->tolds; i++) {
        const struct told *t = &g->told[i];
        bool kind = month >= days ? whole_month(t, grade) : single_days(t, grade);
        bool last =
            i + 1 == g->tolds || g->told[i + 1].grade != t->grade || g->told[i + 1].day != t->day;
        if (!kind || !last)
            continue;
        any = true;
        out->litres += t->litres;
        out->yuan += t->yuan;
        out->times += t->times;
    }
    return any;
}

static int compare_told(const void *left, const void *right)
{
    const struct told *a = left, *b = right;
    if (a->grade != b->grade)
        return a->grade - b->grade;
    if (a->day != b->day)
        return a->day - b->day;
    return (a->batch > b->batch) - (a->batch < b->batch);
}

/* Grades and unnamed fuel of different batches are two tellings of one thing: the last counts. */
static void end_month(struct gather *g)
{
    if (!g->tolds)
        return;
    qsort(g->told, g->tolds, sizeof *g->told, compare_told);
    size_t grades = newest(g, has_grade, 0), families = newest(g, has_family, 0);
    int from = families > grades ? YK_SALE_GASOLINE : 0;
    int to = grades > families ? YK_SALE_GASOLINE : YK_SALE_GRADES;
    for (int grade = from; grade < to; grade++) {
        struct yk_sale sum;
        if (!add_up(&sum, g, grade))
            continue;
        g->sale = yk_grow(g->sale, &g->sale_room, g->sales + 1, sizeof *g->sale);
        g->sale[g->sales++] = sum;
        g->payer[g->payers - 1].sales++;
    }
    g->tolds = 0;
}

static void begin_payer(struct gather *g, sqlite3_stmt *st, const char *station, const char *key)
{
    if (!g->station || strcmp(g->station, station) != 0)
        g->station = yk_arena_copy(g->a, station);
    g->payer = yk_grow(g->payer, &g->payer_room, g->payers + 1, sizeof *g->payer);
    g->first = yk_grow(g->first, &g->first_room, g->payers + 1, sizeof *g->first);
    g->first[g->payers] = g->sales;
    g->payer[g->payers++] = (struct yk_payer){
        .station_code = g->station, .key = yk_arena_copy(g->a, key), .client = "", .name = ""};
    g->named = 0;
    (void)st;
}

static void note_names(struct gather *g, sqlite3_stmt *st, size_t rank)
{
    struct yk_payer *p = &g->payer[g->payers - 1];
    const char *client = (const char *)sqlite3_column_text(st, CLIENT);
    const char *name = (const char *)sqlite3_column_text(st, NAME);
    if (rank < g->named || (!*client && !*name))
        return;
    g->named = rank;
    if (*client && strcmp(p->client, client) != 0)
        p->client = yk_arena_copy(g->a, client);
    if (*name && strcmp(p->name, name) != 0)
        p->name = yk_arena_copy(g->a, name);
}

static yk_code read_sale(struct gather *g, sqlite3_stmt *st, struct yk_err *err)
{
    const char *station = (const char *)sqlite3_column_text(st, STATION);
    const char *key = (const char *)sqlite3_column_text(st, PAYER);
    const char *month = (const char *)sqlite3_column_text(st, MONTH);
    struct told t = {.day = sqlite3_column_int(st, DAY),
                     .batch = rank_of(g, st),
                     .litres = sqlite3_column_double(st, LITRES),
                     .yuan = lite_real(st, YUAN),
                     .times = lite_real(st, TIMES)};
    bool other = !g->payers || strcmp(g->payer[g->payers - 1].key, key) != 0 ||
                 strcmp(g->station, station) != 0;
    if (other || strcmp(g->month_text, month) != 0) {
        int day;
        end_month(g);
        if (!yk_month_read(&g->month, &day, month) || day)
            return yk_fail(err, YK_E_STORE,
                           _("%s: a card transaction has the month «%s»; go back to a backup"),
                           g->l->path, month);
        memcpy(g->month_text, month, 8);
    }
    if (other)
        begin_payer(g, st, station, key);
    if (!yk_sale_grade_of(&t.grade, (const char *)sqlite3_column_text(st, GRADE)))
        return yk_fail(err, YK_E_STORE,
                       _("%s: a card transaction has an unknown grade; go back to a backup"),
                       g->l->path);
    note_names(g, st, t.batch);
    g->told = yk_grow(g->told, &g->told_room, g->tolds + 1, sizeof *g->told);
    g->told[g->tolds++] = t;
    return YK_OK;
}

static void hand_over(struct yk_territory *out, const struct gather *g)
{
    struct yk_sale *sale = YK_ARENA_ARRAY(g->a, struct yk_sale, g->sales);
    struct yk_payer *payer = YK_ARENA_ARRAY(g->a, struct yk_payer, g->payers);
    if (g->sales)
        memcpy(sale, g->sale, g->sales * sizeof *sale);
    for (size_t i = 0; i < g->payers; i++) {
        payer[i] = g->payer[i];
        payer[i].sale = sale + g->first[i];
    }
    out->payer = payer;
    out->payers = g->payers;
}

static yk_code read_all(struct gather *g, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(g->l, LITE_SALES, err);
    bool row = true;
    if (!st || rank_batches(g, err))
        return err->code;
    for (;;) {
        if (lite_next(&row, g->l, st, N_("reading the card transactions"), err))
            return err->code;
        if (!row)
            break;
        if (read_sale(g, st, err)) {
            sqlite3_reset(st);
            return err->code;
        }
    }
    end_month(g);
    return YK_OK;
}

static yk_code read_told(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                         struct yk_err *err)
{
    (void)l, (void)err;
    *(struct yk_payer_told *)item = (struct yk_payer_told){
        .station_code = lite_text(st, 0, a),
        .payer = lite_text(st, 1, a),
        .client = lite_text(st, 2, a),
        .client_name = lite_text(st, 3, a),
        .at = lite_text(st, 4, a),
        .who = lite_text(st, 5, a),
    };
    return YK_OK;
}

yk_code lite_read_sales(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                        struct yk_err *err)
{
    static const struct lite_rows told = {LITE_PAYERS_TOLD, sizeof *out->payer_told, read_told,
                                          N_("reading the card transactions")};
    struct gather g = {.l = l, .a = a};
    void *item;
    yk_code code = read_all(&g, err);
    if (!code)
        code = lite_all(&item, &out->payers_told, &told, l, a, err);
    if (!code) {
        out->payer_told = item;
        hand_over(out, &g);
    }
    yk_map_release(&g.batches);
    free(g.told);
    free(g.sale);
    free(g.payer);
    free(g.first);
    return code;
}

/* --- what people say of payers -------------------------------------------------------------------
 */
struct told_task {
    const struct yk_payer_told *told;
    size_t count, *changed;
};

static yk_code put_told(struct lite *l, const struct yk_payer_told *told, size_t *changed,
                        struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_PAYER_TOLD_NOW, err);
    bool row;
    if (!st)
        return err->code;
    lite_bind_text(st, 1, told->station_code);
    lite_bind_text(st, 2, told->payer);
    if (lite_next(&row, l, st, N_("storing whose card it is"), err))
        return err->code;
    bool same = row && !strcmp((const char *)sqlite3_column_text(st, 0), told->client) &&
                !strcmp((const char *)sqlite3_column_text(st, 1), told->client_name);
    struct yk_moment when = lite_moment(row ? st : NULL, 2, told->at);
    sqlite3_reset(st);
    if (same)
        return YK_OK;
    if (!(st = lite_ready(l, LITE_PAYER_TOLD_ADD, err)))
        return err->code;
    lite_bind_text(st, 1, told->station_code);
    lite_bind_text(st, 2, told->payer);
    lite_bind_text(st, 3, when.text);
    lite_bind_text(st, 4, told->client);
    lite_bind_text(st, 5, told->client_name);
    lite_bind_text(st, 6, told->who);
    ++*changed;
    return lite_run(l, st, N_("storing whose card it is"), err);
}

static yk_code write_told(struct lite *l, const void *task, struct yk_err *err)
{
    const struct told_task *t = task;
    for (size_t i = 0; i < t->count; i++)
        if (put_told(l, &t->told[i], t->changed, err))
            return err->code;
    return *t->changed ? lite_facts_changed(l, err) : YK_OK;
}

yk_code lite_put_payers_told(struct yk_store *s, const struct yk_payer_told *told, size_t count,
                             size_t *changed, struct yk_err *err)
{
    size_t n = 0;
    struct told_task task = {told, count, &n};
    yk_code code = lite_write(lite_of(s), write_told, &task, N_("storing whose card it is"), err);
    if (!code)
        *changed = n;
    return code;
}
