/* help_test.c - nothing of the job table is missing from the manual page and from the completion.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/cli/cli.h"

/* What a printer prints; to be freed. */
static char *printed(void (*print)(FILE *to))
{
    char *text = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&text, &size);
    print(to);
    fclose(to);
    return text;
}

static const char *command_name(char out[64], const struct yk_job *job)
{
    snprintf(out, 64, "%s%s%s", job->noun, *job->verb ? " " : "", job->verb);
    return out;
}

/* As roff has it: a hyphen as a minus sign. */
static const char *roff(char out[256], const char *text)
{
    size_t n = 0;
    for (; *text; text++) {
        if (*text == '-')
            out[n++] = '\\';
        out[n++] = *text;
    }
    out[n] = '\0';
    return out;
}

static void must_hold(const char *text, const char *piece)
{
    if (!strstr(text, piece))
        fail_msg("«%s» is not in it", piece);
}

static void manual_has_every_command_and_flag(void **state)
{
    (void)state;
    char *man = printed(help_man), name[64], want[320], escaped[256];
    for (const struct yk_job *job = yk_jobs; job->noun; job++) {
        snprintf(want, sizeof want, ".TP\n\\fB%s\\fR", command_name(name, job));
        must_hold(man, want);
        must_hold(man, roff(escaped, job->summary));
    }
    for (int i = 0; i < YK_OPTIONS; i++) {
        snprintf(want, sizeof want, ".TP\n\\fB%s\\fR", roff(escaped, yk_options[i].flag));
        must_hold(man, want);
        must_hold(man, roff(escaped, yk_options[i].summary));
    }
    free(man);
}

/* The line of a shell's case, from its pattern to the end; to be freed. */
static char *arm(const char *text, const char *after, const char *pattern)
{
    const char *from = strstr(text, after);
    assert_non_null(from);
    from = strstr(from, pattern);
    if (!from)
        fail_msg("no %s after %s", pattern, after);
    return strndup(from, strcspn(from, "\n"));
}

static void must_offer(const char *line, const char *word)
{
    size_t n = strlen(word);
    for (const char *at = line; (at = strstr(at, word)); at += n)
        if (strchr(" '", at[-1]) && strchr(" '", at[n]))
            return;
    fail_msg("«%s» is not offered by %s", word, line);
}

static void completion_has_every_command_and_flag(void **state)
{
    (void)state;
    char *text = printed(help_completion), name[64], pattern[80];
    for (const struct yk_job *job = yk_jobs; job->noun; job++) {
        snprintf(pattern, sizeof pattern, "'%s')", command_name(name, job));
        char *flags = arm(text, "_youka_flags()", pattern);
        for (int i = 0; i < YK_OPTIONS; i++)
            if (help_takes(job, i))
                must_offer(flags, yk_options[i].flag);
        free(flags);
        char *nouns = arm(text, "_youka_nouns", "=");
        must_offer(nouns, job->noun);
        free(nouns);
        if (*job->verb) {
            snprintf(pattern, sizeof pattern, "  %s) echo", job->noun);
            char *verbs = arm(text, "_youka_verbs()", pattern);
            must_offer(verbs, job->verb);
            free(verbs);
        }
    }
    for (int i = 0; i < YK_OPTIONS; i++)
        if (yk_options[i].value) {
            snprintf(pattern, sizeof pattern, "  %s) echo", yk_options[i].flag);
            free(arm(text, "_youka_value()", pattern));
        }
    free(text);
}

/* As people read them in the table. */
static void values_are_told_apart(void **state)
{
    (void)state;
    static const struct {
        enum yk_option option;
        enum help_value want;
    } table[] = {
        {YK_OPT_DB, HELP_FILE},         {YK_OPT_OUT, HELP_FILE},       {YK_OPT_REJECTS, HELP_FILE},
        {YK_OPT_MAP, HELP_FILE},        {YK_OPT_TODAY, HELP_FREE},     {YK_OPT_UNMASK, HELP_FREE},
        {YK_OPT_STATION, HELP_STATION}, {YK_OPT_REGION, HELP_REGION},  {YK_OPT_LANG, HELP_CHOICE},
        {YK_OPT_DATUM, HELP_CHOICE},    {YK_OPT_STATUS, HELP_CHOICE},  {YK_OPT_SHEETS, HELP_CHOICE},
        {YK_OPT_JSON, HELP_NONE},       {YK_OPT_UNMATCHED, HELP_NONE},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (help_value_of((int)table[i].option) != table[i].want)
            fail_msg("%s", yk_options[table[i].option].flag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(manual_has_every_command_and_flag),
        cmocka_unit_test(completion_has_every_command_and_flag),
        cmocka_unit_test(values_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
