/* where.h - addresses with known places, and how far off the geocoder puts them. */
#ifndef YOUKA_TESTS_ACCURACY_WHERE_H
#define YOUKA_TESTS_ACCURACY_WHERE_H

#include "youka/locate/geocode.h"

struct where_case {
    struct yk_sought sought;
    struct yk_point truth;
    bool elsewhere; /* the truth is only known to lie outside: good for the verdict alone */
    size_t itself;  /* an entry that must not answer, and its doubles; SIZE_MAX: none */
};
struct where_world {
    struct yk_arena a;
    struct yk_rules rules;
    struct yk_gazetteer_entry *entry;
    size_t entries;
    struct where_case *cases;
    size_t count;
    struct yk_geocoder *g;
};
/* tests/accuracy/addresses.csv from geodata/xiamen_sample.csv and the sample's stations. */
void where_world_made(struct where_world *w);
/* Places (columns name, address, wgs_lon, wgs_lat), each to be found from the others, by a station
 * drawn up to 7/6 of its radius away. False where there is no such file. */
bool where_world_read(struct where_world *w, const char *path, double radius_m);
void where_world_release(struct where_world *w);

enum { WHERE_CLASSES = 10, WHERE_MARKS = 4, WHERE_VERDICTS = 4 };
extern const char *const where_class[WHERE_CLASSES]; /* "A1" … "E", then "all" */
struct where_score {
    size_t asked, located;
    double *error_m;            /* of the located, sorted; on the heap */
    size_t within[WHERE_MARKS]; /* 50, 100, 300, 1000 m */
    size_t stated, twice;       /* error within what was stated; over twice of it */
};
struct where_result {
    struct where_score score[WHERE_CLASSES];
    size_t verdict[WHERE_VERDICTS][2]; /* yk_verdict x truly in, out */
    size_t well, well_300;             /* at C1 or better; of these within 300 m */
};

/* Asks all; calls `each` (or NULL) for every one. */
void where_ask(struct where_result *r, const struct where_world *w,
               void (*each)(const struct where_case *c, const struct yk_geocoded *got));
/* Per cent of the in and out that are right. */
double where_right(const struct where_result *r);
void where_print(const char *what, const struct where_result *r);
void where_print_verdicts(const struct where_result *r);
void where_release(struct where_result *r);

#endif
