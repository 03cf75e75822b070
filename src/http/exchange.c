/* exchange.c -- a request made from the head that the gate checked, and its end. */
#include "http/internal.h"

#include <arpa/inet.h>

#include "base/id.h"
#include "base/time.h"

static struct arena *arena_take(struct http_server *s)
{
	struct arena *a = NULL;

	pthread_mutex_lock(&s->lock);
	if (s->arena_count)
		a = s->arenas[--s->arena_count];
	pthread_mutex_unlock(&s->lock);
	return a ? a : arena_new(LIMIT_REQUEST_BYTES);
}

static void arena_give(struct http_server *s, struct arena *a)
{
	arena_reset(a);
	pthread_mutex_lock(&s->lock);
	if (s->arena_count < ARENAS_KEPT) {
		s->arenas[s->arena_count++] = a;
		a = NULL;
	}
	pthread_mutex_unlock(&s->lock);
	arena_free(a);
}

static enum method method_of(struct str s)
{
	static const struct {
		const char *name;
		enum method method;
	} methods[] = {
		{ "GET", GET },
		{ "HEAD", HEAD },
		{ "POST", POST },
		{ "PUT", PUT },
		{ "PATCH", PATCH },
		{ "DELETE", DELETE },
	};

	for (size_t i = 0; i < COUNT(methods); i++)
		if (str_is(s, methods[i].name))
			return methods[i].method;
	return GET;
}

static struct str lower(struct arena *a, struct str s)
{
	struct str copy = str_copy(a, s);

	for (size_t i = 0; i < copy.n; i++) {
		char *c = (char *)copy.p + i;
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	}
	return copy;
}

static void headers_read(struct request *q, struct str lines)
{
	q->headers.at = arena_get(q->arena, sizeof(struct pair) * LIMIT_HEADERS);
	while (lines.n && q->headers.count < LIMIT_HEADERS) {
		struct str value;
		struct str line = str_trim(str_split(lines, '\n', &lines));
		if (line.n == 0)
			return;
		struct str name = str_split(line, ':', &value);
		q->headers.at[q->headers.count++] =
			(struct pair){ lower(q->arena, name), str_trim(value) };
	}
}

/* Several cookie headers are read as one. */
static bool cookies_read(struct request *q)
{
	struct text all = text_on(q->arena, LIMIT_HEADERS_BYTES);

	for (size_t i = 0; i < q->headers.count; i++) {
		if (!str_is(q->headers.at[i].name, "cookie"))
			continue;
		if (all.n)
			text_addz(&all, "; ");
		text_add(&all, q->headers.at[i].value);
	}
	/* A cookie that cannot be read is nobody's: the others of another site stay out
	 * too. */
	if (all.n && !cookies_parse(q->arena, text_str(&all), &q->cookies))
		q->cookies.count = 0;
	return !text_failed(&all);
}

static bool dots_in(struct str path)
{
	while (path.p) {
		struct str part = str_split(path, '/', &path);
		if (str_is(part, ".") || str_is(part, ".."))
			return true;
	}
	return false;
}

static bool target_read(struct request *q)
{
	struct str query;
	struct str path = str_split(q->target, '?', &query);

	if (!percent_decode(q->arena, path, false, &q->path) || dots_in(q->path)) {
		q->path = STR("/");
		return false;
	}
	return !query.p || form_parse(q->arena, query, &q->query);
}

static struct str request_id(struct arena *a)
{
	struct id id = id_new();
	struct text t = text_on(a, 32);

	for (size_t i = 8; i < sizeof id.b; i++)
		text_addf(&t, "%02x", (unsigned)id.b[i]);
	return text_str(&t);
}

/*
 * Behind a proxy every client has the same socket: the address that the proxy saw is the
 * last it added to X-Forwarded-For.  What stands before it anybody could have sent, and
 * over TCP nothing of it is believed.
 */
static void peer_of_proxy(struct request *q)
{
	struct str list = STR_NONE, last = STR_NONE;
	unsigned char address[16];

	for (size_t i = 0; i < q->headers.count; i++)
		if (str_is(q->headers.at[i].name, "x-forwarded-for"))
			list = q->headers.at[i].value;
	while (list.n > 0)
		last = str_trim(str_split(list, ',', &list));
	if (last.n == 0 || last.n > INET6_ADDRSTRLEN || memchr(last.p, '\0', last.n))
		return;
	const char *text = str_z(q->arena, last);
	if (inet_pton(AF_INET, text, address) == 1 ||
	    inet_pton(AF_INET6, text, address) == 1)
		q->peer = last;
}

static bool head_read(struct exchange *x)
{
	struct request *q = &x->q;
	struct str head =
		str_copy(x->arena, (struct str){ x->link->head, x->link->head_bytes });
	struct str rest, target;
	struct str line = str_split(head, '\n', &rest);
	struct str method = str_split(line, ' ', &target);

	q->arena = x->arena;
	q->method = method_of(method);
	q->target = str_split(target, ' ', &target);
	q->path = STR("/");
	q->id = request_id(x->arena);
	q->peer = str_copy(x->arena, str_of(x->link->peer));
	q->over_unix_socket = x->link->over_unix_socket;
	q->cancelled = &x->link->cancelled;
	q->site = x->server->o.site;
	headers_read(q, rest);
	if (q->over_unix_socket)
		peer_of_proxy(q);
	q->over_tls = q->over_unix_socket &&
	              str_is(request_header(q, "x-forwarded-proto"), "https");
	return cookies_read(q) && target_read(q);
}

static size_t body_limit(const struct route *r)
{
	if (r && r->body_limit)
		return r->body_limit;
	return r && r->body == BODY_UPLOAD ? LIMIT_UPLOAD_BYTES + 64u * 1024
	                                   : LIMIT_BODY_BYTES;
}

struct exchange *exchange_new(struct http_server *s, struct MHD_Connection *c,
                              struct link *l)
{
	struct exchange *x = calloc(1, sizeof *x);
	unsigned others;

	if (!x)
		return NULL;
	*x = (struct exchange){
		.server = s, .link = l, .connection = c, .sink = { .fd = -1 }
	};
	atomic_init(&x->references, 1);
	x->arena = arena_take(s);
	if (!x->arena) {
		free(x);
		return NULL;
	}
	atomic_fetch_add(&l->references, 1);
	atomic_fetch_add(&s->requests, 1);
	x->began_us = steady_us();
	x->r = (struct response){ .arena = x->arena, .status = 200, .fd = -1 };
	if (!head_read(x))
		x->error = 400;
	else if (!(x->route = route_find(&s->o, &x->q, &others)))
		x->error = others ? 405 : 404;
	x->sink.limit = body_limit(x->route);
	return x;
}

void exchange_release(struct exchange *x)
{
	if (atomic_fetch_sub(&x->references, 1) != 1)
		return;
	stream_free(x->stream);
	sink_release(x);
	arena_give(x->server, x->arena);
	link_release(x->link);
	free(x);
}
