/* cli.h - the terminal's side: wishes in, tables and sentences out. Private to src/cli. */
#ifndef YOUKA_CLI_CLI_H
#define YOUKA_CLI_CLI_H

#include <stdio.h>

#include "youka/jobs/job.h"

/* What stood on the command line. */
struct args {
    const struct yk_job *job; /* NULL: help was asked */
    bool help, json, quiet;
    struct yk_wish wish;
    const char *topic;       /* noun to help about, or NULL: of all nouns */
    void (*print)(FILE *to); /* help in another shape than the screen's, or NULL */
};

/* Reads the words after the program's name; fails with YK_E_USAGE and a sentence that names the
 * nearest command or flag. `--lang` is looked for beforehand by args_lang. */
YK_MUST yk_code args_read(struct args *out, int argc, char **argv, struct yk_arena *a,
                          struct yk_err *err);
/* The run's language: --lang, else English where LANG begins with en, else Chinese. */
enum yk_lang args_lang(int argc, char **argv);

/* The job table as a screen, as a manual page (roff, UTF-8, in the run's language) and as a
 * completion for bash (one for both languages). */
void help_show(FILE *to, const char *topic);
void help_job(FILE *to, const struct yk_job *job);
void help_man(FILE *to);
void help_completion(FILE *to);
bool help_takes(const struct yk_job *job, int option);

/* What the word after a flag, or an operand, is; told by how the table writes it: words in capitals
 * with a dot or PATH are files, words in small letters are all there is to choose from. */
enum help_value { HELP_NONE, HELP_FREE, HELP_FILE, HELP_CHOICE, HELP_STATION, HELP_REGION };
enum help_value help_value_of(int option);
bool help_operands_are_files(const struct yk_job *job);

/* Tables aligned for a terminal; the same as one JSON object. False when the stream refused. */
bool show_text(FILE *to, const struct yk_sheets *sheets, struct yk_arena *a);
bool show_json(FILE *to, const struct yk_sheets *sheets);

/* A watch that draws one line on stderr when that is a terminal, and prints notices. */
struct progress {
    bool terminal, quiet;
    int drawn; /* columns on the line now */
    double last;
};
struct yk_watch progress_watch(struct progress *p);
void progress_clear(struct progress *p);

/* Where survey-forms/ and geodata/ are: $YOUKA_DATA, else found upwards of the program, else
 * "." */
const char *place_of_data(struct yk_arena *a);
const char *place_of_catalogues(struct yk_arena *a);

#endif
