/* kinds.c - what an archive is that is no .xlsx workbook, and what to do with it. */
#include <string.h>

#include "xlsx.h"
#include "youka/base/say.h"

static const struct {
    const char *part, *sentence;
} kinds[] = {
    {"xl/workbook.bin",
     N_("%s: is a binary .xlsb workbook; open it in Excel and save it as .xlsx first")},
    {"word/document.xml",
     N_("%s: is a Word document; copy its table into a workbook and save that as .xlsx")},
    {"ppt/presentation.xml",
     N_("%s: is a PowerPoint file; copy its table into a workbook and save that as .xlsx")},
    {"index/document.iwa",
     N_("%s: is a file of Apple's Numbers or Pages; export it as .xlsx first")},
};

/* OpenDocument says what it is in a part of its own. */
static yk_code refuse_open_document(struct package *p, struct yk_err *err)
{
    static const char sheet[] = "application/vnd.oasis.opendocument.spreadsheet";
    struct part part = {0};
    char said[sizeof sheet] = "";
    size_t n = 0;
    yk_code code = part_open(&part, p, "mimetype", err);
    if (!code)
        code = part_read(&part, said, sizeof sheet - 1, &n, err);
    part_close(&part);
    if (code)
        return code;
    if (strncmp(said, sheet, strlen(sheet)) == 0)
        return yk_fail(err, YK_E_DATA,
                       _("%s: is an OpenDocument workbook (.ods); open it and save it as .xlsx "
                         "first"),
                       p->name);
    return yk_fail(err, YK_E_DATA,
                   _("%s: is an OpenDocument file, not a workbook; copy its table into a workbook "
                     "and save that as .xlsx"),
                   p->name);
}

yk_code xlsx_refused(struct package *p, struct yk_err *err)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (package_has(p, kinds[i].part))
            return yk_fail(err, YK_E_DATA, _(kinds[i].sentence), p->name);
    if (package_has(p, "mimetype"))
        return refuse_open_document(p, err);
    return yk_fail(err, YK_E_DATA,
                   _("%s: is a zip archive, not a workbook; unpack it and load the .csv or .xlsx "
                     "files in it"),
                   p->name);
}
