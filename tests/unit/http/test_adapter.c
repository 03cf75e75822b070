/* test_adapter.c -- a real socket: bodies, uploads, streams, conditions, many clients,
 * stopping. */
#include "client.h"

#include <pthread.h>
#include <sys/un.h>
#include <zlib.h>

#include "base/arena.h"

static struct http_server *server;
static char answer[4 << 20];

#define CLOSE "Host: a\r\nConnection: close\r\n"

static int get(const char *request)
{
	return ask(server, str_of(request), answer, sizeof answer);
}

static const char *body(void)
{
	const char *at = strstr(answer, "\r\n\r\n");

	return at ? at + 4 : "";
}

static void plain(void **state)
{
	(void)state;
	assert_int_equal(get("GET /hello/w%C3%B6rld?x=1 HTTP/1.1\r\n" CLOSE "\r\n"), 200);
	assert_string_equal(body(), "hello w\xc3\xb6rld\n");
	assert_non_null(strstr(answer, "nosniff"));
	assert_non_null(strstr(answer, "no-store"));
	assert_int_equal(get("HEAD /hello/x HTTP/1.1\r\n" CLOSE "\r\n"), 200);
	assert_string_equal(body(), "");
	assert_non_null(strstr(answer, "Content-Length: 8"));
	assert_int_equal(get("GET /hello/x HTTP/1.0\r\n\r\n"), 200);
	assert_int_equal(get("GET /rest/a/b/c HTTP/1.1\r\n" CLOSE "\r\n"), 200);
	assert_string_equal(body(), "hello a/b/c\n");
	assert_int_equal(get("GET /nothing HTTP/1.1\r\n" CLOSE "\r\n"), 404);
	assert_int_equal(get("DELETE /hello/x HTTP/1.1\r\n" CLOSE "\r\n"), 405);
	assert_int_equal(
		get("GET /hello/x HTTP/1.1\r\n" CLOSE "If-None-Match: \"h1\"\r\n\r\n"),
		304);
	assert_string_equal(body(), "");
}

static void one_after_the_other(void **state)
{
	static const char two[] =
		"GET /hello/a HTTP/1.1\r\nHost: a\r\n\r\n"
		"POST /form HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n"
		"Content-Type: application/x-www-form-urlencoded\r\n\r\na=b"
		"GET /hello/b HTTP/1.1\r\n" CLOSE "\r\n";

	(void)state;
	assert_int_equal(get(two), 200);
	const char *second = strstr(answer + 1, "HTTP/1.1 200");
	assert_non_null(second);
	assert_non_null(strstr(answer, "hello a\n"));
	assert_non_null(strstr(second, "a=b\n"));
	assert_non_null(strstr(second, "hello b\n"));
}

static void forms(void **state)
{
	(void)state;
	assert_int_equal(get("POST /form HTTP/1.1\r\n" CLOSE
	                     "Content-Type: application/x-www-form-urlencoded\r\n"
	                     "Content-Length: 24\r\n\r\na=1&b=x+y%21&a=2&c=&d&&e"),
	                 200);
	assert_string_equal(body(), "a=1\nb=x y!\na=2\nc=\nd=\ne=\n");
	assert_int_equal(get("POST /form HTTP/1.1\r\n" CLOSE
	                     "Content-Type: application/x-www-form-urlencoded\r\n"
	                     "Transfer-Encoding: chunked\r\n\r\n"
	                     "3;x=y\r\na=1\r\n4\r\n&b=2\r\n0\r\n\r\n"),
	                 200);
	assert_string_equal(body(), "a=1\nb=2\n");
	assert_int_equal(get("POST /form HTTP/1.1\r\n" CLOSE "Content-Type: text/plain\r\n"
	                     "Content-Length: 3\r\n\r\na=1"),
	                 415);
	assert_int_equal(get("POST /form HTTP/1.1\r\n" CLOSE
	                     "Content-Type: application/x-www-form-urlencoded\r\n"
	                     "Content-Length: 3\r\n\r\na=%"),
	                 400);
}

static void uploads(void **state)
{
	enum { SIZE = 3 << 20 };
	char *request = malloc(SIZE + 2000);
	char head[500], parts[500];
	static const char end[] = "\r\n--XX--\r\n";
	int m = snprintf(
		parts, sizeof parts,
		"--XX\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhi\r\n"
		"--XX\r\nContent-Disposition: form-data; name=\"plan\"; "
		"filename=\"C:\\docs\\plan.pdf\"\r\nContent-Type: application/pdf\r\n\r\n");
	int n = snprintf(head, sizeof head,
	                 "POST /upload HTTP/1.1\r\n" CLOSE
	                 "Content-Type: multipart/form-data; boundary=XX\r\n"
	                 "Content-Length: %zu\r\n\r\n",
	                 (size_t)m + SIZE + sizeof end - 1);

	(void)state;
	memcpy(request, head, (size_t)n);
	memcpy(request + n, parts, (size_t)m);
	memset(request + n + m, 'x', SIZE);
	memcpy(request + n + m + SIZE, end, sizeof end - 1);
	struct str s = { request, (size_t)n + (size_t)m + SIZE + sizeof end - 1 };
	assert_int_equal(ask(server, s, answer, sizeof answer), 200);
	assert_string_equal(body(),
	                    "note=hi\nfile plan plan.pdf application/pdf 3145728\n");
	free(request);
	assert_int_equal(get("PUT /upload?name=a.txt HTTP/1.1\r\n" CLOSE
	                     "Content-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc"),
	                 200);
	assert_string_equal(body(), "file file a.txt text/plain 3\n");
}

