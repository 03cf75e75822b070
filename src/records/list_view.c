/*
 * list_view.c -- a list's filters, sort and columns, saved under a name.
 *
 * It holds what an address of the list says, never what the list showed: whoever opens it
 * sees what they may see.  A private one is seen by nobody but its owner; sharing one with
 * the organisation takes a right.
 *
 *     private <-> shared
 *
 * Scenarios: tests/records/list_view.t
 */
#include "records/list_view.h"

#include "model/act.h"
#include "model/row.h"
#include "store/store.h"

static check_fn is_a_list;
static effect_fn show_or_hide;

static const struct field fields[] = {
	[LVW_TITLE]   = { .name = "title", .label = "Name of the view", .type = T_LINE,
	                  .max = 80, .required = true },
	[LVW_OF]      = { .name = "record_type", .label = "Type of record",
	                  .type = T_LINE, .max = 60,
	                  .required = true, .check = is_a_list },
	[LVW_ADDRESS] = { .name = "address", .label = "What it asks for", .type = T_LINE,
	                  .max = 4000,
	                  .help = "As in the address of the list, after the question mark: "
	                          "open=yes&sort=title&columns=lead." },
};
_Static_assert(COUNT(fields) == LVW__COUNT, "every field is described");

static const struct state states[] = {
	[LVW_IS_PRIVATE] = { .name = "private", .label = "Private" },
	[LVW_IS_SHARED]  = { .name = "shared", .label = "Shared" },
};
_Static_assert(COUNT(states) == LVW_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[LVW_MAY_KEEP]  = { .name = "list_view.keep", .label = "Save views of one's own" },
	[LVW_MAY_SHARE] = { .name = "list_view.share",
	                    .label = "Share views with the organisation" },
};
_Static_assert(COUNT(rights) == LVW_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "share", .label = "Share with the organisation",
	  .help = "Everybody sees its name; what it lists stays what each may see.",
	  .from = BIT(LVW_IS_PRIVATE), .to = LVW_IS_SHARED, .right = LVW_MAY_SHARE },
	{ .name = "keep_private", .label = "Share no longer", .from = BIT(LVW_IS_SHARED),
	  .to = LVW_IS_PRIVATE, .right = LVW_MAY_SHARE },
};

static const int list[] = { LVW_TITLE, LVW_OF };

const struct record_type list_view_type = {
	.name = "list_view", .label = "View", .plural = "Views", .code = "LVW",
	.help = "A list's filters, sort and columns under a name.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = LVW_MAY_KEEP,
	.change = LVW_MAY_SHARE, .owner_may_change = true, .owner_may_withdraw = true,
	.own_only = true, .retention = "organisation", .effect = show_or_hide,
};

static bool is_a_list(const struct act *a, const struct row *r, struct refusal *why)
{
	return registry_find(a->types, row_text(r, LVW_OF)) != NULL ||
	       refuse(why, LVW_OF, "is no type of record", "Write it as in the address.");
}

/* A private one is for its owner alone, whatever others may read. */
static enum fail show_or_hide(struct act *a, const struct row *before,
                              const struct row *after)
{
	bool hidden = after->need_to_know_count > 0;
	bool private = after->state == LVW_IS_PRIVATE && id_is_set(after->owner);
	struct change *c = change_new(a->arena, after->type);

	(void)before;
	if (hidden == private || instant_is_set(after->withdrawn_at))
		return OK;
	c->need_to_know_given = true;
	c->need_to_know = &after->owner;
	c->need_to_know_count = private ? 1 : 0;
	return record_set(a, after->type, after->id, c);
}
