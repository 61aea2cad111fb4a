/* taker.h - what the files of the taking-in share; private to survey. */
#ifndef YOUKA_SURVEY_TAKER_H
#define YOUKA_SURVEY_TAKER_H

#include <stdint.h>

#include "youka/survey/expression.h"
#include "youka/survey/take.h"

#define NOWHERE SIZE_MAX

/* What a column tells of the record rather than of the client. */
enum meta {
    META_KEY,      /* KEY: stays the same when a submission is edited on the server */
    META_INSTANCE, /* instanceID */
    META_UUID,     /* _uuid */
    META_ROW_ID,   /* the hidden key of our own workbooks */
    META_CLIENT,   /* whom our own workbook holds ready in this row: kept as an answer */
    META_SUBMITTED,
    META_EDITS,
    META_STATUS,
    META_REVIEW,
    META_VALIDATION,
    META_INDEX,  /* _index: the row's number in its workbook */
    META_PARENT, /* PARENT_KEY, in a repeat's own file */
    META_PARENT_INDEX,
    META_PLAN, /* what a plan workbook tells: YK_PLAN_MARK */
    METAS,
    META_OTHER = METAS /* known, of no use here */
};

enum column_use { COLUMN_UNKNOWN, COLUMN_FIELD, COLUMN_PART, COLUMN_CHOICE, COLUMN_META };

struct column {
    enum column_use use;
    const char *heading; /* as in the file */
    const char *code;    /* UNKNOWN: what its answers are kept under; CHOICE: the choice */
    size_t field;        /* FIELD, PART, CHOICE */
    int part;            /* PART: 0 latitude, 1 longitude, 2 altitude, 3 accuracy */
    enum meta meta;
};

/* One answer on its way: as it stood, then canonical or bad. All NULL: blank. */
struct slot {
    const char *raw;     /* trimmed */
    const char *picked;  /* of 0/1 columns: the codes of those that hold 1 */
    const char *part[4]; /* of a geopoint's own columns */
    const char *heading; /* of the column it came from */
    const char *text;    /* canonical */
    const char *reason, *hint;
    bool irrelevant;
    bool checked; /* its rule is already seen to */
};

static inline bool slot_blank(const struct slot *s)
{
    return !s->raw && !s->picked && !s->text && !s->part[0] && !s->part[1];
}

/* A repeat of the form: its fields stand together. */
struct repeat {
    const char *name;
    size_t first, end; /* fields */
    size_t summary;    /* field that carries all lines packed in one cell, or NOWHERE */
    size_t line;       /* calculated field that packs one line, or NOWHERE */
    size_t *packed;    /* the fields of a packed line, in order */
    size_t parts;
};

struct repeat_source { /* a repeat's own file; what it looks like is repeat_table */
    const struct repeat *repeat;
    struct column *column;
};
struct repeat_line { /* raw, kept from yk_taker_repeat to its parent's row */
    size_t source, line;
    const char **cell;
    size_t next, last; /* of the same parent; `last` is kept in the first line only */
    bool used;
};

/* What an answer line is put out in the order of: fields and unknown columns by code. */
struct outlet {
    const char *code;
    size_t field, column; /* one of them NOWHERE */
};

/* Columns by folded heading, one map a rank (survey.md, heading match). */
struct yk_headings {
    const struct yk_form *form;
    struct yk_map name, label[2], synonym;
    struct yk_arena arena, scratch;
};

/* Fields with a meaning for the program; NOWHERE where the form has none. */
struct special {
    size_t station_code, survey_date, visit_result, client_name, category, address, location,
        lon_manual, lat_manual, polygon, coord_system, uscc, end;
    size_t
        client_id; /* of a form that tells of a known client on a day: a visit, how content it is */
    size_t *must;  /* without an answer to these a row does not load */
    size_t musts;
};

/* The row in hand. */
struct current {
    struct yk_arena *arena; /* of the piece */
    const struct yk_rows *rows;
    size_t index, line;
    struct slot *slot; /* a field each; those of a repeat hold its first line in a flat file */
    const char *meta[METAS], *meta_heading[METAS];
    signed char *relevant; /* by group of equal `relevant`: -1 not yet known */
    const char *key;       /* of the record on its server, or NULL */
    size_t rejects_before; /* the row's own begin here */
};

enum { NAMED = 512, MOST_TOLD_LINES = 6 };

/* Rows that one sentence of the warnings is about; the first ones by their lines. */
struct told_rows {
    size_t rows, line[MOST_TOLD_LINES];
};

struct yk_taker {
    const struct yk_form *form;
    struct yk_take_options option;
    struct yk_arena arena;   /* lives as long as the taker */
    struct yk_arena scratch; /* reset for every row */
    struct yk_headings headings;
    struct special at;
    struct column *column;
    size_t width;
    size_t *own, owns;       /* fields that are in no repeat */
    const char **heading_of; /* field -> the heading of its column, or NULL */
    size_t *relevance_of;    /* field -> group of fields with the same `relevant`, or NOWHERE */
    size_t relevances;
    bool *alone;        /* field -> its rule looks at its own answer only */
    struct memo **memo; /* field -> cells read before, or NULL */
    struct named {      /* where ${name} of an expression leads, by the name's address */
        const char *name;
        size_t field;
    } * named;
    struct repeat *repeat;
    size_t repeats;
    struct outlet *outlet;
    size_t outlets;

    struct repeat_source *source; /* beside each its table */
    struct yk_repeat_table *table;
    size_t sources, source_room, table_room;
    struct repeat_line *line;
    size_t lines, line_room;
    struct yk_map by_parent;

    struct ordinal {
        uint64_t *hash;
        uint32_t *times;
        size_t room, count;
    } ordinal;

