/* queue.c -- the rows of jobs: claimed, renewed, ended, forgotten. */
#include "jobs/queue.h"

#include "base/arena.h"
#include "codec/messages.h"
#include "jobs/turns.h"

#define MESSAGES_BYTES (64u * 1024)
#define FORGET_AT_ONCE 100

/* An earlier table of this name never held a row: no kind of job was there yet. */
static const char *const tables = SQL(
	"drop table if exists job;\n"
	"create table job_row (\n"
	" org {id} not null,\n"
	" id {id} not null,\n"
	" kind {text} not null,\n"
	" args {text} not null,\n"
	" account {id},\n"
	" by_program {i64} not null,\n"
	" lang {i64} not null,\n"
	" by_token {i64} not null,\n"
	" read_only {i64} not null,\n"
	" scopes {text} not null,\n"
	" state {i64} not null,\n"
	" attempt {i64} not null,\n"
	" cancel {i64} not null,\n"
	" holder {id},\n"
	" lease_until {i64} not null,\n"
	" doing {text} not null,\n"
	" done {i64} not null,\n"
	" total {i64} not null,\n"
	" record {text} not null,\n"
	" said {text} not null,\n"
	" reasons {text} not null,\n"
	" message {text} not null,\n"
	" file_name {text} not null,\n"
	" file_media {text} not null,\n"
	" file_bytes {i64} not null,\n"
	" made_at {i64} not null,\n"
	" started_at {i64} not null,\n"
	" ended_at {i64} not null,\n"
	" primary key (org, id)) {table};\n"
	"create index job_row_waiting on job_row (state, made_at);\n"
	"create index job_row_account on job_row (org, account, made_at);\n"
	"create table job_piece (\n"
	" org {id} not null,\n"
	" job {id} not null,\n"
	" place {i64} not null,\n"
	" bytes {blob} not null,\n"
	" primary key (org, job, place)) {table};");

/* ---- after a start ---- */

static enum fail put_back(struct tx *tx)
{
	struct stmt *s = query(tx, SQL("update job_row set state = :queued, holder = null\n"
	                               "where state = :running"));

	bind_i64(s, "queued", JOB_QUEUED);
	bind_i64(s, "running", JOB_RUNNING);
	return query_run(s);
}

static enum fail prepare(struct tx *tx, void *arg)
{
	const bool *alone = arg;
	enum fail f = OK;

	if (!db_table_exists(tx, STR("job_row")))
		f = db_script(tx, str_of(tables));
	if (f == OK)
		f = turns_prepare(tx);
	return f == OK && *alone ? put_back(tx) : f;
}

enum fail queue_prepare(struct db *db, bool alone)
{
	return db_write(db, prepare, &alone);
}

/* ---- claiming ---- */

struct taking {
	struct job *job;
	struct claim claim;
	struct instant now;
	enum job_state was;
	struct id held_by;
};

static void read_asker(struct stmt *s, struct arena *a, struct claim *c)
{
	struct str scopes = str_copy(a, column_str(s, 9));
	struct str *list = ARENA_TRY(a, struct str, scopes.n / 2 + 2);

	c->by_program = column_i64(s, 5) != 0;
	c->asker = (struct actor){
		.kind = ACTOR_PERSON,
		.org = column_id(s, 0),
		.user = column_null(s, 4) ? ID_NONE : column_id(s, 4),
		.lang = column_i64(s, 6) == LANG_FR ? LANG_FR : LANG_EN,
		.by_token = column_i64(s, 7) != 0,
		.token_read_only = column_i64(s, 8) != 0,
		.token_scopes = list,
	};
	while (list && scopes.n > 0)
		list[c->asker.token_scope_count++] = str_split(scopes, ' ', &scopes);
	if (!list)
		arena_fail(a);
}

static enum fail find_waiting(struct tx *tx, struct taking *t)
{
	struct job *j = t->job;
	enum fail f = db_now(tx, &t->now);

	if (f != OK)
		return f;
	struct stmt *s = query(
		tx, SQL("select org, id, kind, args, account, by_program, lang, by_token,"
	                " read_only, scopes, attempt, cancel, state, holder\n"
	                "from job_row\n"
	                "where state = :queued"
	                " or (state = :running and lease_until < :now)\n"
	                "order by made_at, id limit 1"));
	bind_i64(s, "queued", JOB_QUEUED);
	bind_i64(s, "running", JOB_RUNNING);
	bind_i64(s, "now", t->now.us);
	int row = query_next(s);
	if (row == 1) {
		j->org = column_id(s, 0);
		j->id = column_id(s, 1);
		t->claim.kind = str_copy(j->arena, column_str(s, 2));
		t->claim.args = str_copy(j->arena, column_str(s, 3));
		read_asker(s, j->arena, &t->claim);
		j->attempt = column_i64(s, 10) + 1;
		t->claim.cancelled = column_i64(s, 11) != 0;
		t->was = (enum job_state)column_i64(s, 12);
		t->held_by = column_null(s, 13) ? ID_NONE : column_id(s, 13);
	}
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	return row ? OK : FAIL_NOT_FOUND;
}

