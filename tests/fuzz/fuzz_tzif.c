/* fuzz_tzif.c -- time zone files: the clock on the wall is the instant and its offset, and
 * the instant of what the clock shows is one at which it shows that.
 * links: sys base
 */
#include "sys/zone.h"
#include "fuzz/exact.h"

static int64_t wall(struct civil c)
{
	return (int64_t)date_to_days(c.date) * 86400 + c.second;
}

static void check_instant(const struct zone *z, int64_t seconds)
{
	struct civil c = zone_civil(z, (struct instant){ seconds * US_PER_SECOND });

	MUST(date_is_valid(c.date) && c.second >= 0 && c.second < 86400);
	MUST(wall(c) == seconds + c.offset);
	MUST(date_compare(zone_date(z, (struct instant){ seconds * US_PER_SECOND }),
	                  c.date) == 0);
	struct instant back = zone_instant(z, c.date, c.second);
	struct civil again = zone_civil(z, back);
	MUST(wall(again) == wall(c));
	/* Shown twice, the first is meant. */
	MUST(back.us <= seconds * US_PER_SECOND);
}

FUZZ(a, s)
{
	(void)a;
	struct zone *z = zone_read(s);

	for (int64_t day = -700000; z && day < 700000; day += 41111)
		check_instant(z, day * 86400 + day % 86400);
	zone_free(z);
}
