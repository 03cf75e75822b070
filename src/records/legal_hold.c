/*
 * legal_hold.c -- records of a matter that must not be destroyed, whatever their time.
 *
 *     in force -> released
 *
 * A hold names records, or kinds of record, or parts of the organisation, or both of these
 * (then it keeps those kinds in those parts).  What hangs on a kept record is kept as well.
 * As long as it is in force nothing of it is disposed of, leaves the bin for good, or can
 * be erased.
 *
 * Scenarios: tests/records/legal_hold.t
 */
#include "records/legal_hold.h"

#include "records/linked.h"
#include "records/organisation.h"
#include "records/person.h"
#include "store/store.h"

#define PARTS_DEEP 6
#define UNITS_DEEP 32

static check_fn covers_something;
static check_fn kinds_are_known;
static check_fn release_has_come;

static const struct field fields[] = {
	[HLD_TITLE]       = { .name = "title", .label = "Matter", .type = T_BILINE,
	                      .max = 200, .required = true },
	[HLD_GROUNDS]     = { .name = "grounds", .label = "Why", .type = T_BITEXT,
	                      .required = true },
	[HLD_RECORDS]     = { .name = "records", .label = "Records", .type = T_LINK,
	                      .many = true },
	[HLD_TYPES]       = { .name = "kinds", .label = "Kinds of record", .type = T_LINE,
	                      .max = 500, .check = kinds_are_known,
	                      .help = "Names as in addresses, parted by blanks: plan "
	                              "finding. Empty with units given: all kinds." },
	[HLD_UNITS]       = { .name = "units", .label = "Parts of the organisation",
	                      .type = T_LINK, .target = &organisation_type, .many = true,
	                      .help = "With everything below them." },
	[HLD_STARTS_ON]   = { .name = "starts_on", .label = "From", .type = T_DATE,
	                      .required = true },
	[HLD_ORDERED_BY]  = { .name = "ordered_by", .label = "Ordered by", .type = T_LINK,
	                      .target = &person_type },
	[HLD_RELEASED_ON] = { .name = "released_on", .label = "Released on",
	                      .type = T_DATE },
};
_Static_assert(COUNT(fields) == HLD__COUNT, "every field is described");

static const struct state states[] = {
	[HLD_IS_IN_FORCE] = { .name = "in_force", .label = "In force", .open = true },
	[HLD_IS_RELEASED] = { .name = "released", .label = "Released", .locked = true },
};
_Static_assert(COUNT(states) == HLD_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[HLD_MAY_PLACE]   = { .name = "legal_hold.place", .label = "Place legal holds" },
	[HLD_MAY_RELEASE] = { .name = "legal_hold.release",
	                      .label = "Release legal holds" },
};
_Static_assert(COUNT(rights) == HLD_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "release", .label = "Release",
	  .help = "From then on the time of each record counts again.",
	  .from = BIT(HLD_IS_IN_FORCE), .to = HLD_IS_RELEASED, .right = HLD_MAY_RELEASE,
	  .needs = BIT(HLD_RELEASED_ON), .needs_reason = true,
	  .check = release_has_come },
};

static const int list[] = { HLD_TITLE, HLD_STARTS_ON, HLD_ORDERED_BY, HLD_RELEASED_ON };

const struct record_type legal_hold_type = {
	.name = "legal_hold", .label = "Legal hold", .plural = "Legal holds",
	.code = "HLD", .group = N_("Keeping"),
	.help = "Records of a matter that must not be destroyed, whatever their time.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = HLD_MAY_PLACE,
	.change = HLD_MAY_PLACE, .retention = "disposals",
	.over = { .in = BIT(HLD_IS_RELEASED), .on = HLD_RELEASED_ON },
	.check = covers_something,
};

static bool covers_something(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (row_filled(r, HLD_RECORDS) || row_filled(r, HLD_TYPES) ||
	    row_filled(r, HLD_UNITS))
		return true;
	return refuse(why, HLD_RECORDS, "the hold keeps nothing",
	              "Name records, kinds of record or parts of the organisation.");
}

static bool kinds_are_known(const struct act *a, const struct row *r, struct refusal *why)
{
	struct str rest = row_text(r, HLD_TYPES);

	while (rest.n > 0) {
		struct str name = str_trim(str_split(rest, ' ', &rest));
		if (name.n > 0 && !registry_find(store_registry(a->store), name))
			return refuse_with(why, HLD_TYPES,
			                   MESSAGE1("\"%1\" is no kind of record",
			                            str_printable(a->arena, name)),
			                   MESSAGE("Write names such as plan or finding."));
	}
	return true;
}

