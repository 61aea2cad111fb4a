/* city_main.c - city_main MAP_DIR LABELS_DIR: writes the map of the sample's city and the addresses
 * to find on it. */
#include "sample.h"

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("city_main MAP_DIR LABELS_DIR\n", stderr);
        return 2;
    }
    return city_write(argv[1]) && labels_write(argv[2]) ? 0 : 1;
}
