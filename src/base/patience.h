/*
 * patience.h -- how long what a thread works on may wait for others.
 *
 * Whoever hands work to a thread sets it; whoever waits for another machine asks.  So a
 * request that hangs on a database gives its thread back in time to be refused, and nothing
 * in between has to hand the limit on.
 *
 *     patience_set((struct patience){ .until_us = began + limit, .unwanted = &gone });
 */
#ifndef BASE_PATIENCE_H
#define BASE_PATIENCE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct patience {
	int64_t until_us;               /* by steady_us; 0: as long as it takes */
	const atomic_bool *unwanted;    /* nobody waits for it any more; may be null */
};

/* Of this thread, until it is set again; none at first. */
void patience_set(struct patience p);
struct patience patience_of_thread(void);
/* The end of a wait that begins now and may take so long at most. */
int64_t patience_until(int64_t most_us);
bool patience_is_over(void);
bool patience_unwanted(void);

#endif
