/*
 * account.c -- accounts: added, disabled, given passwords; each change in the history.
 *
 * Adding one may make a person and an appointment as well.  The appointment is made in the
 * name of who adds the account, so that it takes their right to appoint; an operator at the
 * command line, who has none, is named by the program that does it for them.
 */
#include "identity/account.h"

#include "base/limits.h"
#include "codec/words.h"
#include "identity/internal.h"
#include "records/classification.h"
#include "records/person.h"
#include "records/role.h"
#include "records/role_assignment.h"
#include "sys/zone.h"

/* ---- finding the records that an appointment names ---- */

struct match {
	int field;
	struct str text;                /* of a line or text, or the code of a label */
	struct id found;
};

static enum fail match_row(void *arg, const struct row *r)
{
	struct match *m = arg;

	if (str_equal(row_text(r, m->field), m->text))
		m->found = r->id;
	return OK;
}

/* *out is null when there is none. */
static enum fail find_by_text(struct act *a, const struct record_type *t, int field,
                              struct str text, struct row **out)
{
	struct match m = { .field = field, .text = text };
	struct query q = { .type = t, .limit = LIMIT_PAGE_ROWS };
	enum fail f = record_each(a, &q, match_row, &m);

	*out = NULL;
	return f == OK && id_is_set(m.found) ? record_get(a, t, m.found, out) : f;
}

static enum fail find_label(struct act *a, struct str name, struct row **out)
{
	enum fail f = find_by_text(a, &classification_type, CLS_CODE, name, out);

	if (f == OK && !*out)
		f = find_by_text(a, &classification_type, CLS_TITLE, name, out);
	return f;
}

/* ---- person and appointment ---- */

enum fail person_make(struct act *a, const struct new_person *in, struct refusal *why,
                      struct id *out)
{
	struct change *c = change_new(a->arena, &person_type);
	struct row *r;

	c->unit_given = true;
	c->unit = in->unit;
	change_text(c, PER_NAME, in->name);
	if (in->email.n)
		change_text(c, PER_EMAIL, in->email);
	enum fail f = record_create(a, &person_type, c, why, &r);
	if (f == OK)
		*out = r->id;
	return f;
}

enum fail appointment_make(struct act *a, const struct new_appointment *in,
                           struct refusal *why)
{
	struct row *role, *label = NULL, *made;
	enum fail f = find_by_text(a, &role_type, ROL_NAME, in->role, &role);

	if (f == OK && in->clearance.n)
		f = find_label(a, in->clearance, &label);
	if (f != OK)
		return f;
	if (!role)
		refuse_with(why, FIELD_NONE, MESSAGE1("there is no role \"%1\"", in->role),
		            MESSAGE("Roles are listed under Organisation."));
	if (in->clearance.n && !label)
		refuse_with(why, FIELD_NONE,
		            MESSAGE1("there is no label \"%1\"", in->clearance),
		            MESSAGE("Use its mark, as in PB."));
	if (role && row_flag(role, ROL_READ_ONLY) && !date_is_set(in->until))
		refuse(why, FIELD_NONE, "a role that only reads must have a last day",
		       "Give it as YYYY-MM-DD.");
	if (refused(why))
		return FAIL_REFUSED;
	struct change *c = change_new(a->arena, &role_assignment_type);
	c->unit_given = true;
	c->unit = in->unit;
	change_bilingual(c, RAS_TITLE, row_text_in(role, ROL_TITLE, LANG_EN),
	                 row_text_in(role, ROL_TITLE, LANG_FR));
	change_link(c, RAS_ROLE, role->id);
	change_link(c, RAS_PERSON, in->person);
	change_date(c, RAS_STARTS_ON, a->today);
	if (date_is_set(in->until))
		change_date(c, RAS_ENDS_ON, in->until);
	if (label)
		change_link(c, RAS_CLEARANCE, label->id);
	return record_create(a, &role_assignment_type, c, why, &made);
}

