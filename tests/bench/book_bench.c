/* book_bench.c - book_bench [ROWS [BOOKS]]: seconds to write workbooks of a plan's shape (52
 * columns: texts, long texts, numbers, days), with their widths, heights, formats, drop-downs and
 * the look whether all arrived, beside a bare libxlsxwriter program that writes the same cells;
 * each on two processes. BOOKS of 5,000 rows where not said; the ratio counts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "youka/base/num.h"
#include "youka/book/book.h"

enum { COLUMNS = 52, PROCESSES = 2 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void lay_out(struct yk_sheets *s, struct yk_arena *a, size_t rows)
{
    static const enum yk_format format[] = {YK_AS_COUNT, YK_AS_WRAP, YK_AS_WRAP, YK_AS_DECIMAL,
                                            YK_AS_TEXT,  YK_AS_DAY,  YK_AS_COUNT};
    static const char *const word[] = {"潜在客户",
                                       "实地拜访；签订加油协议；送油上门(先查许可)",
                                       "区人民路与解放路交叉口东北角",
                                       "量返 0.05 元/升，一年 40,000 元；未批：超出地区预算",
                                       "铂金",
                                       "",
                                       "站经理"};
    struct yk_column column[COLUMNS] = {{0}};
    yk_sheets_init(s, a, YK_ZH, "计划", yk_day_of(2026, 11, 23));
    for (int c = 0; c < COLUMNS; c++)
        column[c] = (struct yk_column){
            .heading = yk_arena_printf(a, "第%d列", c), .format = format[c % 7], .width = 12};
    struct yk_sheet *sheet = yk_sheets_add(s, "开发计划", NULL);
    sheet->data = true;
    struct yk_table *t = yk_sheet_table(s, sheet, "lines", NULL, column, COLUMNS);
    for (size_t r = 0; r < rows; r++) {
        struct yk_cell *cell = yk_table_row(s, t);
        for (int c = 0; c < COLUMNS; c++)
            cell[c] = c == 4 ? yk_text_cell(yk_arena_printf(a, "第%zu号客户单位", r))
                      : column[c].format == YK_AS_DAY ? yk_day_cell(20000 + (yk_day)(r % 90))
                      : column[c].format == YK_AS_COUNT || column[c].format == YK_AS_DECIMAL
                          ? yk_number_cell((double)(r * 37 % 10007) / (c + 1))
                          : yk_text_cell(word[(r + (size_t)c) % 7]);
    }
}

static void bare(const struct yk_sheets *s, const char *path)
{
    lxw_workbook *book = workbook_new(path);
    const struct yk_table *t = s->sheet[0]->table[0];
    lxw_worksheet *sheet = workbook_add_worksheet(book, "plan");
    lxw_format *format[COLUMNS]; /* each column looks as it is meant to */
    for (int c = 0; c < COLUMNS; c++) {
        format[c] = workbook_add_format(book);
        format_set_border(format[c], LXW_BORDER_THIN);
        format_set_num_format(format[c], c % 7 == 5 ? "yyyy-mm-dd" : "#,##0");
    }
    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < t->columns; c++) {
            const struct yk_cell *cell = &t->cell[r * t->columns + c];
            if (cell->kind == YK_CELL_NUMBER)
                worksheet_write_number(sheet, (lxw_row_t)r, (lxw_col_t)c, cell->number, format[c]);
            else if (cell->kind == YK_CELL_DAY)
                worksheet_write_number(sheet, (lxw_row_t)r, (lxw_col_t)c, cell->day, format[c]);
            else if (*cell->text)
                worksheet_write_string(sheet, (lxw_row_t)r, (lxw_col_t)c, cell->text, format[c]);
        }
    workbook_close(book);
}

/* The share of one process; where a workbook fails, so does it. */
static int write_some(const struct yk_sheets *s, const char *folder, size_t first, size_t books,
                      bool ours)
{
    struct yk_err err = {0};
    for (size_t i = first; i < books; i += PROCESSES) {
        char path[300];
        snprintf(path, sizeof path, "%s/%zu.xlsx", folder, i);
        if (!ours)
            bare(s, path);
        else if (yk_book_write(s, path, &err))
            return 1;
    }
    return 0;
}

static double seconds(const struct yk_sheets *s, const char *folder, size_t books, bool ours)
{
    double begin = now();
    for (size_t p = 0; p < PROCESSES; p++)
        if (fork() == 0)
            _exit(write_some(s, folder, p, books, ours));
    for (size_t p = 0; p < PROCESSES; p++) {
        int status;
        if (wait(&status) < 0 || status != 0) {
            fprintf(stderr, "book_bench: a workbook was not written\n");
            exit(1);
        }
    }
    return now() - begin;
}

static int by_size(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

int main(int argc, char **argv)
{
    double rows = 5000, books = 4, time[2][3];
    char folder[] = "/tmp/youka-books-XXXXXX", clear[64];
    struct yk_arena a = {0};
    struct yk_sheets s;
    if ((argc > 1 && yk_num_read(&rows, argv[1]) != YK_NUM_OK) ||
        (argc > 2 && yk_num_read(&books, argv[2]) != YK_NUM_OK) || rows < 1 || books < 1 ||
        !mkdtemp(folder)) {
        fprintf(stderr, "book_bench [ROWS [BOOKS]]\n");
        return 2;
    }
    lay_out(&s, &a, (size_t)rows);
    for (int round = 0; round < 3; round++)
        for (int ours = 0; ours < 2; ours++)
            time[ours][round] = seconds(&s, folder, (size_t)books, ours);
    for (int ours = 0; ours < 2; ours++)
        qsort(time[ours], 3, sizeof time[ours][0], by_size);
    struct rusage used;
    getrusage(RUSAGE_CHILDREN, &used);
    printf("%.0f workbooks of %.0f rows x %d, two processes, medians of three in turns\n"
           "bare libxlsxwriter %.2f s, ours %.2f s: %.2f times; at most %.0f MB a process\n",
           books, rows, COLUMNS, time[0][1], time[1][1], time[1][1] / time[0][1],
           (double)used.ru_maxrss / 1024);
    snprintf(clear, sizeof clear, "rm -rf %s", folder);
    yk_arena_release(&a);
    return system(clear) != 0;
}
