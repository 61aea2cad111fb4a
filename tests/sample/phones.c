/* phones.c - the same form filled in on phones: exports of ODK Central and of KoboToolbox. */
#include "sample.h"

#include <string.h>
#include <sys/stat.h>

#define FORM_ID "youka_client_survey"

/* One submission's record: made in the order of the rows. */
struct submission {
    const char *uuid, *start, *end, *sent, *review, *status;
    int edits;
};

static const char *uuid(struct census *cs)
{
    unsigned long long a = chance_bits(&cs->chance), b = chance_bits(&cs->chance);

    return yk_arena_printf(cs->arena, "%08llx-%04llx-4%03llx-8%03llx-%012llx", a >> 32,
                           a >> 16 & 0xffff, a & 0xfff, b >> 52, b & 0xffffffffffff);
}

/* An interview of 4 to 20 minutes during the day; the eighth took 70 seconds. */
static struct submission submission(struct census *cs, const struct entry *e, size_t row)
{
    struct yk_arena *a = cs->arena;
    struct submission s = {.uuid = uuid(cs), .review = "", .status = ""};
    int begin = chance_between(&cs->chance, 8 * 60, 17 * 60) * 60;
    int end = begin + (row == 7 ? 70 : chance_between(&cs->chance, 4 * 60, 20 * 60));
    char day[11];

    yk_day_write(day, e->day);
    s.start = yk_arena_printf(a, "%sT%02d:%02d:%02d.000+08:00", day, begin / 3600, begin / 60 % 60,
                              begin % 60);
    s.end =
        yk_arena_printf(a, "%sT%02d:%02d:%02d.000+08:00", day, end / 3600, end / 60 % 60, end % 60);
    end += 600; /* sent ten minutes later; servers write Greenwich time */
    s.sent = yk_arena_printf(a, "%sT%02d:%02d:%02d", day, end / 3600 - 8, end / 60 % 60, end % 60);
    s.review = row == 11 ? "rejected" : row == 12 ? "approved" : row == 13 ? "hasIssues" : "";
    s.status = row == 20 ? "not decrypted" : "";
    s.edits = row == 5 ? 2 : 0;
    return s;
}

static bool is_type(const struct field *f, const char *type)
{
    return !strcmp(f->type, type);
}

static const char *value_of(const struct census *cs, const struct entry *e, size_t field,
                            const struct submission *s)
{
    const struct field *f = &cs->form.field[field];

    if (is_type(f, "start"))
        return s->start;
    if (is_type(f, "end"))
        return s->end;
    if (is_type(f, "today"))
        return got(cs, e, "survey_date");
    return e->value[field] ? e->value[field] : "";
}

/* "lat lon altitude accuracy" in four cells. */
static void geo_cells(struct writer *w, struct yk_arena *a, const char *point)
{
    for (int i = 0; i < 4; i++) {
        size_t n = strcspn(point, " ");
        writer_cell(w, yk_arena_text(a, point, n));
        point += n + (point[n] == ' ');
    }
}

/* --- ODK Central
 * ------------------------------------------------------------------------------------ */
static const char *const odk_tail[] = {"meta-instanceID",
                                       "meta-instanceName",
                                       "KEY",
                                       "SubmitterID",
                                       "SubmitterName",
                                       "AttachmentsPresent",
                                       "AttachmentsExpected",
                                       "Status",
                                       "ReviewState",
                                       "DeviceID",
                                       "Edits",
                                       "FormVersion"};

static void odk_headings(struct writer *w, struct census *cs)
{
    static const char *const parts[] = {"Latitude", "Longitude", "Altitude", "Accuracy"};

    writer_cell(w, "SubmissionDate");
    for (size_t i = 0; i < cs->form.fields; i++) {
        const struct field *f = &cs->form.field[i];
        if (*f->repeat || is_type(f, "note"))
            continue;
        const char *name =
            yk_arena_printf(cs->arena, "%s%s%s", f->group, *f->group ? "-" : "", f->name);
        if (!is_type(f, "geopoint"))
            writer_cell(w, name);
        else
            for (int k = 0; k < 4; k++)
                writer_cell(w, yk_arena_printf(cs->arena, "%s-%s", name, parts[k]));
    }
    for (size_t i = 0; i < sizeof odk_tail / sizeof *odk_tail; i++)
        writer_cell(w, odk_tail[i]);
    writer_end(w);
}

