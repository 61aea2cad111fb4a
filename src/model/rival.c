/* rival.c - the words of competition. */
#include "youka/model/rival.h"

#include "youka/base/err.h"

const char *yk_holder_code(enum yk_holder h)
{
    static const char *const code[YK_HOLDERS] = {"ours", "station", "brand", "outside", "not_told"};

    if (h >= YK_HOLDERS)
        YK_BUG("no holder of litres has the number %d", (int)h);
    return code[h];
}

const char *yk_rival_why_code(enum yk_rival_why w)
{
    static const char *const code[YK_RIVAL_WHYS] = {"pull_weak", "pull_strong", "gap_small",
                                                    "gap_large", "discontent",  "content",
                                                    "ending",    "bound"};
    if (w >= YK_RIVAL_WHYS)
        YK_BUG("no reason for a stance has the number %d", (int)w);
    return code[w];
}
