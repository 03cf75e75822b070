/* notify.c -- one datagram to the socket that the service manager named. */
#include "sys/notify.h"

#include <stddef.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/text.h"

void notify_manager(const char *state)
{
	const char *path = getenv("NOTIFY_SOCKET");
	struct sockaddr_un to = { .sun_family = AF_UNIX };

	if (!path || (path[0] != '/' && path[0] != '@') ||
	    strlen(path) >= sizeof to.sun_path)
		return;
	size_t n = strlen(path);
	memcpy(to.sun_path, path, n);
	if (path[0] == '@')
		to.sun_path[0] = '\0';
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return;
	socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + n);
	/* Nobody to tell is no failure. */
	ssize_t sent = sendto(fd, state, strlen(state), MSG_NOSIGNAL,
	                      (struct sockaddr *)&to, size);
	(void)sent;
	close(fd);
}
