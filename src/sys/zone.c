/* zone.c -- zones that were asked for, and what the clock on their walls shows. */
#include "sys/zone_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

#define ZONES_KEPT 64
#define NAME_BYTES 64
#define FILE_BYTES (128u * 1024)
#define FOLDER "/usr/share/zoneinfo/"

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* ---- the rule after the last change ---- */

static bool leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int32_t rule_day(const struct zone_day *d, int year)
{
	int32_t first = date_to_days((struct date){ (int16_t)year, 1, 1 });

	if (d->how == DAY_OF_YEAR)
		return first + d->day;
	if (d->how == DAY_JULIAN)
		return first + d->day - 1 + (leap(year) && d->day >= 60);
	struct date start = { (int16_t)year, (uint8_t)d->month, 1 };
	int32_t days = date_to_days(start);
	int weekday = date_weekday(start) % 7;          /* 0 Sunday */
	days += (d->day - weekday + 7) % 7 + (d->week - 1) * 7;
	int32_t next = date_to_days(date_add_months(start, 1));
	return days < next ? days : days - 7;
}

/* Seconds since 1970 at which the clock is changed in that year. */
static int64_t rule_instant(const struct zone_day *d, int year, int32_t offset_before)
{
	return (int64_t)rule_day(d, year) * 86400 + d->second - offset_before;
}

static const struct zone_kind *by_rule(const struct zone_rule *r, int64_t second)
{
	if (!r->changes)
		return &r->winter;
	int32_t day = (int32_t)floor_div(second + r->winter.offset, 86400);
	int year = date_from_days(day).year;
	int64_t start = rule_instant(&r->start, year, r->winter.offset);
	int64_t end = rule_instant(&r->end, year, r->summer.offset);
	bool summer = start < end ? second >= start && second < end
	                          : second >= start || second < end;
	return summer ? &r->summer : &r->winter;
}

/* ---- any instant ---- */

/* The kind in force before the first change: the first that is not summer time. */
static const struct zone_kind *earliest(const struct zone *z)
{
	for (size_t i = 0; i < z->kind_count; i++)
		if (!z->kinds[i].summer)
			return &z->kinds[i];
	return &z->kinds[0];
}

static const struct zone_kind *kind_at(const struct zone *z, int64_t second)
{
	size_t low = 0, high = z->change_count;

	/* low becomes the number of changes at or before `second`. */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (z->at[middle] <= second)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == z->change_count && z->rule.given)
		return by_rule(&z->rule, second);
	return low ? &z->kinds[z->to[low - 1]] : earliest(z);
}

/* Years 1 to 9999, so that a hostile instant is answered too. */
static int64_t bounded(int64_t second)
{
	const int64_t first = INT64_C(-62135596800) + 86400 * 2,
		      last = INT64_C(253402300799) - 86400 * 2;

	if (second < first)
		return first;
	return second > last ? last : second;
}

struct civil zone_civil(const struct zone *z, struct instant t)
{
	int64_t second = bounded(floor_div(t.us, US_PER_SECOND));
	const struct zone_kind *k = kind_at(z, second);
	int64_t wall = second + k->offset;
	int64_t day = floor_div(wall, 86400);
	struct civil c = {
		.date = date_from_days((int32_t)day),
		.second = (int32_t)(wall - day * 86400),
		.microsecond =
			(int32_t)(t.us - floor_div(t.us, US_PER_SECOND) * US_PER_SECOND),
		.offset = k->offset,
		.summer = k->summer,
	};

	memcpy(c.name, k->name, sizeof c.name);
	return c;
}

struct date zone_date(const struct zone *z, struct instant t)
{
	return zone_civil(z, t).date;
}

/* The instant at which this offset would show the wall time, when it is then in force. */
static void consider(const struct zone *z, int64_t wall, int32_t offset, int64_t *first)
{
	int64_t at = wall - offset;

	if (at < *first && kind_at(z, at)->offset == offset)
		*first = at;
}

