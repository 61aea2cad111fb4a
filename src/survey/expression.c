/* expression.c - reads an XLSForm expression into a tree: XPath 1.0's grammar, the part stated. */
#include "youka/survey/expression.h"

#include <string.h>

#include "expression_tree.h"
#include "youka/base/num.h"
#include "youka/base/say.h"
#include "youka/base/text.h"

#define MOST_NESTING 60 /* brackets in brackets: depth of the reader's own calls */
#define MOST_DEPTH 500  /* of the tree, so also a + b + c …: depth of the evaluator's calls */
#define MOST_ARGS 100

struct reader {
    const char *text, *at;
    struct yk_arena *arena;
    struct yk_err *err;
    int nesting;
};

/* --- characters and words -------------------------------------------------------------------- */
static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_word(char c)
{
    return is_letter(c) || is_digit(c) || c == '-' || c == '.';
}

/* From 1, as an editor counts. */
static size_t place(const struct reader *r, const char *at)
{
    size_t n = 1;
    for (const char *p = r->text; p < at; p++)
        n += ((unsigned char)*p & 0xC0) != 0x80;
    return n;
}

/* A few characters of what stands there, for a sentence. */
static const char *excerpt(const struct reader *r, const char *at)
{
    return *at ? yk_text_cut(r->arena, at, 24) : _("the end");
}

static yk_code refuse(struct reader *r, const char *at, const char *what)
{
    return yk_fail(r->err, YK_E_DATA, _("at character %zu, «%s»: %s"), place(r, at), excerpt(r, at),
                   what);
}

static void skip_spaces(struct reader *r)
{
    while (*r->at == ' ' || *r->at == '\t' || *r->at == '\n' || *r->at == '\r')
        r->at++;
}

/* Takes `sign` when it comes next. An operator spelled as a word must end where the word ends. */
static bool take(struct reader *r, const char *sign)
{
    skip_spaces(r);
    size_t n = strlen(sign);
    if (strncmp(r->at, sign, n) != 0 || (is_letter(*sign) && is_word(r->at[n])))
        return false;
    r->at += n;
    return true;
}

/* --- the tree -------------------------------------------------------------------------------- */
static struct yk_expression *leaf(struct reader *r, enum op op, const char *text)
{
    struct yk_expression *e = yk_arena_alloc(r->arena, sizeof *e);
    *e = (struct yk_expression){.op = op, .depth = 1, .text = text};
    return e;
}

static struct yk_expression *join(struct yk_arena *a, enum op op, struct yk_expression *const *arg,
                                  size_t args)
{
    struct yk_expression *e = yk_arena_alloc(a, sizeof *e);
    *e = (struct yk_expression){.op = op, .depth = 1, .args = args};
    e->arg = YK_ARENA_ARRAY(a, struct yk_expression *, args);
    for (size_t i = 0; i < args; i++) {
        e->arg[i] = arg[i];
        if (arg[i]->depth >= e->depth)
            e->depth = arg[i]->depth + 1;
    }
    return e;
}

static yk_code read_level(struct yk_expression **out, struct reader *r, int level);

/* --- functions ------------------------------------------------------------------------------- */
static const struct function {
    const char *name;
    enum op op;
    size_t least, most;
} functions[] = {
    {"coalesce", OP_COALESCE, 2, 2},
    {"concat", OP_CONCAT, 1, MOST_ARGS},
    {"count-selected", OP_COUNT_SELECTED, 1, 1},
    {"false", OP_FALSE, 0, 0},
    {"if", OP_IF, 3, 3},
    {"join", OP_JOIN, 2, MOST_ARGS},
    {"not", OP_NOT, 1, 1},
    {"number", OP_TO_NUMBER, 1, 1},
    {"regex", OP_REGEX, 2, 2},
    {"selected", OP_SELECTED, 2, 2},
    {"string-length", OP_STRING_LENGTH, 1, 1},
    {"today", OP_TODAY, 0, 0},
    {"true", OP_TRUE, 0, 0},
};

static const struct function *function_named(const char *name, size_t n)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strlen(functions[i].name) == n && strncmp(functions[i].name, name, n) == 0)
            return &functions[i];
    return NULL;
}

