/* expression_tree.h - an expression as a tree, between its reader and its evaluator. */
#ifndef YOUKA_SURVEY_EXPRESSION_TREE_H
#define YOUKA_SURVEY_EXPRESSION_TREE_H

#include "pattern.h"
#include "youka/survey/expression.h"

enum op {
    OP_NUMBER,
    OP_TEXT,
    OP_NAME, /* ${name} */
    OP_DOT,
    OP_OR,
    OP_AND,
    OP_EQUAL,
    OP_DIFFERENT,
    OP_LESS,
    OP_LESS_EQUAL,
    OP_MORE,
    OP_MORE_EQUAL,
    OP_PLUS,
    OP_MINUS,
    OP_TIMES,
    OP_DIV,
    OP_MOD,
    OP_NEGATE,
    OP_NOT,
    OP_TRUE,
    OP_FALSE,
    OP_TODAY,
    OP_IF,
    OP_COALESCE,
    OP_CONCAT,
    OP_JOIN,
    OP_SELECTED,
    OP_COUNT_SELECTED,
    OP_REGEX,
    OP_STRING_LENGTH,
    OP_TO_NUMBER,
};

struct yk_expression {
    enum op op;
    int depth; /* of the tree under it, itself included */
    double number;
    const char *text; /* of OP_TEXT and OP_NAME */
    const struct yk_pattern *pattern;
    struct yk_expression **arg;
    size_t args;
};

#endif
