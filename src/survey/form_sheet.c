/* form_sheet.c - a sheet of an XLSForm: its columns by heading, its cells trimmed, its refusals. */
#include "form_sheet.h"

#include <stdint.h>
#include <string.h>

#include "youka/base/say.h"
#include "youka/base/text.h"

#define NOWHERE SIZE_MAX

/* What is done with a column. A dropped one changes how a phone shows a question and nothing else.
 */
enum use { USE_READ, USE_WORDED, USE_DROP, USE_REFUSE };
static const struct heading {
    const char *sheet, *text; /* sheet "": all of them */
    enum use use;
    enum column column;
} headings[] = {
    {"survey", "type", USE_READ, COL_TYPE},
    {"survey", "name", USE_READ, COL_NAME},
    {"survey", "label", USE_WORDED, COL_LABEL},
    {"survey", "hint", USE_WORDED, COL_HINT},
    {"survey", "constraint_message", USE_WORDED, COL_MESSAGE},
    {"survey", "required", USE_READ, COL_REQUIRED},
    {"survey", "relevant", USE_READ, COL_RELEVANT},
    {"survey", "constraint", USE_READ, COL_CONSTRAINT},
    {"survey", "calculation", USE_READ, COL_CALCULATION},
    {"survey", "each_visit", USE_READ, COL_EACH_VISIT},
    {"survey", "appearance", USE_DROP, 0},
    {"survey", "parameters", USE_DROP, 0},
    {"survey", "readonly", USE_DROP, 0},
    {"survey", "required_message", USE_DROP, 0},
    {"survey", "guidance_hint", USE_DROP, 0},
    {"survey", "note", USE_DROP, 0},
    {"survey", "choice_filter", USE_REFUSE, 0},
    {"survey", "default", USE_REFUSE, 0},
    {"survey", "trigger", USE_REFUSE, 0},
    {"survey", "repeat_count", USE_REFUSE, 0},
    {"survey", "disabled", USE_REFUSE, 0},
    {"choices", "list_name", USE_READ, COL_LIST},
    {"choices", "name", USE_READ, COL_NAME},
    {"choices", "label", USE_WORDED, COL_LABEL},
    {"settings", "form_title", USE_READ, COL_FORM_TITLE},
    {"settings", "form_id", USE_READ, COL_FORM_ID},
    {"settings", "version", USE_READ, COL_VERSION},
    {"settings", "instance_name", USE_READ, COL_INSTANCE_NAME},
    {"settings", "default_language", USE_DROP, 0},
    {"settings", "allow_choice_duplicates", USE_DROP, 0},
    {"settings", "style", USE_DROP, 0},
    {"settings", "submission_url", USE_DROP, 0},
    {"settings", "public_key", USE_DROP, 0},
    {"settings", "auto_send", USE_DROP, 0},
    {"settings", "auto_delete", USE_DROP, 0},
    {"", "media", USE_DROP, 0},
    {"", "image", USE_DROP, 0},
    {"", "big-image", USE_DROP, 0},
    {"", "audio", USE_DROP, 0},
    {"", "video", USE_DROP, 0},
};

/* Underlines do not count: older forms say "list name" and "constraint message". */
static bool same_word(const char *word, const char *text, size_t n)
{
    for (const char *end = text + n;; word++, text++) {
        while (*word == '_')
            word++;
        while (text < end && *text == '_')
            text++;
        if (!*word || text >= end)
            return !*word && text >= end;
        if (*word != *text)
            return false;
    }
}

/* "label::中文 (zh)" is the heading "label" in a language. */
static const struct heading *heading_of(const char *sheet, const char *text, size_t n)
{
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        const struct heading *h = &headings[i];
        if ((!*h->sheet || strcmp(h->sheet, sheet) == 0) && same_word(h->text, text, n))
            return h;
    }
    return NULL;
}

/* 1: 中文, 2: English, 0: a language that youka does not speak. */
static size_t language(const char *key)
{
    if (strstr(key, "(zh") || strstr(key, "中文") || strstr(key, "chinese") || !strcmp(key, "zh"))
        return 1;
    return strstr(key, "(en") || strstr(key, "english") || !strcmp(key, "en") ? 2 : 0;
}

static yk_code refuse_cell(const struct sheet *s, size_t row, size_t column, const char *why)
{
    if (column == NOWHERE)
        return yk_fail(s->err, YK_E_DATA, _("sheet %s, row %zu: %s"), s->name, s->rows->line[row],
                       why);
    return yk_fail(s->err, YK_E_DATA, _("sheet %s, row %zu, column %s, «%s»: %s"), s->name,
                   s->rows->line[row], yk_text_cut(s->arena, s->rows->heading[column], 40),
                   yk_text_cut(s->arena, yk_rows_at(s->rows, row, column), 60), why);
}

