/* pack.c - workbooks made by hand, part by part. */
#include "pack.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "youka/intake/source.h"

#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONS                                                                                  \
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"

const char pack_rels[] = RELATIONS "<Relationship Id='rId1' Type='" RELATION
                                   "officeDocument' Target='xl/workbook.xml'/></Relationships>";
const char pack_book_rels[] = RELATIONS
    "<Relationship Id='rId1' Type='" RELATION "worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='rId2' Type='" RELATION "sharedStrings' Target='sharedStrings.xml'/>"
    "<Relationship Id='rId3' Type='" RELATION "styles' Target='styles.xml'/></Relationships>";

void pack_parts(const char *path, const struct pack_part *part)
{
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    if (!zip)
        abort();
    for (; part->name; part++) {
        zip_source_t *text = zip_source_buffer(zip, part->text, strlen(part->text), 0);
        if (!text || zip_file_add(zip, part->name, text, ZIP_FL_ENC_UTF_8) < 0)
            abort();
    }
    if (zip_close(zip))
        abort();
}

void pack_book(const char *path, const struct pack_book *b)
{
    struct yk_arena a = {0};
    const struct pack_part parts[] = {
        {"_rels/.rels", pack_rels},
        {"xl/_rels/workbook.xml.rels", pack_book_rels},
        {"xl/workbook.xml",
         yk_arena_printf(&a,
                         "<workbook " MAIN " xmlns:r='r'><workbookPr %s/><sheets>"
                         "<sheet name='表一' sheetId='1' r:id='rId1'/></sheets></workbook>",
                         b->properties ? b->properties : "")},
        {"xl/worksheets/sheet1.xml",
         yk_arena_printf(&a, "<worksheet " MAIN "><sheetData>%s</sheetData>%s</worksheet>", b->rows,
                         b->tail ? b->tail : "")},
        {"xl/sharedStrings.xml",
         yk_arena_printf(&a, "<sst " MAIN ">%s</sst>", b->strings ? b->strings : "")},
        {"xl/styles.xml",
         yk_arena_printf(&a, "<styleSheet " MAIN ">%s</styleSheet>", b->styles ? b->styles : "")},
        {0},
    };
    pack_parts(path, parts);
    yk_arena_release(&a);
}

static void show_row(struct yk_buf *to, size_t line, const char *const *cell, size_t width)
{
    yk_buf_printf(to, "%zu:", line);
    for (size_t i = 0; i < width; i++)
        yk_buf_printf(to, "%s%s", i ? "|" : "", cell[i]);
    yk_buf_puts(to, ";");
}

yk_code pack_show(struct yk_buf *to, const char *path, const char *sheet, struct yk_err *err)
{
    const struct yk_source_ask ask = {.sheet = sheet, .as_it_stands = true};
    struct yk_source *source = NULL;
    const struct yk_rows *rows;
    yk_buf_puts(to, "");
    yk_code code = yk_source_open_as(&source, path, &ask, err);
    for (bool first = true; !code; first = false) {
        code = yk_source_next(&rows, source, err);
        if (!code && first && rows->heading_line)
            show_row(to, rows->heading_line, rows->heading, rows->width);
        for (size_t i = 0; !code && i < rows->count; i++)
            show_row(to, rows->line[i], rows->cell + i * rows->width, rows->width);
        if (!code && !rows->count)
            break;
    }
    yk_source_close(source);
    return code;
}
