/* args.c - the command line as a wish; near misses named. */
#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli.h"
#include "youka/base/say.h"

enum yk_lang args_lang(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        const char *value = !strncmp(argv[i], "--lang=", 7)              ? argv[i] + 7
                            : !strcmp(argv[i], "--lang") && i + 1 < argc ? argv[i + 1]
                                                                         : NULL;
        if (value)
            return strcmp(value, "en") ? YK_ZH : YK_EN;
    }
    const char *lang = getenv("LANG");
    return lang && !strncmp(lang, "en", 2) ? YK_EN : YK_ZH;
}

static const struct yk_job *find_job(const char *noun, const char *verb)
{
    for (const struct yk_job *job = yk_jobs; job->noun; job++)
        if (!strcmp(job->noun, noun) && !strcmp(job->verb, verb))
            return job;
    return NULL;
}

static bool has_noun(const char *noun)
{
    for (const struct yk_job *job = yk_jobs; job->noun; job++)
        if (!strcmp(job->noun, noun))
            return true;
    return false;
}

/* "derive" is a command of one word: its verb is "". */
static yk_code unknown_command(const char *typed, struct yk_arena *a, struct yk_err *err)
{
    const char *best = NULL;
    int least = INT_MAX;
    for (const struct yk_job *job = yk_jobs; job->noun; job++) {
        const char *name =
            *job->verb ? yk_arena_printf(a, "%s %s", job->noun, job->verb) : job->noun;
        int distance = yk_text_distance(typed, name);
        if (distance < least) {
            least = distance;
            best = name;
        }
    }
    return yk_fail(err, YK_E_USAGE,
                   _("there is no command «%s»; the most similar is «%s» (all: youka --help)"),
                   typed, best);
}

static int find_option(const char *flag, size_t length)
{
    for (int i = 0; i < YK_OPTIONS; i++)
        if (strlen(yk_options[i].flag) == length && !strncmp(yk_options[i].flag, flag, length))
            return i;
    return -1;
}

static yk_code unknown_flag(const struct yk_job *job, const char *flag, struct yk_err *err)
{
    const char *best = "--help";
    int least = INT_MAX;
    for (int i = 0; i < YK_OPTIONS; i++) {
        int distance = yk_text_distance(flag, yk_options[i].flag);
        if (((job->takes | YK_OPT_COMMON) & YK_TAKES(i)) && distance < least) {
            least = distance;
            best = yk_options[i].flag;
        }
    }
    return yk_fail(
        err, YK_E_USAGE,
        _("«youka %s %s» does not take %s; the most similar is %s (see youka %s %s --help)"),
        job->noun, job->verb, flag, best, job->noun, job->verb);
}

/* Takes the flag at argv[*i], with its value in the same word or the next one. */
static yk_code take_flag(struct args *out, int argc, char **argv, int *i, struct yk_err *err)
{
    const char *word = argv[*i], *equals = strchr(word, '=');
    size_t length = equals ? (size_t)(equals - word) : strlen(word);
    int option = find_option(word, length);
    if (option < 0 || !((out->job->takes | YK_OPT_COMMON) & YK_TAKES(option)))
        return unknown_flag(out->job, word, err);
    const char *value = equals ? equals + 1 : "";
    if (yk_options[option].value && !equals) {
        if (*i + 1 >= argc)
            return yk_fail(err, YK_E_USAGE, _("%s needs a value: %s %s"), word, word,
                           _(yk_options[option].value));
        value = argv[++*i];
    }
    out->wish.option[option] = value;
    return YK_OK;
}

static const char *clock_text(struct yk_arena *a, yk_day day, time_t now)
{
    char text[11];
    struct tm utc;
    if (day != YK_DAY_NONE) {
        yk_day_write(text, day);
        return yk_arena_printf(a, "%sT00:00:00Z", text);
    }
    gmtime_r(&now, &utc);
    return yk_arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", utc.tm_year + 1900, utc.tm_mon + 1,
                           utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec);
}

/* What is done is signed: by the number where the list of users has no name, but not where it could
 * not be read. getpwuid sets other values of errno for a name that is not there. */
static yk_code read_user(const char **out, struct yk_arena *a, struct yk_err *err)
{
    errno = 0;
    const struct passwd *who = getpwuid(getuid());
    if (!who && errno == ENOMEM)
        yk_no_memory();
    if (!who && (errno == EIO || errno == EMFILE || errno == ENFILE || errno == EINTR))
        return yk_fail(err, YK_E_IO,
                       _("the computer's list of users cannot be read, and what is done has to be "
                         "signed: %s"),
                       strerror(errno));
    *out = who && *who->pw_name ? yk_arena_copy(a, who->pw_name)
                                : yk_arena_printf(a, "uid %u", (unsigned)getuid());
    return YK_OK;
}

/* --today stands for the clock in everything that is kept, so that two runs are alike. */
static yk_code settle(struct yk_wish *w, struct yk_arena *a, struct yk_err *err)
{
    const char *today = w->option[YK_OPT_TODAY], *lang = w->option[YK_OPT_LANG];
    yk_day said = YK_DAY_NONE;
    time_t now = time(NULL);
    struct tm local;
    if (today && !yk_day_read(&said, today))
        return yk_fail(err, YK_E_USAGE, _("--today takes a day such as 2026-11-23, not «%s»"),
                       today);
    if (lang && strcmp(lang, "zh") && strcmp(lang, "en"))
        return yk_fail(err, YK_E_USAGE, _("--lang takes zh or en, not «%s»"), lang);
    localtime_r(&now, &local);
    w->now = clock_text(a, said, now);
    w->today = said != YK_DAY_NONE
                   ? said
                   : yk_day_of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
    const char *db = getenv("YOUKA_DB");
    w->db = w->option[YK_OPT_DB] ? w->option[YK_OPT_DB] : db && *db ? db : "youka.db";
    w->data_dir = place_of_data(a);
    return read_user(&w->user, a, err);
}