static yk_code compile_regex(struct yk_expression *e, struct reader *r, const char *at)
{
    if (e->arg[1]->op != OP_TEXT)
        return refuse(r, at, _("the second part of regex() must stand there in quotation marks"));
    struct yk_pattern *pattern;
    if (yk_pattern_read(&pattern, e->arg[1]->text, r->arena, r->err))
        return yk_while(r->err, _("at character %zu"), place(r, at));
    e->pattern = pattern;
    return YK_OK;
}

static yk_code read_call(struct yk_expression **out, struct reader *r)
{
    const char *start = r->at;
    while (is_word(*r->at))
        r->at++;
    const struct function *f = function_named(start, (size_t)(r->at - start));
    if (!take(r, "("))
        return refuse(r, start,
                      _("a word must be a function with brackets; a question is written ${name}"));
    if (!f)
        return refuse(r, start, _("this function is not in the part of XLSForm that youka knows"));
    struct yk_expression *arg[MOST_ARGS];
    size_t args = 0;
    if (!take(r, ")")) {
        do {
            if (args == MOST_ARGS)
                return refuse(r, start, _("this function is given too many values"));
            if (read_level(&arg[args++], r, 0))
                return r->err->code;
        } while (take(r, ","));
        if (!take(r, ")"))
            return refuse(r, r->at, _("a comma or the closing bracket is missing"));
    }
    if (args < f->least || args > f->most)
        return refuse(r, start, _("this function is given too many or too few values"));
    *out = join(r->arena, f->op, arg, args);
    return f->op == OP_REGEX ? compile_regex(*out, r, start) : YK_OK;
}

/* --- values ---------------------------------------------------------------------------------- */
static yk_code read_name(struct yk_expression **out, struct reader *r)
{
    const char *start = r->at, *name = r->at + 2;
    const char *end = name;
    while (is_word(*end))
        end++;
    if (r->at[1] != '{' || !is_letter(*name) || *end != '}')
        return refuse(r, start, _("a question is written ${name}"));
    r->at = end + 1;
    *out = leaf(r, OP_NAME, yk_arena_text(r->arena, name, (size_t)(end - name)));
    return YK_OK;
}

static yk_code read_string(struct yk_expression **out, struct reader *r)
{
    const char *start = r->at, *end = strchr(start + 1, *start);
    if (!end)
        return refuse(r, start, _("the closing quotation mark is missing"));
    r->at = end + 1;
    *out = leaf(r, OP_TEXT, yk_arena_text(r->arena, start + 1, (size_t)(end - start - 1)));
    return YK_OK;
}

static yk_code read_number(struct yk_expression **out, struct reader *r)
{
    const char *start = r->at;
    while (is_digit(*r->at))
        r->at++;
    if (*r->at == '.')
        r->at++;
    while (is_digit(*r->at))
        r->at++;
    *out = leaf(r, OP_NUMBER, NULL);
    const char *digits = yk_arena_text(r->arena, start, (size_t)(r->at - start));
    if (is_letter(*r->at) || *r->at == '.' || yk_num_read(&(*out)->number, digits) != YK_NUM_OK)
        return refuse(r, start, _("this is not a number"));
    return YK_OK;
}

static yk_code read_primary(struct yk_expression **out, struct reader *r)
{
    skip_spaces(r);
    char c = *r->at;
    if (is_digit(c) || (c == '.' && is_digit(r->at[1])))
        return read_number(out, r);
    if (c == '\'' || c == '"')
        return read_string(out, r);
    if (c == '$')
        return read_name(out, r);
    if (is_letter(c))
        return read_call(out, r);
    if (c == '.' && !is_letter(r->at[1]) && r->at[1] != '.' && r->at[1] != '/') {
        r->at++;
        *out = leaf(r, OP_DOT, NULL);
        return YK_OK;
    }
    if (take(r, "(")) {
        if (read_level(out, r, 0))
            return r->err->code;
        return take(r, ")") ? YK_OK : refuse(r, r->at, _("the closing bracket is missing"));
    }
    return refuse(r, r->at,
                  c ? _("this is not in the part of XLSForm that youka knows")
                    : _("a value is missing"));
}

