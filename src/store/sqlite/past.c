/* past.c - of every station the plan that was issued last, for the next one to look back at. */
#include <stdlib.h>
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"

static yk_code read_plan(void *item, struct lite *l, sqlite3_stmt *st, struct yk_arena *a,
                         struct yk_err *err)
{
    struct yk_past_plan *p = item;
    const char *day = lite_text(st, 2, a);
    (void)l;
    *p = (struct yk_past_plan){.station_code = lite_text(st, 0, a),
                               .id = lite_id_at(st, 1),
                               .at = lite_text(st, 3, a),
                               .who = lite_text(st, 4, a)};
    if (!yk_day_read(&p->day, day))
        return yk_fail(err, YK_E_STORE,
                       _("the issued plan %.12s has the day «%s»; run `youka db check`"),
                       p->id.text, day);
    return YK_OK;
}

/* Few words stand in many lines: each is kept once. */
static const char *once(struct yk_map *words, const char ***kept, size_t *count, size_t *room,
                        const char *word, struct yk_arena *a)
{
    size_t at;
    if (yk_map_find(words, word, &at))
        return (*kept)[at];
    *kept = yk_grow(*kept, room, *count + 1, sizeof **kept);
    (*kept)[*count] = yk_arena_copy(a, word);
    yk_map_add(words, (*kept)[*count], *count);
    return (*kept)[(*count)++];
}

struct past_lines {
    struct yk_past_line *line;
    size_t count, room;
    struct yk_map words;
    const char **kept;
    size_t kepts, kept_room;
};

static void keep_line(struct past_lines *p, sqlite3_stmt *st, struct yk_arena *a)
{
    p->line = yk_grow(p->line, &p->room, p->count + 1, sizeof *p->line);
    struct yk_past_line *to = &p->line[p->count++];
    *to = (struct yk_past_line){.client = lite_id_at(st, 0),
                                .rank = (size_t)sqlite3_column_int64(st, 1),
                                .litres_mean = lite_real(st, 5),
                                .own_share = lite_real(st, 6),
                                .access = lite_real(st, 7),
                                .p_win = lite_real(st, 8),
                                .margin_yuan_l = lite_real(st, 9),
                                .score_yuan_year = lite_real(st, 10)};
    const char **text[] = {&to->tier, &to->stage, &to->rule_id};
    for (int k = 0; k < 3; k++)
        *text[k] = once(&p->words, &p->kept, &p->kepts, &p->kept_room,
                        (const char *)sqlite3_column_text(st, 2 + k), a);
}

static yk_code read_lines(struct yk_past_plan *plan, struct past_lines *p, struct lite *l,
                          struct yk_arena *a, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_ISSUED_LINES, err);
    struct lite_id id = lite_bytes(&plan->id);
    bool row;
    if (!st)
        return err->code;
    lite_bind_text(st, 1, plan->station_code);
    lite_bind_id(st, 2, &id);
    p->count = 0;
    for (;;) {
        if (lite_next(&row, l, st, N_("reading the issued plans"), err))
            return err->code;
        if (!row)
            break;
        keep_line(p, st, a);
    }
    plan->line = YK_ARENA_ARRAY(a, struct yk_past_line, p->count);
    plan->lines = p->count;
    if (p->count)
        memcpy(plan->line, p->line, p->count * sizeof *p->line);
    return YK_OK;
}

yk_code lite_read_past(struct yk_territory *out, struct lite *l, struct yk_arena *a,
                       struct yk_err *err)
{
    static const struct lite_rows plans = {LITE_ISSUED_PLANS, sizeof *out->past, read_plan,
                                           N_("reading the issued plans")};
    struct past_lines p = {0};
    void *past;
    if (lite_all(&past, &out->pasts, &plans, l, a, err))
        return err->code;
    out->past = past;
    yk_code code = YK_OK;
    for (size_t i = 0; i < out->pasts && !code; i++)
        code = read_lines(&out->past[i], &p, l, a, err);
    yk_map_release(&p.words);
    free(p.kept);
    free(p.line);
    return code;
}
