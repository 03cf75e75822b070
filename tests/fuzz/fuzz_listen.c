/* fuzz_listen.c -- addresses to listen on: written again from their parts, they are the
 * same.
 * links: http crypto codec sys base
 */
#include "http/listen.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct listen_address at, again;
	struct str text;

	if (!listen_parse(s, &at))
		return;
	MUST(strnlen(at.host, sizeof at.host) < sizeof at.host && at.host[0]);
	if (at.kind == LISTEN_UNIX)
		text = str_format(a, "unix:%s", at.host);
	else if (at.kind == LISTEN_SIX)
		text = str_format(a, "[%s]:%u", at.host, at.port);
	else
		text = str_format(a, "%s:%u", at.host, at.port);
	MUST(listen_parse(text, &again));
	MUST(again.kind == at.kind && again.port == at.port);
	MUST(strcmp(again.host, at.host) == 0);
	MUST(at.kind != LISTEN_UNIX || str_equal(text, s));
}
