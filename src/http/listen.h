/*
 * listen.h -- "127.0.0.1:8080", "[::1]:0" or "unix:/path" becomes a descriptor that
 * listens.
 *
 * Apart from http.h, because the supervisor listens and the core answers.
 */
#ifndef HTTP_LISTEN_H
#define HTTP_LISTEN_H

#include <stdint.h>

#include "base/fail.h"
#include "base/text.h"

enum listen_kind { LISTEN_FOUR, LISTEN_SIX, LISTEN_UNIX };

struct listen_address {
	enum listen_kind kind;
	uint16_t port;                  /* 0: any that is free */
	char host[104];                 /* numeric address, or path */
};

bool listen_parse(struct str s, struct listen_address *out);
/* `mode`: permissions of a Unix socket, 0600 or 0660. */
enum fail http_listen(const char *address, unsigned mode, int *fd) MUST_USE;
int http_listen_port(int fd);           /* 0 for a Unix socket */

#endif