static void too_large(void **state)
{
	enum { SIZE = 2 << 20 };
	char *request = malloc(SIZE + 500);
	int n = snprintf(request, 500,
	                 "POST /form HTTP/1.1\r\n" CLOSE
	                 "Content-Type: application/x-www-form-urlencoded\r\n"
	                 "Content-Length: %d\r\n\r\n",
	                 SIZE);

	(void)state;
	memset(request + n, 'a', SIZE);
	struct str s = { request, (size_t)n + SIZE };
	assert_int_equal(ask(server, s, answer, sizeof answer), 413);
	free(request);
}

static void streamed(void **state)
{
	(void)state;
	assert_int_equal(get("GET /export HTTP/1.1\r\n" CLOSE "\r\n"), 200);
	assert_non_null(strstr(answer, "chunked"));
	size_t lines = 0;
	for (const char *p = answer; *p; p++)
		lines += *p == 't' && p[1] == '\n';
	assert_true(lines >= 99000 && lines <= 100000);
	assert_int_equal(get("HEAD /export HTTP/1.1\r\n" CLOSE "\r\n"), 200);
}

/* The client leaves in the middle: the lane must come free. */
static void stream_abandoned(void **state)
{
	static const char request[] = "GET /export HTTP/1.1\r\n" CLOSE "\r\n";

	(void)state;
	for (int i = 0; i < 10; i++) {
		char few[100];
		int fd = connect_to(server);
		send_all(fd, request, sizeof request - 1);
		assert_true(read_all(fd, few, sizeof few, 3000) > 0);
		close(fd);
	}
	assert_int_equal(get(request), 200);
}

static void compressed(void **state)
{
	char out[100000];
	z_stream z = { .next_out = (unsigned char *)out, .avail_out = sizeof out };

	(void)state;
	int fd = connect_to(server);
	static const char request[] =
		"GET /big HTTP/1.1\r\n" CLOSE "Accept-Encoding: br, gzip\r\n\r\n";
	send_all(fd, request, sizeof request - 1);
	size_t n = read_all(fd, answer, sizeof answer, 3000);
	close(fd);
	assert_non_null(strstr(answer, "Content-Encoding: gzip"));
	const char *at = body();
	z.next_in = (unsigned char *)at;
	z.avail_in = (unsigned)(n - (size_t)(at - answer));
	assert_int_equal(inflateInit2(&z, 15 + 16), Z_OK);
	assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
	assert_int_equal(z.total_out, 2000 * 21);
	inflateEnd(&z);
	assert_int_equal(get("GET /big HTTP/1.1\r\n" CLOSE "\r\n"), 200);
	assert_null(strstr(answer, "Content-Encoding"));
}

/* Two slow requests and the fast pages beside them. */
static void lanes(void **state)
{
	static const char slow[] = "GET /slow HTTP/1.1\r\n" CLOSE "\r\n";
	int fds[4];

	(void)state;
	for (int i = 0; i < 4; i++) {
		fds[i] = connect_to(server);
		send_all(fds[i], slow, sizeof slow - 1);
	}
	int64_t began = steady_us();
	for (int i = 0; i < 20; i++)
		assert_int_equal(get("GET /hello/x HTTP/1.1\r\n" CLOSE "\r\n"), 200);
	assert_true(steady_us() - began < 400000);
	for (int i = 0; i < 4; i++) {
		read_all(fds[i], answer, sizeof answer, 3000);
		assert_int_equal(status_of(answer), 200);
		close(fds[i]);
	}
}

static void client_that_leaves_is_noticed(void **state)
{
	static const char slow[] = "GET /slow HTTP/1.1\r\n" CLOSE "\r\n";
	int before = atomic_load(&slow_cancelled);

	(void)state;
	int fd = connect_to(server);
	send_all(fd, slow, sizeof slow - 1);
	usleep(50000);
	close(fd);
	for (int i = 0; i < 100 && atomic_load(&slow_cancelled) == before; i++)
		usleep(10000);
	assert_int_equal(atomic_load(&slow_cancelled), before + 1);
}

