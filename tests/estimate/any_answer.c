/* any_answer.c - random answers within the form's limits, with a liking for their ends. */
#include "any_answer.h"

#include <stdio.h>
#include <string.h>

#include "../support/csv_rows.h"
#include "youka/base/num.h"

enum { MOST_FIELDS = 128, MOST_LINES = 4, STATIONS = 12 };
#define NO_LIMIT 1e9

/* --- the form --------------------------------------------------------------------------------- */
static size_t column(const struct yk_rows *rows, const char *heading)
{
    size_t i = 0;
    while (i < rows->width && strcmp(rows->heading[i], heading) != 0)
        i++;
    if (i == rows->width)
        YK_BUG("the form has no column %s", heading);
    return i;
}

static struct yk_rows read_rows(struct yk_arena *a, const char *path)
{
    const char *csv = csv_text_of(a, path);
    if (!csv)
        YK_BUG("%s cannot be read: tests run in the project's folder", path);
    return csv_rows(a, csv + (strncmp(csv, "\xef\xbb\xbf", 3) == 0 ? 3 : 0));
}

static void read_limits(struct any_field *f, const char *constraint)
{
    f->low = 0;
    f->high = NO_LIMIT;
    f->over = false;
    if (sscanf(constraint, ". >= %lf and . <= %lf", &f->low, &f->high) == 2)
        return;
    if (sscanf(constraint, "(. >= %lf)", &f->low) == 1)
        return;
    f->over = sscanf(constraint, ". > %lf and . <= %lf", &f->low, &f->high) >= 1;
    if (!f->over)
        YK_BUG("the limits of %s are not understood: %s", f->name, constraint);
}

static void read_choices(struct any_field *f, const struct yk_rows *choices, const char *list,
                         struct yk_arena *a)
{
    size_t in = column(choices, "list_name"), name = column(choices, "name");

    f->choice = YK_ARENA_ARRAY(a, const char *, choices->count);
    for (size_t i = 0; i < choices->count; i++)
        if (strcmp(choices->cell[i * choices->width + in], list) == 0)
            f->choice[f->choices++] = choices->cell[i * choices->width + name];
    if (!f->choices)
        YK_BUG("the form has no choices of %s", list);
}

static size_t field_at(const struct any_form *form, const char *name, size_t length)
{
    for (size_t i = 0; i < form->fields; i++)
        if (strncmp(form->field[i].name, name, length) == 0 && !form->field[i].name[length])
            return i;
    YK_BUG("the form has no number or choice %.*s before it is asked about", (int)length, name);
}

/* Conditions of the form's own sorts: ${field}='code' or ${field} != '', joined by or. */
static void read_conditions(struct any_field *f, const struct any_form *form, const char *relevant,
                            struct yk_arena *a)
{
    f->when = YK_ARENA_ARRAY(a, struct any_condition, strlen(relevant) / 8 + 1);
    while ((relevant = strstr(relevant, "${"))) {
        size_t name = strcspn(relevant += 2, "}");
        const char *is = relevant + name + 1;
        struct any_condition *c = &f->when[f->whens++];
        c->field = field_at(form, relevant, name);
        if (strncmp(is, "='", 2) == 0)
            c->choice = yk_arena_text(a, is + 2, strcspn(is + 2, "'"));
        else if (strncmp(is, " != ''", 6) != 0)
            YK_BUG("the condition of %s is not understood: %s", f->name, is);
    }
}

/* Whether it is a number or a single choice; its limits or choices. */
static bool read_kind(struct any_field *f, const char *type, const char *constraint,
                      const struct yk_rows *choices, struct yk_arena *a)
{
    if (strncmp(type, "select_one ", 11) == 0) {
        f->kind = ANY_CHOICE;
        read_choices(f, choices, type + 11, a);
        return true;
    }
    f->kind = strcmp(type, "integer") == 0 ? ANY_WHOLE : ANY_DECIMAL;
    if (f->kind == ANY_DECIMAL && strcmp(type, "decimal") != 0)
        return false;
    read_limits(f, constraint);
    return true;
}

void any_form_read(struct any_form *out, struct yk_arena *a)
{
    struct yk_rows rows = read_rows(a, "survey-forms/client_survey/survey.csv"),
                   choices = read_rows(a, "survey-forms/client_survey/choices.csv");
    size_t type = column(&rows, "type"), name = column(&rows, "name"),
           relevant = column(&rows, "relevant"), constraint = column(&rows, "constraint");
    const char *group = "", *repeat = "";

    *out = (struct any_form){.field = YK_ARENA_ARRAY(a, struct any_field, MOST_FIELDS),
                             .least_power = -12};
    for (size_t i = 0; i < rows.count; i++) {
        const char *const *cell = &rows.cell[i * rows.width];
        if (strcmp(cell[type], "begin group") == 0)
            group = cell[name];
        else if (strcmp(cell[type], "begin repeat") == 0)
            repeat = cell[name];
        else if (strcmp(cell[type], "end repeat") == 0)
            repeat = "";
        struct any_field f = {.name = cell[name], .group = group, .repeat = repeat};
        if (!read_kind(&f, cell[type], cell[constraint], &choices, a))
            continue;
        read_conditions(&f, out, cell[relevant], a);
        if (out->fields == MOST_FIELDS)
            YK_BUG("the form has more than %d fields", (int)MOST_FIELDS);
        out->field[out->fields++] = f;
    }
}

