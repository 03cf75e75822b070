/*
 * calendar.c -- the due dates of what somebody looks after, as a calendar.
 *
 * What is over stays on its day and says so.  Whoever may see a record is judged each time
 * that the calendar is fetched; one that only named persons may see is left out, because
 * the calendar lies in programs and at providers that nobody here answers for.
 */
#include "actions/calendar.h"

#include "actions/due_dates.h"
#include "base/arena.h"
#include "documents/ics.h"

#define EVENTS_MOST 2000

struct making {
	struct act *a;
	const struct site *site;
	struct ics_event *at;
	size_t count;
	int field;                      /* while a type is read */
};

static struct str summary(const struct act *a, const struct row *r, bool over)
{
	struct str code = row_code(a->arena, r), title = row_title(r, a->actor->lang);
	struct message m = over ? MESSAGE2(N_("Overdue: %1 %2"), code, title)
	                        : MESSAGE2(N_("Due: %1 %2"), code, title);

	return tr_message(a->arena, a->actor->lang, &m);
}

static struct str link_to(const struct making *m, const struct row *r)
{
	struct str code = row_code(m->a->arena, r);

	if (!m->site->public_address || !m->site->public_address[0])
		return STR("");
	return str_format(m->a->arena, "%s/%s/%.*s", m->site->public_address, r->type->name,
	                  STR_ARG(code));
}

static enum fail add(void *arg, const struct row *r)
{
	struct making *m = arg;
	struct act *a = m->a;
	const struct field *f = &r->type->fields.at[m->field];

	if (!row_is_due(r, m->field) || r->need_to_know_count > 0 ||
	    m->count == EVENTS_MOST)
		return OK;
	struct date day = row_date(r, m->field);
	bool over = date_compare(day, a->today) < 0;
	struct str id = id_text(a->arena, r->id);
	m->at[m->count++] = (struct ics_event){
		.uid = str_format(a->arena, "%.*s-%s@wardroom", STR_ARG(id), f->name),
		/* It says something else from the day on which it is over. */
		.sequence = 2 * r->version + over,
		.stamp = r->changed_at,
		.day = day,
		.summary = summary(a, r, over),
		.description = str_of(tr(a->actor->lang, f->label)),
		.url = link_to(m, r),
	};
	return OK;
}

static enum fail add_dates(struct making *m, const struct record_type *t, int field)
{
	struct filter filters[DUE_FILTERS + 1];
	struct query q = { .type = t, .filters = filters, .sort = field };
	struct date until = date_add_days(m->a->today, CALENDAR_DAYS_AHEAD);

	q.filter_count = due_filters(t, field, until, filters);
	if (q.filter_count == 0)
		return OK;
	filters[q.filter_count++] = (struct filter){
		.field = FIELD_OWNER,
		.op = IS,
		.value = { .filled = true, .links = &m->a->actor->person, .link_count = 1 },
	};
	m->field = field;
	return record_each(m->a, &q, add, m);
}

enum fail calendar_of(struct act *a, const struct site *site, struct str *out)
{
	const struct registry *types = store_registry(a->store);
	struct making m = { .a = a, .site = site };
	enum fail f = OK;

	m.at = ARENA_TRY(a->arena, struct ics_event, EVENTS_MOST);
	if (!m.at)
		return fail_say(FAIL_MEMORY, "no memory for a calendar");
	for (size_t i = 0; f == OK && i < types->count; i++)
		for (size_t k = 0; f == OK && k < types->at[i]->fields.count; k++)
			if (id_is_set(a->actor->person))
				f = add_dates(&m, types->at[i], (int)k);
	const struct ics_calendar c = {
		.name = str_of(tr(a->actor->lang, N_("Wardroom: what is due"))),
		.at = m.at,
		.count = m.count,
	};
	*out = ics_text(a->arena, &c);
	return f;
}