/* ---- adding ---- */

struct adding {
	const struct new_account *in;
	const struct actor *who;
	struct refusal *why;
	struct str hash;                /* of the password; p null: none */
	struct id root;
	struct id account;
};

static enum fail tenant_root(struct act *a, struct id *root)
{
	struct str text;
	enum fail f = setting_get(a, STR("unit.root"), &text);

	if (f == OK && !id_parse(text, root))
		f = fail_say(FAIL_DATABASE, "the setting unit.root is no identifier");
	return f;
}

static enum fail login_is_free(struct act *a, struct str login, struct refusal *why)
{
	struct account_row other;
	enum fail f = account_by_login(a->tx, a->arena, ID_NONE, login, &other);

	if (f == FAIL_NOT_FOUND)
		return OK;
	if (f != OK)
		return f;
	refuse(why, FIELD_NONE, "another account has this login", "Choose another.");
	return FAIL_REFUSED;
}

enum fail account_make(struct act *a, const struct actor *who,
                       const struct account_insert *in)
{
	struct arena *arena = a->arena;
	struct ledger_value values[] = {
		{ STR("login"), json_text(arena, in->login) },
		{ STR("person"), json_text(arena, id_text(arena, in->person)) },
		{ STR("state"), STR("\"active\"") },
	};
	enum fail f = account_insert(a->tx, in);

	if (f != OK)
		return f;
	return account_note_by(a->tx, arena, in->now, who,
	                       (struct account_event){
				       .org = in->org,
				       .account = in->id,
				       .version = 1,
				       .what = "create",
				       .values = values,
				       .value_count = COUNT(values),
			       });
}

static enum fail make_person(struct act *a, const struct adding *d, struct id unit,
                             struct id *person)
{
	struct new_person in = { d->in->person_name, d->in->email, unit };

	*person = d->in->person;
	return id_is_set(*person) ? OK : person_make(a, &in, d->why, person);
}

static enum fail add_job(struct act *a, void *arg)
{
	struct adding *d = arg;
	struct id person;

	d->why->count = 0;
	enum fail f = tenant_root(a, &d->root);
	if (f == OK)
		f = login_is_free(a, d->in->login, d->why);
	struct id unit = id_is_set(d->in->unit) ? d->in->unit : d->root;
	if (f == OK)
		f = make_person(a, d, unit, &person);
	if (f != OK)
		return f;
	struct account_insert row = {
		.org = a->actor->org,
		.id = d->account,
		.person = person,
		.login = d->in->login,
		.login_fold = fold(a->arena, d->in->login),
		.password = d->hash,
		.lang = d->in->lang,
		.now = a->now,
	};
	struct new_appointment appointment = {
		d->in->role,
		person,
		unit,
		d->in->clearance,
		d->in->until,
	};
	f = account_make(a, d->who, &row);
	return f == OK && d->in->role.n ? appointment_make(a, &appointment, d->why) : f;
}

enum fail account_add(struct store *s, const struct actor *who, struct arena *a,
                      const struct new_account *in, struct refusal *why, struct id *out)
{
	struct adding d = { .in = in, .who = who, .why = why, .hash = STR_NONE };

	if (!may_run_accounts(who))
		return refuse_may_not(why);
	login_is_allowed(a, in->login, why);
	if (in->password.n)
		password_is_allowed(a, in->password, in->login, why);
	if (!id_is_set(in->person) && in->person_name.n == 0)
		refuse(why, FIELD_NONE, "an account belongs to a person",
		       "Give the person's name.");
	if (refused(why))
		return FAIL_REFUSED;
	enum fail f = in->password.n ? password_hash(a, in->password, &d.hash) : OK;
	if (f != OK)
		return f;
	struct actor program = system_actor(who->org, "account set-up");
	d.account = id_new();
	f = store_write(s, who->kind == ACTOR_OPERATOR ? &program : who, a, add_job, &d);
	if (f == OK && out)
		*out = d.account;
	return f;
}
