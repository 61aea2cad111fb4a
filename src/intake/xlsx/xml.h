/* xml.h - a part of a workbook as elements and text, with bounds on all that could grow. */
#ifndef YOUKA_SRC_INTAKE_XLSX_XML_H
#define YOUKA_SRC_INTAKE_XLSX_XML_H

#include <expat.h>
#include <stdbool.h>
#include <stdint.h>

#include "package.h"

/* Names come without their prefix; attributes as expat gives them: name, value, …, NULL. */
struct xml_handler {
    void (*start)(void *who, const char *name, const char **attribute);
    void (*end)(void *who, const char *name); /* NULL: not wanted */
    void (*text)(void *who, const char *s, size_t n);
};
enum { XML_NAMES = 1024 };

struct xml {
    struct part part;
    XML_Parser parser;
    const struct xml_handler *on;
    void *who;
    size_t depth;
    size_t quiet;             /* bytes since the last element or text */
    uint32_t seen[XML_NAMES]; /* hashes of the names met; expat keeps every name it meets */
    size_t names;
    struct yk_err *err; /* of the step under way */
    yk_code failed;
    bool paused, ended;
};

/* The name of the part and the handler are borrowed. */
YK_MUST yk_code xml_open(struct xml *x, struct package *p, const char *part,
                         const struct xml_handler *on, void *who, struct yk_err *err);
/* One chunk of the part, or what is left of one that was paused; sets `ended`. */
YK_MUST yk_code xml_step(struct xml *x, struct yk_err *err);
void xml_close(struct xml *x); /* one that was never opened is fine */
/* All of a part; handlers see `who`. */
YK_MUST yk_code xml_read(struct xml *x, struct package *p, const char *part,
                         const struct xml_handler *on, void *who, struct yk_err *err);

/* For handlers. The first gives x->err to fill: `xml_fail(x, yk_fail(x->err, …))`. */
void xml_fail(struct xml *x, yk_code code);
void xml_pause(struct xml *x);  /* the step ends here */
void xml_finish(struct xml *x); /* nothing after this is wanted */

/* The value of an attribute by its whole name, or NULL. */
const char *xml_attribute(const char **attribute, const char *name);
bool xml_is_true(const char *value); /* "1", "true"; NULL is not */

#endif
