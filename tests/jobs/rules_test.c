/* rules_test.c - edited tables: told whole, taken whole or not at all, followed by a new run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "run.h"

#define SPREADS "parameter,value,source,confidence\n"
#define FUELS                                                                                      \
    "fuel_grade,family,density_kg_l,price_yuan_l,margin_yuan_l,share_of_family,source,"            \
    "confidence\n"
#define G92 "g92,gasoline,0.74,7.5,0.55,0.65,price list,S\n"

static void write_file(struct scratch *s, const char *name, const char *text)
{
    FILE *f = fopen(scratch_path(s, name), "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static size_t versions(struct scratch *s)
{
    if (run(s, "rules", "list", NULL))
        fail_msg("%s", s->err.text);
    return table(s, "versions")->rows;
}

static const char *run_of(struct scratch *s)
{
    assert_int_equal(run(s, "db", "rebuild", NULL), YK_OK);
    return text(table(s, ""), 0, "run_id");
}

/* The folder is the scratch folder; the database lies in it too. */
static void a_price_is_taken_once(void **state)
{
    struct scratch *s = *state;
    assert_int_equal(run(s, "db", "init", NULL), YK_OK);
    const char *before = run_of(s);
    write_file(s, "fuel_priors.csv", FUELS G92);
    assert_int_equal(run(s, "rules", "check", s->dir, NULL), YK_OK);
    const struct yk_table *changes = table(s, "changes");
    assert_int_equal(changes->rows, 4);
    assert_string_equal(text(changes, 0, "column"), "price_yuan_l");
    assert_string_equal(text(changes, 0, "before"), "7.2");
    assert_string_equal(text(changes, 0, "now"), "7.5");
    assert_true(number(changes, 0, "line") == 2);
    s->wish.option[YK_OPT_DRY_RUN] = "";
    assert_int_equal(run(s, "rules", "load", s->dir, NULL), YK_OK);
    assert_int_equal(versions(s), 0);
    assert_string_equal(run_of(s), before);

    assert_int_equal(run(s, "rules", "load", s->dir, NULL), YK_OK);
    const char *version = text(table(s, ""), 0, "version");
    assert_int_equal(versions(s), 1);
    assert_string_equal(text(table(s, "versions"), 0, "version"), version);
    assert_string_equal(text(table(s, "versions"), 0, "who"), "test");
    assert_true(number(table(s, "versions"), 0, "rows") == 1);
    const char *after = run_of(s);
    assert_string_not_equal(after, before);

    assert_int_equal(run(s, "rules", "load", s->dir, NULL), YK_OK);
    assert_true(number(table(s, "files"), 0, "unchanged") == 1);
    assert_int_equal(versions(s), 1);
    assert_string_equal(run_of(s), after);
}

/* One bad row in one file: nothing of the others is kept either. */
static void nothing_of_a_bad_folder(void **state)
{
    struct scratch *s = *state;
    static const struct {
        const char *word, *file, *text;
        double line;
        size_t faults;
    } rows[] = {
        {"no table", "prices.csv", "a,b\n", 1, 1},
        {"no column", "spread_priors.csv", "parameter,value,source,trust\nalpha,3,x,J\n", 1, 1},
        {"keys that nobody knows", "spread_priors.csv",
         SPREADS "alpha,3,x,J\nalfa,3,x,J\nb,1,x,J\n", 3, 2},
        {"a tier that nobody knows", "tiers.csv",
         "tier,label_zh,label_en,cut,large_t,owner,visit_every_days,visits,hours_per_visit,"
         "cost_hour_yuan\nsilver,银,Silver,0.9,,area_manager,30,4,1.5,60\n",
         2, 1},
        {"a class of station that nobody knows", "station_priors.csv",
         "class,label_zh,label_en,radius_m,source,confidence\nmoon,月,Moon,9,x,J\n", 2, 1},
        {"a coefficient of sales that nobody knows", "sales_priors.csv", SPREADS "x,9,x,J\n", 2, 1},
        {"a key twice", "spread_priors.csv", SPREADS "alpha,3,x,J\nalpha,4,x,J\n", 3, 1},
        {"no numbers", "spread_priors.csv", SPREADS "alpha,x,x,J\nphi_g,10,x,J\nsig_u,y,x,J\n", 2,
         2},
        {"no number and a key that nobody knows", "spread_priors.csv",
         SPREADS "alfa,1,x,J\nphi_g,y,x,J\n", 2, 2},
        {"no table at all", "spread_priors.csv", "\n", 0, 1},
        {"a spread of 0", "spread_priors.csv", SPREADS "sig_u,0,x,J\n", 2, 1},
        {"a category that the form does not know", "vehicle_priors.csv",
         "vehicle_class,fuel_family,litres_per_month,litres_per_month_low,litres_per_month_high,"
         "log_sd,l_per_100km,km_per_month,litres_per_hour,hours_per_month,source,confidence\n"
         "rocket,diesel,1,1,1,1,,,,,x,J\n",
         2, 1},
        {"codes that the form does not know", "strategy.csv",
         "rule_id,category,sensitivity,barrier,tier,supplier,strategy,measures,talk_zh,talk_en,"
         "card_type,policy\nX1,hotels,prize,,gold,nobody,push,visit,您好,Hello,,\n",
         2, 3},
    };
    assert_int_equal(run(s, "db", "init", NULL), YK_OK);
    write_file(s, "fuel_priors.csv", FUELS G92);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        write_file(s, rows[i].file, rows[i].text);
        if (run(s, "rules", "load", s->dir, NULL) != YK_E_DATA)
            fail_msg("%s: taken", rows[i].word);
        const struct yk_table *faults = table(s, "faults");
        size_t errors = 0, first = faults->rows;
        for (size_t k = 0; k < faults->rows; k++)
            if (!strcmp(text(faults, k, "grade"), "error")) {
                first = errors++ ? first : k;
                assert_string_equal(text(faults, k, "file"), rows[i].file);
                assert_true(*text(faults, k, "sentence") != '\0');
            }
        if (errors != rows[i].faults)
            fail_msg("%s: %zu faults", rows[i].word, errors);
        if (rows[i].line > 0 && number(faults, first, "line") != rows[i].line)
            fail_msg("%s: line %g", rows[i].word, number(faults, first, "line"));
        assert_int_equal(versions(s), 0);
        unlink(scratch_path(s, rows[i].file));
    }
    /* A second rule with the same cells is never reached: a remark, no more. */
    write_file(s, "strategy.csv",
               "rule_id,category,sensitivity,barrier,tier,supplier,strategy,measures,talk_zh,"
               "talk_en,card_type,policy\nX1,,price,,platinum,own,push,visit,您好,Hello,,\n");
    assert_int_equal(run(s, "rules", "load", s->dir, NULL), YK_OK);
    const struct yk_table *faults = table(s, "faults");
    bool told = false;
    for (size_t k = 0; k < faults->rows; k++) {
        assert_string_equal(text(faults, k, "grade"), "warning");
        told = told || !strcmp(text(faults, k, "key"), "X1");
    }
    assert_true(told);
    assert_int_equal(versions(s), 2); /* a line a table */
}

