/* sheet.c - the rows of a workbook's sheet, as they are unpacked. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "xlsx.h"
#include "xml.h"
#include "youka/base/say.h"

#define MOST_CELLS                                                                                 \
    ((size_t)1 << 28) /* places of a sheet, blank ones before a filled one included */
#define FULL_CELLS ((size_t)1 << 19) /* in the grid: the parser rests until they are taken */
#define FULL_BYTES ((size_t)4 << 20)

enum cell_type { CELL_NUMBER, CELL_SHARED, CELL_BOOLEAN, CELL_TEXT };

struct sheet {
    struct reader reader;
    struct xlsx *book;
    struct xml xml;
    size_t line, column; /* of the row and cell under way; lines from 1, columns from 0 */
    size_t next_column;
    size_t row_bytes, places;
    bool data;       /* inside <sheetData> */
    bool row, cell;  /* inside <row>, <c> */
    bool value;      /* inside <v>, or a <t> of <is> */
    size_t phonetic; /* depth of <rPh> */
    enum cell_type type;
    enum number_kind kind;
    struct yk_buf text; /* of the cell under way */

    struct reader_area *area; /* of a second reading, for merged cells */
    size_t areas, area_room, area_line;
};

static void refuse(struct sheet *s, const char *sentence)
{
    xml_fail(&s->xml, yk_fail(s->xml.err, YK_E_DATA, sentence, s->book->name, s->line));
}

static void refuse_place(struct sheet *s)
{
    refuse(s, _("%s, row %zu: a cell beyond the last row or column that a sheet can have; open it "
                "in Excel or WPS and save it anew"));
}

/* "BC23" to column 54 and line 23. */
static bool read_place(const char *ref, size_t *column, size_t *line)
{
    size_t c = 0, l = 0;
    for (; (*ref | 0x20) >= 'a' && (*ref | 0x20) <= 'z' && c <= GRID_WIDEST; ref++)
        c = c * 26 + (size_t)((*ref | 0x20) - 'a' + 1);
    for (; *ref >= '0' && *ref <= '9' && l <= GRID_TALLEST; ref++)
        l = l * 10 + (size_t)(*ref - '0');
    *column = c - 1;
    *line = l;
    return *ref != '\0' ? *ref == ':' && c && l : c && c <= GRID_WIDEST && l && l <= GRID_TALLEST;
}

static void begin_row(struct sheet *s, const char **attribute)
{
    const char *r = xml_attribute(attribute, "r");
    s->line = r ? strtoul(r, NULL, 10) : s->line + 1;
    s->row = true;
    s->next_column = s->row_bytes = 0;
    if (s->line < 1 || s->line > GRID_TALLEST)
        refuse_place(s);
    grid_begin_row(&s->reader.grid, s->line);
}

static enum cell_type type_of(const char *t)
{
    if (!t || strcmp(t, "n") == 0)
        return CELL_NUMBER;
    if (strcmp(t, "s") == 0)
        return CELL_SHARED;
    return strcmp(t, "b") == 0 ? CELL_BOOLEAN : CELL_TEXT; /* str, inlineStr, e, d */
}

static void begin_cell(struct sheet *s, const char **attribute)
{
    const struct styles *styles = &s->book->styles;
    const char *type = NULL;
    size_t line;
    s->cell = true;
    s->value = false;
    s->phonetic = 0;
    s->column = s->next_column;
    s->kind = NUMBER_PLAIN;
    yk_buf_clear(&s->text);
    for (const char **a = attribute; *a; a += 2) {
        const char *name = a[0], *value = a[1];
        if (name[0] == '\0' || name[1] != '\0')
            continue;
        if (name[0] == 'r') {
            if (!read_place(value, &s->column, &line))
                refuse_place(s);
        } else if (name[0] == 't') {
            type = value;
        } else if (name[0] == 's') {
            size_t style = strtoul(value, NULL, 10);
            s->kind = style < styles->count ? (enum number_kind)styles->kind[style] : NUMBER_PLAIN;
        }
    }
    s->type = type_of(type);
    if (s->column >= GRID_WIDEST)
        refuse_place(s);
    s->next_column = s->column + 1;
}

/* Keeps areas that begin at or above the line asked for and reach it. */
static void see_area(struct sheet *s, const char *ref)
{
    const char *colon = ref ? strchr(ref, ':') : NULL;
    struct reader_area area;
    if (!colon || !read_place(ref, &area.left, &area.top) ||
        !read_place(colon + 1, &area.right, &area.bottom) || area.top > s->area_line ||
        area.bottom < s->area_line || area.right < area.left || s->areas == GRID_WIDEST)
        return;
    s->area = yk_grow(s->area, &s->area_room, s->areas + 1, sizeof *s->area);
    s->area[s->areas++] = area;
}

static void on_start(void *who, const char *name, const char **attribute)
{
    struct sheet *s = who;
    if (!s->data) {
        s->data = strcmp(name, "sheetData") == 0;
    } else if (!s->row) {
        if (strcmp(name, "row") == 0)
            begin_row(s, attribute);
    } else if (!s->cell) {
        if (strcmp(name, "c") == 0)
            begin_cell(s, attribute);
    } else if (strcmp(name, "v") == 0) {
        s->value = true;
    } else if (strcmp(name, "t") == 0) {
        s->value = !s->phonetic;
    } else if (strcmp(name, "rPh") == 0) {
        s->phonetic++;
    }
}

static void on_text(void *who, const char *text, size_t n)
{
    struct sheet *s = who;
    if (!s->value)
        return;
    yk_buf_add(&s->text, text, n);
    s->row_bytes += n;
    if (s->row_bytes > GRID_LONGEST)
        refuse(s, _("%s, row %zu: a row of more than 16 MiB; this is no table of survey answers"));
}

