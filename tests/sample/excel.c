/* excel.c - three files as Excel and WPS on a Chinese Windows save them. */
#include "sample.h"

#include <stdlib.h>
#include <string.h>

bool excel_has_column(const struct field *f, enum excel_people people)
{
    static const char *const never[] = {"start", "end",       "today", "username", "geopoint",
                                        "image", "calculate", "note",  "hidden"};

    if (*f->repeat)
        return people == PEOPLE_FIRST && !strcmp(f->repeat, "contact") &&
               strcmp(f->type, "calculate");
    if (!strcmp(f->name, "fleet_summary"))
        return true;
    if (!strcmp(f->name, "contact_summary"))
        return people == PEOPLE_PACKED;
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (!strcmp(f->type, never[i]))
            return false;
    return true;
}

static const char *first_contact(const struct entry *e, const char *name)
{
    const struct contact *c = &e->contact[0];

    if (!e->contacts)
        return "";
    return !strcmp(name, "contact_name")      ? c->name
           : !strcmp(name, "contact_role")    ? c->role
           : !strcmp(name, "contact_title")   ? c->title
           : !strcmp(name, "contact_phone")   ? c->phone
           : !strcmp(name, "contact_consent") ? c->consent
                                              : c->note;
}

static const char *date_text(struct yk_arena *a, const char *iso, enum excel_dates dates)
{
    int year, month, day;
    yk_day d;

    if (dates == DATES_ISO || !yk_day_read(&d, iso))
        return iso;
    yk_day_parts(d, &year, &month, &day);
    return yk_arena_printf(a, dates == DATES_SLASH ? "%d/%d/%d" : "%d年%d月%d日", year, month, day);
}

static const char *wide(struct yk_arena *a, const char *digits)
{
    struct yk_buf text = {0};

    for (; *digits; digits++)
        if (*digits >= '0' && *digits <= '9') {
            char three[3] = {'\xEF', '\xBC', (char)('\x90' + (*digits - '0'))};
            yk_buf_add(&text, three, 3);
        } else {
            yk_buf_add(&text, digits, 1);
        }
    const char *copy = yk_arena_copy(a, text.text);
    yk_buf_release(&text);
    return copy;
}

/* Large round volumes become 1.2万 or 12,000; some people type with a full-width keyboard. */
static const char *number_text(struct yk_arena *a, const char *digits, size_t row)
{
    long n = strchr(digits, '.') ? 0 : strtol(digits, NULL, 10);

    if (n >= 10000 && n % 1000 == 0 && row % 2)
        return yk_arena_printf(a, n % 10000 ? "%ld.%ld万" : "%ld万", n / 10000, n % 10000 / 1000);
    if (n >= 10000 && n < 1000000)
        return yk_arena_printf(a, "%ld,%03ld", n / 1000, n % 1000);
    return row % 17 == 3 ? wide(a, digits) : digits;
}

const char *excel_text(struct census *cs, const struct entry *e, size_t field, size_t row,
                       enum excel_dates dates)
{
    const struct field *f = &cs->form.field[field];
    const char *text = *f->repeat ? first_contact(e, f->name) : e->value[field];

    if (!text || !*text)
        return "";
    if (*f->list)
        return form_label(&cs->form, cs->arena, field, text);
    if (!strcmp(f->type, "date"))
        return date_text(cs->arena, text, dates);
    if (!strcmp(f->type, "integer") || !strcmp(f->name, "gas_month") ||
        !strcmp(f->name, "diesel_month"))
        return number_text(cs->arena, text, row);
    return text;
}

void excel_headings(struct writer *w, const struct census *cs, enum excel_people people)
{
    for (size_t i = 0; i < cs->form.fields; i++)
        if (excel_has_column(&cs->form.field[i], people))
            writer_cell(w, cs->form.field[i].label);
    writer_end(w);
}

static void write_rows(struct writer *w, struct census *cs, const struct batch *b,
                       enum excel_people people, enum excel_dates dates)
{
    excel_headings(w, cs, people);
    for (size_t row = 0; row < b->count; row++) {
        for (size_t i = 0; i < cs->form.fields; i++)
            if (excel_has_column(&cs->form.field[i], people))
                writer_cell(w, excel_text(cs, &b->entry[row], i, row, dates));
        writer_end(w);
    }
}

/* Rows that were once filled and cleared again. */
static void blank_tail(struct writer *w, const struct census *cs, enum excel_people people,
                       int rows)
{
    for (; rows; rows--) {
        for (size_t i = 0; i < cs->form.fields; i++)
            if (excel_has_column(&cs->form.field[i], people))
                writer_cell(w, "");
        writer_end(w);
    }
}

bool excel_gbk(struct census *cs, const struct batch *b, const char *dir)
{
    struct writer w;

    writer_open(&w, ',', false, "\r\n");
    write_rows(&w, cs, b, PEOPLE_PACKED, DATES_SLASH);
    blank_tail(&w, cs, PEOPLE_PACKED, 4);
    return writer_save(&w, dir, "excel-gbk.csv", "GB18030", "");
}

bool excel_utf8(struct census *cs, const struct batch *b, const char *dir)
{
    struct writer w;

    writer_open(&w, ',', false, "\r\n");
    write_rows(&w, cs, b, PEOPLE_PACKED, DATES_CHINESE);
    return writer_save(&w, dir, "excel-utf8.csv", "UTF-8", "\xEF\xBB\xBF");
}

bool excel_unicode(struct census *cs, const struct batch *b, const char *dir)
{
    struct writer w;

    writer_open(&w, '\t', false, "\r\n");
    write_rows(&w, cs, b, PEOPLE_FIRST, DATES_SLASH);
    blank_tail(&w, cs, PEOPLE_FIRST, 2);
    return writer_save(&w, dir, "unicode-text.txt", "UTF-16LE", "\xFF\xFE");
}
