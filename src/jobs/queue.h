/*
 * queue.h -- the rows of jobs, for those who run them.
 *
 * A claim is one update that only one can win.  It holds until lease_until, by the
 * database's time; after that anybody may claim the job anew.  What a holder writes counts
 * only while the job is still its own.
 */
#ifndef JOBS_QUEUE_H
#define JOBS_QUEUE_H

#include "jobs/jobs.h"

#define JOB_ATTEMPTS 3
#define JOB_LEASE_US (300 * US_PER_SECOND)
#define JOB_RENEW_EVERY_US (15 * US_PER_SECOND)

/* Makes the tables; `alone`: puts back in the queue what a process left running. */
enum fail queue_prepare(struct db *db, bool alone) MUST_USE;

struct claim {
	struct str kind, args;
	struct actor asker;             /* as the row says: not yet with rights */
	bool by_program;
	bool cancelled;                 /* before it began: it only has to be dropped */
};
/* The oldest that waits, or whose lease ended, becomes ours; FAIL_NOT_FOUND: none. */
enum fail queue_take(struct db *db, struct job *j, struct claim *out) MUST_USE;
/* *cancel: also when the job is not ours any more. */
enum fail queue_progress(struct db *db, const struct job *j, const char *doing,
                         int64_t done, int64_t total, bool *cancel) MUST_USE;
enum fail queue_asked_to_cancel(struct db *db, const struct job *j, bool *cancel) MUST_USE;
/* All that this holder runs. */
enum fail queue_renew(struct db *db, struct id holder) MUST_USE;
/* Back into the queue, as if it had not been begun: the server stops. */
enum fail queue_give_back(struct db *db, const struct job *j) MUST_USE;
/* JOB_DONE becomes JOB_CANCELLED when that was asked for meanwhile; *state says so. */
enum fail queue_end(struct db *db, const struct job *j, enum job_state *state,
                    struct str message) MUST_USE;
/* ---- job_file.c ---- */
enum fail job_flush(struct job *j) MUST_USE;
enum fail pieces_drop(struct tx *tx, struct id org, struct id job) MUST_USE;

#endif
