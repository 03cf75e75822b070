/*
 * waiting.h -- a server whose database is not there yet: alive, and everything else later.
 *
 * Only a core that was started again waits so; the first start fails, with the reason.
 */
#ifndef SERVER_WAITING_H
#define SERVER_WAITING_H

#include "http/http.h"
#include "server/options.h"

struct waiting {
	struct http_server *open, *admin;
};

/* Answers on both addresses, which stay open when it stops. */
enum fail waiting_start(struct waiting *w, const struct server_options *o) MUST_USE;
void waiting_stop(struct waiting *w);

#endif
