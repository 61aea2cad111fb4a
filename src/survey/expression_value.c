/* expression_value.c - what an expression says of one door's answers. */
#include <math.h>
#include <string.h>

#include "expression_tree.h"
#include "youka/base/num.h"
#include "youka/base/text.h"

enum value_kind { VALUE_TRUTH, VALUE_NUMBER, VALUE_TEXT };
struct value {
    enum value_kind kind;
    bool truth;
    double number;
    const char *text;
};

struct run {
    const struct yk_scope *scope;
    struct yk_arena *arena;
};

static struct value truth(bool is)
{
    return (struct value){.kind = VALUE_TRUTH, .truth = is};
}

static struct value number(double n)
{
    return (struct value){.kind = VALUE_NUMBER, .number = n};
}

static struct value text(const char *s)
{
    return (struct value){.kind = VALUE_TEXT, .text = s ? s : ""};
}

/* --- conversions (XPath 1.0, 4.2 to 4.4) ----------------------------------------------------- */
/* Spaces, a minus, digits with or without a point, spaces; also the exponent that canonical numbers
 * have. Nothing of what yk_num_read forgives people. */
static bool is_number(const char *s)
{
    s += strspn(s, " \t\r\n");
    s += *s == '-';
    size_t whole = strspn(s, "0123456789");
    s += whole;
    size_t part = 0;
    if (*s == '.') {
        part = strspn(++s, "0123456789");
        s += part;
    }
    if (!whole && !part)
        return false;
    if (*s == 'e' || *s == 'E') {
        s++;
        s += *s == '-' || *s == '+';
        size_t power = strspn(s, "0123456789");
        if (!power)
            return false;
        s += power;
    }
    return !s[strspn(s, " \t\r\n")];
}

/* An ISO date as days, the way ODK counts dates where a number is wanted. */
static bool read_iso_day(double *out, const char *s)
{
    static const char shape[] = "0000-00-00";
    yk_day day;
    for (size_t i = 0; i < sizeof shape - 1; i++)
        if (shape[i] == '-' ? s[i] != '-' : s[i] < '0' || s[i] > '9')
            return false;
    if (s[sizeof shape - 1] || !yk_day_read(&day, s))
        return false;
    *out = day;
    return true;
}

static double as_number(struct value v)
{
    double n;
    switch (v.kind) {
    case VALUE_TRUTH:
        return v.truth;
    case VALUE_NUMBER:
        return v.number;
    case VALUE_TEXT:
        break;
    }
    if (yk_num_plain(&n, v.text) || read_iso_day(&n, v.text) ||
        (is_number(v.text) && yk_num_read(&n, v.text) == YK_NUM_OK))
        return n;
    return NAN;
}

static bool as_truth(struct value v)
{
    switch (v.kind) {
    case VALUE_TRUTH:
        return v.truth;
    case VALUE_NUMBER:
        return v.number != 0 && !isnan(v.number);
    case VALUE_TEXT:
        break;
    }
    return *v.text != '\0';
}

static const char *as_text(const struct run *run, struct value v)
{
    char digits[32];
    if (v.kind == VALUE_TEXT)
        return v.text;
    if (v.kind == VALUE_TRUTH)
        return v.truth ? "true" : "false";
    if (isnan(v.number))
        return "NaN";
    if (isinf(v.number))
        return v.number > 0 ? "Infinity" : "-Infinity";
    yk_num_write(digits, v.number == 0 ? 0 : v.number); /* no -0 */
    return yk_arena_copy(run->arena, digits);
}

/* --- operators ------------------------------------------------------------------------------- */
/* XPath 1.0, 3.4: by truth if one side is a truth, by number if one is a number, else by text. */
static bool equal(struct value a, struct value b)
{
    if (a.kind == VALUE_TRUTH || b.kind == VALUE_TRUTH)
        return as_truth(a) == as_truth(b);
    if (a.kind == VALUE_NUMBER || b.kind == VALUE_NUMBER)
        return as_number(a) == as_number(b);
    return strcmp(a.text, b.text) == 0;
}

