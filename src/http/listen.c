/* listen.c -- an address in the configuration becomes a descriptor that listens. */
#include "http/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define BACKLOG 1024

static bool port_read(struct str s, uint16_t *port)
{
	int64_t n;

	if (s.n == 0 || s.n > 5 || !str_to_i64(s, &n) || n < 0 || n > 65535)
		return false;
	*port = (uint16_t)n;
	return true;
}

static bool host_keep(struct str s, struct listen_address *out)
{
	if (s.n == 0 || s.n >= sizeof out->host || memchr(s.p, '\0', s.n))
		return false;
	memcpy(out->host, s.p, s.n);
	return true;
}

bool listen_parse(struct str s, struct listen_address *out)
{
	*out = (struct listen_address){ 0 };
	if (str_starts(s, "unix:")) {
		out->kind = LISTEN_UNIX;
		return host_keep(str_from(s, 5), out) && out->host[0] == '/';
	}
	size_t colon = s.n;
	while (colon > 0 && s.p[colon - 1] != ':')
		colon--;
	if (colon < 2 || !port_read(str_from(s, colon), &out->port))
		return false;
	struct str host = str_cut(s, colon - 1);
	bool six = host.n >= 2 && host.p[0] == '[' && host.p[host.n - 1] == ']';
	if (six)
		host = str_cut(str_from(host, 1), host.n - 2);
	unsigned char address[16];
	out->kind = six ? LISTEN_SIX : LISTEN_FOUR;
	if (!host_keep(host, out))
		return false;
	return inet_pton(six ? AF_INET6 : AF_INET, out->host, address) == 1;
}

union any_address {
	struct sockaddr any;
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;
	struct sockaddr_un local;
};

static socklen_t fill(union any_address *a, const struct listen_address *l)
{
	memset(a, 0, sizeof *a);
	switch (l->kind) {
	case LISTEN_FOUR:
		a->v4.sin_family = AF_INET;
		a->v4.sin_port = htons(l->port);
		inet_pton(AF_INET, l->host, &a->v4.sin_addr);
		return sizeof a->v4;
	case LISTEN_SIX:
		a->v6.sin6_family = AF_INET6;
		a->v6.sin6_port = htons(l->port);
		inet_pton(AF_INET6, l->host, &a->v6.sin6_addr);
		return sizeof a->v6;
	case LISTEN_UNIX:
		a->local.sun_family = AF_UNIX;
		snprintf(a->local.sun_path, sizeof a->local.sun_path, "%s", l->host);
		return sizeof a->local;
	}
	return 0;
}

/* A socket that nobody answers on is left over from a process that was killed. */
static void remove_left_over(const union any_address *a, socklen_t n)
{
	struct stat st;

	if (lstat(a->local.sun_path, &st) != 0 || !S_ISSOCK(st.st_mode))
		return;
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd >= 0 && connect(fd, &a->any, n) != 0 && errno == ECONNREFUSED)
		unlink(a->local.sun_path);
	if (fd >= 0)
		close(fd);
}

enum fail http_listen(const char *address, unsigned mode, int *out)
{
	struct listen_address l;
	union any_address a;
	int yes = 1;

	if (!listen_parse(str_of(address), &l))
		return fail_say(FAIL_FORMAT, "'%s' is no address to listen on; write "
		                             "127.0.0.1:8080, [::1]:8080 or unix:/path",
		                address);
	socklen_t n = fill(&a, &l);
	if (l.kind == LISTEN_UNIX)
		remove_left_over(&a, n);
	int fd = socket(a.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return fail_say(FAIL_IO, "cannot make a socket: %s", strerror(errno));
	if (l.kind != LISTEN_UNIX)
		setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
	if (l.kind == LISTEN_UNIX)
		fchmod(fd, mode);
	if (bind(fd, &a.any, n) != 0 ||
	    (l.kind == LISTEN_UNIX && chmod(l.host, mode) != 0) ||
	    listen(fd, BACKLOG) != 0) {
		int error = errno;
		close(fd);
		return fail_say(FAIL_IO, "cannot listen on %s: %s", address,
		                strerror(error));
	}
	*out = fd;
	return OK;
}

int http_listen_port(int fd)
{
	union any_address a;
	socklen_t n = sizeof a;

	memset(&a, 0, sizeof a);
	if (getsockname(fd, &a.any, &n) != 0)
		return 0;
	if (a.any.sa_family == AF_INET)
		return ntohs(a.v4.sin_port);
	return a.any.sa_family == AF_INET6 ? ntohs(a.v6.sin6_port) : 0;
}