/* --- values ----------------------------------------------------------------------------------- */
static double draw_number(const struct any_field *f, double least_power, struct dice *d)
{
    double least = f->low > 0 ? f->low : f->kind == ANY_WHOLE ? 1 : .001, x;

    switch (dice_below(d, 12)) {
    case 0:
        x = f->low;
        break;
    case 1:
        x = f->high;
        break;
    case 2:
        x = (double)dice_below(d, 21);
        break;
    case 3: /* heaped */
        x = (double)(1 + dice_below(d, 9)) * pow(10, (double)dice_below(d, 8));
        break;
    case 4: /* next to nothing */
        x = pow(10, least_power * dice_unit(d));
        break;
    default:
        x = exp(log(least) + dice_unit(d) * log(f->high / least));
    }
    x = fmin(fmax(f->kind == ANY_WHOLE ? round(x) : x, f->low), f->high);
    if (f->over && x <= f->low)
        x = f->kind == ANY_WHOLE ? f->low + 1 : f->low + 1e-9;
    return x;
}

static const char *draw_value(const struct any_field *f, double least_power, struct dice *d,
                              struct yk_arena *a)
{
    char text[32];

    if (f->kind == ANY_CHOICE)
        return f->choice[dice_below(d, f->choices)];
    yk_num_write(text, draw_number(f, least_power, d));
    return yk_arena_copy(a, text);
}

/* One door in the making. */
struct drawn {
    const struct any_form *form;
    struct dice *d;
    struct yk_arena *a;
    double told;                   /* share of the questions that are answered */
    const char *text[MOST_FIELDS]; /* so far, by field; NULL: none */
};

static bool asked(const struct drawn *w, const struct any_field *f)
{
    for (size_t i = 0; i < f->whens; i++) {
        const char *text = w->text[f->when[i].field], *choice = f->when[i].choice;
        if (text && (!choice || strcmp(text, choice) == 0))
            return true;
    }
    return f->whens == 0;
}

/* An answer to each question of the repeat ("" for none) that is asked and answered, after those
 * that are there. */
static size_t draw_answers(struct yk_answer *out, size_t count, struct drawn *w, const char *repeat,
                           bool inside)
{
    for (size_t i = 0; i < w->form->fields; i++) {
        const struct any_field *f = &w->form->field[i];
        bool door = strcmp(f->group, "door") == 0;
        if (strcmp(f->repeat, repeat) != 0 || (!inside && !door) || w->text[i] || !asked(w, f) ||
            !dice_chance(w->d, *repeat ? .8 : w->told))
            continue;
        w->text[i] = draw_value(f, w->form->least_power, w->d, w->a);
        out[count++] = (struct yk_answer){.code = f->name, .text = w->text[i]};
    }
    return count;
}

static void forget(struct drawn *w, const char *repeat)
{
    for (size_t i = 0; i < w->form->fields; i++)
        if (strcmp(w->form->field[i].repeat, repeat) == 0)
            w->text[i] = NULL;
}

static void draw_lines(struct yk_answers *out, struct drawn *w)
{
    size_t lines = dice_below(w->d, MOST_LINES + 1);
    struct yk_repeat *r = YK_ARENA_ARRAY(w->a, struct yk_repeat, 1);

    if (!lines)
        return;
    *r = (struct yk_repeat){"fleet", YK_ARENA_ARRAY(w->a, struct yk_answer_line, lines), lines};
    for (size_t i = 0; i < lines; i++) {
        r->line[i].answer = YK_ARENA_ARRAY(w->a, struct yk_answer, 16);
        r->line[i].count = draw_answers(r->line[i].answer, 0, w, "fleet", true);
        forget(w, "fleet");
    }
    out->repeat = r;
    out->repeats = 1;
}

/* nev_count is at most vehicle_total; a client joined from two visits may say otherwise. */
static void keep_to_total(struct yk_answers *out, const struct drawn *w)
{
    double total, nev;

    if (yk_answer_number(&total, out, "vehicle_total") &&
        yk_answer_number(&nev, out, "nev_count") && nev > total && !dice_chance(w->d, .05))
        for (size_t i = 0; i < out->count; i++)
            if (strcmp(out->answer[i].code, "nev_count") == 0)
                out->answer[i].text = yk_answer_text(out, "vehicle_total");
}

