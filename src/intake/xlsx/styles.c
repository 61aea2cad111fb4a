/* styles.c - which of a workbook's cell formats show a day or a time. */
#include <stdlib.h>
#include <string.h>

#include "xlsx.h"
#include "xml.h"

enum {
    MOST_STYLES = 1 << 17, /* Excel has at most 65,490 */
    FORMATS = 1 << 16,     /* numbers of formats */
    OWN = 0x80             /* in `format`: the workbook says itself what the format is */
};

struct reading {
    struct xml xml;
    struct styles *out;
    bool formats, cells;           /* inside <numFmts>, <cellXfs> */
    unsigned char format[FORMATS]; /* kind, with OWN */
};

static unsigned long id_of(const char **attribute)
{
    const char *id = xml_attribute(attribute, "numFmtId");
    return id ? strtoul(id, NULL, 10) : 0;
}

static void on_start(void *who, const char *name, const char **attribute)
{
    struct reading *r = who;
    struct styles *out = r->out;
    if (strcmp(name, "numFmts") == 0) {
        r->formats = true;
    } else if (strcmp(name, "cellXfs") == 0) {
        r->cells = true;
    } else if (r->formats && strcmp(name, "numFmt") == 0) {
        const char *code = xml_attribute(attribute, "formatCode");
        unsigned long id = id_of(attribute);
        if (code && id < FORMATS)
            r->format[id] = OWN | (unsigned char)number_kind_of_code(code);
    } else if (r->cells && strcmp(name, "xf") == 0 && out->count < MOST_STYLES) {
        unsigned long id = id_of(attribute);
        out->kind = yk_grow(out->kind, &out->room, out->count + 1, 1);
        out->kind[out->count++] = id >= FORMATS ? NUMBER_PLAIN
                                  : r->format[id] & OWN
                                      ? r->format[id] & (OWN - 1)
                                      : (unsigned char)number_kind_of_id((unsigned)id);
    }
}

static void on_end(void *who, const char *name)
{
    struct reading *r = who;
    if (strcmp(name, "numFmts") == 0)
        r->formats = false;
    else if (strcmp(name, "cellXfs") == 0)
        r->cells = false;
}

yk_code styles_read(struct styles *s, struct package *p, const char *part, struct yk_err *err)
{
    static const struct xml_handler handler = {on_start, on_end, NULL};
    struct reading *r = yk_alloc(sizeof *r);
    r->out = s;
    yk_code code = xml_read(&r->xml, p, part, &handler, r, err);
    free(r);
    return code;
}

void styles_release(struct styles *s)
{
    free(s->kind);
    *s = (struct styles){0};
}
