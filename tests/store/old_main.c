/* old_main.c - old_main FILE VERSION [FROM]: takes FILE to an earlier VERSION of the schema; a new
 * file of version 1 or 2 gets the rows of the database FROM (old.h). */
#include <stdlib.h>

#include "old.h"

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    old_make(argv[1], (int)strtol(argv[2], NULL, 10));
    if (argc > 3)
        old_fill(argv[1], argv[3]);
    return 0;
}
