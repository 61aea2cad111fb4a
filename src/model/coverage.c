/* coverage.c - the words of cells to walk. */
#include "youka/model/coverage.h"

#include <string.h>

static const char *const states[YK_AREA_STATES] = {
    [YK_AREA_NOT_YET] = "not_yet",   [YK_AREA_ONGOING] = "ongoing",
    [YK_AREA_DONE] = "done",         [YK_AREA_NO_ACCESS] = "no_access",
    [YK_AREA_NO_DOORS] = "no_doors", [YK_AREA_EXCLUDED] = "excluded",
};

const char *yk_cell_state_code(enum yk_cell_state state)
{
    return states[state];
}

bool yk_cell_state_read(enum yk_cell_state *out, const char *code)
{
    for (size_t i = 0; code && i < YK_AREA_STATES; i++)
        if (strcmp(states[i], code) == 0) {
            *out = (enum yk_cell_state)i;
            return true;
        }
    return false;
}
