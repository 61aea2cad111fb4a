/* take.c - rows into typed answers and rejects. */
#include <string.h>

#include "taker.h"
#include "youka/base/say.h"

static void put_meta(struct yk_taker *t, const struct column *c, const char *cell)
{
    if (c->meta == META_OTHER || t->now.meta[c->meta])
        return;
    t->now.meta[c->meta] = cell;
    t->now.meta_heading[c->meta] = c->heading;
}

/* What 0/1 columns hold: 1, true, yes in any case. */
static bool is_ticked(const char *cell)
{
    return strcmp(cell, "1") == 0 || strcmp(cell, "1.0") == 0 || strcmp(cell, "TRUE") == 0 ||
           strcmp(cell, "True") == 0 || strcmp(cell, "true") == 0 || strcmp(cell, "是") == 0;
}

bool yk_take_lay(struct yk_arena *a, struct slot *s, const struct column *c, const char *cell)
{
    switch (c->use) {
    case COLUMN_CHOICE:
        if (!is_ticked(cell)) /* servers write 0 also for what was never asked */
            return false;
        s->picked = s->picked ? yk_arena_printf(a, "%s %s", s->picked, c->code) : c->code;
        break;
    case COLUMN_PART:
        s->part[c->part] = cell;
        break;
    case COLUMN_FIELD:
        if (s->raw) /* a second column for the question */
            return true;
        s->raw = cell;
        s->heading = c->heading;
        return true;
    case COLUMN_META:
    case COLUMN_UNKNOWN:
        return false;
    }
    if (!s->heading)
        s->heading = c->heading;
    return true;
}

/* What our own workbooks hold ready in every row is no answer yet: the station; in a plan the
 * client too. */
static bool is_held_ready(const struct yk_taker *t, size_t field)
{
    const struct special *at = &t->at;
    return field == at->station_code ||
           (at->client_id != NOWHERE && (field == at->client_id || field == at->client_name));
}

/* Lays the row's cells out by question. False when none of them answers anything: what a manager
 * has written into a column of his own beside a plan is no visit. */
static bool lay_out(struct yk_taker *t, size_t row)
{
    bool answered = false;
    for (size_t i = 0; i < t->width; i++) {
        const char *cell = yk_rows_at(t->now.rows, row, i);
        if (!*cell || !(cell = yk_take_trim(t->now.arena, cell)))
            continue;
        const struct column *c = &t->column[i];
        if (c->use == COLUMN_META)
            put_meta(t, c, cell);
        else if (c->use == COLUMN_UNKNOWN)
            answered |= t->at.client_id == NOWHERE;
        else
            answered |= yk_take_lay(t->now.arena, &t->now.slot[c->field], c, cell) &&
                        !is_held_ready(t, c->field);
    }
    return answered;
}

static bool is_meta(const struct yk_taker *t, enum meta meta, const char *key)
{
    return t->now.meta[meta] && strcmp(yk_text_key(t->now.arena, t->now.meta[meta]), key) == 0;
}

static void refuse_meta(struct yk_taker *t, enum meta meta, const char *reason, const char *hint)
{
    yk_take_refuse(t, t->now.meta_heading[meta], t->now.meta[meta], reason, hint);
}

/* What a server says of the whole submission. True when the row is not to be read further. */
static bool refuse_by_status(struct yk_taker *t)
{
    size_t extra = t->now.rows->extra ? t->now.rows->extra[t->now.index] : 0;
    if (is_meta(t, META_STATUS, "notdecrypted") ||
        is_meta(t, META_STATUS, "missingencryptedformdata"))
        refuse_meta(t, META_STATUS,
                    _("this submission was not decrypted: its answers are not in the file"),
                    _("export it again from ODK Central with the passphrase of its key"));
    else if (is_meta(t, META_REVIEW, "rejected"))
        refuse_meta(t, META_REVIEW, _("this submission was rejected in review"),
                    _("change its review state on the server if it is right, and export again"));
    else if (is_meta(t, META_VALIDATION, "validation_status_not_approved") ||
             is_meta(t, META_VALIDATION, "notapproved"))
        refuse_meta(t, META_VALIDATION, _("this submission was not approved"),
                    _("approve it in KoboToolbox if it is right, and export again"));
    else if (extra)
        yk_take_refuse(
            t, "", "",
            yk_arena_printf(t->now.arena, _("the row has %zu more cells than there are headings"),
                            extra),
            _("an answer that holds a separator needs quotes around it; delete what stands "
              "beyond the last heading"));
    else
        return false;
    return true;
}

