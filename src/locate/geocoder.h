/* geocoder.h - what the rungs of the ladder share: entries laid out by what addresses call them.
 * Private to src/locate. */
#ifndef YOUKA_SRC_LOCATE_GEOCODER_H
#define YOUKA_SRC_LOCATE_GEOCODER_H

#include <math.h>

#include "index.h"
#include "youka/locate/geocode.h"

/* What a text is looked up as; mixed into its hash. */
enum key_kind {
    KEY_DOOR = 1, /* what numbers doors, and the number */
    KEY_CARRIER,  /* what numbers doors: a road with its lane, a village, an estate */
    KEY_CROSS,    /* two roads, in whatever order */
    KEY_PLACE,    /* a place by its own name */
    KEY_PAIR,     /* two neighbouring characters of such a name */
    KEY_NAME,     /* an organisation by its normalised name and branch */
    KEY_CODE,     /* its credit code */
    KEY_UNIT,     /* a village, town or estate the address lies in */
    KEY_COURSE,   /* a road whose course is known */
};

/* What an entry's address says, read once. */
struct spot {
    const struct yk_gazetteer_entry *entry;
    const char *uscc;
    double error_m;        /* of the entry itself */
    struct yk_point point; /* of what the address names: before «东南100米» */
    uint64_t carrier;      /* hash of what numbers its door, of a road its own; 0: none */
    uint32_t number;       /* of the door; 0: none */
    uint32_t sub;          /* hash of what follows it */
    uint32_t county;       /* GB/T 2260, 0: not said */
    bool course;           /* its entry has one: asked of every candidate */
    bool exact;            /* the address says the door itself, not something beside it */
};

/* A hundredth of a degree each way. */
struct square {
    uint16_t row, column;
};

struct county { /* where entries that name it lie */
    uint32_t code;
    size_t entries;
    double south, north, west, east;
};

/* A vertex that two roads of different names share. */
struct node {
    struct yk_point point;
    uint32_t road, cross; /* spots */
};

struct yk_geocoder {
    struct yk_address_book *book;
    struct yk_name_book *names;
    struct spot *spot;
    size_t spots, room;
    struct square *square; /* of each spot, side by side: what is far off is passed over by these */
    struct index by;
    struct index pairs; /* KEY_PAIR, which is never asked for in cells */
    struct index cells; /* of the keys with many spots: key and cell to spots */
    struct county *county;
    size_t counties;
    struct node *node;
    size_t nodes, nodes_room;
    struct index crossing; /* KEY_CROSS to nodes */
    size_t read;           /* spots whose keys are in the index */
    double cos_lat;        /* of the middle of all spots */
};

/* What numbers doors in an address, and the number. */
struct door {
    uint64_t carrier; /* a hash */
    struct yk_glyphs name, number;
    uint32_t value; /* of the number; 0: it has none */
};
enum { MOST_DOORS = 4 };

/* A question while it climbs. */
struct climb {
    const struct yk_geocoder *g;
    const struct yk_sought *q;
    struct memory *memory; /* NULL: nothing is kept for the next question */
    struct yk_address address;
    struct door door[MOST_DOORS]; /* of the address */
    size_t doors;
    double reach_m; /* candidates beyond it are dropped; INFINITY: none are */
    bool far;       /* beyond what is plausible: only what is exact counts */
    double cos_lat; /* of the station, else of the gazetteer's middle: for short distances */
    uint32_t county;
    uint64_t name_key; /* 0: no name that tells */
    struct yk_geocoded *out;
};

/* With what can be read before there is anything to ask. */
struct question {
    struct yk_sought sought;
    uint64_t name_key;
};
/* yk_geocode, with a memory for the questions that follow. */
void geocode(struct yk_geocoded *out, const struct yk_geocoder *g, const struct question *q,
             struct memory *memory);

/* Candidates of a rung, the best first once settled. */
enum { MOST_CANDIDATES = 48 };
struct candidates {
    uint32_t spot[MOST_CANDIDATES];
    size_t n, far; /* far: dropped for being out of reach, or in another district */
};

/* --- keys.c ------------------------------------------------------------------------------------
 */
/* 海景南2路 and 海景南二路 are one. */
uint64_t name_hash(struct yk_glyphs name);
uint64_t key_of(enum key_kind kind, uint64_t hash);
uint64_t cross_key(uint64_t one, uint64_t other); /* of two roads' hashes */
uint64_t code_key(const char *uscc);
uint64_t pair_key(const uint32_t pair[2]);
/* 0: the name is nobody's own. */
uint64_t name_key(const struct yk_geocoder *g, const char *name);
uint32_t county_of(const struct yk_address *a);
/* The likeliest first. */
size_t doors_of(struct door out[MOST_DOORS], const struct yk_address *a);
uint64_t door_key(uint64_t carrier, struct yk_glyphs number);
uint32_t number_of(struct yk_glyphs digits);
void add_keys(struct yk_geocoder *g); /* of the spots from g->read on */

