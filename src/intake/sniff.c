/* sniff.c - what a file is, judged by its first bytes. */
#include "sniff.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "youka/base/say.h"

#define HALF_MOST 3 /* bytes a character may lack its end after, in UTF-8 and GB18030 alike */

static bool begins(const char *bytes, size_t n, const char *with, size_t len)
{
    return n >= len && memcmp(bytes, with, len) == 0;
}

bool sniff_archive(const char *bytes, size_t n)
{
    return begins(bytes, n, "PK\3\4", 4) || begins(bytes, n, "PK\5\6", 4);
}

static bool is_old(const char *bytes, size_t n)
{
    return begins(bytes, n, "\xD0\xCF\x11\xE0", 4);
}

/* The folder of the compound file names its streams in UTF-16 (MS-CFB 2.6.1). */
static bool names_stream(int fd, const char *header, const char *name)
{
    enum { SECTORS_AT = 48, SHIFT_AT = 30, LOOKED_AT = 4096 };
    char folder[LOOKED_AT], wide[64];
    const unsigned char *h = (const unsigned char *)header + SECTORS_AT;
    uint32_t sector = h[0] | (uint32_t)h[1] << 8 | (uint32_t)h[2] << 16 | (uint32_t)h[3] << 24;
    int shift = header[SHIFT_AT] == 12 ? 12 : 9;
    ssize_t got = pread(fd, folder, sizeof folder, ((off_t)sector + 1) << shift);
    size_t n = 2 * strlen(name);
    for (size_t i = 0; i < n; i++)
        wide[i] = i % 2 ? '\0' : name[i / 2];
    for (ssize_t i = 0; i + (ssize_t)n <= got; i += 2)
        if (memcmp(folder + i, wide, n) == 0)
            return true;
    return false;
}

yk_code sniff_old_workbook(const char *name, int fd, const char *bytes, size_t n,
                           struct yk_err *err)
{
    if (!is_old(bytes, n))
        return YK_OK;
    if (n >= 512 && names_stream(fd, bytes, "EncryptedPackage"))
        return yk_fail(err, YK_E_DATA,
                       _("%s: the workbook is locked with a password; open it, take the password "
                         "off and save it"),
                       name);
    return yk_fail(err, YK_E_DATA,
                   _("%s: is an old .xls or .et workbook; open it in Excel or WPS and save it as "
                     ".xlsx first"),
                   name);
}

yk_code sniff_refused(const char *name, const char *bytes, size_t n, struct yk_err *err)
{
    if (sniff_archive(bytes, n) || is_old(bytes, n))
        return yk_fail(err, YK_E_DATA,
                       _("%s: is a workbook or an archive, not text; name the file itself, a "
                         "workbook cannot come through a pipe"),
                       name);
    if (begins(bytes, n, "\xFE\xFF", 2))
        return yk_fail(err, YK_E_DATA,
                       _("%s: is UTF-16 text with the high byte first; save it as \"CSV UTF-8\""),
                       name);
    return YK_OK;
}

bool sniff_mark(enum yk_encoding *out, const char *bytes, size_t n)
{
    if (begins(bytes, n, "\xEF\xBB\xBF", 3))
        *out = YK_ENC_UTF8_BOM;
    else if (begins(bytes, n, "\xFF\xFE", 2))
        *out = YK_ENC_UTF16LE;
    else
        return false;
    return true;
}

static size_t three_byte_characters(const char *utf8, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += ((unsigned char)utf8[i] & 0xF0) == 0xE0;
    return count;
}

bool sniff_encoding(enum yk_encoding *out, size_t *ascii, const char *bytes, size_t n, bool last)
{
    size_t plain = 0;
    while (plain < n && !((unsigned char)bytes[plain] & 0x80))
        plain++;
    *ascii = plain;
    if (!last && n - plain <= HALF_MOST)
        return false;
    size_t good = yk_utf8_valid(bytes, n);
    bool cut = !last && n - good <= HALF_MOST;
    /* Chinese is three bytes a character in UTF-8, and the common GB characters (lead B0-D7, trail
     * A1-FE) never look like that: after two of them a bad byte is damage, not another encoding. */
    bool damaged = three_byte_characters(bytes, good) >= 2;
    *out = good == n || (cut && good > plain) || damaged ? YK_ENC_UTF8 : YK_ENC_GB18030;
    return plain < n;
}

static size_t line_end(const char *text, size_t n, size_t at)
{
    while (at < n && text[at] != '\n' && text[at] != '\r')
        at++;
    return at;
}

/* "sep=;" alone on the first line, as Excel writes and reads it. */
static bool told(const char *text, size_t n, char *separator, size_t *skip)
{
    size_t end = line_end(text, n, 0);
    if (end != 5 || strncasecmp(text, "sep=", 4) != 0 || !strchr(",;\t", text[4]))
        return false;
    *separator = text[4];
    *skip = end + (end < n) + (end + 1 < n && text[end] == '\r' && text[end + 1] == '\n');
    return true;
}

char sniff_separator(const char *text, size_t n, size_t *skip)
{
    /* Commas stand in headings more often than semicolons, and tabs never do: so on a tie. */
    static const char candidates[] = "\t;,";
    size_t count[3] = {0};
    char separator;
    *skip = 0;
    if (told(text, n, &separator, skip))
        return separator;
    bool quoted = false, filled = false;
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '"')
            quoted = !quoted;
        if (!quoted && (text[i] == '\n' || text[i] == '\r')) {
            if (filled)
                break;
            memset(count, 0, sizeof count);
        }
        const char *found = quoted || !text[i] ? NULL : strchr(candidates, text[i]);
        if (found)
            count[found - candidates]++;
        filled = filled || (unsigned char)text[i] > ' ';
    }
    size_t best = 2;
    for (size_t i = 3; i-- > 0;)
        if (count[i] && count[i] >= count[best])
            best = i;
    return candidates[best];
}
