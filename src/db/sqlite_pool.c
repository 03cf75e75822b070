/*
 * sqlite_pool.c -- who may use which connection when.
 *
 * One thread owns the only read-write connection.  It takes all jobs that wait, runs each
 * in a savepoint, commits once, and only then answers them:
 *
 *     begin  [savepoint job release]*  commit  answer, answer, answer
 *
 * A full disk or lost memory makes SQLite roll back the whole batch.  The job during which
 * that happened is answered with the failure; the others never were on disk, so they run
 * again, now each in a transaction of its own.
 *
 * A lock on FILE.lock keeps every other program from writing to the same database.
 */
#include "db/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/log.h"

#define BATCH_MAX 128
#define READERS_DEFAULT 8
#define IDLE_SECONDS 2
#define MESSAGE_BYTES 512

struct request {
	db_job *job;
	void *arg;
	enum fail result;
	bool answered;
	char message[MESSAGE_BYTES];
	pthread_cond_t done;
	struct request *next;
};

struct pool {
	struct db *db;
	pthread_mutex_t lock;           /* of the queue */
	pthread_cond_t work;
	pthread_t thread;
	bool has_thread;
	bool stop;
	struct request *first, *last;
	struct tx *writer;
	pthread_mutex_t writer_lock;    /* without threads: one caller at a time */
	int lock_file;

	pthread_mutex_t readers_lock;
	pthread_cond_t reader_free;
	struct tx **idle;               /* readers that nobody uses */
	int idle_count, opened, most;
};

static _Thread_local const struct pool *writing;        /* whose job this thread runs */

/* ---- the writer ---- */
static enum fail command(struct tx *tx, const char *sql)
{
	return query_run(query(tx, sql));
}

static bool transaction_lost(struct tx *tx)
{
	return sqlite3_get_autocommit(tx->connection) != 0;
}

static void answer_later(struct request *r, enum fail f)
{
	r->result = f;
	r->message[0] = '\0';
	if (f)
		snprintf(r->message, sizeof r->message, "%s", fail_message());
}

/* Runs one job in its savepoint; false when the whole transaction was lost under it. */
static bool run_one(struct tx *tx, struct request *r)
{
	fail_clear();
	enum fail f = command(tx, SQL("savepoint job"));
	tx->in_job = true;
	tx->doomed = OK;
	if (!f)
		f = r->job(tx, r->arg);
	if (!f && tx->doomed)
		f = fail_say(tx->doomed, "%s", tx->doomed_message);
	tx_settle(tx);
	tx->in_job = false;
	if (transaction_lost(tx)) {
		if (!f)
			f = fail_say(FAIL_FULL, "the database could not keep the change");
		answer_later(r, f);
		return false;
	}
	answer_later(r, f);
	enum fail undone = f ? command(tx, SQL("rollback to job")) : OK;
	enum fail released = command(tx, SQL("release job"));
	if (undone || released)
		answer_later(r, undone ? undone : released);
	return !transaction_lost(tx);
}

static enum fail commit(struct tx *tx)
{
	enum fail f = command(tx, SQL("commit"));

	tx_settle(tx);
	if (!transaction_lost(tx)) {
		char kept[MESSAGE_BYTES];
		snprintf(kept, sizeof kept, "%s", fail_message());
		enum fail undone = command(tx, SQL("rollback"));
		if (undone || !transaction_lost(tx))
			BUG("a transaction could neither be committed nor rolled back");
		f = fail_say(f ? f : FAIL_DATABASE, "%s", kept);
	}
	return f;
}

static void run_alone(struct tx *tx, struct request *r)
{
	enum fail f = command(tx, SQL("begin immediate"));

	if (f) {
		answer_later(r, f);
		return;
	}
	if (!run_one(tx, r))
		return;
	f = commit(tx);
	if (f)
		answer_later(r, f);
}

static void run_batch(struct tx *tx, struct request **batch, size_t count)
{
	size_t lost = SIZE_MAX; /* the request under which the batch was rolled back */
	enum fail f = count > 1 ? command(tx, SQL("begin immediate")) : OK;

	if (count == 1 || f) {
		for (size_t i = 0; i < count; i++)
			run_alone(tx, batch[i]);
		return;
	}
	for (size_t i = 0; i < count && lost == SIZE_MAX; i++) {
		if (!run_one(tx, batch[i]))
			lost = i;
	}
	if (lost == SIZE_MAX && commit(tx) == OK)
		return;
	for (size_t i = 0; i < count; i++) {
		if (i != lost)
			run_alone(tx, batch[i]);
	}
}

static size_t take_batch(struct pool *p, struct request **batch)
{
	size_t n = 0;

	while (p->first && n < BATCH_MAX) {
		batch[n++] = p->first;
		p->first = p->first->next;
	}
	if (!p->first)
		p->last = NULL;
	return n;
}

