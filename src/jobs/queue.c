/* queue.c -- the rows of jobs. */
#include "jobs/queue.h"

#include "base/arena.h"

static const char *const tables = SQL(
	"create table job (\n"
	" org {id} not null,\n"
	" id {id} not null,\n"
	" kind {text} not null,\n"
	" args {text} not null,\n"
	" account {id},\n"
	" state {i64} not null,\n"
	" attempt {i64} not null,\n"
	" cancel {i64} not null,\n"
	" done {i64} not null,\n"
	" total {i64} not null,\n"
	" result {text} not null,\n"
	" message {text} not null,\n"
	" made_at {i64} not null,\n"
	" started_at {i64} not null,\n"
	" ended_at {i64} not null,\n"
	" primary key (org, id)) {table};\n"
	"create index job_waiting on job (state, made_at);");

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

static enum fail prepare(struct tx *tx, void *arg)
{
	(void)arg;
	if (!db_table_exists(tx, STR("job"))) {
		enum fail f = db_script(tx, str_of(tables));
		if (f)
			return f;
	}
	struct stmt *s = query(tx, SQL("update job set state = :failed,"
	                               " message = :message, ended_at = :now\n"
	                               "where state = :running and attempt >= :attempts"));
	bind_i64(s, "failed", JOB_FAILED);
	bind_str(s, "message", STR("the server ended while this was running, each time"));
	bind_i64(s, "now", instant_now().us);
	bind_i64(s, "running", JOB_RUNNING);
	bind_i64(s, "attempts", JOB_ATTEMPTS);
	enum fail f = query_run(s);
	if (f)
		return f;
	s = query(tx, SQL("update job set state = :queued where state = :running"));
	bind_i64(s, "queued", JOB_QUEUED);
	bind_i64(s, "running", JOB_RUNNING);
	return query_run(s);
}

enum fail queue_prepare(struct db *db)
{
	return db_write(db, prepare, NULL);
}

/* ---- adding, seeing, cancelling ---- */

enum fail job_add(struct act *a, const char *kind, struct str args, struct id *out)
{
	struct stmt *s =
		query(a->tx, SQL("insert into job (org, id, kind, args, account, state,"
	                         " attempt, cancel, done, total, result, message,"
	                         " made_at, started_at, ended_at)\n"
	                         "values (:org, :id, :kind, :args, :account, :state,"
	                         " 0, 0, 0, 0, '', '', :now, 0, 0)"));

	*out = id_new();
	bind_id(s, "org", a->actor->org);
	bind_id(s, "id", *out);
	bind_str(s, "kind", str_of(kind));
	bind_str(s, "args", args.p ? args : STR(""));
	bind_id(s, "account", a->actor->user);
	bind_i64(s, "state", JOB_QUEUED);
	bind_i64(s, "now", a->now.us);
	return query_run(s);
}

enum fail job_get(struct act *a, struct id id, struct job_view *out)
{
	struct stmt *s =
		query(a->tx, SQL("select kind, state, done, total, result, message,"
	                         " made_at, started_at, ended_at\n"
	                         "from job\n"
	                         "where org = :org and id = :id and account = :account"));

	bind_id(s, "org", a->actor->org);
	bind_id(s, "id", id);
	bind_id(s, "account", a->actor->user);
	int row = query_next(s);
	if (row == 1)
		*out = (struct job_view){
			.id = id,
			.by = a->actor->user,
			.kind = str_copy(a->arena, column_str(s, 0)),
			.state = (enum job_state)column_i64(s, 1),
			.done = column_i64(s, 2),
			.total = column_i64(s, 3),
			.result = str_copy(a->arena, column_str(s, 4)),
			.message = str_copy(a->arena, column_str(s, 5)),
			.made_at = { column_i64(s, 6) },
			.started_at = { column_i64(s, 7) },
			.ended_at = { column_i64(s, 8) },
		};
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	return row ? OK : FAIL_NOT_FOUND;
}

enum fail job_cancel(struct act *a, struct id id)
{
	struct job_view v;
	enum fail f = job_get(a, id, &v);

	if (f)
		return f;
	struct stmt *s =
		query(a->tx, SQL("update job set cancel = 1,"
	                         " state = case when state = :queued then :cancelled"
	                         " else state end\n"
	                         "where org = :org and id = :id"));
	bind_i64(s, "queued", JOB_QUEUED);
	bind_i64(s, "cancelled", JOB_CANCELLED);
	bind_id(s, "org", a->actor->org);
	bind_id(s, "id", id);
	return query_run(s);
}

