/* account_row.c -- the row of an account, and looking it up. */
#include "identity/internal.h"

#include "codec/words.h"

static void row_of(struct arena *a, struct stmt *s, struct account_row *out)
{
	struct str secret = column_blob(s, 5);

	*out = (struct account_row){
		.org = column_id(s, 0),
		.id = column_id(s, 1),
		.person = column_id(s, 2),
		.login = str_copy(a, column_str(s, 3)),
		.password = column_null(s, 4) ? STR_NONE : str_copy(a, column_str(s, 4)),
		.state = column_i64(s, 6) == ACCOUNT_ACTIVE ? ACCOUNT_ACTIVE
		                                            : ACCOUNT_DISABLED,
		.lang = column_i64(s, 7) == LANG_FR ? LANG_FR : LANG_EN,
		.version = column_i64(s, 8),
		.made_at = { column_i64(s, 9) },
		.last_sign_in_at = { column_i64(s, 10) },
		.epoch = column_i64(s, 11),
	};
	if (!id_parse(column_str(s, 12), &out->root))
		out->root = ID_NONE;
	if (secret.n == sizeof out->secret)
		memcpy(out->secret, secret.p, secret.n);
}

static enum fail one_row(struct stmt *s, struct arena *a, struct account_row *out)
{
	int row = query_next(s);

	if (row > 0)
		row_of(a, s, out);
	query_end(s);
	if (row == 0)
		return fail_say(FAIL_NOT_FOUND, "there is no such account");
	return row < 0 ? (enum fail)row : OK;
}

enum fail account_by_login(struct tx *tx, struct arena *a, struct id org, struct str login,
                           struct account_row *out)
{
	struct stmt *s = query(
		tx,
		SQL("select a.org, a.id, a.person, a.login, a.password, a.secret, "
	            "a.state,\n"
	            "  a.lang, a.version, a.made_at, a.last_sign_in_at, e.epoch, r.value\n"
	            "from account a\n"
	            "left join access_epoch e on e.org = a.org\n"
	            "left join setting r on r.org = a.org and r.name = 'unit.root'\n"
	            "where a.login_fold = :login"));

	bind_str(s, "login", fold(a, login));
	enum fail f = one_row(s, a, out);
	if (f == OK && id_is_set(org) && !id_equal(org, out->org))
		return fail_say(FAIL_NOT_FOUND, "there is no such account");
	return f;
}

enum fail account_by_id(struct tx *tx, struct arena *a, struct id org, struct id id,
                        struct account_row *out)
{
	struct stmt *s = query(
		tx,
		SQL("select a.org, a.id, a.person, a.login, a.password, a.secret, "
	            "a.state,\n"
	            "  a.lang, a.version, a.made_at, a.last_sign_in_at, e.epoch, r.value\n"
	            "from account a\n"
	            "left join access_epoch e on e.org = a.org\n"
	            "left join setting r on r.org = a.org and r.name = 'unit.root'\n"
	            "where a.org = :org and a.id = :id"));

	bind_id(s, "org", org);
	bind_id(s, "id", id);
	return one_row(s, a, out);
}

enum fail account_insert(struct tx *tx, const struct account_insert *in)
{
	uint8_t secret[SECRET_BYTES];
	struct stmt *s = query(tx, SQL("insert into account\n"
	                               "  (org, id, person, login, login_fold, password, "
	                               "secret, state, lang, version,\n"
	                               "   made_at, last_sign_in_at)\n"
	                               "values (:org, :id, :person, :login, :fold, "
	                               ":password, :secret, 0, :lang, 1,\n"
	                               "   :now, 0)"));

	random_bytes(secret, sizeof secret);
	bind_id(s, "org", in->org);
	bind_id(s, "id", in->id);
	bind_id(s, "person", in->person);
	bind_str(s, "login", in->login);
	bind_str(s, "fold", in->login_fold);
	bind_str(s, "password", in->password);
	bind_blob(s, "secret", secret, sizeof secret);
	bind_i64(s, "lang", in->lang);
	bind_i64(s, "now", in->now.us);
	return query_run(s);
}
