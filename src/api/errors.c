/* errors.c -- what is said under /api where no handler could: the address, the body. */
#include "api/api.h"

#include "api/problem.h"

static const struct {
	int status;
	const char *kind, *title;
	const char *detail;             /* what to do; may be null */
} known[] = {
	{ 400, "unreadable", N_("The request could not be read."), NULL },
	{ 404, "no-such-address", N_("Nothing answers at this address."),
	  N_("/api/openapi.json lists the addresses.") },
	{ 405, "no-such-method", N_("This cannot be done at this address."),
	  N_("/api/openapi.json lists the addresses.") },
	{ 413, "too-large", N_("This is too large."), N_("A file may have up to 50 MB.") },
	{ 415, "media-type", N_("The body is of a kind that is not read here."),
	  N_("Send application/json; a file as multipart/form-data.") },
	{ 503, "busy", N_("Too much is going on just now. Try again."), NULL },
	{ 500, "failed", N_("This could not be done."), NULL },
};

void api_error(struct request *q, struct response *r, int status)
{
	struct call c = { .q = q, .r = r, .arena = q->arena, .site = q->site };
	size_t at = 0;

	while (at < COUNT(known) - 1 && known[at].status != status)
		at++;
	c.lang = call_language(&c);
	problem(&c, status, known[at].kind, known[at].title,
	        known[at].detail ? str_of(tr(c.lang, known[at].detail)) : STR_NONE);
}
