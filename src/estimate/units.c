/* units.c - told amounts: into litres, and how rounded they are. */
#include "youka/estimate/units.h"

#include <math.h>
#include <string.h>

double yk_litres(double amount, const char *unit, double density_kg_l, double price_yuan_l)
{
    if (strcmp(unit, "t") == 0)
        return amount * 1000 / density_kg_l;
    if (strcmp(unit, "cny") == 0)
        return amount / price_yuan_l;
    return amount;
}

double yk_heap_var(double declared)
{
    if (!(declared >= 1 && declared <= 1e15) || declared != floor(declared))
        return 0;
    double g = 1;
    while (fmod(declared, g * 10) == 0)
        g *= 10;
    return g == 1 ? 0 : (g / declared) * (g / declared) / 12;
}
