/* places.c - the gazetteer's possible clients in the circle, and the doors that are the same. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "parts.h"
#include "youka/geo/near.h"
#include "youka/model/name.h"

#define SAME_PLACE_M 300 /* beyond it two of one name, or a name in another, are two */
#define LEAST_PART 4     /* characters of a name that may stand for a longer one */
#define SAME_NAME .92    /* survey.md, «Who is who» */

/* Letters and digits alone, in one width and case. */
static const char *fold(struct yk_arena *a, const char *name)
{
    struct yk_buf b = {0};
    for (const char *s = yk_text_key(a, name); *s;) {
        char one[4];
        uint32_t cp = yk_utf8_next(&s);
        bool sign = (cp < 0x80 && !strchr("0123456789abcdefghijklmnopqrstuvwxyz", (int)cp)) ||
                    (cp >= 0x2000 && cp < 0x3040 && cp != 0x3007) || cp == 0xB7;
        if (!sign)
            yk_buf_add(&b, one, yk_utf8_put(one, cp));
    }
    const char *folded = yk_arena_text(a, b.text ? b.text : "", b.len);
    yk_buf_release(&b);
    return folded;
}

/* A name as it is compared. */
struct label {
    const char *text; /* folded */
    struct yk_name name;
};
static struct label label_of(const struct yk_name_book *book, const char *typed, struct yk_arena *a)
{
    struct label label = {.text = fold(a, typed ? typed : "")};
    yk_name_read(&label.name, book, typed ? typed : "", a);
    return label;
}

/* Whether two names within SAME_PLACE_M of one another are one client. */
static bool alike(const struct label *a, const struct label *b)
{
    if (strcmp(a->text, b->text) == 0)
        return *a->text != '\0';
    if (!yk_glyphs_same(a->name.numbers, b->name.numbers) ||
        yk_name_other_branch(&a->name, &b->name))
        return false;
    return (yk_utf8_count(a->text) >= LEAST_PART && strstr(b->text, a->text)) ||
           (yk_utf8_count(b->text) >= LEAST_PART && strstr(a->text, b->text)) ||
           yk_name_likeness(&a->name, &b->name) >= SAME_NAME;
}

static bool is_client_kind(const struct yk_rules *rules, const char *kind)
{
    for (size_t i = 0; rules && i < rules->categories; i++)
        if (strcmp(rules->category[i].category, kind) == 0)
            return true;
    return false;
}

static int by_distance(const void *left, const void *right)
{
    const struct spot *a = left, *b = right;
    if (a->metres != b->metres)
        return a->metres < b->metres ? -1 : 1;
    return (a->entry > b->entry) - (a->entry < b->entry);
}

void yk_gazetteer_doubles(size_t *same_as, const struct yk_gazetteer_entry *entry, size_t count,
                          struct yk_arena *a)
{
    struct yk_map last = {0}; /* folded name -> the last place of that name that is no double */
    for (size_t i = 0; i < count; i++) {
        const char *name = fold(a, entry[i].name);
        size_t before;
        same_as[i] = SIZE_MAX;
        if (!*name || !yk_point_valid(entry[i].point) || yk_map_add(&last, name, i) ||
            !yk_map_find(&last, name, &before))
            continue;
        if (yk_metres(entry[before].point, entry[i].point) <= SAME_PLACE_M)
            same_as[i] = before;
        else
            yk_map_put(&last, name, i);
    }
    yk_map_release(&last);
}

/* A place that several sources name counts once: later ones hang on the first. */
static void chain_doubles(struct spots *spots, const struct covering *c)
{
    struct yk_gazetteer_entry *here = YK_ARENA_ARRAY(c->a, struct yk_gazetteer_entry, spots->count);
    size_t *same_as = YK_ARENA_ARRAY(c->a, size_t, spots->count);
    for (size_t i = 0; i < spots->count; i++)
        here[i] = c->t->gazetteer[spots->spot[i].entry];
    yk_gazetteer_doubles(same_as, here, spots->count, c->a);
    for (size_t i = 0; i < spots->count; i++) {
        size_t last = same_as[i];
        if (last == NOWHERE)
            continue;
        while (spots->spot[last].next != NOWHERE)
            last = spots->spot[last].next;
        spots->spot[last].next = i;
        spots->spot[i].again = true;
    }
}

