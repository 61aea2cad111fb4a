/* overruled.c - what a person decided for a client in place of what the rules say. */
#include <string.h>

#include "client_tables.h"
#include "youka/base/say.h"
#include "youka/report/tables.h"

static const char *field_words(enum yk_override_field f)
{
    static const char *const words[YK_OVERRIDE_FIELDS] = {
        [YK_OVERRIDE_STRATEGY] = N_("strategy"), [YK_OVERRIDE_MEASURES] = N_("measures"),
        [YK_OVERRIDE_POLICY] = N_("policy"),     [YK_OVERRIDE_CARD] = N_("card"),
        [YK_OVERRIDE_OWNER] = N_("owner"),
    };
    return _(words[f]);
}

static const char *value_words(const struct yk_view *v, const struct yk_override *o)
{
    bool in_form;
    const char *list = yk_override_list(o->field, &in_form);
    return in_form ? yk_word_choice(v, list, o->value) : yk_word_rule(v, list, o->value);
}

static struct yk_cell day_cell(const char *at)
{
    char text[11] = "";
    yk_day day;
    memcpy(text, at, strnlen(at, sizeof text - 1));
    return yk_day_cell(yk_day_read(&day, text) ? day : YK_DAY_NONE);
}

void yk_overruled_table(struct yk_view *v, struct yk_sheet *sheet, const struct yk_overruled *of)
{
    const struct yk_column column[] = {
        {.key = "field", .heading = _("decided by hand")},
        {.key = "value", .heading = _("decision")},
        {.key = "who", .heading = _("by whom")},
        {.key = "day", .heading = _("day"), .format = YK_AS_DAY},
        {.key = "reason", .heading = _("reason")},
    };
    struct yk_table *t =
        yk_sheet_table(v->sheets, sheet, "overruled", NULL, column, YK_COUNT_OF(column));
    for (int f = 0; f < YK_OVERRIDE_FIELDS; f++) {
        const struct yk_override *o = of->by[f];
        if (!o)
            continue;
        struct yk_cell *c = yk_table_row(v->sheets, t);
        c[0] = yk_code_cell(yk_override_code(o->field), field_words(o->field));
        c[1] = yk_code_cell(o->value, value_words(v, o));
        c[2] = yk_text_cell(o->who);
        c[3] = day_cell(o->at);
        c[4] = yk_text_cell(o->reason);
    }
}

void yk_report_overruled(struct yk_view *v, size_t client, const struct yk_overruled *of)
{
    const struct yk_column column[] = {{.key = "client_id", .heading = _("client id")},
                                       {.key = "name", .heading = _("name")}};
    const struct yk_door *door = &v->territory->door[client];
    struct yk_sheet *sheet = yk_sheets_add(v->sheets, _("client"), NULL);
    struct yk_table *t = yk_sheet_table(v->sheets, sheet, "", NULL, column, YK_COUNT_OF(column));
    struct yk_cell *c = yk_table_row(v->sheets, t);
    c[0] = yk_text_cell(door->id.text);
    c[1] = yk_text_cell(yk_door_text(door, "client_name"));
    yk_overruled_table(v, sheet, of);
}
