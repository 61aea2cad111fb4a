/* xlsx.c - an .xlsx file: where its parts are. Parts are found by what relates to what, not by
 * their usual names (ECMA-376 Part 2, 9.3). */
#include "xlsx.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "xml.h"
#include "youka/base/say.h"

enum { MOST_SHEETS = 4096 };

struct relation {
    const char *id, *type, *target; /* type: its last word; target: name of the part */
};
/* Of one part to others. */
struct relations {
    struct xml xml;
    struct xlsx *book;
    const char *folder; /* of the part they belong to: "xl/" */
    struct relation *one;
    size_t count, room;
    struct yk_map by_id;
};

/* Of "a/b/" the length of "a/". */
static size_t folder_above(const char *folder, size_t n)
{
    n -= n > 0;
    while (n && folder[n - 1] != '/')
        n--;
    return n;
}

/* "../a/./b" from "xl/" to "a/b". */
static const char *part_name(struct yk_arena *a, const char *folder, const char *target)
{
    char *out = yk_arena_printf(a, "%s%s", *target == '/' ? "" : folder,
                                *target == '/' ? target + 1 : target);
    size_t len = 0;
    for (const char *c = out; *c;) {
        size_t n = strcspn(c, "/");
        size_t step = n + (c[n] == '/');
        if (n == 2 && c[0] == '.' && c[1] == '.') {
            len = folder_above(out, len);
        } else if (!(n == 1 && c[0] == '.')) {
            memmove(out + len, c, step);
            len += step;
        }
        c += step;
    }
    out[len] = '\0';
    return out;
}

static void see_relation(void *who, const char *name, const char **attribute)
{
    struct relations *r = who;
    struct yk_arena *a = &r->book->arena;
    const char *id = xml_attribute(attribute, "Id"), *type = xml_attribute(attribute, "Type"),
               *target = xml_attribute(attribute, "Target"),
               *mode = xml_attribute(attribute, "TargetMode");
    if (strcmp(name, "Relationship") != 0 || !id || !type || !target ||
        (mode && strcmp(mode, "External") == 0))
        return;
    const char *word = strrchr(type, '/');
    r->one = yk_grow(r->one, &r->room, r->count + 1, sizeof *r->one);
    r->one[r->count] = (struct relation){.id = yk_arena_copy(a, id),
                                         .type = yk_arena_copy(a, word ? word + 1 : type),
                                         .target = part_name(a, r->folder, target)};
    yk_map_add(&r->by_id, r->one[r->count].id, r->count);
    r->count++;
}

/* Of a part, "" for the archive itself; one that has none is fine. End with release_relations also
 * after a failure. */
static yk_code read_relations(struct relations *r, struct xlsx *b, const char *part,
                              struct yk_err *err)
{
    static const struct xml_handler handler = {see_relation, NULL, NULL};
    const char *slash = strrchr(part, '/');
    size_t n = slash ? (size_t)(slash + 1 - part) : 0;
    const char *folder = yk_arena_text(&b->arena, part, n);
    const char *own = yk_arena_printf(&b->arena, "%s_rels/%s.rels", folder, part + n);
    *r = (struct relations){.book = b, .folder = folder};
    return package_has(&b->package, own) ? xml_read(&r->xml, &b->package, own, &handler, r, err)
                                         : YK_OK;
}

static void release_relations(struct relations *r)
{
    free(r->one);
    yk_map_release(&r->by_id);
}

static const char *target_of(const struct relations *r, const char *type)
{
    for (size_t i = 0; i < r->count; i++)
        if (strcmp(r->one[i].type, type) == 0)
            return r->one[i].target;
    return NULL;
}

/* --- the list of sheets ----------------------------------------------------------------------- */

struct listing {
    struct xml xml;
    struct xlsx *book;
    const struct relations *relations;
    size_t room, part_room;
};

/* r:id, whatever the prefix. */
static const char *relation_id(const char **attribute)
{
    for (; *attribute; attribute += 2) {
        const char *colon = strchr(*attribute, ':');
        if (colon && strcmp(colon + 1, "id") == 0)
            return attribute[1];
    }
    return NULL;
}

