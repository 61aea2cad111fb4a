/* sheet_bench.c - a table read from a workbook and from a CSV: sheet_bench make FOLDER ROWS COLUMNS
 * writes both, sheet_bench read FILE reads one to its end. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "youka/intake/source.h"

/* A third words of a short list, a third numbers, a third texts of their own: as a survey has. */
static void cell_of(char out[48], unsigned row, unsigned column)
{
    static const char *const words[] = {"物流运输", "机关单位", "宾馆", "学校", "厂矿", "医院"};
    if (column % 3 == 0)
        snprintf(out, 48, "%s", words[(row + column) % 6]);
    else if (column % 3 == 1)
        snprintf(out, 48, "%u", (row * 7919 + column) % 100000);
    else
        snprintf(out, 48, "新阳路%u号%u", row, column);
}

static int make(const char *folder, unsigned rows, unsigned columns)
{
    char path[512], text[48];
    snprintf(path, sizeof path, "%s/table.csv", folder);
    FILE *csv = fopen(path, "w");
    snprintf(path, sizeof path, "%s/table.xlsx", folder);
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    if (!csv || !sheet)
        return 1;
    for (unsigned row = 0; row <= rows; row++)
        for (unsigned column = 0; column < columns; column++) {
            if (row)
                cell_of(text, row, column);
            else
                snprintf(text, sizeof text, "列%u", column);
            if (row && column % 3 == 1)
                worksheet_write_number(sheet, row, (lxw_col_t)column, strtod(text, NULL), NULL);
            else
                worksheet_write_string(sheet, row, (lxw_col_t)column, text, NULL);
            fprintf(csv, "%s%s", text, column + 1 < columns ? "," : "\n");
        }
    return workbook_close(book) != LXW_NO_ERROR || fclose(csv) != 0;
}

static int read_whole(const char *path)
{
    struct yk_err err = {.text = ""};
    struct yk_source *s = NULL;
    const struct yk_rows *r = NULL;
    size_t rows = 0;
    yk_code code = yk_source_open(&s, path, &err);
    while (!code && !(code = yk_source_next(&r, s, &err)) && r->count)
        rows += r->count;
    yk_source_close(s);
    if (code)
        fprintf(stderr, "%s\n", err.text);
    printf("%zu\n", rows);
    return code != YK_OK;
}

int main(int argc, char **argv)
{
    if (argc == 5 && strcmp(argv[1], "make") == 0)
        return make(argv[2], (unsigned)strtoul(argv[3], NULL, 10),
                    (unsigned)strtoul(argv[4], NULL, 10));
    if (argc == 3 && strcmp(argv[1], "read") == 0)
        return read_whole(argv[2]);
    fputs("sheet_bench make FOLDER ROWS COLUMNS | sheet_bench read FILE\n", stderr);
    return 2;
}
