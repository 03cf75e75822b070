/*
 * ruling.c -- how one duty stands: one function for each kind of rule.
 */
#include "duty/ruling.h"

#define DAYS_TO_START 90                /* from adoption until silence counts as none */

struct question {
	struct arena *arena;
	const struct duty_rule *rule;
	const struct subject_facts *facts;
	const struct zone *zone;
	const struct calendar *calendar;
	struct instant now;
};

/* ---- words ---- */

const char *duty_state_name(enum duty_state s)
{
	static const char *const names[DUTY__COUNT] = {
		[DUTY_MET] = "met",
		[DUTY_MET_LATE] = "met_late",
		[DUTY_UPCOMING] = "upcoming",
		[DUTY_DUE] = "due",
		[DUTY_OVERDUE] = "overdue",
		[DUTY_NOTHING_ON_RECORD] = "nothing_on_record",
		[DUTY_NOT_STARTED] = "not_started",
		[DUTY_TO_DECIDE] = "to_decide",
		[DUTY_CANNOT_TELL] = "cannot_tell",
		[DUTY_NO_OCCASION] = "no_occasion",
		[DUTY_MISSED] = "missed",
		[DUTY_EXEMPT] = "exempt",
		[DUTY_NOT_APPLICABLE] = "not_applicable",
		[DUTY_INHERITED] = "inherited",
		[DUTY_RELIED_ON] = "relied_on",
		[DUTY_OPTIONAL] = "optional",
	};

	return names[s];
}

const char *duty_state_label(enum duty_state s)
{
	static const char *const labels[DUTY__COUNT] = {
		[DUTY_MET] = N_("Met"),
		[DUTY_MET_LATE] = N_("Met late"),
		[DUTY_UPCOMING] = N_("Upcoming"),
		[DUTY_DUE] = N_("Due"),
		[DUTY_OVERDUE] = N_("Overdue"),
		[DUTY_NOTHING_ON_RECORD] = N_("Nothing on record"),
		[DUTY_NOT_STARTED] = N_("Not started"),
		[DUTY_TO_DECIDE] = N_("To decide"),
		[DUTY_CANNOT_TELL] = N_("Cannot tell"),
		[DUTY_NO_OCCASION] = N_("No occasion"),
		[DUTY_MISSED] = N_("Missed"),
		[DUTY_EXEMPT] = N_("Exempt"),
		[DUTY_NOT_APPLICABLE] = N_("Not applicable"),
		[DUTY_INHERITED] = N_("Inherited"),
		[DUTY_RELIED_ON] = N_("Relied on"),
		[DUTY_OPTIONAL] = N_("Optional"),
	};

	return labels[s];
}

const char *ground_label(enum ground g)
{
	static const char *const labels[] = {
		[GROUND_NONE] = "",
		[GROUND_ON_WORD] = N_("on word"),
		[GROUND_BY_DOCUMENT] = N_("by document"),
		[GROUND_CHECKED] = N_("checked by another"),
	};

	return labels[g];
}

/* The day in the zone; of a clock of hours the instant. */
static struct str when(const struct question *q, struct instant t)
{
	if (q->rule->limited && !q->rule->by_date && span_is_exact(q->rule->span))
		return instant_text(q->arena, t);
	return date_text(q->arena, zone_date(q->zone, t));
}

/* ---- answers ---- */

static struct instant just_after(struct instant t)
{
	return (struct instant){ t.us + 1 };
}

static bool is_past(const struct question *q, struct instant t)
{
	return instant_is_set(t) && q->now.us > t.us;
}

static struct ruling answer(enum duty_state state, struct instant since, struct message why)
{
	return (struct ruling){
		.state = state, .since = since, .start = -1, .proof = -1, .why = why
	};
}

static struct ruling by_proof(const struct question *q, enum duty_state state, size_t i,
                              struct message why)
{
	struct ruling r = answer(state, q->facts->proofs[i].at, why);

	r.ground = q->facts->proofs[i].ground;
	r.proof = (int)i;
	return r;
}

