/* erase_test.c - contacts erased for good: in every copy, in the file's bytes, after loading again
 * and after merging, in whatever order. */
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

#include "kit.h"
#include "raw.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct kit_row odk[] = {
    {"k1", "1", "2026-03-01",
     "client_name=东方酒店;contact_name=王强;contact_phone=138-1234-5678;~contact_phone=１３８-"
     "1234-5678;"
     "remarks=先找王强，电话 １３８ １２３４ ５６７８ 下午;"
     "contact:contact_name=王强,contact_phone=13812345678|contact_name=李四,contact_phone=0532 "
     "88886666;fleet:class=bus,n=3"},
    {"k2", "1", "2026-03-01",
     "client_name=王强汽修13812345678;address=王强路1号;remarks=王强介绍;"
     "contact_summary=owner*王强*+86 138 1234 5678*yes;"
     "contact:contact_name=王强,contact_phone=13812345678|contact_name=赵六,contact_phone="
     "13900001111"},
    {"k3", "1", "2026-03-01", "client_name=一中;contact_phone=13812345679;uscc=913812345678"},
};
static const struct kit_row kobo[] = {
    {"k1", "2", "2026-03-02",
     "client_name=东方大酒店;contact_summary=owner*王强*13812345678*yes;\"备注\"=88886666 "
     "0532;n=1"},
};
static const struct yk_audit audit = {"2026-11-25T08:00:00Z", "王", "contact erase k1", "", 0};

static const char *new_path(struct yk_arena *a)
{
    return yk_arena_copy(a, kit_new_url(kit_folder()));
}

static struct yk_erased erase(struct yk_store *s, const char *key, struct yk_arena *a)
{
    struct yk_err err = {0};
    struct yk_erased erased = {0};
    struct yk_id id = kit_id(key);
    if (yk_erase_contacts(&erased, s, &id, 1, &audit, a, &err))
        fail_msg("%s", err.text);
    char *finding = kit_finding(s);
    assert_string_equal(finding, "");
    free(finding);
    return erased;
}

static void assert_door(struct yk_store *s, const char *key, const char *want)
{
    char *got = kit_door(s, key);
    assert_string_equal(got, want);
    free(got);
}

/* What is left in all of the test's tables. */
static void assert_erased(struct yk_store *s)
{
    assert_door(s, "k1",
                "S1 k1 2026-03-02 \"备注\"=88886666 0532 client_name=东方大酒店 n=1"
                " remarks=先找**，电话 *** **** **** 下午 fleet: class=bus n=3"
                " [odk.csv:2 kobo.csv:2]");
    assert_door(
        s, "k2",
        "S1 k2 2026-03-01 address=王强路1号 client_name=王强汽修*********** remarks=王强介绍"
        " contact: contact_name=赵六 contact_phone=13900001111 [odk.csv:3]");
    assert_door(s, "k3",
                "S1 k3 2026-03-01 client_name=一中 contact_phone=13812345679 uscc=9***********"
                " [odk.csv:4]");
}

static void every_copy_is_overwritten(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_audit *seen;
    size_t count;
    struct yk_store *s = kit_open(new_path(&a), YK_STORE_CREATE);
    kit_load(s, "odk.csv", odk, COUNT(odk));
    kit_load(s, "kobo.csv", kobo, COUNT(kobo));
    long long facts = kit_facts(s);
    assert_int_equal(erase(s, "k1", &a).copies, 4);
    assert_erased(s);
    assert_true(kit_facts(s) > facts);
    assert_int_equal(yk_list_audit(&seen, &count, s, &a, &err), YK_OK);
    assert_int_equal(count, 1);
    assert_string_equal(seen->what, audit.what);
    assert_int_equal(seen->rows, 4);
    facts = kit_facts(s);
    assert_int_equal(erase(s, "k1", &a).copies, 0); /* nothing left: no second record */
    assert_int_equal(kit_facts(s), facts);
    assert_int_equal(yk_list_audit(&seen, &count, s, &a, &err), YK_OK);
    assert_int_equal(count, 1);
    yk_store_close(s);
    yk_arena_release(&a);
}

