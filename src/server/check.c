/* check.c -- what must be right before the first request is answered. */
#include "server/check.h"

#include "base/arena.h"
#include "base/embed.h"
#include "base/log.h"
#include "model/record.h"
#include "records/settings.h"
#include "sys/zone.h"

static enum fail check_walls(const struct sandbox *walls,
                             const struct sandbox_report *report)
{
	if (sandbox_holds(walls, report))
		return OK;
	return fail_say(FAIL_DENIED,
	                "the sandbox does not hold: something it must refuse works");
}

/* A machine without a battery wakes up in 1970: deadlines would be nonsense. */
static enum fail check_clock(void)
{
	struct date today = instant_utc_date(instant_now());

	if (today.year >= 2025 && today.year < 2200)
		return OK;
	return fail_say(FAIL_REFUSED,
	                "the machine's clock says %04d-%02d-%02d; set it first", today.year,
	                today.month, today.day);
}

static enum fail check_zones(void)
{
	const struct zone *z;
	enum fail f = zone_get(STR("America/Vancouver"), &z);

	if (f)
		return fail_say(f,
		                "the system's time zones cannot be read; install tzdata");
	log_event(LOG_INFO, "zones", LOG_Z("edition", zone_edition()), LOG_END);
	return OK;
}

static enum fail check_registry(void)
{
	struct arena *a = arena_new(1 << 20);

	if (!a)
		return fail_say(FAIL_MEMORY, "no memory");
	struct text faults = text_on(a, 64 * 1024);
	enum fail f = OK;
	if (!registry_check(&all_records, &faults) || !settings_check(&faults))
		f = fail_say(FAIL_FORMAT, "record types or settings have faults: %.*s",
		             STR_ARG(str_cut(text_str(&faults), 400)));
	arena_free(a);
	return f;
}

/* Styles, script and packs are part of the program; one built without them is no use. */
static enum fail check_parts(void)
{
	static const char *const parts[] = { "ui/css/", "ui/js/", "content/packs/" };
	size_t count;

	for (size_t i = 0; i < COUNT(parts); i++) {
		embedded_under(str_of(parts[i]), &count);
		if (count == 0)
			return fail_say(FAIL_FORMAT, "this program was built without %s",
			                parts[i]);
	}
	return OK;
}

enum fail server_check(const struct sandbox *walls, const struct sandbox_report *report)
{
	enum fail f = check_walls(walls, report);

	if (f == OK)
		f = check_clock();
	if (f == OK)
		f = check_zones();
	if (f == OK)
		f = check_registry();
	if (f == OK)
		f = check_parts();
	return f;
}
