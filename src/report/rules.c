/* rules.c - rule tables that were read, what they change, what is wrong with them. */
#include "youka/report/rules.h"

#include <string.h>

#include "words.h"
#include "youka/base/say.h"

struct yk_table *yk_report_rule_files(struct yk_sheets *out)
{
    const struct yk_column column[] = {
        {.key = "file", .heading = _("file")},
        {.key = "rows", .heading = _("rows"), .format = YK_AS_COUNT},
    };
    return yk_sheet_table(out, yk_sheets_add(out, _("rule tables"), NULL), "files", NULL, column,
                          YK_COUNT_OF(column));
}

struct yk_table *yk_report_rule_versions(struct yk_sheets *out)
{
    const struct yk_column column[] = {
        {.key = "version", .heading = _("version")},
        {.key = "at", .heading = _("when")},
        {.key = "who", .heading = _("who")},
        {.key = "file", .heading = _("file")},
        {.key = "rows", .heading = _("rows"), .format = YK_AS_COUNT},
    };
    return yk_sheet_table(out, yk_sheets_add(out, _("versions of the rules"), NULL), "versions",
                          NULL, column, YK_COUNT_OF(column));
}

static void files(struct yk_sheets *out, struct yk_sheet *sheet, const struct yk_rules_reading *in)
{
    const struct yk_column column[] = {
        {.key = "file", .heading = _("file")},
        {.key = "rows", .heading = _("rows"), .format = YK_AS_COUNT},
        {.key = "changed", .heading = _("changed"), .format = YK_AS_COUNT},
        {.key = "added", .heading = _("added"), .format = YK_AS_COUNT},
        {.key = "unchanged", .heading = _("unchanged"), .format = YK_AS_COUNT},
    };
    struct yk_table *t = yk_sheet_table(out, sheet, "files", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < in->files; i++) {
        const struct yk_rules_file *f = &in->file[i];
        struct yk_cell *c = yk_table_row(out, t);
        c[0] = yk_text_cell(f->file);
        c[1] = yk_number_cell((double)f->rows);
        c[2] = yk_number_cell((double)f->changed);
        c[3] = yk_number_cell((double)f->added);
        c[4] = yk_number_cell((double)(f->rows - f->changed - f->added));
    }
}

static const char *key_of(struct yk_sheets *out, const struct yk_rules_change *c)
{
    const char *key = c->row[0];
    for (size_t k = 1; k < yk_rules_keys(c->file); k++)
        key = yk_arena_printf(out->arena, "%s %s", key, c->row[k]);
    return key;
}

static void changes(struct yk_sheets *out, struct yk_sheet *sheet,
                    const struct yk_rules_reading *in)
{
    const struct yk_column column[] = {
        {.key = "file", .heading = _("file")},     {.key = "line", .heading = _("line")},
        {.key = "key", .heading = _("row")},       {.key = "column", .heading = _("column")},
        {.key = "before", .heading = _("before")}, {.key = "now", .heading = _("now")},
    };
    struct yk_table *t = yk_sheet_table(out, sheet, "changes", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < in->changes; i++) {
        const struct yk_rules_change *change = &in->change[i];
        for (size_t k = yk_rules_keys(change->file); k < yk_rules_width(change->file); k++) {
            const char *before = change->before ? change->before[k] : "";
            if (!strcmp(before, change->row[k]))
                continue;
            struct yk_cell *c = yk_table_row(out, t);
            c[0] = yk_text_cell(change->file);
            c[1] = yk_number_cell((double)change->line);
            c[2] = yk_text_cell(key_of(out, change));
            c[3] = yk_text_cell(yk_rules_heading(change->file, k));
            c[4] = yk_text_cell(before);
            c[5] = yk_text_cell(change->row[k]);
        }
    }
}

static void faults(struct yk_sheets *out, struct yk_sheet *sheet, const struct yk_rules_reading *in)
{
    const struct yk_column column[] = {
        {.key = "file", .heading = _("file")},
        {.key = "line", .heading = _("line")},
        {.key = "key", .heading = _("row")},
        {.key = "column", .heading = _("column")},
        {.key = "grade", .heading = _("grade")},
        {.key = "sentence", .heading = _("what does not do")},
    };
    struct yk_table *t = yk_sheet_table(out, sheet, "faults", NULL, column, YK_COUNT_OF(column));
    for (size_t i = 0; i < in->faults; i++) {
        const struct yk_rule_fault *f = &in->fault[i].fault;
        struct yk_cell *c = yk_table_row(out, t);
        c[0] = yk_text_cell(f->file);
        if (in->fault[i].line)
            c[1] = yk_number_cell((double)in->fault[i].line);
        c[2] = yk_text_cell(f->key);
        c[3] = yk_text_cell(f->column);
        c[4] =
            yk_code_cell(f->warning ? "warning" : "error", f->warning ? _("remark") : _("error"));
        c[5] = yk_text_cell(f->sentence);
    }
}

void yk_report_rules_reading(struct yk_sheets *out, const struct yk_rules_reading *in)
{
    struct yk_sheet *sheet = yk_sheets_add(out, _("rule tables"), NULL);
    files(out, sheet, in);
    changes(out, sheet, in);
    faults(out, sheet, in);
}

void yk_report_rules_version(struct yk_sheets *out, const struct yk_id *id)
{
    const struct yk_column column = {.key = "version",
                                     .heading = _("version in force from now on")};
    struct yk_table *t =
        yk_sheet_table(out, yk_sheets_add(out, _("version"), NULL), "", NULL, &column, 1);
    yk_table_row(out, t)[0] = yk_text_cell(yk_arena_copy(out->arena, id->text));
}
