/*
 * test_postgres.c -- what only PostgreSQL can do to us: the connection is lost, above all
 * while a COMMIT is on its way, or stays and says nothing any more.
 *
 * Between the door and the server stands a wire of ours, which breaks when it is told to.
 */
#include "unit/db/thing.h"

#include <poll.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "base/patience.h"

enum breaks { BREAKS_NOT, BREAKS_BEFORE_COMMIT, BREAKS_AFTER_COMMIT, BREAKS_NOW,
              IS_SILENT };

static struct {
	int listens;
	char server[128];               /* the real socket */
	_Atomic int breaks;
	_Atomic bool stops;
	pthread_t thread;
} wire;

static int connected_to(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_true((size_t)snprintf(address.sun_path, sizeof address.sun_path, "%s",
	                             path) < sizeof address.sun_path);
	assert_int_equal(connect(fd, (struct sockaddr *)&address, sizeof address), 0);
	return fd;
}

/* The text of a Parse message, between the name (none) and what follows. */
static bool holds_commit(const char *p, ssize_t n)
{
	return n > 0 && memmem(p, (size_t)n, "\0commit\0", 8) != NULL;
}

/* One piece from one end to the other; false when the wire is broken. */
static bool carries(int from, int to, bool to_server)
{
	char piece[65536];
	ssize_t n = read(from, piece, sizeof piece);
	bool commits = to_server && holds_commit(piece, n);

	if (n <= 0)
		return false;
	if (commits && wire.breaks == BREAKS_BEFORE_COMMIT) {
		wire.breaks = BREAKS_NOT;
		return false;
	}
	if (write(to, piece, (size_t)n) != n)
		return false;
	if (commits && wire.breaks == BREAKS_AFTER_COMMIT) {
		wire.breaks = BREAKS_NOT;
		(void)!read(to, piece, sizeof piece);
		return false;
	}
	return true;
}

static void *carry(void *arg)
{
	int client = (int)(intptr_t)arg, server = connected_to(wire.server);
	bool whole = true;

	while (whole && !wire.stops && wire.breaks != BREAKS_NOW) {
		struct pollfd p[2] = { { .fd = client, .events = POLLIN },
			               { .fd = server, .events = POLLIN } };
		if (wire.breaks == IS_SILENT)
			usleep(5000);
		if (wire.breaks == IS_SILENT || poll(p, 2, 20) <= 0)
			continue;
		whole = (!p[0].revents || carries(client, server, true)) &&
		        (!p[1].revents || carries(server, client, false));
	}
	close(client);
	close(server);
	return NULL;
}

static void *accept_all(void *arg)
{
	pthread_t threads[64];
	int count = 0;

	(void)arg;
	while (!wire.stops) {
		struct pollfd p = { .fd = wire.listens, .events = POLLIN };
		if (poll(&p, 1, 20) <= 0)
			continue;
		int client = accept(wire.listens, NULL, NULL);
		assert_in_range(count, 0, 63);
		pthread_create(&threads[count++], NULL, carry, (void *)(intptr_t)client);
	}
	while (count > 0)
		pthread_join(threads[--count], NULL);
	return NULL;
}

/* The same database, reached over the wire. */
static struct db *over_the_wire(void)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	const char *host = strstr(target, "host="), *name = strstr(target, ":///");
	struct db *db = NULL;
	char url[256];

	assert_true(host && name);
	snprintf(wire.server, sizeof wire.server, "%.*s/.s.PGSQL.5432",
	         (int)strcspn(host + 5, "&"), host + 5);
	snprintf(address.sun_path, sizeof address.sun_path, "%s/.s.PGSQL.5433", folder);
	snprintf(url, sizeof url, "postgresql:///%.*s?host=%s&port=5433&user=wardroom",
	         (int)strcspn(name + 4, "?"), name + 4, folder);
	wire.breaks = BREAKS_NOT;
	wire.stops = false;
	wire.listens = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(bind(wire.listens, (struct sockaddr *)&address, sizeof address),
	                 0);
	assert_int_equal(listen(wire.listens, 16), 0);
	assert_int_equal(pthread_create(&wire.thread, NULL, accept_all, NULL), 0);
	const struct db_options o = { .target = url };
	assert_int_equal(db_open(&db, &o), OK);
	assert_int_equal(db_write(db, make_table, NULL), OK);
	return db;
}

static void take_down(void)
{
	char path[128];

	wire.stops = true;
	pthread_join(wire.thread, NULL);
	close(wire.listens);
	snprintf(path, sizeof path, "%s/.s.PGSQL.5433", folder);
	unlink(path);
}

