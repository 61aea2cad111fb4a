/* taker.c - how a file's columns are read: made once a file. */
#include <stdlib.h>
#include <string.h>

#include "taker.h"
#include "youka/base/say.h"

static size_t field_at(const struct yk_form *form, const char *name)
{
    const struct yk_field *f = yk_form_field(form, name);
    return f ? (size_t)(f - form->field) : NOWHERE;
}

static struct special special_fields(const struct yk_form *form)
{
    bool census = yk_form_field(form, "client_name");
    const char *day = yk_form_field(form, "visit_date") ? "visit_date" : "survey_date";
    return (struct special){
        .station_code = field_at(form, "station_code"),
        .survey_date = field_at(form, day),
        .visit_result = field_at(form, "visit_result"),
        .client_name = field_at(form, "client_name"),
        .category = field_at(form, "category"),
        .address = census ? field_at(form, "address") : NOWHERE,
        .location = field_at(form, "location"),
        .lon_manual = field_at(form, census ? "lon_manual" : "lon"),
        .lat_manual = field_at(form, census ? "lat_manual" : "lat"),
        .polygon = field_at(form, "polygon"),
        .coord_system = field_at(form, census ? "coord_system" : "datum"),
        .uscc = field_at(form, "uscc"),
        .end = field_at(form, "end"),
        .client_id = yk_form_field(form, day) ? field_at(form, "client_id") : NOWHERE,
    };
}

/* Of a known client: who, when, how it went; the name where the form insists on it. */
static void find_client_musts(struct yk_taker *t)
{
    struct special *at = &t->at;
    const size_t half[] = {at->station_code, at->survey_date, at->client_name,
                           field_at(t->form, "result"), field_at(t->form, "overall")};
    for (size_t i = 0; i < sizeof half / sizeof *half; i++)
        if (half[i] != NOWHERE && t->form->field[half[i]].required)
            at->must[at->musts++] = half[i];
}

/* Half a census row is worth more than none: five answers must be there (survey.md); half a visit
 * too. Of any other form all that it requires. */
static void find_musts(struct yk_taker *t)
{
    struct special *at = &t->at;
    const size_t census[] = {at->station_code, at->survey_date, at->visit_result, at->client_name,
                             at->category};
    at->must = YK_ARENA_ARRAY(&t->arena, size_t, t->form->fields);
    if (at->client_id != NOWHERE) {
        find_client_musts(t);
        return;
    }
    if (at->client_name != NOWHERE) {
        for (size_t i = 0; i < sizeof census / sizeof *census; i++)
            if (census[i] != NOWHERE)
                at->must[at->musts++] = census[i];
        return;
    }
    for (size_t i = 0; i < t->form->fields; i++)
        if (t->form->field[i].required && !*t->form->field[i].repeat)
            at->must[at->musts++] = i;
}

/* Fields share the expression of their group: it is worked out once a row. */
static void group_relevances(struct yk_taker *t)
{
    const struct yk_form *form = t->form;
    t->relevance_of = YK_ARENA_ARRAY(&t->arena, size_t, form->fields);
    for (size_t i = 0; i < form->fields; i++) {
        const struct yk_field *f = &form->field[i];
        t->relevance_of[i] = NOWHERE;
        if (!f->relevant || *f->repeat)
            continue;
        for (size_t k = 0; k < i && t->relevance_of[i] == NOWHERE; k++)
            if (form->field[k].relevant == f->relevant)
                t->relevance_of[i] = t->relevance_of[k];
        if (t->relevance_of[i] == NOWHERE)
            t->relevance_of[i] = t->relevances++;
    }
}

static void prepare_memos(struct yk_taker *t)
{
    size_t fields = t->form->fields;
    t->memo = YK_ARENA_ARRAY(&t->arena, struct memo *, fields);
    t->named = YK_ARENA_ARRAY(&t->arena, struct named, NAMED);
    t->alone = YK_ARENA_ARRAY(&t->arena, bool, fields);
    for (size_t i = 0; i < fields; i++)
        t->alone[i] = yk_take_stands_alone(&t->form->field[i]);
}

static void list_own(struct yk_taker *t)
{
    t->own = YK_ARENA_ARRAY(&t->arena, size_t, t->form->fields);
    for (size_t i = 0; i < t->form->fields; i++)
        if (!*t->form->field[i].repeat)
            t->own[t->owns++] = i;
}

static void note_headings(struct yk_taker *t)
{
    t->heading_of = YK_ARENA_ARRAY(&t->arena, const char *, t->form->fields);
    for (size_t i = 0; i < t->width; i++) {
        const struct column *c = &t->column[i];
        bool whole = c->use == COLUMN_FIELD;
        if ((whole || c->use == COLUMN_PART || c->use == COLUMN_CHOICE) && !t->heading_of[c->field])
            t->heading_of[c->field] = c->heading;
    }
}

static int by_code(const void *a, const void *b)
{
    return strcmp(((const struct outlet *)a)->code, ((const struct outlet *)b)->code);
}

/* Packed copies of a repeat are taken apart and not kept beside it. */
static bool is_kept(const struct yk_taker *t, size_t field)
{
    const struct yk_field *f = &t->form->field[field];
    if (*f->repeat || f->type == YK_FIELD_NOTE)
        return false;
    for (size_t r = 0; r < t->repeats; r++)
        if (t->repeat[r].summary == field)
            return false;
    return true;
}

