/* turns.h -- whose turn it is to do what is due by the clock, where servers share it. */
#ifndef JOBS_TURNS_H
#define JOBS_TURNS_H

#include "base/time.h"
#include "db/db.h"

#define TURN_LEASE_US (300 * US_PER_SECOND)

/* Makes the table; in the transaction that prepares the queue. */
enum fail turns_prepare(struct tx *tx) MUST_USE;
/* *ours: nobody has it, and it is due; ours for TURN_LEASE_US of the database's time. */
enum fail turn_take(struct db *db, const char *duty, struct id holder, bool *ours) MUST_USE;
/* Done: due again after so long.  One that was lost meanwhile stays with whoever has it. */
enum fail turn_give(struct db *db, const char *duty, struct id holder,
                    int64_t wait_us) MUST_USE;

#endif