static yk_code refuse_filled(const struct sheet *s, size_t column, const char *why)
{
    for (size_t row = 0; row < s->rows->count; row++)
        if (!yk_text_blank(yk_rows_at(s->rows, row, column)))
            return refuse_cell(s, row, column, why);
    return YK_OK;
}

static yk_code place_column(struct sheet *s, size_t i)
{
    const char *key = yk_text_key(s->arena, s->rows->heading[i]);
    const char *colons = strstr(key, "::");
    const struct heading *h =
        heading_of(s->name, key, colons ? (size_t)(colons - key) : strlen(key));
    if (!*key)
        return refuse_filled(s, i, _("this column has no heading"));
    if (!h || (colons && h->use == USE_READ))
        return yk_fail(s->err, YK_E_DATA,
                       _("sheet %s, row %zu: youka does not know the column «%s» of an XLSForm"),
                       s->name, s->rows->heading_line,
                       yk_text_cut(s->arena, s->rows->heading[i], 60));
    if (h->use == USE_DROP)
        return YK_OK;
    if (h->use == USE_REFUSE)
        return refuse_filled(s, i, _("youka cannot follow this column: leave it blank"));
    size_t lang = colons ? language(colons + 2) : 0;
    if (colons && !lang)
        return YK_OK;
    size_t *at = &s->column[h->column + lang];
    if (*at != NOWHERE)
        return yk_fail(s->err, YK_E_DATA,
                       _("sheet %s, row %zu: the column «%s» stands there twice"), s->name,
                       s->rows->heading_line, yk_text_cut(s->arena, s->rows->heading[i], 60));
    *at = i;
    return YK_OK;
}

yk_code yk_sheet_open(struct sheet *out, const char *name, const struct yk_rows *rows,
                      struct yk_arena *a, struct yk_err *err)
{
    *out = (struct sheet){.name = name, .rows = rows, .arena = a, .err = err};
    for (size_t i = 0; i < COLUMNS; i++)
        out->column[i] = NOWHERE;
    for (size_t i = 0; i < rows->width; i++)
        if (place_column(out, i))
            return err->code;
    return YK_OK;
}

yk_code yk_sheet_must(const struct sheet *s, enum column column)
{
    if (s->column[column] != NOWHERE)
        return YK_OK;
    const char *missing = "";
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        if (headings[i].column == column && strcmp(headings[i].sheet, s->name) == 0 &&
            headings[i].use == USE_READ)
            missing = headings[i].text;
    struct yk_buf found = {0};
    for (size_t i = 0; i < s->rows->width; i++)
        yk_buf_printf(&found, "%s%s", i ? ", " : "", s->rows->heading[i]);
    yk_fail(s->err, YK_E_DATA, _("sheet %s, row %zu: the column «%s» is missing; there are: %s"),
            s->name, s->rows->heading_line, missing, found.text ? found.text : "");
    yk_buf_release(&found);
    return s->err->code;
}

const char *yk_sheet_text(const struct sheet *s, size_t row, enum column column)
{
    if (s->column[column] == NOWHERE)
        return "";
    return yk_text_trim(s->arena, yk_rows_at(s->rows, row, s->column[column]));
}

const char *yk_sheet_worded(const struct sheet *s, size_t row, enum column column, int lang)
{
    const size_t order[] = {lang ? 2 : 1, 0, lang ? 1 : 2};
    for (size_t i = 0; i < 3; i++) {
        const char *text = yk_sheet_text(s, row, (enum column)(column + order[i]));
        if (*text)
            return text;
    }
    return "";
}

bool yk_sheet_blank_row(const struct sheet *s, size_t row)
{
    for (size_t i = 0; i < s->rows->width; i++)
        if (!yk_text_blank(yk_rows_at(s->rows, row, i)))
            return false;
    return true;
}

/* A column in several languages is named by the first of them that stands there. */
static size_t place_of(const struct sheet *s, enum column column)
{
    bool worded = column == COL_LABEL || column == COL_HINT || column == COL_MESSAGE;
    size_t at = s->column[column];
    for (size_t i = 1; worded && at == NOWHERE && i < 3; i++)
        at = s->column[column + i];
    return at;
}

yk_code yk_sheet_refuse(const struct sheet *s, size_t row, enum column column, const char *why)
{
    return refuse_cell(s, row, place_of(s, column), why);
}

yk_code yk_sheet_while(const struct sheet *s, size_t row, enum column column)
{
    char was[sizeof s->err->text];
    memcpy(was, s->err->text, sizeof was);
    return refuse_cell(s, row, place_of(s, column), was);
}
