/*
 * plan_intake.h -- a plan's file that somebody dropped, onto the record and into a check.
 *
 * The file was kept by its hash and read before; then, in one transaction, the plan (when
 * it is new), its document and version, and the check: all of them or none.
 *
 * A large file is read by a job (plan_check_job), whose arguments are
 *     {"pack":"ma-is009","plan":"PLN-0003","version":"DOV-0007"}              asked for
 *     {"pack":…,"plan":…,"title":…,"file":{"sha256","name","media","bytes"}}  of the pages
 */
#ifndef ACTIONS_PLAN_INTAKE_H
#define ACTIONS_PLAN_INTAKE_H

#include "actions/plan_check.h"
#include "jobs/jobs.h"

/* A file of more bytes than this is read by a job. */
#define PLAN_INTAKE_AT_ONCE_BYTES (1024 * 1024)

struct plan_intake {
	const struct pack *pack;
	struct id plan;                 /* ID_NONE: a new one */
	struct str title;               /* of a new one; empty: the name of the file */
	struct id version;              /* a text on record; ID_NONE: `file` is a new one */
	struct file_ref file;
	const struct document_text *text;
	struct file_ref kept;           /* its packed text, see plan_check_keep_text */
};

/* Inside a store_write. */
enum fail plan_intake_write(struct act *a, const struct plan_intake *in,
                            struct refusal *why, struct row **check) MUST_USE;

/* The arguments of the job for a file that a page kept. */
struct str plan_intake_args(struct arena *a, const struct plan_intake *in);

extern const struct job_kind plan_check_job;

#endif
