/*
 * demo.h -- the demonstration: a fictional ministry with two years of history.
 *
 * Acted out through the store from content/demo/story*.txt, so its history is real and
 * verifies.  Days in it are counted from today: {-30} is thirty days ago.  Everything and
 * everybody in it is made up.
 */
#ifndef ACTIONS_DEMO_H
#define ACTIONS_DEMO_H

#include "store/store.h"

struct packs;

#define DEMO_PASSWORD "wardroom demonstration"  /* of every account in it */
#define DEMO_LOGIN "dana"                       /* the officer whom a visitor plays */

/*
 * Into a new, empty store (identity_wire was called).  `packs` may be null: then no plan is
 * checked.  Leaves the store's clock at the machine's.  FAIL_FORMAT: the story itself is
 * wrong; the message says in which line.
 */
enum fail demo_make(struct store *s, const struct packs *packs, struct id *org) MUST_USE;

#endif
