/* text.h - UTF-8 as people type it: trimming, full-width folding, width on a screen. */
#ifndef YOUKA_BASE_TEXT_H
#define YOUKA_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "youka/base/arena.h"
#include "youka/base/glyphs.h"

/* One run has one language, for screen and workbooks alike. */
enum yk_lang { YK_ZH = 0, YK_EN = 1 };

/* The next code point of valid UTF-8, moving *s past it; 0 at the end. Invalid bytes give U+FFFD.
 */
uint32_t yk_utf8_next(const char **s);
/* The same of a text made narrow: full-width ASCII as half-width, an ideographic space as a space.
 */
uint32_t yk_utf8_next_narrow(const char **s);
/* Writes a code point; returns its length (1..4). */
size_t yk_utf8_put(char out[4], uint32_t cp);
/* The run as UTF-8, ended by NUL: 4 g.n + 1 bytes are enough. Gives its length. */
size_t yk_glyphs_put(char *out, struct yk_glyphs g);
char *yk_glyphs_text(struct yk_glyphs g, struct yk_arena *a);
size_t yk_utf8_count(const char *s);

/* All of these give arena text. Spaces are ASCII white space, U+00A0, U+3000, U+FEFF, zero-width.
 */
char *yk_text_trim(struct yk_arena *a, const char *s);
/* The same; `s` itself, or its end, where nothing behind it is to go. */
const char *yk_text_trimmed(struct yk_arena *a, const char *s);
/* Full-width ASCII -> half-width, ideographic space -> space, trimmed. */
char *yk_text_narrow(struct yk_arena *a, const char *s);
/* For comparing headings and labels: narrowed, lower case, all spaces dropped. */
char *yk_text_key(struct yk_arena *a, const char *s);
bool yk_text_blank(const char *s);               /* NULL, empty or only spaces */
bool yk_text_same(const char *a, const char *b); /* both NULL counts as same */
/* Columns on a terminal or in a sheet: East Asian wide characters take two. */
int yk_text_width(const char *s);
/* Cut to at most `columns`, with "…" when something was left out. */
char *yk_text_cut(struct yk_arena *a, const char *s, int columns);
/* Edit distance of two words counted in code points, for «the most similar is». */
int yk_text_distance(const char *a, const char *b);
/* A text field that could be taken for a formula (= + - @ TAB CR or their full-width forms first).
 */
bool yk_text_formula_like(const char *s);
/* Bytes that are not valid UTF-8 or not allowed in XML become U+FFFD or vanish. */
char *yk_text_clean(struct yk_arena *a, const char *s);

#endif
