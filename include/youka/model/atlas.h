/* atlas.h - what goes onto a map: layers of features, each with a shape and attributes. Made by
 * report, written by book (GeoJSON, KML) and store (GeoPackage). A layer draws one feature at a
 * time, so that a million of them never lie in memory together. */
#ifndef YOUKA_MODEL_ATLAS_H
#define YOUKA_MODEL_ATLAS_H

#include "youka/base/sheet.h"
#include "youka/geo/datum.h"

enum yk_attribute_kind {
    YK_ATTRIBUTE_TEXT,
    YK_ATTRIBUTE_WHOLE,
    YK_ATTRIBUTE_NUMBER,
    YK_ATTRIBUTE_DAY
};
struct yk_attribute {
    const char *key;     /* for programs, as --json calls it: small letters, digits and _ */
    const char *heading; /* for people, in the run's language, unit included */
    enum yk_attribute_kind kind;
    int decimals; /* of YK_ATTRIBUTE_NUMBER, shown to people; programs get the full value */
};

struct yk_feature {
    const char *name; /* what people read on the map */
    enum yk_tone tone;
    bool faint;                    /* stands back: not surely inside the trading area */
    const struct yk_point *corner; /* WGS-84. One: a point. Else an area's outline, closed by its
                                      first corner, counter-clockwise */
    size_t corners;
    struct yk_cell
        *value; /* one an attribute: text (a code with its label), number, day or blank */
};

enum yk_layer_shapes { YK_LAYER_POINTS, YK_LAYER_AREAS, YK_LAYER_BOTH };
struct yk_layer {
    const char *key;   /* "clients": a name for programs, as an attribute's key */
    const char *title; /* for people */
    enum yk_layer_shapes shapes;
    const struct yk_attribute *attribute;
    size_t attributes, features;
    size_t nowhere; /* left out: there is no place to draw them at */
    /* Feature `number`, from 0. What it points to lies in `a` or lives as long as the layer. */
    void (*draw)(struct yk_feature *out, const void *who, size_t number, struct yk_arena *a);
    const void *who;
};

struct yk_atlas {
    const char *title;
    enum yk_datum datum;   /* of the file to write; corners are WGS-84 until then */
    const char *user, *at; /* who made it, ISO-8601 UTC */
    struct yk_layer *layer;
    size_t layers;
};

size_t yk_atlas_features(const struct yk_atlas *atlas); /* of all layers */
/* Turns a closed outline so that it runs counter-clockwise. */
void yk_outline_turn(struct yk_point *corner, size_t corners);

#endif
