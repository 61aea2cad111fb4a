/* old.h - databases as earlier versions left them. */
#ifndef TESTS_STORE_OLD_H
#define TESTS_STORE_OLD_H

/* Takes the file, which need not be there, to `version` by the steps alone. */
void old_make(const char *path, int version);
/* Gives a file of version 1 or 2 the batches and submissions of the database `from` of today, and
 * a station S1 put three times while the clock was set back: the third counts. */
void old_fill(const char *path, const char *from);

#endif