/*
 * Only one can win: the row must still be as it was seen, which the database checks while
 * it holds the row.  On one that lets two look at once, the other changes nothing.
 */
static enum fail claim(struct tx *tx, struct taking *t)
{
	struct job *j = t->job;
	struct stmt *s = query(
		tx, SQL("update job_row set state = :running, attempt = :attempt,"
	                " holder = :holder, lease_until = :until, started_at = :now\n"
	                "where org = :org and id = :id and state = :was"
	                " and attempt = :attempt - 1"));

	bind_i64(s, "running", JOB_RUNNING);
	bind_i64(s, "attempt", j->attempt);
	bind_id(s, "holder", j->holder);
	bind_i64(s, "until", t->now.us + JOB_LEASE_US);
	bind_i64(s, "now", t->now.us);
	bind_id(s, "org", j->org);
	bind_id(s, "id", j->id);
	bind_i64(s, "was", t->was);
	enum fail f = query_run(s);
	if (f == OK && tx_changed(tx) == 0)
		return FAIL_NOT_FOUND;
	/* Pieces of an earlier attempt. */
	return f == OK ? pieces_drop(tx, j->org, j->id) : f;
}

static enum fail take(struct tx *tx, void *arg)
{
	struct taking *t = arg;
	enum fail f = find_waiting(tx, t);

	return f == OK ? claim(tx, t) : f;
}

static enum fail anything_waits(struct tx *tx, void *arg)
{
	struct taking *t = arg;

	return find_waiting(tx, t);
}

/* Looks with a reader first, so that an idle server writes nothing. */
enum fail queue_take(struct db *db, struct job *j, struct claim *out)
{
	struct taking t = { .job = j };
	enum fail f = db_read(db, anything_waits, &t);

	if (f == OK) {
		t = (struct taking){ .job = j };
		f = db_write(db, take, &t);
	}
	*out = t.claim;
	return f;
}

/* ---- while it runs ---- */

struct telling {
	const struct job *job;
	struct id holder;
	const char *doing;
	int64_t done, total;
	enum job_state state;
	struct str message, said, reasons;
	bool cancel;
	int64_t count;
};

static void bind_ours(struct stmt *s, const struct job *j)
{
	bind_id(s, "org", j->org);
	bind_id(s, "id", j->id);
	bind_id(s, "holder", j->holder);
	bind_i64(s, "running", JOB_RUNNING);
}

static enum fail read_cancel(struct tx *tx, void *arg)
{
	struct telling *t = arg;
	struct stmt *s = query(tx, SQL("select cancel from job_row\n"
	                               "where org = :org and id = :id and holder = :holder"
	                               " and state = :running"));

	bind_ours(s, t->job);
	int row = query_next(s);
	t->cancel = row == 0 || (row == 1 && column_i64(s, 0) != 0);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail write_progress(struct tx *tx, void *arg)
{
	struct telling *t = arg;
	struct stmt *s = query(
		tx, SQL("update job_row set doing = :doing, done = :done, total = :total\n"
	                "where org = :org and id = :id and holder = :holder"
	                " and state = :running"));

	bind_str(s, "doing", str_of(t->doing ? t->doing : ""));
	bind_i64(s, "done", t->done);
	bind_i64(s, "total", t->total);
	bind_ours(s, t->job);
	enum fail f = query_run(s);
	return f == OK ? read_cancel(tx, t) : f;
}

enum fail queue_progress(struct db *db, const struct job *j, const char *doing,
                         int64_t done, int64_t total, bool *cancel)
{
	struct telling t = { .job = j, .doing = doing, .done = done, .total = total };
	enum fail f = db_write(db, write_progress, &t);

	*cancel = t.cancel;
	return f;
}

enum fail queue_asked_to_cancel(struct db *db, const struct job *j, bool *cancel)
{
	struct telling t = { .job = j };
	enum fail f = db_read(db, read_cancel, &t);

	*cancel = t.cancel;
	return f;
}

static enum fail renew(struct tx *tx, void *arg)
{
	const struct telling *t = arg;
	struct instant now;
	enum fail f = db_now(tx, &now);

	if (f != OK)
		return f;
	struct stmt *s = query(tx, SQL("update job_row set lease_until = :until\n"
	                               "where holder = :holder and state = :running"));
	bind_i64(s, "until", now.us + JOB_LEASE_US);
	bind_id(s, "holder", t->holder);
	bind_i64(s, "running", JOB_RUNNING);
	return query_run(s);
}

enum fail queue_renew(struct db *db, struct id holder)
{
	struct telling t = { .holder = holder };

	return db_write(db, renew, &t);
}

static enum fail give_back(struct tx *tx, void *arg)
{
	const struct telling *t = arg;
	struct stmt *s = query(tx, SQL("update job_row set state = :queued, holder = null,"
	                               " attempt = attempt - 1\n"
	                               "where org = :org and id = :id and holder = :holder"
	                               " and state = :running"));

