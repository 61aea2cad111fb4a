/* plan.c - the words of a plan. */
#include "youka/model/plan.h"

const char *yk_verdict_code(enum yk_verdict v)
{
    switch (v) {
    case YK_VERDICT_IN:
        return "in";
    case YK_VERDICT_EDGE:
        return "edge";
    case YK_VERDICT_OUT:
        return "out";
    case YK_VERDICT_UNKNOWN:
        return "unknown";
    }
    YK_BUG("no verdict has the number %d", (int)v);
}
