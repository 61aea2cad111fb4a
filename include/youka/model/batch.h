/* batch.h - one of the five shapes: typed answers and rejects, a piece of a file at a time. */
#ifndef YOUKA_MODEL_BATCH_H
#define YOUKA_MODEL_BATCH_H

#include "youka/base/hash.h"
#include "youka/model/answer.h"

struct yk_submission {
    const char *station_code;
    const char *key;      /* natural key (architecture.md) */
    struct yk_id id;      /* hash of the natural key */
    struct yk_id content; /* hash of all answers, independent of the file's layout */
    const char *age;      /* sorts copies: edits, end, submission time; "" when unknown */
    yk_day survey_date;
    size_t line;
    struct yk_answers answers;
    struct yk_flag *flag;
    size_t flags;
};

/* A row, or one of its cells, that was not taken in. Texts are in the run's language. */
struct yk_reject {
    const char *file, *heading, *value, *reason, *hint;
    size_t line;
    size_t row;      /* index in the piece; SIZE_MAX: a line of a repeat's file */
    const char *key; /* the row's natural key where no column of its file holds it, else NULL */
};
/* A line of a repeat's own file whose row was refused: it goes back with the row. */
struct yk_refused_line {
    size_t table; /* of yk_taker_repeats */
    size_t line;
    const char *const *cell; /* as wide as the table */
};

struct yk_batch {
    struct yk_submission *submission;
    size_t count;
    struct yk_reject *reject; /* every bad cell; a row may have several */
    size_t rejects;
    struct yk_refused_line *refused_line;
    size_t refused_lines;
    size_t rejected_rows, blank_rows;
};

/* What the store keeps of a load. */
struct yk_batch_head {
    struct yk_id id;  /* hash of content and station */
    const char *form; /* folder of survey-forms: "client_survey", "walk_list", … */
    const char *file, *encoding, *who;
    char separator;
    struct yk_id content;     /* of the whole file */
    const char *loaded_at;    /* ISO-8601 UTC, given by cli */
    const char *station_code; /* --station, or "" */
};
struct yk_batch_counts {
    size_t rows, loaded, superseded, unchanged, rejected, blank;
    size_t erased; /* contacts left out because they had been erased; not kept */
    size_t left;   /* of card transactions: keys that earlier batches of the same stations and
                      months have and this one has not; not kept */
    double left_litres;
};

/* A load that the store knows; one taken back stays in the list. */
struct yk_batch_entry {
    struct yk_batch_head head;
    struct yk_batch_counts counts;
    bool undone;
    const char *changed_at; /* when it was last loaded or taken back */
};

#endif