static yk_code check_words(const struct args *args, struct yk_err *err)
{
    const struct yk_job *job = args->job;
    if (args->wish.words < job->least)
        return yk_fail(err, YK_E_USAGE, _("«youka %s %s» needs %s (see youka %s %s --help)"),
                       job->noun, job->verb, _(job->operands), job->noun, job->verb);
    if (args->wish.words > job->most)
        return yk_fail(err, YK_E_USAGE, _("«youka %s %s» does not take «%s»"), job->noun, job->verb,
                       args->wish.word[job->most]);
    for (int i = 0; i < YK_OPTIONS; i++)
        if ((job->needs & YK_TAKES(i)) && !args->wish.option[i])
            return yk_fail(err, YK_E_USAGE, _("«youka %s %s» needs %s %s"), job->noun, job->verb,
                           yk_options[i].flag, _(yk_options[i].value));
    return YK_OK;
}

/* What is to be written would be renamed over the database: by whatever name, it is one file. */
static yk_code spare_database(const struct yk_wish *w, struct yk_err *err)
{
    const char *written[] = {w->option[YK_OPT_OUT], w->option[YK_OPT_REJECTS]};
    const char *scheme = strstr(w->db, "://");
    struct stat db, out;
    if (stat(scheme ? scheme + 3 : w->db, &db))
        return YK_OK;
    for (size_t i = 0; i < sizeof written / sizeof *written; i++)
        if (written[i] && !stat(written[i], &out) && out.st_dev == db.st_dev &&
            out.st_ino == db.st_ino)
            return yk_fail(err, YK_E_USAGE, _("%s: is the database itself; name another file"),
                           written[i]);
    return YK_OK;
}

static bool is_help(const char *word)
{
    return !strcmp(word, "--help") || !strcmp(word, "-h");
}

/* Noun and verb; *next is the first word after them. */
static yk_code read_command(struct args *out, int argc, char **argv, int *next, struct yk_arena *a,
                            struct yk_err *err)
{
    const char *noun = argv[1];
    bool verb_follows = argc > 2 && argv[2][0] != '-';
    *next = 2;
    if ((out->job = find_job(noun, "")))
        return YK_OK;
    if (verb_follows && (out->job = find_job(noun, argv[2]))) {
        *next = 3;
        return YK_OK;
    }
    if (has_noun(noun) && !verb_follows) {
        out->help = argc > 2 && is_help(argv[2]);
        out->topic = noun;
        return out->help ? YK_OK
                         : yk_fail(err, YK_E_USAGE,
                                   _("«youka %s» needs a verb (see youka %s --help)"), noun, noun);
    }
    return unknown_command(verb_follows ? yk_arena_printf(a, "%s %s", noun, argv[2]) : noun, a,
                           err);
}

/* «youka help [man | completion | NOUN [VERB]]»; flags beside it do not matter but --lang. */
static yk_code read_help(struct args *out, int argc, char **argv, struct yk_arena *a,
                         struct yk_err *err)
{
    const char *noun = argc > 2 && argv[2][0] != '-' ? argv[2] : NULL;
    const char *verb = noun && argc > 3 && argv[3][0] != '-' ? argv[3] : "";
    out->help = true;
    if (!noun)
        return YK_OK;
    if (!strcmp(noun, "man"))
        out->print = help_man;
    else if (!strcmp(noun, "completion"))
        out->print = help_completion;
    else if (!(out->job = find_job(noun, verb))) {
        out->topic = noun;
        if (*verb || !has_noun(noun))
            return unknown_command(*verb ? yk_arena_printf(a, "%s %s", noun, verb) : noun, a, err);
    }
    return YK_OK;
}

yk_code args_read(struct args *out, int argc, char **argv, struct yk_arena *a, struct yk_err *err)
{
    int i = 0;
    if (argc < 2 || is_help(argv[1])) {
        out->help = true;
        return YK_OK;
    }
    if (!strcmp(argv[1], "help"))
        return read_help(out, argc, argv, a, err);
    if (read_command(out, argc, argv, &i, a, err))
        return err->code;
    if (!out->job)
        return YK_OK;
    const char **word = YK_ARENA_ARRAY(a, const char *, (size_t)argc);
    bool only_words = false;
    for (; i < argc; i++) {
        if (!only_words && is_help(argv[i])) {
            out->help = true;
            return YK_OK;
        }
        if (!only_words && !strcmp(argv[i], "--"))
            only_words = true;
        else if (only_words || strncmp(argv[i], "--", 2))
            word[out->wish.words++] = argv[i];
        else if (take_flag(out, argc, argv, &i, err))
            return err->code;
    }
    out->wish.word = word;
    out->wish.lang = args_lang(argc, argv);
    out->json = out->wish.option[YK_OPT_JSON];
    out->quiet = out->wish.option[YK_OPT_QUIET];
    if (settle(&out->wish, a, err) || spare_database(&out->wish, err))
        return err->code;
    return check_words(out, err);
}
