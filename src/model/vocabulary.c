/* vocabulary.c - closed lists: code to label and back. */
#include "youka/model/vocabulary.h"

#include <stdlib.h>
#include <string.h>

/* Looks up "list/name"; what a long name costs is not spent on the usual short ones. */
static bool find(const struct yk_map *map, const char *list, const char *name, size_t *out)
{
    char key[256];
    size_t before = strlen(list), n = strlen(name);
    if (before + 1 + n < sizeof key) {
        memcpy(key, list, before);
        key[before] = '/';
        memcpy(key + before + 1, name, n + 1);
        return yk_map_find(map, key, out);
    }
    struct yk_arena arena = {0};
    bool found = yk_map_find(map, yk_arena_printf(&arena, "%s/%s", list, name), out);
    yk_arena_release(&arena);
    return found;
}

/* A label as it is written, and folded; the first choice of a label keeps it. */
static void add_label(struct yk_vocabulary *v, struct yk_arena *a, const char *list,
                      const char *label, size_t number)
{
    if (yk_text_blank(label))
        return;
    yk_map_add(&v->by_label, yk_arena_printf(a, "%s/%s", list, label), number);
    yk_map_add(&v->by_label, yk_arena_printf(a, "%s/%s", list, yk_text_key(a, label)), number);
}

void yk_vocabulary_add(struct yk_vocabulary *v, struct yk_arena *a, const struct yk_choice *choice)
{
    size_t number = v->count;
    if (!yk_map_add(&v->by_code, yk_arena_printf(a, "%s/%s", choice->list, choice->code), number))
        return;
    v->choice = yk_grow(v->choice, &v->room, number + 1, sizeof *v->choice);
    v->choice[v->count++] = *choice;
    yk_map_add(&v->by_list, choice->list, number);
    add_label(v, a, choice->list, choice->code, number);
    add_label(v, a, choice->list, choice->label[YK_ZH], number);
    add_label(v, a, choice->list, choice->label[YK_EN], number);
}

bool yk_vocabulary_has_list(const struct yk_vocabulary *v, const char *list)
{
    return yk_map_find(&v->by_list, list, NULL);
}

const struct yk_choice *yk_choice_of_code(const struct yk_vocabulary *v, const char *list,
                                          const char *code)
{
    size_t number;
    return find(&v->by_code, list, code, &number) ? &v->choice[number] : NULL;
}

const struct yk_choice *yk_choice_read(const struct yk_vocabulary *v, const char *list,
                                       const char *typed)
{
    size_t number;
    if (find(&v->by_code, list, typed, &number) || find(&v->by_label, list, typed, &number))
        return &v->choice[number];
    struct yk_arena arena = {0};
    bool found = find(&v->by_label, list, yk_text_key(&arena, typed), &number);
    yk_arena_release(&arena);
    return found ? &v->choice[number] : NULL;
}

const char *yk_label(const struct yk_vocabulary *v, const char *list, const char *code,
                     enum yk_lang lang)
{
    if (!code)
        return "";
    const struct yk_choice *choice = yk_choice_of_code(v, list, code);
    return choice && !yk_text_blank(choice->label[lang]) ? choice->label[lang] : code;
}

const char *yk_labels(const struct yk_vocabulary *v, struct yk_arena *a, const char *list,
                      const char *codes, enum yk_lang lang)
{
    struct yk_buf joined = {0};
    for (const char *s = codes; s && *s;) {
        size_t length = strcspn(s, " ");
        if (length > 0) {
            if (joined.len > 0)
                yk_buf_puts(&joined, lang == YK_ZH ? "、" : ", ");
            yk_buf_puts(&joined, yk_label(v, list, yk_arena_text(a, s, length), lang));
        }
        s += length;
        s += strspn(s, " ");
    }
    const char *text = yk_arena_text(a, joined.text, joined.len);
    yk_buf_release(&joined);
    return text;
}

void yk_vocabulary_release(struct yk_vocabulary *v)
{
    free(v->choice);
    yk_map_release(&v->by_code);
    yk_map_release(&v->by_label);
    yk_map_release(&v->by_list);
    *v = (struct yk_vocabulary){0};
}
