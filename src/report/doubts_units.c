/* doubts_units.c - told amounts whose unit is in doubt: those first on which most litres hang. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plan_sheets.h"
#include "youka/base/say.h"

/* A client that is asked what its amounts are. */
struct asked {
    size_t door;
    const char *id;
    double stake; /* litres a month */
};

/* What is wrong with the unit, the plainest first. */
enum trouble { UNIT_BLANK, FITS_NONE, ANOTHER_UNIT, NOT_SURE, FILLS };

/* Fills are told in litres; where they do not fit, they are of one vehicle, or of a month. */
static enum trouble trouble_of_piece(const struct yk_piece *p)
{
    if (p->unit_blank)
        return UNIT_BLANK;
    if (strcmp(p->piece, "fills") == 0)
        return FILLS;
    if (p->meant_weight < .5) /* estimation.md §5.3 */
        return FITS_NONE;
    return yk_piece_as_stated(p) ? NOT_SURE : ANOTHER_UNIT;
}

static enum trouble trouble_of(const struct yk_estimate *e)
{
    enum trouble worst = FILLS;
    for (size_t i = 0; i < e->pieces; i++)
        if (e->piece[i].unit_question && trouble_of_piece(&e->piece[i]) < worst)
            worst = trouble_of_piece(&e->piece[i]);
    return worst;
}

static const struct {
    const char *said, *todo;
    enum yk_tone tone;
} trouble[] = {
    [UNIT_BLANK] = {N_("no unit written"),
                    N_("write the unit: litres, tonnes or yuan; the amount of one month"),
                    YK_TONE_PLAIN},
    [FITS_NONE] = {N_("fits no unit"),
                   N_("ask again: how many litres, tonnes or yuan, and is it a month or a year"),
                   YK_TONE_WARN},
    [ANOTHER_UNIT] = {N_("seems another unit"),
                      N_("confirm: is it litres, tonnes or yuan, and is it a month or a year"),
                      YK_TONE_WARN},
    [NOT_SURE] = {N_("not sure enough"),
                  N_("confirm: is it litres, tonnes or yuan, and is it a month or a year"),
                  YK_TONE_PLAIN},
    [FILLS] = {N_("fills do not fit"),
               N_("ask again: litres a fill, and how many fills a week all vehicles make together"),
               YK_TONE_PLAIN},
};

static int by_stake(const void *a, const void *b)
{
    const struct asked *x = a, *y = b;
    if (x->stake != y->stake)
        return x->stake > y->stake ? -1 : 1;
    return strcmp(x->id, y->id);
}

static double stake_of(const struct yk_estimate *e)
{
    double litres = 0;
    for (size_t i = 0; i < e->pieces; i++)
        litres += e->piece[i].stake;
    return litres;
}

static size_t whom_to_ask(struct asked *out, const struct yk_view *v, const struct yk_plan *plan)
{
    size_t n = 0;
    for (size_t i = 0; i < plan->lines; i++) {
        size_t door = plan->line[i].door;
        const struct yk_estimate *e = &v->derived->estimate[door];
        if (!e->none && e->unit_question)
            out[n++] = (struct asked){door, v->territory->door[door].id.text, stake_of(e)};
    }
    qsort(out, n, sizeof *out, by_stake);
    return n;
}

static const char *readings(const struct yk_view *v, const struct yk_estimate *e)
{
    const char *said = "";
    for (size_t i = 0; i < e->pieces; i++)
        if (e->piece[i].unit_question)
            said = yk_word_join(v, said, yk_word_meant(v, &e->piece[i]));
    return said;
}

static void ask(struct yk_view *v, struct yk_table *t, const struct asked *asked)
{
    const struct yk_door *door = &v->territory->door[asked->door];
    const struct yk_estimate *e = &v->derived->estimate[asked->door];
    enum trouble its = trouble_of(e);
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_text_cell(yk_door_text(door, "client_name"));
    c[1] = yk_toned(yk_text_cell(_(trouble[its].said)), trouble[its].tone);
    c[2] = yk_text_cell(readings(v, e));
    c[3] = yk_text_cell(_(trouble[its].todo));
    c[4] = yk_some_number(asked->stake);
    c[5] = yk_text_cell(yk_word_origin(v, door));
    c[6] = yk_some_number(e->litres.p10);
    c[7] = yk_some_number(e->litres.p90);
}

void yk_unit_questions(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.heading = _("Client"), .format = YK_AS_WRAP, .width = 22},
        {.heading = _("Unit"), .format = YK_AS_WRAP},
        {.heading = _("What was told"), .format = YK_AS_WRAP},
        {.heading = _("What to do"), .format = YK_AS_WRAP},
        {.heading = _("Litres a month at stake"), .format = YK_AS_COUNT, .bar = true},
        {.heading = _("Where it stands"), .format = YK_AS_WRAP},
        {.heading = _("L/month P10"), .format = YK_AS_COUNT},
        {.heading = _("L/month P90"), .format = YK_AS_COUNT},
    };
    struct asked *asked = YK_ARENA_ARRAY(v->sheets->arena, struct asked, plan->lines + 1);
    size_t n = whom_to_ask(asked, v, plan);
    if (!n)
        return;
    struct yk_table *t = yk_sheet_table(
        v->sheets, sheet, "units",
        _("Amounts whose unit is in doubt; at stake: by how much the answer moves the estimate, "
          "on average"),
        column, YK_COUNT_OF(column));
    for (size_t i = 0; i < n; i++)
        ask(v, t, &asked[i]);
}
