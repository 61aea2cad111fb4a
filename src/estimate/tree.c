/* tree.c - a credibility tree, fitted up and down. */
#include "youka/estimate/tree.h"

#include "youka/base/err.h"

void yk_tree_init(struct yk_tree *out, double prior_mean, size_t most, struct yk_arena *a)
{
    *out = (struct yk_tree){
        .node = YK_ARENA_ARRAY(a, struct yk_tree_node, most + 1), .nodes = 1, .room = most + 1};
    out->node[0] = (struct yk_tree_node){.is = {prior_mean, 0}, .was = {prior_mean, 0}};
}

size_t yk_tree_grow(struct yk_tree *t, size_t parent, double tau2)
{
    if (t->nodes == t->room)
        YK_BUG("a tree has room for %zu nodes only", t->room);
    struct yk_normal is = t->node[parent].is;
    is.s2 += tau2;
    t->node[t->nodes] = (struct yk_tree_node){.parent = parent, .tau2 = tau2, .is = is, .was = is};
    return t->nodes++;
}

void yk_tree_add(struct yk_tree *t, size_t node, double value, double var)
{
    t->node[node].weight += 1 / var;
    t->node[node].sum += value / var;
}

void yk_tree_fit(struct yk_tree *t)
{
    for (size_t i = t->nodes - 1; i > 0; i--) {
        struct yk_tree_node *n = &t->node[i], *parent = &t->node[n->parent];
        if (n->weight > 0) {
            double precision = 1 / (n->tau2 + 1 / n->weight);
            parent->weight += precision;
            parent->sum += precision * n->sum / n->weight;
        }
    }
    t->node[0].weight = t->node[0].sum = 0;
    for (size_t i = 1; i < t->nodes; i++) {
        struct yk_tree_node *n = &t->node[i];
        struct yk_normal above = t->node[n->parent].is;
        double z = n->weight * n->tau2 / (1 + n->weight * n->tau2);
        n->was = n->is;
        n->is.m = z > 0 ? z * n->sum / n->weight + (1 - z) * above.m : above.m;
        n->is.s2 = n->tau2 * (1 - z) + (1 - z) * (1 - z) * above.s2;
        n->weight = n->sum = 0;
    }
}
