/* help.c - the job table as a screen. */
#include <string.h>

#include "cli.h"
#include "youka/base/say.h"

bool help_takes(const struct yk_job *job, int option)
{
    return (job->takes | YK_OPT_COMMON) & YK_TAKES(option);
}

enum help_value help_value_of(int option)
{
    const char *value = yk_options[option].value;
    if (!value)
        return HELP_NONE;
    if (option == YK_OPT_STATION)
        return HELP_STATION;
    if (option == YK_OPT_REGION)
        return HELP_REGION;
    if (*value >= 'a' && *value <= 'z')
        return HELP_CHOICE;
    return strchr(value, '.') || !strcmp(value, "PATH") ? HELP_FILE : HELP_FREE;
}

bool help_operands_are_files(const struct yk_job *job)
{
    return job->most > 0 && strncmp(job->operands, "ID", 2) != 0;
}

static void pad(FILE *to, const char *text, int columns)
{
    fputs(text, to);
    for (int w = yk_text_width(text); w < columns; w++)
        fputc(' ', to);
}

void help_show(FILE *to, const char *topic)
{
    if (!topic)
        fprintf(to, "%s\n\n%s\n\n",
                _("youka - finds and develops the fleet clients around filling stations"),
                _("usage: youka NOUN VERB [FILES] [--flags]"));
    for (const struct yk_job *job = yk_jobs; job->noun; job++) {
        if (topic && strcmp(topic, job->noun))
            continue;
        char name[48];
        snprintf(name, sizeof name, "  %s %s", job->noun, job->verb);
        pad(to, name, 22);
        fprintf(to, "%s\n", _(job->summary));
    }
    if (!topic)
        fprintf(
            to, "\n%s\n",
            _("youka NOUN VERB --help tells a command's flags; the database is --db, else "
              "$YOUKA_DB, else youka.db here\nyouka help man writes all of it as a manual page; "
              "youka help completion completes words in bash"));
}

void help_job(FILE *to, const struct yk_job *job)
{
    fprintf(to, "youka %s%s%s%s%s\n    %s\n\n", job->noun, *job->verb ? " " : "", job->verb,
            *job->operands ? " " : "", *job->operands ? _(job->operands) : "", _(job->summary));
    for (int i = 0; i < YK_OPTIONS; i++) {
        if (!help_takes(job, i))
            continue;
        char flag[64];
        snprintf(flag, sizeof flag, "  %s %s", yk_options[i].flag,
                 yk_options[i].value ? _(yk_options[i].value) : "");
        pad(to, flag, 24);
        if (yk_text_width(flag) >= 24)
            fputs("  ", to);
        fprintf(to, "%s%s\n", _(yk_options[i].summary),
                job->needs & YK_TAKES(i) ? _(" (must be given)") : "");
    }
    fprintf(to, "\n%s\n",
            _("exit: 0 done, 1 could not, 2 asked wrongly, 3 done but some rows were refused"));
}
