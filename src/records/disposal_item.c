/*
 * disposal_item.c -- one record that a disposal was approved for: a line of the
 * certificate.
 *
 *     pending -> destroyed                     the rule says: destroy
 *     pending <-> exported -> destroyed        the rule says: hand over, then destroy
 *           '---------'------> kept
 *
 * The clock destroys what the rule says to destroy.  Of what goes to the archives it makes
 * an export, and makes it anew when any of it is changed; somebody gives it to the archives
 * and says so.  What the record said is destroyed in the same transaction, with what goes
 * with it (handing_over.h) and the export; the hashes of both stay.
 *
 * Scenarios: tests/records/disposal_item.t
 */
#include "records/disposal_item.h"

#include "base/arena.h"
#include "base/limits.h"
#include "crypto/crypto.h"
#include "records/disposal.h"
#include "records/handing_over.h"
#include "records/keeping.h"
#include "records/legal_hold.h"
#include "records/linked.h"
#include "records/retention_rule.h"
#include "store/store.h"

static check_fn is_made_by_the_program;
static check_fn time_has_come;
static check_fn export_can_be_made;
static check_fn export_is_old;
static check_fn is_handed_over;
static effect_fn makes_export;
static effect_fn drops_export;
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
	[DSI_RECORD]    = { .name = "record", .label = "The record, or what is left of it",
	                    .type = T_LINK, .part_of = true },
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
	[DSI_EXPORTED_AT] = { .name = "exported_at", .label = "Export made at",
	                      .type = T_INSTANT, .set_by_program = true },
	[DSI_EXPORT_SHA256] = { .name = "export_sha256",
	                        .label = "SHA-256 of the export", .type = T_LINE,
	                        .max = 64, .set_by_program = true },
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
	[DSI_IS_EXPORTED]  = { .name = "exported", .label = "Export is ready",
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

/* The clock takes them in this order: what was erased meanwhile is over at once. */
static const struct step steps[] = {
	{ .name = "renew", .label = "Make the export anew",
	  .help = "The record was changed since the export was made.",
	  .from = BIT(DSI_IS_EXPORTED), .to = DSI_IS_PENDING, .right = DSI_MAY_HAND_OVER,
	  .by_clock = true, .check = export_is_old, .effect = drops_export },
	{ .name = "destroy", .label = "Destroy", .from = BIT(DSI_IS_PENDING),
	  .to = DSI_IS_DESTROYED, .right = DSI_MAY_HAND_OVER, .by_clock = true,
	  .check = time_has_come, .effect = destroys },
	{ .name = "export", .label = "Make the export", .from = BIT(DSI_IS_PENDING),
	  .to = DSI_IS_EXPORTED, .right = DSI_MAY_HAND_OVER, .by_clock = true,
	  .check = export_can_be_made, .effect = makes_export },
	{ .name = "hand_over", .label = "Handed over to the archives",
	  .help = "The archives have the export; what the record says here is destroyed.",
	  .from = BIT(DSI_IS_EXPORTED), .to = DSI_IS_DESTROYED,
	  .right = DSI_MAY_HAND_OVER, .needs = BIT(DSI_REFERENCE),
	  .check = is_handed_over, .effect = destroys },
	{ .name = "keep", .label = "Keep",
	  .from = BIT(DSI_IS_PENDING) | BIT(DSI_IS_EXPORTED), .to = DSI_IS_KEPT,
	  .right = DSI_MAY_HAND_OVER, .effect = drops_export },
};

static const int list[] = { DSI_CODE, DSI_KIND, DSI_RULE, DSI_DUE_ON, DSI_AFTER,
	                    DSI_DONE_ON };

const struct record_type disposal_item_type = {
	.name = "disposal_item", .label = "Line of a disposal",
	.plural = "Lines of disposals", .code = "DSI",
	.help = "One record that a disposal was approved for, and what became of it.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = DSI_MAY_HAND_OVER,
	.change = DSI_MAY_HAND_OVER, .attachment = true, .permanent = true,
	.retention = "disposals",
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

/* Somebody may have erased it meanwhile, or it left the bin. */
static bool says_something(const struct row *record)
{
	return record && record->values[0].filled;
}

static bool goes_to_archives(const struct row *r)
{
	return str_is(row_text(r, DSI_AFTER), "archive");
}

static bool is_approved(const struct act *a, const struct row *r, struct refusal *why)
{
	const struct row *disposal = row_linked(a, r, DSI_DISPOSAL, &disposal_type);

	if (disposal && disposal->state == DSP_IS_APPROVED)
		return true;
	return refuse(why, DSI_DISPOSAL, "is not approved", NULL);
}

static bool by_the_program(const struct act *a, struct refusal *why)
{
	if (a->actor->kind == ACTOR_SYSTEM)
		return true;
	return refuse(why, FIELD_NONE, "is done by the program alone", NULL);
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
	if (!by_the_program(a, why) || !is_approved(a, r, why) || !no_hold(a, r, why))
		return false;
	if (!goes_to_archives(r) || !says_something(record_of(a, r)))
		return true;
	return refuse(why, DSI_AFTER, "says that something else is done with it", NULL);
}

static enum fail what_goes(const struct act *a, const struct row *r, struct going *out)
{
	struct actor program;
	struct act act = act_of_program(a, &program);

	return going_with(&act, row_link(r, DSI_RECORD), out);
}

static bool export_can_be_made(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	struct going g;

	if (!by_the_program(a, why) || !is_approved(a, r, why) || !no_hold(a, r, why))
		return false;
	if (!goes_to_archives(r))
		return refuse(why, DSI_AFTER, "says that something else is done with it",
		              NULL);
	if (what_goes(a, r, &g) == OK && g.count > 0 &&
	    going_bytes(&g) < (int64_t)LIMIT_HANDED_BYTES / 2)
		return true;
	return refuse(why, DSI_EXPORT, "holds more than one file can",
	              "Stop the disposal and take an export of the organisation.");
}

static bool is_current(const struct act *a, const struct row *r)
{
	struct going g;

	return what_goes(a, r, &g) == OK && g.count > 0 &&
	       (int64_t)g.count == row_number(r, DSI_PARTS) + 1 &&
	       going_is_as_of(&g, row_instant(r, DSI_EXPORTED_AT));
}

static bool export_is_old(const struct act *a, const struct row *r, struct refusal *why)
{
	if (!by_the_program(a, why))
		return false;
	return !is_current(a, r) || refuse(why, DSI_EXPORT, "is as the record is", NULL);
}

static bool is_handed_over(const struct act *a, const struct row *r, struct refusal *why)
{
	if (!is_approved(a, r, why) || !no_hold(a, r, why))
		return false;
	if (row_filled(r, DSI_EXPORT) && is_current(a, r))
		return true;
	return refuse(why, DSI_EXPORT, "was made before the record was changed",
	              "It is made anew within minutes: hand over the new one.");
}

/* ---- the export ---- */
static enum fail makes_export(struct act *a, const struct row *before,
                              const struct row *after)
{
	struct change *c = change_new(a->arena, &disposal_item_type);
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct file_ref file;
	struct going g;
	enum fail f = what_goes(a, after, &g);

	(void)before;
	if (!f)
		f = going_place(a, &g, after, c);
	if (!f)
		f = going_export(&act, &g, &file);
	if (f)
		return f;
	change_file(c, DSI_EXPORT, file);
	change_text(c, DSI_EXPORT_SHA256, hex(a->arena, file.sha256, sizeof file.sha256));
	change_instant(c, DSI_EXPORTED_AT, after->changed_at);
	change_number(c, DSI_PARTS, (int64_t)g.count - 1);
	return record_set(a, &disposal_item_type, after->id, c);
}

/* What it repeats stays only where it stands. */
static enum fail drops_export(struct act *a, const struct row *before,
                              const struct row *after)
{
	struct change *c = change_new(a->arena, &disposal_item_type);

	(void)before;
	change_empty(c, DSI_EXPORT);
	change_empty(c, DSI_EXPORT_SHA256);
	change_empty(c, DSI_EXPORTED_AT);
	change_empty(c, DSI_PARTS);
	enum fail f = record_set(a, &disposal_item_type, after->id, c);
	return f ? f : record_drop_files(a, after->id);
}

/* ---- destroying ---- */
static struct str reason_of(struct act *a, const struct row *item)
{
	const struct row *disposal = row_linked(a, item, DSI_DISPOSAL, &disposal_type);

	return disposal ? row_code(a->arena, disposal) : STR("");
}

/* One that a hold keeps stays; what repeats the record went with it already. */
static enum fail destroy_part(struct act *a, const struct row *part, struct str reason,
                              int64_t *count)
{
	struct refusal why = refusal_on(a->arena);
	struct row *r;
	enum fail f = record_find(a, part->id, &r);

	if (f)
		return f;
	if (!r->values[0].filled) {
		++*count;
		return OK;
	}
	f = record_dispose(a, r->type, r->id, reason, &why);
	*count += f == OK;
	return f == FAIL_REFUSED ? OK : f;
}

static enum fail destroy_all(struct act *a, const struct going *g, struct str reason,
                             struct change *c)
{
	const struct row *record = g->rows[0];
	struct refusal why = refusal_on(a->arena);
	uint8_t hash[SHA256_BYTES];
	int64_t parts = 0;
	enum fail f = record_hash(a, record, hash);

	if (!f)
		f = record_dispose(a, record->type, record->id, reason, &why);
	for (size_t i = 1; !f && i < g->count; i++)
		f = destroy_part(a, g->rows[i], reason, &parts);
	change_text(c, DSI_SHA256, hex(a->arena, hash, sizeof hash));
	change_number(c, DSI_PARTS, parts);
	return f;
}

static enum fail destroys(struct act *a, const struct row *before, const struct row *after)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct change *c = change_new(a->arena, &disposal_item_type);
	struct going g;
	enum fail f = what_goes(a, after, &g);

	(void)before;
	change_number(c, DSI_PARTS, 0);
	if (!f && g.count > 0)
		f = destroy_all(&act, &g, reason_of(a, after), c);
	change_empty(c, DSI_EXPORT);
	change_date(c, DSI_DONE_ON, a->today);
	if (!f)
		f = record_set(a, &disposal_item_type, after->id, c);
	return f ? f : record_drop_files(a, after->id);
}
