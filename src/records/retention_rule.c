/*
 * retention_rule.c -- how long records of some types are kept, and what is done with them
 * then.
 *
 * Each type of record names a rule.  An organisation starts with those of
 * content/retention.yaml; the years are its own target, and marked as local, until a
 * schedule that somebody approved is named as the source.
 *
 * Scenarios: tests/records/disposal.t
 */
#include "records/retention_rule.h"

#include "model/row.h"

static check_fn a_source_or_local;

static const struct choice counted_from[] = {
	{ .name = "end", .label = "Its own end" },
	{ .name = "record", .label = "The disposal of the record it belongs to" },
};

static const struct choice afters[] = {
	{ .name = "destroy", .label = "Destroy" },
	{ .name = "archive", .label = "Hand over to the archives, then destroy" },
};

static const struct field fields[] = {
	[RET_TITLE]       = { .name = "title", .label = "Title", .type = T_BILINE,
	                      .max = 200, .required = true },
	[RET_NAME]        = { .name = "name", .label = "Short name", .type = T_LINE,
	                      .max = 60, .required = true, .unique = true,
	                      .help = "Types of record name their rule by it." },
	[RET_TRIGGER]     = { .name = "trigger", .label = "The years count from",
	                      .type = T_BILINE, .max = 200 },
	[RET_COUNTS_FROM] = { .name = "counts_from", .label = "Counted from",
	                      .type = T_CHOICE, .choices = TABLE(counted_from),
	                      .required = true },
	[RET_YEARS]       = { .name = "years", .label = "Years", .type = T_NUMBER,
	                      .min = 0, .max = 200, .help = "Empty: kept for ever." },
	[RET_AFTER]       = { .name = "afterwards", .label = "Then", .type = T_CHOICE,
	                      .choices = TABLE(afters), .required = true },
	[RET_LOCAL]       = { .name = "own_target", .label = "Local target",
	                      .type = T_FLAG,
	                      .help = "The years are the organisation's own choice: no "
	                              "schedule gives them." },
	[RET_SOURCE]      = { .name = "source", .label = "Source", .type = T_LINE,
	                      .max = 300,
	                      .help = "The approved schedule, and where in it." },
};
_Static_assert(COUNT(fields) == RET__COUNT, "every field is described");

static const struct right rights[] = {
	[RET_MAY_CHANGE] = { .name = "retention_rule.change",
	                     .label = "Change how long records are kept" },
};
_Static_assert(COUNT(rights) == RET_MAY__COUNT, "every right is described");

static const int list[] = { RET_TITLE, RET_TRIGGER, RET_YEARS, RET_AFTER, RET_LOCAL };

const struct record_type retention_rule_type = {
	.name = "retention_rule", .label = "Retention rule", .plural = "Retention rules",
	.code = "RET", .group = N_("Keeping"),
	.help = "How long records of some types are kept, and what is done with them then.",
	.fields = TABLE(fields), .rights = TABLE(rights), .list = TABLE(list),
	.create = RET_MAY_CHANGE, .change = RET_MAY_CHANGE, .retention = "disposals",
	.check = a_source_or_local,
};

static bool a_source_or_local(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (!row_filled(r, RET_YEARS) || row_filled(r, RET_SOURCE) ||
	    row_flag(r, RET_LOCAL))
		return true;
	return refuse(why, RET_SOURCE, "nothing says where the years come from",
	              "Name the approved schedule, or mark the rule as a local target.");
}