/* What the server could not decrypt has its record and no answers. */
static void odk_row(struct writer *w, struct census *cs, const struct entry *e,
                    const struct submission *s)
{
    struct yk_arena *a = cs->arena;
    const char *key = yk_arena_printf(a, "uuid:%s", s->uuid);
    bool readable = !*s->status;

    writer_cell(w, yk_arena_printf(a, "%s.120Z", s->sent));
    for (size_t i = 0; i < cs->form.fields; i++) {
        const struct field *f = &cs->form.field[i];
        const char *text = readable ? value_of(cs, e, i, s) : "";
        if (*f->repeat || is_type(f, "note"))
            continue;
        if (is_type(f, "geopoint"))
            geo_cells(w, a, text);
        else
            writer_cell(w, text);
    }
    writer_cell(w, readable ? key : "");
    writer_cell(w, "");
    writer_cell(w, key);
    writer_cell(w, "12");
    writer_cell(w, readable ? got(cs, e, "surveyor") : "");
    writer_cell(w, "0");
    writer_cell(w, "0");
    writer_cell(w, s->status);
    writer_cell(w, s->review);
    writer_cell(w, "collect:sample");
    writer_cell(w, yk_arena_printf(a, "%d", s->edits));
    writer_cell(w, "2026080101");
    writer_end(w);
}

static const char *number_or_blank(struct yk_arena *a, int n)
{
    return n ? yk_arena_printf(a, "%d", n) : "";
}

static const char *vehicle_cell(struct yk_arena *a, const struct vehicle *v, const char *name)
{
    if (!strcmp(name, "veh_class"))
        return v->class_code;
    if (!strcmp(name, "veh_count"))
        return yk_arena_printf(a, "%d", v->count);
    if (!strcmp(name, "veh_fuel"))
        return v->fuel;
    if (!strcmp(name, "veh_owner"))
        return v->owner;
    if (!strcmp(name, "veh_km_month"))
        return number_or_blank(a, v->km_month);
    if (!strcmp(name, "veh_l_100km"))
        return number_or_blank(a, v->l_100km);
    if (!strcmp(name, "fleet_line"))
        return yk_arena_printf(a, "%s*%d*%s", v->class_code, v->count, v->fuel);
    return "";
}

static const char *contact_cell(struct yk_arena *a, const struct contact *c, const char *name)
{
    if (!strcmp(name, "contact_name"))
        return c->name;
    if (!strcmp(name, "contact_role"))
        return c->role;
    if (!strcmp(name, "contact_title"))
        return c->title;
    if (!strcmp(name, "contact_phone"))
        return c->phone;
    if (!strcmp(name, "contact_consent"))
        return c->consent;
    if (!strcmp(name, "contact_note"))
        return c->note;
    if (!strcmp(name, "contact_line"))
        return yk_arena_printf(a, "%s*%s*%s*%s", c->role, c->name, c->phone, c->consent);
    return "";
}

/* The repeat's own file: `repeat` "fleet" or "contact", heading row included. */
static void odk_repeat(struct writer *w, struct census *cs, const struct batch *b,
                       const struct submission *s, const char *repeat)
{
    const struct form *form = &cs->form;
    struct yk_arena *a = cs->arena;
    bool fleet = !strcmp(repeat, "fleet");

    writer_open(w, ',', false, "\n");
    for (size_t i = 0; i < form->fields; i++)
        if (!strcmp(form->field[i].repeat, repeat))
            writer_cell(w, form->field[i].name);
    writer_cell(w, "PARENT_KEY");
    writer_cell(w, "KEY");
    writer_end(w);
    for (size_t row = 0; row < b->count; row++) {
        const struct entry *e = &b->entry[row];
        size_t lines = *s[row].status ? 0 : fleet ? e->vehicles : e->contacts;
        for (size_t k = 0; k < lines; k++) {
            for (size_t i = 0; i < form->fields; i++)
                if (!strcmp(form->field[i].repeat, repeat))
                    writer_cell(w, fleet ? vehicle_cell(a, &e->fleet[k], form->field[i].name)
                                         : contact_cell(a, &e->contact[k], form->field[i].name));
            writer_cell(w, yk_arena_printf(a, "uuid:%s", s[row].uuid));
            writer_cell(w, yk_arena_printf(a, "uuid:%s/%s/%s[%zu]", s[row].uuid,
                                           fleet ? "basic" : "people", repeat, k + 1));
            writer_end(w);
        }
    }
}

