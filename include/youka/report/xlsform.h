/* xlsform.h - a form's three sheets as the workbook that ODK Central, KoboToolbox and pyxform take.
 */
#ifndef YOUKA_REPORT_XLSFORM_H
#define YOUKA_REPORT_XLSFORM_H

#include "youka/base/rows.h"
#include "youka/base/sheet.h"

/* Adds the sheets survey, choices and settings, every cell as the text it is. What `rows` lend is
 * copied. `settings` may be NULL: the sheet is left out. */
void yk_report_xlsform(struct yk_sheets *out, const struct yk_rows *survey,
                       const struct yk_rows *choices, const struct yk_rows *settings);

#endif
