/*
 * jobs.h -- work that outlives a request, and work that comes by the clock.
 *
 * A job is a row: kind, arguments (JSON), how far it is, what came of it.  One thread runs
 * them in the order they were added; a page polls `job_get`.  A job that was running when
 * the process ended is run again from its start, three times at most, so every kind must
 * bear that.  Kinds and duties of the clock are tables that server/wire.c fills.
 *
 *     queued -> running -> done | failed | cancelled
 */
#ifndef JOBS_JOBS_H
#define JOBS_JOBS_H

#include <stdatomic.h>

#include "base/fail.h"
#include "base/id.h"
#include "base/text.h"
#include "base/time.h"
#include "model/act.h"
#include "store/store.h"

struct jobs;

enum job_state { JOB_QUEUED, JOB_RUNNING, JOB_DONE, JOB_FAILED, JOB_CANCELLED };

/* A job being run. */
struct job {
	struct jobs *jobs;
	struct store *store;
	void *context;                  /* what wire.c gave: the site */
	struct arena *arena;            /* of this run */
	struct id org, id, by;          /* by: the account that asked */
	struct str args;                /* JSON */
	struct str result; /* set by the run: JSON or text, kept with the row */
	int64_t attempt;                /* 1... */
	int64_t told_us;                /* when progress was last written */
};

struct job_kind {
	const char *name;
	/* FAIL_CANCELLED when job_cancelled said so; else its message is kept with the row.
	 */
	enum fail (*run)(struct job *j);
};

/* Something that is due every so often. */
struct clock_duty {
	const char *name;
	int64_t every_s;
	/* *count: how many things were done; only for the log. */
	enum fail (*run)(struct store *s, void *context, int64_t *count);
};

struct jobs_options {
	struct store *store;
	void *context;
	const struct job_kind *kinds;
	size_t kind_count;
	const struct clock_duty *duties;
	size_t duty_count;
};

/* Makes the table when it is missing; starts the threads. */
enum fail jobs_start(struct jobs **out, const struct jobs_options *o) MUST_USE;
/* Tells a running job to stop, waits for it, leaves the rest queued.  Null is fine. */
void jobs_stop(struct jobs *j);

/* ---- for those who want something done ---- */
/* Inside a store_write, with what it belongs to; runs after the commit. */
enum fail job_add(struct act *a, const char *kind, struct str args,
                  struct id *out) MUST_USE;
/* After the commit: look for it now rather than within a second. */
void jobs_look(struct jobs *j);

struct job_view {
	struct id id, by;
	struct str kind;
	enum job_state state;
	int64_t done, total;            /* progress; total 0: not known */
	struct str result, message;
	struct instant made_at, started_at, ended_at;
};
/* Inside a store_read: one's own jobs only.  FAIL_NOT_FOUND. */
enum fail job_get(struct act *a, struct id id, struct job_view *out) MUST_USE;
/* Inside a store_write: one's own.  A queued one ends at once, a running one soon. */
enum fail job_cancel(struct act *a, struct id id) MUST_USE;
const char *job_state_name(enum job_state s);

/* ---- for the work itself ---- */
/* At most four rows a second are written, so it may be called often. */
void job_progress(struct job *j, int64_t done, int64_t total);
bool job_cancelled(struct job *j);

#endif
