/*
 * record.c -- acts on one record: create, change, withdraw, restore; steps are in steps.c.
 *
 * Each is whole or not at all, also inside a longer transaction that goes on after a
 * refusal.
 */
#include "store/parts.h"

#include "base/arena.h"

void record_must_write(const struct act *a)
{
	if (!a->writes)
		BUG("a record is changed in a transaction that only reads");
}

bool may_read(struct act *a, const struct row *r)
{
	struct subject s = subject_of(r, act_org(a));

	return access_read(a->actor, &s, a->today);
}

/* Whoever may not see it learns nothing: it is not there. */
enum fail record_for_change(struct act *a, const struct record_type *t, struct id id,
                            int64_t version, struct row **out)
{
	enum fail f = row_load(a, t, id, out);

	if (f)
		return f;
	if (!may_read(a, *out))
		return FAIL_NOT_FOUND;
	if (version != 0 && version != (*out)->version)
		return fail_say(FAIL_STALE, "somebody changed the record since");
	return OK;
}

enum fail record_follow(struct act *a, const struct row *before, const struct row *after,
                        effect_fn *effect)
{
	enum fail f = OK;

	if (a->depth >= EFFECTS_DEEP)
		return tx_doom(a->tx, fail_say(FAIL_FULL,
		                               "effects within effects of %s are too deep",
		                               after->type->name));
	f = follow_carry(a, before, after);
	a->depth++;
	if (!f && effect)
		f = effect(a, before, after);
	if (!f && after->type->effect)
		f = after->type->effect(a, before, after);
	a->depth--;
	for (size_t i = 0; !f && i < a->store->hook_count; i++)
		f = a->store->hooks[i](a, before, after);
	return tx_doom(a->tx, f);
}

static enum fail forbidden(struct refusal *why, bool yes)
{
	return !yes || refused(why) ? FAIL_REFUSED : OK;
}

/* The row as it now is, after effects that may have changed it again. */
static enum fail answer(struct act *a, const struct row *r, struct row **out)
{
	return out ? row_load(a, r->type, r->id, out) : OK;
}

/* ---- create ---- */
/* Where a new record belongs when nobody said: with whoever makes it, else at the root. */
static enum fail default_unit(struct act *a, struct row *r)
{
	struct entry person;
	struct str root;

	if (id_is_set(a->actor->person)) {
		enum fail f = entry_get(a, a->actor->person, &person);
		if (f && f != FAIL_NOT_FOUND)
			return f;
		if (!f)
			r->unit = person.subject.unit;
	}
	if (id_is_set(r->unit))
		return OK;
	enum fail f = setting_get(a, STR("unit.root"), &root);
	if (f == FAIL_NOT_FOUND || (!f && !id_parse(root, &r->unit)))
		r->unit = r->id;
	return f == FAIL_NOT_FOUND ? OK : f;
}

static enum fail new_row(struct act *a, const struct record_type *t, struct row **out)
{
	struct row *r = ARENA_NEW(a->arena, struct row);

	r->type = t;
	r->id = id_new();
	r->values = arena_get(a->arena, t->fields.count * sizeof *r->values);
	r->owner = a->actor->person;
	r->author = a->actor->person;
	*out = r;
	return default_unit(a, r);
}

static enum fail create(struct act *a, const struct record_type *t, const struct change *c,
                        struct refusal *why, struct row **out)
{
	struct row *r;

	enum fail f = new_row(a, t, &r);
	if (f)
		return f;
	struct rule_case rules = { .after = r, .change = c };
	rules_apply(a, &rules, why);
	f = follow_place(a, &rules, why);
	if (f)
		return f;
	struct subject s = subject_of(r, act_org(a));
	s.new_record = true;
	s.author = ID_NONE;
	if (!access_create(a->actor, &s, a->today, why))
		return FAIL_REFUSED;
	f = rules_check(a, &rules, why);
	if (f || refused(why))
		return f ? f : FAIL_REFUSED;
	f = next_number(a, str_of(t->name), &r->number);
	if (!f)
		f = row_store(a, NULL, r,
		              &(struct written){ .what = "create", .reason = c->reason });
	if (!f)
		f = record_follow(a, NULL, r, NULL);
	return f ? f : answer(a, r, out);
}

