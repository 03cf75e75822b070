/* answer.c -- in the lane: the handler is called, and what it left becomes a response. */
#include "http/internal.h"

#include <sys/stat.h>
#include <unistd.h>

#include "http/strict.h"

void response_header(struct response *r, const char *name, struct str value)
{
	if (r->header_count == COUNT(r->headers))
		BUG("more than %zu headers in an answer", COUNT(r->headers));
	r->headers[r->header_count++] = (struct pair){ str_of(name), value };
}

void response_cookie(struct response *r, const char *name, struct str value, int max_age_s,
                     bool secure)
{
	struct text t = text_on(r->arena, 4096);

	text_addf(&t, "%s=%.*s; Path=/; HttpOnly; SameSite=Lax", name, STR_ARG(value));
	if (max_age_s >= 0)
		text_addf(&t, "; Max-Age=%d", max_age_s);
	if (secure)
		text_addz(&t, "; Secure");
	response_header(r, "Set-Cookie", text_str(&t));
}

void response_redirect(struct response *r, struct str where)
{
	r->status = 303;
	response_header(r, "Location", where);
}

/* ---- what the handler left ---- */

static bool has_body(const struct response *r)
{
	return r->body.n || r->fd >= 0 || r->more;
}

static void plain_error(struct response *r, int status)
{
	r->media = "text/plain; charset=utf-8";
	r->body = str_format(r->arena, "%d %s\n", status, status_phrase(status));
}

static void error_answer(struct exchange *x, int status)
{
	struct response *r = &x->r;

	if (r->fd >= 0)
		close(r->fd);
	r->fd = -1;
	r->more = NULL;
	r->status = status;
	if (status == 405 || status == 503)
		r->cacheable = false;
	if (x->server->o.error)
		x->server->o.error(&x->q, r, status);
	if (!has_body(r))
		plain_error(r, status);
}

static void handle(struct exchange *x)
{
	atomic_store(&x->link->begun, true);
	int late = atomic_load(&x->link->overdue) ? 503 : 0;
	int refused = late ? late : x->error ? x->error
	                                     : body_read(x);

	if (refused) {
		error_answer(x, refused);
		return;
	}
	x->route->handle(&x->q, &x->r);
	if (x->r.status >= 400 && !has_body(&x->r))
		error_answer(x, x->r.status);
}

static struct str header_of(const struct response *r, const char *name)
{
	for (size_t i = 0; i < r->header_count; i++)
		if (str_is(r->headers[i].name, name))
			return r->headers[i].value;
	return STR_NONE;
}

/* One of the tags in If-None-Match, weakly compared, or "*". */
static bool tag_listed(struct str list, struct str tag)
{
	while (list.p) {
		struct str one = str_trim(str_split(list, ',', &list));
		if (str_starts(one, "W/"))
			one = str_from(one, 2);
		if (str_is(one, "*") || str_equal(one, tag))
			return true;
	}
	return false;
}

static bool is_unchanged(const struct exchange *x)
{
	struct str tag = header_of(&x->r, "ETag");
	struct str wanted = request_header(&x->q, "if-none-match");

	if (str_starts(tag, "W/"))
		tag = str_from(tag, 2);
	return x->r.status == 200 && (x->q.method & (GET | HEAD)) && tag.n && wanted.n &&
	       tag_listed(wanted, tag);
}

static bool accepts_gzip(const struct request *q)
{
	struct str list = request_header(q, "accept-encoding");

	while (list.p) {
		struct str one = str_trim(str_split(list, ',', &list)), weight;
		struct str name = str_trim(str_split(one, ';', &weight));
		weight = str_trim(weight);
		bool never = str_is(weight, "q=0") || str_is(weight, "q=0.0");
		if (str_is(name, "gzip") && !never)
			return true;
	}
	return false;
}

static void shrink(struct exchange *x)
{
	struct response *r = &x->r;
	struct str small;

	if (r->fd >= 0 || r->more || !compressible(r->media, r->body.n))
		return;
	response_header(r, "Vary", STR("Accept-Encoding"));
	if (accepts_gzip(&x->q) && gzip(x->arena, r->body, &small) && small.n < r->body.n) {
		r->body = small;
		response_header(r, "Content-Encoding", STR("gzip"));
	}
}

/* ---- for the library ---- */

static struct MHD_Response *of_file(struct exchange *x)
{
	struct stat st;
	int fd = x->r.fd;

	x->r.fd = -1;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		close(fd);
		return NULL;
	}
	struct MHD_Response *m = MHD_create_response_from_fd64((uint64_t)st.st_size, fd);
	if (!m)
		close(fd);
	return m;
}

static struct MHD_Response *of_body(struct exchange *x)
{
	struct response *r = &x->r;

	if (r->fd >= 0)
		return of_file(x);
	/* Nobody would take the pieces of an answer without a body. */
	if (r->more && x->q.method != HEAD)
		return stream_response(x);
	return MHD_create_response_from_buffer(
		r->body.n, (void *)(r->body.n ? r->body.p : ""), MHD_RESPMEM_PERSISTENT);
}

static void add_header(struct exchange *x, struct MHD_Response *m, const char *name,
                       struct str value)
{
	/* Fails on a line end in the value: such a header is left out, never split in two.
	 */
	(void)MHD_add_response_header(m, name, str_z(x->arena, value));
}

static void add_headers(struct exchange *x, struct MHD_Response *m)
{
	const struct response *r = &x->r;

	if (r->media)
		add_header(x, m, "Content-Type", str_of(r->media));
	for (size_t i = 0; i < r->header_count; i++)
		add_header(x, m, str_z(x->arena, r->headers[i].name), r->headers[i].value);
	if (!r->cacheable && !header_of(r, "Cache-Control").p)
		add_header(x, m, "Cache-Control", STR("no-store"));
	if (r->status == 503)
		add_header(x, m, "Retry-After", STR("2"));
	add_header(x, m, "X-Content-Type-Options", STR("nosniff"));
	add_header(x, m, "X-Request-Id", x->q.id);
}

void answer_make(struct exchange *x)
{
	handle(x);
	if (arena_failed(x->arena)) {
		arena_reset(x->arena);
		x->r = (struct response){ .arena = x->arena, .status = 503, .fd = -1 };
		x->q.id = STR("");
		plain_error(&x->r, 503);
	} else if (is_unchanged(x)) {
		if (x->r.fd >= 0)
			close(x->r.fd);
		x->r.fd = -1;
		x->r.status = 304;
		x->r.body = STR("");
		x->r.media = NULL;
	} else {
		shrink(x);
	}
	x->response = of_body(x);
	if (x->response)
		add_headers(x, x->response);
	unsigned kind = (unsigned)x->r.status / 100;
	atomic_fetch_add(&x->server->answered[kind < 6 ? kind : 5], 1);
}
