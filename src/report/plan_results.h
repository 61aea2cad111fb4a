/* plan_results.h - the columns of a plan that a manager fills in and sends back. Private to
 * src/report. */
#ifndef YOUKA_SRC_REPORT_PLAN_RESULTS_H
#define YOUKA_SRC_REPORT_PLAN_RESULTS_H

#include "words.h"

/* What stands in the hidden row above columns that are only to be read: loading passes them over
 * and knows a plan by them (src/survey/take/taker.h). */
#define YK_PLAN_READ_ONLY "plan."

enum { YK_RESULTS = 16 };
/* Columns named after the questions of the form «visit», in the order in which they are filled in.
 */
void yk_result_columns(struct yk_column out[YK_RESULTS], const struct yk_view *v);

#endif
