/*
 * approvals.c -- who approved which values.
 *
 * An approval binds a person, an instant and the hash of the values as they were.  Values
 * that the program sets are not part of it, unless it wrote them down to be approved, nor
 * are those that are said once it is approved (the receipt of a signed statement).  As soon
 * as the values are others, it is void.
 */
#include "store/parts.h"

#include <stdlib.h>

#include "base/arena.h"
#include "codec/json.h"
#include "crypto/crypto.h"

static int by_name(const void *x, const void *y)
{
	const struct named_value *a = x, *b = y;

	return str_compare(a->name, b->name);
}

/* SHA-256 of the RFC 8785 object of what is bound:
 * {"ends_on":"2027-03-01","title":...}. */
static void hash_of(struct arena *a, const struct row *r, uint8_t out[SHA256_BYTES])
{
	struct named_value named[NAMED_VALUES_MAX];
	struct text t = text_on(a, LIMIT_REQUEST_BYTES);
	struct json_out j = json_to(&t);
	size_t n = row_canonical(a, r, named);

	qsort(named, n, sizeof *named, by_name);
	json_open_object(&j);
	for (size_t i = 0; i < n; i++) {
		if (named[i].name.p[0] == '@' || !named[i].json.p ||
		    !field_is_bound(&r->type->fields.at[named[i].field]))
			continue;
		json_name_str(&j, named[i].name);
		json_put_raw(&j, named[i].json);
	}
	json_close_object(&j);
	if (text_failed(&t))
		arena_fail(a);
	struct str s = text_str(&t);
	sha256(s.p, s.n, out);
}

enum fail record_hash(struct act *a, const struct row *r, uint8_t out[32])
{
	hash_of(a->arena, r, out);
	return OK;
}

enum fail approval_add(struct act *a, const struct row *r, const struct step *step)
{
	uint8_t hash[SHA256_BYTES];
	struct stmt *s =
		query(a->tx, SQL("insert into approval (org, record, made_at, step, person,"
	                         " account, person_name, version, hash, voided_at)"
	                         " values (:org, :record, :made_at, :step, :person,"
	                         " :account, :person_name, :version, :hash, 0)"));

	hash_of(a->arena, r, hash);
	bind_id(s, "org", act_org(a));
	bind_id(s, "record", r->id);
	bind_i64(s, "made_at", r->changed_at.us);
	bind_str(s, "step", str_of(step->name));
	bind_id(s, "person", a->actor->person);
	bind_id(s, "account", a->actor->user);
	bind_str(s, "person_name", a->actor->name.p ? a->actor->name : STR(""));
	bind_i64(s, "version", r->version);
	bind_blob(s, "hash", hash, sizeof hash);
	return query_run(s);
}

enum fail record_approvals(struct act *a, const struct record_type *t, struct id id,
                           struct approval **out, size_t *count)
{
	struct approval found[128];
	struct row *r;
	size_t n = 0;
	int row = 0;

	*out = NULL;
	*count = 0;
	enum fail f = record_get(a, t, id, &r);
	if (f)
		return f;
	struct stmt *s =
		query(a->tx, SQL("select step, person, person_name, made_at, version, hash,"
	                         " voided_at from approval"
	                         " where org = :org and record = :record"
	                         " order by made_at desc limit 128"));
	bind_id(s, "org", act_org(a));
	bind_id(s, "record", id);
	while (n < COUNT(found) && (row = query_next(s)) == 1) {
		struct approval *one = &found[n++];
		*one = (struct approval){
			.step = str_copy(a->arena, column_str(s, 0)),
			.person = column_id(s, 1),
			.person_name = str_copy(a->arena, column_str(s, 2)),
			.at = { column_i64(s, 3) },
			.version = column_i64(s, 4),
			.voided_at = { column_i64(s, 6) },
		};
		struct str hash = column_blob(s, 5);
		if (hash.n == sizeof one->hash)
			memcpy(one->hash, hash.p, hash.n);
	}
	query_end(s);
	*out = arena_get(a->arena, (n + 1) * sizeof **out);
	memcpy(*out, found, n * sizeof *found);
	*count = n;
	return row < 0 ? (enum fail)row : OK;
}

static enum fail void_all(struct act *a, struct id record, const uint8_t hash[SHA256_BYTES])
{
	struct stmt *s = query(a->tx, SQL("update approval set voided_at = :moment"
	                                  " where org = :org and record = :record"
	                                  " and voided_at = 0 and hash <> :hash"));

	bind_i64(s, "moment", a->now.us);
	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	bind_blob(s, "hash", hash, SHA256_BYTES);
	return query_run(s);
}

enum fail approvals_void(struct act *a, const struct row *before, const struct row *after,
                         int *fall_back)
{
	uint8_t was[SHA256_BYTES], is[SHA256_BYTES];
	int row;

	*fall_back = -1;
	hash_of(a->arena, before, was);
	hash_of(a->arena, after, is);
	if (memcmp(was, is, sizeof was) == 0)
		return OK;
	struct stmt *s =
		query(a->tx, SQL("select step from approval where org = :org"
	                         " and record = :record and voided_at = 0 and hash <> :hash"
	                         " order by made_at"));
	bind_id(s, "org", act_org(a));
	bind_id(s, "record", after->id);
	bind_blob(s, "hash", is, sizeof is);
	/* Of several approvals, the first in time decides how far the record falls back. */
	while ((row = query_next(s)) == 1 && *fall_back < 0) {
		const struct step *step = step_find(after->type, column_str(s, 0));
		if (step && step->approval)
			*fall_back = step->void_to;
	}
	query_end(s);
	return row < 0 ? (enum fail)row : void_all(a, after->id, is);
}
