/* pattern_tree.h - a regular expression as a tree, between its reader and its program. */
#ifndef YOUKA_SURVEY_PATTERN_TREE_H
#define YOUKA_SURVEY_PATTERN_TREE_H

#include <stdint.h>

#include "pattern.h"

#define YK_PATTERN_NO_LIMIT UINT32_MAX

struct range {
    uint32_t from, to;
    struct range *next;
};
struct set {
    bool but; /* everything except the ranges */
    struct range *range;
};

enum part_kind { PART_SET, PART_BEGIN, PART_END, PART_ROW, PART_EITHER, PART_TIMES };
struct part {
    enum part_kind kind;
    const struct set *set;
    struct part *first, *next; /* children; the next in the row or the next alternative */
    uint32_t least, most;      /* of PART_TIMES; most may be YK_PATTERN_NO_LIMIT */
};

/* The program of a tree, in the arena; NULL where it would be too long. */
struct yk_pattern *yk_pattern_of(const struct part *tree, struct yk_arena *a);

#endif
