/*
 * worker.h -- the core's side of the parse role: a pool of prepared processes.
 *
 * The supervisor starts the processes and hands their channels over; each reads one
 * document and ends, so nothing of one person's file is left when the next comes.  A call
 * waits for a free process, sends, and waits for the answer; a process that dies or takes
 * too long is a failure of that call only.
 */
#ifndef SYS_WORKER_H
#define SYS_WORKER_H

#include "base/fail.h"
#include "sys/channel.h"

struct worker_pool;

struct worker_pool *worker_pool_new(void);
void worker_pool_free(struct worker_pool *p);           /* closes what is still there */
/* A new process is ready at the other end; the pool owns the descriptor. */
void worker_pool_add(struct worker_pool *p, int channel);
size_t worker_pool_ready(struct worker_pool *p);
/*
 * One question, one answer; the process is used up afterwards.  FAIL_BUSY: none came free
 * or no answer within the time; FAIL_IO: the process ended without an answer.
 */
enum fail worker_pool_ask(struct worker_pool *p, struct arena *a, int timeout_ms,
                          const struct channel_message *question,
                          struct channel_message *answer) MUST_USE;

#endif
