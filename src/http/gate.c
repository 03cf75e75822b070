/* gate.c -- the gate's thread: accepting, waiting, deadlines, stopping. */
#include "http/gate_internal.h"

#include <errno.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/time.h"

#define EVENTS 128
#define SWEEP_MS 200
#define TAG_INNER 1u                    /* in the low bit of a connection's pointer */

void link_release(struct link *l)
{
	if (atomic_fetch_sub(&l->references, 1) != 1)
		return;
	free(l->head);
	free(l);
}

static void wake(struct gate *g)
{
	uint64_t one = 1;

	if (write(g->wake, &one, sizeof one) < 0 && errno != EAGAIN)
		BUG("cannot wake the gate");
}

void link_done(struct link *l)
{
	struct gate *g = l->gate;

	atomic_fetch_add(&l->references, 1);
	pthread_mutex_lock(&g->lock);
	l->next_done = g->done;
	g->done = l;
	pthread_mutex_unlock(&g->lock);
	wake(g);
}

/* ---- what to wait for ---- */

static void watch_one(struct gate *g, int fd, uint32_t *had, uint32_t want, uint64_t tag)
{
	struct epoll_event e = { .events = want, .data.u64 = tag };

	if (*had == want)
		return;
	int how = *had ? want ? EPOLL_CTL_MOD : EPOLL_CTL_DEL : EPOLL_CTL_ADD;
	if (epoll_ctl(g->epoll, how, fd, &e) == 0)
		*had = want;
}

void gate_watch(struct conn *c)
{
	uint64_t tag = (uint64_t)(uintptr_t)c;
	uint32_t outer = 0, inner = 0;

	/* Not while an answer is made: a client that sends on ahead waits in the kernel. */
	if (!c->outer_ended && c->phase != ANSWERING && c->in_bytes < GATE_IN_BYTES)
		outer |= EPOLLIN;
	if (c->phase == ANSWERING && !c->outer_ended)
		outer |= EPOLLRDHUP;
	if (c->out)
		outer |= EPOLLOUT;
	if (!c->out)
		inner |= EPOLLIN;
	if (c->cleared)
		inner |= EPOLLOUT;
	watch_one(c->gate, c->outer, &c->outer_events, outer ? outer : EPOLLET, tag);
	if (c->inner >= 0)
		watch_one(c->gate, c->inner, &c->inner_events, inner ? inner : EPOLLET,
		          tag | TAG_INNER);
}

/* ---- events ---- */

