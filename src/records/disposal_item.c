/*
 * disposal_item.c -- one record that a disposal was approved for: a line of the
 * certificate.
 *
 *     pending -> destroyed | kept
 *
 * The clock destroys what the rule says to destroy; what goes to the archives waits until
 * somebody has handed the export over.  What the record said is destroyed in the same
 * transaction, with the parts whose time ends with it; the hash of its values stays.
 *
 * Scenarios: tests/records/disposal_item.t
 */
#include "records/disposal_item.h"

#include "base/arena.h"
#include "crypto/crypto.h"
#include "records/disposal.h"
#include "records/keeping.h"
#include "records/legal_hold.h"
#include "records/linked.h"
#include "records/retention_rule.h"
#include "store/store.h"

static check_fn is_made_by_the_program;
static check_fn time_has_come;
static check_fn is_handed_over;
static effect_fn destroys;

static const struct choice afters[] = {
	{ .name = "destroy", .label = "Destroy" },
	{ .name = "archive", .label = "Hand over to the archives, then destroy" },
};

static const struct field fields[] = {
	[DSI_CODE]      = { .name = "code_of_record", .label = "Record", .type = T_LINE,
	                    .max = 40, .required = true },
	[DSI_DISPOSAL]  = { .name = "disposal", .label = "Disposal", .type = T_LINK,
	                    .target = &disposal_type, .required = true, .part_of = true },
	[DSI_RECORD]    = { .name = "record", .label = "What is left of it",
	                    .type = T_LINK },
	[DSI_KIND]      = { .name = "kind", .label = "Kind", .type = T_LINE, .max = 60,
	                    .required = true },
	[DSI_RULE]      = { .name = "rule", .label = "Under the rule", .type = T_BILINE,
	                    .max = 200 },
	[DSI_ENDED_ON]  = { .name = "ended_on", .label = "Over since", .type = T_DATE },
	[DSI_DUE_ON]    = { .name = "due_since", .label = "Due since", .type = T_DATE },
	[DSI_AFTER]     = { .name = "afterwards", .label = "What is done",
	                    .type = T_CHOICE, .choices = TABLE(afters),
	                    .required = true },
	[DSI_EXPORT]    = { .name = "export", .label = "Export for the archives",
	                    .type = T_FILE, .set_by_program = true },
	[DSI_REFERENCE] = { .name = "reference", .label = "Accession of the archives",
	                    .type = T_LINE, .max = 120 },
	[DSI_SHA256]    = { .name = "sha256", .label = "SHA-256 of what it said",
	                    .type = T_LINE, .max = 64, .set_by_program = true },
	[DSI_PARTS]     = { .name = "parts", .label = "Parts that went with it",
	                    .type = T_NUMBER, .max = 1000000, .set_by_program = true },
	[DSI_DONE_ON]   = { .name = "done_on", .label = "Destroyed on", .type = T_DATE,
	                    .set_by_program = true },
};
_Static_assert(COUNT(fields) == DSI__COUNT, "every field is described");

static const struct state states[] = {
	[DSI_IS_PENDING]   = { .name = "pending", .label = "To be destroyed",
	                       .open = true, .locked = true },
	[DSI_IS_DESTROYED] = { .name = "destroyed", .label = "Destroyed", .locked = true },
	[DSI_IS_KEPT]      = { .name = "kept", .label = "Kept", .locked = true },
};
_Static_assert(COUNT(states) == DSI_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[DSI_MAY_HAND_OVER] = { .name = "disposal_item.hand_over",
	                        .label = "Hand records over to the archives" },
};
_Static_assert(COUNT(rights) == DSI_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "destroy", .label = "Destroy", .from = BIT(DSI_IS_PENDING),
	  .to = DSI_IS_DESTROYED, .right = DSI_MAY_HAND_OVER, .by_clock = true,
	  .check = time_has_come, .effect = destroys },
	{ .name = "hand_over", .label = "Handed over to the archives",
	  .help = "The archives have the export; what the record says here is destroyed.",
	  .from = BIT(DSI_IS_PENDING), .to = DSI_IS_DESTROYED, .right = DSI_MAY_HAND_OVER,
	  .needs = BIT(DSI_REFERENCE), .check = is_handed_over, .effect = destroys },
	{ .name = "keep", .label = "Keep", .from = BIT(DSI_IS_PENDING), .to = DSI_IS_KEPT,
	  .right = DSI_MAY_HAND_OVER },
};

static const int list[] = { DSI_CODE, DSI_KIND, DSI_RULE, DSI_DUE_ON, DSI_AFTER,
	                    DSI_DONE_ON };

const struct record_type disposal_item_type = {
	.name = "disposal_item", .label = "Line of a disposal",
	.plural = "Lines of disposals", .code = "DSI",
	.help = "One record that a disposal was approved for, and what became of it.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = DSI_MAY_HAND_OVER,
	.change = DSI_MAY_HAND_OVER, .attachment = true, .retention = "disposals",
	.over = { .in = BIT(DSI_IS_DESTROYED) | BIT(DSI_IS_KEPT), .on = DSI_DONE_ON },
	.check = is_made_by_the_program,
};

/* A certificate that somebody could write by hand would show nothing. */
static bool is_made_by_the_program(const struct act *a, const struct row *r,
                                   struct refusal *why)
{
	if (a->actor->kind == ACTOR_SYSTEM || r->version > 0)
		return true;
	return refuse(why, FIELD_NONE, "is written by the program alone",
	              "Propose a disposal; its lines follow from it.");
}