static bool release_has_come(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, HLD_RELEASED_ON, why) &&
	       dates_in_order(r, HLD_STARTS_ON, HLD_RELEASED_ON, why);
}

/* ---- what a hold keeps ---- */
static bool links_hold(const struct row *hold, int field, struct id id)
{
	const struct value *v = &hold->values[field];

	for (size_t i = 0; v->filled && i < v->link_count; i++)
		if (id_equal(v->links[i], id))
			return true;
	return false;
}

static bool names_kind(const struct row *hold, const struct record_type *t)
{
	struct str rest = row_text(hold, HLD_TYPES);

	while (rest.n > 0)
		if (str_is(str_trim(str_split(rest, ' ', &rest)), t->name))
			return true;
	return false;
}

static enum fail names_unit(struct act *a, const struct row *hold, struct id unit,
                            bool *yes)
{
	enum fail f = OK;

	*yes = false;
	for (int deep = 0; id_is_set(unit) && deep < UNITS_DEEP; deep++) {
		struct row *node;
		if (links_hold(hold, HLD_UNITS, unit)) {
			*yes = true;
			return OK;
		}
		f = record_get(a, &organisation_type, unit, &node);
		if (f)
			return f == FAIL_NOT_FOUND ? OK : f;
		unit = row_link(node, ORG_PARENT);
	}
	return f;
}

static enum fail keeps(struct act *a, const struct row *hold, const struct record_type *t,
                       struct id id, struct id unit, bool *yes)
{
	bool kinds = row_filled(hold, HLD_TYPES), units = row_filled(hold, HLD_UNITS);

	*yes = links_hold(hold, HLD_RECORDS, id);
	if (*yes || (!kinds && !units) || (kinds && !names_kind(hold, t)))
		return OK;
	*yes = true;
	return units ? names_unit(a, hold, unit, yes) : OK;
}

struct asking {
	struct act *act;
	const struct record_type *type;
	struct id id, unit;
	struct row *hold;
};

static enum fail ask_one(void *arg, const struct row *hold)
{
	struct asking *q = arg;
	bool yes = false;
	enum fail f = q->hold ? OK
	                      : keeps(q->act, hold, q->type, q->id, q->unit, &yes);

	/* The row of a long list dies with its page. */
	if (!f && yes)
		f = record_get(q->act, &legal_hold_type, hold->id, &q->hold);
	return f;
}

static enum fail ask_all(struct act *a, const struct record_type *t, struct id id,
                         struct id unit, const struct row **out)
{
	struct asking q = { .act = a, .type = t, .id = id, .unit = unit };
	struct filter in_force = { .field = FIELD_STATE,
		                   .op = IS,
		                   .value = { .filled = true, .number = HLD_IS_IN_FORCE } };
	enum fail f = record_each(a,
	                          &(struct query){ .type = &legal_hold_type,
	                                           .filters = &in_force,
	                                           .filter_count = 1,
	                                           .sort = SORT_CREATED },
	                          ask_one, &q);

	*out = q.hold;
	return f;
}

static enum fail ask(struct act *a, const struct record_type *t, struct id id,
                     struct id unit, int deep, const struct row **out)
{
	struct row *r;
	enum fail f = ask_all(a, t, id, unit, out);

	if (f || *out || deep == PARTS_DEEP)
		return f;
	f = record_get(a, t, id, &r);
	if (f)
		return f == FAIL_NOT_FOUND ? OK : f;
	for (size_t i = 0; i < t->fields.count; i++) {
		const struct value *v = &r->values[i];
		for (size_t k = 0;
		     t->fields.at[i].part_of && v->filled && k < v->link_count; k++) {
			struct row *whole;
			f = record_find(a, v->links[k], &whole);
			if (f == FAIL_NOT_FOUND)
				continue;
			if (!f)
				f = ask(a, whole->type, whole->id, whole->unit, deep + 1,
				        out);
			if (f || *out)
				return f;
		}
	}
	return OK;
}

enum fail hold_on(const struct act *a, const struct record_type *t, struct id id,
                  struct id unit, const struct row **out)
{
	struct actor program;
	struct act act = act_of_program(a, &program);

	*out = NULL;
	return ask(&act, t, id, unit, 0, out);
}

enum fail hold_keeps(struct act *a, const struct record_type *t, struct id id,
                     struct id unit, struct refusal *why)
{
	const struct row *hold;
	enum fail f = hold_on(a, t, id, unit, &hold);

	if (f || !hold)
		return f;
	why->kind = REFUSAL_CONFLICT;
	refuse_with(why, FIELD_NONE,
	            MESSAGE1("is under the legal hold %1", row_code(why->arena, hold)),
	            MESSAGE("Nothing of it is destroyed until the hold is released."));
	return FAIL_REFUSED;
}
