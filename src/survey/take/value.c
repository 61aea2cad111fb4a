/* value.c - one cell by its question's type, to canonical text. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "taker.h"
#include "youka/base/day.h"
#include "youka/base/num.h"
#include "youka/base/say.h"
#include "youka/geo/degrees.h"
#include "youka/survey/uscc.h"

/* Bytes that a space of any kind, or its last byte, may be. Others need no second look. */
static bool may_be_space(unsigned char first, unsigned char last)
{
    return first <= ' ' || first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF ||
           last <= ' ' || last == 0x80 || last == 0xA0 || last == 0xBF ||
           (last >= 0x8B && last <= 0x8F);
}

const char *yk_take_trim(struct yk_arena *a, const char *s)
{
    size_t n = strlen(s);
    if (n == 0)
        return NULL;
    const char *trimmed = s;
    if (may_be_space((unsigned char)s[0], (unsigned char)s[n - 1]))
        trimmed = yk_text_trimmed(a, s);
    /* Written before what a spreadsheet would take for a formula; no part of the answer. */
    if (trimmed[0] == '\'' && yk_text_formula_like(trimmed + 1))
        trimmed++;
    return *trimmed ? trimmed : NULL;
}

static void refuse(struct slot *s, const char *reason, const char *hint)
{
    s->reason = reason;
    s->hint = hint;
}

static size_t digits(const char *s)
{
    size_t n = 0;
    while (s[n] >= '0' && s[n] <= '9')
        n++;
    return n;
}

/* Digits that are their own canonical text: no sign, no zero in front, exact as a double. */
static bool is_plain_integer(const char *s)
{
    size_t n = digits(s);
    return n > 0 && n <= 15 && s[n] == '\0' && (s[0] != '0' || n == 1);
}

/* A number that is its own shortest text: at most fifteen digits are all significant in a double,
 * so nothing shorter reads back as the same one. */
static bool is_plain_decimal(const char *s)
{
    size_t whole = digits(s), part = 0;
    if (whole == 0 || s[whole] != '.' || (s[0] == '0' && (whole > 1 || s[2] == '0')))
        return false;
    part = digits(s + whole + 1);
    return part > 0 && whole + part <= 15 && s[whole + 1 + part] == '\0' && s[whole + part] != '0';
}

/* «3吨» in a column of litres is no 3: the number alone would be wrong by a thousand. */
static bool is_other_unit(const char *typed, const char *heading)
{
    static const char *const units[] = {"吨", "t", "T", "公斤", "千克", "kg", "KG", "元", "桶"};
    while (*typed == ' ')
        typed++;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strncmp(typed, units[i], strlen(units[i])) == 0)
            return !heading || !strstr(heading, units[i]);
    return false;
}

/* Reads a number or says what to write instead. */
static bool read_number(struct yk_taker *t, struct slot *s, const char *raw, bool whole,
                        double *out)
{
    enum yk_num_result result = yk_num_read(out, raw);
    if (result == YK_NUM_VAGUE) {
        refuse(s, _("this is not one exact number"),
               whole ? _("write one whole number, e.g. 30; leave the cell blank if it is not known")
                     : _("write one number, e.g. 30; leave the cell blank if it is not known"));
        return false;
    }
    if (result == YK_NUM_BAD) {
        size_t n = strspn(raw, "0123456789.");
        if (n > 0 && is_other_unit(raw + n, s->heading))
            s->hint =
                _("write a number in the unit of this column; where there is a column for the "
                  "unit, choose it there");
        else if (n > 0 && n < 20)
            s->hint =
                yk_arena_printf(t->now.arena, _("write only the number, e.g. %.*s"), (int)n, raw);
        refuse(s, _("this is not a number"),
               s->hint ? s->hint : _("write only the number, e.g. 30, without unit or words"));
        return false;
    }
    if (whole && *out != nearbyint(*out)) {
        refuse(s, _("this is not a whole number"), _("write a whole number, e.g. 30"));
        return false;
    }
    return true;
}

static void take_number(struct yk_taker *t, struct slot *s, bool whole)
{
    double value;
    if (is_plain_integer(s->raw) || (!whole && is_plain_decimal(s->raw))) {
        s->text = s->raw;
    } else if (read_number(t, s, s->raw, whole, &value)) {
        char text[32];
        yk_num_write(text, value);
        s->text = strcmp(text, s->raw) == 0 ? s->raw : yk_arena_copy(t->now.arena, text);
    }
}

static void take_date(struct yk_taker *t, struct slot *s)
{
    yk_day day;
    if (!yk_day_read(&day, s->raw)) {
        refuse(s, _("this is not a date"), _("write year, month and day, e.g. 2026-03-05"));
        return;
    }
    char text[11];
    yk_day_write(text, day);
    s->text = strcmp(text, s->raw) == 0 ? s->raw : yk_arena_copy(t->now.arena, text);
}

