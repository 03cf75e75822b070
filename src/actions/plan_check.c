/*
 * plan_check.c -- starting a check, and carrying over what an earlier one settled.
 */
#include "actions/plan_check_parts.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "crypto/crypto.h"
#include "records/document_version.h"
#include "records/linked.h"
#include "records/plan.h"
#include "records/plan_check.h"
#include "records/plan_element.h"
#include "records/settings.h"
#include "store/store.h"

#define BECAUSE_BYTES 480u
#define HEADING_BYTES 960u

enum fail plan_check_keep_text(struct store *s, struct act *within, struct arena *a,
                               const struct document_text *text, struct file_ref *out)
{
	struct str bytes = document_text_pack(a, text);
	int fd = memfd_create("text", MFD_CLOEXEC);
	size_t done = 0;
	ssize_t n = 0;

	if (fd < 0)
		return fail_say(FAIL_IO, "cannot keep the text: %s", strerror(errno));
	while (done < bytes.n && (n = write(fd, bytes.p + done, bytes.n - done)) > 0)
		done += (size_t)n;
	enum fail f = done == bytes.n && bytes.n > 0 && lseek(fd, 0, SEEK_SET) == 0
	                      ? OK
	                      : fail_say(FAIL_IO, "cannot keep the text of the plan");
	const struct str name = STR("text.wardroom"),
			 media = STR("application/octet-stream");
	if (f == OK)
		f = within ? file_keep_within(within, fd, name, media, out)
		           : file_keep(s, fd, name, media, out);
	(void)close(fd);
	return f;
}

void change_passage(struct change *c, const struct document_text *text, size_t passage,
                    struct str file_hash)
{
	const struct passage *p = &text->at[passage];
	uint8_t hash[SHA256_BYTES];

	sha256(p->text.p, p->text.n, hash);
	change_text(c, PLE_PASSAGE, p->text);
	change_text(c, PLE_HEADING, str_cut_utf8(p->heading, HEADING_BYTES));
	change_number(c, PLE_PAGE, p->page);
	change_number(c, PLE_LINE, p->line);
	change_text(c, PLE_PASSAGE_HASH, hash_text(c->arena, hash));
	change_text(c, PLE_VERSION_HASH, file_hash);
}

/* ---- the record of each part ---- */

static struct str because_text(struct arena *a, const struct proposal *p)
{
	struct text t = text_on(a, BECAUSE_BYTES);

	for (size_t i = 0; i < p->because_count; i++) {
		if (t.n + p->because[i].n + 2 >= BECAUSE_BYTES)
			break;
		text_add(&t, i > 0 ? STR(", ") : STR_NONE);
		text_add(&t, p->because[i]);
	}
	return text_str(&t);
}

static enum fail make_part(struct act *a, const struct plan_check_order *order,
                           const struct row *check, const struct pack_element *e,
                           const struct part_proposals *part, struct refusal *why)
{
	struct change *c = change_new(a->arena, &plan_element_type);
	struct row *made;

	change_bilingual(c, PLE_TITLE, part->part->label.en, part->part->label.fr);
	change_link(c, PLE_PLAN, order->plan);
	change_link(c, PLE_CHECK, check->id);
	change_link(c, PLE_VERSION, order->version);
	change_text(c, PLE_ELEMENT, e->id);
	change_text(c, PLE_PART, part->part->id);
	change_text(c, PLE_CONTAINER, order->pack->containers[e->container].id);
	if (part->count > 0) {
		const struct proposal *best = &part->at[0];

		change_passage(c, order->text, best->passage, row_text(check, PLC_SHA256));
		change_number(c, PLE_SCORE, 10 * best->score);
		change_text(c, PLE_BECAUSE, because_text(a->arena, best));
	}
	return record_create(a, &plan_element_type, c, why, &made);
}