/* ---- running ---- */

struct taking {
	struct job *job;
	struct str kind;
};

static enum fail find_waiting(struct tx *tx, struct taking *t)
{
	struct job *j = t->job;
	struct stmt *s =
		query(tx, SQL("select org, id, kind, args, account, attempt from job\n"
	                      "where state = :queued\n"
	                      "order by made_at, id limit 1"));

	bind_i64(s, "queued", JOB_QUEUED);
	int row = query_next(s);
	if (row == 1) {
		j->org = column_id(s, 0);
		j->id = column_id(s, 1);
		t->kind = str_copy(j->arena, column_str(s, 2));
		j->args = str_copy(j->arena, column_str(s, 3));
		j->by = column_null(s, 4) ? ID_NONE : column_id(s, 4);
		j->attempt = column_i64(s, 5) + 1;
	}
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	return row ? OK : FAIL_NOT_FOUND;
}

static enum fail take(struct tx *tx, void *arg)
{
	struct taking *t = arg;
	enum fail f = find_waiting(tx, t);

	if (f)
		return f;
	struct stmt *s =
		query(tx, SQL("update job set state = :running, attempt = :attempt,"
	                      " started_at = :now\n"
	                      "where org = :org and id = :id"));
	bind_i64(s, "running", JOB_RUNNING);
	bind_i64(s, "attempt", t->job->attempt);
	bind_i64(s, "now", instant_now().us);
	bind_id(s, "org", t->job->org);
	bind_id(s, "id", t->job->id);
	return query_run(s);
}

static enum fail anything_waits(struct tx *tx, void *arg)
{
	struct taking *t = arg;

	return find_waiting(tx, t);
}

/* Looks with a reader first, so that an idle server writes nothing. */
enum fail queue_take(struct db *db, struct job *j, struct str *kind)
{
	struct taking t = { .job = j };
	enum fail f = db_read(db, anything_waits, &t);

	if (f == OK)
		f = db_write(db, take, &t);
	*kind = t.kind;
	return f;
}

struct telling {
	const struct job *job;
	int64_t done, total;
	enum job_state state;
	struct str message;
	bool cancel;
};

static enum fail read_cancel(struct tx *tx, void *arg)
{
	struct telling *t = arg;
	struct stmt *s =
		query(tx, SQL("select cancel from job where org = :org and id = :id"));

	bind_id(s, "org", t->job->org);
	bind_id(s, "id", t->job->id);
	int row = query_next(s);
	t->cancel = row == 1 && column_i64(s, 0);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail write_progress(struct tx *tx, void *arg)
{
	struct telling *t = arg;
	struct stmt *s = query(tx, SQL("update job set done = :done, total = :total\n"
	                               "where org = :org and id = :id"));

	bind_i64(s, "done", t->done);
	bind_i64(s, "total", t->total);
	bind_id(s, "org", t->job->org);
	bind_id(s, "id", t->job->id);
	enum fail f = query_run(s);
	return f == OK ? read_cancel(tx, t) : f;
}

enum fail queue_progress(struct db *db, const struct job *j, int64_t done, int64_t total,
                         bool *cancel)
{
	struct telling t = { .job = j, .done = done, .total = total };
	enum fail f =
		total < 0 ? db_read(db, read_cancel, &t) : db_write(db, write_progress, &t);

	*cancel = t.cancel;
	return f;
}

static enum fail write_end(struct tx *tx, void *arg)
{
	const struct telling *t = arg;
	struct stmt *s = query(tx, SQL("update job set state = :state, result = :result,"
	                               " message = :message, ended_at = :now\n"
	                               "where org = :org and id = :id"));

	bind_i64(s, "state", t->state);
	bind_str(s, "result", t->job->result.p ? t->job->result : STR(""));
	bind_str(s, "message", t->message.p ? t->message : STR(""));
	bind_i64(s, "now", instant_now().us);
	bind_id(s, "org", t->job->org);
	bind_id(s, "id", t->job->id);
	return query_run(s);
}

enum fail queue_end(struct db *db, const struct job *j, enum job_state state,
                    struct str message)
{
	struct telling t = { .job = j, .state = state, .message = message };

	return db_write(db, write_end, &t);
}
