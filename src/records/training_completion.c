/*
 * training_completion.c -- a course that somebody completed; typed one by one, or taken
 * from the list of the learning system (actions/training.h).
 *
 * It counts for a year, or until the day that the course itself gives when that is sooner.
 *
 *     counts -> lapsed
 *
 * Scenarios: tests/records/training_completion.t
 */
#include "records/training_completion.h"

#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

static check_fn is_there_once;
static check_fn has_lapsed;
static effect_fn say_until_when;

static const struct choice kinds[] = {
	{ .name = "security", .label = "Information security" },
	{ .name = "privacy", .label = "Privacy" },
	{ .name = "role", .label = "For a role in security" },
	{ .name = "other", .label = "Something else" },
};

static const struct field fields[] = {
	[TRN_TITLE]        = { .name = "course", .label = "Course", .type = T_LINE,
	                       .max = 200, .required = true },
	[TRN_PERSON]       = { .name = "person", .label = "Person", .type = T_LINK,
	                       .target = &person_type, .required = true },
	[TRN_KIND]         = { .name = "kind", .label = "What it is about",
	                       .type = T_CHOICE, .choices = TABLE(kinds),
	                       .required = true },
	[TRN_COMPLETED_ON] = { .name = "completed_on", .label = "Completed on",
	                       .type = T_DATE, .required = true },
	[TRN_EXPIRES_ON]   = { .name = "expires_on", .label = "Good until",
	                       .type = T_DATE },
	[TRN_COUNTS_UNTIL] = { .name = "counts_until", .label = "Counts until",
	                       .type = T_DATE, .set_by_program = true,
	                       .help = "A year after it was completed, or the day until "
	                               "which the course is good when that is sooner." },
	[TRN_SCORE]        = { .name = "score", .label = "Result (percent)",
	                       .type = T_NUMBER, .max = 100 },
	[TRN_PROVIDER]     = { .name = "provider", .label = "Given by", .type = T_LINE,
	                       .max = 200 },
	[TRN_REFERENCE]    = { .name = "reference", .label = "Reference",
	                       .type = T_LINE, .max = 120 },
	[TRN_SOURCE]       = { .name = "source", .label = "Taken from", .type = T_LINE,
	                       .max = 300,
	                       .help = "Name and line of the list that it was read "
	                               "from." },
	[TRN_FILE]         = { .name = "file", .label = "Certificate", .type = T_FILE },
};
_Static_assert(COUNT(fields) == TRN__COUNT, "every field is described");

static const struct state states[] = {
	[TRN_IS_CURRENT] = { .name = "counts", .label = "Counts" },
	[TRN_IS_LAPSED]  = { .name = "lapsed", .label = "Lapsed" },
};
_Static_assert(COUNT(states) == TRN_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[TRN_MAY_KEEP] = { .name = "training_completion.keep",
	                   .label = "Record completed courses" },
};
_Static_assert(COUNT(rights) == TRN_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "lapse", .label = "Lapsed", .from = BIT(TRN_IS_CURRENT),
	  .to = TRN_IS_LAPSED, .right = TRN_MAY_KEEP, .by_clock = true,
	  .check = has_lapsed },
};

static const int list[] = { TRN_TITLE, TRN_PERSON, TRN_KIND, TRN_COMPLETED_ON,
	                    TRN_COUNTS_UNTIL };

const struct record_type training_completion_type = {
	.name = "training_completion", .label = "Completed course",
	.plural = "Completed courses", .code = "TRN", .group = N_("Awareness"),
	.help = "A course that somebody completed, and when. Lists of the learning system "
	        "are taken in as CSV.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list),
	.create = TRN_MAY_KEEP, .change = TRN_MAY_KEEP, .own_only = true,
	.retention = "security-administration", .over = { .in = BIT(TRN_IS_LAPSED) },
	.check = is_there_once, .effect = say_until_when,
};

static bool is_there_once(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, TRN_COMPLETED_ON, why);

	ok = dates_in_order(r, TRN_COMPLETED_ON, TRN_EXPIRES_ON, why) && ok;
	if (!training_is_recorded(a, r))
		return ok;
	return refuse(why, TRN_COMPLETED_ON,
	              "is already recorded for this person and course",
	              "Change what is there instead.");
}

static bool has_lapsed(const struct act *a, const struct row *r, struct refusal *why)
{
	if (row_filled(r, TRN_COUNTS_UNTIL) &&
	    date_compare(row_date(r, TRN_COUNTS_UNTIL), act_today(a)) < 0)
		return true;
	return refuse(why, TRN_COUNTS_UNTIL, "has not passed yet", NULL);
}

static enum fail say_until_when(struct act *a, const struct row *before,
                                const struct row *after)
{
	struct change *c = change_new(a->arena, &training_completion_type);
	struct date year = date_add_months(row_date(after, TRN_COMPLETED_ON), 12);
	bool sooner = row_filled(after, TRN_EXPIRES_ON) &&
	              date_compare(row_date(after, TRN_EXPIRES_ON), year) < 0;

	(void)before;
	change_date(c, TRN_COUNTS_UNTIL, sooner ? row_date(after, TRN_EXPIRES_ON) : year);
	return record_set(a, &training_completion_type, after->id, c);
}

bool training_is_recorded(const struct act *a, const struct row *r)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct id person = row_link(r, TRN_PERSON);
	struct filter of[] = {
		{ .field = TRN_PERSON,
		  .op = LINKS_TO,
		  .value = { .filled = true, .links = &person, .link_count = 1 } },
		{ .field = TRN_COMPLETED_ON,
		  .op = IS,
		  .value = { .filled = true, .date = row_date(r, TRN_COMPLETED_ON) } },
	};
	struct query q = { .type = &training_completion_type,
		           .filters = of,
		           .filter_count = COUNT(of),
		           .limit = 50 };
	struct answer found;

	if (!id_is_set(person) || !row_filled(r, TRN_COMPLETED_ON) ||
	    record_list(&act, &q, &found) != OK)
		return false;
	for (size_t i = 0; i < found.count; i++)
		if (!id_equal(found.rows[i]->id, r->id) &&
		    str_equal(row_text(found.rows[i], TRN_TITLE), row_text(r, TRN_TITLE)))
			return true;
	return false;
}
