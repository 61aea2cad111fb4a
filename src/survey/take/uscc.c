/* uscc.c - folding and checking credit codes. */
#include "youka/survey/uscc.h"

#include <string.h>

#include "youka/base/text.h"

enum { USCC = 18, ORGANISATION = 9, OLD_REGISTRATION = 15 };

const char *yk_uscc_fold(struct yk_arena *a, const char *typed)
{
    char *code = yk_text_key(a, typed);
    size_t n = strlen(code);
    for (char *c = code; *c; c++) {
        if (*c >= 'a' && *c <= 'z')
            *c = (char)(*c - 'a' + 'A');
        if (n == USCC || n == OLD_REGISTRATION)
            *c = *c == 'O' ? '0' : *c == 'I' ? '1' : *c;
    }
    return code;
}

/* Place of c in the alphabet, or -1. */
static int digit_of(const char *alphabet, char c)
{
    const char *at = c ? strchr(alphabet, c) : NULL;
    return at ? (int)(at - alphabet) : -1;
}

/* GB 11714: 11 - sum mod 11 of eight weighted characters; 10 is X, 11 is 0. */
static bool organisation_checks(const char *eight, char check)
{
    static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const int weight[8] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 8; i++) {
        int digit = digit_of(alphabet, eight[i]);
        if (digit < 0)
            return false;
        sum += digit * weight[i];
    }
    return check == "0X987654321"[sum % 11];
}

/* GB 32100: (31 - sum mod 31) mod 31 of seventeen characters, weights 3^(i-1) mod 31. */
static bool whole_checks(const char *code)
{
    static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    int sum = 0;
    for (int i = 0, weight = 1; i < USCC - 1; i++, weight = weight * 3 % 31) {
        int digit = digit_of(alphabet, code[i]);
        if (digit < 0)
            return false;
        sum += digit * weight;
    }
    return code[USCC - 1] == alphabet[(31 - sum % 31) % 31];
}

bool yk_uscc_checks(const char *code)
{
    size_t n = strlen(code);
    if (n == USCC)
        return whole_checks(code) && organisation_checks(code + 8, code[16]);
    if (n == ORGANISATION)
        return organisation_checks(code, code[8]);
    if (n == ORGANISATION + 1 && code[8] == '-')
        return organisation_checks(code, code[9]);
    return n == OLD_REGISTRATION;
}