/* --- candidates.c ------------------------------------------------------------------------------
 */
/* Metres between two points of a city, within half a per cent: for ranking, never for membership;
 * and their square. */
#define DEGREE_M 111200. /* of a great circle, about */
static inline double rough_square(const struct climb *c, struct yk_point a, struct yk_point b)
{
    double east = DEGREE_M * (a.lon - b.lon) * c->cos_lat, north = DEGREE_M * (a.lat - b.lat);
    return east * east + north * north;
}
static inline double rough_metres(const struct climb *c, struct yk_point a, struct yk_point b)
{
    return sqrt(rough_square(c, a, b));
}
bool within_reach(const struct climb *c, struct yk_point p);
struct square square_of(double lat, double lon);
/* Squares from the first to the second, both included, hold all that is within reach. */
void squares_within_reach(struct square out[2], const struct climb *c);
/* A spot that may answer: within reach, in no other district than the address says, not left out.
 */
bool fits(const struct climb *c, uint32_t number);
/* The same whether it is left out or not. */
bool may_answer(const struct climb *c, uint32_t number);
static inline void none_yet(struct candidates *all)
{
    all->n = all->far = 0;
}
/* The list's spots that fit, as many as there is room for; those before that do not are counted. */
void gather(struct candidates *out, const struct climb *c, struct list list);
/* The candidate that the others lie nearest to. */
size_t middle_candidate(const struct candidates *all, const struct climb *c);
/* It comes first; runner-up, evidence and whether to ask go into the answer. Gives the greatest
 * distance of another one, 0 for one alone. */
double settle(struct candidates *all, struct climb *c);
void answer(struct climb *c, struct yk_point p, const char *rung, const char *method,
            double error_m);
void note_try(struct climb *c, const char *rung, const char *method, enum yk_try_outcome outcome,
              size_t candidates);
/* Nothing found on a rung: says why not. */
void note_miss(struct climb *c, const char *rung, const char *method, const struct candidates *all);

/* --- the rungs: true when found ----------------------------------------------------------------
 */
bool climb_name(struct climb *c);       /* A1 */
bool climb_door(struct climb *c);       /* B1 */
bool climb_between(struct climb *c);    /* B2 */
bool climb_crossing(struct climb *c);   /* B3 */
bool climb_landmark(struct climb *c);   /* B4 */
bool climb_place(struct climb *c);      /* C1, by the address */
bool climb_own_name(struct climb *c);   /* C1, by a place that the name holds */
bool climb_far_number(struct climb *c); /* C2, by the nearest number however far */
bool climb_road(struct climb *c);       /* C2 */
bool climb_unit(struct climb *c);       /* D */

void learn_roads(struct yk_geocoder *g); /* roads.c, before keys are added */
void find_nodes(struct yk_geocoder *g);

/* --- near.c ------------------------------------------------------------------------------------
 */
enum { MOST_NEAR = 2048 };
struct near_room { /* lent by the caller, never cleared */
    uint32_t at[MOST_NEAR];
};
/* The spots of a key, by number of their door: all, or, where there are many, those that may answer
 * and the roads with a vertex about, as many as there is room for: who walks them asks whether they
 * fit. Far away, where there are many, none: the name says nothing. */
struct list entries_of(const struct climb *c, uint64_t key, struct near_room *room);
void lay_cells(struct yk_geocoder *g);
/* What long lists gave. One geocoder's, as it is, and one thread's; pays where those who ask from
 * one station ask one after the other. */
struct memory *memory_new(void);
void memory_free(struct memory *m);

/* --- course.c ----------------------------------------------------------------------------------
 */
/* The point that share of the way (0..1) from one door to the other along the road's course; false
 * where the course is not known or does not lead from one to the other. */
bool along_course(struct yk_point *out, const struct climb *c, uint64_t road,
                  const struct yk_point door[2], double share);

/* --- offset.c ----------------------------------------------------------------------------------
 */
/* Where «东南100米» of the address leads from p, and how far that is; 0 where it says none. */
double offset_from(struct yk_point *p, const struct yk_address *a);
/* Back from where it led. */
double offset_back(struct yk_point *p, const struct yk_address *a);

#endif