static void order_outlets(struct yk_taker *t)
{
    t->outlet = YK_ARENA_ARRAY(&t->arena, struct outlet, t->form->fields + t->width);
    for (size_t i = 0; i < t->form->fields; i++)
        if (is_kept(t, i))
            t->outlet[t->outlets++] = (struct outlet){t->form->field[i].name, i, NOWHERE};
    for (size_t i = 0; i < t->width; i++)
        if (t->column[i].use == COLUMN_UNKNOWN)
            t->outlet[t->outlets++] = (struct outlet){t->column[i].code, NOWHERE, i};
    qsort(t->outlet, t->outlets, sizeof *t->outlet, by_code);
}

static bool has_column(const struct yk_taker *t, size_t field)
{
    return field != NOWHERE && t->heading_of[field];
}

/* Both halves of the position in columns of their own, or whole in one. */
static bool has_location(const struct yk_taker *t)
{
    bool part[2] = {false, false};
    for (size_t i = 0; i < t->width; i++) {
        const struct column *c = &t->column[i];
        if (c->field != t->at.location || c->field == NOWHERE)
            continue;
        if (c->use == COLUMN_FIELD)
            return true;
        if (c->use == COLUMN_PART && c->part < 2)
            part[c->part] = true;
    }
    return part[0] && part[1];
}

static void name_missing(struct yk_taker *t, struct yk_buf *missing, size_t field)
{
    if (field == NOWHERE || has_column(t, field))
        return;
    const struct yk_field *f = &t->form->field[field];
    if (f->relevant) /* asked of some rows only */
        return;
    yk_buf_printf(missing, "%s%s (%s)", missing->len ? ", " : "", f->label[t->option.lang],
                  f->name);
}

/* The plan goes out with columns for visits, which fit no other form. */
static bool is_plan_of_another(const struct yk_taker *t)
{
    bool plan = false;
    for (size_t i = 0; i < t->width; i++)
        plan |= t->column[i].use == COLUMN_META && t->column[i].meta == META_PLAN;
    return plan && t->at.client_id == NOWHERE;
}

static yk_code check_columns(struct yk_taker *t, struct yk_err *err)
{
    if (is_plan_of_another(t))
        return yk_fail(err, YK_E_DATA,
                       _("%s is a development plan; what was filled in there about visits is taken "
                         "in by youka visit load"),
                       t->option.file);
    const struct special *at = &t->at;
    struct yk_buf missing = {0}, found = {0};
    for (size_t i = 0; i < at->musts; i++)
        if (!t->option.station || at->must[i] != at->station_code)
            name_missing(t, &missing, at->must[i]);
    if (!has_location(t) && !(has_column(t, at->lon_manual) && has_column(t, at->lat_manual)))
        name_missing(t, &missing, at->address);
    yk_code code = YK_OK;
    if (missing.len) {
        for (size_t i = 0; i < t->width; i++)
            yk_buf_printf(&found, "%s%s", i ? ", " : "", t->column[i].heading);
        code = yk_fail(err, YK_E_DATA,
                       _("%s has no column for %s; add it, or rename the column that holds it; the "
                         "columns found are: %s"),
                       t->option.file, missing.text, found.text);
    }
    yk_buf_release(&missing);
    yk_buf_release(&found);
    return code;
}

yk_code yk_taker_new(struct yk_taker **out, const struct yk_form *form, const struct yk_rows *rows,
                     const struct yk_take_options *options, struct yk_err *err)
{
    struct yk_taker *t = yk_alloc(sizeof *t);
    t->form = form;
    t->option = *options;
    t->at = special_fields(form);
    t->width = rows->width;
    find_musts(t);
    list_own(t);
    yk_take_warn(t, NULL);
    t->warnings = 0;
    yk_headings_init(&t->headings, form);
    yk_take_find_repeats(t);
    t->column = yk_take_columns(t, rows, options->file, NULL);
    note_headings(t);
    group_relevances(t);
    prepare_memos(t);
    order_outlets(t);
    t->now.slot = YK_ARENA_ARRAY(&t->arena, struct slot, form->fields);
    t->now.relevant = YK_ARENA_ARRAY(&t->arena, signed char, t->relevances + 1);
    if (check_columns(t, err)) {
        yk_taker_free(t);
        return err->code;
    }
    *out = t;
    return YK_OK;
}

const char *const *yk_taker_warnings(struct yk_taker *t)
{
    yk_take_orphans(t);
    yk_take_unvisited(t);
    yk_take_odd_coordinates(t);
    return t->warning;
}

void yk_taker_free(struct yk_taker *t)
{
    if (!t)
        return;
    yk_headings_release(&t->headings);
    yk_map_release(&t->by_parent);
    free(t->source);
    free(t->table);
    free(t->refused);
    free(t->line);
    free(t->ordinal.hash);
    free(t->ordinal.times);
    free(t->warning);
    free(t->reject);
    free(t->flag);
    free(t->answer);
    yk_buf_release(&t->content);
    yk_arena_release(&t->arena);
    yk_arena_release(&t->scratch);
    free(t);
}
