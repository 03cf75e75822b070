/*
 * plan_check_apart.c -- a plan whose procedures are a document of their own.
 *
 * Each of the two documents has checks of its own.  A check is judged with the answers of
 * both: the elements of the container "procedures" come from the newest check of the
 * procedures' document, all others from the newest check of the plan's text.  While the
 * other document has no check, its elements are looked for in the text at hand.
 */
#include "actions/plan_check_parts.h"

#include "base/arena.h"
#include "records/document_version.h"
#include "records/linked.h"
#include "records/plan.h"
#include "records/plan_check.h"
#include "records/plan_element.h"
#include "store/store.h"

static bool kept_apart(const struct row *plan)
{
	return row_filled(plan, PLN_PROCEDURES) &&
	       !id_equal(row_link(plan, PLN_PROCEDURES), row_link(plan, PLN_DOCUMENT));
}

bool check_is_of_procedures(struct act *a, const struct row *plan, const struct row *check)
{
	const struct row *version =
		kept_apart(plan) ? row_linked(a, check, PLC_VERSION, &document_version_type)
				 : NULL;

	return version &&
	       id_equal(row_link(version, DOV_DOCUMENT), row_link(plan, PLN_PROCEDURES));
}

/* The newest check of the plan's other document against the same pack; null: none. */
static enum fail other_check(struct act *a, const struct check_records *r, bool procedures,
                             const struct row **out)
{
	struct answer checks;
	enum fail f = rows_of(a, &plan_check_type, PLC_PLAN, r->plan->id, &checks);

	*out = NULL;
	for (size_t i = f == OK ? checks.count : 0; i-- > 0 && !*out;) {
		const struct row *c = checks.rows[i];

		if (c->state != PLC_IS_REPLACED &&
		    str_equal(row_text(c, PLC_PACK), r->pack->id) &&
		    check_is_of_procedures(a, r->plan, c) == procedures)
			*out = c;
	}
	return f;
}

static void take_parts(struct check_records *r, size_t container,
                       const struct row *const *from)
{
	size_t at = 0;

	for (size_t e = 0; e < r->pack->element_count; e++) {
		const struct pack_element *element = &r->pack->elements[e];

		for (size_t i = 0; i < element->part_count; i++, at++)
			if ((size_t)element->container == container)
				r->parts[at] = from[at];
	}
}

/* A check of the procedures' own document reads them there, whatever the plan's has. */
static enum procedures_read procedures_read(const struct check_records *r, bool of_them,
                                            bool other)
{
	bool asked = false;

	for (size_t c = 0; c < r->pack->container_count; c++)
		asked |= str_is(r->pack->containers[c].id, "procedures");
	if (!asked)
		return PROCEDURES_NOT_ASKED;
	if (!kept_apart(r->plan))
		return PROCEDURES_IN_PLAN;
	return of_them || other ? PROCEDURES_APART : PROCEDURES_UNCHECKED;
}

enum fail check_sources_load(struct act *a, struct check_records *r)
{
	struct check_source own = {
		r->check, row_linked(a, r->check, PLC_VERSION, &document_version_type)
	};
	struct check_records other = { .pack = r->pack, .plan = r->plan };
	bool procedures = check_is_of_procedures(a, r->plan, r->check);
	enum fail f = OK;

	r->sources =
		arena_get(a->arena, (r->pack->container_count + 1) * sizeof(*r->sources));
	for (size_t c = 0; c < r->pack->container_count; c++)
		r->sources[c] = own;
	if (kept_apart(r->plan))
		f = other_check(a, r, !procedures, &other.check);
	r->procedures = procedures_read(r, procedures, other.check);
	if (f != OK || !other.check)
		return f;
	other.version = row_linked(a, other.check, PLC_VERSION, &document_version_type);
	f = check_parts_load(a, &other);
	for (size_t c = 0; f == OK && c < r->pack->container_count; c++) {
		if (str_is(r->pack->containers[c].id, "procedures") == procedures)
			continue;
		r->sources[c] = (struct check_source){ other.check, other.version };
		take_parts(r, c, other.parts);
	}
	r->other = other.check;
	return f;
}
