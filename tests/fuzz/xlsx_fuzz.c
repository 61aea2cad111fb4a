/* xlsx_fuzz.c - any bytes as a workbook. What begins with "PK" is an archive; anything else is the
 * parts of one, so that changes reach the XML: each begins with a line "@name". */
#include "fuzz.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { MOST_PARTS = 16, LONGEST_NAME = 64 };

static void add_part(zip_t *zip, const char *begin, const char *end)
{
    char name[LONGEST_NAME];
    const char *line = memchr(begin, '\n', (size_t)(end - begin));
    size_t n = line ? (size_t)(line - begin) : 0;
    if (n == 0 || n >= sizeof name)
        return;
    memcpy(name, begin, n);
    name[n] = '\0';
    zip_source_t *text = zip_source_buffer(zip, line + 1, (zip_uint64_t)(end - line - 1), 0);
    zip_int64_t at = zip_file_add(zip, name, text, ZIP_FL_ENC_UTF_8);
    if (at < 0)
        zip_source_free(text);
    else
        zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE, 0);
}

static void add_parts(zip_t *zip, const char *s, const char *end)
{
    for (int i = 0; i < MOST_PARTS && s < end; i++) {
        const char *next = s + 1;
        while (next < end && !(*next == '@' && next[-1] == '\n'))
            next++;
        if (*s == '@')
            add_part(zip, s + 1, next);
        s = next;
    }
}

/* An archive in memory, which the caller frees; NULL where there is no part to put in. */
static void *pack(const char *s, size_t n, size_t *size)
{
    zip_stat_t stat;
    zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_source_keep(to);
    zip_t *zip = zip_open_from_source(to, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    add_parts(zip, s, s + n);
    bool empty = zip_get_num_entries(zip, 0) == 0;
    if (zip_close(zip))
        abort();
    if (empty) {
        zip_source_free(to);
        return NULL;
    }
    if (zip_source_open(to) || zip_source_stat(to, &stat))
        abort();
    void *bytes = malloc(stat.size + 1);
    if (!bytes || zip_source_read(to, bytes, stat.size) != (zip_int64_t)stat.size)
        abort();
    zip_source_close(to);
    zip_source_free(to);
    *size = stat.size;
    return bytes;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    if (n > 2 && memcmp(bytes, "PK", 2) == 0) {
        fuzz_read(bytes, n);
    } else if (n > 8 && *bytes == '@') {
        size_t size = 0;
        void *packed = pack((const char *)bytes, n, &size);
        if (packed)
            fuzz_read(packed, size);
        free(packed);
    }
    return 0;
}
