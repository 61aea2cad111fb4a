/* sample_test.c - the committed sample, the map of its city and the labelled addresses are what the
 * generators write, byte for byte. After a change of the form or of a generator:
 * build/rel/tests/sample/sample_main survey-forms/client_survey survey-forms/sample
 * build/rel/tests/sample/city_main geodata tests/accuracy */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sample.h"

#define FORM "survey-forms/client_survey"
#define COMMITTED "survey-forms/sample"

static const char *const files[] = {
    "stations.csv",
    "rivals.csv",
    "walk.csv",
    "gazetteer.csv",
    "staff.csv",
    "traffic.csv",
    "sales.csv",
    "bad-cells.csv",
    "survey/excel-gbk.csv",
    "survey/excel-utf8.csv",
    "survey/kobo.csv",
    "survey/unicode-text.txt",
    "survey/mistakes.csv",
    "survey/odk/youka_client_survey.csv",
    "survey/odk/youka_client_survey-fleet.csv",
    "survey/odk/youka_client_survey-contact.csv",
};
#define FILES (sizeof files / sizeof *files)

static char made[] = "/tmp/youka-sample-XXXXXX";

/* The whole file, NUL-ended; the caller frees it. */
static char *contents(const char *dir, const char *name, size_t *size)
{
    struct yk_buf path = {0}, text = {0};
    char piece[4096];
    size_t n;

    yk_buf_printf(&path, "%s/%s", dir, name);
    FILE *f = fopen(path.text, "rb");
    if (!f)
        fail_msg("cannot read %s", path.text);
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        yk_buf_add(&text, piece, n);
    fclose(f);
    yk_buf_release(&path);
    *size = text.len;
    return text.text;
}

static int make(void **state)
{
    (void)state;
    return mkdtemp(made) && sample_write(FORM, made) && city_write(made) && labels_write(made) ? 0
                                                                                               : -1;
}

static void remove_made(const char *name)
{
    struct yk_buf path = {0};

    yk_buf_printf(&path, "%s/%s", made, name);
    remove(path.text);
    yk_buf_release(&path);
}

static int unmake(void **state)
{
    (void)state;
    for (size_t i = 0; i < FILES; i++)
        remove_made(files[i]);
    remove_made("xiamen_sample.csv");
    remove_made("addresses.csv");
    remove_made("survey/odk");
    remove_made("survey");
    return rmdir(made); /* fails when the generator wrote a file that the list does not name */
}

static void same(const char *committed, const char *name)
{
    size_t old_size, new_size;
    char *was = contents(committed, name, &old_size), *is = contents(made, name, &new_size);

    if (old_size != new_size || memcmp(was, is, old_size) != 0)
        fail_msg("%s/%s differs from what the generator writes", committed, name);
    free(was);
    free(is);
}

static void same_as_committed(void **state)
{
    (void)state;
    for (size_t i = 0; i < FILES; i++)
        same(COMMITTED, files[i]);
    same("geodata", "xiamen_sample.csv");
    same("tests/accuracy", "addresses.csv");
}

/* What is to be found is not what is on the map: no point of a label is one of the map's. */
static void labels_are_no_lines_of_the_map(void **state)
{
    size_t size, labels = 0;
    char *map = contents("geodata", "xiamen_sample.csv", &size);
    char *text = contents("tests/accuracy", "addresses.csv", &size), *rest = text;

    (void)state;
    for (char *line; (line = strsep(&rest, "\n")) && *line; labels++) {
        char *lat = strrchr(line, ',');
        *lat = '\0';
        char *lon = strrchr(line, ',');
        *lat = ',';
        if (labels && strstr(map, lon))
            fail_msg("%s is on the map", line);
    }
    assert_true(labels > 200);
    free(map);
    free(text);
}

static char *line_at(char *text, long number)
{
    while (--number > 0 && (text = strchr(text, '\n')))
        text++;
    return text;
}

/* Each line of the list names a line of the file that holds the wrong value. */
static void bad_cells_stand_where_listed(void **state)
{
    size_t size, checked = 0;
    char *list = contents(COMMITTED, "bad-cells.csv", &size);
    char *file = contents(COMMITTED, "survey/mistakes.csv", &size);

    (void)state;
    for (char *at = strchr(list, '\n') + 1; *at; at = strchr(at, '\n') + 1, checked++) {
        char value[128];
        char *line = line_at(file, strtol(at, &at, 10));
        assert_non_null(line);
        char *from = strchr(at + 1, ',') + 1;
        snprintf(value, sizeof value, ",%.*s,", (int)strcspn(from, ","), from);
        if (from[strcspn(from, ",") + 1] == 0)
            fail_msg("line without a kind: %s", at);
        char *end = strchr(line, '\n');
        *end = '\0';
        if (!strstr(line, value) && strncmp(line, value + 1, strlen(value) - 1) != 0)
            fail_msg("%s is not in the line %s", value, line);
        *end = '\n';
    }
    assert_int_equal(checked, 40);
    free(list);
    free(file);
}

/* Computed apart from this code (a script that also gives 91110000710926094P and
 * 9144030071526726XG) from GB 32100-2015 and GB 11714, for organisation YY000000. */
static void credit_codes_pass_their_checks(void **state)
{
    struct yk_arena a = {0};

    (void)state;
    assert_string_equal(name_of_credit_code(&a, "enterprise", 0), "91350200YY0000001C");
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_as_committed),
        cmocka_unit_test(labels_are_no_lines_of_the_map),
        cmocka_unit_test(bad_cells_stand_where_listed),
        cmocka_unit_test(credit_codes_pass_their_checks),
    };
    return cmocka_run_group_tests_name("sample", tests, make, unmake);
}
