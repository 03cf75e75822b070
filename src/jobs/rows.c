/* rows.c -- one's own jobs: added, seen, cancelled. */
#include "base/arena.h"
#include "codec/messages.h"
#include "jobs/queue.h"

#define LISTED_MOST 50

const char *job_state_name(enum job_state s)
{
	static const char *const names[] = {
		[JOB_QUEUED] = "queued",
		[JOB_RUNNING] = "running",
		[JOB_DONE] = "done",
		[JOB_FAILED] = "failed",
		[JOB_CANCELLED] = "cancelled",
	};

	return names[s];
}

/* ---- adding ---- */

static enum fail count_waiting(struct act *a, int64_t *count)
{
	struct stmt *s =
		query(a->tx, SQL("select count(*) from job_row\n"
	                         "where org = :org and account = :account"
	                         " and state <= :running and cancel = 0"));

	bind_id(s, "org", a->actor->org);
	bind_id(s, "account", a->actor->user);
	bind_i64(s, "running", JOB_RUNNING);
	int row = query_next(s);
	*count = row == 1 ? column_i64(s, 0) : 0;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static struct str scopes_text(struct arena *a, const struct actor *who)
{
	struct text t = text_on(a, 4096);

	for (size_t i = 0; i < who->token_scope_count; i++) {
		text_addz(&t, i > 0 ? " " : "");
		text_add(&t, who->token_scopes[i]);
	}
	if (text_failed(&t))
		arena_fail(a);
	return text_str(&t);
}

static enum fail insert(struct act *a, const char *kind, struct str args, struct id id)
{
	struct stmt *s =
		query(a->tx,
	              SQL("insert into job_row (org, id, kind, args, account, by_program,"
	                  " lang, by_token, read_only, scopes, state, attempt, cancel,"
	                  " holder, lease_until, doing, done, total, record, said, reasons,"
	                  " message, file_name, file_media, file_bytes, made_at,"
	                  " started_at, ended_at)\n"
	                  "values (:org, :id, :kind, :args, :account, :by_program, :lang,"
	                  " :by_token, :read_only, :scopes, :state, 0, 0, null, 0, '', 0,"
	                  " 0, '', '', '', '', '', '', 0, :now, 0, 0)"));

	bind_id(s, "org", a->actor->org);
	bind_id(s, "id", id);
	bind_str(s, "kind", str_of(kind));
	bind_str(s, "args", args.p ? args : STR(""));
	bind_id(s, "account", a->actor->user);
	bind_i64(s, "by_program", a->actor->kind == ACTOR_SYSTEM);
	bind_i64(s, "lang", a->actor->lang);
	bind_i64(s, "by_token", a->actor->by_token);
	bind_i64(s, "read_only", a->actor->token_read_only);
	bind_str(s, "scopes", scopes_text(a->arena, a->actor));
	bind_i64(s, "state", JOB_QUEUED);
	bind_i64(s, "now", a->now.us);
	return query_run(s);
}

enum fail job_add(struct act *a, const char *kind, struct str args, struct refusal *why,
                  struct id *out)
{
	int64_t waiting = 0;

	/* A job acts as an account: the operator at the command line waits instead. */
	if (a->actor->kind == ACTOR_OPERATOR)
		return fail_say(FAIL_DENIED, "jobs belong to accounts");
	enum fail f = count_waiting(a, &waiting);
	if (f != OK)
		return f;
	if (waiting >= JOBS_WAITING_MOST) {
		refuse(why, FIELD_NONE, "ten jobs of yours are waiting or running already",
		       "Wait until one has ended, or cancel one.");
		why->kind = REFUSAL_CONFLICT;
		return FAIL_REFUSED;
	}
	*out = id_new();
	return insert(a, kind, args, *out);
}

/* ---- seeing ---- */

static struct job_view read_view(struct arena *a, struct stmt *s)
{
	struct job_view v = {
		.id = column_id(s, 0),
		.kind = str_copy(a, column_str(s, 1)),
		.state = (enum job_state)column_i64(s, 2),
		.cancelling = column_i64(s, 3) != 0,
		.done = column_i64(s, 4),
		.total = column_i64(s, 5),
		.doing = str_copy(a, column_str(s, 6)),
		.why = refusal_on(a),
		.message = str_copy(a, column_str(s, 9)),
		.record = str_copy(a, column_str(s, 10)),
		.file_name = str_copy(a, column_str(s, 11)),
		.file_media = str_copy(a, column_str(s, 12)),
		.file_bytes = column_i64(s, 13),
		.made_at = { column_i64(s, 14) },
		.started_at = { column_i64(s, 15) },
		.ended_at = { column_i64(s, 16) },
	};

	(void)message_unpack(a, str_copy(a, column_str(s, 7)), &v.said);
	(void)reasons_unpack(a, str_copy(a, column_str(s, 8)), &v.why);
	/* One that waits is never begun any more. */
	if (v.state == JOB_QUEUED && v.cancelling)
		v.state = JOB_CANCELLED;
	v.cancelling = v.cancelling && v.state == JOB_RUNNING;
	return v;
}

/* The newest of one's own, or the one that is named. */
static enum fail read_views(struct act *a, struct id one, struct job_view *out, size_t most,
                            size_t *count)
{
	int row = 0;
	struct stmt *s = query(
		a->tx, SQL("select id, kind, state, cancel, done, total, doing, said,"
	                   " reasons, message, record, file_name, file_media, file_bytes,"
	                   " made_at, started_at, ended_at\n"
	                   "from job_row\n"
	                   "where org = :org and account = :account"
	                   " and (id = :one or :every = 1)\n"
	                   "order by made_at desc, id desc limit :most"));

	bind_id(s, "org", a->actor->org);
	bind_id(s, "account", a->actor->user);
	bind_id(s, "one", one);
	bind_i64(s, "every", !id_is_set(one));
	bind_i64(s, "most", (int64_t)most);
	*count = 0;
	while (*count < most && (row = query_next(s)) == 1)
		out[(*count)++] = read_view(a->arena, s);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail job_get(struct act *a, struct id id, struct job_view *out)
{
	size_t count = 0;
	enum fail f = id_is_set(id) ? read_views(a, id, out, 1, &count) : OK;

	if (f != OK)
		return f;
	return count ? OK : fail_say(FAIL_NOT_FOUND, "there is no such job of yours");
}

enum fail job_list(struct act *a, struct job_view **out, size_t *count)
{
	*out = ARENA_TRY(a->arena, struct job_view, LISTED_MOST);
	*count = 0;
	if (!*out)
		return fail_say(FAIL_MEMORY, "no memory for a list of jobs");
	return read_views(a, ID_NONE, *out, LISTED_MOST, count);
}

/* ---- cancelling ---- */

/* Whoever runs jobs ends it, so that what was kept for it is given back in one place. */
enum fail job_cancel(struct act *a, struct id id)
{
	struct job_view v;
	enum fail f = job_get(a, id, &v);

	if (f)
		return f;
	struct stmt *s = query(a->tx, SQL("update job_row set cancel = 1\n"
	                                  "where org = :org and id = :id"
	                                  " and state <= :running"));
	bind_id(s, "org", a->actor->org);
	bind_id(s, "id", id);
	bind_i64(s, "running", JOB_RUNNING);
	return query_run(s);
}
