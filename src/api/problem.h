/*
 * problem.h -- what was wrong, as application/problem+json (RFC 9457).
 *
 * `errors` lists every reason with a JSON Pointer into the request's body (RFC 6901), or
 * the name of the parameter, in the caller's language.
 */
#ifndef API_PROBLEM_H
#define API_PROBLEM_H

#include "api/call.h"

/* `kind` names the problem for programs: "not-found"; `title` is a msgid. */
void problem(struct call *c, int status, const char *kind, const char *title,
             struct str detail);
/* From a refusal: 422, 403 or 409. */
void problem_refused(struct call *c, const struct refusal *why);
/* What became of one of several, as a member of the answer: "problem": {...}. */
void problem_of_one(struct call *c, struct json_out *j, enum fail f,
                    const struct refusal *why);
/* 412, with what was changed since the version that the caller saw, and by whom. */
void problem_stale(struct call *c);
/* From a failure: 404, 412, 422, 503, 507, 500. */
void problem_failed(struct call *c, enum fail f);

#endif
