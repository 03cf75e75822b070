/*
 * gate.h -- between the clients and the library: strictness, deadlines, order.
 *
 * One thread owns every connection.  A head is held until it is whole and strict, then it
 * and its body go to the library over a socket pair, one request at a time; the answer
 * comes back the same way.  So the library never meets a slow or an ambiguous client, a
 * deadline is absolute, and a client that left is noticed while its request is being worked
 * on.
 *
 *     wait for a head -> body -> answering -> wait for a head
 *             \------------\-----------\----> lingering -> closed
 */
#ifndef HTTP_GATE_H
#define HTTP_GATE_H

#include <stdatomic.h>
#include <stdint.h>

#include "base/fail.h"
#include "base/text.h"

struct gate;
struct conn;

/* What the gate and the library share of one connection; counted references. */
struct link {
	atomic_int references;
	atomic_bool cancelled;          /* of the request being answered */
	atomic_bool overdue;            /* its deadline has passed: not to be begun */
	atomic_bool begun;              /* a lane works on it */
	struct gate *gate;
	struct conn *conn;              /* the gate's thread only; null: closed */
	struct link *next_done;         /* under the gate's lock */
	char *head; /* the request's head as the client sent it, checked */
	size_t head_bytes;
	char peer[64];                  /* address, or "unix" */
	bool over_unix_socket;
};

struct gate_options {
	int listen_fd;                  /* the gate closes it */
	size_t connections;             /* at most */
	uint64_t most_body_bytes;
	int header_deadline_s, request_deadline_s, idle_s;
	/* Gives the library its end of a pair (and a reference of the link); false: it
	 * cannot. */
	bool (*hand_over)(void *arg, int fd, struct link *l);
	void *arg;
};

struct gate_counts {
	atomic_ulong accepted, refused, timed_out;
	atomic_ulong open;
};

enum fail gate_start(struct gate **out, const struct gate_options *o) MUST_USE;
const struct gate_counts *gate_counts(const struct gate *g);
/* Stops listening, waits for what is being answered, at most so many seconds, then cancels.
 */
void gate_stop(struct gate *g, int seconds);
void gate_free(struct gate *g);

/* The library has sent the last byte of an answer; any thread. */
void link_done(struct link *l);
void link_release(struct link *l);

#endif
