/* help_completion.c - the job table as a completion for bash. One function, no package needed:
 * which words may follow comes from the table, which stations there are from the database. */
#include <string.h>

#include "cli.h"

static bool first_of_noun(const struct yk_job *job)
{
    for (const struct yk_job *k = yk_jobs; k < job; k++)
        if (!strcmp(k->noun, job->noun))
            return false;
    return true;
}

static void nouns(FILE *to)
{
    fputs("_youka_nouns='", to);
    for (const struct yk_job *job = yk_jobs; job->noun; job++)
        if (first_of_noun(job))
            fprintf(to, "%s ", job->noun);
    fputs("help'\n", to);
}

/* The tables as functions of the shell: a case for each noun or command. */
static void verbs(FILE *to)
{
    fputs("_youka_verbs() {\n  case $1 in\n", to);
    for (const struct yk_job *job = yk_jobs; job->noun; job++) {
        if (!*job->verb || !first_of_noun(job))
            continue;
        fprintf(to, "  %s) echo '%s", job->noun, job->verb);
        for (const struct yk_job *k = job + 1; k->noun; k++)
            if (!strcmp(k->noun, job->noun))
                fprintf(to, " %s", k->verb);
        fputs("' ;;\n", to);
    }
    fputs("  help) echo \"man completion ${_youka_nouns% help}\" ;;\n  esac\n}\n", to);
}

static void flags(FILE *to)
{
    fputs("_youka_flags() {\n  case $1 in\n", to);
    for (const struct yk_job *job = yk_jobs; job->noun; job++) {
        fprintf(to, "  '%s%s%s') echo '", job->noun, *job->verb ? " " : "", job->verb);
        for (int i = 0; i < YK_OPTIONS; i++)
            if (help_takes(job, i))
                fprintf(to, "%s ", yk_options[i].flag);
        fputs("--help' ;;\n", to);
    }
    fputs("  help*) echo --lang ;;\n  esac\n}\n", to);
}

/* Commands whose operands are files. */
static void files(FILE *to)
{
    fputs("_youka_files() {\n  case $1 in\n", to);
    for (const struct yk_job *job = yk_jobs; job->noun; job++)
        if (help_operands_are_files(job))
            fprintf(to, "  '%s%s%s') true ;;\n", job->noun, *job->verb ? " " : "", job->verb);
    fputs("  *) false ;;\n  esac\n}\n", to);
}

/* "zh|en" or "falling,silent" as words. */
static void choices(FILE *to, const char *value)
{
    for (; *value; value++)
        fputc(*value == '|' || *value == ',' ? ' ' : *value, to);
}

/* What may follow a flag: words to choose from, «file», «station», «region», «free»; nothing after
 * a switch. */
static void values(FILE *to)
{
    fputs("_youka_value() {\n  case $1 in\n", to);
    for (int i = 0; i < YK_OPTIONS; i++) {
        static const char *const kind[] = {[HELP_FREE] = "free",
                                           [HELP_FILE] = "file",
                                           [HELP_STATION] = "station",
                                           [HELP_REGION] = "region"};
        enum help_value value = help_value_of(i);
        if (value == HELP_NONE)
            continue;
        fprintf(to, "  %s) echo '", yk_options[i].flag);
        if (value == HELP_CHOICE) {
            fputs("choice ", to);
            choices(to, yk_options[i].value);
        } else
            fputs(kind[value], to);
        fputs("' ;;\n", to);
    }
    fputs("  esac\n}\n", to);
}

/* What the shell does with these tables. Bash cuts words at «=»: the value then stands two words
 * behind its flag. */
static const char body[] =
    "_youka_known() { # station or region: as the database has them\n"
    "  local key=code db= i\n"
    "  [ \"$1\" = region ] && key=region\n"
    "  for ((i = 1; i + 1 < COMP_CWORD; i++)); do\n"
    "    [ \"${COMP_WORDS[i]}\" = --db ] || continue\n"
    "    db=${COMP_WORDS[i + 1]}\n"
    "    [ \"$db\" = = ] && db=${COMP_WORDS[i + 2]}\n"
    "  done\n"
    "  \"${COMP_WORDS[0]}\" station list --json ${db:+--db \"$db\"} 2>/dev/null |\n"
    "    sed -n 's/^ *\"'$key'\": \"\\(.*\\)\",*$/\\1/p' | sort -u\n"
    "}\n"
    "_youka_reply() { # the words that go on from $cur, a line each\n"
    "  local word\n"
    "  while IFS= read -r word; do\n"
    "    [[ $word == \"$cur\"* ]] && COMPREPLY+=(\"$word\")\n"
    "  done\n"
    "}\n"
    "_youka() {\n"
    "  local cur=${COMP_WORDS[COMP_CWORD]} flag=${COMP_WORDS[COMP_CWORD - 1]} what\n"
    "  local noun=${COMP_WORDS[1]} verb=${COMP_WORDS[2]} name\n"
    "  COMPREPLY=()\n"
    "  if [ \"$cur\" = = ]; then cur=; elif [ \"$flag\" = = ]; then flag=${COMP_WORDS[COMP_CWORD - "
    "2]}; "
    "fi\n"
    "  if [ \"$COMP_CWORD\" = 1 ]; then\n"
    "    _youka_reply < <(printf '%s\\n' $_youka_nouns --help)\n"
    "    return\n"
    "  fi\n"
    "  name=$noun\n"
    "  [ -n \"$(_youka_verbs \"$noun\")\" ] && name=\"$noun $verb\"\n"
    "  what=$(_youka_value \"$flag\")\n"
    "  case $what in\n"
    "  choice*) _youka_reply < <(printf '%s\\n' ${what#choice}) ;;\n"
    "  station|region) _youka_reply < <(_youka_known $what) ;;\n"
    "  file) compopt -o filenames 2>/dev/null; _youka_reply < <(compgen -f -- \"$cur\") ;;\n"
    "  free) ;;\n"
    "  *)\n"
    "    if [ \"$COMP_CWORD\" = 2 ] && [ \"$name\" != \"$noun\" ]; then\n"
    "      _youka_reply < <(printf '%s\\n' $(_youka_verbs \"$noun\") --help)\n"
    "    elif [[ $cur == -* ]] || ! _youka_files \"$name\"; then\n"
    "      _youka_reply < <(printf '%s\\n' $(_youka_flags \"$name\"))\n"
    "    else\n"
    "      compopt -o filenames 2>/dev/null\n"
    "      _youka_reply < <(compgen -f -- \"$cur\")\n"
    "    fi ;;\n"
    "  esac\n"
    "}\n"
    "complete -F _youka youka\n";

void help_completion(FILE *to)
{
    fputs("# Completion of youka for bash, made by «youka help completion» from the table of "
          "commands.\n",
          to);
    nouns(to);
    verbs(to);
    flags(to);
    files(to);
    values(to);
    fputs(body, to);
}
