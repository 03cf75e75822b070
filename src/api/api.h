/*
 * api.h -- REST under /api/v1, made from the record types.
 *
 * The same store and the same actions as the pages; no rule of its own.  `api_routes` ends
 * with a route without handler and is wired by server/.
 */
#ifndef API_API_H
#define API_API_H

#include "http/http.h"
#include "jobs/jobs.h"

extern const struct route api_routes[];
/* A whole list as a file; see export_job.c. */
extern const struct job_kind export_job;

#endif
