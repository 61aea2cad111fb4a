/* raw_main.c - raw_main DATABASE: every row of every table (raw.h). */
#include <stdio.h>
#include <stdlib.h>

#include "raw.h"

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    char *all = raw_dump(argv[1]);
    fputs(all, stdout);
    free(all);
    return 0;
}
