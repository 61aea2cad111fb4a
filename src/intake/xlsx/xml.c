/* xml.c - a part of a workbook as elements and text, with bounds on all that could grow. */
#include "xml.h"

#include <string.h>

#include "youka/base/say.h"

enum {
    CHUNK = 1 << 18,
    LONGEST_TOKEN = 1 << 20, /* bytes of one tag: expat holds it whole */
    DEEPEST = 64,
};

static yk_code damaged(struct xml *x)
{
    XML_Index at = XML_GetCurrentByteIndex(x->parser);
    return yk_fail(x->err, YK_E_DATA,
                   _("%s: its part %s is damaged (near byte %llu); open it in Excel or WPS, let it "
                     "be repaired, and save it anew"),
                   x->part.package->name, x->part.name,
                   at < 0 ? x->part.done : (unsigned long long)at);
}

void xml_fail(struct xml *x, yk_code code)
{
    if (x->failed)
        return;
    x->failed = code;
    XML_StopParser(x->parser, XML_FALSE);
}

void xml_pause(struct xml *x)
{
    if (!x->failed && !x->paused && !x->ended)
        x->paused = XML_StopParser(x->parser, XML_TRUE) == XML_STATUS_OK;
}

void xml_finish(struct xml *x)
{
    x->ended = true;
    XML_StopParser(x->parser, XML_FALSE);
}

static const char *local_name(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

/* A workbook has some dozens of names; one made to fill the memory has millions. */
static void note_name(struct xml *x, const char *name)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (const unsigned char *c = (const unsigned char *)name; *c; c++)
        hash = (hash ^ *c) * 16777619u;
    hash |= 1; /* 0 marks a free place */
    size_t at = hash % XML_NAMES;
    while (x->seen[at] && x->seen[at] != hash)
        at = (at + 1) % XML_NAMES;
    if (x->seen[at])
        return;
    x->seen[at] = hash;
    if (++x->names > XML_NAMES / 2)
        xml_fail(x, damaged(x));
}

static void XMLCALL on_start(void *who, const XML_Char *name, const XML_Char **attribute)
{
    struct xml *x = who;
    x->quiet = 0;
    if (x->failed || x->ended)
        return;
    if (++x->part.package->elements > PACKAGE_ELEMENTS)
        xml_fail(x, yk_fail(x->err, YK_E_DATA,
                            _("%s: holds more than ten million cells or other parts; split the "
                              "table over several workbooks, or save it as \"CSV UTF-8\""),
                            x->part.package->name));
    note_name(x, name);
    for (const char **a = attribute; *a; a += 2)
        note_name(x, *a);
    if (++x->depth > DEEPEST)
        xml_fail(x, damaged(x));
    if (!x->failed)
        x->on->start(x->who, local_name(name), attribute);
}

static void XMLCALL on_end(void *who, const XML_Char *name)
{
    struct xml *x = who;
    x->quiet = 0;
    if (x->failed || x->ended)
        return;
    x->depth--;
    if (x->on->end)
        x->on->end(x->who, local_name(name));
}

static void XMLCALL on_text(void *who, const XML_Char *s, int n)
{
    struct xml *x = who;
    x->quiet = 0;
    if (!x->failed && !x->ended && x->on->text)
        x->on->text(x->who, s, (size_t)n);
}

static void XMLCALL on_doctype(void *who, const XML_Char *name, const XML_Char *sysid,
                               const XML_Char *pubid, int internal)
{
    struct xml *x = who;
    (void)name, (void)sysid, (void)pubid, (void)internal;
    xml_fail(x, yk_fail(x->err, YK_E_DATA,
                        _("%s: its part %s declares a DOCTYPE, which no workbook needs and which "
                          "is refused; copy the table into a new workbook"),
                        x->part.package->name, x->part.name));
}

yk_code xml_open(struct xml *x, struct package *p, const char *part, const struct xml_handler *on,
                 void *who, struct yk_err *err)
{
    *x = (struct xml){.on = on, .who = who};
    if (part_open(&x->part, p, part, err))
        return err->code;
    x->parser = XML_ParserCreate(NULL);
    if (!x->parser)
        yk_no_memory();
    XML_SetUserData(x->parser, x);
    XML_SetElementHandler(x->parser, on_start, on_end);
    XML_SetCharacterDataHandler(x->parser, on_text);
    XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
    return YK_OK;
}

static yk_code outcome(struct xml *x, enum XML_Status status, bool last)
{
    if (x->failed)
        return x->failed;
    if (status == XML_STATUS_OK && x->quiet > LONGEST_TOKEN)
        return damaged(x);
    if (x->ended || x->paused)
        return YK_OK;
    if (status != XML_STATUS_OK) {
        if (XML_GetErrorCode(x->parser) == XML_ERROR_NO_MEMORY)
            yk_no_memory();
        return damaged(x);
    }
    x->ended = last;
    return YK_OK;
}

static bool is_last(const struct xml *x)
{
    XML_ParsingStatus status;
    XML_GetParsingStatus(x->parser, &status);
    return status.finalBuffer;
}

yk_code xml_step(struct xml *x, struct yk_err *err)
{
    size_t n;
    x->err = err;
    if (x->paused) {
        x->paused = false;
        enum XML_Status status = XML_ResumeParser(x->parser);
        return outcome(x, status, is_last(x));
    }
    void *chunk = XML_GetBuffer(x->parser, CHUNK);
    if (!chunk)
        yk_no_memory();
    if (part_read(&x->part, chunk, CHUNK, &n, err))
        return err->code;
    x->quiet += n;
    return outcome(x, XML_ParseBuffer(x->parser, (int)n, n == 0), n == 0);
}

void xml_close(struct xml *x)
{
    part_close(&x->part);
    if (x->parser)
        XML_ParserFree(x->parser);
    x->parser = NULL;
}

yk_code xml_read(struct xml *x, struct package *p, const char *part, const struct xml_handler *on,
                 void *who, struct yk_err *err)
{
    if (xml_open(x, p, part, on, who, err)) {
        xml_close(x);
        return err->code;
    }
    yk_code code = YK_OK;
    while (!code && !x->ended)
        code = xml_step(x, err);
    xml_close(x);
    return code;
}

const char *xml_attribute(const char **attribute, const char *name)
{
    for (; *attribute; attribute += 2)
        if (strcmp(*attribute, name) == 0)
            return attribute[1];
    return NULL;
}

bool xml_is_true(const char *value)
{
    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}
