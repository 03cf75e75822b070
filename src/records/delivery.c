/*
 * delivery.c -- an entry in the log of deliveries: what was shown, said or handed out,
 * when, to whom, and how many it reached.
 *
 * One item may be delivered several times: a poster in three buildings, a talk in four
 * sessions.  The item adds them up.
 *
 * Scenarios: tests/records/awareness_item.t
 */
#include "records/delivery.h"

#include "records/awareness_item.h"
#include "records/awareness_plan.h"
#include "records/linked.h"
#include "store/store.h"

static check_fn has_happened;
static effect_fn count_it;

static const struct choice channels[] = {
	{ .name = "posted", .label = "Put up" },
	{ .name = "session", .label = "Session in a room" },
	{ .name = "online", .label = "Session online" },
	{ .name = "mail", .label = "E-mail" },
	{ .name = "intranet", .label = "Intranet" },
	{ .name = "handed_out", .label = "Handed out" },
	{ .name = "exercise", .label = "Exercise" },
	{ .name = "other", .label = "Another way" },
};

static const struct field fields[] = {
	[DLV_TITLE]        = { .name = "title", .label = "What was delivered",
	                       .type = T_BILINE, .max = 200, .required = true },
	[DLV_ITEM]         = { .name = "item", .label = "Item of the plan",
	                       .type = T_LINK, .target = &awareness_item_type,
	                       .required = true, .part_of = true },
	[DLV_DELIVERED_ON] = { .name = "delivered_on", .label = "Delivered on",
	                       .type = T_DATE, .required = true, .check = has_happened },
	[DLV_CHANNEL]      = { .name = "channel", .label = "By which way",
	                       .type = T_CHOICE, .choices = TABLE(channels),
	                       .required = true },
	[DLV_PLACE]        = { .name = "place", .label = "Where", .type = T_BILINE,
	                       .max = 200 },
	[DLV_AUDIENCE]     = { .name = "audience", .label = "To whom", .type = T_BILINE,
	                       .max = 200 },
	[DLV_INVITED]      = { .name = "invited", .label = "People invited",
	                       .type = T_NUMBER, .max = 10000000 },
	[DLV_REACH]        = { .name = "reach", .label = "People reached",
	                       .type = T_NUMBER, .max = 10000000,
	                       .help = "Who came, took part, opened it: what you can "
	                               "count. Empty when nobody counted." },
	[DLV_FEEDBACK]     = { .name = "feedback", .label = "What people said",
	                       .type = T_TEXT },
	[DLV_FILE]         = { .name = "file", .label = "List, picture or mail",
	                       .type = T_FILE },
};
_Static_assert(COUNT(fields) == DLV__COUNT, "every field is described");

static const struct right rights[] = {
	[DLV_MAY_LOG] = { .name = "delivery.log",
	                  .label = "Log deliveries of awareness items" },
};
_Static_assert(COUNT(rights) == DLV_MAY__COUNT, "every right is described");

static const int list[] = { DLV_TITLE, DLV_ITEM, DLV_DELIVERED_ON, DLV_CHANNEL, DLV_REACH };

const struct record_type delivery_type = {
	.name = "delivery", .label = "Delivery", .plural = "Log of deliveries",
	.code = "DLV", .group = N_("Awareness"),
	.help = "What was shown, said or handed out, when, to whom, and how many it "
	        "reached.",
	.fields = TABLE(fields), .rights = TABLE(rights), .list = TABLE(list),
	.create = DLV_MAY_LOG, .change = DLV_MAY_LOG, .owner_may_change = true,
	.retention = "security-administration", .effect = count_it,
};

static bool has_happened(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, DLV_DELIVERED_ON, why);
}

static enum fail count_it(struct act *a, const struct row *before, const struct row *after)
{
	enum fail f = OK;

	if (before && !id_equal(row_link(before, DLV_ITEM), row_link(after, DLV_ITEM)))
		f = awareness_item_count(a, row_link(before, DLV_ITEM));
	return f == OK ? awareness_item_count(a, row_link(after, DLV_ITEM)) : f;
}
