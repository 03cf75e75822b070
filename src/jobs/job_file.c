/*
 * job_file.c -- the file that a job makes, in pieces beside its row.
 *
 * Pieces rather than a file of the system: every process that shares the database can hand
 * it out, and it goes with the job.
 */
#include "base/arena.h"
#include "base/limits.h"
#include "jobs/queue.h"

#define PIECE_BYTES (256u * 1024)

struct putting {
	struct job *job;
	struct str bytes;
};

static enum fail put_piece(struct tx *tx, void *arg)
{
	const struct putting *p = arg;
	struct stmt *s = query(tx, SQL("insert into job_piece (org, job, place, bytes)\n"
	                               "values (:org, :job, :place, :bytes)"));

	bind_id(s, "org", p->job->org);
	bind_id(s, "job", p->job->id);
	bind_i64(s, "place", p->job->pieces);
	bind_blob(s, "bytes", p->bytes.p, p->bytes.n);
	return query_run(s);
}

enum fail job_flush(struct job *j)
{
	struct putting p = { j, text_str(&j->piece) };

	if (text_failed(&j->piece))
		return fail_say(FAIL_MEMORY, "no memory for a piece of a file");
	if (p.bytes.n == 0)
		return OK;
	if (j->file_bytes + (int64_t)p.bytes.n > (int64_t)LIMIT_JOB_FILE_BYTES)
		return fail_say(FAIL_FULL, "the file is larger than %u MB",
		                LIMIT_JOB_FILE_BYTES >> 20);
	enum fail f = db_write(store_db(j->store), put_piece, &p);
	j->pieces += f == OK;
	j->file_bytes += f == OK ? (int64_t)p.bytes.n : 0;
	j->piece.n = 0;
	return f;
}

enum fail job_write(struct job *j, struct str bytes)
{
	enum fail f = OK;

	while (f == OK && bytes.n > 0) {
		struct str now = str_cut(bytes, PIECE_BYTES - j->piece.n);

		text_add(&j->piece, now);
		bytes = str_from(bytes, now.n);
		if (j->piece.n >= PIECE_BYTES || text_failed(&j->piece))
			f = job_flush(j);
	}
	return f;
}

enum fail pieces_drop(struct tx *tx, struct id org, struct id job)
{
	struct stmt *s =
		query(tx, SQL("delete from job_piece where org = :org and job = :job"));

	bind_id(s, "org", org);
	bind_id(s, "job", job);
	return query_run(s);
}

enum fail job_piece(struct act *a, struct id id, int64_t place, struct str *out)
{
	struct stmt *s = query(
		a->tx, SQL("select p.bytes from job_piece p\n"
	                   "join job_row r on r.org = p.org and r.id = p.job\n"
	                   "where p.org = :org and p.job = :job and p.place = :place"
	                   " and r.account = :account and r.state = :done"));

	*out = STR("");
	bind_id(s, "org", a->actor->org);
	bind_id(s, "job", id);
	bind_i64(s, "place", place);
	bind_id(s, "account", a->actor->user);
	bind_i64(s, "done", JOB_DONE);
	int row = query_next(s);
	if (row == 1)
		*out = str_copy(a->arena, column_blob(s, 0));
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}
