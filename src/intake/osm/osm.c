/* osm.c - an extract of OpenStreetMap, read by libreadosm: first which relations are wanted and of
 * which ways they are made, then the ways and of which nodes, then where these are. */
#include "osm.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "guard.h"
#include "youka/base/say.h"

/* A thing whose vertices are not known yet: a stretch of `refs`, or for a relation of `members`. */
struct pending {
    struct osm_thing thing;
    char object;
    size_t first, count;
};
/* A way that some relation is made of. libreadosm cuts the ids of a .pbf's ways to 32 bits. */
struct member {
    int32_t way;
    size_t first, count; /* in `refs`; count 0: not in the file */
};

struct reading {
    const struct yk_osm_ask *ask;
    const char *path;
    struct yk_arena *a;
    struct yk_arena brief; /* of one object */
    struct osm_book book;
    struct pending *pending;
    size_t pendings, pending_room;
    int32_t *way; /* of relations */
    size_t ways, way_room;
    struct member *member; /* sorted by way, each once */
    size_t members;
    int64_t *ref; /* of wanted ways */
    size_t refs, ref_room;
    struct osm_nodes node;
    struct yk_osm_found found;
};

/* --- giving items out --------------------------------------------------------------------------
 */

/* Each of its numbers under each of its names. */
static void give(struct reading *r, const struct osm_thing *t, struct yk_point at,
                 const struct yk_point *line, size_t vertices)
{
    struct yk_osm_item item = t->item;
    item.entry.point = at;
    item.entry.line = line;
    item.entry.vertices = vertices;
    for (size_t i = 0; i < t->numbers; i++)
        for (size_t k = 0; k < t->names; k++) {
            item.entry.number = t->number[i];
            item.entry.address = t->address[i];
            item.entry.name = t->name[k];
            item.entry.road = item.what == YK_OSM_ROAD ? t->name[k] : t->item.entry.road;
            r->ask->keep(r->ask->who, &item);
            r->found.items++;
        }
}

static const char *settled(struct yk_arena *a, const char *text)
{
    return *text ? yk_arena_copy(a, text) : "";
}

static const char **settled_list(struct yk_arena *a, const char *const *text, size_t count)
{
    const char **out = YK_ARENA_ARRAY(a, const char *, count);
    for (size_t i = 0; i < count; i++)
        out[i] = settled(a, text[i]);
    return out;
}

/* The texts of a thing, out of the brief arena. */
static void settle(struct osm_thing *t, struct yk_arena *a)
{
    t->item.entry.kind = settled(a, t->item.entry.kind);
    t->item.entry.road = settled(a, t->item.entry.road);
    t->item.operator_of = settled(a, t->item.operator_of);
    t->name = settled_list(a, t->name, t->names);
    t->number = settled_list(a, t->number, t->numbers);
    t->address = settled_list(a, t->address, t->numbers);
}

static bool wanted(struct osm_thing *out, struct reading *r, char object, const readosm_tag *tag,
                   int count)
{
    const struct osm_tags tags = {object, tag, count > 0 ? (size_t)count : 0};
    bool is = tags.count && osm_thing_of(out, &r->book, &tags, &r->brief);
    if (is)
        settle(out, r->a);
    yk_arena_reset(&r->brief);
    return is;
}

static void add_pending(struct reading *r, const struct osm_thing *t, char object, size_t first,
                        size_t count)
{
    r->pending = yk_grow(r->pending, &r->pending_room, r->pendings + 1, sizeof *r->pending);
    r->pending[r->pendings++] = (struct pending){*t, object, first, count};
}

/* --- what libreadosm tells ---------------------------------------------------------------------
 */

