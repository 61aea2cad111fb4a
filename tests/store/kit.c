/* kit.c - what the store's tests share. */
#define _XOPEN_SOURCE 700 /* nftw */
#include "kit.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[64];
static char url[160];
static int urls;

const char *kit_folder(void)
{
    if (!*folder) {
        snprintf(folder, sizeof folder, "/tmp/youka-store-XXXXXX");
        assert_non_null(mkdtemp(folder));
    }
    return folder;
}

static int drop(const char *path, const struct stat *st, int kind, struct FTW *walk)
{
    (void)st, (void)kind, (void)walk;
    return remove(path);
}

void kit_end(void)
{
    if (*folder)
        nftw(folder, drop, 16, FTW_DEPTH | FTW_PHYS);
    *folder = '\0';
}

int kit_each_store(int (*group)(const char *base))
{
    char own[80];
    snprintf(own, sizeof own, "sqlite://%s", kit_folder());
    const char *given = getenv("YK_STORES");
    char *urls_given = yk_strdup(given && *given ? given : own), *rest = NULL;
    int failed = 0;
    for (const char *base = strtok_r(urls_given, " ", &rest); base;
         base = strtok_r(NULL, " ", &rest))
        failed += group(base);
    free(urls_given);
    kit_end();
    return failed != 0;
}

const char *kit_new_url(const char *base)
{
    snprintf(url, sizeof url, "%s/%d.db", base, ++urls);
    return url;
}

struct yk_store *kit_open(const char *where, enum yk_store_mode mode)
{
    struct yk_store *s = NULL;
    struct yk_err err = {0};
    if (yk_store_open(&s, where, mode, &err))
        fail_msg("%s", err.text);
    return s;
}

static struct yk_id hash_of(const char *a, const char *b)
{
    struct yk_hash h;
    yk_hash_begin(&h);
    yk_hash_text(&h, a);
    yk_hash_text(&h, b);
    return yk_hash_end(&h);
}

struct yk_id kit_batch_id(const char *file, const char *station)
{
    return hash_of(file, station);
}

/* Splits at the first of `at`, in place; the rest after it, NULL at the end. */
static char *split(char *text, char at)
{
    char *end = strchr(text, at);
    if (!end)
        return NULL;
    *end = '\0';
    return end + 1;
}

static struct yk_answer_line read_line(char *text, struct yk_arena *a)
{
    struct yk_answer_line line = {YK_ARENA_ARRAY(a, struct yk_answer, 20), 0};
    for (char *next; text; text = next) {
        next = split(text, ',');
        char *value = split(text, '=');
        line.answer[line.count++] = (struct yk_answer){text, value, NULL};
    }
    return line;
}

static void read_repeat(struct yk_repeat *r, const char *code, char *text, struct yk_arena *a)
{
    *r = (struct yk_repeat){code, YK_ARENA_ARRAY(a, struct yk_answer_line, 20), 0};
    for (char *next; text; text = next) {
        next = split(text, '|');
        r->line[r->count++] = read_line(text, a);
    }
}

static void read_part(struct yk_submission *s, char *part, struct yk_arena *a)
{
    struct yk_answers *all = &s->answers;
    char *equals = strchr(part, '='), *colon = strchr(part, ':');
    if (*part == '!') {
        char *field = split(part, '=');
        s->flag[s->flags++] = (struct yk_flag){part + 1, field};
    } else if (*part == '~') {
        char *typed = split(part, '=');
        for (size_t i = 0; i < all->count; i++)
            if (!strcmp(all->answer[i].code, part + 1))
                all->answer[i].typed = typed;
    } else if (colon && (!equals || colon < equals)) {
        char *lines = split(part, ':');
        read_repeat(&all->repeat[all->repeats++], part, lines, a);
    } else {
        char *value = split(part, '=');
        all->answer[all->count++] = (struct yk_answer){part, value, NULL};
    }
}

static void read_row(struct yk_submission *s, const struct kit_row *row, size_t line,
                     struct yk_arena *a)
{
    *s = (struct yk_submission){
        .station_code = "S1",
        .key = row->key,
        .id = hash_of(row->key, ""),
        .content = hash_of(row->said, row->date),
        .age = row->age,
        .line = line,
        .answers = {YK_ARENA_ARRAY(a, struct yk_answer, 20), 0,
                    YK_ARENA_ARRAY(a, struct yk_repeat, 4), 0},
        .flag = YK_ARENA_ARRAY(a, struct yk_flag, 8),
    };
    if (!yk_day_read(&s->survey_date, row->date))
        s->survey_date = YK_DAY_NONE;
    char *part = yk_arena_copy(a, row->said);
    for (char *next; part; part = next) {
        next = split(part, ';');
        read_part(s, part, a);
    }
    yk_answers_sort(&s->answers);
}

