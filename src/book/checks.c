/* checks.c - what the cells of a column take, what is said of anything else, and what is told when
 * one is chosen. */
#include "parts.h"

#include "youka/base/num.h"
#include "youka/base/say.h"

#define TITLE_UNITS 32 /* Excel's limits; a longer text is refused */
#define TEXT_UNITS 255
#define FIRST_DAY 1     /* 1900-01-01 */
#define LAST_DAY 109574 /* 2199-12-31 */
#define FAR 1e15        /* beyond any number that a cell keeps exactly */

/* Cut to so many UTF-16 units; NULL for nothing. */
static char *cut(struct yk_arena *a, const char *text, size_t most)
{
    if (yk_text_blank(text))
        return NULL;
    char *clean = yk_text_clean(a, text);
    const char *end = clean, *fits = clean;
    size_t units = 0;
    while (*end && units <= most) {
        units += yk_utf8_next(&end) > 0xFFFF ? 2 : 1;
        if (units < most)
            fits = end; /* and one more for the dots */
    }
    return units <= most ? clean : yk_arena_printf(a, "%.*s…", (int)(fits - clean), clean);
}

/* A bound as a formula. Whole numbers, days and lengths beyond it begin one further in. */
static char *bound(struct yk_binder *b, const struct yk_limit *limit, const struct yk_bound *at,
                   double step)
{
    char number[32];
    double value = at->value;
    if (at->beyond && limit->kind != YK_LIMIT_NUMBER)
        value += step;
    if (limit->kind == YK_LIMIT_DAY && !at->today)
        value += YK_EXCEL_DAY_0;
    yk_num_write(number, value);
    if (at->today && value == 0)
        return yk_arena_copy(&b->scratch, "=TODAY()");
    if (at->today)
        return yk_arena_printf(&b->scratch, "=TODAY()%s%s", value < 0 ? "" : "+", number);
    return yk_arena_printf(&b->scratch, "=%s", number);
}

/* Two bounds of which one is itself outside: no criterion of Excel's says that. */
static void check_by_formula(struct yk_binder *b, lxw_data_validation *rule,
                             const struct yk_limit *limit, size_t c, size_t row)
{
    char at[8];
    yk_column_letters(at, c);
    rule->validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
    rule->value_formula = yk_arena_printf(
        &b->scratch, "=AND(ISNUMBER(%s%zu),%s%zu%s%s,%s%zu%s%s)", at, row + 1, at, row + 1,
        limit->least.beyond ? ">" : ">=", bound(b, limit, &limit->least, 1) + 1, at, row + 1,
        limit->most.beyond ? "<" : "<=", bound(b, limit, &limit->most, -1) + 1);
}

static void check_limit(struct yk_binder *b, lxw_data_validation *rule, struct yk_limit limit,
                        size_t c, size_t row)
{
    static const uint8_t type[] = {
        [YK_LIMIT_WHOLE] = LXW_VALIDATION_TYPE_INTEGER_FORMULA,
        [YK_LIMIT_NUMBER] = LXW_VALIDATION_TYPE_DECIMAL_FORMULA,
        [YK_LIMIT_DAY] = LXW_VALIDATION_TYPE_DATE_FORMULA,
        [YK_LIMIT_LENGTH] = LXW_VALIDATION_TYPE_LENGTH_FORMULA,
    };
    struct yk_bound *least = &limit.least, *most = &limit.most;
    if (limit.kind == YK_LIMIT_DAY && !least->set)
        *least = (struct yk_bound){.set = true, .value = FIRST_DAY - YK_EXCEL_DAY_0};
    if (limit.kind == YK_LIMIT_DAY && !most->set)
        *most = (struct yk_bound){.set = true, .value = LAST_DAY - YK_EXCEL_DAY_0};
    if (!least->set && !most->set)
        *least = (struct yk_bound){.set = true, .value = -FAR};
    rule->validate = type[limit.kind];
    bool open = limit.kind == YK_LIMIT_NUMBER;
    if (least->set && most->set) {
        if (open && (least->beyond || most->beyond)) {
            check_by_formula(b, rule, &limit, c, row);
            return;
        }
        rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        rule->minimum_formula = bound(b, &limit, least, 1);
        rule->maximum_formula = bound(b, &limit, most, -1);
    } else if (least->set) {
        rule->criteria = open && least->beyond ? LXW_VALIDATION_CRITERIA_GREATER_THAN
                                               : LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        rule->value_formula = bound(b, &limit, least, 1);
    } else {
        rule->criteria = open && most->beyond ? LXW_VALIDATION_CRITERIA_LESS_THAN
                                              : LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
        rule->value_formula = bound(b, &limit, most, -1);
    }
}

/* The usual sentences. */
static void say_refusal(struct yk_binder *b, lxw_data_validation *rule,
                        const struct yk_column *column, enum yk_limit_kind kind)
{
    const char *title = _("Not allowed here"), *text = _("Correct this cell, or leave it blank");
    if (column->list) {
        title = _("Not in the list");
        text = _("Choose one of the entries of the list");
    } else if (kind == YK_LIMIT_DAY) {
        title = _("Not a date");
        text = _("Write a date such as 2026-03-05");
    } else if (kind == YK_LIMIT_WHOLE) {
        text = _("Write a whole number such as 30");
    } else if (kind == YK_LIMIT_NUMBER) {
        text = _("Write a number such as 30 or 2.5");
    }
    if (!yk_text_blank(column->refusal)) {
        title = _("Not allowed here");
        text = column->refusal;
    }
    rule->error_title = cut(&b->scratch, title, TITLE_UNITS);
    rule->error_message = cut(&b->scratch, text, TEXT_UNITS);
}

void yk_check_write(struct yk_binder *b, struct yk_page *page, const struct yk_column *column,
                    size_t c, size_t first, size_t last)
{
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_ANY};
    struct yk_limit limit = column->limit;
    char name[32];
    if (column->input && column->format == YK_AS_DAY && limit.kind == YK_LIMIT_NONE)
        limit.kind = YK_LIMIT_DAY;
    if (column->list && column->list[0]) {
        yk_lists_name(name, b, column->list);
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = name;
    } else if (limit.kind != YK_LIMIT_NONE) {
        check_limit(b, &rule, limit, c, first);
    }
    rule.input_message = cut(&b->scratch, column->tip, TEXT_UNITS);
    if (rule.input_message)
        rule.input_title = cut(&b->scratch, column->tip_title, TITLE_UNITS);
    if (rule.validate == LXW_VALIDATION_TYPE_ANY && !rule.input_message)
        return;
    if (rule.validate != LXW_VALIDATION_TYPE_ANY)
        say_refusal(b, &rule, column, limit.kind);
    yk_binder_keep(b, worksheet_data_validation_range(page->to, (lxw_row_t)first, (lxw_col_t)c,
                                                      (lxw_row_t)last, (lxw_col_t)c, &rule));
    yk_arena_reset(&b->scratch);
}
