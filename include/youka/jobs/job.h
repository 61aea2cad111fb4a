/* job.h - a command: what it is called, what it takes, what it does. Help, near misses and
 * completion come from one table (jobs.c). */
#ifndef YOUKA_JOBS_JOB_H
#define YOUKA_JOBS_JOB_H

#include <stdbool.h>
#include <stddef.h>

#include "youka/base/arena.h"
#include "youka/base/day.h"
#include "youka/base/sheet.h"
#include "youka/base/watch.h"

enum yk_option {
    YK_OPT_DB,
    YK_OPT_TODAY,
    YK_OPT_LANG,
    YK_OPT_JSON,
    YK_OPT_QUIET, /* these five serve every command */
    YK_OPT_STATION,
    YK_OPT_REGION,
    YK_OPT_OUT,
    YK_OPT_REJECTS,
    YK_OPT_DATUM,
    YK_OPT_SHEETS,
    YK_OPT_ROWS,
    YK_OPT_DRY_RUN,
    YK_OPT_SHEET,
    YK_OPT_UNDO,
    YK_OPT_UNMASK,
    YK_OPT_ADDRESS,
    YK_OPT_NAME,
    YK_OPT_MAP,
    YK_OPT_STATUS,
    YK_OPT_UNMATCHED,
    YK_OPT_REPLACE,
    YK_OPT_REASON,
    YK_OPTIONS,
};
#define YK_TAKES(option) (1u << (option))
#define YK_OPT_COMMON                                                                              \
    (YK_TAKES(YK_OPT_DB) | YK_TAKES(YK_OPT_TODAY) | YK_TAKES(YK_OPT_LANG) |                        \
     YK_TAKES(YK_OPT_JSON) | YK_TAKES(YK_OPT_QUIET))

struct yk_option_entry {
    const char *flag;    /* "--station" */
    const char *value;   /* N_("CODE"), NULL for a switch */
    const char *summary; /* N_() */
};
extern const struct yk_option_entry yk_options[YK_OPTIONS];

/* What the user asked, parsed by cli; jobs read no environment and no clock. */
struct yk_wish {
    const char *const *word; /* operands after noun and verb */
    size_t words;
    const char *option[YK_OPTIONS]; /* NULL: not given; a switch given is "" */
    const char *db;
    yk_day today;
    enum yk_lang lang;
    const char *user, *now; /* who, and ISO-8601 UTC */
    const char *data_dir;   /* holds survey-forms/ and geodata/ */
};

/* What a job hands back: tables for the terminal, the same tables as JSON. */
struct yk_show {
    struct yk_sheets sheets;
    int status; /* 0 done, 3 done but some rows were refused */
};

struct yk_job {
    const char *noun, *verb, *operands; /* operands: N_("FILE…") or "" */
    size_t least, most;                 /* operands */
    unsigned takes;                     /* YK_TAKES beside the common ones */
    unsigned needs;                     /* of these, the ones that must be given */
    const char *summary;                /* N_(), one line, no full stop */
    yk_code (*run)(struct yk_show *out, const struct yk_wish *wish, const struct yk_watch *watch,
                   struct yk_arena *a, struct yk_err *err);
};
extern const struct yk_job yk_jobs[]; /* ends with {0} */

#endif
