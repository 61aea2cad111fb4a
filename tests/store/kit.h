/* kit.h - what the store's tests share: fresh databases, files in shorthand, a territory as text.
 */
#ifndef TESTS_STORE_KIT_H
#define TESTS_STORE_KIT_H

#include "youka/store/store.h"

/* A new folder for one test program, removed with all in it by kit_end. */
const char *kit_folder(void);
void kit_end(void);
/* The URL of a database that is not there yet, under `base` ("sqlite://FOLDER"). Lent. */
const char *kit_new_url(const char *base);

/* Runs a group of tests on each URL of YK_STORES (words, each an URL to which a name can be added),
 * by default on SQLite files in a new folder; then kit_end. The exit status. */
int kit_each_store(int (*group)(const char *base));

/* Opening, or failing the test with the sentence. */
struct yk_store *kit_open(const char *where, enum yk_store_mode mode);

/* A row in shorthand: "name=A;phone=1" are answers (sorted by code),
 * "fleet:class=car,n=3|class=van" a repeat, "~phone=１" what was typed, "!missing=phone" a flag. */
struct kit_row {
    const char *key, *age, *date, *said;
};
/* Loads rows of station S1 as the file `file`; line numbers count from 2. */
struct yk_batch_counts kit_load(struct yk_store *s, const char *file, const struct kit_row *row,
                                size_t count);
/* As one form's file, loaded at a time. */
struct kit_file {
    const char *file, *form, *at;
};
struct yk_batch_counts kit_load_file(struct yk_store *s, const struct kit_file *file,
                                     const char *station, const struct kit_row *row, size_t count,
                                     bool keep);
struct yk_batch_counts kit_load_as(struct yk_store *s, const char *file, const char *station,
                                   const struct kit_row *row, size_t count, bool keep);
struct yk_id kit_batch_id(const char *file, const char *station);
/* The id of a submission. */
struct yk_id kit_id(const char *key);
void kit_undo(struct yk_store *s, const char *file);

/* Everything of the territory, a line a door. Owner frees. */
char *kit_dump(struct yk_store *s);
/* "station key date name=A … fleet:… !flags [file:line …]" of one door, "" without it. Owner frees.
 */
char *kit_door(struct yk_store *s, const char *key);
long long kit_facts(struct yk_store *s);
/* The first finding, "" when sound. Owner frees. */
char *kit_finding(struct yk_store *s);

#endif
