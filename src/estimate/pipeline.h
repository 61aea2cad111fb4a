/* pipeline.h - what the steps of the estimate hand on, one record a client. */
#ifndef YOUKA_ESTIMATE_PIPELINE_H
#define YOUKA_ESTIMATE_PIPELINE_H

#include "meanings.h"
#include "youka/estimate/tree.h"

struct yk_client {
    size_t door; /* index in the territory */
    size_t node; /* of its station, in both trees */
    const char *id;
    const struct yk_category_prior *category;
    double expected; /* vehicles of its like, by its size and the table */
    bool sized;      /* its size was answered */
    struct {
        bool given, by_lines;
        double declared, burning;
        const struct yk_source_prior *source;
    } count;
    double log_each; /* ln litres a month of one vehicle */
    double mix_var;  /* relative variance over the known classes; NAN: they are not known */
    double gasoline; /* share of the litres: by the lines, else as told, else of the category */
    bool lines;      /* some line burns fuel: the grades are theirs */
    double nev_plan; /* electric vehicles planned within a year */
    struct yk_told told[YK_TOLD];
    unsigned tolds;
    struct yk_normal usual; /* ln vehicles without its own count */
    struct yk_normal fleet; /* ln vehicles with it */
};

struct yk_pipeline {
    const struct yk_territory *t;
    struct yk_settings s;
    struct yk_client *client; /* in the order of the doors */
    size_t *order;            /* the clients by category, region, station, id: sums run in it */
    size_t count;
    struct yk_tree fleet, litres; /* the same nodes in both */
    size_t threads;
};

/* Fills p->order, plants both trees in the arena and sets the clients' nodes. */
void yk_order_clients(struct yk_pipeline *p, const struct yk_place *place, struct yk_arena *a);

/* What a door's answers hold; door and id are the caller's. */
void yk_client_read(struct yk_client *out, const struct yk_answers *answers,
                    const struct yk_settings *s);

/* An observation of a tree. */
struct yk_leaf {
    bool given;
    double value, var;
    double known_var, source_var; /* its parts, to learn from: nothing learnt, sd^2 of the source */
};
/* Vehicles against the expected ones (estimation.md §13.2). */
struct yk_leaf yk_fleet_leaf(const struct yk_client *c, const struct yk_settings *s);
/* ln litres of one told amount against what the fleet lets expect (§13.4). */
struct yk_leaf yk_litres_leaf(const struct yk_client *c, unsigned told, struct yk_normal group,
                              const struct yk_settings *s);

/* c->usual and c->fleet, where such clients here have `ratio` times the expected vehicles. */
void yk_client_fleet(struct yk_client *c, struct yk_normal ratio, const struct yk_settings *s);
/* ln vehicles as declared; needs count.given. */
struct yk_normal yk_client_count(const struct yk_client *c, const struct yk_settings *s);
/* ln litres a month by the fleet, `group` being the offset of such clients here. */
struct yk_normal yk_client_litres(const struct yk_client *c, struct yk_normal group,
                                  const struct yk_settings *s);

/* The whole estimate after the last fit. piece[0..yk_client_pieces(c)) becomes its own. */
size_t yk_client_pieces(const struct yk_client *c);
void yk_client_result(struct yk_estimate *out, const struct yk_client *c,
                      const struct yk_pipeline *p, struct yk_piece *piece);

/* Learning the spreads of both trees from their leaves. */
void yk_learn_fleet(struct yk_pipeline *p);
void yk_learn_litres(struct yk_pipeline *p, const struct yk_leaf (*leaf)[YK_TOLD]);

#endif
