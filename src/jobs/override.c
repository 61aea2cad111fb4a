/* override.c - what a person decides for a client in place of what the rules say. */
#include <string.h>

#include "desk.h"
#include "jobs.h"

#include "youka/base/say.h"
#include "youka/base/text.h"
#include "youka/report/tables.h"

enum { PHONE_DIGITS = 7 };

struct deciding {
    const struct yk_desk *desk;
    struct yk_arena *a;
    struct yk_override item[YK_OVERRIDE_FIELDS];
    size_t count;
};

static yk_code no_value(const struct yk_vocabulary *known, const char *field, const char *typed,
                        enum yk_lang lang, struct yk_err *err)
{
    struct yk_buf all = {0};
    for (size_t i = 0; i < known->count; i++)
        yk_buf_printf(&all, "%s%s (%s)", i ? ", " : "", known->choice[i].code,
                      known->choice[i].label[lang]);
    yk_fail(err, YK_E_USAGE, _("«%s» is no value of %s; there are: %s"), typed, field, all.text);
    yk_buf_release(&all);
    return err->code;
}

static yk_code read_value(const char **out, struct deciding *d, enum yk_override_field f,
                          const char *typed, enum yk_lang lang, struct yk_err *err)
{
    struct yk_vocabulary known = {0};
    const char *bad;
    yk_override_values(&known, f, &d->desk->rules, &d->desk->form->vocabulary, d->a);
    *out = yk_override_read(&bad, f, typed, &known, d->a);
    if (!*out)
        no_value(&known, yk_override_code(f), bad, lang, err);
    yk_vocabulary_release(&known);
    return err->code;
}

/* "FIELD=VALUE"; nothing behind the sign takes back. */
static yk_code read_word(struct deciding *d, const struct yk_wish *wish, const char *word,
                         struct yk_err *err)
{
    const char *sign = strchr(word, '=');
    enum yk_override_field f;
    if (!sign || !yk_override_of(&f, yk_arena_text(d->a, word, (size_t)(sign - word))))
        return yk_fail(err, YK_E_USAGE,
                       _("«%s»: write FIELD=VALUE, with strategy, measures, policy, card_type or "
                         "owner as FIELD; no VALUE takes back"),
                       word);
    for (size_t i = 0; i < d->count; i++)
        if (d->item[i].field == f)
            return yk_fail(err, YK_E_USAGE, _("%s is given twice"), yk_override_code(f));
    struct yk_override *o = &d->item[d->count++];
    *o = (struct yk_override){
        .field = f, .who = wish->user, .at = wish->now, .reason = wish->option[YK_OPT_REASON]};
    return read_value(&o->value, d, f, sign + 1, wish->lang, err);
}

/* The reason is kept for good and goes along with the database: no phone belongs there. */
static yk_code check_reason(const char *reason, struct yk_err *err)
{
    size_t digits = 0;
    if (!reason || yk_text_blank(reason))
        return yk_fail(err, YK_E_USAGE, "%s", _("a decision needs its reason: --reason TEXT"));
    for (const char *p = reason; *p && digits < PHONE_DIGITS; p++)
        digits = *p >= '0' && *p <= '9' ? digits + 1 : 0;
    if (digits == PHONE_DIGITS)
        return yk_fail(err, YK_E_USAGE, "%s",
                       _("the reason is kept for good; leave numbers of phones out of it"));
    return YK_OK;
}

/* What stands of this client once the new words count. */
static struct yk_overruled stands(const struct deciding *d, size_t client)
{
    const struct yk_overruled *all = d->desk->derived.overruled;
    struct yk_overruled now = all ? all[client] : (struct yk_overruled){{NULL}};
    for (size_t i = 0; i < d->count; i++)
        now.by[d->item[i].field] = *d->item[i].value ? &d->item[i] : NULL;
    return now;
}

static yk_code decide(struct deciding *d, const struct yk_wish *wish, size_t client,
                      struct yk_err *err)
{
    const struct yk_door *door = &d->desk->territory.door[client];
    const struct yk_member *bearer = yk_who_bearer(door);
    if (wish->words > 1 && check_reason(wish->option[YK_OPT_REASON], err))
        return err->code;
    for (size_t i = 1; i < wish->words; i++) {
        if (read_word(d, wish, wish->word[i], err))
            return err->code;
        d->item[d->count - 1].submission = bearer ? bearer->submission : door->submission;
    }
    return d->count ? yk_put_overrides(d->desk->store, d->item, d->count, err) : YK_OK;
}

yk_code yk_run_client_override(struct yk_show *out, const struct yk_wish *wish,
                               const struct yk_watch *watch, struct yk_arena *a, struct yk_err *err)
{
    struct yk_desk desk = {0};
    struct deciding d = {.desk = &desk, .a = a};
    size_t client = 0;
    if (!yk_desk_open(&desk, wish, watch, a, err) &&
        !yk_desk_client(&client, &desk, wish->word[0], err) && !decide(&d, wish, client, err)) {
        struct yk_view view = yk_desk_view(&desk, &out->sheets, wish->lang, a);
        struct yk_overruled now = stands(&d, client);
        yk_report_overruled(&view, client, &now);
    }
    yk_desk_close(&desk);
    return err->code;
}
