/* gate_conn.c -- one connection at the gate: from the client to the library and back. */
#include "http/gate_internal.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/time.h"

/* ---- beginning and end ---- */

static void name_peer(struct link *l, int fd)
{
	union {
		struct sockaddr any;
		struct sockaddr_in v4;
		struct sockaddr_in6 v6;
		struct sockaddr_storage room;
	} from = { .any = { 0 } };
	socklen_t n = sizeof from;

	snprintf(l->peer, sizeof l->peer, "unix");
	if (getpeername(fd, &from.any, &n) != 0)
		return;
	if (from.any.sa_family == AF_INET)
		inet_ntop(AF_INET, &from.v4.sin_addr, l->peer, sizeof l->peer);
	else if (from.any.sa_family == AF_INET6)
		inet_ntop(AF_INET6, &from.v6.sin6_addr, l->peer, sizeof l->peer);
	l->over_unix_socket = from.any.sa_family == AF_UNIX;
}

static void enter(struct conn *c, enum phase phase, int64_t time_us)
{
	c->phase = phase;
	c->since_us = steady_us();
	c->moved = 0;
	c->deadline_us = c->since_us + time_us;
}

struct conn *conn_new(struct gate *g, int fd)
{
	struct conn *c = calloc(1, sizeof *c);
	struct link *l = calloc(1, sizeof *l);
	int yes = 1;

	if (!c || !l) {
		free(c);
		free(l);
		return NULL;
	}
	*c = (struct conn){
		.gate = g, .outer = fd, .inner = -1, .link = l, .next = g->conns
	};
	atomic_init(&l->references, 1);
	l->gate = g;
	l->conn = c;
	name_peer(l, fd);
	if (!l->over_unix_socket)
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
	if (g->conns)
		g->conns->prev = c;
	g->conns = c;
	g->open++;
	atomic_fetch_add(&g->counts.accepted, 1);
	enter(c, WAITING, g->o.header_deadline_s * US_PER_SECOND);
	return c;
}

static void close_inner(struct conn *c)
{
	if (c->inner >= 0)
		close(c->inner);
	c->inner = -1;
	c->inner_events = 0;
	c->inner_ended = true;
	atomic_store(&c->link->cancelled, true);
}

/* Takes it off the list; memory goes when the round of events is over. */
void conn_close(struct conn *c)
{
	struct gate *g = c->gate;

	if (c->phase == CLOSED)
		return;
	close_inner(c);
	close(c->outer);
	c->phase = CLOSED;
	c->link->conn = NULL;
	link_release(c->link);
	if (c->prev)
		c->prev->next = c->next;
	else
		g->conns = c->next;
	if (c->next)
		c->next->prev = c->prev;
	c->next = g->graves;
	g->graves = c;
	g->open--;
}

void conn_free(struct conn *c)
{
	free(c->in);
	free(c->out);
	free(c);
}

void conn_gone(struct conn *c)
{
	conn_close(c);
}

/* ---- refusing ---- */

static void put_out(struct conn *c, const char *bytes, size_t n)
{
	char *room = malloc(n);

	free(c->out);
	c->out = room;
	c->out_at = 0;
	c->out_bytes = room ? n : 0;
	if (room)
		memcpy(room, bytes, n);
}

/* Only before any byte of the answer went out; else there is nothing left but to close. */
static void refuse_request(struct conn *c, int status)
{
	char text[512];
	const char *phrase = status_phrase(status);

	atomic_fetch_add(&c->gate->counts.refused, 1);
	close_inner(c);
	if (c->answered || c->out) {
		conn_close(c);
		return;
	}
	int n = snprintf(text, sizeof text,
	                 "HTTP/1.1 %d %s\r\nContent-Type: text/plain; charset=utf-8\r\n"
	                 "Content-Length: %zu\r\nCache-Control: no-store\r\n%s"
	                 "Connection: close\r\n\r\n%d %s\n",
	                 status, phrase, strlen(phrase) + 5,
	                 status == 503 ? "Retry-After: 2\r\n" : "", status, phrase);
	put_out(c, text, (size_t)n);
	c->in_bytes = c->cleared = c->looked_at = 0;
	c->closing = true;
	enter(c, LINGERING, GATE_LINGER_US);
}

void conn_overdue(struct conn *c, int64_t now_us)
{
	bool silent = c->phase == WAITING && c->in_bytes == 0;

	if (now_us < c->deadline_us)
		return;
	atomic_fetch_add(&c->gate->counts.timed_out, 1);
	if (c->phase == ANSWERING && !atomic_exchange(&c->link->overdue, true)) {
		atomic_store(&c->link->cancelled, true);
		c->deadline_us = now_us + GATE_GRACE_US;
		return;
	}
	if (silent || c->phase == LINGERING) {
		conn_close(c);
		return;
	}
	/* One that no lane has begun never will be, and may be sent again. */
	refuse_request(c, c->phase != ANSWERING               ? 408
	                  : atomic_load(&c->link->begun) ? 504
	                                                 : 503);
	if (c->phase != CLOSED)
		conn_pump(c);
}

