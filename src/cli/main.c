/* main.c - parse the wish, call one job, show its sheets. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli.h"
#include "youka/base/say.h"

static void speak(enum yk_lang lang, struct yk_arena *a)
{
    /* Under an empty or C locale gettext ignores LANGUAGE. */
    setenv("LANGUAGE", lang == YK_EN ? "en" : "zh_CN", 1);
    setlocale(LC_MESSAGES, "C.UTF-8");
    bindtextdomain(YK_DOMAIN, place_of_catalogues(a));
    bind_textdomain_codeset(YK_DOMAIN, "UTF-8");
    /* What the C library says of errors is Chinese too where its catalogue is installed. */
    bind_textdomain_codeset("libc", "UTF-8");
}

static int complain(const struct yk_err *err)
{
    fprintf(stderr, "youka: %s\n", err->text);
    return err->code == YK_E_USAGE ? 2 : 1;
}

/* `status`, where all that was said arrived. */
static int answered(bool shown, int status)
{
    if (shown && !fflush(stdout) && !ferror(stdout))
        return status;
    fprintf(stderr, "youka: %s\n", _("the result could not be written to standard output"));
    return 1;
}

static int run(const struct args *args, struct yk_arena *a)
{
    struct yk_err err = {0};
    struct yk_show show = {0};
    struct progress progress = {.quiet = args->quiet};
    struct yk_watch watch = progress_watch(&progress);
    yk_sheets_init(&show.sheets, a, args->wish.lang, "", args->wish.today);
    yk_code code = args->job->run(&show, &args->wish, &watch, a, &err);
    progress_clear(&progress);
    bool shown = args->json ? show_json(stdout, &show.sheets) : show_text(stdout, &show.sheets, a);
    if (code)
        return complain(&err);
    return answered(shown, show.status);
}

int main(int argc, char **argv)
{
    struct yk_arena arena = {0};
    struct yk_err err = {0};
    struct args args = {0};
    int status = 0;
    umask(077); /* survey files hold people's telephone numbers */
    speak(args_lang(argc, argv), &arena);
    if (args_read(&args, argc, argv, &arena, &err))
        status = complain(&err);
    else if (!args.help && !args.print)
        status = run(&args, &arena);
    else if (args.print)
        args.print(stdout);
    else if (args.job)
        help_job(stdout, args.job);
    else
        help_show(stdout, args.topic);
    if (!status && (args.help || args.print))
        status = answered(true, 0);
    yk_arena_release(&arena);
    return status;
}
