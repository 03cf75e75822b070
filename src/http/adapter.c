/*
 * adapter.c -- libmicrohttpd between the gate and the lanes.
 *
 * The library's one thread reads what the gate lets through, suspends the connection while
 * a lane works on the request, and sends the answer.  It is never given a listening socket.
 */
#include "http/internal.h"

#include <sys/resource.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/text.h"
#include "http/listen.h"
#include "sys/spawn.h"

#define CONNECTION_MEMORY (64u * 1024)
#define DESCRIPTORS_EACH 3u             /* client, and both ends of the pair */
#define DESCRIPTORS_OTHER 200u

/* ---- the link of a connection travels in the address that the library keeps ---- */

static bool hand_over(void *arg, int fd, struct link *l)
{
	struct http_server *s = arg;
	struct sockaddr_un from = { .sun_family = AF_UNIX };

	memcpy(from.sun_path, &l, sizeof l);
	return MHD_add_connection(s->daemon, fd, (struct sockaddr *)&from, sizeof from) ==
	       MHD_YES;
}

static struct link *link_of(struct MHD_Connection *c)
{
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(c, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	struct link *l = NULL;

	if (!info || !info->client_addr)
		BUG("a connection that did not come from the gate");
	memcpy(&l, ((struct sockaddr_un *)info->client_addr)->sun_path, sizeof l);
	return l;
}

static void connection_changed(void *cls, struct MHD_Connection *c, void **context,
                               enum MHD_ConnectionNotificationCode code)
{
	(void)cls;
	(void)context;
	if (code == MHD_CONNECTION_NOTIFY_CLOSED)
		link_release(link_of(c));
}

/* ---- one request ---- */

static void request_completed(void *cls, struct MHD_Connection *c, void **context,
                              enum MHD_RequestTerminationCode code)
{
	struct exchange *x = *context;

	(void)cls;
	(void)c;
	if (!x)
		return;
	*context = NULL;
	if (code != MHD_REQUEST_TERMINATED_COMPLETED_OK)
		atomic_store(&x->link->cancelled, true);
	stream_abandon(x->stream);
	link_done(x->link);
	exchange_release(x);
}

static enum MHD_Result turn_away(struct exchange *x)
{
	atomic_fetch_add(&x->server->answered[0], 1);
	return MHD_queue_response(x->connection, 503, x->server->full);
}

static enum MHD_Result queue_answer(struct exchange *x)
{
	struct MHD_Response *m = x->response;

	if (!m)
		return turn_away(x);
	x->response = NULL;
	enum MHD_Result queued =
		MHD_queue_response(x->connection, (unsigned)x->r.status, m);
	MHD_destroy_response(m);
	return queued;
}

static enum MHD_Result dispatch(struct exchange *x)
{
	/* Suspended first: the lane may be done before this returns. */
	atomic_store(&x->stage, WORKING);
	MHD_suspend_connection(x->connection);
	if (lane_put(x->server, x))
		return MHD_YES;
	atomic_store(&x->stage, READY);
	MHD_resume_connection(x->connection);
	return MHD_YES;
}

static enum MHD_Result access_request(void *cls, struct MHD_Connection *c, const char *url,
                                      const char *method, const char *version,
                                      const char *upload, size_t *upload_size,
                                      void **context)
{
	struct exchange *x = *context;

	(void)url;
	(void)method;
	(void)version;
	if (!x) {
		*context = exchange_new(cls, c, link_of(c));
		return *context ? MHD_YES : MHD_NO;
	}
	if (*upload_size) {
		sink_add(x, upload, *upload_size);
		*upload_size = 0;
		return MHD_YES;
	}
	switch (atomic_load(&x->stage)) {
	case RECEIVING: return dispatch(x);
	case READY: return queue_answer(x);
	case WORKING: break;
	}
	return MHD_YES;
}

/* ---- the server ---- */

static size_t connections_possible(const struct http_options *o)
{
	size_t wanted = o->connections ? o->connections : LIMIT_CONNECTIONS;
	struct rlimit r;

	if (getrlimit(RLIMIT_NOFILE, &r) != 0)
		return 64;
	r.rlim_cur = r.rlim_max;
	(void)setrlimit(RLIMIT_NOFILE, &r);
	size_t most = r.rlim_cur > DESCRIPTORS_OTHER
	                      ? (r.rlim_cur - DESCRIPTORS_OTHER) / DESCRIPTORS_EACH
	                      : 16;
	return wanted < most ? wanted : most;
}

static void defaults(struct http_options *o)
{
	if (!o->fast_threads)
		o->fast_threads = 4;
	if (!o->slow_threads)
		o->slow_threads = 2;
	if (!o->header_deadline_s)
		o->header_deadline_s = 10;
	if (!o->request_deadline_s)
		o->request_deadline_s = 60;
	if (!o->idle_s)
		o->idle_s = 30;
	o->connections = connections_possible(o);
}

static enum fail library_start(struct http_server *s)
{
	static const char busy[] = "503 Service Unavailable\n";

