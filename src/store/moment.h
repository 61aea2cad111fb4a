/* moment.h - times that order what was said, even where the clock does not. */
#ifndef YOUKA_STORE_MOMENT_H
#define YOUKA_STORE_MOMENT_H

struct yk_moment {
    char text[64];
};

/* `now` (ISO-8601 UTC; NULL for `last`: nothing was before), or, where it does not come after
 * `last`, the second that follows `last`: what is said later must count, though the clock stands
 * (--today) or was set back. */
struct yk_moment yk_moment_after(const char *last, const char *now);

#endif
