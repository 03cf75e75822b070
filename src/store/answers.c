/* answers.c -- answers that are remembered, so that a request sent twice is done once. */
#include "store/answers.h"

#include "store/ledger.h"
#include "store/parts.h"

const char *const answers_schema = SQL(
	"create table remembered_answer (\n"
	"  org {id} not null,\n"
	"  key {blob} not null,\n"
	"  request {blob} not null,\n"
	"  status {i64} not null,\n"
	"  version {i64} not null,\n"
	"  location {text} not null,\n"
	"  body {text} not null,\n"
	"  erased {flag} not null,\n"
	"  made_at {i64} not null,\n"
	"  primary key (org, key)\n"
	") {table};\n"
	"create index remembered_answer_made on remembered_answer (made_at);\n");

static int64_t oldest(struct instant now)
{
	return now.us - (int64_t)ANSWER_HOURS * 3600 * 1000000;
}

static enum fail read_known(struct act *a, struct remembered *known)
{
	struct stmt *s = query(a->tx, SQL("select request, status, version, location, body,"
	                                  " erased\n"
	                                  "from remembered_answer\n"
	                                  "where org = :org and key = :key"
	                                  " and made_at > :oldest"));

	bind_id(s, "org", act_org(a));
	bind_blob(s, "key", known->key, sizeof known->key);
	bind_i64(s, "oldest", oldest(a->now));
	int row = query_next(s);
	if (row <= 0)
		return row < 0 ? (enum fail)row : FAIL_NOT_FOUND;
	struct str request = column_blob(s, 0);
	bool same = request.n == sizeof known->request &&
	            bytes_equal(request.p, known->request, request.n);
	if (same) {
		known->status = (int)column_i64(s, 1);
		known->version = column_i64(s, 2);
		known->location = str_copy(a->arena, column_str(s, 3));
		known->body = str_copy(a->arena, column_str(s, 4));
		known->erased = column_i64(s, 5) != 0;
	}
	query_end(s);
	return same ? OK : FAIL_REFUSED;
}

enum fail answer_known(struct act *a, struct remembered *known)
{
	struct instant at;

	record_must_write(a);
	enum fail f = ledger_instant(a->tx, act_org(a), a->now, &at);
	return f == OK ? read_known(a, known) : f;
}

enum fail answer_remember(struct act *a, const struct remembered *answer)
{
	struct stmt *s = query(
		a->tx,
		SQL("insert into remembered_answer (org, key, request, status, version,"
	            " location, body, erased, made_at)\n"
	            "values (:org, :key, :request, :status, :version, :location, :body, 0,"
	            " :made_at)\n"
	            /* one that is older than its day */
	            "on conflict (org, key) do update\n"
	            "set request = excluded.request, status = excluded.status,"
	            " version = excluded.version, location = excluded.location,"
	            " body = excluded.body, erased = 0, made_at = excluded.made_at"));

	bind_id(s, "org", act_org(a));
	bind_blob(s, "key", answer->key, sizeof answer->key);
	bind_blob(s, "request", answer->request, sizeof answer->request);
	bind_i64(s, "status", answer->status);
	bind_i64(s, "version", answer->version);
	bind_str(s, "location", answer->location.p ? answer->location : STR(""));
	bind_str(s, "body", answer->body);
	bind_i64(s, "made_at", a->now.us);
	return tx_doom(a->tx, query_run(s));
}

/* An answer that shows anything of a record names its id, also where it is only linked. */
enum fail answers_destroy(struct act *a, struct id record)
{
	struct stmt *s = query(a->tx, SQL("update remembered_answer\n"
	                                  "set body = '', location = '', erased = 1\n"
	                                  "where org = :org and body like :about"));

	bind_id(s, "org", act_org(a));
	bind_str(s, "about",
	         str_format(a->arena, "%%%.*s%%", STR_ARG(id_text(a->arena, record))));
	return query_run(s);
}

struct forgetting {
	int64_t oldest;
	int64_t count;
};

static enum fail forget(struct tx *tx, void *arg)
{
	struct forgetting *g = arg;
	struct stmt *s = query(tx, SQL("delete from remembered_answer\n"
	                               "where made_at <= :oldest"));

	bind_i64(s, "oldest", g->oldest);
	enum fail f = query_run(s);
	g->count = f == OK ? tx_changed(tx) : 0;
	return f;
}

enum fail answers_forget(struct store *s, int64_t *count)
{
	struct forgetting g = { .oldest = oldest(store_now(s)) };
	enum fail f = db_write(s->db, forget, &g);

	*count = g.count;
	return f;
}