static bool ordered(enum op op, double a, double b)
{
    switch (op) {
    case OP_LESS:
        return a < b;
    case OP_LESS_EQUAL:
        return a <= b;
    case OP_MORE:
        return a > b;
    default:
        return a >= b;
    }
}

static double reckon(enum op op, double a, double b)
{
    switch (op) {
    case OP_PLUS:
        return a + b;
    case OP_MINUS:
        return a - b;
    case OP_TIMES:
        return a * b;
    case OP_DIV:
        return a / b; /* by zero: infinite or no number (IEEE 754), as XPath's div */
    default:
        return fmod(a, b); /* the sign of the dividend, as XPath's mod */
    }
}

/* --- functions ------------------------------------------------------------------------------- */
/* The next space-separated code of a multiple choice; false at the end. */
static bool next_code(const char **at, const char **code, size_t *n)
{
    *code = *at + strspn(*at, " \t\r\n");
    *n = strcspn(*code, " \t\r\n");
    *at = *code + *n;
    return *n > 0;
}

static bool selected(const char *codes, const char *wanted)
{
    const char *code;
    size_t n;
    while (next_code(&codes, &code, &n))
        if (strlen(wanted) == n && strncmp(code, wanted, n) == 0)
            return true;
    return false;
}

static double count_selected(const char *codes)
{
    const char *code;
    size_t n, count = 0;
    while (next_code(&codes, &code, &n))
        count++;
    return (double)count;
}

static struct value value_of(const struct run *run, const struct yk_expression *e);

static const char *text_of(const struct run *run, const struct yk_expression *e)
{
    return as_text(run, value_of(run, e));
}

static struct value concat(const struct run *run, const struct yk_expression *e)
{
    struct yk_buf all = {0};
    for (size_t i = 0; i < e->args; i++)
        yk_buf_puts(&all, text_of(run, e->arg[i]));
    const char *kept = yk_arena_text(run->arena, all.text, all.len);
    yk_buf_release(&all);
    return text(kept);
}

struct joined {
    struct yk_buf all;
    const char *between;
    bool begun;
};

static void join_one(struct joined *j, const char *s)
{
    if (j->begun)
        yk_buf_puts(&j->all, j->between);
    yk_buf_puts(&j->all, s ? s : "");
    j->begun = true;
}

/* A ${name} gives the values of all its lines. */
static struct value join(const struct run *run, const struct yk_expression *e)
{
    const struct yk_scope *s = run->scope;
    struct joined j = {.between = text_of(run, e->arg[0])};
    for (size_t i = 1; i < e->args; i++) {
        const struct yk_expression *arg = e->arg[i];
        bool lines = arg->op == OP_NAME && s->lines_of && s->line_value_of;
        size_t count = lines ? s->lines_of(s->who, arg->text) : 0;
        if (!count && (!lines || s->value_of(s->who, arg->text)))
            join_one(&j, text_of(run, arg));
        for (size_t line = 0; line < count; line++)
            join_one(&j, s->line_value_of(s->who, arg->text, line));
    }
    const char *kept = yk_arena_text(run->arena, j.all.text, j.all.len);
    yk_buf_release(&j.all);
    return text(kept);
}

static double number_of(const struct run *run, const struct yk_expression *e)
{
    return e->op == OP_NUMBER ? e->number : as_number(value_of(run, e));
}

/* The text of what is one without reckoning; NULL: it is no such thing. */
static const char *plain_text(const struct run *run, const struct yk_expression *e)
{
    const char *found = e->text;
    if (e->op == OP_NAME)
        found = run->scope->value_of(run->scope->who, e->text);
    else if (e->op == OP_DOT)
        found = run->scope->dot;
    else if (e->op != OP_TEXT)
        return NULL;
    return found ? found : "";
}

