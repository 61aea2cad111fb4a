/* who.h - which doors are one client, pair by pair with the reasons. */
#ifndef YOUKA_MODEL_WHO_H
#define YOUKA_MODEL_WHO_H

#include "youka/model/territory.h"

enum yk_pair_kind {
    YK_PAIR_SAME,       /* one client, by rule */
    YK_PAIR_REVIEW,     /* a person should look */
    YK_PAIR_SITES,      /* the same organisation, another branch or site: rolled up, not merged */
    YK_PAIR_TOLD_SAME,  /* a person, or the workbook's hidden client number, says so */
    YK_PAIR_TOLD_APART, /* a person says not; shown so that it can be taken back */
};
/* Bits. */
enum yk_pair_reason {
    YK_WHY_CODE = 1 << 0,       /* equal valid credit code */
    YK_WHY_OTHER_CODE = 1 << 1, /* both valid, different */
    YK_WHY_PHONE = 1 << 2,      /* a contact's phone in common */
    YK_WHY_NEAR = 1 << 3,       /* within 200 m */
    YK_WHY_FAR = 1 << 4,        /* both located, farther apart than 200 m and their errors */
    YK_WHY_NAME = 1 << 5,       /* names alike: `name` says how much */
    YK_WHY_ADDRESS = 1 << 6,    /* the same folded address */
    YK_WHY_NUMBERS = 1 << 7,    /* numbers in the names differ: 第一/第二, 一期/二期 */
    YK_WHY_BRANCH = 1 << 8,     /* the same core name, another branch */
    YK_WHY_GENERIC = 1 << 9,    /* a core of two characters or a common one */
    YK_WHY_CATEGORY = 1 << 10,  /* the same category */
    YK_WHY_TOLD = 1 << 11,
    YK_WHY_OTHER_CATEGORY = 1 << 12, /* clearly other: a school, a logistics firm */
    YK_WHY_PLACE = 1 << 13,          /* the names name other districts */
    YK_WHY_REASONS = 14,
};
struct yk_pair {
    size_t a, b;   /* doors; a comes first by (station code, id) */
    double name;   /* yk_name_likeness; NAN where told only */
    double score;  /* 0..1 */
    double metres; /* NAN where one is not located */
    unsigned why;  /* enum yk_pair_reason */
    enum yk_pair_kind kind;
};
struct yk_match {
    size_t *client; /* door -> the door its client is named after: the one with the smallest
                       (survey date, natural key); equal for all doors of a client */
    size_t *sites;  /* door -> likewise for the organisation with all its sites */
    /* By kind, falling score, then the doors' ids. SAME and SITES: the pairs that joined doors,
       no more than needed; REVIEW: the best pair of two clients. */
    struct yk_pair *pair;
    size_t pairs;
};

/* Doors and what matching made of them, beside the territory of clients that joining made. */
struct yk_who {
    const struct yk_territory *doors, *clients;
    const struct yk_match *match;
    const size_t *client_of; /* door -> client */
};
/* Whose id begins so: a client's, one of its doors', one handed out earlier. Gives how many clients
 * there are of that kind; of one, *door is the door meant: where the client's id was typed, the
 * member it stands on. */
size_t yk_who_find(size_t *door, const struct yk_who *who, const char *prefix);
/* The member that carries the client's own id, else its first. */
const struct yk_member *yk_who_bearer(const struct yk_door *client);

#endif