enum fail disposal_item_make(struct act *a, const struct row *disposal,
                             const struct row *record)
{
	struct change *c = change_new(a->arena, &disposal_item_type);
	struct refusal why = refusal_on(a->arena);
	struct keeping k;
	struct kept_until until;
	struct row *made;
	enum fail f = keeping_of(a, record->type, &k);

	if (!f)
		f = keeping_until(a, &k, record, &until);
	if (f)
		return f;
	change_text(c, DSI_CODE, row_code(a->arena, record));
	change_link(c, DSI_DISPOSAL, disposal->id);
	change_link(c, DSI_RECORD, record->id);
	change_text(c, DSI_KIND, str_of(record->type->name));
	change_text(c, DSI_AFTER, k.archive ? STR("archive") : STR("destroy"));
	if (k.rule)
		change_bilingual(c, DSI_RULE, row_text_in(k.rule, RET_TITLE, LANG_EN),
		                 row_text_in(k.rule, RET_TITLE, LANG_FR));
	change_date(c, DSI_ENDED_ON, until.ended_on);
	change_date(c, DSI_DUE_ON, until.due_on);
	f = record_create(a, &disposal_item_type, c, &why, &made);
	return f == FAIL_REFUSED
	               ? fail_say(FAIL_DATABASE, "a line of a disposal was refused")
	               : f;
}

/* ---- may it go now? ---- */
static struct row *record_of(const struct act *a, const struct row *r)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct row *record = NULL;

	return record_find(&act, row_link(r, DSI_RECORD), &record) == OK ? record : NULL;
}

static bool is_approved(const struct act *a, const struct row *r, const char *afterwards,
                        struct refusal *why)
{
	const struct row *disposal = row_linked(a, r, DSI_DISPOSAL, &disposal_type);

	if (!disposal || disposal->state != DSP_IS_APPROVED)
		return refuse(why, DSI_DISPOSAL, "is not approved", NULL);
	if (!str_is(row_text(r, DSI_AFTER), afterwards))
		return refuse(why, DSI_AFTER, "says that something else is done with it",
		              NULL);
	return true;
}

static bool no_hold(const struct act *a, const struct row *r, struct refusal *why)
{
	const struct row *record = record_of(a, r), *hold = NULL;

	if (!record)
		return true;
	if (hold_on(a, record->type, record->id, record->unit, &hold) == OK && !hold)
		return true;
	return refuse_with(
		why, DSI_RECORD,
		MESSAGE1("is under the legal hold %1",
	                 hold ? row_code(why->arena, hold) : STR("?")),
		MESSAGE("Nothing of it is destroyed until the hold is released."));
}

static bool time_has_come(const struct act *a, const struct row *r, struct refusal *why)
{
	if (a->actor->kind != ACTOR_SYSTEM)
		return refuse(why, FIELD_NONE, "is done by the program alone", NULL);
	return is_approved(a, r, "destroy", why) && no_hold(a, r, why);
}

static bool is_handed_over(const struct act *a, const struct row *r, struct refusal *why)
{
	return is_approved(a, r, "archive", why) && no_hold(a, r, why);
}

/* ---- destroying ---- */
static struct str reason_of(struct act *a, const struct row *item)
{
	const struct row *disposal = row_linked(a, item, DSI_DISPOSAL, &disposal_type);

	return disposal ? row_code(a->arena, disposal) : STR("");
}

/* What hangs on it alone, and is kept no longer than it. */
static enum fail destroy_part(struct act *a, struct id id, struct str reason,
                              int64_t *count)
{
	struct refusal why = refusal_on(a->arena);
	struct keeping k;
	struct kept_until until;
	struct row *part;
	enum fail f = record_find(a, id, &part);

	if (!f)
		f = keeping_of(a, part->type, &k);
	if (!f)
		f = keeping_until(a, &k, part, &until);
	if (f || !k.from_record || !date_is_set(until.due_on) ||
	    date_compare(until.due_on, a->today) > 0 || !part->values[0].filled)
		return f == FAIL_NOT_FOUND ? OK : f;
	f = record_dispose(a, part->type, id, reason, &why);
	*count += f == OK;
	return f == FAIL_REFUSED ? OK : f;
}

static enum fail destroy_parts(struct act *a, struct id id, struct str reason,
                               int64_t *count)
{
	struct id *parts;
	size_t n;
	enum fail f = record_parts(a, id, &parts, &n);

	for (size_t i = 0; !f && i < n; i++)
		f = destroy_part(a, parts[i], reason, count);
	return f;
}

static enum fail destroys(struct act *a, const struct row *before, const struct row *after)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct change *c = change_new(a->arena, &disposal_item_type);
	struct refusal why = refusal_on(a->arena);
	struct str reason = reason_of(a, after);
	struct row *record = record_of(a, after);
	uint8_t hash[SHA256_BYTES];
	int64_t parts = 0;
	enum fail f = OK;

	(void)before;
	/* Somebody may have erased it meanwhile, or it left the bin. */
	if (record && record->values[0].filled) {
		f = record_hash(&act, record, hash);
		if (!f)
			f = record_dispose(&act, record->type, record->id, reason, &why);
		if (!f)
			f = destroy_parts(&act, record->id, reason, &parts);
		change_text(c, DSI_SHA256, hex(a->arena, hash, sizeof hash));
	}
	change_number(c, DSI_PARTS, parts);
	change_empty(c, DSI_EXPORT);
	change_date(c, DSI_DONE_ON, a->today);
	return f ? f : record_set(a, &disposal_item_type, after->id, c);
}