static void put_shared(struct sheet *s)
{
    const struct strings *strings = &s->book->strings;
    char *end;
    unsigned long index = strtoul(s->text.text, &end, 10);
    if (*end || index >= strings->count) {
        refuse(s, _("%s, row %zu: a cell asks for a text that the workbook does not hold; open it "
                    "in Excel or WPS and save it anew"));
        return;
    }
    const char *text = strings->text + strings->at[index];
    if (*text)
        grid_lend(&s->reader.grid, s->column, text);
}

static void put_cell(struct sheet *s)
{
    struct grid *g = &s->reader.grid;
    char number[NUMBER_ROOM];
    size_t n = s->text.len;
    switch (s->type) {
    case CELL_SHARED:
        put_shared(s);
        return;
    case CELL_BOOLEAN:
        grid_lend(g, s->column, xml_is_true(s->text.text) ? "TRUE" : "FALSE");
        return;
    case CELL_NUMBER:
        if (n < NUMBER_ROOM) {
            n = number_write(number, s->text.text, n, s->kind, s->book->since_1904);
            grid_put(g, s->column, number, n);
            return;
        }
        break;
    case CELL_TEXT:
        n = strings_unescape(s->text.text, n);
    }
    grid_put(g, s->column, s->text.text, n);
}

static void end_row(struct sheet *s)
{
    struct grid *g = &s->reader.grid;
    s->row = false;
    s->places += g->cells - g->now.first;
    grid_end_row(g);
    if (s->places > MOST_CELLS)
        refuse(s, _("%s, row %zu: the sheet spreads over hundreds of millions of cells; copy the "
                    "table into a new workbook"));
    if (g->rows >= YK_PIECE || g->cells >= FULL_CELLS || g->len >= FULL_BYTES)
        xml_pause(&s->xml);
}

static void on_end(void *who, const char *name)
{
    struct sheet *s = who;
    if (!s->data)
        return;
    if (!s->row) {
        if (strcmp(name, "sheetData") == 0) /* what follows is no row */
            s->data = false;
    } else if (!s->cell) {
        if (strcmp(name, "row") == 0)
            end_row(s);
    } else if (strcmp(name, "c") == 0) {
        s->cell = false;
        if (s->text.len)
            put_cell(s);
    } else if (strcmp(name, "rPh") == 0) {
        s->phonetic -= s->phonetic > 0;
    } else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) {
        s->value = false;
    }
}

/* --- the reader ------------------------------------------------------------------------------- */

static yk_code advance(struct reader *r, struct yk_err *err)
{
    struct sheet *s = (struct sheet *)r;
    if (xml_step(&s->xml, err))
        return err->code;
    r->ended = s->xml.ended;
    return YK_OK;
}

static void see_merged(void *who, const char *name, const char **attribute)
{
    if (strcmp(name, "mergeCell") == 0)
        see_area(who, xml_attribute(attribute, "ref"));
}

/* Merged cells are listed behind the rows: the sheet is read a second time for them. */
static yk_code merged(struct reader_area **out, size_t *count, struct reader *r, size_t line,
                      struct yk_arena *a, struct yk_err *err)
{
    static const struct xml_handler handler = {see_merged, NULL, NULL};
    struct sheet *s = (struct sheet *)r;
    struct xml *again = yk_alloc(sizeof *again);
    s->areas = 0;
    s->area_line = line;
    yk_code code = xml_read(again, &s->book->package, s->xml.part.name, &handler, s, err);
    free(again);
    if (code)
        return code;
    *count = s->areas;
    *out = YK_ARENA_ARRAY(a, struct reader_area, s->areas);
    if (s->areas)
        memcpy(*out, s->area, s->areas * sizeof *s->area);
    return YK_OK;
}

static void progress(const struct reader *r, unsigned long long *done, unsigned long long *total)
{
    const struct sheet *s = (const struct sheet *)r;
    *done = s->xml.part.done;
    *total = s->xml.part.total;
}

static void close_sheet(struct reader *r)
{
    struct sheet *s = (struct sheet *)r;
    xml_close(&s->xml);
    grid_release(&r->grid);
    yk_buf_release(&s->text);
    free(s->area);
    free(s);
}

static yk_code make_ready(struct xlsx *b, struct yk_err *err)
{
    if (b->ready)
        return YK_OK;
    if (b->strings_part && package_has(&b->package, b->strings_part) &&
        strings_read(&b->strings, &b->package, b->strings_part, err))
        return err->code;
    if (b->styles_part && package_has(&b->package, b->styles_part) &&
        styles_read(&b->styles, &b->package, b->styles_part, err))
        return err->code;
    b->ready = true;
    return YK_OK;
}

yk_code xlsx_sheet(struct reader **out, struct xlsx *b, size_t sheet, struct yk_err *err)
{
    static const struct reader_kind kind = {advance, merged, progress, close_sheet};
    static const struct xml_handler handler = {on_start, on_end, on_text};
    const char *name = b->sheet[sheet].name, *part = b->part[sheet];
    if (!part)
        return yk_fail(err, YK_E_DATA,
                       _("%s: its sheet «%s» is missing from the file; open it in Excel or WPS and "
                         "save it anew"),
                       b->name, name);
    if (make_ready(b, err))
        return err->code;
    struct sheet *s = yk_alloc(sizeof *s);
    s->book = b;
    s->reader = (struct reader){.kind = &kind, .name = b->name, .facts.sheet = name};
    if (xml_open(&s->xml, &b->package, part, &handler, s, err)) {
        close_sheet(&s->reader);
        return err->code;
    }
    *out = &s->reader;
    return YK_OK;
}
