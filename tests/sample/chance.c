/* chance.c - the only dice of the sample: splitmix64 with integers, the same on every machine. */
#include "sample.h"

uint64_t chance_bits(struct chance *c)
{
    uint64_t z = c->state += 0x9e3779b97f4a7c15u;

    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

int chance_below(struct chance *c, int n)
{
    return (int)((chance_bits(c) >> 32) * (uint64_t)n >> 32);
}

int chance_between(struct chance *c, int low, int high)
{
    return low + chance_below(c, high - low + 1);
}

bool chance_percent(struct chance *c, int percent)
{
    return chance_below(c, 100) < percent;
}
