/* pull.c - how strongly a filling station draws, by what is known of it. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "youka/estimate/huff.h"

#define USUAL_GRADES 3
#define USUAL_ACCESS 3 /* of the form's 1 to 5 */

/* The row «lead + code»; `otherwise` where the table has none. */
static double row_of(const struct yk_rules *rules, const char *lead, const char *code,
                     double otherwise)
{
    size_t n = strlen(lead);
    for (size_t i = 0; i < rules->markets; i++)
        if (strncmp(rules->market[i].parameter, lead, n) == 0 &&
            strcmp(rules->market[i].parameter + n, code) == 0)
            return rules->market[i].value;
    return otherwise;
}

static double brand_pull(const struct yk_rules *rules, const char *brand)
{
    return row_of(rules, "pull_brand_", brand, yk_rules_market(rules, "pull_brand_unknown"));
}

static double hours_factor(const struct yk_rules *rules, const char *opens, const char *closes)
{
    bool all_day = opens && closes && strcmp(opens, "00:00") == 0 &&
                   (strcmp(closes, "24:00") == 0 || strcmp(closes, "00:00") == 0);
    return all_day ? yk_rules_market(rules, "pull_all_day") : 1;
}

/* 0 grades: not known. */
static double grades_factor(const struct yk_rules *rules, size_t grades)
{
    return grades > 0 && grades < USUAL_GRADES ? yk_rules_market(rules, "pull_few_grades") : 1;
}

static size_t words_in(const char *text)
{
    size_t words = 0;
    for (const char *s = text; *s; s++)
        words += *s != ' ' && (s[1] == ' ' || s[1] == '\0');
    return words;
}

static size_t grades_with_a_price(const struct yk_answers *a)
{
    static const char *const grade[] = {"g92", "g95", "g98", "d0"};
    size_t grades = 0;
    for (size_t i = 0; i < sizeof grade / sizeof *grade; i++) {
        char posted[16], real[16];
        snprintf(posted, sizeof posted, "posted_%s", grade[i]);
        snprintf(real, sizeof real, "real_%s", grade[i]);
        grades += yk_answer_text(a, posted) || yk_answer_text(a, real);
    }
    return grades;
}

double yk_pull_station(const struct yk_rules *rules, const struct yk_station *s)
{
    return brand_pull(rules, "own") * row_of(rules, "pull_class_", s->station_class, 1) *
           hours_factor(rules, s->opens, s->closes) * grades_factor(rules, words_in(s->fuels));
}

double yk_pull_rival(const struct yk_rules *rules, const struct yk_competitor *rival)
{
    const struct yk_answers *a = &rival->answers;
    double pull = brand_pull(rules, rival->brand), number;

    if (yk_answer_number(&number, a, "nozzles") && number > 0)
        pull *= number / yk_rules_market(rules, "pull_usual_nozzles");
    if (yk_answer_number(&number, a, "access"))
        pull *= pow(yk_rules_market(rules, "pull_access_step"), number - USUAL_ACCESS);
    return pull * hours_factor(rules, yk_answer_text(a, "opens"), yk_answer_text(a, "closes")) *
           grades_factor(rules, grades_with_a_price(a));
}