bool odk_write(struct census *cs, const struct batch *b, const char *dir)
{
    struct submission *s = YK_ARENA_ARRAY(cs->arena, struct submission, b->count);
    const char *folder = yk_arena_printf(cs->arena, "%s/odk", dir);
    struct writer w;
    bool good;

    mkdir(folder, 0777); /* when it fails, so do the files */
    writer_open(&w, ',', false, "\n");
    odk_headings(&w, cs);
    for (size_t row = 0; row < b->count; row++) {
        s[row] = submission(cs, &b->entry[row], row);
        odk_row(&w, cs, &b->entry[row], &s[row]);
    }
    good = writer_save(&w, folder, FORM_ID ".csv", "UTF-8", "");
    odk_repeat(&w, cs, b, s, "fleet");
    good = writer_save(&w, folder, FORM_ID "-fleet.csv", "UTF-8", "") && good;
    odk_repeat(&w, cs, b, s, "contact");
    return writer_save(&w, folder, FORM_ID "-contact.csv", "UTF-8", "") && good;
}

/* --- KoboToolbox, «XML values and headers»
 * ------------------------------------------------------------- */
static const char *const kobo_tail[] = {
    "_id",    "_uuid",   "_submission_time", "_validation_status",
    "_notes", "_status", "_submitted_by",    "__version__",
    "_tags",  "_index"};

static void kobo_headings(struct writer *w, struct census *cs)
{
    static const char *const parts[] = {"latitude", "longitude", "altitude", "precision"};
    struct yk_arena *a = cs->arena;

    for (size_t i = 0; i < cs->form.fields; i++) {
        const struct field *f = &cs->form.field[i];
        if (*f->repeat || is_type(f, "note"))
            continue;
        writer_cell(w, f->name);
        for (int k = 0; k < 4 && is_type(f, "geopoint"); k++)
            writer_cell(w, yk_arena_printf(a, "_%s_%s", f->name, parts[k]));
        for (size_t k = 0; k < cs->form.choices && is_type(f, "select_multiple"); k++)
            if (!strcmp(cs->form.choice[k].list, f->list))
                writer_cell(w, yk_arena_printf(a, "%s/%s", f->name, cs->form.choice[k].name));
    }
    for (size_t i = 0; i < sizeof kobo_tail / sizeof *kobo_tail; i++)
        writer_cell(w, kobo_tail[i]);
    writer_end(w);
}

/* Is `code` one of the codes of `text`, which are parted by spaces? */
static bool chosen(const char *text, const char *code)
{
    size_t n = strlen(code);

    for (; *text; text += strcspn(text, " "), text += *text == ' ')
        if (strcspn(text, " ") == n && !strncmp(text, code, n))
            return true;
    return false;
}

static void kobo_cells(struct writer *w, struct census *cs, size_t field, const char *text)
{
    const struct field *f = &cs->form.field[field];

    writer_cell(w, text);
    if (is_type(f, "geopoint"))
        geo_cells(w, cs->arena, text);
    for (size_t k = 0; k < cs->form.choices && is_type(f, "select_multiple"); k++) {
        const struct choice *c = &cs->form.choice[k];
        if (!strcmp(c->list, f->list))
            writer_cell(w, !*text ? "" : chosen(text, c->name) ? "1" : "0");
    }
}

bool kobo_write(struct census *cs, const struct batch *b, const char *dir)
{
    static const char *const verdict[] = {"", "validation_status_not_approved",
                                          "validation_status_on_hold",
                                          "validation_status_approved"};
    struct yk_arena *a = cs->arena;
    struct writer w;

    writer_open(&w, ';', true, "\r\n");
    kobo_headings(&w, cs);
    for (size_t row = 0; row < b->count; row++) {
        const struct entry *e = &b->entry[row];
        struct submission s = submission(cs, e, row);
        for (size_t i = 0; i < cs->form.fields; i++)
            if (!*cs->form.field[i].repeat && !is_type(&cs->form.field[i], "note"))
                kobo_cells(&w, cs, i, value_of(cs, e, i, &s));
        writer_cell(&w, yk_arena_printf(a, "%zu", 501 + row));
        writer_cell(&w, s.uuid);
        writer_cell(&w, s.sent);
        writer_cell(&w, verdict[row >= 11 && row <= 13 ? row - 10 : 0]);
        writer_cell(&w, "[]");
        writer_cell(&w, "submitted_via_web");
        writer_cell(&w, "sample");
        writer_cell(&w, "v1");
        writer_cell(&w, "[]");
        writer_cell(&w, yk_arena_printf(a, "%zu", row + 1));
        writer_end(&w);
    }
    return writer_save(&w, dir, "kobo.csv", "UTF-8", "");
}
