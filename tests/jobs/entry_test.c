/* entry_test.c - the entry workbook as a command: from the form alone, the same bytes twice, ids
 * and unmasking on record. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "run.h"
#include "youka/store/store.h"

#define SAMPLE "survey-forms/sample/"
#define STATION "XM-HC-001"

static char *file_text(struct scratch *s, const char *path, size_t *size)
{
    struct yk_buf b = {0};
    char piece[4096];
    size_t n;
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        yk_buf_add(&b, piece, n);
    fclose(f);
    char *text = yk_arena_text(&s->arena, b.text, b.len);
    *size = b.len;
    yk_buf_release(&b);
    return text;
}

static const char *in_forms(struct scratch *s, const char *form, const char *file)
{
    return scratch_path(s, yk_arena_printf(&s->arena, "survey-forms/%s/%s", form, file));
}

static void copy_sheet(struct scratch *s, const char *form, const char *sheet, const char *more)
{
    size_t size;
    const char *from = yk_arena_printf(&s->arena, "survey-forms/%s/%s", form, sheet);
    const char *text = file_text(s, from, &size);
    FILE *f = fopen(in_forms(s, form, sheet), "wb");
    assert_non_null(f);
    fwrite(text, 1, size, f);
    fputs(more, f);
    fclose(f);
}

/* Calls for every form of the source folder, README.md and the sample left aside. */
static void each_form(struct scratch *s, const char *question,
                      void (*call)(struct scratch *s, const char *form, const char *question))
{
    DIR *dir = opendir("survey-forms");
    assert_non_null(dir);
    for (struct dirent *e; (e = readdir(dir));)
        if (!strchr(e->d_name, '.') && strcmp(e->d_name, "sample") != 0)
            call(s, e->d_name, question);
    closedir(dir);
}

static void copy_form(struct scratch *s, const char *form, const char *question)
{
    assert_int_equal(mkdir(in_forms(s, form, ""), 0700), 0);
    copy_sheet(s, form, "survey.csv", !strcmp(form, "client_survey") ? question : "");
    copy_sheet(s, form, "choices.csv", "");
    copy_sheet(s, form, "settings.csv", "");
}

static void drop_form(struct scratch *s, const char *form, const char *question)
{
    (void)question;
    remove(in_forms(s, form, "survey.csv"));
    remove(in_forms(s, form, "choices.csv"));
    remove(in_forms(s, form, "settings.csv"));
    remove(in_forms(s, form, ""));
}

static void load_sample(struct scratch *s)
{
    assert_int_equal(run(s, "station", "load", SAMPLE "stations.csv", NULL), YK_OK);
    assert_int_equal(run(s, "survey", "load", SAMPLE "survey/excel-gbk.csv", NULL), YK_OK);
}

static const char *workbook(struct scratch *s, const char *name, const char *reason)
{
    const char *path = scratch_path(s, name);
    s->wish.option[YK_OPT_STATION] = STATION;
    s->wish.option[YK_OPT_OUT] = path;
    s->wish.option[YK_OPT_UNMASK] = reason;
    if (run(s, "form", "workbook", NULL))
        fail_msg("%s", s->err.text);
    return path;
}

static bool read_back(struct scratch *s, const char *path, struct yk_buf *out)
{
    char piece[4096];
    size_t n;
    FILE *p = popen("/usr/bin/python3 -c 'import openpyxl' 2>/dev/null", "r");
    if (!p || pclose(p))
        return false;
    p = popen(yk_arena_printf(&s->arena, "/usr/bin/python3 tests/book/read_back.py %s", path), "r");
    assert_non_null(p);
    while ((n = fread(piece, 1, sizeof piece, p)) > 0)
        yk_buf_add(out, piece, n);
    return pclose(p) == 0;
}

static void a_new_question_appears(void **state)
{
    struct scratch *s = *state;
    struct yk_buf seen = {0};
    const char *new_one = "integer,charger_count,充电桩数(个),Chargers (个),,,,. >= 2 and . <= 77,"
                          "应在2到77之间,From 2 to 77,,,,\n";
    load_sample(s);
    assert_int_equal(mkdir(scratch_path(s, "survey-forms"), 0700), 0);
    each_form(s, new_one, copy_form);
    char *geodata = realpath("geodata", NULL);
    assert_non_null(geodata);
    assert_int_equal(symlink(geodata, scratch_path(s, "geodata")), 0);
    free(geodata);
    s->data_dir = s->dir;
    const char *path = workbook(s, "new.xlsx", NULL);
    each_form(s, NULL, drop_form);
    remove(scratch_path(s, "survey-forms"));
    if (!read_back(s, path, &seen))
        skip();
    assert_non_null(strstr(seen.text, " s \"charger_count\"\n"));
    assert_non_null(strstr(seen.text, "whole None 2 77\n"));
    yk_buf_release(&seen);
}

static void two_runs_are_equal(void **state)
{
    struct scratch *s = *state;
    size_t one, two;
    load_sample(s);
    const char *x = file_text(s, workbook(s, "one.xlsx", NULL), &one);
    const char *y = file_text(s, workbook(s, "two.xlsx", NULL), &two);
    assert_int_equal(one, two);
    assert_memory_equal(x, y, one);
}

/* Every id in the workbook is kept; names and phones leave only with a reason on record. */
static void what_leaves_is_on_record(void **state)
{
    struct scratch *s = *state;
    struct yk_store *store = NULL;
    struct yk_audit *audit;
    struct yk_territory t;
    size_t audits;
    load_sample(s);
    workbook(s, "plain.xlsx", NULL);
    double clients = number(table(s, ""), 0, "clients");
    assert_true(clients > 50);
    assert_int_equal(yk_store_open(&store, s->db, YK_STORE_UPDATE, &s->err), YK_OK);
    assert_int_equal(yk_list_audit(&audit, &audits, store, &s->arena, &s->err), YK_OK);
    assert_int_equal(audits, 0);
    assert_int_equal(yk_load_territory(&t, store, &s->arena, &s->err), YK_OK);
    assert_int_equal(t.issues, clients);
    yk_store_close(store);
    workbook(s, "full.xlsx", "census 2026");
    assert_int_equal(yk_store_open(&store, s->db, YK_STORE_UPDATE, &s->err), YK_OK);
    assert_int_equal(yk_list_audit(&audit, &audits, store, &s->arena, &s->err), YK_OK);
    assert_int_equal(audits, 1);
    assert_string_equal(audit[0].reason, "census 2026");
    assert_string_equal(audit[0].what, "form workbook " STATION);
    assert_string_equal(audit[0].who, "test");
    yk_store_close(store);
}

static void a_reason_is_asked_for(void **state)
{
    struct scratch *s = *state;
    load_sample(s);
    s->wish.option[YK_OPT_STATION] = STATION;
    s->wish.option[YK_OPT_OUT] = scratch_path(s, "no.xlsx");
    s->wish.option[YK_OPT_UNMASK] = " ";
    assert_int_equal(run(s, "form", "workbook", NULL), YK_E_USAGE);
}

#define SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_begin, scratch_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCRATCH(a_new_question_appears),
        SCRATCH(two_runs_are_equal),
        SCRATCH(what_leaves_is_on_record),
        SCRATCH(a_reason_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
