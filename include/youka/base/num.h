/* num.h - numbers as people type them. */
#ifndef YOUKA_BASE_NUM_H
#define YOUKA_BASE_NUM_H

#include <stdbool.h>
#include <stddef.h>

enum yk_num_result {
    YK_NUM_OK,
    YK_NUM_VAGUE, /* 约30, 30多, 3-5, 几十: understood as an unsure number, refused with a hint */
    YK_NUM_BAD,   /* no number */
};

/* Full-width digits, thousands separators (1,234,567 and 1 234 567), 1.2万, 3千, 0.5亿, a sign,
 * an exponent and surrounding spaces are understood. Always finite. */
enum yk_num_result yk_num_read(double *out, const char *text);
/* The same of what most cells hold, without a second look: digits, a minus before them, a point
 * between them, at most fifteen. False: not of this kind, which says nothing of the others. */
bool yk_num_plain(double *out, const char *text);
/* Shortest decimal text that reads back as the same double ("12", "0.1"); "" for what is no
 * number (NaN, infinity). */
void yk_num_write(char out[32], double value);

#endif
