/* jobs.h -- a job as an answer of the API. */
#ifndef API_JOBS_H
#define API_JOBS_H

#include "api/call.h"
#include "jobs/jobs.h"

/* 202, with the job that was just asked for and where to look for it. */
enum fail job_accepted(struct act *a, struct call *c, struct id job) MUST_USE;

#endif
