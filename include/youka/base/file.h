/* file.h - reading and writing files without leaving half of one. */
#ifndef YOUKA_BASE_FILE_H
#define YOUKA_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/arena.h"
#include "youka/base/err.h"

/* Opens for reading; a directory, a missing file, no permission: one sentence each. Owner closes
 * the descriptor. */
YK_MUST yk_code yk_file_open(int *fd, const char *path, struct yk_err *err);
/* Size of a regular file, -1 for a pipe. */
long long yk_file_size(int fd);

/* A file under construction, beside its target: `path` is where to write. Finish makes it durable
 * (fsync of file and directory) and renames it over the target; drop removes it. After either the
 * struct is empty. Mode 0600. */
struct yk_draft {
    char *path, *target;
};
YK_MUST yk_code yk_draft_begin(struct yk_draft *d, const char *target, struct yk_err *err);
YK_MUST yk_code yk_draft_finish(struct yk_draft *d, struct yk_err *err);
void yk_draft_drop(struct yk_draft *d); /* an empty draft is fine */

/* What office programs keep beside a document while somebody has it open: ~$NAME (Excel), .~NAME
 * (WPS), .~lock.NAME# (LibreOffice). The path of the one that is there, in the arena; NULL: none
 * is. */
const char *yk_file_lock(const char *path, struct yk_arena *a);

/* Whether two files hold the same bytes. */
YK_MUST yk_code yk_file_same(bool *same, const char *one, const char *other, struct yk_err *err);

YK_MUST yk_code yk_file_make_dir(const char *path,
                                 struct yk_err *err); /* with its parents; existing is fine */
const char *yk_file_name(const char *path);           /* the part after the last slash, lent */

#endif
