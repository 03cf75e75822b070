/*
 * postgres_library.c -- libpq, loaded when the first database of PostgreSQL is opened.
 *
 * An installation on SQLite needs neither the library nor what it reaches out for.
 */
#include "db/postgres.h"

#include <dlfcn.h>
#include <pthread.h>

struct pq pq;

static const struct {
	const char *name;
	size_t at;                      /* in struct pq */
} calls[] = {
#define PQ_CALL(call) { #call, offsetof(struct pq, call) },
	PQ_CALLS(PQ_CALL)
#undef PQ_CALL
};

static enum fail load(void)
{
	void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);

	if (!library)
		return fail_say(FAIL_DATABASE, "PostgreSQL needs the library libpq.so.5;"
		                               " install the package libpq5");
	for (size_t i = 0; i < COUNT(calls); i++) {
		void *found = dlsym(library, calls[i].name);
		if (!found)
			return fail_say(FAIL_DATABASE, "libpq.so.5 is too old: no %s",
			                calls[i].name);
		memcpy((char *)&pq + calls[i].at, &found, sizeof found);
	}
	return OK;
}

enum fail pq_load(void)
{
	static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
	static bool loaded;

	pthread_mutex_lock(&lock);
	enum fail f = loaded ? OK : load();
	loaded = !f;
	pthread_mutex_unlock(&lock);
	return f;
}