struct yk_id kit_id(const char *key)
{
    return hash_of(key, "");
}

struct yk_batch_counts kit_load_file(struct yk_store *s, const struct kit_file *file,
                                     const char *station, const struct kit_row *row, size_t count,
                                     bool keep)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_batch_counts counts = {.rows = count};
    struct yk_batch_head head = {.id = kit_batch_id(file->file, station),
                                 .form = file->form,
                                 .file = file->file,
                                 .encoding = "UTF-8",
                                 .who = "test",
                                 .separator = ',',
                                 .content = hash_of(file->file, "content"),
                                 .loaded_at = file->at,
                                 .station_code = station};
    struct yk_batch piece = {.submission = YK_ARENA_ARRAY(&a, struct yk_submission, count),
                             .count = count};
    for (size_t i = 0; i < count; i++)
        read_row(&piece.submission[i], &row[i], i + 2, &a);
    if (yk_load_begin(s, &head, &err) || yk_load_piece(s, &piece, &counts, &err) ||
        yk_load_end(s, &counts, keep, &err))
        fail_msg("%s", err.text);
    yk_arena_release(&a);
    return counts;
}

struct yk_batch_counts kit_load_as(struct yk_store *s, const char *file, const char *station,
                                   const struct kit_row *row, size_t count, bool keep)
{
    struct kit_file census = {file, "client_survey", "2026-03-05T08:00:00Z"};
    return kit_load_file(s, &census, station, row, count, keep);
}

struct yk_batch_counts kit_load(struct yk_store *s, const char *file, const struct kit_row *row,
                                size_t count)
{
    return kit_load_as(s, file, "", row, count, true);
}

void kit_undo(struct yk_store *s, const char *file)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_batch_entry undone;
    struct yk_id id = kit_batch_id(file, "");
    if (yk_batch_undo(s, id.text, "2026-03-06T08:00:00Z", &undone, &a, &err))
        fail_msg("%s", err.text);
    assert_string_equal(undone.head.file, file);
    assert_true(undone.undone);
    yk_arena_release(&a);
}

static void dump_answers(struct yk_buf *b, const struct yk_answer *answer, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        yk_buf_printf(b, " %s=%s", answer[i].code, answer[i].text);
        if (answer[i].typed)
            yk_buf_printf(b, "~%s", answer[i].typed);
    }
}

static void dump_door(struct yk_buf *b, const struct yk_door *d)
{
    char day[11];
    yk_day_write(day, d->survey_date);
    yk_buf_printf(b, "%s %s %s", d->station_code, d->key, day);
    dump_answers(b, d->answers.answer, d->answers.count);
    for (size_t i = 0; i < d->answers.repeats; i++) {
        const struct yk_repeat *r = &d->answers.repeat[i];
        yk_buf_printf(b, " %s:", r->code);
        for (size_t j = 0; j < r->count; j++) {
            yk_buf_puts(b, j ? " |" : "");
            dump_answers(b, r->line[j].answer, r->line[j].count);
        }
    }
    for (size_t i = 0; i < d->flags; i++)
        yk_buf_printf(b, " !%s=%s", d->flag[i].code, d->flag[i].field);
    yk_buf_puts(b, " [");
    for (size_t i = 0; i < d->origins; i++)
        yk_buf_printf(b, "%s%s:%zu", i ? " " : "", d->origin[i].file, d->origin[i].line);
    yk_buf_puts(b, "]");
}

static char *dump(struct yk_store *s, const char *key)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_territory t;
    struct yk_buf b = {0};
    yk_buf_puts(&b, "");
    if (yk_load_territory(&t, s, &a, &err))
        fail_msg("%s", err.text);
    for (size_t i = 0; i < t.doors; i++) {
        if (key && strcmp(t.door[i].key, key) != 0)
            continue;
        if (!key)
            yk_buf_printf(&b, "%s ", t.door[i].id.text);
        dump_door(&b, &t.door[i]);
        yk_buf_puts(&b, key ? "" : "\n");
    }
    yk_arena_release(&a);
    return b.text ? b.text : yk_strdup("");
}

char *kit_dump(struct yk_store *s)
{
    return dump(s, NULL);
}

char *kit_door(struct yk_store *s, const char *key)
{
    return dump(s, key);
}

long long kit_facts(struct yk_store *s)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_territory t;
    if (yk_load_territory(&t, s, &a, &err))
        fail_msg("%s", err.text);
    yk_arena_release(&a);
    return t.facts;
}

char *kit_finding(struct yk_store *s)
{
    struct yk_err err = {0};
    struct yk_arena a = {0};
    const char **finding;
    size_t count;
    if (yk_store_check(&finding, &count, s, &a, &err))
        fail_msg("%s", err.text);
    char *first = yk_strdup(count ? finding[0] : "");
    yk_arena_release(&a);
    return first;
}
