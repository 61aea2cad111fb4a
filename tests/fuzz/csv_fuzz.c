/* csv_fuzz.c - any bytes as a text of any encoding and separator. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    fuzz_read(bytes, n);
    return 0;
}