static void written_once(enum breaks breaks, int runs)
{
	struct db *db = over_the_wire();
	struct insert in = { .org = id_new(), .n = 1, .bytes = 10 };

	wire.breaks = breaks;
	assert_int_equal(db_write(db, insert_job, &in), OK);
	assert_int_equal(wire.breaks, BREAKS_NOT);
	assert_int_equal(in.runs, runs);
	assert_int_equal(rows_of(db), 1);
	db_close(db);
	take_down();
}

static void a_commit_that_the_server_did_not_hear_runs_again(void **state)
{
	(void)state;
	written_once(BREAKS_BEFORE_COMMIT, 2);
}

static void a_commit_that_the_server_heard_is_not_done_twice(void **state)
{
	(void)state;
	written_once(BREAKS_AFTER_COMMIT, 1);
}

static void a_server_that_went_away_is_busy_and_comes_back(void **state)
{
	(void)state;
	struct db *db = over_the_wire();
	struct insert in = { .org = id_new(), .n = 1, .bytes = 10 };

	assert_int_equal(rows_of(db), 0);
	wire.breaks = BREAKS_NOW;
	assert_int_equal(db_write(db, insert_job, &in), FAIL_BUSY);
	assert_int_equal(db_read(db, count_job, &(struct count){ 0 }), FAIL_BUSY);
	wire.breaks = BREAKS_NOT;
	assert_int_equal(db_write(db, insert_job, &in), OK);
	assert_int_equal(rows_of(db), 1);
	db_close(db);
	take_down();
}

static void have_patience(int64_t us, const atomic_bool *unwanted)
{
	patience_set((struct patience){ steady_us() + us, unwanted });
}

/* The system takes so much of it and no more: sending has an end as well. */
static enum fail send_job(struct tx *tx, void *arg)
{
	static char much[4000000];
	struct stmt *s = query(tx, SQL("select octet_length(:much{blob})"));

	(void)arg;
	bind_blob(s, "much", much, sizeof much);
	int row = query_next(s);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static void a_server_that_says_nothing_is_not_waited_for(void **state)
{
	(void)state;
	struct db *db = over_the_wire();
	struct insert in = { .org = id_new(), .n = 1, .bytes = 10 };

	assert_int_equal(rows_of(db), 0);
	int64_t began = steady_us();
	wire.breaks = IS_SILENT;
	have_patience(US_PER_SECOND, NULL);
	assert_int_equal(db_write(db, send_job, NULL), FAIL_BUSY);
	have_patience(US_PER_SECOND, NULL);
	assert_int_equal(db_read(db, count_job, &(struct count){ 0 }), FAIL_BUSY);
	have_patience(US_PER_SECOND, NULL);
	assert_int_equal(db_answers(db), FAIL_BUSY);
	assert_true(steady_us() - began < 30 * US_PER_SECOND);
	wire.breaks = BREAKS_NOT;
	patience_set((struct patience){ 0 });
	assert_int_equal(db_write(db, send_job, NULL), OK);
	assert_int_equal(db_write(db, insert_job, &in), OK);
	assert_int_equal(rows_of(db), 1);
	db_close(db);
	take_down();
}

static enum fail sleep_job(struct tx *tx, void *arg)
{
	struct stmt *s = query(tx, SQL("select 1 from pg_sleep(60)"));
	int row = query_next(s);

	(void)arg;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail sleepers_job(struct tx *tx, void *arg)
{
	struct stmt *s = query(tx, SQL("select count(*) from pg_stat_activity\n"
	                               "where state = 'active'\n"
	                               "  and query like '%pg_sleep(60)'"));

	*(int64_t *)arg = query_next(s) == 1 ? column_i64(s, 0) : -1;
	query_end(s);
	return OK;
}

/* Neither our thread nor the server goes on with what nobody reads. */
static void a_read_that_nobody_wants_ends(void **state)
{
	static const atomic_bool unwanted = true;
	const struct db_options o = { .target = target };
	struct db *db;
	int64_t sleepers = 1;

	(void)state;
	assert_int_equal(db_open(&db, &o), OK);
	have_patience(60 * US_PER_SECOND, &unwanted);
	assert_int_equal(db_read(db, sleep_job, NULL), FAIL_CANCELLED);
	patience_set((struct patience){ 0 });
	for (int tries = 0; sleepers > 0 && tries < 300; tries++) {
		usleep(100000);
		assert_int_equal(db_read(db, sleepers_job, &sleepers), OK);
	}
	assert_int_equal(sleepers, 0);
	db_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_commit_that_the_server_did_not_hear_runs_again),
		TEST(a_commit_that_the_server_heard_is_not_done_twice),
		TEST(a_server_that_went_away_is_busy_and_comes_back),
		TEST(a_server_that_says_nothing_is_not_waited_for),
		TEST(a_read_that_nobody_wants_ends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
