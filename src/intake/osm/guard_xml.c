/* guard_xml.c - is this .osm well formed, shaped as libreadosm takes it, and of sane size
 * throughout (wiki.openstreetmap.org/wiki/OSM_XML)? */
#include "guard.h"

#include <expat.h>
#include <string.h>

#include "youka/base/arena.h"
#include "youka/base/say.h"

enum {
    CHUNK = 64 << 10,
    LONGEST_TOKEN = 128 << 10, /* bytes of one tag, of text between two: expat holds it whole */
    DEEPEST = 16,
};

struct xml {
    XML_Parser parser;
    struct bytes *from;
    const char *path;
    struct yk_err *err;
    yk_code failed;
    int depth;
    char object;  /* inside a node, way or relation: 'n', 'w', 'r'; else 0 */
    size_t quiet; /* bytes since something was told */
};

/* The first failure is the one that is told. */
static void stop(struct xml *x, yk_code code)
{
    x->failed = code;
    XML_StopParser(x->parser, XML_FALSE);
}

static unsigned long line_of(const struct xml *x)
{
    return (unsigned long)XML_GetCurrentLineNumber(x->parser);
}

static void damaged(struct xml *x)
{
    if (x->failed)
        return;
    stop(x, yk_fail(x->err, YK_E_DATA,
                    _("%s line %lu: the map is damaged or cut off here; download it again"),
                    x->path, line_of(x)));
}

static const char *value_of(const char **attribute, const char *name)
{
    for (; *attribute; attribute += 2)
        if (strcmp(*attribute, name) == 0)
            return attribute[1];
    return NULL;
}

/* A whole number of at most 18 digits. */
static bool is_id(const char *s)
{
    if (!s)
        return false;
    s += *s == '-';
    size_t n = strspn(s, "0123456789");
    return n > 0 && n <= 18 && !s[n];
}

static bool is_degrees(const char *s)
{
    size_t n = strspn(s, "0123456789+-.eE");
    return n > 0 && n < 40 && !s[n] && strpbrk(s, "0123456789");
}

static bool is_member(const char **attribute)
{
    const char *type = value_of(attribute, "type");
    return type && is_id(value_of(attribute, "ref")) && value_of(attribute, "role") &&
           (!strcmp(type, "node") || !strcmp(type, "way") || !strcmp(type, "relation"));
}

static void start_object(struct xml *x, char object, const char **attribute)
{
    const char *lat = value_of(attribute, "lat"), *lon = value_of(attribute, "lon");
    const char *visible = value_of(attribute, "visible"), *action = value_of(attribute, "action");
    x->object = object;
    if ((visible && !strcmp(visible, "false")) || (action && !strcmp(action, "delete")))
        stop(x, yk_fail(x->err, YK_E_DATA,
                        _("%s line %lu: holds deleted objects, as a history or an unsaved edit "
                          "does; take an extract of the present"),
                        x->path, line_of(x)));
    if (!is_id(value_of(attribute, "id")) ||
        (object == 'n' && ((lat && !is_degrees(lat)) || (lon && !is_degrees(lon)))))
        damaged(x);
}

/* Inside a node, way or relation: what libreadosm reads, it reads without a second look. */
static void start_inner(struct xml *x, const char *name, const char **attribute)
{
    bool sound = true;
    if (!strcmp(name, "tag"))
        sound = value_of(attribute, "k") && value_of(attribute, "v");
    else if (!strcmp(name, "nd"))
        sound = is_id(value_of(attribute, "ref"));
    else if (!strcmp(name, "member"))
        sound = is_member(attribute);
    if (!sound || x->depth != 3)
        damaged(x);
}

static void check_root(struct xml *x, const char *name)
{
    if (!strcmp(name, "osmChange") || !strcmp(name, "diff-result"))
        stop(x, yk_fail(x->err, YK_E_DATA,
                        _("%s: holds changes to a map and not a map; download an extract (.osm or "
                          ".osm.pbf)"),
                        x->path));
    else if (strcmp(name, "osm") != 0)
        stop(x, yk_fail(x->err, YK_E_DATA,
                        _("%s: is no map of OpenStreetMap (it begins with <%s>); download an "
                          "extract (.osm or .osm.pbf)"),
                        x->path, strlen(name) > 40 ? "…" : name));
}

static void XMLCALL on_start(void *who, const XML_Char *name, const XML_Char **attribute)
{
    struct xml *x = who;
    char object = !strcmp(name, "node")       ? 'n'
                  : !strcmp(name, "way")      ? 'w'
                  : !strcmp(name, "relation") ? 'r'
                                              : 0;
    x->quiet = 0;
    if (x->failed)
        return;
    if (++x->depth == 1)
        check_root(x, name);
    else if (object && x->depth == 2)
        start_object(x, object, attribute);
    else if (object || x->depth > DEEPEST)
        damaged(x);
    else if (x->object)
        start_inner(x, name, attribute);
}

static void XMLCALL on_end(void *who, const XML_Char *name)
{
    struct xml *x = who;
    (void)name;
    x->quiet = 0;
    if (--x->depth == 1)
        x->object = 0;
}

/* White space, comments, instructions. */
static void XMLCALL on_other(void *who, const XML_Char *s, int n)
{
    (void)s, (void)n;
    ((struct xml *)who)->quiet = 0;
}

static void XMLCALL on_doctype(void *who, const XML_Char *name, const XML_Char *sysid,
                               const XML_Char *pubid, int internal)
{
    struct xml *x = who;
    (void)name, (void)sysid, (void)pubid, (void)internal;
    stop(x, yk_fail(x->err, YK_E_DATA,
                    _("%s line %lu: declares a DOCTYPE, which no map needs and which is refused; "
                      "download it again"),
                    x->path, line_of(x)));
}

static yk_code check_all(struct xml *x, const struct yk_watch *watch)
{
    for (size_t got = 1; got;) {
        void *chunk = XML_GetBuffer(x->parser, CHUNK);
        if (!chunk)
            yk_no_memory();
        if (bytes_read(x->from, x->path, chunk, CHUNK, &got, x->err))
            return x->err->code;
        x->quiet += got;
        enum XML_Status status = XML_ParseBuffer(x->parser, (int)got, got == 0);
        if (!x->failed && status != XML_STATUS_OK &&
            XML_GetErrorCode(x->parser) == XML_ERROR_NO_MEMORY)
            yk_no_memory();
        if (!x->failed && (status != XML_STATUS_OK || x->quiet > LONGEST_TOKEN))
            damaged(x);
        if (x->failed)
            return x->failed;
        yk_progress(watch, _("checking the map"), x->from->done, x->from->total);
    }
    return YK_OK;
}

yk_code guard_xml(struct bytes *from, const char *path, const struct yk_watch *watch,
                  struct yk_err *err)
{
    struct xml x = {.from = from, .path = path, .err = err};
    if (from->total == 0)
        return yk_fail(err, YK_E_DATA, _("%s: is empty; download it again"), path);
    x.parser = XML_ParserCreate(NULL);
    if (!x.parser)
        yk_no_memory();
    XML_SetUserData(x.parser, &x);
    XML_SetElementHandler(x.parser, on_start, on_end);
    XML_SetDefaultHandler(x.parser, on_other);
    XML_SetStartDoctypeDeclHandler(x.parser, on_doctype);
    yk_code code = check_all(&x, watch);
    XML_ParserFree(x.parser);
    return code;
}