static bool has_typed_place(const struct yk_taker *t)
{
    const struct special *at = &t->at;
    const struct slot *slot = t->now.slot;
    if (at->polygon != NOWHERE && !slot_blank(&slot[at->polygon]))
        return true;
    return at->lon_manual != NOWHERE && at->lat_manual != NOWHERE &&
           !slot_blank(&slot[at->lon_manual]) && !slot_blank(&slot[at->lat_manual]);
}

/* Answers that options give where the row has none of its own. */
static void fill_in(struct yk_taker *t)
{
    const struct special *at = &t->at;
    struct slot *slot = t->now.slot;
    if (at->station_code != NOWHERE && t->option.station && slot_blank(&slot[at->station_code]))
        slot[at->station_code].text = t->option.station;
    if (at->coord_system != NOWHERE && t->option.datum != YK_DATUM_UNKNOWN &&
        slot_blank(&slot[at->coord_system]) && has_typed_place(t))
        slot[at->coord_system].text = yk_datum_code(t->option.datum);
}

static void read_values(struct yk_taker *t)
{
    for (size_t i = 0; i < t->owns; i++) {
        struct slot *s = &t->now.slot[t->own[i]];
        if (!slot_blank(s))
            yk_take_value(t, &t->form->field[t->own[i]], s);
    }
    yk_take_coordinates(t);
    fill_in(t);
}

void yk_take_add(struct yk_taker *t, const char *code, const char *text, const char *typed)
{
    t->answer = yk_grow(t->answer, &t->answer_room, t->answers + 1, sizeof *t->answer);
    t->answer[t->answers++] = (struct yk_answer){code, text, typed};
}

const char *yk_take_shown(const struct slot *s)
{
    if (s->raw)
        return s->raw;
    return s->part[0] ? s->part[0] : s->part[1] ? s->part[1] : s->picked;
}

const char *yk_take_typed(const struct slot *s, const char *text)
{
    return s->raw && s->raw != text && strcmp(s->raw, text) != 0 ? s->raw : NULL;
}

static void add_slot(struct yk_taker *t, const char *code, const struct slot *s)
{
    if (s->irrelevant)
        yk_take_flag(t, "irrelevant", code);
    /* What was not asked may be unreadable too: it is kept as it stood. */
    const char *text = s->text ? s->text : s->raw;
    if (text)
        yk_take_add(t, code, text, yk_take_typed(s, text));
}

static struct yk_answers collect(struct yk_taker *t, size_t row)
{
    struct yk_answers out = {0};
    t->answers = 0;
    for (size_t i = 0; i < t->outlets; i++) {
        const struct outlet *o = &t->outlet[i];
        if (o->field != NOWHERE) {
            add_slot(t, o->code, &t->now.slot[o->field]);
            continue;
        }
        const char *cell = yk_take_trim(t->now.arena, yk_rows_at(t->now.rows, row, o->column));
        if (cell) {
            yk_take_flag(t, "unknown_column", o->code);
            yk_take_add(t, o->code, cell, NULL);
        }
    }
    size_t in_order = t->answers;
    if (t->now.meta[META_CLIENT])
        yk_take_add(t, "client_id", t->now.meta[META_CLIENT], NULL);
    yk_take_repeats(t, &out);
    out.count = t->answers;
    out.answer = YK_ARENA_ARRAY(t->now.arena, struct yk_answer, out.count);
    if (out.count)
        memcpy(out.answer, t->answer, out.count * sizeof *out.answer);
    if (out.count > in_order)
        yk_answers_sort(&out);
    return out;
}

static yk_day survey_day(const struct yk_taker *t)
{
    yk_day day = YK_DAY_NONE;
    const char *text = t->at.survey_date == NOWHERE ? NULL : t->now.slot[t->at.survey_date].text;
    return text && yk_day_read(&day, text) ? day : YK_DAY_NONE;
}

static void put_submission(struct yk_taker *t, struct yk_submission *s, const char *key,
                           const struct yk_answers *answers)
{
    s->station_code = t->at.station_code == NOWHERE ? "" : t->now.slot[t->at.station_code].text;
    s->key = key;
    struct yk_hash h;
    yk_hash_begin(&h);
    yk_hash_text(&h, key);
    s->id = yk_hash_end(&h);
    s->content = yk_take_content(t, answers);
    s->age = yk_take_age(t);
    s->survey_date = survey_day(t);
    s->line = t->now.line;
    s->answers = *answers;
    s->flags = t->flags;
    s->flag = YK_ARENA_ARRAY(t->now.arena, struct yk_flag, t->flags);
    if (t->flags)
        memcpy(s->flag, t->flag, t->flags * sizeof *s->flag);
}

