/*
 * engine.c -- one subject at a time: how its duties stand against what is kept.
 */
#include "duty/engine.h"

#include "base/arena.h"
#include "codec/messages.h"
#include "duty/engine_parts.h"
#include "store/ledger.h"

static const struct duties *in_use;

void duty_engine_use(const struct duties *duties)
{
	in_use = duties;
}

const struct duties *duty_engine_duties(void)
{
	return in_use;
}

enum fail duty_now(struct act *a, struct instant *out)
{
	int64_t size;
	struct instant last = INSTANT_NONE;
	enum fail f = ledger_size(a->tx, a->actor->org, &size, &last);

	*out = a->now.us > last.us ? a->now : last;
	return f;
}

/* ---- one row ---- */

static const char *ground_name(enum ground g)
{
	static const char *const names[] = {
		[GROUND_NONE] = "",
		[GROUND_ON_WORD] = "on_word",
		[GROUND_BY_DOCUMENT] = "by_document",
		[GROUND_CHECKED] = "checked",
	};

	return names[g];
}

struct duty_row duty_row_of(const struct world *w, const struct duty *d,
                            const struct row *subject, const struct standing *s)
{
	const struct ruling *r = &s->ruling;
	struct duty_row out = {
		.duty = d->id,
		.subject = subject ? subject->id : w->act->actor->org,
		.unit = subject ? subject->unit : ID_NONE,
		.label = subject ? subject->label : 0,
		.narrow = subject && subject->need_to_know_count > 0,
		.role = d->owner_role,
		.area = d->area->id,
		.force = str_of(force_name(d->rule.force)),
		.act = d->act_key,
		.counted = !d->parent,
		.state = str_of(duty_state_name(r->state)),
		.ground = str_of(ground_name(r->ground)),
		.since = r->since,
		.due_at = r->due_at,
		.changes_at = r->changes_at,
		.local_limit = r->due_is_local || d->basis == BASIS_LOCAL,
		.proof = s->proof,
		.why = message_pack(w->act->arena, &r->why),
		.judged_at = w->now,
	};

	if (d->owner_role.n == 0 && subject)
		out.owner = subject->owner;
	return out;
}

static struct duty_row *row_kept(const struct duty_rows *rows, struct str duty)
{
	for (size_t i = 0; i < rows->count; i++)
		if (str_equal(rows->at[i].duty, duty))
			return &rows->at[i];
	return NULL;
}

/* ---- one duty of one subject ---- */

static enum fail keep(struct evaluation *e, const struct duty *d, const struct row *subject,
                      struct duty_row *was)
{
	struct standing s;
	enum fail f = duty_stands(&e->world, d, subject, &s);

	if (f)
		return f;
	struct duty_row now = duty_row_of(&e->world, d, subject, &s);
	e->count++;
	/* A row that time did not change and that is as it was need not be written. */
	if (was && duty_row_same(was, &now) && was->judged_at.us <= now.judged_at.us)
		return OK;
	f = duty_row_put(e->world.act, was, &now);
	return f || !e->tells ? f : duty_tell(e, d, was, &now);
}

/* The organisation stands in for subjects that there are none of. */
enum fail evaluation_stand_in(struct evaluation *e, const struct duty *d)
{
	struct id org = e->world.act->actor->org;
	struct duty_rows rows;
	bool some;
	enum fail f = duty_has_subjects(e->world.act, d->id, &some);

	if (!f)
		f = duty_rows_of(e->world.act, org, &rows);
	if (f)
		return f;
	struct duty_row *was = row_kept(&rows, d->id);
	if (some)
		return was ? duty_row_drop(e->world.act, was) : OK;
	return world_has(&e->world, d) ? keep(e, d, NULL, was)
	       : was                   ? duty_row_drop(e->world.act, was)
	                               : OK;
}

static enum fail one_duty(struct evaluation *e, const struct duty *d,
                          const struct row *subject, struct duty_row *was)
{
	bool about = subject && world_has(&e->world, d) && duty_is_about(d, subject);

	if (!about && !was)
		return OK;
	enum fail f = about ? keep(e, d, subject, was) : duty_row_drop(e->world.act, was);
	/* The first came, or perhaps the last went. */
	if (!f && !about != !was)
		f = evaluation_stand_in(e, d);
	return f;
}

enum fail evaluation_subject(struct evaluation *e, struct id id, const struct row *subject,
                             const uint64_t *only)
{
	const struct duties *duties = e->world.duties;
	struct duty_rows rows;
	enum fail f = duty_rows_of(e->world.act, id, &rows);

	for (size_t i = 0; !f && i < duties->count; i++) {
		const struct duty *d = &duties->at[i];
		bool asked = !only || (only[i / 64] & BIT(i % 64));
		struct duty_row *was = asked ? row_kept(&rows, d->id) : NULL;

		if (!asked || (!was && !(subject && d->subject &&
		                         type_is(d->subject, subject->type))))
			continue;
		f = one_duty(e, d, subject, was);
	}
	/* Rows of duties that no pack has any more. */
	for (size_t i = 0; !f && !only && i < rows.count; i++)
		if (!duty_find(duties, rows.at[i].duty))
			f = duty_row_drop(e->world.act, &rows.at[i]);
	return f;
}

enum fail evaluation_organisation(struct evaluation *e, const uint64_t *only)
{
	const struct duties *duties = e->world.duties;
	struct duty_rows rows;
	enum fail f = duty_rows_of(e->world.act, e->world.act->actor->org, &rows);

	for (size_t i = 0; !f && i < duties->count; i++) {
		const struct duty *d = &duties->at[i];
		bool asked = !only || (only[i / 64] & BIT(i % 64));

		if (!asked)
			continue;
		struct duty_row *was = row_kept(&rows, d->id);
		if (d->subject)
			f = evaluation_stand_in(e, d);
		else if (world_has(&e->world, d))
			f = keep(e, d, NULL, was);
		else if (was)
			f = duty_row_drop(e->world.act, was);
	}
	for (size_t i = 0; !f && !only && i < rows.count; i++)
		if (!duty_find(duties, rows.at[i].duty))
			f = duty_row_drop(e->world.act, &rows.at[i]);
	return f;
}

enum fail evaluation_open(struct evaluation *e, struct act *a, bool tells)
{
	struct instant now;
	enum fail f = duty_now(a, &now);

	*e = (struct evaluation){ .tells = tells };
	return f ? f : world_open(&e->world, a, in_use, facts_now(a), now);
}
