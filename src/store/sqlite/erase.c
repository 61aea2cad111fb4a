/* erase.c - contacts that must go, wherever they stand, and stay away. */
#include <string.h>

#include "lite.h"
#include "youka/base/say.h"

static enum yk_tomb_kind kind_of(const char *code)
{
    for (int kind = YK_TOMB_PHONE; kind < YK_TOMB_SUBMISSION; kind++)
        if (!strcmp(code, yk_tomb_code[kind]))
            return (enum yk_tomb_kind)kind;
    return YK_TOMB_SUBMISSION;
}

static void read_tomb(struct yk_tombs *out, sqlite3_stmt *st)
{
    struct yk_erasure *last = out->count ? &out->erasure[out->count - 1] : NULL;
    const void *key = sqlite3_column_blob(st, 0);
    if (!last || memcmp(last->key, key, sizeof last->key) != 0)
        last = yk_tombs_begin(out, key);
    struct yk_tomb tomb = {.kind = kind_of((const char *)sqlite3_column_text(st, 1)),
                           .hash = lite_id_at(st, 2),
                           .length = (size_t)sqlite3_column_int64(st, 3)};
    yk_tombs_add(last, &tomb);
}

yk_code lite_read_tombs(struct yk_tombs *out, struct lite *l, struct yk_err *err)
{
    sqlite3_stmt *st = lite_ready(l, LITE_TOMBS, err);
    struct yk_tombs tombs = {0};
    bool row = true;
    if (!st)
        return err->code;
    while (!lite_next(&row, l, st, N_("reading what was erased"), err) && row)
        read_tomb(&tombs, st);
    if (row) {
        yk_tombs_release(&tombs);
        return err->code;
    }
    *out = tombs;
    return YK_OK;
}
