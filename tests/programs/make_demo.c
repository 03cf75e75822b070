/* make_demo.c -- makes the demonstration into a new database: make_demo FILE. */
#include <stdio.h>

#include "actions/demo.h"
#include "identity/identity.h"

int main(int argc, char **argv)
{
	struct store *s;
	struct id org;
	struct store_options o = {
		.db = argc > 1 ? argv[1] : "demo.db",
		.registry = &all_records,
		.create = true,
		.no_threads = true,
	};
	enum fail f = store_open(&s, &o);

	if (f == OK) {
		identity_wire(s);
		f = demo_make(s, NULL, &org);
		store_close(s);
	}
	if (f != OK)
		fprintf(stderr, "%s\n", fail_message());
	return f == OK ? 0 : 1;
}
