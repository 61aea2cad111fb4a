/* coverage_words.h - how coverage is told, on a sheet and on the screen. Private to src/report. */
#ifndef YOUKA_SRC_REPORT_COVERAGE_WORDS_H
#define YOUKA_SRC_REPORT_COVERAGE_WORDS_H

#include "words.h"

/* Still to be walked: neither done nor set aside by a person. */
bool yk_area_blank(const struct yk_area *area);
/* Nobody listed it, and nothing is known of it: only its place on the map says something. */
bool yk_area_unknown(const struct yk_area *area);
/* What to look at: overdue, oddly empty, why set aside. "" for nothing. */
const char *yk_word_area(const struct yk_view *v, const struct yk_area *area);
const char *yk_word_state(const struct yk_view *v, const struct yk_area *area);
enum yk_tone yk_tone_of_area(const struct yk_area *area);
/* How many clients there are in all, and how sure that is. */
const char *yk_word_missed(const struct yk_view *v, const struct yk_missed *m);

#endif
