/* repeats.h - the repeat files that lie beside an ODK Central parent, found by name. */
#ifndef YOUKA_INTAKE_REPEATS_H
#define YOUKA_INTAKE_REPEATS_H

#include "youka/base/arena.h"
#include "youka/base/err.h"

/* "x/form.csv" and "fleet" -> "x/form-fleet.csv" when such a file exists, else NULL. */
const char *yk_repeat_path(struct yk_arena *a, const char *parent, const char *repeat);

#endif
