/* client.h -- a small server with known routes, and a client that sends raw bytes to it. */
#ifndef TESTS_HTTP_CLIENT_H
#define TESTS_HTTP_CLIENT_H

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"
#include "base/time.h"
#include "http/http.h"

static void say_hello(struct request *q, struct response *r)
{
	r->media = "text/plain; charset=utf-8";
	r->body = str_format(q->arena, "hello %.*s\n", STR_ARG(q->params[0]));
	response_header(r, "ETag", STR("\"h1\""));
}

static void say_form(struct request *q, struct response *r)
{
	struct text t = text_on(q->arena, 1 << 20);

	for (size_t i = 0; i < q->form.count; i++)
		text_addf(&t, "%.*s=%.*s\n", STR_ARG(q->form.at[i].name),
		          STR_ARG(q->form.at[i].value));
	for (size_t i = 0; i < q->upload_count; i++)
		text_addf(&t, "file %.*s %.*s %.*s %zu\n", STR_ARG(q->uploads[i].field),
		          STR_ARG(q->uploads[i].name), STR_ARG(q->uploads[i].media),
		          q->uploads[i].bytes);
	r->media = "text/plain; charset=utf-8";
	r->body = t.n ? text_str(&t) : STR("nothing\n");
}

static atomic_int slow_cancelled, slow_done;

/* Half a second, unless it is cancelled. */
static void be_slow(struct request *q, struct response *r)
{
	for (int i = 0; i < 50 && !atomic_load(q->cancelled); i++)
		usleep(10000);
	atomic_fetch_add(atomic_load(q->cancelled) ? &slow_cancelled : &slow_done, 1);
	r->body = STR("slow\n");
}

struct rows {
	int left;
};

static bool more_rows(void *arg, struct text *out)
{
	struct rows *rows = arg;

	for (int i = 0; i < 1000; i++)
		text_addf(out, "row %d of the export\n", rows->left);
	return --rows->left > 0;
}

static void export_rows(struct request *q, struct response *r)
{
	struct rows *rows = ARENA_NEW(q->arena, struct rows);

	rows->left = 100;
	r->media = "text/csv";
	r->more = more_rows;
	r->more_arg = rows;
}

static void say_big(struct request *q, struct response *r)
{
	struct text t = text_on(q->arena, 1 << 20);

	for (int i = 0; i < 2000; i++)
		text_addz(&t, "the same words again\n");
	r->media = "text/html; charset=utf-8";
	r->body = text_str(&t);
}

static void say_who(struct request *q, struct response *r)
{
	r->body = str_format(q->arena, "from %.*s.\n", STR_ARG(q->peer));
}

static const struct route test_routes[] = {
	{ GET, "/who", LANE_FAST, BODY_NONE, 0, say_who },
	{ GET, "/hello/:name", LANE_FAST, BODY_NONE, 0, say_hello },
	{ POST, "/form", LANE_FAST, BODY_FORM, 0, say_form },
	{ POST | PUT, "/upload", LANE_SLOW, BODY_UPLOAD, 0, say_form },
	{ GET, "/slow", LANE_SLOW, BODY_NONE, 0, be_slow },
	{ GET, "/export", LANE_SLOW, BODY_NONE, 0, export_rows },
	{ GET, "/big", LANE_FAST, BODY_NONE, 0, say_big },
	{ GET, "/rest/:rest*", LANE_FAST, BODY_NONE, 0, say_hello },
	{ 0 },
};
static const struct route *const test_tables[] = { test_routes };

static struct http_server *start_with(struct http_options o)
{
	struct http_server *s = NULL;

	if (!o.listen)
		o.listen = "127.0.0.1:0";
	o.tables = test_tables;
	o.table_count = 1;
	assert_int_equal(http_start(&s, &o), OK);
	return s;
}

static int connect_to(const struct http_server *s)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
		                  .sin_port = htons((uint16_t)http_port(s)),
		                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof to), 0);
	return fd;
}

static void send_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t went = send(fd, p, n, MSG_NOSIGNAL);
		if (went <= 0)
			return;
		p += went;
		n -= (size_t)went;
	}
}

/* Reads until the end or until nothing came for so long; how many bytes. */
static size_t read_all(int fd, char *out, size_t room, int quiet_ms)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	size_t n = 0;

	while (n < room - 1 && poll(&p, 1, quiet_ms) > 0) {
		ssize_t got = recv(fd, out + n, room - 1 - n, 0);
		if (got <= 0)
			break;
		n += (size_t)got;
	}
	out[n] = '\0';
	return n;
}

static int status_of(const char *answer)
{
	return strncmp(answer, "HTTP/1.1 ", 9) == 0 ? (int)strtol(answer + 9, NULL, 10) : 0;
}

/* Sends the bytes on a new connection; the whole answer, and its status. */
static int ask(const struct http_server *s, struct str request, char *answer, size_t room)
{
	int fd = connect_to(s);

	send_all(fd, request.p, request.n);
	read_all(fd, answer, room, 3000);
	close(fd);
	return status_of(answer);
}

#endif
