/* coverage_map.c - the trading area as a sheet of coloured squares, with its legend. */
#include <stdlib.h>

#include "coverage_words.h"
#include "plan_sheets.h"
#include "youka/base/say.h"

#define WIDEST_REACH 30 /* squares: 15 km; a wider circle gets no map */
#define SQUARE_WIDTH 4
enum { GAP = 1, SWATCH, WORDS, BESIDE }; /* columns right of the squares */

static const struct {
    enum yk_tone tone;
    const char *words;
} legend[] = {
    {YK_TONE_LATE, N_("blank and overdue")},
    {YK_TONE_TODO, N_("blank: nobody has been there")},
    {YK_TONE_BEGUN, N_("under way, or nobody knows how many doors there are")},
    {YK_TONE_DONE, N_("done: all doors expected were visited")},
    {YK_TONE_ASIDE, N_("set aside: no access, no doors, excluded")},
    {YK_TONE_NOBODYS, N_("in nobody's list: give it to somebody")},
};

/* "W03", "E00", "N12" */
static const char *index_words(const struct yk_view *v, const char *sides, long index)
{
    return yk_arena_printf(v->sheets->arena, "%c%02ld", index < 0 ? sides[0] : sides[1],
                           labs(index));
}

static void put_legend(struct yk_cell *c, size_t row)
{
    if (row == 1) {
        c[SWATCH] = yk_toned(yk_text_cell("★"), YK_TONE_STRONG);
        c[WORDS] = yk_text_cell(_("our station"));
    }
    if (row < 2 || row - 2 >= YK_COUNT_OF(legend))
        return;
    c[SWATCH].tone = legend[row - 2].tone;
    c[WORDS] = yk_text_cell(_(legend[row - 2].words));
}

/* A cell of the walk list is named at its first square, where the name is short enough. */
static struct yk_cell square_cell(const struct yk_view *v, size_t number, bool *named)
{
    struct yk_cell c = {0};
    if (number == SIZE_MAX)
        return c;
    const struct yk_area *area = &v->coverage->area[number];
    if (area->listed && !named[number] && yk_text_width(area->grid_id) < SQUARE_WIDTH)
        c = yk_text_cell(area->grid_id);
    named[number] = true;
    return yk_toned(c, yk_tone_of_area(area));
}

static void mark_station(struct yk_cell *c)
{
    *c = yk_toned(yk_text_cell("★"), c->tone ? c->tone : YK_TONE_STRONG);
}

void yk_coverage_map(struct yk_view *v)
{
    const struct yk_coverage *k = v->coverage;
    long reach = (long)k->reach;
    size_t side = 2 * k->reach + 1, columns = 1 + side + BESIDE - GAP, at = 0;
    if (!k->reach || k->reach > WIDEST_REACH)
        return;
    struct yk_column *column = YK_ARENA_ARRAY(v->sheets->arena, struct yk_column, columns);
    for (size_t i = 0; i < columns; i++)
        column[i] = (struct yk_column){.width = SQUARE_WIDTH};
    column[columns - 1].width = 50;
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("Coverage map"),
                                           yk_arena_printf(v->sheets->arena, _("%s: coverage map"),
                                                           v->territory->station[k->station].name));
    sheet->paper = YK_LANDSCAPE;
    sheet->note = _("North is up; a square is 500 m wide. A square of row N02 and column E03 is "
                    "called E03N02.");
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "map", NULL, column, columns);
    t->bare = true;
    struct yk_cell *c = yk_table_row(v->sheets, t);
    for (long east = -reach; east <= reach; east++)
        c[1 + east + reach] = yk_toned(yk_text_cell(index_words(v, "WE", east)), YK_TONE_MUTED);
    bool *named = YK_ARENA_ARRAY(v->sheets->arena, bool, k->areas + 1);
    for (long north = reach; north >= -reach; north--) {
        c = yk_table_row(v->sheets, t);
        c[0] = yk_toned(yk_text_cell(index_words(v, "SN", north)), YK_TONE_MUTED);
        for (size_t i = 0; i < side; i++, at++)
            c[1 + i] = square_cell(v, k->square[at], named);
        if (north == 0)
            mark_station(&c[1 + reach]);
        put_legend(&c[side], t->rows - 1);
    }
    while (t->rows < 2 + YK_COUNT_OF(legend)) {
        c = yk_table_row(v->sheets, t);
        put_legend(&c[side], t->rows - 1);
    }
}
