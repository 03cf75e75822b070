/*
 * notices_carry.c -- from the outbox onto the lists of those whom it concerns.
 *
 * Whoever may take a step, or holds a role, is found outside of any write: each account as
 * it is today, judged as itself.  Whoever gave rise to a notice is not told of it.
 */
#include "access/access.h"
#include "actions/notices.h"
#include "actions/notices_mails.h"
#include "actions/notices_people.h"
#include "base/arena.h"
#include "store/notices.h"

#define AT_ONCE 50                      /* rows of the outbox in one go */

struct carrying {
	struct notices_round *round;
	struct outbox_row *rows;
	size_t count;
	struct date today;
	const struct outbox_row *row;   /* the one that is carried */
	struct row *record;             /* what it is about; null: nothing, or it is gone */
	struct id *people;
	size_t people_count;
	bool mine;
};

static enum fail list(struct act *a, void *arg)
{
	struct carrying *c = arg;

	c->today = a->today;
	return outbox_list(a, AT_ONCE, &c->rows, &c->count);
}

static enum fail find_record(struct act *a, void *arg)
{
	struct carrying *c = arg;
	enum fail f = OK;

	c->record = NULL;
	if (id_is_set(c->row->is.record))
		f = record_find(a, c->row->is.record, &c->record);
	return f == FAIL_NOT_FOUND ? OK : f;
}

/* ---- whom it concerns ---- */

static bool holds_role(const struct actor *who, struct str role)
{
	for (size_t i = 0; i < who->grant_count; i++)
		if (str_equal(who->grants[i].role, role))
			return true;
	return false;
}

static bool concerns(const struct carrying *c, const struct actor *who)
{
	const struct notice *n = &c->row->is;
	struct subject s;

	if (!id_is_set(who->person) || id_equal(who->person, c->row->by))
		return false;
	if (n->to == TO_ROLE && !id_is_set(n->record))
		return holds_role(who, n->name);
	if (!c->record)
		return false;
	s = subject_of(c->record, c->round->tenant->org);
	if (!access_read(who, &s, c->today))
		return false;
	if (n->to == TO_ROLE)
		return holds_role(who, n->name);
	const struct step *step = step_find(c->record->type, n->name);
	return step && step->from & BIT(c->record->state) &&
	       access_step(who, step, &s, c->today, NULL);
}

static enum fail find_people(struct carrying *c)
{
	struct notices_round *r = c->round;
	const struct account *all;
	size_t count;
	enum fail f = round_accounts(r, &all, &count);

	c->people_count = 0;
	c->people = f == OK ? ARENA_TRY(r->arena, struct id, count + 1) : NULL;
	if (f == OK && !c->people)
		f = fail_say(FAIL_MEMORY, "no memory for the notices");
	for (size_t i = 0; f == OK && i < count; i++) {
		struct actor *who;

		if (all[i].state != ACCOUNT_ACTIVE)
			continue;
		f = actor_of_user(r->store, r->arena, r->tenant->org, all[i].id, &who);
		if (f == OK && concerns(c, who))
			c->people[c->people_count++] = who->person;
		if (f == FAIL_NOT_FOUND)
			f = OK;
	}
	return f;
}

static enum fail put(struct act *a, void *arg)
{
	struct carrying *c = arg;

	return outbox_carry(a, c->row, c->people, c->people_count, &c->mine);
}

static enum fail carry_one(struct carrying *c)
{
	struct notices_round *r = c->round;
	enum fail f = store_read(r->store, &r->clock, r->arena, find_record, c);

	if (f == OK)
		f = find_people(c);
	if (f == OK)
		f = store_write(r->store, &r->clock, r->arena, put, c);
	if (f == OK && c->mine)
		(*r->count)++;
	return f;
}

static enum fail carry_round(struct notices_round *r, void *site)
{
	struct carrying c = { .round = r };
	enum fail f = store_read(r->store, &r->clock, r->arena, list, &c);

	for (size_t i = 0; f == OK && i < c.count; i++) {
		c.row = &c.rows[i];
		f = carry_one(&c);
	}
	return f == OK ? mails_at_once(r, site) : f;
}

enum fail notices_carry(struct store *s, void *site, int64_t *count)
{
	return notices_each_tenant(s, count, carry_round, site);
}
