/* err.h - how a call fails, and what it says about it. */
#ifndef YOUKA_BASE_ERR_H
#define YOUKA_BASE_ERR_H

#define YK_MUST __attribute__((warn_unused_result))
#define YK_PRINTF(f, a) __attribute__((format(printf, f, a)))

typedef enum yk_code {
    YK_OK = 0,
    YK_E_USAGE, /* the caller asked for something that cannot be asked */
    YK_E_DATA,  /* the input is wrong; the user can mend it */
    YK_E_FOUND, /* no such thing */
    YK_E_IO,    /* a file or the disk */
    YK_E_STORE, /* the database refused */
} yk_code;

/* Filled by the callee that first notices; untouched on success. */
struct yk_err {
    yk_code code;
    char text[480]; /* UTF-8, one line, no full stop */
};

/* Writes the message and returns the code: `return yk_fail(err, YK_E_IO, ...);` */
yk_code yk_fail(struct yk_err *err, yk_code code, const char *fmt, ...) YK_PRINTF(3, 4);

/* Prefixes the message with what the caller was doing; returns err->code. */
yk_code yk_while(struct yk_err *err, const char *fmt, ...) YK_PRINTF(2, 3);

/* Our own mistake: prints where and what, and aborts. */
_Noreturn void yk_bug(const char *file, int line, const char *fmt, ...) YK_PRINTF(3, 4);
#define YK_BUG(...) yk_bug(__FILE__, __LINE__, __VA_ARGS__)

/* No memory: one sentence on stderr and exit status 1, without a signal; an open transaction is
 * undone by the database at its next opening. */
_Noreturn void yk_no_memory(void);

#endif
