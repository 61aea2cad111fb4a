/* place.c - where the program's own files are: beside it in the source tree, or installed. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

/* Looks for `suffix` in the program's folder and its parents, first as it stands, then under
 * share/. */
static const char *search(struct yk_arena *a, const char *suffix)
{
    char path[4096];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
    if (n <= 0)
        return NULL;
    path[n] = '\0';
    static const char *const under[] = {"", "/share/youka", "/share"};
    for (char *slash; (slash = strrchr(path, '/'));) {
        *slash = '\0';
        for (size_t i = 0; i < sizeof under / sizeof *under; i++)
            if (!access(yk_arena_printf(a, "%s%s/%s", path, under[i], suffix), R_OK))
                return yk_arena_printf(a, "%s%s", path, under[i]);
    }
    return NULL;
}

const char *place_of_data(struct yk_arena *a)
{
    const char *said = getenv("YOUKA_DATA");
    if (said && *said)
        return said;
    const char *found = search(a, "survey-forms/client_survey/survey.csv");
    return found ? found : "."; /* without /proc: the folder one stands in */
}

const char *place_of_catalogues(struct yk_arena *a)
{
    const char *found = search(a, "locale/zh_CN/LC_MESSAGES/youka.mo");
    return found ? yk_arena_printf(a, "%s/locale", found) : "/usr/share/locale";
}
