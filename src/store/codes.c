/* codes.c -- one-time codes: made, tried, used once. */
#include "store/codes.h"

#include "base/arena.h"
#include "crypto/crypto.h"
#include "store/parts.h"

#define CODE_DIGITS 8
#define CODES (UINT64_C(100) * 1000 * 1000)
#define HOUR_US (3600 * US_PER_SECOND)

const char *const codes_schema = SQL(
	"create table one_time_code (\n"
	"  org {id} not null,\n"
	"  about {id} not null,\n"
	"  person {id} not null,\n"
	"  made_at {i64} not null,\n"
	"  hash {blob} not null,\n"
	"  tries {i64} not null,\n"
	"  used {flag} not null,\n"
	"  primary key (org, about, person, made_at)\n"
	") {table};\n"
	"create index one_time_code_made on one_time_code (org, made_at);\n");

/* Of whom, for what, and the digits: the same digits mean nothing to anybody else. */
static void code_hash(const struct act *a, struct id about, struct id person,
                      struct str digits, uint8_t out[SHA256_BYTES])
{
	struct id org = act_org(a);
	struct sha256_running *h = sha256_start(a->arena);

	sha256_more(h, &org, sizeof org);
	sha256_more(h, &about, sizeof about);
	sha256_more(h, &person, sizeof person);
	sha256_more(h, digits.p, digits.n);
	sha256_finish(h, out);
}

static enum fail forget_old(struct act *a)
{
	struct stmt *s = query(a->tx, SQL("delete from one_time_code\n"
	                                  "where org = :org and made_at < :before"));

	bind_id(s, "org", act_org(a));
	bind_i64(s, "before", a->now.us - HOUR_US);
	return query_run(s);
}

static enum fail count_made(struct act *a, struct id about, struct id person, int64_t *n)
{
	struct stmt *s = query(a->tx, SQL("select count(*) from one_time_code\n"
	                                  "where org = :org and about = :about"
	                                  " and person = :person"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "about", about);
	bind_id(s, "person", person);
	int row = query_next(s);
	*n = row == 1 ? column_i64(s, 0) : 0;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static struct str new_digits(struct arena *a)
{
	uint64_t noise;

	random_bytes(&noise, sizeof noise);
	return str_format(a, "%0*llu", CODE_DIGITS, (unsigned long long)(noise % CODES));
}

enum fail code_make(struct act *a, struct id about, struct id person, struct str *code)
{
	struct str digits = new_digits(a->arena);
	uint8_t hash[SHA256_BYTES];
	int64_t made;

	record_must_write(a);
	enum fail f = forget_old(a);
	if (f == OK)
		f = count_made(a, about, person, &made);
	if (f == OK && made >= CODES_AN_HOUR)
		return fail_say(FAIL_FULL, "enough codes were sent in this hour");
	if (f != OK)
		return f;
	struct stmt *s = query(
		a->tx, SQL("insert into one_time_code (org, about, person, made_at, hash,"
	                   " tries, used)\n"
	                   "values (:org, :about, :person, :made_at, :hash, 0, :used)"));
	code_hash(a, about, person, digits, hash);
	bind_id(s, "org", act_org(a));
	bind_id(s, "about", about);
	bind_id(s, "person", person);
	bind_i64(s, "made_at", a->now.us);
	bind_blob(s, "hash", hash, sizeof hash);
	bind_i64(s, "used", 0);
	*code = str_format(a->arena, "%.*s %.*s", 4, digits.p, 4, digits.p + 4);
	return tx_doom(a->tx, query_run(s));
}

/* The newest one that still holds; made_at 0: there is none. */
static enum fail find_live(struct act *a, struct id about, struct id person,
                           int64_t *made_at, uint8_t hash[SHA256_BYTES])
{
	struct stmt *s = query(
		a->tx, SQL("select made_at, hash from one_time_code\n"
	                   "where org = :org and about = :about and person = :person"
	                   " and used = 0 and tries < :tries and made_at > :after\n"
	                   "order by made_at desc limit 1"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "about", about);
	bind_id(s, "person", person);
	bind_i64(s, "tries", CODE_TRIES);
	bind_i64(s, "after", a->now.us - CODE_MINUTES * 60 * US_PER_SECOND);
	int row = query_next(s);
	*made_at = row == 1 ? column_i64(s, 0) : 0;
	struct str found = row == 1 ? column_blob(s, 1) : STR_NONE;
	if (found.n == SHA256_BYTES)
		memcpy(hash, found.p, SHA256_BYTES);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail count_try(struct act *a, struct id about, struct id person,
                           int64_t made_at, bool right)
{
	struct stmt *s = query(a->tx, SQL("update one_time_code\n"
	                                  "set tries = tries + 1, used = :used\n"
	                                  "where org = :org and about = :about"
	                                  " and person = :person and made_at = :made_at"));

	bind_i64(s, "used", right);
	bind_id(s, "org", act_org(a));
	bind_id(s, "about", about);
	bind_id(s, "person", person);
	bind_i64(s, "made_at", made_at);
	return tx_doom(a->tx, query_run(s));
}

static struct str digits_of(struct arena *a, struct str typed)
{
	struct text t = text_on(a, 64);

	for (size_t i = 0; i < typed.n && i < 32; i++)
		if (typed.p[i] >= '0' && typed.p[i] <= '9')
			text_addc(&t, typed.p[i]);
	return text_str(&t);
}

enum fail code_use(struct act *a, struct id about, struct id person, struct str typed,
                   bool *right)
{
	uint8_t kept[SHA256_BYTES], given[SHA256_BYTES];
	int64_t made_at;

	record_must_write(a);
	*right = false;
	enum fail f = find_live(a, about, person, &made_at, kept);
	if (f != OK || made_at == 0)
		return f;
	code_hash(a, about, person, digits_of(a->arena, typed), given);
	*right = bytes_equal(kept, given, sizeof kept);
	return count_try(a, about, person, made_at, *right);
}
