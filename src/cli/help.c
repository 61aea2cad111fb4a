/* help.c - the job table as a screen. */
#include <string.h>

#include "cli.h"
#include "youka/base/say.h"

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
        fprintf(to, "\n%s\n",
                _("youka NOUN VERB --help tells a command's flags; the database is --db, else "
                  "$YOUKA_DB, else youka.db here"));
}

void help_job(FILE *to, const struct yk_job *job)
{
    fprintf(to, "youka %s%s%s%s%s\n    %s\n\n", job->noun, *job->verb ? " " : "", job->verb,
            *job->operands ? " " : "", *job->operands ? _(job->operands) : "", _(job->summary));
    for (int i = 0; i < YK_OPTIONS; i++) {
        if (!((job->takes | YK_OPT_COMMON) & YK_TAKES(i)))
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