/* ---- from the client ---- */

static void body_clear(struct conn *c)
{
	size_t fresh = c->in_bytes - c->cleared, used = 0;
	int status = 0;

	if (c->facts.framing == FRAMING_LENGTH) {
		used = fresh < c->body_left ? fresh : (size_t)c->body_left;
		c->body_left -= used;
	} else {
		struct str bytes = { c->in + c->cleared, fresh };
		enum scan s = chunk_scan(&c->chunk, bytes, c->gate->o.most_body_bytes,
		                         &used, &status);
		if (s == SCAN_WRONG) {
			refuse_request(c, status);
			return;
		}
		c->body_left = s == SCAN_DONE ? 0 : 1;
	}
	c->cleared += used;
	c->moved += used;
	c->deadline_us = c->since_us + c->gate->o.header_deadline_s * US_PER_SECOND +
	                 (int64_t)c->moved * US_PER_SECOND / GATE_LEAST_RATE;
	if (c->body_left == 0)
		enter(c, ANSWERING, c->gate->o.request_deadline_s * US_PER_SECOND);
}

static bool connect_library(struct conn *c)
{
	int pair[2];

	if (c->inner >= 0)
		return true;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, pair) != 0)
		return false;
	atomic_fetch_add(&c->link->references, 1);
	if (!c->gate->o.hand_over(c->gate->o.arg, pair[1], c->link)) {
		close(pair[0]);
		link_release(c->link);
		return false;
	}
	c->inner = pair[0];
	c->inner_ended = false;
	return true;
}

/* What was checked is what the handlers are given, not what the library makes of it. */
static bool keep_head(struct link *l, struct str head)
{
	free(l->head);
	l->head = malloc(head.n);
	l->head_bytes = l->head ? head.n : 0;
	if (l->head)
		memcpy(l->head, head.p, head.n);
	return l->head != NULL;
}

static void head_accept(struct conn *c, size_t head_bytes)
{
	struct gate *g = c->gate;
	struct str head = { c->in, head_bytes };
	int status = head_check(head, g->o.most_body_bytes, &c->facts);

	if (status == 0 && (!keep_head(c->link, head) || !connect_library(c)))
		status = 503;
	if (status) {
		refuse_request(c, status);
		return;
	}
	c->scan = (struct head_scan){ 0 };
	c->looked_at = 0;
	c->cleared = head_bytes;
	c->answered = c->done = false;
	atomic_store(&c->link->cancelled, false);
	atomic_store(&c->link->overdue, false);
	atomic_store(&c->link->begun, false);
	c->chunk = (struct chunk_scan){ .at = CHUNK_SIZE };
	c->body_left = c->facts.length;
	if (c->facts.framing == FRAMING_NONE)
		enter(c, ANSWERING, g->o.request_deadline_s * US_PER_SECOND);
	else
		enter(c, IN_BODY, g->o.header_deadline_s * US_PER_SECOND);
}

static void head_look(struct conn *c)
{
	struct str fresh = { c->in + c->looked_at, c->in_bytes - c->looked_at };
	size_t used = 0;

	if (c->looked_at == 0 && fresh.n)
		c->deadline_us = steady_us() + c->gate->o.header_deadline_s * US_PER_SECOND;
	switch (head_scan(&c->scan, fresh, &used)) {
	case SCAN_DONE:
		head_accept(c, c->looked_at + used);
		break;
	case SCAN_WRONG:
		refuse_request(c, 400);
		break;
	case SCAN_MORE:
		c->looked_at = c->in_bytes;
		if (c->in_bytes == GATE_IN_BYTES)
			refuse_request(c,
			               memchr(c->in, '\n', LIMIT_TARGET_BYTES) ? 431 : 414);
		break;
	}
}

/* What of the bytes that are there may go on to the library. */
static void look(struct conn *c)
{
	if (c->phase == WAITING && c->in_bytes > c->looked_at)
		head_look(c);
	if (c->phase == IN_BODY && c->in_bytes > c->cleared)
		body_clear(c);
}

static bool read_client(struct conn *c)
{
	if (!c->in)
		c->in = malloc(GATE_IN_BYTES);
	if (!c->in) {
		conn_close(c);
		return false;
	}
	ssize_t n = recv(c->outer, c->in + c->in_bytes, GATE_IN_BYTES - c->in_bytes, 0);
	if (n > 0) {
		c->in_bytes += (size_t)n;
		if (c->phase == LINGERING)
			c->in_bytes = 0;
		return true;
	}
	if (n == 0)
		c->outer_ended = true;
	else if (errno != EAGAIN && errno != EINTR)
		conn_close(c);
	return false;
}

