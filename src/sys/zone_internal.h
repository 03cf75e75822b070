/* zone_internal.h -- a zone file in memory: what its reader fills and the questions use. */
#ifndef SYS_ZONE_INTERNAL_H
#define SYS_ZONE_INTERNAL_H

#include "sys/zone.h"

#define ZONE_KINDS 64 /* local time types of one file; the format allows 256 */
#define ZONE_CHANGES 4096

struct zone_kind {
	int32_t offset;
	bool summer;
	char name[8];
};

/* When in a year the clock changes, as POSIX's TZ writes it. */
struct zone_day {
	enum { DAY_JULIAN,
	       DAY_OF_YEAR,
	       DAY_OF_WEEK } how;
	int day;                        /* 1..365, 0..365, or weekday 0 Sunday */
	int month, week;                /* of DAY_OF_WEEK: week 5 is the last */
	int32_t second;                 /* of the wall clock, may leave 0..86399 */
};

struct zone_rule {
	bool given;
	bool changes;                   /* has summer time */
	struct zone_kind winter, summer;
	struct zone_day start, end;
};

struct zone {
	size_t kind_count;
	struct zone_kind kinds[ZONE_KINDS];
	size_t change_count;
	int64_t *at;                    /* seconds since 1970 */
	uint8_t *to;                    /* index in kinds */
	struct zone_rule rule;          /* after the last change */
};

bool zone_rule_read(struct str s, struct zone_rule *out);

#endif
