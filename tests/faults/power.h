/* power.h - what a program did to its database's files, as power_preload.c writes it down and
 * power_main.c plays it back: records one after the other, each followed by `bytes` of data. */
#ifndef TESTS_FAULTS_POWER_H
#define TESTS_FAULTS_POWER_H

#include <stdint.h>

enum power_file { POWER_DATABASE, POWER_WAL, POWER_JOURNAL, POWER_FILES };

enum power_do {
    POWER_MADE,     /* the file was not there before */
    POWER_WROTE,    /* `bytes` at `offset` */
    POWER_CUT,      /* the file ends at `offset` */
    POWER_SYNCED,   /* what was written is on the disk; so is the name of a file made since */
    POWER_DELETED,  /* offset 1: and the folder synced */
    POWER_ANSWERED, /* the program said that the next load is done; file is 0 */
};

struct power_record {
    uint32_t what, file; /* power_do, power_file */
    uint64_t offset, bytes;
};

#endif
