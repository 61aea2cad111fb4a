/* atlas_of.h - for tests: a small map made by hand, and how a writer behaves when it cannot. */
#ifndef YOUKA_TESTS_SUPPORT_ATLAS_OF_H
#define YOUKA_TESTS_SUPPORT_ATLAS_OF_H

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "youka/base/watch.h"
#include "youka/model/atlas.h"

typedef yk_code atlas_writer(const struct yk_atlas *atlas, const char *path,
                             const struct yk_watch *watch, struct yk_err *err);

/* Quotation marks, a backslash, XML's marks, the end of a CDATA section, a line's end, a control
 * character, an emoji. */
#define ODD_NAME "\"甲\\乙\" <&> ]]>\n\x01 '🛢'"

static inline void atlas_point(struct yk_feature *out, const void *who, size_t number,
                               struct yk_arena *a)
{
    static const struct yk_point at[] = {{24, 118}, {24.25, 118.5}};
    (void)who;
    struct yk_cell *c = YK_ARENA_ARRAY(a, struct yk_cell, 4);
    const struct yk_cell whole = yk_number_cell(7), part = yk_number_cell(.5);
    if (number % 2 == 0) {
        c[0] = yk_code_cell("hotel", "宾馆");
        c[1] = whole;
        c[2] = part;
        c[3] = yk_day_cell(yk_day_of(2026, 3, 5));
    } else {
        c[0] = yk_text_cell(ODD_NAME);
        c[2] = yk_number_cell(NAN);
    }
    *out = (struct yk_feature){.name = number % 2 ? ODD_NAME : "甲",
                               .tone = YK_TONE_GOLD,
                               .faint = number % 2,
                               .corner = &at[number % 2],
                               .corners = 1,
                               .value = c};
}

static inline void atlas_area(struct yk_feature *out, const void *who, size_t number,
                              struct yk_arena *a)
{
    static const struct yk_point ring[] = {{24, 118}, {24, 118.5}, {24.25, 118.5}, {24, 118}};
    (void)who;
    (void)number;
    *out = (struct yk_feature){.name = "乙",
                               .tone = YK_TONE_STRONG,
                               .corner = ring,
                               .corners = 4,
                               .value = YK_ARENA_ARRAY(a, struct yk_cell, 1)};
}

/* Layers points (`points` features, two of them different), areas (one) and none. */
static inline struct yk_atlas atlas_of(size_t points, enum yk_datum datum)
{
    static const struct yk_attribute attribute[] = {
        {"kind", "类别", YK_ATTRIBUTE_TEXT, 0},
        {"count", "数量", YK_ATTRIBUTE_WHOLE, 0},
        {"rate", "比率", YK_ATTRIBUTE_NUMBER, 2},
        {"day", "日期", YK_ATTRIBUTE_DAY, 0},
    };
    static struct yk_layer layer[3];
    const struct yk_layer all[] = {
        {"points", "点", YK_LAYER_POINTS, attribute, 4, points, 0, atlas_point, NULL},
        {"areas", "面", YK_LAYER_AREAS, attribute, 1, 1, 0, atlas_area, NULL},
        {"none", "空", YK_LAYER_BOTH, attribute, 1, 0, 0, atlas_area, NULL},
    };
    memcpy(layer, all, sizeof all);
    return (struct yk_atlas){.title = "图",
                             .datum = datum,
                             .user = "u&i",
                             .at = "2026-03-05T02:09:00Z",
                             .layer = layer,
                             .layers = 3};
}

/* 北京天安门; in GCJ-02 it is 116.403671625958 39.910633506386, in BD-09 116.410044101705
 * 39.916972856075: converted by the npm package gcoord 1.0.7. */
static inline void atlas_gate(struct yk_feature *out, const void *who, size_t number,
                              struct yk_arena *a)
{
    static const struct yk_point gate = {39.90923, 116.397428};
    (void)who;
    (void)number;
    *out = (struct yk_feature){.name = "天安门",
                               .corner = &gate,
                               .corners = 1,
                               .value = YK_ARENA_ARRAY(a, struct yk_cell, 1)};
}
static inline struct yk_atlas atlas_of_gate(enum yk_datum datum)
{
    struct yk_atlas atlas = atlas_of(1, datum);
    atlas.layer[0].draw = atlas_gate;
    atlas.layer[0].attributes = 1;
    atlas.layers = 1;
    return atlas;
}

/* The whole file; the arena's. */
static inline char *atlas_bytes(struct yk_arena *a, const char *path)
{
    struct yk_buf b = {0};
    char piece[4096];
    FILE *f = fopen(path, "rb");
    if (!f)
        return NULL;
    for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
        yk_buf_add(&b, piece, n);
    fclose(f);
    char *text = yk_arena_text(a, b.text ? b.text : "", b.len);
    yk_buf_release(&b);
    return text;
}

/* Files may grow no longer than `bytes` while it writes. */
static inline yk_code write_with_little_room(atlas_writer *write, const struct yk_atlas *atlas,
                                             const char *path, unsigned bytes, struct yk_err *err)
{
    struct rlimit usual, little;
    getrlimit(RLIMIT_FSIZE, &usual);
    little = usual;
    little.rlim_cur = bytes;
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &little);
    yk_code code = write(atlas, path, NULL, err);
    setrlimit(RLIMIT_FSIZE, &usual);
    signal(SIGXFSZ, SIG_DFL);
    return code;
}

static char atlas_folder[] = "/tmp/youka-atlas-XXXXXX";

static inline int atlas_folder_make(void **state)
{
    (void)state;
    return mkdtemp(atlas_folder) && chdir(atlas_folder) == 0 ? 0 : -1;
}
/* Fails when a test left something behind. */
static inline int atlas_folder_drop(void **state)
{
    (void)state;
    return chdir("/") || rmdir(atlas_folder);
}

#endif
