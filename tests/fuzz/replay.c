/* replay.c - every file of a target's kept corpus once more, without libFuzzer. The program is
 * called NAME_replay; its corpus is tests/fuzz/corpus/NAME. TAP. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

enum { LARGEST = 1 << 20 };

static void replay(const char *path)
{
    FILE *f = fopen(path, "rb");
    unsigned char *bytes = malloc(LARGEST);
    if (!f || !bytes)
        abort();
    LLVMFuzzerTestOneInput(bytes, fread(bytes, 1, LARGEST, f));
    free(bytes);
    fclose(f);
}

int main(int argc, char **argv)
{
    char folder[256];
    struct dirent **file;
    const char *slash = argc ? strrchr(argv[0], '/') : NULL;
    const char *own = slash ? slash + 1 : argv[0];
    snprintf(folder, sizeof folder, "tests/fuzz/corpus/%.*s", (int)strcspn(own, "_"), own);
    int count = scandir(folder, &file, NULL, alphasort), told = 0;
    for (int i = 0; i < count; i++) {
        char path[768];
        snprintf(path, sizeof path, "%s/%s", folder, file[i]->d_name);
        if (file[i]->d_name[0] != '.') {
            replay(path);
            printf("ok %d - %s\n", ++told, path);
        }
        free(file[i]);
    }
    free(file);
    printf("1..%d\n", told);
    return told ? 0 : 1;
}
