/*
 * edition.c -- one edition of an instrument, in force from a day to another.
 *
 * Numbers of clauses move between editions, so clauses belong to an edition.  When the next
 * edition comes into force, the one before is superseded in the same act.
 *
 *     draft -> in force -> superseded
 *
 * Scenarios: tests/records/edition.t
 */
#include "records/edition.h"

#include "records/instrument.h"
#include "records/linked.h"
#include "store/store.h"

static check_fn days_in_order;
static effect_fn supersede_the_others;

static const struct choice news[] = {
	{ .name = "first", .label = "New to us" },
	{ .name = "changed", .label = "Changed" },
	{ .name = "same", .label = "Issued again, asks the same" },
};

static const struct choice readings[] = {
	{ .name = "core", .label = "One of the most important" },
	{ .name = "reference", .label = "On the reference list" },
	{ .name = "companion", .label = "Companion instrument" },
	{ .name = "investigation", .label = "Process of investigators" },
};

static const struct field fields[] = {
	[EDN_TITLE]          = { .name = "title", .label = "Edition", .type = T_BILINE,
	                         .max = 200,
	                         .required = true },
	[EDN_INSTRUMENT]     = { .name = "instrument", .label = "Instrument",
	                         .type = T_LINK,
	                         .target = &instrument_type, .required = true,
	                         .part_of = true },
	[EDN_NUMBER]         = { .name = "edition_number", .label = "Version",
	                         .type = T_LINE,
	                         .max = 60 },
	[EDN_EFFECTIVE_FROM] = { .name = "effective_from", .label = "In force from",
	                         .type = T_DATE },
	[EDN_EFFECTIVE_TO]   = { .name = "effective_to", .label = "In force until",
	                         .type = T_DATE },
	[EDN_PUBLISHED_ON]   = { .name = "published_on", .label = "Published on",
	                         .type = T_DATE },
	[EDN_FILE]           = { .name = "file", .label = "Copy on file", .type = T_FILE },
	[EDN_ADDRESS]        = { .name = "address",
	                         .label = "Where this edition is published",
	                         .type = T_LINE, .max = 400 },
	[EDN_NEWS]           = { .name = "news", .label = "What is new in it",
	                         .type = T_CHOICE, .choices = TABLE(news),
	                         .help = "Lines of business are told of what is new or "
	                                 "changed." },
	[EDN_CHANGES]        = { .name = "changes",
	                         .label = "What changed since the last edition",
	                         .type = T_BITEXT },
	[EDN_READING]        = { .name = "reading",
	                         .label = "Reading of the security officer",
	                         .type = T_CHOICE, .choices = TABLE(readings) },
	[EDN_CONFIRMED]      = { .name = "confirmed",
	                         .label = "Checked against the official text",
	                         .type = T_FLAG },
};
_Static_assert(COUNT(fields) == EDN__COUNT, "every field is described");

static const struct state states[] = {
	[EDN_IS_DRAFT]      = { .name = "draft", .label = "Draft", .open = true },
	[EDN_IS_IN_FORCE]   = { .name = "in_force", .label = "In force" },
	[EDN_IS_SUPERSEDED] = { .name = "superseded", .label = "Superseded" },
};
_Static_assert(COUNT(states) == EDN_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[EDN_MAY_CHANGE] = { .name = "edition.change",
	                     .label = "Keep editions of instruments" },
};
_Static_assert(COUNT(rights) == EDN_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "publish", .label = "Mark as in force", .from = BIT(EDN_IS_DRAFT),
	  .to = EDN_IS_IN_FORCE, .right = EDN_MAY_CHANGE, .needs = BIT(EDN_EFFECTIVE_FROM),
	  .effect = supersede_the_others },
	{ .name = "supersede", .label = "Mark as superseded", .from = BIT(EDN_IS_IN_FORCE),
	  .to = EDN_IS_SUPERSEDED, .right = EDN_MAY_CHANGE,
	  .takes = BIT(EDN_EFFECTIVE_TO) },
};

static const int list[] = { EDN_TITLE, EDN_INSTRUMENT, EDN_NUMBER, EDN_EFFECTIVE_FROM };

const struct record_type edition_type = {
	.name = "edition", .label = "Edition", .plural = "Editions", .code = "EDN",
	.group = N_("Policies and documents"),
	.help = "One edition of an instrument. Its clauses are what is asked while it is "
	        "in force.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = EDN_MAY_CHANGE,
	.change = EDN_MAY_CHANGE, .retention = "security-administration",
	.over = { .in = BIT(EDN_IS_SUPERSEDED), .on = EDN_EFFECTIVE_TO },
	.check = days_in_order,
};

static bool days_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	return dates_in_order(r, EDN_EFFECTIVE_FROM, EDN_EFFECTIVE_TO, why);
}

static enum fail supersede_the_others(struct act *a, const struct row *before,
                                      const struct row *after)
{
	(void)before;
	return rows_take_step(a, &edition_type, EDN_INSTRUMENT,
	                      row_link(after, EDN_INSTRUMENT), EDN_IS_IN_FORCE, "supersede",
	                      after->id);
}
