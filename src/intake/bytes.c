/* bytes.c - the bytes of a file or of a text in memory, a chunk at a time. */
#include "bytes.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "youka/base/file.h"
#include "youka/base/say.h"

yk_code bytes_open(struct bytes *b, const char *path, struct yk_err *err)
{
    int fd;
    if (yk_file_open(&fd, path, err))
        return err->code;
    long long size = yk_file_size(fd);
    *b = (struct bytes){.fd = fd, .total = size > 0 ? (unsigned long long)size : 0};
    return YK_OK;
}

void bytes_open_text(struct bytes *b, const char *text)
{
    *b = (struct bytes){.fd = -1, .memory = text, .total = strlen(text)};
}

static ssize_t some(struct bytes *b, char *to, size_t n)
{
    if (b->fd >= 0)
        return read(b->fd, to, n);
    unsigned long long left = b->total - b->done;
    size_t take = left < n ? (size_t)left : n;
    memcpy(to, b->memory + b->done, take);
    return (ssize_t)take;
}

yk_code bytes_read(struct bytes *b, const char *name, char *to, size_t n, size_t *got,
                   struct yk_err *err)
{
    size_t have = 0;
    while (have < n) {
        ssize_t k = some(b, to + have, n - have);
        if (k < 0 && errno == EINTR)
            continue;
        if (k < 0)
            return yk_fail(err, YK_E_IO, _("%s: cannot be read: %s"), name, strerror(errno));
        if (k == 0)
            break;
        have += (size_t)k;
        b->done += (unsigned long long)k;
    }
    *got = have;
    return YK_OK;
}

void bytes_close(struct bytes *b)
{
    if (b->fd >= 0)
        close(b->fd);
    b->fd = -1;
}
