/* queue.h -- the rows of jobs, for the runner. */
#ifndef JOBS_QUEUE_H
#define JOBS_QUEUE_H

#include "jobs/jobs.h"

#define JOB_ATTEMPTS 3

/* Makes the table, and puts back in the queue what was running when the process ended. */
enum fail queue_prepare(struct db *db) MUST_USE;
/* The oldest that waits becomes the running one; FAIL_NOT_FOUND: none waits. */
enum fail queue_take(struct db *db, struct job *j, struct str *kind) MUST_USE;
enum fail queue_progress(struct db *db, const struct job *j, int64_t done, int64_t total,
                         bool *cancel) MUST_USE;
enum fail queue_end(struct db *db, const struct job *j, enum job_state state,
                    struct str message) MUST_USE;

#endif
