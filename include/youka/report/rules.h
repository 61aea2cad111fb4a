/* rules.h - rule tables that were read, what they change, what is wrong with them. */
#ifndef YOUKA_REPORT_RULES_H
#define YOUKA_REPORT_RULES_H

#include "youka/base/hash.h"
#include "youka/base/sheet.h"
#include "youka/model/rules.h"

/* A row that differs from what is in force. */
struct yk_rules_change {
    const char *file;
    size_t line;
    const char *const *row;    /* yk_rules_width(file) texts */
    const char *const *before; /* NULL: a new row */
};
struct yk_rules_file {
    const char *file;
    size_t rows, changed, added;
};
struct yk_rules_fault {
    struct yk_rule_fault fault;
    size_t line; /* 0: of no row that was read */
};
struct yk_rules_reading {
    struct yk_rules before, after; /* in force, and with the folder on top */
    struct yk_rules_file *file;
    size_t files;
    struct yk_rules_change *change;
    size_t changes;
    struct yk_rules_fault *fault;
    size_t faults, errors; /* errors: faults that are no warnings */
};

/* Tables "files" (file, rows), "versions" (id, when, who, file, rows), to be filled by the caller.
 */
struct yk_table *yk_report_rule_files(struct yk_sheets *out);
struct yk_table *yk_report_rule_versions(struct yk_sheets *out);
/* What was read, cell by cell what it changes, and what does not go together. */
void yk_report_rules_reading(struct yk_sheets *out, const struct yk_rules_reading *in);
/* Which version the rows became. */
void yk_report_rules_version(struct yk_sheets *out, const struct yk_id *id);

#endif
