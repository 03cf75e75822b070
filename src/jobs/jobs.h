/*
 * jobs.h -- work that outlives a request, and work that comes by the clock.
 *
 * A job is a row: kind, arguments (JSON), who asked, how far it is, what came of it.  A
 * page polls `job_get`.  Whoever runs jobs claims one at a time for a short lease by the
 * database's time and renews it while it works, so that several processes may share one
 * queue and a job whose process ended is taken up by another, three times at most; every
 * kind must bear being run again from its start.
 *
 *     queued -> running -> done | failed | cancelled
 *
 * A job acts as the account that asked, with the rights that it has when the job runs, cut
 * down to those of the token that it came with.  What it makes is either a record, written
 * in one transaction with the end of the job (job_commit), or a file in pieces beside the
 * job (job_write) that only that account can fetch.  Of a job that failed or was cancelled
 * nothing stays.  Ended jobs and their files are forgotten after JOB_KEPT_HOURS.
 *
 * Kinds and duties of the clock are tables that server/wire.c fills.
 */
#ifndef JOBS_JOBS_H
#define JOBS_JOBS_H

#include <stdatomic.h>

#include "base/fail.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/text.h"
#include "base/time.h"
#include "codec/json.h"
#include "model/act.h"
#include "store/store.h"

#define JOB_KEPT_HOURS 24
#define JOBS_WAITING_MOST 10            /* of one account */

struct jobs;

enum job_state { JOB_QUEUED, JOB_RUNNING, JOB_DONE, JOB_FAILED, JOB_CANCELLED };

/* A job being run.  A run sets `record` or writes a file, and may set `said`. */
struct job {
	struct jobs *jobs;
	struct store *store;
	void *context;                  /* what wire.c gave: the site */
	struct arena *arena;            /* of this run */
	struct id org, id, holder;
	const struct actor *actor;      /* whoever asked, as of now */
	const struct json *args;        /* an object; null: there are none */
	int64_t attempt;                /* 1... */
	int64_t total;                  /* for the run's own use: how much there is to do */
	/* What came of it. */
	struct refusal why;             /* with FAIL_REFUSED and FAIL_FORMAT: the reasons */
	struct message said;            /* one sentence for people; .id null: none */
	struct str record;              /* "plan_check/PLC-0004" */
	struct str file_name, file_media;
	/* Of jobs/ alone. */
	struct text piece;
	int64_t pieces, file_bytes;
	int64_t told_us, asked_us;      /* when progress was written, a cancel looked for */
	bool cancelled, committed;
};

struct job_kind {
	const char *name;               /* "export" */
	const char *label;              /* msgid: "Export of a list" */
	const char *page;               /* of the record that it makes: "/work" */
	/*
	 * May this be asked for, so?  Reasons in `why` and FAIL_REFUSED.  Null: only by
	 * the program's own pages (job_add).
	 */
	enum fail (*accept)(struct act *a, void *context, const struct json *args,
	                    struct refusal *why);
	/* FAIL_CANCELLED when job_cancelled said so. */
	enum fail (*run)(struct job *j);
	/* Gives back what was kept for a job that will not be done; may be null. */
	void (*drop)(struct job *j);
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
	const struct job_kind *const *kinds;
	size_t kind_count;
	const struct clock_duty *duties;
	size_t duty_count;
	int runners;                    /* jobs run at once; 0: 1 */
	bool alone; /* no other process shares the queue: what runs was left behind */
};

/* Makes the tables when they are missing; starts the threads. */
enum fail jobs_start(struct jobs **out, const struct jobs_options *o) MUST_USE;
/* Tells running jobs to stop, waits for them, and leaves them queued.  Null is fine. */
void jobs_stop(struct jobs *j);
/* Null: this version knows no such kind. */
const struct job_kind *job_kind_named(const struct jobs *j, struct str name);

/* ---- for those who want something done ---- */
/* Inside a store_write, with what it belongs to; runs after the commit.  FAIL_REFUSED:
 * too many wait already. */
enum fail job_add(struct act *a, const char *kind, struct str args, struct refusal *why,
                  struct id *out) MUST_USE;
/* The same by name, for the API: FAIL_REFUSED also when the kind does not accept it. */
enum fail job_ask(struct jobs *j, struct act *a, struct str kind, const struct json *args,
                  struct refusal *why, struct id *out) MUST_USE;
/* After the commit: look for it now rather than within a second. */
void jobs_look(struct jobs *j);

struct job_view {
	struct id id;
	struct str kind;
	enum job_state state;
	bool cancelling;                /* asked for, and not yet stopped */
	int64_t done, total;            /* progress; total 0: not known */
	struct str doing;               /* msgid: "reading the file"; or empty */
	struct message said;            /* one sentence; .id null: none */
	struct refusal why;             /* why it failed, when there are reasons */
	struct str message;             /* why it failed, for whoever looks after it */
	struct str record;              /* "plan_check/PLC-0004" */
	struct str file_name, file_media;
	int64_t file_bytes;
	struct instant made_at, started_at, ended_at;
};
/* Inside a store_read: one's own jobs only.  FAIL_NOT_FOUND. */
enum fail job_get(struct act *a, struct id id, struct job_view *out) MUST_USE;
/* One's own, newest first, at most 50. */
enum fail job_list(struct act *a, struct job_view **out, size_t *count) MUST_USE;
/* Inside a store_write: one's own.  A queued one ends at once, a running one soon; one that
 * has ended stays as it is. */
enum fail job_cancel(struct act *a, struct id id) MUST_USE;
/* Inside a store_read: a piece of the file of a job that is done; empty after the last. */
enum fail job_piece(struct act *a, struct id id, int64_t place, struct str *out) MUST_USE;
const char *job_state_name(enum job_state s);

/* By the clock: jobs that ended long ago, and their files. */
enum fail jobs_forget(struct store *s, int64_t *count) MUST_USE;

/* ---- for the work itself ---- */
/* `doing` is a msgid.  At most four rows a second are written, so call it often. */
void job_progress(struct job *j, const char *doing, int64_t done, int64_t total);
/* Somebody cancelled it, the server stops, or the lease was lost.  Cheap. */
bool job_cancelled(struct job *j);
/* Bytes of the file that is made, in their order. */
enum fail job_write(struct job *j, struct str bytes) MUST_USE;
/* Last in the transaction of what the job makes: both are kept, or neither.
 * FAIL_CANCELLED: somebody was faster. */
enum fail job_commit(struct job *j, struct act *a) MUST_USE;

#endif