static struct instant lead_start(const struct question *q, struct instant limit)
{
	const struct duration *lead = &q->rule->lead.length;
	struct date d = zone_date(q->zone, limit);

	return day_start(date_add_days(date_add_months(d, -lead->months), -lead->days),
	                 q->zone);
}

/* Nothing done yet: upcoming, due or overdue against the limit. */
static struct ruling open_until(const struct question *q, struct instant since,
                                struct instant limit)
{
	bool always_due = span_is_exact(q->rule->lead);
	struct ruling r;

	if (is_past(q, limit)) {
		r = answer(DUTY_OVERDUE, just_after(limit),
		           MESSAGE1(N_("nothing was done by %1"), when(q, limit)));
	} else if (always_due || q->now.us >= lead_start(q, limit).us) {
		struct instant lead = always_due ? since : lead_start(q, limit);
		r = answer(DUTY_DUE, lead.us > since.us ? lead : since,
		           MESSAGE1(N_("it must be done by %1"), when(q, limit)));
		r.changes_at = just_after(limit);
	} else {
		r = answer(DUTY_UPCOMING, since,
		           MESSAGE1(N_("it must be done by %1"), when(q, limit)));
		r.changes_at = lead_start(q, limit);
	}
	r.due_at = limit;
	return r;
}

/* Nobody has said what exists: for 90 days grey, then, or once it was said, nothing. */
static struct ruling nothing(const struct question *q)
{
	const struct subject_facts *f = q->facts;
	struct instant end = day_end(
		date_add_days(zone_date(q->zone, f->adopted), DAYS_TO_START), q->zone);

	if (instant_is_set(f->none_since))
		return answer(DUTY_NOTHING_ON_RECORD, f->none_since,
		              MESSAGE(N_("the organisation says that there is none")));
	if (is_past(q, end))
		return answer(
			DUTY_NOTHING_ON_RECORD, just_after(end),
			MESSAGE1(N_("nobody said what exists by %1"), when(q, end)));
	struct ruling r = answer(DUTY_NOT_STARTED, f->adopted,
	                         MESSAGE(N_("nobody has said yet what exists")));
	r.changes_at = just_after(end);
	return r;
}

/* The limit of a span, or unset when the rule has none. */
static struct instant limit_after(const struct question *q, struct instant start)
{
	if (!q->rule->limited)
		return INSTANT_NONE;
	if (q->rule->by_date)
		return day_end(zone_date(q->zone, start), q->zone);
	return limit_from_instant(q->rule->span, start, q->zone, q->calendar);
}

/* The earliest known start, or -1: where a source is silent, the strictest reading. */
static int earliest_start(const struct subject_facts *f)
{
	int found = -1;

	for (size_t i = 0; i < f->start_count; i++)
		if (instant_is_set(f->starts[i].at) &&
		    (found < 0 || f->starts[i].at.us < f->starts[found].at.us))
			found = (int)i;
	return found;
}

/* Evidence `i` against the limit of what began at `start`. */
static struct ruling done_by(const struct question *q, size_t i, struct instant limit)
{
	const struct proof *p = &q->facts->proofs[i];
	bool late = instant_is_set(limit) && p->at.us > limit.us;
	struct ruling r =
		late ? by_proof(q, DUTY_MET_LATE, i,
	                        MESSAGE3(N_("%1 came on %2, after the limit of %3"),
	                                 p->what, when(q, p->at), when(q, limit)))
		     : by_proof(q, DUTY_MET, i,
	                        MESSAGE2(N_("%1 of %2 meets it"), p->what,
	                                 when(q, p->at)));

	r.due_at = limit;
	return r;
}

/* ---- one kind each ---- */

static struct ruling on_standing(const struct question *q)
{
	const struct subject_facts *f = q->facts;
	struct instant since = INSTANT_NONE, end = INSTANT_NONE;
	size_t last = 0;
	bool any = false;

