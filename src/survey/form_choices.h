/* form_choices.h - the choices sheet of an XLSForm into a vocabulary. */
#ifndef YOUKA_SURVEY_FORM_CHOICES_H
#define YOUKA_SURVEY_FORM_CHOICES_H

#include "form_sheet.h"
#include "youka/survey/form.h"

/* Refuses what cannot be told apart when a file comes back: two equal codes or labels in a list, a
 * / in a label (Kobo's headings), and, in lists of multiple choices (`many` holds their names), a
 * space in a Chinese label (labels come back joined by spaces). */
YK_MUST yk_code yk_choices_read(struct yk_vocabulary *out, const struct sheet *s,
                                const struct yk_map *many);

#endif
