/* help_man.c - the job table as a manual page: roff for man(1), in the run's language. */
#include <string.h>

#include "cli.h"
#include "youka/base/say.h"

/* The beginning of a Chinese character or sign. */
static bool is_wide(const char *s)
{
    return (unsigned char)*s >= 0xE3 && (unsigned char)*s <= 0xEF;
}

/* What no line begins with. */
static bool closes(const char *s)
{
    static const char signs[] = "，。；：、）？！》」";
    for (const char *sign = signs; *sign; sign += 3)
        if (!strncmp(s, sign, 3))
            return true;
    return false;
}

/* Text that roff sets as it stands: no character of it commands, a hyphen is a minus sign that can
 * be copied into a shell. Chinese has no blanks to break a line at: between its characters roff is
 * told that it may. */
static void set(FILE *to, const char *text, bool breaks)
{
    bool wide = false; /* the character before */
    if (*text == '.' || *text == '\'')
        fputs("\\&", to);
    for (; *text; text++) {
        bool begins = ((unsigned char)*text & 0xC0) != 0x80;
        if (breaks && begins && wide && is_wide(text) && !closes(text))
            fputs("\\:", to);
        if (begins)
            wide = is_wide(text);
        if (*text == '\\')
            fputs("\\e", to);
        else if (*text == '-')
            fputs("\\-", to);
        else
            fputc(*text == '\n' ? ' ' : *text, to);
    }
}

static void say(FILE *to, const char *text)
{
    set(to, text, true);
}

static void section(FILE *to, const char *name)
{
    fputs(".SH ", to);
    set(to, name, false);
    fputc('\n', to);
}

static void paragraph(FILE *to, const char *text)
{
    fputs(".PP\n", to);
    say(to, text);
    fputc('\n', to);
}

/* An item and what it means. `bold` is typed as it stands, `rest` stands for something else. */
static void item(FILE *to, const char *bold, const char *rest, const char *meaning)
{
    fputs(".TP\n\\fB", to);
    say(to, bold);
    fputs("\\fR", to);
    if (*rest) {
        fputs(" \\fI", to);
        say(to, rest);
        fputs("\\fR", to);
    }
    fputc('\n', to);
    say(to, meaning);
    fputc('\n', to);
}

/* The flags of a command beside the common ones, those that must be given first marked. */
static void flags(FILE *to, const struct yk_job *job)
{
    if (!job->takes)
        return;
    fputs(".br\n", to);
    say(to, _("Flags:"));
    for (int i = 0; i < YK_OPTIONS; i++) {
        if (!(job->takes & YK_TAKES(i)))
            continue;
        fputs(" \\fB", to);
        say(to, yk_options[i].flag);
        fputs("\\fR", to);
        if (job->needs & YK_TAKES(i))
            say(to, _(" (must be given)"));
    }
    fputc('\n', to);
}

static void commands(FILE *to)
{
    section(to, _("COMMANDS"));
    for (const struct yk_job *job = yk_jobs; job->noun; job++) {
        char name[64];
        snprintf(name, sizeof name, "%s%s%s", job->noun, *job->verb ? " " : "", job->verb);
        item(to, name, *job->operands ? _(job->operands) : "", _(job->summary));
        flags(to, job);
    }
}

static void options(FILE *to)
{
    section(to, _("OPTIONS"));
    paragraph(to, _("Every command takes the first five. A value follows its flag after a blank or "
                    "an equals sign; after -- all words are files."));
    for (int i = 0; i < YK_OPTIONS; i++)
        item(to, yk_options[i].flag, yk_options[i].value ? _(yk_options[i].value) : "",
             _(yk_options[i].summary));
}

static void surroundings(FILE *to)
{
    section(to, _("ENVIRONMENT"));
    item(to, "YOUKA_DB", "", _("the database where --db is not given; without both youka.db here"));
    item(to, "YOUKA_DATA", "", _("the folder that holds survey-forms and geodata"));
    item(to, "LANG", "",
         _("where it begins with en, screen and workbooks are English; else Chinese"));
    section(to, _("EXIT STATUS"));
    item(to, "0", "", _("done"));
    item(to, "1", "", _("could not"));
    item(to, "2", "", _("asked wrongly"));
    item(to, "3", "", _("done, but some rows were refused"));
}

static void examples(FILE *to)
{
    static const struct {
        const char *what, *line;
    } example[] = {
        {N_("The stations, then what was found around them:"),
         "youka station load stations.csv\nyouka survey load census.csv --rejects refused.xlsx"},
        {N_("The development plan of every station:"), "youka plan make --out plans"},
        {N_("What was written into a plan comes back:"), "youka visit load plan.xlsx"},
        {N_("Why a client stands where it stands:"), "youka client explain 1a2b3c"},
    };
    section(to, _("EXAMPLES"));
    for (size_t i = 0; i < sizeof example / sizeof *example; i++) {
        paragraph(to, _(example[i].what));
        fputs(".PP\n.nf\n", to);
        for (const char *line = example[i].line; *line;) {
            size_t n = strcspn(line, "\n");
            char words[80];
            snprintf(words, sizeof words, "%.*s", (int)n, line);
            say(to, words);
            fputc('\n', to);
            line += n + (line[n] == '\n');
        }
        fputs(".fi\n", to);
    }
}

void help_man(FILE *to)
{
    fputs(".\\\" Made by «youka help man» from the table of commands.\n"
          ".TH YOUKA 1 \"\" youka\n"
          /* Flush left: Chinese has no blanks to stretch, and hyphens belong to words. */
          ".ad l\n.nh\n",
          to);
    section(to, _("NAME"));
    set(to, _("youka - finds and develops the fleet clients around filling stations"), false);
    fputc('\n', to);
    section(to, _("SYNOPSIS"));
    fputs("\\fByouka\\fR ", to);
    say(to, _("NOUN VERB [FILES] [--flags]"));
    fputc('\n', to);
    section(to, _("DESCRIPTION"));
    paragraph(to, _("youka takes in what stations found out about the clients around them, works "
                    "out who they are, where they are, how much fuel they use and whom to visit "
                    "first, and writes a development plan for each station as a workbook."));
    paragraph(to, _("The result goes to standard output, remarks to standard error. Facts are kept "
                    "in one database file; everything else is worked out from them."));
    commands(to);
    options(to);
    surroundings(to);
    examples(to);
}
