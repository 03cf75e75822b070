/* gate_internal.h -- what the gate's thread (gate.c) and one connection (gate_conn.c)
 * share. */
#ifndef HTTP_GATE_INTERNAL_H
#define HTTP_GATE_INTERNAL_H

#include <pthread.h>

#include "base/limits.h"
#include "http/gate.h"
#include "http/strict.h"

#define GATE_IN_BYTES (LIMIT_TARGET_BYTES + LIMIT_HEADERS_BYTES + 1024u)
#define GATE_OUT_BYTES (64u * 1024)
#define GATE_LEAST_RATE (16 * 1024)     /* bytes a second, both ways */
#define GATE_GRACE_US (5 * US_PER_SECOND)
#define GATE_LINGER_US (2 * US_PER_SECOND)

enum phase { WAITING, IN_BODY, ANSWERING, LINGERING, CLOSED };

struct conn {
	struct gate *gate;
	struct conn *next, *prev;
	int outer, inner;               /* inner -1 until the first request */
	uint32_t outer_events, inner_events;
	enum phase phase;
	struct link *link;
	struct head_scan scan;
	struct head_facts facts;
	struct chunk_scan chunk;
	uint64_t body_left;
	char *in;                       /* from the client; the first `cleared` may go on */
	size_t in_bytes, cleared, looked_at;
	char *out;                      /* to the client; null when nothing waits */
	size_t out_bytes, out_at;
	bool outer_ended, inner_ended, closing;
	bool answered;                  /* bytes of this answer went out */
	bool done;                      /* the library has sent all of it */
	int64_t since_us;               /* start of the phase, or of the answer */
	uint64_t moved;                 /* bytes in this phase */
	int64_t deadline_us;
};

struct gate {
	struct gate_options o;
	struct gate_counts counts;
	pthread_t thread;
	int epoll, wake;
	pthread_mutex_t lock;
	struct link *done;              /* under the lock */
	atomic_bool stopping;
	int64_t stop_us;                /* when those still answering are cancelled */
	struct conn *conns;
	struct conn *graves;            /* closed in this round */
	size_t open;
	bool accepting;
	char scratch[GATE_OUT_BYTES];
};

struct conn *conn_new(struct gate *g, int fd);          /* null: no memory */
void conn_pump(struct conn *c);                         /* moves whatever can move */
void conn_gone(struct conn *c);                         /* the client left */
void conn_close(struct conn *c);
void conn_overdue(struct conn *c, int64_t now_us);
void conn_library_done(struct conn *c);
void conn_free(struct conn *c);
/* Says to the system what the connection waits for; in gate.c. */
void gate_watch(struct conn *c);

#endif
