/* fuzz_tzif.c -- time zone files.
 * links: sys base
 */
#include "sys/zone.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	(void)a;
	struct zone *z = zone_read(s);
	for (int64_t day = -800000; z && day < 800000; day += 40000) {
		struct civil c = zone_civil(z, (struct instant){ day * US_PER_DAY });
		if (!date_is_valid(c.date) || c.second < 0 || c.second >= 86400)
			abort();
		zone_instant(z, c.date, c.second);
	}
	zone_free(z);
}
