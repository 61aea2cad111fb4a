/* pen.c - a text file being written beside its target, feature by feature. */
#include "pen.h"

#include <errno.h>
#include <string.h>

#include "youka/base/say.h"

#define TELL_EVERY 10000 /* features */

const char *yk_pen_datum(const struct yk_atlas *atlas)
{
    switch (atlas->datum) {
    case YK_GCJ02:
        return "GCJ-02";
    case YK_BD09:
        return "BD-09";
    default:
        return "";
    }
}

/* Without the zeros at the end. */
static void put_degrees(FILE *to, double degrees)
{
    char text[32];
    int n = snprintf(text, sizeof text, "%.7f", degrees);
    while (n > 1 && text[n - 1] == '0')
        n--;
    if (text[n - 1] == '.')
        n--;
    fwrite(text, 1, (size_t)n, to);
}

void yk_pen_point(struct yk_pen *pen, struct yk_point p)
{
    struct yk_point shown = yk_from_wgs84(pen->atlas->datum, p);
    put_degrees(pen->to, shown.lon);
    fputc(',', pen->to);
    put_degrees(pen->to, shown.lat);
}

static void write_layer(struct yk_pen *pen, const struct yk_script *script,
                        const struct yk_layer *layer, size_t all)
{
    if (script->open)
        script->open(pen, layer);
    for (size_t i = 0; i < layer->features && !ferror(pen->to); i++) {
        struct yk_feature feature;
        layer->draw(&feature, layer->who, i, &pen->scratch);
        script->feature(pen, layer, &feature);
        yk_arena_reset(&pen->scratch);
        if (++pen->done % TELL_EVERY == 0)
            yk_progress(pen->watch, _("writing the map"), pen->done, all);
    }
    if (script->close)
        script->close(pen, layer);
}

static yk_code broken_off(const struct yk_pen *pen, int why, struct yk_err *err)
{
    if (why == ENOSPC)
        return yk_fail(err, YK_E_IO, _("%s: the disk is full; make room and run this again"),
                       pen->draft.target);
    return yk_fail(err, YK_E_IO, _("%s: cannot be written: %s"), pen->draft.target,
                   strerror(why ? why : EIO));
}

/* A failed write stays in the stream's error flag; what made it fail is in errno for the last one.
 */
static yk_code write_all(struct yk_pen *pen, const struct yk_script *script, struct yk_err *err)
{
    const struct yk_atlas *atlas = pen->atlas;
    size_t all = yk_atlas_features(atlas);
    pen->to = fopen(pen->draft.path, "w");
    if (!pen->to)
        return broken_off(pen, errno, err);
    errno = 0;
    script->begin(pen);
    for (size_t i = 0; i < atlas->layers; i++)
        write_layer(pen, script, &atlas->layer[i], all);
    script->end(pen);
    bool failed = fflush(pen->to) || ferror(pen->to);
    int why = errno;
    if (fclose(pen->to) && !failed) {
        failed = true;
        why = errno;
    }
    return failed ? broken_off(pen, why, err) : YK_OK;
}

yk_code yk_pen_write(const struct yk_script *script, const struct yk_atlas *atlas, const char *path,
                     const struct yk_watch *watch, struct yk_err *err)
{
    struct yk_pen pen = {.atlas = atlas, .watch = watch};
    if (yk_draft_begin(&pen.draft, path, err))
        return err->code;
    if (write_all(&pen, script, err) || yk_draft_finish(&pen.draft, err))
        yk_draft_drop(&pen.draft);
    yk_arena_release(&pen.scratch);
    return err->code;
}
