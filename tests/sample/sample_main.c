/* sample_main.c - sample_main FORM_DIR OUT_DIR: writes the invented survey. */
#include "sample.h"

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("sample_main FORM_DIR OUT_DIR\n", stderr);
        return 2;
    }
    return sample_write(argv[1], argv[2]) ? 0 : 1;
}
