/* fuzz_channel.c -- packets from another process: read as a reader written here reads them.
 * links: sys base
 */
#include "sys/channel.h"
#include "fuzz/exact.h"

static uint32_t number(const char *p)
{
	uint32_t n;

	memcpy(&n, p, sizeof n);
	return n;
}

FUZZ(a, s)
{
	(void)a;
	uint32_t kind = 0;
	struct str bytes = { 0 };
	bool is_one = s.n >= 8 && s.n <= 8 + CHANNEL_BYTES && number(s.p + 4) == s.n - 8;

	MUST(channel_frame_read(s, &kind, &bytes) == is_one);
	if (is_one)
		MUST(kind == number(s.p) && bytes.p == s.p + 8 && bytes.n == s.n - 8);
}
