/* batch_fuzz.c - any bytes as a census file: read, matched with the form's questions, checked.
 * A piece's rows must be as many as were taken, refused and left blank. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "youka/intake/source.h"
#include "youka/survey/take.h"

enum { MOST_FORM_ROWS = 20000 };

static void must(yk_code code, const struct yk_err *err)
{
    if (code) {
        fprintf(stderr, "%s\n", err->text);
        abort();
    }
}

static struct yk_form *form_of(struct yk_arena *a)
{
    static const char *const file[] = {"survey-forms/client_survey/survey.csv",
                                       "survey-forms/client_survey/choices.csv",
                                       "survey-forms/client_survey/settings.csv"};
    struct yk_source *source[3];
    const struct yk_rows *rows[3];
    struct yk_form *form = NULL;
    struct yk_err err = {0};
    for (int i = 0; i < 3; i++) {
        must(yk_source_open(&source[i], file[i], &err), &err);
        must(yk_source_all(&rows[i], source[i], MOST_FORM_ROWS, &err), &err);
    }
    must(yk_form_read(&form, rows[0], rows[1], rows[2], a, &err), &err);
    for (int i = 0; i < 3; i++)
        yk_source_close(source[i]);
    return form;
}

/* Every text of the piece is read to its end. */
static size_t read_batch(const struct yk_batch *b)
{
    size_t sum = 0;
    for (size_t i = 0; i < b->count; i++) {
        const struct yk_answers *given = &b->submission[i].answers;
        for (size_t k = 0; k < given->count; k++)
            sum += strlen(given->answer[k].code) + strlen(given->answer[k].text);
    }
    for (size_t i = 0; i < b->rejects; i++)
        sum += strlen(b->reject[i].reason) + strlen(b->reject[i].hint) +
               strlen(b->reject[i].value) + strlen(b->reject[i].heading);
    return sum;
}

static void take_all(struct yk_source *source, const struct yk_form *form)
{
    static struct yk_map stations;
    struct yk_taker *taker = NULL;
    struct yk_err err = {0};
    const struct yk_rows *rows = NULL;
    struct yk_arena a = {0}; /* texts of a piece may lie in it until the next */
    if (!stations.count)
        yk_map_add(&stations, "S1", 0);
    const struct yk_take_options options = {.file = "fuzz.csv",
                                            .today = yk_day_of(2026, 3, 10),
                                            .datum = YK_DATUM_UNKNOWN,
                                            .station = "S1",
                                            .stations = &stations,
                                            .lang = YK_EN};
    while (!yk_source_next(&rows, source, &err) && rows->count) {
        struct yk_batch batch = {0};
        if (!taker && yk_taker_new(&taker, form, rows, &options, &err))
            break;
        yk_arena_reset(&a);
        yk_take(&batch, taker, rows, &a);
        (void)read_batch(&batch);
        if (batch.count + batch.rejected_rows + batch.blank_rows != rows->count)
            __builtin_trap();
    }
    for (const char *const *w = taker ? yk_taker_warnings(taker) : NULL; w && *w; w++)
        (void)strlen(*w);
    yk_taker_free(taker);
    yk_arena_release(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static struct yk_arena kept;
    static struct yk_form *form;
    char path[64];
    struct yk_source *source = NULL;
    struct yk_err err;
    if (!form)
        form = form_of(&kept);
    int fd = fuzz_file(path, bytes, n);
    if (!yk_source_open(&source, path, &err))
        take_all(source, form);
    yk_source_close(source);
    fuzz_file_close(fd);
    return 0;
}
