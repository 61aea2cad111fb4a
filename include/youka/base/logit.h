/* logit.h - chances on the scale on which reasons add up. */
#ifndef YOUKA_BASE_LOGIT_H
#define YOUKA_BASE_LOGIT_H

double yk_logistic(double x);
double yk_logit(double p); /* finite: p is kept 1e-12 away from 0 and 1 */

#endif
