/* rules_export.c - the coefficients and decision tables in force as CSV files, to be edited. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk.h"
#include "jobs.h"
#include "youka/base/file.h"
#include "youka/base/say.h"
#include "youka/book/csv.h"
#include "youka/report/rules.h"

static const char *table_csv(const struct yk_rules *r, const char *file, struct yk_arena *a)
{
    struct yk_buf b = {0};
    size_t width = yk_rules_width(file);
    yk_csv_row(&b, yk_rules_headings(file, a), width);
    for (size_t i = 0; i < yk_rules_count(r, file); i++)
        yk_csv_row(&b, yk_rules_row(r, file, i, a), width);
    const char *text = yk_arena_copy(a, b.text);
    yk_buf_release(&b);
    return text;
}

/* What stands in a file, and whether there is one. */
static yk_code read_back(bool *there, struct yk_buf *out, const char *path, struct yk_err *err)
{
    struct stat st;
    char piece[8192];
    int fd;
    ssize_t n;
    *there = stat(path, &st) == 0;
    if (!*there)
        return YK_OK;
    if (yk_file_open(&fd, path, err))
        return err->code;
    while ((n = read(fd, piece, sizeof piece)) > 0)
        yk_buf_add(out, piece, (size_t)n);
    close(fd);
    return n < 0 ? yk_fail(err, YK_E_IO, _("%s: cannot be opened: %s"), path, strerror(errno))
                 : YK_OK;
}

enum state { NEW, SAME, OTHER };

static yk_code compare(enum state *out, const char *path, const char *csv, struct yk_err *err)
{
    struct yk_buf old = {0};
    bool there;
    if (read_back(&there, &old, path, err))
        return err->code;
    const size_t mark = sizeof YK_CSV_MARK - 1, n = strlen(csv);
    bool same = old.len == mark + n && !memcmp(old.text, YK_CSV_MARK, mark) &&
                !memcmp(old.text + mark, csv, n);
    *out = !there ? NEW : same ? SAME : OTHER;
    yk_buf_release(&old);
    return YK_OK;
}

struct written {
    const char *path, *csv;
    enum state state;
};

/* What somebody has edited is not written over unasked: all such files are named, and none is
 * written. */
static yk_code look_at_files(struct written *w, const struct yk_rules *rules,
                             const struct yk_wish *wish, struct yk_arena *a, struct yk_err *err)
{
    const char *other = NULL;
    for (const struct yk_rule_table *t = yk_rule_tables; t->file; t++, w++) {
        w->path = yk_arena_printf(a, "%s/%s", wish->word[0], t->file);
        w->csv = table_csv(rules, t->file, a);
        if (compare(&w->state, w->path, w->csv, err))
            return err->code;
        if (w->state == OTHER)
            other = other ? yk_arena_printf(a, "%s, %s", other, t->file) : t->file;
    }
    if (other && !wish->option[YK_OPT_REPLACE])
        return yk_fail(err, YK_E_USAGE,
                       _("%s holds files that say something else and stay as they are: %s; name "
                         "another folder, or write over them with --replace"),
                       wish->word[0], other);
    return YK_OK;
}

yk_code yk_run_rules_export(struct yk_show *out, const struct yk_wish *wish,
                            const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_rules rules = {0};
    size_t count = 0;
    (void)watch;
    while (yk_rule_tables[count].file)
        count++;
    struct written *w = YK_ARENA_ARRAY(a, struct written, count);
    if (yk_desk_rules_of(&rules, wish, a, err) || look_at_files(w, &rules, wish, a, err) ||
        yk_file_make_dir(wish->word[0], err))
        return err->code;
    struct yk_table *t = yk_report_rule_files(&out->sheets);
    for (size_t i = 0; i < count; i++) {
        if (w[i].state != SAME && yk_csv_write(w[i].path, w[i].csv, true, err))
            return err->code;
        struct yk_cell *c = yk_table_row(&out->sheets, t);
        c[0] = yk_text_cell(w[i].path);
        c[1] = yk_number_cell((double)yk_rules_count(&rules, yk_rule_tables[i].file));
    }
    return YK_OK;
}