static int on_relation(const void *who, const readosm_relation *relation)
{
    struct reading *r = (struct reading *)(uintptr_t)who;
    struct osm_thing thing;
    size_t first = r->ways;
    if (!wanted(&thing, r, 'r', relation->tags, relation->tag_count))
        return READOSM_OK;
    for (int i = 0; i < relation->member_count; i++) {
        if (relation->members[i].member_type != READOSM_MEMBER_WAY)
            continue;
        r->way = yk_grow(r->way, &r->way_room, r->ways + 1, sizeof *r->way);
        r->way[r->ways++] = (int32_t)(uint32_t)relation->members[i].id;
    }
    add_pending(r, &thing, 'r', first, r->ways - first);
    return READOSM_OK;
}

static int compare_ways(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

static void sort_members(struct reading *r)
{
    int32_t *sorted = yk_alloc((r->ways + 1) * sizeof *sorted);
    if (r->ways) {
        memcpy(sorted, r->way, r->ways * sizeof *sorted);
        qsort(sorted, r->ways, sizeof *sorted, compare_ways);
    }
    r->member = yk_alloc((r->ways + 1) * sizeof *r->member);
    for (size_t i = 0; i < r->ways; i++)
        if (!i || sorted[i] != sorted[i - 1])
            r->member[r->members++].way = sorted[i];
    free(sorted);
}

static struct member *member_of(const struct reading *r, int32_t way)
{
    const struct member key = {.way = way};
    _Static_assert(offsetof(struct member, way) == 0, "compare_ways looks at the first member");
    return r->members ? bsearch(&key, r->member, r->members, sizeof key, compare_ways) : NULL;
}

static int on_way(const void *who, const readosm_way *way)
{
    struct reading *r = (struct reading *)(uintptr_t)who;
    struct member *member = member_of(r, (int32_t)(uint32_t)way->id);
    struct osm_thing thing;
    bool is = wanted(&thing, r, 'w', way->tags, way->tag_count);
    if ((!is && !member) || way->node_ref_count <= 0)
        return READOSM_OK;
    size_t first = r->refs, count = (size_t)way->node_ref_count;
    r->ref = yk_grow(r->ref, &r->ref_room, first + count, sizeof *r->ref);
    for (size_t i = 0; i < count; i++) {
        r->ref[first + i] = way->node_refs[i];
        osm_nodes_want(&r->node, way->node_refs[i]);
    }
    r->refs += count;
    if (member) {
        member->first = first;
        member->count = count;
    }
    if (is)
        add_pending(r, &thing, 'w', first, count);
    return READOSM_OK;
}

static int on_node(const void *who, const readosm_node *node)
{
    struct reading *r = (struct reading *)(uintptr_t)who;
    struct osm_thing thing;
    /* -0 would not come back from a database as it was. */
    struct yk_point at = {node->latitude + 0.0, node->longitude + 0.0};
    if (!yk_point_valid(at))
        return READOSM_OK;
    osm_nodes_put(&r->node, node->id, at);
    if (wanted(&thing, r, 'n', node->tags, node->tag_count))
        give(r, &thing, at, NULL, 0);
    return READOSM_OK;
}

/* --- vertices ----------------------------------------------------------------------------------
 */

static struct yk_point vertex(const struct reading *r, size_t ref)
{
    return r->node.at[osm_nodes_find(&r->node, r->ref[ref])];
}

static struct yk_point mean_of(const struct yk_point *vertex, size_t count)
{
    double lat = 0, lon = 0;
    for (size_t i = 0; i < count; i++) {
        lat += vertex[i].lat;
        lon += vertex[i].lon;
    }
    return (struct yk_point){lat / (double)count, lon / (double)count};
}

/* A road keeps what there is of it; of an area half must be there, or its middle is elsewhere. */
static void give_way(struct reading *r, const struct pending *p)
{
    bool road = p->thing.item.what == YK_OSM_ROAD;
    struct yk_point *line = YK_ARENA_ARRAY(r->a, struct yk_point, p->count);
    size_t count = 0;
    for (size_t i = 0; i < p->count; i++) {
        struct yk_point v = vertex(r, p->first + i);
        if (!isnan(v.lat))
            line[count++] = v;
    }
    if (!count || (!road && 2 * count < p->count)) {
        r->found.partial++;
        return;
    }
    bool closed = count > 1 && r->ref[p->first] == r->ref[p->first + p->count - 1] &&
                  !isnan(vertex(r, p->first).lat);
    struct yk_point middle = mean_of(line, count - closed);
    bool course = road && count > 1;
    give(r, &p->thing, middle, course ? line : NULL, course ? count : 0);
}

static int compare_numbers(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* Each vertex of the ways once: those that follow one another share their ends. */
static void give_relation(struct reading *r, const struct pending *p)
{
    size_t *node = NULL, nodes = 0, room = 0, there = 0;
    for (size_t i = 0; i < p->count; i++) {
        const struct member *m = member_of(r, r->way[p->first + i]);
        there += m->count > 0;
        node = yk_grow(node, &room, nodes + m->count + 1, sizeof *node);
        for (size_t k = 0; k < m->count; k++)
            node[nodes++] = osm_nodes_find(&r->node, r->ref[m->first + k]);
    }
    if (nodes)
        qsort(node, nodes, sizeof *node, compare_numbers);
    struct yk_point *line = yk_alloc((nodes + 1) * sizeof *line);
    size_t count = 0;
    for (size_t i = 0; i < nodes; i++)
        if ((!i || node[i] != node[i - 1]) && !isnan(r->node.at[node[i]].lat))
            line[count++] = r->node.at[node[i]];
    if (count && 2 * there >= p->count)
        give(r, &p->thing, mean_of(line, count), NULL, 0);
    else
        r->found.partial++;
    free(line);
    free(node);
}

/* --- reading -----------------------------------------------------------------------------------
 */

/* libreadosm chooses its reader by the suffix and gives no reason. */
static yk_code pass(struct reading *r, readosm_node_callback node, readosm_way_callback way,
                    readosm_relation_callback relation, struct yk_err *err)
{
    const void *handle = NULL;
    int said = readosm_open(r->path, &handle);
    if (said == READOSM_OK)
        said = readosm_parse(handle, r, node, way, relation);
    readosm_close(handle);
    if (said == READOSM_INSUFFICIENT_MEMORY)
        yk_no_memory();
    if (said != READOSM_OK)
        return yk_fail(err, YK_E_DATA,
                       _("%s: was changed while it was read, or is damaged; download it again"),
                       r->path);
    return YK_OK;
}

static yk_code read_all(struct reading *r, struct yk_err *err)
{
    const struct yk_watch *watch = r->ask->watch;
    yk_progress(watch, _("reading the map"), 0, 3);
    if (pass(r, NULL, NULL, on_relation, err))
        return err->code;
    sort_members(r);
    yk_progress(watch, _("reading the map"), 1, 3);
    if (pass(r, NULL, on_way, NULL, err))
        return err->code;
    osm_nodes_ready(&r->node);
    yk_progress(watch, _("reading the map"), 2, 3);
    if (pass(r, on_node, NULL, NULL, err))
        return err->code;
    yk_progress(watch, _("reading the map"), 3, 3);
    for (size_t i = 0; i < r->pendings; i++)
        (r->pending[i].object == 'w' ? give_way : give_relation)(r, &r->pending[i]);
    return YK_OK;
}

bool yk_osm_named(const char *path)
{
    return osm_format_of(path) != OSM_NONE;
}

yk_code yk_osm_read(struct yk_osm_found *out, const char *path, const struct yk_osm_ask *ask,
                    struct yk_arena *a, struct yk_err *err)
{
    struct reading r = {.ask = ask, .path = path, .a = a};
    if (osm_guard(path, ask->watch, err))
        return err->code;
    osm_book_init(&r.book, ask, a);
    yk_code code = read_all(&r, err);
    if (!code)
        *out = r.found;
    osm_book_release(&r.book);
    osm_nodes_release(&r.node);
    free(r.pending);
    free(r.way);
    free(r.member);
    free(r.ref);
    yk_arena_release(&r.brief);
    return code;
}
