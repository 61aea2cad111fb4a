/* plan_make.c - writes development plans as workbooks, several at a time, and a list of them.
 *
 * Plans are worked out on threads, a handful of stations at a time; their workbooks are written by
 * processes: libxlsxwriter 1.1 keeps state of the whole process (gmtime, rand, srand), and what
 * breaks in one workbook must not take the others with it. The database is touched by this process
 * alone. */
#include "desk.h"
#include "jobs.h"
#include "ledger.h"

#include <string.h>

#include "youka/base/cores.h"
#include "youka/base/crew.h"
#include "youka/base/file.h"
#include "youka/base/say.h"
#include "youka/book/book.h"
#include "youka/report/sums.h"

enum { HANDFUL = 32 }; /* plans that lie in memory at a time */

struct making {
    const struct yk_desk *desk;
    const struct yk_wish *wish;
    const struct yk_watch *watch;
    struct yk_arena *a; /* of the whole run */
    struct yk_ledger ledger;
    struct yk_plan_file *file; /* one a chosen station */
    size_t files, done, troubles;
    size_t held;                       /* whole already, from a run that was interrupted */
    struct yk_desk_plan plan[HANDFUL]; /* at hand: those of file[first..] */
    size_t first;
    size_t write[HANDFUL]; /* of these, those to be written */
    size_t writes;
};

/* Codes become part of a file's name. */
static const char *book_path(const struct making *m, const char *station)
{
    char day[11];
    yk_day_write(day, m->wish->today);
    return yk_arena_printf(m->a, "%s/%s_%s_%s.xlsx", m->wish->option[YK_OPT_OUT],
                           _("development_plan"), station, day);
}

/* Everything that the bytes of a workbook depend on. Plans issued meanwhile change what the next
 * ones are compared with, and change no fact. */
static struct yk_id run_of(const struct making *m)
{
    const struct yk_territory *t = &m->desk->territory;
    const char *only = m->wish->option[YK_OPT_SHEETS];
    const char *unmasked = m->wish->option[YK_OPT_UNMASK] ? "unmasked" : "masked";
    struct yk_hash h;
    yk_hash_begin(&h);
    yk_hash_text(&h, m->desk->run.text);
    yk_hash_text(&h, m->wish->lang == YK_EN ? "en" : "zh");
    yk_hash_text(&h, only ? only : "");
    yk_hash_text(&h, unmasked);
    for (size_t i = 0; i < t->pasts; i++)
        yk_hash_text(&h, t->past[i].id.text);
    return yk_hash_end(&h);
}

static void fail_file(struct making *m, size_t i, const struct yk_err *err)
{
    const struct yk_station *s = &m->desk->territory.station[m->file[i].station];
    m->file[i].trouble = yk_arena_copy(m->a, err->text);
    m->troubles++;
    yk_notice(m->watch, yk_arena_printf(m->a, "%s %s: %s", s->code, s->name, err->text));
}

/* In a process of its own. */
static yk_code write_book(void *who, size_t piece, struct yk_err *err)
{
    const struct making *m = who;
    struct yk_desk_plan p = m->plan[m->write[piece]];
    const struct yk_station *s = &m->desk->territory.station[p.station];
    struct yk_sheets book;
    yk_sheets_init(&book, &p.arena, m->wish->lang,
                   yk_arena_printf(&p.arena, _("Development plan %s"), s->name), m->wish->today);
    struct yk_view view = yk_desk_view(m->desk, &book, m->wish->lang, &p.arena);
    view.unmasked = m->wish->option[YK_OPT_UNMASK];
    view.pot = m->desk->planning.pot;
    view.pots = m->desk->planning.pots;
    if (m->wish->option[YK_OPT_SHEETS]) {
        yk_report_ranked(&view, &p.plan);
    } else {
        if (yk_desk_plan_coverage(&p, m->desk, err))
            return err->code;
        view.coverage = p.covered ? &p.coverage : NULL;
        if (yk_report_plan(&view, &p.plan, NULL, 0, err))
            return err->code;
    }
    return yk_book_write(&book, m->file[m->first + m->write[piece]].path, err);
}

static void book_written(void *who, size_t piece, const struct yk_err *err)
{
    struct making *m = who;
    size_t at = m->write[piece];
    yk_progress(m->watch, _("writing plans"), ++m->done, m->files);
    if (err->code) {
        fail_file(m, m->first + at, err);
        return;
    }
    yk_ledger_note(&m->ledger, yk_file_name(m->file[m->first + at].path));
}

/* Before anything is written: on record who sees whom in full, the drafts in the database, and the
 * clients' ids, which leave the program with the workbooks. */
static yk_code keep_drafts(struct making *m, size_t count, struct yk_arena *a, struct yk_err *err)
{
    const struct yk_plan *plan[HANDFUL];
    for (size_t i = 0; i < count; i++) {
        const struct yk_desk_plan *p = &m->plan[i];
        const char *code = m->desk->territory.station[p->station].code;
        if (yk_desk_unmask(m->desk, m->wish, yk_arena_printf(a, "plan make %s", code),
                           p->plan.lines, err))
            return err->code;
        plan[i] = &p->plan;
    }
    if (yk_put_plans(m->desk->store, &m->desk->run, &m->desk->territory, plan, count, err))
        return err->code;
    return yk_desk_issue_plans(m->desk, m->plan, count, m->wish->now, a, err);
}