yk_code yk_spots_find(struct spots *out, const struct covering *c, struct yk_err *err)
{
    const struct yk_territory *t = c->t;
    *out = (struct spots){.spot = YK_ARENA_ARRAY(c->a, struct spot, t->gazetteers)};
    for (size_t i = 0; i < t->gazetteers; i++) {
        const struct yk_gazetteer_entry *entry = &t->gazetteer[i];
        if (!yk_point_valid(entry->point) || !is_client_kind(t->rules, entry->kind))
            continue;
        double metres = yk_metres(c->station->point, entry->point);
        if (metres > c->cells->radius_m)
            continue;
        struct spot *spot = &out->spot[out->count++];
        *spot = (struct spot){.entry = i, .metres = metres, .door = NOWHERE, .next = NOWHERE};
        if (yk_cells_find(&spot->area, c, entry->point, err))
            return err->code;
    }
    if (out->count > 1)
        qsort(out->spot, out->count, sizeof *out->spot, by_distance);
    chain_doubles(out, c);
    return YK_OK;
}

/* Looking for the door of one place; a door is one client and so one place. */
struct matching {
    const struct covering *c;
    struct label *label; /* of each of the station's doors */
    bool *taken;
    struct label wanted;
    size_t best;
    double best_m;
    bool best_equal;
};

static void try_door(void *who, size_t k, double metres)
{
    struct matching *m = who;
    if (m->taken[k] || !alike(&m->label[k], &m->wanted))
        return;
    bool equal = strcmp(m->label[k].text, m->wanted.text) == 0;
    if (m->best != NOWHERE && (m->best_equal || !equal) &&
        (m->best_equal != equal || m->best_m <= metres))
        return;
    m->best = k;
    m->best_m = metres;
    m->best_equal = equal;
}

/* Doors that nobody could place are taken by their very name. */
static void match_placeless(struct matching *m, struct spots *spots)
{
    struct yk_map named = {0};
    for (size_t k = 0; k < m->c->doors; k++)
        if (!m->taken[k] && *m->label[k].text && !m->c->place[m->c->door[k]].located)
            (void)yk_map_add(&named, m->label[k].text, k);
    for (size_t i = 0; i < spots->count; i++) {
        struct spot *spot = &spots->spot[i];
        size_t k;
        if (spot->again || spot->door != NOWHERE ||
            !yk_map_find(&named, fold(m->c->a, m->c->t->gazetteer[spot->entry].name), &k) ||
            m->taken[k])
            continue;
        spot->door = k;
        m->taken[k] = true;
    }
    yk_map_release(&named);
}

static void match_placed(struct matching *m, struct spots *spots, const struct yk_name_book *book)
{
    const struct covering *c = m->c;
    struct yk_point *point = YK_ARENA_ARRAY(c->a, struct yk_point, c->doors);
    for (size_t k = 0; k < c->doors; k++)
        point[k] =
            c->place[c->door[k]].located ? c->place[c->door[k]].point : (struct yk_point){NAN, NAN};
    struct yk_near *near = yk_near_new(point, c->doors, SAME_PLACE_M);
    for (size_t i = 0; i < spots->count; i++) {
        struct spot *spot = &spots->spot[i];
        const struct yk_gazetteer_entry *entry = &c->t->gazetteer[spot->entry];
        if (spot->again)
            continue;
        m->wanted = label_of(book, entry->name, c->a);
        m->best = NOWHERE;
        yk_near_each(near, entry->point, SAME_PLACE_M, try_door, m);
        spot->door = m->best;
        if (m->best != NOWHERE)
            m->taken[m->best] = true;
    }
    yk_near_free(near);
}

void yk_spots_match(struct spots *spots, const struct covering *c)
{
    struct yk_name_book *book = yk_name_book_new(NULL, c->t->rules, c->a);
    struct matching m = {.c = c,
                         .label = YK_ARENA_ARRAY(c->a, struct label, c->doors),
                         .taken = YK_ARENA_ARRAY(c->a, bool, c->doors)};
    for (size_t k = 0; k < c->doors; k++)
        m.label[k] =
            label_of(book, yk_answer_text(&c->t->door[c->door[k]].answers, "client_name"), c->a);
    match_placed(&m, spots, book);
    match_placeless(&m, spots);
    yk_name_book_release(book);
}
