/* utf8.h - one character: checked UTF-8 (Unicode 15, table 3-7), full width to half. */
#ifndef YOUKA_SRC_BASE_UTF8_H
#define YOUKA_SRC_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* Length of the character that begins at s, 0 where none does. It reads only as far as the bytes
 * fit, so text ended by NUL needs no other bound: pass n = 4. */
static inline size_t utf8_length(const unsigned char *s, size_t n)
{
    if (n == 0)
        return 0;
    if (s[0] < 0x80)
        return 1;
    size_t want = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
    if (s[0] < 0xC2 || s[0] > 0xF4 || n < want)
        return 0;
    unsigned char low = s[0] == 0xE0 ? 0xA0 : s[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = s[0] == 0xED ? 0x9F : s[0] == 0xF4 ? 0x8F : 0xBF;
    if (s[1] < low || s[1] > high)
        return 0;
    for (size_t i = 2; i < want; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    return want;
}

/* Full-width ASCII and the ideographic space. */
static inline uint32_t half_width(uint32_t cp)
{
    if (cp >= 0xFF01 && cp <= 0xFF5E)
        return cp - 0xFEE0;
    return cp == 0x3000 ? ' ' : cp;
}

#endif