static void take_text(struct yk_taker *t, const struct yk_field *f, struct slot *s)
{
    s->text = s->raw;
    if ((size_t)(f - t->form->field) == t->at.uscc) {
        const char *code = yk_uscc_fold(t->now.arena, s->raw);
        s->text = strcmp(code, s->raw) == 0 ? s->raw : code;
    }
}

/* Takes "36.3071 120.3963 15.2 4.6" apart; any of space , ; may stand between. */
static bool split_point(struct yk_taker *t, struct slot *s)
{
    static const char separators[] = " ,;\t";
    const char *at = yk_text_narrow(t->now.arena, s->raw);
    int parts = 0;
    while (*(at += strspn(at, separators))) {
        size_t n = strcspn(at, separators);
        if (parts == 4)
            return false;
        s->part[parts++] = yk_arena_text(t->now.arena, at, n);
        at += n;
    }
    return parts >= 2;
}

/* A longitude of China's far west could be a latitude, but only of the Arctic Sea. */
static bool check_range(struct slot *s, const double *point)
{
    bool arctic = yk_axis_of(point[0]) == YK_AXIS_LON && yk_axis_of(point[1]) == YK_AXIS_LAT;
    if (fabs(point[0]) <= 90 && fabs(point[1]) <= 180 && !arctic)
        return true;
    bool swapped = fabs(point[1]) <= 90 && fabs(point[0]) <= 180;
    refuse(s, _("latitude must be within -90 and 90, longitude within -180 and 180"),
           swapped ? _("latitude comes first, then longitude: they look exchanged")
                   : _("write latitude and longitude in degrees, e.g. 36.3071 120.3963"));
    return false;
}

static void take_point(struct yk_taker *t, struct slot *s)
{
    static const char *const example =
        N_("write latitude and longitude in degrees, e.g. 36.3071 120.3963");
    if (s->raw) {
        memset(s->part, 0, sizeof s->part);
        if (!split_point(t, s)) {
            refuse(s, _("this is not a position"), _(example));
            return;
        }
    }
    if (!s->part[0] || !s->part[1]) {
        refuse(s, s->part[0] ? _("the longitude is missing") : _("the latitude is missing"),
               _(example));
        return;
    }
    double number[4] = {0, 0, 0, 0};
    int parts = s->part[3] ? 4 : s->part[2] ? 3 : 2;
    for (int i = 0; i < parts; i++)
        if (s->part[i] && !read_number(t, s, s->part[i], false, &number[i]))
            return;
    if (!check_range(s, number))
        return;
    struct yk_buf text = {0};
    for (int i = 0; i < parts; i++) {
        char one[32];
        yk_num_write(one, number[i]);
        yk_buf_printf(&text, "%s%s", i ? " " : "", one);
    }
    s->text =
        s->raw && strcmp(s->raw, text.text) == 0 ? s->raw : yk_arena_copy(t->now.arena, text.text);
    yk_buf_release(&text);
}

static void read_value(struct yk_taker *t, const struct yk_field *f, struct slot *s)
{
    switch (f->type) {
    case YK_FIELD_INTEGER:
        take_number(t, s, true);
        break;
    case YK_FIELD_DECIMAL:
        take_number(t, s, false);
        break;
    case YK_FIELD_DATE:
        take_date(t, s);
        break;
    case YK_FIELD_GEOPOINT:
        take_point(t, s);
        break;
    case YK_FIELD_ONE:
        yk_take_one(t, f, s);
        break;
    case YK_FIELD_MANY:
        yk_take_many(t, f, s);
        break;
    case YK_FIELD_TEXT:
        take_text(t, f, s);
        break;
    case YK_FIELD_META:
    case YK_FIELD_IMAGE:
    case YK_FIELD_NOTE:
    case YK_FIELD_CALCULATE:
        s->text = s->raw;
        break;
    }
}

/* Free text without a rule costs nothing to read; positions hardly repeat. */
static bool is_memorable(const struct yk_taker *t, const struct yk_field *f, const struct slot *s)
{
    return s->raw && !s->picked && t->alone[f - t->form->field] && f->type != YK_FIELD_GEOPOINT &&
           (f->type != YK_FIELD_TEXT || f->constraint);
}

void yk_take_value(struct yk_taker *t, const struct yk_field *f, struct slot *s)
{
    size_t field = (size_t)(f - t->form->field);
    bool memorable = is_memorable(t, f, s);
    if (memorable && yk_take_recall(t, field, s)) {
        s->checked = true;
        return;
    }
    read_value(t, f, s);
    if (s->reason || !t->alone[field])
        return;
    yk_take_constraint(t, f, NULL, s);
    if (memorable && s->text && !s->reason)
        yk_take_remember(t, field, s);
}
