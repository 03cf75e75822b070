/*
 * api.h -- REST under /api/v1, made from the record types.
 *
 * The same store and the same actions as the pages; no rule of its own.  `api_routes` ends
 * with a route without handler; it and `api_error` are wired by server/.
 */
#ifndef API_API_H
#define API_API_H

#include "http/http.h"
#include "jobs/jobs.h"

extern const struct route api_routes[];
/* A whole list as a file; see export_job.c. */
extern const struct job_kind export_job;
/* Many records at once; see bulk_job.c. */
extern const struct job_kind bulk_job;

/* What no handler answered, as application/problem+json. */
void api_error(struct request *q, struct response *r, int status);

#endif