/* The records are the program's work; the person needs only the right to run checks. */
static enum fail make_parts(struct act *a, const struct plan_check_order *order,
                            const struct row *check,
                            const struct proposals *p, struct refusal *why)
{
	struct actor actor;
	struct act program = act_of_program(a, &actor);
	enum fail f = OK;

	for (size_t e = 0; e < p->pack->element_count; e++)
		for (size_t i = 0; f == OK && i < p->pack->elements[e].part_count; i++)
			f = make_part(&program, order, check, &p->pack->elements[e],
			              &p->elements[e].parts[i], why);
	return f;
}

static enum fail make_check(struct act *a, const struct plan_check_order *order,
                            const struct row *plan, const struct row *version,
                            const struct proposals *p, struct refusal *why,
                            struct row **out)
{
	const struct file_ref *file = &version->values[DOV_FILE].file;
	struct change *c = change_new(a->arena, &plan_check_type);
	struct str title = str_format(a->arena, "%.*s: %.*s",
	                              STR_ARG(row_title(plan, a->actor->lang)),
	                              STR_ARG(order->pack->id));

	change_text(c, PLC_TITLE, str_cut_utf8(title, 250));
	change_link(c, PLC_PLAN, order->plan);
	change_link(c, PLC_VERSION, order->version);
	change_text(c, PLC_PACK, order->pack->id);
	change_text(c, PLC_EDITION, order->pack->edition);
	change_text(c, PLC_FILE_NAME, str_cut_utf8(file->name, 300));
	change_text(c, PLC_SHA256, hash_text(a->arena, file->sha256));
	change_text(c, PLC_LANGUAGE, str_of(lang_code(p->lang)));
	change_date(c, PLC_RAN_ON, act_today(a));
	change_file(c, PLC_TEXT, order->kept);
	return record_create(a, &plan_check_type, c, why, out);
}

enum fail plan_check_start(struct act *a, const struct plan_check_order *order,
                           struct refusal *why, struct row **check)
{
	struct packs only = { .at = order->pack, .count = 1 };
	struct proposals *p = ARENA_NEW(a->arena, struct proposals);
	struct row *plan, *version;
	struct check_records r;
	size_t reading;
	enum fail f = record_get(a, &plan_type, order->plan, &plan);

	if (f == OK)
		f = record_get(a, &document_version_type, order->version, &version);
	if (f == OK && !row_filled(version, DOV_FILE)) {
		refuse(why, FIELD_NONE, "the version of the document has no file",
		       "Upload its file first.");
		return FAIL_REFUSED;
	}
	if (f == OK)
		f = propose(a->arena, order->pack, order->text, p);
	if (f == OK)
		f = make_check(a, order, plan, version, p, why, check);
	if (f == OK)
		f = make_parts(a, order, *check, p, why);
	if (f == OK)
		f = carry_over(a, order, *check);
	if (f == OK)
		f = check_records_load(a, &only, (*check)->id, &r);
	if (f == OK)
		f = setting_choice(a, SET_PLAN_READING, &reading);
	if (f != OK)
		return f;
	r.strict = reading > 0;
	return check_records_count(a, &r);
}

/* ---- carrying over ---- */

static const struct row *same_part(const struct answer *rows, const struct row *like)
{
	for (size_t i = 0; i < rows->count; i++)
		if (str_equal(row_text(rows->rows[i], PLE_ELEMENT),
		              row_text(like, PLE_ELEMENT)) &&
		    str_equal(row_text(rows->rows[i], PLE_PART), row_text(like, PLE_PART)))
			return rows->rows[i];
	return NULL;
}

/* What the step is called that led to this state; null: it is not carried over. */
static const char *carried_step(int state)
{
	switch (state) {
	case PLE_IS_ACCEPTED: return "accept";
	case PLE_IS_POINTED: return "point";
	case PLE_IS_NOT_APPLICABLE: return "excuse";
	case PLE_IS_INHERITED: return "inherit";
	default: return NULL;
	}
}