static bool same(const struct run *run, const struct yk_expression *x,
                 const struct yk_expression *y)
{
    const char *a = plain_text(run, x);
    const char *b = a ? plain_text(run, y) : NULL;
    if (b)
        return *a == *b && strcmp(a, b) == 0;
    return equal(a ? text(a) : value_of(run, x), value_of(run, y));
}

/* What asks for a truth alone; constraints and conditions are little else. */
static bool truth_of(const struct run *run, const struct yk_expression *e)
{
    switch (e->op) {
    case OP_OR:
        return truth_of(run, e->arg[0]) || truth_of(run, e->arg[1]);
    case OP_AND:
        return truth_of(run, e->arg[0]) && truth_of(run, e->arg[1]);
    case OP_NOT:
        return !truth_of(run, e->arg[0]);
    case OP_EQUAL:
    case OP_DIFFERENT:
        return same(run, e->arg[0], e->arg[1]) == (e->op == OP_EQUAL);
    case OP_LESS:
    case OP_LESS_EQUAL:
    case OP_MORE:
    case OP_MORE_EQUAL:
        return ordered(e->op, number_of(run, e->arg[0]), number_of(run, e->arg[1]));
    case OP_SELECTED:
        return selected(text_of(run, e->arg[0]), text_of(run, e->arg[1]));
    case OP_REGEX:
        return yk_pattern_matches(e->pattern, text_of(run, e->arg[0]));
    default:
        return as_truth(value_of(run, e));
    }
}

static struct value call(const struct run *run, const struct yk_expression *e)
{
    char day[11];
    switch (e->op) {
    case OP_TRUE:
    case OP_FALSE:
        return truth(e->op == OP_TRUE);
    case OP_TODAY:
        yk_day_write(day, run->scope->today);
        return text(yk_arena_copy(run->arena, day));
    case OP_IF:
        return value_of(run, e->arg[truth_of(run, e->arg[0]) ? 1 : 2]);
    case OP_COALESCE: {
        const char *first = text_of(run, e->arg[0]);
        return *first ? text(first) : text(text_of(run, e->arg[1]));
    }
    case OP_CONCAT:
        return concat(run, e);
    case OP_JOIN:
        return join(run, e);
    case OP_COUNT_SELECTED:
        return number(count_selected(text_of(run, e->arg[0])));
    case OP_STRING_LENGTH:
        return number((double)yk_utf8_count(text_of(run, e->arg[0])));
    default:
        return number(number_of(run, e->arg[0]));
    }
}

static struct value value_of(const struct run *run, const struct yk_expression *e)
{
    switch (e->op) {
    case OP_NUMBER:
        return number(e->number);
    case OP_TEXT:
        return text(e->text);
    case OP_NAME:
        return text(run->scope->value_of(run->scope->who, e->text));
    case OP_DOT:
        return text(run->scope->dot);
    case OP_OR:
    case OP_AND:
    case OP_NOT:
    case OP_EQUAL:
    case OP_DIFFERENT:
    case OP_LESS:
    case OP_LESS_EQUAL:
    case OP_MORE:
    case OP_MORE_EQUAL:
    case OP_SELECTED:
    case OP_REGEX:
        return truth(truth_of(run, e));
    case OP_PLUS:
    case OP_MINUS:
    case OP_TIMES:
    case OP_DIV:
    case OP_MOD:
        return number(reckon(e->op, number_of(run, e->arg[0]), number_of(run, e->arg[1])));
    case OP_NEGATE:
        return number(-number_of(run, e->arg[0]));
    default:
        return call(run, e);
    }
}

bool yk_expression_true(const struct yk_expression *e, const struct yk_scope *scope,
                        struct yk_arena *a)
{
    return truth_of(&(struct run){scope, a}, e);
}

const char *yk_expression_text(const struct yk_expression *e, const struct yk_scope *scope,
                               struct yk_arena *a)
{
    struct run run = {scope, a};
    struct value v = value_of(&run, e);
    return v.kind == VALUE_NUMBER && isnan(v.number) ? "" : as_text(&run, v);
}