/* --- operators, from the loosest to the tightest (XPath 1.0, 3.4 and 3.5) -------------------- */
#define LEVELS 6
static const struct level {
    const char *sign; /* a longer one before its own beginning */
    enum op op;
} levels[LEVELS][5] = {
    {{"or", OP_OR}},
    {{"and", OP_AND}},
    {{"=", OP_EQUAL}, {"!=", OP_DIFFERENT}},
    {{"<=", OP_LESS_EQUAL}, {">=", OP_MORE_EQUAL}, {"<", OP_LESS}, {">", OP_MORE}},
    {{"+", OP_PLUS}, {"-", OP_MINUS}},
    {{"*", OP_TIMES}, {"div", OP_DIV}, {"mod", OP_MOD}},
};

static const struct level *take_operator(struct reader *r, int level)
{
    for (const struct level *l = levels[level]; l->sign; l++)
        if (take(r, l->sign))
            return l;
    return NULL;
}

static yk_code read_signed(struct yk_expression **out, struct reader *r)
{
    if (!take(r, "-"))
        return read_primary(out, r);
    struct yk_expression *value;
    if (++r->nesting > MOST_NESTING)
        return refuse(r, r->at, _("this is nested too deeply"));
    if (read_signed(&value, r))
        return r->err->code;
    r->nesting--;
    *out = join(r->arena, OP_NEGATE, &value, 1);
    return YK_OK;
}

static yk_code read_operands(struct yk_expression **out, struct reader *r, int level)
{
    struct yk_expression *pair[2];
    if (read_level(&pair[0], r, level + 1))
        return r->err->code;
    for (const struct level *l; (l = take_operator(r, level));) {
        if (read_level(&pair[1], r, level + 1))
            return r->err->code;
        pair[0] = join(r->arena, l->op, pair, 2);
        if (pair[0]->depth > MOST_DEPTH)
            return refuse(r, r->at, _("this is too long"));
    }
    *out = pair[0];
    return YK_OK;
}

static yk_code read_level(struct yk_expression **out, struct reader *r, int level)
{
    if (level == LEVELS)
        return read_signed(out, r);
    if (level)
        return read_operands(out, r, level);
    if (++r->nesting > MOST_NESTING)
        return refuse(r, r->at, _("this is nested too deeply"));
    if (read_operands(out, r, 0))
        return r->err->code;
    r->nesting--;
    return YK_OK;
}

yk_code yk_expression_read(struct yk_expression **out, const char *text, struct yk_arena *a,
                           struct yk_err *err)
{
    struct reader r = {.text = text, .at = text, .arena = a, .err = err};
    struct yk_expression *e;
    if (read_level(&e, &r, 0))
        return err->code;
    skip_spaces(&r);
    if (*r.at)
        return refuse(&r, r.at, _("an operator is missing, or this one is not known"));
    *out = e;
    return YK_OK;
}

struct yk_expression *yk_expression_and(struct yk_arena *a, struct yk_expression *x,
                                        struct yk_expression *y)
{
    if (!x || !y)
        return x ? x : y;
    return join(a, OP_AND, (struct yk_expression *[]){x, y}, 2);
}

/* --- asking about an expression -------------------------------------------------------------- */
void yk_expression_names(const struct yk_expression *e, void (*seen)(void *who, const char *name),
                         void *who)
{
    if (e->op == OP_NAME)
        seen(who, e->text);
    for (size_t i = 0; i < e->args; i++)
        yk_expression_names(e->arg[i], seen, who);
}

const char *yk_expression_single(const struct yk_expression *e,
                                 bool (*is)(void *who, const char *name), void *who)
{
    if (e->op == OP_NAME)
        return is(who, e->text) ? e->text : NULL;
    for (size_t i = 0; i < e->args; i++) {
        const char *name = NULL;
        if (e->op != OP_JOIN || e->arg[i]->op != OP_NAME)
            name = yk_expression_single(e->arg[i], is, who);
        if (name)
            return name;
    }
    return NULL;
}

bool yk_expression_uses_dot(const struct yk_expression *e)
{
    if (e->op == OP_DOT)
        return true;
    for (size_t i = 0; i < e->args; i++)
        if (yk_expression_uses_dot(e->arg[i]))
            return true;
    return false;
}
