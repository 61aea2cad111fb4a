/* repeats.c - the repeat files that lie beside an ODK Central parent, found by name. */
#include "youka/intake/repeats.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>

const char *yk_repeat_path(struct yk_arena *a, const char *parent, const char *repeat)
{
    size_t n = strlen(parent);
    const char *ending = n > 4 && strcasecmp(parent + n - 4, ".csv") == 0 ? parent + n - 4 : "";
    const char *path =
        yk_arena_printf(a, "%.*s-%s%s", (int)(n - strlen(ending)), parent, repeat, ending);
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode) ? path : NULL;
}