/* Exported, read back: all of it is in force. Files that say something else are not written over.
 */
static void exported_tables_read_back(void **state)
{
    struct scratch *s = *state;
    struct stat was, is;
    assert_int_equal(run(s, "rules", "export", s->dir, NULL), YK_OK);
    size_t files = table(s, "files")->rows;
    assert_int_equal(run(s, "rules", "check", s->dir, NULL), YK_OK);
    const struct yk_table *read = table(s, "files");
    assert_int_equal(read->rows, files);
    for (size_t i = 0; i < files; i++)
        assert_true(number(read, i, "rows") > 0 &&
                    number(read, i, "unchanged") == number(read, i, "rows"));
    assert_int_equal(table(s, "changes")->rows, 0);

    /* Again: nothing is touched. */
    const char *tiers = scratch_path(s, "tiers.csv");
    assert_int_equal(stat(tiers, &was), 0);
    assert_int_equal(run(s, "rules", "export", s->dir, NULL), YK_OK);
    assert_int_equal(stat(tiers, &is), 0);
    assert_true(was.st_ino == is.st_ino);

    write_file(s, "tiers.csv", "tier,cut\ngold,1\n");
    unlink(scratch_path(s, "labels.csv"));
    assert_int_equal(run(s, "rules", "export", s->dir, NULL), YK_E_USAGE);
    assert_non_null(strstr(s->err.text, "tiers.csv"));
    assert_null(strstr(s->err.text, "policy.csv"));
    assert_int_equal(access(scratch_path(s, "labels.csv"), F_OK), -1);
    s->wish.option[YK_OPT_REPLACE] = "";
    assert_int_equal(run(s, "rules", "export", s->dir, NULL), YK_OK);
    assert_int_equal(run(s, "rules", "check", s->dir, NULL), YK_OK);
    assert_int_equal(table(s, "changes")->rows, 0);
    assert_int_equal(access(s->db, F_OK), -1); /* no database was asked for, none was made */
}

/* What is in force cannot be told from a database that cannot be read. */
static void a_damaged_database_is_told(void **state)
{
    struct scratch *s = *state;
    write_file(s, "t.db",
               "this is no database, whatever its name says; it is long enough to try\n");
    assert_int_equal(run(s, "rules", "export", s->dir, NULL), YK_E_DATA);
    assert_int_equal(access(scratch_path(s, "tiers.csv"), F_OK), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_price_is_taken_once, scratch_begin, scratch_end),
        cmocka_unit_test_setup_teardown(nothing_of_a_bad_folder, scratch_begin, scratch_end),
        cmocka_unit_test_setup_teardown(exported_tables_read_back, scratch_begin, scratch_end),
        cmocka_unit_test_setup_teardown(a_damaged_database_is_told, scratch_begin, scratch_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