	/* `since` begins the unbroken row that reaches furthest; `end` is its end. */
	for (size_t i = 0; i < f->proof_count && f->proofs[i].at.us <= q->now.us; i++) {
		const struct proof *p = &f->proofs[i];
		bool open = any && !instant_is_set(end);

		if (!any || (!open && p->at.us > end.us + 1))
			since = p->at;
		if (!any ||
		    (!open && (!instant_is_set(p->until) || p->until.us > end.us))) {
			end = p->until;
			last = i;
		}
		any = true;
	}
	if (!any)
		return nothing(q);
	if (is_past(q, end)) {
		struct ruling r =
			answer(DUTY_OVERDUE, just_after(end),
		               MESSAGE2(N_("%1 ended on %2, and nothing followed"),
		                        f->proofs[last].what, when(q, end)));
		r.due_at = end;
		return r;
	}
	struct ruling r = by_proof(q, DUTY_MET, last,
	                           MESSAGE2(N_("%1 is in force since %2"),
	                                    f->proofs[last].what,
	                                    when(q, f->proofs[last].at)));
	r.since = since;
	r.due_at = end;
	r.changes_at = instant_is_set(end) ? just_after(end) : INSTANT_NONE;
	return r;
}

/* A clock that began at a start: its evidence, or what is left of the time. */
static struct ruling on_clock(const struct question *q, int start)
{
	struct instant began = q->facts->starts[start].at;
	struct instant limit = limit_after(q, began);
	struct ruling r;

	if (q->rule->by_date)
		began = q->facts->adopted;
	if (q->facts->proof_count > 0)
		r = done_by(q, 0, limit);
	else if (instant_is_set(limit))
		r = open_until(q, began, limit);
	else
		r = answer(DUTY_DUE, began,
		           MESSAGE1(N_("open since %1"), when(q, began)));
	r.start = start;
	return r;
}

static struct ruling unknown_start(const struct question *q)
{
	return answer(DUTY_CANNOT_TELL, q->facts->adopted,
	              MESSAGE1(N_("no start is known: %1"), q->facts->unknown));
}

static struct ruling on_exists(const struct question *q)
{
	int start = earliest_start(q->facts);

	if (q->facts->proof_count == 0 &&
	    (start < 0 || instant_is_set(q->facts->none_since)))
		return nothing(q);
	return start >= 0 ? on_clock(q, start) : done_by(q, 0, INSTANT_NONE);
}

static struct ruling on_within(const struct question *q)
{
	int start = earliest_start(q->facts);

	return start < 0 ? unknown_start(q) : on_clock(q, start);
}

static struct ruling on_promptly(const struct question *q)
{
	int start = earliest_start(q->facts);

	if (start < 0)
		return unknown_start(q);
	struct instant began = q->facts->starts[start].at;
	struct ruling r = q->facts->proof_count > 0
	                          ? done_by(q, 0, INSTANT_NONE)
	                          : answer(DUTY_DUE, began,
	                                   MESSAGE1(N_("open since %1"), when(q, began)));
	r.start = start;
	r.due_at = limit_after(q, began);
	r.due_is_local = q->rule->limited;
	return r;
}

static struct ruling on_after(const struct question *q)
{
	const struct subject_facts *f = q->facts;
	int start = earliest_start(f);

	if (start < 0)
		return answer(DUTY_NO_OCCASION, f->adopted,
		              MESSAGE(N_("there was no change")));
	struct instant change = f->starts[start].at;
	if (f->touches == TOUCHES_UNDECIDED)
		return answer(DUTY_TO_DECIDE, change,
		              MESSAGE1(N_("nobody has decided whether the change of %1 "
		                          "touches it"),
		                       when(q, change)));
	if (f->touches == TOUCHES_NO) {
		struct ruling r = answer(DUTY_MET, change,
		                         MESSAGE1(N_("the change of %1 does not touch it"),
		                                  when(q, change)));
		r.ground = GROUND_ON_WORD;
		return r;
	}
	struct question later = *q;
	struct subject_facts since = *f;
	size_t before = 0;
	while (before < f->proof_count && f->proofs[before].at.us <= change.us)
		before++;
	since.proofs += before;
	since.proof_count -= before;
	later.facts = &since;
	struct ruling r = on_clock(&later, start);
	r.proof += r.proof >= 0 ? (int)before : 0;
	return r;
}

