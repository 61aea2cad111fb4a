/* geocoded.c - the words of a climb. */
#include "youka/model/geocoded.h"

#include "youka/base/err.h"

const char *yk_outcome_code(enum yk_try_outcome outcome)
{
    switch (outcome) {
    case YK_TRY_FOUND:
        return "found";
    case YK_TRY_NOT_SAID:
        return "not_said";
    case YK_TRY_NO_ENTRY:
        return "no_entry";
    case YK_TRY_FAR:
        return "far";
    case YK_TRY_AMBIGUOUS:
        return "ambiguous";
    }
    YK_BUG("no outcome of a try has the number %d", (int)outcome);
}
