/*
 * custody.c -- one hand-over in the chain of custody: which thing, from whom, to whom, in
 * what state.
 *
 * Each hand-over is an entry; the one before it is named, so that the chain can be read
 * back to where the thing was found.
 *
 * Seen only with its incident, by who may see that.
 */
#include "records/custody.h"

#include "records/incident.h"
#include "records/linked.h"
#include "records/person.h"

static check_fn handed_over_by_now;

static const struct choice power_states[] = {
	{ .name = "on", .label = "Powered on" },
	{ .name = "off", .label = "Powered off" },
	{ .name = "no_power", .label = "Has no power" },
};

static const struct field fields[] = {
	[CST_TITLE]          = { .name = "title", .label = "The thing, and its tag",
	                         .type = T_LINE, .max = 250, .required = true },
	[CST_INCIDENT]       = { .name = "incident", .label = "Incident", .type = T_LINK,
	                         .target = &incident_type, .required = true,
	                         .part_of = true },
	[CST_AFTER]          = { .name = "follows", .label = "Follows the hand-over",
	                         .type = T_LINK, .target = &custody_type },
	[CST_HANDED_AT]      = { .name = "handed_at", .label = "Handed over at",
	                         .type = T_INSTANT, .required = true },
	[CST_FROM]           = { .name = "handed_by", .label = "From", .type = T_LINE,
	                         .max = 200, .required = true },
	[CST_HOLDER]         = { .name = "holder", .label = "To", .type = T_LINK,
	                         .target = &person_type },
	[CST_HOLDER_OUTSIDE] = { .name = "holder_outside", .label = "To somebody outside",
	                         .type = T_LINE, .max = 200 },
	[CST_PLACE]          = { .name = "place", .label = "Where it is kept",
	                         .type = T_LINE, .max = 200 },
	[CST_POWER]          = { .name = "power_state", .label = "Power", .type = T_CHOICE,
	                         .choices = TABLE(power_states) },
	[CST_SEAL]           = { .name = "seal", .label = "Seal, or hash of the image",
	                         .type = T_LINE, .max = 200 },
	[CST_NOTE]           = { .name = "note", .label = "Note", .type = T_TEXT },
};
_Static_assert(COUNT(fields) == CST__COUNT, "every field is described");

static const struct right rights[] = {
	[CST_MAY_WRITE] = { .name = "custody.write", .label = "Keep the chain of custody" },
};
_Static_assert(COUNT(rights) == CST_MAY__COUNT, "every right is described");

static const int list[] = { CST_TITLE, CST_INCIDENT, CST_HANDED_AT, CST_FROM, CST_HOLDER };

const struct record_type custody_type = {
	.name = "custody", .label = "Custody entry", .plural = "Chain of custody",
	.code = "CST", .help = "One hand-over of a thing that is evidence in an incident.",
	.fields = TABLE(fields), .rights = TABLE(rights), .list = TABLE(list),
	.create = CST_MAY_WRITE, .change = CST_MAY_WRITE, .attachment = true,
	.retention = "with-its-record", .check = handed_over_by_now,
};

static bool handed_over_by_now(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	bool ok = instant_has_come(a, r, CST_HANDED_AT, why);

	if (!row_filled(r, CST_HOLDER) && !row_filled(r, CST_HOLDER_OUTSIDE))
		ok = refuse(why, CST_HOLDER, "names nobody",
		            "Name who holds it, of ours or from outside.");
	return ok;
}
