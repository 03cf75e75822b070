/* fuzz_listen.c -- addresses to listen on.
 * links: http crypto codec sys base
 */
#include "http/listen.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	(void)a;
	struct listen_address at;
	if (listen_parse(s, &at) && strnlen(at.host, sizeof at.host) == sizeof at.host)
		abort();
}
