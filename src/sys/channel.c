/* channel.c -- packets of kind, length, bytes and descriptors over SOCK_SEQPACKET. */
#include "sys/channel.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/time.h"

#define HEAD_BYTES 8u
#define SEALS (F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

enum fail channel_pair(int ends[2])
{
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
		return fail_say(FAIL_IO, "cannot make a channel: %s", strerror(errno));
	return OK;
}

static void put_u32(unsigned char *p, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		p[i] = (unsigned char)(v >> (8 * i));
}

static uint32_t take_u32(const char *p)
{
	uint32_t v = 0;

	for (int i = 0; i < 4; i++)
		v |= (uint32_t)(unsigned char)p[i] << (8 * i);
	return v;
}

bool channel_frame_read(struct str packet, uint32_t *kind, struct str *bytes)
{
	if (packet.n < HEAD_BYTES || packet.n > HEAD_BYTES + CHANNEL_BYTES ||
	    take_u32(packet.p + 4) != packet.n - HEAD_BYTES)
		return false;
	*kind = take_u32(packet.p);
	*bytes = str_from(packet, HEAD_BYTES);
	return true;
}

/* Room for the descriptors of one packet, aligned as the system wants it. */
union control {
	struct cmsghdr head;
	char room[CMSG_SPACE(sizeof(int) * CHANNEL_DESCRIPTORS)];
};

static void attach(struct msghdr *h, union control *c, const struct channel_message *m)
{
	size_t bytes = sizeof(int) * (size_t)m->fd_count;

	if (m->fd_count == 0)
		return;
	memset(c, 0, sizeof *c);
	h->msg_control = c->room;
	h->msg_controllen = CMSG_SPACE(bytes);
	struct cmsghdr *at = CMSG_FIRSTHDR(h);
	at->cmsg_level = SOL_SOCKET;
	at->cmsg_type = SCM_RIGHTS;
	at->cmsg_len = CMSG_LEN(bytes);
	memcpy(CMSG_DATA(at), m->fds, bytes);
}

enum fail channel_send(int channel, const struct channel_message *m)
{
	unsigned char head[HEAD_BYTES];
	union control control;
	ssize_t n;

	if (m->bytes.n > CHANNEL_BYTES || m->fd_count < 0 ||
	    m->fd_count > CHANNEL_DESCRIPTORS)
		BUG("a message of %zu bytes and %d descriptors", m->bytes.n, m->fd_count);
	put_u32(head, m->kind);
	put_u32(head + 4, (uint32_t)m->bytes.n);
	struct iovec parts[2] = { { head, sizeof head },
		                  { (void *)m->bytes.p, m->bytes.n } };
	struct msghdr h = { .msg_iov = parts, .msg_iovlen = m->bytes.n ? 2 : 1 };
	attach(&h, &control, m);
	do
		n = sendmsg(channel, &h, MSG_NOSIGNAL);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return fail_say(errno == EPIPE || errno == ECONNRESET ? FAIL_NOT_FOUND
		                                                      : FAIL_IO,
		                "cannot send to another process: %s", strerror(errno));
	return OK;
}

static void take_descriptors(struct msghdr *h, struct channel_message *out)
{
	for (struct cmsghdr *at = CMSG_FIRSTHDR(h); at; at = CMSG_NXTHDR(h, at)) {
		if (at->cmsg_level != SOL_SOCKET || at->cmsg_type != SCM_RIGHTS)
			continue;
		size_t count = (at->cmsg_len - CMSG_LEN(0)) / sizeof(int);
		for (size_t i = 0; i < count && out->fd_count < CHANNEL_DESCRIPTORS; i++)
			memcpy(&out->fds[out->fd_count++], CMSG_DATA(at) + i * sizeof(int),
			       sizeof(int));
	}
}

static enum fail wait_readable(int channel, int timeout_ms)
{
	int64_t until = steady_us() + (int64_t)timeout_ms * 1000;
	struct pollfd p = { .fd = channel, .events = POLLIN };

	for (;;) {
		int left = -1;
		if (timeout_ms >= 0) {
			int64_t us = until - steady_us();
			left = us > 0 ? (int)((us + 999) / 1000) : 0;
		}
		int n = poll(&p, 1, left);
		if (n > 0)
			return OK;
		if (n == 0)
			return fail_say(FAIL_BUSY,
			                "another process did not answer in time");
		if (errno != EINTR)
			return fail_say(FAIL_IO, "cannot wait for another process: %s",
			                strerror(errno));
	}
}

