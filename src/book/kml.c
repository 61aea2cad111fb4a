/* kml.c - an atlas as KML 2.2 (OGC 07-147r2), for people: headings and labels, colours by tone. */
#include "parts.h"
#include "pen.h"
#include "youka/base/say.h"
#include "youka/book/maps.h"

/* A style's name, and how much of the ground an area lets through. */
static const char *const tone_names[YK_TONES] = {
    [YK_TONE_PLAIN] = "plain", [YK_TONE_PLATINUM] = "platinum", [YK_TONE_GOLD] = "gold",
    [YK_TONE_IRON] = "iron",   [YK_TONE_LEAD] = "lead",         [YK_TONE_WARN] = "warn",
    [YK_TONE_MUTED] = "muted", [YK_TONE_STRONG] = "strong",     [YK_TONE_LATE] = "late",
    [YK_TONE_TODO] = "todo",   [YK_TONE_BEGUN] = "begun",       [YK_TONE_DONE] = "done",
    [YK_TONE_ASIDE] = "aside", [YK_TONE_NOBODYS] = "nobodys",
};
enum { SOLID = 0xFF, SHEER = 0x80, VEIL = 0x60, HINT = 0x18 };

/* What XML cannot hold is dropped; > is escaped too, since ]]> may not stand in text. */
static void put_text(struct yk_pen *pen, const char *text)
{
    for (const char *s = yk_text_clean(&pen->scratch, text); *s; s++)
        switch (*s) {
        case '&':
            fputs("&amp;", pen->to);
            break;
        case '<':
            fputs("&lt;", pen->to);
            break;
        case '>':
            fputs("&gt;", pen->to);
            break;
        case '"':
            fputs("&quot;", pen->to);
            break;
        case '\r': /* a reader would take it for a line's end */
            fputs("&#13;", pen->to);
            break;
        default:
            fputc(*s, pen->to);
        }
}

static void put_element(struct yk_pen *pen, const char *name, const char *text)
{
    fprintf(pen->to, "<%s>", name);
    put_text(pen, text);
    fprintf(pen->to, "</%s>", name);
}

/* KML writes colours backwards: aabbggrr. */
static void put_colour(struct yk_pen *pen, unsigned opacity, lxw_color_t rgb)
{
    fprintf(pen->to, "<color>%02x%02x%02x%02x</color>", opacity, (unsigned)(rgb & 0xFF),
            (unsigned)(rgb >> 8 & 0xFF), (unsigned)(rgb >> 16 & 0xFF));
}

static void put_style(struct yk_pen *pen, enum yk_tone tone, bool faint)
{
    lxw_color_t rgb = yk_style_colour(tone);
    fprintf(pen->to, "<Style id=\"%s%s\"><IconStyle>", tone_names[tone], faint ? "-faint" : "");
    put_colour(pen, faint ? SHEER : SOLID, rgb);
    fprintf(pen->to, "<scale>%s</scale></IconStyle><LabelStyle><scale>0.8</scale></LabelStyle>",
            faint ? "0.7" : "1.1");
    fputs("<LineStyle>", pen->to);
    put_colour(pen, SOLID, rgb);
    fputs("<width>2</width></LineStyle><PolyStyle>", pen->to);
    put_colour(pen, faint ? HINT : VEIL, rgb);
    fputs("</PolyStyle></Style>\n", pen->to);
}

/* Who made it, when, how much of it; and whose coordinates it holds where that is no KML. */
static void put_description(struct yk_pen *pen)
{
    const struct yk_atlas *atlas = pen->atlas;
    const char *datum = yk_pen_datum(atlas);
    fputs("<description>", pen->to);
    put_text(pen, yk_arena_printf(&pen->scratch, _("Made by %s at %s, %zu features."), atlas->user,
                                  atlas->at, yk_atlas_features(atlas)));
    if (*datum)
        put_text(pen, yk_arena_printf(&pen->scratch,
                                      _(" Coordinates are %s: for maps that use it; on others "
                                        "everything lies some hundred metres off."),
                                      datum));
    fputs("</description>\n", pen->to);
}

