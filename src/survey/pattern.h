/* pattern.h - the regular expressions of regex(), over characters and not bytes. */
#ifndef YOUKA_SURVEY_PATTERN_H
#define YOUKA_SURVEY_PATTERN_H

#include <stdbool.h>

#include "youka/base/arena.h"
#include "youka/base/err.h"

struct yk_pattern;

/* The common part of Java's and POSIX' extended expressions, meant as the phone (Java) means it:
 * | ( ) (?: ) * + ? {n} {n,} {n,m} . ^ $ [a-z] [^a-z] \d \w \s \D \W \S \t \n \r and a backslash
 * before punctuation. Anything else is refused, never misread. Everything lies in the arena. */
YK_MUST yk_code yk_pattern_read(struct yk_pattern **out, const char *text, struct yk_arena *a,
                                struct yk_err *err);
/* The whole of `text` must match, as ODK has it. Time grows with pattern x text, never faster. */
bool yk_pattern_matches(const struct yk_pattern *p, const char *text);

#endif
