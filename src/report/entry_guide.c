/* entry_guide.c - where nobody has been yet, and how to fill in. */
#include "coverage_words.h"
#include "entry_sheets.h"
#include "youka/base/say.h"

static struct yk_table *spots_table(struct yk_sheets *s)
{
    const struct yk_column column[] = {
        {.heading = _("Name"), .format = YK_AS_WRAP, .width = 26},
        {.heading = _("Kind"), .format = YK_AS_WRAP, .width = 14},
        {.heading = _("Address"), .format = YK_AS_WRAP, .width = 34},
        {.heading = _("Metres from the station"), .format = YK_AS_COUNT},
        {.heading = _("Cell"), .format = YK_AS_TEXT, .width = 12},
        {.heading = _("Person"), .format = YK_AS_WRAP, .width = 12},
        {.heading = _("Due"), .format = YK_AS_DAY, .width = 12},
        {.heading = _("Found out"), .format = YK_AS_WRAP, .width = 24, .input = true},
    };
    struct yk_sheet *sheet = yk_sheets_add(s, _("Not visited yet"), NULL);
    sheet->data = true;
    sheet->paper = YK_LANDSCAPE;
    sheet->frozen = 1;
    return yk_sheet_table(s, sheet, "spots", NULL, column, YK_COUNT_OF(column));
}

static void put_walker(struct yk_cell *c, const struct yk_area *area)
{
    c[4] = yk_text_cell(area->grid_id);
    c[5] = yk_text_cell(area->person);
    c[6] = yk_day_cell(area->due);
}

static void put_place(struct yk_view *v, struct yk_cell *c, const struct yk_unvisited *place)
{
    const struct yk_gazetteer_entry *entry = &v->territory->gazetteer[place->entry];
    c[0] = yk_toned(yk_text_cell(entry->name), YK_TONE_STRONG);
    c[1] = yk_text_cell(yk_word_choice(v, "category", entry->kind));
    c[2] = yk_text_cell(entry->address);
    c[3] = yk_some_number(place->metres);
    if (place->area != SIZE_MAX)
        put_walker(c, &v->coverage->area[place->area]);
}

static void put_area(struct yk_view *v, struct yk_cell *c, const struct yk_area *area)
{
    const struct yk_station *station = &v->territory->station[v->coverage->station];
    c[0] = yk_toned(yk_text_cell(*area->name ? area->name : area->grid_id), YK_TONE_STRONG);
    c[1] = yk_text_cell(_("cell to walk"));
    if (yk_point_valid(area->centre) && yk_point_valid(station->point))
        c[3] = yk_number_cell(yk_metres(station->point, area->centre));
    put_walker(c, area);
}

void yk_entry_spots_sheet(struct yk_entry_book *b)
{
    struct yk_view *v = b->view;
    const struct yk_coverage *k = v->coverage;
    struct yk_table *t = NULL;
    for (size_t i = 0; k && i < k->unvisiteds; i++) {
        t = t ? t : spots_table(v->sheets);
        put_place(v, yk_table_row(v->sheets, t), &k->unvisited[i]);
    }
    for (size_t i = 0; k && i < k->areas; i++) {
        if (!yk_area_blank(&k->area[i]) || yk_area_unknown(&k->area[i]))
            continue;
        t = t ? t : spots_table(v->sheets);
        put_area(v, yk_table_row(v->sheets, t), &k->area[i]);
    }
}

static const char *const step[][2] = {
    {N_("What to fill in"),
     N_("The sheet of clients: one row a door, refusals and closed doors too. The vehicle and "
        "contact sheets: one row a line, with the client's number from the first column of the "
        "sheet of clients.")},
    {N_("Known clients"),
     N_("The first rows hold what was told last time. Visited again: fill in date and outcome, "
        "correct what has changed. Not visited: leave date and outcome blank, the row is passed "
        "over. Do not move an id or a number to another client.")},
    {N_("Stars"), N_("★ must be filled in. ☆ is needed where it applies: choose the cell and read "
                     "the note beside it.")},
    {N_("Blank is not 0"),
     N_("Blank means not known. 0 means that there is none: vehicles 0 is «has no vehicle».")},
    {N_("Units"), N_("They stand in the headings. Fuel goes with its unit column: litre, tonne or "
                     "yuan. Write one number without unit or words, not «about 30» or «3-5».")},
    {N_("Drop-downs"), N_("Choose from the list. Where several may be chosen, the note beside the "
                          "cell names them and how to separate them.")},
    {N_("Dates and digits"), N_("Dates as 2026-03-05. Phone numbers, credit codes and codes are "
                                "texts: every digit stays.")},
    {N_("Coordinates"), N_("Longitude and latitude from a phone or map, and the map's system "
                           "beside them. Known places are filled in as WGS-84.")},
    {N_("More rows"),
     N_("Below the last row go on with the next number and the station's code. Leave columns, "
        "sheets and the hidden first row as they are.")},
    {N_("Sending back"),
     N_("Save as .xlsx, not as CSV, and send the file as it is. What cannot be taken comes back "
        "with reasons and hints; what is right has been taken by then.")},
};

static bool has_questions(const struct yk_questions *q, size_t section)
{
    for (size_t i = 0; i < q->count; i++)
        if (q->question[i].section == section)
            return true;
    return false;
}

static void section_table(struct yk_entry_book *b, struct yk_sheet *sheet)
{
    const struct yk_column column[] = {
        {.heading = _("Part"), .format = YK_AS_WRAP, .width = 26},
        {.heading = _("Filled in where"), .format = YK_AS_WRAP, .width = 90},
    };
    const struct yk_questions *q = b->entry->questions;
    struct yk_sheets *s = b->view->sheets;
    struct yk_table *t = yk_sheet_table(s, sheet, "parts", _("Parts of the form"), column, 2);
    for (size_t i = 0; i < q->sections; i++) {
        const struct yk_section *section = &q->section[i];
        if (!*section->title || !has_questions(q, i))
            continue;
        struct yk_cell *c = yk_table_row(s, t);
        c[0] = yk_toned(yk_text_cell(section->title), YK_TONE_STRONG);
        c[1] = yk_text_cell(*section->when ? section->when : _("always"));
    }
}

void yk_entry_guide_sheet(struct yk_entry_book *b)
{
    const struct yk_column column[] = {
        {.heading = _("What"), .format = YK_AS_WRAP, .width = 26},
        {.heading = _("How"), .format = YK_AS_WRAP, .width = 90},
    };
    struct yk_sheets *s = b->view->sheets;
    struct yk_sheet *sheet = yk_sheets_add(s, _("How to fill in"), _("How to fill in"));
    sheet->paper = YK_LANDSCAPE;
    struct yk_table *t = yk_sheet_table(s, sheet, "steps", NULL, column, 2);
    for (size_t i = 0; i < YK_COUNT_OF(step); i++) {
        struct yk_cell *c = yk_table_row(s, t);
        c[0] = yk_toned(yk_text_cell(_(step[i][0])), YK_TONE_STRONG);
        c[1] = yk_text_cell(_(step[i][1]));
    }
    section_table(b, sheet);
}
