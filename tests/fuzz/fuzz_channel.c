/* fuzz_channel.c -- packets from another process.
 * links: sys base
 */
#include "sys/channel.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	(void)a;
	uint32_t kind;
	struct str bytes;
	if (channel_frame_read(s, &kind, &bytes) && bytes.n + 8 != s.n)
		abort();
}