static void put(struct yk_answers *out, struct drawn *w, const char *code, const char *text)
{
    size_t f = field_at(w->form, code, strlen(code));

    w->text[f] = text ? text : draw_value(&w->form->field[f], w->form->least_power, w->d, w->a);
    out->answer[out->count++] = (struct yk_answer){.code = code, .text = w->text[f]};
}

static struct yk_answers draw_door(const struct any_form *form, struct dice *d, struct yk_arena *a)
{
    static const double told[] = {.05, .3, .6, .95};
    struct yk_answers out = {.answer = YK_ARENA_ARRAY(a, struct yk_answer, MOST_FIELDS)};
    struct drawn w = {form, d, a, told[dice_below(d, 4)], {0}};

    put(&out, &w, "visit_result", dice_chance(d, .8) ? "completed" : NULL);
    if (dice_chance(d, .98)) /* required, but a row without it is kept */
        put(&out, &w, "category", NULL);
    /* Other outcomes ask nothing more, but a client keeps what was answered on an earlier visit. */
    const char *result = out.answer[0].text;
    bool inside =
        strcmp(result, "completed") == 0 || strcmp(result, "partial") == 0 || dice_chance(d, .3);
    out.count = draw_answers(out.answer, out.count, &w, "", inside);
    if (inside)
        draw_lines(&out, &w);
    yk_answers_sort(&out);
    keep_to_total(&out, &w);
    return out;
}

/* --- regions ---------------------------------------------------------------------------------- */
void any_region_make(struct any_region *out, const struct any_form *form,
                     const struct yk_rules *rules, size_t doors, struct dice *d, struct yk_arena *a)
{
    *out = (struct any_region){.t = {.today = yk_day_of(2026, 4, 1),
                                     .station = YK_ARENA_ARRAY(a, struct yk_station, STATIONS),
                                     .stations = STATIONS,
                                     .door = YK_ARENA_ARRAY(a, struct yk_door, doors),
                                     .doors = doors,
                                     .rules = rules},
                               .place = YK_ARENA_ARRAY(a, struct yk_place, doors)};
    for (size_t s = 0; s < STATIONS; s++)
        out->t.station[s] = (struct yk_station){.code = yk_arena_printf(a, "S%02zu", s),
                                                .name = "",
                                                .region = s < 4   ? "东"
                                                          : s < 8 ? "西"
                                                                  : "",
                                                .area_manager = "",
                                                .station_class = "urban",
                                                .point = {30, 110 + (double)s},
                                                .radius_m = 3000};
    for (size_t i = 0; i < doors; i++) {
        struct yk_door *door = &out->t.door[i];
        size_t s = i * STATIONS / doors;
        *door = (struct yk_door){.key = "k",
                                 .station_code = out->t.station[s].code,
                                 .survey_date = yk_day_of(2026, 3, 2),
                                 .answers = draw_door(form, d, a)};
        snprintf(door->id.text, sizeof door->id.text, "%032zx", i);
        door->submission = door->id;
        out->place[i] = (struct yk_place){.place_class = "E",
                                          .error_m = NAN,
                                          .method = "none",
                                          .runner_up_m = NAN,
                                          .verdict = YK_VERDICT_UNKNOWN,
                                          .owner = dice_chance(d, .9) ? s : dice_below(d, STATIONS),
                                          .distance_m = NAN};
    }
}

void any_region_shuffle(struct any_region *to, size_t *order, const struct any_region *from,
                        struct dice *d, struct yk_arena *a)
{
    size_t n = from->t.doors;

    *to = *from;
    to->t.door = YK_ARENA_ARRAY(a, struct yk_door, n);
    to->place = YK_ARENA_ARRAY(a, struct yk_place, n);
    for (size_t i = 0; i < n; i++) { /* Fisher and Yates */
        size_t j = dice_below(d, i + 1);
        order[i] = order[j];
        order[j] = i;
    }
    for (size_t i = 0; i < n; i++) {
        to->t.door[i] = from->t.door[order[i]];
        to->place[i] = from->place[order[i]];
    }
}

const char *any_answers_text(const struct yk_answers *answers, struct yk_arena *a)
{
    struct yk_buf b = {0};

    for (size_t i = 0; i < answers->count; i++)
        yk_buf_printf(&b, "%s=%s;", answers->answer[i].code, answers->answer[i].text);
    for (size_t r = 0; r < answers->repeats; r++)
        for (size_t l = 0; l < answers->repeat[r].count; l++) {
            const struct yk_answer_line *line = &answers->repeat[r].line[l];
            yk_buf_printf(&b, "%s:", answers->repeat[r].code);
            for (size_t i = 0; i < line->count; i++)
                yk_buf_printf(&b, "%s=%s,", line->answer[i].code, line->answer[i].text);
            yk_buf_puts(&b, ";");
        }
    const char *text = yk_arena_text(a, b.text ? b.text : "", b.len);
    yk_buf_release(&b);
    return text;
}
