/* competition_tables.c - rivals and their contracts as the tables that scripts rely on. */
#include "plan_sheets.h"
#include "youka/base/say.h"

static const char *why_codes(const struct yk_view *v, unsigned why)
{
    const char *codes = "";
    for (unsigned w = 0; w < YK_RIVAL_WHYS; w++)
        if (why & 1u << w)
            codes = yk_arena_printf(v->sheets->arena, "%s%s%s", codes, *codes ? " " : "",
                                    yk_rival_why_code((enum yk_rival_why)w));
    return codes;
}

static void put_rival(const struct yk_view *v, struct yk_cell *c, const struct yk_rival *r)
{
    size_t i = 0;
    c[i++] = yk_text_cell(yk_holder_code(r->kind));
    c[i++] = yk_text_cell(yk_word_rival(v, r));
    c[i++] = yk_text_cell(r->brand);
    c[i++] = yk_number_cell((double)r->clients);
    c[i++] = yk_number_cell(r->litres);
    c[i++] = yk_number_cell(r->p50);
    c[i++] = yk_number_cell(r->gasoline);
    c[i++] = yk_number_cell(r->litres - r->gasoline);
    c[i++] = yk_number_cell(r->share);
    c[i++] = yk_some_number(r->drawn);
    c[i++] = yk_some_number(r->strength);
    c[i++] = yk_some_number(r->relative_pull);
    c[i++] = yk_some_number(r->distance_m);
    c[i++] = yk_some_number(r->gap_yuan_l);
    c[i++] = yk_number_cell((double)r->gap_told);
    c[i++] = yk_some_number(r->satisfaction);
    c[i++] = yk_number_cell((double)r->satisfied_told);
    c[i++] = yk_number_cell((double)r->contracts);
    c[i++] = yk_number_cell((double)r->ending);
    c[i++] = yk_code_cell(r->stance, yk_word_rule(v, "stance", r->stance));
    c[i++] = yk_code_cell(why_codes(v, r->why), yk_word_rival_why(v, r));
}

static void rivals(struct yk_view *v, struct yk_sheet *sheet, const struct yk_competition *x)
{
    const struct yk_column column[] = {
        {.key = "holder"},
        {.key = "name", .heading = _("rival")},
        {.key = "brand"},
        {.key = "clients", .heading = _("clients"), .format = YK_AS_COUNT},
        {.key = "litres", .heading = _("L/month"), .format = YK_AS_COUNT},
        {.key = "litres_p50"},
        {.key = "gasoline"},
        {.key = "diesel"},
        {.key = "share", .heading = _("share"), .format = YK_AS_PERCENT},
        {.key = "drawn_litres", .heading = _("by place"), .format = YK_AS_COUNT},
        {.key = "strength"},
        {.key = "relative_pull"},
        {.key = "distance_m"},
        {.key = "price_gap_yuan_l", .heading = _("cheaper by"), .format = YK_AS_RATE},
        {.key = "price_gap_told"},
        {.key = "satisfaction"},
        {.key = "satisfaction_told"},
        {.key = "contracts", .heading = _("contracts"), .format = YK_AS_COUNT},
        {.key = "ending", .heading = _("end soon"), .format = YK_AS_COUNT},
        {.key = "stance", .heading = _("push or nibble")},
        {.key = "why"},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "rivals", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < x->rivals; i++)
        put_rival(v, yk_table_row(v->sheets, t), &x->rival[i]);
}

static void contract_ends(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    const struct yk_column column[] = {
        {.key = "client_id"},
        {.key = "name", .heading = _("contract ends")},
        {.key = "rival", .heading = _("rival")},
        {.key = "until", .heading = _("ends on"), .format = YK_AS_DAY},
        {.key = "days_left", .heading = _("days left"), .format = YK_AS_COUNT},
        {.key = "designated"},
        {.key = "litres", .heading = _("L/month"), .format = YK_AS_COUNT},
        {.key = "tier", .heading = _("tier")},
        {.key = "owner", .heading = _("owner")},
        {.key = "due_week", .heading = _("week"), .format = YK_AS_COUNT},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "contracts", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < plan->competition->ends; i++) {
        const struct yk_contract_end *end = &plan->competition->end[i];
        const struct yk_plan_line *line = &plan->line[end->line];
        const struct yk_door *door = &v->territory->door[line->door];
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_text_cell(door->id.text);
        c[1] = yk_text_cell(yk_door_text(door, "client_name"));
        c[2] = yk_text_cell(yk_word_rival(v, &plan->competition->rival[end->rival]));
        c[3] = yk_day_cell(end->until);
        c[4] = yk_number_cell(end->until - v->territory->today);
        c[5] = yk_number_cell(end->designated);
        c[6] = yk_number_cell(end->litres);
        c[7] = yk_code_cell(line->tier_potential, yk_word_rule(v, "tier", line->tier_potential));
        c[8] = yk_code_cell(line->owner, yk_word_rule(v, "owner", line->owner));
        c[9] = yk_number_cell(line->due_week);
    }
}

void yk_competition_tables(struct yk_view *v, struct yk_sheet *sheet, const struct yk_plan *plan)
{
    if (!plan->competition)
        return;
    rivals(v, sheet, plan->competition);
    contract_ends(v, sheet, plan);
}
