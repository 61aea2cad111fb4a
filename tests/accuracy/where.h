/* where.h - addresses with known places, and how far off the geocoder puts them. */
#ifndef YOUKA_TESTS_ACCURACY_WHERE_H
#define YOUKA_TESTS_ACCURACY_WHERE_H

#include "youka/locate/geocode.h"

struct where_case {
    struct yk_sought question;
    struct yk_point truth;
};
enum { WHERE_CLASSES = 10 };
extern const char *const where_class[WHERE_CLASSES]; /* "A1" … "E", then "all" */
struct where_score {
    size_t asked, located;
    double *error_m;      /* of the located, sorted; on the heap */
    size_t within[4];     /* 50, 100, 300, 1000 m */
    size_t stated, twice; /* error within what was stated; over twice of it */
};
enum { WHERE_VERDICTS = 4 };
struct where_result {
    struct where_score score[WHERE_CLASSES];
    size_t verdict[WHERE_VERDICTS][2]; /* yk_verdict x truly in, out */
};

void where_begin(struct where_result *r);
void where_count(struct where_result *r, const struct where_case *c,
                 const struct yk_geocoded *answered);
void where_print(const char *what, struct where_result *r);
void where_release(struct where_result *r);

#endif
