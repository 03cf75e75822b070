/* make_demo.c -- makes the demonstration into a new database: make_demo FILE. */
#include <stdio.h>

#include "actions/demo.h"
#include "base/arena.h"
#include "base/refusal.h"
#include "duty/pack.h"
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
		struct arena *arena = arena_new(64u * 1024 * 1024);
		struct refusal why = refusal_on(arena);
		struct packs packs;

		identity_wire(s);
		f = packs_embedded(arena, &why, &packs);
		if (f == OK)
			f = demo_make(s, &packs, &org);
		store_close(s);
		arena_free(arena);
	}
	if (f != OK)
		fprintf(stderr, "%s\n", fail_message());
	return f == OK ? 0 : 1;
}
