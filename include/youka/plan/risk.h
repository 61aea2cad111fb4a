/* risk.h - what may go wrong with a client, red, amber or green (planning.md, «Risk»).
 *
 * What the surveyor named is amber; these make it red: credit with a settlement a month or more
 * later, or a client that asks for credit · a relocation named, or a project that ends within
 * risk_relocate_days · electric vehicles for risk_nev_red of the fleet (amber from risk_nev_amber)
 * · cashing out · a tank of its own whose safety was doubted. Amber of themselves: a tank of its
 * own, a public buyer that must tender, more than risk_concentration of the station's litres. */
#ifndef YOUKA_PLAN_RISK_H
#define YOUKA_PLAN_RISK_H

#include "youka/model/plan.h"

/* share: of the station's litres that the client holds. */
void yk_risk_levels(enum yk_risk_level out[YK_RISKS], const struct yk_answers *answers,
                    const struct yk_estimate *e, double share, const struct yk_rules *rules,
                    yk_day today);

#endif