enum fail record_create(struct act *a, const struct record_type *t, const struct change *c,
                        struct refusal *why, struct row **out)
{
	record_must_write(a);
	return create(a, type_here(a, t), c, why, out);
}

/* ---- change ---- */
static bool fields_differ(const struct row *x, const struct row *y)
{
	for (size_t i = 0; i < x->type->fields.count; i++) {
		if (!value_equal(&x->type->fields.at[i], &x->values[i], &y->values[i]))
			return true;
	}
	return false;
}

static bool rows_differ(struct act *a, const struct row *x, const struct row *y)
{
	struct named_value out[NAMED_VALUES_MAX];

	return row_difference(a->arena, x, y, out) > 0;
}

/* Whoever moves a record to another unit or label must be allowed to change it there, too.
 */
static bool may_change(struct act *a, const struct row *before, const struct row *after,
                       struct refusal *why)
{
	struct subject s = subject_of(before, act_org(a));

	if (!access_change(a->actor, &s, a->today, why))
		return false;
	if (id_equal(before->unit, after->unit) && before->label == after->label)
		return true;
	s.unit = after->unit;
	s.label = after->label;
	return access_change(a->actor, &s, a->today, why);
}

static bool open_to_change(const struct row *r, struct refusal *why)
{
	if (instant_is_set(r->withdrawn_at)) {
		why->kind = REFUSAL_CONFLICT;
		return refuse(why, FIELD_NONE, "the record is in the bin",
		              "Restore it first.");
	}
	if (r->type->states.count > 0 && r->type->states.at[r->state].locked) {
		why->kind = REFUSAL_CONFLICT;
		return refuse_with(why, FIELD_STATE,
		                   MESSAGE("cannot be changed in its present state"),
		                   MESSAGE("Take a step that opens it again."));
	}
	return true;
}

static enum fail store_change(struct act *a, const struct row *before, struct row *after,
                              const char *what, struct str reason, bool by_program)
{
	int fall_back = -1;
	enum fail f = OK;

	if (fields_differ(before, after) && !by_program)
		after->author = a->actor->person;
	f = tx_doom(a->tx, approvals_void(a, before, after, &fall_back));
	if (!f && fall_back >= 0)
		after->state = fall_back;
	if (!f)
		f = row_store(a, before, after,
		              &(struct written){ .what = what, .reason = reason });
	return f ? f : record_follow(a, before, after, NULL);
}

static enum fail change(struct act *a, const struct record_type *t, struct id id,
                        int64_t version, const struct change *c, struct refusal *why,
                        struct row **out)
{
	struct row *before;

	enum fail f = record_for_change(a, t, id, version, &before);
	if (f)
		return f;
	struct row *after = row_copy(a->arena, before);
	struct rule_case rules = { .before = before, .after = after, .change = c };
	rules_apply(a, &rules, why);
	f = follow_place(a, &rules, why);
	if (f)
		return f;
	if (!may_change(a, before, after, why))
		return FAIL_REFUSED;
	(void)open_to_change(before, why);
	f = rules_check(a, &rules, why);
	if (f || refused(why))
		return f ? f : FAIL_REFUSED;
	if (rows_differ(a, before, after))
		f = store_change(a, before, after, "change", c->reason, false);
	return f ? f : answer(a, after, out);
}

enum fail record_change(struct act *a, const struct record_type *t, struct id id,
                        int64_t version, const struct change *c, struct refusal *why,
                        struct row **out)
{
	record_must_write(a);
	return change(a, t, id, version, c, why, out);
}

/* ---- by the program, from effects ---- */
static enum fail set(struct act *a, const struct record_type *t, struct id id,
                     const struct change *c)
{
	struct refusal why = refusal_on(a->arena);
	struct row *before;

	enum fail f = row_load(a, t, id, &before);
	if (f)
		return f;
	struct row *after = row_copy(a->arena, before);
	struct rule_case rules = {
		.before = before, .after = after, .change = c, .by_program = true
	};
	rules_apply(a, &rules, &why);
	f = rules_check(a, &rules, &why);
	if (f)
		return f;
	if (refused(&why))
		return fail_say(FAIL_DATABASE, "the program set %s of %s to what it %s",
		                why.at[0].field >= 0 ? t->fields.at[why.at[0].field].name
		                                     : "something",
		                t->name, why.at[0].why.id);
	return rows_differ(a, before, after)
	               ? store_change(a, before, after, "set", c->reason, true)
	               : OK;
}

