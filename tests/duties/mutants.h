/* mutants.h -- a duty with one thing of its rule changed at a time. */
#ifndef TESTS_DUTIES_MUTANTS_H
#define TESTS_DUTIES_MUTANTS_H

#include "duty/duty.h"

#define MUTANTS_MOST 100

struct mutant {
	struct duty duty;
	const char *what;               /* what was changed */
	bool noticed;                   /* a case came out otherwise */
};
struct mutants {
	struct mutant *at;
	size_t count;
};

struct mutants mutants_of(struct arena *a, const struct duty *d);

#endif
