/* compress.c -- text shrinks on its way to a browser that can take it (gzip, RFC 1952). */
#include "http/internal.h"

#include <zlib.h>

#define LEAST_BYTES 1024u
#define LEVEL 5

bool compressible(const char *media, size_t bytes)
{
	static const char *const text[] = { "text/", "application/json",
		                            "application/javascript", "image/svg+xml",
		                            "application/problem+json" };

	for (size_t i = 0; media && bytes >= LEAST_BYTES && i < COUNT(text); i++)
		if (str_starts(str_of(media), text[i]))
			return true;
	return false;
}

bool gzip(struct arena *a, struct str in, struct str *out)
{
	z_stream z = { .next_in = (unsigned char *)in.p, .avail_in = (unsigned)in.n };

	if (in.n > LIMIT_REQUEST_BYTES ||
	    deflateInit2(&z, LEVEL, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
		return false;
	size_t room = deflateBound(&z, in.n);
	char *p = arena_try(a, room, 1);
	z.next_out = (unsigned char *)p;
	z.avail_out = (unsigned)room;
	bool whole = p && deflate(&z, Z_FINISH) == Z_STREAM_END;
	*out = (struct str){ p, z.total_out };
	deflateEnd(&z);
	return whole;
}
