/* pen.h - a text file being written beside its target, feature by feature. Private to src/book. */
#ifndef YOUKA_SRC_BOOK_PEN_H
#define YOUKA_SRC_BOOK_PEN_H

#include <stdio.h>

#include "youka/base/file.h"
#include "youka/base/watch.h"
#include "youka/model/atlas.h"

struct yk_pen {
    FILE *to;
    struct yk_draft draft;
    const struct yk_atlas *atlas;
    const struct yk_watch *watch;
    struct yk_arena scratch; /* of one feature */
    size_t done;             /* features so far */
};

/* The parts of a format; `begin` and `end` stand about all layers, `open` and `close` about one. */
struct yk_script {
    void (*begin)(struct yk_pen *pen);
    void (*open)(struct yk_pen *pen, const struct yk_layer *layer);
    void (*feature)(struct yk_pen *pen, const struct yk_layer *layer,
                    const struct yk_feature *feature);
    void (*close)(struct yk_pen *pen, const struct yk_layer *layer);
    void (*end)(struct yk_pen *pen);
};
/* Everything, or the old file stands. */
YK_MUST yk_code yk_pen_write(const struct yk_script *script, const struct yk_atlas *atlas,
                             const char *path, const struct yk_watch *watch, struct yk_err *err);

/* "118.1234567,24.5" in the atlas's datum: 7 decimals are a centimetre. */
void yk_pen_point(struct yk_pen *pen, struct yk_point p);
/* "GCJ-02", as people write it; "" for WGS-84. */
const char *yk_pen_datum(const struct yk_atlas *atlas);

#endif
