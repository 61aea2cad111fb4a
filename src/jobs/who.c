/* who.c - what a person says of who is who. */
#include "desk.h"
#include "jobs.h"

#include "youka/base/say.h"
#include "youka/report/duplicates.h"
#include "youka/survey/decide.h"

static yk_code keep(const struct yk_desk *desk, const struct yk_wish *wish,
                    struct yk_decision *decision, size_t count, struct yk_err *err)
{
    for (size_t i = 0; i < count; i++) {
        decision[i].who = wish->user;
        decision[i].at = wish->now;
        if (yk_put_decision(desk->store, &decision[i], err))
            return err->code;
    }
    return YK_OK;
}

static yk_code decide(struct yk_show *out, const struct yk_wish *wish, const struct yk_watch *watch,
                      enum yk_decided decided, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    struct yk_decision *decision;
    struct yk_decided_on what = {.decided = decided};
    bool undo = wish->option[YK_OPT_UNDO];
    if (yk_desk_open(&desk, wish, watch, a, err) ||
        yk_desk_find(&what.one, &desk, wish->word[0], err) ||
        yk_desk_find(&what.other, &desk, wish->word[1], err))
        goto out;
    if (what.one == what.other) {
        yk_fail(err, YK_E_USAGE, _("«%s» and «%s» are the same surveyed door"), wish->word[0],
                wish->word[1]);
        goto out;
    }
    size_t count =
        (undo ? yk_decide_undo : yk_decide)(&decision, &desk.who, what.one, what.other, decided, a);
    if (!count) {
        yk_fail(err, YK_E_FOUND, _("nobody has said so of «%s» and «%s»"), wish->word[0],
                wish->word[1]);
        goto out;
    }
    if (keep(&desk, wish, decision, count, err))
        goto out;
    what.taken_back = undo ? count : count - 1;
    what.undone = undo;
    struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
    yk_report_decided(&view, &what);
out:
    yk_desk_close(&desk);
    return err->code;
}

yk_code yk_run_client_same(struct yk_show *out, const struct yk_wish *wish,
                           const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return decide(out, wish, watch, YK_DECIDED_SAME, a, err);
}

yk_code yk_run_client_apart(struct yk_show *out, const struct yk_wish *wish,
                            const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    return decide(out, wish, watch, YK_DECIDED_APART, a, err);
}
