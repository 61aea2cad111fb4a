/* power_disk.h - what a disk may hold when the power fails: per file the bytes that were synced,
 * and of what was written since each sector whole, in part or not at all; per name the file that
 * was synced under it last, or a later one. */
#ifndef TESTS_FAULTS_POWER_DISK_H
#define TESTS_FAULTS_POWER_DISK_H

#include "../support/dice.h"
#include "power.h"

struct power_disk;
/* A disk that holds the database, synced, and nothing beside it. */
struct power_disk *power_disk_new(const char *database);
/* `data` is lent until the disk is freed. */
void power_disk_do(struct power_disk *d, const struct power_record *r, const void *data);
/* One of the states that a cut at this moment may leave, as the files x.db, x.db-wal, x.db-journal
 * of the folder, which must be there. */
void power_disk_leave(const struct power_disk *d, struct dice *dice, const char *folder);
void power_disk_free(struct power_disk *d);

#endif
