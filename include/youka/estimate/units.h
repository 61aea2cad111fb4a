/* units.h - told amounts: into litres, and how rounded they are (estimation.md §2, §4.2). */
#ifndef YOUKA_ESTIMATE_UNITS_H
#define YOUKA_ESTIMATE_UNITS_H

/* Litres of a told amount. unit: l, t, cny; any other text counts as litres. */
double yk_litres(double amount, const char *unit, double density_kg_l, double price_yuan_l);

/* Variance of log that rounding adds to a number as declared: (g/x)^2/12 with g = 10^(trailing
 * zeros) when 1 <= x <= 1e15 is whole and ends in a zero, else 0. */
double yk_heap_var(double declared);

#endif