static bool fill_carried(struct change *c, const struct row *old,
                         const struct plan_check_order *order, const struct row *check)
{
	if (old->state == PLE_IS_ACCEPTED || old->state == PLE_IS_POINTED) {
		size_t passage = passage_like(order->text, row_text(old, PLE_PASSAGE),
		                              row_text(old, PLE_HEADING));

		if (passage == SIZE_MAX)
			return false;
		change_passage(c, order->text, passage, row_text(check, PLC_SHA256));
		change_link(c, PLE_VERSION, order->version);
		return true;
	}
	change_text(c, PLE_REASON, row_text(old, PLE_REASON));
	if (row_filled(old, PLE_APPROVER))
		change_link(c, PLE_APPROVER, row_link(old, PLE_APPROVER));
	if (old->state == PLE_IS_INHERITED && row_filled(old, PLE_AGREEMENT))
		change_link(c, PLE_AGREEMENT, row_link(old, PLE_AGREEMENT));
	return true;
}

/* Person and moment stay those of the first confirmation. */
static enum fail carry_part(struct act *program, const struct plan_check_order *order,
                            const struct row *check, const struct row *old,
                            const struct row *now)
{
	const char *name = carried_step(old->state);
	const struct step *step = name ? step_find(&plan_element_type, str_of(name)) : NULL;
	struct change *c = change_new(program->arena, &plan_element_type);
	struct refusal why = refusal_on(program->arena);
	struct row *after;

	if (!step || !fill_carried(c, old, order, check))
		return OK;
	enum fail f =
		record_step(program, &plan_element_type, now->id, 0, step, c, &why, &after);
	if (f == FAIL_REFUSED)
		return OK; /* an agreement that has ended: asked again */
	if (f != OK)
		return f;
	c = change_new(program->arena, &plan_element_type);
	if (row_filled(old, PLE_CONFIRMED_BY))
		change_link(c, PLE_CONFIRMED_BY, row_link(old, PLE_CONFIRMED_BY));
	change_instant(c, PLE_CONFIRMED_AT, row_instant(old, PLE_CONFIRMED_AT));
	return record_set(program, &plan_element_type, now->id, c);
}

/* The newest check of this plan's document against this pack that nothing has replaced. */
static const struct row *earlier_check(struct act *a, const struct answer *checks,
                                       const struct row *plan, const struct row *check)
{
	bool procedures = check_is_of_procedures(a, plan, check);

	for (size_t i = checks->count; i-- > 0;) {
		const struct row *c = checks->rows[i];

		if (!id_equal(c->id, check->id) && c->state != PLC_IS_REPLACED &&
		    str_equal(row_text(c, PLC_PACK), row_text(check, PLC_PACK)) &&
		    check_is_of_procedures(a, plan, c) == procedures)
			return c;
	}
	return NULL;
}

static enum fail carry_parts(struct act *program, const struct plan_check_order *order,
                             const struct row *check, const struct row *earlier)
{
	struct answer old, now;
	enum fail f = rows_of(program, &plan_element_type, PLE_CHECK, earlier->id, &old);

	if (f == OK)
		f = rows_of(program, &plan_element_type, PLE_CHECK, check->id, &now);
	for (size_t i = 0; f == OK && i < old.count; i++) {
		const struct row *to = same_part(&now, old.rows[i]);

		if (to)
			f = carry_part(program, order, check, old.rows[i], to);
	}
	return f;
}

enum fail carry_over(struct act *a, const struct plan_check_order *order,
                     const struct row *check)
{
	struct actor actor;
	struct act program = act_of_program(a, &actor);
	struct refusal why = refusal_on(a->arena);
	struct answer checks;
	struct row *after, *plan;
	enum fail f = rows_of(&program, &plan_check_type, PLC_PLAN, order->plan, &checks);

	if (f == OK)
		f = record_get(&program, &plan_type, order->plan, &plan);
	const struct row *earlier =
		f == OK ? earlier_check(&program, &checks, plan, check) : NULL;

	if (!earlier)
		return f;
	f = carry_parts(&program, order, check, earlier);
	if (f != OK)
		return f;
	return record_step(&program, &plan_check_type, earlier->id, 0,
	                   step_find(&plan_check_type, STR("replace")), NULL, &why, &after);
}
