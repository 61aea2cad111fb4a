/* say.h - sentences for people: English in the source, Chinese from the catalogue in src/po. */
#ifndef YOUKA_BASE_SAY_H
#define YOUKA_BASE_SAY_H

#include <libintl.h>

#define YK_DOMAIN "youka"
/* The sentence in the run's language (cli sets it). */
#define _(s) dgettext(YK_DOMAIN, s)
/* Marks a sentence in a table for the catalogue; _() it where it is shown. */
#define N_(s) s

#endif
