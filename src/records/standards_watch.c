/*
 * standards_watch.c -- looking out for a new edition of a standard, and what was found.
 *
 * Looking counts also when nothing is new: the version found is written down each time.
 * How often is a choice of our own.
 *
 *     watched <-> ended
 *       |  ^
 *       look
 *
 * Scenarios: tests/records/standards_watch.t
 */
#include "records/standards_watch.h"

#include "records/instrument.h"
#include "records/linked.h"
#include "store/store.h"

static check_fn look_has_happened;
static effect_fn next_look;

static const struct choice outcomes[] = {
	{ .name = "same", .label = "Nothing new" },
	{ .name = "changed", .label = "Changed, or a new edition" },
	{ .name = "gone", .label = "Withdrawn or no longer published" },
};

static const struct field fields[] = {
	[SWT_TITLE]        = { .name = "title", .label = "What is watched",
	                       .type = T_BILINE, .max = 200, .required = true },
	[SWT_INSTRUMENT]   = { .name = "instrument", .label = "Instrument", .type = T_LINK,
	                       .target = &instrument_type, .required = true },
	[SWT_SOURCE]       = { .name = "source", .label = "Where one looks",
	                       .type = T_LINE, .max = 400 },
	[SWT_MONTHS]       = { .name = "months", .label = "Looked at every (months)",
	                       .type = T_NUMBER, .min = 1, .max = 60,
	                       .help = "Your own interval; one month when empty." },
	[SWT_CHECKED_ON]   = { .name = "checked_on", .label = "Last looked at on",
	                       .type = T_DATE },
	[SWT_OUTCOME]      = { .name = "outcome", .label = "Outcome", .type = T_CHOICE,
	                       .choices = TABLE(outcomes) },
	[SWT_FOUND]        = { .name = "found", .label = "Version found", .type = T_LINE,
	                       .max = 120 },
	[SWT_CHECK_DUE_ON] = { .name = "check_due_on", .label = "Next look due",
	                       .type = T_DATE, .due_in = BIT(SWT_IS_WATCHED),
	                       .set_by_program = true },
};
_Static_assert(COUNT(fields) == SWT__COUNT, "every field is described");

static const struct state states[] = {
	[SWT_IS_WATCHED] = { .name = "watched", .label = "Watched" },
	[SWT_IS_ENDED]   = { .name = "ended", .label = "No longer watched",
	                     .locked = true },
};
_Static_assert(COUNT(states) == SWT_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[SWT_MAY_KEEP] = { .name = "standards_watch.keep", .label = "Watch standards" },
};
_Static_assert(COUNT(rights) == SWT_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "look", .label = "Record a look",
	  .help = "Also when nothing is new: the look itself is the evidence.",
	  .from = BIT(SWT_IS_WATCHED), .to = SWT_IS_WATCHED, .right = SWT_MAY_KEEP,
	  .needs = BIT(SWT_CHECKED_ON) | BIT(SWT_OUTCOME) | BIT(SWT_FOUND),
	  .check = look_has_happened, .effect = next_look },
	{ .name = "end", .label = "Stop watching", .from = BIT(SWT_IS_WATCHED),
	  .to = SWT_IS_ENDED, .right = SWT_MAY_KEEP, .needs_reason = true },
	{ .name = "resume", .label = "Watch again", .from = BIT(SWT_IS_ENDED),
	  .to = SWT_IS_WATCHED, .right = SWT_MAY_KEEP },
};

static const int list[] = { SWT_TITLE, SWT_INSTRUMENT, SWT_FOUND, SWT_CHECKED_ON,
	                    SWT_CHECK_DUE_ON };

const struct record_type standards_watch_type = {
	.name = "standards_watch", .label = "Standards watch",
	.plural = "Standards watched", .code = "SWT",
	.group = N_("Policies and documents"),
	.help = "Looking out for a new edition of a standard, and what was found.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = SWT_MAY_KEEP,
	.change = SWT_MAY_KEEP, .owner_may_change = true,
	.retention = "security-administration", .over = { .in = BIT(SWT_IS_ENDED) },
};

static bool look_has_happened(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, SWT_CHECKED_ON, why);
}

static enum fail next_look(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &standards_watch_type);
	int32_t months = row_filled(after, SWT_MONTHS)
	                         ? (int32_t)row_number(after, SWT_MONTHS)
	                         : 1;

	(void)before;
	change_date(c, SWT_CHECK_DUE_ON,
	            date_add_months(row_date(after, SWT_CHECKED_ON), months));
	return record_set(a, &standards_watch_type, after->id, c);
}
