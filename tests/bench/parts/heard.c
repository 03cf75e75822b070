/* heard.c -- what is the same for every database. */
#include "heard.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct heard *listening;          /* by one piece of work at a time */

void bench_stop(const char *what, const char *why)
{
	fprintf(stderr, "bench: %s: %s\n", what, why ? why : "failed");
	exit(2);
}

const struct heard_driver *heard_driver_of(const char *target)
{
	return strncmp(target, "postgres", 8) == 0 ? &heard_postgres : &heard_sqlite;
}

void hear_from(const char *target)
{
	heard_driver_of(target)->listen();
}

char *heard_copy(const void *p, size_t n)
{
	char *copy = malloc(n + 1);

	if (!copy)
		bench_stop("memory", NULL);
	memcpy(copy, p, n);
	copy[n] = '\0';
	return copy;
}

struct heard *hear(bool on)
{
	struct heard *h = listening;

	listening = on ? calloc(1, sizeof *h) : NULL;
	if (on && !listening)
		bench_stop("memory", NULL);
	return on ? listening : h;
}

static bool is_ours(const char *sql, bool *writes)
{
	static const char *const kinds[] = { "select", "with", "insert", "update",
		                             "delete" };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (strncmp(sql, kinds[i], strlen(kinds[i])) == 0) {
			*writes = i >= 2;
			return true;
		}
	}
	return false;
}

struct heard_item *heard_next(const char *sql)
{
	struct heard *h = listening;
	bool writes;

	if (!h || !is_ours(sql, &writes))
		return NULL;
	if (h->count == h->room) {
		h->room = h->room ? 2 * h->room : 64;
		h->at = realloc(h->at, h->room * sizeof *h->at);
		if (!h->at)
			bench_stop("memory", NULL);
	}
	h->writes = h->writes || writes;
	h->at[h->count] = (struct heard_item){ .sql = NULL };
	return &h->at[h->count++];
}

void heard_free(struct heard *h, const char *target)
{
	for (size_t i = 0; i < h->count; i++) {
		struct heard_item *item = &h->at[i];
		heard_driver_of(target)->done(item);
		for (int k = 0; k < item->parameters; k++)
			free(item->values[k]);
		free(item->values);
		free(item->lengths);
		free(item->formats);
		free(item->sql);
	}
	free(h->at);
	free(h);
}
