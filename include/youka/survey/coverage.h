/* coverage.h - what part of a trading area is still blank (survey.md, «Coverage»; estimation.md
 * §8). Cells come from the station's walk list; what its circle holds beyond them is divided into
 * squares of 500 m, the station in the middle of one. Expected doors come from the walk list, else
 * from the gazetteer's possible clients in the cell. A cell without an expectation is never done;
 * excluded, no_access and no_doors are a person's word and stand.
 * Doors count in the cell that they name (of a station's own doors), else in the one where they
 * lie; a station's own doors without a place count in no cell, but among its outcomes. */
#ifndef YOUKA_SURVEY_COVERAGE_H
#define YOUKA_SURVEY_COVERAGE_H

#include "youka/model/coverage.h"

/* Of one station. `place` belongs to the territory's doors (joined). Fails when PROJ does. Texts
 * are lent by the territory, arrays lie in the arena. */
YK_MUST yk_code yk_coverage_of(struct yk_coverage *out, const struct yk_territory *t,
                               const struct yk_place *place, size_t station, struct yk_arena *a,
                               struct yk_err *err);

/* For each entry an earlier one that is the same place (folded name, within 300 m), or SIZE_MAX. */
void yk_gazetteer_doubles(size_t *same_as, const struct yk_gazetteer_entry *entry, size_t count,
                          struct yk_arena *a);

/* Chapman's estimate of a population from two lists and what they have in common, with an 80 %
 * interval. Without a member of both lists it is finite, but wide. */
void yk_chapman(struct yk_missed *out, size_t first, size_t second, size_t both);
/* Chao1's lower bound (bias-corrected), from how many were seen at all, once, twice. */
double yk_chao1(size_t seen, size_t once, size_t twice);
/* P(at most `seen` doors) of a negative binomial with mean `expected` and alpha 2. */
double yk_too_few(double expected, size_t seen);

#endif
