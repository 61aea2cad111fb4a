/* err.c - the one sentence a failed call leaves behind. */
#include "youka/base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A cut in the middle of a UTF-8 sequence would show as a broken glyph. */
static void mend_tail(char *s)
{
    size_t n = strlen(s), back = 0;
    while (back < n && back < 4 && ((unsigned char)s[n - 1 - back] & 0xC0) == 0x80)
        back++;
    if (back >= n)
        return;
    unsigned char lead = (unsigned char)s[n - 1 - back];
    size_t want = lead < 0x80 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (back != want)
        s[n - 1 - back] = '\0';
}

yk_code yk_fail(struct yk_err *err, yk_code code, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(err->text, sizeof err->text, fmt, ap);
    va_end(ap);
    mend_tail(err->text);
    err->code = code;
    return code;
}

yk_code yk_while(struct yk_err *err, const char *fmt, ...)
{
    char was[sizeof err->text];
    memcpy(was, err->text, sizeof was);
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(err->text, sizeof err->text, fmt, ap);
    va_end(ap);
    if (n > 0 && (size_t)n < sizeof err->text)
        snprintf(err->text + n, sizeof err->text - (size_t)n, ": %s", was);
    mend_tail(err->text);
    return err->code;
}

_Noreturn void yk_bug(const char *file, int line, const char *fmt, ...)
{
    va_list ap;
    fprintf(stderr, "youka: internal error at %s:%d: ", file, line);
    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    fputc('\n', stderr);
    abort();
}

/* stderr is unbuffered: nothing here asks for memory. */
_Noreturn void yk_no_memory(void)
{
    fputs("youka: out of memory / 内存不足\n", stderr);
    _exit(1);
}
