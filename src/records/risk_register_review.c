/*
 * risk_register_review.c -- the whole register looked at: ratings, trends, controls.
 *
 * The program counts what the register held on the day of the review.  A risk that was not
 * reviewed since the review was opened keeps it open.
 *
 *     planned -> held
 *
 * Scenarios: tests/records/risk_register_review.t
 */
#include "records/risk_register_review.h"

#include "records/linked.h"
#include "records/person.h"
#include "records/risk.h"
#include "store/store.h"

static check_fn every_risk_was_reviewed;
static effect_fn counts_the_register;

static const struct field fields[] = {
	[RRV_TITLE]        = { .name = "title", .label = "Title", .type = T_BILINE,
	                       .max = 160, .required = true },
	[RRV_FROM_ON]      = { .name = "reviewed_from", .label = "Risks reviewed since",
	                       .type = T_DATE, .required = true,
	                       .help = "Each risk of the register has a review of this "
	                               "day or later." },
	[RRV_HELD_ON]      = { .name = "held_on", .label = "Held on", .type = T_DATE },
	[RRV_PARTICIPANTS] = { .name = "participants", .label = "Participants",
	                       .type = T_LINK, .target = &person_type, .many = true },
	[RRV_OUTCOME]      = { .name = "outcome", .label = "Outcome", .type = T_BITEXT },
	[RRV_RISKS]        = { .name = "risks_in_register",
	                       .label = "Risks in the register", .type = T_NUMBER,
	                       .max = 1000000, .set_by_program = true },
};
_Static_assert(COUNT(fields) == RRV__COUNT, "every field is described");

static const struct state states[] = {
	[RRV_IS_PLANNED] = { .name = "planned", .label = "Planned", .open = true },
	[RRV_IS_HELD]    = { .name = "held", .label = "Held", .locked = true },
};
_Static_assert(COUNT(states) == RRV_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[RRV_MAY_WRITE] = { .name = "risk_register_review.write",
	                    .label = "Prepare reviews of the risk register" },
	[RRV_MAY_HOLD]  = { .name = "risk_register_review.hold",
	                    .label = "Conclude reviews of the risk register" },
};
_Static_assert(COUNT(rights) == RRV_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "hold", .label = "Record that it was held", .from = BIT(RRV_IS_PLANNED),
	  .to = RRV_IS_HELD, .right = RRV_MAY_HOLD,
	  .needs = BIT(RRV_HELD_ON) | BIT(RRV_PARTICIPANTS) | BIT(RRV_OUTCOME),
	  .check = every_risk_was_reviewed, .effect = counts_the_register },
};

static const int list[] = { RRV_TITLE, RRV_HELD_ON, RRV_RISKS };

const struct record_type risk_register_review_type = {
	.name = "risk_register_review", .label = "Risk register review",
	.plural = "Risk register reviews", .code = "RRV", .group = N_("Risk"),
	.help = "The whole risk register is looked at: rating, trend, and whether the "
	        "controls are sufficient.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = RRV_MAY_WRITE,
	.change = RRV_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(RRV_IS_HELD), .on = RRV_HELD_ON },
};

static int64_t count_risks(const struct act *a, const struct filter *filters, size_t n)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct query q = { .type = &risk_type, .filters = filters, .filter_count = n };
	int64_t found = 0;

	return record_count(&act, &q, &found) == OK ? found : -1;
}

static const struct filter in_register = {
	.field = FIELD_STATE,
	.op = IS,
	.value = { .filled = true, .number = RSK_IS_REGISTERED },
};

static bool all_reviewed_since(const struct act *a, struct date day)
{
	struct filter filters[] = {
		in_register,
		{ .field = RSK_REVIEWED_ON, .op = EMPTY, .or_with_next = true },
		{ .field = RSK_REVIEWED_ON,
		  .op = BEFORE,
		  .value = { .filled = true, .date = day } },
	};

	return count_risks(a, filters, COUNT(filters)) == 0;
}

/* Source: BC-20: rating, trend and control sufficiency of each. */
static bool every_risk_was_reviewed(const struct act *a, const struct row *r,
                                    struct refusal *why)
{
	bool ok = date_has_come(a, r, RRV_HELD_ON, why);

	ok = dates_in_order(r, RRV_FROM_ON, RRV_HELD_ON, why) && ok;
	if (all_reviewed_since(a, row_date(r, RRV_FROM_ON)))
		return ok;
	return refuse(why, FIELD_STATE,
	              "a risk of the register was not reviewed since then",
	              "Record a review of each risk: rating, trend, controls.");
}

static enum fail counts_the_register(struct act *a, const struct row *before,
                                     const struct row *after)
{
	struct change *c = change_new(a->arena, &risk_register_review_type);

	(void)before;
	change_number(c, RRV_RISKS, count_risks(a, &in_register, 1));
	return record_set(a, &risk_register_review_type, after->id, c);
}
