/* lines.c - the lines of a row's repeats: gathered, checked, put out. */
#include <string.h>

#include "taker.h"
#include "youka/base/say.h"

/* Full-width signs are typed as often as ASCII ones. */
static size_t sign_at(const char *s, char ascii, const char *wide)
{
    if (*s == ascii)
        return 1;
    size_t n = strlen(wide);
    return strncmp(s, wide, n) == 0 ? n : 0;
}

/* The next piece up to a sign, trimmed ("" when blank); *s moves past the sign, to NULL at the end.
 */
static const char *next_piece(struct yk_arena *a, const char **s, char ascii, const char *wide)
{
    const char *begin = *s, *end = begin;
    size_t sign = 0;
    while (*end && !(sign = sign_at(end, ascii, wide)))
        end++;
    *s = *end ? end + sign : NULL;
    return yk_text_trimmed(a, yk_arena_text(a, begin, (size_t)(end - begin)));
}

/* Slots are many times what is put out of them: they are gone with the row. */
static struct line *row_lines(struct yk_taker *t, const struct repeat *r, size_t count)
{
    struct line *line = YK_ARENA_ARRAY(&t->scratch, struct line, count);
    for (size_t i = 0; i < count; i++)
        line[i] = (struct line){.repeat = r,
                                .slot = YK_ARENA_ARRAY(&t->scratch, struct slot, r->end - r->first),
                                .file = t->option.file,
                                .line = t->now.line,
                                .row = t->now.index};
    return line;
}

/* "车型*数量(辆)*油品" */
static const char *pattern_of(const struct yk_taker *t, const struct repeat *r)
{
    struct yk_buf text = {0};
    for (size_t i = 0; i < r->parts; i++)
        yk_buf_printf(&text, "%s%s", i ? "*" : "",
                      t->form->field[r->packed[i]].label[t->option.lang]);
    const char *pattern = yk_arena_copy(t->now.arena, text.text ? text.text : "");
    yk_buf_release(&text);
    return pattern;
}

/* "heavy_truck*15*d0" into the slots of a line; false when nothing was in it. */
static bool unpack_line(struct yk_taker *t, struct line *line, const char *packed,
                        const char *heading)
{
    struct yk_arena *a = t->now.arena;
    const struct repeat *r = line->repeat;
    const char *rest = packed;
    bool answered = false;
    for (size_t i = 0; rest; i++) {
        const char *piece = next_piece(a, &rest, '*', "＊");
        if (!*piece)
            continue;
        if (i >= r->parts) {
            yk_take_refuse(t, heading, packed,
                           yk_arena_printf(a, _("a line here has at most %zu parts"), r->parts),
                           yk_arena_printf(a, _("write each line as %s, and ; between lines"),
                                           pattern_of(t, r)));
            return false;
        }
        struct slot *s = &line->slot[r->packed[i] - r->first];
        s->raw = piece;
        s->heading = heading;
        answered = true;
    }
    return answered;
}

/* "heavy_truck*15*d0; car*8*g92" */
static struct line *unpack(struct yk_taker *t, const struct repeat *r, size_t *count)
{
    struct slot *summary = &t->now.slot[r->summary];
    size_t most = 1;
    for (const char *c = summary->raw; *c; c++)
        most += sign_at(c, ';', "；") > 0;
    struct line *line = row_lines(t, r, most);
    *count = 0;
    for (const char *rest = summary->raw; rest;) {
        const char *packed = next_piece(t->now.arena, &rest, ';', "；");
        *count += unpack_line(t, &line[*count], packed, summary->heading);
    }
    return line;
}

static bool has_flat(const struct yk_taker *t, const struct repeat *r)
{
    for (size_t i = r->first; i < r->end; i++)
        if (i != r->line && !slot_blank(&t->now.slot[i]))
            return true;
    return false;
}

static void read_line(struct yk_taker *t, struct line *line)
{
    for (size_t i = line->repeat->first; i < line->repeat->end; i++) {
        struct slot *s = &line->slot[i - line->repeat->first];
        if (!slot_blank(s))
            yk_take_value(t, &t->form->field[i], s);
    }
}

/* Columns of a first line beside a packed cell: they add to the first packed line where they do not
 * contradict it. */
static void merge_flat(struct yk_taker *t, struct line *first, struct line *flat)
{
    const struct repeat *r = first->repeat;
    for (size_t i = 0; i < r->end - r->first; i++) {
        const struct slot *a = &first->slot[i], *b = &flat->slot[i];
        if (a->text && b->text && strcmp(a->text, b->text) != 0) {
            yk_take_flag(t, "contradiction", r->name);
            return;
        }
    }
    for (size_t i = 0; i < r->end - r->first; i++)
        if (slot_blank(&first->slot[i]))
            first->slot[i] = flat->slot[i];
}

static struct line *flat_line(struct yk_taker *t, const struct repeat *r)
{
    struct line *line = row_lines(t, r, 1);
    memcpy(line->slot, &t->now.slot[r->first], (r->end - r->first) * sizeof *line->slot);
    read_line(t, line);
    return line;
}