/* Only what a row can have filled: forms have many more questions than a file has columns. */
static void clear_slots(struct yk_taker *t)
{
    static const struct slot blank;
    const size_t filled_in[] = {t->at.station_code, t->at.coord_system, t->at.lon_manual,
                                t->at.lat_manual};
    for (size_t i = 0; i < t->width; i++)
        if (t->column[i].field != NOWHERE)
            t->now.slot[t->column[i].field] = blank;
    for (size_t i = 0; i < sizeof filled_in / sizeof *filled_in; i++)
        if (filled_in[i] != NOWHERE)
            t->now.slot[filled_in[i]] = blank;
}

static bool is_blank(const struct yk_taker *t, size_t field)
{
    return field != NOWHERE && slot_blank(&t->now.slot[field]);
}

/* A client that our own workbook holds ready, with what was told last time, and nobody went. */
static bool is_unvisited(const struct yk_taker *t)
{
    return t->now.meta[META_CLIENT] && !t->now.key && is_blank(t, t->at.survey_date) &&
           is_blank(t, t->at.visit_result);
}

void yk_take_unvisited(struct yk_taker *t)
{
    if (t->told_unvisited || !t->unvisited)
        return;
    t->told_unvisited = true;
    yk_take_warn(t, yk_arena_printf(&t->arena,
                                    _("%zu known clients were not visited: their date and outcome "
                                      "are blank, and the rows were passed over"),
                                    t->unvisited));
}

/* The key goes back with the row, so that mended it does not take another's. */
static void give_back(struct yk_taker *t, const char *key)
{
    for (size_t i = t->now.rejects_before; !t->now.key && i < t->rejects; i++)
        t->reject[i].key = key;
    yk_take_give_back(t);
}

/* A row is blank when nothing is answered and no server knows it; keys that our own workbooks hold
 * ready count as nothing. */
enum outcome { TAKEN, REFUSED, BLANK };
static enum outcome take_row(struct yk_batch *out, struct yk_taker *t, size_t row)
{
    yk_arena_reset(&t->scratch);
    t->flags = 0;
    t->now.index = row;
    t->now.line = t->now.rows->line[row];
    t->now.rejects_before = t->rejects;
    clear_slots(t);
    memset(t->now.meta, 0, sizeof t->now.meta);
    bool answered = lay_out(t, row);
    t->now.key = yk_take_record(t);
    if (!answered && !t->now.key)
        return BLANK;
    yk_take_claim(t);
    if (is_unvisited(t)) {
        t->unvisited++;
        return BLANK;
    }
    if (refuse_by_status(t)) {
        give_back(t, NULL);
        return REFUSED;
    }
    if (is_meta(t, META_VALIDATION, "validation_status_on_hold") ||
        is_meta(t, META_VALIDATION, "onhold"))
        yk_take_flag(t, "on_hold", "");
    read_values(t);
    yk_take_check_row(t);
    const char *key = yk_take_key(t);
    struct yk_answers all = collect(t, row);
    if (t->rejects > t->now.rejects_before) {
        give_back(t, key);
        return REFUSED;
    }
    put_submission(t, &out->submission[out->count++], key, &all);
    return TAKEN;
}

void yk_take(struct yk_batch *out, struct yk_taker *t, const struct yk_rows *rows,
             struct yk_arena *a)
{
    memset(out, 0, sizeof *out);
    out->submission = YK_ARENA_ARRAY(a, struct yk_submission, rows->count);
    t->now.arena = a;
    t->now.rows = rows;
    t->rejects = t->refused_lines = 0;
    for (size_t row = 0; row < rows->count; row++) {
        enum outcome outcome = take_row(out, t, row);
        out->rejected_rows += outcome == REFUSED;
        out->blank_rows += outcome == BLANK;
    }
    out->rejects = t->rejects;
    out->reject = YK_ARENA_ARRAY(a, struct yk_reject, t->rejects);
    if (t->rejects)
        memcpy(out->reject, t->reject, t->rejects * sizeof *out->reject);
    out->refused_lines = t->refused_lines;
    out->refused_line = YK_ARENA_ARRAY(a, struct yk_refused_line, t->refused_lines);
    if (t->refused_lines)
        memcpy(out->refused_line, t->refused, t->refused_lines * sizeof *out->refused_line);
}
