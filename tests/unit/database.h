/*
 * database.h -- what a unit test works on: a file, or with WARDROOM_TEST_DB=postgres a
 * database of the cluster in WARDROOM_TEST_CLUSTER (tests/support/postgres.sh).
 *
 *     database_fresh("/tmp/x/t.db", 0, target, sizeof target);   // empty; its address
 *
 * A test that needs several gives each a number.  A program makes each database once and
 * empties it before the next test.
 */
#ifndef TESTS_DATABASE_H
#define TESTS_DATABASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/db.h"

#define DATABASES_MOST 4

static inline bool on_postgres(void)
{
	const char *which = getenv("WARDROOM_TEST_DB");

	return which && strcmp(which, "postgres") == 0;
}

static inline void database_make(int number, char *url, size_t room)
{
	char command[512];
	const char *source = getenv("WARDROOM_SOURCE");
	const char *cluster = getenv("WARDROOM_TEST_CLUSTER");

	assert_non_null(cluster);
	snprintf(command, sizeof command, "%s/tests/support/postgres.sh url %s u_%d_%d",
	         source ? source : ".", cluster, (int)getpid(), number);
	FILE *answer = popen(command, "r");
	assert_non_null(answer);
	assert_non_null(fgets(url, (int)room, answer));
	assert_int_equal(pclose(answer), 0);
	url[strcspn(url, "\n")] = '\0';
}

static inline enum fail database_clear(struct tx *tx, void *arg)
{
	(void)arg;
	return db_script(tx, STR("drop schema public cascade; create schema public"));
}

static inline void database_fresh(const char *file, int number, char *target, size_t room)
{
	static char urls[DATABASES_MOST][256];
	struct db *db;

	if (!on_postgres()) {
		assert_true((size_t)snprintf(target, room, "%s", file) < room);
		return;
	}
	assert_in_range(number, 0, DATABASES_MOST - 1);
	if (!urls[number][0])
		database_make(number, urls[number], sizeof urls[number]);
	snprintf(target, room, "%s", urls[number]);
	const struct db_options o = { .target = target, .no_threads = true };
	assert_int_equal(db_open(&db, &o), OK);
	assert_int_equal(db_write(db, database_clear, NULL), OK);
	db_close(db);
}

#endif
