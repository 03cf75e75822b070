/* fuzz_duties.c -- duties of a pack: every name is resolved, or refused with its place.
 * links: duty store access model db crypto sys codec base
 */
#include "duty/duty.h"
#include "fuzz/exact.h"

static const struct choice answers[] = {
	{ "undecided", "?" },
	{ "yes", "Y" },
	{ "no", "N" },
};
static const struct field boat_fields[] = {
	{ .name = "name", .label = "Name", .type = T_LINE },
	{ .name = "touches", .label = "Touches", .type = T_CHOICE,
	  .choices = TABLE(answers) },
	{ .name = "seats", .label = "Seats", .type = T_NUMBER },
	{ .name = "seen_on", .label = "Seen", .type = T_DATE },
	{ .name = "boat", .label = "Boat", .type = T_LINK },
};
static const struct state boat_states[] = { { .name = "afloat", .label = "Afloat" } };
static const struct step boat_steps[] = { { .name = "sink", .label = "Sink", .from = 1 } };
static const struct record_type boat = { .name = "boat",
	                                 .label = "Boat",
	                                 .plural = "Boats",
	                                 .code = "BOT",
	                                 .fields = TABLE(boat_fields),
	                                 .states = TABLE(boat_states),
	                                 .steps = TABLE(boat_steps) };
static const struct record_type *const types[] = { &boat };
static const struct registry registry = { .at = types, .count = COUNT(types) };

static const struct pack_clause clauses[] = { { .number = { "1", 1 } } };
static const struct pack_edition editions[] = {
	{ .id = { "1990", 4 }, .clauses = clauses, .clause_count = 1 }
};
static const struct pack_instrument instruments[] = {
	{ .id = { "act", 3 }, .editions = editions, .edition_count = 1 }
};

static void check_conditions(const struct conditions *c)
{
	for (size_t i = 0; i < c->count; i++)
		MUST(c->at[i].kind == CONDITION_STATE
		             ? (c->at[i].states & ~BIT(0)) == 0
		             : c->at[i].field >= 0 &&
		                       c->at[i].field < (int)COUNT(boat_fields));
}

static void check_reach(const struct reach *r)
{
	if (!r->type)
		return;
	MUST(r->type == &boat);
	MUST(r->way != WAY_VIA || r->via >= 0);
	MUST(r->way != WAY_FROM || r->from >= 0);
	MUST(r->way != WAY_OVER || (r->via >= 0 && r->from >= 0));
	check_conditions(&r->where);
}

static void check_duty(const struct duties *all, const struct duty *d)
{
	MUST(d->id.n > 0 && d->area && d->cite_count > 0 && d->act_key.n > 0);
	MUST(duty_find(all, d->id) == d);
	MUST(!d->subject || d->subject == &boat);
	MUST(d->rule.kind != RULE_AFTER || d->touches >= 0);
	MUST(!d->rule.limited || d->rule.span.business_days == 0 || d->calendar);
	for (size_t i = 0; i < d->cite_count; i++)
		MUST(d->cites[i].instrument == &instruments[0]);
	check_conditions(&d->where);
	check_reach(&d->wanted.reach);
	check_reach(&d->each.reach);
	check_reach(&d->each.record);
	check_reach(&d->parts.tested.reach);
}

FUZZ(a, s)
{
	struct refusal why = refusal_on(a);
	const struct pack_text file = { STR("duties.yaml"), s };
	const struct pack pack = {
		.id = STR("boats"),
		.jurisdiction = STR("CA"),
		.instruments = instruments,
		.instrument_count = 1,
		.duty_files = &file,
		.duty_file_count = 1,
	};
	const struct packs packs = {
		.at = &pack,
		.count = 1,
		.areas = { STR("areas.yaml"),
		           STR("areas:\n  - {id: fleet, label: {en: F, fr: F}}\n") },
	};
	struct duties duties;
	enum fail f = duties_read(a, &packs, &registry, &why, &duties);

	for (size_t i = 0; f == OK && i < duties.count; i++)
		check_duty(&duties, &duties.at[i]);
	if (f == FAIL_FORMAT)
		MUST(why.count > 0 && str_starts(why.at[0].where, "duties.yaml:"));
}
