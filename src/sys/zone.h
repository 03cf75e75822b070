/*
 * zone.h -- which civil date and time it is, somewhere, at an instant.
 *
 * Own reader of the system's time zone files (TZif, RFC 8536, with the rule in the footer),
 * because the C library's zone is one per process.  Which edition of the files is installed
 * changes answers (British Columbia stopped changing its clocks in 2026), so it is reported
 * and is part of every evaluation.
 */
#ifndef SYS_ZONE_H
#define SYS_ZONE_H

#include "base/fail.h"
#include "base/time.h"

struct zone;

struct civil {
	struct date date;
	int32_t second;                 /* of the day by the clock on the wall, 0..86399 */
	int32_t microsecond;
	int32_t offset;                 /* seconds east of UTC */
	bool summer;
	char name[8];                   /* "PDT", "-07" */
};

/* "America/Vancouver"; kept for the life of the process, so the pointer stays.  Any thread.
 */
enum fail zone_get(struct str name, const struct zone **out) MUST_USE;
struct civil zone_civil(const struct zone *z, struct instant t);
struct date zone_date(const struct zone *z, struct instant t);
/*
 * The instant at which the clock on the wall shows this.  In a gap (spring): as if the
 * clock had not been changed yet, so 02:30 becomes 03:30.  Twice (autumn): the first.
 */
struct instant zone_instant(const struct zone *z, struct date d, int32_t second);
/* "2026a", from tzdata.zi; "unknown" when the system does not say. */
const char *zone_edition(void);

/* Pure, for the tests and the fuzzer: the bytes of one file.  Null: not a zone file. */
struct zone *zone_read(struct str bytes);
void zone_free(struct zone *z);

#endif
