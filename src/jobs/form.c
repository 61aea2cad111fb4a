/* form.c - testing a form, and writing it for phones. */
#include "desk.h"
#include "jobs.h"

#include "youka/base/say.h"
#include "youka/book/book.h"
#include "youka/intake/source.h"
#include "youka/report/xlsform.h"

yk_code yk_run_form_check(struct yk_show *out, const struct yk_wish *wish,
                          const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    (void)watch;
    struct yk_form *form = NULL;
    const char *dir = yk_arena_printf(a, "%s/", wish->word[0]);
    if (yk_desk_form(&form, wish, dir, a, err))
        return err->code;
    const struct yk_column column[] = {
        {.key = "form", .heading = _("form"), .format = YK_AS_TEXT},
        {.key = "title", .heading = _("title"), .format = YK_AS_TEXT},
        {.key = "fields", .heading = _("fields"), .format = YK_AS_COUNT},
        {.key = "groups", .heading = _("groups"), .format = YK_AS_COUNT},
        {.key = "choices", .heading = _("choices"), .format = YK_AS_COUNT},
    };
    struct yk_sheets *s = &out->sheets;
    struct yk_sheet *sheet = yk_sheets_add(s, "form", NULL);
    struct yk_cell *row = yk_table_row(s, yk_sheet_table(s, sheet, "", NULL, column, 5));
    row[0] = yk_text_cell(yk_arena_copy(a, form->id));
    row[1] = yk_text_cell(yk_arena_copy(a, form->title));
    row[2] = yk_number_cell((double)form->fields);
    row[3] = yk_number_cell((double)form->groups);
    row[4] = yk_number_cell((double)form->vocabulary.count);
    yk_form_free(form);
    return YK_OK;
}

yk_code yk_run_form_xlsform(struct yk_show *out, const struct yk_wish *wish,
                            const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    static const char *const sheet[] = {"survey", "choices", "settings"};
    (void)watch;
    struct yk_source *source[3] = {0};
    const struct yk_rows *rows[3] = {0};
    struct yk_form *form = NULL;
    struct yk_sheets book;
    const char *to = wish->option[YK_OPT_OUT];
    const char *dir = wish->words
                          ? wish->word[0]
                          : yk_arena_printf(a, "%s/survey-forms/client_survey", wish->data_dir);
    for (int i = 0; i < 3; i++)
        if (yk_source_open(&source[i], yk_arena_printf(a, "%s/%s.csv", dir, sheet[i]), err) ||
            yk_source_all(&rows[i], source[i], 20000, err))
            goto out;
    /* A form that youka cannot read is not handed to phones. */
    if (yk_form_read(&form, rows[0], rows[1], rows[2], a, err))
        goto out;
    yk_sheets_init(&book, a, wish->lang, form->title, wish->today);
    yk_report_xlsform(&book, rows[0], rows[1], rows[2]);
    if (yk_book_write(&book, to, err))
        goto out;
    const struct yk_column column = {.key = "file", .heading = "", .format = YK_AS_TEXT};
    struct yk_table *t = yk_sheet_table(&out->sheets, yk_sheets_add(&out->sheets, "form", NULL), "",
                                        NULL, &column, 1);
    t->bare = true;
    yk_table_row(&out->sheets, t)[0] = yk_text_cell(to);
out:
    yk_form_free(form);
    for (int i = 0; i < 3; i++)
        yk_source_close(source[i]);
    return err->code;
}
