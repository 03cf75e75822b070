/*
 * tell.c -- who is told when a duty changes how it stands.
 *
 * Left in the transaction that changed it: a duty that became due or overdue, a clock that
 * began, a day that was missed, a decision that waits.  What is settled takes its notices
 * back.
 */
#include "base/arena.h"
#include "duty/engine_parts.h"
#include "store/notices.h"

static bool is_clock(const struct duty *d)
{
	return d->rule.kind == RULE_WITHIN && d->rule.limited && !d->rule.by_date &&
	       span_is_exact(d->rule.span);
}

static bool asks(const struct duty *d, struct str state)
{
	static const enum duty_state open[] = { DUTY_DUE, DUTY_OVERDUE, DUTY_MISSED,
		                                DUTY_TO_DECIDE };

	for (size_t i = 0; i < COUNT(open); i++)
		if (str_is(state, duty_state_name(open[i])))
			return true;
	return is_clock(d) && str_is(state, duty_state_name(DUTY_UPCOMING));
}

enum fail duty_tell(struct evaluation *e, const struct duty *d, const struct duty_row *was,
                    const struct duty_row *now)
{
	struct act *a = e->world.act;
	bool of_record = !id_equal(now->subject, a->actor->org);

	if (was && str_equal(was->state, now->state))
		return OK;
	if (!asks(d, now->state))
		return was && of_record && asks(d, was->state)
		               ? notice_settle(a, now->subject,
		                               BIT(NOTICE_DUTY) | BIT(NOTICE_CLOCK), d->id)
		               : OK;
	const struct notice n = {
		.kind = is_clock(d) ? NOTICE_CLOCK : NOTICE_DUTY,
		.to = id_is_set(now->owner) ? TO_PERSON : TO_ROLE,
		.person = now->owner,
		.name = now->role,
		.record = of_record ? now->subject : ID_NONE,
		.duty = d->id,
		.due_at = now->due_at,
		.key = str_format(a->arena, "%.*s/%.*s/%.*s/%lld", STR_ARG(d->id),
		                  STR_ARG(id_text(a->arena, now->subject)),
		                  STR_ARG(now->state), (long long)now->since.us),
	};
	return n.to == TO_ROLE && n.name.n == 0 ? OK : notice_add(a, &n);
}
