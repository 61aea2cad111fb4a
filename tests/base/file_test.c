/* file_test.c - reading and writing files without leaving half of one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "youka/base/file.h"

static char folder[] = "/tmp/youka-file-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    return chdir("/") || rmdir(folder); /* fails when a test left something behind */
}

static void put(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    assert_int_equal(fclose(f), 0);
}

static void holds(const char *path, const char *want)
{
    char got[100] = "";
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    got[fread(got, 1, sizeof got - 1, f)] = '\0';
    fclose(f);
    assert_string_equal(got, want);
}

static size_t entries(void)
{
    size_t n = 0;
    DIR *d = opendir(".");
    for (struct dirent *e; (e = readdir(d));)
        n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(d);
    return n;
}

static void opening(void **state)
{
    (void)state;
    struct yk_err err;
    int fd = -7;
    assert_int_equal(yk_file_open(&fd, "no-such.csv", &err), YK_E_IO);
    assert_non_null(strstr(err.text, "no-such.csv"));
    assert_int_equal(yk_file_open(&fd, ".", &err), YK_E_IO);
    assert_int_equal(fd, -7);
    put("a.csv", "12345");
    assert_int_equal(yk_file_open(&fd, "a.csv", &err), YK_OK);
    assert_int_equal(yk_file_size(fd), 5);
    close(fd);
    unlink("a.csv");
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(yk_file_size(ends[0]), -1);
    close(ends[0]);
    close(ends[1]);
}

static void finished_draft(void **state)
{
    (void)state;
    struct yk_err err;
    struct yk_draft d;
    struct stat st;
    put("计划.xlsx", "old");
    assert_int_equal(yk_draft_begin(&d, "计划.xlsx", &err), YK_OK);
    put(d.path, "new");
    holds("计划.xlsx", "old");
    assert_int_equal(yk_draft_finish(&d, &err), YK_OK);
    assert_null(d.path);
    assert_null(d.target);
    holds("计划.xlsx", "new");
    assert_int_equal(stat("计划.xlsx", &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(entries(), 1);
    unlink("计划.xlsx");
}

static void dropped_draft(void **state)
{
    (void)state;
    struct yk_err err;
    struct yk_draft one, two;
    assert_int_equal(yk_draft_begin(&one, "out.csv", &err), YK_OK);
    assert_int_equal(yk_draft_begin(&two, "./out.csv", &err), YK_OK);
    assert_string_not_equal(yk_file_name(one.path), yk_file_name(two.path));
    assert_int_equal(yk_file_name(one.path)[0], '.');
    assert_int_equal(entries(), 2);
    yk_draft_drop(&one);
    yk_draft_drop(&one);
    yk_draft_drop(&two);
    assert_int_equal(entries(), 0);
}

/* A draft that vanished is an error, not a silent success; the target stays as it was. */
static void lost_draft(void **state)
{
    (void)state;
    struct yk_err err;
    struct yk_draft d;
    put("out.csv", "old");
    assert_int_equal(yk_draft_begin(&d, "out.csv", &err), YK_OK);
    unlink(d.path);
    assert_int_equal(yk_draft_finish(&d, &err), YK_E_IO);
    assert_null(d.path);
    holds("out.csv", "old");
    unlink("out.csv");
}

static void impossible_targets(void **state)
{
    (void)state;
    struct yk_err err;
    struct yk_draft d = {0};
    char name[300];
    memset(name, 'x', 250);
    name[250] = '\0';
    assert_int_equal(yk_draft_begin(&d, "no/such/folder.csv", &err), YK_E_IO);
    assert_non_null(strstr(err.text, "no/such/folder.csv"));
    assert_int_equal(yk_draft_begin(&d, ".", &err), YK_E_IO);
    assert_int_equal(yk_draft_begin(&d, "x/", &err), YK_E_IO);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_int_equal(yk_draft_begin(&d, "pipe", &err), YK_E_IO);
    assert_non_null(strstr(err.text, "ordinary file"));
    unlink("pipe");
    assert_null(d.path);
    assert_int_equal(yk_draft_begin(&d, name, &err), YK_OK); /* a name of 250 bytes is allowed */
    yk_draft_drop(&d);
}

static void equal_files(void **state)
{
    (void)state;
    static const struct {
        const char *word, *one, *other;
        bool same;
    } cases[] = {{"equal", "abc", "abc", true},         {"both empty", "", "", true},
                 {"another byte", "abc", "abd", false}, {"longer", "abc", "abcd", false},
                 {"shorter", "abc", "ab", false},       {"empty", "abc", "", false}};
    struct yk_err err = {0};
    bool same;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        put("one", cases[i].one);
        put("other", cases[i].other);
        assert_int_equal(yk_file_same(&same, "one", "other", &err), YK_OK);
        if (same != cases[i].same)
            fail_msg("%s", cases[i].word);
    }
    unlink("other");
    assert_int_equal(yk_file_same(&same, "one", "other", &err), YK_E_IO);
    unlink("one");
}

static void folders(void **state)
{
    (void)state;
    struct yk_err err;
    assert_int_equal(yk_file_make_dir("a/b/c/", &err), YK_OK);
    assert_int_equal(yk_file_make_dir("a/b/c", &err), YK_OK);
    put("a/file", "");
    assert_int_equal(yk_file_make_dir("a/file/d", &err), YK_E_IO);
    assert_int_equal(yk_file_make_dir("a/file", &err), YK_E_IO);
    unlink("a/file");
    rmdir("a/b/c");
    rmdir("a/b");
    rmdir("a");
    assert_string_equal(yk_file_name("x/y/甲.csv"), "甲.csv");
    assert_string_equal(yk_file_name("甲.csv"), "甲.csv");
}

/* As the three office programs name them. */
static void open_documents(void **state)
{
    (void)state;
    static const char *const lock[] = {"~$计划.xlsx", ".~计划.xlsx", ".~lock.计划.xlsx#"};
    struct yk_arena a = {0};
    assert_null(yk_file_lock("计划.xlsx", &a));
    for (size_t i = 0; i < 3; i++) {
        put(lock[i], "");
        assert_string_equal(yk_file_lock("计划.xlsx", &a), lock[i]);
        char full[100];
        snprintf(full, sizeof full, "%s/%s", folder, lock[i]);
        assert_string_equal(yk_file_lock(yk_arena_printf(&a, "%s/%s", folder, "计划.xlsx"), &a),
                            full);
        assert_null(yk_file_lock("别的.xlsx", &a));
        unlink(lock[i]);
    }
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opening),
        cmocka_unit_test(finished_draft),
        cmocka_unit_test(dropped_draft),
        cmocka_unit_test(lost_draft),
        cmocka_unit_test(impossible_targets),
        cmocka_unit_test(equal_files),
        cmocka_unit_test(folders),
        cmocka_unit_test(open_documents),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
