/*
 * heard.h -- the statements of a piece of work, heard as the program runs it, to be run
 * again through the database's library alone.
 *
 *     hear_from(target);                      // before the store is opened
 *     struct heard *h = hear(true);           // what is asked from now on
 *     ...                                     // the work, once
 *     hear(false);
 *     struct bare *b = bare_open(target);
 *     bare_ready(b, h);                       // prepared, outside of what is timed
 *     bare_run(b, h);                         // one transaction, every value read
 *
 * Whatever fails ends the bench.
 */
#ifndef BENCH_HEARD_H
#define BENCH_HEARD_H

#include <stdbool.h>
#include <stddef.h>

struct heard {
	struct heard_item *at;
	size_t count, room;
	bool writes;
};

struct heard_item {
	char *sql;                      /* SQLite: with its values */
	void *ready;                    /* the library's */
	int parameters;
	char **values;                  /* PostgreSQL: null, or the bytes */
	int *lengths, *formats;
};

struct bare;

/* One kind of database. */
struct heard_driver {
	void (*listen)(void);
	struct bare *(*open)(const char *target);
	void (*close)(struct bare *b);
	void (*ready)(struct bare *b, struct heard *h);
	void (*run)(struct bare *b, struct heard *h);
	/* Gives back what ready() made; its connection is still open. */
	void (*done)(struct heard_item *i);
	/* A second database with all that stands in the first, which nobody has open. */
	void (*copy)(const char *target, const char *to);
};
extern const struct heard_driver heard_sqlite, heard_postgres;
const struct heard_driver *heard_driver_of(const char *target);

void hear_from(const char *target);
struct heard *hear(bool on);
/* For the drivers: room for one more, or null when nothing is heard now. */
struct heard_item *heard_next(const char *sql);
void heard_free(struct heard *h, const char *target);
char *heard_copy(const void *p, size_t n);

_Noreturn void bench_stop(const char *what, const char *why);

#endif
