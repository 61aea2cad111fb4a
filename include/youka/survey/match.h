/* match.h - who is who: which surveyed doors are one client (survey.md, «Who is who»).
 * Blocks by credit code, phone, 200 m cell and bigrams of the core name; a pair gets a score with
 * its reasons. Accepted by itself: an equal valid credit code, or a name similarity of .92 and more
 * within 200 m; from .75 a person is asked. What a person decided always wins. The result depends
 * neither on the order of doors nor on the order of loading; time grows with the number of doors,
 * not with its square. */
#ifndef YOUKA_SURVEY_MATCH_H
#define YOUKA_SURVEY_MATCH_H

#include "youka/model/territory.h"

enum yk_pair_kind {
    YK_PAIR_SAME,       /* one client, by rule */
    YK_PAIR_REVIEW,     /* a person should look */
    YK_PAIR_SITES,      /* the same organisation, another branch or site: rolled up, not merged */
    YK_PAIR_TOLD_SAME,  /* a person, or the workbook's hidden client number, says so */
    YK_PAIR_TOLD_APART, /* a person says not; shown so that it can be taken back */
};
enum yk_pair_reason {                        /* bits */
                      YK_WHY_CODE = 1,       /* equal valid credit code */
                      YK_WHY_OTHER_CODE = 2, /* both valid, different */
                      YK_WHY_PHONE = 4,      /* a contact's phone in common */
                      YK_WHY_NEAR = 8,       /* within 200 m */
                      YK_WHY_FAR = 16,  /* both located, farther apart than their errors explain */
                      YK_WHY_NAME = 32, /* names alike: `name` says how much */
                      YK_WHY_ADDRESS = 64, /* the same folded address */
                      YK_WHY_NUMBERS = 128, /* numbers in the names differ: 第一/第二, 一期/二期 */
                      YK_WHY_BRANCH = 256,    /* the same core name, another branch */
                      YK_WHY_GENERIC = 512,   /* a core of two characters or a common one */
                      YK_WHY_CATEGORY = 1024, /* the same category */
                      YK_WHY_TOLD = 2048,
};
struct yk_pair {
    size_t a, b;   /* doors, by (station code, id) */
    double name;   /* similarity of the core names, 0..1 */
    double score;  /* 0..1 */
    double metres; /* NAN where one is not located */
    unsigned why;  /* enum yk_pair_reason */
    enum yk_pair_kind kind;
};
struct yk_match {
    size_t *client;       /* door -> the door its client is named after: the one with the smallest
                             (survey date, natural key); equal for all doors of a client */
    size_t *sites;        /* door -> likewise for the organisation with all its sites */
    struct yk_pair *pair; /* by kind, falling score, then the doors' ids */
    size_t pairs;
};

/* Where a door was seen: from the answers alone. */
struct yk_seen {
    bool located;
    struct yk_point point;
    double error_m;
};
/* `region`: names of provinces, cities and counties (GB/T 2260) to strip from the front of a name;
 * may be empty. Arrays lie in the arena. */
struct yk_names {
    const char *const *region;
    size_t regions;
};
void yk_match_all(struct yk_match *out, const struct yk_territory *t, const struct yk_seen *seen,
                  const struct yk_names *names, struct yk_arena *a);

#endif
