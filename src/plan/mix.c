/* mix.c - what an estimate's litres are of. */
#include "youka/plan/mix.h"

#include <string.h>

struct yk_mix yk_mix_of(const struct yk_estimate *e, const struct yk_rules *rules)
{
    struct yk_mix m = {0};
    double litres = 0;

    for (size_t i = 0; i < rules->fuels && i < YK_GRADES; i++) {
        const struct yk_fuel_prior *f = &rules->fuel[i];
        bool diesel = strcmp(f->family, "diesel") == 0;
        double l = e->grade[i].mean, t = l * f->density_kg_l / 1000;
        *(diesel ? &m.diesel_l : &m.gasoline_l) += l;
        *(diesel ? &m.diesel_t : &m.gasoline_t) += t;
        litres += l;
        m.price_yuan_l += l * f->price_yuan_l;
        m.margin_yuan_l += l * f->margin_yuan_l;
        m.density_kg_l += l * f->density_kg_l;
    }
    if (!(litres > 0))
        return (struct yk_mix){0};
    m.price_yuan_l /= litres;
    m.margin_yuan_l /= litres;
    m.density_kg_l /= litres;
    return m;
}
