/* words.c - codes and numbers in the reader's words. */
#include "words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "youka/base/say.h"

#define LEAST_SHARE .05 /* grades below it are left out of a sentence */

const char *yk_word_choice(const struct yk_view *v, const char *list, const char *codes)
{
    return codes && *codes
               ? yk_labels(v->vocabulary, v->sheets->arena, list, codes, v->sheets->lang)
               : "";
}

const char *yk_word_join(const struct yk_view *v, const char *a, const char *b)
{
    if (!*a || !*b)
        return *a ? a : b;
    return yk_arena_printf(v->sheets->arena, "%s%s%s", a, v->sheets->lang == YK_ZH ? "；" : "; ",
                           b);
}

const char *yk_word_rule(const struct yk_view *v, const char *list, const char *codes)
{
    struct yk_arena *a = v->sheets->arena;
    const char *said = "";
    for (const char *s = codes ? codes : ""; *s;) {
        size_t n = strcspn(s, " ");
        const char *label =
            n ? yk_rules_label(v->territory->rules, list, yk_arena_text(a, s, n), v->sheets->lang)
              : "";
        said = yk_word_join(v, said, label);
        s += n + strspn(s + n, " ");
    }
    return said;
}

static size_t question_at(const struct yk_view *v, const char *code)
{
    size_t i = 0;
    while (v->question && v->question[i][0] && strcmp(v->question[i][0], code) != 0)
        i++;
    return i;
}

const char *yk_word_question(const struct yk_view *v, const char *code)
{
    if (!v->question || !code || !*code)
        return code ? code : "";
    const char *const *q = v->question[question_at(v, code)];
    return q[0] && q[1] && *q[1] ? q[1] : code;
}

const char *yk_word_answer(const struct yk_view *v, const char *code, const char *text)
{
    size_t at = question_at(v, code);
    const char *list = code;
    if (v->question && v->question[at][0] && v->question_list)
        list = v->question_list[at];
    if (!text || !*text)
        return "";
    return list && *list && yk_vocabulary_has_list(v->vocabulary, list)
               ? yk_word_choice(v, list, text)
               : text;
}

const char *yk_word_of(const struct yk_word *table, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(table[i].code, code))
            return _(table[i].said);
    return code;
}

const char *yk_word_flag(const char *code)
{
    static const struct yk_word table[] = {
        {"missing", N_("a required answer is missing")},
        {"irrelevant", N_("answered although not asked: not used")},
        {"check_digit", N_("wrong check digit")},
        {"unknown_column", N_("column not in the form")},
        {"on_hold", N_("on hold at the data collection server")},
        {"datum_unknown", N_("datum of the coordinates not known")},
        {"exchanged", N_("longitude and latitude were exchanged")},
        {"contradiction", N_("answers contradict each other")},
        {"short_interview", N_("asked in under 90 seconds")},
        {"weak_gps", N_("position to more than 100 m")},
        {"outside", N_("outside every trading area of ours")},
        {"volume_off", N_("told volume does not fit the fleet")},
        {"copied", N_("answers as at another door of the surveyor")},
    };
    return yk_word_of(table, YK_COUNT_OF(table), code);
}

const char *yk_word_facts(const struct yk_view *v, size_t door)
{
    return yk_arena_printf(v->sheets->arena, "%zu/%d",
                           yk_facts_count(v->derived->quality[door].known), YK_FACTS);
}

const char *yk_word_number(const struct yk_view *v, double value, int decimals)
{
    char digits[400];
    if (!isfinite(value))
        return "";
    int n = snprintf(digits, sizeof digits, "%.*f", decimals, fabs(value));
    int whole = n - (decimals ? decimals + 1 : 0);
    struct yk_buf b = {0};
    if (value < 0 && strspn(digits, "0.") < (size_t)n)
        yk_buf_puts(&b, "-");
    for (int i = 0; i < n; i++) {
        if (i && i < whole && (whole - i) % 3 == 0)
            yk_buf_puts(&b, ",");
        yk_buf_add(&b, &digits[i], 1);
    }
    const char *said = yk_arena_text(v->sheets->arena, b.text, b.len);
    yk_buf_release(&b);
    return said;
}

const char *yk_word_day(const struct yk_view *v, yk_day day)
{
    char text[11];
    yk_day_write(text, day);
    return yk_arena_copy(v->sheets->arena, text);
}

const char *yk_word_person(const struct yk_view *v, const char *name)
{
    if (v->unmasked || !*name)
        return name;
    const char *rest = name;
    yk_utf8_next(&rest);
    return yk_arena_printf(v->sheets->arena, "%.*s**", (int)(rest - name), name);
}

const char *yk_word_phone(const struct yk_view *v, const char *phone)
{
    size_t n = strlen(phone);
    if (v->unmasked || !n)
        return phone;
    if (n < 8)
        return "****";
    return yk_arena_printf(v->sheets->arena, "%.3s****%s", phone, phone + n - 4);
}

enum yk_tone yk_tone_of_tier(const char *tier)
{
    static const struct {
        const char *tier;
        enum yk_tone tone;
    } table[] = {{"platinum", YK_TONE_PLATINUM},
                 {"gold", YK_TONE_GOLD},
                 {"iron", YK_TONE_IRON},
                 {"lead", YK_TONE_LEAD}};
    for (size_t i = 0; i < YK_COUNT_OF(table); i++)
        if (!strcmp(table[i].tier, tier))
            return table[i].tone;
    return YK_TONE_PLAIN;
}

const char *yk_door_text(const struct yk_door *door, const char *code)
{
    return yk_answer_or_blank(&door->answers, code);
}

bool yk_client_chosen(const struct yk_view *v, size_t client, const bool *chosen)
{
    return !chosen || chosen[v->derived->place[client].owner];
}

struct yk_cell yk_some_number(double value)
{
    return isfinite(value) ? yk_number_cell(value) : (struct yk_cell){0};
}

struct yk_cell yk_door_number(const struct yk_door *door, const char *code)
{
    double value;
    return yk_answer_number(&value, &door->answers, code) ? yk_number_cell(value)
                                                          : (struct yk_cell){0};
}

struct yk_cell yk_toned(struct yk_cell cell, enum yk_tone tone)
{
    cell.tone = tone;
    return cell;
}

yk_day yk_week_end(const struct yk_territory *t, int week)
{
    return week > 0 ? t->today + 7 * week - 1 : YK_DAY_NONE;
}

const char *yk_word_origin(const struct yk_view *v, const struct yk_door *door)
{
    if (!door->origins)
        return "";
    const struct yk_origin *from = &door->origin[door->origins - 1];
    return yk_arena_printf(v->sheets->arena, _("%s line %zu"), from->file, from->line);
}

const char *yk_word_clock(const struct yk_view *v, int minutes)
{
    return yk_arena_printf(v->sheets->arena, "%02d:%02d", minutes / 60, minutes % 60);
}
