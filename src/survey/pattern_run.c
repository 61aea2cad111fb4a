/* pattern_run.c - a regular expression as a program, run as a set of states (Thompson 1968). */
#include <stdlib.h>
#include <string.h>

#include "pattern_tree.h"
#include "youka/base/text.h"

#define MOST_STEPS 2000 /* of a program; a{1,255} takes 509 */

enum step_kind { STEP_SET, STEP_BEGIN, STEP_END, STEP_JUMP, STEP_SPLIT, STEP_MATCH };
struct step {
    enum step_kind kind;
    const struct set *set;
    uint64_t ascii[2]; /* of the set, a bit a character */
    uint16_t to, other;
};
struct yk_pattern {
    struct step *step;
    size_t count;
};

/* --- from the tree to steps ------------------------------------------------------------------ */
/* Where the program is full, nothing more is written; the reader sees count > MOST_STEPS. */
static size_t emit_step(struct yk_pattern *p, struct step step)
{
    if (p->count > MOST_STEPS)
        return MOST_STEPS;
    if (p->count < MOST_STEPS)
        p->step[p->count] = step;
    return p->count++;
}

static void aim(struct yk_pattern *p, size_t at, size_t to, size_t other)
{
    if (at < MOST_STEPS) {
        p->step[at].to = (uint16_t)to;
        p->step[at].other = (uint16_t)other;
    }
}

static void emit(struct yk_pattern *p, const struct part *part);

static void emit_either(struct yk_pattern *p, const struct part *first)
{
    if (!first->next) {
        emit(p, first);
        return;
    }
    size_t last_jump = SIZE_MAX; /* jumps to the end, chained until it is known */
    for (const struct part *c = first; c; c = c->next) {
        if (!c->next) {
            emit(p, c);
            break;
        }
        size_t split = emit_step(p, (struct step){.kind = STEP_SPLIT});
        emit(p, c);
        size_t jump = emit_step(p, (struct step){.kind = STEP_JUMP});
        aim(p, jump, last_jump == SIZE_MAX ? MOST_STEPS : last_jump, 0);
        last_jump = jump;
        aim(p, split, split + 1, p->count);
    }
    while (last_jump < MOST_STEPS) {
        size_t before = p->step[last_jump].to;
        aim(p, last_jump, p->count, 0);
        last_jump = before;
    }
}

static void emit_times(struct yk_pattern *p, const struct part *part)
{
    for (uint32_t i = 0; i < part->least && p->count <= MOST_STEPS; i++) {
        size_t before = p->count;
        emit(p, part->first);
        if (p->count == before) /* ((){1000}){1000}: nothing, a million times */
            break;
    }
    if (part->most == YK_PATTERN_NO_LIMIT) {
        size_t split = emit_step(p, (struct step){.kind = STEP_SPLIT});
        emit(p, part->first);
        size_t jump = emit_step(p, (struct step){.kind = STEP_JUMP});
        aim(p, jump, split, 0);
        aim(p, split, split + 1, p->count);
        return;
    }
    for (uint32_t i = part->least; i < part->most && p->count <= MOST_STEPS; i++) {
        size_t split = emit_step(p, (struct step){.kind = STEP_SPLIT});
        emit(p, part->first);
        aim(p, split, split + 1, p->count); /* a skipped one skips the rest one by one */
    }
}

static void emit(struct yk_pattern *p, const struct part *part)
{
    if (p->count > MOST_STEPS)
        return;
    switch (part->kind) {
    case PART_SET:
        emit_step(p, (struct step){.kind = STEP_SET, .set = part->set});
        break;
    case PART_BEGIN:
    case PART_END:
        emit_step(p, (struct step){.kind = part->kind == PART_BEGIN ? STEP_BEGIN : STEP_END});
        break;
    case PART_ROW:
        for (const struct part *c = part->first; c; c = c->next)
            emit(p, c);
        break;
    case PART_EITHER:
        emit_either(p, part->first);
        break;
    case PART_TIMES:
        emit_times(p, part);
        break;
    }
}

static bool in_ranges(const struct set *set, uint32_t c)
{
    for (const struct range *r = set->range; r; r = r->next)
        if (c >= r->from && c <= r->to)
            return !set->but;
    return set->but;
}

static void note_ascii(struct step *s)
{
    for (uint32_t c = 0; s->set && c < 128; c++)
        if (in_ranges(s->set, c))
            s->ascii[c / 64] |= (uint64_t)1 << c % 64;
}

struct yk_pattern *yk_pattern_of(const struct part *tree, struct yk_arena *a)
{
    struct yk_pattern whole = {.step = yk_alloc(MOST_STEPS * sizeof *whole.step)};
    struct yk_pattern *p = NULL;
    emit(&whole, tree);
    emit_step(&whole, (struct step){.kind = STEP_MATCH});
    if (whole.count <= MOST_STEPS) {
        p = yk_arena_alloc(a, sizeof *p);
        p->count = whole.count;
        p->step = YK_ARENA_ARRAY(a, struct step, p->count);
        memcpy(p->step, whole.step, p->count * sizeof *p->step);
        for (size_t i = 0; i < p->count; i++)
            note_ascii(&p->step[i]);
    }
    free(whole.step);
    return p;
}

/* --- matching -------------------------------------------------------------------------------- */
struct states {
    uint16_t at[MOST_STEPS];
    size_t count;
};
/* Of a pattern's few steps little of it is touched. */
struct run {
    const struct yk_pattern *pattern;
    struct states states[2];
    uint32_t seen[MOST_STEPS], turn; /* seen[i] == turn: step i is in the set already */
};

static bool holds(const struct step *s, uint32_t c)
{
    return c < 128 ? s->ascii[c / 64] >> c % 64 & 1 : in_ranges(s->set, c);
}

/* Adds a step and all that is reached from it without a character. */
static void reach(struct run *run, struct states *set, size_t start, bool at_begin, bool at_end)
{
    uint16_t todo[2 * MOST_STEPS]; /* a step enters once and leaves at most two */
    size_t depth = 0;
    todo[depth++] = (uint16_t)start;
    while (depth) {
        uint16_t at = todo[--depth];
        const struct step *s = &run->pattern->step[at];
        if (run->seen[at] == run->turn)
            continue;
        run->seen[at] = run->turn;
        if (s->kind == STEP_SET || s->kind == STEP_MATCH)
            set->at[set->count++] = at;
        else if (s->kind == STEP_JUMP)
            todo[depth++] = s->to;
        else if (s->kind == STEP_SPLIT) {
            todo[depth++] = s->other;
            todo[depth++] = s->to;
        } else if (s->kind == STEP_BEGIN ? at_begin : at_end)
            todo[depth++] = (uint16_t)(at + 1);
    }
}

bool yk_pattern_matches(const struct yk_pattern *p, const char *text)
{
    struct run run;
    struct states *now = &run.states[0], *next = &run.states[1];
    run.pattern = p;
    memset(run.seen, 0, p->count * sizeof *run.seen);
    run.turn = 1;
    now->count = 0;
    reach(&run, now, 0, true, !*text);
    while (*text && now->count) {
        uint32_t c = yk_utf8_next(&text);
        next->count = 0;
        run.turn++;
        for (size_t i = 0; i < now->count; i++) {
            const struct step *s = &p->step[now->at[i]];
            if (s->kind == STEP_SET && holds(s, c))
                reach(&run, next, now->at[i] + 1u, false, !*text);
        }
        struct states *spare = now;
        now = next;
        next = spare;
    }
    for (size_t i = 0; i < now->count; i++)
        if (p->step[now->at[i]].kind == STEP_MATCH)
            return true;
    return false;
}
