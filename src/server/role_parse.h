/*
 * role_parse.h -- the process that reads people's documents, and the core's side of it.
 *
 * The process is given one end of a channel (--channel=FD) and its limits (--mebibytes=N,
 * --seconds=N); it enters its sandbox, waits for one document, answers with its text or
 * with the reasons why it cannot be read, and ends with status 0.
 */
#ifndef SERVER_ROLE_PARSE_H
#define SERVER_ROLE_PARSE_H

#include "actions/site.h"
#include "sys/worker.h"

/* A role: see sys/role.h. */
int role_parse(int argc, char **argv);
/* Reads through the pool; the pool must outlive it. */
struct document_reader role_parse_reader(struct worker_pool *pool);

#endif