static void says_over(const struct sockaddr_un *to, const char *headers, const char *said)
{
	char request[500];
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(request, sizeof request, "GET /who HTTP/1.1\r\n%s" CLOSE "\r\n", headers);
	assert_int_equal(connect(fd, (const struct sockaddr *)to, sizeof *to), 0);
	send_all(fd, request, strlen(request));
	read_all(fd, answer, sizeof answer, 3000);
	assert_non_null(strstr(answer, said));
	close(fd);
}

/* Whoever guesses passwords is slowed down by address: not all who come by one proxy. */
static void the_proxy_says_who_is_behind_it(const struct sockaddr_un *to)
{
	says_over(to, "", "from unix.");
	says_over(to, "X-Forwarded-For: 192.0.2.9\r\n", "from 192.0.2.9.");
	says_over(to, "X-Forwarded-For: 10.0.0.1, 2001:db8::7\r\n", "from 2001:db8::7.");
	says_over(to, "X-Forwarded-For: 192.0.2.9, <b>\r\n", "from unix.");
}

static void nobody_else_says_where_they_are(void **state)
{
	static const char request[] = "GET /who HTTP/1.1\r\n"
				      "X-Forwarded-For: 192.0.2.9\r\n" CLOSE "\r\n";

	(void)state;
	struct http_server *s = start_with((struct http_options){ .listen_fd = -1 });
	assert_int_equal(ask(s, (struct str){ request, sizeof request - 1 }, answer,
	                     sizeof answer),
	                 200);
	assert_non_null(strstr(answer, "from 127.0.0.1."));
	http_stop(s, 1);
}

static void over_a_unix_socket(void **state)
{
	struct http_server *s = NULL;
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	static const char request[] = "GET /hello/x HTTP/1.1\r\n" CLOSE "\r\n";

	(void)state;
	snprintf(to.sun_path, sizeof to.sun_path, "/tmp/wardroom-test-%d", (int)getpid());
	char listen_on[120];
	snprintf(listen_on, sizeof listen_on, "unix:%s", to.sun_path);
	s = start_with((struct http_options){ .listen = listen_on, .listen_fd = -1 });
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(connect(fd, (struct sockaddr *)&to, sizeof to), 0);
	send_all(fd, request, sizeof request - 1);
	read_all(fd, answer, sizeof answer, 3000);
	assert_int_equal(status_of(answer), 200);
	close(fd);
	the_proxy_says_who_is_behind_it(&to);
	http_stop(s, 1);
	unlink(to.sun_path);
}

static void *stop_it(void *arg)
{
	http_stop(arg, 5);
	return NULL;
}

/* A request that is being worked on gets its answer; new clients are not let in. */
static void graceful_stop(void **state)
{
	static const char slow[] = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n";
	struct http_server *s = start_with((struct http_options){ .listen_fd = -1 });
	pthread_t t;

	(void)state;
	int busy = connect_to(s), idle = connect_to(s);
	send_all(busy, slow, sizeof slow - 1);
	usleep(100000);
	int64_t began = steady_us();
	assert_int_equal(pthread_create(&t, NULL, stop_it, s), 0);
	read_all(busy, answer, sizeof answer, 3000);
	assert_int_equal(status_of(answer), 200);
	assert_int_equal(read_all(idle, answer, sizeof answer, 3000), 0);
	pthread_join(t, NULL);
	assert_true(steady_us() - began < 3 * US_PER_SECOND);
	close(busy);
	close(idle);
}

/* One that does not end in time is cancelled. */
static void stop_that_cancels(void **state)
{
	static const char slow[] = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n";
	int before = atomic_load(&slow_cancelled);

	(void)state;
	struct http_server *s = start_with((struct http_options){ .listen_fd = -1 });
	int fd = connect_to(s);
	send_all(fd, slow, sizeof slow - 1);
	usleep(100000);
	http_stop(s, 0);
	assert_int_equal(atomic_load(&slow_cancelled), before + 1);
	close(fd);
}

static int start(void **state)
{
	(void)state;
	server = start_with((struct http_options){ .listen_fd = -1 });
	return 0;
}

static int stop(void **state)
{
	(void)state;
	http_stop(server, 2);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain),
		cmocka_unit_test(one_after_the_other),
		cmocka_unit_test(forms),
		cmocka_unit_test(uploads),
		cmocka_unit_test(too_large),
		cmocka_unit_test(streamed),
		cmocka_unit_test(stream_abandoned),
		cmocka_unit_test(compressed),
		cmocka_unit_test(lanes),
		cmocka_unit_test(client_that_leaves_is_noticed),
		cmocka_unit_test(over_a_unix_socket),
		cmocka_unit_test(nobody_else_says_where_they_are),
		cmocka_unit_test(graceful_stop),
		cmocka_unit_test(stop_that_cancels),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