static struct ruling on_span(const struct question *q)
{
	const struct subject_facts *f = q->facts;
	size_t last = f->proof_count - 1;
	struct instant limit = limit_after(q, f->proofs[last].at);

	if (is_past(q, limit)) {
		struct ruling r = answer(DUTY_OVERDUE, just_after(limit),
		                         MESSAGE3(N_("%1 of %2 was good until %3"),
		                                  f->proofs[last].what,
		                                  when(q, f->proofs[last].at),
		                                  when(q, limit)));
		r.due_at = limit;
		return r;
	}
	struct instant before =
		last > 0 ? limit_after(q, f->proofs[last - 1].at) : INSTANT_NONE;
	struct ruling r = done_by(q, last, before);
	r.due_at = limit;
	r.changes_at = just_after(limit);
	return r;
}

/* The last evidence after `after` and up to `until`, or -1. */
static int proof_between(const struct question *q, struct instant after,
                         struct instant until)
{
	for (size_t i = q->facts->proof_count; i > 0; i--) {
		struct instant at = q->facts->proofs[i - 1].at;

		if (at.us <= until.us)
			return at.us > after.us ? (int)(i - 1) : -1;
	}
	return -1;
}

/* The last instant of one of the given days; unset when there is none. */
static struct instant end_of(const struct question *q, struct date d)
{
	return date_is_set(d) ? day_end(d, q->zone) : INSTANT_NONE;
}

/* The day that passed last, when the duty had been adopted by then: done or missed. */
static struct ruling passed_day(const struct question *q, struct date d,
                                struct instant next)
{
	struct instant end = day_end(d, q->zone);
	struct date before = days_last(q->rule->days, date_add_days(d, -1));
	int proof = proof_between(q, end_of(q, before), end);
	struct ruling r =
		proof >= 0 ? done_by(q, (size_t)proof, end)
			   : answer(DUTY_MISSED, just_after(end),
	                            MESSAGE1(N_("nothing was done for %1, and it cannot be "
	                                        "made up"),
	                                     when(q, end)));

	r.due_at = next;
	r.changes_at = instant_is_set(next) ? lead_start(q, next) : INSTANT_NONE;
	return r;
}

static struct ruling on_days(const struct question *q)
{
	struct date yesterday = date_add_days(zone_date(q->zone, q->now), -1);
	struct date last = days_last(q->rule->days, yesterday);
	struct instant passed = end_of(q, last);
	struct instant next = end_of(q, days_next(q->rule->days, yesterday));

	int early = instant_is_set(next) ? proof_between(q, passed, next) : -1;
	if (early >= 0) {
		struct ruling r = done_by(q, (size_t)early, next);
		r.changes_at = just_after(next);
		return r;
	}
	bool in_lead = instant_is_set(next) && q->now.us >= lead_start(q, next).us;
	if (!in_lead && instant_is_set(passed) && passed.us >= q->facts->adopted.us)
		return passed_day(q, last, next);
	if (!instant_is_set(next))
		return answer(DUTY_NO_OCCASION, q->facts->adopted,
		              MESSAGE(N_("no day is set for it any more")));
	struct instant since = q->facts->adopted;
	return open_until(q, passed.us > since.us ? just_after(passed) : since, next);
}

static struct ruling on_every(const struct question *q)
{
	if (q->rule->days)
		return on_days(q);
	return q->facts->proof_count > 0 ? on_span(q) : nothing(q);
}

static struct str of_how_many(const struct question *q)
{
	return str_format(q->arena, "%zu/%zu", q->facts->parts_found, q->facts->parts);
}

/* The document is the first evidence, its tests are those after it. */
static struct ruling on_contains(const struct question *q)
{
	const struct subject_facts *f = q->facts;