/* Sorts out whether the workbook of the plan at hand has to be written. */
static void prepare(struct making *m, const struct yk_view *view, size_t at,
                    const struct yk_err *err)
{
    struct yk_plan_file *f = &m->file[m->first + at];
    yk_sums_of(&f->sums, view, &m->plan[at].plan);
    if (err->code) {
        fail_file(m, m->first + at, err);
    } else if (yk_ledger_holds(&m->ledger, yk_file_name(f->path))) {
        yk_progress(m->watch, _("writing plans"), ++m->done, m->files);
        m->held++;
    } else {
        m->write[m->writes++] = at;
    }
}

static void make_handful(struct making *m, size_t count)
{
    struct yk_arena scratch = {0};
    struct yk_sheets sheets;
    struct yk_err err = {0};
    memset(m->plan, 0, sizeof m->plan);
    m->writes = 0;
    for (size_t i = 0; i < count; i++) {
        struct yk_plan_file *f = &m->file[m->first + i];
        f->path = book_path(m, m->desk->territory.station[f->station].code);
        m->plan[i].station = f->station;
    }
    yk_desk_plans(m->plan, count, m->desk);
    (void)!keep_drafts(m, count, &scratch, &err);
    yk_sheets_init(&sheets, &scratch, m->wish->lang, "", m->wish->today);
    struct yk_view view = yk_desk_view(m->desk, &sheets, m->wish->lang, &scratch);
    for (size_t i = 0; i < count; i++)
        prepare(m, &view, i, &err);
    yk_arena_release(&scratch);
    yk_crew_run(&(struct yk_crew){write_book, book_written, m}, m->writes, yk_cores());
    yk_desk_plans_release(m->plan, count);
}

/* 客户开发计划_目录_2026-11-23.xlsx, beside the plans. */
static yk_code write_index(struct making *m, struct yk_err *err)
{
    struct yk_arena own = {0};
    struct yk_sheets book;
    yk_sheets_init(&book, &own, m->wish->lang, _("Development plans"), m->wish->today);
    struct yk_view view = yk_desk_view(m->desk, &book, m->wish->lang, &own);
    yk_report_plan_index(&view, m->file, m->files);
    yk_code code = yk_book_write(&book, book_path(m, _("index")), err);
    yk_arena_release(&own);
    return code;
}

static yk_code tell(struct yk_show *out, const struct making *m, struct yk_err *err)
{
    struct yk_view view = yk_desk_view(m->desk, &out->sheets, m->wish->lang, m->a);
    yk_report_plan_index(&view, m->file, m->files);
    for (size_t i = 0; m->troubles && !err->code && i < m->files; i++)
        if (m->file[i].trouble)
            yk_fail(err, YK_E_IO,
                    _("%zu of %zu plans were not written (running this again writes only these); "
                      "the first "
                      "is %s: %s"),
                    m->troubles, m->files, m->desk->territory.station[m->file[i].station].code,
                    m->file[i].trouble);
    return err->code;
}

static yk_code make_all(struct yk_show *out, struct making *m, struct yk_err *err)
{
    struct yk_id run = run_of(m);
    if (yk_file_make_dir(m->wish->option[YK_OPT_OUT], err))
        return err->code;
    if (!yk_ledger_open(&m->ledger, m->wish->option[YK_OPT_OUT], &run, err)) {
        for (m->first = 0; m->first < m->files; m->first += HANDFUL)
            make_handful(m, m->files - m->first < HANDFUL ? m->files - m->first : HANDFUL);
        if (m->held)
            yk_notice(m->watch, yk_arena_printf(m->a,
                                                _("%zu workbooks of the run that was interrupted "
                                                  "are complete and stand"),
                                                m->held));
        if (!m->wish->option[YK_OPT_STATION])
            (void)!write_index(m, err);
        (void)!tell(out, m, err);
    }
    yk_ledger_close(&m->ledger, !err->code);
    return err->code;
}

yk_code yk_run_plan_make(struct yk_show *out, const struct yk_wish *wish,
                         const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    struct making *m = yk_arena_alloc(a, sizeof *m);
    size_t station = 0, *chosen;
    const char *only = wish->option[YK_OPT_SHEETS];
    if (only && strcmp(only, "plan") != 0)
        return yk_fail(err, YK_E_USAGE, _("--sheets takes «plan», not «%s»"), only);
    if (yk_desk_open(&desk, wish, watch, a, err) ||
        (wish->option[YK_OPT_STATION] &&
         yk_desk_station(&station, &desk, wish->option[YK_OPT_STATION], err)))
        goto out;
    *m = (struct making){.desk = &desk, .wish = wish, .watch = watch, .a = a};
    m->files = yk_desk_chosen_stations(&chosen, &desk, wish, a);
    m->file = YK_ARENA_ARRAY(a, struct yk_plan_file, m->files);
    for (size_t i = 0; i < m->files; i++)
        m->file[i].station = chosen[i];
    yk_desk_planning(&desk, watch, a);
    (void)!(m->files ? make_all(out, m, err) : yk_desk_no_station(&desk, wish, err));
out:
    yk_desk_close(&desk);
    return err->code;
}