/* Waits for work; true when it is time to tidy up instead. */
static bool wait_for_work(struct pool *p, bool dirty)
{
	struct timespec until;

	while (!p->first && !p->stop) {
		if (!dirty) {
			pthread_cond_wait(&p->work, &p->lock);
			continue;
		}
		clock_gettime(CLOCK_MONOTONIC, &until);
		until.tv_sec += IDLE_SECONDS;
		if (pthread_cond_timedwait(&p->work, &p->lock, &until) == ETIMEDOUT)
			return true;
	}
	return false;
}

static void *writer_thread(void *arg)
{
	struct pool *p = arg;
	struct request *batch[BATCH_MAX];
	bool dirty = false;

	writing = p;
	pthread_mutex_lock(&p->lock);
	while (p->first || !p->stop) {
		bool tidy = wait_for_work(p, dirty);
		size_t n = take_batch(p, batch);
		pthread_mutex_unlock(&p->lock);
		if (tidy)
			(void)!command(p->writer, SQL("pragma wal_checkpoint(passive)"));
		dirty = n > 0;
		if (n > 0)
			run_batch(p->writer, batch, n);
		pthread_mutex_lock(&p->lock);
		for (size_t i = 0; i < n; i++) {
			batch[i]->answered = true;
			pthread_cond_signal(&batch[i]->done);
		}
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

static void queue_and_wait(struct pool *p, struct request *r)
{
	pthread_cond_init(&r->done, NULL);
	pthread_mutex_lock(&p->lock);
	if (p->last)
		p->last->next = r;
	else
		p->first = r;
	p->last = r;
	pthread_cond_signal(&p->work);
	while (!r->answered)
		pthread_cond_wait(&r->done, &p->lock);
	pthread_mutex_unlock(&p->lock);
	pthread_cond_destroy(&r->done);
}

enum fail sqlite_pool_write(struct db *db, db_job *job, void *arg)
{
	struct pool *p = db->state;
	struct request r = { .job = job, .arg = arg };

	if (writing == p)
		BUG("a write was asked for inside a write");
	if (p->has_thread) {
		queue_and_wait(p, &r);
	} else {
		pthread_mutex_lock(&p->writer_lock);
		writing = p;
		run_alone(p->writer, &r);
		writing = NULL;
		pthread_mutex_unlock(&p->writer_lock);
	}
	return r.result ? fail_say(r.result, "%s", r.message) : OK;
}

/* ---- the readers ---- */
static enum fail reader_take(struct pool *p, struct tx **out)
{
	enum fail f = OK;

	*out = NULL;
	pthread_mutex_lock(&p->readers_lock);
	while (p->idle_count == 0 && p->opened == p->most)
		pthread_cond_wait(&p->reader_free, &p->readers_lock);
	if (p->idle_count > 0) {
		*out = p->idle[--p->idle_count];
	} else {
		f = sqlite_connect(p->db, false, false, out);
		p->opened += f ? 0 : 1;
	}
	pthread_mutex_unlock(&p->readers_lock);
	return f;
}

static void reader_give_back(struct pool *p, struct tx *tx)
{
	pthread_mutex_lock(&p->readers_lock);
	p->idle[p->idle_count++] = tx;
	pthread_cond_signal(&p->reader_free);
	pthread_mutex_unlock(&p->readers_lock);
}

enum fail sqlite_pool_read(struct db *db, db_job *job, void *arg)
{
	struct pool *p = db->state;
	struct tx *tx;
	char kept[MESSAGE_BYTES];

	fail_clear();
	enum fail f = reader_take(p, &tx);
	if (f)
		return f;
	f = command(tx, SQL("begin"));
	if (!f)
		f = job(tx, arg);
	tx_settle(tx);
	snprintf(kept, sizeof kept, "%s", fail_message());
	if (!transaction_lost(tx)) {
		enum fail ended = command(tx, SQL("rollback"));
		tx_settle(tx);
		if (!f && ended)
			f = ended;
		else if (f)
			(void)!fail_say(f, "%s", kept);
	}
	reader_give_back(p, tx);
	return f;
}

/* ---- opening and closing ---- */
#define LOCK_TRIES 50
#define LOCK_PAUSE_US 100000

static enum fail take_lock(struct pool *p)
{
	char path[4096];

	int n = snprintf(path, sizeof path, "%s.lock", p->db->target);
	if (n < 0 || (size_t)n >= sizeof path)
		return fail_say(FAIL_IO, "the path of the database is too long");
	p->lock_file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (p->lock_file < 0)
		return fail_say(FAIL_IO, "cannot open %s: %s", path, strerror(errno));
	/* A server waits for a command that is at work; commands do not wait for it. */
	int tries = p->db->no_threads ? 1 : LOCK_TRIES;
	while (tries-- > 0) {
		if (flock(p->lock_file, LOCK_EX | LOCK_NB) == 0)
			return OK;
		if (tries > 0)
			usleep(LOCK_PAUSE_US);
	}
	return fail_say(FAIL_BUSY,
	                "another program has the database %s open for writing."
	                " Stop the server or command that has it.",
	                p->db->target);
}

/* The file is made by us, so that nobody else can read it; SQLite's own files follow it. */
static enum fail make_file(const char *path, bool create)
{
	int fd = open(path, O_RDWR | O_CLOEXEC | (create ? O_CREAT : 0), 0600);

	if (fd < 0 && errno == ENOENT)
		return fail_say(FAIL_NOT_FOUND, "there is no database %s", path);
	if (fd < 0)
		return fail_say(FAIL_IO, "cannot open the database %s: %s", path,
		                strerror(errno));
	close(fd);
	return OK;
}

static enum fail open_writer(struct pool *p, const struct db_options *o)
{
	enum fail f = make_file(o->target, o->create);

	if (!f)
		f = take_lock(p);
	if (!f)
		f = sqlite_connect(p->db, true, o->create, &p->writer);
	if (f || o->no_threads)
		return f;
	if (pthread_create(&p->thread, NULL, writer_thread, p) != 0)
		return fail_say(FAIL_MEMORY, "cannot start the thread that writes");
	p->has_thread = true;
	return OK;
}

static void init_locks(struct pool *p)
{
	pthread_condattr_t steady;

	pthread_condattr_init(&steady);
	pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
	pthread_cond_init(&p->work, &steady);
	pthread_condattr_destroy(&steady);
	pthread_cond_init(&p->reader_free, NULL);
	pthread_mutex_init(&p->lock, NULL);
	pthread_mutex_init(&p->writer_lock, NULL);
	pthread_mutex_init(&p->readers_lock, NULL);
}

/*
 * SQLite's temporary files (of savepoints) stand beside the data: nowhere else may a walled
 * process write, and nobody else may read them.  The setting is one for the whole process.
 */
static void set_temporary_folder(const char *file)
{
	static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
	const char *slash = strrchr(file, '/');
	int n = slash ? (int)(slash - file) : 1;

	pthread_mutex_lock(&lock);
	if (!sqlite3_temp_directory || access(sqlite3_temp_directory, W_OK) != 0) {
		sqlite3_free(sqlite3_temp_directory);
		sqlite3_temp_directory =
			sqlite3_mprintf("%.*s", n ? n : 1, slash ? file : ".");
	}
	pthread_mutex_unlock(&lock);
}

enum fail sqlite_pool_open(struct db *db, const struct db_options *o)
{
	if (sqlite3_libversion_number() < 3037000)
		return fail_say(FAIL_DATABASE, "SQLite %s is too old; 3.37 is needed",
		                sqlite3_libversion());
	struct pool *p = calloc(1, sizeof *p);
	if (!p)
		return fail_say(FAIL_MEMORY, "no memory to open the database");
	set_temporary_folder(o->target);
	p->db = db;
	p->lock_file = -1;
	p->most = o->readers > 0 ? o->readers : READERS_DEFAULT;
	p->idle = calloc((size_t)p->most, sizeof *p->idle);
	db->state = p;
	init_locks(p);
	enum fail f =
		p->idle ? OK : fail_say(FAIL_MEMORY, "no memory to open the database");
	if (!f && !o->read_only)
		f = open_writer(p, o);
	struct tx *first = NULL;
	if (!f)
		f = reader_take(p, &first);
	if (!f)
		reader_give_back(p, first);
	if (f) {
		char kept[MESSAGE_BYTES];
		snprintf(kept, sizeof kept, "%s", fail_message());
		sqlite_pool_close(db);
		(void)!fail_say(f, "%s", kept);
	}
	return f;
}

static void stop_writer(struct pool *p)
{
	if (p->has_thread) {
		pthread_mutex_lock(&p->lock);
		p->stop = true;
		pthread_cond_signal(&p->work);
		pthread_mutex_unlock(&p->lock);
		pthread_join(p->thread, NULL);
	}
	if (p->writer && command(p->writer, SQL("pragma wal_checkpoint(truncate)")) != OK)
		log_event(LOG_WARNING, "database.checkpoint", LOG_Z("why", fail_message()),
		          LOG_END);
	sqlite_disconnect(p->writer);
}

void sqlite_pool_close(struct db *db)
{
	struct pool *p = db->state;

	for (int i = 0; i < p->idle_count; i++)
		sqlite_disconnect(p->idle[i]);
	stop_writer(p);
	if (p->lock_file >= 0)
		close(p->lock_file);
	pthread_cond_destroy(&p->work);
	pthread_cond_destroy(&p->reader_free);
	pthread_mutex_destroy(&p->lock);
	pthread_mutex_destroy(&p->writer_lock);
	pthread_mutex_destroy(&p->readers_lock);
	free(p->idle);
	free(p);
	db->state = NULL;
}