	if (f->proof_count == 0)
		return nothing(q);
	const struct proof *document = &f->proofs[0];
	if (f->parts_found < f->parts)
		return answer(DUTY_DUE, document->at,
		              MESSAGE3(N_("%1 holds %2 of what is required; missing: %3"),
		                       document->what, of_how_many(q), f->missing));
	if (!f->approved)
		return answer(DUTY_DUE, document->at,
		              MESSAGE1(N_("%1 holds everything but is not approved"),
		                       document->what));
	if (!q->rule->limited)
		return done_by(q, 0, INSTANT_NONE);
	if (f->proof_count == 1)
		return answer(DUTY_DUE, document->at,
		              MESSAGE1(N_("%1 was never tested"), document->what));
	return on_span(q);
}

static struct ruling on_each(const struct question *q)
{
	const struct subject_facts *f = q->facts;

	if (f->parts == 0)
		return answer(DUTY_NO_OCCASION, f->adopted,
		              MESSAGE(N_("nothing of the kind is on record")));
	if (f->parts_found < (f->parts_enough > 0 ? f->parts_enough : f->parts)) {
		int start = earliest_start(f);
		struct ruling r = start < 0 ? answer(DUTY_DUE, f->adopted, MESSAGE(NULL))
		                            : on_clock(q, start);
		r.why = MESSAGE2(N_("%1 carry it; open: %2"), of_how_many(q), f->missing);
		return r;
	}
	if (f->proof_count > 0)
		return by_proof(q, DUTY_MET, f->proof_count - 1,
		                MESSAGE1(N_("%1 carry it"), of_how_many(q)));
	return answer(DUTY_MET, f->adopted,
	              MESSAGE1(N_("%1 carry it"), of_how_many(q)));
}

static struct ruling on_information(const struct question *q)
{
	return answer(DUTY_OPTIONAL, q->facts->adopted,
	              MESSAGE(N_("for information: nothing is computed")));
}

/* ---- what comes before the rule, and after ---- */

static bool set_aside(const struct question *q, struct ruling *out)
{
	const struct subject_facts *f = q->facts;
	static const struct {
		enum duty_state state;
		const char *why;
	} answers[] = {
		[APPLIES_NOT] = { DUTY_NOT_APPLICABLE, N_("it does not apply: %1") },
		[APPLIES_EXEMPT] = { DUTY_EXEMPT, N_("exempt: %1") },
		[APPLIES_INHERITED] = { DUTY_INHERITED, N_("done by another: %1") },
	};

	if (f->applies == APPLIES || is_past(q, f->applies_until))
		return false;
	*out = answer(answers[f->applies].state, f->applies_since,
	              MESSAGE1(answers[f->applies].why, f->applies_why));
	if (instant_is_set(f->applies_until)) {
		out->due_at = f->applies_until;
		out->changes_at = just_after(f->applies_until);
	}
	return true;
}

struct ruling rule_on(struct arena *a, const struct duty_rule *rule,
                      const struct subject_facts *facts, const struct zone *zone,
                      const struct calendar *calendar, struct instant now)
{
	static struct ruling (*const by_kind[])(const struct question *) = {
		[RULE_STANDING] = on_standing,
		[RULE_EXISTS] = on_exists,
		[RULE_EVERY] = on_every,
		[RULE_WITHIN] = on_within,
		[RULE_PROMPTLY] = on_promptly,
		[RULE_AFTER] = on_after,
		[RULE_CONTAINS] = on_contains,
		[RULE_EACH] = on_each,
		[RULE_INFORMATION] = on_information,
	};
	struct question q = { a, rule, facts, zone, calendar, now };
	struct ruling r;

	if (set_aside(&q, &r))
		return r;
	if (rule->force == FORCE_OTHERS)
		return answer(DUTY_RELIED_ON, facts->adopted,
		              MESSAGE(N_("others do it, and it is relied upon")));
	r = by_kind[rule->kind](&q);
	/* What may be done is never a failure. */
	if (rule->force == FORCE_MAY && r.state != DUTY_MET && r.state != DUTY_MET_LATE &&
	    r.state != DUTY_TO_DECIDE && r.state != DUTY_NO_OCCASION)
		r.state = DUTY_OPTIONAL;
	return r;
}