enum fail channel_receive(int channel, struct arena *a, int timeout_ms,
                          struct channel_message *out)
{
	union control control;
	char *packet = arena_get(a, HEAD_BYTES + CHANNEL_BYTES);
	struct iovec part = { packet, HEAD_BYTES + CHANNEL_BYTES };
	struct msghdr h = { .msg_iov = &part,
		            .msg_iovlen = 1,
		            .msg_control = control.room,
		            .msg_controllen = sizeof control.room };
	ssize_t n;

	*out = (struct channel_message){ 0 };
	enum fail f = wait_readable(channel, timeout_ms);
	if (f)
		return f;
	do
		n = recvmsg(channel, &h, MSG_CMSG_CLOEXEC);
	while (n < 0 && errno == EINTR);
	if (n == 0 || (n < 0 && errno == ECONNRESET))
		return fail_say(FAIL_NOT_FOUND, "the other process has ended");
	if (n < 0)
		return fail_say(FAIL_IO, "cannot hear another process: %s",
		                strerror(errno));
	take_descriptors(&h, out);
	if ((h.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) ||
	    !channel_frame_read((struct str){ packet, (size_t)n }, &out->kind,
	                        &out->bytes)) {
		channel_close_fds(out);
		return fail_say(FAIL_FORMAT, "another process sent what is no message");
	}
	return OK;
}

void channel_close_fds(struct channel_message *m)
{
	while (m->fd_count > 0)
		close(m->fds[--m->fd_count]);
}

/* ---- memory files ---- */

static bool write_all(int fd, struct str bytes)
{
	while (bytes.n) {
		ssize_t n = write(fd, bytes.p, bytes.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes = str_from(bytes, (size_t)n);
	}
	return true;
}

enum fail memory_file(const char *name, struct str bytes, int *fd)
{
	*fd = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
	if (*fd < 0)
		return fail_say(FAIL_MEMORY, "cannot make a memory file: %s",
		                strerror(errno));
	if (!write_all(*fd, bytes) || lseek(*fd, 0, SEEK_SET) != 0 ||
	    fcntl(*fd, F_ADD_SEALS, SEALS) != 0) {
		int error = errno;
		close(*fd);
		*fd = -1;
		return fail_say(FAIL_MEMORY, "cannot fill a memory file: %s",
		                strerror(error));
	}
	return OK;
}

struct view {
	void *p;
	size_t n;
};

static void view_close(void *what)
{
	struct view *v = what;

	munmap(v->p, v->n);
}

static enum fail view_mapped(struct arena *a, int fd, size_t n, struct str *out)
{
	struct view *v = ARENA_NEW(a, struct view);

	v->n = n;
	v->p = mmap(NULL, n, PROT_READ, MAP_PRIVATE, fd, 0);
	if (v->p == MAP_FAILED)
		return fail_say(FAIL_MEMORY, "cannot map a file: %s", strerror(errno));
	arena_on_close(a, view_close, v);
	*out = arena_failed(a) ? STR_NONE : (struct str){ v->p, n };
	return arena_failed(a) ? FAIL_MEMORY : OK;
}

static enum fail view_copied(struct arena *a, int fd, size_t n, struct str *out)
{
	char *p = arena_try(a, n, 1);
	size_t have = 0;

	if (!p)
		return fail_say(FAIL_MEMORY, "a file of %zu bytes is too large to read", n);
	while (have < n) {
		ssize_t got = pread(fd, p + have, n - have, (off_t)have);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return fail_say(FAIL_IO, "cannot read a file: %s", strerror(errno));
		if (got == 0)
			break;
		have += (size_t)got;
	}
	*out = (struct str){ p, have };
	return OK;
}

/* Mapped only when nobody can cut the file: reading past its end would end this process. */
enum fail file_view(struct arena *a, int fd, size_t most, struct str *out)
{
	struct stat st;

	*out = STR("");
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		return fail_say(FAIL_FORMAT,
		                "a descriptor from another process is no file");
	if ((uintmax_t)st.st_size > most)
		return fail_say(FAIL_FULL,
		                "a file of %jd bytes is larger than the %zu allowed",
		                (intmax_t)st.st_size, most);
	if (st.st_size == 0)
		return OK;
	int seals = fcntl(fd, F_GET_SEALS);
	if (seals >= 0 && (seals & F_SEAL_SHRINK) && (seals & F_SEAL_WRITE))
		return view_mapped(a, fd, (size_t)st.st_size, out);
	return view_copied(a, fd, (size_t)st.st_size, out);
}
