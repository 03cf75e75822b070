/* route.c -- which handler answers a path. */
#include "http/internal.h"

#define PARAMS 4u

struct match {
	struct str params[PARAMS];
	size_t count;
};

/* ":name" takes one part of the path, ":rest*" all that remains, everything else itself. */
static bool path_matches(const char *pattern, struct str path, struct match *m)
{
	struct str want = str_of(pattern), rest = str_from(path, 1);

	m->count = 0;
	want = str_from(want, 1);
	for (;;) {
		struct str want_rest, rest_rest;
		struct str wanted = str_split(want, '/', &want_rest);
		if (str_starts(wanted, ":") && str_ends(wanted, "*")) {
			if (m->count == PARAMS || rest.n == 0)
				return false;
			m->params[m->count++] = rest;
			return true;
		}
		struct str part = str_split(rest, '/', &rest_rest);
		if (str_starts(wanted, ":")) {
			if (m->count == PARAMS || part.n == 0)
				return false;
			m->params[m->count++] = part;
		} else if (!str_equal(wanted, part)) {
			return false;
		}
		if (!want_rest.p || !rest_rest.p)
			return !want_rest.p && !rest_rest.p;
		want = want_rest;
		rest = rest_rest;
	}
}

static bool allows(const struct route *r, enum method m)
{
	return (r->methods & (unsigned)m) || (m == HEAD && (r->methods & GET));
}

/* The first that fits in the order of the tables; *other_methods: the path is known. */
const struct route *route_find(const struct http_options *o, struct request *q,
                               unsigned *other_methods)
{
	struct match m;

	*other_methods = 0;
	for (size_t t = 0; t < o->table_count; t++) {
		for (const struct route *r = o->tables[t]; r->handle; r++) {
			if (!path_matches(r->path, q->path, &m))
				continue;
			if (allows(r, q->method)) {
				for (size_t i = 0; i < m.count; i++)
					q->params[i] = m.params[i];
				return r;
			}
			*other_methods |= r->methods;
		}
	}
	return NULL;
}
