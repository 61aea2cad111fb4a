/* gazetteer.c - what lists of places hold: roads, addresses and places when they are loaded; later
 * by source, by kind, doubles, entries without a place. */
#include <stdlib.h>
#include <string.h>

#include "words.h"
#include "youka/base/say.h"
#include "youka/report/tables.h"

struct tally {
    size_t entries, nowhere, doubles;
};

static void count(struct tally *to, const struct yk_gazetteer_entry *entry, bool twice)
{
    to->entries++;
    to->nowhere += !yk_point_valid(entry->point);
    to->doubles += twice;
}

static void put(struct yk_cell *c, const struct tally *n)
{
    c[0] = yk_number_cell((double)n->entries);
    c[1] = yk_number_cell((double)n->nowhere);
    c[2] = yk_number_cell((double)n->doubles);
}

/* Entries come by source. */
static void sources(struct yk_view *v, struct yk_sheet *sheet, const size_t *same_as)
{
    const struct yk_territory *t = v->territory;
    const struct yk_column column[] = {
        {.key = "source", .heading = _("source")},
        {.key = "entries", .heading = _("entries"), .format = YK_AS_COUNT},
        {.key = "without_place", .heading = _("without a place"), .format = YK_AS_COUNT},
        {.key = "doubles", .heading = _("listed before"), .format = YK_AS_COUNT},
    };
    struct yk_table *table =
        yk_sheet_table(v->sheets, sheet, "sources", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < t->gazetteers;) {
        struct yk_cell *c = yk_table_row(v->sheets, table);
        struct tally n = {0};
        c[0] = yk_text_cell(t->gazetteer[i].source);
        for (const char *source = t->gazetteer[i].source;
             i < t->gazetteers && !strcmp(t->gazetteer[i].source, source); i++)
            count(&n, &t->gazetteer[i], same_as[i] != SIZE_MAX);
        put(c + 1, &n);
    }
}

static int by_kind(const void *left, const void *right)
{
    const struct yk_gazetteer_entry *a = *(const struct yk_gazetteer_entry *const *)left;
    const struct yk_gazetteer_entry *b = *(const struct yk_gazetteer_entry *const *)right;
    int kinds = strcmp(a->kind, b->kind);
    return kinds ? kinds : (a > b) - (a < b);
}

static void kinds(struct yk_view *v, struct yk_sheet *sheet, const size_t *same_as)
{
    const struct yk_territory *t = v->territory;
    const struct yk_column column[] = {
        {.key = "kind", .heading = _("kind")},
        {.key = "entries", .heading = _("entries"), .format = YK_AS_COUNT},
        {.key = "without_place", .heading = _("without a place"), .format = YK_AS_COUNT},
        {.key = "doubles", .heading = _("listed before"), .format = YK_AS_COUNT},
        {.key = "client"},
        {.key = "words", .heading = _("counts as a possible client")},
    };
    struct yk_table *table =
        yk_sheet_table(v->sheets, sheet, "kinds", NULL, column, YK_COUNT_OF(column));
    const struct yk_gazetteer_entry **sorted =
        YK_ARENA_ARRAY(v->sheets->arena, const struct yk_gazetteer_entry *, t->gazetteers + 1);
    for (size_t i = 0; i < t->gazetteers; i++)
        sorted[i] = &t->gazetteer[i];
    qsort(sorted, t->gazetteers, sizeof *sorted, by_kind);
    for (size_t i = 0; i < t->gazetteers;) {
        struct yk_cell *c = yk_table_row(v->sheets, table);
        struct tally n = {0};
        const char *kind = sorted[i]->kind;
        bool client = yk_choice_of_code(v->vocabulary, "category", kind) != NULL;
        c[0] = yk_code_cell(kind, yk_word_choice(v, "category", kind));
        for (; i < t->gazetteers && !strcmp(sorted[i]->kind, kind); i++)
            count(&n, sorted[i], same_as[sorted[i] - t->gazetteer] != SIZE_MAX);
        put(c + 1, &n);
        c[4] = yk_number_cell(client);
        c[5] = yk_text_cell(client ? _("yes") : _("no"));
    }
}

static void entries(struct yk_view *v, struct yk_sheet *sheet, const size_t *same_as)
{
    const struct yk_territory *t = v->territory;
    const struct yk_column column[] = {
        {.key = "source", .heading = _("source")},   {.key = "name", .heading = _("name")},
        {.key = "address", .heading = _("address")}, {.key = "what", .heading = _("to check")},
        {.key = "same_as_source", .heading = ""},
    };
    struct yk_table *table =
        yk_sheet_table(v->sheets, sheet, "doubtful", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < t->gazetteers; i++) {
        const struct yk_gazetteer_entry *e = &t->gazetteer[i];
        bool nowhere = !yk_point_valid(e->point), twice = same_as[i] != SIZE_MAX;
        if (!nowhere && !twice)
            continue;
        struct yk_cell *c = yk_table_row(v->sheets, table);
        c[0] = yk_text_cell(e->source);
        c[1] = yk_text_cell(e->name);
        c[2] = yk_text_cell(e->address);
        c[3] = nowhere ? yk_code_cell("without_place", _("without a place"))
                       : yk_code_cell("double", _("listed before"));
        if (twice)
            c[4] = yk_text_cell(t->gazetteer[same_as[i]].source);
    }
}

void yk_report_gazetteer(struct yk_view *v, const size_t *same_as)
{
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("gazetteer"), NULL);
    sources(v, sheet, same_as);
    kinds(v, sheet, same_as);
    entries(v, sheet, same_as);
}

struct yk_entry_counts yk_entry_counts(const char *file, const struct yk_gazetteer_entry *entry,
                                       size_t count)
{
    struct yk_entry_counts n = {.file = file};
    for (size_t i = 0; i < count; i++)
        if (strcmp(entry[i].kind, "road") == 0)
            n.roads++;
        else if (*entry[i].road && *entry[i].number)
            n.addresses++;
        else
            n.places++;
    return n;
}

void yk_report_entry_counts(struct yk_sheets *out, const struct yk_entry_counts *row, size_t rows)
{
    const struct yk_column column[] = {
        {.key = "file", .heading = _("file"), .format = YK_AS_TEXT},
        {.key = "roads", .heading = _("roads"), .format = YK_AS_COUNT},
        {.key = "addresses", .heading = _("addresses"), .format = YK_AS_COUNT},
        {.key = "places", .heading = _("places"), .format = YK_AS_COUNT},
    };
    struct yk_sheet *sheet = yk_sheets_find(out, "load");
    struct yk_table *table =
        yk_sheet_table(out, sheet, "entries", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < rows; i++) {
        struct yk_cell *c = yk_table_row(out, table);
        c[0] = yk_text_cell(row[i].file);
        c[1] = yk_number_cell((double)row[i].roads);
        c[2] = yk_number_cell((double)row[i].addresses);
        c[3] = yk_number_cell((double)row[i].places);
    }
}