enum fail record_set(struct act *a, const struct record_type *t, struct id id,
                     const struct change *c)
{
	record_must_write(a);
	return set(a, t, id, c);
}

/* ---- the bin ---- */
static enum fail may_withdraw(struct act *a, const struct row *r, struct refusal *why)
{
	struct subject s = subject_of(r, act_org(a));

	return forbidden(why, access_withdraw(a->actor, &s, a->today, why));
}

bool may_leave(const struct row *r, struct refusal *why)
{
	if (!r->type->permanent)
		return true;
	why->kind = REFUSAL_CONFLICT;
	return refuse(why, FIELD_NONE, "is never taken away: other records stand on it",
	              "Retire it instead.");
}

static enum fail withdraw(struct act *a, const struct record_type *t, struct id id,
                          int64_t version, struct str reason, struct refusal *why)
{
	struct row *before;

	enum fail f = record_for_change(a, t, id, version, &before);
	if (!f)
		f = may_withdraw(a, before, why);
	if (f)
		return f;
	if (!may_leave(before, why))
		return FAIL_REFUSED;
	if (instant_is_set(before->withdrawn_at)) {
		why->kind = REFUSAL_CONFLICT;
		refuse(why, FIELD_NONE, "the record is in the bin", NULL);
		return FAIL_REFUSED;
	}
	struct row *after = row_copy(a->arena, before);
	after->withdrawn_at = a->now;
	f = row_store(a, before, after,
	              &(struct written){
			      .what = "withdraw", .reason = reason, .withdraws = true });
	return f ? f : record_follow(a, before, after, NULL);
}

enum fail record_withdraw(struct act *a, const struct record_type *t, struct id id,
                          int64_t version, struct str reason, struct refusal *why)
{
	record_must_write(a);
	return withdraw(a, t, id, version, reason, why);
}

static bool conflict(struct refusal *why, struct message what, struct message advice)
{
	why->kind = REFUSAL_CONFLICT;
	return refuse_with(why, FIELD_NONE, what, advice);
}

/* In the bin, for no longer than it is kept there, and not emptied. */
static bool can_be_restored(const struct act *a, const struct row *r, struct refusal *why)
{
	if (!instant_is_set(r->withdrawn_at))
		return conflict(why, MESSAGE("the record is not in the bin"),
		                MESSAGE(NULL));
	if (!r->values[0].filled)
		return conflict(why, MESSAGE("what the record said was destroyed"),
		                MESSAGE("Create it anew if it is needed."));
	if (bin_is_over(r->withdrawn_at, a->now))
		return conflict(why,
		                MESSAGE("the days in which it could be restored are over"),
		                MESSAGE("Create it anew if it is needed."));
	return true;
}

static enum fail restore(struct act *a, const struct record_type *t, struct id id,
                         int64_t version, struct str reason, struct refusal *why)
{
	struct row *before;

	enum fail f = record_for_change(a, t, id, version, &before);
	if (!f)
		f = may_withdraw(a, before, why);
	if (f)
		return f;
	if (!can_be_restored(a, before, why))
		return FAIL_REFUSED;
	struct row *after = row_copy(a->arena, before);
	after->withdrawn_at = INSTANT_NONE;
	/* Something else may have taken its place. */
	f = rules_unique(a, after, why);
	if (f || refused(why))
		return f ? f : FAIL_REFUSED;
	f = row_store(a, before, after,
	              &(struct written){ .what = "restore", .reason = reason });
	return f ? f : record_follow(a, before, after, NULL);
}

enum fail record_restore(struct act *a, const struct record_type *t, struct id id,
                         int64_t version, struct str reason, struct refusal *why)
{
	record_must_write(a);
	return restore(a, t, id, version, reason, why);
}

/* ---- reading one ---- */
enum fail record_get(struct act *a, const struct record_type *t, struct id id,
                     struct row **out)
{
	enum fail f = row_load(a, t, id, out);

	if (!f && !may_read(a, *out)) {
		*out = NULL;
		f = FAIL_NOT_FOUND;
	}
	return f;
}

enum fail record_find(struct act *a, struct id id, struct row **out)
{
	struct entry e;

	*out = NULL;
	enum fail f = entry_get(a, id, &e);
	return f ? f : record_get(a, e.type, id, out);
}
