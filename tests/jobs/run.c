/* run.c - a command as a test gives it, against a database in a scratch folder. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "run.h"

int scratch_begin(void **state)
{
    struct scratch *s = yk_alloc(sizeof *s);
    char pattern[] = "/tmp/youka-test-XXXXXX";
    assert_non_null(mkdtemp(pattern));
    s->dir = yk_arena_copy(&s->arena, pattern);
    s->db = scratch_path(s, "t.db");
    *state = s;
    return 0;
}

int scratch_end(void **state)
{
    struct scratch *s = *state;
    DIR *dir = opendir(s->dir);
    for (struct dirent *e; dir && (e = readdir(dir));)
        unlink(scratch_path(s, e->d_name));
    if (dir)
        closedir(dir);
    rmdir(s->dir);
    yk_arena_release(&s->arena);
    free(s);
    return 0;
}

const char *scratch_path(struct scratch *s, const char *name)
{
    return yk_arena_printf(&s->arena, "%s/%s", s->dir, name);
}

yk_code run(struct scratch *s, const char *noun, const char *verb, ...)
{
    const char **word = YK_ARENA_ARRAY(&s->arena, const char *, 16);
    const struct yk_job *job = yk_jobs;
    va_list ap;
    while (job->noun && (strcmp(job->noun, noun) || strcmp(job->verb, verb)))
        job++;
    assert_non_null(job->noun);
    va_start(ap, verb);
    for (const char *w; (w = va_arg(ap, const char *));)
        word[s->wish.words++] = w;
    va_end(ap);
    s->wish.word = word;
    s->wish.db = s->db;
    s->wish.today = yk_day_of(2026, 11, 23);
    s->wish.lang = YK_ZH;
    s->wish.user = "test";
    s->wish.now = "2026-11-23T00:00:00Z";
    s->wish.data_dir = s->data_dir ? s->data_dir : ".";
    s->show = (struct yk_show){0};
    s->err = (struct yk_err){0};
    yk_sheets_init(&s->show.sheets, &s->arena, YK_ZH, "", s->wish.today);
    yk_code code = job->run(&s->show, &s->wish, NULL, &s->arena, &s->err);
    s->wish = (struct yk_wish){0};
    return code;
}

const struct yk_table *table(struct scratch *s, const char *name)
{
    for (size_t i = 0; i < s->show.sheets.count; i++)
        for (size_t t = 0; t < s->show.sheets.sheet[i]->tables; t++)
            if (!strcmp(s->show.sheets.sheet[i]->table[t]->name, name))
                return s->show.sheets.sheet[i]->table[t];
    fail_msg("no table %s", name);
    return NULL;
}

const struct yk_cell *cell(const struct yk_table *t, size_t row, const char *key)
{
    for (size_t c = 0; c < t->columns; c++)
        if (t->column[c].key && !strcmp(t->column[c].key, key)) {
            assert_true(row < t->rows);
            return &t->cell[row * t->columns + c];
        }
    fail_msg("no column %s in %s", key, t->name);
    return NULL;
}

const char *text(const struct yk_table *t, size_t row, const char *key)
{
    const struct yk_cell *c = cell(t, row, key);
    return c->kind == YK_CELL_TEXT ? c->text : "";
}

double number(const struct yk_table *t, size_t row, const char *key)
{
    const struct yk_cell *c = cell(t, row, key);
    assert_int_equal(c->kind, YK_CELL_NUMBER);
    return c->number;
}
