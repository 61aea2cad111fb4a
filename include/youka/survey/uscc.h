/* uscc.h - 统一社会信用代码 (GB 32100-2015) and the organisation code inside it (GB 11714-1997). */
#ifndef YOUKA_SURVEY_USCC_H
#define YOUKA_SURVEY_USCC_H

#include <stdbool.h>

#include "youka/base/arena.h"

/* As people mean it: half-width, upper case, no spaces; in codes of 18 and 15 characters O is 0 and
 * I is 1 (their alphabets have neither letter). */
const char *yk_uscc_fold(struct yk_arena *a, const char *typed);
/* Whether the check characters of a folded code agree: both of an 18-character code, the one of a
 * 9-character organisation code (with or without its hyphen). A 15-digit number is taken as it is.
 */
bool yk_uscc_checks(const char *code);

#endif