/*
 * The earliest instant at which an offset of the zone shows the wall time; when none does
 * (a gap), the one that the offset before the gap gives.
 */
struct instant zone_instant(const struct zone *z, struct date d, int32_t second)
{
	int64_t wall = bounded((int64_t)date_to_days(d) * 86400 + second);
	int64_t first = INT64_MAX;

	for (size_t i = 0; i < z->kind_count; i++)
		consider(z, wall, z->kinds[i].offset, &first);
	if (z->rule.given) {
		consider(z, wall, z->rule.winter.offset, &first);
		consider(z, wall, z->rule.summer.offset, &first);
	}
	if (first == INT64_MAX)
		first = wall - kind_at(z, wall - 86400)->offset;
	return (struct instant){ first * US_PER_SECOND };
}

/* ---- those that were asked for ---- */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct {
	char name[NAME_BYTES];
	struct zone *zone;
} kept[ZONES_KEPT];
static size_t kept_count;

/* Letters, digits and "_+-" in parts of a path: no way out of the folder. */
static bool name_is_sound(struct str s)
{
	bool start = true;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
		bool other = (c >= '0' && c <= '9') || c == '_' || c == '+' || c == '-';
		if (c == '/' ? start : !letter && !(other && !start))
			return false;
		start = c == '/';
	}
	return s.n > 0 && s.n < NAME_BYTES && !start;
}

static ssize_t read_whole(const char *path, char *bytes, size_t room)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	size_t have = 0;

	if (fd < 0)
		return -1;
	while (have < room) {
		ssize_t n = read(fd, bytes + have, room - have);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		have += (size_t)n;
	}
	close(fd);
	return (ssize_t)have;
}

static struct zone *load(struct str name)
{
	char path[sizeof FOLDER + NAME_BYTES];
	char *bytes = malloc(FILE_BYTES);
	struct zone *z = NULL;

	snprintf(path, sizeof path, FOLDER "%.*s", STR_ARG(name));
	ssize_t n = bytes ? read_whole(path, bytes, FILE_BYTES) : -1;
	if (n > 0)
		z = zone_read((struct str){ bytes, (size_t)n });
	free(bytes);
	return z;
}

static const struct zone *find_kept(struct str name)
{
	for (size_t i = 0; i < kept_count; i++)
		if (str_is(name, kept[i].name))
			return kept[i].zone;
	return NULL;
}

static enum fail keep(struct str name, const struct zone **out)
{
	if (kept_count == ZONES_KEPT)
		return fail_say(FAIL_FULL, "more than %d time zones are in use",
		                ZONES_KEPT);
	struct zone *z = load(name);
	if (!z)
		return fail_say(FAIL_NOT_FOUND, "this system knows no time zone '%.*s'",
		                STR_ARG(name));
	snprintf(kept[kept_count].name, NAME_BYTES, "%.*s", STR_ARG(name));
	kept[kept_count++].zone = z;
	*out = z;
	return OK;
}

enum fail zone_get(struct str name, const struct zone **out)
{
	if (!name_is_sound(name))
		return fail_say(FAIL_NOT_FOUND, "'%.*s' is no name of a time zone",
		                STR_ARG(str_cut(name, NAME_BYTES)));
	pthread_mutex_lock(&lock);
	*out = find_kept(name);
	enum fail f = *out ? OK : keep(name, out);
	pthread_mutex_unlock(&lock);
	return f;
}

static char edition[16] = "unknown";

/* The first line of tzdata.zi reads "# version 2026a". */
static void edition_read(void)
{
	static const char mark[] = "# version ";
	char line[64];
	ssize_t n = read_whole(FOLDER "tzdata.zi", line, sizeof line - 1);

	if (n <= (ssize_t)sizeof mark || memcmp(line, mark, sizeof mark - 1) != 0)
		return;
	line[n] = '\0';
	char *start = line + sizeof mark - 1;
	start[strcspn(start, "\r\n ")] = '\0';
	snprintf(edition, sizeof edition, "%.15s", start);
}

const char *zone_edition(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, edition_read);
	return edition;
}