static void begin(struct yk_pen *pen)
{
    const char *datum = yk_pen_datum(pen->atlas), *title = pen->atlas->title;
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n",
          pen->to);
    put_element(pen, "name",
                *datum ? yk_arena_printf(&pen->scratch, "%s (%s)", title, datum) : title);
    put_description(pen);
    for (int tone = 0; tone < YK_TONES; tone++) {
        put_style(pen, (enum yk_tone)tone, false);
        put_style(pen, (enum yk_tone)tone, true);
    }
}

static void open_folder(struct yk_pen *pen, const struct yk_layer *layer)
{
    fputs("<Folder>", pen->to);
    put_element(pen, "name", layer->title);
    fputc('\n', pen->to);
}

static void close_folder(struct yk_pen *pen, const struct yk_layer *layer)
{
    (void)layer;
    fputs("</Folder>\n", pen->to);
}

static const char *words_of(struct yk_pen *pen, const struct yk_attribute *attribute,
                            const struct yk_cell *c)
{
    char day[11];
    switch (c->kind) {
    case YK_CELL_TEXT:
        return c->label ? c->label : c->text;
    case YK_CELL_DAY:
        yk_day_write(day, c->day);
        return yk_arena_copy(&pen->scratch, day);
    case YK_CELL_NUMBER:
        return yk_arena_printf(&pen->scratch, "%.*f",
                               attribute->kind == YK_ATTRIBUTE_NUMBER ? attribute->decimals : 0,
                               c->number);
    case YK_CELL_BLANK:
    case YK_CELL_TABLE:
        break;
    }
    return "";
}

static void put_attributes(struct yk_pen *pen, const struct yk_layer *layer,
                           const struct yk_cell *c)
{
    fputs("<ExtendedData>", pen->to);
    for (size_t i = 0; i < layer->attributes; i++) {
        const struct yk_attribute *attribute = &layer->attribute[i];
        const char *words = words_of(pen, attribute, &c[i]);
        if (!*words)
            continue;
        fprintf(pen->to, "<Data name=\"%s\">", attribute->key);
        put_element(pen, "displayName", attribute->heading);
        put_element(pen, "value", words);
        fputs("</Data>", pen->to);
    }
    fputs("</ExtendedData>", pen->to);
}

static void put_geometry(struct yk_pen *pen, const struct yk_feature *f)
{
    bool point = f->corners == 1;
    fputs(point ? "<Point><coordinates>" : "<Polygon><outerBoundaryIs><LinearRing><coordinates>",
          pen->to);
    for (size_t i = 0; i < f->corners; i++) {
        if (i)
            fputc(' ', pen->to);
        yk_pen_point(pen, f->corner[i]);
    }
    fputs(point ? "</coordinates></Point>"
                : "</coordinates></LinearRing></outerBoundaryIs></Polygon>",
          pen->to);
}

static void feature(struct yk_pen *pen, const struct yk_layer *layer, const struct yk_feature *f)
{
    fputs("<Placemark>", pen->to);
    put_element(pen, "name", f->name);
    fprintf(pen->to, "<styleUrl>#%s%s</styleUrl>", tone_names[f->tone], f->faint ? "-faint" : "");
    put_attributes(pen, layer, f->value);
    put_geometry(pen, f);
    fputs("</Placemark>\n", pen->to);
}

static void end(struct yk_pen *pen)
{
    fputs("</Document>\n</kml>\n", pen->to);
}

yk_code yk_kml_write(const struct yk_atlas *atlas, const char *path, const struct yk_watch *watch,
                     struct yk_err *err)
{
    static const struct yk_script script = {
        .begin = begin, .open = open_folder, .feature = feature, .close = close_folder, .end = end};
    return yk_pen_write(&script, atlas, path, watch, err);
}