	bind_i64(s, "queued", JOB_QUEUED);
	bind_ours(s, t->job);
	enum fail f = query_run(s);
	return f == OK ? pieces_drop(tx, t->job->org, t->job->id) : f;
}

enum fail queue_give_back(struct db *db, const struct job *j)
{
	struct telling t = { .job = j };

	return db_write(db, give_back, &t);
}

/* ---- the end ---- */

static enum fail write_end(struct tx *tx, struct telling *t)
{
	const struct job *j = t->job;
	bool done = t->state == JOB_DONE;
	struct instant now;
	enum fail f = db_now(tx, &now);

	if (f != OK)
		return f;
	struct stmt *s = query(
		tx, SQL("update job_row set state = :state, record = :record, said = :said,"
	                " done = case when :all{i64} = 1 then total else done end,"
	                " reasons = :reasons, message = :message, file_name = :file_name,"
	                " file_media = :file_media, file_bytes = :file_bytes,"
	                " holder = null, ended_at = :now\n"
	                "where org = :org and id = :id and holder = :holder"
	                " and state = :running and cancel <= :cancel"));
	bind_i64(s, "state", t->state);
	bind_str(s, "record", done && j->record.p ? j->record : STR(""));
	bind_str(s, "said", t->said);
	bind_str(s, "reasons", t->reasons);
	bind_str(s, "message", t->message.p ? t->message : STR(""));
	bind_str(s, "file_name", done && j->file_name.p ? j->file_name : STR(""));
	bind_str(s, "file_media", done && j->file_media.p ? j->file_media : STR(""));
	bind_i64(s, "file_bytes", done ? j->file_bytes : 0);
	bind_i64(s, "now", now.us);
	bind_i64(s, "cancel", done ? 0 : 1);
	bind_i64(s, "all", done);
	bind_ours(s, j);
	f = query_run(s);
	if (f == OK && tx_changed(tx) == 0)
		return FAIL_CANCELLED;
	return f == OK && !done ? pieces_drop(tx, j->org, j->id) : f;
}

static struct telling ending(const struct job *j, enum job_state state)
{
	return (struct telling){
		.job = j,
		.state = state,
		.said = state == JOB_DONE && j->said.id ? message_pack(j->arena, &j->said)
		                                        : STR(""),
		.reasons = state == JOB_FAILED
		                   ? reasons_pack(j->arena, &j->why, MESSAGES_BYTES)
		                   : STR(""),
	};
}

static enum fail end_it(struct tx *tx, void *arg)
{
	struct telling *t = arg;
	enum fail f = write_end(tx, t);

	if (f != FAIL_CANCELLED || t->state != JOB_DONE)
		return f == FAIL_CANCELLED ? OK : f; /* not ours any more */
	t->state = JOB_CANCELLED;
	t->said = STR("");
	f = write_end(tx, t);
	return f == FAIL_CANCELLED ? OK : f;
}

enum fail queue_end(struct db *db, const struct job *j, enum job_state *state,
                    struct str message)
{
	struct telling t = ending(j, *state);

	t.message = message;
	enum fail f = db_write(db, end_it, &t);
	*state = t.state;
	return f;
}

enum fail job_commit(struct job *j, struct act *a)
{
	struct telling t = ending(j, JOB_DONE);
	enum fail f = write_end(a->tx, &t);

	j->committed = f == OK;
	return f == FAIL_CANCELLED ? fail_say(f, "the job was cancelled") : f;
}

/* ---- forgetting ---- */

static enum fail forget_one(struct tx *tx, struct id org, struct id id)
{
	enum fail f = pieces_drop(tx, org, id);

	if (f != OK)
		return f;
	struct stmt *s =
		query(tx, SQL("delete from job_row where org = :org and id = :id"));
	bind_id(s, "org", org);
	bind_id(s, "id", id);
	return query_run(s);
}

static enum fail forget(struct tx *tx, void *arg)
{
	struct telling *t = arg;
	struct id org[FORGET_AT_ONCE], id[FORGET_AT_ONCE];
	struct instant now;
	size_t n = 0;
	int row = 0;
	enum fail f = db_now(tx, &now);

	t->count = 0;
	if (f != OK)
		return f;
	struct stmt *s = query(tx, SQL("select org, id from job_row\n"
	                               "where state >= :done and ended_at < :before\n"
	                               "order by ended_at limit :most"));
	bind_i64(s, "done", JOB_DONE);
	bind_i64(s, "before", now.us - JOB_KEPT_HOURS * 3600 * US_PER_SECOND);
	bind_i64(s, "most", FORGET_AT_ONCE);
	while (n < FORGET_AT_ONCE && (row = query_next(s)) == 1) {
		org[n] = column_id(s, 0);
		id[n++] = column_id(s, 1);
	}
	query_end(s);
	f = row < 0 ? (enum fail)row : OK;
	for (size_t i = 0; f == OK && i < n; i++, t->count++)
		f = forget_one(tx, org[i], id[i]);
	return f;
}

enum fail jobs_forget(struct store *s, int64_t *count)
{
	struct telling t = { .count = 0 };
	enum fail f = db_write(store_db(s), forget, &t);

	*count = t.count;
	return f;
}
