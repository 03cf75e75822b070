/* waiting.c -- /livez says alive, all else 503 with when to come back. */
#include "server/waiting.h"

#include <errno.h>
#include <fcntl.h>

#include "server/wire.h"

static void come_back(struct request *q, struct response *r)
{
	(void)q;
	r->status = 503;
	r->media = "text/plain; charset=utf-8";
	r->body = STR("the database does not answer\n");
}

#define ANY (GET | HEAD | POST | PUT | PATCH | DELETE)

static const struct route routes[] = {
	{ .methods = GET | HEAD, .path = "/livez", .lane = LANE_WATCH, .handle = livez },
	{ .methods = ANY, .path = "/", .handle = come_back },
	{ .methods = ANY, .path = "/:rest*", .handle = come_back },
	{ 0 },
};
static const struct route *const tables[] = { routes };

static enum fail start_one(struct http_server **out, int listen_fd)
{
	struct http_options o = {
		.tables = tables,
		.table_count = COUNT(tables),
		.fast_threads = 1,
		.slow_threads = 1,
	};

	/* Its own: the gate closes it. */
	o.listen_fd = fcntl(listen_fd, F_DUPFD_CLOEXEC, 0);
	if (o.listen_fd < 0)
		return fail_say(FAIL_IO, "cannot listen: %s", strerror(errno));
	return http_start(out, &o);
}

enum fail waiting_start(struct waiting *w, const struct server_options *o)
{
	*w = (struct waiting){ NULL, NULL };
	enum fail f = start_one(&w->open, o->public_fd);

	return f == OK ? start_one(&w->admin, o->admin_fd) : f;
}

void waiting_stop(struct waiting *w)
{
	if (w->open)
		http_stop(w->open, 0);
	if (w->admin)
		http_stop(w->admin, 0);
}
