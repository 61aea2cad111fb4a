/* form_choices.c - the choices sheet of an XLSForm into a vocabulary. */
#include "form_choices.h"

#include <stdint.h>
#include <string.h>

#include "youka/base/say.h"

#define NONE SIZE_MAX

/* The choices sheet may mix its lists; in a vocabulary a list's choices stand together. */
struct list {
    size_t first, last; /* rows */
};
struct lists {
    struct list *list;
    size_t count;
    size_t *next; /* row -> next row of the same list */
    struct yk_map by_name;
};

static bool is_code(const char *s)
{
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");
    return n && !s[n];
}

static bool has_space(const char *s)
{
    while (*s) {
        uint32_t c = yk_utf8_next(&s);
        if (c == ' ' || c == 0x3000 || c == 0xA0 || (c >= '\t' && c <= '\r'))
            return true;
    }
    return false;
}

static yk_code check_choice(const struct sheet *s, size_t row, const struct yk_map *many)
{
    const char *list = yk_sheet_text(s, row, COL_LIST);
    if (!is_code(list))
        return yk_sheet_refuse(s, row, COL_LIST, _("a list's name is made of a-z, 0-9, _ . and -"));
    if (!is_code(yk_sheet_text(s, row, COL_NAME)))
        return yk_sheet_refuse(s, row, COL_NAME, _("a code is made of a-z, 0-9, _ . and -"));
    for (int lang = YK_ZH; lang <= YK_EN; lang++) {
        const char *label = yk_sheet_worded(s, row, COL_LABEL, lang);
        if (!*label)
            return yk_sheet_refuse(s, row, COL_LABEL, _("this choice has no label"));
        if (strchr(label, '/'))
            return yk_sheet_refuse(s, row, COL_LABEL, _("a label must not hold a /"));
    }
    if (yk_map_find(many, list, NULL) && has_space(yk_sheet_worded(s, row, COL_LABEL, YK_ZH)))
        return yk_sheet_refuse(s, row, COL_LABEL,
                               _("the Chinese labels of a multiple choice must not hold a space"));
    return YK_OK;
}

/* `words` maps "list/folded word" to the row that owns it: a code or label of another row is
 * refused. */
static yk_code own_words(struct yk_map *words, const struct sheet *s, size_t row)
{
    const enum column column[] = {COL_NAME, COL_LABEL, COL_LABEL};
    const char *word[] = {yk_sheet_text(s, row, COL_NAME),
                          yk_sheet_worded(s, row, COL_LABEL, YK_ZH),
                          yk_sheet_worded(s, row, COL_LABEL, YK_EN)};
    const char *list = yk_sheet_text(s, row, COL_LIST);
    for (size_t i = 0; i < 3; i++) {
        size_t owner;
        const char *key = yk_arena_printf(s->arena, "%s/%s", list, yk_text_key(s->arena, word[i]));
        if (yk_map_find(words, key, &owner) && owner != row)
            return yk_sheet_refuse(
                s, row, column[i],
                yk_arena_printf(s->arena,
                                _("«%s» is already a code or label of this list in row %zu"),
                                yk_text_cut(s->arena, word[i], 40), s->rows->line[owner]));
        yk_map_put(words, key, row);
    }
    return YK_OK;
}

static void chain(struct lists *l, const struct sheet *s, size_t row)
{
    const char *name = yk_sheet_text(s, row, COL_LIST);
    size_t at;
    l->next[row] = NONE;
    if (yk_map_find(&l->by_name, name, &at)) {
        l->next[l->list[at].last] = row;
        l->list[at].last = row;
        return;
    }
    yk_map_add(&l->by_name, name, l->count);
    l->list[l->count++] = (struct list){row, row};
}

static void add_choices(struct yk_vocabulary *out, const struct sheet *s, const struct lists *l)
{
    for (size_t i = 0; i < l->count; i++)
        for (size_t row = l->list[i].first; row != NONE; row = l->next[row])
            yk_vocabulary_add(out, s->arena,
                              &(struct yk_choice){
                                  .list = yk_sheet_text(s, l->list[i].first, COL_LIST),
                                  .code = yk_sheet_text(s, row, COL_NAME),
                                  .label = {yk_sheet_worded(s, row, COL_LABEL, YK_ZH),
                                            yk_sheet_worded(s, row, COL_LABEL, YK_EN)},
                              });
}

yk_code yk_choices_read(struct yk_vocabulary *out, const struct sheet *s, const struct yk_map *many)
{
    struct lists l = {.list = YK_ARENA_ARRAY(s->arena, struct list, s->rows->count),
                      .next = YK_ARENA_ARRAY(s->arena, size_t, s->rows->count)};
    struct yk_map words = {0};
    yk_code code = yk_sheet_must(s, COL_LIST);
    if (!code)
        code = yk_sheet_must(s, COL_NAME);
    for (size_t row = 0; !code && row < s->rows->count; row++) {
        if (yk_sheet_blank_row(s, row))
            continue;
        code = check_choice(s, row, many);
        if (!code)
            code = own_words(&words, s, row);
        if (!code)
            chain(&l, s, row);
    }
    if (!code)
        add_choices(out, s, &l);
    yk_map_release(&words);
    yk_map_release(&l.by_name);
    return code;
}