static void add_sheet(struct listing *l, const char **attribute)
{
    struct xlsx *b = l->book;
    const char *name = xml_attribute(attribute, "name"), *id = relation_id(attribute),
               *state = xml_attribute(attribute, "state"), *part = NULL;
    size_t at;
    if (id && yk_map_find(&l->relations->by_id, id, &at)) {
        if (strcmp(l->relations->one[at].type, "worksheet") != 0) /* a chart or macro: no rows */
            return;
        part = l->relations->one[at].target;
    }
    if (b->sheets == MOST_SHEETS) {
        xml_fail(&l->xml, yk_fail(l->xml.err, YK_E_DATA,
                                  _("%s: has more than %d sheets; copy the table into a new "
                                    "workbook"),
                                  b->name, MOST_SHEETS));
        return;
    }
    b->sheet = yk_grow(b->sheet, &l->room, b->sheets + 1, sizeof *b->sheet);
    b->part = yk_grow(b->part, &l->part_room, b->sheets + 1, sizeof *b->part);
    b->part[b->sheets] = part;
    b->sheet[b->sheets++] = (struct yk_source_sheet){
        .name = yk_arena_copy(&b->arena, name), .hidden = state && strcmp(state, "visible") != 0};
}

static void see_sheet(void *who, const char *name, const char **attribute)
{
    struct listing *l = who;
    if (strcmp(name, "sheet") == 0)
        add_sheet(l, attribute);
    else if (strcmp(name, "workbookPr") == 0)
        l->book->since_1904 = xml_is_true(xml_attribute(attribute, "date1904"));
}

static yk_code list_sheets(struct xlsx *b, const char *part, const struct relations *relations,
                           struct yk_err *err)
{
    static const struct xml_handler handler = {see_sheet, NULL, NULL};
    struct listing l = {.book = b, .relations = relations};
    return xml_read(&l.xml, &b->package, part, &handler, &l, err);
}

/* The part that holds the list of sheets. */
static yk_code find_main_part(const char **out, struct xlsx *b, struct yk_err *err)
{
    struct relations relations;
    yk_code code = read_relations(&relations, b, "", err);
    const char *part = code ? NULL : target_of(&relations, "officeDocument");
    release_relations(&relations);
    if (code)
        return code;
    if (!part || !package_has(&b->package, part))
        part = "xl/workbook.xml";
    const char *dot = strrchr(part, '.');
    if (!package_has(&b->package, part) || package_has(&b->package, "word/document.xml") ||
        (dot && strcmp(dot, ".bin") == 0))
        return xlsx_refused(&b->package, err);
    *out = part;
    return YK_OK;
}

static yk_code find_parts(struct xlsx *b, struct yk_err *err)
{
    struct relations relations;
    const char *part = NULL;
    if (find_main_part(&part, b, err))
        return err->code;
    yk_code code = read_relations(&relations, b, part, err);
    if (!code)
        code = list_sheets(b, part, &relations, err);
    if (!code) {
        b->strings_part = target_of(&relations, "sharedStrings");
        b->styles_part = target_of(&relations, "styles");
    }
    release_relations(&relations);
    if (!code && !b->sheets)
        return yk_fail(err, YK_E_FOUND, _("%s: the workbook has no sheet with cells"), b->name);
    return code;
}

yk_code xlsx_open(struct xlsx **out, int fd, const char *name, struct yk_err *err)
{
    struct xlsx *b = yk_alloc(sizeof *b);
    b->name = yk_strdup(name);
    b->fd = dup(fd);
    if (package_open(&b->package, fd, b->name, err) || find_parts(b, err)) {
        xlsx_close(b);
        return err->code;
    }
    *out = b;
    return YK_OK;
}

void xlsx_close(struct xlsx *b)
{
    if (!b)
        return;
    package_close(&b->package);
    if (b->fd >= 0)
        close(b->fd);
    strings_release(&b->strings);
    styles_release(&b->styles);
    yk_arena_release(&b->arena);
    free(b->sheet);
    free(b->part);
    free(b->name);
    free(b);
}
