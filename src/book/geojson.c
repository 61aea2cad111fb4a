/* geojson.c - an atlas as GeoJSON (RFC 7946). */
#include "pen.h"
#include "youka/base/num.h"
#include "youka/book/maps.h"

/* In quotation marks; bytes that are no character become U+FFFD. */
static void put_text(FILE *to, const char *text)
{
    fputc('"', to);
    for (const char *s = text; *s;) {
        char bytes[4];
        uint32_t cp = yk_utf8_next(&s);
        if (cp == '"' || cp == '\\')
            fprintf(to, "\\%c", (char)cp);
        else if (cp == '\n')
            fputs("\\n", to);
        else if (cp < 0x20 || cp == 0x7F)
            fprintf(to, "\\u%04x", (unsigned)cp);
        else
            fwrite(bytes, 1, yk_utf8_put(bytes, cp), to);
    }
    fputc('"', to);
}

static void put_member(FILE *to, const char *key, const char *text)
{
    put_text(to, key);
    fputc(':', to);
    put_text(to, text);
}

static void put_value(FILE *to, const struct yk_cell *c)
{
    char short_text[32];
    switch (c->kind) {
    case YK_CELL_TEXT:
        put_text(to, c->text);
        return;
    case YK_CELL_DAY:
        yk_day_write(short_text, c->day);
        put_text(to, short_text);
        return;
    case YK_CELL_NUMBER:
        yk_num_write(short_text, c->number);
        fputs(*short_text ? short_text : "null", to);
        return;
    case YK_CELL_BLANK:
    case YK_CELL_TABLE:
        break;
    }
    fputs("null", to);
}

static void put_position(struct yk_pen *pen, struct yk_point p)
{
    fputc('[', pen->to);
    yk_pen_point(pen, p);
    fputc(']', pen->to);
}

static void put_geometry(struct yk_pen *pen, const struct yk_feature *f)
{
    bool point = f->corners == 1;
    fprintf(pen->to, "\"geometry\":{\"type\":\"%s\",\"coordinates\":%s",
            point ? "Point" : "Polygon", point ? "" : "[[");
    for (size_t i = 0; i < f->corners; i++) {
        if (i)
            fputc(',', pen->to);
        put_position(pen, f->corner[i]);
    }
    fputs(point ? "}" : "]]}", pen->to);
}

static void feature(struct yk_pen *pen, const struct yk_layer *layer, const struct yk_feature *f)
{
    FILE *to = pen->to;
    fprintf(to, "%s\n{\"type\":\"Feature\",", pen->done ? "," : "");
    put_geometry(pen, f);
    fputs(",\"properties\":{", to);
    put_member(to, "layer", layer->key);
    for (size_t i = 0; i < layer->attributes; i++) {
        fputc(',', to);
        put_text(to, layer->attribute[i].key);
        fputc(':', to);
        put_value(to, &f->value[i]);
    }
    fputs("}}", to);
}

static void begin(struct yk_pen *pen)
{
    const struct yk_atlas *atlas = pen->atlas;
    const char *datum = yk_pen_datum(atlas);
    FILE *to = pen->to;
    fputs("{\"type\":\"FeatureCollection\",\n", to);
    put_member(to, "name",
               *datum ? yk_arena_printf(&pen->scratch, "%s (%s)", atlas->title, datum)
                      : atlas->title);
    fputs(",\n", to);
    put_member(to, "datum", yk_datum_code(atlas->datum));
    fputs(",\n", to);
    put_member(to, "made_by", atlas->user);
    fputs(",\n", to);
    put_member(to, "made_at", atlas->at);
    fprintf(to, ",\n\"features_total\":%zu,\n\"features\":[", yk_atlas_features(atlas));
}

static void end(struct yk_pen *pen)
{
    fputs("\n]}\n", pen->to);
}

yk_code yk_geojson_write(const struct yk_atlas *atlas, const char *path,
                         const struct yk_watch *watch, struct yk_err *err)
{
    static const struct yk_script script = {.begin = begin, .feature = feature, .end = end};
    return yk_pen_write(&script, atlas, path, watch, err);
}
