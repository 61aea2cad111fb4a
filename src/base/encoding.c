/* encoding.c - bytes in the encodings people send, to UTF-8. The only place where iconv is used. */
#include "youka/base/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"
#include "youka/base/say.h"

#define LONGEST 4 /* bytes of one character, in any of them */

struct yk_decoder {
    enum yk_encoding from;
    iconv_t cd;         /* unused for UTF-8, which is only checked */
    bool begun;         /* something was given out: a BOM can no longer come */
    char half[LONGEST]; /* a character whose end has not come yet */
    size_t held;
    unsigned long long at; /* bytes of the file before `half` */
};

const char *yk_encoding_name(enum yk_encoding e)
{
    switch (e) {
    case YK_ENC_UTF8:
        return "UTF-8";
    case YK_ENC_UTF8_BOM:
        return "UTF-8 BOM";
    case YK_ENC_GB18030:
        return "GB18030";
    case YK_ENC_UTF16LE:
        return "UTF-16LE";
    }
    YK_BUG("encoding %d", (int)e);
}

/* Eight bytes at a time while they are ASCII. */
static size_t ascii_prefix(const char *s, size_t n)
{
    size_t i = 0;
    for (uint64_t word; n - i >= sizeof word; i += sizeof word) {
        memcpy(&word, s + i, sizeof word);
        if (word & 0x8080808080808080u)
            break;
    }
    while (i < n && !(s[i] & 0x80))
        i++;
    return i;
}

/* A common Chinese character: three bytes, with a lead that allows any second byte. */
static bool plain_three(const unsigned char *s)
{
    return s[0] > 0xE0 && s[0] < 0xF0 && s[0] != 0xED && (s[1] & 0xC0) == 0x80 &&
           (s[2] & 0xC0) == 0x80;
}

size_t yk_utf8_valid(const char *bytes, size_t n)
{
    const unsigned char *s = (const unsigned char *)bytes;
    size_t i = 0;
    for (;;) {
        i += ascii_prefix(bytes + i, n - i);
        while (n - i >= 3 && plain_three(s + i))
            i += 3;
        if (i == n)
            return n;
        size_t one = utf8_length(s + i, n - i);
        if (!one)
            return i;
        i += one;
    }
}

yk_code yk_decoder_new(struct yk_decoder **out, enum yk_encoding from, struct yk_err *err)
{
    struct yk_decoder *d = yk_alloc(sizeof *d);
    d->from = from;
    if (from == YK_ENC_GB18030 || from == YK_ENC_UTF16LE) {
        d->cd = iconv_open("UTF-8", yk_encoding_name(from));
        if (d->cd == (iconv_t)-1) {
            free(d);
            return yk_fail(err, YK_E_IO,
                           _("this system cannot read %s; install glibc's gconv modules"),
                           yk_encoding_name(from));
        }
    }
    *out = d;
    return YK_OK;
}

void yk_decoder_free(struct yk_decoder *d)
{
    if (!d)
        return;
    if (d->from == YK_ENC_GB18030 || d->from == YK_ENC_UTF16LE)
        iconv_close(d->cd);
    free(d);
}

static void give(struct yk_decoder *d, struct yk_buf *to, const char *utf8, size_t n)
{
    if (!d->begun && n >= 3 && memcmp(utf8, "\xEF\xBB\xBF", 3) == 0) {
        utf8 += 3;
        n -= 3;
    }
    d->begun = d->begun || n;
    yk_buf_add(to, utf8, n);
}

/* How far the bytes could be turned: all whole characters before the first that is broken or cut.
 */
static size_t turn(struct yk_decoder *d, struct yk_buf *to, const char *bytes, size_t n)
{
    if (d->from == YK_ENC_UTF8 || d->from == YK_ENC_UTF8_BOM) {
        size_t good = yk_utf8_valid(bytes, n);
        give(d, to, bytes, good);
        return good;
    }
    char *in = (char *)bytes; /* iconv does not write there */
    size_t left = n;
    for (;;) {
        char chunk[16384], *p = chunk;
        size_t room = sizeof chunk;
        size_t rc = iconv(d->cd, &in, &left, &p, &room);
        bool full = rc == (size_t)-1 && errno == E2BIG;
        give(d, to, chunk, (size_t)(p - chunk));
        if (!full)
            return n - left;
    }
}

/* Could `n` bytes be the beginning of a character? */
static bool may_be_half(const struct yk_decoder *d, const char *bytes, size_t n)
{
    const unsigned char *s = (const unsigned char *)bytes;
    if (n >= LONGEST)
        return false;
    if (d->from == YK_ENC_UTF16LE)
        return n == 1 || (s[1] & 0xFC) == 0xD8;
    if (d->from == YK_ENC_GB18030)
        return s[0] > 0x80 && s[0] < 0xFF && (n == 1 || (s[1] >= 0x30 && s[1] <= 0x39)) &&
               (n < 3 || (s[2] > 0x80 && s[2] < 0xFF));
    static const unsigned char tail[] = {0x80, 0xBF}; /* one of them fits every cut lead */
    for (size_t i = 0; i < 2; i++) {
        unsigned char whole[LONGEST];
        memset(whole, tail[i], sizeof whole);
        memcpy(whole, s, n);
        if (utf8_length(whole, LONGEST) > n)
            return true;
    }
    return false;
}

static yk_code broken(const struct yk_decoder *d, struct yk_err *err)
{
    return yk_fail(err, YK_E_DATA, _("a cut or damaged %s character at byte %llu"),
                   yk_encoding_name(d->from), d->at);
}

/* Joins the held bytes with as many of the new ones as end the character. */
static yk_code finish_half(struct yk_decoder *d, struct yk_buf *to, const char **bytes, size_t *n,
                           struct yk_err *err)
{
    while (d->held && *n) {
        d->half[d->held++] = *(*bytes)++;
        (*n)--;
        if (turn(d, to, d->half, d->held)) {
            d->at += d->held;
            d->held = 0;
        } else if (!may_be_half(d, d->half, d->held)) {
            return broken(d, err);
        }
    }
    return YK_OK;
}

yk_code yk_decoder_feed(struct yk_decoder *d, struct yk_buf *to, const char *bytes, size_t n,
                        bool last, struct yk_err *err)
{
    if (finish_half(d, to, &bytes, &n, err))
        return err->code;
    if (n) {
        size_t done = turn(d, to, bytes, n);
        d->at += done;
        if (done < n && !may_be_half(d, bytes + done, n - done))
            return broken(d, err);
        memcpy(d->half, bytes + done, n - done);
        d->held = n - done;
    }
    return last && d->held ? broken(d, err) : YK_OK;
}
