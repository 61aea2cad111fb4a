/* tree.h - a credibility tree: what a category, a region, a station share, learnt from their leaves
 * (estimation.md §3.2; Bühlmann and Straub 1970, Jewell 1975: the best linear unbiased predictor).
 *
 * The root is the prior mean. A child's true value lies about its parent's with variance tau2. A
 * leaf is an observation of a node with its own variance. Upwards, a node holds the precision and
 * the weighted mean of what lies below it; downwards, it takes z of its own and 1 - z of its
 * parent's. The result is exact and costs one pass each way. */
#ifndef YOUKA_ESTIMATE_TREE_H
#define YOUKA_ESTIMATE_TREE_H

#include <stddef.h>

#include "youka/base/arena.h"
#include "youka/estimate/normal.h"

struct yk_tree_node {
    size_t parent;
    double tau2;
    double weight, sum;   /* precision of the leaves below, and precision times value */
    struct yk_normal is;  /* after the last fit; before the first the parent's, with tau2 more */
    struct yk_normal was; /* after the fit before */
};
struct yk_tree {
    struct yk_tree_node *node; /* parents before children; 0 is the root */
    size_t nodes, room;
};

/* Room for `most` nodes besides the root, in the arena. */
void yk_tree_init(struct yk_tree *out, double prior_mean, size_t most, struct yk_arena *a);
/* A new node below another one; gives its number. */
size_t yk_tree_grow(struct yk_tree *t, size_t parent, double tau2);
/* An observation with variance var > 0. The sums run in the order of these calls. */
void yk_tree_add(struct yk_tree *t, size_t node, double value, double var);
/* Fits the leaves added since the last fit and forgets them. */
void yk_tree_fit(struct yk_tree *t);

#endif
