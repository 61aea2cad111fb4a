/* name_fold.h - a name's characters with width, case, spaces, punctuation and numbers made one.
 * Private to src/model. */
#ifndef YOUKA_SRC_MODEL_NAME_FOLD_H
#define YOUKA_SRC_MODEL_NAME_FOLD_H

#include "youka/model/name.h"

/* Brackets of any kind stay as ( and ). Numbers in words become digits where they count (第一 and
 * 壹期, not 三明), short names of schools and hospitals are written out: 一中 is 1中学, 附小 is
 * 附属小学. */
struct yk_glyphs yk_name_fold(const char *typed, struct yk_arena *a);

#endif
