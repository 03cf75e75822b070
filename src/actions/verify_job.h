/*
 * verify_job.h -- `wardroom verify` from a page: the job that checks the history.
 *
 * Whoever runs the installation learns whether everything holds and where it does not, but
 * no values: those are for the command line of the machine.
 */
#ifndef ACTIONS_VERIFY_JOB_H
#define ACTIONS_VERIFY_JOB_H

#include "jobs/jobs.h"

#define VERIFY_RIGHT "installation.verify"

extern const struct job_kind verify_job;

#endif
