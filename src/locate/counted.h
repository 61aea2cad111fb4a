/* counted.h - a count with its unit: 195号, 5弄, 12-3号, 3号楼, A座, 1-3层, 205. Private to
 * src/locate/address_*.c. */
#ifndef YOUKA_SRC_LOCATE_COUNTED_H
#define YOUKA_SRC_LOCATE_COUNTED_H

#include "reading.h"

/* 12, 10C, A8, A, 甲; words are digits here. */
enum { LETTERS_BEFORE = 2, LETTERS_BEHIND = 4 };
struct token {
    uint32_t at[LETTERS_BEFORE + MOST_DIGITS + LETTERS_BEHIND];
    size_t n;
};
size_t token_at(struct yk_glyphs text, size_t from, struct token *out);

struct unit {
    const uint32_t *text;
    enum yk_part part; /* YK_PARTS: the count belongs to a name, as in 11号线 */
};
/* NULL where none goes on at `from`. */
const struct unit *unit_at(struct yk_glyphs text, size_t from, size_t *n);

enum { MOST_TOKENS = 3 };
struct counted {
    struct token token[MOST_TOKENS]; /* 12 and 3 of 12-3; the last of a longer row stands last */
    size_t tokens;
    uint32_t tie;  /* what ties the first two: '-' (also 至), ',' or 之; 0: one token */
    uint32_t stem; /* 甲 of 甲8号, else 0 */
    bool digits;   /* written in digits or letters, not in words */
    const struct unit *unit;
    size_t end;
};
bool count_with_unit(struct counted *out, struct yk_glyphs text, size_t from);
/* Behind 第 or not, it is a part, where it stands behind a part of the sort `last`. */
bool is_counted(const struct counted *c, enum yk_part last);

static inline bool is_capital(uint32_t c)
{
    return c >= 'A' && c <= 'Z';
}
static inline bool is_stem(uint32_t c)
{
    return yk_glyph_among(c, YK_GLYPHS("甲乙丙丁戊"));
}
/* 12-18, 501、509: the second is greater. */
bool is_range(const struct counted *c);

#endif