    const char **warning;
    size_t warnings, warning_room;
    bool told_orphans, told_unvisited, told_coordinates;
    size_t unvisited;                  /* known clients whose rows were passed over */
    struct told_rows exchanged, moved; /* coordinates that were put right */

    struct current now;
    struct yk_reject *reject;
    size_t rejects, reject_room;
    struct yk_refused_line *refused;
    size_t refused_lines, refused_room;
    struct yk_flag *flag;
    size_t flags, flag_room;
    struct yk_answer *answer;
    size_t answers, answer_room;
    struct yk_buf content; /* scratch for keys and hashes */
};

/* headings.c */
void yk_headings_init(struct yk_headings *h, const struct yk_form *form);
void yk_headings_release(struct yk_headings *h);
/* Columns of a development plan that are there to be read begin so in its hidden row. */
#define YK_PLAN_MARK "plan."
struct column yk_headings_column(struct yk_headings *h, const char *heading);

/* columns.c */
/* `repeat` NULL: the main file. Unknown columns and doubles go to the warnings. */
struct column *yk_take_columns(struct yk_taker *t, const struct yk_rows *rows, const char *file,
                               const struct repeat *repeat);
void yk_take_warn(struct yk_taker *t, const char *sentence);

/* synonyms.c: other words for a field; ends with {0}. */
struct synonym {
    const char *heading, *field;
};
extern const struct synonym yk_take_synonyms[];

/* value.c: fills text, or reason and hint; sees to the rule too where it can. The slot is not
 * blank. */
void yk_take_value(struct yk_taker *t, const struct yk_field *f, struct slot *s);
/* Trimmed; NULL when nothing is left. Gives `s` itself where it can. */
const char *yk_take_trim(struct yk_arena *a, const char *s);

/* memo.c: only for fields whose rule looks at nothing but their own answer. */
struct memo;
bool yk_take_stands_alone(const struct yk_field *f);
/* Fills the slot's text where the same cell was good before. */
bool yk_take_recall(const struct yk_taker *t, size_t field, struct slot *s);
void yk_take_remember(struct yk_taker *t, size_t field, const struct slot *s);

/* choice.c */
void yk_take_one(struct yk_taker *t, const struct yk_field *f, struct slot *s);
void yk_take_many(struct yk_taker *t, const struct yk_field *f, struct slot *s);

/* A line of a repeat on its way. */
struct line {
    const struct repeat *repeat;
    struct slot *slot;       /* of the fields first..end */
    struct yk_answer *extra; /* of unknown columns */
    size_t extras;
    const char *file; /* for rejects */
    size_t line, row;
};

/* take.c: puts a cell that is not blank into its slot. True when it answers something. */
bool yk_take_lay(struct yk_arena *a, struct slot *s, const struct column *c, const char *cell);
/* What a reject shows of a slot. */
const char *yk_take_shown(const struct slot *s);
/* What was typed where the answer `text` is another; else NULL. */
const char *yk_take_typed(const struct slot *s, const char *text);

/* check.c: relevance, constraint, required. `line` NULL: the row's own answers. */
void yk_take_check(struct yk_taker *t, size_t field, const struct line *line);
/* The rule alone: sets reason and hint where it is broken. */
void yk_take_constraint(struct yk_taker *t, const struct yk_field *f, const struct line *line,
                        struct slot *s);
void yk_take_check_row(struct yk_taker *t);
/* What an expression over the row's answers says. */
const char *yk_take_text(struct yk_taker *t, const struct yk_expression *e);
void yk_take_flag(struct yk_taker *t, const char *code, const char *field);
void yk_take_reject(struct yk_taker *t, const struct yk_reject *r);
/* A reject of the row in hand. */
void yk_take_refuse(struct yk_taker *t, const char *heading, const char *value, const char *reason,
                    const char *hint);

/* repeats.c: what repeats the form has, and their own files. */
void yk_take_find_repeats(struct yk_taker *t);
/* The first line, of any repeat's own file or sheet, of the row in hand; NOWHERE: none. */
size_t yk_take_own_line(const struct yk_taker *t);
/* Lines of a repeat for the row in hand; count 0 where its file has none. */
struct line *yk_take_own_lines(struct yk_taker *t, const struct repeat *r, size_t *count);
/* The row in hand is the parent of its lines, whatever becomes of it. */
void yk_take_claim(struct yk_taker *t);
/* The row in hand was refused: its lines go back with it. */
void yk_take_give_back(struct yk_taker *t);
/* Warns of lines that no row claimed. */
void yk_take_orphans(struct yk_taker *t);

/* take.c: tells how many known clients were not visited. */
void yk_take_unvisited(struct yk_taker *t);

/* coordinates.c: typed coordinates that are not plain degrees in their own cells; after the row's
 * values are read. */
void yk_take_coordinates(struct yk_taker *t);
/* Tells what was put right. */
void yk_take_odd_coordinates(struct yk_taker *t);

/* lines.c: lines packed in one cell or laid flat in the row; all lines checked. What was irrelevant
 * in a line goes to the taker's answers as "fleet[2]/veh_km_month". */
void yk_take_repeats(struct yk_taker *t, struct yk_answers *out);
void yk_take_add(struct yk_taker *t, const char *code, const char *text, const char *typed);

/* key.c */
const char *yk_take_record(const struct yk_taker *t); /* KEY, instanceID, _uuid; NULL: none */
const char *yk_take_bare_uuid(const char *key);       /* without the prefix uuid: */
const char *yk_take_key(struct yk_taker *t);
const char *yk_take_age(const struct yk_taker *t);
struct yk_id yk_take_content(struct yk_taker *t, const struct yk_answers *answers);

#endif