static bool wants_client(const struct conn *c)
{
	return !c->outer_ended && c->in_bytes < GATE_IN_BYTES &&
	       (c->phase == WAITING || c->phase == IN_BODY || c->phase == LINGERING);
}

/* The cleared bytes to the library. */
static bool write_library(struct conn *c)
{
	if (c->cleared == 0 || c->inner < 0)
		return false;
	ssize_t n = send(c->inner, c->in, c->cleared, MSG_NOSIGNAL);
	if (n <= 0) {
		if (n < 0 && errno != EAGAIN && errno != EINTR) {
			/* It answered early and closed: what it said is read below. */
			c->in_bytes = c->cleared = 0;
			c->phase = ANSWERING;
		}
		return false;
	}
	size_t sent = (size_t)n;
	memmove(c->in, c->in + sent, c->in_bytes - sent);
	c->in_bytes -= sent;
	c->cleared -= sent;
	return true;
}

/* ---- to the client ---- */

static void flush(struct conn *c)
{
	while (c->out) {
		ssize_t n = send(c->outer, c->out + c->out_at, c->out_bytes - c->out_at,
		                 MSG_NOSIGNAL);
		if (n < 0 && errno != EAGAIN && errno != EINTR)
			conn_close(c);
		if (n <= 0)
			return;
		c->out_at += (size_t)n;
		c->moved += (uint64_t)n;
		if (c->out_at == c->out_bytes) {
			free(c->out);
			c->out = NULL;
		}
	}
}

static void send_on(struct conn *c, size_t n)
{
	ssize_t sent = send(c->outer, c->gate->scratch, n, MSG_NOSIGNAL);

	if (sent < 0 && errno != EAGAIN && errno != EINTR) {
		conn_close(c);
		return;
	}
	size_t went = sent > 0 ? (size_t)sent : 0;
	c->moved += went;
	if (went < n) {
		put_out(c, c->gate->scratch + went, n - went);
		if (!c->out)
			conn_close(c);
	}
}

/* True when there may be more. */
static bool read_library(struct conn *c)
{
	if (c->inner < 0 || c->inner_ended || c->out)
		return false;
	ssize_t n = recv(c->inner, c->gate->scratch, GATE_OUT_BYTES, 0);
	if (n > 0) {
		c->answered = true;
		send_on(c, (size_t)n);
		if (c->phase == ANSWERING) {
			int64_t paced = c->since_us +
			                c->gate->o.request_deadline_s * US_PER_SECOND +
			                (int64_t)c->moved * US_PER_SECOND / GATE_LEAST_RATE;
			if (!atomic_load(&c->link->cancelled))
				c->deadline_us = paced;
		}
		return c->phase != CLOSED && !c->out;
	}
	if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
		close_inner(c);
		c->closing = true;
	}
	return false;
}

/* The answer is with the client: wait for the next request, or say goodbye. */
static void finish(struct conn *c)
{
	if (c->phase == CLOSED || c->out)
		return;
	if (c->phase == ANSWERING && c->done && !c->inner_ended) {
		c->done = false;
		enter(c, WAITING, c->gate->o.idle_s * US_PER_SECOND);
		if (atomic_load(&c->gate->stopping))
			conn_close(c);
		return;
	}
	if (!c->closing)
		return;
	if (c->phase != LINGERING)
		enter(c, LINGERING, GATE_LINGER_US);
	shutdown(c->outer, SHUT_WR);
	if (c->outer_ended)
		conn_close(c);
}

static bool ended_early(const struct conn *c)
{
	return c->outer_ended && (c->phase == WAITING || c->phase == IN_BODY);
}

static bool pump_once(struct conn *c)
{
	bool moved = wants_client(c) && read_client(c);

	if (c->phase != CLOSED && c->phase != LINGERING)
		look(c);
	if (c->phase != CLOSED && write_library(c))
		moved = true;
	if (c->phase != CLOSED)
		flush(c);
	if (c->phase != CLOSED && read_library(c))
		moved = true;
	enum phase before = c->phase;
	finish(c);
	return c->phase != CLOSED && (moved || before != c->phase);
}

void conn_pump(struct conn *c)
{
	/* Bounded, so that one busy connection does not starve the others. */
	for (int i = 0; i < 16 && c->phase != CLOSED && pump_once(c); i++)
		;
	if (c->phase != CLOSED && ended_early(c))
		conn_close(c);
	if (c->phase == CLOSED)
		return;
	if (c->in && c->in_bytes == 0 && c->phase != LINGERING) {
		free(c->in);
		c->in = NULL;
	}
	gate_watch(c);
}

void conn_library_done(struct conn *c)
{
	c->done = true;
	conn_pump(c);
}