static void accept_all(struct gate *g)
{
	for (int i = 0; i < 64 && g->open < g->o.connections; i++) {
		int fd = accept4(g->o.listen_fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
		if (fd < 0)
			return;
		struct conn *c = conn_new(g, fd);
		if (c)
			gate_watch(c);
		else
			close(fd);
	}
}

/* At the ceiling new clients wait in the kernel's queue. */
static void listen_when_there_is_room(struct gate *g)
{
	bool want = g->open < g->o.connections && !atomic_load(&g->stopping);
	struct epoll_event e = { .events = EPOLLIN, .data.u64 = 0 };

	if (want == g->accepting)
		return;
	if (epoll_ctl(g->epoll, want ? EPOLL_CTL_ADD : EPOLL_CTL_DEL, g->o.listen_fd, &e) ==
	    0)
		g->accepting = want;
}

static void handle_event(const struct epoll_event *e)
{
	bool inner = e->data.u64 & TAG_INNER;
	struct conn *c = (struct conn *)(uintptr_t)(e->data.u64 & ~(uint64_t)TAG_INNER);

	if (c->phase == CLOSED)
		return;
	if (!inner && (e->events & (EPOLLERR | EPOLLHUP))) {
		conn_gone(c);
		return;
	}
	if (!inner && (e->events & EPOLLRDHUP)) {
		/* It will send no more; most likely it left, but it may be waiting still.
		 */
		c->outer_ended = true;
		atomic_store(&c->link->cancelled, true);
	}
	conn_pump(c);
}

static void take_done(struct gate *g)
{
	pthread_mutex_lock(&g->lock);
	struct link *l = g->done;
	g->done = NULL;
	pthread_mutex_unlock(&g->lock);
	while (l) {
		struct link *next = l->next_done;
		if (l->conn)
			conn_library_done(l->conn);
		link_release(l);
		l = next;
	}
}

static void take_wake(struct gate *g)
{
	uint64_t count;
	ssize_t n = read(g->wake, &count, sizeof count);

	if (n < 0 && errno != EAGAIN && errno != EINTR)
		BUG("cannot read the gate's bell");
	take_done(g);
}

/* ---- time ---- */

static void sweep(struct gate *g, int64_t now)
{
	for (struct conn *c = g->conns, *next; c; c = next) {
		next = c->next;
		conn_overdue(c, now);
	}
	atomic_store(&g->counts.open, g->open);
}

/* Idle ones at once; those being answered when the time given is over. */
static void sweep_stopping(struct gate *g, int64_t now)
{
	for (struct conn *c = g->conns, *next; c; c = next) {
		next = c->next;
		bool busy = c->phase == ANSWERING || c->phase == IN_BODY || c->out;
		if (!busy || now > g->stop_us + GATE_GRACE_US)
			conn_close(c);
		else if (now > g->stop_us)
			atomic_store(&c->link->cancelled, true);
	}
}

static void bury(struct gate *g)
{
	while (g->graves) {
		struct conn *c = g->graves;
		g->graves = c->next;
		conn_free(c);
	}
}

static void *gate_run(void *arg)
{
	struct gate *g = arg;
	struct epoll_event events[EVENTS];
	int64_t swept = 0;

	while (!atomic_load(&g->stopping) || g->conns) {
		listen_when_there_is_room(g);
		int n = epoll_wait(g->epoll, events, EVENTS, SWEEP_MS);
		for (int i = 0; i < n; i++) {
			if (events[i].data.u64 == 0)
				accept_all(g);
			else if (events[i].data.u64 == TAG_INNER)
				take_wake(g);
			else
				handle_event(&events[i]);
		}
		int64_t now = steady_us();
		if (now - swept >= SWEEP_MS * 1000) {
			swept = now;
			sweep(g, now);
		}
		if (atomic_load(&g->stopping))
			sweep_stopping(g, now);
		bury(g);
	}
	take_done(g);
	bury(g);
	return NULL;
}

/* ---- from outside ---- */

static enum fail open_descriptors(struct gate *g)
{
	struct epoll_event bell = { .events = EPOLLIN, .data.u64 = TAG_INNER };

	g->epoll = epoll_create1(EPOLL_CLOEXEC);
	g->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (g->epoll < 0 || g->wake < 0 ||
	    epoll_ctl(g->epoll, EPOLL_CTL_ADD, g->wake, &bell) != 0)
		return fail_say(FAIL_IO, "cannot wait for connections: %s",
		                strerror(errno));
	return OK;
}

enum fail gate_start(struct gate **out, const struct gate_options *o)
{
	struct gate *g = calloc(1, sizeof *g);

	if (!g)
		return fail_say(FAIL_MEMORY, "no memory for connections");
	g->o = *o;
	pthread_mutex_init(&g->lock, NULL);
	enum fail f = open_descriptors(g);
	if (f == OK && pthread_create(&g->thread, NULL, gate_run, g) != 0)
		f = fail_say(FAIL_MEMORY, "cannot start a thread for connections");
	if (f) {
		gate_free(g);
		return f;
	}
	*out = g;
	return OK;
}

const struct gate_counts *gate_counts(const struct gate *g)
{
	return &g->counts;
}

void gate_stop(struct gate *g, int seconds)
{
	g->stop_us = steady_us() + seconds * US_PER_SECOND;
	atomic_store(&g->stopping, true);
	wake(g);
	pthread_join(g->thread, NULL);
}

void gate_free(struct gate *g)
{
	if (!g)
		return;
	if (g->epoll >= 0)
		close(g->epoll);
	if (g->wake >= 0)
		close(g->wake);
	if (g->o.listen_fd >= 0)
		close(g->o.listen_fd);
	pthread_mutex_destroy(&g->lock);
	free(g);
}