static void loading_does_not_bring_it_back(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    static const struct kit_row fresh[] = {
        {"k4", "1", "2026-04-01", "client_name=新;contact:contact_phone=138.1234.5678"},
        {"k1", "3", "2026-04-01", "client_name=东方;contact:contact_phone=13777777777"}};
    struct yk_store *s = kit_open(new_path(&a), YK_STORE_CREATE);
    kit_load(s, "odk.csv", odk, COUNT(odk));
    erase(s, "k1", &a);
    struct yk_batch_counts again = kit_load(s, "odk.csv", odk, COUNT(odk));
    assert_int_equal(again.unchanged, 3);
    assert_int_equal(again.erased, 3);
    kit_load(s, "kobo.csv", kobo, COUNT(kobo)); /* another copy of it */
    assert_erased(s);
    struct yk_batch_counts other = kit_load(s, "new.csv", fresh, COUNT(fresh));
    assert_int_equal(other.erased, 2);
    assert_door(s, "k4", "S1 k4 2026-04-01 client_name=新 contact: [new.csv:2]");
    kit_undo(s, "odk.csv");
    kit_load(s, "odk.csv", odk, COUNT(odk));
    assert_door(s, "k3",
                "S1 k3 2026-03-01 client_name=一中 contact_phone=13812345679 uscc=9***********"
                " [odk.csv:4]");
    yk_store_close(s);
    yk_arena_release(&a);
}

static void merging_does_not_bring_it_back(void **state)
{
    (void)state;
    struct yk_err err = {0};
    struct yk_arena a = {0};
    struct yk_merged merged;
    const char *path[2];
    char *want = NULL;
    for (int i = 0; i < 2; i++) {
        path[i] = new_path(&a);
        struct yk_store *s = kit_open(path[i], YK_STORE_CREATE);
        kit_load(s, "odk.csv", odk, COUNT(odk));
        if (i)
            kit_load(s, "kobo.csv", kobo, COUNT(kobo));
        else
            erase(s, "k1", &a);
        yk_store_close(s);
    }
    for (int i = 0; i < 2; i++) {
        const char *all = new_path(&a);
        raw_copy(path[i], all);
        struct yk_store *s = kit_open(all, YK_STORE_UPDATE);
        for (int twice = 0; twice < 2; twice++) {
            if (yk_store_merge(&merged, s, path[!i], NULL, &a, &err))
                fail_msg("%s", err.text);
            assert_int_equal(merged.changed, !twice);
        }
        assert_erased(s);
        yk_store_close(s);
        char *got = raw_dump(all);
        if (want)
            assert_string_equal(got, want);
        free(want);
        want = got;
    }
    free(want);
    yk_arena_release(&a);
}

static bool holds(const char *path, const char *what)
{
    FILE *f = fopen(path, "rb");
    struct yk_buf b = {0};
    char piece[4096];
    for (size_t n; (n = fread(piece, 1, sizeof piece, f));)
        yk_buf_add(&b, piece, n);
    fclose(f);
    bool found = false;
    for (size_t i = 0; !found && i + strlen(what) <= b.len; i++)
        found = !memcmp(b.text + i, what, strlen(what));
    yk_buf_release(&b);
    return found;
}

static void no_byte_of_it_is_left(void **state)
{
    (void)state;
    struct yk_arena a = {0};
    char folder[120], path[160], upgraded[180], draft[180], name[400];
    snprintf(folder, sizeof folder, "%s/bytes", kit_folder());
    snprintf(path, sizeof path, "%s/x.db", folder);
    snprintf(upgraded, sizeof upgraded, "%s.before-2", path);
    snprintf(draft, sizeof draft, "%s/.x.db.before-1.part-1", folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    struct yk_store *s = kit_open(path, YK_STORE_CREATE);
    kit_load(s, "odk.csv", odk, COUNT(odk));
    raw_copy(path, upgraded);
    raw_copy(path, draft);
    assert_true(holds(upgraded, "13812345678"));
    kit_load(s, "kobo.csv", kobo, COUNT(kobo));
    struct yk_erased erased = erase(s, "k1", &a);
    assert_int_equal(erased.files, 2);
    for (int closed = 0; closed < 2; closed++) {
        DIR *dir = opendir(folder);
        for (struct dirent *d; (d = readdir(dir));) {
            snprintf(name, sizeof name, "%s/%s", folder, d->d_name);
            if (*d->d_name != '.' &&
                (holds(name, "13812345678") || holds(name, "138-1234-5678") || holds(name, "李四")))
                fail_msg("%s holds it", name);
        }
        closedir(dir);
        if (!closed)
            yk_store_close(s);
    }
    assert_int_equal(access(upgraded, F_OK), -1);
    assert_int_equal(access(draft, F_OK), -1);
    yk_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_copy_is_overwritten),
        cmocka_unit_test(loading_does_not_bring_it_back),
        cmocka_unit_test(merging_does_not_bring_it_back),
        cmocka_unit_test(no_byte_of_it_is_left),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    kit_end();
    return failed;
}
