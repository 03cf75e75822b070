/*
 * test_malformed.c -- requests that two readers could understand differently are refused.
 *
 * Each row: the bytes, and the status that they get.  The connection is closed afterwards,
 * so nothing behind them can be taken for a request of its own.
 */
#include "client.h"

#define HOST "Host: a\r\n"

struct row {
	const char *what;
	struct str bytes;
	int status;
};

#define ROW(what, bytes, status) { what, { bytes, sizeof(bytes) - 1 }, status }

static const struct row rows[] = {
	ROW("two different Content-Length",
	    "POST /form HTTP/1.1\r\n" HOST "Content-Length: 4\r\nContent-Length: "
	    "5\r\n\r\na=bc", 400),
	ROW("the same Content-Length twice",
	    "POST /form HTTP/1.1\r\n" HOST "Content-Length: 4\r\nContent-Length: "
	    "4\r\n\r\na=bc", 400),
	ROW("Content-Length and chunked",
	    "POST /form HTTP/1.1\r\n" HOST
	    "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
	ROW("Transfer-Encoding: xchunked",
	    "POST /form HTTP/1.1\r\n" HOST "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
	    400),
	ROW("chunked, identity",
	    "POST /form HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked, "
	    "identity\r\n\r\n0\r\n\r\n",
	    400),
	ROW("chunked and identity in two fields",
	    "POST /form HTTP/1.1\r\n" HOST
	    "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
	    400),
	ROW("Content-Length: +4",
	    "POST /form HTTP/1.1\r\n" HOST "Content-Length: +4\r\n\r\na=bc", 400),
	ROW("Content-Length: -4",
	    "POST /form HTTP/1.1\r\n" HOST "Content-Length: -4\r\n\r\na=bc", 400),
	ROW("chunk size 2^64",
	    "POST /form HTTP/1.1\r\n" HOST
	    "Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\na=bc\r\n0\r\n\r\n",
	    400),
	ROW("bare LF in a chunk extension",
	    "POST /form HTTP/1.1\r\n" HOST
	    "Transfer-Encoding: chunked\r\n\r\n4;a\nb\r\na=bc\r\n0\r\n\r\n", 400),
	ROW("chunk without its line end",
	    "POST /form HTTP/1.1\r\n" HOST
	    "Transfer-Encoding: chunked\r\n\r\n4\r\na=bcX0\r\n\r\n", 400),
	ROW("space before the colon", "GET /hello/x HTTP/1.1\r\nHost : a\r\n\r\n", 400),
	ROW("no Host", "GET /hello/x HTTP/1.1\r\n\r\n", 400),
	ROW("two Hosts", "GET /hello/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
	ROW("bare CR in a header", "GET /hello/x HTTP/1.1\r\n" HOST "A: b\rc\r\n\r\n", 400),
	ROW("NUL in a header", "GET /hello/x HTTP/1.1\r\n" HOST "A: b\0c\r\n\r\n", 400),
	ROW("NUL in the path", "GET /hello/x\0y HTTP/1.1\r\n" HOST "\r\n", 400),
	ROW("%00 in the path", "GET /hello/x%00y HTTP/1.1\r\n" HOST "\r\n", 400),
	ROW("bare LF lines", "GET /hello/x HTTP/1.1\nHost: a\n\n", 400),
	ROW("folded header", "GET /hello/x HTTP/1.1\r\n" HOST "A: b\r\n c\r\n\r\n", 400),
	ROW("header without a name", "GET /hello/x HTTP/1.1\r\n" HOST ": b\r\n\r\n", 400),
	ROW("header without a colon", "GET /hello/x HTTP/1.1\r\n" HOST "abc\r\n\r\n", 400),
	ROW("HTTP/2.0 in words", "GET /hello/x HTTP/2.0\r\n" HOST "\r\n", 505),
	ROW("no version", "GET /hello/x\r\n" HOST "\r\n", 400),
	ROW("two spaces", "GET  /hello/x HTTP/1.1\r\n" HOST "\r\n", 400),
	ROW("whole address", "GET http://a/hello/x HTTP/1.1\r\n" HOST "\r\n", 400),
	ROW("unknown method", "BREW /hello/x HTTP/1.1\r\n" HOST "\r\n", 501),
	ROW("empty line before", "\r\nGET /hello/x HTTP/1.1\r\n" HOST "\r\n", 400),
	ROW("Expect something", "POST /form HTTP/1.1\r\n" HOST "Expect: x\r\n\r\n", 417),
	ROW("longer than all limits",
	    "POST /form HTTP/1.1\r\n" HOST "Content-Length: 99999999999\r\n\r\n", 413),
	ROW("chunked in HTTP/1.0",
	    "POST /form HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
	ROW("dots in the path",
		"GET /hello/../x HTTP/1.1\r\n" HOST "Connection: close\r\n\r\n", 400),
	ROW("path that is no UTF-8",
	    "GET /hello/%ff HTTP/1.1\r\n" HOST "Connection: close\r\n\r\n", 400),
};

static struct http_server *server;

static void table(void **state)
{
	char answer[8192];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int status = ask(server, rows[i].bytes, answer, sizeof answer);
		if (status != rows[i].status || strstr(answer + 1, "HTTP/1.1 "))
			print_error("%s: %d\n%s\n", rows[i].what, status, answer);
		assert_int_equal(status, rows[i].status);
		/* One answer only: what follows was not taken for a request. */
		assert_null(strstr(answer + 1, "HTTP/1.1 "));
	}
}

static void large_heads(void **state)
{
	static char request[80000];
	char answer[4096];
	int n = snprintf(request, sizeof request, "GET /hello/x HTTP/1.1\r\n" HOST "A: ");

	(void)state;
	memset(request + n, 'a', 65536);
	memcpy(request + n + 65536, "\r\n\r\n", 4);
	struct str s = { request, (size_t)n + 65540 };
	assert_int_equal(ask(server, s, answer, sizeof answer), 431);

	n = snprintf(request, sizeof request, "GET /hello/x HTTP/1.1\r\n" HOST);
	for (int i = 0; i < 2000; i++)
		n += snprintf(request + n, sizeof request - (size_t)n, "A: b\r\n");
	n += snprintf(request + n, sizeof request - (size_t)n, "\r\n");
	s = (struct str){ request, (size_t)n };
	assert_int_equal(ask(server, s, answer, sizeof answer), 431);

	n = snprintf(request, sizeof request, "GET /hello/");
	memset(request + n, 'a', 9000);
	n += 9000;
	n += snprintf(request + n, 100, " HTTP/1.1\r\n" HOST "\r\n");
	s = (struct str){ request, (size_t)n };
	assert_int_equal(ask(server, s, answer, sizeof answer), 414);
}

/* The same bytes one by one: what is decided must not depend on how they arrive. */
static void dripped(void **state)
{
	char answer[8192];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int fd = connect_to(server), yes = 1;
		setsockopt(fd, IPPROTO_TCP, 1 /* TCP_NODELAY */, &yes, sizeof yes);
		for (size_t j = 0; j < rows[i].bytes.n; j++)
			send_all(fd, rows[i].bytes.p + j, 1);
		read_all(fd, answer, sizeof answer, 3000);
		close(fd);
		assert_int_equal(status_of(answer), rows[i].status);
	}
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
		cmocka_unit_test(table),
		cmocka_unit_test(large_heads),
		cmocka_unit_test(dripped),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
