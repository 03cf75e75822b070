/* job_send.h -- the file that a job made, piece by piece into an answer. */
#ifndef ACTIONS_JOB_SEND_H
#define ACTIONS_JOB_SEND_H

#include "http/http.h"
#include "jobs/jobs.h"

/* Of a job that is done and has a file; on the slow lane.  `who` lives as long as `r`. */
void job_file_send(struct store *s, const struct actor *who, struct response *r,
                   const struct job_view *job);

#endif
