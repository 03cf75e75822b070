/*
 * notices_dates.c -- dates on records that come near or are over, told to their owners.
 *
 * Once a day for each organisation; what was said stays said (the key names record, field,
 * date and rung), so a second run adds nothing.
 */
#include "actions/due_dates.h"
#include "actions/notices.h"
#include "base/arena.h"
#include "base/limits.h"
#include "duty/ladder.h"
#include "identity/identity.h"
#include "store/notices.h"
#include "store/tenant.h"

#define LOOK_AHEAD_DAYS 31
#define DATES_MOST 50000
#define AT_ONCE 500                     /* in one transaction */
#define ORGANISATIONS_KEPT 32

struct due_date {
	const struct record_type *type;
	struct id record, owner;
	int field;
	struct date on;
};

struct looking {
	struct due_date *at;
	size_t count, next;
	int64_t *told;
	const struct record_type *type; /* while it is read */
	int field;
	struct date today;
};

static enum fail note(void *arg, const struct row *r)
{
	struct looking *l = arg;

	if (l->count < DATES_MOST && id_is_set(r->owner) && row_is_due(r, l->field))
		l->at[l->count++] = (struct due_date){ l->type, r->id, r->owner, l->field,
			                               row_date(r, l->field) };
	return OK;
}

static enum fail look(struct act *a, void *arg)
{
	struct looking *l = arg;
	const struct registry *types = store_registry(a->store);
	enum fail f = OK;

	l->count = 0;
	l->today = a->today;
	for (size_t i = 0; i < types->count; i++) {
		l->type = types->at[i];
		for (size_t k = 0; f == OK && k < l->type->fields.count; k++) {
			struct filter filters[DUE_FILTERS];
			struct query q = { .type = l->type, .filters = filters };

			l->field = (int)k;
			q.sort = (int)k;
			q.filter_count = due_filters(
				l->type, (int)k,
				date_add_days(a->today, LOOK_AHEAD_DAYS), filters);
			if (q.filter_count > 0)
				f = record_each(a, &q, note, l);
		}
	}
	return f;
}

static enum fail tell(struct act *a, struct looking *l, const struct due_date *d)
{
	const struct field *field = &d->type->fields.at[d->field];
	struct rung r = ladder_rung(d->on, l->today);
	struct str id = id_text(a->arena, d->record), on = date_text(a->arena, d->on);
	const struct notice n = {
		.kind = NOTICE_DUE,
		.person = d->owner,
		.record = d->record,
		.detail = field->label,
		.due_on = d->on,
		.key = str_format(a->arena, "%.*s/%s/%.*s/%d", STR_ARG(id), field->name,
		                  STR_ARG(on), r.days),
	};

	if (!r.any)
		return OK;
	(*l->told)++;
	return notice_add(a, &n);
}

static enum fail tell_some(struct act *a, void *arg)
{
	struct looking *l = arg;
	enum fail f = OK;

	for (size_t i = l->next; f == OK && i < l->count && i < l->next + AT_ONCE; i++)
		f = tell(a, l, &l->at[i]);
	return f;
}

static enum fail look_and_tell(struct store *s, struct id org, int64_t *count)
{
	struct actor clock = system_actor(org, "clock");
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct looking l = { .told = count };

	l.at = a ? ARENA_TRY(a, struct due_date, DATES_MOST) : NULL;
	enum fail f = l.at ? store_read(s, &clock, a, look, &l)
	                   : fail_say(FAIL_MEMORY, "no memory for the dates");
	for (; f == OK && l.next < l.count; l.next += AT_ONCE) {
		struct arena *some = arena_new(LIMIT_REQUEST_BYTES);

		f = some ? store_write(s, &clock, some, tell_some, &l)
		         : fail_say(FAIL_MEMORY, "no memory for the notices");
		arena_free(some);
	}
	arena_free(a);
	return f;
}

/* ---- once a day ---- */

struct day_of {
	struct id org;
	struct date day;
};

static enum fail today_of(struct act *a, void *arg)
{
	struct date *out = arg;

	*out = a->today;
	return OK;
}

/* Only this process remembers: after a restart it is looked at once more. */
static bool is_done(struct id org, struct date today, bool mark)
{
	static struct day_of done[ORGANISATIONS_KEPT];

	for (size_t i = 0; i < COUNT(done); i++) {
		if (id_is_set(done[i].org) && !id_equal(done[i].org, org))
			continue;
		if (mark)
			done[i] = (struct day_of){ org, today };
		return id_is_set(done[i].org) && date_compare(done[i].day, today) == 0;
	}
	return false;
}

static enum fail of_one(struct store *s, struct arena *a, struct id org, int64_t *count)
{
	struct actor clock = system_actor(org, "clock");
	struct date today;
	enum fail f = store_read(s, &clock, a, today_of, &today);

	if (f != OK || is_done(org, today, false))
		return f;
	f = look_and_tell(s, org, count);
	if (f == OK)
		(void)is_done(org, today, true);
	return f;
}

enum fail notices_of_dates(struct store *s, void *site, int64_t *count)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct tenant *tenants;
	size_t n = 0;

	(void)site;
	enum fail f = a ? tenant_list(s, a, &tenants, &n)
	                : fail_say(FAIL_MEMORY, "no memory for the notices");
	for (size_t i = 0; f == OK && i < n; i++)
		f = of_one(s, a, tenants[i].org, count);
	arena_free(a);
	return f;
}
