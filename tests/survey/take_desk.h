/* take_desk.h - a form, a file as text, and what was taken from it: for the tests of taking in. */
#ifndef DESK_H
#define DESK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "youka/survey/take.h"

/* --- CSV text to rows: enough for tests ------------------------------------------------------- */
struct table {
    struct yk_rows rows;
    const char **cell; /* headings first */
    size_t *line;
    size_t cells, lines, cell_room, line_room;
    char *text;
};

static inline char *next_cell(char **at, char separator, size_t *line, int *end)
{
    char *from = *at, *to = from, *cell = from;
    int quoted = *from == '"';
    from += quoted;
    for (; *from; from++) {
        if (quoted && *from == '"' && from[1] == '"')
            from++;
        else if (quoted && *from == '"') {
            from++;
            break;
        } else if (!quoted && (*from == separator || *from == '\n' || *from == '\r'))
            break;
        *line += *from == '\n';
        *to++ = *from;
    }
    from += *from == '\r';
    *end = *from == '\n' || !*from;
    *line += *from == '\n';
    *at = *from ? from + 1 : from;
    *to = '\0';
    return cell;
}

static inline struct table read_table(const char *csv, char separator)
{
    struct table t = {.text = yk_strdup(csv)};
    size_t line = 1;
    for (char *at = t.text; *at;) {
        size_t begin = t.cells;
        t.line = yk_grow(t.line, &t.line_room, t.lines + 1, sizeof *t.line);
        t.line[t.lines++] = line;
        for (int end = 0; !end;) {
            t.cell = yk_grow(t.cell, &t.cell_room, t.cells + 1, sizeof *t.cell);
            t.cell[t.cells++] = next_cell(&at, separator, &line, &end);
        }
        if (begin == 0)
            t.rows.width = t.cells;
        for (; t.cells - begin < t.rows.width; t.cells++) {
            t.cell = yk_grow(t.cell, &t.cell_room, t.cells + 1, sizeof *t.cell);
            t.cell[t.cells] = "";
        }
        t.cells = begin + t.rows.width;
    }
    t.rows.heading = t.cell;
    t.rows.heading_line = 1;
    t.rows.count = t.lines - 1;
    t.rows.cell = t.cell + t.rows.width;
    t.rows.line = t.line + 1;
    return t;
}

static inline void free_table(struct table *t)
{
    free(t->cell);
    free(t->line);
    free(t->text);
}

static inline char *read_whole(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        fail_msg("cannot open %s: run from the source folder", path);
    char *text = yk_alloc(1 << 20);
    size_t n = fread(text, 1, (1 << 20) - 1, f);
    text[n] = '\0';
    fclose(f);
    return text;
}

static inline struct yk_form *read_form(struct yk_arena *a, const char *survey_csv,
                                        const char *choices_csv)
{
    struct table survey = read_table(survey_csv, ','), choices = read_table(choices_csv, ',');
    struct yk_form *form = NULL;
    struct yk_err err = {0};
    if (yk_form_read(&form, &survey.rows, &choices.rows, NULL, a, &err))
        fail_msg("the form cannot be read: %s", err.text);
    free_table(&survey);
    free_table(&choices);
    return form;
}

/* --- taking ----------------------------------------------------------------------------------- */
struct desk {
    struct yk_form *form;
    struct yk_arena of_form;
    struct yk_map stations;
    struct yk_take_options options;
    struct table table;
    struct yk_taker *taker;
    struct yk_arena arena;
    struct yk_batch batch;
    struct yk_err err;
};

static inline void desk_open(struct desk *d)
{
    *d = (struct desk){0};
    char *survey = read_whole("survey-forms/client_survey/survey.csv");
    char *choices = read_whole("survey-forms/client_survey/choices.csv");
    d->form = read_form(&d->of_form, survey, choices);
    free(survey);
    free(choices);
    yk_map_add(&d->stations, "S001", 0);
    yk_map_add(&d->stations, "SD-QD-0031", 1);
    d->options = (struct yk_take_options){.file = "a.csv",
                                          .today = yk_day_of(2026, 3, 10),
                                          .datum = YK_DATUM_UNKNOWN,
                                          .stations = &d->stations,
                                          .lang = YK_EN};
}

static inline void desk_clear(struct desk *d)
{
    yk_taker_free(d->taker);
    free_table(&d->table);
    yk_arena_release(&d->arena);
    d->taker = NULL;
    d->table = (struct table){0};
    d->batch = (struct yk_batch){0};
}

static inline void desk_close(struct desk *d)
{
    desk_clear(d);
    yk_form_free(d->form);
    yk_arena_release(&d->of_form);
    yk_map_release(&d->stations);
}

/* The headings only; a following desk_take reads the rows. */
static inline yk_code desk_begin(struct desk *d, const char *csv, char separator)
{
    desk_clear(d);
    d->table = read_table(csv, separator);
    return yk_taker_new(&d->taker, d->form, &d->table.rows, &d->options, &d->err);
}

static inline void desk_take(struct desk *d)
{
    yk_take(&d->batch, d->taker, &d->table.rows, &d->arena);
}

static inline void desk_read(struct desk *d, const char *csv)
{
    if (desk_begin(d, csv, ','))
        fail_msg("%s", d->err.text);
    desk_take(d);
}

static inline void desk_repeat(struct desk *d, const char *repeat, const char *csv)
{
    struct table lines = read_table(csv, ',');
    char file[64];
    snprintf(file, sizeof file, "a-%s.csv", repeat);
    if (yk_taker_repeat(d->taker, repeat, file, &lines.rows, &d->err))
        fail_msg("%s", d->err.text);
    free_table(&lines);
}

/* A row that has all it needs, and more columns. */
static inline void desk_with(struct desk *d, const char *headings, const char *cells)
{
    char csv[8192];
    snprintf(csv, sizeof csv,
             "station_code,survey_date,visit_result,client_name,category,address%s%s\n"
             "S001,2026-03-05,completed,Alpha Co,factory_mine,1 Main Road%s%s\n",
             *headings ? "," : "", headings, *headings ? "," : "", cells);
    desk_read(d, csv);
}

static inline const char *desk_answer(const struct desk *d, const char *code)
{
    return d->batch.count ? yk_answer_text(&d->batch.submission[0].answers, code) : NULL;
}

static inline const char *desk_typed(const struct desk *d, const char *code)
{
    const struct yk_answers *a = &d->batch.submission[0].answers;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->answer[i].code, code) == 0)
            return a->answer[i].typed;
    return NULL;
}

static inline bool desk_flagged(const struct desk *d, const char *code, const char *field)
{
    if (!d->batch.count)
        return false;
    const struct yk_submission *s = &d->batch.submission[0];
    for (size_t i = 0; i < s->flags; i++)
        if (strcmp(s->flag[i].code, code) == 0 && strcmp(s->flag[i].field, field) == 0)
            return true;
    return false;
}

/* Equal texts, NULL allowed, with the case's word. */
static inline void same_text(const char *word, const char *got, const char *want)
{
    if (!yk_text_same(got, want))
        fail_msg("%s: got %s, want %s", word, got ? got : "(nothing)", want ? want : "(nothing)");
}

static inline void holds_text(const char *word, const char *got, const char *part)
{
    if (!got || !strstr(got, part))
        fail_msg("%s: \"%s\" does not say \"%s\"", word, got ? got : "(nothing)", part);
}

#endif