	s->full = MHD_create_response_from_buffer(sizeof busy - 1, (void *)busy,
	                                          MHD_RESPMEM_PERSISTENT);
	if (!s->full || MHD_add_response_header(s->full, "Retry-After", "2") != MHD_YES ||
	    MHD_add_response_header(s->full, "Cache-Control", "no-store") != MHD_YES)
		return fail_say(FAIL_MEMORY, "no memory for the web server");
	s->daemon = MHD_start_daemon(
		MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME |
			MHD_USE_NO_LISTEN_SOCKET,
		0, NULL, NULL, access_request, s,
		MHD_OPTION_NOTIFY_COMPLETED, request_completed, NULL,
		MHD_OPTION_NOTIFY_CONNECTION, connection_changed, NULL,
		MHD_OPTION_STRICT_FOR_CLIENT, 1,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned)s->o.connections + 64u,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
		MHD_OPTION_CONNECTION_TIMEOUT, 0u, MHD_OPTION_END);
	if (!s->daemon)
		return fail_say(FAIL_IO, "the web server did not start");
	return OK;
}

static enum fail gate_open(struct http_server *s)
{
	struct gate_options g = {
		.listen_fd = s->o.listen_fd,
		.connections = s->o.connections,
		.most_body_bytes = LIMIT_UPLOAD_BYTES + LIMIT_BODY_BYTES,
		.header_deadline_s = s->o.header_deadline_s,
		.request_deadline_s = s->o.request_deadline_s,
		.idle_s = s->o.idle_s,
		.hand_over = hand_over,
		.arg = s,
	};

	return gate_start(&s->gate, &g);
}

static void server_free(struct http_server *s)
{
	if (s->daemon)
		MHD_stop_daemon(s->daemon);
	if (s->full)
		MHD_destroy_response(s->full);
	gate_free(s->gate);
	while (s->arena_count)
		arena_free(s->arenas[--s->arena_count]);
	for (int i = 0; i < LANES; i++) {
		pthread_mutex_destroy(&s->lanes[i].lock);
		pthread_cond_destroy(&s->lanes[i].came);
	}
	pthread_mutex_destroy(&s->lock);
	free(s);
}

enum fail http_start(struct http_server **out, const struct http_options *o)
{
	struct http_server *s = calloc(1, sizeof *s);
	enum fail f = OK;

	if (!s)
		return fail_say(FAIL_MEMORY, "no memory for the web server");
	spawn_ignore_pipe();
	s->o = *o;
	defaults(&s->o);
	pthread_mutex_init(&s->lock, NULL);
	if (!o->listen)
		;
	else if ((f = http_listen(o->listen, 0660, &s->o.listen_fd)) != OK)
		s->o.listen_fd = -1;
	s->port = s->o.listen_fd >= 0 ? http_listen_port(s->o.listen_fd) : 0;
	enum fail lanes = lanes_start(s);
	f = f ? f : lanes;
	if (f == OK)
		f = library_start(s);
	if (f == OK)
		f = gate_open(s);
	if (f) {
		lanes_stop(s);
		server_free(s);
		return f;
	}
	*out = s;
	return OK;
}

int http_port(const struct http_server *s)
{
	return s->port;
}

/* The gate first (no more requests), then the lanes (nothing is suspended any more). */
void http_stop(struct http_server *s, int seconds)
{
	gate_stop(s->gate, seconds);
	lanes_stop(s);
	server_free(s);
}

static uint64_t waiting_in(struct lane_queue *l)
{
	pthread_mutex_lock(&l->lock);
	uint64_t n = l->count;
	pthread_mutex_unlock(&l->lock);
	return n;
}

struct http_counts http_count(struct http_server *s)
{
	const struct gate_counts *g = gate_counts(s->gate);
	struct http_counts c = {
		.connections = atomic_load(&g->accepted),
		.open = atomic_load(&g->open),
		.refused = atomic_load(&g->refused),
		.timed_out = atomic_load(&g->timed_out),
	};

	for (size_t i = 0; i < COUNT(c.answered); i++)
		c.answered[i] = atomic_load(&s->answered[i]);
	for (size_t i = 0; i < LANES; i++) {
		c.waiting[i] = waiting_in(&s->lanes[i]);
		c.took_us[i] = atomic_load(&s->took_us[i]);
	}
	return c;
}
