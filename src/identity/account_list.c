/* account_list.c -- the accounts of a tenant, with the names of their people. */
#include "identity/internal.h"

#include "records/person.h"

#define ACCOUNTS_AT_MOST 5000

struct listing {
	const struct actor *who;
	struct id id;                   /* one account, by id or login; else all */
	struct str login;
	struct account *at;
	size_t count;
};

static enum fail read_all(struct act *a, struct listing *l)
{
	struct stmt *s = query(a->tx, SQL("select id, person, login, password, state, "
	                                  "lang, made_at, last_sign_in_at\n"
	                                  "from account\n"
	                                  "where org = :org\n"
	                                  "order by login_fold"));
	int row = 0;

	bind_id(s, "org", l->who->org);
	l->count = 0;
	while (l->count < ACCOUNTS_AT_MOST && (row = query_next(s)) > 0)
		l->at[l->count++] = (struct account){
			.org = l->who->org,
			.id = column_id(s, 0),
			.person = column_id(s, 1),
			.login = str_copy(a->arena, column_str(s, 2)),
			.has_password = !column_null(s, 3),
			.state = column_i64(s, 4) == ACCOUNT_ACTIVE ? ACCOUNT_ACTIVE
			                                            : ACCOUNT_DISABLED,
			.lang = column_i64(s, 5) == LANG_FR ? LANG_FR : LANG_EN,
			.created_at = { column_i64(s, 6) },
			.last_sign_in_at = { column_i64(s, 7) },
		};
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail read_one(struct act *a, struct listing *l)
{
	struct account_row r;
	enum fail f =
		id_is_set(l->id)
			? account_by_id(a->tx, a->arena, l->who->org, l->id, &r)
			: account_by_login(a->tx, a->arena, l->who->org, l->login, &r);

	if (f != OK)
		return f;
	l->at[0] = (struct account){
		.org = r.org,
		.id = r.id,
		.person = r.person,
		.login = r.login,
		.state = r.state,
		.lang = r.lang,
		.has_password = r.password.p != NULL,
		.created_at = r.made_at,
		.last_sign_in_at = r.last_sign_in_at,
	};
	l->count = 1;
	return OK;
}

/* Names of people are what an administrator needs to run accounts, and no more. */
static enum fail add_names(struct act *a, struct listing *l)
{
	for (size_t i = 0; i < l->count; i++) {
		struct row *person;
		enum fail f = record_get(a, &person_type, l->at[i].person, &person);
		if (f == OK)
			l->at[i].name = row_text(person, PER_NAME);
		else if (f != FAIL_NOT_FOUND)
			return f;
	}
	return OK;
}

static enum fail list_job(struct act *a, void *arg)
{
	struct listing *l = arg;
	bool one = id_is_set(l->id) || l->login.n > 0;
	enum fail f = one ? read_one(a, l) : read_all(a, l);

	return f == OK ? add_names(a, l) : f;
}

static enum fail run(struct store *s, struct arena *a, struct listing *l)
{
	struct actor program = system_actor(l->who->org, "accounts");

	return store_read(s, &program, a, list_job, l);
}

enum fail account_list(struct store *s, const struct actor *who, struct arena *a,
                       struct account **out, size_t *count)
{
	struct listing l = { .who = who };

	if (!may_run_accounts(who))
		return fail_say(FAIL_NOT_FOUND, "there is no such list");
	l.at = ARENA_TRY(a, struct account, ACCOUNTS_AT_MOST);
	if (!l.at)
		return fail_say(FAIL_MEMORY, "no memory for the list of accounts");
	enum fail f = run(s, a, &l);
	*out = l.at;
	*count = l.count;
	return f;
}

enum fail account_find(struct store *s, const struct actor *who, struct arena *a,
                       struct id id, struct str login, struct account *out)
{
	struct listing l = { .who = who, .id = id, .login = login, .at = out };
	bool own = id_is_set(id) && id_equal(id, who->user);

	if (!own && !may_run_accounts(who))
		return fail_say(FAIL_NOT_FOUND, "there is no such account");
	if (!id_is_set(id) && login.n == 0)
		return fail_say(FAIL_NOT_FOUND, "there is no such account");
	return run(s, a, &l);
}
