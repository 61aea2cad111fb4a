/* station_name.c - whether a client means a filling station by the name it gave. */
#include "station_name.h"

#include <string.h>

#include "youka/base/text.h"

#define LEAST_CHARACTERS 2

/* Every place of `word` in `text` is taken out. */
static void take_out(char *text, const char *word)
{
    size_t n = strlen(word);

    for (char *s; n > 0 && (s = strstr(text, word)) != NULL;)
        memmove(s, s + n, strlen(s + n) + 1);
}

static bool cut_end(char *text, const char *end)
{
    size_t n = strlen(text), cut = strlen(end);

    if (n <= cut || strcmp(text + n - cut, end) != 0)
        return false;
    text[n - cut] = '\0';
    return true;
}

struct yk_station_words yk_station_words(const struct yk_rules *rules, struct yk_arena *a)
{
    struct yk_station_words w = {.word = YK_ARENA_ARRAY(a, const char *, rules->osm_brands),
                                 .brand = YK_ARENA_ARRAY(a, const char *, rules->osm_brands),
                                 .count = rules->osm_brands};

    for (size_t i = 0; i < w.count; i++) {
        w.word[i] = yk_text_key(a, rules->osm_brand[i].word);
        w.brand[i] = rules->osm_brand[i].brand;
    }
    return w;
}

const char *yk_station_brand(const char *name, const struct yk_station_words *w, struct yk_arena *a)
{
    const char *key = yk_text_key(a, name);

    for (size_t i = 0; i < w->count; i++)
        if (*w->word[i] && strstr(key, w->word[i]))
            return w->brand[i];
    return "";
}

const char *yk_station_core(const char *name, const struct yk_station_words *w, struct yk_arena *a)
{
    static const char *const ends[] = {"加油站", "加油加气站", "油站", "站", "加油"};
    char *core = yk_text_key(a, name);

    for (size_t i = 0; i < w->count; i++)
        take_out(core, w->word[i]);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cut_end(core, ends[i]))
            break;
    return core;
}

bool yk_station_same(const char *core, const char *other)
{
    return (strstr(core, other) || strstr(other, core)) &&
           yk_utf8_count(core) >= LEAST_CHARACTERS && yk_utf8_count(other) >= LEAST_CHARACTERS;
}