/* A file of its own knows most, then the packed cell, then the first line's columns in the row. */
static struct line *gather(struct yk_taker *t, const struct repeat *r, size_t *count, bool *own)
{
    struct line *line = yk_take_own_lines(t, r, count);
    *own = *count > 0;
    if (*count == 0 && r->summary != NOWHERE && t->now.slot[r->summary].raw)
        line = unpack(t, r, count);
    for (size_t i = 0; i < *count; i++)
        read_line(t, &line[i]);
    if (*own || !has_flat(t, r))
        return line;
    struct line *flat = flat_line(t, r);
    if (*count == 0) {
        *count = 1;
        return flat;
    }
    merge_flat(t, line, flat);
    return line;
}

/* Every cell that cannot be taken; true when there is none. */
static bool check_line(struct yk_taker *t, struct line *line)
{
    const struct repeat *r = line->repeat;
    size_t before = t->rejects;
    for (size_t i = r->first; i < r->end; i++) {
        const struct yk_field *f = &t->form->field[i];
        const struct slot *s = &line->slot[i - r->first];
        yk_take_check(t, i, line);
        if (s->reason && !s->irrelevant)
            yk_take_reject(t, &(struct yk_reject){.file = line->file,
                                                  .heading = s->heading ? s->heading
                                                                        : f->label[t->option.lang],
                                                  .value = yk_take_shown(s),
                                                  .reason = s->reason,
                                                  .hint = s->hint,
                                                  .line = line->line,
                                                  .row = line->row});
    }
    return t->rejects == before;
}

static void put_line(struct yk_taker *t, struct yk_answer_line *out, const struct line *line,
                     size_t number)
{
    const struct repeat *r = line->repeat;
    struct yk_arena *a = t->now.arena;
    struct yk_answers kept = {
        .answer = YK_ARENA_ARRAY(&t->scratch, struct yk_answer, r->end - r->first + line->extras)};
    for (size_t i = r->first; i < r->end; i++) {
        const struct yk_field *f = &t->form->field[i];
        const struct slot *s = &line->slot[i - r->first];
        const char *text = s->text ? s->text : s->raw;
        if (!text || i == r->line)
            continue;
        const char *typed = yk_take_typed(s, text);
        if (s->irrelevant) {
            const char *code = yk_arena_printf(a, "%s[%zu]/%s", r->name, number, f->name);
            yk_take_flag(t, "irrelevant", code);
            yk_take_add(t, code, text, typed);
        } else {
            kept.answer[kept.count++] = (struct yk_answer){f->name, text, typed};
        }
    }
    for (size_t i = 0; i < line->extras; i++)
        kept.answer[kept.count++] = line->extra[i];
    yk_answers_sort(&kept);
    *out = (struct yk_answer_line){YK_ARENA_ARRAY(a, struct yk_answer, kept.count), kept.count};
    if (kept.count)
        memcpy(out->answer, kept.answer, kept.count * sizeof *kept.answer);
}

static const char *label_of(const struct yk_taker *t, const struct repeat *r)
{
    for (size_t g = 0; g < t->form->groups; g++)
        if (!strcmp(t->form->group[g].name, r->name))
            return t->form->group[g].label[t->option.lang];
    return r->name;
}

static void refuse_parent(struct yk_taker *t, const struct repeat *r, const struct line *bad)
{
    const char *heading = label_of(t, r);
    if (r->summary != NOWHERE && t->heading_of[r->summary])
        heading = t->heading_of[r->summary];
    yk_take_refuse(t, heading, "",
                   yk_arena_printf(t->now.arena,
                                   _("line %zu of %s belongs to this row and was refused"),
                                   bad->line, bad->file),
                   _("correct that line and load both again"));
}

static void take_repeat(struct yk_taker *t, const struct repeat *r, struct yk_repeat *out)
{
    size_t count;
    bool own;
    struct line *line = gather(t, r, &count, &own);
    out->code = r->name;
    out->line = YK_ARENA_ARRAY(t->now.arena, struct yk_answer_line, count);
    for (size_t i = 0; i < count; i++) {
        if (!check_line(t, &line[i])) {
            if (own)
                refuse_parent(t, r, &line[i]);
            continue;
        }
        put_line(t, &out->line[out->count], &line[i], i + 1);
        out->count += out->line[out->count].count > 0;
    }
}

static bool has_lines(const struct yk_taker *t, const struct repeat *r)
{
    return yk_take_own_line(t) != NOWHERE ||
           (r->summary != NOWHERE && t->now.slot[r->summary].raw) || has_flat(t, r);
}

void yk_take_repeats(struct yk_taker *t, struct yk_answers *out)
{
    out->repeat = YK_ARENA_ARRAY(t->now.arena, struct yk_repeat, t->repeats);
    for (size_t i = 0; i < t->repeats; i++) {
        if (!has_lines(t, &t->repeat[i]))
            continue;
        take_repeat(t, &t->repeat[i], &out->repeat[out->repeats]);
        out->repeats += out->repeat[out->repeats].count > 0;
    }
}
