/*
 * comment.c -- something said about a record, that changes nothing in it.
 *
 *     open <-> settled
 *
 * Scenarios: tests/records/comment.t
 */
#include "records/comment.h"

static const struct field fields[] = {
	[COM_TEXT]    = { .name = "text", .label = "Comment", .type = T_TEXT, .max = 10000,
	                  .required = true },
	[COM_ABOUT]   = { .name = "about", .label = "About", .type = T_LINK, .required = true },
	[COM_ANSWERS] = { .name = "answers", .label = "Answers", .type = T_LINK,
	                  .target = &comment_type },
	[COM_FIELD]   = { .name = "field", .label = "Field", .type = T_LINE, .max = 60 },
};
_Static_assert(COUNT(fields) == COM__COUNT, "every field is described");

static const struct state states[] = {
	[COM_IS_OPEN]    = { .name = "open", .label = "Open" },
	[COM_IS_SETTLED] = { .name = "settled", .label = "Settled" },
};
_Static_assert(COUNT(states) == COM_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[COM_MAY_WRITE] = { .name = "comment.write", .label = "Comment on records" },
};
_Static_assert(COUNT(rights) == COM_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "settle", .label = "Settle", .from = BIT(COM_IS_OPEN), .to = COM_IS_SETTLED,
	  .right = COM_MAY_WRITE },
	{ .name = "reopen", .label = "Reopen", .from = BIT(COM_IS_SETTLED), .to = COM_IS_OPEN,
	  .right = COM_MAY_WRITE },
};

static const int list[] = { COM_TEXT, COM_ABOUT };

const struct record_type comment_type = {
	.name = "comment", .label = "Comment", .plural = "Comments", .code = "COM",
	.help = "Something said about a record, that changes nothing in it.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = COM_MAY_WRITE,
	.change = COM_MAY_WRITE, .owner_may_change = true, .retention = "with-its-record",
};
