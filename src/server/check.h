/*
 * check.h -- what must be right before the first request is answered.
 *
 * A server that would answer wrongly does not start, and says why.
 */
#ifndef SERVER_CHECK_H
#define SERVER_CHECK_H

#include "base/fail.h"
#include "sys/sandbox.h"

/* Before the store is opened: walls, clock, zones, record types, parts of the program. */
enum fail server_check(const struct sandbox *walls,
                       const struct sandbox_report *report) MUST_USE;

#endif
