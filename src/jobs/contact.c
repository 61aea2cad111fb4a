/* contact.c - contacts erased for good, and the record of what was shown or erased. */
#include "desk.h"
#include "jobs.h"

#include "youka/base/say.h"
#include "youka/report/tables.h"

/* All submissions of the client. */
static const struct yk_id *submissions(size_t *count, const struct yk_door *door,
                                       struct yk_arena *a)
{
    *count = door->members ? door->members : 1;
    struct yk_id *id = YK_ARENA_ARRAY(a, struct yk_id, *count);
    id[0] = door->submission;
    for (size_t i = 0; i < door->members; i++)
        id[i] = door->member[i].submission;
    return id;
}

static void show(struct yk_show *out, const struct yk_door *door, const struct yk_erased *erased)
{
    const struct yk_column column[] = {
        {.key = "id", .heading = _("client id")},
        {.key = "copies", .heading = _("copies mended"), .format = YK_AS_COUNT},
        {.key = "remark", .heading = _("remark"), .format = YK_AS_WRAP},
    };
    const struct yk_column file = {.key = "", .heading = _("removed")};
    struct yk_sheet *sheet = yk_sheets_add(&out->sheets, _("erased"), NULL);
    struct yk_table *t = yk_sheet_table(&out->sheets, sheet, "", NULL, column, 3);
    struct yk_cell *c = yk_table_row(&out->sheets, t);
    c[0] = yk_text_cell(yk_arena_copy(out->sheets.arena, door->id.text));
    c[1] = yk_number_cell((double)erased->copies);
    c[2] =
        yk_text_cell(_("earlier backups, and workbooks already written, still hold the contacts: "
                       "remove them too"));
    t = yk_sheet_table(&out->sheets, sheet, "removed", NULL, &file, 1);
    for (size_t i = 0; i < erased->files; i++)
        yk_table_row(&out->sheets, t)[0] = yk_text_cell(erased->file[i]);
}

yk_code yk_run_contact_erase(struct yk_show *out, const struct yk_wish *wish,
                             const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    struct yk_erased erased = {0};
    size_t at = 0, count;
    if (yk_desk_open(&desk, wish, watch, a, err) || yk_desk_client(&at, &desk, wish->word[0], err))
        goto out;
    const struct yk_door *door = &desk.territory.door[at];
    const struct yk_id *id = submissions(&count, door, a);
    struct yk_audit audit = {.at = wish->now,
                             .who = wish->user,
                             .what = yk_arena_printf(a, "contact erase %.12s", door->id.text),
                             .reason = ""};
    yk_progress(watch, _("erasing"), 0, 0);
    if (!yk_erase_contacts(&erased, desk.store, id, count, &audit, a, err))
        show(out, door, &erased);
out:
    yk_desk_close(&desk);
    return err->code;
}

yk_code yk_run_db_audit(struct yk_show *out, const struct yk_wish *wish,
                        const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    (void)watch;
    struct yk_store *store = NULL;
    struct yk_audit *audit;
    size_t count;
    const struct yk_column column[] = {
        {.key = "at", .heading = _("when")},
        {.key = "who", .heading = _("by")},
        {.key = "what", .heading = _("command")},
        {.key = "reason", .heading = _("reason"), .format = YK_AS_WRAP},
        {.key = "rows", .heading = _("rows"), .format = YK_AS_COUNT},
    };
    if (yk_store_open(&store, wish->db, YK_STORE_READ, err))
        return err->code;
    if (!yk_list_audit(&audit, &count, store, a, err)) {
        struct yk_sheet *sheet = yk_sheets_add(&out->sheets, _("record"), NULL);
        struct yk_table *t = yk_sheet_table(&out->sheets, sheet, "audit", NULL, column, 5);
        for (size_t i = 0; i < count; i++) {
            struct yk_cell *c = yk_table_row(&out->sheets, t);
            const char *const text[] = {audit[i].at, audit[i].who, audit[i].what, audit[i].reason};
            for (int k = 0; k < 4; k++)
                c[k] = yk_text_cell(text[k]);
            c[4] = yk_number_cell((double)audit[i].rows);
        }
    }
    yk_store_close(store);
    return err->code;
}
