/* datums.c - whether coordinates are in the datum that was declared for them. */
#include "youka/report/datums.h"

#include <math.h>

#include "words.h"
#include "youka/base/say.h"

static const char *name_of(enum yk_datum datum)
{
    static const char *const name[] = {
        [YK_WGS84] = "WGS-84",
        [YK_GCJ02] = "GCJ-02",
        [YK_BD09] = "BD-09",
        [YK_CGCS2000] = "CGCS2000",
        [YK_DATUM_UNKNOWN] = N_("unknown"),
    };
    return datum == YK_DATUM_UNKNOWN ? _(name[datum]) : name[datum];
}

static const char *best_of(const struct yk_suspicion *s)
{
    return s->best == YK_READ_EXCHANGED ? _("longitude and latitude exchanged")
                                        : name_of(yk_suspicion_datum(s));
}

/* "WGS-84 583 m, GCJ-02 41 m, BD-09 944 m" */
static const char *medians(const struct yk_suspicion *s, struct yk_arena *a)
{
    static const char *const name[] = {
        [YK_READ_WGS84] = "WGS-84", [YK_READ_GCJ02] = "GCJ-02", [YK_READ_BD09] = "BD-09"};
    struct yk_buf text = {0};
    for (int r = 0; r < YK_READINGS; r++) {
        const char *reading =
            r == YK_READ_EXCHANGED ? _("longitude and latitude exchanged") : name[r];
        if (isnan(s->metres[r]))
            continue;
        yk_buf_puts(&text, text.len ? _(", ") : "");
        yk_buf_printf(&text, _("%s %.0f m"), reading, s->metres[r]);
    }
    const char *list = yk_arena_copy(a, text.text);
    yk_buf_release(&text);
    return list;
}

/* A row's own word counts before --datum. */
static const char *again(const struct yk_suspicion *s, struct yk_arena *a)
{
    const char *code = yk_datum_code(yk_suspicion_datum(s));
    return yk_arena_printf(a,
                           _("load the file again with --datum %s, or with %s in its column of "
                             "coordinate systems"),
                           code, code);
}

static const char *mend(const struct yk_suspicion *s, const struct yk_compared *load,
                        struct yk_arena *a)
{
    const char *how = s->best == YK_READ_EXCHANGED
                          ? _("exchange the two columns and load the file again")
                          : again(s, a);
    if (load->stays)
        return yk_arena_printf(a,
                               _("if so, go back to a backup of the database, for rivals once "
                                 "loaded stay, and %s"),
                               how);
    if (!load->batch)
        return yk_arena_printf(a, _("if so, %s"), how);
    return yk_arena_printf(a, _("if so, take the load back (youka batch undo %.8s) and %s"),
                           load->batch, how);
}

static const char *question(const struct yk_suspicion *s, const struct yk_compared *load,
                            struct yk_arena *a)
{
    const char *held =
        yk_arena_printf(a,
                        _("%s: %zu rows have typed coordinates but no coordinate system; where "
                          "they lie is not known until it is told"),
                        load->file, load->rows);
    if (s->doubt != YK_DOUBT_DATUM)
        return yk_arena_printf(a,
                               _("%s; find out which map they were copied from, and load the file "
                                 "again with --datum wgs84, gcj02, bd09 or cgcs2000, or with it in "
                                 "its column of coordinate systems"),
                               held);
    return yk_arena_printf(a,
                           _("%s; compared with %zu places known from elsewhere they look most "
                             "like %s (median distances: %s): if that is so, %s"),
                           held, s->places, best_of(s), medians(s, a), again(s, a));
}

const char *yk_report_doubt(const struct yk_suspicion *s, const struct yk_compared *load,
                            struct yk_arena *a)
{
    if (s->declared == YK_DATUM_UNKNOWN)
        return question(s, load, a);
    if (s->doubt != YK_DOUBT_DATUM)
        return "";
    return yk_arena_printf(a,
                           _("%s: coordinates declared as %s look like %s: compared with %zu "
                             "places known from elsewhere the median distances are: %s; %s; if "
                             "not, what they were compared with is wrong: youka gazetteer check"),
                           load->file, name_of(s->declared), best_of(s), s->places, medians(s, a),
                           mend(s, load, a));
}

static const char *verdict_of(enum yk_doubt doubt)
{
    static const char *const said[] = {
        [YK_DOUBT_TOO_FEW] = N_("too few to tell"),
        [YK_DOUBT_NONE] = N_("fits"),
        [YK_DOUBT_OPEN] = N_("none fits clearly"),
        [YK_DOUBT_DATUM] = N_("to be doubted"),
    };
    return _(said[doubt]);
}

static void put_row(struct yk_cell *c, const struct yk_suspicion *s)
{
    bool told = s->doubt != YK_DOUBT_TOO_FEW;
    bool exchanged = s->best == YK_READ_EXCHANGED;
    c[0] = yk_text_cell(s->source);
    c[1] = yk_code_cell(yk_datum_code(s->declared), name_of(s->declared));
    c[2] = yk_number_cell((double)s->places);
    for (int r = 0; r < YK_READINGS; r++)
        c[3 + r] = yk_some_number(s->metres[r]);
    if (told)
        c[7] = yk_code_cell(exchanged ? "exchanged" : yk_datum_code(yk_suspicion_datum(s)),
                            best_of(s));
    c[8] = yk_number_cell(s->doubt == YK_DOUBT_DATUM);
    c[9] = yk_toned(yk_text_cell(verdict_of(s->doubt)),
                    s->doubt == YK_DOUBT_DATUM ? YK_TONE_WARN : YK_TONE_PLAIN);
}

void yk_report_datums(struct yk_view *v, const struct yk_suspicion *row, size_t rows)
{
    const struct yk_column column[] = {
        {.key = "source", .heading = _("source"), .format = YK_AS_TEXT},
        {.key = "declared", .heading = _("declared")},
        {.key = "matches", .heading = _("places compared"), .format = YK_AS_COUNT},
        {.key = "median_m.wgs84", .heading = _("WGS-84: m off"), .format = YK_AS_COUNT},
        {.key = "median_m.gcj02", .heading = _("GCJ-02: m off"), .format = YK_AS_COUNT},
        {.key = "median_m.bd09", .heading = _("BD-09: m off"), .format = YK_AS_COUNT},
        {.key = "median_m.exchanged"},
        {.key = "best", .heading = _("fits best")},
        {.key = "suspect"},
        {.key = "words", .heading = _("coordinate system")},
    };
    struct yk_sheet *sheet = yk_sheets_find(v->sheets, _("gazetteer"));
    struct yk_table *table = yk_sheet_table(
        v->sheets, sheet, "datums",
        rows ? _("Coordinate systems, by what other sources say of the same places") : NULL, column,
        YK_COUNT_OF(column));
    for (size_t i = 0; i < rows; i++)
        put_row(yk_table_row(v->sheets, table), &row[i]);
}
